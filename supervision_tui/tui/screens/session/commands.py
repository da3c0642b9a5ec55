"""What a facilitator can do in a session: one class a command, handled in ``command_handlers``."""

from __future__ import annotations

from supervision_tui.tui.commands import Command


class Jot(Command):
    """A line into the tray, from anywhere; it is in no file until you place it. F4 again keeps it and goes back."""

    key, label, letter, priority = "f4", "jot", "j", True


class OpenTray(Command):
    """The lines in the tray: place each with a letter, with its place shown before."""

    key, label, letter, priority = "f8", "tray", "t", True


class NextStage(Command):
    """Go to the next stage; after the last one, to the records."""

    key, label, letter, priority = "f6", "on", "n", True


class StageBefore(Command):
    """Go back to the stage before. Nothing is lost by it."""

    key, label, letter, priority = "f5", "before", "b", True


class GiveMinutes(Command):
    """More minutes for this stage, from a later one or from the end; pause the clock; leave this stage out."""

    key, label, letter, priority = "f7", "time", "m", True


class Genogram(Command):
    """The family as a drawing: walk through it, and go on drawing it while you talk."""

    key, label, letter = "f2", "genogram", "g"


class ShowFamilyPage(Command):
    """This family's page: danger first, who, seen, words, worries, ideas, steps, decisions; Esc leads back."""

    key, label, letter = "", "view of this family", "v"


class ShowLastTime(Command):
    """What was agreed and thought last time, the numbers since, and the drawing on both days."""

    key, label, letter = "", "since last time", "s"


class ChooseFamilies(Command):
    """Choose which families the meeting thinks about in depth, and in which order. What was written stays."""

    key, label, letter = "", "families, order", "f"


class WorkTogether(Command):
    """Work in another way than with notes: the grid of graces, numbers on a line, a round written unseen, roles."""

    key, label, letter = "", "ways of working", "w"


class ShowQuestions(Command):
    """The questions chosen for this stage, with the reason for each, and the tools of the stage; F3 again: library."""

    key, label, letter, priority = "f3", "questions", "q", True


class NextHearer(Command):
    """Questions for us, for the family, or for a child, who is spoken to as "you": press it again for the next."""

    key, label, letter = "", "whom questions are for", "h"


class KeepQuestion(Command):
    """Keep the question shown for the next visit."""

    label = "keep the question"


class Pause(Command):
    """Stop the clock, or let it run again. No reason is asked."""

    label = "pause"


class Undo(Command):
    """Take the last step back: a note, a stage, minutes. Inside a box with words, Ctrl+Z belongs to the box."""

    key, label, letter, hide_in_footer = "ctrl+z", "undo", "u", True


class Redo(Command):
    """Do again what was taken back."""

    key, label, letter, hide_in_footer = "ctrl+y", "do it again", "y", True


class SkipStage(Command):
    """Leave this stage out, with a word why, and go on."""

    label = "leave this stage out"


class OpenVisitCard(Command):
    """Your own card of the visit that you prepared to this family: to read while you bring it. It stays private."""

    key, label, letter = "", "my own visit card", "i"


class GoAnywhere(Command):
    """Every stage, family and draft that waits, a key each; once more, or Esc: back to where you were."""

    key, label, letter, priority = "f9,ctrl+g", "go", "a", True


class PlaceBefore(Command):
    """Back to where you were before you went elsewhere; and once more: back again."""

    key, label, letter, hide_in_footer, priority = "ctrl+o", "where I was", "o", True, True


class EndNow(Command):
    """End the session here, before its last stage. No reason is asked; what was written is read before it is kept."""

    key, label, letter = "", "close from here", "c"


class LeaveSession(Command):
    """Leave the session as it is. Today offers to go on with it."""

    key, label, letter, hide_in_footer = "f10", "leave for now", "x", True


KEY_ORDER = ("f4", "f6", "f5", "f3", "f8", "f9", "f7", "f2", "escape", "f1")
"""The order in which the keys stand in their rows."""
SESSION_COMMANDS: tuple[type[Command], ...] = (
    Jot,
    OpenTray,
    GoAnywhere,
    PlaceBefore,
    NextStage,
    StageBefore,
    GiveMinutes,
    Genogram,
    ShowFamilyPage,
    ShowLastTime,
    ChooseFamilies,
    WorkTogether,
    ShowQuestions,
    NextHearer,
    KeepQuestion,
    Pause,
    SkipStage,
    Undo,
    Redo,
    OpenVisitCard,
    EndNow,
    LeaveSession,
)
