"""What a session needs to be held in words: where it stands, its questions, its time."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from supervision_tui.plain.closing import close
from supervision_tui.plain.terminal_io import Voice, choose
from supervision_tui.practice import Question
from supervision_tui.session import StageLockedError
from supervision_tui.workspace.running.meeting import AnySitting

MINUTE = 60


class Talk:
    """A session in the hands of its facilitator, on a plain terminal.

    Attributes:
        sitting: the session, its family and how it is saved.
        voice: says and asks.
        question: the question offered last.
        over: whether the facilitator left, or the session is closed.
        unsaved: why the last save failed; nothing when it did not.
    """

    def __init__(self, sitting: AnySitting, voice: Voice) -> None:
        self.sitting = sitting
        self.voice = voice
        self.question: Question | None = None
        self.over = False
        self._questions: Iterator[Question] = iter(())
        self.unsaved = ""
        sitting.when_saved(self._saved)

    def now(self) -> datetime:
        """The time."""
        return self.sitting.now()

    def _saved(self, words: str) -> None:
        """Called from the writer's thread: only remembered here, and told before the next question."""
        self.unsaved = words if words.startswith("not") else ""

    def next(self) -> None:
        """Go to the next stage, or to the close; a stage that waits for another one asks first."""
        if self.sitting.at_end:
            self.sitting.save()
            self.over = close(self.sitting, self.voice)
            return
        try:
            self.sitting.forward()
        except StageLockedError as locked:
            self.voice.say(str(locked))
            if choose(self.voice, "What now?", [("stay", "Stay here"), ("go", "Go on all the same")]) == "go":
                self.sitting.forward(override=True)
        self.sitting.save()

    def fresh(self) -> None:
        """Another stage is open: its questions are others."""
        self.question, self._questions = None, iter(())

    def another_question(self) -> Question | None:
        """The next question for this stage; after the last one it begins again."""
        found = next(self._questions, None)
        if found is None:
            self._questions = iter(self.sitting.questions())
            found = next(self._questions, None)
        self.question = found
        return found

    def time_in_words(self) -> str:
        """How much of the stage's and of the session's time is gone."""
        clock = self.sitting.clock()
        left = round(clock.stage_left / MINUTE)
        stage = f"{left} minutes left" if left >= 0 else f"{-left} minutes over"
        return f"This stage: {stage}. The session: {round(clock.total_used / MINUTE)} of {clock.total_planned} minutes."
