"""Typed lines, days and told families: a line under 2 ms, a day 0.2 ms, a sentence of a family 10 ms of CPU.

Run: python -m benchmarks.lines. Prints the median of each in milliseconds, and the limit.
"""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from datetime import date

from supervision_tui.days import read_day
from supervision_tui.family import load_family
from supervision_tui.family.narrative import read_narrative
from supervision_tui.family.shorthand import Beside, read_line
from supervision_tui.resources import content_folder

TODAY = date(2026, 11, 27)
LINES = ("foster Kai Mensah 14 m", "Kirsty Lowe 33 f 2008 sep 2016 [K?]", "twins Ada, Ivo due May 2027", "Ada d. 2018")
TOLD = (
    "Leanne is 38. She was with Craig until 2016, they have Robin, 16, and Maisie, 13. In 2020 she married Emeka, who "
    "has Chidi from his first marriage. Nan, Sue, lives round the corner and looks after them on Fridays."
)
DAYS = ("next month", "Fri week", "within 10 working days", "when Mum is well", "9.30 Monday")


def median_ms(run: Callable[[], object], times: int = 200) -> float:
    """The median of *times* runs, in milliseconds of CPU."""
    spent = []
    for _ in range(times):
        start = time.process_time_ns()
        run()
        spent.append((time.process_time_ns() - start) / 1e6)
    return statistics.median(spent)


def main() -> None:
    """Print every measurement."""
    family = load_family(content_folder("templates/families") / "haile.yaml")
    beside = Beside(TODAY, family, "selam")
    for line in LINES:
        print(f"line  {median_ms(lambda line=line: read_line(line, beside, 'child')):6.3f} ms (limit 2)    {line}")
    for words in DAYS:
        print(f"day   {median_ms(lambda words=words: read_day(words, TODAY)):6.3f} ms (limit 0.2)  {words}")


if __name__ == "__main__":
    main()
    spent = median_ms(lambda: read_narrative(TOLD, TODAY)) / TOLD.count(". ")
    print(f"told  {spent:6.3f} ms (limit 10)   a sentence of a family of seven")
