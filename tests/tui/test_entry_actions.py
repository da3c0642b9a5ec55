"""An idea is weighed with its reason; a note says how it is known, and moves after a look at who reads it."""

from supervision_tui.practice import Destination
from tests.tui.driving import named


async def _with_idea(pilot, wait):
    screen = pilot.app.screen
    editor = screen.editor
    for one in editor.template.stages:
        editor.go(one.id, screen.controller.now(), override=True)
        slot = next((slot for slot in editor.slots() if slot.field.kind == "hypothesis"), None)
        if slot:
            break
    values = {part.id: "Perhaps" for part in slot.field.parts}
    editor.fill(slot, values, screen.controller.now())
    screen.open_stage()
    listed = screen.query_one("StageList")
    listed.focus()
    listed.highlighted = next(n for n, row in enumerate(listed.rows) if row.thing is not None)
    await pilot.pause()
    return editor


async def test_an_idea_grows_with_its_reason_and_keeps_its_history(in_session, wait):
    async with in_session((80, 24)) as pilot:
        editor = await _with_idea(pilot, wait)
        await pilot.press("w")
        await wait(pilot, lambda: named(pilot) == "ChooseScreen")
        await pilot.press("down", "down", "enter")
        await wait(pilot, lambda: named(pilot) == "AskScreen")
        await pilot.press(*"Nan said so", "enter")
        await wait(pilot, lambda: named(pilot) == "SessionScreen")
        idea = editor.session.hypotheses[0]
        assert (idea.status, str(idea.history[0].because)) == ("growing", "Nan said so")
        rows = pilot.app.screen.query_one("StageList").rows
        assert any("[growing]" in str(row.words) for row in rows)
        await pilot.press("ctrl+z", "enter")
        await wait(pilot, lambda: editor.session.hypotheses[0].status == "idea")


async def test_a_note_says_how_it_is_known_and_is_moved_after_a_preview(in_session, wait):
    async with in_session((120, 40)) as pilot:
        screen = pilot.app.screen
        await pilot.press("f6")
        await wait(pilot, lambda: screen.editor.session.stage == "story")
        slot = next(slot for slot in screen.editor.slots() if slot.field.destination is Destination.FAMILY_WORK)
        screen.editor.write(slot, "He sleeps at Nan's", screen.controller.now())
        screen.open_stage()
        listed = screen.query_one("StageList")
        listed.focus()
        listed.highlighted = next(n for n, row in enumerate(listed.rows) if row.thing is not None)
        await pilot.press("s")
        await wait(pilot, lambda: named(pilot) == "ChooseScreen")
        await pilot.press("down", "enter")
        await wait(pilot, lambda: screen.editor.session.entries[0].source == "told")
        listed.focus()
        listed.highlighted = next(n for n, row in enumerate(listed.rows) if row.thing is not None)
        await pilot.press("m")
        await wait(pilot, lambda: named(pilot) == "ChooseScreen")
        await pilot.press("enter")
        await wait(pilot, lambda: named(pilot) == "ChooseScreen" and "More people" in str(pilot.app.screen._question))
        assert screen.editor.session.entries[0].destination is Destination.FAMILY_WORK
        await pilot.press("down", "enter")
        await wait(pilot, lambda: screen.editor.session.entries[0].destination is Destination.CHILD_FILE)
