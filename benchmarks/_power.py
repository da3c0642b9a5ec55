# ruff: noqa: S311 - what a disk forgets is chosen by a seed, so that it can be repeated; nothing secret depends on it
"""The power goes: of what was written and not yet synced, the disk has some, none, or half a block.

Linux with ``strace`` only, which tells every write of a child with its bytes. They are played again up to each sync:
what was synced is there; each later write is kept, dropped or torn at 512 bytes, and of creating, renaming and removing
the first few are kept, in their order (as a journalling file system does). Whatever was acknowledged must be there.
``python -m benchmarks._power FOLDER`` is the child.
"""

from __future__ import annotations

import hashlib
import os
import random
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from supervision_tui.vault import Cost, Save, Vault, VaultError

PASSPHRASE = "a lamp for the heron"
SAVES = 8
SECTOR = 512
CALLS = "openat,pwrite64,write,ftruncate,fsync,fdatasync,rename,unlink"
_CALL = re.compile(r"^\d+\s+(\w+)\((.*)\)\s+=\s+(-?\d+)")
_WORDS = re.compile(r'"((?:\\x[0-9a-f]{2})*)"')
_PATH = re.compile(r"^\d+<([^>]*)>")


def body_of(number: int) -> str:
    """What document *number* says: the same in the child and in whoever looks afterwards."""
    return f"{number} {random.Random(number).randbytes(3_000).hex()}"


def child(folder: Path) -> None:
    """Save, and say so after each save; then delete one, and close."""
    with Vault.open(folder / "vault", PASSPHRASE, state=folder / "state") as vault:
        for number in range(SAVES):
            words = body_of(number)
            vault.documents.save(Save("note", f"a{number}", words, author="Ann", base=0, search=words[:200]))
            os.write(1, f"DONE {number}\n".encode())
        vault.documents.delete("note", "before", author="Ann", reason="old")


@dataclass
class Disk:
    """What a disk surely has (*synced*), and what was said to it since (*waiting*), by path."""

    synced: dict[str, bytearray]
    waiting: list[tuple[str, str, int, bytes]] = field(default_factory=list)

    def sync(self, path: str) -> None:
        """*path* is on the disk, with every name."""
        now = [deed for deed in self.waiting if deed[1] == path or deed[0] not in {"write", "cut"}]
        self.waiting = [deed for deed in self.waiting if deed not in now]
        for deed in now:
            done(self.synced, deed)

    def after_the_power_went(self, chance: random.Random) -> dict[str, bytearray]:
        """One of the states in which it may be found."""
        files = {path: bytearray(content) for path, content in self.synced.items()}
        names = sum(kind not in {"write", "cut"} for kind, *_ in self.waiting)
        remembered = chance.randint(0, names)
        for kind, path, at, content in self.waiting:
            if kind not in {"write", "cut"}:
                remembered -= 1
                if remembered >= 0:
                    done(files, (kind, path, at, content))
                continue
            fate = chance.choice(("kept", "dropped", "torn"))
            torn = content[: chance.randrange(0, len(content) + 1, SECTOR)] if fate == "torn" else content
            if fate != "dropped" and path in files:
                done(files, (kind, path, at, torn))
        return files


def done(files: dict[str, bytearray], deed: tuple[str, str, int, bytes]) -> None:
    """Do one *deed* to *files*."""
    kind, path, at, content = deed
    if kind == "write":
        file = files.setdefault(path, bytearray())
        file.extend(bytes(max(0, at - len(file))))
        file[at : at + len(content)] = content
    elif kind == "cut":
        file = files.setdefault(path, bytearray())
        file[at:] = bytes(max(0, at - len(file)))
    elif kind == "made":
        files.setdefault(path, bytearray())
    elif kind == "renamed":
        files[content.decode()] = files.pop(path, bytearray())
    elif kind == "gone":
        files.pop(path, None)


