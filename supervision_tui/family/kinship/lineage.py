"""Who descends from whom and who is with whom, once for a whole family."""

from __future__ import annotations

from collections import defaultdict
from typing import Literal

from supervision_tui.family.kinship.paths import Blood, Couple, Half, Link
from supervision_tui.family.model.couples import with_couples_only
from supervision_tui.family.model.family import Family
from supervision_tui.family.model.parentages import Parentage
from supervision_tui.family.model.unions import Union

NO_KIN_BY = frozenset({"brief", "secret", "forced", "parents_only"})
"""Kinds of union that make nobody an in-law or a step-parent."""


class Lineage:
    """Parents, children and partners of everyone in one family."""

    def __init__(self, family: Family) -> None:
        """Read *family* once; linear in its size."""
        self.family = family
        self.parents: dict[str, dict[str, Link]] = {}
        self.children: dict[str, list[str]] = defaultdict(list)
        self._siblings: dict[str, dict[str, Blood]] = {}
        self.births: dict[str, tuple[str, str]] = {}
        self.unions: dict[str, dict[str, Union]] = defaultdict(dict)
        for union in with_couples_only(family).unions:
            self._add_union(union)
        up: dict[str, list[Parentage]] = defaultdict(list)
        for link in family.parentages:
            if link.lasting:
                up[link.child].append(link)
            if link.twins:
                self.births[link.child] = (link.twins, link.zygosity)
        for child, links in up.items():
            self.parents[child] = self._links(links)
            for parent in self.parents[child]:
                self.children[parent].append(child)
            for link in links:
                self._add_parents_only(link)

    def _add_union(self, union: Union) -> None:
        if len(union.partners) < 2:  # noqa: PLR2004 - a couple is two
            return
        for person_id, other in (union.partners, union.partners[::-1]):
            before = self.unions[person_id].get(other)
            if before is None or before.over or not union.over:
                self.unions[person_id][other] = union

    def _add_parents_only(self, link: Parentage) -> None:
        """Two who have a child together and no union in the file are the child's parents; no more is said.

        Where it is not sure that they are, nothing is.
        """
        first, *rest = link.parents
        for other in rest:
            if other not in self.unions[first] and not link.doubted:
                self._add_union(Union(partners=(first, other), kind="parents_only"))

    def _links(self, links: list[Parentage]) -> dict[str, Link]:
        adopters = {parent for link in links if link.kind == "adopted" for parent in link.parents}
        found: dict[str, Link] = {}
        for link in links:
            for parent in link.parents:
                doubted = link.doubted and (not link.doubted_parents or parent in link.doubted_parents)
                if link.kind == "unknown":
                    found.setdefault(parent, Link(doubted=doubted))
                elif link.kind == "birth":
                    found[parent] = Link(severed=self._severed(parent, adopters), doubted=doubted)
                elif parent not in found:
                    found[parent] = Link(adopted=True, doubted=doubted)
        return found

    def _severed(self, birth_parent: str, adopters: set[str]) -> bool:
        """Whether adoption ended this parent's place: not where the adopter is this parent's partner."""
        if not adopters or birth_parent in adopters:
            return False
        return not any(adopter in self.unions.get(birth_parent, {}) for adopter in adopters)

    def couples(self, person: str) -> tuple[Couple, ...]:
        """Steps to each partner, by any kind of union."""
        return tuple(Couple((person, other), union) for other, union in self.unions.get(person, {}).items())

    def kin_couples(self, person: str) -> tuple[Couple, ...]:
        """Steps to each partner whose kin become kin."""
        return tuple(couple for couple in self.couples(person) if couple.union.kind not in NO_KIN_BY)

    def siblings(self, person: str) -> dict[str, Blood]:
        """Each full or half sibling, with the way there."""
        known = self._siblings.get(person)
        if known is not None:
            return known
        found = self._siblings[person] = {}
        own = self.parents.get(person, {})
        for parent in own:
            for other in self.children[parent]:
                if other != person and other not in found:
                    found[other] = self._sibling(person, own, other)
        return found

    def _sibling(self, person: str, own: dict[str, Link], other: str) -> Blood:
        theirs = self.parents[other]
        shared = tuple(sorted(parent for parent in own if parent in theirs))
        links = [side[parent] for parent in shared for side in (own, theirs)]
        return Blood(
            chain=(person, other),
            up=1,
            down=1,
            apex=shared,
            half=_half(own, theirs, shared),
            adopted=all(link.adopted for link in links[::2]) or all(link.adopted for link in links[1::2]),
            severed=any(link.severed for link in links),
            doubted=any(link.doubted for link in links),
            twin=self._twin(person, other),
        )

    def _twin(self, person: str, other: str) -> Literal["", "twin", "identical twin"]:
        mine, theirs = self.births.get(person), self.births.get(other)
        if mine is None or theirs is None or mine[0] != theirs[0]:
            return ""
        return "identical twin" if "identical" in {mine[1], theirs[1]} else "twin"


def _half(own: dict[str, Link], theirs: dict[str, Link], shared: tuple[str, ...]) -> Half:
    if len(shared) > 1:
        return "no"
    others = ([parent_id for parent_id in side if parent_id != shared[0]] for side in (own, theirs))
    return "half" if all(others) else "unsure"
