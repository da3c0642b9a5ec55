"""A unit meeting on the screen: families chosen with Space, the round, the choice, one family after the other."""

import pytest

from tests.tui.driving import named
from tests.whole import rows


async def _begin(pilot, wait, families):
    start = pilot.app.screen.query_one("#start OptionList")
    start.focus()
    start.highlighted = start.get_option_index("T1")
    await pilot.press("enter")
    await wait(pilot, lambda: bool(pilot.app.screen.query("FamilyChoice")))
    choice = pilot.app.screen.query_one("FamilyChoice")
    for family in families:
        choice.highlighted = choice.get_option_index(family)
        await pilot.press("space")
    await pilot.press("enter")
    await wait(pilot, lambda: named(pilot) == "SessionScreen" and pilot.app.screen.current is not None)


@pytest.mark.parametrize("size", rows((80, 24), (120, 40)))
async def test_three_families_are_spoken_of_and_two_chosen(demo, wait, size):
    async with demo(size) as pilot:
        await _begin(pilot, wait, ["V2", "V1", "V3"])
        meeting = pilot.app.screen.controller
        assert meeting.is_meeting
        assert meeting.families == ("V2", "V1", "V3")
        seen = []
        for _ in range(4):
            await pilot.press("f6")
            await pilot.pause()
            seen.append(meeting.editor.session.family_id)
        assert seen == ["V2", "V1", "V3", None]
        await wait(pilot, lambda: named(pilot) == "ChooseFamiliesScreen")
        await pilot.press("down", "space", "up", "space", "enter")
        await wait(pilot, lambda: named(pilot) == "SessionScreen")
        assert meeting.chosen == ("V1", "V2")
        await pilot.press("f6")
        await pilot.pause()
        assert meeting.editor.session.family_id == "V1"
        assert "Haile, family 1 of 2" in str(pilot.app.screen.query_one("TopLine #where").render())


async def test_a_note_in_the_round_stands_in_its_own_familys_part(demo, wait):
    async with demo() as pilot:
        await _begin(pilot, wait, ["V2", "V1"])
        meeting = pilot.app.screen.controller
        await pilot.press("f6", "f6")
        await wait(pilot, lambda: meeting.editor.session.family_id == "V1")
        await pilot.press(*"Seen on Monday", "enter")
        assert [str(entry.text) for entry in meeting.editor.session.entries] == ["Seen on Monday"]
        await pilot.press("f5")
        await wait(pilot, lambda: meeting.editor.session.family_id == "V2")
        assert meeting.editor.session.entries == ()
