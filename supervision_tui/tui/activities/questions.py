"""Questions to take along: chosen from those that fit this family, put in order, marked as asked, what came back."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content

from supervision_tui.practice import Question
from supervision_tui.session import AskedQuestion
from supervision_tui.session.questions import drop_question, kept_questions, move_question, note_reply
from supervision_tui.tui.activities.activity_panel import QUIET, ActivityPanel, heading, marked_line
from supervision_tui.tui.content import content
from supervision_tui.tui.dialogs.dialogs import AskScreen

if TYPE_CHECKING:
    from supervision_tui.tui.session_base import SessionBase

MOST_OFFERED = 24
FEWEST_OFFERED = 4


class QuestionsPanel(ActivityPanel):
    """The kept questions in their order, below them those on offer."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "step(-1)", "Up", show=False),
        Binding("down", "step(1)", "Down", show=False),
        Binding("enter,k", "keep", "Keep or let go", show=False),
        Binding("shift+up,u", "rank(-1)", "More wanted", show=False),
        Binding("shift+down,d", "rank(1)", "Less wanted", show=False),
        Binding("a", "asked", "Asked: what came back", show=False),
    ]
    KEYS = "Enter keep or let go · u/d move up or down · a asked, what came back"

    def __init__(self, screen: SessionBase) -> None:
        super().__init__(screen)
        self.at = 0
        self._all = tuple(screen.controller.questions())

    @property
    def kept(self) -> tuple[AskedQuestion, ...]:
        """The kept questions, the most wanted first."""
        return tuple(
            question for question in kept_questions(self.editor)
            if self.app.room.may_show(private=question.destination.value == "private")
        )  # fmt: skip

    @property
    def offered(self) -> tuple[Question, ...]:
        """Those that fit and are not kept yet."""
        taken = {question.prompt_id for question in kept_questions(self.editor)}
        return tuple(question for question in self._all if question.prompt_id not in taken)[:MOST_OFFERED]

    def content_lines(self) -> list[Content]:
        """Both lists."""
        rows = [heading("To take along", "the most wanted first")]
        for number, question in enumerate(self.kept):
            mark = "✓ " if question.asked else ""
            rows.append(marked_line(f"{number + 1}. {mark}{question.text}", chosen=number == self.at))
            if question.came_back:
                rows.append(content(f"      came back: {question.came_back}", QUIET))
        if not self.kept:
            rows.append(content("  none yet: choose one below with Enter", QUIET))
        rows += [Content(""), heading("On offer", "they fit this family and this stage")]
        before, fit = len(self.kept), max(FEWEST_OFFERED, (self.height_in_lines - len(rows) - 3) * 2 // 3)
        first = min(max(0, self.at - before - fit + 1), max(0, len(self.offered) - fit))
        here = list(enumerate(self.offered))[first : first + fit]
        rows += [marked_line(question.text, chosen=before + at == self.at) for at, question in here]
        return rows

    def action_step(self, step: int) -> None:
        """Go to another question."""
        if count := len(self.kept) + len(self.offered):
            self.at = (self.at + step) % count
            self.draw()

    def action_keep(self) -> None:
        """Keep the question, or let it go again."""
        editor, now = self.editor, self.controller.now()
        if self.at < len(self.kept):
            drop_question(editor, self.kept[self.at].prompt_id, now)
        elif self.offered:
            question = self.offered[min(self.at - len(self.kept), len(self.offered) - 1)]
            if not self.controller.keep_question(question):
                self.notify("This one is for your own thoughts; it is not written down.", markup=False)
        self.changed()

    def action_rank(self, step: int) -> None:
        """Want it more, or less."""
        if self.at < len(self.kept):
            move_question(self.editor, self.kept[self.at].prompt_id, step, self.controller.now())
            self.at = min(len(self.kept) - 1, max(0, self.at + step))
            self.changed()

    def action_asked(self) -> None:
        """Mark it as asked, and say what came back."""
        if self.at >= len(self.kept):
            return
        question = self.kept[self.at]
        note_reply(self.editor, question.prompt_id, str(question.came_back), self.controller.now())
        self.changed()

        def save_answer(words: str | None) -> None:
            if words is not None:
                note_reply(self.editor, question.prompt_id, words, self.controller.now())
                self.changed()

        self.app.push_screen(
            AskScreen("What came back?", "in their words, as near as you can", str(question.came_back)), save_answer
        )
