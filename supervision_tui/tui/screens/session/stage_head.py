"""The head of the stage: title, clock, agenda, guidance, and what Enter and Tab do in the box below."""

from __future__ import annotations

import time

from textual.widgets import Static

from supervision_tui.practice import Destination
from supervision_tui.session import Slot, working_methods
from supervision_tui.session.fields import label_of
from supervision_tui.tui.content import content, inline, show_changed
from supervision_tui.tui.screens.session.note_writing import NoteWriting
from supervision_tui.tui.widgets.agenda import Agenda, AgendaLine, minutes
from supervision_tui.tui.widgets.guidance import Guidance
from supervision_tui.tui.widgets.top_line import TopLine
from supervision_tui.workspace.running import SAVED, SAVING

MOST_WAYS = 2
"""Ways of working named with the guidance; the rest are behind the same key."""
TICK = 1.0
"""Seconds between two looks at the clock."""
GUIDANCE_BESIDE = 20
"""Rows that everything else on the stage needs: what is more may be guidance."""


class StageHead(NoteWriting):
    """The part of the session screen that says where we are and what this stage is for."""

    _saved: str
    """What became of the last save, in words."""
    _unsubmitted: bool
    """Whether something was typed that was not handed to the writer yet."""
    _typed_at = 0.0
    """When the last letter came, on the clock that nobody can set."""

    def say_guidance(self) -> None:
        """What the stage is for and how people speak in it, and the ways of working that it offers."""
        stage = self.editor.stage
        words = [self.controller.with_child_name(str(part)) for part in (stage.lead, stage.rule) if part]
        offered = " · ".join(way.title for way in working_methods(self.editor)[:MOST_WAYS])
        words += [f"Esc w: {offered}"] if offered else []
        self.query_one("#stage_words", Guidance).say(words, max(self.size.height - GUIDANCE_BESIDE, 2))

    def keys_in_words(self, slot: Slot) -> tuple[str, str, str]:
        """What Enter and Tab do in the box of *slot*; Tab in short, and with the field that follows."""
        enter = "Enter opens its form" if slot.field.parts else "Enter keeps it and stays"
        following = self.slot_after(slot)
        if slot.field.destination is Destination.PRIVATE and following is None:
            return enter, "Esc Esc: to the list", "Esc Esc: to the list"
        if following is None:
            return enter, "", ""
        return enter, "Tab: the next field", f"Tab next: {label_of(following, self.controller.names)}"

    def show_time(self) -> None:
        """Clock, agenda and whether everything is saved; behind a window nothing is drawn, since all would be anew."""
        if self.app.screen is not self:
            return
        stages = self.controller.agenda()
        seats = [
            (seat, role.title) for seat in self.editor.session.seats if (role := self.editor.template.role(seat.role))
        ]
        covered = self._covered_names()
        used = self.controller.family_minutes()
        heading = f"{self.controller.family_name.partition(',')[0]}  {used[0]} of {used[1]}" if used else ""
        self.query_one(Agenda).show(stages, seats, heading, covered)
        self.query_one(AgendaLine).show(stages, used, covered)
        self._show_over_time()
        self.show_saved()

    @property
    def _is_typing(self) -> bool:
        """Whether a letter came a moment ago: what it is part of is saved soon, and not called saved before."""
        return time.monotonic() - self._typed_at < TICK

    def show_saved(self) -> None:
        """Title, clock and whether everything is saved."""
        if self.app.screen is not self:
            return
        clock = self.controller.clock()
        waits = self._unsubmitted or self._is_typing
        status = SAVING if waits and self._saved == SAVED else self._saved
        style = "$error bold" if status.startswith("not") else "$foreground 70%"
        top = self.query_one(TopLine)
        covered = self.app.room.on and self.controller.is_meeting
        name = self.controller.family_name.partition(",")[0] if covered else ""
        top.say(content(without_family(self.controller.title, name), "bold"))
        time = f"{minutes(clock.total_used)} of {clock.total_planned} min"
        paused = content(" · ‖ paused" if clock.paused else "", "$warning")
        top.say_right(inline(content(time, "$foreground"), paused, content(f" · {status}", style)))

    def _covered_names(self) -> dict[str, str]:
        """What stands for the families' names while others see the screen."""
        if not self.app.room.on:
            return {}
        return {family: f"family {number}" for number, family in enumerate(self.controller.family_order, 1)}

    def _show_over_time(self) -> None:
        """Past the time of a stage: how much, and what a loan from a later stage would cost."""
        words = "" if self.controller.clock().stage_left >= 0 else self.over_time_in_words()
        row = self.query_one("#over_time", Static)
        row.display = bool(words)
        show_changed(row, content(words, "$warning bold"))


def without_family(title: str, name: str) -> str:
    """The *title* of a meeting without the *name* of the family in front, as others may see it; "" for none in front.

    >>> without_family("Unit meeting · Haile, family 2 of 3", "Haile")
    'Unit meeting · this family, 2 of 3'
    >>> without_family("Unit meeting · 3 families", "")
    'Unit meeting · 3 families'
    """
    return title.replace(f"{name}, family", "this family,").replace(name, "this family") if name else title
