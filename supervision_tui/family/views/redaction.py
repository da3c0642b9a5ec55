"""A copy of a family for one kind of reader, and what it leaves out and why; the family itself is never changed.

A copy is built up from what its reader may have: of the parts that they may know of at all
(:class:`RedactionBuilder`) the fields that :mod:`supervision_tui.family.views.copy_fields` gives them, under fresh ids.
What is withheld is named by kind and number, never by its words. Source: content specification 7.2 to 7.4; security
notes 3.6; genograms.md 6.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeVar

from supervision_tui.family.edits import RemovePerson, with_homes
from supervision_tui.family.model.base import FrozenModel
from supervision_tui.family.model.couples import with_couples_only, words_a_couple
from supervision_tui.family.model.events import Event
from supervision_tui.family.model.family import Family
from supervision_tui.family.model.parentages import Parentage
from supervision_tui.family.model.resources import Resource
from supervision_tui.family.views.copy_building import copied
from supervision_tui.family.views.copy_fields import WHY, ReaderKind
from supervision_tui.family.views.fresh_ids import fresh_ids, with_fresh_ids
from supervision_tui.family.views.hidden_content import (
    HiddenContent,
    doubted_parents,
    is_hidden_union,
    kept_back_people,
    without_hidden_words,
)

HARM_THEMES = frozenset({"domestic_abuse", "abuse", "exploitation", "violence", "disclosure"})
"""Themes of events that tell of harm, or of somebody who spoke about it."""
TELLABLE_EVENTS = frozenset(
    {"birth", "first_child", "death", "union", "adoption", "migration", "illness", "disability", "school", "work"}
)
TELLABLE_RESOURCES = frozenset({"school", "work"})
"""What a person who harms may read: the rest could tell of harm, of who helps, or of where somebody is safe."""
NEVER_TELLABLE = frozenset({"police", "legal", "health", "service"})
"""Kinds of resource that tell that help was sought, whatever a file says of them."""
HARM_STATUSES = frozenset({"NMO"})
"""Orders that tell of harm, and whom they protect."""
LOST_PREGNANCIES = frozenset({"miscarriage", "termination", "ectopic"})
"""Losses that are the mother's to tell."""
PartT = TypeVar("PartT", bound=FrozenModel)


@dataclass(frozen=True, slots=True)
class Reader:
    """Who reads a copy, and what is in it.

    *secrets* are doubts and facts kept from somebody, *harm* ties and flags of harm, *names* people's own; *child* says
    that a child reads it. What of each part they have: :mod:`supervision_tui.family.views.copy_fields`.
    """

    title: str
    why: str
    secrets: bool = False
    harm: bool = False
    names: bool = True
    child: bool = False


READERS: dict[ReaderKind, Reader] = {
    "court": Reader("court copy", "the court needs facts, not the team's ideas", secrets=True, harm=True),
    "family": Reader("family copy", "the family reads it, and so may whoever harms somebody in it"),
    "child": Reader("copy for the child", "a child reads it", child=True),
    "training": Reader("training copy", "people who do not work with the family read it", names=False),
}
"""Every reader but the team, for whom nothing is left out."""

FOR_WHOM: Mapping[str, str] = {
    "court": "the court",
    "family": "the family",
    "child": "the child",
    "training": "training",
    "working": "the team",
}
"""Whom a drawing is for, by the copy that it shows."""


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
    """A family for one reader, what was withheld, and the fresh *ids* of its people by those in the family itself."""

    reader: ReaderKind
    family: Family
    withheld: tuple[Withheld, ...] = ()
    ids: Mapping[str, str] = field(default_factory=dict)


def redact(family: Family, reader: ReaderKind) -> RedactedFamily:
    """The copy of *family* that *reader* may have."""
    if reader == "working":
        return RedactedFamily(reader, family)
    builder = RedactionBuilder(family, READERS[reader])
    builder.keep_from_hidden()
    builder.keep_from_harm()
    builder.keep_private()
    if not builder.reader.names:
        builder.note("name", len(builder.family.persons), "a letter stands for each")
    left_out: Counter[str] = Counter()
    copy = copied(builder.family, reader, left_out)
    ids = fresh_ids(copy)
    builder.note_fields(left_out)
    made = with_fresh_ids(copy, ids)
    if builder.reader.names:
        made = made.replaced(id=family.id)
    return RedactedFamily(reader, made, tuple(builder.withheld), ids["persons"])


