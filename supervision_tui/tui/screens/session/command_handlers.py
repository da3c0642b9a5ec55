"""How the session screen answers its commands: stages, clock, questions, undo, the studio, the close."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from textual import on

from supervision_tui.days import day_in_words
from supervision_tui.family.views import Perspective
from supervision_tui.records import render_record
from supervision_tui.session import working_methods
from supervision_tui.session.clock import stage_letters
from supervision_tui.session.drafts import JOT, WaitingDraft
from supervision_tui.tui.activities import choose_panel, open_panel, refocus_panel
from supervision_tui.tui.commands import enabled_when
from supervision_tui.tui.dialogs.dialogs import AskScreen, NoticeScreen
from supervision_tui.tui.navigation import screen
from supervision_tui.tui.room_policy import ProgramWords
from supervision_tui.tui.screens.session.commands import (
    ChooseFamilies,
    EndNow,
    Genogram,
    KeepQuestion,
    LeaveSession,
    NextHearer,
    NextStage,
    OpenVisitCard,
    Pause,
    Redo,
    ShowFamilyPage,
    ShowLastTime,
    ShowQuestions,
    SkipStage,
    StageBefore,
    Undo,
    WorkTogether,
)
from supervision_tui.tui.screens.session.question_list import QuestionListScreen, QuestionRequest
from supervision_tui.tui.screens.session.take_back import TakeBackScreen
from supervision_tui.tui.screens.session.tray_handlers import TrayHandlers
from supervision_tui.tui.widgets.question_card import QuestionCard
from supervision_tui.workspace.disclosure import WrittenPlace
from supervision_tui.workspace.reports import since_last_time

if TYPE_CHECKING:
    from datetime import date

    from supervision_tui.practice import Question
    from supervision_tui.practice.questions import Purpose
    from supervision_tui.workspace import Workspace
    from supervision_tui.workspace.reports import SinceLastTime


MOST_STEPS_SHOWN = 6
"""Steps that stand in the frame of what can be taken back."""
HEARERS: Mapping[Purpose, str] = {"group": "for us", "visit": "for the family", "child": "for a child"}
"""Whom questions may be put to, in the order in which a key goes through them."""


def visit_card_in_words(workspace: Workspace, family: str | None) -> str:
    """What its author prepared for a visit to *family*, as text; "" where no visit waits to be looked back on."""
    card = workspace.visit_card(family) if family else None
    return render_record(card, "txt") if card else ""


class SessionCommandHandlers(TrayHandlers):
    """The half of the session screen that answers its commands."""

    _last_times: dict[str, SinceLastTime | None]
    """What stands since the last session about each family that was in front, by its id."""

    @on(NextStage)
    def _next_stage(self) -> None:
        if not self.controller.at_end:
            self.go_on()
            return
        self.save()
        self.close_session()

    def close_session(self, *, early: bool = False) -> None:
        """Show what would be written; from there something that is missing, or that waits, can be opened.

        Lines that wait in a tray are offered first.
        """
        if not self.offer_trays(lambda: self._show_close(early=early)):
            self._show_close(early=early)

    def _show_close(self, *, early: bool) -> None:
        """Show what would be written."""

        def left(where: WaitingDraft | WrittenPlace | None) -> None:
            if isinstance(where, WaitingDraft):
                self.open_waiting(where)
            elif isinstance(where, WrittenPlace) and where.field == JOT.id:
                self.open_tray(everywhere=True, after=lambda: self._show_close(early=early))
            elif isinstance(where, WrittenPlace):
                self.change_line(where)

        self.app.push_screen(screen("close session", self.controller, early=early), left)

    @enabled_when(StageBefore)
    def _is_after_the_first_stage(self) -> bool:
        return self.controller.number > 1

    @on(ShowFamilyPage)
    def _family_page(self) -> None:
        if self.controller.family is not None:
            self.save()
            self.app.push_screen(screen("family page", self.controller.family.id), lambda _: refocus_panel(self))

    @enabled_when(Genogram, ShowFamilyPage)
    def _has_a_family(self) -> bool:
        return self.controller.family is not None

    @on(Genogram)
    def _genogram(self) -> None:
        controller, stories = self.controller, self.app.workspace.stories
        if controller.family is not None:
            family_editor = self.app.workspace.family_editor(
                controller.family.id, lambda family: controller.family_changed(stories.joined(family))
            )
            self.app.push_screen(screen("studio", family_editor, self.editor.session.children))

    def compare_days(self, day: date) -> None:
        """Show the family's drawing as on *day* and as it is today, beside each other."""
        workspace, family = self.app.workspace, self.controller.family
        if family is not None:
            sides = (Perspective(day=day, words=day_in_words(day)), Perspective(day=workspace.today(), words="today"))
            self.app.push_screen(screen("compare days", workspace.family_editor(family.id), *sides, ""))

    @enabled_when(ShowLastTime)
    def _was_spoken_of(self) -> bool:
        return self._last_times.get(self.editor.session.family_id or "") is not None

    @on(ShowLastTime)
    def show_last_time(self) -> None:
        """Open what stands since last time."""
        since = self._last_times.get(self.editor.session.family_id or "")
        if since is not None:
            self.app.push_screen(screen("since last time", self, since), lambda _: refocus_panel(self))

    def begin_with_last_time(self) -> None:
        """A part that was only just begun opens with what stands since last time, once."""
        session = self.editor.session
        family = session.family_id or ""
        if not family or family in self._last_times:
            return
        self._last_times[family] = since_last_time(self.app.workspace, family)
        if self.app.screen is self and not (session.entries or session.drafts or session.tray):
            self.show_last_time()

    @enabled_when(ChooseFamilies)
    def _is_a_meeting(self) -> bool:
        return self.controller.is_meeting

    @enabled_when(WorkTogether)
    def _has_ways(self) -> bool:
        return bool(working_methods(self.editor))

    @on(WorkTogether)
    def _work_together(self) -> None:
        choose_panel(self)

    @on(ShowQuestions)
    def _show_questions(self) -> None:
        """Show every question of the stage, and its tools."""
        card, stage = self.query_one(QuestionCard), self.editor.stage
        letter = stage_letters(self.controller.template)[stage.id]
        order = list(HEARERS)
        following = HEARERS[order[(order.index(self.heard_by) + 1) % len(order)]] if self.is_enabled(NextHearer) else ""
        listed = QuestionListScreen(
            f"{letter} {stage.title}", card.questions, card.current, working_methods(self.editor), following
        )

        def chosen(wish: QuestionRequest | None) -> None:
            if wish is None:
                return
            if wish.act == "put" and wish.question is not None:
                card.put(wish.question)
            elif wish.act == "keep" and wish.question is not None:
                self._keep(wish.question)
            elif wish.act == "tool" and wish.tool is not None:
                open_panel(self, wish.tool)
            elif wish.act == "library":
                self.call_later(self.run_action, "app.library")
            elif wish.act == "hearer":
                self._who_hears()
                self.call_later(self._show_questions)  # the list stays: h again leads to the next, and is not typed

        self.app.push_screen(listed, chosen)

    @enabled_when(NextHearer)
    def _is_about_a_family(self) -> bool:
        return self.controller.family is not None

    @on(NextHearer)
    def _who_hears(self) -> None:
        order = list(HEARERS)
        self.heard_by = order[(order.index(self.heard_by) + 1) % len(order)]
        self.offer_questions()
        self.notify(ProgramWords(f"Questions {HEARERS[self.heard_by]}."), markup=False)

    @on(KeepQuestion)
    def _keep_question(self) -> None:
        card = self.query_one(QuestionCard)
        if card.current is not None:
            self._keep(card.current)

    def _keep(self, question: Question) -> None:
        """Keep *question* for the visit; one that is on the stage gives way to the next."""
        card = self.query_one(QuestionCard)
        if self.controller.keep_question(question):
            self.changed()
            self.notify("Kept for the visit.", markup=False)
        else:
            self.notify("This one is for your own thoughts; it is not written down.", markup=False)
        if question is card.current:
            card.another()

    @on(Pause)
    def _pause(self) -> None:
        editor, now = self.editor, self.controller.now()
        if editor.session.since is None:
            editor.restart_clock(now)
        else:
            editor.pause_clock(now)
        self.save()
        self.show_time()

    @on(Undo)
    def undo_beyond_box(self) -> None:
        """Show the steps that can be taken back; nothing is before Enter."""
        steps = self.editor.steps_to_undo(MOST_STEPS_SHOWN, with_words=not self.app.room.on)
        if not steps:
            self.notify(ProgramWords("There is nothing to take back."), markup=False)
            return

        def decided(count: int | None) -> None:
            taken = [self.editor.undo() for _ in range(count or 0)]
            if taken:
                self.after_undo(f"Taken back: {'; '.join(taken)}. Ctrl+Y does it again.")

        self.app.push_screen(TakeBackScreen(steps), decided)

    @on(Redo)
    def redo_beyond_box(self) -> None:
        """Do again what was taken back last."""
        taken = self.editor.redo()
        self.after_undo(f"Done again: {taken}." if taken else "There is nothing to do again.")

    @enabled_when(SkipStage)
    def _is_before_the_last_stage(self) -> bool:
        return not self.controller.at_end

    @on(SkipStage)
    def _skip_stage(self) -> None:
        def decided(reason: str | None) -> None:
            if reason:
                self.skip(reason)

        self.app.push_screen(AskScreen("Why is this stage left out today?", "a few words"), decided)

    @on(OpenVisitCard)
    def _open_visit_card(self) -> None:
        if self.app.room.on:
            self.notify("Your card is private: it does not open in room view. Ctrl+R leaves room view.", markup=False)
            return
        words = visit_card_in_words(self.app.workspace, self.editor.session.family_id)
        if words:
            self.app.push_screen(NoticeScreen("Your own card: for your eyes", words))
        else:
            self.notify("No card yet: prepare a visit to this family and close it, then it is here.", markup=False)

    @on(EndNow)
    def _end_now(self) -> None:
        self.save()
        self.close_session(early=True)

    @on(LeaveSession)
    def leave_for_now(self) -> None:
        """Stop the clock, save, and leave the session as it is."""
        editor = self.editor
        if editor.session.since is not None:
            editor.pause_clock(self.controller.now())
        self.save()
        self.dismiss()
