"""People and their supervision, noted by name and in words: the shell and plain mode say and do what the screen does.

Source: Local Government Association, employer standards, standard 5 (supervision that is missed is made up for).
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, TypeVar, get_args

from pydantic import ValidationError

from supervision_tui.days import read_day
from supervision_tui.people import (
    CompletedSupervision,
    MissedSupervision,
    Practitioner,
    Role,
    Roster,
    Stage,
    may_be_namesakes,
)
from supervision_tui.text import Line, SafeText

if TYPE_CHECKING:
    from supervision_tui.workspace.workspace import Workspace

KindT = TypeVar("KindT", Role, Stage)

WHY_MISSED = "court, leave, a child in danger"
"""What may stand where it is asked why supervision did not take place; an illness is nobody's business here."""
ROLES: dict[str, Role] = {role.replace("_", " "): role for role in get_args(Role)}
STAGES: dict[str, Stage] = {stage.replace("_", " "): stage for stage in get_args(Stage)}
"""Roles, and how far along somebody can be, in words."""
LONGEST_MINUTES = 600


class PeopleNoteError(ValueError):
    """It cannot be noted so; the message says why, and that nothing was changed."""


def may_be_owner(workspace: Workspace, name: str) -> bool:
    """Whether somebody of that *name* may be the one whose notebook this is, who is not on the list yet."""
    return workspace.people.owner_on_the_list is None and may_be_namesakes(name, str(workspace.author))


def note_person(
    workspace: Workspace, name: str, role: str, stage: str, since: str, *, own: bool | None = None
) -> Practitioner:
    """Put somebody on the list of people; *since* is their first day in this work, in words, or "".

    *own* says whether it is the one whose notebook this is; it has to be said where the name may be theirs.

    Raises:
        PeopleNoteError: a role, a stage or a day is not known, somebody is called so already, or *own* is to be said.
        VaultError: it could not be kept.
    """
    roster = workspace.people.roster
    if not name.strip():
        raise PeopleNoteError("Please give a name. Nothing was changed.")
    if roster.named(name) is not None:
        raise PeopleNoteError(f"{name} is on the list already. Nothing was changed.")
    if own is None and may_be_owner(workspace, name):
        raise PeopleNoteError(
            f"This notebook's owner is called {workspace.author}. Say whether it is you (--me) or somebody else "
            "(--not-me). Nothing was changed."
        )
    person = Practitioner(
        id=roster.free_id(name),
        name=Line(name),
        role=_chosen(role, ROLES, "role"),
        stage=_chosen(stage, STAGES, "stage"),
        since=_day(workspace, since) if since.strip() else None,
    )
    _change(workspace, roster.with_practitioner(person), "added somebody")
    if own:
        workspace.note_owner_on_the_list(person.id)
    return person


def note_supervision(workspace: Workspace, name: str, on: str, minutes: int | None = None) -> CompletedSupervision:
    """Note that supervision of the person of that *name* took place *on* a day, in words; today without.

    Raises:
        PeopleNoteError: nobody or several are called so, the day is not read or not there yet, or the minutes are off.
        VaultError: it could not be kept.
    """
    day = _day(workspace, on)
    if day > workspace.today():
        raise PeopleNoteError("That day has not come yet. Note it once it has taken place. Nothing was changed.")
    if minutes is not None and not 1 <= minutes <= LONGEST_MINUTES:
        raise PeopleNoteError("Please give the minutes as a number from 1 to 600. Nothing was changed.")
    held = CompletedSupervision(practitioner=_person(workspace, name).id, on=day, minutes=minutes)
    _change(workspace, workspace.people.roster.with_supervision(held), "noted a supervision")
    return held


def note_missed(workspace: Workspace, name: str, on: str, why: str, new_day: str = "") -> MissedSupervision:
    """Note that supervision planned *on* a day did not take place, *why*, and the *new_day*, in words or "".

    Raises:
        PeopleNoteError: nobody or several are called so, no reason is given, a day is not read, or the new one is past.
        VaultError: it could not be kept.
    """
    if not why.strip():
        raise PeopleNoteError(f"Please say why, in a few words: {WHY_MISSED}. Nothing was changed.")
    day, later = _day(workspace, on), _day(workspace, new_day) if new_day.strip() else None
    if later is not None and later < workspace.today():
        raise PeopleNoteError("That day is past. Leave it out where no new day is found yet. Nothing was changed.")
    person = _person(workspace, name)
    missed = MissedSupervision(practitioner=person.id, on=day, why=SafeText(why.strip()), new_day=later)
    _change(workspace, workspace.people.roster.with_missed(missed), "noted a missed supervision")
    return missed


def _person(workspace: Workspace, name: str) -> Practitioner:
    idents, roster = workspace.people.directory.ids_for(name), workspace.people.roster
    found = [person for ident in idents if (person := roster.person(ident)) is not None]
    if len(found) > 1:
        names = ", ".join(workspace.people.directory.labels_for(name))
        raise PeopleNoteError(f"More than one person is called {name}: {names}. Please say which. Nothing was changed.")
    if not found:
        raise PeopleNoteError(f"Nobody on the list of people is called {name}. Nothing was changed.")
    return found[0]


def _chosen(words: str, known: Mapping[str, KindT], what: str) -> KindT:
    sought = " ".join(words.casefold().replace("_", " ").split())
    found = [sought] if sought in known else [key for key in known if sought and key.startswith(sought)]
    if len(found) != 1:
        raise PeopleNoteError(f"'{words}' is no {what} here. One of: {', '.join(known)}. Nothing was changed.")
    return known[found[0]]


def _day(workspace: Workspace, words: str) -> date:
    today = workspace.today()
    if not words.strip():
        return today
    reading = read_day(words, today)
    if reading.day is None or reading.others:
        ask = reading.ask or f"'{words[:40]}' is not read as a day. Write it as 3/11/2026."
        raise PeopleNoteError(f"{ask} Nothing was changed.")
    return reading.day


def _change(workspace: Workspace, roster: Roster, what: str) -> None:
    try:
        whole = Roster.model_validate(roster.model_dump())
    except ValidationError as trouble:
        why = str(trouble.errors()[0]["msg"]).removeprefix("Value error, ")
        raise PeopleNoteError(f"{why} Nothing was changed.") from None
    workspace.people.change(whole, what)
