"""The application: one vault, four places, and no way for words to get lost or to get out."""

from __future__ import annotations

import asyncio
import contextlib
import os
import signal
import sys
import time
from collections import deque
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from textual.app import SystemCommand
from textual.binding import BindingType
from textual.driver import Driver
from textual.events import CursorPosition, Event, InputEvent, Paste
from textual.filter import ANSIToTruecolor, LineFilter
from textual.notifications import Notify
from textual.screen import Screen

from supervision_tui.genogram.lettering import give_cells_to_marks
from supervision_tui.tui.app_services import crash_report, daily_backup, gc_scheduler, jot_anywhere, room_commands
from supervision_tui.tui.app_services.gc_scheduler import GarbageCollection
from supervision_tui.tui.app_services.lasting_message import LastingMessage
from supervision_tui.tui.app_services.locking import LOOK_EVERY, ProgramLock
from supervision_tui.tui.app_services.program_keys import PROGRAM_KEYS
from supervision_tui.tui.app_services.room_view import Room
from supervision_tui.tui.base import Program
from supervision_tui.tui.command_palette import CommandPalette
from supervision_tui.tui.commands import CommandScreen
from supervision_tui.tui.error_messages import VaultErrorHandling, show
from supervision_tui.tui.layers import LayeredApp
from supervision_tui.tui.library_commands import library_commands
from supervision_tui.tui.navigation import first_screen, screen, screen_class
from supervision_tui.tui.room_policy import ProgramWords
from supervision_tui.tui.terminal.capabilities import ascii_only, is_dumb, with_plain_signs, without_colour
from supervision_tui.tui.terminal.cell_counting import QUESTION, CellReplies, place_words
from supervision_tui.tui.terminal.clipboard import NOTHING_COPIED, PASTED, SystemClipboard
from supervision_tui.tui.terminal.contrast import COLOUR_SYSTEMS, ColourSystem, ContrastFilter
from supervision_tui.tui.terminal.escape_filter import guarded, harmless_words
from supervision_tui.tui.terminal.hangup_watch import EVERY, is_hung_up
from supervision_tui.tui.terminal.key_queue import KeyQueueApp
from supervision_tui.tui.themes import HIGH_CONTRAST, THEMES
from supervision_tui.vault import VaultError
from supervision_tui.workspace.paths import crash_folder

if TYPE_CHECKING:
    from supervision_tui.tui.app_services.draft_autosave import DraftAutosave
    from supervision_tui.workspace import Workspace

ASIDE = {"Screenshot", "Maximize", "Minimize", "Keys"}
"""Commands of the framework that are left out: the first would write what is on the screen to a plain file."""


ENDING_SIGNALS = ("SIGTERM", "SIGHUP", "SIGINT", "SIGQUIT")
"""Signals that end the program as Ctrl+Q does: with every letter kept."""
SAID_LAST = 5
"""Messages that help tells again."""
SUSPENDED = "It locked itself, because the program was suspended."
PLACE_DEPTH = 2
"""Screens on the stack when a place is in front: the framework's own, and the place."""

DEEPEST_CALLS = 10_000
"""Calls within calls: each screen that is seen through another is painted within its painting, some hundred deep."""
MOST_SCREENS = 12
"""Screens over one another, the place and what is beneath it counted: each is painted through those over it."""


