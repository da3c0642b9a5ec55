"""What may stand on a screen that others see: each widget or screen declares it with ``room_visibility``.

Everything is masked unless it was declared; the nearest declaration above a widget holds for it. The mode itself is
:class:`supervision_tui.tui.app_services.room_view.Room`. Source: security notes 3.3; rotki #4417 (a mask as long as the
word gives it away); actualbudget #1360 (two screens were forgotten: so what is not declared is masked).
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Protocol, runtime_checkable

from textual.dom import DOMNode
from textual.widget import Widget

from supervision_tui.practice import Destination

if TYPE_CHECKING:
    from supervision_tui.session.tray.jotting import TrayKind

MASK = "▒▒▒▒▒▒"
"""Stands for anything that the room may not see: always as wide, whatever it hides."""
_FRAMEWORK = (
    "ScrollBar",
    "ScrollBarCorner",
    "LoadingIndicator",
    "ToastRack",
    "ToastHolder",
    "Toast",
    "Tooltip",
    "Rule",
)


class RoomVisibility(StrEnum):
    """What a widget shows, as far as a room is concerned."""

    PROGRAM = "program"
    """Only words of the program itself: keys, labels, help. Never masked."""
    FAMILY = "family"
    """Words about ``room_family`` of the nearest node that has it: masked unless the room may see that family."""
    SORTED = "sorted"
    """It asks :meth:`Room.words` for each thing, and masks by itself."""
    BELOW = "below"
    """As the screen below it: for small windows that any screen opens."""
    HIDDEN = "hidden"
    """Never before a room: how somebody is, what is private, what belongs to a worker."""


PRIVATE = frozenset({Destination.PRIVATE, Destination.NONE, Destination.SUPERVISION_RECORD})
"""Destinations that no room sees: a worker's own."""


COVERED = "Covered, all of it. Type on: it is kept as you typed it, and can be read when room view is off."
"""What is said under a line that names another family while others see the screen."""


class ProgramWords(str):
    """Words for :meth:`App.notify` that name nobody: they are shown in room view too."""

    __slots__ = ()


@runtime_checkable
class KnowsFamilies(Protocol):
    """A screen about one family that knows the names of the others."""

    def names_another_family(self, words: str) -> bool:
        """Whether *words* name somebody of another family, or may."""


@runtime_checkable
class HoldsTypedWords(Protocol):
    """A widget with words that somebody typed: all of it is covered where they name another family."""

    @property
    def typed_words(self) -> str:
        """The words that stand in it."""


def visibility_of(node: DOMNode) -> tuple[RoomVisibility, str]:
    """The nearest declaration at or above *node*, and the family that it is about, or ""; masked where none is."""
    if type(node).__name__ in _FRAMEWORK:
        return RoomVisibility.PROGRAM, ""
    shows: RoomVisibility | None = None
    family: str | None = None
    for ancestor in node.ancestors_with_self:
        if shows is None and type(ancestor).__name__ == "CommandPalette":
            return RoomVisibility.PROGRAM, ""
        shows = shows or getattr(ancestor, "room_visibility", None)
        family = getattr(ancestor, "room_family", None) if family is None else family
        if shows is not None and (shows is not RoomVisibility.FAMILY or family is not None):
            break
    return shows or RoomVisibility.HIDDEN, family or ""


def declare(widget: Widget, shows: RoomVisibility) -> Widget:
    """*widget*, declared to show *shows*; for one that is made where it stands."""
    widget.room_visibility = shows  # type: ignore[attr-defined] # the declaration that Room looks for
    return widget


@runtime_checkable
class JotKeeper(Protocol):
    """The window that a jot stands in: it says whether its line may be seen by a room."""

    def marked(self, kind: TrayKind | None) -> None:
        """A mark was typed, or taken away."""

    def keep_and_go_back(self) -> None:
        """Keep what is typed, and go back to the stage."""

    @property
    def is_masked(self) -> bool:
        """Whether the line may not be seen by a room."""
