"""The line of keys at the foot of every screen: as many as fit whole, and Help at its right end.

One widget draws the whole line. The framework's own footer is a widget a key, made anew whenever what can be done
changes; measured, that was an eighth of the time from a key to its picture.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from rich.cells import cell_len
from textual.content import Content
from textual.events import Click, MouseMove
from textual.screen import Screen
from textual.widget import Widget

from supervision_tui.tui.content import content, inline
from supervision_tui.tui.room_policy import RoomVisibility

HELP = "f1"


@dataclass(frozen=True, slots=True)
class Offer:
    """A key that is told: what it is called, what it does, its help, and where it stands in the line."""

    key: str
    called: str
    words: str
    about: str
    possible: bool = True
    start: int = 0

    @property
    def label(self) -> str:
        """The key and its words."""
        return f"{self.called} {self.words}".strip()

    @property
    def end(self) -> int:
        """The cell after its last."""
        return self.start + cell_len(self.label)


class Keys(Widget, can_focus=False):
    """What can be pressed here; Help tells all of it, however narrow the window."""

    DEFAULT_CSS = "Keys { dock: bottom; height: 1; background: $panel; color: $footer-foreground; }"
    room_visibility = RoomVisibility.PROGRAM
    ALLOW_SELECT = False

    def __init__(self) -> None:
        super().__init__()
        self._offers: list[Offer] | None = None
        self.line: list[Offer] = []
        """What stands in the line just now, from the left."""

    def on_mount(self) -> None:
        """Follow what can be done."""
        self.screen.bindings_updated_signal.subscribe(self, self._changed)

    def _changed(self, screen: Screen[object]) -> None:
        if screen is self.screen and screen.app.app_focus:
            self._offers = None
            self.refresh()

    def render(self) -> Content:
        """The line, for the window as wide as it is."""
        self.line = list(self._fitting(self.size.width))
        parts, at = [], 0
        for offer in self.line:
            parts += [
                content(" " * (offer.start - at)),
                content(offer.called, "$footer-key-foreground bold"),
                content(f" {offer.words}", "" if offer.possible else "dim"),
            ]
            at = offer.end
        return inline(*parts)

    def _fitting(self, width: int) -> Iterator[Offer]:
        """As many keys as fit whole beside Help, and Help."""
        if self._offers is None:
            self._offers = list(self._offered())
        end = next((offer for offer in self._offers if offer.key == HELP), None)
        room = width - (cell_len(end.label) + 2 if end else 0)
        at = 0
        for offer in self._offers:
            if offer is end:
                continue
            placed = Offer(offer.key, offer.called, offer.words, offer.about, offer.possible, at)
            if placed.end > room:
                break
            yield placed
            at = placed.end + 1
        if end is not None:
            yield Offer(
                end.key, end.called, end.words, end.about, end.possible, max(0, width - cell_len(end.label) - 1)
            )

    def _offered(self) -> Iterator[Offer]:
        """Every key that is told, once for each act."""
        acts = set()
        for active in self.screen.active_bindings.values():
            binding = active.binding
            if binding.show and binding.action not in acts:
                acts.add(binding.action)
                about = active.tooltip or binding.description
                yield Offer(binding.key, self.app.get_key_display(binding), binding.description, about, active.enabled)

    def _at(self, x: int) -> Offer | None:
        return next((offer for offer in self.line if offer.start <= x < offer.end), None)

    def on_mouse_move(self, event: MouseMove) -> None:
        """Tell the help of the key under the mouse."""
        offer = self._at(event.x)
        self.tooltip = offer.about if offer else None

    def on_click(self, event: Click) -> None:
        """A click is the key itself."""
        offer = self._at(event.x)
        if offer is not None and offer.possible:
            self.app.simulate_key(offer.key)
