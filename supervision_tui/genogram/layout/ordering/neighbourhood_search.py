"""Phase 3c and d: fewer crossings by moving whole branches, then by taking parts out and putting them back.

Branches first: each goes where it crosses least (:mod:`.bundle`), until none moves. Then a large neighbourhood search
(Shaw 1998): two lines that cross are drawn by lot, a branch or some nodes round one of their ends are taken out, put
back whole or piece by piece, and the rows round them sifted; what is not worse is kept, and now and then one crossing
more. The dice are fixed and there is no clock, so the same family gets the same picture.
"""

from __future__ import annotations

import random
from collections.abc import Iterable, Sequence

from supervision_tui.genogram.layout.layering.layer_graph import LayerGraph, Ordering
from supervision_tui.genogram.layout.ordering.branches import Branch, neighbours
from supervision_tui.genogram.layout.ordering.bundle import best_gaps
from supervision_tui.genogram.layout.ordering.sifting import improve

ROUNDS = 8
"""Passes over all branches."""

MANY, WORTH_IT = 1000, 0.2
"""Nodes from which there is another pass only after one that took away this share of the crossings."""

SIFTED_ROWS = 60
"""Rows that are sifted after one step of the search."""

LARGEST_BRANCH, LARGEST_BALL = 80, 20
"""Nodes that are taken out together: of a branch, of a ball round a node."""

BALL, TURN, PIECES, BY_SIZE, WORSE = 0.7, 0.5, 0.5, 0.5, 0.3
"""Chances: a ball in place of a branch; a chain turned; put back by pieces; the largest first; one crossing more."""

IDLE_FOR_PREFERENCES = 40
"""Steps that find nothing better after which a search gives up that is about preferences alone."""

Score = tuple[int, int]
"""Crossings, and preferences that are broken: what is compared."""


def score(graph: LayerGraph) -> Score:
    """What a search makes small."""
    return graph.crossings(), graph.preferences_broken()


def move_branches(graph: LayerGraph, branches: Sequence[Branch]) -> None:
    """Move every branch to where it crosses least, and sift round it, until nothing moves.

    A single node stands where it crosses least once its row is sifted.
    """
    branches = [branch for branch in branches if len(branch.nodes) > 1]
    spans = [_rows_round(graph, branch) for branch in branches]
    lines = [_lines_of(graph, branch) for branch in branches]
    seen: list[list[int]] = [[] for _ in branches]
    gaps = range(len(graph.rows) - 1)
    for _round in range(ROUNDS):
        before = graph.crossings()
        dirty: set[int] = set()
        crossed = [crossed_below(graph, row) for row in gaps]
        for at, branch in enumerate(branches):
            span = spans[at]
            near = gaps[span.start : span.stop - 1]
            if graph.version[span] == seen[at] or all(lines[at].isdisjoint(crossed[row]) for row in near):
                continue
            if _move(graph, branch.nodes, dirty):
                for row in near:
                    crossed[row] = crossed_below(graph, row)
            seen[at] = graph.version[span]
        if not dirty:
            return
        improve(graph, dirty)
        if len(graph.nodes) > MANY and graph.crossings() > (1 - WORTH_IT) * before:
            return


def _rows_round(graph: LayerGraph, branch: Branch) -> slice:
    """The rows in which the branch stands, and the one above and below."""
    rows = [graph.nodes[number].row for number in branch.nodes]
    return slice(max(0, min(rows) - 1), max(rows) + 2)


def _lines_of(graph: LayerGraph, branch: Branch) -> frozenset[int]:
    """The segments that end in the branch."""
    nodes = [graph.nodes[number] for number in branch.nodes]
    return frozenset(at for node in nodes for ends in (node.ups, node.downs) for at in ends)


def crossed_segments(graph: LayerGraph) -> set[int]:
    """Every segment that crosses another."""
    return set().union(*(crossed_below(graph, row) for row in range(len(graph.rows) - 1)))


def crossed_below(graph: LayerGraph, row: int) -> set[int]:
    """Every segment between *row* and the next that crosses another."""
    if not graph.crossings_below(row):
        return set()
    lines = sorted((graph.top_x(at), graph.bottom_x(at), at) for at in graph.segments_below[row])
    return _overtaken(lines) | _overtaken([(-top, -bottom, at) for top, bottom, at in reversed(lines)])


