"""Everything that is known of somebody, from the studio: each part opens as a form, and is refused beside its line.

What every field understands and what can be added is tested without a screen, in ``tests/workspace``.
"""

from supervision_tui.tui.dialogs.dialogs import ChooseScreen
from supervision_tui.tui.dialogs.form import FormScreen
from supervision_tui.tui.studio.person_details import PersonDetailsScreen


def listed(screen):
    options = screen.query_one("#rows")
    return [str(options.get_option_at_index(at).prompt) for at in range(options.option_count)]


async def test_a_part_is_changed_and_one_added_and_what_is_refused_is_told_beside_its_line(in_studio, wait):
    async with in_studio((80, 24), "V2") as pilot:
        app, studio = pilot.app, pilot.app.screen
        await wait(pilot, lambda: bool(studio.selected))
        await pilot.press("i")
        await wait(pilot, lambda: isinstance(app.screen, PersonDetailsScreen) and listed(app.screen))
        await pilot.press("enter")
        await wait(pilot, lambda: isinstance(app.screen, FormScreen))
        app.screen.query_one("#born").value = "when it rained"
        await pilot.press("ctrl+s")
        await wait(pilot, lambda: app.focused is not None and app.focused.id == "born")
        assert str(app.screen.query_one("#said").render()).strip()
        app.screen.query_one("#born").value = "2010-02"
        await pilot.press("ctrl+s")
        await wait(pilot, lambda: isinstance(app.screen, PersonDetailsScreen))
        assert "2010-02" in listed(app.screen)[0]
        await pilot.press("delete")
        await wait(pilot, lambda: "Delete in the drawing" in str(app.screen.query_one("#asked").render()))
        await pilot.press("n")
        await wait(pilot, lambda: isinstance(app.screen, ChooseScreen))
        await pilot.press("enter")
        await wait(pilot, lambda: isinstance(app.screen, FormScreen))
        await pilot.press("escape")
        await wait(pilot, lambda: isinstance(app.screen, PersonDetailsScreen))
        await pilot.press("escape")
        await wait(pilot, lambda: app.screen is studio)
