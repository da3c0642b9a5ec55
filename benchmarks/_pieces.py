"""A long programme in pieces: each is recorded when done, and a programme that was cut short goes on from there."""

from __future__ import annotations

import json
import shutil
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

Outcome = tuple[str, list[str]]
"""What was done, and every promise that was broken."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of one fault's tries: *times* of them, begun with *seed*, in a folder of its own."""

    fault: str
    number: int
    times: int
    seed: int
    attempt: Callable[[Path, int, int], Outcome]

    @property
    def name(self) -> str:
        """What it is called in the record."""
        return f"{self.fault} {self.number}"


def cut(fault: str, times: int, most: int, seed: int, attempt: Callable[[Path, int, int], Outcome]) -> Iterator[Piece]:
    """*times* tries of *fault* in pieces of *most* at the most; *attempt* takes a folder, how often, and a seed."""
    for number, start in enumerate(range(0, times, most)):
        yield Piece(fault, number, min(most, times - start), seed + number * 1_000, attempt)


def done_before(record: Path, programme: str) -> set[str]:
    """Names of the pieces of *programme* that *record* has."""
    if not record.exists():
        return set()
    lines = [json.loads(line) for line in record.read_text("utf-8").splitlines()]
    return {str(line["piece"]) for line in lines if line["programme"] == programme}


def tried(piece: Piece, record: Path | None, programme: str) -> int:
    """Try one piece, print what came of it and record it; returns how many promises were broken."""
    work = Path(tempfile.mkdtemp(prefix="vault-faults-"))
    started = time.perf_counter()
    try:
        what, wrong = piece.attempt(work, piece.times, piece.seed)
    finally:
        shutil.rmtree(work, ignore_errors=True)
    seconds = round(time.perf_counter() - started, 1)
    verdict = "kept" if not wrong else f"BROKEN {len(wrong)} times"
    print(f"{piece.name:18} {verdict:18} {seconds:7.1f} s  {what}", flush=True)
    for line in wrong[:5]:
        print(f"{'':18} {line}", flush=True)
    if record is not None:
        told = {
            "programme": programme,
            "piece": piece.name,
            "fault": piece.fault,
            "times": piece.times,
            "seed": piece.seed,
            "what": what,
            "wrong": wrong[:20],
            "broken": len(wrong),
            "seconds": seconds,
        }
        with record.open("a", encoding="utf-8") as file:
            file.write(json.dumps(told) + "\n")
    return len(wrong)


def totals(record: Path) -> str:
    """A line a fault: how often it was tried in all the pieces of *record*, and how many promises were broken."""
    times, broken = Counter[str](), Counter[str]()
    for line in record.read_text("utf-8").splitlines():
        told = json.loads(line)
        times[told["fault"]] += told["times"]
        broken[told["fault"]] += told["broken"]
    return "\n".join(f"{fault:14} {count:9,} tried, {broken[fault]} broken" for fault, count in times.items())
