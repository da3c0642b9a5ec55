"""Who harms whom in a family, as set by a worker or drawn on the map, and what that closes (content specification 3.6).

Being neutral about violence hides who does what to whom, so questions that share out authorship are put away. What a
family or a child hears may be heard by the one who harms, so it names nobody and nothing that they need not know of.
"""

from __future__ import annotations

from datetime import date
from functools import cached_property

from supervision_tui.family import DESCENT, Family, HarmFlag, Parentage, Person, Resource
from supervision_tui.family.kinship import kin_of
from supervision_tui.practice.library import Prompt
from supervision_tui.text_folding import name_key

GENERAL = frozenset({"pattern", "protection", "responsibility", "safety", "alone"})
"""Tags of the harm pack that hold for every kind."""
NEVER_TO_THE_FAMILY = frozenset({"police", "legal", "health", "service"})
"""Kinds of resource that tell that help was sought: named to no family and no child where harm is flagged."""
ADULT = 18
"""From this age on somebody is no child (Children Act 1989, section 105)."""

_TAGS = {
    "physical_abuse": "physical",
    "sexual_abuse": "sexual",
    "sexual_exploitation": "sexual",
    "forced_marriage": "honour",
    "honour_based": "honour",
    "fabricated_illness": "illness",
    "modern_slavery": "slavery",
    "criminal_exploitation": "slavery",
}
_TIE_TAGS = {"physical_abuse": "physical", "sexual_abuse": "sexual"}


