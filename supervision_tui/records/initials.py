"""Initials in a record that are nowhere spelt out (content specification 7.6)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from pydantic import BaseModel, ConfigDict

from supervision_tui.lazy_pattern import lazy_pattern
from supervision_tui.practice.library import read_shipped
from supervision_tui.text import Line

_INITIALS = lazy_pattern(r"(?<![\w-])(?:[A-Z]{2,7}|(?:[A-Z]\.){2,})s?(?![\w-])")


class InitialsTable(BaseModel):
    """Initials that may stay (*plain*), and what others stand for."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    plain: frozenset[str]
    spelt_out: dict[str, Line]


@dataclass(frozen=True, slots=True)
class UnexplainedInitials:
    """Initials that stand in a text without being spelt out there; *meaning* is empty where we do not know it."""

    letters: str
    meaning: str


@cache
def known() -> InitialsTable:
    """What ``templates/documents/initials.yaml`` says."""
    return read_shipped("templates/documents/initials.yaml", InitialsTable)


def unexplained(text: str) -> tuple[UnexplainedInitials, ...]:
    """Initials in *text* that are not spelt out in it, each once, in the order in which they stand.

    Spelt out is what stands in brackets after words, or before words in brackets: "child protection (CP)", "CP (child
    protection)".
    """
    found: dict[str, UnexplainedInitials] = {}
    for match in _INITIALS.finditer(text):
        letters = match[0].rstrip("s").replace(".", "")
        if letters in known().plain or letters in found or _explained(letters, text):
            continue
        found[letters] = UnexplainedInitials(letters, str(known().spelt_out.get(letters, "")))
    return tuple(found.values())


def _explained(letters: str, text: str) -> bool:
    dotted = r"\.?".join(letters) + r"\.?"
    return re.search(rf"\w\s+\({dotted}s?\)|(?<!\w){dotted}s?\s+\(\w", text) is not None
