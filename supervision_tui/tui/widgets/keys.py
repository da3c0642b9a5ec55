"""The line of keys at the foot of every screen: as many as fit whole, and Help at its right end.

One widget draws the whole line. The framework's own footer is a widget a key, made anew whenever what can be done
changes; measured, that was an eighth of the time from a key to its picture.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from rich.cells import cell_len
from textual.content import Content
from textual.events import Click, MouseMove
from textual.screen import Screen
from textual.widget import Widget

from supervision_tui.tui.content import content, inline, stacked
from supervision_tui.tui.key_names import keys_in_words
from supervision_tui.tui.room_policy import RoomVisibility

HELP = "f1"


@dataclass(frozen=True, slots=True)
class Offer:
    """A key that is told: what it is called, what it does, its help, and where it stands in which row."""

    key: str
    called: str
    words: str
    about: str
    possible: bool = True
    start: int = 0
    row: int = 0

    @property
    def label(self) -> str:
        """The key and its words."""
        return f"{self.called} {self.words}".strip()

    @property
    def end(self) -> int:
        """The cell after its last."""
        return self.start + cell_len(self.label)


DANGER = "F12 or Ctrl+D someone in danger"
"""What stands at the end of the last row where there are several: it is for every screen."""


class Keys(Widget, can_focus=False):
    """What can be pressed here; Help tells all of it, however narrow the window.

    Args:
        rows: how many rows of keys there are; the last of several ends with whom to turn to in danger.
        order: the keys that stand first, in this order.
    """

    DEFAULT_CSS = "Keys { dock: bottom; height: 1; background: $panel; color: $footer-foreground; }"
    room_visibility = RoomVisibility.PROGRAM
    ALLOW_SELECT = False

    def __init__(self, rows: int = 1, order: Sequence[str] = ()) -> None:
        super().__init__()
        self._order = list(order)
        self._rows = rows
        self.styles.height = rows
        self._offers: list[Offer] | None = None
        self.line: list[Offer] = []
        """What stands in the rows just now, from the left."""

    def on_mount(self) -> None:
        """Follow what can be done."""
        self.screen.bindings_updated_signal.subscribe(self, self._changed)

    def _changed(self, screen: Screen[object]) -> None:
        if screen is self.screen and screen.app.app_focus:
            self._offers = None
            self.refresh()

    def render(self) -> Content:
        """The rows, for the window as wide as it is."""
        self.line = list(self._fitting(self.size.width))
        return stacked(*(self._row(number) for number in range(self._rows)))

    def _row(self, number: int) -> Content:
        parts, at = [], 0
        for offer in self.line:
            if offer.row != number:
                continue
            parts += [
                content(" " * (offer.start - at)),
                content(offer.called, "$footer-key-foreground bold"),
                content(f" {offer.words}", "" if offer.possible else "dim"),
            ]
            at = offer.end
        width = self.size.width
        if self._rows > 1 and number == self._rows - 1 and width - at > cell_len(DANGER) + 1:
            parts += [content(" " * (width - at - cell_len(DANGER) - 1)), content(DANGER, "$error")]
        return inline(*parts)

    def _fitting(self, width: int) -> Iterator[Offer]:
        """As many keys as fit whole beside Help, and Help."""
        if self._offers is None:
            self._offers = sorted(self._offered(), key=self._place)
        end = next((offer for offer in self._offers if offer.key == HELP), None)
        last, beside = self._rows - 1, cell_len(end.label) + 2 if end else 0
        if last and beside + cell_len(DANGER) + 2 <= width:
            beside += cell_len(DANGER) + 2  # whom to turn to in danger gives way to no other key
        row, at = 0, 0
        for offer in self._offers:
            if offer is end:
                continue
            if row < last and at + cell_len(offer.label) > width:
                row, at = row + 1, 0
            if at + cell_len(offer.label) > width - (beside if row == last else 0):
                break
            yield replace(offer, start=at, row=row)
            at += cell_len(offer.label) + (2 if last else 1)
        if end is not None:
            beside_others = at if row == last else 0
            yield replace(end, start=beside_others if last else max(0, width - cell_len(end.label) - 1), row=last)

    def _place(self, offer: Offer) -> int:
        first = offer.key.split(",")[0]
        return self._order.index(first) if first in self._order else len(self._order)

    def _offered(self) -> Iterator[Offer]:
        """Every key that is told, once for each act."""
        acts = set()
        for active in self.screen.active_bindings.values():
            binding = active.binding
            if binding.show and binding.action not in acts:
                acts.add(binding.action)
                about = active.tooltip or binding.description
                called = keys_in_words(binding.key.split(",")[0])
                yield Offer(binding.key, called, binding.description, about, active.enabled)

    def _at(self, x: int, y: int) -> Offer | None:
        return next((offer for offer in self.line if offer.row == y and offer.start <= x < offer.end), None)

    def on_mouse_move(self, event: MouseMove) -> None:
        """Tell the help of the key under the mouse."""
        offer = self._at(event.x, event.y)
        self.tooltip = offer.about if offer else None

    def on_click(self, event: Click) -> None:
        """A click is the key itself."""
        offer = self._at(event.x, event.y)
        if offer is not None and offer.possible:
            self.app.simulate_key(offer.key)
