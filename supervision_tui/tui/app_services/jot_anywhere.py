"""F4 anywhere in a session: in its forms, dialogs, lists and drawings too, a line goes into the tray of its part."""

from __future__ import annotations

from typing import TYPE_CHECKING

from supervision_tui.tui.room_policy import JotKeeper, ProgramWords, RoomVisibility, visibility_of
from supervision_tui.tui.session_base import SessionBase

if TYPE_CHECKING:
    from supervision_tui.tui.base import Program

UNSEEN = "What is typed here is yours alone: Esc first, then F4 jots."


def session_behind(app: Program) -> SessionBase | None:
    """The session that stands behind what is in front; ``None`` for none, where it is in front, or a jot is open."""
    stack = app.screen_stack if app.current_workspace is not None and not app.lock.is_locked else []
    session = next((screen for screen in reversed(stack) if isinstance(screen, SessionBase)), None)
    if session is None or session is stack[-1] or any(isinstance(screen, JotKeeper) for screen in stack):
        return None
    return session


def jot(app: Program, *, dot: bool = False) -> bool:
    """Open a line for the tray over what is in front; whether there is a session for it. Private words stay alone."""
    session = session_behind(app)
    if session is None:
        return False
    if visibility_of(app.screen)[0] is RoomVisibility.HIDDEN:
        app.notify(ProgramWords(UNSEEN), markup=False)
    else:
        session.open_jot(dot=dot)
    return True
