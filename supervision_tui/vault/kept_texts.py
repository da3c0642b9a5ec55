"""Which texts of the history should be there and which should be gone, worked out from its own lines.

This program takes a text away for three reasons only: its document was deleted; it was an autosave, and a later save
of the same author came within two minutes of one that stays; it waited beside another and somebody settled the two.
Any other text that is gone was taken by something else, and a text that is there after all was put there.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from supervision_tui.vault.documents import IntegrityFinding
from supervision_tui.vault.storage import revisions
from supervision_tui.vault.storage.rows import LineRow

Key = tuple[str, str]
_GONE = "The text of line {seq} of the history was taken away."
_BACK = "The text of line {seq} of the history is there, though it was deleted."


@dataclass
class _Texts:
    """The lines of one document since it was last deleted."""

    present: list[int] = field(default_factory=list)
    unexplained: set[int] = field(default_factory=set)
    settled: set[int] = field(default_factory=set)
    waiting: list[int] = field(default_factory=list)
    standing: LineRow | None = None
    kept: dict[str, datetime] = field(default_factory=dict)


@dataclass
class KeptTexts:
    """Give it every line, oldest first (:meth:`add`), then ask what does not fit (:meth:`findings`)."""

    _texts: defaultdict[Key, _Texts] = field(default_factory=lambda: defaultdict(_Texts))
    _back: list[tuple[int, Key]] = field(default_factory=list)

    def add(self, row: LineRow) -> None:
        """Take one line of the history into account."""
        key = (row.kind, row.id)
        if row.action == "delete":
            self._back += ((seq, key) for seq in self._texts.pop(key, _Texts()).present)
            if row.salt is None:
                self._texts[key].unexplained.add(row.seq)
            return
        texts = self._texts[key]
        if row.salt is not None:
            texts.present.append(row.seq)
        if row.action == "save":
            self._add_save(texts, row)
        elif row.action == "conflict":
            texts.waiting.append(row.seq)
        elif row.action == "settle":
            self._add_settlement(texts, row)
        if row.salt is None and not (row.action == "save" and row.draft):
            texts.unexplained.add(row.seq)

    @staticmethod
    def _add_save(texts: _Texts, row: LineRow) -> None:
        """An autosave's text goes when the next save is of the same author and one that stays is near before it."""
        before = texts.standing
        if before is not None and before.salt is None and before.author != row.author:
            texts.unexplained.add(before.seq)
        saved_at = datetime.fromisoformat(row.saved_at)
        if row.salt is not None:
            texts.kept[row.author] = saved_at
        elif row.draft:
            last = texts.kept.get(row.author)
            gap = saved_at - last if last else revisions.DRAFTS_KEPT_EVERY
            if not timedelta(0) <= gap < revisions.DRAFTS_KEPT_EVERY:
                texts.unexplained.add(row.seq)
        texts.standing = row

    @staticmethod
    def _add_settlement(texts: _Texts, row: LineRow) -> None:
        """A settlement names its line; one of an earlier program stands for the earliest that is gone."""
        named = revisions.settled_line(row.note)
        gone = [seq for seq in texts.waiting if seq in texts.unexplained]
        seq = named if named in texts.waiting else gone[0] if gone and not named else None
        if seq is not None:
            texts.waiting.remove(seq)
            texts.unexplained.discard(seq)
            texts.settled.add(seq)

    def findings(self) -> Iterator[IntegrityFinding]:
        """Every text that is gone and should be there, or is there and should be gone."""
        for seq, key in self._back:
            yield IntegrityFinding(_BACK.format(seq=seq), grave=True, documents=(key,))
        for key, texts in self._texts.items():
            standing = texts.standing
            if standing is not None and standing.salt is None:
                texts.unexplained.add(standing.seq)
            for seq in sorted(texts.unexplained):
                yield IntegrityFinding(_GONE.format(seq=seq), grave=True, documents=(key,))
            for seq in sorted(texts.settled.intersection(texts.present)):
                yield IntegrityFinding(_BACK.format(seq=seq), grave=True, documents=(key,))
