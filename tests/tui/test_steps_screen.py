"""Steps have keys on the page of their family: a new one, done, part, a new day, taken back."""

from textual.widgets import OptionList, Static

from supervision_tui.tui.navigation import screen
from supervision_tui.workspace.reports import open_steps


def steps_of(app, family="V2"):
    workspace = app.workspace
    threads = workspace.sessions.threads()
    return [step for step in open_steps(threads) if step.summary.family_id == family]


def form(app):
    """Whether a form is in front and its lines take letters."""
    return type(app.screen).__name__ == "FormScreen" and app.focused is not None


async def open_new_step(pilot, wait):
    """The form for a new step, from a family's page."""
    pilot.app.push_screen(screen("family page", "V2"))
    await wait(pilot, lambda: pilot.app.screen.query("#page_left"))
    await pilot.press("n", "4")
    await wait(pilot, lambda: form(pilot.app))


async def test_a_step_is_added_on_the_page_of_its_child_is_done_in_its_list_and_both_are_taken_back(demo, wait):
    async with demo((100, 36)) as pilot:
        app = pilot.app
        await open_new_step(pilot, wait)
        await pilot.press(*"Ring the nurse", "enter", *"in 2 weeks", "enter")
        await wait(pilot, lambda: steps_of(app) != [])
        (step,) = steps_of(app)
        assert (step.what, step.action.owner, step.action.child) == ("Ring the nurse", "Amina", "robin")
        said = "Kept. Amina: Ring the nurse, by "
        await wait(pilot, lambda: said in str(app.screen.query_one("#page_said", Static).render()))
        await pilot.press("s")
        await wait(pilot, lambda: app.screen.query("#open_steps"))
        lines = app.screen.query_one("#open_steps", OptionList)
        assert str(lines.get_option_at_index(0).prompt).endswith("· Amina: Ring the nurse")
        await pilot.press("p")
        await wait(pilot, lambda: form(app))
        await pilot.press(*"no answer", "enter")
        noted = app.workspace.step_log
        await wait(pilot, lambda: [change.state for change in noted.changes("V2")] == ["open", "part"])
        await pilot.press("enter")
        await wait(pilot, lambda: type(app.screen).__name__ == "NoticeScreen")
        await pilot.press("escape")
        await wait(pilot, lambda: app.screen.query("#open_steps"))
        await pilot.press("ctrl+z")
        await wait(pilot, lambda: [change.state for change in noted.changes("V2")] == ["open"])
        await pilot.press("escape")
        await wait(pilot, lambda: app.screen.query("#page_left"))
        await pilot.press("ctrl+z")
        await wait(pilot, lambda: steps_of(app) == [])


async def test_a_step_on_the_page_needs_a_day_or_the_words_no_day(demo, wait):
    async with demo((100, 36)) as pilot:
        app = pilot.app
        await open_new_step(pilot, wait)
        await pilot.press(*"Ring the nurse", "enter", *"soon", "enter")
        await wait(pilot, lambda: "Which day is meant?" in str(app.screen.query_one("#said", Static).render()))
        assert steps_of(app) == []
        await pilot.press(*["backspace"] * 4, *"no day", "enter")
        await wait(pilot, lambda: [step.due for step in steps_of(app)] == [None])
