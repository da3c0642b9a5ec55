"""How good a layout is: the guarantees, and what a reader sees of crossings and of parents off their children's middle.

Independent of the layout engine: everything is worked out from finished places. A place is (x, y, width, height, row,
birth) with *x*, *y* the centre, *y* downwards, and *birth* ISO or ``None``.
"""

from __future__ import annotations

from bisect import bisect_right, insort
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from supervision_tui.genogram.layout.layering.partner_chains import adjacent_couples

Place = tuple[float, float, float, float, int, str | None]
Union = tuple[Sequence[str], Sequence[str]]
SAME = 1e-9


@dataclass(frozen=True, slots=True)
class Quality:
    """The figures of one drawing.

    *overlaps* of boxes; children *above* or level with a parent; couples *apart* beyond the unavoidable, or *split*
    over rows; siblings out of *order*; *crossings* of drops that start in one row; mean *offset* in symbol widths;
    *width* over that of the widest row packed tight.
    """

    overlaps: int
    above: int
    apart: int
    split: int
    order: int
    crossings: int
    offset: float
    width: float


def measure(places: Mapping[str, Place], unions: Sequence[Union]) -> Quality:
    """All figures for one drawing; a union is (partners, children)."""
    rows: dict[int, list[str]] = defaultdict(list)
    for one in sorted(places, key=lambda name: places[name][0]):
        rows[places[one][4]].append(one)
    left = min(p[0] - p[2] / 2 for p in places.values())
    right = max(p[0] + p[2] / 2 for p in places.values())
    packed = max(sum(places[one][2] for one in row) for row in rows.values())
    apart, split = _couples(places, unions, rows)
    crossings, offset = _drops(places, unions)
    return Quality(
        _overlaps(places),
        sum(places[a][1] >= places[c][1] for partners, children in unions for a in partners for c in children),
        apart,
        split,
        sum(_out_of_order(places, children) for _partners, children in unions),
        crossings,
        offset,
        (right - left) / packed,
    )


def _overlaps(places: Mapping[str, Place]) -> int:
    found = 0
    boxes = sorted(places.values(), key=lambda p: p[0] - p[2] / 2)
    for at, a in enumerate(boxes):
        for b in boxes[at + 1 :]:
            if b[0] - b[2] / 2 >= a[0] + a[2] / 2 - 1e-6:
                break
            found += abs(a[1] - b[1]) < (a[3] + b[3]) / 2 - 1e-6
    return found


def _couples(
    places: Mapping[str, Place], unions: Sequence[Union], rows: Mapping[int, Sequence[str]]
) -> tuple[int, int]:
    couples = {tuple(sorted(partners)) for partners, _children in unions if len(partners) == 2}
    split = {pair for pair in couples if places[pair[0]][4] != places[pair[1]][4]}
    level = sorted(couples - split)
    beside = {tuple(sorted(pair)) for row in rows.values() for pair in pairwise(row)}
    apart = sum(pair not in beside for pair in level)
    group: dict[str, set[str]] = {}
    for a, b in level:
        joined = group.get(a, {a}) | group.get(b, {b})
        group.update(dict.fromkeys(joined, joined))
    unavoidable = 0
    for members in {frozenset(found) for found in group.values()}:
        inside = [pair for pair in level if pair[0] in members]
        unavoidable += len(inside) - len(adjacent_couples(sorted(members), inside, dict.fromkeys(inside, 0)))
    return apart - unavoidable, len(split)


def _out_of_order(places: Mapping[str, Place], children: Sequence[str]) -> int:
    found = 0
    for row in {places[child][4] for child in children}:
        standing = sorted((child for child in children if places[child][4] == row), key=lambda one: places[one][0])
        found += sum(_surely_younger(places[a][5], places[b][5]) for a, b in pairwise(standing))
    return found


def _surely_younger(one: str | None, other: str | None) -> bool:
    if not one or not other:
        return False
    parts = min(one.count("-"), other.count("-")) + 1
    return one.split("-")[:parts] > other.split("-")[:parts]


def _drops(places: Mapping[str, Place], unions: Sequence[Union]) -> tuple[int, float]:
    drops: dict[int, list[tuple[float, float]]] = defaultdict(list)
    offsets = []
    for partners, children in unions:
        if partners and children:
            middle = sum(places[one][0] for one in partners) / len(partners)
            xs = [places[child][0] for child in children]
            offsets.append(abs(middle - (min(xs) + max(xs)) / 2) / places[children[0]][2])
            drops[max(places[one][4] for one in partners)] += [(middle, x) for x in xs]
    crossings = sum(_crossings(sorted(lines)) for lines in drops.values())
    return crossings, sum(offsets) / len(offsets) if offsets else 0.0


def _crossings(lines: Sequence[tuple[float, float]]) -> int:
    ends: list[float] = []
    waiting: list[float] = []
    found = 0
    for at, (top, bottom) in enumerate(lines):
        if at and top - lines[at - 1][0] >= SAME:
            for end in waiting:
                insort(ends, end)
            waiting = []
        found += len(ends) - bisect_right(ends, bottom + SAME)
        waiting.append(bottom)
    return found
