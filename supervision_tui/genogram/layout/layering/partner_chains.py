"""Phase 2: partners on one row become rigid chains, so that couples stand side by side.

A person has two neighbours only, so of a person's many couples at most two can be kept together: the most that lie on
paths are kept (exact for trees by taking leaves first, for rings of up to 14 couples by trying subsets). Further
partners stand outside in the order of their unions, the earliest outermost and to the left, the present one nearest
(McGoldrick, Gerson and Petry 2008).
"""

from __future__ import annotations

from bisect import bisect_right, insort
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations, pairwise, permutations, product

from supervision_tui.genogram.layout.layout_input import PersonIn

COUPLE_GAP = 3
"""Free cells between the labels of neighbours in a chain: room for a drop with air on both sides."""

RING = 14
"""Couples up to which every subset of a ring is tried."""

MOST_SIDES = 3
"""Outer partners whose side is tried both ways; the rest stand to the left."""

FREE, FEW_PATHS, MOST_ORDERS = 10, 4, 64
"""Couples and pieces of a chain up to which every arrangement is tried; arrangements that are kept."""

MOST = 60
"""Members of a chain up to which its own pairs of siblings are picked out of all."""

Couple = tuple[str, str]


def partner_chains(
    row: Sequence[str], since: Mapping[Couple, int], persons: Mapping[str, PersonIn], elder: set[Couple]
) -> list[tuple[tuple[str, ...], ...]]:
    """For each chain of *row*: its possible orders from the left, the best by convention first.

    *since* holds the couples of this row (ids sorted) with the day their union began; *elder* the (elder, younger)
    siblings.
    """
    beside: dict[str, list[str]] = {person: [] for person in row}
    for a, b in since:
        beside[a].append(b)
        beside[b].append(a)
    chains = []
    seen: set[str] = set()
    for start in row:
        if start not in seen:
            group = _connected(start, beside)
            seen.update(group)
            ordered = {(a, b) for a, b in permutations(group, 2) if (a, b) in elder} if len(group) <= MOST else elder
            chains.append(_chain_orders(group, beside, since, persons, ordered))
    return chains


def _connected(start: str, beside: Mapping[str, Sequence[str]]) -> list[str]:
    order, seen = [start], {start}
    for person in order:
        for other in sorted(beside[person]):
            if other not in seen:
                seen.add(other)
                order.append(other)
    return order


def _chain_orders(
    group: list[str],
    beside: Mapping[str, Sequence[str]],
    since: Mapping[Couple, int],
    persons: Mapping[str, PersonIn],
    elder: set[Couple],
) -> tuple[tuple[str, ...], ...]:
    if len(group) == 1:
        return (tuple(group),)
    couples = sorted({_pair(a, b) for a in group for b in beside[a]})
    preferred = adjacent_couples(group, couples, since)
    candidates: dict[tuple[str, ...], bool] = {}
    for alternative in _alternatives(preferred, couples):
        for order in _arrangements(
            _paths(group, alternative), [pair for pair in couples if pair not in alternative], since
        ):
            candidates.setdefault(order, alternative != preferred)
    kept_since = {pair: since[pair] for pair in couples}
    scores = {order: _score(order, kept_since, persons, elder) for order in candidates}
    fewest = min(score[0] for score in scores.values())
    fit = [order for order, score in scores.items() if score[0] == fewest]
    return tuple(sorted(fit, key=lambda order: (candidates[order], scores[order], order))[:MOST_ORDERS])


def _alternatives(preferred: set[Couple], couples: Sequence[Couple]) -> list[set[Couple]]:
    """*preferred*, then every other set of as many couples who can all stand side by side."""
    if len(couples) > FREE or len(preferred) == len(couples):
        return [preferred]
    others = [set(subset) for subset in combinations(couples, len(preferred)) if _form_paths(subset)]
    return [preferred, *(subset for subset in others if subset != preferred)]


def _arrangements(
    paths: list[tuple[str, ...]], cut: Sequence[Couple], since: Mapping[Couple, int]
) -> Iterator[tuple[str, ...]]:
    """Ways to set *paths* beside each other: all when they are few, else the longest with the others outside."""
    paths.sort(key=lambda path: (-len(path), min(path)))
    if len(paths) > FEW_PATHS:
        hangers = _outer_paths(paths, cut, since)
        for sides in product((0, 1), repeat=min(len(hangers), MOST_SIDES)):
            for spine in (paths[0], paths[0][::-1]):
                yield _arrange(spine, hangers, sides)
        return
    ways = [(path,) if len(path) == 1 else (path, path[::-1]) for path in paths]
    for turned in product(*ways):
        for ordered in permutations(turned):
            yield tuple(person for path in ordered for person in path)


def _pair(a: str, b: str) -> Couple:
    return (a, b) if a < b else (b, a)


