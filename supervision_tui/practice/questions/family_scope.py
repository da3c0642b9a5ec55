"""Who is who for one child: parents, grandparents, brothers and sisters, carers, those who may be asked.

With *facing* the family, what someone must not learn is left out: hidden parentage and those who are known only through
it, hidden people, places not safe to record (rule (f) of content specification 3.4). A doubted parent is no parent here
at all: what is not sure is never said as a fact, and harm is never worded as a couple.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import cached_property

from supervision_tui.family import Family, Person, Union
from supervision_tui.family.model.couples import is_couple
from supervision_tui.family.views import doubted_parents
from supervision_tui.lazy_pattern import lazy_pattern
from supervision_tui.practice.questions.safeguarding import FlaggedHarm

YOUNGEST_ASKED = 4
"""Years; nobody younger is put down as someone who is asked."""
YOUNGEST_VOICE = 12
"""Years; nobody younger stands for 'a person' whose view is compared with another's."""

FEARED = frozenset({"domestic_abuse", "abuse", "violence", "exploitation"})
"""Themes of events whose dead are not asked after fondly."""

NOT_KNOWN = lazy_pattern(r"(?<!\w)(?:unknown|not known|no idea|nobody knows|not traced|untraced|lost touch|missing|\?)")
"""Whereabouts that say that nobody knows them."""
CARERS = ("foster", "kinship", "guardianship", "step")


