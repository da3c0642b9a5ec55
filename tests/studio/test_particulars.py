"""Everything that is known of somebody, from the studio."""

from supervision_tui.tui.screens.dialogs.dialogs import ChooseScreen
from supervision_tui.tui.screens.dialogs.form import PartsScreen
from supervision_tui.tui.studio.person_details import PersonDetailsScreen


def listed(screen):
    options = screen.query_one("#rows")
    return [str(options.get_option_at_index(at).prompt) for at in range(options.option_count)]


async def test_a_date_is_set_a_gender_chosen_a_step_parent_added_and_all_taken_back(in_studio, wait):
    async with in_studio((80, 24), "V2") as pilot:
        app, studio = pilot.app, pilot.app.screen
        await wait(pilot, lambda: bool(studio.selected))
        before = studio.editor.family
        await pilot.press("i", "enter")
        await wait(pilot, lambda: isinstance(app.screen, PartsScreen))
        app.screen.query_one("#born").value = "when it rained"
        await pilot.press("ctrl+s")
        await wait(pilot, lambda: app.focused is not None and app.focused.id == "born")
        assert str(app.screen.query_one("#said").render()).strip()
        app.screen.query_one("#born").value = "2010-02"
        app.screen.query_one("#gender").value = "fem"
        await pilot.press("ctrl+s")
        await wait(pilot, lambda: isinstance(app.screen, PersonDetailsScreen))
        assert "female, 2010-02" in listed(app.screen)[0]
        await pilot.press("n")
        await wait(pilot, lambda: isinstance(app.screen, ChooseScreen))
        await pilot.press(*["down"] * 5, "enter", *"Emeka", "enter")
        await wait(pilot, lambda: isinstance(app.screen, PartsScreen))
        app.screen.query_one("#kind").value = "step"
        app.screen.query_one("#home").value = "no"
        await pilot.press("ctrl+s")
        await wait(pilot, lambda: isinstance(app.screen, PersonDetailsScreen))
        assert any("Child of Emeka Okafor" in row and "step" in row for row in listed(app.screen))
        await pilot.press("delete")
        assert "Delete in the drawing" in str(app.screen.query_one("#asked").render())
        await pilot.press("ctrl+z", "ctrl+z")
        assert studio.editor.family == before
        await pilot.press("escape")
        await wait(pilot, lambda: app.screen is studio)
