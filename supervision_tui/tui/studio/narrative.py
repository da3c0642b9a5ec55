"""A family told in sentences, in the studio: typed or pasted above; below, each sentence beside what it was read as.

One key each takes a sentence, mends it or leaves it; a number answers what is asked. Nothing is kept before Ctrl+S.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import OptionList, Static, TextArea
from textual.widgets.option_list import Option

from supervision_tui.family.narrative import NarrativeError, SentenceReading
from supervision_tui.text import clean
from supervision_tui.tui.content import content, stacked
from supervision_tui.tui.layers import Dialog
from supervision_tui.tui.room_policy import RoomVisibility
from supervision_tui.tui.widgets.choice_list import ChoiceList
from supervision_tui.workspace.editing import narrative_edits

if TYPE_CHECKING:
    from supervision_tui.workspace.editing import FamilyEditor

MARKS: dict[narrative_edits.Standing, str] = {"taken": "[x]", "open": "[?]", "left": "[ ]"}
HINT = "Type or paste what people say. Tab: to the sentences and back. Nothing leaves this computer."
KEYS = "t take   m mend   l leave out   1-9 answer   T take all   Ctrl+S keep   Esc back"


class NarrativeScreen(Dialog[str]):
    """Tell a family in sentences; ends with a sentence about what was kept, or with nothing.

    Args:
        editor: the family, its steps and how it is saved: the studio's own.
        draft: what was told before and not kept.
    """

    room_visibility = RoomVisibility.HIDDEN
    AUTO_FOCUS = "#told"
    BINDINGS = [
        ("escape", "back", "Back to the drawing"), ("ctrl+s", "keep", "Keep"), ("t", "take", "Take"),
        ("m", "mend", "Mend"), ("l", "leave", "Leave out"), ("T", "take_all", "Take all"),
        *((str(number), f"answer({number})", "") for number in range(1, 10)),
    ]  # fmt: skip

    def __init__(self, editor: FamilyEditor, draft: narrative_edits.NarrativeDraft) -> None:
        super().__init__()
        self.editor, self.draft = editor, draft
        self.sentences: tuple[SentenceReading, ...] = ()

    def compose(self) -> ComposeResult:
        """The words, what they were read as, the keys."""
        with Vertical(classes="sheet wide") as sheet:
            sheet.border_title = "Told in sentences"
            sheet.border_subtitle = content(KEYS)
            yield Static(content(HINT, "$foreground 70%"), id="narrative_hint")
            yield TextArea(self.draft.text, id="told", tab_behavior="focus")
            yield ChoiceList(id="read_back", markup=False)
            yield Static(id="narrative_message")

    def on_mount(self) -> None:
        """Read what is there."""
        self.query_one("#told", TextArea).styles.height = "30%"
        self.query_one("#read_back", OptionList).styles.height = "1fr"
        self._read()

    @on(TextArea.Changed, "#told")
    def _typed(self, event: TextArea.Changed) -> None:
        self.draft.text = clean(event.text_area.text)
        self._read()

    def _read(self) -> None:
        """Each sentence beside its readback; the cursor stays where it was."""
        rows = self.query_one("#read_back", OptionList)
        before = rows.highlighted or 0
        try:
            self.sentences = self.draft.reading().sentences
        except NarrativeError as refused:
            self.say(str(refused))
            return
        rows.clear_options()
        rows.add_options([Option(self._row(sentence), id=str(sentence.number)) for sentence in self.sentences])
        if self.sentences:
            rows.highlighted = min(before, len(self.sentences) - 1)
        waiting = sum(self.draft.standing(sentence) == "open" for sentence in self.sentences)
        self.say(f"{waiting} of {len(self.sentences)} sentences are open." if waiting else "")

    def _row(self, sentence: SentenceReading) -> Content:
        standing = self.draft.standing(sentence)
        lines = [content(f"{MARKS[standing]} {sentence.number}. {sentence.sentence}", "bold")]
        if standing == "left":
            return stacked(*lines, content("      Left out."))
        lines.append(content(f"      {sentence.readback}", "$foreground 80%"))
        lines += [content(f"      ? {question}", "$warning") for question in sentence.questions]
        return stacked(*lines)

    def say(self, words: str) -> None:
        """Show a sentence under the list."""
        self.query_one("#narrative_message", Static).update(content(words, "bold"))

    # -- one key each --------------------------------------------------------------------------------------------------

    @property
    def highlighted(self) -> SentenceReading | None:
        """The sentence under the cursor, where the keys are in the list."""
        rows = self.query_one("#read_back", OptionList)
        at = rows.highlighted
        return self.sentences[at] if rows.has_focus and at is not None and at < len(self.sentences) else None

    def action_take(self) -> None:
        """Take the sentence as it was read back; go to the next."""
        if (sentence := self.highlighted) is not None:
            self.draft.take(sentence)
            self._read()
            self.query_one("#read_back", OptionList).action_cursor_down()

    def action_take_all(self) -> None:
        """Take every sentence that is open, as it was read back."""
        if self.highlighted is not None:
            for sentence in self.sentences:
                if self.draft.standing(sentence) == "open":
                    self.draft.take(sentence)
            self._read()

    def action_leave(self) -> None:
        """Leave the sentence out, or take it back in."""
        if (sentence := self.highlighted) is not None:
            self.draft.leave(sentence)
            self._read()

    def action_mend(self) -> None:
        """Go to the sentence among the words, to say it otherwise."""
        if (sentence := self.highlighted) is not None:
            words = self.query_one("#told", TextArea)
            start = max(words.text.find(sentence.sentence), 0)
            before = words.text[:start]
            words.move_cursor((before.count("\n"), start - (before.rfind("\n") + 1)))
            words.focus()

    def action_answer(self, choice: int) -> None:
        """Answer the first question of the sentence that has such a choice."""
        if (sentence := self.highlighted) is not None:
            if any(self.draft.answer(sentence, question, choice) for question in sentence.questions[:1]):
                self._read()
            else:
                self.say(
                    "That question has no such answer: t takes the sentence as it is, m mends it, l leaves it out."
                )

    def action_keep(self) -> None:
        """Put what was taken on the drawing, as one step that Ctrl+Z takes back."""
        try:
            new = self.draft.keep(self.editor)
        except ValueError as refused:
            self.say(str(refused))
            return
        self.draft.text = ""
        self.dismiss(f"Kept as told; {new} people are new. Ctrl+Z takes it back.")

    def action_back(self) -> None:
        """Back to the drawing; what was typed is there again until the studio is left."""
        self.dismiss("What you told waits here (s)." if self.draft.text.strip() else "")
