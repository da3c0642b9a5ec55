"""What can be done in the library: one class a command, handled by the screen."""

from __future__ import annotations

from supervision_tui.tui.commands import Command


class _InTheList(Command):
    """Something that is done with the thing under the cursor."""

    while_writing = False


class UseNow(_InTheList):
    """Use it now: a question goes on the stage, a way of working opens over it, a session format begins."""

    key, label = "u", "Use now"


class KeepForTheVisit(_InTheList):
    """Keep the question for the next visit to the family in hand, or to one that is chosen."""

    key, label = "k", "For the visit"


class KeepForSession(_InTheList):
    """Keep the question among the twelve of this session, in every stage."""

    key, label = "s", "This session"


class OpenItem(_InTheList):
    """Read all of it: its words, whom it is for, from which age, whose it is, and where it stands."""

    key, label = "o", "Open"


class CopyItem(_InTheList):
    """Copy its words."""

    key, label = "y", "Copy"


class NarrowHearer(_InTheList):
    """Only what is for us, for the family, or for a child; press it again for the next."""

    key, label = "w", "For whom"


class NarrowAge(_InTheList):
    """Only what may be asked at an age; press it again for the next."""

    key, label = "g", "Age"


class NarrowKind(_InTheList):
    """Only tools, prompts or cards; press it again for the next."""

    key, label = "n", "Kind"


class NarrowPack(_InTheList):
    """Only one pack, chosen from a list."""

    key, label = "p", "Pack"


class NarrowType(_InTheList):
    """Only one type, chosen from a list."""

    key, label = "t", "Type"


class FindAgain(_InTheList):
    """Type other letters."""

    key, label = "slash", "Find"


class IntoList(Command):
    """From the letters into the list of what was found; Enter does the same."""

    key, label, priority = "down", "into the list", True


class LeaveLibrary(Command):
    """Back to where you were; nothing is written here."""

    key, label = "escape", "Back"


LIBRARY_COMMANDS: tuple[type[Command], ...] = (
    UseNow,
    KeepForTheVisit,
    KeepForSession,
    OpenItem,
    CopyItem,
    NarrowHearer,
    NarrowAge,
    NarrowKind,
    NarrowPack,
    NarrowType,
    FindAgain,
    IntoList,
    LeaveLibrary,
)
