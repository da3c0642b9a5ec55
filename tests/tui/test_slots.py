"""A slot owns its words: draft, undo and destination go with it, whatever keys come."""

import asyncio
from random import Random

import pytest
from textual.app import App
from textual.widgets import Input, TextArea

from supervision_tui.practice import Destination
from supervision_tui.session.model import TrayLine
from supervision_tui.session.tray.jotting import put_tray, read_jotted
from supervision_tui.tui.activities import round as round_panel
from supervision_tui.tui.screens.session import jot as jot_window
from supervision_tui.tui.screens.session.session import SessionScreen
from supervision_tui.tui.widgets.note_box import NoteBox
from supervision_tui.tui.widgets.stage_list import StageList
from supervision_tui.workspace.running.tray_desk import TrayDesk
from tests.session.test_tray import begin, placed
from tests.tui import driving
from tests.tui.driving import named
from tests.tui.slot_machine import Home, SlotMachine
from tests.tui.test_meeting_screen import _begin
from tests.tui.test_session_screen import stage
from tests.tui.textual_internals import answered_without_asking, lay_out_when_looked_at, paint_keys_alone
from tests.tui.tray_machine import JOT, Placing
from tests.whole import WHOLE


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
        await wait(pilot, lambda: named(pilot) == "TakeBackScreen")
        assert "first thing" in str(pilot.app.screen.query_one("#steps_back").content)
        await pilot.press("enter")
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
        await pilot.press("escape")
        await wait(pilot, lambda: named(pilot) == "KeyCardScreen")
        await pilot.press("escape")
        await wait(pilot, lambda: pilot.app.focused is pilot.app.screen.query_one(StageList))
        other = next(
            slot for slot in pilot.app.screen.editor.slots() if slot.field.destination is not Destination.PRIVATE
        )
        pilot.app.screen.write_in(other)
        for _ in range(3):
            await pilot.press("ctrl+z")
            if named(pilot) != "SessionScreen":
                assert "fear" not in str(pilot.app.screen.query_one("#steps_back").content)
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
        composer = pilot.app.screen.query_one("#composer")
        changed = str(composer.query_one("#not_written").render())
        assert "NOW TEAM SPACE." in changed
        assert "The line before" not in changed  # none was written
        assert "changed" in str(composer.border_title)
        assert "team space" in str(composer.query_one("#goes_to").render())
        await pilot.press(*"so")
        await wait(pilot, lambda: "NOW" not in str(composer.query_one("#not_written").render()))
        assert box(pilot).has_class("-moved")


async def test_a_role_that_somebody_has_is_not_given_away_by_typing_on(in_session, wait):
    async with in_session() as pilot:
        await pilot.press(*"Lee", "enter", *"Sofia", "enter")
        await wait(pilot, lambda: named(pilot) == "ChooseScreen")
        await pilot.press("enter")
        await wait(pilot, lambda: named(pilot) == "SessionScreen")
        assert pilot.app.screen.editor.session.seat("presenter") == "Lee"


@pytest.fixture
def quick(monkeypatch):
    """Nobody looks at the screen between keys: it is laid out when the machine looks."""
    monkeypatch.setattr(driving, "paint", paint_keys_alone)
    monkeypatch.setattr(driving, "answered", answered_without_asking)
    lay_out_when_looked_at(monkeypatch)


async def run(pilot, seeds, sequences=1, stage="", keys=40):
    """Sequences of keys in one program; the faults of each seed, and how many words were typed in all."""
    faults, words = {}, 0
    for seed in seeds:
        machine = SlotMachine(pilot, Random(seed))  # noqa: S311 - nothing is kept secret by it
        await machine.begin(stage)
        for _ in range(sequences):
            await machine.drive(keys)
        faults[seed] = machine.strays()
        await machine.end()
        words += len(machine.homes)
    return {seed: found for seed, found in faults.items() if found}, words


async def test_whatever_keys_come_every_word_stays_where_the_box_said(demo, quick):
    async with demo((60, 20)) as pilot:
        seeds = range(1, 31 if WHOLE else 9)
        faults, words = await run(pilot, seeds, sequences=2)
        assert faults == {}
        assert words > 15 * len(seeds)


def undo_of_every_slot_in_one(monkeypatch):
    """As it was: what can be undone in the box goes on from slot to slot."""

    def open_slot(box, _session, slot, words, rewriting=""):
        box.slot, box.rewriting = slot, rewriting
        with box.prevent(TextArea.Changed):
            box.replace(words, (0, 0), box.document.end)

    monkeypatch.setattr(NoteBox, "open_slot", open_slot)


def enter_goes_on(monkeypatch):
    """As it was: Enter keeps a line and goes to the next field, whatever that is."""
    kept = SessionScreen.note_kept

    def note_kept(screen, words, slot, rewriting):
        kept(screen, words, slot, rewriting)
        slots = screen.editor.slots()
        if screen.current in slots:
            screen.write_in(slots[(slots.index(screen.current) + 1) % len(slots)])

    monkeypatch.setattr(SessionScreen, "note_kept", note_kept)


