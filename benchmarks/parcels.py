"""Parcels: make and take a family with 200 records, beside today's export of the same family; open one of 64 KiB.

CPU of this process. Goals: under a second each for the family; 50 ms for the
small parcel.
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

from benchmarks.__main__ import main
from benchmarks.table import Row
from supervision_tui.parcels import (
    SMALLEST,
    PairingWords,
    card_of,
    open_sealed,
    seal,
    show_words,
    type_words,
    with_card,
)
from supervision_tui.practice import Destination
from supervision_tui.records import Record
from supervision_tui.resources import content_folder
from supervision_tui.text import Line, SafeText
from supervision_tui.vault import Cost
from supervision_tui.workspace import Workspace, create_vault
from supervision_tui.workspace.disclosure import issue_all
from supervision_tui.workspace.exchange import prepare_parcel, preview_parcel, records_of, take_parcel, write_parcel

RECORDS = 200
SECOND, SMALL = 1000, 50
"""Milliseconds for the family, and for the small parcel."""
WORDS = "She likes the red bus, and asked whether her brother may come along on Saturday. " * 12


def run() -> list[Row]:
    """A row for each figure."""
    with tempfile.TemporaryDirectory() as folder:
        sam, ben = (_notebook(Path(folder) / name, name) for name in ("Sam", "Ben"))
        sam.import_family(str(content_folder("templates/families") / "haile.yaml"))
        for number in range(RECORDS):
            record = _record(number)
            sam.records.put(record, record.id)
        pending, words = show_words(Line("Ben"), sam.sessions.now())
        typed = type_words(Line("Sam"), str(PairingWords(words.words)), sam.sessions.now())
        to_ben = with_card(pending, card_of(typed), sam.sessions.now())
        from_sam = with_card(typed, card_of(pending), sam.sessions.now())
        ben.contacts.put(from_sam, from_sam.id)
        target = Path(folder) / "a.parcel"

        def make() -> None:
            write_parcel(sam, prepare_parcel(sam, "V1", to_ben, "hand over"), target, force=True)

        def export() -> None:
            out = Path(tempfile.mkdtemp(dir=folder))
            records = records_of(sam, "V1")
            issue_all(sam, records, out, ".md", recipient="Ben", purpose="hand over", on_progress=lambda _: True)

        making, exporting = _milliseconds(make), _milliseconds(export)
        taking = _milliseconds(lambda: take_parcel(ben, preview_parcel(ben, target)))
        small = seal(b"words " * 1000, to_ben)
        assert len(small) == SMALLEST
        opening = _milliseconds(lambda: open_sealed(small, [from_sam]))
        sam.close()
        ben.close()
    peer = f"export of the same {RECORDS} records as Markdown"
    return [
        Row(f"make a parcel of {RECORDS} records", peer, making, exporting, "ms CPU", "< 1,000 ms", making < SECOND),
        Row("take it in", peer, taking, exporting, "ms CPU", "< 1,000 ms", taking < SECOND),
        Row("open a parcel of 64 KiB", "-", opening, 0, "ms CPU", "< 50 ms", opening < SMALL),
    ]


def _notebook(folder: Path, name: str) -> Workspace:
    opened, _ = create_vault(folder / "vault", "kettle bramble orbit lantern", name, cost=Cost.FAST)
    return opened


def _record(number: int) -> Record:
    return Record(
        id=f"r{number}",
        destination=Destination.CHILD_FILE,
        subject=Line("abel"),
        title=Line(f"Talk {number}"),
        session_id="s",
        family_ref=Line("V1"),
        day=date(2026, 1, 1 + number % 28),
        author=Line("Sam"),
        opening=SafeText(WORDS),
        sections=(),
    )


def _milliseconds(act: Callable[[], object]) -> float:
    begun = time.process_time()
    act()
    return (time.process_time() - begun) * 1000


if __name__ == "__main__":
    sys.exit(main(["parcels"]))
