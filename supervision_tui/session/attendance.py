"""Who is in the room: roles swapped and rotated fairly, somebody who came late, a student or a guest.

Somebody who is there without a role holds a seat that no format names, so that it stands in no family's file.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from supervision_tui.session.editor import SessionEditor
from supervision_tui.session.model import ALSO, Seat, Session
from supervision_tui.session.present_names import seat_of
from supervision_tui.text import Line

if TYPE_CHECKING:
    from supervision_tui.practice import SessionTemplate

AWAY = "sent apologies"
LEAD = "lead worker"
AS = ("came late", AWAY, "student", "guest", "team member")
"""As what somebody can be there, or why they are not."""
_IN_THE_LOG = (("lead worker", "Lead workers"), ("came late", "Came late"), (AWAY, "Apologies"))
"""What is told of its own in a log; everybody else was there too."""


def attendees_without_role(editor: SessionEditor) -> tuple[str, ...]:
    """Everybody who is there without a role, with as what."""
    return tuple(str(seat.name) for seat in editor.session.seats if seat.role.startswith(ALSO) and seat.name)


def attendance_in_words(seats: Iterable[Seat]) -> str:
    """Who was there without a role of the format, who came late and who sent apologies, in sentences, by name."""
    names_by_presence: dict[str, list[str]] = {}
    for seat in seats:
        if seat.role.startswith(ALSO) and seat.name:
            name, _, as_what = str(seat.name).rpartition(", ")
            head = next((head for what, head in _IN_THE_LOG if what == as_what), "Here too")
            names_by_presence.setdefault(head, []).append(name if head != "Here too" else f"{name} ({as_what})")
    heads = dict.fromkeys([*(head for _, head in _IN_THE_LOG[:1]), "Here too", *(head for _, head in _IN_THE_LOG[1:])])
    return " ".join(
        f"{head}: {', '.join(dict.fromkeys(names_by_presence[head]))}." for head in heads if head in names_by_presence
    )


def with_lead_workers(meeting: Session, parts: Iterable[Session], template: SessionTemplate) -> Session:
    """*meeting*, with everybody who holds a role of a family in one of its *parts*, as a lead worker, once each.

    Which family it is stands nowhere: the log of a meeting names none.
    """
    roles = {role.id for role in template.roles if role.each_family}
    there = {str(seat.name) for seat in meeting.seats}
    added: list[Seat] = []
    for seat in (seat for part in parts for seat in part.seats if seat.role in roles and seat.name):
        name = Line(f"{seat.name}, {LEAD}")
        if name not in there:
            there.add(str(name))
            added.append(Seat(role=f"{ALSO}{len(meeting.seats) + len(added) + 1}", name=name, person=seat.person))
    return meeting.model_copy(update={"seats": (*meeting.seats, *added)}) if added else meeting


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
