"""What a session in question and answer needs: where it stands, its questions, its time."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import TYPE_CHECKING

from supervision_tui.plain.closing import close_session
from supervision_tui.plain.terminal_io import TerminalIO, choose
from supervision_tui.plain.tray import offer_trays
from supervision_tui.practice import Question
from supervision_tui.session import StageLockedError
from supervision_tui.session.clock import share_in_words
from supervision_tui.workspace.running import SessionController

if TYPE_CHECKING:
    from supervision_tui.practice.questions import Purpose
    from supervision_tui.session.meeting_steps import MeetingStep

MINUTE = 60


class Conversation:
    """A session in the hands of its facilitator, on a plain terminal.

    Attributes:
        controller: the session, its family and how it is saved.
        io: says and asks.
        question: the question offered last.
        heard_by: whom the questions are put to.
        words: what stood behind the command that is being done.
        over: whether the facilitator left, or the session is closed.
        was: where one was before going elsewhere.
        unsaved: why the last save failed; nothing when it did not.
    """

    def __init__(self, controller: SessionController, io: TerminalIO) -> None:
        self.controller = controller
        self.io = io
        self.question: Question | None = None
        self.words = ""
        self.over = False
        self._questions: Iterator[Question] = iter(())
        self._offered: frozenset[str] = frozenset()
        """Lines of trays that were offered at the end of a part."""
        self.heard_by: Purpose = "group"
        self.unsaved = ""
        self.was: MeetingStep | None = None
        controller.on_save_status(self._saved)

    def now(self) -> datetime:
        """The time."""
        return self.controller.now()

    def _saved(self, words: str) -> None:
        """Called from the writer's thread: only noted here, and said before the next question."""
        self.unsaved = words if words.startswith("not") else ""

    def next(self) -> None:
        """Go to the next stage, or to the close; a stage that waits for another one asks first."""
        if self.controller.at_end:
            self.controller.save()
            offer_trays(self.controller, self.io, closing=True)
            self.over = close_session(self.controller, self.io)
            return
        self._part_ends()
        try:
            self.controller.forward()
        except StageLockedError as locked:
            self.io.say(str(locked))
            if choose(self.io, "What now?", [("stay", "Stay here"), ("go", "Go on all the same")]) == "go":
                self.controller.forward(override=True)
        self.controller.save()

    def _part_ends(self) -> None:
        """Before another part of a meeting: offer the next family its share of the time, and what waits in trays."""
        share, waiting = self.controller.next_family(), self.controller.tray_line_ids()
        if (share or self.controller.stage_end == "part") and not waiting <= self._offered:
            self._offered |= waiting
            offer_trays(self.controller, self.io)
        if share is None:
            return
        name = self.controller.family_names.get(share.family, share.family)
        self.io.say(share_in_words(share, name, share.fair, self.now()))
        answer = self.io.ask(f"Minutes for {name}? Enter alone: {share.fair}. The plan has {share.planned}.").strip()
        while answer and not (answer.isdecimal() and answer.isascii() and 0 < int(answer) <= share.left):
            answer = self.io.ask(f"A number from 1 to {share.left}; Enter alone: {share.fair}.").strip()
        minutes = int(answer) if answer else share.fair
        if minutes != share.planned:
            self.controller.give_family(share.family, minutes)

    def stage_opened(self) -> None:
        """Another stage is open: the questions offered are its own."""
        self.question, self._questions = None, iter(())

    def put_to(self, hearer: Purpose) -> None:
        """Offer questions that are put to *hearer* from now on."""
        self.heard_by = hearer
        self.stage_opened()

    def another_question(self) -> Question | None:
        """The next question for this stage; after the last one it begins again."""
        question = next(self._questions, None)
        if question is None:
            self._questions = iter(self.controller.questions(heard_by=self.heard_by))
            question = next(self._questions, None)
        self.question = question
        return question

    def time_in_words(self) -> str:
        """How much of the stage's and of the session's time is gone."""
        clock = self.controller.clock()
        left = round(clock.stage_left / MINUTE)
        stage = f"{left} minutes left" if left >= 0 else f"{-left} minutes over"
        return f"This stage: {stage}. The session: {round(clock.total_used / MINUTE)} of {clock.total_planned} minutes."
