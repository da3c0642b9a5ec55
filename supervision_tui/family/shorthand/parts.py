"""Parts of a family made of what a line says: a person, a union, a parentage; and who the other parent may be."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection
from typing import TYPE_CHECKING

from supervision_tui.family.dates.span import moved
from supervision_tui.family.model.parentages import Parentage, ParentageKind
from supervision_tui.family.model.persons import Person
from supervision_tui.family.model.unions import Ending, Union, UnionKind

if TYPE_CHECKING:
    from supervision_tui.family.dates import PartialDate
    from supervision_tui.family.model.family import Family
    from supervision_tui.family.shorthand.parsed_person import ParsedPerson

NO_NAME = "?"
"""Stands where nobody has said a name yet."""
ALONE: frozenset[ParentageKind] = frozenset({"foster", "kinship", "guardianship", "donor", "surrogate", "step"})
"""Kinds of parent that somebody is without their partner, unless it is said."""


def free_id(name: str, taken: Collection[str]) -> str:
    """An id made of *name*, in plain letters, that nobody has yet."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    stem = re.sub(r"[^a-z0-9]+", "-", plain.casefold()).strip("-")[:40] or "person"
    found, number = stem, 2
    while found in taken:
        found, number = f"{stem}-{number}", number + 1
    return found


def person_of(parsed: ParsedPerson, taken: Collection[str]) -> Person:
    """The person that a line names, with an id that is not *taken*."""
    name = parsed.name or NO_NAME
    return Person(
        id=free_id(name, taken),
        name=name,
        called=parsed.called,
        kind=parsed.kind,
        loss=parsed.loss,
        count=parsed.count,
        gender=parsed.gender,
        pronouns=parsed.pronouns,
        born=parsed.born,
        due=parsed.due,
        died=parsed.died,
        deceased=parsed.dead and parsed.died is None,
        cause_of_death=parsed.cause_of_death,
        note=parsed.note,
    )


def union_of(
    parsed: ParsedPerson, partners: tuple[str, ...], *, kind: UnionKind = "unknown", ended: Ending = ""
) -> Union:
    """The union that a line says: over where it ended, where it has a last year, or where *ended* says so."""
    over = parsed.ended or ended or ("unknown" if parsed.until is not None else "")
    return Union(
        partners=partners,
        kind=parsed.union if parsed.union != "unknown" else kind,
        since=parsed.since,
        until=parsed.until,
        ended=over,
    )


def parentage_of(parsed: ParsedPerson, child: str, parents: tuple[str, ...], *, home: bool = True) -> Parentage:
    """How *child* is a child of *parents*: by birth where nothing else is said."""
    of_link = parsed.parentage is not None and parsed.union == "unknown"
    return Parentage(
        child=child,
        parents=parents,
        kind=parsed.parentage or "birth",
        home=home,
        since=parsed.since if of_link else None,
        until=parsed.until if of_link else None,
    )


def other_parent(family: Family, of: str, parsed: ParsedPerson) -> str:
    """The partner who may be the other parent of a child of *of*: the last who was one when the child was born.

    Nobody for a child who is fostered or looked after, and nobody who had died or gone a year before.
    """
    if parsed.parentage in ALONE:
        return ""
    born = parsed.born or parsed.due
    for union in reversed(family.unions_of(of)):
        other = union.other(of)
        if other is not None and not _gone(union.until, born) and not _gone(family.person(other).died, born):
            return other
    return ""


def _gone(end: PartialDate | None, born: PartialDate | None) -> bool:
    return end is not None and born is not None and moved(end.latest, 12) < born.earliest
