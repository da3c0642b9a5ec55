"""Confirming, changing and filing records: the questions that are asked, each of which names whom it is about."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Protocol

from supervision_tui.days import day_in_words
from supervision_tui.practice import Destination
from supervision_tui.records import confirm, correct_line, look_at, mark_filed, record_lines
from supervision_tui.tui.dialogs.dialogs import ChooseScreen
from supervision_tui.tui.dialogs.form import AnswerError, FormScreen, Part
from supervision_tui.tui.screens.people.forms import day, day_as_typed
from supervision_tui.tui.screens.records.correct_line import CorrectLineScreen
from supervision_tui.workspace.disclosure import family_of, review_remarks
from supervision_tui.workspace.reports import titles_in_words, usual_role, usual_system

if TYPE_CHECKING:
    from supervision_tui.records import Record
    from supervision_tui.tui.base import Program
    from supervision_tui.workspace import Workspace


class RecordsKeeper(Protocol):
    """A screen on which records are chosen."""

    @property
    def app(self) -> Program:
        """The program."""

    @property
    def workspace(self) -> Workspace:
        """The open notebook."""

    def keep_records(self, act: str, changed: Sequence[Record], done: str) -> None:
        """Keep the *changed* records, say what was *done*, and go to what waits for the same *act*."""


def short_title(record: Record) -> str:
    """The title as a question names it: "Robin's file"."""
    return str(record.title).removeprefix("For ")


def titles_of(records: Sequence[Record]) -> str:
    """The records that a question is about, by name; one with its day."""
    if len(records) == 1:
        return f"{short_title(records[0])}, {day_in_words(records[0].day)}"
    return f"{len(records)} records: {titles_in_words(short_title(record) for record in records)}"


def confirm_records(keeper: RecordsKeeper, records: Sequence[Record]) -> None:
    """Ask once, naming the records, and confirm them; what must be looked at comes first."""
    remarks = {record.id: review_remarks(keeper.workspace, record) for record in records}
    must = [remark for record in records for remark in remarks[record.id] if remark.must]
    me = str(keeper.workspace.me)
    role = usual_role(keeper.workspace, me)

    def sign(by: str, position: str, shown_to: str) -> None:
        at = keeper.workspace.sessions.now()
        changed = [
            confirm(look_at(record, remarks[record.id], by=by, at=at), by=by, role=position, at=at, shown_to=shown_to)
            for record in records
        ]
        keeper.keep_records("confirm", changed, f"Confirmed: {titles_of(changed)}. From now on words are only added.")

    def decided(choice: str | None) -> None:
        if choice == "me":
            sign(me, role, "")
        elif choice == "shown":
            sign(me, role, str(records[0].subject))
        elif choice == "form":
            _form(keeper, records, sign)

    worker = str(records[0].subject) if _own_record(records) else ""
    choices = [("form", "Confirm, as somebody else or with who was shown the wording")]
    if role and worker:
        choices = [("shown", f"Confirm as {me}, {role}; {worker} was shown the wording"), *choices]
        choices.insert(1, ("me", f"Confirm as {me}, {role}; {worker} has not seen it yet"))
    elif role:
        choices = [("me", f"Confirm as {me}, {role}"), *choices]
    if must:
        choices = [("back", "Not yet"), *((key, f"I have looked at these. {words}") for key, words in choices)]
    words = "\n\n".join(["Please look at these first:", *(f"! {remark.in_words}" for remark in must)] if must else [])
    keeper.app.push_screen(ChooseScreen(f"Confirm {titles_of(records)}?", choices, words), decided)


def _own_record(records: Sequence[Record]) -> bool:
    return len(records) == 1 and records[0].destination is Destination.SUPERVISION_RECORD


def _form(keeper: RecordsKeeper, records: Sequence[Record], sign: Signs) -> None:
    """Who confirms, as what, and who was shown the wording."""
    me = str(keeper.workspace.me)
    parts = [
        Part("by", "Who confirms", value=me, needed=True),
        Part("role", "As what", value=usual_role(keeper.workspace, me), hint="team manager", needed=True),
        Part("shown_to", "Who was shown the wording first", hint="the presenter"),
    ]

    def keep(words: dict[str, str]) -> None:
        try:
            sign(words["by"], words["role"], words["shown_to"])
        except ValueError as trouble:
            raise AnswerError("by", str(trouble)) from None

    keeper.app.push_screen(FormScreen(f"Confirm {titles_of(records)}", parts, keep))


class Signs(Protocol):
    """Confirms, by a name, as a role, with whom the wording was shown to."""

    def __call__(self, by: str, position: str, shown_to: str) -> None:
        """Confirm."""


def correct_record(keeper: RecordsKeeper, record: Record) -> None:
    """Choose a line of a record that nobody has confirmed, change it or take it out; the list stays for the next."""
    lines = record_lines(record)
    choices = [(str(line.number), f"{line.heading}: {line.words}") for line in lines]

    def change(number: int, words: str | None) -> None:
        if words is None:
            return
        try:
            changed = correct_line(
                record,
                number,
                words,
                by=str(keeper.workspace.me),
                at=keeper.workspace.sessions.now(),
                family=family_of(keeper.workspace, record),
            )
        except ValueError as trouble:
            keeper.app.push_screen(
                CorrectLineScreen(lines[number - 1], words, str(trouble)), lambda w: change(number, w)
            )
            return
        keeper.keep_records("", [changed], f"Changed in {titles_of([changed])}. h shows what stood there.")

    def chosen(key: str | None) -> None:
        if key is not None:
            number = int(key)
            keeper.app.push_screen(CorrectLineScreen(lines[number - 1]), lambda words: change(number, words))

    keeper.app.push_screen(ChooseScreen(f"Change {titles_of([record])}: which line?", choices), chosen)


def file_records(keeper: RecordsKeeper, records: Sequence[Record]) -> None:
    """Ask in which system the records stand now, and note it."""
    parts = [
        Part(
            "system",
            "Filed in which system of the authority",
            value=usual_system(keeper.workspace),
            hint="its name",
            needed=True,
        ),
        Part("on", "On which day", value=day_as_typed(keeper.workspace.today()), day=True),
        Part("by", "By whom", value=str(keeper.workspace.me), needed=True),
    ]

    def keep(words: dict[str, str]) -> None:
        on = day("on", words["on"]) or keeper.workspace.today()
        try:
            filed = [mark_filed(record, system=words["system"], on=on, by=words["by"]) for record in records]
        except ValueError as trouble:
            raise AnswerError("system", str(trouble)) from None
        done = f"Filed: {titles_of(filed)}. The copies here are listed among what should go (Notebook)."
        keeper.keep_records("file", filed, done)

    keeper.app.push_screen(FormScreen(f"Filed: {titles_of(records)}", parts, keep))