class RedactionBuilder:
    """A copy while it is made: first of which parts its reader may know at all."""

    def __init__(self, family: Family, reader: Reader) -> None:
        self.family = family
        self.reader = reader
        self.withheld: list[Withheld] = []

    def note(self, what: str, count: int, why: str = "") -> None:
        """Note that *count* things of a kind were left out."""
        if count:
            self.withheld.append(Withheld(what, count, why or self.reader.why))

    def note_fields(self, left_out: Counter[str]) -> None:
        """Note the fields that were left out of parts that are in the copy."""
        for what, count in left_out.items():
            self.note(what, count, WHY.get(what, ""))

    def put(self, **fields: object) -> None:
        """The family with other parts."""
        self.family = self.family.replaced(**fields)

    def keep(self, name: str, what: str, wanted: Callable[[Any], bool], why: str = "") -> None:
        """Keep of the field *name* what is *wanted*, and note the rest."""
        parts: Sequence[Any] = getattr(self.family, name)
        left = tuple(part for part in parts if wanted(part))
        if len(left) < len(parts):
            self.note(what, len(parts) - len(left), why)
            self.put(**{name: left})

    # -- what is kept from somebody --------------------------------------------------------------------------------

    def keep_from_hidden(self) -> None:
        """Leave out facts, people, parentages, unions and homes that are kept from somebody, and what tells of them."""
        secrets, back = self.reader.secrets, kept_back_people(self.family)
        facts = [fact for fact in self.family.hidden_facts if not secrets or not fact.show_anyone]
        content = self._hidden(facts)
        self.keep("hidden_facts", "fact kept from somebody", lambda fact: fact not in facts, "it is not to be shown")
        gone = [
            person.id
            for person in self.family.persons
            if not secrets and (person.secret or person.hidden_from or person.id in back)
        ]
        for person in gone:
            self.family = RemovePerson(person).apply(self.family)[0]
        self.note("person", len(gone), "somebody must not learn of them")
        self._parentages()
        if not secrets:
            self.keep("unions", "union", lambda union: not is_hidden_union(union), "it is kept secret")
            self.keep("events", "event", lambda event: not event.hidden_from, "it is kept from somebody")
        self.keep("households", "home", lambda home: home.safe_to_record, "it is not safe to record")
        self._tellers(content)

    def _hidden(self, facts: Sequence[Any]) -> HiddenContent:
        """What no word of the copy may tell."""
        family = self.family
        if self.reader.secrets:
            return HiddenContent((), (), facts, family.households)
        return HiddenContent(family.persons, family.events, facts, family.households)

    def _parentages(self) -> None:
        """Parents who are not sure, or whom somebody must not know of; the sure one of a pair stays."""
        links: list[Parentage] = []
        for link in self.family.parentages:
            unsaid: set[str] = set()
            if not self.reader.secrets:
                unsaid |= doubted_parents(self.family, link)
                if link.hidden_from or not link.show_child:
                    unsaid |= unsaid or set(link.parents)
            sure = tuple(parent for parent in link.parents if parent not in unsaid)
            if len(sure) < len(link.parents):
                self.note("line to a parent", 1, "it is not sure, or kept from somebody")
            if sure:
                links.append(link if sure == link.parents else link.replaced(parents=sure, doubted_parents=()))
        self.put(parentages=with_homes(tuple(links)))

    def _tellers(self, content: HiddenContent) -> None:
        """Leave out parts, and words of people, that tell something hidden in other words."""
        why = "its words tell a hidden fact"
        telling: tuple[tuple[str, str, Callable[[Any], bool]], ...] = (
            ("events", "event", lambda event: content.tells(f"{event.what} {event.where}", event.who)),
            ("quotes", "quotation", lambda quote: content.tells(quote.words, (quote.who,))),
            ("strengths", "strength", lambda strength: content.tells(strength.words, strength.who)),
            ("worries", "worry", lambda worry: content.tells(f"{worry.words} {worry.source}", worry.who)),
            ("contacts", "contact", lambda contact: content.tells(f"{contact.by}", contact.who)),
            ("resources", "service or place", lambda resource: _tells(content, resource)),
            ("groups", "group", lambda group: content.tells(group.name, group.members)),
        )
        for name, what, tells in telling:
            self.keep(name, what, lambda part, tells=tells: not tells(part), why)  # type: ignore[misc]
        persons = tuple(without_hidden_words(content, person) for person in self.family.persons)
        self.put(
            persons=persons,
            ties=tuple(_bare(content, tie, (tie.a, tie.b)) for tie in self.family.ties),
            events=tuple(_bare(content, event, event.who) for event in self.family.events),
        )
        if content.tells(self.family.title):
            self.note("title", 1, why)
            self.put(title="A family")

    # -- harm ------------------------------------------------------------------------------------------------------

    def keep_from_harm(self) -> None:
        """Leave out harm, and where it is known, who helps and what could tell where: somebody harmful may read it."""
        if self.reader.harm:
            return
        family = self.family
        known = bool(family.harm_flags) or any(tie.tone == "harm" for tie in family.ties)
        known = known or any(event.theme in HARM_THEMES for event in family.events) or family.safe_record
        self.keep("ties", "tie of harm", lambda tie: tie.tone != "harm")
        self.keep("harm_flags", "flag of harm", lambda _flag: False)
        self.orders()
        whole = self.family
        self.keep("events", "event", lambda event: not words_a_couple(whole, event), "it tells harm as a union")
        self.put(unions=with_couples_only(self.family).unions)
        if known:
            why = "somebody is harmed here: it could tell of that, or of who helps and where"
            by = {str(flag.by) for flag in family.harm_flags} & set(family.index.persons)
            by |= {tie.a for tie in family.ties if tie.tone == "harm" and tie.directed}
            near = _near(family, by)
            self.keep("events", "event", lambda event: _is_tellable_event(event, near), why)
            self.keep("resources", "service or place", lambda resource: _is_tellable(resource, by, near), why)
            self.keep("strengths", "strength", lambda _strength: False, why)
            helpers = [person.id for person in self.family.persons if person.kind in {"professional", "institution"}]
            for helper in helpers:
                self.family = RemovePerson(helper).apply(self.family)[0]
            self.note("professional", len(helpers), why)

    def orders(self) -> None:
        """Leave out legal orders that tell of harm."""
        bare = {
            person.id: tuple(status for status in person.statuses if status.code not in HARM_STATUSES)
            for person in self.family.persons
        }
        count = sum(len(person.statuses) - len(bare[person.id]) for person in self.family.persons)
        self.note("order", count, "it tells of harm")
        if count:
            self.put(persons=tuple(person.replaced(statuses=bare[person.id]) for person in self.family.persons))

    # -- what is somebody's own ------------------------------------------------------------------------------------

    def keep_private(self) -> None:
        """Leave out what is nobody else's: ideas, contacts, what somebody said or sees, a pregnancy that was lost."""
        secrets, names = self.reader.secrets, self.reader.names
        self.keep("hypotheses", "idea", lambda _idea: False, "an idea is not a finding")
        self.keep("contacts", "contact", lambda _contact: secrets)
        self.keep("quotes", "quotation", lambda _quote: secrets)
        self.keep("worries", "worry", lambda _worry: secrets)
        if not secrets:
            self.keep("ties", "tie as one person sees it", lambda tie: not tie.perspective, "it is theirs to tell")
            lost = [
                person.id for person in self.family.persons if person.kind == "loss" and person.loss in LOST_PREGNANCIES
            ]
            for loss in lost if names else ():
                self.family = RemovePerson(loss).apply(self.family)[0]
            self.note("lost pregnancy", len(lost) if names else 0, "it is the mother's to tell")
        if not names:
            self.keep("events", "event", lambda _event: False, "its words could tell who it is")
            self.keep("resources", "service or place", lambda _resource: False, "it could tell who it is")
            self.keep("strengths", "strength", lambda _strength: False, "its words could tell who it is")
            self.note("culture", len(self.family.cultures), "it could tell who it is")
            self.keep("groups", "group", lambda _group: False, "it could tell who it is")


