"""A checklist beside a record: what the record shows is quoted, the rest is asked; answers are words, never marks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from supervision_tui.practice.library.checklists import ChecklistAnswer
from supervision_tui.tui.app_services.room_view import Shows
from supervision_tui.tui.commands import Command, CommandScreen
from supervision_tui.tui.content import beside, lines, shown
from supervision_tui.tui.screens.dialogs.form import AnswerError, Part, PartsScreen
from supervision_tui.tui.widgets.keys import Keys
from supervision_tui.tui.widgets.top_line import TopLine

if TYPE_CHECKING:
    from textual.content import Content

    from supervision_tui.practice.library.checklists import Checklist
    from supervision_tui.records import EvidencedItem, Record
    from supervision_tui.tui.app import SupervisionApp

SHOWN_EACH = 3
"""Quotes under one question; more are counted."""


class Say(Command["ChecklistScreen"]):
    """Say what you found: yes, partly, no or does not apply, and where you saw it."""

    key, words = "enter", "ChecklistAnswer"

    def run(self) -> None:
        self.screen.ask()


class BackFromChecklist(Command["ChecklistScreen"]):
    """Back; every answer is kept already."""

    key, words = "escape", "Back"

    def run(self) -> None:
        self.screen.app.pop_screen()


class ChecklistScreen(CommandScreen):
    """The questions of a checklist, each with what the record shows and what was said.

    Args:
        record: the record that is talked over.
        checklist: the questions.
    """

    app: SupervisionApp
    COMMANDS_HERE: ClassVar[tuple[type[Command[Any]], ...]] = (Say, BackFromChecklist)
    room_shows = Shows.HIDDEN
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
        yield TopLine(shown(f"{self.checklist.title}: {self.record.title}", "bold"))
        yield OptionList(markup=False, id="questions_of_list")
        with VerticalScroll(id="evidence", classes="place"):
            yield Static(id="evidence_words")
        yield Keys()

    def on_mount(self) -> None:
        """Find what the record shows."""
        from supervision_tui.workspace.disclosure.record_review import checklist_evidence as evidence  # noqa: PLC0415 - only now needed

        self.asked = {one.item.id: one for one in evidence(self.checklist, self.app.workspace, self.record)}
        self.fill()
        self.query_one(OptionList).focus()

    def fill(self) -> None:
        """Show every question with its answer, if it has one."""
        options = self.query_one(OptionList)
        at = options.highlighted
        options.set_options(Option(self._row(one), id=key) for key, one in self.asked.items())
        options.highlighted = at or 0
        self._tell()

    def _row(self, asked: EvidencedItem) -> Content:
        from supervision_tui.records import answer_to  # noqa: PLC0415 - loaded by now

        said = answer_to(self.record, asked.item.id)
        if said is not None:
            return beside(shown(f"{said.answer.value:<15}", "$success"), shown(str(asked.item.text)))
        state = f"{'quoted below' if asked.quotes else 'asked':<15}"
        return beside(shown(state, "$foreground 70%"), shown(str(asked.item.text)))

    @property
    def chosen(self) -> EvidencedItem:
        """The question under the cursor."""
        options = self.query_one(OptionList)
        return self.asked[str(options.get_option_at_index(options.highlighted or 0).id)]

    @on(OptionList.OptionHighlighted)
    def _tell(self) -> None:
        from supervision_tui.records import answer_to  # noqa: PLC0415 - loaded by now

        asked = self.chosen
        rows: list[Content | str] = [shown(str(asked.item.text), "bold")]
        if asked.item.good:
            rows.append(shown(str(asked.item.good), "$foreground 70%"))
        if asked.quotes:
            rows += ["", shown("What the record shows", "$accent bold")]
            rows += [shown(f"{one.heading}: {one.words}") for one in asked.quotes[:SHOWN_EACH]]
            more = len(asked.quotes) - SHOWN_EACH
            rows += [shown(f"… and {more} more", "$foreground 70%")] if more > 0 else []
        else:
            rows += ["", "The record cannot show this: it is asked."]
        said = answer_to(self.record, asked.item.id)
        if said is not None:
            where = f" {said.evidence}" if said.evidence else ""
            rows += ["", shown(f"{said.by} said: {said.answer.value}.{where}", "$success")]
        self.query_one("#evidence_words", Static).update(lines(*rows))

    @on(OptionList.OptionSelected)
    def ask(self) -> None:
        """Ask about the question under the cursor, and keep the answer with the record."""
        from supervision_tui.records import answer_item, answer_to  # noqa: PLC0415 - loaded by now

        item, workspace = self.chosen.item, self.app.workspace
        said = answer_to(self.record, item.id)
        parts = [
            Part("answer", str(item.text), value=said.answer.value if said else "", needed=True,
                 choices=tuple(one.value for one in ChecklistAnswer)),
            Part("evidence", "Where did you see it?", value=" ".join(said.evidence.split()) if said else ""),
            Part("by", "Who says so", value=str(said.by if said else workspace.me), needed=True),
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

        self.app.push_screen(PartsScreen("What did you find?", parts, keep), kept)
