"""The lines of "Go anywhere": stages with a letter each, families with a digit, and what waits. Pure: no widget.

Widths are in cells; see :class:`GoMap` for the shape of what comes out.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from string import ascii_letters
from textwrap import wrap
from typing import TYPE_CHECKING

from rich.cells import cell_len, set_cell_size

from supervision_tui.session.meeting_steps import MeetingStep
from supervision_tui.tui.content import filled

if TYPE_CHECKING:
    from supervision_tui.session.drafts import WaitingDraft
    from supervision_tui.workspace.running.overview import NeededAnswer, SessionOverview, StageCell

BESIDE = 7
"""Cells for the letter and the minutes of a stage, beside its title."""
LONGEST, SHORTEST, BESIDE_MANY = 26, 14, 20
"""Cells for the title of a stage, at the most and at the least, and beside the names of many families."""
MANY = 4
"""Families from which on the titles give way to their names."""
WIDEST, NARROWEST = 17, 5
"""Cells of a family's column, at the most and at the least."""
WORDS_FROM = 9
"""Cells from which on a column has words; narrower ones have marks."""
FOR_ALL = ", for all"
"""How a square ends that is for all families together."""
EACH_FAMILY = "  each family"
"""What stands before the squares of the families, in a stage that is held for all of them and for each."""
TWO_COLUMNS = 110
"""Cells from which on what waits and what is needed stand side by side."""


@dataclass(frozen=True, slots=True)
class GoTarget:
    """Where a row or a square leads: a *step*, a draft that is *waiting*, an answer that is *needed*, a *tray*."""

    step: MeetingStep
    waiting: WaitingDraft | None = None
    needed: NeededAnswer | None = None
    tray: bool = False


