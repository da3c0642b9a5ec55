"""Who is who for one child: parents, grandparents, brothers and sisters, carers, those who may be asked.

With *facing* the family, what someone must not learn is left out: doubted or hidden parentage and whoever is known only
through it, hidden people, places not safe to record (rule (f) of content specification 3.4).
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import cached_property

from supervision_tui.family import Family, Parentage, Person

YOUNGEST_ASKED = 4
"""Years; nobody younger is put down as someone who is asked."""
YOUNGEST_VOICE = 12
"""Years; nobody younger stands for 'a person' whose view is compared with another's."""

FEARED = frozenset({"domestic_abuse", "abuse", "violence", "exploitation"})
"""Themes of events whose dead are not asked after fondly."""

CARERS = ("foster", "kinship", "guardianship", "step")


class FamilyScope:
    """One *child* of *family* on *today*; *facing* says whether the words may reach the family."""

    def __init__(self, family: Family, child: Person, today: date, *, facing: bool) -> None:
        self.family = family
        self.child = child
        self.today = today
        self.facing = facing

    # -- who may be named ------------------------------------------------------------------------------------------

    def living(self, people: Iterable[Person]) -> list[Person]:
        """Those of *people* who live, were born, are human and may be named here; each once, never the child."""
        found = {one.id: one for one in people if self._nameable(one) and one.alive_at(self.today) and not one.dead}
        found.pop(self.child.id, None)
        return list(found.values())

    def askable(self, person: Person) -> bool:
        """Whether *person* is surely old enough to be asked."""
        return self.older(person, YOUNGEST_ASKED)

    def older(self, person: Person, years: int) -> bool:
        """Whether *person* is surely *years* old; someone with children and no known birth is."""
        ages = person.ages_at(self.today)
        return bool(self.family.children_of(person.id)) if ages is None else ages[0] >= years

    def _nameable(self, person: Person) -> bool:
        if not person.human or person.name == "" or person.id in self._unseen:
            return False
        return not (self.facing and person.id in self._hidden)

    @cached_property
    def _unseen(self) -> frozenset[str]:
        """People of kind unknown: nobody knows a name to say."""
        return frozenset(one.id for one in self.family.persons if one.kind == "unknown")

    @cached_property
    def _hidden(self) -> frozenset[str]:
        family = self.family
        hidden = {one.id for one in family.persons if one.secret or one.hidden_from}
        close = {*family.focus, *(parent.id for child in family.focus for parent in family.parents_of(child))}
        hidden |= {fact.about for fact in family.hidden_facts if fact.about not in close or not fact.show_anyone}
        for household in family.households:
            if not household.safe_to_record:
                hidden |= {member.person for member in household.members if member.person not in family.focus}
        return frozenset(hidden | self.unsaid_parents(self.child.id)) - {self.child.id}

    def unsaid_parents(self, child_id: str) -> set[str]:
        """Parents whose link to this child is not sure, or is hidden from someone."""
        found: set[str] = set()
        for link in self.family.parentages_of(child_id):
            found |= _unsaid(link)
        return found

    @cached_property
    def hidden_people(self) -> tuple[Person, ...]:
        """Those whom nobody in the family is to hear of from us."""
        return self.family.index.people(sorted(self._hidden))

    # -- kin -------------------------------------------------------------------------------------------------------

    def parents_of(self, person: Person) -> list[Person]:
        """Parents by birth or adoption, dead ones too; facing the family only those who are no secret."""
        unsaid = self.unsaid_parents(person.id) if self.facing else set()
        return [one for one in self.family.parents_of(person.id) if one.id not in unsaid]

    @cached_property
    def parents(self) -> list[Person]:
        """The child's living parents, without those who were lost: absent, and never one side of a couple."""
        return [one for one in self.living(self.parents_of(self.child)) if one.id not in self._lost]

    @cached_property
    def _lost(self) -> frozenset[str]:
        """People torn from a partner, or of whom nobody knows where they are."""
        torn = {one for union in self.family.unions if union.ended == "lost" for one in union.partners}
        with_a_home = {member.person for home in self.family.households for member in home.members}
        unknown = {one.id for one in self.family.persons if "unknown" in one.whereabouts.casefold()}
        return frozenset((torn - with_a_home) | unknown)

    @cached_property
    def siblings(self) -> list[Person]:
        """Living brothers and sisters, half ones too, old enough to be asked."""
        through = [one for parent in self.parents_of(self.child) for one in self._children(parent)]
        return [one for one in self.living(through) if self.askable(one)]

    def _children(self, parent: Person) -> list[Person]:
        found = self.family.children_of(parent.id)
        return [one for one in found if not (self.facing and parent.id in self.unsaid_parents(one.id))]

    @cached_property
    def grandparents(self) -> list[Person]:
        """Living parents of the parents."""
        return self.living(one for parent in self.parents_of(self.child) for one in self.parents_of(parent))

    @cached_property
    def aunts_uncles(self) -> list[Person]:
        """Living brothers and sisters of the parents."""
        lines = [(parent, grand) for parent in self.parents_of(self.child) for grand in self.parents_of(parent)]
        return self.living(one for parent, grand in lines for one in self._children(grand) if one.id != parent.id)

    @cached_property
    def carers(self) -> list[Person]:
        """Those who care in a role, and parents who share a home with the child."""
        links = [
            link for link in self.family.parentages_of(self.child.id) if link.kind in CARERS and link.until is None
        ]
        roles = [
            self.family.person(one) for link in links if not (self.facing and _unsaid(link)) for one in link.parents
        ]
        home = {one.id for one in self.family.living_with(self.child.id)}
        return self.living([*roles, *(parent for parent in self.parents if parent.id in home)])

    @cached_property
    def near(self) -> frozenset[str]:
        """Those who share a home with the child, whom we have met, or who are tied to the child or the parents."""
        home = {one.id for one in self.family.living_with(self.child.id)}
        middle = {self.child.id, *(one.id for one in self.parents)}
        tied = {
            end for one in middle for tie in self.family.ties_of(one) if tie.tone != "cut_off" for end in (tie.a, tie.b)
        }
        return frozenset((home | tied).union(*(contact.who for contact in self.family.contacts)))

    @cached_property
    def absent(self) -> list[Person]:
        """Living parents who share no home with the child."""
        home = {one.id for one in self.family.living_with(self.child.id)}
        return [parent for parent in self.living(self.parents_of(self.child)) if parent.id not in home]

    def partners(self, person: Person, *, current: bool) -> list[Person]:
        """Living partners of now, or of earlier."""
        unions = [
            one
            for one in self.family.unions_of(person.id)
            if one.over is not current and one.kind != "parents_only" and not (self.facing and one.secret)
        ]
        found = self.living(self.family.person(other) for one in unions if (other := one.other(person.id)))
        return [one for one in found if one.id not in self._lost]

    @cached_property
    def friends(self) -> list[Person]:
        """People whose role on the map is friend."""
        found = (one for one in self.family.persons if "friend" in one.role.casefold())
        return [one for one in self.living(found) if self.askable(one)]

    @cached_property
    def ancestors(self) -> list[Person]:
        """Those of the direct line, up to great-grandparents, who have died; to the family nobody who was feared."""
        line = level = self.parents_of(self.child)
        for _ in range(2):
            level = [one for person in level for one in self.parents_of(person)]
            line = [*line, *level]
        feared = {one for event in self.family.events if event.theme in FEARED for one in event.who}
        feared |= {flag.by for flag in self.family.harm_flags}
        said = [one for one in line if one.dead and self._nameable(one) and not (self.facing and one.id in feared)]
        return list({one.id: one for one in said}.values())

    @cached_property
    def voices(self) -> list[Person]:
        """Everyone near the child whose view may be compared: kin, carers, partners of parents; twelve and older."""
        partners = [one for parent in self.parents for one in self.partners(parent, current=True)]
        near = [*self.parents, *self.carers, *partners, *self.grandparents, *self.aunts_uncles, *self.siblings]
        return [one for one in self.living(near) if self.older(one, YOUNGEST_VOICE)]


def _unsaid(link: Parentage) -> set[str]:
    if link.doubted_parents:
        return set(link.doubted_parents)
    return set(link.parents) if link.doubted or link.hidden_from or not link.show_child else set()
