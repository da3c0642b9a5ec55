"""Everything that may happen to a vault, and whether it keeps its promises.

``python -m benchmarks.faults [--nightly|--release]``: without a flag the commit tier (half a minute), as the tests have
it in short; the longer tiers take up to an hour and up to six. Prints a line a fault, and the seed; exit 1 when a
promise was broken.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from benchmarks import _calls, _damage, _others, _power
from supervision_tui.vault import Vault

Outcome = tuple[str, list[str]]
"""What was done, and every promise that was broken."""


@dataclass(frozen=True, slots=True)
class Tier:
    """How often each fault is tried."""

    kills: int
    power: int
    flips: int
    pages: int
    every_byte: bool
    processes: int
    saves: int
    key_files: int
    older: int
    guesses: int
    tampering: int
    disks: int
    actions: tuple[str, ...]
    every_call: int


# ruff: noqa: FBT003 - rows of a table
TIERS = {
    "commit": Tier(200, 100, 200, 40, False, 4, 250, 1_000, 20, 20, 60, 10, ("save",), 9),
    "nightly": Tier(10_000, 10_000, 10_000, 2_000, True, 16, 1_000, 20_000, 50, 200, 2_000, 200, _calls.ACTIONS, 1),
    "release": Tier(
        50_000, 100_000, 60_000, 10_000, True, 16, 10_000, 200_000, 200, 1_000, 10_000, 961, _calls.ACTIONS, 1
    ),
}


def main(words: list[str]) -> int:
    """Try every fault of the tier that *words* name; return the exit code."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.faults")
    parser.add_argument("--nightly", action="store_const", const="nightly", dest="tier", default="commit")
    parser.add_argument("--release", action="store_const", const="release", dest="tier")
    parser.add_argument("--seed", type=int, default=int(time.time()))
    parser.add_argument("--only", default="", help="part of a fault's name")
    chosen = parser.parse_args(words)
    print(f"{chosen.tier} tier, seed {chosen.seed}")
    broken = 0
    for name, attempt in faults(TIERS[chosen.tier], chosen.seed).items():
        if chosen.only in name:
            broken += _tried(name, attempt)
    return 1 if broken else 0


def faults(tier: Tier, seed: int) -> dict[str, Callable[[Path], Outcome]]:
    """Every fault by name, as a function of a folder to work in."""
    return {
        "kills": lambda work: kills(work, tier.kills, seed),
        "system calls": lambda work: _calls.run(work, tier.actions, tier.every_call),
        "power": lambda work: _power.run(work, tier.power, seed),
        "cuts": lambda work: damage(work, lambda content: _cuts(content, tier)),
        "flips": lambda work: damage(work, lambda content: _damage.flips(content, tier.flips, seed)),
        "pages": lambda work: damage(work, lambda content: _damage.pages(content, tier.pages, seed)),
        "writers": lambda work: _others.writers(work, tier.processes, tier.saves),
        "key files": lambda work: _others.key_files(work, tier.key_files, seed),
        "older copies": lambda work: _others.older_copies(work, tier.older),
        "guesses": lambda work: _others.guesses(work, tier.guesses, seed),
        "tampering": lambda work: _others.tampering(work, tier.tampering, seed),
        "full disks": lambda work: _others.full_disks(work, tier.disks),
    }


def kills(work: Path, times: int, seed: int) -> Outcome:
    """A scripted session killed *times*, on two processes."""
    if not hasattr(os, "fork"):
        return "skipped: children are forked the POSIX way", []
    halves = [(work / "one", times // 2, seed), (work / "two", times - times // 2, seed + 1)]
    started = []
    for folder, count, own_seed in halves:
        folder.mkdir()
        command = [sys.executable, "-m", "benchmarks._kills", str(folder), str(count), str(own_seed)]
        started.append(subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True))
    wrong: list[str] = []
    acknowledged = 0
    for process in started:
        out, errors = process.communicate()
        if process.returncode:
            wrong.append(errors.strip().splitlines()[-1] if errors.strip() else "the killer itself failed")
            continue
        told = json.loads(out)
        wrong += told["wrong"]
        acknowledged += told["acknowledged"]
    return f"{times} kills, {acknowledged} acknowledged steps", wrong


def damage(work: Path, damages: Callable[[bytes], Iterator[tuple[str, bytes]]]) -> Outcome:
    """Each of *damages* done to a copy of a small vault."""
    vault = _others.made(work)
    with Vault.open(vault, _damage.PASSPHRASE, state=work / "state") as opened:
        truth = _damage.texts(opened)
    content = (vault / "records.db").read_bytes()
    tally = _damage.judge_all(vault, work / "work", work / "state", damages(content), truth)
    return str(tally), [*tally.silent, *tally.tracebacks]


def _cuts(content: bytes, tier: Tier) -> Iterator[tuple[str, bytes]]:
    """The file cut at every page; in the longer tiers also at every byte of its first and last page."""
    whole = _damage.cuts(content)
    if not tier.every_byte:
        return whole
    page = _damage.PAGE
    sizes = chain(range(page), range(len(content) - page, len(content)))
    return chain(whole, ((f"cut at {size}", content[:size]) for size in sizes))


def _tried(name: str, attempt: Callable[[Path], Outcome]) -> int:
    """Try one fault and print what came of it; returns how many promises were broken."""
    work = Path(tempfile.mkdtemp(prefix="vault-faults-"))
    started = time.perf_counter()
    try:
        what, wrong = attempt(work)
    finally:
        shutil.rmtree(work, ignore_errors=True)
    verdict = "kept" if not wrong else f"BROKEN {len(wrong)} times"
    print(f"{name:14} {verdict:18} {time.perf_counter() - started:7.1f} s  {what}", flush=True)
    for line in wrong[:5]:
        print(f"{'':14} {line}", flush=True)
    return len(wrong)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
