"""Ways out of an order that no single move betters: random changes, a chain turned, a crossing undone."""

from __future__ import annotations

import random

from supervision_tui.genogram.layout.initial_order import topological_order
from supervision_tui.genogram.layout.layer_graph import LayerGraph
from supervision_tui.genogram.layout.sifting import choose_inner_orders, sift_row

FLIP, NUDGE, SWEEP = 0.2, 0.4, 0.6
"""Shares of the dice for turning a chain and (the differences) for undoing a crossing and for sweeping."""

MOVES = 6
TURNED = 0.12
FAR = 1_000_000


def perturb(graph: LayerGraph, dice: random.Random) -> None:
    """Change the order of *graph* somewhat, within the rules."""
    chance = dice.random()
    if chance < FLIP and _perturb_chain(graph, dice):
        return
    if chance < NUDGE and _perturb_crossing(graph, dice):
        return
    _perturb_order(graph, dice)
    if chance < SWEEP:
        _perturb_by_sweep(graph, dice.randrange(len(graph.rows)))


def _perturb_by_sweep(graph: LayerGraph, start: int) -> None:
    """From row *start* outwards, set every node in line with the middle of those that were set before it.

    Whole branches move with their roots (Sugiyama, Tagawa and Toda 1981).
    """
    for step, stop in ((1, len(graph.rows)), (-1, -1)):
        for row in range(start + step, stop, step):
            if step > 0:
                wish = {n: [graph.top_x(at) for at in graph.nodes[n].ups] for n in graph.rows[row]}
            else:
                wish = {n: [graph.bottom_x(at) for at in graph.nodes[n].downs] for n in graph.rows[row]}
            place = {n: sum(xs) / len(xs) if xs else graph.left[n] for n, xs in wish.items()}
            graph.rows[row] = topological_order(graph, sorted(graph.rows[row], key=lambda n: place[n]))
            choose_inner_orders(graph, row)
            graph.pack(row)


def _perturb_order(graph: LayerGraph, dice: random.Random) -> None:
    filled = [row for row in graph.rows if len(row) > 1]
    for _move in range(dice.randint(1, MOVES)):
        if filled:
            row = dice.choice(filled)
            number = row.pop(dice.randrange(len(row)))
            row.insert(dice.randrange(len(row) + 1), number)
    for number, node in enumerate(graph.nodes):
        if len(node.orders) > 1 and dice.random() < TURNED:
            graph.set_inner_order(number, dice.choice(node.orders))
    graph.rows = [topological_order(graph, row) for row in graph.rows]
    graph.pack_all()


def _perturb_chain(graph: LayerGraph, dice: random.Random) -> bool:
    """Turn one chain and let the rows above and below follow before it may turn back."""
    turnable = [n for n, b in enumerate(graph.nodes) if len(b.orders) > 1 and len(b.ups) + len(b.downs) > 1]
    if not turnable:
        return False
    number = dice.choice(turnable)
    node = graph.nodes[number]
    graph.set_inner_order(number, dice.choice([order for order in node.orders if order != node.members]))
    graph.pack(node.row)
    _follow(graph, node.row)
    return True


def _perturb_crossing(graph: LayerGraph, dice: random.Random) -> bool:
    """Set one of two nodes whose lines cross on the other side of the other."""
    crossing = graph.crossing_pairs()
    if not crossing:
        return False
    a, b = (graph.segments[at] for at in dice.choice(crossing))
    ends = [(a.top, b.top), (a.bottom, b.bottom)]
    moved, other = dice.choice([pair for pair in ends if pair[0] != pair[1]] or [(0, 0)])
    if moved == other:
        return False
    row = graph.nodes[moved].row
    order = graph.rows[row]
    was = order.index(moved)
    order.remove(moved)
    at = order.index(other)
    order.insert(at + 1 if at >= was else at, moved)
    graph.rows[row] = topological_order(graph, order)
    graph.pack(row)
    _follow(graph, row)
    return True


def _follow(graph: LayerGraph, start: int) -> None:
    """Sift the rows above *start*, then those below, nearest first."""
    for row in [*range(start - 1, -1, -1), *range(start + 1, len(graph.rows))]:
        if abs(row - start) > 1:
            choose_inner_orders(graph, row)
        sift_row(graph, row, FAR)
