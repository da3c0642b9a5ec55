"""Fewer crossings: every part of the search against something that knows the answer."""

import itertools
import random

import networkx as nx
import pytest

from benchmarks._random_families import as_family
from supervision_tui.family import Family
from supervision_tui.genogram import lay_out
from supervision_tui.genogram.layout.compromises import crossing_compromise
from supervision_tui.genogram.layout.from_family import layout_input
from supervision_tui.genogram.layout.layering.build_layer_graph import layer_graphs
from supervision_tui.genogram.layout.normalise import canonical
from supervision_tui.genogram.layout.ordering import sifting
from supervision_tui.genogram.layout.ordering.branches import branches
from supervision_tui.genogram.layout.ordering.bundle import FORBIDDEN, Lines, _step, _step_wide, best_gaps
from supervision_tui.genogram.layout.ordering.crossing_floor import crossing_floor
from supervision_tui.genogram.layout.ordering.crossing_reduction import reduce_crossings
from supervision_tui.genogram.layout.ordering.initial_order import topological_order
from supervision_tui.genogram.layout.ordering.neighbourhood_search import crossed_segments
from supervision_tui.genogram.layout.ordering.order_cut import OrderCut
from supervision_tui.genogram.layout.ordering.order_pairs import OrderPairs
from supervision_tui.genogram.layout.ordering.row_order import PairCosts, RowOrder
from tests.every_row import every_row

SEEDS = (0, 5, 9, 13, 19, 24, 35, 38)


def graphs(seed):
    """The layer graphs of a random family, in a random order that keeps the rules."""
    dice = random.Random(seed)  # noqa: S311 - an order, not a secret
    for graph in layer_graphs(canonical(layout_input(as_family(seed), "names", {}))):
        for row in graph.rows:
            dice.shuffle(row)
        graph.rows = [topological_order(graph, row) for row in graph.rows]
        graph.pack_all()
        yield graph


def crossing_pairs(graph):
    """Every two segments that cross, looked at one by one."""
    for row in graph.segments_below:
        for one, other in itertools.combinations(row, 2):
            if (graph.top_x(one) - graph.top_x(other)) * (graph.bottom_x(one) - graph.bottom_x(other)) < 0:
                yield one, other


@every_row("seed", SEEDS)
def test_crossings_are_counted_as_by_hand(seed):
    drawn = list(graphs(seed))
    assert drawn
    for graph in drawn:
        pairs = list(crossing_pairs(graph))
        assert graph.crossings() == len(pairs)
        assert crossed_segments(graph) == {segment for pair in pairs for segment in pair}


@every_row("seed", SEEDS)
def test_branches_hang_on_the_bridges_that_networkx_finds(seed):
    drawn = list(graphs(seed))
    assert drawn
    for graph in drawn:
        plain = nx.MultiGraph()
        plain.add_nodes_from(range(len(graph.nodes)))
        plain.add_edges_from((segment.top, segment.bottom, at) for at, segment in enumerate(graph.segments))
        bridges = {at for top, bottom, at in plain.edges(keys=True) if (top, bottom) in set(nx.bridges(nx.Graph(plain)))
                   or (bottom, top) in set(nx.bridges(nx.Graph(plain)))}  # fmt: skip
        bridges = {at for at in bridges if plain.number_of_edges(graph.top[at], graph.bottom[at]) == 1}
        found = branches(graph)
        assert {branch.segment for branch in found} == bridges
        for branch in found:
            plain.remove_edge(graph.top[branch.segment], graph.bottom[branch.segment], branch.segment)
            assert branch.nodes == nx.node_connected_component(plain, branch.root)
            assert 2 * len(branch.nodes) <= len(graph.nodes)
            plain.add_edge(graph.top[branch.segment], graph.bottom[branch.segment], branch.segment)


@every_row("seed", SEEDS)
def test_a_branch_is_put_where_no_other_gaps_cross_less(seed):
    tried = 0
    for graph in graphs(seed):
        start = graph.ordering()
        for branch in branches(graph)[:6]:
            graph.restore(start)
            rows = sorted({graph.nodes[number].row for number in branch.nodes})
            bundle = {row: [number for number in graph.rows[row] if number in branch.nodes] for row in rows}
            others = [[number for number in row if number not in branch.nodes] for row in graph.rows]
            choices = [range(len(others[row]) + 1) for row in rows]
            if len(list(itertools.product(*choices))) > 3000:
                continue
            gaps = best_gaps(graph, bundle, others)
            costs = {}
            for chosen in itertools.product(*choices):
                for row, gap in zip(rows, chosen, strict=True):
                    graph.rows[row] = [*others[row][:gap], *bundle[row], *others[row][gap:]]
                graph.pack_all()
                if keeps_precedence(graph):
                    costs[chosen] = graph.crossings()
            if gaps is None:
                assert not costs, "no place keeps the rules"
                continue
            assert costs[tuple(gaps[row] for row in rows)] == min(costs.values())
            tried += 1
    assert tried