def _overtaken(lines: Sequence[tuple[float, float, int]]) -> set[int]:
    """Those of *lines* (sorted by top) that end left of one which begins left of them."""
    found = set()
    farthest = farthest_so_far = float("-inf")
    last = None
    for top, bottom, at in lines:
        if top != last:
            farthest, last = farthest_so_far, top
        if bottom < farthest:
            found.add(at)
        farthest_so_far = max(farthest_so_far, bottom)
    return found


def _move(graph: LayerGraph, nodes: frozenset[int], dirty: set[int]) -> bool:
    """Put *nodes* as one bundle where they cross least; whether that is better. *dirty* gets the rows that changed."""
    rows = sorted({graph.nodes[number].row for number in nodes})
    first, last = max(0, rows[0] - 1), min(len(graph.rows) - 2, rows[-1])
    before = sum(graph.crossings_below(row) for row in range(first, last + 1))
    bundle = {row: [number for number in graph.rows[row] if number in nodes] for row in rows}
    others: list[Sequence[int]] = [
        [number for number in numbers if number not in nodes] if row in bundle else numbers
        for row, numbers in enumerate(graph.rows)
    ]
    gaps = best_gaps(graph, bundle, others)
    if gaps is None:
        return False
    orders = {row: graph.rows[row] for row in rows}
    changed = []
    for row, gap in gaps.items():
        moved = [*others[row][:gap], *bundle[row], *others[row][gap:]]
        if moved != orders[row]:
            graph.rows[row] = moved
            graph.pack(row)
            changed.append(row)
    if sum(graph.crossings_below(row) for row in range(first, last + 1)) < before:
        dirty.update(other for row in changed for other in (row - 1, row, row + 1) if 0 <= other < len(graph.rows))
        return True
    for row in changed:
        graph.rows[row] = orders[row]
        graph.pack(row)
    return False


