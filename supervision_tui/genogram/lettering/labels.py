"""The words under a symbol: a name in full on up to three lines, its initials, or nothing."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from supervision_tui.family import Person
from supervision_tui.genogram.lettering.cell_widths import cells, clip

Labels = Literal["names", "initials", "symbols"]

WIDEST = 16
"""Cells of the longest label line; a longer word goes on after its hyphen."""

LONGEST_PIECE = 20
"""Cells of one name, or of one half of a double one, that stands whole; a longer one is cut with an ellipsis."""

COMFORTABLE = 13
"""Cells that a line of several words may take before they are set in more lines."""

MOST_LINES = 3
"""Lines of the longest label."""

LINES: dict[Labels, int] = {"names": 2, "initials": 1, "symbols": 0}
"""Label lines of each kind."""

SHORT = 7
"""Cells of a name so short that a second line gains nothing."""

NAME_LETTERS = 200
"""Letters of a name that are looked at: no name is longer, and a label of 10,000 must not take time."""


def label(name: str, kind: Labels, most: int = MOST_LINES) -> tuple[str, ...]:
    """The lines to write under a symbol for somebody called *name*; a person without a name gets none.

    Given names come first and the family name last, each on lines of its own where they do not fit one.
    """
    words = name[:NAME_LETTERS].split()
    if kind == "symbols" or not words:
        return ()
    if kind == "initials":
        return (initials(name),)
    whole = " ".join(words)
    if cells(whole) <= SHORT:
        return (whole,)
    if len(words) == 1:
        return tuple(_broken(whole)[:most])
    lines = [*_wrapped(words[:-1]), *_broken(words[-1])]
    return tuple(lines) if len(lines) <= most else _two_lines(words)


def name_to_write(person: Person) -> str:
    """The name under somebody's symbol; nothing, and no question mark, for a child not born whom nobody has named."""
    return "" if person.kind in {"unborn", "loss"} and person.no_name else str(person.name)


def label_lines(names: Iterable[str], kind: Labels) -> int:
    """How many lines the labels of all these *names* need, at least those of :data:`LINES`."""
    return max([LINES[kind], *(len(label(name, kind)) for name in names)])


def _wrapped(words: list[str]) -> list[str]:
    """*words* on as few lines as they fit."""
    lines: list[str] = []
    for word in words:
        if lines and cells(lines[-1]) + 1 + cells(word) <= COMFORTABLE:
            lines[-1] += f" {word}"
        else:
            lines += _broken(word)
    return lines


def initials(name: str) -> str:
    """The first letters of up to three words of *name*, the last always among them."""
    words = [word for word in name[:NAME_LETTERS].replace("-", " ").split() if word[0].isalnum()]
    chosen = words if len(words) <= 3 else [*words[:2], words[-1]]  # noqa: PLR2004 - three letters fit a symbol's width
    return "".join(word[0].upper() for word in chosen)


def _two_lines(words: list[str]) -> tuple[str, ...]:
    """*words* over two lines, the lines as even as can be."""
    splits = [(" ".join(words[:at]), " ".join(words[at:])) for at in range(1, len(words))]
    first, second = min(splits, key=lambda pair: (max(cells(pair[0]), cells(pair[1])), -len(pair[0])))
    return clip(first, WIDEST), clip(second, WIDEST)


def _broken(word: str) -> list[str]:
    """One word; after its hyphen, or where the line ends, it may go on in the next line."""
    if cells(word) <= WIDEST:
        return [word]
    head, hyphen, tail = word.partition("-")
    if hyphen and cells(head) < LONGEST_PIECE:
        return [head + hyphen, clip(tail, LONGEST_PIECE)]
    return [clip(word, LONGEST_PIECE)]


def width(lines: tuple[str, ...], least: int) -> int:
    """The odd number of cells, at least *least*, that *lines* need."""
    widest = max((cells(line) for line in lines), default=0)
    return max(least, widest + 1 - widest % 2)
