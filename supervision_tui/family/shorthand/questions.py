"""What is open about a line: words that were not understood, and words that can mean two things."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from supervision_tui.lazy_pattern import lazy_pattern

_FIGURES = lazy_pattern(r"[0-9]+[/.-][0-9]+[/.-][0-9]+")


@dataclass(frozen=True, slots=True)
class Unknown:
    """Words that were not understood, with their place in the line: *start* to *end*."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Question:
    """Something to ask before the line is kept: *about* which words, and the *choices* as (answer, words)."""

    about: str
    words: str
    choices: tuple[tuple[str, str], ...] = ()

    def __str__(self) -> str:
        choices = ", ".join(f"{number} {words}" for number, (_, words) in enumerate(self.choices, 1))
        return f"{self.words} {choices}" if choices else self.words


def unknown_question(unknown: Unknown) -> Question:
    """What to do with words that were not understood."""
    if _FIGURES.search(unknown.text):
        return Question(
            unknown.text, f"'{unknown.text}' is not a date that can be read. Write the year with four digits."
        )
    choices = (("name", "part of the name"), ("note", "a note"), ("out", "leave it out"))
    return Question(unknown.text, f"'{unknown.text}' was not understood. It is:", choices)


def grouped(line: str, unknown: Iterable[Unknown]) -> tuple[Unknown, ...]:
    """Words that were not understood and stand beside each other, as one."""
    runs: list[Unknown] = []
    for word in unknown:
        if runs and not line[runs[-1].end : word.start].strip():
            before = runs.pop()
            runs.append(Unknown(line[before.start : word.end], before.start, word.end))
        else:
            runs.append(word)
    return tuple(runs)
