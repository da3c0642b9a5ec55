"""What should go, on screen: noted, kept with a reason, held, let go of."""

from datetime import date

from supervision_tui.tui.dialogs.dialogs import AskDayScreen, AskScreen
from supervision_tui.tui.screens.notebook.retention import RetentionScreen
from tests.tui.driving import in_one_line, named


async def ask(pilot, wait, words):
    await wait(pilot, lambda: isinstance(pilot.app.screen, AskScreen) and pilot.app.focused is not None)
    pilot.app.focused.value = words
    await pilot.press("enter")
    await wait(pilot, lambda: not isinstance(pilot.app.screen, AskScreen))


async def day_beside(pilot, wait, words, understood):
    """Type *words* where a day is asked for, and wait for what stands beside the field."""
    await wait(pilot, lambda: isinstance(pilot.app.screen, AskDayScreen) and pilot.app.focused is not None)
    pilot.app.focused.value = words
    await wait(pilot, lambda: understood in in_one_line(pilot.app))


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
        await day_beside(pilot, wait, "soon", "Not a day")
        await pilot.press("enter")
        await day_beside(pilot, wait, "Monday 5 January 2026", "Monday 5 January 2026, which is past")
        await pilot.press("enter")
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
        await day_beside(pilot, wait, "5/1/2026", "Monday 5 January 2026")
        await pilot.press("enter")
        await wait(pilot, lambda: "should go on 2 February 2026" in in_one_line(app))
        await pilot.press("enter", "e")
        await ask(pilot, wait, "-")
        await wait(pilot, lambda: "goes on" in in_one_line(app))
        assert app.workspace.involvements.of(family).ended is None


async def test_a_day_that_can_be_two_is_asked_about_and_a_dash_goes_on(demo, wait):
    answers = []
    async with demo((80, 24)) as pilot:
        await pilot.app.push_screen(AskDayScreen("When did it end?", date(2026, 11, 28)), answers.append)
        await day_beside(pilot, wait, "Friday or Monday", "Which day: 1 Friday 4 December 2026")
        await pilot.press("enter")
        await day_beside(pilot, wait, "last Friday", "Friday 27 November 2026")
        await pilot.press("enter")
        await wait(pilot, lambda: answers == ["2026-11-27"])
        await pilot.app.push_screen(AskDayScreen("When did it end?", date(2026, 11, 28)), answers.append)
        await day_beside(pilot, wait, "-", "It goes on.")
        await pilot.press("enter")
        await wait(pilot, lambda: answers == ["2026-11-27", "-"])
