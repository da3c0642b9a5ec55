"""Parents, children, brothers and sisters and couples of a family while it is told, as far as they can be so."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from supervision_tui.family.dates import PartialDate
from supervision_tui.family.narrative.draft_homes import DraftHomes
from supervision_tui.family.narrative.draft_people import ADULT, Fact
from supervision_tui.family.shorthand import Question

if TYPE_CHECKING:
    from supervision_tui.family.model.parentages import ParentageKind

YOUNG = 13


@dataclass(slots=True)
class DraftParents(DraftHomes, ABC):
    """People and homes, and who is whose parent, child, brother, sister or partner.

    *guessed* are parents of children as "Mum" and "Dad" alone say it: whoever is told as a parent outright takes their
    place. *kin* are pairs told to be related in some other way than as a couple, for "is with". *not_known* are parents
    of whom it was told that nobody knows who they are: nobody else takes their place.
    """

    unions: dict[tuple[str, str], dict[str, object]] = field(default_factory=dict)
    parentages: list[dict[str, object]] = field(default_factory=list)
    siblings: list[tuple[str, str, str]] = field(default_factory=list)
    denied: set[tuple[str, str]] = field(default_factory=set)
    guessed: set[tuple[str, str]] = field(default_factory=set)
    kin: set[frozenset[str]] = field(default_factory=set)
    not_known: set[str] = field(default_factory=set)

    @abstractmethod
    def merge(self, old: str, new: str) -> None:
        """*old* turns out to be *new*."""

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
        mine = tuple(own)
        for other in self.full_siblings(child) if "birth" in kinds else ():
            own += [
                parent
                for link in self.links(other)
                if link["kind"] == "birth"
                for parent in ids_of(link["parents"])
                if parent not in self.not_known and not any(self._same_gender(parent, known) for known in mine)
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
        if kind == "birth":
            self._without_guess(parent, child)
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

    def title_parent(self, parent: str, child: str) -> bool:
        """*parent* is taken as one of *child* until somebody else is told to be: "Mum", where there is one mother."""
        if parent in self.parents(child) or any(self._same_gender(parent, known) for known in self.parents(child)):
            return False
        taken = self.set_parent(parent, child)
        if taken:
            self.guessed.add((parent, child))
        return taken

    def _without_guess(self, parent: str, child: str) -> None:
        """Whoever was only taken as a parent gives way to *parent*, who is told as one."""
        for known in self.parents(child):
            if known != parent and (known, child) in self.guessed and self._same_gender(known, parent):
                self.guessed.discard((known, child))
                for link in self.links(child):
                    link["parents"] = tuple(somebody for somebody in ids_of(link["parents"]) if somebody != known)
                self.parentages = [link for link in self.parentages if link["parents"]]
                gone = Fact("parent", (known, child, "birth"))
                self.facts = {at: [fact for fact in facts if fact != gone] for at, facts in self.facts.items()}

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
                if somebody in self.persons
                and self.unnamed(somebody)
                and somebody != person
                and somebody not in self.not_known
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
            and somebody not in self.not_known
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

    def make_half(self, first: str, second: str) -> None:
        """Two who were told as brothers and sisters have one parent in common."""
        self.siblings = [pair for pair in self.siblings if {*pair[:2]} != {first, second}]
        self.set_siblings(first, second, "half")

    def are_close_kin(self, first: str, second: str) -> bool:
        """Whether one of two is a parent of the other, or both have a parent in common."""
        if first not in self.persons or second not in self.persons:
            return False
        mine, theirs = {*self.parents(first)}, {*self.parents(second)}
        return first in theirs or second in mine or bool(mine & theirs)

    def can_be_couple(self, first: str, second: str) -> bool:
        """Whether two can be or have been a couple: neither a young child, nor a parent, child, brother or sister."""
        young = any((age := self.age(somebody)) is not None and age < YOUNG for somebody in (first, second))
        kin = first in self._ancestors(second) or second in self._ancestors(first)
        return not (young or kin or second in self.full_siblings(first))


def ids_of(value: object) -> tuple[str, ...]:
    """*value* as ids; none where it is something else."""
    return value if isinstance(value, tuple) else ()