def keeps_precedence(graph):
    return all(
        graph.place[number] < graph.place[later] for number, node in enumerate(graph.nodes) for later in node.before
    )


@pytest.mark.parametrize("forbidden", [(), (0, 1), (0, 1, 2, 10, 11)])
def test_blocks_and_lists_give_the_same_gaps(forbidden):
    chance = random.Random(3)  # noqa: S311 - a fixed seed
    for _time in range(40):
        others = [((chance.randrange(11), 1.0), (chance.randrange(11), 1.0)) for _line in range(chance.randrange(30))]
        lines = Lines(inside=[((0, 0.0), (0, 0.0))] * chance.randrange(4), others=others)
        upper = [FORBIDDEN if gap in forbidden else float(chance.randrange(9)) for gap in range(12)]
        prices = [FORBIDDEN if 11 - gap in forbidden else 0.0 for gap in range(12)]
        for meetings in ((), ((2, 1), (4, 3), (10, 0))):
            costs, choice = _step(upper, lines, 12, meetings)
            wide_costs, wide_choice = _step_wide(upper, lines, prices, meetings)
            open_gaps = [gap for gap, price in enumerate(prices) if price < FORBIDDEN]
            assert [costs[gap] for gap in open_gaps] == [wide_costs[gap] for gap in open_gaps]
            assert [choice[gap] for gap in open_gaps] == [wide_choice[gap] for gap in open_gaps]
            assert all(wide_costs[gap] >= FORBIDDEN for gap in range(12) if gap not in open_gaps)


def test_wide_rows_are_sifted_as_narrow_ones(monkeypatch):
    def sifted(seed, wide):
        monkeypatch.setattr(sifting, "WIDE", wide)
        for graph in layer_graphs(canonical(layout_input(as_family(seed), "names", {}))):
            for row in range(len(graph.rows)):
                sifting.sift_row(graph, row)
            yield graph.rows

    for seed in range(1, 30, 3):
        assert list(sifted(seed, 2)) == list(sifted(seed, 1_000))


def test_a_walk_that_stops_where_nothing_is_to_be_gained_sifts_as_a_walk_to_the_ends():
    sifted = 0
    for seed in range(0, 30, 3):
        for graph in layer_graphs(canonical(layout_input(as_family(seed), "names", {}))):
            for row in range(len(graph.rows)):
                costs = PairCosts(graph, row)
                sifted += costs.count
                whole, short = RowOrder(costs), RowOrder(costs)
                whole._worth_it = lambda _node, count=costs.count: (0, count)
                for node in [*range(costs.count)] * 2:
                    assert whole.sift(node, [], []) is short.sift(node, [], [])
                    assert whole.nodes == short.nodes
    assert sifted > 100


def test_what_the_rules_force_is_never_more_than_the_proved_fewest_and_the_search_is_near_to_it():
    from benchmarks._fewest import fewest

    reached = proved = forced = 0
    for seed in range(0, 40, 3):
        for graph in layer_graphs(canonical(layout_input(as_family(seed), "names", {}))):
            least = fewest(graph)
            floor = crossing_floor(graph)
            assert floor.crossings <= least
            forced += floor.crossings
            for rows in floor.orders:
                graph.restore((rows, [0] * len(graph.nodes)))
                assert keeps_precedence(graph)
            reduce_crossings(graph, {})
            assert least <= graph.crossings()
            assert keeps_precedence(graph)
            reached, proved = reached + graph.crossings(), proved + least
    assert proved > 15
    assert reached <= 1.03 * proved
    assert forced >= 0.85 * proved


def test_answers_break_as_many_links_as_cannot_be_kept():
    """Every link that answers break is a crossing, so that answers which break no more than the floor are the best."""
    asked = kept = 0
    for seed in range(60):
        for graph in layer_graphs(canonical(layout_input(as_family(seed), "names", {}))):
            pairs = OrderPairs(graph)
            questions = range(1, len(pairs.nodes))
            if questions:
                broken, answers = OrderCut(questions, pairs.links).answer([True] * len(pairs.nodes))
                value = {0: True} | answers
                wrong = sum(
                    answers[question] != (value[literal >> 1] != bool(literal & 1))
                    for question in questions
                    for literal in pairs.links[question]
                    if literal >> 1 < question
                )
                assert wrong >= broken
                asked, kept = asked + 1, kept + (wrong == broken)
    assert asked > 20
    assert kept > 0.8 * asked


