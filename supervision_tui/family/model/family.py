"""A family as data: everything a genogram can show, in one frozen value that a person can write by hand.

The format is one YAML or JSON file (``templates/families/*.yaml``), described by ``supervision-tui family schema``.
"""

import json
from collections import defaultdict
from collections.abc import Collection, Iterable
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Any, Final, Literal, Self

from pydantic import ValidationInfo, field_validator, model_validator

from supervision_tui.family.dates import NO_DATE, DateField, PartialDate, as_day
from supervision_tui.family.model.base import FrozenModel, Id, Part, with_ids
from supervision_tui.family.model.events import Contact, Event, Quote
from supervision_tui.family.model.households import Culture, Group, Household, Membership
from supervision_tui.family.model.parentages import LASTING, Parentage, ParentageKind
from supervision_tui.family.model.persons import Person
from supervision_tui.family.model.references import COLLECTING, reference_problems
from supervision_tui.family.model.resources import Resource
from supervision_tui.family.model.safeguarding import HarmFlag, HiddenFact, StartingIdea, Strength, Worry
from supervision_tui.family.model.ties import Tie
from supervision_tui.family.model.unions import Union
from supervision_tui.text import EMPTY_TEXT, NO_LINES, LineField, LinesField, TextField
from supervision_tui.text_folding import name_key

if TYPE_CHECKING:
    import networkx as nx

FORMAT: Final = "supervision-tui/family/1"
"""What a family file says of itself."""


_STEMS = {
    "events": "event", "contacts": "contact", "quotes": "quote", "resources": "resource", "groups": "group",
    "harm_flags": "harm", "hidden_facts": "hidden", "strengths": "strength", "worries": "worry",
    "hypotheses": "idea",
}  # fmt: skip


class PersonNotFoundError(KeyError):
    """No person of that id is in the family."""

    def __str__(self) -> str:
        return str(self.args[0])


