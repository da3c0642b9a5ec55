"""One question at a time, with the reason why it is offered, and a few words to start with."""

from __future__ import annotations

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Static

from supervision_tui.practice import Question
from supervision_tui.tui.content import content, stacked

MOST_STARTERS = 6


class QuestionCard(Vertical):
    """The question that the room may use next."""

    def __init__(self, *, id: str) -> None:  # noqa: A002 - Textual's own name for it
        super().__init__(id=id)
        self.questions: Sequence[Question] = ()
        self._at = 0

    def compose(self) -> ComposeResult:
        """The question, then words to start with."""
        with Vertical(id="question", classes="card") as card:
            card.border_title = "One question"
            yield Static(id="question_words")
        with Vertical(id="starters", classes="card") as card:
            card.border_title = "Words to start with"
            yield Static(id="starter_words")

    def offer(self, questions: Sequence[Question], starters: Sequence[str]) -> None:
        """Offer *questions* from the first on, beside *starters*."""
        self.questions, self._at = questions, 0
        self.query_one("#starters").set_class(not starters, "none")
        self.query_one("#starter_words", Static).update(
            stacked(*(content(words) for words in starters[:MOST_STARTERS]))
        )
        self._show()

    @property
    def current(self) -> Question | None:
        """The question shown."""
        return self.questions[self._at] if self._at < len(self.questions) else None

    def another(self) -> None:
        """Show the next question; after the last one the first again."""
        if self.questions:
            self._at = (self._at + 1) % len(self.questions)
            self._show()

    def _show(self) -> None:
        question = self.current
        self.query_one("#question").display = question is not None
        if question is None:
            return
        words = [content(question.text, "bold")]
        if question.because:
            words.append(content(question.because, "$foreground 70%"))
        self.query_one("#question_words", Static).update(stacked(*words))
        keys = f"F3 another · F4 keep · {self._at + 1} of {len(self.questions)}"
        self.query_one("#question").border_subtitle = content(keys)
