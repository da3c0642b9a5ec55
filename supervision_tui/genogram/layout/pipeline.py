"""From a canonical input to places: one connected family at a time, set side by side."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from supervision_tui.genogram.layout import (
    build_layer_graph,
    crossing_reduction,
    layer_assignment,
    normalise,
    x_coordinates,
)
from supervision_tui.genogram.layout.layer_assignment import RowAlignment
from supervision_tui.genogram.layout.layer_graph import LayerGraph
from supervision_tui.genogram.layout.layout_input import LayoutInput
from supervision_tui.genogram.layout.stability import keep_rows

APART = 4
"""Free cells between families that are not connected."""


@dataclass(slots=True)
class Places:
    """Row and centre column of everybody in *given*, and the columns of lines that pass a row."""

    given: LayoutInput
    row: dict[str, int] = field(default_factory=dict)
    x: dict[str, int] = field(default_factory=dict)
    passing: dict[str, int] = field(default_factory=dict)


def place(given: LayoutInput) -> Places:
    """Place everybody of *given*.

    Raises:
        sanity.FamilyCycleError: somebody would be their own ancestor.
    """
    whole = normalise.canonical(given)
    normalise.refuse_cycles(whole)
    places = Places(whole)
    contour: dict[int, int] = {}
    for graph in layer_graphs(whole):
        crossing_reduction.reduce_crossings(graph, whole.previous)
        _set_beside(places, graph, x_coordinates.assign_x(graph), contour)
    return places


def layer_graphs(whole: LayoutInput) -> Iterator[LayerGraph]:
    """The rows of every connected family of *whole* (canonical), not yet ordered, the largest family first."""
    for standing in _standings(whole, RowAlignment()):
        persons = {person.id: person for person in whole.persons if person.id in standing}
        unions = [union for union in whole.unions if standing.keys() >= {*union.partners, *union.children}]
        yield build_layer_graph.build_layer_graph(persons, unions, standing, whole.previous)


def _standings(whole: LayoutInput, level: RowAlignment) -> Iterator[dict[str, int]]:
    """The rows of each family that is not connected to the others, the largest first.

    All that stood in an earlier layout come as one, so that nobody's place among them changes when a link goes.
    """
    persons = {person.id: person for person in whole.persons}
    fresh: list[set[str]] = []
    stood: dict[str, int] = {}
    for members in sorted(normalise.components(whole), key=lambda one: (-len(one), min(one))):
        if members & whole.previous.keys():
            stood |= keep_rows(whole, layer_assignment.assign_rows(whole, members), whole.previous)
        else:
            fresh.append(members)
    if stood:
        top = min(stood.values())
        yield level.beside({one: row - top for one, row in stood.items()}, persons)
    for members in fresh:
        yield level.beside(layer_assignment.assign_rows(whole, members), persons)


def _set_beside(places: Places, graph: LayerGraph, centres: Mapping[str, int], contour: dict[int, int]) -> None:
    """Put the finished *board* as far left as what stands there allows."""
    spans: dict[int, tuple[int, int]] = {}
    for row, numbers in enumerate(graph.rows):
        names = [name for number in numbers for name in graph.nodes[number].members]
        if names:
            first, last = names[0], names[-1]
            spans[row] = (
                centres[first] - graph.widths.get(first, 1) // 2,
                centres[last] + graph.widths.get(last, 1) // 2 + 1,
            )
    shift = max([0, *(contour[row] + APART - low for row, (low, _high) in spans.items() if row in contour)])
    for row, numbers in enumerate(graph.rows):
        for name in (name for number in numbers for name in graph.nodes[number].members):
            if name in graph.widths:
                places.row[name], places.x[name] = row, centres[name] + shift
            else:
                places.passing[name] = centres[name] + shift
    for row, (_low, high) in spans.items():
        contour[row] = high + shift
