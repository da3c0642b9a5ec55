"""The practice library: loading it, filling questions with a family, looking at language, coding a conversation.

All figures are milliseconds of the processor: the budgets are absolute, and what else the computer does is not ours.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date

from benchmarks.__main__ import main
from benchmarks.table import Row
from supervision_tui.family import Family, load_family
from supervision_tui.practice import load_library
from supervision_tui.practice.language import check, load_words
from supervision_tui.practice.motivational import Turn, code_turn
from supervision_tui.practice.questions.selection import questions_for
from supervision_tui.resources import content_folder
from supervision_tui.text import SafeText

TIMES = 5
LOAD_MS, QUESTIONS_MS, LANGUAGE_MS, TURN_MS = 300.0, 200.0, 10.0, 1.0
QUESTIONS, WORDS = 1_000, 1_000
TODAY = date(2026, 9, 1)

COLD = """
import time
start = time.process_time()
from supervision_tui.practice import load_library
library = load_library()
assert len(library.prompts) > 600, library.problems
print((time.process_time() - start) * 1000)
"""
PLAIN = """
import time
start = time.process_time()
from pathlib import Path
from ruamel.yaml import YAML
for path in [*Path({prompts!r}).glob("*.yaml"), *Path({templates!r}).glob("[cfs][hre]*/*.yaml")]:
    YAML(typ="safe", pure=True).load(path)
print((time.process_time() - start) * 1000)
"""
RECORD = (
    "Kayleigh failed to engage with services and is difficult to work with. The children were placed with their nan in "
    "May, where they have settled. We will monitor the situation and liaise with school. “I want to go home,” Amina "
    "said. Idris laughed when his bike was mended, and he asked for his dad. The contact on Sunday was in the centre. "
)
TALK = (
    (
        "worker",
        "You stopped for both of them, and this time it is harder. What would help on the evenings that are long?",
    ),
    ("person", "I know I should cut down, but it is the only hour that is mine and it helps me sleep."),
    ("worker", "Some people find that a call at that hour helps. Would it be all right if I told you about one?"),
    ("person", "I want to be there when she wakes up. I'm going to ring them tomorrow."),
)


def run() -> list[Row]:
    """Four budgets of the practice library, with peers where there is one."""
    return [_loading(), _questions(), _language(), _talk()]


def _loading() -> Row:
    plain = PLAIN.format(prompts=str(content_folder("prompts")), templates=str(content_folder("templates")))
    figure, peer = _in_a_new_process(COLD), _in_a_new_process(plain)
    return Row(
        "import and load the library, cold", "ruamel.yaml, unchecked", figure, peer, "ms",
        f"under {LOAD_MS:.0f} ms",
        figure < LOAD_MS,
    )  # fmt: skip


def _in_a_new_process(program: str) -> float:
    """Milliseconds of the processor that *program* says it took, the best of some runs."""
    return min(_said(program) for _ in range(TIMES))


def _said(program: str) -> float:
    with tempfile.TemporaryDirectory() as home:
        env = {**os.environ, "SUPERVISION_TUI_HOME": home}
        out = subprocess.run([sys.executable, "-c", program], env=env, capture_output=True, text=True, check=True)
    return float(out.stdout)


def _processor_ms(work: Callable[[], object]) -> float:
    """Milliseconds of the processor of the median run of *work*, after one that does not count."""
    work()
    taken = []
    for _ in range(TIMES):
        start = time.process_time()
        work()
        taken.append((time.process_time() - start) * 1000)
    return statistics.median(taken)


def _questions() -> Row:
    library = load_library()
    family = _large_family()

    def fill() -> int:
        filled = seed = 0
        while filled < QUESTIONS:
            found = questions_for(family, library, for_="group", today=TODAY, each_child=True, seed=seed)
            filled += len(found)
            seed += 1
        return filled

    made = fill()
    figure = _processor_ms(fill) * QUESTIONS / made
    what = f"fill {QUESTIONS:,} questions for {len(family.persons)} people"
    return Row(what, "none", figure, 0, "ms", f"under {QUESTIONS_MS:.0f} ms", figure < QUESTIONS_MS)


def _large_family() -> Family:
    """The largest of the invented families."""
    families = [load_family(path) for path in sorted(content_folder("templates/families").glob("*.yaml"))]
    return max(families, key=lambda family: len(family.persons))


def _language() -> Row:
    words = load_words()
    text = " ".join((RECORD * (WORDS // len(RECORD.split()) + 1)).split()[:WORDS])
    figure = _processor_ms(lambda: check(text, words))
    return Row(f"look at {WORDS:,} words", "none", figure, 0, "ms", f"under {LANGUAGE_MS:.0f} ms", figure < LANGUAGE_MS)


def _talk() -> Row:
    turns = [Turn("worker" if who == "worker" else "person", SafeText(words)) for who, words in TALK]
    figure = _processor_ms(lambda: [code_turn(turn) for turn in turns * 25]) / (25 * len(turns))
    return Row("code one turn of a conversation", "none", figure, 0, "ms", f"under {TURN_MS:.0f} ms", figure < TURN_MS)


if __name__ == "__main__":
    sys.exit(main(["practice"]))