class Family(FrozenModel):
    """People and what is between them, with the ids in *focus* as the children whom the work is about.

    *carried* are records of a GEDCOM file that nothing here has a field for (sources, other programs' own).

    Every id that a part names is an id of this family: a family with a missing person cannot be made. Dates may
    contradict one another: :func:`~supervision_tui.family.model.validation.find_problems` reports it.
    """

    format: Literal["supervision-tui/family/1"] = FORMAT
    id: Id
    title: LineField
    as_of: DateField = NO_DATE
    focus: tuple[Id, ...] = ()
    referral: TextField = EMPTY_TEXT
    team_question: TextField = EMPTY_TEXT
    themes: LinesField = NO_LINES
    persons: tuple[Person, ...] = ()
    unions: tuple[Union, ...] = ()
    parentages: tuple[Parentage, ...] = ()
    households: tuple[Household, ...] = ()
    ties: tuple[Tie, ...] = ()
    events: tuple[Event, ...] = ()
    contacts: tuple[Contact, ...] = ()
    quotes: tuple[Quote, ...] = ()
    resources: tuple[Resource, ...] = ()
    cultures: tuple[Culture, ...] = ()
    groups: tuple[Group, ...] = ()
    harm_flags: tuple[HarmFlag, ...] = ()
    hidden_facts: tuple[HiddenFact, ...] = ()
    safe_record: bool = False
    strengths: tuple[Strength, ...] = ()
    worries: tuple[Worry, ...] = ()
    graces: LinesField = NO_LINES
    hypotheses: tuple[StartingIdea, ...] = ()
    notes: TextField = EMPTY_TEXT
    carried: TextField = EMPTY_TEXT

    @field_validator("unions")
    @classmethod
    def _name_unions(cls, parts: tuple[Union, ...]) -> tuple[Union, ...]:
        return with_ids(parts, lambda union: f"u.{'.'.join(union.partners)}")

    @field_validator("parentages")
    @classmethod
    def _name_parentages(cls, parts: tuple[Parentage, ...]) -> tuple[Parentage, ...]:
        return with_ids(parts, lambda parentage: f"p.{parentage.child}")

    @field_validator("ties")
    @classmethod
    def _name_ties(cls, parts: tuple[Tie, ...]) -> tuple[Tie, ...]:
        return with_ids(parts, lambda tie: f"t.{tie.a}.{tie.b}")

    @field_validator(*_STEMS)
    @classmethod
    def _name_others(cls, parts: tuple[Part, ...], info: ValidationInfo) -> tuple[Part, ...]:
        return with_ids(parts, lambda _part: _STEMS[info.field_name or ""])

    @model_validator(mode="after")
    def _whole(self, info: ValidationInfo) -> Self:
        if not (info.context or {}).get(COLLECTING) and (problems := reference_problems(self)):
            raise ValueError(" ".join(problem.sentence for problem in problems[:20]))
        return self

    @cached_property
    def index(self) -> "Index":
        """Look-ups over this family, made when first asked for."""
        return Index(self)

    def model_copy(self, *, update: dict[str, Any] | None = None, deep: bool = False) -> Self:  # type: ignore[override]
        """A copy with some fields exchanged; see :meth:`replaced` for one that is checked."""
        copy = super().model_copy(update=update, deep=deep)
        copy.__dict__.pop("index", None)  # made for the one copied from
        return copy

    # -- people ------------------------------------------------------------------------------------------------

    def person(self, person_id: str) -> Person:
        """The person with that id.

        Raises:
            PersonNotFoundError: there is none.
        """
        found = self.find(person_id)
        if found is None:
            raise PersonNotFoundError(f"There is nobody with the id '{person_id[:64]}' in {self.title}.")
        return found

    def find(self, person_id: str) -> Person | None:
        """The person with that id, or ``None``."""
        return self.index.persons.get(person_id)

    def named(self, words: str) -> tuple[Person, ...]:
        """Those whose id, name or short name is *words*, capitals and accents aside; nobody for no words."""
        return tuple(self.index.people_by_name.get(name_key(words), ()))

    def __contains__(self, person_id: object) -> bool:
        """Whether somebody with that id is in the family: ``"amina" in family``."""
        return person_id in self.index.persons

    def focus_children(self) -> tuple[Person, ...]:
        """The children whom the work is about."""
        return self.index.people(self.focus)

    # -- kin -----------------------------------------------------------------------------------------------------

    def parentages_of(self, child_id: str) -> tuple[Parentage, ...]:
        """Every parentage of a child, home first."""
        return tuple(sorted(self.index.up.get(child_id, ()), key=lambda parentage: not parentage.home))

    def home_parentage(self, child_id: str) -> Parentage | None:
        """The parentage from which the drawing hangs the child."""
        return next(iter(self.parentages_of(child_id)), None)

    def parents_of(self, child_id: str, kinds: Collection[ParentageKind] = LASTING) -> tuple[Person, ...]:
        """Parents by these kinds of parentage (birth and adoption unless told otherwise), home parentage first."""
        found = [person_id for link in self.parentages_of(child_id) if link.kind in kinds for person_id in link.parents]
        return self.index.people(found)

    def carers_of(self, child_id: str) -> tuple[Person, ...]:
        """Those who care in a role: foster, kinship, guardianship, step."""
        return self.parents_of(child_id, ("foster", "kinship", "guardianship", "step"))

    def children_of(self, parent_id: str, kinds: Collection[ParentageKind] = LASTING) -> tuple[Person, ...]:
        """Children by these kinds of parentage, in the file's order."""
        return self.index.people([link.child for link in self.index.down.get(parent_id, ()) if link.kind in kinds])

    def siblings_of(self, child_id: str, kinds: Collection[ParentageKind] = LASTING) -> tuple[Person, ...]:
        """Those who share at least one parent by these kinds; full and half alike."""
        parents = self.parents_of(child_id, kinds)
        found = [other.id for parent in parents for other in self.children_of(parent.id, kinds)]
        return self.index.people([other_id for other_id in found if other_id != child_id])

    def unions_of(self, person_id: str) -> tuple[Union, ...]:
        """Every union of a person, in the file's order."""
        return tuple(self.index.unions.get(person_id, ()))

    def partners_of(self, person_id: str, *, current: bool = False) -> tuple[Person, ...]:
        """Those with whom this person has a union; with *current* only where it is not over and both live."""
        unions = self.unions_of(person_id)
        if current:
            unions = tuple(union for union in unions if not union.over and union.kind != "parents_only")
        found = self.index.people([other for union in unions if (other := union.other(person_id))])
        return tuple(partner for partner in found if not (current and partner.dead))

    def union_of(self, first: str, second: str) -> Union | None:
        """The union of these two, the latest in the file where there are several."""
        both = [union for union in self.unions_of(first) if union.other(first) == second]
        return both[-1] if both else None

    # -- homes and ties -----------------------------------------------------------------------------------------

    def homes_of(self, person_id: str, at: date | None = None) -> tuple[tuple[Household, Membership], ...]:
        """Each household of a person with the membership; *at* a day, else those not ended; main home first."""
        found = [
            (household, membership)
            for household, membership in self.index.homes.get(person_id, ())
            if (membership.until is None if at is None else membership.at(at))
        ]
        return tuple(sorted(found, key=lambda pair: (pair[1].part_time, -(pair[1].nights or 0))))

    def household_of(self, person_id: str, at: date | None = None) -> Household | None:
        """The main home of a person, now or *at* a day."""
        return next((household for household, _ in self.homes_of(person_id, at)), None)

    def living_with(self, person_id: str, at: date | None = None) -> tuple[Person, ...]:
        """Those who share a household with this person, now or *at* a day, part of the time included."""
        found = [
            other.person
            for household, _ in self.homes_of(person_id, at)
            for other in household.members
            if (other.until is None if at is None else other.at(at)) and other.person != person_id
        ]
        return self.index.people(found)

    def ties_of(self, person_id: str) -> tuple[Tie, ...]:
        """Every tie of a person."""
        return tuple(self.index.ties.get(person_id, ()))

    def ties_between(self, first: str, second: str) -> tuple[Tie, ...]:
        """Every tie between these two, either way round."""
        return tuple(tie for tie in self.ties_of(first) if {tie.a, tie.b} == {first, second})

    # -- as a graph --------------------------------------------------------------------------------------------------

    def graph(
        self,
        as_at: date | PartialDate | str | None = None,
        perspective: str | None = None,
        layers: Collection[str] | None = None,
    ) -> "nx.MultiDiGraph[str]":
        """Kin, homes, ties and resources as one networkx multigraph: see :mod:`.relational_graph` for what is in it.

        Args:
            as_at: a day, or words for one; without it everything that has not ended.
            perspective: ties as this person (id) or these words see them; empty: the worker's own; ``None``: all.
            layers: ``kin``, ``homes``, ``ties``, ``resources``; all without.

        Raises:
            DateFormatError: the words say no date.
            ValueError: there is no such layer.
        """
        from supervision_tui.family.model import relational_graph  # noqa: PLC0415 - networkx is loaded where it is used

        day = None if as_at is None else as_day(as_at)
        wanted = relational_graph.LAYERS if layers is None else layers
        return relational_graph.relational_graph(self, day, perspective, wanted)

    # -- as plain values ---------------------------------------------------------------------------------------------

    def to_json(self) -> str:
        """This family as JSON, two blanks a level: what is at its default is left out, the format always said."""
        return json.dumps({"format": self.format, **self.plain()}, indent=2, ensure_ascii=False) + "\n"

    def plain(self) -> dict[str, Any]:
        """This family as plain dictionaries, lists, words and numbers; what is at its default is left out."""
        plain: dict[str, Any] = json.loads(self.model_dump_json(exclude_defaults=True))
        return plain


