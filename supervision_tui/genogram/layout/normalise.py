"""Phase 0: the same family written in any order becomes the same input; what cannot be drawn is refused in words.

Siblings stand eldest left. Dates are intervals: dated siblings are sorted among the places that dated siblings hold
in the recorded order, and siblings without a date keep their recorded place, since "unknown" is not "youngest".
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from supervision_tui.genogram.layout.layout_input import LayoutInput, LinkIn, PersonIn, UnionIn
from supervision_tui.genogram.layout.stability import keep_sibling_order


class FamilyCycleError(ValueError):
    """Somebody is recorded as their own ancestor; the message names the loop."""

    def __init__(self, loop: tuple[str, ...]) -> None:
        self.loop = loop
        steps = ", who is a parent of ".join(loop)
        super().__init__(
            f"This family cannot be drawn: {steps}, so somebody would be their own ancestor. "
            "Please check these parents."
        )


def canonical(given: LayoutInput) -> LayoutInput:
    """*given* with everything in an order that depends only on what it says, and with dangling references left out.

    A person hangs from one union only: the first that names them. A partner named twice counts once.
    """
    persons = {person.id: person for person in sorted(given.persons, key=lambda one: one.id)}
    unions: list[UnionIn] = []
    hung: set[str] = set()
    for union in sorted(given.unions, key=lambda one: (one.id, one.partners)):
        partners = tuple(dict.fromkeys(one for one in union.partners if one in persons))[:2]
        children = [
            one for one in dict.fromkeys(union.children) if one in persons and one not in hung and one not in partners
        ]
        hung.update(children)
        if len(partners) == 2 or children:  # noqa: PLR2004 - a couple
            stood = keep_sibling_order(eldest_first(children, persons), given.previous)
            unions.append(UnionIn(union.id, tuple(sorted(partners)), stood, union.since))
    links = {
        LinkIn(link.child, tuple(sorted(set(link.parents) & persons.keys() - {link.child})))
        for link in given.links
        if link.child in persons
    }
    ordered = tuple(sorted((one for one in links if one.parents), key=lambda one: (one.child, one.parents)))
    return LayoutInput(tuple(persons.values()), tuple(unions), ordered, given.previous)


def eldest_first(children: Iterable[str], persons: Mapping[str, PersonIn]) -> tuple[str, ...]:
    """*children* by birth, those without a date in the place where they were recorded."""
    recorded = list(children)
    places = [at for at, one in enumerate(recorded) if persons[one].earliest is not None]
    dated = sorted((recorded[at] for at in places), key=lambda one: _birth(persons[one]))
    for at, one in zip(places, dated, strict=True):
        recorded[at] = one
    return tuple(recorded)


def _birth(person: PersonIn) -> tuple[int, int]:
    earliest = person.earliest or 0
    return earliest, earliest if person.latest is None else person.latest


def certainly_younger(one: PersonIn, other: PersonIn) -> bool:
    """Whether *one* was born after *other* whatever the imprecise dates turn out to be."""
    return one.earliest is not None and other.latest is not None and one.earliest > other.latest


def components(given: LayoutInput) -> list[set[str]]:
    """Persons who are connected by unions or parent links; the set with the smallest id first."""
    root = {person.id: person.id for person in given.persons}

    def find(one: str) -> str:
        while root[one] != one:
            root[one] = root[root[one]]
            one = root[one]
        return one

    pairs = [(link.child, parent) for link in given.links for parent in link.parents]
    for union in given.unions:
        everyone = union.partners + union.children
        pairs += [(everyone[0], one) for one in everyone[1:]]
    for a, b in pairs:
        low, high = sorted((find(a), find(b)))
        root[high] = low
    found: dict[str, set[str]] = defaultdict(set)
    for one in root:
        found[find(one)].add(one)
    return [found[one] for one in sorted(found)]


def refuse_cycles(given: LayoutInput) -> None:
    """Raise when a parent chain comes back to its start.

    Raises:
        FamilyCycleError: naming the ids along one loop.
    """
    children: dict[str, set[str]] = {person.id: set() for person in given.persons}
    for union in given.unions:
        for parent in union.partners:
            children[parent].update(union.children)
    for link in given.links:
        for parent in link.parents:
            children[parent].add(link.child)
    state: dict[str, int] = {}
    for start in children:
        path: list[str] = []
        stack = [(start, False)]
        while stack:
            one, leaving = stack.pop()
            if leaving:
                state[path.pop()] = 2
            elif state.get(one) == 1:
                raise FamilyCycleError((*path[path.index(one) :], one))
            elif one not in state:
                state[one] = 1
                path.append(one)
                stack.append((one, True))
                stack += [(child, False) for child in sorted(children[one], reverse=True)]
