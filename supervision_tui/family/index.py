"""Who is whose: look-ups over one family, made once and asked often."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from supervision_tui.family.family import Family
    from supervision_tui.family.households import Household, Membership
    from supervision_tui.family.parentages import Parentage
    from supervision_tui.family.persons import Person
    from supervision_tui.family.ties import Tie
    from supervision_tui.family.unions import Union


class Index:
    """Dictionaries from a person's id to what touches that person, in the file's order."""

    def __init__(self, family: Family) -> None:
        """Read *family* once; linear in its size."""
        self.memory: dict[str, object] = {}
        """What other modules have worked out over this family, by their name; the family never changes."""
        self.persons: dict[str, Person] = {person.id: person for person in family.persons}
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

    def named(self, ids: Sequence[str]) -> tuple[Person, ...]:
        """The persons with these ids, each once, in this order; ids of nobody are passed over."""
        return tuple(self.persons[one] for one in dict.fromkeys(ids) if one in self.persons)
