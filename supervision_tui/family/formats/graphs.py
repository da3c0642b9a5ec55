"""A family as a graph: for networkx, and as GraphML for graph programs."""

from __future__ import annotations

from io import BytesIO

import networkx as nx

from supervision_tui.family.model.couples import with_couples_only
from supervision_tui.family.model.family import Family


def to_graph(family: Family) -> nx.MultiDiGraph[str]:
    """*family* as a directed multigraph of people.

    Nodes are ids with ``name, kind, gender, born, died``; edges have ``relation``: ``parent`` (parent to child, with
    ``kind``), ``union`` (first to second partner, with ``kind`` and ``ended``; two who are no couple are
    ``parents_only``) or ``tie`` (a to b, with ``kind``,
    ``strength`` and ``directed``). Their keys are the ids of the parts.
    """
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph(id=str(family.id), title=str(family.title))
    for person in family.persons:
        dates = {"born": str(person.born or ""), "died": str(person.died or "")}
        graph.add_node(person.id, name=str(person.name), kind=person.kind, gender=person.gender, **dates)
    for link in family.parentages:
        for parent in link.parents:
            graph.add_edge(parent, link.child, f"{link.id}.{parent}", relation="parent", kind=link.kind)
    for union in with_couples_only(family).unions:
        for other in union.partners[1:]:
            graph.add_edge(union.partners[0], other, union.id, relation="union", kind=union.kind, ended=union.ended)
    for tie in family.ties:
        graph.add_edge(
            tie.a, tie.b, tie.id, relation="tie", kind=tie.kind, strength=tie.strength, directed=tie.directed
        )
    return graph


def to_graphml(family: Family) -> str:
    """The same graph as GraphML, an XML text."""
    out = BytesIO()
    nx.write_graphml(to_graph(family), out)
    return out.getvalue().decode("utf-8")
