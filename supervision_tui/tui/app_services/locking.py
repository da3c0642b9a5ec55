"""Locking: the screen is hidden at once, all is saved, the notebook leaves memory and is later resumed.

The order matters (bitwarden/desktop #627 dropped edits at the time-out): first the door stands in front, then the keys
that were on their way reach their documents, then the documents the disk; only what is on the disk leaves memory.
"""

from __future__ import annotations

import asyncio
import functools
import gc
import shutil
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol, cast

from textual.screen import Screen
from textual.worker import Worker

from supervision_tui.tui.app_services.idle_lock import IdleTimer
from supervision_tui.tui.navigation import screen
from supervision_tui.tui.room_policy import ProgramWords
from supervision_tui.vault import VaultError

if TYPE_CHECKING:
    from supervision_tui.tui.app_services.unsaved_input import SessionInHand
    from supervision_tui.tui.base import Program
    from supervision_tui.workspace import Workspace
    from supervision_tui.workspace.store import RecoveredInput

LOOK_EVERY = 2.0
"""Seconds between two looks at how long nobody has been there."""
AGAIN = 20.0
"""Seconds between two tries to save what the disk refused."""
ONCE_MORE = (0.5, 2.0, 5.0)
"""Seconds until memory is looked through again."""
_CACHED = ("rich", "textual")
"""Libraries that remember words which they have drawn."""


@dataclass(slots=True)
class LockedState:
    """How the program came to be locked.

    *why* is a sentence; *demo* the folder and the key of a demonstration; *words* what became of the saving; *kept* the
    workspace, held in memory as long as the disk has not taken everything, and then also *left* and the session *held*.
    """

    why: str
    demo: tuple[Path, str] | None = None
    words: str = "Saving what was open ..."
    kept: Workspace | None = None
    left: RecoveredInput | None = None
    held: SessionInHand | None = None
    done: threading.Event = field(default_factory=threading.Event)

    def waited_for(self) -> Workspace | None:
        """Wait until the saving has come to an end; the workspace that had to be kept, if any."""
        self.done.wait()
        return self.kept


class LockedScreen(Protocol):
    """What the lock asks of the screen in front; implemented by the unlock screen."""

    @property
    def busy(self) -> bool:
        """Whether a notebook is being opened just now."""

    def saving_reported(self) -> None:
        """There is more to say about the saving."""

    def set_timer(self, delay: float, callback: Callable[[], object]) -> object:
        """As the framework's."""

    def set_interval(self, interval: float, callback: Callable[[], object]) -> object:
        """As the framework's."""


