# ruff: noqa: S311 - faults are chosen by a seed so that they can be repeated; nothing secret depends on it
"""The vault beside plain SQLite with the same tables and the same full sync: what encryption and history cost.

10,000 documents of 8 KB. The peer is the same work through Python's own ``sqlite3``, unencrypted, without history: a
document table and an FTS5 index, WAL, ``synchronous=FULL``. Key derivation is timed by itself and left out of opening.
"""

from __future__ import annotations

import os
import random
import shutil
import sqlite3
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as driver

from benchmarks.__main__ import main
from benchmarks.table import Row, median_ms
from supervision_tui.text_folding import fold
from supervision_tui.vault import Cost, Save, Vault
from supervision_tui.vault.keys.key_file import Argon

DOCUMENTS = int(os.environ.get("VAULT_DOCUMENTS", "10000"))
_WORDS = 1_200
_SAVES = 200
_PASSPHRASE = "a lamp for the heron"
_SEED = 6


def run() -> list[Row]:
    """Every figure of issue 6 beside its peer."""
    work = Path(tempfile.mkdtemp(prefix="vault-bench-"))
    try:
        texts = _texts()
        plain = _Plain(work / "plain.db", texts)
        vault, _ = Vault.create(work / "vault", _PASSPHRASE, cost=Cost.FAST, state=work / "state")
        _fill(vault, texts)
        vault.close()
        rows = [_derivation(), _opening(work, plain)]
        with Vault.open(work / "vault", _PASSPHRASE, state=work / "state") as vault:
            rows += _saving(vault, plain, texts)
            rows += _searching(vault, plain, texts)
            rows += _listing(vault, plain)
            rows.append(_copying(vault, plain, work))
            rows += _beside_cipher(vault, _Cipher(work / "cipher.db", texts), texts, work)
        return rows
    finally:
        shutil.rmtree(work, ignore_errors=True)


class _Plain:
    """The peer: plain SQLite."""

    def __init__(self, path: Path, texts: list[str]) -> None:
        self.path = path
        self.connection = self.opened()
        self.connection.execute(
            "CREATE TABLE document (number INTEGER PRIMARY KEY, id TEXT UNIQUE, title TEXT, body TEXT)"
        )
        self.connection.execute(
            'CREATE VIRTUAL TABLE words USING fts5(folded, shown UNINDEXED, tokenize = "unicode61 remove_diacritics 2")'
        )
        with self.connection:
            for number, text in enumerate(texts):
                self._put(number, text)

    def opened(self) -> sqlite3.Connection:
        """A new connection."""
        connection = sqlite3.connect(self.path)
        connection.execute("PRAGMA journal_mode=WAL")
        connection.execute("PRAGMA synchronous=FULL")
        return connection

    def open_and_read(self) -> None:
        """Open, and read one title."""
        connection = self.opened()
        connection.execute("SELECT title FROM document WHERE number = 1").fetchone()
        connection.close()

    def save(self, number: int, text: str) -> None:
        """One document, on the disk."""
        with self.connection:
            self._put(number, text)

    def _put(self, number: int, text: str) -> None:
        self.connection.execute(
            "INSERT OR REPLACE INTO document VALUES (?,?,?,?)", (number, f"d{number}", "title", text)
        )
        self.connection.execute("DELETE FROM words WHERE rowid = ?", (number,))
        self.connection.execute("INSERT INTO words(rowid, folded, shown) VALUES (?,?,?)", (number, fold(text), text))

    def search(self, words: str) -> list[tuple[str, str]]:
        """Fifty hits with a passage each."""
        query = " ".join(f'"{word}"*' for word in words.split())
        found = self.connection.execute(
            "SELECT d.id, snippet(words, 0, '', '', '…', 30) FROM words JOIN document d ON d.number = words.rowid "
            "WHERE words MATCH ? ORDER BY rank LIMIT 50",
            (query,),
        )
        return found.fetchall()

    def copy(self, path: Path) -> None:
        """A copy through SQLite's own backup, checked."""
        target = sqlite3.connect(path)
        self.connection.backup(target)
        target.execute("PRAGMA quick_check").fetchall()
        target.close()


