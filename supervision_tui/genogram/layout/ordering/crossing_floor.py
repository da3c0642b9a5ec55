"""Crossings that no order of the rows can avoid, and an order that comes near to them.

The floor is that of :mod:`.order_cut`: how many links between the questions "who stands left?" must break. It leaves
out that three answers about three nodes have to agree, so that it is never too high. A search may stop there. Rows that
are put in order by those answers are where a search best begins.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from supervision_tui.genogram.layout.layering.layer_graph import LayerGraph
from supervision_tui.genogram.layout.ordering.order_cut import OrderCut, answers_by_fixed
from supervision_tui.genogram.layout.ordering.order_pairs import OrderPairs

MOST_LINKS = 40_000
"""Links between questions that hang together up to which the fewest broken ones are worked out."""


@dataclass(frozen=True, slots=True)
class CrossingFloor:
    """The fewest *crossings* that are possible, and *orders* of the rows with few, the most promising first."""

    crossings: int
    orders: Sequence[Sequence[Sequence[int]]]


def crossing_floor(graph: LayerGraph, most: int = 2) -> CrossingFloor:
    """The floor of :meth:`LayerGraph.crossings` over all orders that keep siblings in order and partners together.

    The orders, of which there are *most* at most, answer every question as what is fixed nearest to it does, and, where
    that was worked out, so that the fewest links break. What the lines leave open stands as in the present order of
    *graph*.
    """
    pairs = OrderPairs(graph)
    guess = _present_answers(graph, pairs)
    nearest: dict[int, bool] = {}
    best: dict[int, bool] = {}
    crossings = pairs.settled
    for questions, agreed in _components(pairs, guess):
        if agreed is not None:
            nearest |= agreed
            continue
        nearest |= answers_by_fixed(questions, pairs.links, guess)
        if sum(len(pairs.links[question]) for question in questions) <= MOST_LINKS:
            broken, answers = OrderCut(questions, pairs.links).answer(guess)
            crossings += broken
            best |= answers
    answered = [nearest | best, nearest] if best else [nearest]
    return CrossingFloor(crossings, [_rows(graph, pairs, answers) for answers in answered[:most]])


def _present_answers(graph: LayerGraph, pairs: OrderPairs) -> list[bool]:
    """Whether the first node of every question stands left at present, or a chain in its first inner order."""
    place = graph.place
    return [nodes is None or place[nodes[0]] < place[nodes[1]] for nodes in pairs.nodes]


def _components(pairs: OrderPairs, guess: Sequence[bool]) -> list[tuple[list[int], Mapping[int, bool] | None]]:
    """Questions that hang together by links, with answers that break none of these, if there are any.

    Where that can be one way or the other round, more answers are those of *guess*.
    """
    found: list[tuple[list[int], Mapping[int, bool] | None]] = []
    seen = bytearray(len(pairs.nodes))
    for start in range(1, len(pairs.nodes)):
        if seen[start]:
            continue
        seen[start] = 1
        answers = {start: True}
        questions = [start]
        agreed = True
        fixed: set[bool] = set()
        for question in questions:
            answer = answers[question]
            for literal in pairs.links[question]:
                joined = literal >> 1
                implied = answer != bool(literal & 1)
                if not joined:
                    fixed.add(implied)
                elif seen[joined]:
                    agreed = agreed and answers[joined] == implied
                else:
                    seen[joined] = 1
                    answers[joined] = implied
                    questions.append(joined)
        if not agreed or len(fixed) > 1:
            found.append((questions, None))
            continue
        if fixed:
            turned = not fixed.pop()
        else:
            turned = 2 * sum(answers[question] != guess[question] for question in questions) > len(questions)
        found.append((questions, {question: answer != turned for question, answer in answers.items()}))
    return found


def _rows(graph: LayerGraph, pairs: OrderPairs, answers: Mapping[int, bool]) -> list[list[int]]:
    """The rows in an order that keeps precedences and, as far as they agree, the answers."""
    wished: list[list[int]] = [[] for _ in graph.nodes]
    waits = [0] * len(graph.nodes)
    for question, answer in answers.items():
        nodes = pairs.nodes[question]
        if nodes is not None:
            left, right = nodes if answer else nodes[::-1]
            wished[left].append(right)
            waits[right] += 1
    return [_row(graph, row, wished, waits) for row in graph.rows]


def _row(graph: LayerGraph, row: Sequence[int], wished: Sequence[Sequence[int]], waits: list[int]) -> list[int]:
    """One row, always going on with a node for which the fewest wishes are broken, the first of equals in *row*."""
    ordered: list[int] = []
    left_over = list(row)
    must_wait = {number: len(graph.nodes[number].after) for number in row}
    while left_over:
        number = min((other for other in left_over if not must_wait[other]), key=waits.__getitem__)
        left_over.remove(number)
        ordered.append(number)
        for other in wished[number]:
            waits[other] -= 1
        for other in graph.nodes[number].before:
            must_wait[other] -= 1
    return ordered