def _near(family: Family, by: set[str]) -> frozenset[str]:
    """Whose days those who harm, *by* id, know: their own, and those of the people who live with all of them."""
    if not by:
        return frozenset(family.index.persons)
    with_each = [{person, *(other.id for other in family.living_with(person))} for person in sorted(by)]
    return frozenset(set.intersection(*with_each))


def _is_tellable_event(event: Event, near: frozenset[str]) -> bool:
    """Whether those who harm may read of *event*: of school and work, only of people with whom they live."""
    return event.theme in TELLABLE_EVENTS and (event.theme not in TELLABLE_RESOURCES or near.issuperset(event.who))


def _is_tellable(resource: Resource, by: set[str], near: frozenset[str]) -> bool:
    """Whether those who harm, *by* id, may read of *resource*: a school or work they know of, or what may be named."""
    if resource.may_be_named is False or resource.kind in NEVER_TELLABLE:
        return False
    linked = {link.person for link in resource.links}
    if resource.may_be_named is True:
        return not by or resource.kind in TELLABLE_RESOURCES or bool(by & linked)
    return resource.kind in TELLABLE_RESOURCES and (bool(by & linked) or near >= linked)


def _tells(content: HiddenContent, resource: Resource) -> bool:
    return content.tells(f"{resource.name} {resource.safety}", [link.person for link in resource.links])


def _bare(content: HiddenContent, part: PartT, about: Sequence[str]) -> PartT:
    """*part* without those of its words that tell something hidden."""
    emptied = {
        name: ""
        for name in ("words", "source", "effect_on_child", "where", "note")
        if content.tells(str(getattr(part, name, "")), about)
    }
    return part.replaced(**emptied) if emptied else part
