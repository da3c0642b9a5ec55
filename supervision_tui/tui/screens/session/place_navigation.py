"""Going anywhere in a session and back again, the card of all keys, and time borrowed from a later stage."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from textual import on

from supervision_tui.practice import Destination
from supervision_tui.session import StageLockedError
from supervision_tui.session.clock import loans, minutes_over, minutes_wanted, stage_letters
from supervision_tui.session.fields import label_of
from supervision_tui.session.meeting_steps import MeetingStep
from supervision_tui.tui.dialogs.dialogs import ChooseScreen
from supervision_tui.tui.dialogs.key_choice import KeyChoiceScreen
from supervision_tui.tui.room_policy import ProgramWords
from supervision_tui.tui.screens.session.commands import GiveMinutes, GoAnywhere, Pause, PlaceBefore, SkipStage
from supervision_tui.tui.screens.session.go import LEAVE, GoScreen
from supervision_tui.tui.screens.session.go_lines import GoTarget
from supervision_tui.tui.screens.session.key_card import CardRow, KeyCardScreen, card_rows
from supervision_tui.tui.screens.session.next_family import TRAY, NextFamilyScreen
from supervision_tui.tui.screens.session.open_form import open_form
from supervision_tui.tui.session_base import SessionBase
from supervision_tui.tui.widgets.agenda import clock_words
from supervision_tui.tui.widgets.stage_list import StageList

if TYPE_CHECKING:
    from supervision_tui.session.clock import FamilyShare
    from supervision_tui.session.drafts import WaitingDraft
    from supervision_tui.workspace.disclosure import WrittenPlace

FROM_THE_END = "0"
"""The key that takes minutes from the end of the session."""
MOST_MISSING = 2
"""Needed answers that are told one by one at the end of a family's part."""
PAUSE, LEAVE_OUT = "p", "s"


@dataclass(frozen=True, slots=True)
class SlotPlace:
    """Where somebody was: a *step*, and the slot that was written in (its key, or "")."""

    step: MeetingStep
    slot: str


