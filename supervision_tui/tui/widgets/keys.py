"""The line of keys at the foot of every screen; Help stands at its right end, however narrow the window is."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.widgets import Footer
from textual.widgets._footer import FooterKey

HELP = "f1"


class Keys(Footer):
    """What can be pressed here."""

    DEFAULT_CSS = "Keys FooterKey.-help { dock: right; margin: 0 !important; padding: 0 1 !important; }"

    def __init__(self) -> None:
        super().__init__(compact=True, show_command_palette=False)

    def compose(self) -> ComposeResult:
        """As the framework does, with Help set apart."""
        for key in super().compose():
            if isinstance(key, FooterKey) and key.key == HELP:
                key.add_class("-help")
            yield key
