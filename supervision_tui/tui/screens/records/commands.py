"""What can be done with a record that is there: read it over, talk it over, confirm it, add to it, note it as filed."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from supervision_tui.tui.app_services.room_view import ProgramWords
from supervision_tui.tui.commands import Command
from supervision_tui.tui.screens.dialogs.dialogs import ChooseScreen
from supervision_tui.tui.screens.dialogs.form import AnswerError, Part, PartsScreen

if TYPE_CHECKING:
    from supervision_tui.records import Record
    from supervision_tui.tui.screens.records.records import RecordsScreen  # noqa: F401 - named in the base below
    from supervision_tui.workspace import Workspace


class OfChosen(Command["RecordsScreen"]):
    """A command on the record chosen."""

    @property
    def possible(self) -> bool:
        return bool(self.screen.chosen)

    @property
    def workspace(self) -> Workspace:
        """The open workspace."""
        return self.screen.workspace

    @property
    def record(self) -> Record:
        """The record chosen, as it was saved last."""
        return self.workspace.records.get(self.screen.chosen)

    def ask(self, title: str, parts: list[Part], make: Callable[[dict[str, str]], Record], done: str) -> None:
        """Ask for *parts*, keep the record that *make* gives, and say *done*."""

        def keep(words: dict[str, str]) -> None:
            try:
                changed = make(words)
            except ValueError as trouble:
                raise AnswerError(parts[0].id, str(trouble)) from None
            self.workspace.records.put(changed, changed.id)

        def kept(yes: bool | None) -> None:
            if yes:
                self.screen.fill()
                self.screen.notify(ProgramWords(done), markup=False)

        self.screen.app.push_screen(PartsScreen(title, parts, keep), kept)


class ReadOver(OfChosen):
    """Read the record over: what must be looked at, who else is named and why, words, initials, how it reads."""

    key, words = "r", "Read over"

    def run(self) -> None:
        from supervision_tui.tui.screens.records.review import ReadingScreen  # noqa: PLC0415 - only when asked for

        self.screen.app.push_screen(ReadingScreen([self.record]))


class TalkOver(OfChosen):
    """Talk the record over with a checklist: what it shows is quoted, the rest is asked. Nothing is scored."""

    key, words = "k", "Checklist"

    def run(self) -> None:
        from supervision_tui.tui.screens.session.checklist import ChecklistScreen  # noqa: PLC0415 - only when asked for

        choices = [
            (one.id, str(one.title)) for one in self.workspace.formats.library.checklists_for(self.workspace.framework)
        ]
        record = self.record

        def chosen(which: str | None) -> None:
            if which:
                checklist = self.workspace.formats.library.checklists[which]
                self.screen.app.push_screen(ChecklistScreen(record, checklist))

        self.screen.app.push_screen(ChooseScreen("Which checklist?", choices, str(record.title)), chosen)


class Sign(OfChosen):
    """Confirm the record by name and role. From then on it is only added to."""

    key, words = "s", "Confirm"

    @property
    def possible(self) -> bool:
        return bool(self.screen.chosen) and self.record.confirmed is None

    def run(self) -> None:
        from supervision_tui.workspace.disclosure.record_review import review_remarks  # noqa: PLC0415 - only when asked for

        remarks = review_remarks(self.workspace, self.record)
        first = [f"! {one.words}{f'  [{one.quote}]' if one.quote else ''}" for one in remarks if one.must]
        if not first:
            self._form()
            return
        choices = [("back", "Not yet"), ("looked", "I have looked at these, and it may be confirmed")]

        def decided(choice: str | None) -> None:
            if choice == "looked":
                self._form()

        window = ChooseScreen("Please look at these first", choices, "\n\n".join(first))
        self.screen.app.push_screen(window, decided)

    def _form(self) -> None:
        from supervision_tui.records import confirm  # noqa: PLC0415 - only when asked for

        record = self.record
        parts = [
            Part("by", "Who confirms it", value=str(self.workspace.me), needed=True),
            Part("role", "As what", hint="team manager", needed=True),
            Part("shown_to", "Who was shown the wording first", hint="the presenter"),
        ]
        self.ask(
            f"Confirm: {record.title}",
            parts,
            lambda words: confirm(
                record, by=words["by"], role=words["role"], at=self.workspace.sessions.now(), shown_to=words["shown_to"]
            ),
            "Confirmed. From now on it is only added to.",
        )


class AddWords(OfChosen):
    """Add words to the record, dated and with their author. What stands there stays."""

    key, words = "a", "Add"

    def run(self) -> None:
        from supervision_tui.records import add  # noqa: PLC0415 - only when asked for
        from supervision_tui.workspace.disclosure.record_review import family_of  # noqa: PLC0415 - as above

        record = self.record
        parts = [
            Part("words", "What is added", needed=True),
            Part("by", "Who adds it", value=str(self.workspace.me), needed=True),
        ]
        self.ask(
            f"Add to: {record.title}",
            parts,
            lambda words: add(
                record,
                words["words"],
                by=words["by"],
                at=self.workspace.sessions.now(),
                family=family_of(self.workspace, record),
            ),
            "Added.",
        )


class Oversee(OfChosen):
    """Write your oversight into the record: what you read, what you decide and why, what it means for the child."""

    key, words = "o", "Oversight"

    def run(self) -> None:
        from supervision_tui.records.oversight import add_oversight, oversight_questions  # noqa: PLC0415 - only when asked for
        from supervision_tui.workspace.disclosure.record_review import family_of  # noqa: PLC0415 - as above

        record, family = self.record, family_of(self.workspace, self.record)
        parts = [
            Part("by", "Who writes it", value=str(self.workspace.me), needed=True),
            Part("role", "As what", hint="team manager", needed=True),
            *(Part(one.id, one.question, needed=one.needed) for one in oversight_questions(record, family)),
        ]
        self.ask(
            f"Oversight: {record.title}",
            parts,
            lambda words: add_oversight(
                record, words, by=words["by"], role=words["role"], at=self.workspace.sessions.now(), family=family
            ),
            "Added as one paragraph.",
        )


class NoteFiled(OfChosen):
    """Note that the record now stands in the authority's own system; from then on the copy here may go."""

    key, words = "f", "Filed"

    @property
    def possible(self) -> bool:
        return bool(self.screen.chosen) and self.record.filed is None

    def run(self) -> None:
        from supervision_tui.records import mark_filed  # noqa: PLC0415 - only when asked for
        from supervision_tui.tui.screens.people.forms import day, told  # noqa: PLC0415 - as above

        record = self.record
        parts = [
            Part("system", "Filed in which system of the authority", needed=True),
            Part("on", "On which day", value=told(self.workspace.today())),
            Part("by", "By whom", value=str(self.workspace.me), needed=True),
        ]
        self.ask(
            f"Filed: {record.title}",
            parts,
            lambda words: mark_filed(
                record, system=words["system"], on=day("on", words["on"]) or self.workspace.today(), by=words["by"]
            ),
            "Noted as filed. The copy here is now listed among what should go (Notebook).",
        )


class Copy(OfChosen):
    """Copy the record as plain text, to paste into the authority's own system. The lock empties the clipboard."""

    key, words = "y", "Copy"

    def run(self) -> None:
        self.screen.app.copy_to_clipboard(self.record.render("txt"))
        self.screen.notify(ProgramWords("Copied as plain text."), markup=False)
