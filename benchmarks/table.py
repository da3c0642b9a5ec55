"""One row of the table that every benchmark returns, how it is timed, and how the table is printed."""

from __future__ import annotations

import argparse
import statistics
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Row:
    """One figure beside its peer.

    *figure* and *baseline* are in *unit* ("ms", "s", "MB", ...); a baseline of 0 means the budget is absolute.
    """

    what: str
    peer: str
    figure: float
    baseline: float
    unit: str
    budget: str
    met: bool

    @property
    def ratio(self) -> str:
        """Figure over baseline, or a dash without a baseline."""
        return f"{self.figure / self.baseline:.2f}" if self.baseline else "-"


def median_ms(work: Callable[[], object], times: int = 7, clock: Callable[[], float] = time.perf_counter) -> float:
    """Milliseconds of the median run of *work* by *clock* (seconds), after one run that does not count.

    ``time.process_time`` counts this process's own work alone: a busy machine does not change the figure.
    """
    work()
    seconds = []
    for _ in range(times):
        start = clock()
        work()
        seconds.append(clock() - start)
    return statistics.median(seconds) * 1000


def table(rows: Sequence[Row]) -> str:
    """The rows as text in aligned columns."""
    head = ("what", "peer or baseline", "figure", "ratio", "budget", "met")
    lines = [
        (row.what, row.peer, f"{row.figure:,.2f} {row.unit}", row.ratio, row.budget, "yes" if row.met else "NO")
        for row in rows
    ]
    widths = [max(len(line[at]) for line in (head, *lines)) for at in range(len(head))]
    return "\n".join(
        "  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)) for line in (head, *lines)
    )


def print_beside_former(run: Callable[[Path | None], Sequence[Row]], program: str, about: str | None) -> int:
    """Run what ``--former`` can compare with another checkout, print its rows; 1 where a limit is not met.

    Args:
        run: makes the rows, beside the build in a folder where there is one.
        program: how it is called.
        about: what its help says.
    """
    parser = argparse.ArgumentParser(prog=program, description=about)
    parser.add_argument("--former", type=Path, default=None, help="a checkout of the build to compare with")
    rows = run(parser.parse_args().former)
    for row in rows:
        print(row)
    return 0 if all(row.met for row in rows) else 1
