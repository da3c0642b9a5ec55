"""The queue of waiting records while somebody works through it: rows keep their place, marks, what waits next.

After an act the next row is the next that waits for the same act; nothing is sorted anew under the hands.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from supervision_tui.practice import Destination

if TYPE_CHECKING:
    from supervision_tui.records import Record
    from supervision_tui.workspace.reports.confirmation import WaitingRecord, WaitsFor

Standing = Literal["confirm", "file", "done"]


@dataclass(slots=True)
class ConfirmationQueue:
    """Rows in the order in which they were read, and what became of each since.

    *to_look_at* counts, for each record that was read over, what must be looked at before it is confirmed.
    """

    rows: Sequence[WaitingRecord]
    to_look_at: dict[str, int] = field(default_factory=dict)
    marked: list[str] = field(default_factory=list)
    _standing: dict[str, Standing] = field(default_factory=dict)

    def standing(self, row: WaitingRecord) -> Standing:
        """What *row* waits for now."""
        return self._standing.get(row.record.id, row.waits_for)

    def note(self, record: Record) -> None:
        """Take in how *record* stands, after somebody confirmed or filed it."""
        stays_here = record.destination is Destination.SUPERVISION_RECORD
        filed = record.filed is not None or (record.confirmed is not None and stays_here)
        self._standing[record.id] = "done" if filed else "confirm" if record.confirmed is None else "file"
        self.marked = [marked for marked in self.marked if marked != record.id]

    def mark(self, row: WaitingRecord) -> str:
        """Mark *row*, or unmark it; why that cannot be, or ""."""
        ident = row.record.id
        if ident in self.marked:
            self.marked.remove(ident)
            return ""
        standing = self.standing(row)
        if standing == "done":
            return "Nothing waits there any more."
        if standing == "confirm" and self.to_look_at.get(ident, 1):
            return "It is not read over yet." if ident not in self.to_look_at else "It has something to look at first."
        others = {self.standing(other) for other in self.rows if other.record.id in self.marked}
        if others - {standing}:
            return "Those marked wait for something else."
        self.marked.append(ident)
        return ""

    def mark_all(self, row: WaitingRecord) -> None:
        """Mark every row that waits for what *row* waits for and may be marked."""
        standing = self.standing(row)
        for other in self.rows:
            if other.record.id not in self.marked and self.standing(other) == standing:
                self.mark(other)

    def chosen(self, here: WaitingRecord | None, act: WaitsFor) -> tuple[WaitingRecord, ...]:
        """The rows that an act is for: those marked, or the one *here*; only those that wait for that *act*."""
        rows = [row for row in self.rows if row.record.id in self.marked] or ([here] if here else [])
        return tuple(row for row in rows if self.standing(row) == act)

    def next_after(self, here: WaitingRecord, act: WaitsFor) -> WaitingRecord | None:
        """The next row below *here* that waits for *act*, or else the first; ``None`` where none does."""
        at = next((number for number, row in enumerate(self.rows) if row.record.id == here.record.id), 0)
        waiting = [row for row in (*self.rows[at + 1 :], *self.rows[:at]) if self.standing(row) == act]
        return waiting[0] if waiting else None

    @property
    def confirmers(self) -> dict[str, int]:
        """Who is to confirm how many, by name; "" for those of whom nobody was named."""
        counted: dict[str, int] = {}
        for row in self.rows:
            if self.standing(row) == "confirm":
                counted[row.confirmer] = counted.get(row.confirmer, 0) + 1
        return counted


def titles_in_words(titles: Iterable[str], most: int = 6) -> str:
    """*titles* for a question: all of a few, then how many more."""
    named = list(titles)
    more = f" and {len(named) - most} more" if len(named) > most else ""
    return ", ".join(named[:most]) + more
