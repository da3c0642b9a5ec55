"""What gave way, told for people: found by looking at the finished places, not by remembering what was done."""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Iterator, Mapping

from supervision_tui.genogram.layout import normalise
from supervision_tui.genogram.layout.layout_input import PersonIn, UnionIn
from supervision_tui.genogram.layout.pipeline import Places
from supervision_tui.genogram.layout.result import Compromise
from supervision_tui.genogram.layout.y_coordinates import PAIR, side_by_side

DIFFERENT_ROWS = "{} and {} are partners of different generations and stand on different rows."
NOT_BESIDE = "{} and {} cannot stand side by side: only two people fit beside somebody with more partners."
LOWER_ROW = "{} had to stand on a lower row than the other children of the same parents, so that partners share a row."
YOUNGER_LEFT = "{} is younger than {} and stands to the left all the same, so that partners stay together."


def compromises(places: Places, names: Mapping[str, str]) -> Iterator[Compromise]:
    """Every rule that gave way in *places*, by union; people without a name go by their id."""
    persons = {person.id: person for person in places.given.persons}
    beside = side_by_side(places.row, places.x)
    called = {one: names.get(one) or one for one in persons}
    for union in places.given.unions:
        yield from _couple_compromises(union, places, beside, called)
        yield from _sibling_compromises(union, places, persons, called)


def _couple_compromises(
    union: UnionIn, places: Places, beside: set[tuple[str, str]], called: Mapping[str, str]
) -> Iterator[Compromise]:
    if len(union.partners) != PAIR:
        return
    a, b = union.partners
    if places.row[a] != places.row[b]:
        why = DIFFERENT_ROWS.format(called[a], called[b])
        yield Compromise(rule="partners on one row", persons=(a, b), why=why)
    elif (a, b) not in beside and (b, a) not in beside:
        why = NOT_BESIDE.format(called[a], called[b])
        yield Compromise(rule="partners side by side", persons=(a, b), why=why)


def _sibling_compromises(
    union: UnionIn, places: Places, persons: Mapping[str, PersonIn], called: Mapping[str, str]
) -> Iterator[Compromise]:
    by_row: dict[int, list[str]] = defaultdict(list)
    for child in union.children:
        by_row[places.row[child]].append(child)
    if len(by_row) > 1:
        rows = sorted(by_row)
        lower = [child for row in rows[1:] for child in by_row[row]]
        listed = " and ".join(called[child] for child in lower)
        why = LOWER_ROW.format(listed)
        yield Compromise(rule="siblings on one row", persons=tuple(lower), why=why)
    for siblings in by_row.values():
        siblings.sort(key=lambda one: places.x[one])
        for a, b in itertools.pairwise(siblings):
            if normalise.certainly_younger(persons[a], persons[b]):
                why = YOUNGER_LEFT.format(called[a], called[b])
                yield Compromise(rule="eldest sibling left", persons=(a, b), why=why)
