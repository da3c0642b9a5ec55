"""The questions of a stage, all of them at once, and the tools below: F3. The box and its words stay in sight."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from textwrap import wrap
from typing import TYPE_CHECKING, ClassVar, Literal

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.events import Key
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from supervision_tui.practice import Question
from supervision_tui.tui.content import content, stacked
from supervision_tui.tui.layers import Dialog
from supervision_tui.tui.room_policy import RoomVisibility
from supervision_tui.tui.widgets.choice_list import MARK_WIDTH, ChoiceList

if TYPE_CHECKING:
    from supervision_tui.session import WorkingMethod

Act = Literal["put", "keep", "tool", "library", "hearer"]
KEYS = ("digit: on the stage", "k keep", "h {hearer}", "F3 library", "Esc back")


def keys_for(hearer: str) -> str:
    """The keys of the list in words; h only where the questions can be put to somebody else, the *hearer*."""
    return " · ".join(key.format(hearer=hearer) for key in KEYS if hearer or "{hearer}" not in key)


@dataclass(frozen=True, slots=True)
class QuestionRequest:
    """What somebody wants: an *act*, with the *question* or the *tool* that it is done with."""

    act: Act
    question: Question | None = None
    tool: WorkingMethod | None = None


class QuestionListScreen(Dialog["QuestionRequest | None"]):
    """Choose a question for the stage, keep one for the visit, or open a tool.

    Args:
        title: of the stage, with its letter.
        questions: those chosen for it, the one on the stage among them.
        on_stage: the question that is shown now.
        tools: the working methods of this stage.
        hearer: whom the questions are put to next, in words, or "" where there is nobody else.
    """

    room_visibility = RoomVisibility.BELOW
    AUTO_FOCUS = "OptionList"
    ABOUT = (
        "The questions chosen for this stage, with the reason for each, and the tools of the stage below them. "
        "A digit or Enter puts a question on the stage; k keeps it for the visit. Your words wait below."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss(None)", "Back"),
        Binding("f3", "library", "Library", priority=True),
        Binding("k", "keep", "Keep for the visit"),
        Binding("h", "hearer", "Whom they are for"),
    ]

    def __init__(
        self,
        title: str,
        questions: Sequence[Question],
        on_stage: Question | None,
        tools: Sequence[WorkingMethod],
        hearer: str,
    ) -> None:
        super().__init__()
        self._title = title
        self._questions = list(questions)
        self._on_stage = on_stage
        self._tools = list(tools)
        self._hearer = hearer

    def compose(self) -> ComposeResult:
        """The list."""
        with Vertical(classes="upper") as upper:
            upper.border_title = content(f"Questions for {self._title}: {len(self._questions)} chosen")
            upper.border_subtitle = content(keys_for(self._hearer))
            yield ChoiceList(markup=False)

    def on_mount(self) -> None:
        """Fill the list; the cursor stands on the question that is on the stage."""
        self._fill()
        at = next((number for number, question in enumerate(self._questions) if question is self._on_stage), 0)
        self.query_one(OptionList).highlighted = at

    def on_resize(self) -> None:
        """Wrap the rows for the room there is now."""
        self._fill()

    def _fill(self) -> None:
        options = self.query_one(OptionList)
        at = options.highlighted
        width = max(self.size.width - 8 - MARK_WIDTH, 24)
        rows = [Option(self._row(number, question, width)) for number, question in enumerate(self._questions, 1)]
        rows += [Option(_tool(tool, width)) for tool in self._tools]
        options.set_options(rows)
        options.highlighted = min(at or 0, len(rows) - 1) if rows else None

    def _row(self, number: int, question: Question, width: int) -> Content:
        here = "  (on the stage)" if question is self._on_stage else ""
        first = wrap(f"{number:>2} {question.text}{here}", width, subsequent_indent="   ")
        why = " · ".join(filter(None, (question.hearers, question.chosen_for, question.because)))
        below = wrap(why, width, initial_indent="   ", subsequent_indent="   ")
        return stacked(content("\n".join(first)), content("\n".join(below), "$foreground 70%"))

    @on(OptionList.OptionSelected)
    def _selected(self, event: OptionList.OptionSelected) -> None:
        self._choose(event.option_index)

    def _choose(self, at: int) -> None:
        if at < len(self._questions):
            self.dismiss(QuestionRequest("put", self._questions[at]))
        else:
            self.dismiss(QuestionRequest("tool", tool=self._tools[at - len(self._questions)]))

    def on_key(self, event: Key) -> None:
        """A digit puts that question on the stage."""
        if event.character and event.character.isdigit() and 0 < int(event.character) <= len(self._questions):
            event.stop()
            self._choose(int(event.character) - 1)

    def action_keep(self) -> None:
        """Keep the question under the cursor for the visit."""
        at = self.query_one(OptionList).highlighted
        if at is not None and at < len(self._questions):
            self.dismiss(QuestionRequest("keep", self._questions[at]))

    def action_library(self) -> None:
        """Go on to the library."""
        self.dismiss(QuestionRequest("library"))

    def action_hearer(self) -> None:
        """Have questions that are put to somebody else."""
        if self._hearer:
            self.dismiss(QuestionRequest("hearer"))


def _tool(tool: WorkingMethod, width: int) -> Content:
    return content("\n".join(wrap(f"   tool: {tool.title}. {tool.does}", width, subsequent_indent="   ")))
