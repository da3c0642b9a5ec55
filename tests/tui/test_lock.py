"""Locking: hidden at once, nothing lost, nothing left in memory, taken up again where it was."""

import asyncio
import gc
import weakref

from textual.screen import Screen

from supervision_tui.family import Family
from supervision_tui.tui.app_services import locking
from supervision_tui.tui.app_services.idle_lock import IdleTimer
from supervision_tui.tui.app_services.locking import forget
from supervision_tui.tui.dialogs.dialogs import AskScreen
from supervision_tui.tui.widgets.note_box import NoteBox
from supervision_tui.vault import DiskFullError, Vault
from supervision_tui.vault.document_store import DocumentStore
from supervision_tui.workspace import Workspace, open_demo
from tests.tui.driving import in_one_line, named
from tests.tui.textual_internals import notices, painted


async def locked(pilot, wait):
    await pilot.press("ctrl+l")
    await wait(pilot, lambda: named(pilot) == "UnlockScreen" and pilot.app.lock.locked.done.is_set())


async def test_a_session_comes_back_at_the_same_stage_with_its_draft(in_session, wait):
    async with in_session() as pilot:
        await pilot.press(*"Lee", "enter", "f6", "f6")
        await wait(pilot, lambda: pilot.app.screen.editor.number == 3)
        stage, session = pilot.app.screen.editor.stage.id, pilot.app.screen.editor.session.id
        await pilot.press(*"half a thou", "ctrl+l")
        await wait(pilot, lambda: named(pilot) == "UnlockScreen")
        await wait(pilot, lambda: "Everything is saved" in painted(pilot.app))
        assert pilot.app.current_workspace is None
        await pilot.press("enter")
        await wait(pilot, lambda: named(pilot) == "SessionScreen" and pilot.app.screen.current is not None)
        assert pilot.app.screen.editor.stage.id == stage
        assert pilot.app.screen.editor.session.id == session
        assert pilot.app.screen.query_one(NoteBox).text == "half a thou"
        await pilot.press("escape", "f10")


async def test_a_locked_screen_shows_nothing_of_what_was_open(in_session, wait):
    async with in_session((80, 24)) as pilot:
        assert "Carter" in painted(pilot.app) or "Robin" in painted(pilot.app)
        pilot.app.notify("Robin said so")
        pilot.app.action_lock()
        await pilot.pause()
        words = painted(pilot.app)
        assert not any(name in words for name in ("Carter", "Robin", "Maisie", "Zuri", "Group supervision"))
        await wait(pilot, pilot.app.lock.locked.done.is_set)
        for key in ("escape", "1", "2", "ctrl+z", "f6"):
            await pilot.press(key)
        assert named(pilot) == "UnlockScreen"


OF_A_NOTEBOOK = {Family, Workspace, Vault}


async def test_nothing_that_was_open_is_held_in_memory(in_session, wait, monkeypatch):
    monkeypatch.setattr(locking, "forget", forget)  # in this test alone: it takes a while
    open_demo().close()  # what a test run keeps of the family files is there from now on
    gc.freeze()  # what earlier tests left is set aside: it is not counted, and not looked through
    monkeypatch.setattr(gc, "unfreeze", lambda: None)
    async with in_session() as pilot:
        app = pilot.app
        seen = [
            weakref.ref(thing)
            for thing in (
                app.current_workspace,
                app.screen,
                app.screen.controller,
                app.screen.editor,
                app.screen.controller.family,
            )
        ]
        assert {type(thing) for thing in gc.get_objects()} >= OF_A_NOTEBOOK
        await locked(pilot, wait)
        await wait(pilot, lambda: all(ref() is None for ref in seen))
        assert [thing for thing in gc.get_objects() if type(thing) in OF_A_NOTEBOOK] == []


PLACES_AND_WINDOWS = (
    ("3", "PeopleScreen", "PeopleScreen"),
    ("f1", "TodayScreen", "HelpScreen"),
    ("ctrl+p", "TodayScreen", "CommandPalette"),
    ("n g i", "RetentionScreen", "ChooseScreen"),
    ("2 a", "FamiliesScreen", "AskScreen"),
)
"""Keys from Today on, the place that they lead to, and the window that stands in front then."""


async def test_it_locks_from_every_place_and_window_and_comes_back(demo, wait):
    async with demo((80, 24)) as pilot:
        for keys, place, window in PLACES_AND_WINDOWS:
            await pilot.press(*keys.split())
            await wait(pilot, lambda window=window: named(pilot) == window)
            await locked(pilot, wait)
            assert len(pilot.app.screen_stack) == 2
            await pilot.press("enter")
            await wait(pilot, lambda place=place: named(pilot) == place)
            await pilot.press("escape", "1")
            await wait(pilot, lambda: named(pilot) == "TodayScreen")


async def test_words_in_a_window_are_offered_again_until_they_are_dropped(demo, wait):
    async with demo((80, 24)) as pilot:
        pilot.app.push_screen(AskScreen("What happened?", start="as before"))
        await wait(pilot, lambda: named(pilot) == "AskScreen")
        await pilot.press(*" and then Zuri laughed", "ctrl+l")
        await wait(pilot, lambda: named(pilot) == "UnlockScreen")
        await wait(pilot, pilot.app.lock.locked.done.is_set)
        for leave in ("enter", "d"):
            await pilot.press("enter")
            await wait(pilot, lambda: named(pilot) == "RecoveredDraftsScreen")
            await wait(pilot, lambda: "as before and then Zuri laughed" in painted(pilot.app))
            await pilot.press(leave)
            await wait(pilot, lambda: named(pilot) == "TodayScreen")
            await locked(pilot, wait)
        await pilot.press("enter")
        await wait(pilot, lambda: named(pilot) == "TodayScreen")
        assert pilot.app.workspace.recovered_input.get().words == ()


