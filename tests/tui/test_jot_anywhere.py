"""F4 jots from whatever stands over a session, and what stood there is as it was."""

import pytest
from textual.widgets import Input, Static

from supervision_tui.practice import Destination
from supervision_tui.session.tray.state import waiting_lines
from supervision_tui.tui.navigation import screen
from supervision_tui.tui.widgets.jot_box import JotBox
from tests.tui.driving import in_one_line, named
from tests.tui.textual_internals import painted


@pytest.fixture
def deciding(demo, wait):
    """A unit meeting in What next of its first family."""

    async def opened(pilot, stage="next"):
        workspace = pilot.app.workspace
        controller = workspace.begin_meeting(workspace.formats["T1"], ["V2", "V1"], workspace.me)
        controller.choose(("V2", "V1"))
        controller.go_to(stage, "V2")
        session = screen("session", controller)
        pilot.app.push_screen(session)
        await wait(pilot, lambda: named(pilot) == "SessionScreen" and pilot.app.screen.current is not None)
        return session

    return opened


async def test_a_line_can_be_jotted_over_every_window_and_list_of_a_session(demo, deciding, wait):
    async with demo((80, 24)) as pilot:
        session = await deciding(pilot)
        for number, key in enumerate(("f9", "f3", "f7", "escape", "f1", "f12", "f8", "f2"), 1):
            await pilot.press(key)
            await wait(pilot, lambda: pilot.app.screen is not session)
            over = pilot.app.screen
            await pilot.press("f4", *f"line {number}", "f4")
            await wait(pilot, lambda over=over: pilot.app.screen is over)
            assert len(waiting_lines(session.editor.session)) == number, f"after {key}"
            await pilot.press("escape")
            await wait(pilot, lambda: pilot.app.screen is session)


@pytest.mark.parametrize("opens", ["f4", "full_stop"])
async def test_a_form_keeps_its_words_and_its_cursor_while_a_line_is_jotted(demo, deciding, wait, opens):
    async with demo((80, 24)) as pilot:
        session = await deciding(pilot)
        slot = next(slot for slot in session.editor.slots() if slot.field.kind == "decision")
        session.open_form(slot, start="The plan stays")
        await wait(pilot, lambda: named(pilot) == "EntryFormScreen")
        before = pilot.app.focused
        assert isinstance(before, Input)
        assert not before.value
        await pilot.press(opens, *"what of the midwife", "f4")
        await wait(pilot, lambda: named(pilot) == "EntryFormScreen")
        assert pilot.app.focused is before
        await pilot.press(*"because they were safe")
        assert before.value == "because they were safe"
        assert [str(line.text) for line in waiting_lines(session.editor.session)] == ["what of the midwife"]


async def test_the_tray_shows_at_once_what_was_jotted_over_it(demo, deciding, wait):
    async with demo((80, 24)) as pilot:
        await deciding(pilot)
        await pilot.press("f8", "f4", *"a new thought", "f4")
        await wait(pilot, lambda: named(pilot) == "TrayScreen")
        await wait(pilot, lambda: "a new thought" in painted(pilot.app))


async def test_help_names_the_key_where_it_works_and_only_there(demo, deciding, wait):
    async with demo((80, 24)) as pilot:
        await pilot.press("f12")
        await pilot.press("f1")
        await wait(pilot, lambda: named(pilot) == "HelpScreen")
        assert "tray of the session" not in painted(pilot.app)
        rows = str(pilot.app.screen.query_one(".sheet Static", Static).content).splitlines()
        assert sum(row.startswith("Esc ") for row in rows) == 1, "a key is told once, as what it does in this window"
        await pilot.press("escape", "escape")
        await deciding(pilot)
        await pilot.press("f12", "f1")
        await wait(pilot, lambda: "tray of the session" in painted(pilot.app))


async def test_a_private_line_jotted_anywhere_is_the_writers_alone_and_leaves_nothing_behind(demo, deciding, wait):
    async with demo((80, 24)) as pilot:
        session = await deciding(pilot)

        def of_the_session():
            found = session.editor.session
            return [
                str(item.text) for item in (*found.entries, *found.drafts) if item.destination is Destination.PRIVATE
            ]

        kept = []
        for number, key in enumerate(("", "f9", "f3", "f12", "f8", "decision"), 1):
            if key == "decision":
                session.open_form(next(slot for slot in session.editor.slots() if slot.field.kind == "decision"))
            elif key:
                await pilot.press(key)
            await wait(pilot, lambda key=key: not key or pilot.app.screen is not session)
            over = pilot.app.screen
            await pilot.press("f4", *".p ", *f"mine {number}")
            assert pilot.app.screen.query_one(JotBox).kind.mark == "private"
            await pilot.press("f4")
            await wait(pilot, lambda over=over: pilot.app.screen is over)
            kept.append(f"mine {number}")
            assert of_the_session() == kept, f"over {key or 'the stage'}"
            assert not waiting_lines(session.editor.session)
            shared = session.editor.session.split_private()[0].model_dump_json()
            assert "mine" not in shared
            if key:
                await pilot.press("escape")
                await wait(pilot, lambda: pilot.app.screen is session)
        await pilot.press("f9", "f4", *".p ", *"half of it", "escape")
        await wait(pilot, lambda: named(pilot) == "GoScreen")
        assert of_the_session() == [*kept, "half of it"]
        assert "half" not in session.editor.session.split_private()[0].model_dump_json()
        await pilot.press("f4")
        await wait(pilot, lambda: named(pilot) == "JotScreen")
        assert "half of it" not in painted(pilot.app)


async def test_every_hint_of_a_form_stands_whole_where_the_cursor_is(demo, deciding, wait):
    async with demo((80, 24)) as pilot:
        session = await deciding(pilot)
        slot = next(slot for slot in session.editor.slots() if slot.field.kind == "decision")
        session.open_form(slot)
        await wait(pilot, lambda: named(pilot) == "EntryFormScreen")
        for part in slot.field.parts:
            pilot.app.screen.focus_part(part.id)
            await wait(pilot, lambda part=part: part.label in in_one_line(pilot.app))
            if part.hint and not part.among:
                await wait(pilot, lambda part=part: part.hint in in_one_line(pilot.app))
