"""What can be done with a record that is there: read it over, talk it over, confirm it, add to it, note it as filed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from textual import on

from supervision_tui.days import day_in_words
from supervision_tui.records import add, add_oversight, render_record
from supervision_tui.records.oversight import oversight_questions
from supervision_tui.session.form_filling import namesake_question
from supervision_tui.tui.commands import Command, enabled_when
from supervision_tui.tui.dialogs.dialogs import ChooseScreen, NoticeScreen
from supervision_tui.tui.dialogs.form import AnswerError, FormScreen, Part
from supervision_tui.tui.navigation import screen
from supervision_tui.tui.room_policy import ProgramWords
from supervision_tui.tui.screens.place import Place
from supervision_tui.tui.screens.records.confirming import confirm_records, correct_record, file_records
from supervision_tui.workspace.disclosure import family_of

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

    key, label = "c,s", "Confirm"


class Correct(OfChosen):
    """Change a line of the record while nobody has confirmed it; what stood there stays in its history."""

    key, label = "e", "Change"


class ShowHistory(OfChosen):
    """What was changed in the record before it was confirmed, and what stood there."""

    key, label, hide_in_footer = "h", "History", True


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
            name, directory = words.get("by", ""), self.workspace.people.directory
            if len(labels := directory.labels_for(name)) > 1:
                raise AnswerError("by", namesake_question(name, labels))
            words = words | ({"by": directory.label_of_name(name)} if name else {})
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

    def records_for(self, act: str) -> list[Record]:
        """The records that an *act* ("confirm" or "file") is for: here the one chosen, where it waits for that."""
        record = self.record
        waits = record.confirmed is None if act == "confirm" else record.filed is None
        return [record] if waits else []

    def show_next(self, act: str) -> None:
        """Something was done to the records that wait for *act*: show it."""
        del act
        self.fill()

    def keep_records(self, act: str, changed: Sequence[Record], done: str) -> None:
        """Keep the *changed* records, say what was *done*, and go to what waits for the same *act*."""
        for record in changed:
            self.workspace.records.put(record, record.id)
        self.fill()
        self.show_next(act)
        self.notify(ProgramWords(done), markup=False)

    @enabled_when(Sign)
    def _can_sign(self) -> bool:
        return bool(self.records_for("confirm"))

    @on(Sign)
    def _sign(self) -> None:
        confirm_records(self, self.records_for("confirm"))

    @enabled_when(Correct)
    def _can_correct(self) -> bool:
        return self.record.confirmed is None

    @on(Correct)
    def _correct(self) -> None:
        correct_record(self, self.record)

    @enabled_when(ShowHistory)
    def _has_history(self) -> bool:
        return bool(self.record.corrections)

    @on(ShowHistory)
    def _show_history(self) -> None:
        lines = [f"{day_in_words(change.at)}: {change.in_words}" for change in self.record.corrections]
        self.app.push_screen(NoticeScreen(f"Changed before it was confirmed: {self.record.title}", "\n\n".join(lines)))

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
        return bool(self.records_for("file"))

    @on(NoteFiled)
    def _note_filed(self) -> None:
        file_records(self, self.records_for("file"))

    @on(Copy)
    def _copy(self) -> None:
        self.app.copy_to_clipboard(render_record(self.record, "txt"))
