"""Today: what waits is there, late first, and each line leads to its thing."""

from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta

import pytest

from supervision_tui.people import Agreement, CompletedSupervision, Practitioner, Roster
from supervision_tui.practice import Destination
from supervision_tui.session import Action, Entry, Hypothesis, SessionStatus
from tests.tui.driving import named
from tests.tui.textual_internals import notices

AGO = timedelta(days=70)


def leave_a_session(workspace, family="V2", ago=AGO, late=6):
    """A closed session of some time ago with *late* steps past their date, one in time, and an idea."""
    then, today = datetime.now(UTC) - ago, workspace.today()
    session = workspace.begin(workspace.formats["T2"], family, workspace.me).editor.session
    steps = [
        Action(id=f"a.{n}", stage=session.stage, what=f"step {n}", owner="Lee", due=today - timedelta(days=n), at=then)
        for n in range(1, late + 1)
    ]
    steps.append(
        Action(id="a.99", stage=session.stage, what="not yet", owner="Jo", due=today + timedelta(days=9), at=then)
    )
    idea = Hypothesis(id="a.50", stage=session.stage, statement="Perhaps the cooking is a message.", at=then)
    closed = {
        "status": SessionStatus.CLOSED, "started": then, "ended": then, "actions": tuple(steps), "hypotheses": (idea,),
    }  # fmt: skip
    workspace.sessions.put(session.model_copy(update=closed), session.id)


def listed(app, which="#waiting"):
    """The lines of what waits, or of the steps."""
    options = app.screen.query_one(f"{which} OptionList")
    return [str(options.get_option_at_index(at).prompt) for at in range(options.option_count)]


def line(app, words, which="#waiting"):
    """The number of the waiting line that holds *words*."""
    return next((at for at, text in enumerate(listed(app, which)) if words in text), None)


@pytest.fixture
def today(demo, wait):
    @asynccontextmanager
    async def opened(prepare, size=(120, 40)):
        async with demo(size) as pilot:
            prepare(pilot.app.workspace)
            pilot.app.screen.fill()
            yield pilot

    return opened


async def at(pilot, wait, words, which="#waiting"):
    await wait(pilot, lambda: line(pilot.app, words, which) is not None)
    options = pilot.app.screen.query_one(f"{which} OptionList")
    options.focus()
    options.highlighted = line(pilot.app, words, which)
    await wait(pilot, lambda: options.has_focus)


async def go(pilot, wait, words, which="#waiting"):
    await at(pilot, wait, words, which)
    await pilot.press("enter")


async def test_in_a_narrow_window_late_steps_come_first_and_the_rest_is_one_line(today, wait):
    async with today(lambda workspace: leave_a_session(workspace, late=12), (80, 24)) as pilot:
        await wait(pilot, lambda: line(pilot.app, "12 days late") is not None)
        assert len(listed(pilot.app)) <= 10
        assert line(pilot.app, "step 1 ") is None
        await go(pilot, wait, "more steps")
        await wait(pilot, lambda: named(pilot) == "OpenStepsScreen")
        assert pilot.app.screen.query_one("OptionList").option_count == 13


async def test_a_step_is_done_or_moved_from_today_and_the_cursor_stays(today, wait):
    async with today(leave_a_session) as pilot:
        await at(pilot, wait, "step 6", "#steps")
        await pilot.press("d")
        await wait(pilot, lambda: named(pilot) == "FormScreen")
        assert "Done: step 6 (Lee)" in str(pilot.app.screen.query_one(".sheet").border_title)
        await pilot.press("enter")
        await wait(pilot, lambda: named(pilot) == "TodayScreen" and line(pilot.app, "step 6", "#steps") is None)
        await pilot.press("ctrl+z")
        await wait(pilot, lambda: line(pilot.app, "step 6", "#steps") is not None)
        assert "Taken back: step 6: done. The step is as it was before." in notices(pilot.app)
        await at(pilot, wait, "step 5", "#steps")
        await pilot.press("p")
        await wait(pilot, lambda: named(pilot) == "FormScreen")
        await pilot.press(*"no answer yet", "enter")
        await wait(pilot, lambda: line(pilot.app, "done in part: no answer yet", "#steps") is not None)
        assert "step 5: done in part. Ctrl+Z takes it back." in notices(pilot.app)
        await at(pilot, wait, "step 5", "#steps")
        await pilot.press("y")
        await wait(pilot, lambda: named(pilot) == "FormScreen")
        await pilot.press(*"in 3 weeks", "enter")
        await wait(pilot, lambda: line(pilot.app, "step 5 · Lee · by", "#steps") is not None)
        await pilot.press("ctrl+z")
        await wait(pilot, lambda: line(pilot.app, "step 5 · Lee · 5 days late", "#steps") is not None)


