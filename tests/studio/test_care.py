"""What is handled with care, from the studio: a key, a short form, a list that says what it changes."""

from supervision_tui.tui.screens.dialogs.form import PartsScreen
from supervision_tui.tui.studio.sensitive_facts import SensitiveFactsScreen


def listed(screen):
    options = screen.query_one("#rows")
    return [str(options.get_option_at_index(at).prompt) for at in range(options.option_count)]


async def test_a_worry_of_harm_is_noted_changed_and_taken_back(in_studio, wait):
    async with in_studio((80, 24), "V2") as pilot:
        app, studio = pilot.app, pilot.app.screen
        await wait(pilot, lambda: bool(studio.selected))
        before = studio.editor.family
        await pilot.press("w", "w", *"coercive", "enter", *"Craig", "enter")
        await wait(pilot, lambda: isinstance(app.screen, PartsScreen))
        assert app.screen.query_one("#to").value == "Robin Bell", "whoever was selected"
        await pilot.press("ctrl+s")
        await wait(pilot, lambda: isinstance(app.screen, SensitiveFactsScreen) and len(listed(app.screen)) == 1)
        assert "We are worried that Craig Bell harms Robin Bell: coercive control" in listed(app.screen)[0]
        assert "each is met apart" in " ".join(str(app.screen.query_one("#who").render()).split())
        await pilot.press("enter", "end", *"xyz", "ctrl+s")
        await wait(pilot, lambda: "choose one of" in str(app.screen.query_one("#said").render()))
        await pilot.press("escape", "delete")
        await wait(pilot, lambda: isinstance(app.screen, SensitiveFactsScreen) and not listed(app.screen))
        await pilot.press("ctrl+z", "ctrl+z")
        assert studio.editor.family == before
        await pilot.press("escape")
        await wait(pilot, lambda: app.screen is studio)


async def test_what_must_not_be_told_is_marked_beside_whoever_it_is_about(in_studio, wait):
    async with in_studio((80, 24), "V2") as pilot:
        app, studio = pilot.app, pilot.app.screen
        await wait(pilot, lambda: bool(studio.selected))
        assert "with care" not in str(studio.query_one("#about_who").render())
        await pilot.press("w", "s", "enter", *"hurt in May", "ctrl+s")
        await wait(pilot, lambda: isinstance(app.screen, SensitiveFactsScreen) and len(listed(app.screen)) == 1)
        await pilot.press("h", *"Carter", "enter")
        await wait(pilot, lambda: len(listed(app.screen)) == 2)
        await pilot.press("p")
        await wait(pilot, lambda: isinstance(app.screen, PartsScreen))
        await pilot.press("backspace", "backspace", "backspace", "n", "o", "ctrl+s")
        await wait(pilot, lambda: isinstance(app.screen, SensitiveFactsScreen) and len(listed(app.screen)) == 3)
        await pilot.press("ctrl+r")
        await wait(pilot, lambda: app.room.on)
        shown = "\n".join(strip.text for strip in app.screen._compositor.render_strips())
        assert "hurt in May" not in shown, "no room sees it"
        await pilot.press("ctrl+r", "down", "enter")
        await pilot.press("escape")
        await wait(pilot, lambda: app.screen is studio)
        await wait(pilot, lambda: "with care" in str(studio.query_one("#about_who").render()))
        assert "hurt in May" not in str(studio.query_one("#about_who").render())