class _Cipher(_Plain):
    """The other peer: plain SQLCipher with a raw key, full sync, no history; a text is stored as it is."""

    def headings(self) -> list[tuple[object, ...]]:
        """Everything that a list of documents shows, newest first; who, when and which version stand for themselves."""
        return self.connection.execute(
            "SELECT id, title, 'Ann', '2026-11-28T10:00:00.000000+00:00' AS saved_at, 1, 0 FROM document "
            "ORDER BY saved_at DESC, number DESC"
        ).fetchall()

    def opened(self) -> Any:
        """A new connection."""
        return sqlcipher(self.path)

    def copy(self, path: Path) -> None:
        """A copy under the same key, read through as ours is: every page, and the structure."""
        target = sqlcipher(path)
        self.connection.backup(target)
        target.execute("PRAGMA cipher_integrity_check").fetchall()
        target.execute("PRAGMA quick_check").fetchall()
        target.close()


def sqlcipher(path: Path) -> Any:
    """A connection to an encrypted file of its own, with the settings of a vault that cost time."""
    connection = driver.connect(str(path))
    for pragma in (f"key=\"x'{'5a' * 32}'\"", "journal_mode=WAL", "synchronous=FULL", "secure_delete=ON"):
        connection.execute(f"PRAGMA {pragma}").fetchall()
    return connection


