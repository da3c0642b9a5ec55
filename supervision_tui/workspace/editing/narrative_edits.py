"""A family told in sentences: what was typed, what is taken, mended or left, and the one step that keeps it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Literal

from supervision_tui.family.edits import EditError
from supervision_tui.family.edits.changes import between
from supervision_tui.family.narrative import NarrativeError, NarrativeReading, SentenceReading, read_narrative

if TYPE_CHECKING:
    from supervision_tui.family import Family
    from supervision_tui.family.shorthand import Question
    from supervision_tui.workspace.editing.family_editor import FamilyEditor

Standing = Literal["taken", "open", "left"]
"""How a sentence stands: taken (also where nothing about it is open), open (asked about), left out."""


@dataclass
class NarrativeDraft:
    """What is told of a *family* on *today*, with what was decided of each sentence.

    Decisions belong to the words of a sentence: they stay while other sentences are typed.
    """

    family: Family
    today: date
    text: str = ""
    taken: set[str] = field(default_factory=set)
    left: set[str] = field(default_factory=set)
    answers: dict[tuple[str, str], str] = field(default_factory=dict)

    def reading(self) -> NarrativeReading:
        """The text as it is read now.

        Raises:
            NarrativeError: it is too long.
        """
        plain = read_narrative(self.text, self.today, self.family)
        answers = {
            f"{sentence.number}:{about}": answer
            for sentence in plain.sentences
            for (words, about), answer in self.answers.items()
            if words == sentence.sentence
        }
        leave = [sentence.number for sentence in plain.sentences if sentence.sentence in self.left]
        if not answers and not leave:
            return plain
        return read_narrative(self.text, self.today, self.family, answers=answers, leave=leave)

    def standing(self, sentence: SentenceReading) -> Standing:
        """How *sentence* stands."""
        if sentence.sentence in self.left:
            return "left"
        return "open" if sentence.questions and sentence.sentence not in self.taken else "taken"

    def take(self, sentence: SentenceReading) -> None:
        """Take *sentence* as it was read back; what is open about it stays words in the family's notes."""
        self.left.discard(sentence.sentence)
        self.taken.add(sentence.sentence)

    def leave(self, sentence: SentenceReading) -> None:
        """Leave *sentence* out; the same again takes it back in."""
        self.taken.discard(sentence.sentence)
        self.left ^= {sentence.sentence}

    def answer(self, sentence: SentenceReading, question: Question, choice: int) -> bool:
        """Answer *question* by the number of its choice, from 1; whether there is such a choice."""
        if not 1 <= choice <= len(question.choices):
            return False
        self.answers[sentence.sentence, question.about] = question.choices[choice - 1][0]
        return True

    def mend(self, sentence: SentenceReading, words: str) -> None:
        """Put *words* in the place of *sentence*."""
        self.text = self.text.replace(sentence.sentence, words.strip(), 1)

    def keep(self, editor: FamilyEditor) -> int:
        """Put everything taken on the drawing, as one step; how many people are new.

        Raises:
            EditError: nothing was told, or a sentence is still open; nothing was changed.
        """
        try:
            reading = self.reading()
        except NarrativeError as refused:
            raise EditError(str(refused)) from None
        waiting = [str(sentence.number) for sentence in reading.sentences if self.standing(sentence) == "open"]
        if waiting:
            numbers = ", ".join(waiting)
            raise EditError(
                f"Still open: {numbers}. Answer, t takes as it is, l leaves out, m mends. Nothing was kept."
            )
        if reading.family == editor.family:
            raise EditError("Nothing was told yet. Nothing was changed.")
        before = len(editor.family.persons)
        editor.apply(between(reading.family, editor.family, "Told in sentences"))
        return len(editor.family.persons) - before
