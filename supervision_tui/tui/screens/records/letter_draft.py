"""A letter to a child before it is written: its words, to be changed, and what is left out until it is brought in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import OptionList, Static, TextArea
from textual.widgets.option_list import Option

from supervision_tui.records.kinds import DRAFT
from supervision_tui.text import SafeText
from supervision_tui.tui.content import content
from supervision_tui.tui.dialogs.dialogs import AskScreen
from supervision_tui.tui.layers import Dialog
from supervision_tui.tui.room_policy import RoomVisibility
from supervision_tui.tui.widgets.choice_list import ChoiceList

if TYPE_CHECKING:
    from supervision_tui.records.kinds import LetterDraft
    from supervision_tui.tui.base import Program


class LetterDraftScreen(Dialog["LetterDraft | None"]):
    """Change a letter, bring lines in, go on; ``None`` where nothing should be written.

    Args:
        draft: the letter as the record makes it.
        warning: who else may read it; "" where nobody harms.
    """

    app: Program
    room_visibility = RoomVisibility.HIDDEN
    BINDINGS = [("escape", "dismiss(None)", "Back"), ("f2", "go_on", "Go on")]

    def __init__(self, draft: LetterDraft, warning: str = "") -> None:
        super().__init__()
        self.draft = draft
        self._warning = warning

    def compose(self) -> ComposeResult:
        """What to think of, the letter, what is left out."""
        with Vertical(classes="sheet wide") as sheet:
            sheet.border_title = content(f"A letter to {self.draft.name}")
            sheet.border_subtitle = "F2 goes on · Tab to what is left out · Esc writes nothing"
            words = "\n".join(filter(None, (self._warning, DRAFT.format(name=self.draft.name))))
            yield Static(content(words), classes="quiet", id="letter_note")
            yield TextArea(self.draft.text, id="letter_words")
            yield Static(content("Left out. Enter brings a line in, in your words to the child:"), id="left_out_label")
            yield ChoiceList(id="left_out", markup=False)

    def on_mount(self) -> None:
        """Ready to be read and changed."""
        self._fill()
        self.query_one(TextArea).focus()

    def _fill(self) -> None:
        left_out = self.draft.left_out
        rows = [Option(content(f"{line.words}  ({line.why})"), id=str(line.number)) for line in left_out]
        options = self.query_one("#left_out", OptionList)
        options.set_options(rows)
        options.highlighted = 0 if rows else None
        options.display = self.query_one("#left_out_label").display = bool(rows)

    @property
    def changed_draft(self) -> LetterDraft:
        """The draft with what was changed in it so far."""
        text = str(SafeText(self.query_one(TextArea).text))
        return self.draft if text.strip() == self.draft.text.strip() or not text.strip() else self.draft.with_text(text)

    @on(OptionList.OptionSelected, "#left_out")
    def _bring_in(self, event: OptionList.OptionSelected) -> None:
        number = int(str(event.option_id))
        line = next(line for line in self.draft.left_out if line.number == number)

        def bring_in(words: str | None) -> None:
            if words is None:
                return
            self.draft = self.changed_draft.with_line(number, str(SafeText(words)))
            self.query_one(TextArea).text = self.draft.text
            self._fill()

        question = f"{line.words}\n\nIn words to {self.draft.name}, safe where {self.draft.name} reads them:"
        self.app.push_screen(AskScreen(question, "Maya comes on Thursday to see how you are."), bring_in)

    def action_go_on(self) -> None:
        """The letter as it stands now."""
        self.dismiss(self.changed_draft)