async def test_n_is_the_notebook_where_no_step_is_under_the_cursor(today, wait):
    async with today(leave_a_session) as pilot:
        await at(pilot, wait, "step 6", "#steps")
        await pilot.press("n")
        await wait(pilot, lambda: named(pilot) == "FormScreen")
        await pilot.press("escape")
        await wait(pilot, lambda: named(pilot) == "TodayScreen")
        pilot.app.screen.query_one("#start OptionList").focus()
        await pilot.press("n")
        await wait(pilot, lambda: named(pilot) == "NotebookScreen")


async def test_every_open_step_stands_in_a_list_of_its_own_and_leads_to_its_family(today, wait):
    async with today(leave_a_session) as pilot:
        from supervision_tui.tui.navigation import screen as screen_of

        pilot.app.push_screen(screen_of("open steps"))
        await wait(pilot, lambda: named(pilot) == "OpenStepsScreen")
        options = pilot.app.screen.query_one("OptionList")
        assert options.option_count == 7
        assert "not yet" in str(options.get_option_at_index(6).prompt)
        options.highlighted = 0
        await pilot.press("enter")
        await wait(pilot, lambda: getattr(pilot.app.screen, "steps_of_family", None) == "V2")
        await wait(pilot, lambda: pilot.app.screen.step.what == "step 6")
        await pilot.press("d")  # it can be answered here, and Enter tells it whole
        await wait(pilot, lambda: named(pilot) == "FormScreen")


async def test_an_idea_that_nobody_tested_leads_to_its_history(today, wait):
    async with today(leave_a_session) as pilot:
        await go(pilot, wait, "an idea untested for 10 weeks")
        await wait(pilot, lambda: named(pilot) == "FamiliesScreen")
        await wait(pilot, lambda: "Perhaps the cooking" in str(pilot.app.screen.query_one("#family_words").content))


async def test_a_family_not_spoken_of_is_named_and_one_of_last_week_is_not(today, wait):
    def prepare(workspace):
        leave_a_session(workspace)
        leave_a_session(workspace, "V1", timedelta(days=7), late=0)

    async with today(prepare) as pilot:
        await wait(pilot, lambda: line(pilot.app, "Carter-Okafor: not spoken of for 10 weeks") is not None)
        assert line(pilot.app, "Haile: not spoken of") is None


async def test_supervision_that_was_due_leads_to_the_person(today, wait):
    def prepare(workspace):
        day = workspace.today()
        lee = Practitioner(id="lee", name="Lee Ford")
        amina = Practitioner(id="amina", name="Amina", role="supervisor")
        agreed = Agreement(id="ag", practitioner="lee", supervisor="amina", since=day - timedelta(days=500))
        held = CompletedSupervision(practitioner="lee", on=day - timedelta(days=40))
        workspace.people.change(Roster(practitioners=(amina, lee), agreements=(agreed,), held=(held,)), "all")

    async with today(prepare) as pilot:
        await wait(pilot, lambda: line(pilot.app, "yearly look") is not None)
        await go(pilot, wait, "Lee Ford: supervision was due")
        await wait(pilot, lambda: named(pilot) == "PeopleScreen")
        assert pilot.app.screen.person.name == "Lee Ford"