class NeighbourhoodSearch:
    """A search from the present order of *graph*, whose branches are *found*, down to *floor* crossings."""

    def __init__(self, graph: LayerGraph, branches: Sequence[Branch], floor: int) -> None:
        self.graph, self.floor = graph, floor
        self.dice = random.Random(len(graph.nodes))  # noqa: S311 - nothing secret; the same family, the same picture
        self.branches_at: list[list[Branch]] = [[] for _ in graph.nodes]
        for branch in branches:
            if len(branch.nodes) <= LARGEST_BRANCH:
                for number in branch.nodes:
                    self.branches_at[number].append(branch)

    def run(self, steps: int, idle: int) -> None:
        """Take *steps* at most, fewer when *idle* of them in a row found nothing better; stand in the best order."""
        best = present = score(self.graph)
        current = best_ordering = self.graph.ordering()
        waiting = 0
        for _step in range(steps):
            waiting += 1
            if best <= (self.floor, 0) or waiting > (IDLE_FOR_PREFERENCES if best[0] <= self.floor else idle):
                break
            if not self._step(current):
                continue
            now = score(self.graph)
            if now > (present[0] + (self.dice.random() < WORSE), present[1]):
                self.graph.restore(current)
                continue
            present, current = now, self.graph.ordering()
            if now < best:
                best, best_ordering, waiting = now, current, 0
        self.graph.restore(best_ordering)

    def _step(self, current: Ordering) -> bool:
        """Take a part out and put it back; false where it found no place, and all stands as in *kept*."""
        graph, dice = self.graph, self.dice
        if graph.crossings():
            segment = dice.choice(self._crossing_pair())
            number = dice.choice((graph.top[segment], graph.bottom[segment]))
        else:
            number = dice.choice(dice.choice(graph.broken_preferences()))
        around = self.branches_at[number]
        beside: tuple[int, ...] = ()
        if not around or dice.random() < BALL:
            root, part = number, self._ball(number, 1 + dice.randrange(LARGEST_BALL))
        else:
            branch = dice.choice(around)
            root, part = branch.root, set(branch.nodes)
            ends = graph.top[branch.segment], graph.bottom[branch.segment]
            beside = tuple(end for end in ends if end not in part)
        dirty = self._turn_a_chain([*sorted(part), *beside]) if dice.random() < TURN else set()
        rows: list[Sequence[int]] = [[number for number in row if number not in part] for row in graph.rows]
        if not self._put_back(part, root, rows):
            graph.restore(current)
            return False
        for row, numbers in enumerate(rows):
            if numbers != graph.rows[row]:
                graph.rows[row] = list(numbers)
                graph.pack(row)
                dirty.update(other for other in (row - 1, row, row + 1) if 0 <= other < len(rows))
        improve(graph, dirty, SIFTED_ROWS)
        return True

    def _crossing_pair(self) -> tuple[int, int]:
        """Two segments that cross, each pair as likely as every other."""
        graph = self.graph
        number = self.dice.randrange(graph.crossings())
        row = 0
        while number >= graph.crossings_below(row):
            number -= graph.crossings_below(row)
            row += 1
        lines = sorted((graph.top_x(at), graph.bottom_x(at), at) for at in graph.segments_below[row])
        for place, (top, bottom, at) in enumerate(lines):
            crossing = [other for start, end, other in lines[place + 1 :] if start > top and end < bottom]
            if number < len(crossing):
                return at, crossing[number]
            number -= len(crossing)
        raise AssertionError("as many pairs as crossings")

    def _ball(self, centre: int, size: int) -> set[int]:
        """Up to *size* nodes round *centre*, each joined to another, grown by chance."""
        ball = {centre}
        rim = [centre]
        while rim and len(ball) < size:
            at = self.dice.randrange(len(rim))
            fresh = [other for _segment, other in neighbours(self.graph, rim[at]) if other not in ball]
            if not fresh:
                rim.pop(at)
                continue
            other = self.dice.choice(fresh)
            ball.add(other)
            rim.append(other)
        return ball

    def _turn_a_chain(self, numbers: Iterable[int]) -> set[int]:
        """Turn one of these nodes that can be turned; its row, if any did."""
        turnable = [number for number in numbers if len(self.graph.nodes[number].orders) > 1]
        if not turnable:
            return set()
        number = self.dice.choice(turnable)
        self.graph.set_inner_order(number, self.dice.randrange(len(self.graph.nodes[number].orders)))
        row = self.graph.nodes[number].row
        self.graph.pack(row)
        return {row}

    def _put_back(self, part: set[int], root: int, rows: list[Sequence[int]]) -> bool:
        """Put *part*, which hangs together at *root*, into *rows*: whole, or the root and then what hangs on it."""
        if (len(part) == 1 or self.dice.random() >= PIECES) and self._insert(part, rows):
            return True
        if len(part) == 1 or not self._insert({root}, rows):
            return False
        pieces = self._pieces(part - {root}, root)
        if self.dice.random() < BY_SIZE:
            pieces.sort(key=lambda piece: -len(piece[1]))
        else:
            self.dice.shuffle(pieces)
        return all(self._put_back(nodes, start, rows) for start, nodes in pieces)

    def _pieces(self, part: set[int], root: int) -> list[tuple[int, set[int]]]:
        """What of *part* hangs together once *root* is gone, each with the node by which it hung on *root*."""
        left = set(part)
        pieces = []
        for _segment, start in neighbours(self.graph, root):
            if start not in left:
                continue
            piece, stack = {start}, [start]
            left.discard(start)
            while stack:
                for _at, other in neighbours(self.graph, stack.pop()):
                    if other in left:
                        left.discard(other)
                        piece.add(other)
                        stack.append(other)
            pieces.append((start, piece))
        return pieces

    def _insert(self, part: set[int], rows: list[Sequence[int]]) -> bool:
        """Put *part* as one bundle where it crosses least, among equals by lot; whether it has a place at all."""
        bundle: dict[int, list[int]] = {}
        for row in sorted({self.graph.nodes[number].row for number in part}):
            bundle[row] = [number for number in self.graph.rows[row] if number in part]
        gaps = best_gaps(self.graph, bundle, rows, self.dice)
        if gaps is None:
            return False
        for row, gap in gaps.items():
            rows[row] = [*rows[row][:gap], *bundle[row], *rows[row][gap:]]
        return True
