"""The drawing under the mouse and the keys: click, pull, and back to the child."""

from supervision_tui.tui.widgets.genogram_view import GenogramView


async def _view(pilot, wait):
    await wait(pilot, lambda: bool(pilot.app.screen.query(GenogramView)) and pilot.app.focused is not None)
    return pilot.app.screen.query_one(GenogramView)


def _place(view, person):
    region = view.scene.regions[person]
    return (region.x - view.scroll_offset.x + 1, region.y - view.scroll_offset.y + 1)


async def test_a_click_selects_and_home_leads_back_to_the_child(in_studio, wait):
    async with in_studio((120, 40), family="V2") as pilot:
        view = await _view(pilot, wait)
        child = view.selected
        await pilot.click(GenogramView, offset=_place(view, "leanne"))
        await wait(pilot, lambda: view.selected == "leanne")
        await pilot.press("home")
        assert view.selected == child


async def test_the_drawing_is_pulled_with_the_mouse_and_nobody_else_is_selected_by_it(in_studio, wait):
    async with in_studio((80, 24), family="V2") as pilot:
        view = await _view(pilot, wait)
        await wait(pilot, lambda: view.max_scroll_x > 0)
        before, chosen = view.scroll_offset, view.selected
        start = (40, 8)
        await pilot.mouse_down(GenogramView, offset=start)
        for step in range(1, 6):
            await pilot.hover(GenogramView, offset=(start[0] + step * 2, start[1] + step))
        await pilot.mouse_up(GenogramView, offset=(start[0] + 10, start[1] + 5))
        await wait(pilot, lambda: view.scroll_offset != before)
        assert view.selected == chosen
        assert before.x - view.scroll_offset.x == min(10, before.x)
        await pilot.hover(GenogramView, offset=(10, 2))
        assert before.x - view.scroll_offset.x == min(10, before.x)