async def test_a_visit_that_was_prepared_is_looked_back_on(today, wait):
    def prepare(workspace):
        controller = workspace.begin(workspace.formats["T7"], "V2", workspace.me)
        editor = controller.editor
        while True:
            for slot in editor.slots():
                if not slot.field.parts and slot.field.kind != "seat":
                    editor.write(slot, "I wonder who cooks.", controller.now(), author=controller.me)
            if editor.following is None:
                break
            editor.go(editor.following.id, controller.now(), override=True)
        controller.save()
        workspace.writer.flush()
        controller.close()

    async with today(prepare) as pilot:
        await go(pilot, wait, "a visit was prepared")
        await wait(pilot, lambda: named(pilot) == "SinceLastTimeScreen")  # the visit itself is what was last
        await pilot.press("escape")
        await wait(pilot, lambda: named(pilot) == "SessionScreen")
        assert pilot.app.screen.editor.template.id == "T8"
        assert pilot.app.screen.editor.session.family_id == "V2"


async def test_days_that_come_round_are_named(today, wait):
    async with today(id) as pilot:
        from supervision_tui.workspace.reports.due import due_items

        named = [
            one
            for one in due_items(pilot.app.workspace, datetime(2026, 9, 10, tzinfo=UTC))
            if one.kind == "anniversary"
        ]
        assert any(one.family == "V5" for one in named)


async def test_families_are_found_by_a_few_letters_and_told_panel_by_panel(today, wait):
    async with today(leave_a_session, (80, 24)) as pilot:
        await pilot.press("2")
        await wait(pilot, lambda: named(pilot) == "FamiliesScreen" and pilot.app.focused)
        screen = pilot.app.screen
        screen.query_one("#find_family").value = "robin"
        await wait(pilot, lambda: screen.chosen == "V2" and screen.query_one("#families OptionList").option_count == 1)
        await pilot.press("right", "right", "right", "right")
        await wait(pilot, lambda: "Group supervision" in str(screen.query_one("#family_words").content))
        screen.query_one("#find_family").value = ""
        await wait(pilot, lambda: screen.query_one("#families OptionList").option_count == 5)


async def test_every_step_is_told_with_how_each_owners_steps_stand(today, wait):
    async with today(lambda workspace: leave_a_session(workspace, late=12), (80, 24)) as pilot:
        await go(pilot, wait, "more steps")
        await wait(pilot, lambda: named(pilot) == "OpenStepsScreen")
        told = str(pilot.app.screen.query_one("#owners").render())
        assert "Lee: 12 open, 12 past the date, the oldest 10 weeks old · 0 done or no longer needed" in told
        assert "Jo: 1 open, the oldest 10 weeks old · 0 done or no longer needed" in told
        assert pilot.app.screen.query_one("OptionList").size.height >= 7


async def test_the_numbers_of_a_scale_round_stand_under_their_family(today, wait):
    def prepare(workspace):
        then = datetime.now(UTC) - AGO
        session = workspace.begin(workspace.formats["T3"], "V2", workspace.me).editor.session
        notes = tuple(
            Entry(
                id=f"e.{rater}", field="spread", stage="scale", text=rater, at=then,
                destination=Destination.FAMILY_WORK,
                parts={"number": number, "rater": rater, "because": "calmer mornings"},
            )
            for rater, number in (("Leanne", "3"), ("school", "6"))
        )  # fmt: skip
        closed = {"status": SessionStatus.CLOSED, "started": then, "ended": then, "entries": notes}
        workspace.sessions.put(session.model_copy(update=closed), session.id)

    async with today(prepare, (80, 24)) as pilot:
        await pilot.press("2")
        await wait(pilot, lambda: named(pilot) == "FamiliesScreen" and pilot.app.screen.is_current)
        options = pilot.app.screen.query_one("#families OptionList")
        options.highlighted = options.get_option_index("V2")
        await pilot.press("left")

        def told():
            return str(pilot.app.screen.query_one("#family_words").content)

        await wait(pilot, lambda: "Leanne" in told())
        assert "never averaged" in told()
        assert " 3  calmer mornings" in told()
        assert told().index("Leanne") < told().index("school")
