"""A copy of a family for one kind of reader, and what it leaves out and why; the family itself is never changed.

A copy is built up from what its reader may have: free words of workers (notes, referral, ideas) are not in any copy
that leaves the team, since nobody can tell what stands in them. What is withheld is named by kind and number, never by
its words. Source: content specification 7.2 to 7.4; security notes 3.6; genograms.md 6.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Literal, TypeVar

from supervision_tui.family.dates import PartialDate
from supervision_tui.family.edits import RemovePerson
from supervision_tui.family.edits.removing import with_homes
from supervision_tui.family.model.base import FrozenModel
from supervision_tui.family.model.family import Family
from supervision_tui.family.model.persons import Person
from supervision_tui.family.views.fresh_ids import with_fresh_ids
from supervision_tui.family.views.hidden_content import HiddenContent, without_hidden_words
from supervision_tui.text import Line, SafeText

ReaderKind = Literal["working", "court", "family", "child", "training"]
BAND = 5
"""Years: ages in a copy for training are told as bands of so many."""
WITH_NOTES = (
    "persons", "unions", "parentages", "households", "ties", "events", "resources", "cultures", "groups", "harm_flags",
    "hidden_facts", "contacts",
)  # fmt: skip
"""Fields of a family whose parts hold a worker's note."""
HARM_THEMES = frozenset({"domestic_abuse", "abuse", "exploitation", "violence", "disclosure"})
"""Themes of events that tell of harm, or of somebody who spoke about it."""
TELLABLE_EVENTS = frozenset(
    {"birth", "first_child", "death", "union", "adoption", "migration", "illness", "disability", "school", "work"}
)
TELLABLE_RESOURCES = frozenset({"health", "school", "work"})
"""What whoever harms may read: the rest could tell of harm, of who helps, or of where somebody is safe."""
HARM_STATUSES = frozenset({"NMO"})
"""Orders that tell of harm, and whom they protect."""
PartT = TypeVar("PartT", bound=FrozenModel)


@dataclass(frozen=True, slots=True)
class Reader:
    """Who reads a copy, and what is in it.

    *secrets* are doubts and facts kept from somebody, *harm* ties and flags of harm, *health* of anybody but the
    children in focus, *homes* names and addresses of homes, *names* people's own; *child* says that a child reads it.
    """

    title: str
    why: str
    secrets: bool = False
    harm: bool = False
    health: bool = False
    homes: bool = False
    names: bool = True
    child: bool = False


READERS: dict[ReaderKind, Reader] = {
    "court": Reader(
        "court copy", "the court needs facts, not the team's ideas", secrets=True, harm=True, health=True, homes=True
    ),
    "family": Reader("family copy", "the family reads it, and so may whoever harms somebody in it"),
    "child": Reader("copy for the child", "a child reads it", child=True),
    "training": Reader("training copy", "people who do not work with the family read it", names=False),
}
"""Every reader but the team, for whom nothing is left out."""


@dataclass(frozen=True, slots=True)
class Withheld:
    """Something that a copy leaves out: what kind of thing, how many, and why."""

    what: str
    count: int
    why: str

    @property
    def words(self) -> str:
        """One line for a list."""
        return f"{self.count} × {self.what}: {self.why}"


@dataclass(frozen=True, slots=True)
class RedactedFamily:
    """A family for one reader, and what was withheld."""

    reader: ReaderKind
    family: Family
    withheld: tuple[Withheld, ...] = ()


def redact(family: Family, reader: ReaderKind) -> RedactedFamily:
    """The copy of *family* that *reader* may have."""
    if reader == "working":
        return RedactedFamily(reader, family)
    making = RedactionBuilder(family, READERS[reader])
    making.secrets()
    making.harm()
    making.words()
    making.people()
    making.homes()
    if not making.reader.names:
        making.other_names()
        return RedactedFamily(reader, with_fresh_ids(making.family), tuple(making.withheld))
    return RedactedFamily(reader, making.family, tuple(making.withheld))


