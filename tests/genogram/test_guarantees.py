"""What a person can rely on when a family is placed."""

import pytest

from benchmarks._quality import measure
from benchmarks._random_families import as_family
from supervision_tui.family import Family, load_family
from supervision_tui.genogram import Drawing, FamilyCycleError, Options, lay_out
from supervision_tui.resources import content_folder

SHIPPED = sorted((content_folder("templates") / "families").glob("*.yaml"))


def quality(placed):
    places = {p.id: (p.x, p.y, p.width, p.height, p.row, p.birth) for p in placed.persons}
    return measure(places, [(u.partners, u.children) for u in placed.unions])


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_the_invented_families_stand_without_a_fault(path):
    found = quality(lay_out(load_family(path)))
    assert (found.overlaps, found.above, found.apart, found.split, found.order) == (0, 0, 0, 0, 0)
    assert found.offset < 1.0


@pytest.mark.parametrize("seed", range(60))
def test_nobody_overlaps_and_children_stand_below_couples_beside(seed):
    placed = lay_out(as_family(seed))
    found = quality(placed)
    assert (found.overlaps, found.above, found.apart, found.split) == (0, 0, 0, 0)
    told = [one for one in placed.compromises if one.rule == "eldest sibling left"]
    assert found.order == len(told), "every sibling out of order is told"


@pytest.mark.parametrize("seed", range(0, 60, 4))
def test_lines_pass_through_no_symbol_and_no_label(seed):
    family = as_family(seed)
    placed = lay_out(family)
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
    for path in drawing.paths:
        own = {path.child, *placed.unions[path.union].partners} if path.union >= 0 else {path.child}
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
