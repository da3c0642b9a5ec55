"""Phase 2b: a family with rows becomes a layer graph: chains, dummy nodes, ports, segments, precedence."""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from supervision_tui.genogram.layout.layering.layer_assignment import assign_layers
from supervision_tui.genogram.layout.layering.layer_graph import CHILD_LINE, PARTNER_LINE, LayerGraph, Port
from supervision_tui.genogram.layout.layering.partner_chains import Couple, partner_chains
from supervision_tui.genogram.layout.layout_input import LayoutInput, PersonIn, PreviousPosition, UnionIn
from supervision_tui.genogram.layout.stability import in_previous_order, split_chain

LONG_AGO = -1


def layer_graphs(problem: LayoutInput) -> Iterator[LayerGraph]:
    """The layer graph of every connected family of *problem* (canonical), not yet ordered, the largest family first."""
    for rows in assign_layers(problem):
        persons = {person.id: person for person in problem.persons if person.id in rows}
        unions = [union for union in problem.unions if rows.keys() >= {*union.partners, *union.children}]
        graph = build_layer_graph(persons, unions, rows, problem.previous, problem.row_end)
        graph.further_links = [
            (parent, link.child)
            for link in problem.links
            for parent in link.parents
            if parent in rows and link.child in rows and rows[parent] < rows[link.child]
        ]
        yield graph


def build_layer_graph(
    persons: Mapping[str, PersonIn],
    unions: Sequence[UnionIn],
    rows: Mapping[str, int],
    previous: Mapping[str, PreviousPosition],
    row_end: Mapping[str, int],
) -> LayerGraph:
    """The layer graph of one connected family whose people stand in *rows*.

    Nodes are numbered in the order of their smallest member. Who stood in an earlier layout (*previous*) is not turned.
    Those of *row_end* have their place among their siblings whether or not they have a date.
    """
    graph = LayerGraph({name: person.width for name, person in persons.items()}, max(rows.values()) + 1)
    elder = {pair for union in unions for pair in itertools.combinations(union.children, 2)}
    stood = _previous_by_row(rows, previous)
    since = _couples_by_row(unions, rows)
    graph.couples = {frozenset(couple) for couples in since.values() for couple in couples}
    graph.exits = [leaving for union in unions for leaving in _exits(union, rows)]
    home = _chains(graph, persons, since, rows, _Siblings(elder, stood, previous))
    for number, union in enumerate(unions):
        _add_segments(graph, number, union, rows, home)
    siblings = _sibling_rows(unions, rows)
    dated = [[name for name in row if persons[name].earliest is not None or name in row_end] for row in siblings]
    _add_precedence(graph, stood.values(), home)
    _add_precedence(graph, dated, home)
    _add_preferences(graph, siblings, home)
    graph.finish()
    return graph


@dataclass(frozen=True, slots=True)
class _Siblings:
    """Who must stand left: (elder, younger) pairs, and those of every row who stood in an earlier layout."""

    elder: set[Couple]
    stood: Mapping[int, Sequence[str]]
    previous: Mapping[str, PreviousPosition]


def _previous_by_row(rows: Mapping[str, int], previous: Mapping[str, PreviousPosition]) -> dict[int, list[str]]:
    by_row: dict[int, list[str]] = defaultdict(list)
    for person in in_previous_order(rows, previous):
        by_row[rows[person]].append(person)
    return by_row


def _couples_by_row(unions: Sequence[UnionIn], rows: Mapping[str, int]) -> dict[int, dict[Couple, int]]:
    """The couples of every row, with the day their union began."""
    since: dict[int, dict[Couple, int]] = defaultdict(dict)
    for union in unions:
        level = len({rows[partner] for partner in union.partners}) == 1
        if union.couple and level and len(union.partners) == 2:  # noqa: PLR2004 - a couple
            day = LONG_AGO if union.since is None else union.since
            known = since[rows[union.partners[0]]]
            known[union.partners] = max(day, known.get(union.partners, day))
    return since


def _exits(union: UnionIn, rows: Mapping[str, int]) -> list[tuple[str, str]]:
    """(person, to whom or ``""``) for every line of *union* that leaves a symbol at its side."""
    if union.couple and len(union.partners) == 2:  # noqa: PLR2004 - a couple
        first, second = union.partners
        return [] if rows[first] == rows[second] else [(first, second), (second, first)]
    return [(parent, "") for parent in union.partners] if union.children else []


