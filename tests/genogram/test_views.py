"""The world round a family, its time, and what single views show."""

from itertools import pairwise

import pytest

from supervision_tui.family import Family
from supervision_tui.genogram import Drawing, Options, describe, lay_out, render_file, to_text
from supervision_tui.genogram.notation.ecomap import links
from supervision_tui.genogram.notation.timeline import timeline_of
from supervision_tui.genogram.terminal.ecomap_painter import ecomap_scene
from supervision_tui.genogram.terminal.timeline_painter import timeline_scene
from supervision_tui.resources import content_folder
from tests.shipped import load_family, placed

FAMILIES = [path.stem for path in sorted((content_folder("templates") / "families").glob("*.yaml"))]


def drawing(name="thorne-lacey", **options):
    family = load_family(content_folder("templates") / "families" / f"{name}.yaml")
    return Drawing(family, placed(family), Options(**options))


def test_the_ecomap_names_every_resource_and_how_the_link_is():
    told = drawing(view="ecomap")
    text = to_text(ecomap_scene(told))
    for one in links(told):
        assert all(word in text for word in one.resource.name.split())
    train = next(line for line in text.splitlines() if "7.12 train" in line)
    assert "/\\/\\" in train, "stressful is a zigzag"
    assert "low after 9 pm" in text


@pytest.mark.parametrize("name", FAMILIES)
def test_no_line_of_the_ecomap_runs_through_a_name(name):
    told = drawing(name, view="ecomap")
    for plain in (False, True):
        scene = ecomap_scene(told, ascii_only=plain)
        for row in scene.rows:
            for before, run in pairwise(row):
                if run.role == "name":
                    assert before.role != "tie", "a line ends at the ring, not at a name"
        assert not plain or to_text(scene).isascii()
    assert to_text(ecomap_scene(told)).count("╭") >= 1


def test_the_timeline_is_in_order_and_tells_ages():
    told = drawing(view="timeline")
    days = [moment.day for moment in timeline_of(told).moments]
    assert days == sorted(days)
    assert "came into care at 15 (Callum, 15)" in to_text(timeline_scene(told))


@pytest.mark.parametrize("ascii_only", [False, True])
def test_a_family_without_resources_or_events_is_an_empty_sheet(ascii_only):
    family = Family.model_validate({"id": "f", "title": "F", "as_of": "2026", "persons": [{"id": "a", "name": "Al"}]})
    for view in ("ecomap", "timeline"):
        told = Drawing(family, placed(family), Options(view=view))
        assert render_file(told, ".txt", ascii_only=ascii_only)
        assert render_file(told, ".svg")


def test_twins_hang_from_one_point_and_are_told():
    persons = [{"id": "m", "name": "Mum"}] + [{"id": one, "name": one.upper(), "born": "2015-03"} for one in "ab"]
    links_ = [{"child": one, "parents": ["m"], "twins": "t", "zygosity": "identical"} for one in "ab"]
    family = Family.model_validate({"id": "f", "title": "F", "as_of": "2026", "persons": persons, "parentages": links_})
    told = Drawing(family, placed(family), Options())
    path = next(path for path in told.paths if path.child == "a")
    assert told.twins(path) == ["a", "b"]
    assert "Born together with B, identical." in describe(told)
    assert render_file(told, ".svg")


def test_the_legend_lists_only_what_is_used():
    told = render_file(drawing("haile"), ".svg").decode()
    assert "not yet born" in told
    assert "divorced" not in told
    assert "divorced" in render_file(drawing("carter-okafor"), ".svg").decode()


def test_losses_are_small_and_each_kind_differs_by_profile():
    kinds = ("miscarriage", "termination", "stillbirth", "ectopic")
    persons = [{"id": "m", "name": "Mum"}] + [{"id": one, "name": "", "kind": "loss", "loss": one} for one in kinds]
    links_ = [{"child": one, "parents": ["m"]} for one in kinds]
    family = Family.model_validate({"id": "f", "title": "F", "as_of": "2026", "persons": persons, "parentages": links_})
    placed = lay_out(family)
    drawings = {
        profile: render_file(Drawing(family, placed, Options(profile=profile)), ".svg").decode()
        for profile in ("mcgoldrick", "nsgc")
    }
    assert ">SAB<" in drawings["nsgc"]
    assert ">SAB<" not in drawings["mcgoldrick"]


def test_a_doubt_that_is_kept_from_the_child_is_drawn_on_asking_only():
    assert ">?<" not in render_file(drawing("haile"), ".svg").decode()
    assert ">?<" in render_file(drawing("haile", hidden=True), ".svg").decode()


@pytest.mark.parametrize(
    ("view", "told"),
    [("family", "FC  foster care"), ("household", "A  Baptiste foster home"), ("health", "N  neurodiv")],
)
def test_marks_beside_symbols_are_explained_below(view, told):
    text = render_file(drawing(view=view), ".txt").decode()
    assert told in text or told.replace("FC  foster care", "CO  care order") in text


def test_in_the_words_of_a_drawing_an_adoptive_parent_is_one_and_a_parent_by_birth_is_not_called_so():
    family = Family.model_validate(
        {
            "id": "T",
            "title": "T",
            "persons": [{"id": name, "name": name.title()} for name in ("ana", "bo", "ade", "mo")],
            "parentages": [
                {"child": "ana", "parents": ["ade"], "kind": "adopted"},
                {"child": "ana", "parents": ["mo"], "home": False},
                {"child": "bo", "parents": ["ade"]},
            ],
        }
    )
    told = describe(Drawing(family, placed(family), Options()))
    assert "Adoptive parent of Ana. Parent of Bo." in told
    assert "Mo." in told
    assert "Adoptive parent of Ana" not in told.partition("Mo.")[2].partition("\n")[0]
