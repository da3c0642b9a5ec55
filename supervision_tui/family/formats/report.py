"""What an import could not carry, line by line."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from supervision_tui.text import clean

if TYPE_CHECKING:
    from supervision_tui.family.model.family import Family

MOST_REMARKS = 5_000
"""Remarks kept; further ones are counted."""


class GedcomFormatError(ValueError):
    """A file that cannot be read as GEDCOM at all; nothing was brought in."""


@dataclass(frozen=True, slots=True)
class Remark:
    """One line of the file (from 1; 0 is the file as a whole), and what became of it."""

    line: int
    words: str

    def __str__(self) -> str:
        return f"line {self.line}: {self.words}" if self.line else self.words


@dataclass(slots=True)
class Report:
    """Remarks in the order in which they were made, and how many more there were."""

    remarks: list[Remark] = field(default_factory=list)
    further: int = 0

    def add(self, line: int, words: str) -> None:
        """Keep a remark, cleaned for a terminal."""
        if len(self.remarks) < MOST_REMARKS:
            self.remarks.append(Remark(line, clean(words[:300]).replace("\n", " ")))
        else:
            self.further += 1

    def __str__(self) -> str:
        lines = [str(remark) for remark in self.remarks]
        return "\n".join([*lines, f"and {self.further} more"] if self.further else lines)


@dataclass(frozen=True, slots=True)
class Imported:
    """A family that was brought in, with the report."""

    family: Family
    report: Report
