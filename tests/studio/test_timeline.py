"""The timeline is told while people talk: when and what in one line, then what it meant for the child."""

from contextlib import asynccontextmanager

import pytest

from supervision_tui.family.edits.changes import EditError
from supervision_tui.genogram import Drawing, Options, lay_out, scene_of, to_text
from supervision_tui.genogram.notation.timeline import timeline_of
from supervision_tui.tui.studio.screen import StudioScreen
from supervision_tui.tui.studio.timeline import TimelineScreen
from supervision_tui.tui.widgets.genogram_view import GenogramView
from supervision_tui.workspace.editing import event_edits
from tests.studio.telling import say


@pytest.fixture
def in_timeline(in_studio, wait):
    """The timeline of a family, from its genogram."""

    @asynccontextmanager
    async def opened(size=(80, 24), family="V2"):
        async with in_studio(size, family) as pilot:
            await wait(pilot, lambda: bool(pilot.app.screen.selected))
            pilot.app.screen.selected = "robin"
            await pilot.press("l")
            await wait(pilot, lambda: isinstance(pilot.app.screen, TimelineScreen) and drawn_text(pilot))
            yield pilot

    return opened


def drawn_text(pilot):
    views = pilot.app.screen.query(GenogramView)
    return to_text(views.first()._scene) if views else ""


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
        told = next(row for row in listed(screen) if "moved to Nan" in row)
        assert "for the child: lost the friends next door" in told
        await pilot.press("m")
        await wait(pilot, lambda: screen.writing)
        assert "Robin" in str(screen.query_one("#asked").render())
        screen.query_one("#line").value = ""
        await pilot.press("enter")
        await wait(pilot, lambda: not screen.writing)
        assert not any("friends next door" in row for row in listed(screen))
        await pilot.press("ctrl+z")
        assert any("friends next door" in row for row in listed(screen))


async def test_an_event_is_told_anew_given_its_people_and_taken_away(in_timeline, wait):
    async with in_timeline() as pilot:
        screen = pilot.app.screen
        await say(pilot, wait, "a", "2017 moved to Nan")
        event = screen.highlighted_id
        before = screen.editor.family
        for key, words in (("enter", "2018-05 moved to Sue"), ("w", "leanne, maisie")):
            await pilot.press(key)
            await wait(pilot, lambda: screen.writing)
            screen.query_one("#line").value = words
            await pilot.press("enter")
            await wait(pilot, lambda: not screen.writing)
        told = event_edits.event_of(screen.editor, event)
        assert (told.date.text, told.what, told.who) == ("2018-05", "moved to Sue", ("leanne", "maisie"))
        await pilot.press("delete")
        assert event not in [one.id for one in screen.editor.family.events]
        await pilot.press("ctrl+z", "ctrl+z", "ctrl+z")
        assert screen.editor.family == before
        await pilot.press("escape")
        await wait(pilot, lambda: isinstance(pilot.app.screen, StudioScreen))


@pytest.mark.parametrize(
    ("key", "line", "why"),
    [
        ("a", "2019-13 moved", "not a date that can be read"),
        ("a", "", "say what happened"),
        ("w", "Nobody", "nobody's name"),
    ],
)
async def test_what_is_not_understood_is_told_and_stays_in_the_line(in_timeline, wait, key, line, why):
    async with in_timeline() as pilot:
        screen = pilot.app.screen
        before = screen.editor.family
        await pilot.press(key)
        await wait(pilot, lambda: screen.writing)
        screen.query_one("#line").value = line
        await pilot.press("enter")
        await wait(pilot, lambda: why in str(screen.query_one("#asked").render()))
        assert screen.query_one("#line").value == line
        assert screen.editor.family == before


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
        await pilot.app.workers.wait_for_complete()


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
