"""The ecomap is drawn while people talk: one key, one line; all is kept, and all can be taken back."""

import pytest

from supervision_tui.family.edits.changes import Add
from supervision_tui.family.model.resources import Resource
from supervision_tui.genogram import Drawing, Options, lay_out, render_file, scene_of, to_text
from supervision_tui.tui.screens.families.family_panels import PANELS
from supervision_tui.tui.studio.ecomap import KINDS, AddWorker, EcomapScreen
from supervision_tui.tui.studio.screen import StudioScreen
from supervision_tui.workspace.editing import resource_edits
from tests.studio.telling import drawn_text, say


@pytest.fixture
def in_ecomap(in_list):
    """The ecomap of a family, from its genogram."""
    return in_list("o", EcomapScreen)


def linked(screen, name):
    return next(one for one in screen.editor.family.resources if one.name == name)


async def test_one_key_and_one_line_each_add_a_service_a_place_a_person_and_a_group(in_ecomap, wait):
    async with in_ecomap() as pilot:
        screen = pilot.app.screen
        for key, kind in {"s": "service", "l": "place", "p": "person", "g": "peer_group"}.items():
            await say(pilot, wait, key, f"Alpha {key} thin to")
            assert linked(screen, f"Alpha {key}").kind == kind
        await wait(pilot, lambda: all(f"Alpha {key}" in drawn_text(pilot) for key in "slpg"))
        pilot.app.workspace.writer.flush()
        assert pilot.app.workspace.families.get("V2") == screen.editor.family


@pytest.mark.parametrize(
    ("kind", "line", "resource"),
    [
        ("service", "Hill School strong both", ("school", "Hill School", "strong", "both", "")),
        ("service", "CAMHS thin to", ("health", "CAMHS", "tenuous", "to", "")),
        ("place", "Bus stop stressful (low after dark)", ("transport", "Bus stop", "stressful", "", "low after dark")),
        ("person", "Joan next door strong from", ("person", "Joan next door", "strong", "from", "")),
        ("service", "Our team stressful from", ("service", "Our team", "stressful", "from", "")),
        ("peer_group", "football team", ("peer_group", "football team", "ordinary", "", "")),
    ],
)
def test_a_line_says_name_strength_direction_and_safety(family_editor, kind, line, resource):
    mia = family_editor.add_first_person("Mia 9")
    resource_edits.add_link(family_editor, mia, line, kind)
    (added,) = family_editor.family.resources
    (link,) = added.links
    assert (added.kind, added.name, link.strength, link.direction, added.safety) == resource
    assert link.person == mia
    assert added.safety_level == ("low" if added.safety else "")


def test_we_ourselves_stand_on_the_drawing_and_our_changes_of_worker_count(family_editor, workspace):
    mia = family_editor.add_first_person("Mia 9")
    ours = resource_edits.add_link(family_editor, mia, f"{AddWorker.begins}stressful from", AddWorker.kind)
    resource_edits.add_worker_change(family_editor, ours, f"{workspace.today():%Y-%m}")
    drawing = Drawing(family_editor.family, lay_out(family_editor.family), Options(view="ecomap"))
    assert AddWorker.begins.strip() in to_text(scene_of(drawing))
    assert "Our team" in PANELS["who"][1](workspace, family_editor.family).plain


def test_a_change_of_worker_is_noted_once_and_stands_on_the_familys_page_and_a_wrong_date_changes_nothing(
    family_editor, workspace
):
    mia = family_editor.add_first_person("Mia 9")
    camhs = resource_edits.add_link(family_editor, mia, "CAMHS thin to", "service")
    month = f"{workspace.today():%Y-%m}"
    for _time in range(2):
        resource_edits.add_worker_change(family_editor, camhs, month)
    with pytest.raises(ValueError, match="sometime"):
        resource_edits.add_worker_change(family_editor, camhs, "sometime")
    assert [str(when) for when in family_editor.family.resources[0].workers_changed] == [month]
    page = PANELS["who"][1](workspace, family_editor.family).plain
    assert f"Workers changed once in a year: CAMHS {month}" in page


async def test_left_and_right_choose_for_whom_and_a_name_finds_them(in_ecomap, wait):
    async with in_ecomap() as pilot:
        screen = pilot.app.screen
        await say(pilot, wait, "/", "lea")
        assert screen.person == "leanne"
        await say(pilot, wait, "s", "midwife strong both")
        assert [(one.person, one.strength) for one in linked(screen, "midwife").links] == [("leanne", "strong")]
        await pilot.press("right")
        assert screen.person != "leanne"
        await pilot.press("left")
        assert screen.person == "leanne"
        assert "For Leanne" in str(screen.query_one("#who").render())


