"""What a person can rely on when a family is placed."""

from functools import cache

import pytest

from benchmarks._quality import measure
from benchmarks._random_families import as_family
from supervision_tui.family import Family
from supervision_tui.genogram import Drawing, FamilyCycleError, Options, lay_out
from supervision_tui.resources import content_folder
from tests.shipped import load_family
from tests.whole import WHOLE

SHIPPED = sorted((content_folder("templates") / "families").glob("*.yaml"))


def quality(placed):
    places = {p.id: (p.x, p.y, p.width, p.height, p.row, p.birth) for p in placed.persons}
    return measure(places, [(u.partners, u.children) for u in placed.unions])


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_the_invented_families_stand_without_a_fault(path):
    found = quality(lay_out(load_family(path)))
    assert (found.overlaps, found.above, found.apart, found.split, found.order) == (0, 0, 0, 0, 0)
    assert found.offset < 1.0


SEEDS = range(60) if WHOLE else range(0, 60, 2)


@cache
def placed_at_random(seed):
    """A random family, and where everybody of it stands."""
    family = as_family(seed)
    return family, lay_out(family)


@pytest.mark.parametrize("seed", SEEDS)
def test_nobody_overlaps_and_children_stand_below_couples_beside(seed):
    _, placed = placed_at_random(seed)
    found = quality(placed)
    assert (found.overlaps, found.above, found.apart, found.split) == (0, 0, 0, 0)
    told = [one for one in placed.compromises if one.rule == "eldest sibling left"]
    assert found.order == len(told), "every sibling out of order is told"


