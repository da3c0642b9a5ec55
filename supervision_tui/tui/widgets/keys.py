"""The line of keys at the foot of every screen: as many as fit whole, and Help at its right end."""

from __future__ import annotations

from rich.cells import cell_len
from textual.app import ComposeResult
from textual.events import Resize
from textual.widgets import Footer
from textual.widgets._footer import FooterKey

HELP = "f1"


class Keys(Footer):
    """What can be pressed here; Help tells all of it, however narrow the window."""

    DEFAULT_CSS = "Keys FooterKey.-help { dock: right; margin: 0 !important; padding: 0 1 !important; }"

    def __init__(self) -> None:
        super().__init__(compact=True, show_command_palette=False)
        self._composed_for = 0

    def compose(self) -> ComposeResult:
        """As the framework does, with Help set apart and nothing cut in the middle of a word."""
        offered = list(super().compose())
        width = self._composed_for = self.app.size.width
        room = width - sum(_cells(key) for key in offered if _is_help(key))
        for key in offered:
            if _is_help(key):
                key.add_class("-help")
                yield key
            elif room >= 0 and (room := room - _cells(key)) >= 0:
                yield key

    def on_resize(self, event: Resize) -> None:
        """More keys fit, or fewer."""
        if event.size.width != self._composed_for:
            self.call_after_refresh(self.recompose)


def _is_help(key: object) -> bool:
    return isinstance(key, FooterKey) and key.key == HELP


def _cells(key: object) -> int:
    """How much of the line a key takes, with the space after it."""
    return cell_len(f"{key.key_display} {key.description} ") if isinstance(key, FooterKey) else 0
