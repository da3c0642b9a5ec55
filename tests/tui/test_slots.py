"""A slot owns its words: draft, undo and destination go with it, whatever keys come."""

from random import Random

import pytest

from supervision_tui.practice import Destination
from supervision_tui.tui.widgets.note_box import NoteBox
from tests.tui.driving import named
from tests.tui.slot_machine import drive, strays
from tests.tui.test_meeting_screen import _begin
from tests.tui.test_session_screen import stage


def box(pilot):
    return pilot.app.screen.query_one(NoteBox)


async def _at_graces(pilot, wait):
    await stage(pilot, wait, "graces")


async def test_undo_never_brings_back_the_words_of_another_family(demo, wait):
    async with demo() as pilot:
        await _begin(pilot, wait, ["V2", "V1"])
        meeting = pilot.app.screen.controller
        await pilot.press("f6")
        await wait(pilot, lambda: meeting.editor.session.family_id == "V2")
        await pilot.press(*"Maisie says", "enter")
        await pilot.press("f6")
        await wait(pilot, lambda: meeting.editor.session.family_id == "V1")
        for _ in range(3):
            await pilot.press("ctrl+z")
            await wait(pilot, lambda: "Maisie" not in box(pilot).text if named(pilot) == "SessionScreen" else True)
            if named(pilot) != "SessionScreen":
                await pilot.press("escape")
        assert "Maisie" not in box(pilot).text
        assert meeting.editor.session.drafts == ()


async def test_undo_takes_back_typing_in_this_field_then_asks_with_the_words_of_the_last_step(in_session, wait):
    async with in_session() as pilot:
        await stage(pilot, wait, "reflecting")
        await pilot.press(*"first thing", "enter")
        await wait(pilot, lambda: bool(pilot.app.screen.editor.session.entries))
        await pilot.press(*"more")
        await pilot.press("ctrl+z")
        await wait(pilot, lambda: box(pilot).text == "")
        await pilot.press("ctrl+z")
        await wait(pilot, lambda: named(pilot) == "ChooseScreen")
        rows = [str(option.prompt) for option in pilot.app.screen.query_one("OptionList").options]
        assert any("first thing" in row for row in rows)
        await pilot.press("down", "enter")
        await wait(pilot, lambda: pilot.app.screen.editor.session.entries == ())


async def test_a_private_field_never_hands_its_words_or_the_cursor_to_another(in_session, wait):
    async with in_session() as pilot:
        await _at_graces(pilot, wait)
        home = pilot.app.screen.current
        assert home.field.destination is Destination.PRIVATE
        await pilot.press(*"my own fear", "enter", *"and shame", "enter")
        kept = pilot.app.screen.editor.session.entries_in(home.field.id)
        assert [str(entry.text) for entry in kept] == ["my own fear\nand shame"]
        for key in ("tab", "shift+tab", "enter"):
            await pilot.press(key)
            while named(pilot) != "SessionScreen":  # the form of another private field
                await pilot.press("escape")
            assert pilot.app.screen.current.field.destination is Destination.PRIVATE
        other = next(
            slot for slot in pilot.app.screen.editor.slots() if slot.field.destination is not Destination.PRIVATE
        )
        pilot.app.screen.write_in(other)
        for _ in range(3):
            await pilot.press("ctrl+z")
            if named(pilot) != "SessionScreen":
                rows = " ".join(str(option.prompt) for option in pilot.app.screen.query_one("OptionList").options)
                assert "fear" not in rows
                await pilot.press("escape")
            assert "fear" not in box(pilot).text
            assert "shame" not in box(pilot).text


async def test_a_change_of_destination_is_told_in_words_and_another_frame(in_session, wait):
    async with in_session() as pilot:
        await _at_graces(pilot, wait)
        other = next(
            slot for slot in pilot.app.screen.editor.slots() if slot.field.destination is not Destination.PRIVATE
        )
        pilot.app.screen.write_in(other)
        assert "NOW → the family" in str(pilot.app.screen.query_one("#goes_to").render())
        assert box(pilot).has_class("-moved")


async def test_a_role_that_somebody_has_is_not_given_away_by_typing_on(in_session, wait):
    async with in_session() as pilot:
        await pilot.press(*"Lee", "enter", *"Sofia", "enter")
        await wait(pilot, lambda: named(pilot) == "ChooseScreen")
        await pilot.press("enter")
        await wait(pilot, lambda: named(pilot) == "SessionScreen")
        assert pilot.app.screen.editor.session.seat("presenter") == "Lee"


@pytest.mark.parametrize("seed", [1, 2, 3])
async def test_whatever_keys_come_every_word_stays_where_the_box_said(demo, wait, seed):
    async with demo() as pilot:
        await _begin(pilot, wait, ["V2", "V1"])
        marks, random = {}, Random(seed)  # noqa: S311 - nothing is kept secret by it
        for _ in range(2):
            await drive(pilot, random, 40, marks)
            assert strays(pilot, marks) == []
        assert marks
