"""Phase 3f: somebody whom the person who draws lets stand first or last of their siblings, at the end that is better.

Who marries into another family from the middle of a row makes lines cross that age alone forces. Both ends are tried,
one person after the other, and the one with fewer crossings is taken.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from supervision_tui.genogram.layout.layering.build_layer_graph import layer_graphs
from supervision_tui.genogram.layout.layering.layer_graph import LayerGraph
from supervision_tui.genogram.layout.layout_input import LayoutInput
from supervision_tui.genogram.layout.normalise import canonical
from supervision_tui.genogram.layout.ordering.crossing_reduction import reduce_crossings

LAST, FIRST = 1, -1


@dataclass(frozen=True, slots=True)
class OrderedRows:
    """A canonical *problem* with the *graphs* of its families in order, their *crossings*, how many are *forced*."""

    problem: LayoutInput
    graphs: Sequence[LayerGraph]
    crossings: int
    forced: int


def choose_row_ends(asked: LayoutInput, sides: Mapping[str, int]) -> OrderedRows:
    """*asked* (canonical) with its rows in order; *sides*: who is to stand at an end, and at which so far, or 0."""
    known = {person: side for person, side in sides.items() if side}
    best = _in_order(asked, known)
    for person in sides:
        if person not in known:
            tried = [_in_order(asked, {**best.problem.row_end, person: side}) for side in (LAST, FIRST)]
            best = min(tried, key=lambda ordered: ordered.crossings)
    return best


def _in_order(asked: LayoutInput, row_end: Mapping[str, int]) -> OrderedRows:
    problem = canonical(replace(asked, row_end=row_end)) if row_end else asked
    graphs = list(layer_graphs(problem))
    forced = sum(reduce_crossings(graph, problem.previous) for graph in graphs)
    return OrderedRows(problem, graphs, sum(graph.crossings() for graph in graphs), forced)
