"""What grows with the people of a family and with the sessions of a notebook, and by which exponent.

Processor milliseconds. The exponent of a row is that between the size before and its own: 1 grows with the size, 2 with
its square. What a person waits for under the fingers stays below 50 ms in every size; what runs beside a picture, or is
asked for by name, has no such limit.
"""

from __future__ import annotations

import math
import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from benchmarks.__main__ import main
from benchmarks._dynasty import dynasty
from benchmarks.table import Row, median_ms
from benchmarks.today import fill, opened
from supervision_tui.family import Family
from supervision_tui.genogram import lay_out, terminal_scene
from supervision_tui.tui.screens.jump_targets import all_targets, ranked
from supervision_tui.tui.screens.today.due_items import gather

PEOPLE = (10, 30, 60, 100, 300, 900, 4_600)
"""Sizes of a family; ``GROWTH_PEOPLE`` names the largest that is measured."""
SESSIONS = (1, 10, 100, 600)
"""Sessions of a notebook, with seven steps each."""
UNDER_THE_FINGERS = 50.0
"""Milliseconds."""
TIMES = 3


def run() -> list[Row]:
    """Families, then notebooks."""
    most = int(os.environ.get("GROWTH_PEOPLE", PEOPLE[-1]))
    return [*_families([size for size in PEOPLE if size <= most]), *_notebooks()]


def _families(sizes: list[int]) -> Iterator[Row]:
    works: dict[str, Callable[[Family], Callable[[], object]]] = {
        "read and checked": lambda family: partial(Family.model_validate_json, family.to_json()),
        "laid out": lambda family: partial(lay_out, family),
        "drawn in letters": lambda family: partial(terminal_scene, family, lay_out(family)),
    }
    families = {size: dynasty(size) for size in sizes}
    for what, work in works.items():
        figures = {}
        for size, family in families.items():
            figures[len(family.persons)] = median_ms(
                work(family), 1 if size >= PEOPLE[-2] else TIMES, time.process_time
            )
        yield from rows_of_growth(f"a family {what}", "people", figures, limit=None)


def _notebooks() -> list[Row]:
    cold: dict[int, float] = {}
    again: dict[int, float] = {}
    letters: dict[int, float] = {}
    for sessions in SESSIONS:
        with tempfile.TemporaryDirectory() as home:
            os.environ["SUPERVISION_TUI_HOME"], os.environ["SUPERVISION_TUI_STATE"] = home, str(Path(home) / "state")
            fill(Path(home), families=min(sessions, 50), sessions=sessions)
            workspace = opened(home)
            start = time.process_time()
            gather(workspace)
            cold[sessions] = (time.process_time() - start) * 1000
            again[sessions] = median_ms(partial(gather, workspace), TIMES, time.process_time)
            targets = all_targets(workspace)
            letters[sessions] = median_ms(partial(ranked, targets, "carte"), TIMES, time.process_time)
            workspace.close()
    return [
        *rows_of_growth("what waits, cold", "sessions", cold, limit=None),
        *rows_of_growth("what waits, again", "sessions", again, limit=None),
        *rows_of_growth("a letter in the jump", "sessions", letters, limit=UNDER_THE_FINGERS),
    ]


def rows_of_growth(what: str, unit: str, figures: dict[int, float], *, limit: float | None) -> Iterator[Row]:
    """A row a size, with the exponent since the size before."""
    before: tuple[int, float] | None = None
    for size, figure in figures.items():
        exponent = "-" if before is None else f"{math.log(figure / before[1]) / math.log(size / before[0]):.1f}"
        budget = "-" if limit is None else f"< {limit:.0f} ms"
        yield Row(
            f"{what}, {size:,} {unit}", f"exponent {exponent}", figure, 0, "ms", budget, limit is None or figure < limit
        )
        before = size, figure


if __name__ == "__main__":
    sys.exit(main(["growth"]))