class RedactionBuilder:
    """A copy while it is made."""

    def __init__(self, family: Family, reader: Reader) -> None:
        self.family = family
        self.reader = reader
        self.withheld: list[Withheld] = []

    def note(self, what: str, count: int, why: str = "") -> None:
        """Note that *count* things of a kind were left out."""
        if count:
            self.withheld.append(Withheld(what, count, why or self.reader.why))

    def put(self, **fields: object) -> None:
        """The family with other parts."""
        self.family = self.family.replaced(**fields)

    def keep(self, field: str, what: str, wanted: Callable[[Any], bool], why: str = "") -> None:
        """Keep of *field* what is *wanted*, and note the rest."""
        parts: Sequence[Any] = getattr(self.family, field)
        left = tuple(part for part in parts if wanted(part))
        if len(left) < len(parts):
            self.note(what, len(parts) - len(left), why)
            self.put(**{field: left})

    def secrets(self) -> None:
        """Facts, people and parentages that are kept from somebody."""
        kept, child = self.reader.secrets, self.reader.child
        content = HiddenContent.of(self.family)
        hidden = [fact for fact in self.family.hidden_facts if not kept or not fact.show_anyone]
        told = [str(fact.fact) for fact in hidden]
        self.note("fact kept from somebody", len(hidden), "it is marked as not to be shown")
        self.put(hidden_facts=tuple(fact for fact in self.family.hidden_facts if fact not in hidden))
        gone = [person.id for person in self.family.persons if not kept and (person.secret or person.hidden_from)]
        for person in gone:
            self.family = RemovePerson(person).apply(self.family)[0]
        self.note("person", len(gone), "somebody must not learn of them")
        links = [
            link
            for link in self.family.parentages
            if (not kept and (link.doubted or link.hidden_from)) or (child and not link.show_child)
        ]
        left = tuple(link for link in self.family.parentages if link not in links)
        self.note("line to a parent", len(links), "it is not sure, or kept from somebody")
        self.put(parentages=with_homes(left))
        if not kept:
            self.keep("unions", "union", lambda union: not union.secret, "it is kept secret")
            self.keep("events", "event", lambda event: not event.hidden_from, "it is kept from somebody")
        if not kept:
            self.put(persons=tuple(without_hidden_words(content, person) for person in self.family.persons))
        if told:
            self.keep("events", "event", lambda event: not _tells(event, told), "its words tell a hidden fact")
            self.keep("quotes", "quotation", lambda quote: not _tells(quote, told), "its words tell a hidden fact")
            self.keep(
                "strengths", "strength", lambda strength: not _tells(strength, told), "its words tell a hidden fact"
            )

    def harm(self) -> None:
        """Harm, and where it is known, who helps and what could tell where: whoever harms may read it too."""
        if self.reader.harm:
            return
        family = self.family
        known = bool(family.harm_flags) or any(tie.tone == "harm" for tie in family.ties)
        known = known or any(event.theme in HARM_THEMES for event in family.events)
        self.keep("ties", "tie of harm", lambda tie: tie.tone != "harm")
        self.keep("harm_flags", "flag of harm", lambda _flag: False)
        self.orders()
        if known:
            why = "somebody is harmed here: it could tell of that, or of who helps and where"
            self.keep("events", "event", lambda event: event.theme in TELLABLE_EVENTS, why)
            self.keep("resources", "service or place", lambda resource: resource.kind in TELLABLE_RESOURCES, why)
            self.keep("strengths", "strength", lambda _one: False, why)

    def orders(self) -> None:
        """Legal orders that tell of harm."""
        bare = {
            person.id: tuple(status for status in person.statuses if status.code not in HARM_STATUSES)
            for person in self.family.persons
        }
        self.note(
            "order",
            sum(len(person.statuses) - len(bare[person.id]) for person in self.family.persons),
            "it tells of harm",
        )
        self.put(persons=tuple(person.replaced(statuses=bare[person.id]) for person in self.family.persons))

    def words(self) -> None:
        """What workers wrote for themselves, in every copy; what others said, in none but the court's."""
        for field, what in (
            ("referral", "referral"),
            ("team_question", "question of the team"),
            ("notes", "note about the family"),
        ):
            self.note(what, int(bool(getattr(self.family, field))), "it was written for the team")
        self.put(referral=SafeText(), team_question=SafeText(), notes=SafeText(), themes=(), graces=())
        self.keep("hypotheses", "idea", lambda _idea: False, "an idea is not a finding")
        self.keep("contacts", "contact", lambda _contact: self.reader.secrets)
        self.keep("quotes", "quotation", lambda _quote: self.reader.secrets)
        self.put(**{field: tuple(_without_notes(part) for part in getattr(self.family, field)) for field in WITH_NOTES})
        if not self.reader.secrets:
            self.others_words()

    def others_words(self) -> None:
        """What somebody said, how somebody sees a tie, where it was, and how safe a place is to the team."""
        self.keep("ties", "tie as one person sees it", lambda tie: not tie.perspective, "it is theirs to tell")
        ties, events, places = self.family.ties, self.family.events, self.family.resources
        self.note("word about a tie", sum(bool(tie.words or tie.source) for tie in ties))
        told = sum(bool(event.effect_on_child or event.source or event.where) for event in events)
        self.note("word about what an event meant, where it was or who told it", told)
        self.note("word on how safe a place is", sum(bool(resource.safety) for resource in places))
        self.put(
            ties=tuple(tie.replaced(words=Line(), source=Line()) for tie in ties),
            events=tuple(event.replaced(effect_on_child=SafeText(), where=Line(), source=Line()) for event in events),
            resources=tuple(resource.replaced(safety=Line(), safety_level="") for resource in places),
        )

    def people(self) -> None:
        """What is nobody else's business: health of others, identity, immigration."""
        if self.reader.health:
            return
        private = ("health", "orientation", "sex_at_birth", "immigration", "cause_of_death", "whereabouts")
        held = [person for person in self.family.persons if any(getattr(person, field) for field in private)]
        self.note("person's health, identity or papers", len(held), "they are that person's own")
        bare: dict[str, object] = {"health": (), "orientation": "", "sex_at_birth": "", "immigration": Line()}
        bare |= {"cause_of_death": Line(), "whereabouts": Line()}
        self.put(persons=tuple(person.replaced(**bare) if person in held else person for person in self.family.persons))

    def homes(self) -> None:
        """Addresses, and homes that are not safe to record, in no copy; names of homes where they are not needed."""
        unsafe = [home for home in self.family.households if not home.safe_to_record]
        self.note("home", len(unsafe), "it is not safe to record")
        kept = [home for home in self.family.households if home.safe_to_record]
        self.note("address", sum(bool(home.address) for home in kept), "no copy holds one")
        bare = [home.replaced(address=Line()) for home in kept]
        if not self.reader.homes:
            bare = [home.replaced(name=Line(f"Home {number}")) for number, home in enumerate(bare, 1)]
        self.put(households=tuple(bare))

    def other_names(self) -> None:
        """Letters in the place of names, years in bands, no place and no date that would tell who it is."""
        self.note("name", len(self.family.persons), "a letter stands for each")
        self.put(persons=tuple(_letter(person, number) for number, person in enumerate(self.family.persons)))
        self.keep("events", "event", lambda _event: False, "its words could tell who it is")
        self.keep("resources", "service or place", lambda _one: False, "it could tell who it is")
        self.keep("strengths", "strength", lambda _one: False, "its words could tell who it is")
        self.keep("cultures", "culture", lambda _one: False, "it could tell who it is")
        self.keep("groups", "group", lambda _one: False, "it could tell who it is")
        unions = tuple(union.replaced(since=None, until=None, changes=()) for union in self.family.unions)
        links = tuple(link.replaced(since=None, until=None, hidden_from=()) for link in self.family.parentages)
        self.put(unions=unions, parentages=links, title=Line("A family"), as_of=None)


