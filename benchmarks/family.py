"""Speed of the family: import beside ged4py, kinship of one to everyone, patterns, a file beside ruamel alone."""

from __future__ import annotations

import re
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

from ged4py.parser import GedcomReader

from benchmarks.__main__ import main
from benchmarks._dynasty import dynasty
from benchmarks.table import Row, median_ms
from supervision_tui.family import Contact, Event, Family, PartialDate, Tie, load_family
from supervision_tui.family.formats import read_gedcom, to_gedcom
from supervision_tui.family.kinship import kin_of
from supervision_tui.family.patterns import patterns
from supervision_tui.resources import content_folder

MANY = 3010
"""People, as in the largest public file that this was tried on."""

SIXTY = 60
TODAY = date(2026, 9, 1)


def run() -> list[Row]:
    """The four figures that the family promises."""
    family = dynasty(MANY)
    return [_import(family), _kinship(family), _patterns(), _file()]


def _import(family: Family) -> Row:
    """A file as another program would write it: none of our own lines in it."""
    text = re.sub(r"(?m)^0 @X.*\n(?:[1-9] .*\n)*|^[1-9] _.*\n", "", to_gedcom(family, "5.5.1"))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "dynasty.ged"
        path.write_text(text, encoding="utf-8")
        ours = median_ms(lambda: read_gedcom(path), times=3)
        theirs = median_ms(lambda: _merely_read(path), times=3)
    what = f"GEDCOM of {MANY:,} people brought in"
    return Row(what, "ged4py merely reading it", ours, theirs, "ms", "<= 1x", ours <= theirs)


def _merely_read(path: Path) -> int:
    with GedcomReader(str(path)) as reader:
        return sum(1 for _ in reader.records0())


def _kinship(family: Family) -> Row:
    """The last born, who has the most ancestors; a fresh family, so that nothing is known beforehand."""
    took = _once(lambda: kin_of(family.replaced(), family.persons[-1].id))
    return Row(f"kinship of one to everyone, {MANY:,} people", "-", took, 0, "ms", "< 1,000 ms", took < 1000)


def _patterns() -> Row:
    family = _sixty()
    took = median_ms(lambda: patterns(family.replaced(), TODAY), times=5)
    return Row(f"all patterns of a family of {SIXTY}", "-", took, 0, "ms", "< 50 ms", took < 50)


def _sixty() -> Family:
    """Sixty people with ties, events and contacts, three youngest in focus."""
    people = dynasty(SIXTY)
    ids = [person.id for person in people.persons]
    kinds = ("close", "conflict", "cut_off", "caretaker", "distant")
    ties = tuple(Tie(a=ids[at], b=ids[(at * 7 + 3) % SIXTY], kind=kinds[at % 5]) for at in range(0, SIXTY, 2))
    themes = ("death", "care_entry", "separation", "migration", "recovery")
    events = tuple(
        Event(date=PartialDate.read(f"{1990 + at}-09"), who=(ids[-at - 1],), what="something", theme=themes[at % 5])
        for at in range(30)
    )
    contacts = tuple(Contact(who=(one,), date=PartialDate.read("2026-08")) for one in ids[::9])
    return people.replaced(focus=tuple(ids[-3:]), ties=ties, events=events, contacts=contacts)


def _file() -> Row:
    from ruamel.yaml import YAML  # noqa: PLC0415 - the baseline alone

    path = content_folder("templates/families") / "carter-okafor.yaml"
    ours = median_ms(lambda: load_family(path))
    theirs = median_ms(lambda: YAML(typ="safe", pure=True).load(path.read_text(encoding="utf-8")))
    return Row("a family file read and checked", "ruamel.yaml alone", ours, theirs, "ms", "<= 2x", ours <= 2 * theirs)


def _once(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return (time.perf_counter() - start) * 1000


if __name__ == "__main__":
    sys.exit(main(["family"]))
