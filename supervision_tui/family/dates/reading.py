"""From words to a date: EDTF first, then what people in Britain write.

:func:`understand` never raises: words that say no date come back as a :class:`Misread` that tells what would do.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from supervision_tui.family.dates import edtf
from supervision_tui.family.dates.span import Span

WOULD_DO = "1987, 2010-02, 12/03/2001 (day first), spring 2019, ~1987, 'before 1990' or 'age 7 on 2024-05-01'"
"""Examples of dates for messages."""

LONGEST = 200
"""Characters in a date; longer is not a date."""


class DateNotUnderstood(ValueError):  # noqa: N818 - a sentence for a person
    """Words that say no date; the message tells what would do."""


@dataclass(frozen=True, slots=True)
class Misread:
    """Words in which no date was found, and a sentence about what would do."""

    words: str
    hint: str


def understand(words: str) -> Span | Misread:
    """What *words* say as a date. Never raises."""
    text = " ".join(words.split())
    if not text:
        return Misread(words, f"There is no date here. What would do: {WOULD_DO}.")
    if len(text) > LONGEST:
        return Misread(words, f"This is too long to be a date. What would do: {WOULD_DO}.")
    if text.startswith("(") and text.endswith(")"):
        return Span("XXXX", date.min, date.max, "words")
    found = edtf.read(text)
    if found is None and text[0] == "~":
        found = edtf.read(f"{text[1:].strip()}~")
    if found is not None:
        return replace(found)
    return Misread(words, f"'{text[:40]}' is not a date that can be read. What would do: {WOULD_DO}.")
