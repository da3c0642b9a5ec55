"""A checklist beside a record: what the record shows is quoted, the rest is asked; answers are words, never marks."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from supervision_tui.practice import ChecklistAnswer
from supervision_tui.records import answer_item, answer_to
from supervision_tui.tui.commands import Command, CommandScreen
from supervision_tui.tui.content import content, filled, inline, stacked
from supervision_tui.tui.dialogs.form import AnswerError, FormScreen, Part
from supervision_tui.tui.room_policy import RoomVisibility
from supervision_tui.tui.widgets.choice_list import ChoiceList
from supervision_tui.tui.widgets.keys import Keys
from supervision_tui.tui.widgets.top_line import TopLine
from supervision_tui.workspace.disclosure import checklist_evidence as evidence

if TYPE_CHECKING:
    from textual.content import Content

    from supervision_tui.practice import Checklist
    from supervision_tui.records import EvidencedItem, Record
    from supervision_tui.tui.base import Program

SHOWN_EACH = 3
"""Quotes under one question; more are counted."""


class Say(Command):
    """Say what you found: yes, partly, no or does not apply, and where you saw it."""

    key, label = "enter", "Answer"


class BackFromChecklist(Command):
    """Back; every answer is kept already."""

    key, label = "escape", "Back"


class ChecklistScreen(CommandScreen):
    """The questions of a checklist, each with what the record shows and what was said.

    Args:
        record: the record that is talked over.
        checklist: the questions.
    """

    app: Program
    COMMANDS_HERE: ClassVar[tuple[type[Command], ...]] = (Say, BackFromChecklist)
    room_visibility = RoomVisibility.HIDDEN
    ABOUT = (
        "Questions to talk over. What the record itself shows is quoted; an answer is yours, and nothing is counted."
    )

    def __init__(self, record: Record, checklist: Checklist) -> None:
        super().__init__()
        self.record = record
        self.checklist = checklist
        self.asked: dict[str, EvidencedItem] = {}

    def compose(self) -> ComposeResult:
        """The questions, and what belongs to the one chosen."""
        yield TopLine(content(f"{self.checklist.title}: {self.record.title}", "bold"))
        yield ChoiceList(markup=False, id="questions_of_list")
        with VerticalScroll(id="evidence", classes="place"):
            yield Static(id="evidence_words")
        yield Keys()

    def on_mount(self) -> None:
        """Find what the record shows."""
        self.asked = {item.item.id: item for item in evidence(self.checklist, self.app.workspace, self.record)}
        self.fill()
        self.query_one(OptionList).focus()

    def fill(self) -> None:
        """Show every question with its answer, if it has one."""
        options = self.query_one(OptionList)
        at = options.highlighted
        options.set_options(Option(self._row(item), id=key) for key, item in self.asked.items())
        options.highlighted = at or 0
        self._tell()

    def _row(self, asked: EvidencedItem) -> Content:
        answer = answer_to(self.record, asked.item.id)
        if answer is not None:
            return inline(content(f"{filled(answer.answer.value, 15)}", "$success"), content(str(asked.item.text)))
        state = f"{filled('quoted below' if asked.quotes else 'asked', 15)}"
        return inline(content(state, "$foreground 70%"), content(str(asked.item.text)))

    @property
    def chosen(self) -> EvidencedItem:
        """The question under the cursor."""
        options = self.query_one(OptionList)
        return self.asked[str(options.get_option_at_index(options.highlighted or 0).id)]

    @on(OptionList.OptionHighlighted)
    def _tell(self) -> None:
        asked = self.chosen
        rows: list[Content | str] = [content(str(asked.item.text), "bold")]
        if asked.item.good:
            rows.append(content(str(asked.item.good), "$foreground 70%"))
        if asked.quotes:
            rows += ["", content("What the record shows", "$accent bold")]
            rows += [content(f"{quote.heading}: {quote.words}") for quote in asked.quotes[:SHOWN_EACH]]
            more = len(asked.quotes) - SHOWN_EACH
            rows += [content(f"… and {more} more", "$foreground 70%")] if more > 0 else []
        else:
            rows += ["", "The record cannot show this: it is asked."]
        answer = answer_to(self.record, asked.item.id)
        if answer is not None:
            where = f" {answer.evidence}" if answer.evidence else ""
            rows += ["", content(f"{answer.by} said: {answer.answer.value}.{where}", "$success")]
        self.query_one("#evidence_words", Static).update(stacked(*rows))

    @on(OptionList.OptionSelected)
    def ask(self) -> None:
        """Ask about the question under the cursor, and keep the answer with the record."""
        item, workspace = self.chosen.item, self.app.workspace
        before = answer_to(self.record, item.id)
        parts = [
            Part("answer", str(item.text), value=before.answer.value if before else "", needed=True,
                 choices=tuple(answer.value for answer in ChecklistAnswer)),
            Part("evidence", "Where did you see it?", value=" ".join(before.evidence.split()) if before else ""),
            Part("by", "Who says so", value=str(before.by if before else workspace.me), needed=True),
        ]  # fmt: skip

        def keep(words: dict[str, str]) -> None:
            given = ChecklistAnswer(words["answer"])
            record = workspace.records.get(self.record.id)
            try:
                self.record = answer_item(
                    record, item.id, given, evidence=words["evidence"], by=words["by"], on=workspace.today()
                )
            except ValueError as trouble:
                raise AnswerError("by", str(trouble)) from None
            workspace.records.put(self.record, self.record.id)

        def kept(yes: bool | None) -> None:
            if yes:
                self.fill()

        self.app.push_screen(FormScreen("What did you find?", parts, keep), kept)

    @on(Say)
    def _say(self) -> None:
        self.ask()

    @on(BackFromChecklist)
    def _back_from_checklist(self) -> None:
        self.app.pop_screen()
