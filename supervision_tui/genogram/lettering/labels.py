"""The words under a symbol: a name in full on up to two lines, its initials, or nothing."""

from __future__ import annotations

from typing import Literal

from supervision_tui.genogram.lettering.cell_widths import cells, clip

Labels = Literal["names", "initials", "symbols"]

WIDEST = 13
"""Cells of the longest label line; a longer word is cut with an ellipsis."""

LINES: dict[Labels, int] = {"names": 2, "initials": 1, "symbols": 0}
"""Label lines of each kind."""

NAME_LETTERS = 200
"""Letters of a name that are looked at: no name is longer, and a label of 10,000 must not take time."""


def label(name: str, kind: Labels) -> tuple[str, ...]:
    """The lines to write under a symbol for somebody called *name*; a person without a name gets none."""
    words = name[:NAME_LETTERS].split()
    if kind == "symbols" or not words:
        return ()
    if kind == "initials":
        return (initials(name),)
    return _two_lines(words)


def initials(name: str) -> str:
    """The first letters of up to three words of *name*, the last always among them."""
    words = [word for word in name[:NAME_LETTERS].replace("-", " ").split() if word[0].isalnum()]
    chosen = words if len(words) <= 3 else [*words[:2], words[-1]]  # noqa: PLR2004 - three letters fit a symbol's width
    return "".join(word[0].upper() for word in chosen)


def _two_lines(words: list[str]) -> tuple[str, ...]:
    """*words* over two lines, the lines as even as can be."""
    whole = " ".join(words)
    if len(words) == 1 or cells(whole) <= 7:  # noqa: PLR2004 - so short that a second line gains nothing
        return _broken(whole) if len(words) == 1 else (whole,)
    splits = [(" ".join(words[:at]), " ".join(words[at:])) for at in range(1, len(words))]
    first, second = min(splits, key=lambda pair: (max(cells(pair[0]), cells(pair[1])), -len(pair[0])))
    return clip(first, WIDEST), clip(second, WIDEST)


def _broken(word: str) -> tuple[str, ...]:
    """One word; after its hyphen, or where the line ends, it may go on in the second line."""
    if cells(word) <= WIDEST:
        return (word,)
    head, hyphen, tail = word.partition("-")
    if hyphen and cells(head) < WIDEST:
        return head + hyphen, clip(tail, WIDEST)
    return (clip(word, WIDEST),)


def width(lines: tuple[str, ...], least: int) -> int:
    """The odd number of cells, at least *least*, that *lines* need."""
    widest = max((cells(line) for line in lines), default=0)
    return max(least, widest + 1 - widest % 2)
