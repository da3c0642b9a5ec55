# ruff: noqa: SLF001 - the vault is filled a thousand documents at a time, past its own door
"""What grows with the documents of a notebook, up to 100,000, and by which exponent.

Processor milliseconds at each size; a tenth of the documents is of one kind, as lists show them, and each is of 150
words. What a person waits for under the fingers stays below 50 ms in every size. ``GROWTH_DOCUMENTS=1000,10000`` tries
fewer.
"""

from __future__ import annotations

import os
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from benchmarks.__main__ import main
from benchmarks.growth import UNDER_THE_FINGERS as FINGERS
from benchmarks.growth import rows_of_growth
from benchmarks.table import Row
from supervision_tui.vault import Cost, Save, Vault
from supervision_tui.vault.storage import revisions
from supervision_tui.vault.storage.revisions import RevisionRow
from supervision_tui.vault.storage.text_compression import compress

DOCUMENTS = tuple(int(number) for number in os.environ.get("GROWTH_DOCUMENTS", "1000,10000,100000").split(","))
KINDS, WORDS, TEXTS, TOGETHER = 10, 150, 2_000, 1_000
CHECKED = 10_000
"""Documents up to which the whole check is timed here: nobody waits for it with a finger on a key."""
PASSPHRASE = "a lamp for the heron"
Figures = dict[str, dict[int, float]]
"""Milliseconds by what was done and by size."""

QUICK = {
    "a save", "a document read", "the list of one kind", "a list narrowed by one letter",
    "a list narrowed by the commonest word", "a list narrowed by a word",
}  # fmt: skip


def run() -> list[Row]:
    """A row for everything that grows, and each size."""
    figures = _documents()
    return [
        row
        for name, by_size in figures.items()
        for row in rows_of_growth(name, "documents", by_size, limit=FINGERS if name in QUICK else None)
    ]


def _documents() -> Figures:
    figures: Figures = {}
    rng = random.Random(24)  # noqa: S311 - a fixed seed
    texts = _texts(rng)
    with tempfile.TemporaryDirectory() as home:
        folder, state = Path(home) / "vault", Path(home) / "state"
        Vault.create(folder, PASSPHRASE, cost=Cost.FAST, state=state)[0].close()
        there = 0
        for size in DOCUMENTS:
            with Vault.open(folder, PASSPHRASE, state=state) as vault:
                _fill(vault, texts, there, size)
            there = size
            opened = [_ms(lambda: Vault.open(folder, PASSPHRASE, state=state).close()) for _ in range(5)]
            with Vault.open(folder, PASSPHRASE, state=state) as vault:
                for name, taken in {"opening": opened, **_of_vault(vault, texts, size)}.items():
                    figures.setdefault(name, {})[size] = statistics.median(taken)
    return figures


def _texts(rng: random.Random) -> list[str]:
    """Texts from a vocabulary of 20,000 words of falling frequency (Zipf 1949)."""
    words = ["".join(rng.choices("abcdefghijklmnopqrstuvwxyz", k=rng.randrange(3, 10))) for _ in range(20_000)]
    weights = [1 / rank for rank in range(1, len(words) + 1)]
    return [" ".join(rng.choices(words, weights, k=WORDS)) for _ in range(TEXTS)]


def _text(texts: list[str], number: int) -> str:
    return f"{texts[number % TEXTS]} note{number}"


def _fill(vault: Vault, texts: list[str], start: int, stop: int) -> None:
    """Save documents as the program does, a thousand in one transaction."""
    now = datetime.now(UTC)
    for first in range(start, stop, TOGETHER):
        with vault._opened.database.writing() as transaction:
            for number in range(first, min(first + TOGETHER, stop)):
                words = _text(texts, number)
                line = RevisionRow(
                    f"kind{number % KINDS}", f"d{number}", 1, 0, "Ann", now, "save", f"Note {number}", compress(words),
                    revisions.search_mark(words),
                )  # fmt: skip
                newest = revisions.save(transaction, line, words, line.body, old=None, before=None, last_kept={})
        vault._opened.last_seen.remember(newest)


def _of_vault(vault: Vault, texts: list[str], size: int) -> dict[str, list[float]]:
    documents = vault.documents
    some = [number * (size // 50) for number in range(50)]
    standing = {number: documents.version(f"kind{number % KINDS}", f"d{number}") for number in some}
    rare, common = f"note{size // 2}", max(texts[0].split(), key=" ".join(texts[:100]).split().count)

    def read(number: int) -> object:
        return documents.get(f"kind{number % KINDS}", f"d{number}")

    def save(number: int) -> None:
        words = f"{_text(texts, number)} and more {size}"
        documents.save(
            Save(f"kind{number % KINDS}", f"d{number}", words, author="Ann", base=standing[number], search=words)
        )

    def narrowed(typed: str) -> list[float]:
        return [_ms(partial(documents.matching_ids, typed, "kind0")) for _ in range(5)]

    taken = {
        "a save": [_ms(partial(save, number)) for number in some],
        "a document read": [_ms(partial(read, number)) for number in some],
        "the list of one kind": [_ms(lambda: documents.headings("kind0")) for _ in range(5)],
        "a list narrowed by one letter": narrowed("s"),
        "a list narrowed by the commonest word": [
            _ms(lambda: documents.matching_ids(common, "kind0")) for _ in range(5)
        ],
        "a list narrowed by a word": narrowed(rare),
        "a search for a rare word, beside the keys": [_ms(lambda: documents.search(rare)) for _ in range(5)],
        "a search for the commonest word, beside the keys": [_ms(lambda: documents.search(common)) for _ in range(3)],
        "a search for one letter, beside the keys": [_ms(lambda: documents.search("s")) for _ in range(3)],
    }
    return taken if size > CHECKED else {**taken, "the whole check": [_ms(vault.check)]}


def _ms(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return (time.process_time() - start) * 1000


if __name__ == "__main__":
    sys.exit(main(["vault_growth"]))
