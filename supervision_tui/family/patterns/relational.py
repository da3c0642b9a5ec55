"""What a systemic eye looks for in the relational graph, by its algorithms; each with evidence and a question.

Who holds two parts together (articulation points and bridges, Tarjan 1972), whom nobody reaches, rings of support (a
cycle basis, Paton 1969), triangles by sign (Cartwright and Harary 1956; Bowen 1978), what two people see differently.
Nothing is worded across harm: no pattern has both somebody who harms and somebody who is harmed by them, and none is
about what joins a part of the map with one to a part with the other.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import combinations
from typing import TYPE_CHECKING

import networkx as nx

from supervision_tui.days import day_in_words
from supervision_tui.family.model.relational_graph import relational_graph, support_graph
from supervision_tui.family.patterns.pattern import Pattern
from supervision_tui.family.patterns.safeguarding import harm_across, harm_between, harmful_tie, harming

if TYPE_CHECKING:
    from supervision_tui.family.model.family import Family

LARGEST_RING = 6
MOST_OF_A_KIND = 6
"""Patterns of one kind that are shown; the rest would only repeat them."""
_PART = 2
"""People that make a part of the map."""


def relational_patterns(family: Family, day: date | None = None, perspective: str | None = None) -> list[Pattern]:
    """The relational patterns of *family* on *day*, as *perspective* sees the ties (``None``: everybody)."""
    graph = relational_graph(family, day, perspective)
    found: list[Pattern] = []
    for make in (_holders, _bridges, _unreached, _rings, _triangles):
        found += list(make(family, graph))[:MOST_OF_A_KIND]
    found += list(_views(family, day))[:MOST_OF_A_KIND] if perspective is None else []
    return [pattern for pattern in found if not crosses_harm(family, pattern.who)]


def relational_changes(family: Family, earlier: date, later: date) -> list[Pattern]:
    """What was joined on *earlier* and not on *later*, and the other way round: parts of the map that came or went."""
    before, after = (support_graph(relational_graph(family, day)) for day in (earlier, later))
    found = []
    for first, second, words in ((before, after, "no longer joined"), (after, before, "newly joined")):
        for a, b in sorted((str(a), str(b)) for a, b in first.edges):
            if not second.has_edge(a, b) and a in second and b in second and not crosses_harm(family, (a, b)):
                names = _names(family, (a, b))
                found.append(
                    _pattern(
                        "R-CHANGE",
                        f"{names}: {words}",
                        f"{names} are {words} on this map between {day_in_words(earlier)} and {day_in_words(later)}",
                        (a, b),
                        (f"What was it like for {names} when that changed?",),
                        first.edges[a, b]["keys"],
                    )
                )
    return found


def crosses_harm(family: Family, people: Iterable[str]) -> bool:
    """Whether somebody among *people* harms another of them, by a flag or a line."""
    people = tuple(people)
    return harm_between(family, *people) is not None or harmful_tie(family, *people)


def _pattern(  # noqa: PLR0917 - in the order in which they are read
    code: str,
    title: str,
    why: str,
    who: Iterable[str],
    questions: tuple[str, ...],
    facts: Iterable[str],
    *,
    strength: bool = False,
) -> Pattern:
    return Pattern(
        code,
        title,
        f"Shown because {why}.",
        tuple(who),
        questions,
        facts=tuple(dict.fromkeys(facts)),
        strength=strength,
    )


def _names(family: Family, people: Iterable[str]) -> str:
    names = [str(person.short_name) for person in family.index.people(people)]
    return f"{', '.join(names[:-1])} and {names[-1]}" if len(names) > 1 else "".join(names)


def _parts(joined: nx.Graph[str]) -> list[list[str]]:
    """The parts of a graph with at least two people, the largest first."""
    parts = [sorted(part) for part in nx.connected_components(joined) if len(part) >= _PART]
    return sorted(parts, key=lambda part: (-len(part), part))


def _holders(family: Family, graph: nx.MultiDiGraph[str]) -> Iterator[Pattern]:
    """R-HOLDS: one person without whom the map falls into parts of at least two people each."""
    joined = support_graph(graph)
    for person in sorted(set(nx.articulation_points(joined)) - harming(family)):
        own = joined.subgraph(nx.node_connected_component(joined, person))
        parts = _parts(own.subgraph([node for node in own if node != person]))
        if len(parts) < _PART or harm_across(family, [{person}, *parts]):
            continue
        name = _names(family, (person,))
        first, second = (_names(family, part) for part in parts[:2])
        yield _pattern(
            "R-HOLDS",
            f"Through {name}",
            f"every line between {first} and {second} on this map goes through {name}",
            (person,),
            (f"If {name} were away for a month, who would hear from whom?", f"Who stands by {name}?"),
            (key for _, _, fields in joined.edges(person, data=True) for key in fields["keys"]),
        )


def _bridges(family: Family, graph: nx.MultiDiGraph[str]) -> Iterator[Pattern]:
    """R-BRIDGE: one line without which two parts have nothing to do with one another."""
    joined = support_graph(graph)
    for first, second in sorted((str(ends[0]), str(ends[1])) for ends in nx.bridges(joined)):
        rest = joined.copy()
        rest.remove_edge(first, second)
        sides = [nx.node_connected_component(rest, end) for end in (first, second)]
        if min(map(len, sides)) < _PART or harm_across(family, sides):
            continue
        names = _names(family, (first, second))
        yield _pattern(
            "R-BRIDGE",
            f"One line: {names}",
            f"what is between {names} is the only line between two parts of this map",
            (first, second),
            (f"What keeps {names} in touch?", "Who else could know whom?"),
            joined.edges[first, second]["keys"],
        )


def _unreached(family: Family, graph: nx.MultiDiGraph[str]) -> Iterator[Pattern]:
    """R-ALONE: a living person to whom no warm tie, home or resource leads; only where ties were drawn at all."""
    if not any(fields["layer"] == "ties" for _, _, fields in graph.edges(data=True)):
        return
    joined = support_graph(graph, ("homes", "ties"))
    used = {
        person for person, _, fields in graph.edges(data=True) if fields["relation"] == "uses" and fields["sign"] > 0
    }
    alone = [
        node for node in graph if node in joined and not joined.degree(node) and node not in used | harming(family)
    ]
    children = [person for person in alone if graph.nodes[person]["focus"] or family.parentages_of(person)]
    others = [person for person in alone if person not in children]
    for people in (*((child,) for child in children), tuple(others)):
        names = _names(family, people)
        if names:
            yield _pattern(
                "R-ALONE",
                f"No line leads to {names}",
                f"no tie that holds, home or service leads to {names} on this map",
                people,
                (f"Who would {names} say is there?", f"Has anybody asked {names}?"),
                (link.id for person in people for link in family.parentages_of(person)),
            )


def _rings(family: Family, graph: nx.MultiDiGraph[str]) -> Iterator[Pattern]:
    """R-RING: people who hold one another in a ring of warm ties: what carries when one of them cannot."""
    joined = support_graph(graph, ("ties",))
    rings = [ring for ring in nx.cycle_basis(joined) if len(ring) <= LARGEST_RING]
    for ring in sorted(rings, key=lambda people: (len(people), sorted(people))):
        pairs = zip(ring, [*ring[1:], ring[0]], strict=True)
        yield _pattern(
            "R-RING",
            f"A ring: {_names(family, ring)}",
            f"each of {_names(family, ring)} is joined to the next by a warm tie",
            ring,
            ("When did this ring last carry somebody?", "Who else could be let in?"),
            (key for a, b in pairs for key in joined.edges[a, b]["keys"]),
            strength=True,
        )


def _triangles(family: Family, graph: nx.MultiDiGraph[str]) -> Iterator[Pattern]:
    """R-TRIANGLE: one is joined to two who are in conflict, or cut off from one another."""
    signs: dict[frozenset[str], dict[int, list[str]]] = defaultdict(lambda: defaultdict(list))
    for first, second, key, fields in graph.edges(keys=True, data=True):
        if fields["layer"] == "ties" and fields["sign"] and not fields["harm"]:
            signs[frozenset((first, second))][fields["sign"]].append(key)
    plain = {pair: next(iter(keys)) for pair, keys in signs.items() if len(keys) == 1 and len(pair) == _PART}
    people = sorted({person for pair in plain for person in pair})
    for three in combinations(people, 3):
        pairs = [frozenset(pair) for pair in combinations(three, 2)]
        if all(pair in plain for pair in pairs) and sorted(plain[pair] for pair in pairs) == [-1, 1, 1]:
            apart = next(pair for pair in pairs if plain[pair] < 0)
            between = next(person for person in three if person not in apart)
            name, others = _names(family, (between,)), _names(family, sorted(apart))
            yield _pattern(
                "R-TRIANGLE",
                f"{name} between {others}",
                f"{name} is joined to both, and {others} are at odds",
                (between, *sorted(apart)),
                (f"What would it be like for {name} if {others} agreed for once?",),
                (key for pair in pairs for keys in signs[pair].values() for key in keys),
            )


def _viewer(family: Family, who: str) -> str:
    return _names(family, (who,)) or who or "the worker"


def _views(family: Family, day: date | None) -> Iterator[Pattern]:
    """R-VIEWS: two people see what is between the same two with different signs."""
    seen: dict[frozenset[str], dict[str, tuple[int, str, str]]] = defaultdict(dict)
    graph = relational_graph(family, day, layers=("ties",))
    for start, end, key, fields in graph.edges(keys=True, data=True):
        if not fields["harm"]:
            seen[frozenset((start, end))].setdefault(fields["perspective"], (fields["sign"], fields["kind"], key))
    for pair, views in seen.items():
        for (first, (sign, kind, key)), (second, (other_sign, other_kind, other_key)) in combinations(
            sorted(views.items()), 2
        ):
            if sign == other_sign:
                continue
            names = _names(family, sorted(pair))
            words, other_words = kind.replace("_", " "), other_kind.replace("_", " ")
            yield _pattern(
                "R-VIEWS",
                f"Seen in two ways: {names}",
                f"{_viewer(family, first)} sees {words} between {names}, {_viewer(family, second)} {other_words}",
                sorted(pair),
                (f"What might {_viewer(family, first)} see that {_viewer(family, second)} does not, and vice versa?",),
                (key, other_key),
            )
