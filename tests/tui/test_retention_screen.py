"""What should go, on screen: noted, kept with a reason, held, let go of."""

from supervision_tui.tui.screens.notebook.retention import RetentionScreen
from tests.tui.driving import in_one_line, named


async def ask(pilot, wait, words):
    await wait(pilot, lambda: named(pilot) == "AskScreen" and pilot.app.focused is not None)
    pilot.app.focused.value = words
    await pilot.press("enter")
    await wait(pilot, lambda: named(pilot) != "AskScreen")


async def choose(pilot, wait, *keys):
    await wait(pilot, lambda: named(pilot) == "ChooseScreen" and pilot.app.focused is not None)
    await pilot.press(*keys, "enter")


async def test_a_working_space_goes_only_when_a_person_says_so(demo, wait):
    async with demo((80, 24)) as pilot:
        app = pilot.app
        await pilot.press("n")
        await wait(pilot, lambda: named(pilot) == "NotebookScreen" and app.focused is not None)
        await pilot.press("g")
        await wait(pilot, lambda: named(pilot) == "RetentionScreen" and app.focused is not None)
        assert "Nothing has to go" in in_one_line(app)
        await pilot.press("i")
        await choose(pilot, wait)
        await ask(pilot, wait, "the fourth")
        await wait(pilot, lambda: "is not a day" in in_one_line(app))
        await pilot.press("enter", "i")
        await choose(pilot, wait)
        await ask(pilot, wait, "2026-01-05")
        await wait(pilot, lambda: "now working space" in in_one_line(app))
        family = app.screen.chosen.key[1]
        await pilot.press("h")
        await choose(pilot, wait)
        await ask(pilot, wait, "a complaint")
        await wait(pilot, lambda: f"everything about {family} (a complaint)" in in_one_line(app))
        app.screen.query_one("#going OptionList").focus()
        await pilot.press("enter")
        await choose(pilot, wait, "down")
        await wait(pilot, lambda: "nothing was deleted" in in_one_line(app))
        await pilot.press("enter", "u")
        await choose(pilot, wait)
        await ask(pilot, wait, "it was settled")
        await wait(pilot, lambda: "On hold" not in in_one_line(app) and isinstance(app.screen, RetentionScreen))
        await pilot.press("k")
        await choose(pilot, wait)
        await ask(pilot, wait, "they may come back")
        await wait(pilot, lambda: "they may come back" in in_one_line(app))
        assert app.screen.chosen.day > app.workspace.today()
        await pilot.press("d")
        await choose(pilot, wait)
        await pilot.pause()
        assert app.workspace.families.find(family) is not None
        await pilot.press("d")
        await choose(pilot, wait, "down")
        await wait(pilot, lambda: "deleted, with every earlier version" in in_one_line(app))
        assert app.workspace.families.find(family) is None


async def test_the_end_of_involvement_is_noted_where_the_family_stands(demo, wait):
    async with demo((80, 24)) as pilot:
        app = pilot.app
        await pilot.press("2")
        await wait(pilot, lambda: named(pilot) == "FamiliesScreen" and bool(app.screen.chosen))
        app.screen.query_one("#families OptionList").focus()
        family = app.screen.chosen
        await pilot.press("e")
        await ask(pilot, wait, "2026-01-05")
        await wait(pilot, lambda: "should go on 2 February 2026" in in_one_line(app))
        await pilot.press("enter", "e")
        await ask(pilot, wait, "-")
        await wait(pilot, lambda: "goes on" in in_one_line(app))
        assert app.workspace.involvements.of(family).ended is None
