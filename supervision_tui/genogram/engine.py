"""From a canonical input to places: one connected family at a time, set side by side."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from supervision_tui.genogram import columns, order, rows, sanity, setting
from supervision_tui.genogram.board import Board
from supervision_tui.genogram.people import LayoutInput

APART = 4
"""Free cells between families that are not connected."""


@dataclass(slots=True)
class Places:
    """Row and centre column of everybody, the columns of lines that pass a row by (union, row), and the input they belong to."""

    given: LayoutInput
    row: dict[str, int] = field(default_factory=dict)
    x: dict[str, int] = field(default_factory=dict)
    passing: dict[str, int] = field(default_factory=dict)


def place(given: LayoutInput) -> Places:
    """Place everybody of *given*.

    Raises:
        sanity.FamilyLoop: somebody would be their own ancestor.
    """
    whole = sanity.canonical(given)
    sanity.refuse_loops(whole)
    places = Places(whole)
    contour: dict[int, int] = {}
    for members in sanity.components(whole):
        persons = {person.id: person for person in whole.persons if person.id in members}
        unions = [union for union in whole.unions if members.issuperset(union.partners + union.children)]
        standing = rows.assign_rows(whole, members)
        board = setting.set_board(persons, unions, standing)
        order.order_rows(board, whole.previous)
        columns.set_columns(board)
        _set_beside(places, board, standing, contour)
    return places


def _set_beside(places: Places, board: Board, standing: Mapping[str, int], contour: dict[int, int]) -> None:
    """Move the finished *board* as far left as what stands there allows."""
    shift = 0
    for row, numbers in enumerate(board.rows):
        if numbers and row in contour:
            shift = max(shift, contour[row] + APART - int(board.left[numbers[0]]))
    for row, numbers in enumerate(board.rows):
        for number in numbers:
            block, left = board.blocks[number], int(board.left[number]) + shift
            for one in block.members:
                if one in standing:
                    places.row[one], places.x[one] = row, left + block.centres[one]
                else:
                    places.passing[one] = left
            contour[row] = left + block.width
