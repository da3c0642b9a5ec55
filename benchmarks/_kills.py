# ruff: noqa: S311 - faults are chosen by a seed so that they can be repeated; nothing secret depends on it
"""A scripted session killed at random moments, again and again, and whether anything acknowledged was lost.

``python -m benchmarks._kills FOLDER TIMES SEED`` (POSIX: children are forked, so that a kill costs milliseconds). The
child writes a line to a pipe before each step and another when the step was acknowledged; the parent kills it, opens
the vault, and compares. Prints one line of JSON.
"""

from __future__ import annotations

import contextlib
import json
import os
import random
import signal
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path

from supervision_tui.vault import Cost, DocumentNotFoundError, Save, Vault, Writer

PASSPHRASE = "a lamp for the heron"
_NAMES = [f"doc{number}" for number in range(6)]
_FRESH_EVERY = 40
_MOST_STEPS = 12
_LONGEST_PAUSE = 0.02


@dataclass
class Book:
    """What was tried and what was acknowledged, by document: number of the step."""

    tried_to_delete: dict[str, int] = field(default_factory=dict)
    acknowledged: dict[str, int] = field(default_factory=dict)

    def read(self, lines: list[str]) -> int:
        """Take in a child's lines; returns how many steps were acknowledged."""
        count = 0
        for line in lines:
            word, name, number = line.split()
            if word == "delete":
                self.tried_to_delete[name] = int(number)
            elif word == "done":
                self.acknowledged[name] = int(number)
                count += 1
        return count


def session(folder: Path, state: Path, step: int, seed: int, out: int) -> None:
    """Save, autosave, seal, delete, back up and change the passphrase until killed."""
    rng = random.Random(seed)

    def say(word: str, name: str, number: int) -> None:
        os.write(out, f"{word} {name} {number}\n".encode())

    vault = Vault.open(folder, PASSPHRASE, state=state)
    writer = Writer(vault)
    base = {one.id: one.version for one in vault.documents.headings("note")}
    while True:
        step += 1
        name = rng.choice(_NAMES)
        chance = rng.random()
        if chance < 0.05 and base.get(name):
            say("delete", name, step)
            vault.documents.delete("note", name, author="Ann", reason="filed")
            base.pop(name)
            say("done", name, step)
        elif chance < 0.07:
            vault.credentials.change_passphrase(PASSPHRASE, PASSPHRASE, cost=Cost.FAST)
        elif chance < 0.08:
            vault.backups.make_dated()
        elif chance < 0.2:
            standing = next((one.version for one in vault.documents.headings("own") if one.id == name), 0)
            vault.documents.save(
                Save("own", name, f"{step} {'private ' * 20}", author="Ann", base=standing, sealed=True)
            )
        else:
            body = f"{step} {'words ' * rng.randrange(2000)}"
            future = writer.submit(
                Save("note", name, body, author="Ann", base=base.get(name, 0), search=body, draft=rng.random() < 0.7)
            )
            base[name] = future.result().version
            say("done", name, step)


def killed(folder: Path, state: Path, step: int, rng: random.Random) -> list[str]:
    """Run a session in a child, kill it at a random moment, and return its whole lines."""
    reading, writing = os.pipe()
    seed = rng.randrange(2**32)
    child = os.fork()
    if child == 0:
        os.close(reading)
        try:
            session(folder, state, step, seed, writing)
        except BaseException as error:  # noqa: BLE001 - told to the parent, which fails
            os.write(writing, f"\n{type(error).__name__}: {error}".encode())
        os._exit(1)
    os.close(writing)
    said = _heard(reading, rng.randrange(_MOST_STEPS))
    time.sleep(rng.uniform(0, _LONGEST_PAUSE))
    with contextlib.suppress(ProcessLookupError):
        os.kill(child, signal.SIGKILL)
    with os.fdopen(reading, "rb") as source:
        said = (said + source.read()).decode()
    _, status = os.waitpid(child, 0)
    if os.WIFEXITED(status):
        message = f"the session ended by itself ({os.WEXITSTATUS(status)}) after: {said[-200:]}"
        raise AssertionError(message)
    return said.splitlines() if said.endswith("\n") else said.splitlines()[:-1]


def _heard(pipe: int, steps: int) -> bytes:
    """What a child says until it has acknowledged *steps* steps (or ended): so a busy machine kills no sooner."""
    said = b""
    while said.count(b"done") < steps:
        more = os.read(pipe, 65_536)
        if not more:
            break
        said += more
    return said


def lost(vault: Vault, book: Book) -> list[str]:
    """What was acknowledged and is not there."""
    missing = []
    for name, number in book.acknowledged.items():
        try:
            standing = int(vault.documents.get("note", name).body.split()[0])
        except DocumentNotFoundError:
            standing = book.tried_to_delete.get(name, -1)
        if standing < number:
            missing.append(f"{name}: step {number} was acknowledged, step {standing} is there")
    return missing


def run(folder: Path, times: int, seed: int) -> dict[str, object]:
    """Kill *times* sessions on vaults in *folder*; returns what came of it."""
    rng = random.Random(seed)
    wrong: list[str] = []
    acknowledged = 0
    started = time.perf_counter()
    book, at, state = Book(), folder, folder
    for kill in range(times):
        if kill % _FRESH_EVERY == 0:
            at, state, book = folder / f"vault{kill}", folder / f"state{kill}", Book()
            fresh, _ = Vault.create(at, PASSPHRASE, cost=Cost.FAST, state=state)
            fresh.private.create_on_this_device("Ann")
            fresh.close()
        acknowledged += book.read(killed(at, state, kill * 1_000_000, rng))
        with Vault.open(at, PASSPHRASE, state=state) as vault:
            wrong += lost(vault, book)
            wrong += [finding.message for finding in vault.check() if finding.grave]
    seconds = round(time.perf_counter() - started, 1)
    return {"kills": times, "acknowledged": acknowledged, "wrong": wrong[:20], "seconds": seconds}


if __name__ == "__main__":
    print(json.dumps(run(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))))
