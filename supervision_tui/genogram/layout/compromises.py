"""What gave way, told for people: found by looking at the finished places, not by remembering what was done."""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Iterator, Mapping

from supervision_tui.genogram.layout import normalise
from supervision_tui.genogram.layout.coordinates.placement import Placement
from supervision_tui.genogram.layout.layout_input import PersonIn, UnionIn
from supervision_tui.genogram.layout.result import Compromise
from supervision_tui.genogram.layout.routing.union_routing import PAIR

DIFFERENT_ROWS = "{} and {} are partners of different generations and stand on different rows."
NOT_BESIDE = "{} and {} cannot stand side by side: only two people fit beside somebody with more partners."
LOWER_ROW = "{} had to stand on a lower row than the other children of the same parents, so that partners share a row."
AT_ROW_END = "{} stands at the end of the row of brothers and sisters, as was chosen, and not by age."
YOUNGER_LEFT = "{} is younger than {} and stands to the left all the same, so that partners stay together."

CROSSED = "Counted child by child, lines from parents to children cross {}: "
ALL_FORCED = "siblings in order of age and couples side by side leave no other way."
SOME_FORCED = "siblings in order of age and couples side by side make {:,} certain; perhaps another order has fewer."
NONE_FORCED = "perhaps another order has fewer."
PLACES_KEPT = "everybody stands as in the earlier drawing; tidied up, it may have fewer."
TIMES = {1: "once", 2: "twice"}


def compromises(placement: Placement, names: Mapping[str, str]) -> Iterator[Compromise]:
    """Every rule that gave way in *placement*, by union; *names*: what to call everybody."""
    persons = {person.id: person for person in placement.problem.persons}
    for union in placement.problem.unions:
        yield from _couple_compromises(union, placement, names)
        yield from _sibling_compromises(union, placement, persons, names)


def crossing_compromise(crossings: int, forced: int | None) -> Iterator[Compromise]:
    """That lines cross, if any do: how often, and how many of these *crossings* are *forced* in any order of the rows.

    *forced* is ``None`` where places were kept from an earlier drawing.
    """
    if not crossings:
        return
    why = PLACES_KEPT if forced is None else NONE_FORCED
    if forced:
        why = ALL_FORCED if forced >= crossings else SOME_FORCED.format(forced)
    yield Compromise(
        rule="no crossing", persons=(), why=CROSSED.format(TIMES.get(crossings, f"{crossings:,} times")) + why
    )


def _couple_compromises(union: UnionIn, placement: Placement, names: Mapping[str, str]) -> Iterator[Compromise]:
    if len(union.partners) != PAIR or not union.couple:
        return
    first, second = union.partners
    if placement.row[first] != placement.row[second]:
        why = DIFFERENT_ROWS.format(names[first], names[second])
        yield Compromise(rule="partners on one row", persons=(first, second), why=why)
    elif not {(first, second), (second, first)} & placement.neighbours:
        why = NOT_BESIDE.format(names[first], names[second])
        yield Compromise(rule="partners side by side", persons=(first, second), why=why)


def _sibling_compromises(
    union: UnionIn, placement: Placement, persons: Mapping[str, PersonIn], names: Mapping[str, str]
) -> Iterator[Compromise]:
    by_row: dict[int, list[str]] = defaultdict(list)
    for child in union.children:
        by_row[placement.row[child]].append(child)
    if len(by_row) > 1:
        rows = sorted(by_row)
        lower = [child for row in rows[1:] for child in by_row[row]]
        why = LOWER_ROW.format(" and ".join(names[child] for child in lower))
        yield Compromise(rule="siblings on one row", persons=tuple(lower), why=why)
    for siblings in by_row.values():
        siblings.sort(key=lambda child: placement.x[child])
        for left, right in itertools.pairwise(siblings):
            if normalise.certainly_younger(persons[left], persons[right]):
                chosen = next((name for name in (left, right) if name in placement.problem.row_end), "")
                why = AT_ROW_END.format(names[chosen]) if chosen else YOUNGER_LEFT.format(names[left], names[right])
                yield Compromise(rule="eldest sibling left", persons=(left, right), why=why)
