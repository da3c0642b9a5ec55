"""The timeline is told while people talk: when and what in one line, then what it meant for the child."""

import pytest

from supervision_tui.family.edits.changes import EditError
from supervision_tui.genogram import Drawing, Options, lay_out, scene_of, to_text
from supervision_tui.genogram.notation.timeline import timeline_of
from supervision_tui.tui.studio.timeline import TimelineScreen
from supervision_tui.workspace.editing import event_edits
from tests.studio.telling import drawn_text, say


@pytest.fixture
def in_timeline(in_list):
    """The timeline of a family, from its genogram."""
    return in_list("l", TimelineScreen)


def listed(screen):
    options = screen.query_one("#rows")
    return [str(options.get_option_at_index(at).prompt) for at in range(options.option_count)]


@pytest.mark.parametrize("size", [(80, 24)])
async def test_an_event_is_added_in_one_line_and_stands_in_its_place(in_timeline, wait, size):
    async with in_timeline(size) as pilot:
        screen = pilot.app.screen
        await say(pilot, wait, "a", "about March 2017 moved to Nan")
        added = next(one for one in screen.editor.family.events if one.what == "moved to Nan")
        assert (added.date.text, added.who) == ("about March 2017", ("robin",))
        rows = listed(screen)
        at = next(number for number, row in enumerate(rows) if "moved to Nan" in row)
        assert "2016-05" in rows[at - 1]
        assert "2019-11" in rows[at + 1]
        assert screen.highlighted_id == added.id
        await wait(pilot, lambda: "moved to Nan" in drawn_text(pilot))
        await wait(pilot, lambda: listed(screen)[at].split()[0] == str(at + 1))


async def test_what_it_meant_for_the_child_stands_under_the_event(in_timeline, wait):
    async with in_timeline() as pilot:
        screen = pilot.app.screen
        await say(pilot, wait, "a", "2017 moved to Nan")
        await say(pilot, wait, "m", "lost the friends next door")
        row = next(row for row in listed(screen) if "moved to Nan" in row)
        assert "for the child: lost the friends next door" in row
        await pilot.press("m")
        await wait(pilot, lambda: screen.writing)
        assert "Robin" in str(screen.query_one("#asked").render())
        assert screen.query_one("#line").value == "lost the friends next door", "what was said stands there to change"


@pytest.fixture
def moved(family_editor):
    """A family of three, with an event on the timeline: its editor and the event's id."""
    mia = family_editor.add_first_person("Mia 9")
    family_editor.add_parent(mia, "Leanne")
    family_editor.add_parent(mia, "Dan")
    return family_editor, event_edits.add_event(family_editor, mia, "2017 moved to Nan")


def test_an_event_is_told_anew_given_its_people_and_taken_away(moved):
    family_editor, event_id = moved
    before = family_editor.family
    event_edits.restate_event(family_editor, event_id, "2018-05 moved to Sue")
    event_edits.set_people(family_editor, event_id, "leanne, dan")
    event = event_edits.event_of(family_editor, event_id)
    assert (event.date.text, event.what, event.who) == ("2018-05", "moved to Sue", ("leanne", "dan"))
    event_edits.remove_event(family_editor, event_id)
    assert event_id not in [event.id for event in family_editor.family.events]
    for _ in range(3):
        family_editor.undo()
    assert family_editor.family == before


def test_what_an_event_meant_is_said_and_an_empty_line_takes_it_away(moved):
    family_editor, event_id = moved
    event_edits.set_meaning(family_editor, event_id, "lost the friends next door")
    assert event_edits.event_of(family_editor, event_id).effect_on_child == "lost the friends next door"
    event_edits.set_meaning(family_editor, event_id, "")
    assert event_edits.event_of(family_editor, event_id).effect_on_child == ""
    family_editor.undo()
    assert event_edits.event_of(family_editor, event_id).effect_on_child == "lost the friends next door"


