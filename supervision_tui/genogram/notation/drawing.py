"""A genogram before it is painted: symbols, words and lines with their strokes, in cells."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING, Literal

from supervision_tui.family import DESCENT
from supervision_tui.family.views import name_by_kinship
from supervision_tui.genogram.layout import BETWEEN_PARTNERS, EdgePath, Layout
from supervision_tui.genogram.lettering import Labels, label, name_to_write
from supervision_tui.genogram.notation.line_styles import NOT_RECORDED, LineStyle, Profile, parentage_style, union_style
from supervision_tui.genogram.notation.symbols import Symbol, symbols

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

    *author* and *reader* (a name, "the court") are said at the head of the drawing, unless it stands *in_document*,
    which says both itself.
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
    author: str = ""
    reader: str = ""
    in_document: bool = False


class Drawing:
    """A family, its layout and the options, with everything that painters ask for worked out once."""

    def __init__(self, family: Family, layout: Layout, options: Options) -> None:
        self.family, self.layout, self.options = family, layout, options
        self.at = options.at or reference_date(family)

    @cached_property
    def in_words(self) -> Drawing:
        """The same for sentences: who has no name is called by what they are to somebody who has one."""
        family = name_by_kinship(self.family)
        return self if family is self.family else Drawing(family, self.layout, self.options)

    @cached_property
    def symbols(self) -> Mapping[str, Symbol]:
        """The symbol of everybody who is in the family and has a place."""
        shown = symbols(self.family, self.at, self.options.focus)
        placed = {person_id: symbol for person_id, symbol in shown.items() if person_id in self.layout.by_id}
        if not self.options.identity:
            placed = {
                person_id: replace(symbol, orientation="", sex_at_birth="") for person_id, symbol in placed.items()
            }
        if self.options.hidden:
            return placed
        return {person_id: replace(symbol, secret=False) for person_id, symbol in placed.items()}

    @cached_property
    def labels(self) -> Mapping[str, tuple[str, ...]]:
        """The lines under each symbol, at most as many as the layout left room for."""
        room = self.layout.label_lines
        kind = self.options.labels
        return {person.id: label(name_to_write(person), kind, room)[:room] for person in self.family.persons}

    @cached_property
    def paths(self) -> tuple[EdgePath, ...]:
        """All lines between partners and to children; without those of the layout that are not this family's."""
        paths = self.layout.edge_paths({person_id: len(lines) for person_id, lines in self.labels.items()})
        return tuple(path for path in paths if self._there(path))

    def _there(self, path: EdgePath) -> bool:
        """Whether the family has what *path* draws: the layout may be that of another day."""
        if path.link >= 0:
            return self.layout.links[path.link] in self._parentages
        union = self.layout.unions[path.union]
        linked = [child for child in union.children if self._linked(child, union.partners)]
        if path.part in BETWEEN_PARTNERS:
            together = self.unions[path.union] is not None or bool(linked)
            return together and all(person_id in self.symbols for person_id in union.partners)
        return path.child in linked if path.child else bool(linked)

    def _linked(self, child: str, partners: tuple[str, ...]) -> bool:
        return child in self.symbols and (child, tuple(sorted(partners))) in self._parentages

    @cached_property
    def unions(self) -> tuple[Union | None, ...]:
        """The recorded union of each union of the layout, ``None`` where parents have none."""
        known = {tuple(sorted(union.partners)): union for union in self.family.unions}
        return tuple(known.get(tuple(sorted(union.partners))) for union in self.layout.unions)

    @cached_property
    def _parentages(self) -> Mapping[tuple[str, tuple[str, ...]], Parentage]:
        return {(link.child, tuple(sorted(link.parents))): link for link in self.family.parentages}

    def parentage(self, path: EdgePath) -> Parentage | None:
        """The parentage that a path to a child draws."""
        if path.link >= 0:
            return self._parentages.get((path.child, self.layout.links[path.link][1]))
        return self._parentages.get((path.child, tuple(sorted(self.layout.unions[path.union].partners))))

    def twins(self, path: EdgePath) -> list[str]:
        """The children of one birth to whom the child of *path* belongs, from the left; empty when it is alone."""
        own = self.parentage(path)
        if own is None or not own.twins:
            return []
        siblings = self.layout.unions[path.union].children
        named = {link.child for link in self.family.parentages if link.twins == own.twins}
        return [child for child in siblings if child in named and child in self.symbols]

    def twins_at(self, path: EdgePath) -> list[str]:
        """The children of one birth whose line *path* is a piece of (any piece with an apex)."""
        return next((self.twins(other) for other in self.paths if other.apex == path.apex and other.child), [])

    def line_style(self, path: EdgePath) -> LineStyle:
        """How to draw *path*."""
        if path.part in BETWEEN_PARTNERS:
            return self._couple_styles[path.union, path.part != "couple"]
        if path.part == "child" or path.link >= 0:
            link = self.parentage(path) if path.part == "child" else self._parentages.get(self.layout.links[path.link])
            if link is not None:
                return parentage_style(link, self.options.profile, hidden=self.options.hidden)
        return LineStyle()

    @cached_property
    def _couple_styles(self) -> Mapping[tuple[int, bool], LineStyle]:
        """By union number, and whether the two stand on two rows: the line between them."""
        styles = {}
        for number, union in enumerate(self.unions):
            related = self._are_relatives(self.layout.unions[number].partners)
            for heavy in (False, True):
                if union is None:
                    styles[number, heavy] = replace(NOT_RECORDED, heavy=heavy)
                    continue
                styles[number, heavy] = union_style(union, self.options.profile, relatives=related, heavy=heavy)
        return styles

    def _are_relatives(self, partners: tuple[str, ...]) -> bool:
        """Whether two partners share an ancestor by birth, as far as the map shows."""
        if len(partners) < 2:  # noqa: PLR2004 - a couple
            return False
        first, second = (self._ancestors.get(partner, 0) for partner in partners)
        return bool(first & second)

    @cached_property
    def _ancestors(self) -> Mapping[str, int]:
        """For everybody, themselves and all whom they descend from by birth, as the bits of a number."""
        bits = {person.id: 1 << number for number, person in enumerate(self.family.persons)}
        parents = {
            person.id: [parent.id for parent in self.family.parents_of(person.id, DESCENT)]
            for person in self.family.persons
        }
        found: dict[str, int] = {}
        for person in bits:
            stack = [person]
            while stack:
                waiting = [parent for parent in parents[stack[-1]] if parent not in found]
                if waiting:
                    stack += waiting
                    continue
                last = stack.pop()
                found[last] = bits[last]
                for parent in parents[last]:
                    found[last] |= found[parent]
        return found


def reference_date(family: Family) -> dt.date:
    """The day that *family* is told as at; today when it says none."""
    return dt.datetime.now(tz=dt.UTC).date() if family.as_of is None else family.as_of.latest