def told(trace: str) -> Iterator[tuple[str, str, int, bytes]]:
    """The deeds in what ``strace -y -xx`` wrote: also ``sync`` of a path, and ``said`` what went to the terminal."""
    for line in trace.splitlines():
        if not (call := _CALL.match(line)) or int(call[3]) < 0:
            continue
        name, arguments = call[1], call[2]
        words = [bytes.fromhex(found.replace("\\x", "")) for found in _WORDS.findall(arguments)]
        handle = _PATH.match(arguments)
        path = _plain(handle[1]) if handle else words[0].decode() if words else ""
        if name == "pwrite64":
            yield "write", path, int(arguments.rsplit(",", 1)[1]), words[0]
        elif name == "write":
            yield "said" if arguments.startswith("1<") else "appended", path, 0, words[0]
        elif name == "ftruncate":
            yield "cut", path, int(arguments.rsplit(",", 1)[1]), b""
        elif name in {"fsync", "fdatasync"}:
            yield "sync", path, 0, b""
        elif name == "rename":
            yield "renamed", path, 0, words[1]
        elif name == "unlink":
            yield "gone", path, 0, b""
        elif "O_CREAT" in arguments and words:
            yield "made", words[0].decode(), 0, b""


def _plain(path: str) -> str:
    """A path of a handle, which strace may have written in numbers too."""
    return bytes.fromhex(path.replace("\\x", "")).decode() if path.startswith("\\x") else path


def run(work: Path, states: int, seed: int) -> tuple[str, list[str]]:
    """The vault found in *states* states, spread over every sync of a session of saves."""
    if shutil.which("strace") is None:
        return "skipped: strace is not here", []
    vault, _ = Vault.create(work / "vault", PASSPHRASE, cost=Cost.FAST, state=work / "state")
    with vault:
        vault.documents.save(Save("note", "before", "old", author="Ann", base=0, search="old"))
    start = {str(path): bytearray(path.read_bytes()) for path in (work / "vault").iterdir() if path.is_file()}
    shutil.copytree(work / "state", work / "state before")
    tracing = ["strace", "-f", "-qq", "-y", "-xx", "-s", "1000000", "-o", str(work / "trace"), "-e", f"trace={CALLS}"]
    subprocess.run(
        [*tracing, sys.executable, "-m", "benchmarks._power", str(work)], check=True, stdout=subprocess.DEVNULL
    )
    deeds = list(told((work / "trace").read_text("utf-8", "replace")))
    inside = str(work / "vault")
    syncs = sum(kind == "sync" and path.startswith(inside) for kind, path, *_ in deeds)
    chance, wrong, seen = random.Random(seed), list[str](), set[bytes]()
    disk, acknowledged, tried, passed = Disk(start), 0, 0, 0
    for kind, path, at, content in deeds:
        if kind == "said":
            acknowledged += content.count(b"DONE")
        if not path.startswith(inside) or path.endswith("-shm"):
            continue
        if kind == "sync":
            passed += 1
            while tried < states * passed // syncs:
                tried += 1
                files = disk.after_the_power_went(chance)
                if (print_of := _fingerprint(files, acknowledged)) not in seen:  # the same again says the same again
                    seen.add(print_of)
                    wrong += _found(work, files, acknowledged, f"sync {passed}, state {tried}")
            disk.sync(path)
        elif kind != "appended":
            disk.waiting.append((kind, path, at, content))
    if acknowledged != SAVES or not tried:
        wrong.append(f"the trace tells of {acknowledged} saves and {tried} states")
    return f"{tried} states around {passed} syncs, {len(seen)} of them different", wrong


def _fingerprint(files: dict[str, bytearray], acknowledged: int) -> bytes:
    """What a state of the disk is known by, with what had been acknowledged by then."""
    whole = hashlib.blake2b(str(acknowledged).encode())
    for path, content in sorted(files.items()):
        whole.update(f"\n{path} {len(content)}\n".encode())
        whole.update(content)
    return whole.digest()


def _found(work: Path, files: dict[str, bytearray], acknowledged: int, where: str) -> list[str]:
    """What is wrong with a vault that is found as *files*."""
    found = work / "found"
    shutil.rmtree(found, ignore_errors=True)
    (found / "vault").mkdir(parents=True)
    shutil.copytree(work / "state before", found / "state")
    for path, content in files.items():
        (found / "vault" / Path(path).name).write_bytes(content)
    try:
        with Vault.open(found / "vault", PASSPHRASE, state=found / "state") as vault:
            wrong = [finding.message for finding in vault.check() if finding.grave]
            wrong += [
                f"save {number} was acknowledged and is not there"
                for number in range(acknowledged)
                if vault.documents.get("note", f"a{number}").body != body_of(number)
            ]
    except VaultError as error:
        wrong = [str(error)]
    return [f"{where}: {what}" for what in wrong]


if __name__ == "__main__":
    child(Path(sys.argv[1]))
