"""Who is in the room: roles swapped and rotated fairly, somebody who came late, a student or a guest.

Somebody who is there without a role holds a seat that no format names, so that it stands in no family's file.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

from supervision_tui.session.editor import SessionEditor
from supervision_tui.session.model import ALSO
from supervision_tui.session.present_names import seat_of
from supervision_tui.text import Line

AS = ("came late", "student", "guest", "team member")
"""As what somebody can be there."""


def attendees_without_role(editor: SessionEditor) -> tuple[str, ...]:
    """Everybody who is there without a role, with as what."""
    return tuple(str(seat.name) for seat in editor.session.seats if seat.role.startswith(ALSO) and seat.name)


def join(editor: SessionEditor, name: str, as_what: str, now: datetime) -> None:
    """Somebody is there too: *name*, *as_what*."""
    seat = seat_of(f"{ALSO}{len(editor.session.seats) + 1}", name, editor.directory, as_what=as_what)
    editor.step("gave a role", now, seats=(*editor.session.seats, seat))


def leave(editor: SessionEditor, who: str, now: datetime) -> None:
    """Somebody is not there after all."""
    for seat in editor.session.seats:
        if seat.role.startswith(ALSO) and str(seat.name) == who:
            editor.seat(seat.role, Line(), now)


def swap(editor: SessionEditor, first: str, other: str, now: datetime) -> None:
    """Let the holders of two roles change places, as one step."""
    held = {seat.role: seat.name for seat in editor.session.seats}
    _give(editor, {first: str(held.get(other, "")), other: str(held.get(first, ""))}, "swapped two roles", now)


def rotate(editor: SessionEditor, roles: Sequence[str], next_for: Mapping[str, Sequence[str]], now: datetime) -> None:
    """Give each of *roles* that nobody holds to the one who held it least, nobody twice; *next_for* has their order."""
    taken = {str(seat.name) for seat in editor.session.seats if seat.name}
    given: dict[str, str] = {}
    can = {role: [name for name in next_for.get(role, ()) if name not in taken] for role in roles}
    for role in sorted(roles, key=lambda role: len(can[role])):  # what few may hold comes first
        free = [name for name in can[role] if name not in taken]
        if not editor.session.seat(role) and free:
            given[role] = free[0]
            taken.add(free[0])
    if given:
        _give(editor, given, "gave the roles round", now)


def _give(editor: SessionEditor, given: Mapping[str, str], words: str, now: datetime) -> None:
    others = tuple(seat for seat in editor.session.seats if seat.role not in given)
    editor.step(words, now, seats=(*others, *(seat_of(role, name, editor.directory) for role, name in given.items())))