async def test_a_disk_that_refuses_is_told_on_the_door_and_nothing_is_lost(in_session, wait, monkeypatch):
    async with in_session() as pilot:
        await pilot.press(*"Lee", "enter")
        await wait(pilot, lambda: pilot.app.workspace.writer.flush(0))

        def full(*_, **__):
            raise DiskFullError("The disk is full. Nothing saved before is harmed.")

        with monkeypatch.context() as broken:
            broken.setattr(DocumentStore, "save", full)
            await pilot.press(*"kept in mind", "ctrl+l")
            await wait(pilot, lambda: named(pilot) == "UnlockScreen")
            assert "kept in mind" not in painted(pilot.app)
            await wait(pilot, pilot.app.lock.locked.done.is_set)
            await wait(pilot, lambda: "The disk" in painted(pilot.app))
            await wait(pilot, lambda: "kept in memory" in in_one_line(pilot.app))
        await pilot.press("enter")
        await wait(pilot, lambda: named(pilot) == "SessionScreen" and pilot.app.screen.current is not None)
        assert pilot.app.screen.query_one(NoteBox).text == "kept in mind"


async def test_a_slow_disk_hides_at_once_and_opens_only_when_it_is_done(in_session, wait, monkeypatch):
    async with in_session() as pilot:
        go_on = asyncio.Event()
        loop = asyncio.get_running_loop()
        original = Workspace.suspend

        def slow(self, left, wait=20.0):
            asyncio.run_coroutine_threadsafe(go_on.wait(), loop).result()
            return original(self, left, wait)

        monkeypatch.setattr(Workspace, "suspend", slow)
        await pilot.press(*"slowly", "ctrl+l")
        await wait(pilot, lambda: named(pilot) == "UnlockScreen" and "Saving" in painted(pilot.app))
        assert "slowly" not in painted(pilot.app)
        await pilot.press("enter")
        await wait(pilot, lambda: "Opening" in painted(pilot.app))
        go_on.set()
        await wait(pilot, lambda: named(pilot) == "SessionScreen" and pilot.app.screen.current is not None)
        assert pilot.app.screen.query_one(NoteBox).text == "slowly"


class Clock:
    now = 0.0

    def __call__(self):
        return self.now


async def test_it_locks_by_itself_and_says_so_a_minute_before(demo, wait):
    async with demo() as pilot:
        clock = Clock()
        pilot.app.lock.idle = IdleTimer(clock)
        pilot.app.lock.minutes = 5
        clock.now = 3.9 * 60
        pilot.app.lock.look()
        await pilot.pause()
        assert not notices(pilot.app)
        clock.now = 4.1 * 60
        pilot.app.lock.look()
        await wait(pilot, lambda: notices(pilot.app))
        assert "locks in a minute" in notices(pilot.app)[0]
        await pilot.press("down")
        clock.now = 9 * 60
        pilot.app.lock.look()
        assert named(pilot) == "TodayScreen"
        clock.now = 9.2 * 60
        pilot.app.lock.look()
        await wait(pilot, lambda: named(pilot) == "UnlockScreen")
        await wait(pilot, pilot.app.lock.locked.done.is_set)
        assert "5 minutes" in painted(pilot.app)


async def test_locking_twice_and_locking_a_door_change_nothing(demo, wait):
    async with demo() as pilot:
        await pilot.press("ctrl+l", "ctrl+l")
        await wait(pilot, lambda: named(pilot) == "UnlockScreen" and pilot.app.lock.locked.done.is_set())
        await pilot.press("ctrl+l")
        assert len(pilot.app.screen_stack) == 2


async def test_what_became_of_the_saving_comes_too_late_for_a_door_that_is_being_taken_down(demo, wait):
    """A program that ends while it locks: the parts of the door are gone, and the saving has still something to say."""
    async with demo() as pilot:
        await locked(pilot, wait)
        door = pilot.app.screen
        await door.query_one("#said").remove()
        door.saving_reported()
        assert not door.query("#said")


async def test_a_demonstration_left_at_the_door_is_gone(demo, wait):
    async with demo() as pilot:
        folder = pilot.app.workspace.throw_away
        await locked(pilot, wait)
        assert folder.exists()
    assert not folder.exists()


class Holding(Screen):
    """A screen that keeps something of its own until it is asked to put it down."""

    def __init__(self):
        super().__init__()
        self.asked = 0

    def hand_to_writer(self):
        self.asked += 1


async def test_a_screen_that_holds_something_is_asked_to_put_it_down(demo, wait):
    async with demo((80, 24)) as pilot:
        holding = Holding()
        pilot.app.push_screen(holding)
        await wait(pilot, lambda: named(pilot) == "Holding")
        await locked(pilot, wait)
        assert holding.asked == 1


async def test_the_family_that_was_chosen_is_chosen_again(demo, wait):
    async with demo((80, 24)) as pilot:
        app = pilot.app
        await pilot.press("2")
        await wait(pilot, lambda: named(pilot) == "FamiliesScreen" and bool(app.screen.chosen))
        options = app.screen.query_one("#families OptionList")
        options.highlighted = options.option_count - 1
        chosen = app.screen.chosen
        await locked(pilot, wait)
        await pilot.press("enter")
        await wait(pilot, lambda: named(pilot) == "FamiliesScreen" and app.screen.chosen == chosen)
