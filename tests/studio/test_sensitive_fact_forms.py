"""What is handled with care, from the studio: a key, a short form, a list that says what it changes.

What each mark says, refuses and takes back is tested without a screen, in ``tests/workspace``.
"""

from supervision_tui.tui.dialogs.form import FormScreen
from supervision_tui.tui.studio.sensitive_facts import SensitiveFactsScreen
from tests.tui.textual_internals import painted


def listed(screen):
    options = screen.query_one("#rows")
    return [str(options.get_option_at_index(at).prompt) for at in range(options.option_count)]


async def form_opens(pilot, wait, key):
    """Press *key* in the list, and wait for its form."""
    await pilot.press(key)
    await wait(pilot, lambda: isinstance(pilot.app.screen, FormScreen))
    return pilot.app.screen


async def list_opens(pilot, wait):
    """Press w in the drawing, and wait for the list."""
    await wait(pilot, lambda: bool(pilot.app.screen.selected))
    await pilot.press("w")
    await wait(pilot, lambda: isinstance(pilot.app.screen, SensitiveFactsScreen))


async def test_a_worry_of_harm_is_noted_in_a_form_and_the_list_says_what_it_changes(in_studio, wait):
    async with in_studio((80, 24), "V2") as pilot:
        app, studio = pilot.app, pilot.app.screen
        await list_opens(pilot, wait)
        form = await form_opens(pilot, wait, "w")
        assert form.query_one("#to").value == "Robin Bell", "who was selected"
        form.query_one("#kind").value, form.query_one("#by").value = "xyz", "Craig"
        await pilot.press("ctrl+s")
        await wait(pilot, lambda: "choose one of" in str(form.query_one("#said").render()))
        form.query_one("#kind").value = "coercive"
        await pilot.press("ctrl+s")
        await wait(pilot, lambda: isinstance(app.screen, SensitiveFactsScreen) and len(listed(app.screen)) == 1)
        assert "We are worried that Craig Bell harms Robin Bell: coercive control" in listed(app.screen)[0]
        assert "each is met apart" in " ".join(str(app.screen.query_one("#who").render()).split())
        await pilot.press("delete")
        await wait(pilot, lambda: not listed(app.screen))
        await pilot.press("ctrl+z")
        await wait(pilot, lambda: len(listed(app.screen)) == 1)
        await pilot.press("escape")
        await wait(pilot, lambda: app.screen is studio)


async def test_what_must_not_be_told_is_marked_beside_whoever_it_is_about(in_studio, wait):
    async with in_studio((80, 24), "V2") as pilot:
        app, studio = pilot.app, pilot.app.screen
        assert "with care" not in str(studio.query_one("#about_who").render())
        await list_opens(pilot, wait)
        (await form_opens(pilot, wait, "s")).query_one("#fact").value = "hurt in May"
        await pilot.press("ctrl+s")
        await wait(pilot, lambda: isinstance(app.screen, SensitiveFactsScreen) and len(listed(app.screen)) == 1)
        await pilot.press("ctrl+r")
        await wait(pilot, lambda: app.room.on)
        shown = painted(app)
        assert "hurt in May" not in shown, "no room sees it"
        app.room.leave()
        await pilot.press("escape")
        await wait(pilot, lambda: app.screen is studio)
        await wait(pilot, lambda: "with care" in str(studio.query_one("#about_who").render()))
        assert "hurt in May" not in str(studio.query_one("#about_who").render())