def _tells(part: FrozenModel, facts: Sequence[str]) -> bool:
    """Whether the words of *part* hold one of the *facts*."""
    words = " ".join(part.model_dump_json().casefold().split())
    return any(" ".join(fact.casefold().split()) in words for fact in facts)


def _without_notes(part: PartT) -> PartT:
    """*part* without a worker's note, in itself and in what it is made of."""
    bare: dict[str, object] = {"note": SafeText()} if getattr(part, "note", "") else {}
    for field in type(part).model_fields:
        inner = getattr(part, field)
        if isinstance(inner, tuple) and inner and isinstance(inner[0], FrozenModel):
            bare[field] = tuple(_without_notes(item) for item in inner)
    return part.replaced(**bare) if bare else part


def _letter(person: Person, number: int) -> Person:
    """*person* as a letter, with the years of birth and death in bands."""
    letter = chr(ord("A") + number % 26) + (str(number // 26 + 1) if number > 25 else "")  # noqa: PLR2004 - the alphabet
    return Person(
        id=person.id,
        name=Line(letter),
        kind=person.kind,
        gender=person.gender,
        loss=person.loss,
        count=person.count,
        born=_band(person.born),
        deceased=person.dead,
    )


def _band(day: PartialDate | None) -> PartialDate | None:
    """A year in the middle of its band of years, as an estimate."""
    if day is None:
        return None
    year = day.earliest.year
    return PartialDate.read(f"~{year - year % BAND + BAND // 2}")
