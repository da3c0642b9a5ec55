"""People and their supervision on a plain terminal: when it is due, that it took place, or why it did not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from supervision_tui.days import weekday_in_words
from supervision_tui.plain.terminal_io import TerminalIO, choose, confirm
from supervision_tui.vault import VaultError
from supervision_tui.workspace.people_notes import (
    ROLES,
    STAGES,
    WHY_MISSED,
    may_be_owner,
    note_missed,
    note_person,
    note_supervision,
)
from supervision_tui.workspace.reports import children_in_work, supervision_standing

if TYPE_CHECKING:
    from supervision_tui.workspace import Workspace

ADD = "add somebody"


def look_after_people(workspace: Workspace, io: TerminalIO) -> None:
    """Say when everybody's supervision is due; note that it took place or did not, add somebody, until they go back."""
    while True:
        options = []
        for person, due, missed in supervision_standing(workspace, workspace.today()):
            after = f"; {missed.in_words}" if missed is not None else ""
            options.append((person.id, f"{person.name}: supervision {due.in_words}{after}"))
        chosen = choose(io, "Whose supervision?", [*options, (ADD, "Add somebody")], nothing="go back")
        if chosen is None:
            return
        try:
            _add(workspace, io) if chosen == ADD else say_of_supervision(workspace, io, chosen)
        except (ValueError, VaultError) as trouble:
            io.say(str(trouble))


def say_of_supervision(workspace: Workspace, io: TerminalIO, ident: str) -> None:
    """Ask what became of the supervision of the person of that *ident*, and note it.

    Raises:
        PeopleNoteError: it cannot be noted so.
        VaultError: it could not be kept.
    """
    acts = [
        ("held", "It took place"),
        ("missed", "It did not take place"),
        ("children", "Children, for one-to-one"),
    ]
    name = workspace.people.roster.name_of(ident)
    act = choose(io, f"Supervision of {name}:", acts, nothing="leave it as it is")
    if act == "held":
        held = note_supervision(workspace, ident, io.ask("On which day? Enter alone says today."))
        io.say(f"Noted: supervision of {name}, {weekday_in_words(held.on)}.")
    elif act == "missed":
        on = io.ask("For which day was it planned? Enter alone says today.")
        why = io.ask(f"Why did it not take place? For example {WHY_MISSED}.")
        missed = note_missed(
            workspace, ident, on, why, io.ask("The new day? Enter alone says that it is not found yet.")
        )
        io.say(f"Noted: {missed.in_words}.")
    elif act == "children":
        children = children_in_work(workspace, name)
        for child in children:
            io.say("\n".join([child.heading, *(f"  {line}" for line in child.lines)]))
        if not children:
            io.say(f"No child is known here whom {name} works with.")


def _add(workspace: Workspace, io: TerminalIO) -> None:
    name = io.ask("The name that colleagues use? Enter alone goes back.")
    if not name:
        return
    role = choose(io, "Which role?", [(role, role) for role in ROLES], nothing="take practitioner") or "practitioner"
    stage = (
        choose(io, "How far along?", [(stage, stage) for stage in STAGES], nothing="take practitioner")
        or "practitioner"
    )
    since = io.ask("The first day in this work? Enter alone leaves it open.")
    own = confirm(io, f"Is this you, {workspace.author}?") if may_be_owner(workspace, name) else None
    person = note_person(workspace, name, role, stage, since, own=own)
    io.say(f"Added: {person.name}.")