class FamilyScope:
    """One *child* of *family* on *today*, with the *harm* in it; *facing*: whether the words may reach the family."""

    def __init__(self, family: Family, child: Person, today: date, harm: FlaggedHarm, *, facing: bool) -> None:
        self.family = family
        self.child = child
        self.today = today
        self.harm = harm
        self.facing = facing

    # -- who may be named ------------------------------------------------------------------------------------------

    def living(self, people: Iterable[Person]) -> list[Person]:
        """Those of *people* who live, were born, are human and may be named here; each once, never the child."""
        living = (person for person in people if person.alive_at(self.today) and not person.dead)
        found = {person.id: person for person in living if self._nameable(person)}
        found.pop(self.child.id, None)
        return list(found.values())

    def askable(self, person: Person) -> bool:
        """Whether *person* is surely old enough to be asked."""
        return self.older(person, YOUNGEST_ASKED)

    def older(self, person: Person, years: int) -> bool:
        """Whether *person* is surely *years* old; someone with children and no known birth is."""
        ages = person.ages_at(self.today)
        return bool(self.family.children_of(person.id)) if ages is None else ages[0] >= years

    def lived_with_child(self, person: Person) -> bool:
        """Whether *person*, who has died, surely lived while the child did."""
        if self.child.born is None or person.died is None:
            return False
        return self.child.born.certainly_before(person.died)

    def _nameable(self, person: Person) -> bool:
        if not person.human or person.name == "" or person.kind == "unknown":
            return False
        if person.secret or person.hidden_from:
            return False  # a list of questions stands on a screen: nobody in it who is kept from somebody
        return not self.facing or (person.id not in self._hidden and self.harm.knows_of(person))

    @cached_property
    def _hidden(self) -> frozenset[str]:
        """People whom nobody in the family is to hear of from us."""
        family = self.family
        hidden = {person.id for person in family.persons if person.secret or person.hidden_from}
        close = {*family.focus, *(parent.id for child in family.focus for parent in family.parents_of(child))}
        hidden |= {fact.about for fact in family.hidden_facts if fact.about not in close or not fact.show_anyone}
        for household in family.households:
            if not household.safe_to_record:
                hidden |= {member.person for member in household.members if member.person not in family.focus}
        return frozenset(hidden | self.unsaid_parents(self.child.id)) - {self.child.id}

    def unsaid_parents(self, child_id: str) -> set[str]:
        """Parents of *child_id* who are not said to be: doubted ones, and to the family hidden ones too."""
        found: set[str] = set()
        for link in self.family.parentages_of(child_id):
            found |= doubted_parents(self.family, link)
            if self.facing and (link.hidden_from or not link.show_child):
                found |= set(link.doubted_parents or link.parents)
        return found

    @cached_property
    def hidden_people(self) -> tuple[Person, ...]:
        """Those whom nobody in the family is to hear of from us."""
        return self.family.index.people(sorted(self._hidden))

    # -- kin -------------------------------------------------------------------------------------------------------

    def parents_of(self, person: Person) -> list[Person]:
        """Parents by birth or adoption, dead ones too, without those who are not said to be."""
        unsaid = self.unsaid_parents(person.id)
        return [parent for parent in self.family.parents_of(person.id) if parent.id not in unsaid]

    @cached_property
    def parents(self) -> list[Person]:
        """The child's living parents, without those who were lost: absent, and never one side of a couple."""
        return [parent for parent in self.living(self.parents_of(self.child)) if parent.id not in self._lost]

    @cached_property
    def _lost(self) -> frozenset[str]:
        """People torn from a partner, or whose whereabouts nobody knows."""
        torn = {partner for union in self.family.unions if union.ended == "lost" for partner in union.partners}
        with_a_home = {member.person for home in self.family.households for member in home.members}
        unknown = {person.id for person in self.family.persons if NOT_KNOWN.search(person.whereabouts.casefold())}
        return frozenset((torn - with_a_home) | unknown)

    @cached_property
    def siblings(self) -> list[Person]:
        """Living brothers and sisters, half ones too, old enough to be asked."""
        through = [child for parent in self.parents_of(self.child) for child in self._children(parent)]
        return [sibling for sibling in self.living(through) if self.askable(sibling)]

    def _children(self, parent: Person) -> list[Person]:
        children = self.family.children_of(parent.id)
        return [child for child in children if parent.id not in self.unsaid_parents(child.id)]

    @cached_property
    def grandparents(self) -> list[Person]:
        """Living parents of the parents."""
        return self.living(elder for parent in self.parents_of(self.child) for elder in self.parents_of(parent))

    @cached_property
    def aunts_uncles(self) -> list[Person]:
        """Living brothers and sisters of the parents."""
        lines = [(parent, elder) for parent in self.parents_of(self.child) for elder in self.parents_of(parent)]
        return self.living(
            sibling for parent, elder in lines for sibling in self._children(elder) if sibling.id != parent.id
        )

    @cached_property
    def carers(self) -> list[Person]:
        """Those who care in a role, and parents who share a home with the child."""
        links = [
            link for link in self.family.parentages_of(self.child.id) if link.kind in CARERS and link.until is None
        ]
        unsaid = self.unsaid_parents(self.child.id)
        in_a_role = [self.family.person(carer) for link in links for carer in link.parents if carer not in unsaid]
        return self.living([*in_a_role, *(parent for parent in self.parents if parent.id in self.at_home)])

    @cached_property
    def at_home(self) -> frozenset[str]:
        """Those who share a home with the child now."""
        return frozenset(person.id for person in self.family.living_with(self.child.id))

    @cached_property
    def near(self) -> frozenset[str]:
        """Those who share a home with the child, whom we have met, or who are tied to the child or the parents."""
        middle = {self.child.id, *(parent.id for parent in self.parents)}
        related = {
            end
            for person_id in middle
            for tie in self.family.ties_of(person_id)
            if tie.tone != "cut_off"
            for end in (tie.a, tie.b)
        }
        return (self.at_home | related).union(*(contact.who for contact in self.family.contacts))

    @cached_property
    def absent(self) -> list[Person]:
        """Living parents who share no home with the child."""
        return [parent for parent in self.living(self.parents_of(self.child)) if parent.id not in self.at_home]

    def partners(self, person: Person, *, current: bool) -> list[Person]:
        """Living partners of now, or of earlier."""
        unions = [union for union in self.family.unions_of(person.id) if self._is_couple(union, current=current)]
        found = self.living(self.family.person(other) for union in unions if (other := union.other(person.id)))
        return [partner for partner in found if partner.id not in self._lost]

    def _is_couple(self, union: Union, *, current: bool) -> bool:
        """Whether *union* may be spoken of as a couple, of now or of earlier."""
        together = union.over is not current and union.kind not in {"parents_only", "forced"}
        together = together and is_couple(self.family, union)
        return together and not (self.facing and union.secret) and not self.harm.between(frozenset(union.partners))

    @cached_property
    def friends(self) -> list[Person]:
        """People whose role on the map is friend."""
        found = (person for person in self.family.persons if "friend" in person.role.casefold())
        return [friend for friend in self.living(found) if self.askable(friend)]

    @cached_property
    def ancestors(self) -> list[Person]:
        """Those of the direct line, up to great-grandparents, who have died; to the family nobody who was feared."""
        line = level = self.parents_of(self.child)
        for _ in range(2):
            level = [elder for person in level for elder in self.parents_of(person)]
            line = [*line, *level]
        feared = {person for event in self.family.events if event.theme in FEARED for person in event.who}
        feared |= {flag.by for flag in self.family.harm_flags}
        dead = [person for person in line if person.dead and self._nameable(person)]
        return list({person.id: person for person in dead if not (self.facing and person.id in feared)}.values())

    @cached_property
    def voices(self) -> list[Person]:
        """Everyone near the child whose view may be compared: kin, carers, partners of parents; twelve and older."""
        partners = [partner for parent in self.parents for partner in self.partners(parent, current=True)]
        near = [*self.parents, *self.carers, *partners, *self.grandparents, *self.aunts_uncles, *self.siblings]
        return [person for person in self.living(near) if self.older(person, YOUNGEST_VOICE)]
