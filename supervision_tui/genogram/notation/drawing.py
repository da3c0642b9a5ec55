"""A genogram before it is painted: symbols, words and lines with their strokes, in cells."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING, Literal

from supervision_tui.genogram.layout.edge_paths import Wire, layout_wires
from supervision_tui.genogram.layout.result import Layout
from supervision_tui.genogram.lettering.labels import Labels, label
from supervision_tui.genogram.notation.line_styles import Profile, Stroke, parentage_stroke, union_stroke
from supervision_tui.genogram.notation.symbols import Figure, figures

if TYPE_CHECKING:
    from supervision_tui.family import Family, Parentage, Union

View = Literal["family", "ties", "health", "culture", "household", "ecomap", "timeline"]
VIEWS: tuple[View, ...] = ("family", "ties", "health", "culture", "household", "ecomap", "timeline")
"""One at a time. The last two are drawings of their own: the world round the family, and its time."""


@dataclass(frozen=True, slots=True)
class Options:
    """What to show: one *view* a time, in one *profile*, as on the day *at*; *focus* adds doubled outlines.

    Doubts and secrets that are kept from somebody are drawn with *hidden* only: a drawing may lie on a table. So are
    orientation and sex assigned at birth, with *identity* only: they are shown where people ask for it. *marked*: ids
    of people and ties that get a mark in the terminal, where two drawings are compared; *ghosts*: ids of people who
    only stand in for somebody missing, dotted there.
    """

    view: View = "family"
    profile: Profile = "mcgoldrick"
    labels: Labels = "names"
    at: dt.date | None = None
    focus: tuple[str, ...] = ()
    hidden: bool = False
    identity: bool = False
    marked: frozenset[str] = frozenset()
    ghosts: frozenset[str] = frozenset()


class Drawing:
    """A family, its layout and the options, with everything that painters ask for worked out once."""

    def __init__(self, family: Family, layout: Layout, options: Options) -> None:
        self.family, self.layout, self.options = family, layout, options
        self.at = options.at or told_at(family)

    @cached_property
    def figures(self) -> Mapping[str, Figure]:
        """The symbol of everybody who is in the family and has a place."""
        shown = figures(self.family, self.at, self.options.focus)
        placed = {one: figure for one, figure in shown.items() if one in self.layout.by_id}
        if not self.options.identity:
            placed = {one: replace(figure, orientation="", sex_at_birth="") for one, figure in placed.items()}
        if self.options.hidden:
            return placed
        return {one: replace(figure, secret=False) for one, figure in placed.items()}

    @cached_property
    def labels(self) -> Mapping[str, tuple[str, ...]]:
        """The lines under each symbol, at most as many as the layout left room for."""
        room = self.layout.label_lines
        return {one.id: label(one.name, self.options.labels)[:room] for one in self.family.persons}

    @cached_property
    def wires(self) -> tuple[Wire, ...]:
        """All lines between partners and to children; without those of the layout that are not this family's."""
        found = layout_wires(self.layout, {one: len(lines) for one, lines in self.labels.items()})
        return tuple(wire for wire in found if self._there(wire))

    def _there(self, wire: Wire) -> bool:
        """Whether the family has what *wire* draws: the layout may be that of another day."""
        if wire.link >= 0:
            return self.layout.links[wire.link] in self._parentages
        union = self.layout.unions[wire.union]
        linked = [child for child in union.children if self._linked(child, union.partners)]
        if wire.part in {"couple", "rows"}:
            together = self.unions[wire.union] is not None or bool(linked)
            return together and all(one in self.figures for one in union.partners)
        return wire.child in linked if wire.child else bool(linked)

    def _linked(self, child: str, partners: tuple[str, ...]) -> bool:
        return child in self.figures and (child, tuple(sorted(partners))) in self._parentages

    @cached_property
    def unions(self) -> tuple[Union | None, ...]:
        """The recorded union of each union of the layout, ``None`` where parents have none."""
        known = {tuple(sorted(union.partners)): union for union in self.family.unions}
        return tuple(known.get(tuple(sorted(union.partners))) for union in self.layout.unions)

    @cached_property
    def _parentages(self) -> Mapping[tuple[str, tuple[str, ...]], Parentage]:
        return {(one.child, tuple(sorted(one.parents))): one for one in self.family.parentages}

    def parentage(self, wire: Wire) -> Parentage | None:
        """The parentage that a wire to a child draws."""
        if wire.link >= 0:
            return self._parentages.get((wire.child, self.layout.links[wire.link][1]))
        return self._parentages.get((wire.child, tuple(sorted(self.layout.unions[wire.union].partners))))

    def twins(self, wire: Wire) -> list[str]:
        """The children of one birth to whom the child of *wire* belongs, from the left; empty when it is alone."""
        own = self.parentage(wire)
        if own is None or not own.twins:
            return []
        siblings = self.layout.unions[wire.union].children
        named = {one.child for one in self.family.parentages if one.twins == own.twins}
        return [child for child in siblings if child in named]

    def stroke(self, wire: Wire) -> Stroke:
        """How to draw *wire*."""
        if wire.part in {"couple", "rows"}:
            union = self.unions[wire.union]
            return (
                Stroke("dotted", words="parents together")
                if union is None
                else union_stroke(union, self.options.profile)
            )
        if wire.part == "child":
            parentage = self.parentage(wire)
            return (
                Stroke()
                if parentage is None
                else parentage_stroke(parentage, self.options.profile, hidden=self.options.hidden)
            )
        if wire.link >= 0:
            further = self._parentages.get(self.layout.links[wire.link])
            return (
                Stroke()
                if further is None
                else parentage_stroke(further, self.options.profile, hidden=self.options.hidden)
            )
        return Stroke()


def told_at(family: Family) -> dt.date:
    """The day that *family* is told as at; today when it says none."""
    return dt.datetime.now(tz=dt.UTC).date() if family.as_of is None else family.as_of.latest
