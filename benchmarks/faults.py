"""Everything that may happen to a vault, and whether it keeps its promises.

``python -m benchmarks.faults [--nightly|--release]``: without a flag the commit tier (half a minute), as the tests have
it in short; the longer tiers take up to an hour and up to six. Prints a line a piece, and the seed; exit 1 when a
promise was broken. With ``--record FILE`` each finished piece is written there, and the same command with the same seed
goes on after the last one; ``--totals FILE`` adds them up.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from itertools import chain
from pathlib import Path

from benchmarks import _calls, _damage, _imports, _leaks, _others, _pieces, _power, _random_keys
from benchmarks._pieces import Outcome, Piece
from supervision_tui.vault import Vault


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
    imports: int
    leaks: int
    random_keys: int
    actions: tuple[str, ...]
    every_call: int


# ruff: noqa: FBT003 - rows of a table
TIERS = {
    "commit": Tier(200, 100, 200, 40, False, 4, 250, 1_000, 20, 20, 60, 10, 200, 500, 1_000, ("save",), 9),
    "nightly": Tier(
        kills=10_000,
        power=10_000,
        flips=10_000,
        pages=2_000,
        every_byte=True,
        processes=16,
        saves=1_000,
        key_files=20_000,
        older=50,
        guesses=200,
        tampering=2_000,
        disks=200,
        imports=20_000,
        leaks=5_000,
        random_keys=20_000,
        actions=_calls.ACTIONS,
        every_call=1,
    ),
    "release": Tier(
        kills=50_000,
        power=100_000,
        flips=60_000,
        pages=10_000,
        every_byte=True,
        processes=16,
        saves=10_000,
        key_files=200_000,
        older=200,
        guesses=1_000,
        tampering=10_000,
        disks=961,
        imports=100_000,
        leaks=20_000,
        random_keys=100_000,
        actions=_calls.ACTIONS,
        every_call=1,
    ),
}


def main(words: list[str]) -> int:
    """Try every fault of the tier that *words* name; return the exit code."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.faults")
    parser.add_argument("--nightly", action="store_const", const="nightly", dest="tier", default="commit")
    parser.add_argument("--release", action="store_const", const="release", dest="tier")
    parser.add_argument("--seed", type=int, default=int(time.time()))
    parser.add_argument("--only", default="", help="part of a fault's name")
    parser.add_argument("--record", type=Path, help="a file for what is done, to go on from")
    parser.add_argument("--totals", type=Path, help="only add up what such a file has")
    chosen = parser.parse_args(words)
    if chosen.totals:
        print(_pieces.totals(chosen.totals))
        return 0
    programme = f"{chosen.tier} tier, seed {chosen.seed}"
    print(programme, flush=True)
    done = _pieces.done_before(chosen.record, programme) if chosen.record else set()
    broken = 0
    for piece in pieces(TIERS[chosen.tier], chosen.seed):
        if chosen.only in piece.fault and piece.name not in done:
            broken += _pieces.tried(piece, chosen.record, programme)
    return 1 if broken else 0


def pieces(tier: Tier, seed: int) -> Iterator[Piece]:
    """Every fault of *tier*, in pieces of some minutes each."""
    yield from _pieces.cut("kills", tier.kills, 1_000, seed, kills)
    for number, action in enumerate(tier.actions):
        yield Piece("system calls", number, 1, seed, partial(_system_calls, action=action, every=tier.every_call))
    yield from _pieces.cut("power", tier.power, 5_000, seed, _power.run)
    yield Piece("cuts", 0, 1, seed, lambda work, _, __: damage(work, lambda content: _cuts(content, tier)))
    yield from _pieces.cut("flips", tier.flips, 2_000, seed, partial(_damaged, how=_damage.flips))
    yield from _pieces.cut("pages", tier.pages, 2_000, seed, partial(_damaged, how=_damage.pages))
    writing = lambda work, saves, _: _others.writers(work, tier.processes, saves)  # noqa: E731 - a row of a table
    yield from _pieces.cut("writers", tier.saves, 1_000, seed, writing)
    yield from _pieces.cut("key files", tier.key_files, 20_000, seed, _others.key_files)
    yield Piece("older copies", 0, tier.older, seed, lambda work, times, _: _others.older_copies(work, times))
    yield from _pieces.cut("guesses", tier.guesses, 500, seed, _others.guesses)
    yield from _pieces.cut("tampering", tier.tampering, 2_000, seed, _others.tampering)
    for number, sizes in enumerate(_others.disks(tier.disks)):
        filling = partial(_full_disks, sizes=sizes)
        yield Piece("full disks", number, len(sizes), seed, filling)
    files = (
        _pieces.cut(f"imports {kind}", tier.imports, 20_000, seed, partial(_imports.run, kind=kind))
        for kind in _imports.ENDINGS
    )
    yield from chain.from_iterable(zip(*files, strict=True))  # some of every kind before more of one
    yield from _pieces.cut("leaks", tier.leaks, 20_000, seed, _leaks.run)
    yield from _pieces.cut("random keys", tier.random_keys, 1_000, seed, _random_keys.run)


def _system_calls(work: Path, _times: int, _seed: int, action: str, every: int) -> Outcome:
    return _calls.run(work, (action,), every)


def _full_disks(work: Path, _times: int, _seed: int, sizes: range) -> Outcome:
    return _others.full_disks(work, sizes)


def _damaged(
    work: Path, times: int, seed: int, how: Callable[[bytes, int, int], Iterator[tuple[str, bytes]]]
) -> Outcome:
    """*times* damages of one sort, chosen by *seed*."""
    return damage(work, lambda content: how(content, times, seed))


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


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
