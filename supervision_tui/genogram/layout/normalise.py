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

    def __init__(self, cycle: tuple[str, ...]) -> None:
        self.cycle = cycle
        steps = ", who is a parent of ".join(cycle)
        super().__init__(
            f"This family cannot be drawn: {steps}, so somebody would be their own ancestor. "
            "Please check these parents."
        )


def canonical(problem: LayoutInput) -> LayoutInput:
    """*problem* with everything in an order that depends only on what it says, and with dangling references left out.

    A person hangs from one union only: the first that names them. A partner named twice counts once.
    """
    persons = {person.id: person for person in sorted(problem.persons, key=lambda person: person.id)}
    unions: list[UnionIn] = []
    hung_already: set[str] = set()
    for union in sorted(problem.unions, key=lambda person: (person.id, person.partners)):
        partners = tuple(dict.fromkeys(person for person in union.partners if person in persons))[:2]
        children = [
            person
            for person in dict.fromkeys(union.children)
            if person in persons and person not in hung_already and person not in partners
        ]
        hung_already.update(children)
        if len(partners) == 2 or children:  # noqa: PLR2004 - a couple
            twins = tuple(sorted(tuple(sorted(set(group) & set(children))) for group in union.twins))
            stood = keep_sibling_order(eldest_first(children, persons), problem.previous)
            stood = _ends_last(stood, problem.row_end, frozenset(child for group in twins for child in group))
            unions.append(
                UnionIn(union.id, tuple(sorted(partners)), stood, union.since, union.couple, twins, union.lettered)
            )
    links = {
        LinkIn(link.child, tuple(sorted(set(link.parents) & persons.keys() - {link.child})))
        for link in problem.links
        if link.child in persons
    }
    ordered = tuple(
        sorted((person for person in links if person.parents), key=lambda person: (person.child, person.parents))
    )
    return LayoutInput(tuple(persons.values()), tuple(unions), ordered, problem.previous, problem.row_end)


def _ends_last(children: tuple[str, ...], row_end: Mapping[str, int], twins: frozenset[str]) -> tuple[str, ...]:
    """*children* with those of *row_end* at the end they have there; *twins* stay together."""
    sides = {child: 0 if child in twins else row_end.get(child, 0) for child in children}
    return tuple(sorted(children, key=sides.__getitem__))


def eldest_first(children: Iterable[str], persons: Mapping[str, PersonIn]) -> tuple[str, ...]:
    """*children* by birth, those without a date in the place where they were recorded."""
    recorded = list(children)
    places = [place for place, child in enumerate(recorded) if persons[child].earliest is not None]
    dated = sorted((recorded[place] for place in places), key=lambda child: _birth(persons[child]))
    for place, child in zip(places, dated, strict=True):
        recorded[place] = child
    return tuple(recorded)


def _birth(person: PersonIn) -> tuple[int, int]:
    earliest = person.earliest or 0
    return earliest, earliest if person.latest is None else person.latest


def certainly_younger(person: PersonIn, other: PersonIn) -> bool:
    """Whether *person* was born after *other* whatever the imprecise dates turn out to be."""
    return person.earliest is not None and other.latest is not None and person.earliest > other.latest


def components(problem: LayoutInput) -> list[set[str]]:
    """Persons who are connected by unions or parent links; the set with the smallest id first."""
    root = {person.id: person.id for person in problem.persons}

    def find(person: str) -> str:
        while root[person] != person:
            root[person] = root[root[person]]
            person = root[person]
        return person

    pairs = [(link.child, parent) for link in problem.links for parent in link.parents]
    for union in problem.unions:
        everyone = union.partners + union.children
        pairs += [(everyone[0], person) for person in everyone[1:]]
    for a, b in pairs:
        low, high = sorted((find(a), find(b)))
        root[high] = low
    members_by_root: dict[str, set[str]] = defaultdict(set)
    for person in root:
        members_by_root[find(person)].add(person)
    return [members_by_root[person] for person in sorted(members_by_root)]


def refuse_cycles(problem: LayoutInput) -> None:
    """Raise when a parent chain comes back to its start.

    Raises:
        FamilyCycleError: naming the ids along one loop.
    """
    children: dict[str, set[str]] = {person.id: set() for person in problem.persons}
    for union in problem.unions:
        for parent in union.partners:
            children[parent].update(union.children)
    for link in problem.links:
        for parent in link.parents:
            children[parent].add(link.child)
    state: dict[str, int] = {}
    for start in children:
        path: list[str] = []
        stack = [(start, False)]
        while stack:
            person, leaving = stack.pop()
            if leaving:
                state[path.pop()] = 2
            elif state.get(person) == 1:
                raise FamilyCycleError((*path[path.index(person) :], person))
            elif person not in state:
                state[person] = 1
                path.append(person)
                stack.append((person, True))
                stack += [(child, False) for child in sorted(children[person], reverse=True)]
