"""What two people are to each other, and what everyone is to one person."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from supervision_tui.family.kinship import words
from supervision_tui.family.kinship.lineage import Lineage
from supervision_tui.family.kinship.marriages import (
    FURTHEST_STEP,
    Nearest,
    by_marriage,
    partners_for_step_kin,
    step_kin,
)
from supervision_tui.family.kinship.naming import Known, name
from supervision_tui.family.kinship.paths import Blood, Path
from supervision_tui.family.kinship.roles import roles
from supervision_tui.family.kinship.search import ways_from

if TYPE_CHECKING:
    from supervision_tui.family.kinship.words import Gender
    from supervision_tui.family.model.family import Family


@dataclass(frozen=True, slots=True)
class Kinship:
    """What *other* is to *person_id*: every path, nearest first, with words for each, and the roles beside.

    *names* go with *paths*; *sided* are the same with maternal or paternal; *short* is the abbreviation (MGM, PU) or
    empty. Words are made when asked for: everyone's kin to one person is mostly counted and sorted.
    """

    person_id: str
    other: str
    paths: tuple[Path, ...]
    roles: tuple[str, ...]
    known: Known = field(repr=False)

    @property
    def names(self) -> tuple[str, ...]:
        """The words for each path."""
        return tuple(name(path, self.known) for path in self.paths)

    @property
    def words_with_side(self) -> tuple[str, ...]:
        """The words for each path with the side."""
        return tuple(name(path, self.known, words_with_side=True) for path in self.paths)

    @property
    def short(self) -> str:
        """The abbreviation of the nearest path, or empty."""
        first = self.paths[0].pieces[0] if self.paths else None
        if not isinstance(first, Blood) or not self.paths[0].by_descent:
            return ""
        return words.short(first, tuple(self.known.genders[person_id] for person_id in first.chain))

    @property
    def words(self) -> str:
        """The nearest kin word and the roles: ``grandmother, special guardian``; else ``not related``."""
        return self._joined(words_with_side=False)

    @property
    def full_words(self) -> str:
        """The same with the side: ``maternal grandmother, special guardian``."""
        return self._joined(words_with_side=True)

    @property
    def related(self) -> bool:
        """Whether there is any path or role."""
        return bool(self.paths or self.roles)

    @property
    def closeness(self) -> int:
        """Steps of the nearest path; a role counts as two, nothing as a hundred."""
        return self.paths[0].length if self.paths else 2 if self.roles else 100

    def _joined(self, *, words_with_side: bool) -> str:
        if self.person_id == self.other:
            return "the same person"
        nearest = [name(path, self.known, words_with_side=words_with_side) for path in self.paths[:1]]
        return ", ".join(dict.fromkeys((*nearest, *self.roles))) or "not related"


def kin(family: Family, person_id: str, other: str) -> Kinship:
    """What *other* is to *person_id* (``kin(family, "abel", "selam").words == "mother"``).

    Raises:
        PersonNotFoundError: one of them is not in the family.
    """
    family.person(person_id)
    family.person(other)
    engine = _Engine.of(family)
    return engine.kin_of(person_id).get(other) or Kinship(person_id, other, (), (), engine.known)


def kin_of(family: Family, person_id: str) -> tuple[Kinship, ...]:
    """What everyone is to *person_id*, nearest first; those who are nothing to them are left out.

    Raises:
        PersonNotFoundError: *person_id* is not in the family.
    """
    family.person(person_id)
    found = _Engine.of(family).kin_of(person_id).values()
    return tuple(sorted(found, key=lambda kinship: (kinship.closeness, kinship.words, kinship.other)))


class _Engine:
    """One family's lineage and genders, and what was worked out over them."""

    def __init__(self, family: Family) -> None:
        self.family = family
        self.lineage = Lineage(family)
        self.genders: dict[str, Gender] = {
            person.id: "female" if person.gender == "female" else "male" if person.gender == "male" else ""
            for person in family.persons
        }
        self.known = Known(
            self.genders,
            frozenset(person.id for person in family.persons if person.dead),
            {person.id: person.born for person in family.persons if person.born is not None},
        )
        self._known: dict[str, dict[str, Kinship]] = {}

    @classmethod
    def of(cls, family: Family) -> _Engine:
        """The engine of *family*, made once."""
        engine = family.index.memory.get("kinship")
        if not isinstance(engine, cls):
            engine = family.index.memory["kinship"] = cls(family)
        return engine

    def kin_of(self, person_id: str) -> dict[str, Kinship]:
        if person_id not in self._known:
            self._known[person_id] = self._worked_out(person_id)
        return self._known[person_id]

    def _worked_out(self, person_id: str) -> dict[str, Kinship]:
        paths: dict[str, list[Path]] = defaultdict(list)
        every = ways_from(self.lineage, person_id)
        for other, ways in every.items():
            paths[other] = [Path((way,)) for way in ways]
        nearest = _nearest(every)
        partners = {couple.chain[1] for couple in self.lineage.couples(person_id)}
        blood_of = {partner: _nearest(ways_from(self.lineage, partner)) for partner in partners}
        for partner in partners_for_step_kin(self.lineage, nearest) - partners:
            blood_of[partner] = _nearest(ways_from(self.lineage, partner, FURTHEST_STEP - 1))
        for path in (
            *by_marriage(self.lineage, person_id, nearest, blood_of),
            *step_kin(self.lineage, nearest, blood_of),
        ):
            if path.route[-1] != person_id:
                paths[path.route[-1]].append(path)
        others = dict.fromkeys((*paths, *self._in_role(person_id)))
        return {other: self._kinship(person_id, other, paths.get(other, [])) for other in others}

    def _in_role(self, person_id: str) -> set[str]:
        """Those who may be something to *person_id* by role."""
        up, down = self.family.index.up, self.family.index.down
        carers = [parent for link in up.get(person_id, ()) for parent in link.parents]
        children = [link.child for person in (person_id, *carers) for link in down.get(person, ())]
        return {*carers, *children} - {person_id}

    def _kinship(self, person_id: str, other: str, paths: list[Path]) -> Kinship:
        ordered = _doubled(sorted(paths, key=lambda path: path.closeness))
        as_role = roles(self.family, person_id, other, self.genders[other])
        return Kinship(person_id, other, ordered, as_role, self.known)


def _nearest(every: dict[str, list[Blood]]) -> Nearest:
    """The nearest way to each; of several as near, the one that is the same from both ends."""
    return {
        other: min((way for way in ways if way.length == ways[0].length), key=lambda way: Path((way,)).closeness)
        for other, ways in every.items()
    }


def _doubled(paths: list[Path]) -> tuple[Path, ...]:
    """*paths* in which ways by descent of one shape are one, with how many there are through different ancestors."""
    counted: list[Path] = []
    at: dict[tuple[object, ...], int] = {}
    shared: dict[tuple[object, ...], set[str]] = {}
    for path in paths:
        way = path.pieces[0]
        if not path.by_descent or not isinstance(way, Blood) or not way.apex:
            counted.append(path)
            continue
        shape = (way.up, way.down, way.half, way.adopted, way.severed, way.doubted)
        if shape not in at:
            at[shape], shared[shape] = len(counted), set(way.apex)
            counted.append(path)
        elif not shared[shape] & set(way.apex):
            shared[shape] |= set(way.apex)
            before = counted[at[shape]]
            if min(way.up, way.down) > 1:
                first = before.pieces[0]
                two = before.both_sides or (isinstance(first, Blood) and first.chain[1] != way.chain[1])
                counted[at[shape]] = replace(before, times=before.times + 1, both_sides=two)
    return tuple(counted)
