"""The session screen as its parts know it: activities, forms and actions on entries are typed by this.

:class:`supervision_tui.tui.screens.session.session.SessionScreen` is the only implementation.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from supervision_tui.tui.commands import CommandScreen

if TYPE_CHECKING:
    from datetime import date

    from supervision_tui.practice.questions import Purpose
    from supervision_tui.session import Entry, SessionEditor, Slot
    from supervision_tui.session.drafts import WaitingDraft
    from supervision_tui.session.fields import SessionItem
    from supervision_tui.tui.base import Program
    from supervision_tui.workspace.running import SessionController


class SessionBase(CommandScreen):
    """A session in the hands of its facilitator."""

    app: Program
    controller: SessionController
    """The session, its family and how it is saved."""
    current: Slot | None
    """The slot that is written in."""
    heard_by: Purpose = "group"
    """Whom the questions on offer are put to."""

    @property
    def editor(self) -> SessionEditor:
        """The session in hand."""
        return self.controller.editor

    def open_stage(self) -> None:
        """Show the present stage from its first field."""
        raise NotImplementedError

    def offer_questions(self) -> None:
        """Show the questions of the present stage, put to whom they are to be put."""
        raise NotImplementedError

    def write_in(self, slot: Slot, entry: Entry | None = None, *, just_kept: bool = False) -> None:
        """Offer the box for *slot*: with its draft, its one answer, or *entry* to change."""
        raise NotImplementedError

    def open_form(
        self, slot: Slot, start: str = "", thing: SessionItem | None = None, begun: dict[str, str] | None = None
    ) -> None:
        """Open the form of *slot*: clean, with *thing* to change, with *begun*, or with *start* in its first part."""
        raise NotImplementedError

    def open_jot(self, *, dot: bool = False) -> None:
        """Open a line for the tray; with *dot* it was opened by one, which may become a mark."""
        raise NotImplementedError

    def compare_days(self, day: date) -> None:
        """Show the family's drawing as on *day* and as it is today, beside each other."""
        raise NotImplementedError

    def keep_note(self, slot: Slot, words: str) -> None:
        """Keep *words* in *slot*; where it is for children who have to be named, they are asked for first."""
        raise NotImplementedError

    def tell_draft(self, title: str, slot: Slot) -> None:
        """Say that a form of *slot* waits as a draft, called *title*."""
        raise NotImplementedError

    def changed(self) -> None:
        """Something was written: show it, and save."""
        raise NotImplementedError

    def save(self) -> None:
        """Hand the session to the writer."""
        raise NotImplementedError

    def schedule_save(self) -> None:
        """Save what is being typed, within a second."""
        raise NotImplementedError

    def show_time(self) -> None:
        """Clock, agenda and whether everything is saved."""
        raise NotImplementedError

    def waiting_elsewhere(self) -> list[WaitingDraft]:
        """What was begun and is not kept, but for the line in this box."""
        raise NotImplementedError

    def after_move(self) -> None:
        """The session went to another stage: save it and show where we stand."""
        raise NotImplementedError

    def go_on(self) -> None:
        """Go to the next stage; one that waits for another asks first."""
        raise NotImplementedError

    def skip(self, reason: str) -> None:
        """Leave this stage out."""
        raise NotImplementedError

    def after_undo(self, words: str) -> None:
        """A step was taken back or done again: show where we stand."""
        raise NotImplementedError
