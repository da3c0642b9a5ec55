"""A few choices with a key each: the key chooses at once, arrows and Enter choose too."""

from __future__ import annotations

from textual.events import Key

from supervision_tui.tui.dialogs.dialogs import ChooseScreen


class KeyChoiceScreen(ChooseScreen):
    """Choose one of a few things by its key; ``None`` when the person goes back.

    Args:
        question: what is asked.
        choices: the key (one sign) and the words of each, the first of which Enter takes.
        words: what to read first.
    """

    ABOUT = (
        "One of a few answers: the key before an answer chooses it at once; the arrows and Enter do too. "
        "Esc goes back, and nothing is changed."
    )

    def __init__(self, question: str, choices: list[tuple[str, str]], words: str = "") -> None:
        super().__init__(question, [(key, f"{key}  {choice}") for key, choice in choices], words)
        self._keys = {key for key, _ in choices}

    def on_key(self, event: Key) -> None:
        """A key that is one of the choices chooses it."""
        if event.character in self._keys:
            event.stop()
            self.dismiss(event.character)