class Index:
    """Dictionaries from a person's id to what touches that person, in the file's order."""

    def __init__(self, family: Family) -> None:
        """Read *family* once; linear in its size."""
        self.memory: dict[str, object] = {}
        """What other modules have worked out over this family, by their name; the family never changes."""
        self.persons: dict[str, Person] = {person.id: person for person in family.persons}
        self.people_by_name = _people_by_name(family.persons)
        self.up: dict[str, list[Parentage]] = defaultdict(list)
        self.down: dict[str, list[Parentage]] = defaultdict(list)
        self.unions: dict[str, list[Union]] = defaultdict(list)
        self.ties: dict[str, list[Tie]] = defaultdict(list)
        self.homes: dict[str, list[tuple[Household, Membership]]] = defaultdict(list)
        for parentage in family.parentages:
            self.up[parentage.child].append(parentage)
            for parent in parentage.parents:
                self.down[parent].append(parentage)
        for union in family.unions:
            for partner in union.partners:
                self.unions[partner].append(union)
        for tie in family.ties:
            for end in {tie.a: None, tie.b: None}:
                self.ties[end].append(tie)
        for household in family.households:
            for membership in household.members:
                self.homes[membership.person].append((household, membership))

    def people(self, ids: Iterable[str]) -> tuple[Person, ...]:
        """The people with these ids, each once, in this order; ids of nobody are passed over."""
        return tuple(self.persons[person_id] for person_id in dict.fromkeys(ids) if person_id in self.persons)


def _people_by_name(persons: Iterable[Person]) -> dict[str, list[Person]]:
    """Folded id, name and short name to those who bear it."""
    bearers: dict[str, list[Person]] = defaultdict(list)
    for person in persons:
        for name in dict.fromkeys(map(name_key, (person.id, person.name, person.short_name))):
            bearers[name].append(person)
    bearers.pop("", None)
    return bearers
