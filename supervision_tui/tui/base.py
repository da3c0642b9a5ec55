"""The seam between the application and its screens: screens and widgets know a ``Program``, never the application.

:class:`supervision_tui.tui.app.SupervisionApp` is the only implementation. A screen states ``app: Program``; what it
opens next it names through :mod:`supervision_tui.tui.navigation`.
"""

from __future__ import annotations

from collections import deque
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from textual.app import App
from textual.screen import Screen

if TYPE_CHECKING:
    from textual.widget import Widget

    from supervision_tui.workspace import Workspace


class RoomView(Protocol):
    """Room view, as screens see it; implemented by :class:`supervision_tui.tui.app_services.room_view.Room`."""

    on: bool
    """Whether others see the screen now."""
    waiting: list[tuple[str, dict[str, Any]]]
    """Messages withheld from the room, with the options of ``App.notify``."""

    @property
    def family(self) -> str:
        """Id of the one family that the room may see, or ""."""

    def may_show(self, family: str = "", *, private: bool = False) -> bool:
        """Whether words about *family* (none when empty), or *private* ones, may stand on the screen now."""

    def words(self, words: str, family: str = "", *, private: bool = False) -> str:
        """*words*, or the mask."""

    def hides(self, widget: Widget) -> bool:
        """Whether everything that *widget* paints is masked now."""

    def names_another_family(self, words: str) -> bool:
        """Whether others see the screen and *words* name, or may name, a family that they did not come about."""

    def repaint(self) -> None:
        """Fill every screen anew, with or without masks."""

    def enter(self) -> None:
        """Mask everything that was not declared."""

    def leave(self) -> None:
        """Show everything again."""

    def allow(self, family: str) -> None:
        """Let the room see *family* until room view is left."""


class LockedState(Protocol):
    """How the program came to be locked; implemented in :mod:`supervision_tui.tui.app_services.locking`."""

    why: str
    """A sentence: why it is locked."""
    demo: tuple[Path, str] | None
    """Folder and key of a demonstration."""
    words: str
    """What became of the saving."""
    kept: Workspace | None
    """The workspace that stays in memory as long as the disk has not taken everything."""

    def waited_for(self) -> Workspace | None:
        """Wait until the saving has come to an end; the workspace that had to be kept in memory, if any."""


class Lock(Protocol):
    """The lock, as screens see it; implemented by :class:`supervision_tui.tui.app_services.locking.ProgramLock`."""

    minutes: int
    """Minutes without a key after which the notebook locks itself."""

    @property
    def is_locked(self) -> bool:
        """Whether the unlock screen stands in front."""

    @property
    def locked(self) -> LockedState | None:
        """How the program came to be locked, while it is."""

    def lock(self, why: str) -> None:
        """Hide everything at once, save, and close the notebook; *why* is a sentence for the unlock screen."""


class Program(App[None]):
    """What screens and widgets may ask of the application, beside what every Textual application offers."""

    folder: Path
    """Where the vault is, or will be."""
    demo: bool
    """Whether the throw-away vault with the invented families is open."""
    ascii_only: bool
    """Whether the terminal shows ASCII signs only."""
    said: deque[str]
    """What was told last, the newest at the end; nothing that a room may not see while room view is on."""
    keys: dict[str, str]
    """Keys that the person chose themselves, by the name of the command."""
    room: RoomView
    """Room view of this program."""
    lock: Lock
    """The lock of this program."""
    current_workspace: Workspace | None
    """The open workspace, or ``None`` while the notebook is locked."""

    @property
    def workspace(self) -> Workspace:
        """The open workspace.

        Raises:
            RuntimeError: no notebook is open.
        """
        if self.current_workspace is None:
            raise RuntimeError("no vault is open")
        return self.current_workspace

    def opened(self, workspace: Workspace) -> None:
        """The notebook is open: show Today, or what was in front when it was locked."""
        raise NotImplementedError

    def made(self, workspace: Workspace) -> None:
        """A notebook was created and nobody works in it yet; it is closed with the program all the same."""
        raise NotImplementedError

    def empty_clipboard(self) -> None:
        """Forget what was copied here; the computer's clipboard too, if something was sent to it."""
        raise NotImplementedError

    def close_notebook(self) -> str:
        """Save what is open and close the notebook; returns what became of it, in words."""
        raise NotImplementedError

    def leave_behind(self, screens: list[Screen[Any]]) -> None:
        """Take *screens*, which stand below the one in front, off the stack: no key leads back to them."""
        raise NotImplementedError

    def back_to(self, screen: Screen[Any]) -> None:
        """Leave every screen above the present place and show *screen*, another place, in its stead."""
        raise NotImplementedError

    def action_library(self) -> None:
        """Every prompt, card and tool."""
        raise NotImplementedError

    def drop_old_messages(self) -> None:
        """Somewhere else is in front: what was told before the key that led here has no meaning any more."""
        raise NotImplementedError

    def action_jump(self) -> None:
        """Jump anywhere by a few letters, or search."""
        raise NotImplementedError
