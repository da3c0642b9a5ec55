"""The card of all keys of a session: Esc opens it, and a letter on it is the second way of every function key."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from textwrap import wrap

from rich.cells import set_cell_size
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.events import Key
from textual.widgets import Static

from supervision_tui.tui.commands import Command
from supervision_tui.tui.content import content
from supervision_tui.tui.key_names import keys_in_words
from supervision_tui.tui.layers import Dialog
from supervision_tui.tui.room_policy import RoomVisibility

ACT, KEY = 26, 13
"""Cells for the letter with its act, and for its other key, in the first column."""
TWO_COLUMNS = 70
"""Cells from which on the card has two columns."""


@dataclass(frozen=True, slots=True)
class CardRow:
    """One act on the card: its *letter*, its *words*, its other *keys* in words, and the *action* that does it."""

    letter: str
    words: str
    keys: str
    action: str


EVERYWHERE_ON_CARD = (
    CardRow("l", "library", "F3 F3", "app.library"),
    CardRow("r", "room view", "Ctrl+R", "app.room"),
    CardRow("/", "find", "Ctrl+K", "app.jump"),
    CardRow("?", "help for this screen", "F1", "app.help"),
    CardRow("!", "someone in danger", "F12, Ctrl+D", "app.danger"),
)
"""Acts of the whole program that stand on the card too."""


def card_rows(commands: Sequence[type[Command]], own_keys: Mapping[str, str]) -> tuple[CardRow, ...]:
    """Every act of *commands* that has a letter, then those of the whole program; *own_keys* are a person's own."""
    rows = [
        CardRow(
            kind.letter,
            kind.label,
            keys_in_words(own_keys.get(kind.__name__, kind.key)),
            f"run_command('{kind.__name__}')",
        )
        for kind in commands
        if kind.letter
    ]
    return (*rows, *EVERYWHERE_ON_CARD)


def card_lines(rows: Sequence[CardRow], width: int) -> list[str]:
    """The card for *width* cells: two columns where there is room, read downwards."""
    if width < TWO_COLUMNS:
        return [f"{row.letter} {set_cell_size(row.words, ACT - 2)}{row.keys}" for row in rows]
    half = -(-len(rows) // 2)
    lines = []
    for at in range(half):
        left = rows[at]
        first = f"{left.letter} {set_cell_size(left.words, ACT - 2)}{set_cell_size(left.keys, KEY)}"
        right = rows[half + at] if half + at < len(rows) else None
        lines.append(f"{first}{right.letter} {set_cell_size(right.words, ACT - 3)}{right.keys}" if right else first)
    return [line.rstrip() for line in lines]


def row_of_key(rows: Sequence[CardRow], key: str) -> CardRow | None:
    """The act of a session that has *key* ("f10") beside its letter; those of the whole program do theirs anywhere."""
    called = keys_in_words(key)
    return next((row for row in rows if called in row.keys.split(" or ") and row not in EVERYWHERE_ON_CARD), None)


class KeyCardScreen(Dialog["CardRow | str | None"]):
    """All keys; gives the row of the letter pressed, the sign itself where it is not on the card, ``None`` for Esc.

    Args:
        rows: what stands on the card.
        waits: where the words wait meanwhile, in words.
        back: where Esc leads, in words.
    """

    room_visibility = RoomVisibility.PROGRAM
    ABOUT = "Every act of a session with its letter and its other key. A letter does it; Esc goes back to your words."
    BINDINGS = [("escape", "dismiss(None)", "Back")]

    def __init__(self, rows: Sequence[CardRow], waits: str, back: str = "your words") -> None:
        super().__init__()
        self._back = back
        self._rows = rows
        self._waits = waits

    def compose(self) -> ComposeResult:
        """The letters, and what becomes of the words."""
        with VerticalScroll(classes="sheet card_of_keys") as sheet:
            sheet.border_title = "All keys: one letter"
            sheet.border_subtitle = content(f"Esc back to {self._back}")
            yield Static(id="card_lines")

    def on_mount(self) -> None:
        """Lay the card out for the room there is."""
        self._draw()

    def on_resize(self) -> None:
        """Lay the card out anew."""
        self._draw()

    def _draw(self) -> None:
        room = max(min(self.size.width, 80) - 4, 20)
        closing = f"{self._waits} A key that is not here goes back to them and is not typed."
        lines = [*card_lines(self._rows, room), "", *wrap(closing, room)]
        self.query_one("#card_lines", Static).update(content("\n".join(lines)))

    def on_key(self, event: Key) -> None:
        """A letter on the card does its act, and so does its other key; any other letter closes the card."""
        if not event.is_printable:
            row = row_of_key(self._rows, event.key)
            if row is not None:
                event.stop()
                event.prevent_default()
                self.dismiss(row)
            return
        event.stop()
        event.prevent_default()
        row = next((row for row in self._rows if row.letter == event.character), None)
        self.dismiss(row or event.character)
