"""Single phases of the layout, against something that knows the answer."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks._random_families import as_family
from supervision_tui.family import Family
from supervision_tui.genogram import Drawing, Options, lay_out
from supervision_tui.genogram.layout.coordinates.row_fit import isotonic_regression
from supervision_tui.genogram.layout.from_family import layout_input
from supervision_tui.genogram.layout.layering.layer_assignment import CHILD, FURTHER_PARENT, _links, _walk
from supervision_tui.genogram.layout.layering.layer_flow import minimise_rows
from supervision_tui.genogram.layout.layering.partner_chains import adjacent_couples
from supervision_tui.genogram.layout.layering.row_reduction import RowReduction
from supervision_tui.genogram.layout.normalise import canonical, components
from supervision_tui.genogram.layout.routing.channel_routing import Net, assign_tracks
from supervision_tui.genogram.notation.obstacle_routing import Grid
from supervision_tui.genogram.terminal.tie_painter import along
from tests.whole import examples


def linear_programme(members, together, below):
    """The same rows by linear programming; the matrix is totally unimodular, so they are whole numbers."""
    import numpy as np
    from scipy.optimize import linprog

    index = {member: at for at, member in enumerate(members)}
    costs = np.zeros(len(members) + len(together))
    rows, bounds = [], []
    for parent, child, weight in below:
        costs[[index[child], index[parent]]] += weight, -weight
        rows.append({index[parent]: 1, index[child]: -1})
        bounds.append(-1)
    for at, (one, other, weight) in enumerate(together, len(members)):
        costs[at] = weight
        rows += [{index[one]: 1, index[other]: -1, at: -1}, {index[one]: -1, index[other]: 1, at: -1}]
        bounds += [0, 0]
    matrix = np.zeros((len(rows), len(costs)))
    for number, row in enumerate(rows):
        matrix[number, list(row)] = list(row.values())
    solved = linprog(costs, A_ub=matrix, b_ub=bounds, bounds=(0, len(members)), method="highs")
    return {member: round(solved.x[at]) for member, at in index.items()}


def contradictory():
    for seed in range(120):
        whole = canonical(layout_input(as_family(seed), "names", {}))
        for members in components(whole):
            together, drops, further = _links(whole, members)
            if _walk(members, together, drops, further) is None:
                below = [(a, b, CHILD) for a, b, _ in drops] + [(a, b, FURTHER_PARENT) for a, b, _ in further]
                yield sorted(members), together, below


def test_rows_cost_what_a_linear_programme_says_is_the_least():
    def cost(rows, together, below):
        assert all(rows[lower] > rows[upper] for upper, lower, _cost in below)
        return sum(w * abs(rows[a] - rows[b]) for a, b, w in together) + sum(
            w * (rows[b] - rows[a]) for a, b, w in below
        )

    tried = 0
    for members, together, below in contradictory():
        found = cost(minimise_rows(members, together, below), together, below)
        assert found == cost(linear_programme(members, together, below), together, below)
        tried += 1
    assert tried > 20


def test_who_follows_somebody_else_is_taken_out_and_stands_where_all_would_stand_without_that(monkeypatch):
    """The highest of all rows that cost least are the same, with far fewer people to work them out for."""
    reduced = [minimise_rows(*links) for links in contradictory()]
    left = [len(RowReduction(*links).links) / len(links[0]) for links in contradictory()]
    monkeypatch.setattr(RowReduction, "_follows", lambda _self, _person: None)
    assert reduced == [minimise_rows(*links) for links in contradictory()]
    assert sum(left) < 0.7 * len(left)


@examples(60)
@given(st.lists(st.tuples(st.floats(-50, 50), st.floats(0.1, 9)), min_size=1, max_size=12))
def test_pooling_never_decreases_and_keeps_the_weighted_mean(pairs):
    targets, weights = [list(column) for column in zip(*pairs, strict=True)]
    found = isotonic_regression(targets, weights)
    assert all(a <= b + 1e-9 for a, b in itertools.pairwise(found))
    assert sum(x * w for x, w in zip(found, weights, strict=True)) == pytest.approx(
        sum(x * w for x, w in zip(targets, weights, strict=True)), abs=1e-6
    )


@examples(60)
@given(st.lists(st.tuples(st.integers(0, 40), st.lists(st.integers(0, 40), min_size=1, max_size=4)), max_size=10))
def test_lines_that_overlap_have_different_tracks(render_file):
    nets = [Net((top * 2,), tuple(sorted({bottom * 2 + 1 for bottom in bottoms}))) for top, bottoms in render_file]
    count = assign_tracks(nets)
    assert count >= 0
    for at, a in enumerate(nets):
        assert -1 <= a.track < max(count, 1)
        for b in nets[at + 1 :]:
            if a.track == b.track and a.track >= 0:
                assert a.high < b.low or b.high < a.low


def test_a_ring_of_couples_keeps_all_but_one():
    couples = [("a", "b"), ("b", "c"), ("c", "d"), ("a", "d")]
    assert len(adjacent_couples(list("abcd"), couples, dict.fromkeys(couples, 0))) == 3


@pytest.mark.parametrize("seed", range(0, 40, 4))
def test_ties_find_ways_that_pass_through_nobody(seed):
    family = as_family(seed)
    placed = lay_out(family)
    drawing = Drawing(family, placed, Options())
    grid = Grid(placed, {one: len(words) for one, words in drawing.labels.items()}, ())
    people = [person.id for person in family.persons]
    assert len(people) > 1
    for a, b in zip(people[::3], people[1::3], strict=False):
        way = list(along(grid.shortest_path(a, b)))
        assert way
        assert not grid.closed.intersection(way)


def test_further_parents_have_a_line_of_their_own_and_move_nobody():
    family = as_family(7)
    child = next(link.child for link in family.parentages)
    placed = lay_out(family)
    carer = next(place.id for place in placed.rows[0] if place.id not in {p.id for p in family.parents_of(child)})
    link = {"child": child, "parents": [carer], "kind": "guardianship", "home": False}
    told = Family.model_validate({**family.plain(), "parentages": [*family.plain()["parentages"], link]})
    after = lay_out(told)
    assert {place.id: place.row for place in after.persons} == {place.id: place.row for place in placed.persons}
    drawing = Drawing(told, after, Options())
    further = [path for path in drawing.paths if path.link >= 0 and path.child == child]
    assert drawing.line_style(further[0]).style == "dashdot"


@pytest.mark.parametrize("ending", ["", "divorce"])
def test_the_line_to_an_only_child_near_the_middle_of_its_parents_has_no_jog(ending):
    persons = [
        {"id": name, "name": name.title()} for name in ("sharon", "derek", "jack", "brett", "tash", "cal", "wil")
    ]
    partners = (("sharon", "derek", "divorce"), ("sharon", "jack", ending), ("brett", "tash", ""))
    unions = [{"partners": (first, second), "kind": "married", "ended": ended} for first, second, ended in partners]
    links = [("brett", ("sharon", "derek")), ("cal", ("sharon", "derek")), ("wil", ("sharon", "jack"))]
    family = Family.model_validate(
        {
            "id": "f", "title": "F", "persons": persons, "unions": unions,
            "parentages": [{"child": child, "parents": parents} for child, parents in links],
        }
    )  # fmt: skip
    paths = [path for path in Drawing(family, lay_out(family), Options()).paths if path.child == "wil"]
    assert len(paths) == 1  # one line straight down from the couple's bar
    assert len({x for x, _ in paths[0].points}) == 1
