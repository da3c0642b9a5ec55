"""One question at a time, with the reason why it is offered, and a few words to start with."""

from __future__ import annotations

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Static

from supervision_tui.practice import Question
from supervision_tui.tui.content import content, stacked

MOST_STARTERS = 6
NOBODY_TO_ASK = "Nobody here can be asked this way: nobody under four, and nobody unborn, is asked questions."


class QuestionCard(Vertical):
    """The question that the room may use next."""

    def __init__(self, *, id: str) -> None:  # noqa: A002 - Textual's own name for it
        super().__init__(id=id)
        self.questions: Sequence[Question] = ()
        self._at = 0
        self._hearer = ""

    def compose(self) -> ComposeResult:
        """The question, then words to start with."""
        with Vertical(id="question", classes="card") as card:
            card.border_title = "One question"
            yield Static(id="question_words")
        with Vertical(id="starters", classes="card") as card:
            card.border_title = "Words to start with"
            yield Static(id="starter_words")

    def offer(self, questions: Sequence[Question], starters: Sequence[str], hearer: str = "") -> None:
        """Offer *questions* from the first on, beside *starters*; *hearer* says whom they are put to, if not us."""
        self.questions, self._at, self._hearer = questions, 0, hearer
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

    def put(self, question: Question) -> None:
        """Show *question* now, before the one that is shown, and have it among the others from now on."""
        others = [other for other in self.questions if other.prompt_id != question.prompt_id]
        at = min(self._at, len(others))
        self.questions, self._at = [*others[:at], question, *others[at:]], at
        self._show()

    def _show(self) -> None:
        question = self.current
        card = self.query_one("#question")
        card.display = question is not None or bool(self._hearer)
        card.border_title = content(f"One question, {self._hearer}" if self._hearer else "One question")
        if question is None:
            self.query_one("#question_words", Static).update(content(NOBODY_TO_ASK))
            card.border_subtitle = ""
            return
        words = [content(question.text, "bold")]
        why = " · ".join(filter(None, ("" if self._hearer else question.hearers, question.chosen_for)))
        words += [content(line, "$foreground 70%") for line in (why, question.because) if line]
        self.query_one("#question_words", Static).update(stacked(*words))
        keys = f"F3 all · {self._at + 1} of {len(self.questions)}"
        card.border_subtitle = content(keys)
