"""Processor time on a machine that others use too: each figure beside a fixed piece of work done at the same moment.

Two cores with eight other programs give a key between one and three times the time that it takes on a quiet machine;
the same happens to the fixed work just before and after it. A figure is divided by how slow that was, compared with
the fastest time in the run.
"""

from __future__ import annotations

import time
from typing import Self

ROUNDS = 4_000
"""Rounds of the fixed work: about a millisecond."""


class SteadyClock:
    """Processor milliseconds, as they would be in the quietest moment of the run."""

    def __init__(self) -> None:
        self.raw, self.slowness = 0.0, 1.0
        self._before = self._start = 0.0
        self._fastest = min(_fixed_work() for _ in range(50))

    def __enter__(self) -> Self:
        """Begin a measurement."""
        self._before = min(_fixed_work(), _fixed_work())
        self._start = time.process_time()
        return self

    def __exit__(self, *error: object) -> None:
        """End it."""
        self.raw = (time.process_time() - self._start) * 1000
        around = (self._before + min(_fixed_work(), _fixed_work())) / 2
        self._fastest = min(self._fastest, around)
        self.slowness = around / self._fastest

    @property
    def figure(self) -> float:
        """The last measurement, in milliseconds of a quiet machine."""
        return self.raw / max(self.slowness, 1.0)


def _fixed_work() -> float:
    """Seconds for work of the kind that a screen does: words put together, a dictionary, calls."""
    start = time.process_time()
    words: dict[str, int] = {}
    for number in range(ROUNDS):
        name = str(number % 97)
        words[name] = words.get(name, 0) + len(name)
    return time.process_time() - start