def adjacent_couples(group: Sequence[str], couples: Sequence[Couple], since: Mapping[Couple, int]) -> set[Couple]:
    """The couples that can all stand side by side, as many as possible; later unions are preferred."""
    if len(group) <= len(couples) <= RING:
        for size in range(len(couples), 0, -1):
            for subset in combinations(couples, size):
                if _form_paths(subset):
                    return set(subset)
    return _leaves_first(group, couples, since)


def _leaves_first(group: Sequence[str], couples: Sequence[Couple], since: Mapping[Couple, int]) -> set[Couple]:
    parent: dict[str, str | None] = {group[0]: None}
    beside: dict[str, list[str]] = defaultdict(list)
    for a, b in couples:
        beside[a].append(b)
        beside[b].append(a)
    order = [group[0]]
    for person in order:
        for other in sorted(beside[person]):
            if other not in parent:
                parent[other] = person
                order.append(other)
    free = dict.fromkeys(order, 2)
    wishing: dict[str, list[str]] = defaultdict(list)
    ordered: set[Couple] = set()
    for person in reversed(order):
        latest = sorted(wishing[person], key=lambda other: (-since[_pair(person, other)], other))
        for other in latest[:2]:
            ordered.add(_pair(person, other))
            free[person] -= 1
        above = parent[person]
        if above is not None and free[person] > 0:
            wishing[above].append(person)
    return ordered


def _form_paths(couples: Iterable[Couple]) -> bool:
    beside: dict[str, int] = defaultdict(int)
    root: dict[str, str] = {}

    def find(person: str) -> str:
        while root.setdefault(person, person) != person:
            person = root[person]
        return person

    for a, b in couples:
        beside[a] += 1
        beside[b] += 1
        if max(beside[a], beside[b]) > 2 or find(a) == find(b):  # noqa: PLR2004 - a person has two neighbours
            return False
        root[find(a)] = find(b)
    return True


def _paths(group: Sequence[str], couples: set[Couple]) -> list[tuple[str, ...]]:
    beside: dict[str, list[str]] = {person: [] for person in group}
    for a, b in sorted(couples):
        beside[a].append(b)
        beside[b].append(a)
    paths = []
    seen: set[str] = set()
    for start in sorted(group, key=lambda person: (len(beside[person]), person)):
        path: list[str] = []
        at: str | None = start
        while at is not None and at not in seen:
            seen.add(at)
            path.append(at)
            at = next((other for other in beside[at] if other not in seen), None)
        if path:
            paths.append(tuple(path))
    return paths


def _outer_paths(
    paths: Sequence[tuple[str, ...]], cut: Sequence[Couple], since: Mapping[Couple, int]
) -> list[tuple[str, tuple[str, ...]]]:
    """(a partner of someone further in, that partner's path), inner paths first, later unions first."""
    path_of = {person: path for path in paths for person in path}
    placed = {paths[0]}
    hanging: list[tuple[str, tuple[str, ...]]] = []
    waiting = sorted(cut, key=lambda pair: (-since[pair], pair))
    while len(placed) < len(paths):
        for a, b in waiting:
            outer = b if path_of[a] in placed else a
            inner = a if outer == b else b
            if path_of[inner] in placed and path_of[outer] not in placed:
                placed.add(path_of[outer])
                hanging.append((outer, path_of[outer]))
                break
    return hanging


def _arrange(
    spine: tuple[str, ...], hangers: Sequence[tuple[str, tuple[str, ...]]], sides: Sequence[int]
) -> tuple[str, ...]:
    order = spine
    for at, (outer, path) in enumerate(hangers):
        right = at < len(sides) and sides[at] == 1
        nearest_first = path if path.index(outer) * 2 < len(path) else path[::-1]
        order = order + nearest_first if right else nearest_first[::-1] + order
    return order


def _score(
    order: tuple[str, ...], since: Mapping[Couple, int], persons: Mapping[str, PersonIn], elder: set[Couple]
) -> tuple[int, int, int, int]:
    """(siblings the wrong way round, unions not from the left by date, cells spanned, sides against convention)."""
    place = {person: at for at, person in enumerate(order)}
    wrong = sum(place[a] > place[b] for a, b in elder if a in place and b in place)
    dated = sorted((place[a] + place[b], day) for (a, b), day in since.items())
    seen: list[int] = []
    undated = 0
    for _place, day in dated:
        undated += len(seen) - bisect_right(seen, day)
        insort(seen, day)
    spans = sum(abs(place[a] - place[b]) for a, b in since)
    sides = sum(persons[a].side > persons[b].side for a, b in pairwise(order))
    return wrong, undated, spans, sides


def member_offsets(order: Sequence[str], widths: Mapping[str, int]) -> tuple[dict[str, int], int]:
    """Centre of each member from the chain's left end, and the chain's width, in cells.

    Neighbours stand so that the middle between them is a whole cell with no label over it: their drop goes down there.
    """
    centre = widths[order[0]] // 2
    centres = {order[0]: centre}
    for left, right in pairwise(order):
        centre += 2 * (max(widths[left], widths[right]) // 2 + COUPLE_GAP // 2 + 1)
        centres[right] = centre
    return centres, centre + widths[order[-1]] // 2 + 1
