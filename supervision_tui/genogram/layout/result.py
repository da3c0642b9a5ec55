"""What a layout is: where everybody stands, and what had to give way, in words.

``Layout`` is plain data and can be kept beside the family so that the next layout starts from it.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import Self

from pydantic import BaseModel, ConfigDict

from supervision_tui.genogram.layout.coordinates.placement import Placement
from supervision_tui.genogram.layout.layout_input import (
    SYMBOL_HEIGHT,
    LayoutInput,
    LinkIn,
    PersonIn,
    PreviousPosition,
    UnionIn,
)
from supervision_tui.genogram.layout.routing.edge_paths import EdgePath, edge_paths
from supervision_tui.genogram.layout.routing.y_coordinates import RowPlan, plan_rows


class Placed(BaseModel):
    """One person's place. *x*, *y*: centre of the symbol in cells, y downwards; *width*, *height*: with the label.

    *birth* is as precise an ISO date as is known (``1980``, ``1980-03``, ``1980-03-02``) or ``None``.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    id: str
    x: int
    y: int
    width: int
    height: int
    row: int
    birth: str | None = None


class PlacedUnion(BaseModel):
    """Partners, left one first, and the children who hang from them in the drawing, leftmost first.

    Those who are no *couple* are parents of the same children, and nothing is drawn between them. *twins*: groups of
    children of one birth; *lettered*: children whose line has a letter beside it.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    id: str
    partners: tuple[str, ...]
    children: tuple[str, ...]
    couple: bool = True
    twins: tuple[tuple[str, ...], ...] = ()
    lettered: tuple[str, ...] = ()


class Compromise(BaseModel):
    """A rule that gave way: which, for whom, and why in a sentence for people."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    rule: str
    persons: tuple[str, ...]
    why: str


class Layout(BaseModel):
    """Where everybody in a family stands.

    *passing* keeps the columns of lines that pass a row on their way down, *links* the parents who are not home as
    (child, parents); *row_end*: who was let stand first (-1) or last (1) of their siblings; *seconds* is what the
    placing alone took.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    persons: tuple[Placed, ...] = ()
    unions: tuple[PlacedUnion, ...] = ()
    compromises: tuple[Compromise, ...] = ()
    label_lines: int = 2
    passing: Mapping[str, int] = {}
    links: tuple[tuple[str, tuple[str, ...]], ...] = ()
    row_end: Mapping[str, int] = {}
    seconds: float = 0.0

    @classmethod
    def of(
        cls,
        placement: Placement,
        plan: RowPlan,
        births: Mapping[str, str | None],
        gave_way: tuple[Compromise, ...],
        label_lines: int,
        seconds: float,
    ) -> Self:
        """The finished layout of *placement*, which keeps *plan* for its lines."""
        row, x = placement.row, placement.x
        persons = tuple(
            Placed(
                id=person.id,
                x=x[person.id],
                y=plan.tops[row[person.id]] + 1,
                width=person.width,
                height=SYMBOL_HEIGHT + label_lines,
                row=row[person.id],
                birth=births.get(person.id),
            )
            for person in placement.problem.persons
        )
        unions = tuple(
            PlacedUnion(
                id=union.id,
                partners=tuple(sorted(union.partners, key=lambda partner: x[partner])),
                children=tuple(sorted(union.children, key=lambda child: (row[child], x[child]))),
                couple=union.couple,
                twins=union.twins,
                lettered=union.lettered,
            )
            for union in placement.problem.unions
        )
        layout = cls(
            persons=persons,
            unions=unions,
            compromises=gave_way,
            label_lines=label_lines,
            passing=placement.passing,
            links=tuple((link.child, link.parents) for link in placement.problem.links),
            row_end=dict(placement.problem.row_end),
            seconds=seconds,
        )
        layout.__dict__["plan"] = plan  # where functools.cached_property would put it
        return layout

    @cached_property
    def plan(self) -> RowPlan:
        """Heights of rows and tracks of lines: planned once, when the layout is made or read back."""
        return plan_rows(self._placement, self.label_lines)

    @cached_property
    def _placement(self) -> Placement:
        problem = LayoutInput(
            tuple(PersonIn(place.id, width=place.width) for place in self.persons),
            tuple(
                UnionIn(
                    union.id,
                    tuple(sorted(union.partners)),
                    union.children,
                    couple=union.couple,
                    twins=union.twins,
                    lettered=union.lettered,
                )
                for union in self.unions
            ),
            tuple(LinkIn(child, parents) for child, parents in self.links),
        )
        rows = {place.id: place.row for place in self.persons}
        columns = {place.id: place.x for place in self.persons}
        return Placement(problem, rows, columns, dict(self.passing))

    def edge_paths(self, label_lines: Mapping[str, int]) -> list[EdgePath]:
        """All lines in cells; *label_lines*: how many lines each person's label really has.

        A path's union counts through ``unions``, its link through ``links``.
        """
        return edge_paths(self._placement, self.plan, label_lines)

    @cached_property
    def by_id(self) -> Mapping[str, Placed]:
        """Every place by person id."""
        return {place.id: place for place in self.persons}

    @cached_property
    def rows(self) -> tuple[tuple[Placed, ...], ...]:
        """The persons of each row from the top, each row from the left."""
        count = max((place.row for place in self.persons), default=-1) + 1
        rows: list[list[Placed]] = [[] for _ in range(count)]
        for place in self.persons:
            rows[place.row].append(place)
        return tuple(tuple(sorted(row, key=lambda place: (place.x, place.id))) for row in rows)

    @property
    def positions(self) -> dict[str, PreviousPosition]:
        """Rows and columns to start the next layout from."""
        return {place.id: PreviousPosition(place.row, place.x) for place in self.persons}
