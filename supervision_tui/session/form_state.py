"""A form while it is filled: what stands in its parts, what is still needed, and where the cursor goes. Pure data.

A form opens at the first part that is needed and empty; Enter asks for the next one, and keeps the whole when none is.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from supervision_tui.practice.library import FieldPart
from supervision_tui.session.child_choice import read_written
from supervision_tui.text_folding import name_key


@dataclass(frozen=True, slots=True)
class FormGap:
    """What a part of a form lacks: the part's id, and a sentence."""

    part: str
    why: str


@dataclass(frozen=True, slots=True)
class FormState:
    """The parts of a form and what stands in them.

    Attributes:
        parts: of the form, in their order.
        answers: the words in them, by id; for whom it is as ids with commas, or the sign for all.
        children: the names of the children who can be chosen now, by id.
        confirmed: whether somebody has looked at for whom it is, where the words alone do not settle it.
    """

    parts: tuple[FieldPart, ...]
    answers: Mapping[str, str]
    children: Mapping[str, str]
    confirmed: bool = True

    @property
    def shown(self) -> tuple[FieldPart, ...]:
        """The parts that are asked: for whom it is only where several children can be meant."""
        return tuple(part for part in self.parts if not part.choose or len(self.children) > 1)

    @property
    def needed(self) -> tuple[FieldPart, ...]:
        """The parts that must not stay empty."""
        return tuple(part for part in self.shown if part.needed or part.choose)

    def answered(self, part: FieldPart) -> bool:
        """Whether something that will do stands in *part*."""
        return not self._why_not(part)

    @property
    def opens_at(self) -> str:
        """The id of the part where the cursor begins: needed and empty, or else empty, or else the first."""
        empty = [part.id for part in self.shown if not self.answers.get(part.id)]
        gaps = [gap.part for gap in self.gaps()]
        return next(iter([*gaps, *empty, self.shown[0].id]))

    def gaps(self) -> tuple[FormGap, ...]:
        """Every part that keeps the form from being kept, in their order."""
        return tuple(FormGap(part.id, why) for part in self.shown if (why := self._why_not(part)))

    def needed_in_words(self) -> str:
        """What is needed and how much of it is there: "Needed: what ✓  because  (1 of 2)"."""
        labels = [f"{part.label}{' ✓' if self.answered(part) else ' ·'}" for part in self.needed]
        there = sum(self.answered(part) for part in self.needed)
        return f"Needed: {'  '.join(labels)}   ({there} of {len(labels)})"

    def _why_not(self, part: FieldPart) -> str:
        words = self.answers.get(part.id, "").strip()
        if part.choose:
            return self._why_nobody(words)
        if not words:
            return f"Still needed: {part.label}" if part.needed else ""
        if part.bounds and not (words.isdecimal() and part.bounds[0] <= int(words) <= part.bounds[1]):
            return f"{part.label}: a whole number from {part.bounds[0]} to {part.bounds[1]}."
        if part.among and not any(name_key(answer).startswith(name_key(words)) for answer in part.among):
            return f"{part.label}: one of {', '.join(part.among)}."
        return ""

    def _why_nobody(self, words: str) -> str:
        chosen = read_written(words, self.children)
        if chosen is None:
            return "Somebody who was chosen is no longer in this family: choose again."
        if not chosen:
            return "For whom? Choose one child, several, or 0 for all of them."
        return "" if self.confirmed else "For whom? Enter once more if this is right."
