"""Two pictures of one family beside each other: two people's views of the ties, or two days; and what differs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from supervision_tui.family.shorthand.tie import viewer_in_words
from supervision_tui.family.views.snapshots import as_at, part_changes

if TYPE_CHECKING:
    from supervision_tui.family.model.base import FrozenModel
    from supervision_tui.family.model.family import Family
    from supervision_tui.family.model.ties import Tie

PEOPLE = ("partners", "child", "parents", "who", "to", "about")
"""Fields of a part that name people."""


@dataclass(frozen=True, slots=True)
class Perspective:
    """One picture: the ties as *who* sees them (nobody in particular when empty), or all as on *day*."""

    who: str = ""
    day: date | None = None
    words: str = ""

    def part(self, family: Family) -> Family:
        """What of *family* stands in it."""
        if self.day is not None:
            return as_at(family, self.day)
        return family.replaced(ties=tuple(tie for tie in family.ties if tie.perspective == self.who))


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that differs, in *words*; *people* whom it is about; *marked*: ids of people and ties to mark."""

    words: str
    people: tuple[str, ...]
    marked: frozenset[str]


def perspectives_of(family: Family) -> tuple[Perspective, ...]:
    """The views of the ties that there are, nobody's in particular first; empty where there is only one."""
    found = tuple(dict.fromkeys(["", *(str(tie.perspective) for tie in family.ties)]))
    return tuple(Perspective(who=viewer, words=_view(family, viewer)) for viewer in found) if len(found) > 1 else ()


def _view(family: Family, who: str) -> str:
    return f"as {viewer_in_words(family, who)} sees it" if who else "in nobody's view in particular"


def days_to_compare(family: Family, turning: tuple[date, ...], today: date) -> tuple[Perspective, ...]:
    """Today, and the last days of years in which something changed, latest first; empty where nothing has a date."""
    before = sorted((day for day in turning if day < today and as_at(family, day).persons), reverse=True)
    found = [Perspective(day=day, words=f"at the end of {day.year}") for day in before]
    return (Perspective(day=today, words="today"), *found) if found else ()


def compare(family: Family, left: Perspective, right: Perspective) -> tuple[Difference, ...]:
    """What differs between two sides of the same kind; between two days, what changed from the earlier to the later."""
    if left.day is None or right.day is None:
        return tuple(_views_differ(family, left, right))
    earlier, later = sorted((left.day, right.day))
    return tuple(_days_differ(as_at(family, earlier), as_at(family, later)))


def _views_differ(family: Family, left: Perspective, right: Perspective) -> Iterator[Difference]:
    """Each two people between whom one sees something else than the other; where both say something comes first."""
    seen = [_by_pair(side.part(family)) for side in (left, right)]
    for pair in sorted(dict.fromkeys((*seen[0], *seen[1])), key=lambda two: two not in seen[0] or two not in seen[1]):
        ties = [side.get(pair, ()) for side in seen]
        if {_said(tie) for tie in ties[0]} != {_said(tie) for tie in ties[1]}:
            views = [
                f"{side.words[0].upper()}{side.words[1:]}: {_between(family, there)}."
                for side, there in zip((left, right), ties, strict=True)
            ]
            names = " and ".join(family.person(person_id).short_name for person_id in pair)
            yield Difference(f"{names}. {' '.join(views)}", pair, frozenset(tie.id for tie in (*ties[0], *ties[1])))


def _by_pair(family: Family) -> dict[tuple[str, ...], tuple[Tie, ...]]:
    found: dict[tuple[str, ...], tuple[Tie, ...]] = {}
    for tie in family.ties:
        pair = tuple(sorted((tie.a, tie.b)))
        found[pair] = (*found.get(pair, ()), tie)
    return found


def _said(tie: Tie) -> tuple[object, ...]:
    """What makes two ties of the same two people the same."""
    return tie.kind, (tie.a if tie.directed else ""), tie.strength


def _between(family: Family, ties: tuple[Tie, ...]) -> str:
    """The ties of two people in a few words."""
    sentences = []
    for tie in ties:
        strong = {1: ", faint", 3: ", strong"}.get(tie.strength, "")
        a, b = family.person(tie.a).short_name, family.person(tie.b).short_name
        sentences.append(f"{a} {tie.catalogue.words} {b}{strong}" if tie.directed else f"{tie.catalogue.words}{strong}")
    return " and ".join(sentences) or "nothing is said"


def _days_differ(before: Family, after: Family) -> Iterator[Difference]:
    for change in part_changes(before, after):
        found = [
            (family, part)
            for family in (before, after)
            for part in getattr(family, change.field)
            if part.id == change.part_id
        ]
        people = tuple(dict.fromkeys(who for family, part in found for who in _people(change.field, part)))
        if change.field == "households":
            people = _moved(found[0][1], found[-1][1]) if change.kind == "changed" else people
        marked = (
            {change.part_id}
            if change.field in {"persons", "ties"}
            else set(people)
            if change.field != "events"
            else set()
        )
        yield Difference(change.words, people, frozenset(marked))


def _people(field: str, part: FrozenModel) -> tuple[str, ...]:
    """Whom a part is about."""
    if field == "persons":
        return (str(getattr(part, "id", "")),)
    if field == "ties":
        return (str(getattr(part, "a", "")), str(getattr(part, "b", "")))
    if field == "households":
        return tuple(member.person for member in getattr(part, "members", ()))
    named = [getattr(part, name, ()) for name in PEOPLE]
    return tuple(who for group in named for who in ((group,) if isinstance(group, str) else group or ()))


def _moved(before: FrozenModel, after: FrozenModel) -> tuple[str, ...]:
    """Who lives in a home on one day and not on the other."""
    return tuple(sorted(set(_people("households", before)) ^ set(_people("households", after))))
