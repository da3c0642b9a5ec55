"""A row of titles of which one is open: keys of the screen and the mouse turn to another. One widget in all."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from textual.content import Content
from textual.events import Click
from textual.message import Message
from textual.style import Style
from textual.widgets import Static

from supervision_tui.tui.content import content

BETWEEN, KEY = "  ", "panel"
OPEN, OTHER = "$accent bold underline", "$foreground 70%"


class PanelRow(Static):
    """Titles beside each other; where there is no room for all, they go on in the next line.

    Args:
        titles: the title of each by its key, in their order.
        chosen: the key of the one that is open.
    """

    @dataclass
    class Opened(Message):
        """Another one is open now."""

        key: str

    def __init__(self, titles: Mapping[str, str], chosen: str, *, id: str) -> None:  # noqa: A002 - Textual's own name for it
        self._titles = dict(titles)
        self._chosen = chosen
        super().__init__(self._words(), id=id)

    @property
    def chosen(self) -> str:
        """The key of the one that is open; setting it tells the screen."""
        return self._chosen

    @chosen.setter
    def chosen(self, key: str) -> None:
        if key != self._chosen:
            self._chosen = key
            self.update(self._words(), layout=False)
            self.post_message(self.Opened(key))

    def turn(self, steps: int) -> None:
        """Open the one that stands *steps* further on; behind the last comes the first."""
        keys = list(self._titles)
        self.chosen = keys[(keys.index(self._chosen) + steps) % len(keys)]

    def on_click(self, event: Click) -> None:
        """Open the title under the mouse."""
        key = event.style.meta.get(KEY)
        if key in self._titles:
            self.chosen = key

    def _words(self) -> Content:
        parts = [
            content(title.replace(" ", "\u00a0"), OPEN if key == self._chosen else OTHER).stylize(
                Style.from_meta({KEY: key})
            )
            for key, title in self._titles.items()
        ]
        return content(BETWEEN).join(parts)
