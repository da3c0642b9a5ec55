# ruff: noqa: S311 - faults are chosen by a seed so that they can be repeated; nothing secret depends on it
"""The other faults: many writers, full disks, older copies, tampering, key files that anything happened to."""

from __future__ import annotations

import json
import random
import shutil
import subprocess
import sys
from pathlib import Path

from supervision_tui.vault import (
    Cost,
    Save,
    TooManyAttemptsError,
    Vault,
    VaultError,
    VaultRolledBackError,
    WrongPassphraseError,
)
from supervision_tui.vault.keys.rate_limit import FREE

PASSPHRASE = "a lamp for the heron"

_WRITER = """
import sys, time
from pathlib import Path
from supervision_tui.vault import Save, Vault
folder, passphrase, state, name, times = sys.argv[1:]
waits = []
with Vault.open(Path(folder), passphrase, alone=False, state=Path(state)) as vault:
    for n in range(int(times)):
        start = time.perf_counter()
        text = f"text {n}"
        vault.documents.save(Save("note", f"{name}-{n % 50}", text, author=name, base=n // 50, search=text))
        waits.append(time.perf_counter() - start)
print(sorted(waits)[len(waits) * 99 // 100])
"""


def made(folder: Path) -> Path:
    """A small vault in *folder*, with its state beside it."""
    vault, _ = Vault.create(folder / "vault", PASSPHRASE, cost=Cost.FAST, state=folder / "state")
    with vault:
        for number in range(60):
            for version in range(2):
                text = f"note {number} version {version} about the heron " * 60
                vault.documents.save(
                    Save("note", f"n{number}", text, author="Ann", base=version, title=f"Note {number}", search=text)
                )
    return folder / "vault"


def writers(work: Path, processes: int, times: int) -> tuple[str, list[str]]:
    """*processes* programs save *times* each on one vault; every save must be there, none may wait two seconds."""
    vault, _ = Vault.create(work / "vault", PASSPHRASE, cost=Cost.FAST, state=work / "state")
    vault.close()
    names = [f"p{number}" for number in range(processes)]
    command = [sys.executable, "-c", _WRITER, str(work / "vault"), PASSPHRASE, str(work / "state")]
    started = [subprocess.Popen([*command, name, str(times)], stdout=subprocess.PIPE, text=True) for name in names]
    told = [process.communicate()[0] for process in started]
    wrong = [f"{name} failed" for name, process in zip(names, started, strict=True) if process.returncode]
    slowest = max((float(line) for line in told if line), default=0.0)
    if slowest > 2:
        wrong.append(f"a save waited {slowest:.1f} s (99th percentile)")
    with Vault.open(work / "vault", PASSPHRASE, state=work / "state") as vault:
        lines = sum(len(vault.documents.history("note", one.id)) for one in vault.documents.headings("note"))
        if lines != processes * times:
            wrong.append(f"{processes * times - lines} saves lost")
        wrong += [finding.message for finding in vault.check() if finding.grave]
    return f"{processes} x {times} saves, 99th percentile {slowest * 1000:.0f} ms", wrong


def key_files(work: Path, times: int, seed: int) -> tuple[str, list[str]]:
    """The key file mutated *times*: opened, or refused in a sentence with nothing changed."""
    rng = random.Random(seed)
    vault = made(work)
    good = (vault / "keys.json").read_bytes()
    wrong: list[str] = []
    for _ in range(times):
        bad = mutated(good, rng)
        for name in ("keys.json", "keys.second.json"):
            (vault / name).write_bytes(bad)
        try:
            Vault.open(vault, PASSPHRASE, state=work / "state").close()
        except VaultError as error:
            if not str(error).endswith("."):
                wrong.append(f"no sentence: {error}")
        except Exception as error:  # noqa: BLE001 - a traceback is what this looks for
            wrong.append(f"{type(error).__name__}: {error} from {bad[:80]!r}")
    return f"{times} mutated key files", wrong


def mutated(content: bytes, rng: random.Random) -> bytes:
    """*content* (the JSON of a key file) after something happened to it."""
    kind, at = rng.randrange(6), rng.randrange(len(content))
    if kind == 0:
        return content[:at] + bytes([content[at] ^ (1 << rng.randrange(8))]) + content[at + 1 :]
    if kind == 1:
        return content[:at]
    if kind == 2:
        return content[:at] + rng.randbytes(rng.randrange(40)) + content[at:]
    tree = json.loads(content)
    holder = tree if kind == 3 else rng.choice(tree["slots"])
    if kind == 4 and holder.get("argon"):
        holder = holder["argon"]
    values: list[object] = [None, True, -1, 10**30, 1e308, "", "x" * 100_000, [], {}, [[[]]], "\ud800", float("nan")]
    holder[rng.choice(sorted(holder))] = rng.choice(values)
    return json.dumps(tree).encode("utf-8", "surrogatepass")


def older_copies(work: Path, times: int) -> tuple[str, list[str]]:
    """The whole vault turned back to each of *times* earlier states: always told at opening."""
    vault = made(work)
    copies = []
    for number in range(times):
        copies.append(Path(shutil.copytree(vault, work / f"copy{number}")))
        with Vault.open(vault, PASSPHRASE, state=work / "state") as opened:
            opened.documents.save(Save("note", "later", f"text {number}", author="Ann", base=number))
    wrong = []
    for copy in copies:
        try:
            Vault.open(copy, PASSPHRASE, state=work / "state").close()
            wrong.append(f"{copy.name} was taken for the newest")
        except VaultRolledBackError:
            continue
    return f"{times} older copies", wrong