class FlaggedHarm:
    """The harm in *family* that is not over on *today*.

    A tie that is drawn as harm counts as a flag; so does a child whose parents are a parent, step-parent or grandparent
    and their own child or grandchild. *by* are the ids of those who harm, *harmed* of those who are harmed, *pairs* of
    both together; *tags* are those of the harm pack that apply.
    """

    def __init__(self, family: Family, today: date) -> None:
        self._family, self._today = family, today
        flags = [flag for flag in family.harm_flags if _now(flag, today)]
        ties = [tie for tie in family.ties if tie.tone == "harm" and not (tie.until and tie.until.certainly_by(today))]
        abused = [pair for link in family.parentages if (pair := _abuse_of_descendant(family, link))]
        self.present = bool(flags or ties or abused)
        self.by = frozenset(flag.by for flag in flags if family.find(flag.by)) | {tie.a for tie in ties if tie.directed}
        self.by |= {elder for elder, _ in abused}
        pairs = {frozenset({flag.by, harmed}) for flag in flags for harmed in flag.to}
        pairs |= {frozenset({tie.a, tie.b}) for tie in ties} | {frozenset(pair) for pair in abused}
        self.pairs = frozenset(pairs)
        self.harmed = frozenset(person for pair in self.pairs for person in pair if family.find(person)) - self.by
        self.tags = GENERAL | {_TAGS[flag.kind] for flag in flags if flag.kind in _TAGS}
        self.tags |= {_TIE_TAGS[tie.kind] for tie in ties if tie.kind in _TIE_TAGS}
        self.tags |= {"sexual"} if abused else set()

    def is_kept_back(self, person_id: str, prompt: Prompt, *, facing: bool) -> bool:
        """Whether *prompt* may not be put about *person_id*, who harms: never fondly, never to a family."""
        return person_id in self.by and (facing or not prompt.names_harming)

    def between(self, people: frozenset[str]) -> bool:
        """Whether one of *people* harms another of them."""
        return any(pair <= people for pair in self.pairs)

    def sides_with_harm(self, people: frozenset[str]) -> bool:
        """Whether somebody of *people* stands with the one who harms, or must not learn of another of them.

        A grown-up who lives with the one who harms and is their own kin speaks for nobody to the family; a young one is
        only not put beside a grown-up who is harmed.
        """
        if self._grown_up_kin_at_home & people:
            return True
        grown_up = (self.harmed - set(self._family.focus)) & people
        if grown_up and self._close_to_harming & people:
            return True
        facts = self._family.hidden_facts
        return any(fact.about in people and people & set(fact.hide_from) - {fact.about} for fact in facts)

    def knows_of(self, person: Person) -> bool:
        """Whether those who harm surely know of *person*: a question to the family tells them nothing new."""
        return not self.by or person.id in self._known_to_harming

    def may_be_named(self, resource: Resource) -> bool:
        """Whether *resource* may be named to the family or a child.

        Where harm is flagged nothing is, unless a worker said so, it is no agency that tells of help that was sought,
        and those who harm are linked to it themselves.
        """
        if (
            resource.may_be_named is False
            or resource.safety_level == "low"
            or self._stands_for_something_hidden(resource)
        ):
            return False
        if not self.present:
            return True
        linked = {link.person for link in resource.links}
        return (
            resource.may_be_named is True
            and resource.kind not in NEVER_TO_THE_FAMILY
            and (not self.by or bool(self.by & linked))
        )

    def _stands_for_something_hidden(self, resource: Resource) -> bool:
        """Whether *resource* bears the name of a hidden person, or stands in a hidden fact."""
        name = name_key(resource.name)
        hidden = [person.name for person in self._family.persons if person.secret or person.hidden_from]
        facts = [name_key(f"{fact.fact} {fact.note}") for fact in self._family.hidden_facts]
        return any(key and key in name for key in map(name_key, hidden)) or any(name and name in fact for fact in facts)

    @cached_property
    def _known_to_harming(self) -> frozenset[str]:
        """Kin of those who harm and of the children in focus, and all who share a home or a tie with one who harms."""
        family = self._family
        known = set(self.by) | set(family.focus)
        for person_id in (*self.by, *family.focus):
            known |= {kinship.other for kinship in kin_of(family, person_id)}
            known |= {person.id for person in family.living_with(person_id)}
        for person_id in self.by:
            known |= {end for tie in family.ties_of(person_id) for end in (tie.a, tie.b)}
        for child in family.focus:
            known |= {parent for link in family.parentages_of(child) for parent in link.parents}
        return frozenset(known)

    @cached_property
    def _close_to_harming(self) -> frozenset[str]:
        """Those who share a home with one who harms and are that person's own kin, but are not harmed themselves."""
        family = self._family
        close: set[str] = set()
        for person_id in self.by:
            blood = {
                kinship.other for kinship in kin_of(family, person_id) if kinship.paths and kinship.paths[0].by_descent
            }
            close |= blood & {person.id for person in family.living_with(person_id)}
        return frozenset(close - self.harmed - set(family.focus))

    @cached_property
    def _grown_up_kin_at_home(self) -> frozenset[str]:
        """Those of ``_close_to_harming`` who are no children."""
        people = map(self._family.person, self._close_to_harming)
        ages = {person.id: person.known_age(self._today) for person in people}
        return frozenset(person for person, age in ages.items() if age is None or age >= ADULT)


def _now(flag: HarmFlag, today: date) -> bool:
    return flag.until is None or not flag.until.certainly_by(today)


def _abuse_of_descendant(family: Family, link: Parentage) -> tuple[str, str] | None:
    """The elder and the younger of two parents where one brought the other up or is a forebear: never a couple."""
    if len(link.parents) < 2 or link.kind not in {*DESCENT, "donor", "surrogate"}:  # noqa: PLR2004 - a pair
        return None
    first, second = link.parents
    if first in _forebears(family, second):
        return first, second
    return (second, first) if second in _forebears(family, first) else None


def _forebears(family: Family, person_id: str) -> set[str]:
    """Parents of every kind, and theirs, of a person; a loop in the data is walked once."""
    found: set[str] = set()
    waiting = [person_id]
    while waiting:
        for link in family.parentages_of(waiting.pop()):
            new = set(link.parents) - found
            found |= new
            waiting += sorted(new)
    return found
