"""A family while it is told: people and what is between them, each with the sentence that said it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from supervision_tui.family.dates import PartialDate
from supervision_tui.family.narrative.draft_people import DraftPeople, Fact
from supervision_tui.family.shorthand import Question
from supervision_tui.family.shorthand.parts import NO_NAME

if TYPE_CHECKING:
    from supervision_tui.family.model.parentages import ParentageKind

ADULT = 18
YOUNG = 13
NOTHING: Mapping[str, object] = {}


@dataclass(slots=True)
class Draft(DraftPeople):
    """A family while it is told: people and what is between them."""

    unions: dict[tuple[str, str], dict[str, object]] = field(default_factory=dict)
    parentages: list[dict[str, object]] = field(default_factory=list)
    siblings: list[tuple[str, str, str]] = field(default_factory=list)
    denied: set[tuple[str, str]] = field(default_factory=set)
    grandparents: list[tuple[str, str, tuple[str, ...], int]] = field(default_factory=list)
    twins: dict[str, str] = field(default_factory=dict)
    ties: list[dict[str, object]] = field(default_factory=list)
    events: list[dict[str, object]] = field(default_factory=list)
    homes: list[dict[str, object]] = field(default_factory=list)
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

    def is_child(self, person_id: str) -> bool:
        """Whether somebody is under eighteen, or a child of somebody and of no known age."""
        age = self.age(person_id)
        if age is not None:
            return age < ADULT
        return bool(self.parents(person_id)) and not self.children(person_id) and not self.partners(person_id)

    def partners(self, person_id: str, *, current: bool = False) -> list[str]:
        """Those with whom somebody is or was a couple, the latest told last."""
        return [
            second if first == person_id else first
            for (first, second), union in self.unions.items()
            if person_id in {first, second} and second and not (current and (union.get("ended") or union.get("until")))
        ]

    def links(self, child: str) -> list[dict[str, object]]:
        """The parentages of somebody."""
        return [link for link in self.parentages if link["child"] == child]

    def parents(self, child: str, kinds: Iterable[str] = ("birth", "adopted")) -> list[str]:
        """Parents by these kinds; those of full siblings too, where they were told as such."""
        own = [parent for link in self.links(child) if str(link["kind"]) in kinds for parent in ids_of(link["parents"])]
        for other in self.full_siblings(child) if "birth" in kinds else ():
            own += [
                parent for link in self.links(other) if link["kind"] == "birth" for parent in ids_of(link["parents"])
            ]
        return list(dict.fromkeys(own))

    def full_siblings(self, person_id: str) -> list[str]:
        """Those told as brothers and sisters, and theirs."""
        found, waiting = [person_id], [person_id]
        while waiting:
            here = waiting.pop()
            for first, second, kind in self.siblings:
                other = second if first == here else first if second == here else ""
                if other and kind == "full" and other not in found:
                    found.append(other)
                    waiting.append(other)
        return found[1:]

    def children(self, parent: str, kinds: Iterable[str] = ("birth", "adopted")) -> list[str]:
        """Children by these kinds, in the order told."""
        return [
            str(link["child"])
            for link in self.parentages
            if str(link["kind"]) in kinds and parent in ids_of(link["parents"])
        ]

    def set_parent(self, parent: str, child: str, kind: ParentageKind = "birth", **fields: object) -> bool:
        """*parent* is one of *child*; false where that cannot be and is asked about."""
        denied = kind == "birth" and (parent, child) in self.denied
        if parent == child or denied or not self._can_be(parent, child, kind):
            return False
        same = [link for link in self.links(child) if link["kind"] == kind and kind != "step"]
        link = next((link for link in same if parent in ids_of(link["parents"])), None)
        if link is None:
            link = next(iter(same), None)
            if (
                link is not None
                and len(ids_of(link["parents"])) > 1
                and kind in {"foster", "kinship", "surrogate", "donor"}
            ):
                here = (other for other in same if other.get("sentence") == self.sentence)
                link = next((other for other in here if len(ids_of(other["parents"])) == 1), None)
            if link is not None and len(ids_of(link["parents"])) > 1:
                return self._in_the_place_of(parent, child, ids_of(link["parents"]))
            if link is None:
                link = {"child": child, "parents": (parent,), "kind": kind, "sentence": self.sentence}
                self.parentages.append(link)
            elif self._same_gender(parent, ids_of(link["parents"])[0]) and self._replace_unnamed(
                parent, ids_of(link["parents"])
            ):
                pass
            else:
                link["parents"] = (*ids_of(link["parents"]), parent)
        link.update(fields)
        self.note_fact("parent", parent, child, kind)
        return True

    def deny_parent(self, parent: str, child: str) -> None:
        """*parent* is not one of *child*: a parentage by birth that was taken goes, and none is taken again."""
        self.denied.add((parent, child))
        for link in self.links(child):
            if link["kind"] == "birth" and parent in ids_of(link["parents"]):
                link["parents"] = tuple(known for known in ids_of(link["parents"]) if known != parent)

    def _can_be(self, parent: str, child: str, kind: str) -> bool:
        """Whether somebody can be a parent of somebody: born before, and not their descendant; else it is asked."""
        older, younger = self.persons[parent].get("born"), self.persons[child].get("born")
        born_after = (
            isinstance(older, PartialDate) and isinstance(younger, PartialDate) and older.latest >= younger.earliest
        )
        if kind in {"birth", "adopted"} and (born_after or child in self._ancestors(parent)):
            words = f"{self.name(parent)} as a parent of {self.name(child)}"
            self.ask(Question(words, f"{words} cannot be so, by what was told of them. What is {self.name(parent)}?"))
            return False
        return True

    def _ancestors(self, person_id: str) -> set[str]:
        found, waiting = set(), [person_id]
        while waiting:
            here = waiting.pop()
            for link in self.links(here):
                new = [somebody for somebody in ids_of(link["parents"]) if somebody not in found]
                found.update(new)
                waiting += new
        return found

    def _same_gender(self, first: str, second: str) -> bool:
        return bool(self.pronoun(first)[0]) and self.pronoun(first)[0] == self.pronoun(second)[0]

    def _replace_unnamed(self, person: str, parents: tuple[str, ...]) -> bool:
        nameless = next(
            (
                somebody
                for somebody in parents
                if somebody in self.persons and self.unnamed(somebody) and somebody != person
            ),
            "",
        )
        if nameless:
            self.merge(nameless, person)
        return bool(nameless)

    def _in_the_place_of(self, parent: str, child: str, parents: tuple[str, ...]) -> bool:
        """A third parent takes the place of one without a name; otherwise it is asked."""
        nameless = [
            somebody
            for somebody in parents
            if self.unnamed(somebody)
            and (not self.pronoun(somebody)[0] or not self.pronoun(parent)[0] or self._same_gender(somebody, parent))
        ]
        if nameless:
            self.merge(nameless[0], parent)
            self.note_fact("parent", parent, child, "birth")
            return True
        names = " and ".join(self.name(somebody) for somebody in parents)
        self.ask(
            Question(
                self.name(parent), f"{self.name(child)} has two parents already: {names}. What is {self.name(parent)}?"
            )
        )
        return False

    def set_siblings(self, first: str, second: str, kind: str = "full") -> None:
        """Two are brothers or sisters: ``full`` (nothing else said), ``half`` or ``step``."""
        if first != second and not any({first, second} == {somebody, other} for somebody, other, _ in self.siblings):
            self.siblings.append((first, second, kind))
            self.note_fact("sibling", first, second, kind)

    def can_be_couple(self, first: str, second: str) -> bool:
        """Whether two can be or have been a couple: neither a young child, nor a parent, child, brother or sister."""
        young = any((age := self.age(somebody)) is not None and age < YOUNG for somebody in (first, second))
        kin = first in self._ancestors(second) or second in self._ancestors(first)
        return not (young or kin or second in self.full_siblings(first))

    def set_union(self, first: str, second: str, **fields: object) -> dict[str, object]:
        """Two are or were a couple; fields that were said before stay, an end is added. What cannot be is asked."""
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

    def home_of(self, person_id: str) -> dict[str, object] | None:
        """The home where somebody lives now, as told."""
        return next(
            (home for home in reversed(self.homes) if person_id in members_of(home) and not _left(home, person_id)),
            None,
        )

    def live_together(
        self, people: Iterable[str], kind: str = "home", *, fields: Mapping[str, object] = NOTHING
    ) -> None:
        """*people* share a home; it is the home of the first of them who has one."""
        people = list(dict.fromkeys(people))
        home = next(
            (found for somebody in people if (found := self.home_of(somebody)) and (kind in {"home", found["kind"]})),
            None,
        )
        if home is None:
            home = {"kind": kind, "members": {}}
            self.homes.append(home)
        for somebody in people:
            before = self.home_of(somebody)
            if before is not None and before is not home and not fields.get("part_time"):
                self.ask(
                    Question(
                        self.name(somebody),
                        f"{self.name(somebody)} has two homes now. Is one of them over, or is it part-time in each?",
                    )
                )
            members_of(home).setdefault(
                somebody, {"person": somebody, **{name: value for name, value in fields.items() if value}}
            )
        self.note_fact("home", *people)

    def leave_home(self, person_id: str, when: object) -> None:
        """Somebody has moved out of where they lived."""
        home = self.home_of(person_id)
        if home is not None and when:
            members_of(home)[person_id] = {"person": person_id, "until": when}
        elif home is not None:
            members_of(home).pop(person_id)

    def merge(self, old: str, new: str) -> None:
        """*old* turns out to be *new*: everything said of the one is of the other."""
        while new not in self.persons and new in self.persons.same:
            new = self.persons.same[new]
        if old == new or old not in self.persons:
            return
        gone, known = self.persons.pop(old), self.persons[new]
        self.persons.same[old] = new
        self.persons.same.pop(new, None)
        for name, value in gone.items():
            if name not in {"id", "name"} and not known.get(name):
                known[name] = value
        self._swap_between(old, new)
        for home in self.homes:
            if old in members_of(home):
                members_of(home).setdefault(new, {"person": new})
                members_of(home).pop(old)
        self.facts = {
            at: [
                Fact(fact.kind, tuple(new if somebody == old else somebody for somebody in fact.key), fact.words)
                for fact in facts
            ]
            for at, facts in self.facts.items()
        }

    def _swap_between(self, old: str, new: str) -> None:
        """*new* in the place of *old* in everything between people."""

        def swapped(ids: object) -> tuple[str, ...]:
            return tuple(dict.fromkeys(new if somebody == old else somebody for somebody in ids_of(ids)))

        self.unions = {
            _pair(*(new if somebody == old else somebody for somebody in pair)): union
            for pair, union in self.unions.items()
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


def ids_of(value: object) -> tuple[str, ...]:
    """*value* as ids; none where it is something else."""
    return value if isinstance(value, tuple) else ()


def members_of(home: dict[str, object]) -> dict[str, object]:
    """Who lives in a home, by id."""
    members = home["members"]
    return members if isinstance(members, dict) else {}


def _left(home: dict[str, object], person_id: str) -> bool:
    member = members_of(home)[person_id]
    return isinstance(member, dict) and bool(member.get("until"))
