"""What happened in a family, on the board: added, told anew, given its people and its meaning, taken away."""

from __future__ import annotations

from typing import TYPE_CHECKING

from supervision_tui.family.edits import Change, EditError, Remove
from supervision_tui.family.shorthand.event import parse_event
from supervision_tui.text import Line, SafeText
from supervision_tui.workspace.editing.form_fields import people_named

if TYPE_CHECKING:
    from supervision_tui.family import Event, Family
    from supervision_tui.workspace.editing.family_editor import FamilyEditor


def chronological(family: Family) -> tuple[Event, ...]:
    """Every event by its date; those without one come last, as they were told."""
    dated = sorted(
        ((event.date.middle, event.id, event) for event in family.events if event.date), key=lambda row: row[:2]
    )
    return (*(event for _, _, event in dated), *(event for event in family.events if event.date is None))


def add_event(family_editor: FamilyEditor, who: str, line: str) -> str:
    """Something that happened to *who*; its id."""
    before = {event.id for event in family_editor.family.events}
    family_editor.add_event(who, line)
    return next(event.id for event in family_editor.family.events if event.id not in before)


def restate_event(family_editor: FamilyEditor, event: str, line: str) -> str:
    """Say when it was and what happened anew; its people, its theme and its meaning stay."""
    parsed = parse_event(line, family_editor.today)
    family_editor.apply(Change(event_of(family_editor, event).replaced(date=parsed.when, what=Line(parsed.what))))
    return event


def set_meaning(family_editor: FamilyEditor, event: str, line: str) -> str:
    """What it meant for the child, in plain words; empty takes them away."""
    family_editor.apply(Change(event_of(family_editor, event).replaced(effect_on_child=SafeText(line.strip()))))
    return event


def set_people(family_editor: FamilyEditor, event: str, line: str) -> str:
    """To whom it happened: names with commas.

    Raises:
        EditError: a name is nobody's on the drawing, or that of several people.
    """
    who = people_named(family_editor.family, line)
    family_editor.apply(Change(event_of(family_editor, event).replaced(who=who)))
    return event


def remove_event(family_editor: FamilyEditor, event: str) -> None:
    """Take an event off the timeline."""
    family_editor.apply(Remove("events", event_of(family_editor, event).id))


def event_of(family_editor: FamilyEditor, event: str) -> Event:
    """The event of that id.

    Raises:
        EditError: it is not there any more.
    """
    there = next((known for known in family_editor.family.events if known.id == event), None)
    if there is None:
        raise EditError("That is not on the timeline any more. Nothing was changed.")
    return there
