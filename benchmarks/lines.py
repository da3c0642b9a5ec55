"""Typed lines, days and told families: a line under 2 ms, a day 0.2 ms, a sentence of a family 10 ms of CPU."""

from __future__ import annotations

import sys
import time
from datetime import date

from benchmarks.__main__ import main
from benchmarks.table import Row, median_ms
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


TIMES = 200
LINE, DAY, SENTENCE = 2, 0.2, 10
"""Milliseconds that each may take."""


def run() -> list[Row]:
    """A row for each line, each day, and a sentence of a told family."""
    family = load_family(content_folder("templates/families") / "haile.yaml")
    beside = Beside(TODAY, family, "selam")
    rows = []
    for line in LINES:
        spent = median_ms(lambda line=line: read_line(line, beside, "child"), TIMES, time.process_time)
        rows.append(Row(f"a line: {line}", "-", spent, 0, "ms CPU", f"< {LINE} ms", spent < LINE))
    for words in DAYS:
        spent = median_ms(lambda words=words: read_day(words, TODAY), TIMES, time.process_time)
        rows.append(Row(f"a day: {words}", "-", spent, 0, "ms CPU", f"< {DAY} ms", spent < DAY))
    spent = median_ms(lambda: read_narrative(TOLD, TODAY), TIMES, time.process_time) / TOLD.count(". ")
    rows.append(
        Row("a sentence of a told family of seven", "-", spent, 0, "ms CPU", f"< {SENTENCE} ms", spent < SENTENCE)
    )
    return rows


if __name__ == "__main__":
    sys.exit(main(["lines"]))
