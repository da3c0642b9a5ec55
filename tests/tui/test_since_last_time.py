"""The second session about a family opens with the last one: steps answered with a key, ideas, numbers, the drawing."""

import pytest

from supervision_tui.session.carry_over import outcomes_of
from supervision_tui.tui.navigation import screen
from tests.tui.driving import in_one_line, named

STEPS = ("See Robin at school", "Ring the midwife", "Ask Sue what she saw")


def hold_first(workspace, family="V2"):
    """A group supervision that agrees three steps, has an idea, and gives two numbers."""
    controller = workspace.begin(workspace.formats["T2"], family, workspace.me)
    editor, now = controller.editor, controller.now()
    whom = ",".join(editor.session.children)
    for stage in controller.template.stages:
        controller.go_to(stage.id, "", override=True)
        for slot in editor.slots():
            if slot.field.kind == "action":
                for what in STEPS:
                    editor.fill(slot, {"what": what, "owner": "Lee", "when": "in 2 weeks", "child": whom}, now)
            elif slot.field.kind == "hypothesis":
                editor.fill(slot, {"statement": "Perhaps the cooking calms everyone"}, now)
    controller.end_early()


@pytest.fixture
def second(demo, wait):
    async def opened(pilot, *, meeting=False):
        workspace = pilot.app.workspace
        hold_first(workspace)
        if meeting:
            controller = workspace.begin_meeting(workspace.formats["T1"], ["V2", "V1"], workspace.me)
            controller.choose(("V2", "V1"))
        else:
            controller = workspace.begin(workspace.formats["T2"], "V2", workspace.me)
        session = screen("session", controller)
        pilot.app.push_screen(session)
        await wait(pilot, lambda: named(pilot) in {"SinceLastTimeScreen", "SessionScreen"})
        return session

    return opened


def states(session):
    """What became of each step, in the order in which they were agreed."""
    found = outcomes_of(session.editor.session.entries)
    order = {str(carried.action.what): carried.action.id for carried in session.editor.session.carried}
    return [found[order[what]].state if order[what] in found else "" for what in STEPS]


async def test_it_opens_with_steps_and_ideas_and_each_step_is_answered_with_a_key_and_enter(demo, second, wait):
    async with demo((80, 24)) as pilot:
        session = await second(pilot)
        await wait(pilot, lambda: named(pilot) == "SinceLastTimeScreen")
        words = in_one_line(pilot.app)
        assert "Last time · Carter-Okafor" in words
        assert all(what in words for what in STEPS)
        assert "3 of 3 not told yet" in words
        assert "Perhaps the cooking calms everyone" in words
        await pilot.press("d", *"at the gate", "enter", "p", "enter")
        await wait(pilot, lambda: "1 of 3 not told yet" in in_one_line(pilot.app))
        await pilot.press("enter", "n", "enter")
        await wait(pilot, lambda: "all are told" in in_one_line(pilot.app))
        assert sorted(states(session)) == ["done", "not_needed", "part"]
        assert "at the gate" in in_one_line(pilot.app)
        await pilot.press("escape")
        await wait(pilot, lambda: named(pilot) == "SessionScreen")


async def test_esc_keeps_nothing_and_the_last_word_about_a_step_counts(demo, second, wait):
    async with demo((80, 24)) as pilot:
        session = await second(pilot)
        await pilot.press("d", "escape")
        await wait(pilot, lambda: named(pilot) == "SinceLastTimeScreen")
        assert states(session) == ["", "", ""]
        await pilot.press("o", "enter", "up", "d", "enter")
        await wait(pilot, lambda: sorted(states(session)) == ["", "", "done"])
        assert len(session.editor.session.entries) == 1


async def test_it_comes_once_and_a_key_leads_back_to_it(demo, second, wait):
    async with demo((80, 24)) as pilot:
        session = await second(pilot)
        await pilot.press("escape", "f6")
        await wait(pilot, lambda: pilot.app.screen is session)
        await pilot.press("f5")
        assert pilot.app.screen is session
        await pilot.press("escape", "s")
        await wait(pilot, lambda: named(pilot) == "SinceLastTimeScreen")
        await pilot.press("b")
        await wait(pilot, lambda: named(pilot) == "ComparisonScreen")


async def test_a_meeting_opens_the_part_of_a_family_with_its_last_time_and_that_of_a_new_one_without(
    demo, second, wait
):
    async with demo((80, 24)) as pilot:
        session = await second(pilot, meeting=True)
        assert pilot.app.screen is session
        session.controller.go_to("round", "V2")
        session.after_move()
        await wait(pilot, lambda: named(pilot) == "SinceLastTimeScreen")
        await pilot.press("escape")
        session.controller.go_to("round", "V1")
        session.after_move()
        await wait(pilot, lambda: pilot.app.screen is session)


async def test_a_first_session_about_a_family_begins_on_the_stage(in_session):
    async with in_session((80, 24)) as pilot:
        assert named(pilot) == "SessionScreen"
        await pilot.press("escape", "s")
        assert named(pilot) == "SessionScreen"


async def test_the_familys_page_opens_from_the_stage_and_leads_back_to_the_words(in_session, wait):
    async with in_session((80, 24)) as pilot:
        session = pilot.app.screen
        await pilot.press(*"half a thought", "escape", "v")
        await wait(pilot, lambda: named(pilot) == "FamilyPageScreen")
        await pilot.press("escape")
        await wait(pilot, lambda: pilot.app.screen is session)
        await pilot.press(*" more")
        await wait(pilot, lambda: pilot.app.focused.text == "half a thought more")