class PlaceNavigation(SessionBase):
    """The part of the session screen that goes from place to place."""

    _was: SlotPlace | None = None
    """Where Ctrl+O leads."""

    # --- go anywhere, and back ---------------------------------------------------------------------------------------

    @property
    def _place(self) -> SlotPlace:
        return SlotPlace(self.controller.here, self.current.key if self.current is not None else "")

    @on(GoAnywhere)
    def _go_anywhere(self) -> None:
        def gone(target: GoTarget | str | None) -> None:
            if target == LEAVE:
                self.leave_for_now()
            elif isinstance(target, GoTarget):
                self.go_to_place(target)

        self.app.push_screen(GoScreen(self.controller, clock_words(self.controller.clock())), gone)

    def go_to_place(self, target: GoTarget) -> None:
        """Go to a stage, a draft or a needed answer, and note where one was; a stage that waits for another asks."""
        if target.tray:
            self._go_to_tray(target.step.family)
            return
        if target.step == self.controller.here and target.waiting is None and target.needed is None:
            return
        if target.waiting is None and target.needed is None:
            try:
                self._go_noted(target.step, override=False)
            except StageLockedError as locked:
                self._ask_to_go(target.step, str(locked))
        elif target.waiting is not None:
            self.open_waiting(target.waiting)
        elif target.needed is not None:
            self._go_noted(target.step, slot=target.needed.slot_key)

    def _go_to_tray(self, family: str) -> None:
        """Open the tray of the part about *family*, from that part."""
        part = self.controller.part_about(family)
        step = MeetingStep(part.editor.session.stage, family)
        if step != self.controller.here:
            self._go_noted(step)
        self.call_later(self.run_action, "run_command('OpenTray')")

    def _go_noted(self, step: MeetingStep, *, slot: str = "", override: bool = True) -> None:
        before = self._place
        self.controller.go_to(step.stage, step.family, override=override)
        self._was = before
        self._arrive(slot)
        if before.step != step:
            self._tell_where(before.step)

    def _arrive(self, slot_key: str = "") -> None:
        """Show the stage that was gone to, with the cursor in the slot of that key, if there is one."""
        self.after_move()
        slot = next((slot for slot in self.editor.slots() if slot.key == slot_key), None)
        if slot is not None:
            self.write_in(slot)

    def _ask_to_go(self, step: MeetingStep, why: str) -> None:
        def decided(choice: str | None) -> None:
            if choice == "go":
                self._go_noted(step)

        choices = [("stay", "Stay here"), ("go", "Go there all the same")]
        self.app.push_screen(ChooseScreen("Not yet?", choices, why), decided)

    def _tell_where(self, before: MeetingStep) -> None:
        words = f"{self.step_in_words(self.controller.here)}. From {self.step_in_words(before)}: Ctrl+O."
        self.notify(ProgramWords(words) if not self.controller.is_meeting else words, markup=False)

    def step_in_words(self, step: MeetingStep) -> str:
        """A stage with its letter, and the family whose it is: "Haile, d The child"."""
        letter = stage_letters(self.controller.template)[step.stage]
        name = self.controller.family_names.get(step.family, step.family)
        stage = f"{letter} {self.controller.template.stage(step.stage).title}"
        return f"{name}, {stage}" if name else stage

    @on(PlaceBefore)
    def _where_i_was(self) -> None:
        was = self._was
        if was is None:
            self.notify(ProgramWords("You have not gone anywhere yet: F9 goes anywhere."), markup=False)
            return
        self._go_noted(was.step, slot=was.slot)

    def change_line(self, place: WrittenPlace) -> None:
        """Go to where something was written, with its words in the box, or to where it is to be written."""
        self._go_noted(MeetingStep(place.stage, place.family))
        slots = [slot for slot in self.editor.slots() if slot.field.id == place.field]
        slot = next((slot for slot in slots if slot.child == place.child), next(iter(slots), None))
        entry = next((entry for entry in self.editor.session.entries if entry.id == place.entry), None)
        if slot is not None:
            self.write_in(slot, entry)

    def open_waiting(self, waiting: WaitingDraft) -> None:
        """Go to where a draft waits, and open it."""
        self._go_noted(MeetingStep(waiting.draft.stage, waiting.family))
        if waiting.draft.id:
            open_form(self, waiting.slot, {}, draft=waiting.draft)
        else:
            self.write_in(waiting.slot)

    # --- the card of all keys ----------------------------------------------------------------------------------------

    def open_card(self) -> None:
        """Show every key with its letter; one of them is done, any other goes back to the words and is not typed.

        Tab does not lead out of a private field: there Esc on the card goes to the list, where another is chosen.
        """
        private = self.current is not None and self.current.field.destination is Destination.PRIVATE

        def pressed(row: CardRow | str | None) -> None:
            if isinstance(row, CardRow):
                self.call_later(self._do, row)
            elif row:
                words = f"“{row}” is not on the card, so nothing was typed. Your words are as they were."
                self.notify(ProgramWords(words), markup=False)
            elif private:
                self.query_one(StageList).focus()

        enabled = [kind for kind in self.COMMANDS_HERE if self.is_enabled(kind)]
        waits = f"Your words wait in {self._field_in_words}." if self.current is not None else "Nothing is open here."
        self.app.push_screen(
            KeyCardScreen(card_rows(enabled, self.app.keys), waits, "the list" if private else "your words"), pressed
        )

    async def _do(self, row: CardRow) -> None:
        await self.run_action(row.action)

    @property
    def _field_in_words(self) -> str:
        if self.current is None or self.current.field.destination is Destination.PRIVATE:
            return "their field"
        return f"“{label_of(self.current, self.controller.names)}”"

    # --- time --------------------------------------------------------------------------------------------------------

    @on(GiveMinutes)
    def _give_minutes(self) -> None:
        """Offer minutes from later stages, with what that costs, and from the end; pause; leave this stage out."""
        editor, now = self.editor, self.controller.now()
        clock = self.controller.clock()
        wanted, letters = minutes_wanted(clock), stage_letters(self.controller.template)
        lenders = loans(editor.session, editor.template, now)
        ends = now + timedelta(minutes=max(clock.total_planned - int(clock.total_used // 60), 0) + wanted)
        costs = (f"which has {loan.planned} and keeps {loan.leaves}" for loan in lenders)
        choices = [
            (str(number), f"{loan.minutes} from {letters[loan.lender]} {loan.title}, {cost}")
            for number, (loan, cost) in enumerate(zip(lenders, costs, strict=True), 1)
        ]
        from_end = f"{wanted} more from the end, which is then about {ends.astimezone():%H:%M}"
        if self.controller.here.family in self.controller.chosen:
            from_end = f"{wanted} more; the families after this one have less, and the end stays"
        choices.append((FROM_THE_END, from_end))
        running = editor.session.since is not None
        choices.append((PAUSE, "pause the clock" if running else "let the clock run again"))
        if self.is_enabled(SkipStage):
            choices.append((LEAVE_OUT, "leave this stage out, with a word why"))

        def decided(key: str | None) -> None:
            if key == PAUSE:
                self.post_message(Pause())
            elif key == LEAVE_OUT:
                self.post_message(SkipStage())
            elif key is not None:
                loan = None if key == FROM_THE_END else lenders[int(key) - 1]
                minutes, lender = (loan.minutes, loan.lender) if loan else (wanted, "")
                editor.more_time(minutes, self.controller.now(), lender=lender)
                self.save()
                self.show_time()

        title = f"Time: {letters[editor.stage.id]} {editor.stage.title}"
        self.app.push_screen(KeyChoiceScreen(title, choices, self._time_in_words), decided)

    def over_time_in_words(self) -> str:
        """How much a stage is over its time, and what a loan from the first later stage that can give it would cost."""
        editor, clock = self.editor, self.controller.clock()
        letters = stage_letters(self.controller.template)
        over = f"{minutes} min over" if (minutes := minutes_over(clock)) else "The time is over"
        for loan in loans(editor.session, editor.template, self.controller.now())[:1]:
            cost = f"({loan.planned}, leaves {loan.leaves})"
            return f" {over}. F7: take {loan.minutes} from {letters[loan.lender]} {loan.title} {cost} · F6 goes on"
        return f" {over}. F7: more from the end · F6 goes on"

    @property
    def _time_in_words(self) -> str:
        clock = self.controller.clock()
        used, planned = int(clock.stage_used // 60), int((clock.stage_used + clock.stage_left) // 60)
        over = f", {minutes_over(clock)} over" if minutes_over(clock) else ""
        return f"This stage has used {used} of its {planned} minutes{over}."

    # --- the next family ---------------------------------------------------------------------------------------------

    def begin_next_family(self, share: FamilyShare) -> None:
        """Offer the next family of the meeting its share of what is left, and say what waits in this one."""
        controller = self.controller
        here, names = controller.here.family, controller.family_names
        if self.app.room.on:
            names = {family: f"family {number}" for number, family in enumerate(controller.family_order, 1)}
        drafts = [draft for draft in controller.waiting_drafts() if draft.family == here]
        held = {stage.id for stage in controller.template.stages if stage.phase == "family"}
        needed = [need for need in controller.overview().needed if need.family == here and need.stage in held]
        rows = []
        if lines := controller.trays().get(here, 0):
            rows.append(("Tray", f"{lines} line{'s' if lines > 1 else ''}: F8 places them; else they wait, counted"))
        shown = self.app.room.may_show(here)
        named = self.app.room.names_another_family
        waits = (words if shown and not named(words) else "a draft" for draft in drafts if (words := draft.in_words()))
        rows += [("Waits", f"{words}. F9 opens it") for words in waits]
        rows += [("Missing", need.words) for need in needed[:MOST_MISSING] if shown]
        if len(needed) > MOST_MISSING or (needed and not shown):
            rows.append(("Missing", f"{len(needed)} answers in all: F9 leads to each"))

        def decided(answer: int | str | None) -> None:
            if isinstance(answer, int):
                if answer != share.planned:
                    controller.give_family(share.family, answer)
                self._was = self._place
                controller.forward(override=True)
                self.after_move()
            elif answer is not None:
                command = "OpenTray" if answer == TRAY else "GoAnywhere"
                self.call_later(self.run_action, f"run_command('{command}')")

        ends, begins = (names.get(family, family) for family in (here, share.family))
        self.app.push_screen(NextFamilyScreen((ends, begins), share, rows, controller.now()), decided)

    def leave_for_now(self) -> None:
        """Leave the session as it is."""
        raise NotImplementedError