async def test_a_link_is_changed_taken_off_and_brought_back(in_ecomap, wait):
    async with in_ecomap() as pilot:
        screen = pilot.app.screen
        await say(pilot, wait, "s", "Hill School strong both")
        before = screen.editor.family
        await pilot.press("enter")
        await wait(pilot, lambda: screen.writing)
        assert screen.query_one("#line").value == "Hill School strong both"
        screen.query_one("#line").value = "Hill Academy stressful to"
        await pilot.press("enter")
        await wait(pilot, lambda: not screen.writing)
        assert linked(screen, "Hill Academy").links[0].strength == "stressful"
        await pilot.press("delete")
        assert "Hill Academy" not in [one.name for one in screen.editor.family.resources]
        await pilot.press("ctrl+z", "ctrl+z")
        assert screen.editor.family == before
        await pilot.press("ctrl+y")
        assert linked(screen, "Hill Academy")


def test_a_link_without_a_name_is_refused_and_changes_nothing(family_editor):
    mia = family_editor.add_first_person("Mia 9")
    before = family_editor.family
    with pytest.raises(ValueError, match="Say the name first"):
        resource_edits.add_link(family_editor, mia, "strong", "service")
    assert family_editor.family == before


async def test_it_leads_back_to_the_genogram_where_steps_are_still_taken_back(in_ecomap, wait):
    async with in_ecomap() as pilot:
        await say(pilot, wait, "s", "Hill School strong both")
        await pilot.press("escape")
        await wait(pilot, lambda: isinstance(pilot.app.screen, StudioScreen))
        await pilot.press("ctrl+z")
        assert "Hill School" not in [one.name for one in pilot.app.screen.editor.family.resources]


async def test_a_family_with_nothing_round_it_says_what_to_press(in_studio, wait):
    async with in_studio() as pilot:
        await say(pilot, wait, "n", "Robin Bell 12")
        await wait(pilot, lambda: pilot.app.screen.selected)
        await pilot.press("o")
        await wait(pilot, lambda: isinstance(pilot.app.screen, EcomapScreen))
        assert "Nothing is round the family yet" in str(pilot.app.screen.query_one("#no_rows").render())
        await pilot.press("ctrl+z")
        await wait(pilot, lambda: isinstance(pilot.app.screen, StudioScreen))


async def test_a_room_sees_nothing_of_the_ecomap(in_ecomap, wait):
    async with in_ecomap((120, 40)) as pilot:
        await wait(pilot, lambda: "Leanne" in pilot.app.export_screenshot())
        pilot.app.room.enter()
        await wait(pilot, lambda: "Leanne" not in pilot.app.export_screenshot())


def test_a_second_person_is_linked_with_what_is_there_already(family_editor):
    mia = family_editor.add_first_person("Mia 9")
    family_editor.add_parent(mia, "Kelly")
    school = resource_edits.add_link(family_editor, mia, "School strong", "service")
    assert resource_edits.add_link(family_editor, "kelly", "school thin to", "service") == school
    (resource,) = family_editor.family.resources
    assert [(one.person, one.strength) for one in resource.links] == [("mia", "strong"), ("kelly", "tenuous")]
    resource_edits.add_link(family_editor, mia, "School stressful", "service")
    assert len(family_editor.family.resources[0].links) == 2
    resource_edits.remove_link(family_editor, school, mia)
    assert [one.person for one in family_editor.family.resources[0].links] == ["kelly"]
    resource_edits.remove_link(family_editor, school, "kelly")
    assert family_editor.family.resources == ()


def test_what_else_is_known_of_a_link_stays_when_it_is_told_anew(family_editor):
    mia = family_editor.add_first_person("Mia 9")
    link = {"person": mia, "frequency": "weekly", "since": "2021"}
    known = Resource(id="gp", kind="health", name="GP", safety="ok", safety_level="high", links=(link,), importance=3)
    family_editor.apply(Add(known))
    resource_edits.change_link(family_editor, "gp", mia, "GP strong from (ok)")
    (resource,) = family_editor.family.resources
    assert (resource.importance, resource.safety_level) == (3, "high")
    assert (resource.links[0].frequency, resource.links[0].since.text) == ("weekly", "2021")
    assert resource.links[0].strength == "strong"


@pytest.mark.parametrize("kind", list(KINDS))
def test_every_kind_has_words_and_is_drawn_in_cells_and_on_paper(family_editor, kind):
    mia = family_editor.add_first_person("Mia 9")
    family_editor.apply(Add(Resource(id="one", kind=kind, name="Somewhere", links=({"person": mia},))))
    drawing = Drawing(family_editor.family, lay_out(family_editor.family), Options(view="ecomap"))
    assert "Somewhere" in to_text(scene_of(drawing))
    assert b"Somewhere" in render_file(drawing, ".dot")