@dataclass(frozen=True, slots=True)
class GoRow:
    """One row that can be gone to: its *letter* ("" beyond the alphabet), its *words*, and its *squares*.

    A row of *words* alone leads to its first square.
    """

    letter: str
    words: str
    minutes: str
    squares: tuple[tuple[str, GoTarget | None], ...]
    part: str = "stages"


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of a line: its *words*, and the place (row, square) of the cursor that it stands for, if any."""

    words: str
    at: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class GoMap:
    """Everything on the screen: the *rows* that can be gone to, and the *lines* as pieces."""

    rows: tuple[GoRow, ...]
    lines: tuple[tuple[Piece, ...], ...]

    def line_of(self, row: int) -> int:
        """The number of the line where *row* begins."""
        return next((at for at, line in enumerate(self.lines) for piece in line if piece.at and piece.at[0] == row), 0)


def go_rows(
    overview: SessionOverview, waiting: Sequence[str], needed: Sequence[str], width: int, names: Mapping[str, str]
) -> list[GoRow]:
    """Every row of *overview* for *width* cells.

    *waiting* and *needed* are the words that may stand there for each; *names* what the families may be called.
    """
    column = _column(len(overview.families), width)
    rows = []
    for row in overview.rows:
        squares: list[tuple[str, GoTarget | None]] = []
        if row.whole is not None:
            all_of_them = FOR_ALL if overview.families else ""
            squares.append((row.whole.words + all_of_them, GoTarget(MeetingStep(row.stage))))
        for family, cell in zip(overview.families, row.cells, strict=False):
            target = None if cell is None or cell.state == "absent" else GoTarget(MeetingStep(row.stage, family))
            squares.append((_cell(cell, column), target))
        rows.append(GoRow(row.letter, row.title, str(row.minutes), tuple(squares)))
    taken = "".join(row.letter for row in rows)
    free = iter(letter for letter in ascii_letters if letter not in taken)
    for draft, words in zip(overview.waiting, waiting, strict=True):
        target = GoTarget(MeetingStep(draft.draft.stage, draft.family), waiting=draft)
        rows.append(GoRow(next(free, ""), words, "draft", (("", target),), "waiting"))
    for family, count in overview.trays.items():
        words = f"{names.get(family, 'no family yet')}: {count} line{'s' if count > 1 else ''} in no file yet"
        step = next((row.stage for row in overview.rows), "")
        rows.append(
            GoRow(next(free, ""), words, "tray", (("", GoTarget(MeetingStep(step, family), tray=True)),), "waiting")
        )
    for need, words in zip(overview.needed, needed, strict=True):
        target = GoTarget(MeetingStep(need.stage, need.family), needed=need)
        rows.append(GoRow(next(free, ""), words, "needed", (("", target),), "needed"))
    return rows


def _column(families: int, width: int) -> int:
    return max(NARROWEST, min(WIDEST, (width - BESIDE - _longest(families)) // max(families, 1)))


def _longest(families: int) -> int:
    return BESIDE_MANY if families >= MANY else LONGEST


def _title(families: int, width: int) -> int:
    """Cells that the titles of the stages have beside the columns of so many *families*."""
    return max(SHORTEST, min(LONGEST, width - BESIDE - families * _column(families, width)))


def _cell(cell: StageCell | None, column: int) -> str:
    if cell is None:
        return ""
    return cell.words if column >= WORDS_FROM and cell_len(cell.words) < column else cell.mark


def go_map(rows: Sequence[GoRow], families: Sequence[str], width: int) -> GoMap:
    """The lines of *rows* for a window of *width* cells; *families* are the names at the head of the columns."""
    column, title = _column(len(families), width), _title(len(families), width)
    lines: list[tuple[Piece, ...]] = [*_heads(families, column, title)]
    numbered = list(enumerate(rows))
    for number, row in numbered:
        if row.part == "stages":
            lines += _stage_lines(number, row, column, title)
    waiting = [_entry_lines(number, row, width) for number, row in numbered if row.part == "waiting"]
    needed = [_entry_lines(number, row, width) for number, row in numbered if row.part == "needed"]
    if width >= TWO_COLUMNS and waiting and needed:
        half = width // 2 - 1
        left = [line for number, row in numbered if row.part == "waiting" for line in _entry_lines(number, row, half)]
        right = [line for number, row in numbered if row.part == "needed" for line in _entry_lines(number, row, half)]
        lines += [(), (Piece(set_cell_size("Waiting", half)), Piece("Needed before the close"))]
        for at in range(max(len(left), len(right))):
            first = left[at] if at < len(left) else ()
            room = half - sum(cell_len(piece.words) for piece in first)
            lines.append((*first, Piece(" " * room), *(right[at] if at < len(right) else ())))
        return GoMap(tuple(rows), tuple(lines))
    for heading, part in (("Waiting", waiting), ("Needed before the close", needed)):
        if part:
            lines += [(), (Piece(heading),), *(line for entry in part for line in entry)]
    return GoMap(tuple(rows), tuple(lines))


def _heads(families: Sequence[str], column: int, title: int) -> list[tuple[Piece, ...]]:
    """Rows above the columns: "stage", and each family with its digit, on as many lines as its name needs."""
    names = [
        wrap(f"{number} {name}", column - 1, subsequent_indent="  ", break_on_hyphens=True)
        for number, name in enumerate(families, 1)
    ]
    high = max((len(name) for name in names), default=1)
    rows: list[tuple[Piece, ...]] = []
    for at in range(high):
        first = "stage" if at == high - 1 else ""
        minutes = "min" if at == high - 1 else ""
        cells = [set_cell_size(name[at] if at < len(name) else "", column) for name in names]
        rows.append((Piece(f"  {first:<{title}} {minutes:>3} "), Piece("".join(cells).rstrip())))
    return rows


def _stage_lines(number: int, row: GoRow, column: int, title: int) -> list[tuple[Piece, ...]]:
    wrapped = wrap(row.words, title) or [""]
    head = f"{row.letter or ' '} {set_cell_size(wrapped[0], title)} {row.minutes:>3} "
    further = [f"  {line}" for line in wrapped[1:]]
    pieces = [Piece(words, (number, at)) for at, (words, _) in enumerate(row.squares)]
    if pieces and pieces[0].words.endswith(FOR_ALL):
        lines: list[tuple[Piece, ...]] = [(Piece(head), pieces[0])]
        theirs = pieces[1:]
        if theirs:
            start = set_cell_size(further.pop(0) if further else EACH_FAMILY, title + BESIDE)
            lines.append((Piece(start), *_padded(theirs, column)))
    else:
        lines = [(Piece(head), *_padded(pieces, column))]
    return [*lines, *((Piece(line),) for line in further)]


def _padded(pieces: Sequence[Piece], column: int) -> list[Piece]:
    if len(pieces) == 1:
        return list(pieces)
    return [Piece(set_cell_size(piece.words, column), piece.at) for piece in pieces]


def _entry_lines(number: int, row: GoRow, width: int) -> list[tuple[Piece, ...]]:
    head = f"{row.letter or ' '} {filled(row.minutes, 8)}"
    wrapped = wrap(row.words, max(width - cell_len(head) - 2, 20)) or [""]
    first = (Piece(head), Piece(wrapped[0], (number, 0)))
    return [first, *((Piece(" " * cell_len(head) + line),) for line in wrapped[1:])]
