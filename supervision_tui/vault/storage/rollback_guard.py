"""The newest line of a vault's history, remembered outside the vault.

A whole older copy of an encrypted file opens without complaint, so the number and hash of the newest line are kept
in the person's state folder as well. Honest limit: who controls both places can turn both back.
"""

from __future__ import annotations

import contextlib
import json
from dataclasses import dataclass
from pathlib import Path

from supervision_tui.lazy_pattern import lazy_pattern
from supervision_tui.vault.disk import private_files

_HASH = lazy_pattern(r"[0-9a-f]{64}")


@dataclass(frozen=True, slots=True)
class ChainHead:
    """Line number (0 before the first) and hash."""

    seq: int
    hash: str


class LastSeenHead:
    """The remembered head of one instance of a vault."""

    def __init__(self, instance: str, folder: Path | None = None) -> None:
        self._path = (folder or private_files.state_folder()) / "heads" / f"{instance}.json"
        self._ready = False

    def recall(self) -> ChainHead | None:
        """The head last remembered; None when this vault was never opened here or the note is unreadable."""
        try:
            noted = json.loads(self._path.read_bytes()[:1000])
            seq, digest = noted["seq"], noted["hash"]
        except (OSError, ValueError, KeyError, TypeError):
            return None
        if isinstance(seq, int) and seq >= 0 and isinstance(digest, str) and _HASH.fullmatch(digest):
            return ChainHead(seq, digest)
        return None

    def remember(self, head: ChainHead) -> None:
        """Note *head*, which is on the disk already; a place that cannot be written to is passed over."""
        with contextlib.suppress(OSError):
            if not self._ready:
                private_files.make_private_folder(self._path.parent)
                private_files.remove_leftovers(self._path.parent, self._path.name)
                self._ready = True
            private_files.write_whole(
                self._path, json.dumps({"seq": head.seq, "hash": head.hash}).encode(), durable=False
            )