@pytest.mark.parametrize("seed", range(0, 60, 4))
def test_lines_pass_through_no_symbol_and_no_label(seed):
    family, placed = placed_at_random(seed)
    drawing = Drawing(family, placed, Options())
    closed = {}
    for place in placed.persons:
        for x in range(place.x - 2, place.x + 3):
            for y in range(place.y - 1, place.y + 2):
                closed[x, y] = place.id
        lines = len(drawing.labels[place.id])
        for x in range(place.x - place.width // 2, place.x + place.width // 2 + 1):
            for y in range(place.y + 2, place.y + 2 + lines):
                closed[x, y] = place.id
    assert drawing.paths
    assert closed
    for path in drawing.paths:
        own = {path.child, path.parent, *(placed.unions[path.union].partners if path.union >= 0 else ())}
        for (x0, y0), (x1, y1) in zip(path.points, path.points[1:], strict=False):
            for x in range(min(x0, x1), max(x0, x1) + 1):
                for y in range(min(y0, y1), max(y0, y1) + 1):
                    assert closed.get((x, y)) in {None, *own}, (path, closed[x, y])


def test_the_eldest_stands_left_and_who_has_no_date_keeps_their_place():
    persons = [
        {"id": "m", "name": "Mum"},
        {"id": "b", "name": "Bo", "born": "2012"},
        {"id": "c", "name": "Cy"},
        {"id": "a", "name": "Al", "born": "2008-05"},
        {"id": "d", "name": "Di", "born": "2015-02-03"},
    ]
    parentages = [{"child": one, "parents": ["m"]} for one in "bcad"]
    placed = lay_out(Family.model_validate({"id": "f", "title": "F", "persons": persons, "parentages": parentages}))
    assert [place.id for place in placed.rows[1]] == ["a", "c", "b", "d"]


def test_one_person_with_six_partners_keeps_two_beside_and_tells_of_the_others():
    persons = [{"id": "x", "name": "Ximena"}] + [{"id": f"p{at}", "name": f"Partner {at}"} for at in range(6)]
    unions = [{"partners": ["x", f"p{at}"], "since": str(2000 + at)} for at in range(6)]
    placed = lay_out(Family.model_validate({"id": "f", "title": "F", "persons": persons, "unions": unions}))
    order = [place.id for place in placed.rows[0]]
    assert order == ["p0", "p1", "p2", "p3", "p4", "x", "p5"], "earliest outermost, the present one nearest"
    assert len(placed.compromises) == 4
    assert "Ximena" in placed.compromises[0].why


def test_an_uncle_and_niece_are_drawn_and_the_compromise_is_told():
    persons = [{"id": one, "name": one.upper()} for one in ("g", "h", "uncle", "sis", "niece", "kid")]
    family = Family.model_validate(
        {
            "id": "f",
            "title": "F",
            "persons": persons,
            "unions": [{"partners": ["g", "h"]}, {"partners": ["uncle", "niece"]}],
            "parentages": [
                {"child": "uncle", "parents": ["g", "h"]},
                {"child": "sis", "parents": ["g", "h"]},
                {"child": "niece", "parents": ["sis"]},
                {"child": "kid", "parents": ["uncle", "niece"]},
            ],
        }
    )
    placed = lay_out(family)
    found = quality(placed)
    assert (found.overlaps, found.above) == (0, 0)
    assert found.split + len([c for c in placed.compromises if c.rule == "siblings on one row"]) == 1
    assert placed.compromises


def test_somebody_who_is_their_own_ancestor_is_refused_by_name():
    persons = ({"id": "a", "name": "Ann"}, {"id": "b", "name": "Bea"})
    links = ({"child": "a", "parents": ["b"]}, {"child": "b", "parents": ["a"]})
    with pytest.raises((FamilyCycleError, ValueError), match="Ann"):
        lay_out(Family.model_validate({"id": "f", "title": "F", "persons": persons, "parentages": links}))


def test_a_family_of_nobody_and_of_one():
    assert lay_out(Family(id="f", title="F")).persons == ()
    placed = lay_out(Family.model_validate({"id": "f", "title": "F", "persons": [{"id": "a", "name": ""}]}))
    assert [place.id for place in placed.persons] == ["a"]


def family_of(persons, parentages, unions=(), **more):
    people = [{"id": one, "name": one.title()} if isinstance(one, str) else one for one in persons]
    links = [{"child": child, "parents": parents, **rest} for child, parents, rest in parentages]
    whole = {"id": "f", "title": "F", "persons": people, "parentages": links, "unions": list(unions), **more}
    return Family.model_validate(whole)


def paths_of(family):
    return Drawing(family, lay_out(family), Options()).paths


STEPFATHER = (
    ["mo", "pat", "gus", {"id": "dana", "name": "Dana", "born": "1998"}, "cleo"],
    [("dana", ["pat", "mo"], {}), ("cleo", ["gus", "dana"], {})],
)


def test_partners_of_two_generations_are_joined_from_side_to_side_and_their_child_hangs_from_that_line():
    union = {"partners": ["gus", "dana"], "kind": "married", "since": "2019"}
    persons, links = STEPFATHER
    links = [*links, ("half", ["gus", "mo"], {})]
    family = family_of([*persons, "half"], links, [{"partners": ["gus", "mo"]}, union])
    paths = paths_of(family)
    sides = [path for path in paths if path.part == "rows side"]
    assert {path.parent for path in sides} == {"gus", "dana"}
    lower = next(path for path in sides if path.parent == "dana")
    drops = [path for path in paths if path.part == "child" and path.child == "cleo"]
    starts = {
        point
        for path in paths
        if path.union == drops[0].union and path.part in {"drop", "child"}
        for point in path.points
    }
    assert lower.points[1] in starts, "the child's line begins where the partners' line meets the lower of them"
    tops = [(place.x + dx, place.y - 1) for place in lay_out(family).persons for dx in range(-2, 3)]
    assert not any(path.points[-1] in tops for path in paths if path.part == "rows"), "it enters no symbol from above"


@pytest.mark.parametrize(
    "told",
    [
        family_of(*STEPFATHER, [{"partners": ["gus", "mo"]}]),
        family_of(["pat", "mo", "dana", "cleo"], [("dana", ["pat", "mo"], {}), ("cleo", ["pat", "dana"], {})]),
        family_of(
            ["pat", "mo", "dana", "sid", "cleo"],
            [("dana", ["pat", "mo"], {}), ("sid", ["pat", "mo"], {}), ("cleo", ["sid", "dana"], {})],
        ),
        family_of(
            ["gus", "mo", "dana", "cleo"], [("mo", ["gus"], {}), ("dana", ["mo"], {}), ("cleo", ["gus", "dana"], {})]
        ),
    ],
    ids=["stepfather", "father", "brother", "grandfather"],
)
def test_those_who_are_no_couple_have_nothing_between_them_and_each_a_line_to_the_child(told):
    placed = lay_out(told)
    number, union = next((at, one) for at, one in enumerate(placed.unions) if "cleo" in one.children)
    mine = [path for path in paths_of(told) if path.union == number]
    assert {path.part for path in mine}.isdisjoint({"couple", "rows", "rows side"})
    assert {path.parent for path in mine} - {""} == set(union.partners)
    assert [path.child for path in mine if path.child] == ["cleo"]
    assert not any("partners" in compromise.why for compromise in placed.compromises)


def test_twins_hang_from_one_point_of_the_line_to_all_siblings():
    kids = [
        {"id": one, "name": one, "born": born}
        for one, born in (("a", "2010"), ("b", "2012"), ("c", "2012"), ("d", "2015"))
    ]
    twins = {"twins": "t", "zygosity": "identical"}
    family = family_of(["m", "f", *kids], [(one, ["m", "f"], twins if one in "bc" else {}) for one in "abcd"])
    paths = paths_of(family)
    apex = {path.apex for path in paths if path.child in {"b", "c"}}
    assert len(apex) == 1
    bar = next(path for path in paths if path.part == "bar" and path.apex is None)
    ((x, y),) = apex
    assert y == bar.points[0][1]
    assert bar.points[0][0] <= x <= bar.points[1][0]
    assert all(path.apex is None for path in paths if path.child in {"a", "d"})


def test_a_single_parents_line_begins_at_the_symbol():
    family = family_of(["m", "a", "b"], [("a", ["m"], {}), ("b", ["m"], {})])
    place = lay_out(family).by_id["m"]
    side = next(path for path in paths_of(family) if path.parent == "m")
    assert side.points[0] == (place.x + 2, place.y)


def test_lines_of_several_kinds_of_parents_end_side_by_side():
    persons = ["a", "b", "c", "s", "d", "k"]
    links = [("k", ["a", "b"], {"kind": "adopted"})]
    links += [
        ("k", [one], {"kind": kind, "home": False})
        for one, kind in (("c", "guardianship"), ("s", "surrogate"), ("d", "donor"))
    ]
    ends = [path.points[-1] for path in paths_of(family_of(persons, links)) if path.child == "k"]
    assert len(ends) == 4
    assert len(set(ends)) == 4