def _chains(
    graph: LayerGraph,
    persons: Mapping[str, PersonIn],
    since: Mapping[int, Mapping[Couple, int]],
    rows: Mapping[str, int],
    siblings: _Siblings,
) -> dict[str, int]:
    """Make the nodes of partner chains; return each person's node."""
    standing: dict[int, list[str]] = defaultdict(list)
    for person in sorted(rows):
        standing[rows[person]].append(person)
    home: dict[str, int] = {}
    for row in sorted(standing):
        stood = siblings.stood.get(row, ())
        for chain in partner_chains(standing[row], since.get(row, {}), persons, siblings.elder):
            for orders in split_chain(chain, stood, siblings.previous):
                home.update(dict.fromkeys(orders[0], graph.add_node(row, orders)))
    return home


def _add_segments(
    graph: LayerGraph, number: int, union: UnionIn, rows: Mapping[str, int], home: Mapping[str, int]
) -> None:
    """The segments of one union: to its children, and between partners who stand on two rows."""
    if not union.partners:
        return
    lowest = max(rows[partner] for partner in union.partners)
    standing = tuple(partner for partner in union.partners if rows[partner] == lowest)
    standing = tuple(partner for partner in standing if home[partner] == home[standing[0]])
    port = len(graph.ports)
    graph.ports.append(Port(number, home[standing[0]], standing))
    below: dict[int, list[str]] = defaultdict(list)
    for child in union.children:
        below[rows[child]].append(child)
    reach: int | str = port
    top, row = home[standing[0]], lowest
    for target in sorted(below):
        while row < target - 1:
            row += 1
            top, reach = _dummy_node(graph, top, reach, row, f"{CHILD_LINE}{union.id}\x00{row}")
        for child in below[target]:
            graph.add_segment(top, reach, home[child], child)
    for other in union.partners:
        if rows[other] == lowest and home[other] != home[standing[0]]:
            _add_own_segments(graph, number, other, below.get(lowest + 1, ()), home)
    upper = [partner for partner in union.partners if rows[partner] < lowest]
    if upper:
        top, reach = home[upper[0]], upper[0]
        for row in range(rows[upper[0]] + 1, lowest):
            top, reach = _dummy_node(graph, top, reach, row, f"{PARTNER_LINE}{union.id}\x00{row}")
        graph.add_segment(top, reach, home[standing[0]], standing[0])


def _add_own_segments(
    graph: LayerGraph, number: int, parent: str, children: Iterable[str], home: Mapping[str, int]
) -> None:
    """The line of a *parent* who stands elsewhere on the row than the other, for they are no couple."""
    port = len(graph.ports)
    graph.ports.append(Port(number, home[parent], (parent,)))
    for child in children:
        graph.add_segment(home[parent], port, home[child], child)


def _dummy_node(graph: LayerGraph, top: int, reach: int | str, row: int, name: str) -> tuple[int, str]:
    number = graph.add_node(row, ((name,),))
    graph.add_segment(top, reach, number, name)
    return number, name


def _add_precedence(graph: LayerGraph, siblings: Iterable[Sequence[str]], home: Mapping[str, int]) -> None:
    """Nodes of elder siblings left of younger ones', but for pairs that would close a cycle."""
    for row in siblings:
        for a, b in itertools.pairwise(row):
            left, right = home[a], home[b]
            if left != right and right not in graph.nodes[left].before and not _must_stand_left(graph, right, left):
                graph.nodes[left].before.add(right)
                graph.nodes[right].after.add(left)


def _add_preferences(graph: LayerGraph, siblings: Iterable[Sequence[str]], home: Mapping[str, int]) -> None:
    """Where a date does not say who is elder, the recorded order stands, but only while it costs no crossing."""
    for row in siblings:
        for elder, younger in itertools.pairwise(row):
            left, right = home[elder], home[younger]
            if left != right and right not in graph.nodes[left].before:
                graph.nodes[left].rather_before.add(right)
                graph.nodes[right].rather_after.add(left)


def _sibling_rows(unions: Sequence[UnionIn], rows: Mapping[str, int]) -> list[list[str]]:
    """Siblings who stand on one row, in the order in which they should stand there."""
    sibships = []
    for union in unions:
        by_row: dict[int, list[str]] = defaultdict(list)
        for child in union.children:
            by_row[rows[child]].append(child)
        sibships += list(by_row.values())
    return sibships


def _must_stand_left(graph: LayerGraph, start: int, goal: int) -> bool:
    """Whether *start* must already stand left of *goal*."""
    stack, seen = [start], {start}
    while stack:
        node = stack.pop()
        if node == goal:
            return True
        fresh = graph.nodes[node].before - seen
        seen |= fresh
        stack += fresh
    return False
