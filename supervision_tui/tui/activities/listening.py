"""Listening for change: what somebody said, marked tentatively; a reflection offered; two rulers.

Miller and Rollnick 2013, 2023; the marks are suggestions (see ``practice.motivational.ACCURACY``), never a grade.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Literal

from textual.binding import Binding, BindingType
from textual.content import Content

from supervision_tui.practice import Destination
from supervision_tui.practice.motivational import (
    ACCURACY,
    ASKED_OF_A_REFLECTION,
    ASKED_OF_INFORMATION,
    CodedTurn,
    Turn,
    code,
    named_change,
    read_turns,
    summary,
)
from supervision_tui.session import Field, Slot
from supervision_tui.text import SafeText
from supervision_tui.tui.activities.activity_panel import QUIET, ActivityPanel, heading, marked_line
from supervision_tui.tui.content import content, inline
from supervision_tui.tui.dialogs.dialogs import AskScreen, NoticeScreen

if TYPE_CHECKING:
    from supervision_tui.tui.session_base import SessionBase

TALK = "listening~talk"
"""Where the conversation rests while the session is open: a draft, private, gone when it closes."""
MOST_ON_A_RULER = 10
RULERS = {"importance": "How important is it to them?", "confidence": "How sure are they that they could?"}
"""The two rulers (Rollnick, Mason and Butler 1999), as the person would put it, not as we would."""
NOT_LOWER = "Why that number and not lower? What would make it one higher?"
KEPT_IN = {"change talk": "change_talk", "sustain talk": "sustain_talk"}
"""The field of the stage in which words are kept, by the way they lean."""


class ListeningPanel(ActivityPanel):
    """Turns of a conversation with what each may be. Only what somebody keeps is written down."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("t", "add_turn('person')", "They said", show=False),
        Binding("r", "add_turn('worker')", "We reflect", show=False),
        Binding("up", "step(-1)", "Up", show=False),
        Binding("down", "step(1)", "Down", show=False),
        Binding("k,enter", "keep", "Keep the words", show=False),
        Binding("i", "ruler('importance')", "Importance", show=False),
        Binding("c", "ruler('confidence')", "Confidence", show=False),
        Binding("a", "name_change", "About which change?", show=False),
        Binding("h", "show_accuracy", "How sure is this?", show=False),
    ]
    KEYS = "t they said · r we reflect · a about · Enter keeps · i importance · c confidence · h how sure is this?"

    def __init__(self, screen: SessionBase) -> None:
        super().__init__(screen)
        self.turns: list[CodedTurn] = []
        self.at = 0
        self._here = Slot(screen.editor.session.stage, Field(TALK, "What was said", Destination.PRIVATE))
        self.change = ""
        if draft := screen.editor.drafted(self._here):
            self.change = named_change(draft.text)
            self.turns = list(code(read_turns(draft.text), self.change)) if self._has_turns(draft.text) else []

    @staticmethod
    def _has_turns(text: str) -> bool:
        """Whether there is more than the name of the change."""
        return len(text.splitlines()) > bool(named_change(text))

    def content_lines(self) -> list[Content]:
        """The conversation, the marks of the chosen turn, counts as ranges."""
        rows = [heading("Listen for change", "reflections only in this round; the marks are guesses")]
        if self.change:
            rows.append(content(f"  About: {self.change}", QUIET))
        for number, turn in enumerate(self.turns):
            who = "we" if turn.speaker == "worker" else "they"
            marked_as = turn.main or "not coded"
            unsure = "?" if turn.unsure else ""
            rows.append(
                inline(
                    marked_line(f"{who}: {turn.text}", chosen=number == self.at),
                    content(f"  [{marked_as}{unsure}]", "$secondary"),
                )
            )
        if not self.turns:
            rows.append(content("  Press t and type a sentence as the parent said it.", QUIET))
            return rows
        turn = self.turns[self.at]
        marked = ", ".join(f"“{words}”" for words in turn.matched)
        rows += [Content(""), content(f"Because of: {marked}" if marked else "No cue was found in these words.", QUIET)]
        if turn.main == "reflection":
            rows.append(content(ASKED_OF_A_REFLECTION))
        elif "information" in turn.main:
            rows.append(content(ASKED_OF_INFORMATION))
        counts = [str(count) for count in summary(self.turns).counts if count.high]
        return [
            *rows,
            content(" · ".join(counts), QUIET),
            content("Suggestions to talk about; h says how sure.", QUIET),
        ]

    def action_step(self, step: int) -> None:
        """Choose another turn."""
        if self.turns:
            self.at = (self.at + step) % len(self.turns)
            self.draw()

    def action_add_turn(self, who: Literal["worker", "person"]) -> None:
        """Type what was said, or a reflection that could be offered."""
        question = "What did they say, as they said it?" if who == "person" else "A reflection we could offer"
        hint = "I know I should, but ..." if who == "person" else "Part of you ... (no question, no advice)"

        def add_turn(words: str | None) -> None:
            if words:
                turns = [Turn(turn.speaker, turn.text) for turn in self.turns]
                self.turns = list(code([*turns, Turn(who, SafeText(words))], self.change))  # the turns before it count
                self.at = len(self.turns) - 1
                self._keep_draft()

        self.app.push_screen(AskScreen(question, hint), add_turn)

    def action_name_change(self) -> None:
        """Name the change that the talk is about; words that lean elsewhere become unsure."""

        def take_name(words: str | None) -> None:
            if words:
                self.change = words
                self.turns = list(code([Turn(turn.speaker, turn.text) for turn in self.turns], words))
                self._keep_draft()

        self.app.push_screen(AskScreen("Which change is this talk about?", "e.g. drinking less in the week"), take_name)

    def _keep_draft(self) -> None:
        about = [f"change: {self.change}"] if self.change else []
        talk = "\n".join([*about, *(f"{turn.speaker}: {turn.text}" for turn in self.turns)])
        self.editor.draft(self._here, talk, self.controller.now())
        self.session_screen.save()
        self.draw()

    def action_keep(self) -> None:
        """Keep the words of the chosen turn: where they lean, or as a reflection to offer."""
        if not self.turns:
            return
        turn = self.turns[self.at]
        self._write("reflection" if turn.speaker == "worker" else KEPT_IN.get(turn.main, "sustain_talk"), turn.text)

    def _write(self, field: str, words: str) -> None:
        slot = self.slot(field)
        if slot is None:
            return
        editor = self.editor
        if slot.field.kind == "line":  # one answer: what stands there stays, the new words come below
            old = [str(entry.text) for entry in editor.session.entries_in(field)]
            if words in "\n".join(old).splitlines():
                return
            words = "\n".join([*old, words])
        editor.write(slot, words, self.controller.now(), author=self.controller.me)
        self.notify(f"Kept under: {slot.field.label}", markup=False)
        self.changed()

    def action_ruler(self, which: str) -> None:
        """Ask for a number on a ruler, then why it is not lower: the answer is their own reason to change."""

        def take_number(words: str | None) -> None:
            number = (words or "").strip()
            if not number.isdecimal() or int(number) > MOST_ON_A_RULER:
                if number:
                    self.notify("Please give a whole number from 0 to 10.", markup=False)
                return

            def write_reason(why: str | None) -> None:
                self._write("change_talk", f"{which.capitalize()} {number} of 10{f': {why}' if why else ''}")

            self.app.push_screen(AskScreen(NOT_LOWER, "in their words; leave it empty if nobody knows"), write_reason)

        self.app.push_screen(AskScreen(f"{RULERS[which]} From 0 to 10, as they would say it", "0 to 10"), take_number)

    def action_show_accuracy(self) -> None:
        """How far the marks can be trusted."""
        self.app.push_screen(NoticeScreen("How sure is this?", ACCURACY))