@pytest.mark.parametrize(
    ("edit", "line", "why"),
    [
        (event_edits.add_event, "2019-13 moved", "not a date that can be read"),
        (event_edits.add_event, "", "say what happened"),
        (event_edits.restate_event, "2019-13 moved", "not a date that can be read"),
        (event_edits.set_people, "Nobody", "nobody's name"),
    ],
)
def test_what_is_not_understood_is_refused_with_the_reason_and_changes_nothing(moved, edit, line, why):
    family_editor, event_id = moved
    before = family_editor.family
    with pytest.raises(ValueError, match=why):
        edit(family_editor, "mia" if edit is event_edits.add_event else event_id, line)
    assert family_editor.family == before


async def test_a_family_to_which_nothing_happened_yet_says_what_to_press(in_studio, wait):
    async with in_studio() as pilot:
        await say(pilot, wait, "n", "Robin Bell 12")
        await wait(pilot, lambda: pilot.app.screen.selected)
        await pilot.press("l")
        await wait(pilot, lambda: isinstance(pilot.app.screen, TimelineScreen))
        assert "Press a and say it in one line" in str(pilot.app.screen.query_one("#no_rows").render())


async def test_who_goes_in_and_out_faster_than_it_is_drawn_loses_nothing(in_studio, wait):
    async with in_studio((80, 24), "V5") as pilot:
        await wait(pilot, lambda: bool(pilot.app.screen.selected))
        studio = pilot.app.screen
        for key in "olol":
            await pilot.press(key)
            await wait(pilot, lambda: pilot.app.screen is not studio)
            await pilot.press("escape")
            await wait(pilot, lambda: pilot.app.screen is studio)
        await pilot.press("escape")
        await wait(pilot, lambda: pilot.app.screen is not studio)


async def test_a_room_sees_nothing_of_the_timeline(in_timeline, wait):
    async with in_timeline((120, 40)) as pilot:
        await wait(pilot, lambda: "Leanne" in pilot.app.export_screenshot())
        pilot.app.room.enter()
        await wait(pilot, lambda: "Leanne" not in pilot.app.export_screenshot())


def test_rough_dates_have_their_place_and_events_without_one_come_last(family_editor):
    mia = family_editor.add_first_person("Mia 2010")
    for line in ("moved again", "since 2020 sees Dad", "before 2015 lived in Leeds", "summer 2018 came into care"):
        event_edits.add_event(family_editor, mia, line)
    whats = [str(one.what) for one in event_edits.chronological(family_editor.family)]
    assert whats == ["lived in Leeds", "came into care", "sees Dad", "moved again"]
    drawing = Drawing(family_editor.family, lay_out(family_editor.family), Options(view="timeline"))
    time = timeline_of(drawing)
    assert [str(one.event.what) for one in time.moments] == whats[:3]
    assert time.first == 2010
    assert "3  since 2020: sees Dad" in to_text(scene_of(drawing))


def test_the_lane_of_an_unborn_child_begins_when_it_is_due(family_editor):
    family_editor.add_first_person("Mia b 2010-02")
    family_editor.add_parent("mia", "Kelly")
    baby = family_editor.add_child("kelly", "Baby due 2030-12")
    event_edits.add_event(family_editor, "kelly", "2020 moved")
    event_edits.set_people(family_editor, family_editor.family.events[0].id, "Kelly, Baby")
    scene = scene_of(Drawing(family_editor.family, lay_out(family_editor.family), Options(view="timeline")))
    lane = "".join(run.text for run in scene.rows[scene.regions[baby].y])
    assert "─" not in lane


def test_a_name_that_two_people_have_is_asked_for_in_full(family_editor):
    mia = family_editor.add_first_person("Mia Harper 9")
    family_editor.add_parent(mia, "Mia Harper")
    event = event_edits.add_event(family_editor, mia, "2020 moved")
    with pytest.raises(EditError, match="several people"):
        event_edits.set_people(family_editor, event, "Mia Harper")
