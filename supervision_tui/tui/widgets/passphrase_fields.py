"""A new passphrase, written twice so that a slip of the finger locks nobody out."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Static

from supervision_tui.tui.content import content
from supervision_tui.tui.widgets.line_box import LineBox

NEW = "A passphrase: three or four words that only you would put together"
DIFFERENT = "The two passphrases differ. Please write the second one again."


class PassphraseFields(Vertical):
    """Two unseen lines for a new passphrase.

    Args:
        label: what stands above the first.
        optional: whether both may stay empty: then nothing is locked.
    """

    DEFAULT_CSS = "PassphraseFields { height: auto; }"

    def __init__(self, label: str = NEW, *, optional: bool = False, id: str = "new_passphrase") -> None:  # noqa: A002 - Textual's own name for it
        super().__init__(id=id)
        self._label = label
        self._optional = optional

    def compose(self) -> ComposeResult:
        """A label and a line, twice."""
        yield Static(content(self._label), classes="label")
        yield LineBox(password=True, id="new")
        yield Static("The same passphrase again", classes="label")
        yield LineBox(password=True, id="again")

    @property
    def passphrase(self) -> str:
        """What stands in the first line."""
        return self.query_one("#new", LineBox).value

    def start(self) -> None:
        """Put the cursor into the first line."""
        self.query_one("#new", LineBox).focus()

    def problem(self) -> str:
        """What is wrong with the passphrase as one sentence, or "".

        Where something is wrong, what has to be written again is emptied and has the cursor.
        """
        from supervision_tui.vault.keys.passphrase_policy import advice  # noqa: PLC0415 - after the first paint

        first, second = self.query(LineBox)
        if self._optional and not first.value and not second.value:
            return ""
        if trouble := advice(first.value):
            first.clear()
            second.clear()
            first.focus()
            return trouble
        if first.value != second.value:
            second.clear()
            second.focus()
            return DIFFERENT
        return ""

    def clear(self) -> None:
        """Empty both lines."""
        for box in self.query(LineBox):
            box.clear()
