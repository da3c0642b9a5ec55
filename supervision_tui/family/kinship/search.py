"""Every way by descent from one person to everyone else, nearest first.

After Gramps, which keeps for each ancestor the path that led there and drops paths that merely extend shorter ones;
here the search walks outwards by length (Dijkstra 1959 with unit steps), so the nearest ways are met first and the rest
can be cut. A person whose :data:`WAYS_KEPT` nearest ways are known hands on no more: their descendants have as many
already. Nobody stands twice on one way, so a loop in the data ends the way and not the program.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from heapq import heappop, heappush
from itertools import count

from supervision_tui.family.kinship.lineage import Lineage
from supervision_tui.family.kinship.paths import Blood, Link

WAYS_KEPT = 8
"""Ways by descent kept from one person to another; more only happens where cousins married for centuries."""

DEEPEST = 80
"""Generations walked up and down together; beyond, nothing is looked for."""


def ways_from(lineage: Lineage, person: str, furthest: int = DEEPEST) -> dict[str, list[Blood]]:
    """For everyone related to *person* by descent: the ways there, nearest first, of at most *furthest* generations.

    *person* is not among them.
    """
    found: dict[str, list[Blood]] = defaultdict(list)
    turn = count()
    heap: list[tuple[int, int, Blood]] = []
    for way in _first_steps(lineage, Blood((person,), 0, 0)):
        heappush(heap, (way.length, next(turn), way))
    while heap:
        _, _, way = heappop(heap)
        end = way.chain[-1]
        if len(found[end]) >= WAYS_KEPT:
            continue
        found[end].append(way)
        if way.length < furthest:
            for longer in _next_steps(lineage, way):
                if len(found[longer.chain[-1]]) < WAYS_KEPT:
                    heappush(heap, (longer.length, next(turn), longer))
    return found


def _first_steps(lineage: Lineage, start: Blood) -> Iterator[Blood]:
    yield from _ups(lineage, start)
    yield from lineage.siblings(start.chain[0]).values()
    yield from _downs(lineage, start)


def _next_steps(lineage: Lineage, way: Blood) -> Iterator[Blood]:
    if way.down:
        yield from _downs(lineage, way)
        return
    yield from _ups(lineage, way)
    below = way.chain[:-1]
    for sibling, across in lineage.siblings(way.chain[-1]).items():
        if sibling not in way.chain and not any(parent in below for parent in across.apex):
            yield replace(
                across,
                chain=(*way.chain, sibling),
                up=way.up + 1,
                adopted=way.adopted or across.adopted,
                severed=way.severed or across.severed,
                doubted=way.doubted or across.doubted,
                twin="",
            )


def _ups(lineage: Lineage, way: Blood) -> Iterator[Blood]:
    for parent, link in lineage.parents.get(way.chain[-1], {}).items():
        if parent not in way.chain:
            yield _longer(way, parent, link, up=1)


def _downs(lineage: Lineage, way: Blood) -> Iterator[Blood]:
    for child in lineage.children.get(way.chain[-1], ()):
        if child not in way.chain and child not in way.apex:
            yield _longer(way, child, lineage.parents[child][way.chain[-1]], down=1)


def _longer(way: Blood, person: str, link: Link, up: int = 0, down: int = 0) -> Blood:
    return Blood(
        chain=(*way.chain, person),
        up=way.up + up,
        down=way.down + down,
        apex=way.apex,
        half=way.half,
        adopted=way.adopted or link.adopted,
        severed=way.severed or link.severed,
        doubted=way.doubted or link.doubted,
    )