@pytest.mark.parametrize("seed", [21, 28, 117])
def test_a_search_for_recorded_order_alone_makes_no_crossing(seed):
    """In these families some siblings without a date cannot stand as they are recorded unless lines cross."""
    graphs = list(layer_graphs(canonical(layout_input(as_family(seed), "names", {}))))
    assert graphs
    for graph in graphs:
        reduce_crossings(graph, {})
        assert (graph.crossings(), graph.preferences_broken()) == (0, 1)
        assert keeps_precedence(graph)


def crossing_in_laws(born):
    """Two sibships; the second of the one marries the second of the other, and each child has a family below."""
    persons = [{"id": one, "name": one.upper()} for one in ("ma", "fa", "mb", "fb")]
    persons += [{"id": f"{side}{at}", "name": f"{side}{at}", **born(at)} for side in "ab" for at in range(3)]
    links = [{"child": f"{side}{at}", "parents": [f"m{side}", f"f{side}"]} for side in "ab" for at in range(3)]
    unions = [{"partners": ["ma", "fa"]}, {"partners": ["mb", "fb"]}, {"partners": ["a1", "b1"]}]
    return Family.model_validate({"id": "f", "title": "F", "persons": persons, "unions": unions, "parentages": links})


def places(family):
    return {place.id: place.x for place in lay_out(family).persons}


def test_recorded_order_gives_way_to_a_crossing_and_a_date_does_not():
    free = places(crossing_in_laws(lambda _at: {}))
    assert max(free["a0"], free["a2"]) < free["a1"] or min(free["a0"], free["a2"]) > free["a1"]
    dated = places(crossing_in_laws(lambda at: {"born": str(1990 + at)}))
    assert dated["a0"] < dated["a1"] < dated["a2"]
    assert dated["b0"] < dated["b1"] < dated["b2"]


def test_recorded_order_stands_where_it_costs_nothing():
    persons = [{"id": "m", "name": "M"}] + [{"id": one, "name": one.upper()} for one in "zaycx"]
    links = [{"child": one, "parents": ["m"]} for one in "zaycx"]
    family = Family.model_validate({"id": "f", "title": "F", "persons": persons, "parentages": links})
    assert [place.id for place in lay_out(family).rows[1]] == list("zaycx")


def two_couples(*, dated):
    """Two sibships whose eldest marry one another, and whose youngest do: one crossing, if ages say who stands left."""
    people = ["ma", "pa", "na", "pop", "ann", "bea", "cay", "dan", "edd", "fin"]
    born = {name: str(1980 + at) for at, name in enumerate(people[4:])} if dated else {}
    homes = {("ma", "pa"): ["ann", "bea", "cay"], ("na", "pop"): ["dan", "edd", "fin"]}
    couples = [*homes, ("ann", "dan"), ("cay", "fin")]
    return Family.model_validate({
        "id": "two", "title": "Two couples",
        "persons": [{"id": name, "name": name.title(), **({"born": born[name]} if name in born else {})}
                    for name in people],
        "unions": [{"id": "-".join(pair), "partners": pair, "kind": "married"} for pair in couples],
        "parentages": [{"id": child, "child": child, "parents": parents}
                       for parents, children in homes.items() for child in children],
    })  # fmt: skip


def told_of_crossings(layout):
    return [compromise.why for compromise in layout.compromises if compromise.rule == "no crossing"]


def test_crossings_that_the_rules_force_are_said_in_words():
    family = two_couples(dated=True)
    (graph,) = layer_graphs(canonical(layout_input(family, "names", {})))
    forced = reduce_crossings(graph, {})
    assert graph.crossings() == forced > 0
    times = {1: "once", 2: "twice"}.get(forced, f"{forced} times")
    (why,) = told_of_crossings(lay_out(family))
    assert why.startswith(f"Counted child by child, lines from parents to children cross {times}: siblings in order")
    assert why.endswith("leave no other way.")
    (kept,) = told_of_crossings(lay_out(family, previous=lay_out(family)))
    assert "tidied up, it may have fewer" in kept, "kept places are no proof"


def test_nothing_is_said_of_crossings_where_none_are():
    assert told_of_crossings(lay_out(as_family(22))) == []


TOLD = [(5, 3, "5 times: siblings"), (2, 0, "twice: perhaps"), (1, 1, "once"), (6126, 1209, "6,126 times")]


@every_row("crossings, forced, words", TOLD)
def test_what_is_not_proved_is_not_called_forced(crossings, forced, words):
    (told,) = crossing_compromise(crossings, forced)
    assert words in told.why
    assert ("perhaps" in told.why) == (forced < crossings)
    assert (f"make {forced:,} certain" in told.why) == (0 < forced < crossings)
