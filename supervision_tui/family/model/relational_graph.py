"""The relational graph: kin, homes, ties and resources of a family as one networkx multigraph.

Nodes are ids: of people as they are, of homes and resources with ``home:`` and ``resource:`` before them. A node has
``kind`` (``person``, ``pet``, ``professional``, ``home``, ``resource``, and the model's other kinds), ``name``,
and for a person ``alive`` and ``focus``. An edge has

* ``layer``: one of :data:`LAYERS`;
* ``relation``: ``parent`` (from parent to child), ``partner``, ``lives`` (from person to home), ``tie`` (from a to b),
  ``uses`` (from person to resource);
* ``kind``: which parentage, union, household, tie or strength of link;
* ``sign``: 1 what holds, -1 what divides (tense, cut off, a broken link), 0 neither;
* ``harm``: a line of harm, or one between two of whom a flag says that one harms the other;
* ``over``: a union that has ended; ``directed``: the direction counts; ``perspective``, ``since``, ``until`` as words.

Keys of edges are the ids of the parts. Signs after Cartwright and Harary (1956); layers after Hartman (1978).
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from datetime import date
from itertools import combinations
from typing import Any, Literal, Protocol

import networkx as nx

from supervision_tui.family.dates import PartialDate
from supervision_tui.family.model.households import Household
from supervision_tui.family.model.parentages import Parentage
from supervision_tui.family.model.persons import Person
from supervision_tui.family.model.resources import Resource
from supervision_tui.family.model.safeguarding import HarmFlag
from supervision_tui.family.model.ties import Tie, Tone
from supervision_tui.family.model.unions import Union

Layer = Literal["kin", "homes", "ties", "resources"]
LAYERS: tuple[Layer, ...] = ("kin", "homes", "ties", "resources")
SIGNS: dict[Tone, int] = {
    "warm": 1, "care": 1, "plain": 1, "attention": 0, "distant": 0, "cut_off": -1, "tense": -1, "harm": -1,
}  # fmt: skip
"""The sign of a tie by its tone."""


class RelationalParts(Protocol):
    """What of a family a graph is made of."""

    @property
    def id(self) -> str:
        """Its id."""

    @property
    def title(self) -> str:
        """What it is called."""

    @property
    def focus(self) -> tuple[str, ...]:
        """Ids of the children whom the work is about."""

    @property
    def persons(self) -> tuple[Person, ...]:
        """Everybody in it."""

    @property
    def unions(self) -> tuple[Union, ...]:
        """The couples."""

    @property
    def parentages(self) -> tuple[Parentage, ...]:
        """Who is a parent of whom."""

    @property
    def households(self) -> tuple[Household, ...]:
        """The homes."""

    @property
    def ties(self) -> tuple[Tie, ...]:
        """What is between two people."""

    @property
    def resources(self) -> tuple[Resource, ...]:
        """The world round it."""

    @property
    def harm_flags(self) -> tuple[HarmFlag, ...]:
        """Who harms whom."""


def relational_graph(
    family: RelationalParts,
    day: date | None = None,
    perspective: str | None = None,
    layers: Collection[str] = LAYERS,
) -> nx.MultiDiGraph[str]:
    """The graph of *family* on *day*; without one, of everything that has not ended.

    Args:
        family: whose graph it is.
        day: the day on which unions, homes, ties and links must hold and people must be born.
        perspective: only ties as this person's id, or these words, see them; empty: the worker's own; ``None``: all.
        layers: which of :data:`LAYERS`.

    Raises:
        ValueError: there is no such layer.
    """
    unknown = sorted(set(layers) - set(LAYERS))
    if unknown:
        message = f"There is no layer {', '.join(unknown)}. There are: {', '.join(LAYERS)}."
        raise ValueError(message)
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph(id=str(family.id), title=str(family.title))
    here = {person.id for person in family.persons if day is None or person.born is None or person.born.maybe_by(day)}
    for person in family.persons:
        if person.id in here:
            alive = not person.dead if day is None else person.alive_at(day)
            graph.add_node(
                person.id, kind=person.kind, name=str(person.short_name), alive=alive, focus=person.id in family.focus
            )
    edges: list[tuple[str, str, str, dict[str, object]]] = []
    for layer, make in (("kin", _kin), ("homes", _homes), ("ties", _ties), ("resources", _resources)):
        if layer in layers:
            edges += [(a, b, key, {"layer": layer, **fields}) for a, b, key, fields in make(family, graph, day)]
    harm = {frozenset((str(flag.by), other)) for flag in family.harm_flags for other in flag.to}
    for first, second, key, fields in edges:
        if fields["layer"] == "ties" and perspective is not None and fields["perspective"] != perspective:
            continue
        if graph.has_node(first) and graph.has_node(second):
            fields["harm"] = bool(fields.get("harm")) or frozenset((first, second)) in harm
            graph.add_edge(first, second, key, **fields)
    return graph


Edge = tuple[str, str, str, dict[str, object]]


def _holds(day: date | None, since: PartialDate | None, until: PartialDate | None) -> bool:
    """Whether something from *since* to *until* can hold on *day*, or has not ended where there is none."""
    if day is None:
        return until is None
    return (since is None or since.maybe_by(day)) and (until is None or until.latest > day)


def _fields(
    relation: str, kind: str, sign: int, since: PartialDate | None, until: PartialDate | None
) -> dict[str, object]:
    return {
        "relation": relation, "kind": kind, "sign": sign, "harm": False, "over": False, "directed": False,
        "perspective": "", "since": str(since or ""), "until": str(until or ""),
    }  # fmt: skip


def _kin(family: RelationalParts, _graph: nx.MultiDiGraph[str], day: date | None) -> Iterator[Edge]:
    for link in family.parentages:
        lasting = link.lasting or _holds(day, link.since, link.until)
        for parent in link.parents if lasting else ():
            fields = _fields("parent", link.kind, 1, link.since, link.until) | {"directed": True}
            yield parent, link.child, f"{link.id}.{parent}", fields
    for union in family.unions:
        if len(union.partners) > 1 and union.kind != "parents_only" and (
            day is None or union.since is None or union.since.maybe_by(day)):  # fmt: skip
            over = union.over if day is None else not _holds(day, union.since, union.until) or (
                union.over and union.until is None)  # fmt: skip
            fields = _fields("partner", union.kind, 0 if over else 1, union.since, union.until) | {"over": over}
            yield union.partners[0], union.partners[1], union.id, fields


def _homes(family: RelationalParts, graph: nx.MultiDiGraph[str], day: date | None) -> Iterator[Edge]:
    for home in family.households:
        members = [member for member in home.members if _holds(day, member.since, member.until)]
        if members:
            name = str(home.name) if home.safe_to_record else "a home"
            graph.add_node(f"home:{home.id}", kind="home", name=name, alive=True, focus=False)
        for member in members:
            fields = _fields("lives", home.kind, 1, member.since, member.until) | {"directed": True}
            yield member.person, f"home:{home.id}", f"{home.id}.{member.person}", fields


def _ties(family: RelationalParts, _graph: nx.MultiDiGraph[str], day: date | None) -> Iterator[Edge]:
    for tie in family.ties:
        if _holds(day, tie.since, tie.until):
            fields = _fields("tie", tie.kind, SIGNS[tie.tone], tie.since, tie.until)
            more = {"harm": tie.tone == "harm", "directed": tie.directed, "perspective": str(tie.perspective)}
            yield tie.a, tie.b, tie.id, fields | more


def _resources(family: RelationalParts, graph: nx.MultiDiGraph[str], day: date | None) -> Iterator[Edge]:
    for resource in family.resources:
        if not _holds(day, resource.since, resource.until):
            continue
        graph.add_node(f"resource:{resource.id}", kind="resource", name=str(resource.name), alive=True, focus=False)
        for link in resource.links:
            if _holds(day, link.since, link.until):
                sign = {"stressful": -1, "broken": -1}.get(link.strength, 1)
                fields = _fields("uses", link.strength, sign, link.since, link.until)
                yield link.person, f"resource:{resource.id}", f"{resource.id}.{link.person}", fields


def support_graph(graph: nx.MultiDiGraph[str], layers: Iterable[str] = LAYERS) -> nx.Graph[str]:
    """Who is joined to whom by something that holds: living people of *graph*, a shared home joining those in it.

    No line of harm, of conflict or of a cut-off joins; where two have such a line, none of their others does.
    """
    wanted = set(layers)
    apart = {frozenset((a, b)) for a, b, fields in graph.edges(data=True) if fields["harm"] or fields["sign"] < 0}
    joined: nx.Graph[str] = nx.Graph()
    joined.add_nodes_from(node for node, fields in graph.nodes(data=True) if _is_person(fields) and fields["alive"])
    for first, second, key, fields in graph.edges(keys=True, data=True):
        if fields["sign"] > 0 and fields["layer"] in wanted and first in joined and second in joined:
            _join(joined, first, second, key, apart)
    for home in [node for node, fields in graph.nodes(data=True) if fields["kind"] == "home"]:
        members = [person for person in graph.predecessors(home) if person in joined]
        for first, second in combinations(members, 2) if "homes" in wanted else ():
            _join(joined, first, second, home, apart)
    return joined


def _join(joined: nx.Graph[str], first: str, second: str, key: str, apart: set[frozenset[str]]) -> None:
    if frozenset((first, second)) in apart:
        return
    keys = joined.edges[first, second]["keys"] if joined.has_edge(first, second) else ()
    joined.add_edge(first, second, keys=(*keys, key))


def _is_person(fields: dict[str, Any]) -> bool:
    return fields["kind"] in {"person", "unknown"}
