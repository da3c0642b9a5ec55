"""What can be done with a record that is there: read it over, talk it over, confirm it, add to it, note it as filed."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from textual import on

from supervision_tui.records import add, add_oversight, confirm, mark_filed, render_record
from supervision_tui.records.oversight import oversight_questions
from supervision_tui.tui.commands import Command, enabled_when
from supervision_tui.tui.dialogs.dialogs import ChooseScreen
from supervision_tui.tui.dialogs.form import AnswerError, FormScreen, Part
from supervision_tui.tui.navigation import screen
from supervision_tui.tui.room_policy import ProgramWords
from supervision_tui.tui.screens.people.forms import day, day_as_typed
from supervision_tui.tui.screens.place import Place
from supervision_tui.workspace.disclosure import family_of, review_remarks

if TYPE_CHECKING:
    from supervision_tui.records import Record


class OfChosen(Command):
    """A command on the record chosen."""


class ReadOver(OfChosen):
    """Read the record over: what must be looked at, who else is named and why, words, initials, how it reads."""

    key, label = "r", "Read over"


class TalkOver(OfChosen):
    """Talk the record over with a checklist: what it shows is quoted, the rest is asked. Nothing is scored."""

    key, label = "k", "Checklist"


class Sign(OfChosen):
    """Confirm the record by name and role. From then on it is only added to."""

    key, label = "s", "Confirm"


class AddWords(OfChosen):
    """Add words to the record, dated and with their author. What stands there stays."""

    key, label = "a", "Add"


class Oversee(OfChosen):
    """Write your oversight into the record: what you read, what you decide and why, what it means for the child."""

    key, label = "o", "Oversight"


class NoteFiled(OfChosen):
    """Note that the record now stands in the authority's own system; from then on the copy here may go."""

    key, label = "f", "Filed"


class Copy(OfChosen):
    """Send the record as plain text to the clipboard, for the authority's own system. Locking empties it again."""

    key, label = "y", "Copy"


class RecordCommands(Place):
    """A place where a record is chosen, and what can be done with it."""

    @property
    def chosen(self) -> str:
        """The id of the record chosen, or nothing."""
        raise NotImplementedError

    @enabled_when(OfChosen)
    def _is_chosen(self) -> bool:
        return bool(self.chosen)

    @property
    def record(self) -> Record:
        """The record chosen, as it was saved last."""
        return self.workspace.records.get(self.chosen)

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
                self.fill()
                self.notify(ProgramWords(done), markup=False)

        self.app.push_screen(FormScreen(title, parts, keep), kept)

    @on(ReadOver)
    def _read_over(self) -> None:
        self.app.push_screen(screen("review records", [self.record]))

    @on(TalkOver)
    def _talk_over(self) -> None:
        choices = [
            (checklist.id, str(checklist.title))
            for checklist in self.workspace.formats.library.checklists_for(self.workspace.framework)
        ]
        record = self.record

        def chosen(which: str | None) -> None:
            if which:
                checklist = self.workspace.formats.library.checklists[which]
                self.app.push_screen(screen("checklist", record, checklist))

        self.app.push_screen(ChooseScreen("Which checklist?", choices, str(record.title)), chosen)

    @enabled_when(Sign)
    def _can_sign(self) -> bool:
        return self.record.confirmed is None

    @on(Sign)
    def _sign(self) -> None:
        remarks = review_remarks(self.workspace, self.record)
        first = [
            f"! {remark.words}{f'  [{remark.quote}]' if remark.quote else ''}" for remark in remarks if remark.must
        ]
        if not first:
            self._form()
            return
        choices = [("back", "Not yet"), ("looked", "I have looked at these, and it may be confirmed")]

        def decided(choice: str | None) -> None:
            if choice == "looked":
                self._form()

        window = ChooseScreen("Please look at these first", choices, "\n\n".join(first))
        self.app.push_screen(window, decided)

    def _form(self) -> None:
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

    @on(AddWords)
    def _add_words(self) -> None:
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

    @on(Oversee)
    def _oversee(self) -> None:
        record, family = self.record, family_of(self.workspace, self.record)
        parts = [
            Part("by", "Who writes it", value=str(self.workspace.me), needed=True),
            Part("role", "As what", hint="team manager", needed=True),
            *(
                Part(question.id, question.question, needed=question.needed)
                for question in oversight_questions(record, family)
            ),
        ]
        self.ask(
            f"Oversight: {record.title}",
            parts,
            lambda words: add_oversight(
                record, words, by=words["by"], role=words["role"], at=self.workspace.sessions.now(), family=family
            ),
            "Added as one paragraph.",
        )

    @enabled_when(NoteFiled)
    def _can_note_filed(self) -> bool:
        return self.record.filed is None

    @on(NoteFiled)
    def _note_filed(self) -> None:
        record = self.record
        parts = [
            Part("system", "Filed in which system of the authority", needed=True),
            Part("on", "On which day", value=day_as_typed(self.workspace.today())),
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

    @on(Copy)
    def _copy(self) -> None:
        self.app.copy_to_clipboard(render_record(self.record, "txt"))
