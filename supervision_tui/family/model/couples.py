"""Who may be shown as a couple: a relation that is abuse is never drawn or worded as a partnership.

Two people are parents of a child whatever happened between them. They are shown as a couple only where nothing speaks
against it: neither comes from the other, neither raised the other, and neither was a child to the other's adult
(Sexual Offences Act 2003, sections 9 and 25 to 27: a child under 16, a child in the family, family relationships).
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime

from supervision_tui.family.model.events import Event
from supervision_tui.family.model.family import Family
from supervision_tui.family.model.persons import Person
from supervision_tui.family.model.unions import Union

SINCE = 1929
"""From the Age of Marriage Act on, nobody under sixteen could marry; of earlier days the record stands."""

CONSENT, ADULT = 16, 18
"""Years: below the first nobody is a partner of an adult; below the second nobody is a partner of who raised them."""

SEXUAL_HARM = frozenset({"sexual_abuse", "sexual_exploitation", "exploitation", "forced_marriage"})
"""Kinds of harm flags and of ties."""

NOT_COUPLES = frozenset({"forced", "parents_only"})
"""Kinds of unions that say it themselves."""


def may_be_shown_as_couple(family: Family, first: str, second: str) -> bool:
    """Whether these two may be drawn and worded as partners; else they are parents of their children, no more."""
    union = family.union_of(first, second)
    beginning = _beginning(family, union, first, second)
    ages = _ages(family, (first, second), beginning or _as_of(family))
    if is_descendant(family, first, second) or is_descendant(family, second, first):
        return False
    if (beginning is None or beginning.year >= SINCE) and _child_and_adult(ages):
        return False
    if union is not None and union.kind == "forced":
        return False
    recorded = union is not None and union.kind not in NOT_COUPLES
    grown = beginning is not None and bool(ages) and min(youngest for youngest, _oldest in ages) >= ADULT
    if _harmed(family, first, second) or _raised(family, first, second) or _raised(family, second, first):
        return recorded and grown
    if _partner_of_parent(family, first, second) or _partner_of_parent(family, second, first):
        return recorded and (beginning is None or not ages or grown)
    return recorded or not _siblings(family, first, second)


def is_couple(family: Family, union: Union) -> bool:
    """Whether *union* may be worded and drawn as a partnership; one of somebody alone may."""
    first, *others = union.partners
    return all(may_be_shown_as_couple(family, first, other) for other in others)


def with_ending(family: Family, union: Union) -> Union:
    """*union* with how it ended: as recorded, else by the first death of one of the two, else in a way not known."""
    if union.ended or union.changes:
        return union
    dead = [person for person in map(family.person, union.partners) if person.dead]
    if dead and union.until is None:
        days = sorted((person.died for person in dead if person.died is not None), key=lambda died: died.earliest)
        return union.model_copy(update={"ended": "death", "until": days[0] if days else None})
    return union.model_copy(update={"ended": "unknown"}) if union.over else union


def with_couples_only(family: Family) -> Family:
    """*family* in which a union that is no couple says no more than that the two are parents of a child of theirs.

    Where they have no child together, it is not there at all. The same family where every union is a couple.
    """
    known = family.index.memory.get("couples only")
    if isinstance(known, type(family)):
        return known
    unions = tuple(shown for union in family.unions if (shown := _as_shown(family, union)) is not None)
    couples = family if unions == family.unions else family.replaced(unions=unions)
    family.index.memory["couples only"] = couples
    return couples


def children_together(family: Family, first: str, second: str) -> tuple[Person, ...]:
    """The children whose parents both surely are: a parent in doubt is never said to be one."""
    return tuple(
        child
        for child in family.children_of(first)
        if any(
            second in link.parents and first in link.parents and link.lasting and not link.doubted
            for link in family.parentages_of(child.id)
        )
    )


def words_a_couple(family: Family, event: Event) -> bool:
    """Whether *event* tells of two as a union who are no couple: it stands in no telling, copy or chronology."""
    return event.theme == "union" and len(event.who) == 2 and not may_be_shown_as_couple(family, *event.who)  # noqa: PLR2004


def _as_shown(family: Family, union: Union) -> Union | None:
    """*union* as far as it may be told."""
    if is_couple(family, union):
        return union
    first, second = union.partners
    if not children_together(family, first, second):
        return None
    return Union(id=union.id, partners=union.partners, kind="parents_only")


def _child_and_adult(ages: list[tuple[int, int]]) -> bool:
    """Whether one was surely a child and the other surely grown up."""
    return bool(ages) and min(oldest for _youngest, oldest in ages) < CONSENT and max(ages)[0] >= ADULT


def _siblings(family: Family, first: str, second: str) -> bool:
    """Whether they share a parent by birth or adoption."""
    return any(sibling.id == second for sibling in family.siblings_of(first))


def is_descendant(family: Family, person: str, ancestor: str) -> bool:
    """Whether *person* comes from *ancestor* by birth or adoption, over however many generations."""
    parents = _parents(family)
    waiting, seen = [person], {person}
    while waiting:
        for parent in parents.get(waiting.pop(), ()):
            if parent == ancestor:
                return True
            if parent not in seen:
                seen.add(parent)
                waiting.append(parent)
    return False


def _parents(family: Family) -> Mapping[str, tuple[str, ...]]:
    """Ids of the parents of every child by birth or adoption, made once for a family."""
    known = family.index.memory.get("ids of parents")
    if isinstance(known, dict):
        return known
    made = {
        child: tuple(parent for link in links if link.lasting for parent in link.parents)
        for child, links in family.index.up.items()
    }
    family.index.memory["ids of parents"] = made
    return made


def _raised(family: Family, elder: str, younger: str) -> bool:
    """Whether *elder* stood in a parent's place to *younger*: step-parent, foster carer, kinship carer, guardian."""
    return any(carer.id == elder for carer in family.carers_of(younger))