def _beside_cipher(vault: Vault, cipher: _Cipher, texts: list[str], work: Path) -> list[Row]:
    """What a text costs beyond SQLCipher itself: history, chain, compression, search; CPU, in turns."""
    standing = {heading.id: heading.version for heading in vault.documents.headings("note")}

    def save(number: int) -> None:
        words, ident = f"{texts[number]} once more", f"d{number}"
        vault.documents.save(Save("note", ident, words, author="Ann", base=standing[ident], search=words))

    def cpu(ours: Callable[[int], object], peers: Callable[[int], object], times: int) -> tuple[float, float]:
        taken: tuple[list[float], list[float]] = ([], [])
        for number in range(times):
            for side, work_of in enumerate((ours, peers)):
                start = time.process_time()
                work_of(number * (DOCUMENTS // times))
                taken[side].append((time.process_time() - start) * 1000)
        return statistics.median(taken[0]), statistics.median(taken[1])

    pairs = {
        ("save", 1.6): cpu(save, lambda n: cipher.save(n, f"{texts[n]} once more"), 100),
        ("get", 6.0): cpu(
            lambda n: vault.documents.get("note", f"d{n}"),
            lambda n: cipher.connection.execute("SELECT body FROM document WHERE id = ?", (f"d{n}",)).fetchone(),
            200,
        ),
        (f"list of {DOCUMENTS:,}", 2.0): cpu(
            lambda _: vault.documents.headings("note"),
            lambda _: cipher.headings(),
            15,
        ),
        ("backup, read through", 1.6): cpu(
            lambda n: vault.backups.make(work / f"turn {n}"), lambda n: cipher.copy(work / f"turn {n}.db"), 3
        ),
    }
    return [
        Row(what, "plain SQLCipher", ours, peer, "ms CPU", f"<= {budget} times", ours <= budget * peer)
        for (what, budget), (ours, peer) in pairs.items()
    ]


def _texts() -> list[str]:
    """Texts of about 8 KB from a vocabulary of 20,000 words of falling frequency (Zipf 1949)."""
    rng = random.Random(_SEED)
    letters = "abcdefghijklmnopqrstuvwxyz"
    vocabulary = ["".join(rng.choices(letters, k=rng.randrange(3, 10))) for _ in range(20_000)]
    weights = [1 / rank for rank in range(1, len(vocabulary) + 1)]
    return [" ".join(rng.choices(vocabulary, weights, k=_WORDS)) for _ in range(DOCUMENTS)]


def _fill(vault: Vault, texts: list[str]) -> None:
    for number, text in enumerate(texts):
        vault.documents.save(
            Save("note", f"d{number}", text, author="Ann", base=0, title=f"Note {number}", search=text)
        )


def _derivation() -> Row:
    argon = Argon.new(Cost.STANDARD)
    seconds = median_ms(lambda: argon.key(_PASSPHRASE), 3) / 1000
    return Row("derive the key (Argon2id, 256 MiB, 3 passes)", "-", seconds, 0, "s", "0.3 to 3 s", 0.3 <= seconds <= 3)


def _opening(work: Path, plain: _Plain) -> Row:
    def once() -> None:
        Vault.open(work / "vault", _PASSPHRASE, state=work / "state").close()

    figure, baseline = median_ms(once, 9), median_ms(plain.open_and_read, 9)
    return Row("open after the key is derived", "sqlite3", figure, baseline, "ms", "< 1,000 ms", figure < 1000)


def _saving(vault: Vault, plain: _Plain, texts: list[str]) -> list[Row]:
    """A changed document acknowledged: the median and the 95th percentile."""
    ours = _each(
        lambda n: vault.documents.save(
            Save("note", f"d{n}", texts[n] + " more", author="Ann", base=1, search=texts[n] + " more")
        )
    )
    peers = _each(lambda n: plain.save(n, texts[n] + " more"))
    late, late_peer = _percentile(ours, 95), _percentile(peers, 95)
    return [
        Row(
            "save, median",
            "sqlite3, no history",
            statistics.median(ours),
            statistics.median(peers),
            "ms",
            "-",
            met=True,
        ),
        Row("save, 95th percentile", "sqlite3, no history", late, late_peer, "ms", "< 20 ms", met=late < 20),
    ]


def _searching(vault: Vault, plain: _Plain, texts: list[str]) -> list[Row]:
    rows = []
    words = texts[7].split()
    for what, query in (
        ("a rare word", min(words, key=" ".join(texts[:200]).count)),
        ("two words", f"{words[3]} {words[9]}"),
    ):
        figure, baseline = (
            median_ms(lambda q=query: vault.documents.search(q)),
            median_ms(lambda q=query: plain.search(q)),
        )
        rows.append(
            Row(f"search for {what}, 50 hits", "sqlite3 FTS5", figure, baseline, "ms", "< 30 ms", met=figure < 30)
        )
    return rows


def _listing(vault: Vault, plain: _Plain) -> list[Row]:
    figure = median_ms(lambda: vault.documents.headings("note"), 3)
    baseline = median_ms(lambda: plain.connection.execute("SELECT id, title FROM document").fetchall(), 3)
    one = median_ms(lambda: vault.documents.get("note", "d77"), 50)
    peer = median_ms(lambda: plain.connection.execute("SELECT body FROM document WHERE id='d77'").fetchone(), 50)
    return [
        Row(f"list {DOCUMENTS:,} headings", "sqlite3", figure, baseline, "ms", "< 500 ms", met=figure < 500),
        Row("read one document", "sqlite3", one, peer, "ms", "< 10 ms", met=one < 10),
    ]


def _copying(vault: Vault, plain: _Plain, work: Path) -> Row:
    start = time.perf_counter()
    vault.backups.make(work / "copy")
    seconds = time.perf_counter() - start
    start = time.perf_counter()
    plain.copy(work / "plain-copy.db")
    peer = time.perf_counter() - start
    return Row("back up and read through", "sqlite3 backup and check", seconds, peer, "s", "< 3 s", met=seconds < 3)


def _each(work: Callable[[int], object]) -> list[float]:
    """Milliseconds of each of some runs, over documents far apart."""
    taken = []
    for number in range(_SAVES):
        start = time.perf_counter()
        work(number * (DOCUMENTS // _SAVES))
        taken.append((time.perf_counter() - start) * 1000)
    return taken


def _percentile(values: list[float], percent: int) -> float:
    return sorted(values)[min(len(values) - 1, len(values) * percent // 100)]


if __name__ == "__main__":
    sys.exit(main(["vault"]))