def guesses(work: Path, times: int, seed: int) -> tuple[str, list[str]]:
    """*times* wrong passphrases: every byte of the vault as before, and the wait begins after five of them.

    Half of them are tried with the count taken away, as somebody would who may delete files of the same log-in.
    """
    rng = random.Random(seed)
    vault, state = made(work), work / "state"
    before = {path: path.read_bytes() for path in vault.rglob("*") if path.is_file()}
    waited = 0
    for number in range(times):
        if number % 2:
            shutil.rmtree(state / "attempts", ignore_errors=True)
        try:
            Vault.open(vault, rng.randbytes(12).hex(), state=state).close()
        except WrongPassphraseError:
            continue
        except TooManyAttemptsError:
            waited += 1
    shutil.rmtree(state / "attempts", ignore_errors=True)
    for _ in range(FREE + 1):
        try:
            Vault.open(vault, rng.randbytes(12).hex(), state=state).close()
        except WrongPassphraseError:
            continue
        except TooManyAttemptsError:
            waited += 1
    after = {path: path.read_bytes() for path in vault.rglob("*") if path.is_file()}
    wrong = [] if before == after else ["the vault's files changed"]
    wrong += [] if waited else ["nobody had to wait"]
    return f"{times} wrong passphrases", wrong


def tampering(work: Path, times: int, seed: int) -> tuple[str, list[str]]:
    """*times* changes of one line of the history by someone with the key: every one named by the check."""
    rng = random.Random(seed)
    vault = made(work)
    columns = [
        "author",
        "saved_at",
        "kind",
        "id",
        "action",
        "title",
        "note",
        "body",
        "previous",
        "hash",
        "content_hash",
    ]
    wrong = []
    with Vault.open(vault, PASSPHRASE, state=work / "state") as opened:
        database = opened._opened.database  # noqa: SLF001 - an owner's tool in place of the program
        for _ in range(times):
            line, column = rng.randrange(1, 121), rng.choice([*columns, "delete"])
            sql = f"UPDATE revision SET {column} = 'x' WHERE seq = ?"  # noqa: S608 - our own column names
            if column == "delete":
                sql = "DELETE FROM revision WHERE seq = ?"
            with database.writing() as transaction:
                row = transaction.execute("SELECT * FROM revision WHERE seq = ?", (line,)).fetchone()
                transaction.execute(sql, (line,))
            if not any(str(line) in finding.message and finding.grave for finding in opened.check()):
                wrong.append(f"line {line}: {column} changed and not named")
            with database.writing() as transaction:
                transaction.execute("DELETE FROM revision WHERE seq = ?", (line,))
                marks = ",".join("?" * len(row))
                transaction.execute(f"INSERT INTO revision VALUES ({marks})", tuple(row))  # noqa: S608 - marks only
        if opened.check():
            wrong.append("the history was not put back as it was")
    return f"{times} changed lines", wrong


def disks(count: int) -> list[range]:
    """*count* sizes of disks in kilobytes, from one megabyte to four, a hundred to a piece."""
    step = max(1, (4096 - 1024) // count)
    sizes = range(1024, 1024 + count * step, step)
    return [sizes[start : start + 100] for start in range(0, len(sizes), 100)]


def full_disks(work: Path, sizes: range) -> tuple[str, list[str]]:
    """Small disks of these *sizes* filled to the brim: older documents unharmed, the vault sound afterwards."""
    disk = work / "disk"
    disk.mkdir(parents=True)
    wrong: list[str] = []
    for size in sizes:
        mount = ["mount", "-t", "tmpfs", "-o", f"size={size}k", "tmpfs", str(disk)]
        if shutil.which("mount") is None or subprocess.run(mount, capture_output=True, check=False).returncode:
            # mount and umount are found on the path: this runs on a developer's own machine
            return "skipped: a small disk can be mounted only by root on Linux", []
        try:
            wrong += _filled(disk, work / f"state{size}", size)
        finally:
            subprocess.run(["umount", "-l", str(disk)], capture_output=True, check=False)  # noqa: S607 - see above
    return f"{len(sizes)} full disks", wrong


def _filled(disk: Path, state: Path, size: int) -> list[str]:
    saved: dict[str, str] = {}
    try:
        vault, _ = Vault.create(disk / "vault", PASSPHRASE, cost=Cost.FAST, state=state)
    except VaultError:
        return [] if not (disk / "vault").exists() else [f"{size} kB: half a vault"]
    rng = random.Random(size)
    with vault:
        while len(saved) < 10_000:
            text = rng.randbytes(rng.randrange(20_000)).hex()
            try:
                vault.documents.save(Save("note", str(len(saved)), text, author="Ann", base=0))
            except VaultError:
                break
            saved[str(len(saved))] = text
    try:
        with Vault.open(disk / "vault", PASSPHRASE, state=state, read_only=True) as vault:
            lost = [ident for ident, text in saved.items() if vault.documents.get("note", ident).body != text]
            grave = [finding.message for finding in vault.check() if finding.grave]
    except VaultError as error:
        return [f"{size} kB: {error}"]
    return [f"{size} kB: {what}" for what in [*lost, *grave]]