class ProgramLock:
    """The lock of the application.

    Args:
        app: whose screens it hides.
    """

    def __init__(self, app: Program) -> None:
        self._app = app
        self.idle = IdleTimer()
        self.minutes = 15
        self.locked: LockedState | None = None

    @property
    def is_locked(self) -> bool:
        """Whether the unlock screen stands in front."""
        return self.locked is not None

    def look(self) -> None:
        """Lock when nobody has been there for long; say so a minute before."""
        if self._app.current_workspace is None:
            return
        if self.idle.over(self.minutes):
            self.lock(f"It locked itself, because nobody had touched the keys for {self.minutes} minutes.")
        elif self.idle.warning_due(self.minutes):
            words = ProgramWords("The notebook locks in a minute. Any key keeps it open.")
            self._app.notify(words, timeout=50, markup=False)

    def lock(self, why: str) -> None:
        """Hide everything at once, then save it and drop it from memory."""
        app = self._app
        workspace = app.current_workspace
        if workspace is None or self.locked is not None:  # a second press while it is being put away
            return
        demo = (workspace.throw_away, workspace.demo_key) if workspace.throw_away else None
        self.locked = LockedState(why, demo)
        below = app.screen_stack[1:]
        door = screen("unlock", app.folder, self.locked)
        app.clear_notifications()
        app.said.clear()
        app.empty_clipboard()
        app.room.waiting.clear()
        app.push_screen(door)
        app.leave_behind(below)
        app.run_worker(self._put_away(self.locked, cast("LockedScreen", door), below), name="lock", exit_on_error=True)

    async def _put_away(self, locked: LockedState, door: LockedScreen, below: list[Screen[Any]]) -> None:
        from supervision_tui.tui.app_services import unsaved_input  # noqa: PLC0415 - loaded when a notebook opens

        try:
            await unsaved_input.drain_keys(below)
            locked.held = next(reversed(unsaved_input.hand_to_writer(below)), None)
            left = unsaved_input.gather_unsaved(below)
            for screen in reversed(below):
                await screen.remove()
            below.clear()
            workspace, self._app.current_workspace = self._app.current_workspace, None
            if workspace is not None:
                locked.words = await asyncio.to_thread(_saved, workspace, left, locked)
            del workspace
        finally:
            locked.done.set()
        door.saving_reported()
        forget()
        for seconds in ONCE_MORE:
            door.set_timer(seconds, forget)  # the tasks and threads of the screens end one by one
        if locked.kept is not None:
            door.set_interval(AGAIN, functools.partial(self._again, locked, door))

    def _again(self, locked: LockedState, door: LockedScreen) -> None:
        """Try once more to save what the disk refused, unless somebody is opening the door."""
        if locked.kept is None or locked.left is None or door.busy:
            return
        if not locked.kept.writer.flush(0):
            return
        if not locked.kept.suspend(locked.left, wait=0):
            locked.words = "The disk has taken the last words now. Everything is saved."
            door.saving_reported()

    async def note_unsaved_input(self) -> None:
        """The program is about to end: keep the words that stand in fields and in no document."""
        workspace = self._app.current_workspace
        if workspace is None:
            return
        from supervision_tui.tui.app_services import unsaved_input  # noqa: PLC0415 - loaded when a notebook opens

        screens = self._app.screen_stack[1:]
        await unsaved_input.drain_keys(screens)
        unsaved_input.hand_to_writer(screens)
        if workspace.vault.read_only:
            return
        try:
            if workspace.throw_away or not unsaved_input.unsaved_words(screens):
                workspace.recovered_input.submit_fields(())
                return
            before = workspace.recovered_input.get()
            workspace.recovered_input.put(unsaved_input.words_to_recover(screens, before))
        except VaultError as error:
            self._app.notify(str(error), severity="error", markup=False)

    def unlocked(self) -> LockedState | None:
        """Somebody came in again: how it had been locked, if it was."""
        was, self.locked = self.locked, None
        self.idle.touched()
        return was

    def let_go(self) -> Workspace | None:
        """The workspace that is still held in memory behind the door, when the program ends."""
        locked, self.locked = self.locked, None
        if locked is None:
            return None
        workspace = locked.waited_for()
        if workspace is None and locked.demo is not None:
            shutil.rmtree(locked.demo[0], ignore_errors=True)
        return workspace


def _saved(workspace: Workspace, left: RecoveredInput, locked: LockedState) -> str:
    """Save and close; what became of it. What the disk refuses is kept in memory.

    Runs in a thread of its own and says itself that it is done: a program that ends meanwhile waits for that, and its
    event loop, which waits as well, could not say it.
    """
    try:
        trouble = workspace.suspend(left)
        if trouble:
            locked.kept, locked.left = workspace, left
            return (
                f"{trouble} The last words are kept in memory, behind this door: make room or look at the disk, do not "
                "switch the computer off, and open the notebook again."
            )
        locked.held = None
        workspace.close(keep=True)
        return "Everything is saved."
    finally:
        locked.done.set()


def forget() -> None:
    """Free words that libraries cache for drawing, what finished work holds, and what only holds itself."""
    gc.unfreeze()
    for value in gc.get_objects():
        if isinstance(value, functools._lru_cache_wrapper):  # noqa: SLF001 - no other name
            if _library(value) in _CACHED:
                value.cache_clear()
        elif isinstance(value, Worker) and value.is_finished:
            value._work, value._result = int, None  # noqa: SLF001 - tasks begun by it keep it for as long as they last
    gc.collect()


def _library(function: object) -> str:
    """The library that a function belongs to."""
    return str(getattr(function, "__module__", "")).partition(".")[0]
