"""Who is joined to whom, in the studio: a list under the drawing that names who it rests on, and asks."""

from supervision_tui.tui.studio.relational_panel import RelationalPanel


async def test_the_list_opens_by_its_key_and_selects_whom_it_is_about(in_studio, wait):
    async with in_studio((100, 30), "V1") as pilot:
        studio = pilot.app.screen
        await wait(pilot, lambda: bool(studio.selected))
        await pilot.press("r")
        panel = studio.query_one(RelationalPanel)
        await wait(pilot, lambda: panel.display and panel.has_focus)
        rows = [words for _, words in panel.rows()]
        assert any("Shown because" in words and words.endswith("?") for words in rows)
        about = panel._patterns()[0].who[0]
        await wait(pilot, lambda: studio.selected == about)
        await pilot.press("escape", "r")
        await wait(pilot, lambda: not panel.display)
