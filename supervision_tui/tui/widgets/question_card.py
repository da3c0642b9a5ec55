"""The question that the room may use next, with the reason for it; on a wide screen the others of the twelve too."""

from __future__ import annotations

from collections.abc import Sequence
from textwrap import wrap

from textual.content import Content
from textual.widgets import Static

from supervision_tui.practice import Question
from supervision_tui.tui.content import content, show_changed, stacked

MOST_STARTERS = 6
NOBODY_TO_ASK = "Nobody here can be asked this way: nobody under four, and nobody unborn, is asked questions."
ASK = " Ask  "
"""What stands left of the question in a line."""


class QuestionCard(Static):
    """The question that the room may use next: a line below the box, or a column with all that fit."""

    def __init__(self, *, id: str) -> None:  # noqa: A002 - Textual's own name for it
        super().__init__(id=id)
        self.questions: Sequence[Question] = ()
        self._starters: Sequence[str] = ()
        self._at = 0
        self._hearer = ""
        self._as_column = False

    def as_column(self, *, column: bool) -> None:
        """Stand as a column (on a wide screen), or as a line."""
        if column is not self._as_column:
            self._as_column = column
            self._show()

    def offer(self, questions: Sequence[Question], starters: Sequence[str], hearer: str = "") -> None:
        """Offer *questions* from the first on, beside *starters*; *hearer* says whom they are put to, if not us."""
        self.questions, self._at, self._hearer, self._starters = questions, 0, hearer, starters
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
        """Show *question* now: one of these where it stands, any other before the one that is shown."""
        for number, offered in enumerate(self.questions):
            if offered.prompt_id == question.prompt_id:
                self._at = number
                break
        else:
            self.questions = [*self.questions[: self._at], question, *self.questions[self._at :]]
        self._show()

    def on_resize(self) -> None:
        """Wrap for the room there is now."""
        self._show()

    def _show(self) -> None:
        width = max(self.content_size.width, 20)
        self.display = bool(self.questions) or bool(self._hearer)
        if not self.questions:
            nobody = wrap(f"{ASK.strip()}, {self._hearer}: {NOBODY_TO_ASK}", width)
            words = stacked(*nobody) if self._hearer else content("")
        elif self._as_column:
            words = stacked(*self._column(width, self.content_size.height or 30))
        else:
            words = stacked(*self._line(width))
        show_changed(self, words)

    def _line(self, width: int) -> list[Content]:
        """The question whole, and below it whom it is for, why, and where the others are."""
        question = self.questions[self._at]
        hearer = f"({self._hearer}) " if self._hearer else ""
        rows = [
            content(row, "bold")
            for row in wrap(f"{hearer}{question.text}", width, initial_indent=ASK, subsequent_indent=" " * len(ASK))
        ]
        others = f"{self._at + 1} of {len(self.questions)}: F3"
        why = " · ".join(filter(None, ("" if self._hearer else question.hearers, question.chosen_for)))
        room = width - len(ASK) - len(others) - 2
        if len(why) > room:
            why = question.hearers if len(question.hearers) <= room else ""
        rows.append(content(f"{' ' * len(ASK)}{why:<{max(room, 0)}}  {others}", "$foreground 70%"))
        return rows

    def _column(self, width: int, height: int) -> list[Content]:
        """As many questions as fit, the one on the stage among them, then words to start with."""
        title = f"Ask{f', {self._hearer}' if self._hearer else ''}: {len(self.questions)} chosen · F3"
        starters = self._starter_rows(width)
        room = height - len(starters) - 3
        entries = [self._entry(number, question, width) for number, question in enumerate(self.questions)]
        first = 0
        while first < self._at and sum(map(len, entries[first : self._at + 1])) > room - 3:
            first += 1
        rows = [content(title, "bold"), content("")]
        if first:
            rows.append(content(f"… 1 to {first}: F3", "$foreground 70%"))
        after = first
        while after < len(entries) and (after <= self._at or len(rows) + len(entries[after]) <= room):
            rows += entries[after]
            after += 1
        if after < len(entries):
            rows.append(content(f"… {after + 1} to {len(entries)}: F3", "$foreground 70%"))
        return [*rows, *starters]

    def _entry(self, number: int, question: Question, width: int) -> list[Content]:
        here = number == self._at
        mark = "▸ " if here else "  "
        wrapped = wrap(f"{mark}{number + 1:>2} {question.text}", width, subsequent_indent="     ")
        because = question.because if here else ""
        why = " · ".join(filter(None, ("" if self._hearer else question.hearers, question.chosen_for, because)))
        below = wrap(why, width, initial_indent="     ", subsequent_indent="     ")
        style = "bold" if here else ""
        return [*(content(row, style) for row in wrapped), *(content(row, "$foreground 70%") for row in below)]

    def _starter_rows(self, width: int) -> list[Content]:
        if not self._starters:
            return []
        rows = [
            row
            for words in self._starters[:MOST_STARTERS]
            for row in wrap(f"  {words}", width, subsequent_indent="    ")
        ]
        return [content(""), content("Words to start with", "bold"), *(content(row) for row in rows)]
