"""Random keys on the real session screen, for hours if need be: every marked word stays where the box said.

Run: ``python -m benchmarks.slots --sequences 2000 --keys 60``. As a benchmark (``dev.py bench slots``) a few sequences.
Prints each fault with its seed; ``--seed N --sequences 1`` repeats it. The machine stands in
``tests/tui/slot_machine.py``; that it finds the ways in which words once crossed is proved in ``test_slots.py`` there.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import sys
import tempfile
import time
from pathlib import Path
from random import Random

import pytest
from textual.pilot import Pilot

from benchmarks.table import Row
from supervision_tui.tui.app import SupervisionApp
from supervision_tui.tui.app_services import locking
from supervision_tui.tui.app_services.gc_scheduler import GarbageCollection
from tests.tui import driving
from tests.tui.slot_machine import SlotMachine
from tests.tui.textual_internals import (
    answered_without_asking,
    lay_out_when_looked_at,
    paint_at_rest,
    paint_keys_alone,
    share_parsed_styles,
)

SEQUENCES = 20
KEYS = 60
OF_ONE_PROGRAM = 40
"""Sequences after which the program starts anew."""


def run() -> list[Row]:
    """A few sequences, as one row."""
    start = time.process_time()
    words, faults = sequences(1, SEQUENCES, KEYS)
    seconds = time.process_time() - start
    what = f"{SEQUENCES} sequences of {KEYS} random keys, {words} marked words: words astray"
    return [Row(what, "CPU seconds", float(len(faults)), seconds, "", "0", not faults)]


def sequences(first: int, number: int, keys: int) -> tuple[int, list[str]]:
    """*number* sequences of *keys* keys, seeded from *first* on; how many words were typed, and every fault."""
    words, faults = 0, []
    with pytest.MonkeyPatch.context() as patch, tempfile.TemporaryDirectory() as folder:
        for name in ("HOME", "STATE"):
            patch.setitem(os.environ, f"SUPERVISION_TUI_{name}", f"{folder}/{name.lower()}")
        patch.setattr(Pilot, "press", driving.press)
        patch.setattr(driving, "paint", paint_keys_alone)
        patch.setattr(driving, "answered", answered_without_asking)
        patch.setattr(locking, "forget", lambda: None)
        patch.setattr(GarbageCollection, "begin", lambda _: None)
        share_parsed_styles(patch)
        paint_at_rest(patch)
        lay_out_when_looked_at(patch)
        for start in range(first, first + number, OF_ONE_PROGRAM):
            seeds = range(start, min(start + OF_ONE_PROGRAM, first + number))
            typed, found = asyncio.run(_in_one_program(seeds, keys))
            words, faults = words + typed, faults + found
            if number > OF_ONE_PROGRAM:
                done = seeds.stop - first
                print(f"{done} of {number} sequences, {words} words, {len(faults)} faults", file=sys.stderr, flush=True)
    return words, faults


async def _in_one_program(seeds: range, keys: int) -> tuple[int, list[str]]:
    words, faults = 0, []
    app = SupervisionApp(Path(), demo=True)
    async with app.run_test(size=(60, 20)) as pilot:
        await driving.wait(pilot, lambda: driving.named(pilot) == "TodayScreen" and app.focused is not None)
        for seed in seeds:
            machine = SlotMachine(pilot, Random(seed))  # noqa: S311 - nothing is kept secret by it
            await machine.begin()
            await machine.drive(keys)
            found = [f"seed {seed}: {fault}" for fault in machine.strays()]
            await machine.end()
            for fault in found:
                print(fault, flush=True)
            words, faults = words + len(machine.homes), faults + found
    return words, faults


def main(arguments: list[str]) -> int:
    """Run as many sequences as are asked for; exit 1 where a word went astray."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.slots", description=__doc__)
    parser.add_argument("--sequences", type=int, default=2000)
    parser.add_argument("--keys", type=int, default=KEYS)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args(arguments)
    start = time.process_time()
    words, faults = sequences(options.seed, options.sequences, options.keys)
    seconds = time.process_time() - start
    ran = f"{options.sequences} sequences of {options.keys} keys"
    print(f"{ran}, {words} words, {len(faults)} faults, {seconds:.0f} CPU s")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