def unseen_thoughts_in_the_first_field(monkeypatch):
    """As it was: thoughts written unseen are shown in the first field for notes, wherever the cursor stood."""

    def first(editor, _current=None):
        of_a_group = {Destination.FAMILY_WORK, Destination.CHILD_FILE}
        slots = [slot for slot in editor.slots() if slot.field.kind == "notes"]
        return next((slot for slot in slots if slot.field.destination in of_a_group), None)

    monkeypatch.setattr(round_panel, "round_slot", first)


def private_lines_in_the_tray(monkeypatch):
    """A mistake that could be made: a line that is marked as private goes into the tray like any other."""

    def jot_anything(editor, typed, now):
        words = read_jotted(typed).words
        return put_tray(editor, (*editor.session.tray, TrayLine(id=f"t{len(typed)}", text=words, at=now)), now)

    monkeypatch.setattr(jot_window, "jot", jot_anything)


def placed_for_everybody(monkeypatch):
    """A mistake that could be made: whoever is chosen, a line is placed in the file of every child."""
    place = TrayDesk.place
    monkeypatch.setattr(
        TrayDesk, "place", lambda desk, row, kind, _chosen=(): place(desk, row, kind, tuple(desk.children(row)))
    )


def drafts_of_jots_in_the_stage(monkeypatch):
    """A mistake that could be made: what is begun in a jot is the draft of the stage's own line."""

    def note_draft(window, typed):
        slot = window._session.current
        if slot is not None:
            window._editor.draft(slot, typed, window._session.controller.now())

    monkeypatch.setattr(jot_window.JotScreen, "_note_draft", note_draft)


@pytest.mark.parametrize(
    "mistake",
    [
        (undo_of_every_slot_in_one, "", "in the box of", 10),
        (undo_of_every_slot_in_one, "graces", "in the box of", 10),
        (enter_goes_on, "graces", "Enter went from", 2),
        (unseen_thoughts_in_the_first_field, "story", "written unseen", 2),
        (private_lines_in_the_tray, "", "in the shared document", 2),
        (placed_for_everybody, "story", " in entries of ", 22),
        (drafts_of_jots_in_the_stage, "", "in the box of", 3),
    ],
    ids=[
        "undo across families",
        "undo into a private field",
        "Enter out of a private field",
        "thoughts written unseen",
        "private lines in the tray",
        "placed for everybody",
        "a jot in the stage's own line",
    ],
)
async def test_the_machine_finds_each_way_in_which_words_once_crossed(demo, quick, monkeypatch, mistake):
    make, stage, told, seed_that_found_it = mistake
    make(monkeypatch)
    async with demo((60, 20)) as pilot:
        for seed in (seed_that_found_it, *range(1, 30)):
            faults, _ = await run(pilot, [seed], stage=stage)
            if any(told in fault for fault in faults.get(seed, ())):
                return
        pytest.fail("the machine found nothing")


@pytest.mark.parametrize(("letter", "astray"), [("f", 0), ("w", 1), ("", 1)])
def test_a_jotted_word_may_stand_where_a_letter_placed_it_and_nowhere_else(letter, astray):
    editor = begin("T2")
    placed(editor, "zqbcdfg", "f", whom="robin")
    machine = SlotMachine(None, None)
    machine.homes["zqbcdfg"] = Home("s", "", JOT, "", private=False)
    if letter:
        machine.placed["zqbcdfg"] = {Placing("i", "s", frozenset()), Placing(letter, "s", frozenset({"robin"}))}
    assert len(machine.tray_strays([editor.session])) == astray


async def test_the_machine_goes_on_only_when_every_widget_has_answered():
    class Slow(App):
        told = 0

        def compose(self):
            yield Input()

        async def on_input_changed(self):
            for _ in range(20):
                await asyncio.sleep(0)
            self.told += 1

    async with Slow().run_test() as pilot:
        for number in range(1, 4):
            pilot.app.post_message(driving.key_event("a"))
            await asyncio.sleep(0)
            await answered_without_asking(pilot)
            assert pilot.app.told == number


async def test_several_steps_are_taken_back_together_and_done_again_and_esc_takes_back_none(in_session, wait):
    async with in_session() as pilot:
        await stage(pilot, wait, "reflecting")
        entries = pilot.app.screen.editor.session.entries
        assert entries == ()
        await pilot.press(*"one", "enter", *"two", "enter", *"three", "enter")
        await pilot.press("ctrl+z", "escape")
        assert len(pilot.app.screen.editor.session.entries) == 3
        await pilot.press("ctrl+z", "down", "enter")
        await wait(pilot, lambda: len(pilot.app.screen.editor.session.entries) == 1)
        await pilot.press("ctrl+y", "ctrl+y")
        await wait(pilot, lambda: len(pilot.app.screen.editor.session.entries) == 3)