class SupervisionApp(VaultErrorHandling, LayeredApp, KeyQueueApp, Program):
    """supervision-tui on the screen.

    Args:
        folder: where the vault is, or will be.
        demo: open a throw-away vault with the invented families instead.
        prepare: the family whose visit is prepared as soon as the vault is open.
    """

    TITLE = "supervision"
    CSS_PATH = [  # noqa: RUF012 - declared so by the framework
        "styles/app.tcss",
        "styles/door.tcss",
        "styles/no_colour.tcss",
        "styles/session.tcss",
        "styles/tray.tcss",
        "styles/activities.tcss",
        "styles/genogram.tcss",
        "styles/studio.tcss",
        "styles/room.tcss",
        "styles/people.tcss",
        "styles/families.tcss",
        "styles/jump.tcss",
        "styles/library.tcss",
        "styles/records.tcss",
    ]
    HORIZONTAL_BREAKPOINTS = [  # noqa: RUF012 - declared so by the framework
        (0, "-tiny"),
        (60, "-narrow"),
        (110, "-wide"),
    ]
    BINDINGS: ClassVar[list[BindingType]] = list(PROGRAM_KEYS)

    def __init__(self, folder: Path, *, demo: bool = False, prepare: str = "") -> None:
        self.ascii_only = ascii_only()  # the framework asks for the driver while it is made
        self._contrast_filters: dict[tuple[str, str, ANSIToTruecolor | None], ContrastFilter] = {}
        self._copied_at = ""
        self._system_clipboard = SystemClipboard(lambda: self._driver, os.environ)
        self._cell_replies = CellReplies()
        super().__init__()
        sys.setrecursionlimit(max(sys.getrecursionlimit(), DEEPEST_CALLS))
        self.folder = folder
        self.demo = demo
        self._prepare = prepare
        self.current_workspace: Workspace | None = None
        self.lock: ProgramLock = ProgramLock(self)
        self._tidying = GarbageCollection(self.lock.idle)
        self._draft_autosave: DraftAutosave | None = None
        self.room: Room = Room(self)
        self.keys: dict[str, str] = {}
        self.said: deque[str] = deque(maxlen=SAID_LAST)
        for theme in THEMES:
            self.register_theme(theme)
        self.theme = THEMES[0].name

    def get_driver_class(self) -> type[Driver]:
        """The platform's driver, :mod:`supervision_tui.tui.terminal.escape_filter`, with as much as it can show."""
        self.no_color = self.no_color or is_dumb()
        also = [without_colour] if self.no_color else []
        return guarded(super().get_driver_class(), *also, self._with_signs_it_has, place_words)

    def _with_signs_it_has(self, data: str) -> str:
        return with_plain_signs(data) if self.ascii_only else data

    def get_line_filters(self) -> Sequence[LineFilter]:
        """The framework's filters, and last the one that keeps every letter readable in this terminal's colours."""
        filters, system = list(super().get_line_filters()), self.colour_system
        if system is None:
            return filters
        last = filters[-1] if filters and isinstance(filters[-1], ANSIToTruecolor) else None
        if last is not None:
            filters.pop()
        look = (self.theme, system, last)
        if look not in self._contrast_filters:
            high, dark = self.theme == HIGH_CONTRAST, self.current_theme.dark
            self._contrast_filters[look] = ContrastFilter(system, high=high, dark=dark, before=last)
        return [*filters, self._contrast_filters[look]]

    @property
    def colour_system(self) -> ColourSystem | None:
        """How many colours go out; ``None`` where none do. A screen without a terminal shows them all."""
        if self.no_color:
            return None
        return "truecolor" if self.is_headless else COLOUR_SYSTEMS.get(self.console.color_system or "")

    def copy_to_clipboard(self, text: str) -> None:
        """Keep *text* for Ctrl+V here, ask for it on the computer's clipboard too, and say what is known of that."""
        self._clipboard, self._copied_at = text, time.strftime("%H:%M")
        self.notify(ProgramWords(self._system_clipboard.fill(text)), markup=False)

    @property
    def clipboard(self) -> str:
        """What Ctrl+V pastes; that it is the program's own, and how old, is told."""
        notice = PASTED.format(time=self._copied_at) if self._clipboard else NOTHING_COPIED
        self.notify(ProgramWords(notice), markup=False)
        return self._clipboard

    def empty_clipboard(self) -> None:
        """Forget what was copied here; the computer's clipboard too, if something was put there."""
        self._clipboard = ""
        self._system_clipboard.empty()

    def _write_past_the_gate(self, sequence: str) -> None:
        write = getattr(self._driver, "write_sequence", None)
        if write is not None:
            write(sequence)

    def on_mount(self) -> None:
        """Show the first screen and listen for the signals that would otherwise end the process without saving."""
        if not self.is_headless:
            self._write_past_the_gate(QUESTION)
        self._listen_for_the_end()
        self.set_interval(LOOK_EVERY, self.lock.look)
        self.set_interval(gc_scheduler.LOOK_EVERY, self._tidying.look)
        self.set_interval(daily_backup.LOOK_EVERY, daily_backup.DailyBackup(self).look)
        for signals in (self.app_suspend_signal, self.app_resume_signal):
            signals.subscribe(self, lambda _: self.lock.lock(SUSPENDED))
        if not self.is_headless:
            self.set_interval(EVERY, lambda: self.call_later(self.action_quit) if is_hung_up() else None)
        self.push_screen(screen("opening demo") if self.demo else first_screen(self.folder))

    def _listen_for_the_end(self) -> None:
        loop = asyncio.get_running_loop()
        with contextlib.suppress(NotImplementedError, RuntimeError, ValueError):
            # Windows, or not the main thread: autosave within the second is the protection
            for name in ENDING_SIGNALS:
                if (number := getattr(signal, name, None)) is not None:
                    loop.add_signal_handler(number, lambda: self.call_later(self.action_quit))
            if hasattr(signal, "SIGCONT"):
                resume = signal.getsignal(signal.SIGCONT)
                loop.add_signal_handler(signal.SIGCONT, lambda: self._continued(resume))

    def _continued(self, resume: object) -> None:
        """The program goes on after a stop signal, of whichever kind: *resume* is what the driver does then."""
        driver = self._driver
        if driver is not None and not getattr(driver, "_must_signal_resume", True):
            driver.suspend_application_mode()  # after SIGSTOP it would start a second thread that reads the keys
        if callable(resume):
            resume(None, None)
        self.lock.lock(SUSPENDED)

    def opened(self, workspace: Workspace) -> None:
        """The vault is open: go to Today, or to where a lock came in between."""
        from supervision_tui.tui.app_services import after_unlock, draft_autosave  # noqa: PLC0415 - after the first paint

        self.current_workspace = workspace
        locked = self.lock.unlocked()
        self.lock.minutes = workspace.settings.now().lock_after
        self._tidying.begin()
        self._draft_autosave = self._draft_autosave or draft_autosave.DraftAutosave(self)
        after_unlock.show_after_unlock(self, workspace, locked)
        family, self._prepare = self._prepare, ""
        if family:
            after_unlock.prepare(self, workspace, family)

    def made(self, workspace: Workspace) -> None:
        """A notebook is open, but nobody works in it yet: it is closed with the program all the same."""
        self.current_workspace = workspace

    def on_cursor_position(self, event: CursorPosition) -> None:
        """The terminal says how it counts: from now on words take the cells that they have there."""
        counting = self._cell_replies.take(event.x, event.y)
        if counting is not None and (counting.marks or counting.wide_lines):
            give_cells_to_marks(counting.marks)
            self.ascii_only = self.ascii_only or counting.wide_lines
            self.refresh(layout=True)

    async def on_event(self, event: Event) -> None:
        """Every key, click and paste says that somebody is there."""
        if isinstance(event, Paste) and not event.is_forwarded:
            event.text = harmless_words(event.text, self.focused if self._screen_stack else None)
        if isinstance(event, InputEvent | Paste):
            self.lock.idle.touched()
            if self._draft_autosave is not None:
                self._draft_autosave.touched()
        await super().on_event(event)

    def action_command_palette(self) -> None:
        """Open the list of commands, unless it is open already behind what stands in front: there is one alone."""
        if not any(isinstance(screen, CommandPalette) for screen in self._screen_stack):
            self.push_screen(CommandPalette())

    def action_lock(self) -> None:
        """Hide everything and lock the notebook."""
        self.lock.lock("You locked it.")

    def action_room(self) -> None:
        """Mask what is not for a room; when it is masked, ask before showing it again."""
        room_commands.turn(self)

    def action_jot(self, dot: bool = False) -> None:
        """Put a line into the tray of the session that stands behind."""
        jot_anywhere.jot(self, dot=dot)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """A jot needs a session behind; on its own stage the session jots itself."""
        if action == "jot":
            return jot_anywhere.session_behind(self) is not None
        return super().check_action(action, parameters)

    def get_screen(  # type: ignore[override] # one of its overloads
        self, screen: Screen[Any] | str, screen_class: type[Screen[Any]] | None = None
    ) -> Screen[Any]:
        """Every screen, the framework's own too, is shown through the gate of room view."""
        found: Screen[Any] = super().get_screen(screen, screen_class)
        self.room.prepare(found)
        return found

    def notify(self, message: str, **how: Any) -> None:
        """Tell something; in room view only that there is something, unless it is the program's own words."""
        if self.room.on and not isinstance(message, ProgramWords):
            self.room.waiting.append((message, how))
            message, how = (
                "There is a message that is not for the room.",
                {"severity": how.get("severity", "information")},
            )
        self.said.append(str(message))
        seconds = how.pop("timeout", None)
        how["timeout"] = self.NOTIFICATION_TIMEOUT if seconds is None else seconds
        self.post_message(Notify(LastingMessage(message, **how)))

    def leave_behind(self, screens: list[Screen[Any]]) -> None:
        """Take *screens*, which stand below the one in front, off the stack: no key leads back to them."""
        self._screen_stack[:] = [screen for screen in self._screen_stack if screen not in screens]

    def back_to(self, screen: Screen[Any]) -> None:
        """Leave every screen above the place and go to another place."""
        while len(self.screen_stack) > PLACE_DEPTH:
            self.pop_screen()
        self.switch_screen(screen)

    def get_system_commands(self, screen: Screen[Any]) -> Iterable[SystemCommand]:
        """What the palette offers: this screen's own commands first, nothing that writes the screen to a file."""
        if isinstance(screen, CommandScreen):
            yield from screen.palette()
        if self.current_workspace is not None:
            yield from library_commands(self, self.current_workspace)
        for command in super().get_system_commands(screen):
            if command.title not in ASIDE:
                yield command

    def action_help(self) -> None:
        """Help for where you stand."""
        self._open_once("help", self.screen)

    def action_jump(self) -> None:
        """Jump anywhere by a few letters, or search."""
        if self.current_workspace is not None:
            self._open_once("jump", self.screen)

    def action_library(self) -> None:
        """Every prompt, card and tool."""
        if self.current_workspace is not None:
            self._open_once("library", self.screen)

    def action_danger(self) -> None:
        """Somebody may be in danger now."""
        self._open_once("danger")

    def _open_once(self, name: str, *arguments: object) -> None:
        """Open the screen called *name*, unless it is in front already, or more stand there than anybody sees."""
        if isinstance(self.screen, screen_class(name)):
            return
        if len(self._screen_stack) >= MOST_SCREENS:
            self.notify(ProgramWords("Many windows stand over one another. Esc closes the one in front."))
            return
        self.push_screen(screen(name, *arguments))

    async def action_quit(self) -> None:
        """Put aside what stands in fields, then close the program; everything else is saved on the way out."""
        await self.lock.note_unsaved_input()
        self.exit()

    def on_unmount(self) -> None:
        """Save from the documents (the widgets are gone by now) and close the vault."""
        self.close_notebook()

    def close_notebook(self) -> str:
        """Save what is open and close the vault; returns what became of it in words."""
        workspace, self.current_workspace = self.current_workspace, None
        if workspace is None:
            workspace = self.lock.let_go()
        if workspace is None:
            return "Nothing was open."
        return workspace.close()

    def _handle_exception(self, error: Exception) -> None:
        """What the vault refuses in an answer to a small window is told; anything else ends the program with words."""
        if isinstance(error, VaultError):
            show(self, error)
        else:
            super()._handle_exception(error)

    def _fatal_error(self) -> None:
        """End with words instead of a traceback, which would show names held in variables."""
        self._say_sorry()

    def panic(self, *renderables: Any) -> None:
        """As :meth:`_fatal_error`: whatever the framework wanted to print stays unprinted."""
        del renderables
        self._say_sorry()

    def _say_sorry(self) -> None:
        safe = self.close_notebook()
        report = crash_report.keep(self._exception, crash_folder()) if self._exception else None
        self._exit_renderables[:] = [crash_report.crash_message(report, safe)]
        self._close_messages_no_wait()
