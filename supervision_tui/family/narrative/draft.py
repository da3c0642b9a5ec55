"""A family while it is told: people and what is between them, each with the sentence that said it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from supervision_tui.family.dates import PartialDate
from supervision_tui.family.narrative.draft_homes import members_of
from supervision_tui.family.narrative.draft_parents import DraftParents, ids_of
from supervision_tui.family.narrative.draft_people import AtAge, Fact
from supervision_tui.family.shorthand import Question
from supervision_tui.family.shorthand.parts import NO_NAME


@dataclass(slots=True)
class Draft(DraftParents):
    """A family while it is told: people and what is between them.

    *grandparents* and *nephews* wait for whoever stands between; *titled* are "Mum" and "Dad", by their pronouns;
    *told_as* who was told as whose uncle or so; *at_ages* what was told by the age of somebody and has no date yet;
    *expected* are partners who may be the other parent of a child not born yet, by the sentence that told of it.
    """

    titled: dict[str, str] = field(default_factory=dict)
    told_as: dict[tuple[str, str], list[str]] = field(default_factory=dict)
    grandparents: list[tuple[str, str, tuple[str, ...], int]] = field(default_factory=list)
    nephews: list[tuple[str, str, tuple[str, ...], int]] | None = field(default_factory=list)
    twins: dict[str, str] = field(default_factory=dict)
    at_ages: list[AtAge] = field(default_factory=list)
    expected: list[tuple[int, str, str]] = field(default_factory=list)
    ties: list[dict[str, object]] = field(default_factory=list)
    events: list[dict[str, object]] = field(default_factory=list)
    resources: dict[str, dict[str, object]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for person in self.family.persons:
            self.persons[person.id] = {name: getattr(person, name) for name in person.model_fields_set}
        for union in self.family.unions:
            first, second = (*union.partners, "")[:2]
            self.unions[_pair(first, second)] = {name: getattr(union, name) for name in union.model_fields_set}
        for link in self.family.parentages:
            self.parentages.append({name: getattr(link, name) for name in type(link).model_fields})
        for home in self.family.households:
            now = {member.person: member for member in home.members if member.until is None}
            self.homes.append({"part": home, "id": home.id, "kind": home.kind, "members": now})

    def note_is_here(self) -> bool:
        """Whether the last event was told in the present sentence."""
        return any(
            fact.kind == "event" and fact.key == (str(len(self.events) - 1),)
            for fact in self.facts.get(self.sentence, ())
        )

    def set_person(self, person_id: str, **fields: object) -> None:
        """Set fields of somebody; one that is set otherwise already is asked about and stays."""
        person = self.persons[person_id]
        for name, value in fields.items():
            known = person.get(name)
            if name in {"born", "died"} and not self._in_order(person_id, name, value):
                continue
            if known and known not in {value, NO_NAME, "unknown", "person"}:
                if name not in {"pronouns", "called", "kind"}:
                    self.ask(
                        Question(name, f"{self.name(person_id)}: {known} was told before, now {value}. Which is it?")
                    )
                continue
            person[name] = value
            self.note_fact("person", person_id, words=(name,))

    def _in_order(self, person_id: str, name: str, value: object) -> bool:
        """Whether a birth can come before what was told of a death, of parents and of children; else it is asked."""
        person = self.persons[person_id]
        born, died = (value, person.get("died")) if name == "born" else (person.get("born"), value)
        wrong = isinstance(born, PartialDate) and isinstance(died, PartialDate) and died.latest < born.earliest
        if name == "born" and isinstance(value, PartialDate):
            births: list[tuple[object, object]] = [
                (self.persons[somebody].get("born"), value) for somebody in self.parents(person_id)
            ]
            births += [(value, self.persons[somebody].get("born")) for somebody in self.children(person_id)]
            wrong = wrong or any(
                isinstance(somebody, PartialDate)
                and isinstance(other, PartialDate)
                and somebody.earliest > other.latest
                for somebody, other in births
            )
        if wrong:
            self.ask(
                Question(name, f"{self.name(person_id)}: {value} does not go with what was told before. Which is it?")
            )
        return not wrong

    def relatives_known(self, owner: str, relation: str) -> list[str]:
        """Those who were told as the *relation* of *owner*, by whatever id each goes now."""
        now = self.persons.now
        return [
            now(somebody)
            for (known, word), people in self.told_as.items()
            if word == relation and now(known) == owner
            for somebody in people
        ]

    def set_union(self, first: str, second: str, **fields: object) -> dict[str, object]:
        """Two are or were a couple; fields that were said before stay, an end is added. What cannot be is asked."""
        if first == second:
            return {}
        if second and not self.can_be_couple(first, second):
            about = f"{self.name(first)} and {self.name(second)}"
            self.ask(Question(about, f"{about} cannot be a couple, by what was told of them. Who is meant?"))
            return {}
        key = _pair(first, second)
        union = self.unions.setdefault(key, {"partners": (first, second) if second else (first,)})
        if union.get("kind") in {None, "unknown", "parents_only"} or fields.get("kind") in {
            "married",
            "civil_partnership",
        }:
            union.update({name: value for name, value in fields.items() if value})
        else:
            union.update({name: value for name, value in fields.items() if value and name != "kind"})
        self.note_fact("union", *key)
        return union

    def add_tie(self, first: str, second: str, kind: str, **fields: object) -> None:
        """A tie between two people."""
        if first == second:
            return
        key: dict[str, object] = {"a": first, "b": second, "kind": kind}
        tie = next((tie for tie in self.ties if key.items() <= tie.items()), None)
        if tie is None:
            tie = dict(key)
            self.ties.append(tie)
        tie.update({name: value for name, value in fields.items() if value})
        self.note_fact("tie", first, second, kind)

    def add_event(self, what: str, who: Iterable[str], **fields: object) -> None:
        """Something that happened."""
        event = {
            "what": what,
            "who": tuple(dict.fromkeys(who)),
            **{name: value for name, value in fields.items() if value},
        }
        self.events.append(event)
        self.note_fact("event", str(len(self.events) - 1))

    def merge(self, old: str, new: str) -> None:
        """*old* turns out to be *new*: everything said of the one is of the other."""
        while new not in self.persons and new in self.persons.same:
            new = self.persons.same[new]
        if old == new or old not in self.persons or self._is_elder(old, new):
            return
        gone, known = self.persons.pop(old), self.persons[new]
        self.persons.same[old] = new
        self.persons.same.pop(new, None)
        for name, value in gone.items():
            if name not in {"id", "name"} and not known.get(name):
                known[name] = value
        self._swap(old, new)
        self.facts = {
            at: [
                Fact(fact.kind, tuple(new if somebody == old else somebody for somebody in fact.key), fact.words)
                for fact in facts
            ]
            for at, facts in self.facts.items()
        }

    def with_present_ids(self) -> None:
        """Whoever turned out to be somebody else stands by that id in everything that was told after it."""
        for old in self.persons.same:
            self._swap(old, self.persons.now(old))

    def _swap(self, old: str, new: str) -> None:
        self._swap_between(old, new)
        for home in self.homes:
            if old in members_of(home):
                members_of(home).setdefault(new, {"person": new})
                members_of(home).pop(old)

    def _is_elder(self, old: str, new: str) -> bool:
        """Whether one of two who would be one person is an ancestor of the other, which is asked about."""
        if old not in self._ancestors(new) and new not in self._ancestors(old):
            return False
        about = f"{self.name(old)} and {self.name(new)}"
        self.ask(Question(about, f"{about} cannot be one person, by what was told of them. Who is meant?"))
        return True

    def _swap_between(self, old: str, new: str) -> None:
        """*new* in the place of *old* in everything between people."""

        def swapped(ids: object) -> tuple[str, ...]:
            return tuple(dict.fromkeys(new if somebody == old else somebody for somebody in ids_of(ids)))

        self.unions = {
            _pair(*(new if somebody == old else somebody for somebody in pair)): union
            for pair, union in self.unions.items()
            if {*pair} != {old, new}
        }
        self.siblings = [
            (new if first == old else first, new if second == old else second, kind)
            for first, second, kind in self.siblings
        ]
        for field_name, parts in (
            ("partners", self.unions.values()), ("parents", self.parentages), ("who", self.events),
            ("people", self.resources.values()),
        ):  # fmt: skip
            for part in parts:
                part[field_name] = swapped(part[field_name])
        for field_name, parts in (("child", self.parentages), ("a", self.ties), ("b", self.ties)):
            for part in parts:
                part[field_name] = new if part[field_name] == old else part[field_name]


def _pair(first: str, second: str) -> tuple[str, str]:
    return (first, second) if not second or first <= second else (second, first)
