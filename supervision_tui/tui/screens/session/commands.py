"""What a facilitator can do in a session: one class a command, handled in ``command_handlers``."""

from __future__ import annotations

from supervision_tui.tui.commands import Command


class NextStage(Command):
    """Go to the next stage; after the last one, to the records."""

    key, label, priority = "f6", "Next", True


class StageBefore(Command):
    """Go back to the stage before. Nothing is lost by it."""

    key, label, priority = "f5", "Back", True


class FiveMinutes(Command):
    """Give this stage five more minutes."""

    key, label, priority = "f7", "+5 min", True


class Genogram(Command):
    """The family as a drawing: walk through it, and go on drawing it while you talk."""

    key, label = "f2", "Genogram"


class ChooseFamilies(Command):
    """Choose which families the meeting thinks about in depth, and in which order. What was written stays."""

    key, label = "ctrl+f", "Families"


class WorkTogether(Command):
    """Work in another way than with notes: the grid of graces, numbers on a line, a round written unseen, roles."""

    key, label, priority = "ctrl+g", "Ways", True


class AnotherQuestion(Command):
    """Show another question."""

    key, label, hide_in_footer = "f3", "Another question", True


class NextHearer(Command):
    """Questions for us, for the family, or for a child, who is spoken to as "you": press it again for the next."""

    key, label, hide_in_footer = "ctrl+o", "Who hears it", True


class KeepQuestion(Command):
    """Keep the question shown for the next visit."""

    key, label, hide_in_footer = "f4", "Keep the question", True


class Pause(Command):
    """Stop the clock, or let it run again. No reason is asked."""

    key, label = "f8", "Pause"


class Undo(Command):
    """Take the last step back: a note, a stage, minutes. Inside a box with words, Ctrl+Z belongs to the box."""

    key, label = "ctrl+z", "Undo"


class Redo(Command):
    """Do again what was taken back."""

    key, label, hide_in_footer = "ctrl+y", "Redo", True


class SkipStage(Command):
    """Leave this stage out, with a word why, and go on."""

    key, label, hide_in_footer = "f9", "Skip this stage", True


class OpenVisitCard(Command):
    """Your own card of the visit that you prepared to this family: to read while you bring it. It stays private."""

    key, label, hide_in_footer = "ctrl+b", "My card", True


class OpenDraft(Command):
    """Go to what was begun and is not kept yet, a form or a line, and open it."""

    key, label, hide_in_footer, priority = "ctrl+e", "What waits", True, True


class EndNow(Command):
    """End the session here, before its last stage. No reason is asked; what was written is read before it is kept."""

    key, label, hide_in_footer = "ctrl+t", "End here", True


class LeaveSession(Command):
    """Leave the session as it is. Today offers to go on with it."""

    key, label = "f10", "Leave"


SESSION_COMMANDS: tuple[type[Command], ...] = (
    NextStage,
    StageBefore,
    FiveMinutes,
    Genogram,
    ChooseFamilies,
    WorkTogether,
    AnotherQuestion,
    NextHearer,
    KeepQuestion,
    Pause,
    SkipStage,
    Undo,
    Redo,
    OpenVisitCard,
    OpenDraft,
    EndNow,
    LeaveSession,
)