def _partner_of_parent(family: Family, elder: str, younger: str) -> bool:
    """Whether *elder* is or was a partner of a parent of *younger*, or has children with one."""
    parents = {parent.id for parent in family.parents_of(younger)} - {elder}
    partners = {partner.id for partner in family.partners_of(elder)}
    partners |= {parent.id for child in family.children_of(elder) for parent in family.parents_of(child.id)}
    return bool(parents & partners)


def _harmed(family: Family, first: str, second: str) -> bool:
    """Whether sexual harm of one by the other is flagged, or drawn as a tie."""
    flags = (
        (flag.kind, {str(flag.by), *(person.id for person in family.named(flag.by))}, flag.to)
        for flag in family.harm_flags
    )
    flagged = any(
        kind in SEXUAL_HARM and ((first in by and second in to) or (second in by and first in to))
        for kind, by, to in flags
    )
    return flagged or any(tie.kind in SEXUAL_HARM for tie in family.ties_between(first, second))


def _beginning(family: Family, union: Union | None, first: str, second: str) -> date | None:
    """The day on which a union began, else on which the first child of both was born; ``None``: not known."""
    if union is not None and union.since is not None and union.since.earliest > date.min:
        return union.since.earliest
    together = [child for child in family.children_of(first) if child in family.children_of(second)]
    births = [child.born.earliest for child in together if child.born is not None and child.born.earliest > date.min]
    return min(births, default=None)


def _as_of(family: Family) -> date:
    """The day as of which the family is told: a union whose beginning is not known goes on then."""
    return datetime.now().astimezone().date() if family.as_of is None else family.as_of.latest


def _ages(family: Family, persons: tuple[str, str], day: date | None) -> list[tuple[int, int]]:
    """Youngest and oldest that each can have been on *day*; empty where one of them is not known."""
    ages = [None if day is None else family.person(person).ages_at(day) for person in persons]
    return [age for age in ages if age is not None] if None not in ages else []
