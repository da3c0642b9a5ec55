"""A family's page as lines of words: for a terminal without a screen, for plain mode, to be read aloud."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from supervision_tui.days import day_in_words
from supervision_tui.lazy_pattern import lazy_pattern

if TYPE_CHECKING:
    from supervision_tui.workspace.reports.family_page import FamilyPage, PageRow

_KEY = lazy_pattern(r"\. n \d$")
LABEL = 12
"""Cells of the labels' column."""
WIDTH = 78


def page_lines(page: FamilyPage, *, width: int = WIDTH, hidden: bool = False, whole: bool = False) -> list[str]:
    """*page* as lines of at most *width* cells: danger first, then each row.

    Args:
        page: of a family.
        width: cells of a line.
        hidden: also what is kept from somebody, in full.
        whole: every line of each row, not only the newest.
    """
    where = f"{page.name}, {_place(page)}" if page.person else page.name
    lines = [f"{page.title} · {where} · as at {day_in_words(page.as_at)}"]
    for words in page.kept if hidden else page.danger:
        lines += _wrapped("!", words, width, 2)
    if not page.danger:
        lines.append("No harm is flagged, no order and nothing kept from anybody is noted.")
    lines.append("")
    for row in page.rows:  # the keys that add are the screen's own
        lines += row_lines(replace(row, empty=_KEY.sub("", row.empty)), width, whole=whole)
    for label, lines_of_end in (("Numbers", page.numbers), ("Lately", page.latest)):
        for at, line in enumerate(lines_of_end):
            lines += _wrapped("" if at else label, line, width)
    return lines


def row_lines(row: PageRow, width: int, *, whole: bool = False) -> Iterator[str]:
    """One row, its label beside the first line; what could stand there where it is empty."""
    lines = (row.lines if whole else row.shown) or (row.empty,)
    for at, line in enumerate(lines):
        yield from _wrapped("" if at else row.label, line, width)


def _wrapped(label: str, words: str, width: int, indent: int = LABEL) -> list[str]:
    """*words* in the column after *label*, which never cuts them."""
    first = f"{label:<{indent}}"
    if len(label) >= indent:
        first = f"{label} "
    text = "  ".join(part.strip() for part in words.splitlines() if part.strip())
    return textwrap.wrap(text, width, initial_indent=first, subsequent_indent=" " * indent, break_long_words=True) or [
        first.rstrip()
    ]


def _place(page: FamilyPage) -> str:
    ids = [person for person, _ in page.people]
    return f"{ids.index(page.person) + 1} of {len(ids)}" if page.person in ids else "not among the first nine"
