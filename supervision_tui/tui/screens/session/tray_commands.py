"""What can be done in the tray: one class a command."""

from __future__ import annotations

from typing import ClassVar

from supervision_tui.tui.commands import Command


class PlaceLine(Command):
    """Place the line in hand."""

    mark: ClassVar[str] = ""
    """What it becomes, as a line of the tray has it."""
    hide_in_footer = True


class PlaceAsIdea(PlaceLine):
    """Place the line as an idea to test. It needs only its sentence; the rest is asked when the idea is weighed."""

    key, label, mark = "i", "Idea", "idea"


class PlaceAsFact(PlaceLine):
    """Place the line as a fact, in the file of the children chosen by digit or named in it."""

    key, label, mark = "f", "Fact", "fact"


class PlaceAsQuestion(PlaceLine):
    """Place the line as a question for the next visit."""

    key, label, mark = "q", "Question", "question"


class PlaceAsStep(PlaceLine):
    """Place the line as a next step: who and by when are read from it, and shown before it is placed."""

    key, label, mark = "s", "Step", "step"


class PlaceAsDecision(PlaceLine):
    """Open a decision's form with the line in it."""

    key, label, mark = "d", "Decision", "decision"


class PlaceForPresenter(PlaceLine):
    """Place the line in the record of the worker who brought the family. It may name nobody of the family."""

    key, label, mark = "w", "For the worker", "for_presenter"


class PlaceAsPrivate(PlaceLine):
    """Keep the line as private: nobody else reads it, and it goes when the session closes."""

    key, label, mark = "p", "Private", "private"


class MoveToFamily(Command):
    """Move the line into another family's tray: alone where it names one of this meeting, else with a digit."""

    key, label, hide_in_footer = "m", "Another family", True


class ChangeWords(Command):
    """Change the words of the line."""

    key, label = "e", "Words"


class DiscardLine(Command):
    """Throw the line away. Ctrl+Z brings it back until the session closes."""

    key, label = "x", "Throw away"


class PlaceReady(Command):
    """Show every line that is ready, marked and with whom it is for known, and where each goes; Enter places them."""

    key, label = "r", "All ready ones"


class TakeBackPlacing(Command):
    """Take back what was done last here: a line placed, moved, changed or thrown away."""

    key, label = "ctrl+z", "Undo"


class BackToStage(Command):
    """Back to the stage, to your own line there."""

    key, label, priority = "escape,f8", "Back", True


TRAY_COMMANDS: tuple[type[Command], ...] = (
    PlaceAsIdea,
    PlaceAsFact,
    PlaceAsQuestion,
    PlaceAsStep,
    PlaceAsDecision,
    PlaceForPresenter,
    PlaceAsPrivate,
    MoveToFamily,
    ChangeWords,
    DiscardLine,
    PlaceReady,
    TakeBackPlacing,
    BackToStage,
)
