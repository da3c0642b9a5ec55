"""A session as question and answer: one stage after the other, every answer saved before the next question."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from supervision_tui.plain.closing import close
from supervision_tui.plain.commands import obey
from supervision_tui.plain.filling import Filling, Moved
from supervision_tui.plain.voice import Gone, Voice, choose
from supervision_tui.practice import Question
from supervision_tui.session import Locked
from supervision_tui.workspace.sitting import Sitting

MINUTE = 60


class Talk:
    """A session in the hands of its facilitator, on a plain terminal.

    Attributes:
        sitting: the session, its family and how it is saved.
        voice: says and asks.
        question: the question offered last.
        over: whether the facilitator left.
    """

    def __init__(self, sitting: Sitting, voice: Voice) -> None:
        self.sitting = sitting
        self.voice = voice
        self.question: Question | None = None
        self.over = False
        self._questions: Iterator[Question] = iter(())
        self._unsaved = ""
        sitting.when_saved(self._saved)

    def now(self) -> datetime:
        """The time."""
        return self.sitting.now()

    def _saved(self, words: str) -> None:
        """Called from the writer's thread: only remembered here, and told before the next question."""
        self._unsaved = words if words.startswith("not") else ""

    def run(self) -> None:
        """Hold the session until it is closed or left.

        Raises:
            Gone: nobody answers any more; everything answered so far is saved.
        """
        self.voice.say(self.sitting.title)
        self.voice.say("Answer in your own words, or give a command: /help lists them. Every answer is saved at once.")
        try:
            while not self.over:
                self._stage()
        except Gone:
            self.sitting.save()
            raise

    def _stage(self) -> None:
        runner, stage = self.sitting.runner, self.sitting.runner.stage
        self.question, self._questions = None, iter(())
        self.voice.say()
        mode = "Room for many ideas." if stage.mode == "curiosity" else "One clear answer."
        self.voice.say(f"Stage {runner.number} of {len(runner.template.stages)}: {stage.title}. {mode}")
        self.voice.say(self.sitting.named(stage.lead))
        if stage.rule:
            self.voice.say(self.sitting.named(stage.rule))
        if stage.not_written:
            self.voice.say(f"Not written down: {', '.join(stage.not_written)}.")
        try:
            filling = Filling(self.sitting, self.voice, self._heard)
            for slot in runner.slots():
                self._tell_trouble()
                filling.fill(slot)
            self._at_the_end_of_the_stage()
        except Moved:
            return

    def _at_the_end_of_the_stage(self) -> None:
        self._tell_trouble()
        while answer := self.voice.ask("Enter goes on; /ask offers a question."):
            if not self._heard(answer):
                self.voice.say("There is nothing to write here. /back or /change lead to what was asked.")
        self.next()

    def _tell_trouble(self) -> None:
        if self._unsaved:
            self.voice.say(f"{self._unsaved}. Go on; it is tried again with the next answer.")
        if self.sitting.runner.clock(self.now()).stage_left < 0:
            self.voice.say(f"The time for this stage is over. {self.time_in_words()} /more gives five minutes.")

    def _heard(self, answer: str) -> bool:
        return obey(self, answer)

    def next(self) -> None:
        """Go to the next stage, or to the close; a stage that waits for another one asks first."""
        runner = self.sitting.runner
        following = runner.following
        if following is None:
            self.sitting.save()
            self.over = close(self.sitting, self.voice)
            return
        try:
            runner.next(self.now())
        except Locked as locked:
            self.voice.say(str(locked))
            if choose(self.voice, "What now?", [("stay", "Stay here"), ("go", "Go on all the same")]) == "go":
                runner.go(following.id, self.now(), override=True)
        self.sitting.save()

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
        clock = self.sitting.runner.clock(self.now())
        left = round(clock.stage_left / MINUTE)
        stage = f"{left} minutes left" if left >= 0 else f"{-left} minutes over"
        return f"This stage: {stage}. The session: {round(clock.total_used / MINUTE)} of {clock.total_planned} minutes."
