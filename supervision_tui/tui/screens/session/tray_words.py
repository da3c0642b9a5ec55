"""What the tray says of a line: its row, who can be chosen, where each letter puts it, how it would read."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest
from textwrap import wrap

from rich.cells import cell_len, set_cell_size

from supervision_tui.session.tray.jotting import TrayKind
from supervision_tui.workspace.running.tray_desk import TrayDesk, TrayRow

MARK_WIDTH = 11
"""Cells for what a line is marked as, in the list."""
KIND_WIDTH = 32
"""Cells for one letter with its place, where two stand side by side."""
LEFT = "ifqp"
"""Letters of the left column."""


def row_words(desk: TrayDesk, row: TrayRow, family_name: str, alert: str, width: int) -> str:
    """A row of the list, wrapped under its first word: mark, family where it is another, the words, what to look at."""
    kind = desk.kind_of(row)
    mark = desk.called(row, kind) if kind is not None else "no mark"
    head = set_cell_size(mark, MARK_WIDTH) if cell_len(mark) < MARK_WIDTH else f"{mark} "
    words = f"{f'{family_name}: ' if family_name else ''}{' '.join(row.line.text.split())}"
    words = f"{words}   ! {alert}" if alert else words
    return "\n".join(wrap(f"{head}{words}", max(width, 20), subsequent_indent=" " * MARK_WIDTH, break_long_words=True))


def child_words(names: Sequence[str], chosen: Sequence[int], width: int) -> list[str]:
    """Who can be chosen, with a digit each; those who are chosen in brackets."""
    labels = []
    for number, name in enumerate(names, 1):
        words = f"{number} {name}".replace(" ", "\u00a0")
        labels.append(f"[{words}]" if number - 1 in chosen else words)
    if len(names) > 1:
        labels.append("0\u00a0both" if len(names) == 2 else f"0\u00a0all\u00a0{_number(len(names))}")  # noqa: PLR2004
    return wrap(f"whom   {'  '.join(labels)}", width, subsequent_indent=" " * 7)


def kind_words(desk: TrayDesk, row: TrayRow, *, several: bool, width: int) -> list[str]:
    """Each letter, what it makes of the line, and where that stands; in two columns where there is room."""
    labels = {
        kind.letter: f"{kind.letter} {desk.called(row, kind)} → {desk.place_of(row, kind)}" for kind in desk.kinds(row)
    }
    if several:
        labels["m"] = "m another family"
    left = [labels[letter] for letter in LEFT if letter in labels]
    right = [words for letter, words in labels.items() if letter not in LEFT]
    if width < KIND_WIDTH + max(map(cell_len, right), default=0):
        return [line for words in labels.values() for line in wrap(words, width, subsequent_indent="  ")]
    return [
        f"{set_cell_size(first, KIND_WIDTH)}{second}".rstrip()
        for first, second in zip_longest(left, right, fillvalue="")
    ]


def read_back_words(
    desk: TrayDesk, row: TrayRow, kind: TrayKind | None, chosen: Sequence[str], width: int
) -> list[str]:
    """How the line would be kept, and what stops it."""
    if kind is None:
        return wrap("Not marked yet: a letter places it, and says what it is.", width)
    stops = desk.stops(row, kind)
    return wrap(f"! {stops} Enter shows it without." if stops else desk.read_back(row, kind, chosen), width)


def _number(number: int) -> str:
    words = ("none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
    return words[number] if number < len(words) else str(number)
