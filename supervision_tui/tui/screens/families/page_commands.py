"""The commands of a family's page: whose page, what is added, and where it leads."""

from __future__ import annotations

from typing import ClassVar

from supervision_tui.tui.commands import Command
from supervision_tui.tui.screens.place import Find


class GoBack(Command):
    """Back to where you came from."""

    key, label = "escape", "Back"


class AddToPage(Command):
    """Add about this person: a note, a visit and whether alone, words of theirs, a step, a worry, what goes well."""

    key, label = "n", "Add"


class TakeBack(Command):
    """Take back what was added last on this page."""

    key, label, hide_in_footer = "ctrl+z", "Take back", True


class DrawIt(Command):
    """Draw the genogram of this family, and go on drawing it."""

    key, label = "g", "Genogram"


class OfPanel(Command):
    """What the family's panels tell whole."""

    panel: ClassVar[str] = ""


class Timeline(OfPanel):
    """What happened, the newest last."""

    key, label, panel = "t", "Timeline", "timeline"


class Ideas(OfPanel):
    """Every idea of the team, with its history."""

    key, label, panel = "i", "Ideas", "ideas"


class Steps(Command):
    """The open steps of this family: done, part, not needed, a new day, a new one."""

    key, label = "s", "Steps"


class WriteDocument(Command):
    """Write a document of this family for one reader: hand-over, chronology, genogram."""

    key, label = "d", "Document"


class SessionWithThem(Command):
    """Begin a session with this family: a unit meeting, group supervision, and others."""

    key, label = "u", "Session"


class Digit(Command):
    """Show the page of the person with this number; 0 shows all children."""

    number: ClassVar[int] = 0
    hide_in_footer = True


def _digit(number: int) -> type[Digit]:
    label = f"Person {number}" if number else "All children"
    return type(f"Digit{number}", (Digit,), {"__doc__": Digit.__doc__, "key": str(number), "label": label,
                                             "number": number})  # fmt: skip


DIGITS: tuple[type[Digit], ...] = tuple(_digit(number) for number in range(10))
PAGE_COMMANDS: tuple[type[Command], ...] = (
    AddToPage, DrawIt, Timeline, Ideas, Steps, WriteDocument, SessionWithThem, Find, TakeBack, GoBack, *DIGITS,
)  # fmt: skip
"""Everything that can be done on the page."""
