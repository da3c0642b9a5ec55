"""Sixteen words typed as they are told by voice: counted while they come, looked at before anything begins."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Input, Static

from supervision_tui.parcels import PairingWords, WrongPairingWordsError
from supervision_tui.tui.content import content, filled
from supervision_tui.tui.dialogs.dialogs import AskScreen
from supervision_tui.tui.widgets.line_box import LineBox
from supervision_tui.vault.keys.key_words import COUNT

_PER_LINE, _COLUMN = 4, 14


class AskPairingWordsScreen(AskScreen):
    """Ask for the sixteen words; ``None`` when the person goes back.

    Below the field stand the words so far as they are understood, four to a line as the other side reads them out. A
    slip is named and the words stay, so that one word is typed again and not all sixteen.
    """

    def __init__(self) -> None:
        super().__init__(
            "The sixteen words, in order, with blanks between.\nFour letters of each are enough.",
            "for example  belf yell drif",
        )

    def compose(self) -> ComposeResult:
        """The question, the field, the words so far."""
        with Vertical(classes="sheet"):
            yield Static(content(self._question))
            yield LineBox(placeholder=self._hint, told_once=True)
            yield Static(content(_so_far("")), id="words_read", classes="quiet")
            yield Static(content("Enter to go on · Esc to go back"), classes="quiet")

    @on(Input.Changed)
    def _show_words(self, event: Input.Changed) -> None:
        readback = self.query_one("#words_read", Static)
        readback.remove_class("trouble")
        readback.update(content(_so_far(event.value)))

    def _take(self, words: str) -> None:
        try:
            PairingWords.read(words)
        except WrongPairingWordsError as slip:
            readback = self.query_one("#words_read", Static)
            readback.add_class("trouble")
            readback.update(content(f"{_so_far(words)}\n{slip}"))
            return
        self.dismiss(words)


def _so_far(typed: str) -> str:
    """The words *typed* until now, numbered, four to a line, and how many are still to come."""
    words = PairingWords.parts(typed)
    rows = [
        "".join(
            filled(f"{at + row:2} {word[:9]}", _COLUMN) for at, word in enumerate(words[row : row + _PER_LINE], 1)
        ).rstrip()
        for row in range(0, len(words), _PER_LINE)
    ]
    rest = COUNT - len(words)
    count = "" if rest == 0 else f"{rest} more to come" if rest > 0 else f"{-rest} too many"
    return "\n".join(filter(None, (*rows, count)))
