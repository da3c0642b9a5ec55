"""The line of keys: whole words only, Help always at its end, as many as the window has room for."""

from itertools import pairwise

from supervision_tui.tui.screens.families.families import FamiliesScreen
from supervision_tui.tui.widgets.keys import DANGER, Keys
from supervision_tui.tui.widgets.stage_list import StageList
from tests.tui.textual_internals import painted


def line(pilot):
    return pilot.app.screen.query_one(Keys).line


async def test_the_keys_that_fit_are_told_whole_and_help_stands_at_the_end(demo, wait):
    async with demo((60, 24)) as pilot:
        await pilot.press("2")
        await wait(pilot, lambda: isinstance(pilot.app.screen, FamiliesScreen) and len(line(pilot)) > 2)
        for width, more in ((60, False), (160, True), (40, False)):
            await pilot.resize_terminal(width, 24)
            await wait(pilot, lambda width=width: line(pilot)[-1].end == width - 1)
            assert any(one.words == "Records" for one in line(pilot)) == more
            assert line(pilot)[-1].words == "help"
            assert all(before.end < after.start for before, after in pairwise(line(pilot)))


async def test_a_click_on_a_key_is_the_key_and_the_mouse_tells_what_it_does(demo, wait):
    async with demo((120, 40)) as pilot:
        families = next(one for one in line(pilot) if one.words == "Families")
        await pilot.hover(Keys, offset=(families.start, 0))
        await wait(pilot, lambda: pilot.app.screen.query_one(Keys).tooltip == families.about)
        await pilot.click(Keys, offset=(families.start, 0))
        await wait(pilot, lambda: isinstance(pilot.app.screen, FamiliesScreen))


async def test_whom_to_turn_to_in_danger_stands_whatever_else_can_be_pressed_and_no_key_for_rows_that_are_not_there(
    in_session, wait
):
    async with in_session((80, 24)) as pilot:
        await pilot.press("up")
        await wait(pilot, lambda: any(offer.words == "Take back" for offer in line(pilot)))
        assert painted(pilot.app).splitlines()[-1].rstrip().endswith(DANGER)
        stage_list = pilot.app.screen.query_one(StageList)
        stage_list.read(["nothing to change here"])
        pilot.app.screen.refresh_bindings()
        await wait(pilot, lambda: not any(offer.words == "Take back" for offer in line(pilot)))
        assert painted(pilot.app).splitlines()[-1].rstrip().endswith(DANGER)
