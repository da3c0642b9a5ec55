"""The one key of room view: on at once; off, or one family more, only after a question."""

from __future__ import annotations

from typing import TYPE_CHECKING

from supervision_tui.tui.dialogs.dialogs import ChooseScreen
from supervision_tui.tui.room_policy import RoomVisibility, visibility_of

if TYPE_CHECKING:
    from supervision_tui.tui.base import Program

STAY, LEND, LEAVE = "stay", "lend", "leave"


class RoomViewScreen(ChooseScreen):
    """May the screen show everything again?"""

    room_visibility = RoomVisibility.PROGRAM


def turn(app: Program) -> None:
    """Turn room view on, or ask what should become of it."""
    if app.current_workspace is None or any(isinstance(asked, RoomViewScreen) for asked in app.screen_stack):
        return
    if not app.room.on:
        app.room.enter()
        return
    below = app.screen
    family = visibility_of(below)[1]
    choices = [(STAY, "Stay in room view")]
    if family and not app.room.may_show(family):
        choices.append((LEND, "Stay, and let this room see the family that is open here"))
    choices.append((LEAVE, "Leave room view: nobody else sees this screen now"))

    def decided(choice: str | None) -> None:
        if choice == LEND:
            app.room.allow(family)
        elif choice == LEAVE:
            app.room.leave()

    words = "Other families' words, private notes and messages come back on the screen when you leave room view."
    app.push_screen(RoomViewScreen("Can others still see this screen?", choices, words), decided)
