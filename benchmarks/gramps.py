"""Our GEDCOM by way of Gramps and back: people, surnames, couples, parents and events agree.

Runs only where the program ``gramps`` is on the path (5.1 or later; it needs GTK's bindings), so it is outside CI:
``gramps -y -i OUR.ged -e BACK.gramps``, and the database is read again as any other program's file.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path

from benchmarks.__main__ import main
from benchmarks.table import Row
from supervision_tui.family import Family, load_family
from supervision_tui.family.formats import read_foreign, to_gedcom
from supervision_tui.resources import content_folder

VERSIONS = ("7.0", "5.5.1")
LONGEST = 300
"""Seconds that Gramps may take for one family."""
WITHOUT_A_WORD = frozenset({"kinship", "guardianship", "step", "donor", "surrogate"})
"""Kinds of parents that GEDCOM has no word for: only that they do not come back as parents by birth is asked."""


def run() -> list[Row]:
    """A row for each version; nothing where Gramps is not here."""
    gramps = shutil.which("gramps")
    if gramps is None:
        return []
    return [_version(gramps, version) for version in VERSIONS]


def _version(gramps: str, version: str) -> Row:
    families = sorted(content_folder("templates/families").glob("*.yaml"))
    lost = sum(len(_differences(load_family(path), gramps, version)) for path in families)
    what = f"GEDCOM {version} of {len(families)} families by way of Gramps"
    return Row(what, "-", lost, 0, "lost", "nothing lost", lost == 0)


def _differences(family: Family, gramps: str, version: str) -> list[str]:
    """What does not come back, a word each."""
    with tempfile.TemporaryDirectory() as folder:
        ours, theirs = Path(folder) / "ours.ged", Path(folder) / "theirs.gramps"
        ours.write_text(to_gedcom(family, "7.0" if version == "7.0" else "5.5.1"), encoding="utf-8")
        command = [gramps, "-y", "-i", str(ours), "-e", str(theirs)]
        subprocess.run(command, capture_output=True, timeout=LONGEST, check=False)
        back = read_foreign(theirs).family
    lost = [*(_names(family) - _names(back)), *(_couples(family) - _couples(back))]
    return [*lost, *_parents(family, back), *_events(family, back)]


def _names(family: Family) -> Counter[str]:
    return Counter(str(person.name) for person in family.persons)


def _couples(family: Family) -> Counter[str]:
    pairs = (sorted(str(family.person(one).name) for one in union.partners) for union in family.unions)
    return Counter(" and ".join(pair) for pair in pairs if len(pair) > 1)


def _parents(family: Family, back: Family) -> list[str]:
    """Parents who are lost, and carers who came back as parents by birth."""
    known = {(name, parent): kind for name, parent, kind in _bonds(back)}
    wrong = []
    for name, parent, kind in _bonds(family):
        found = known.get((name, parent))
        if kind in WITHOUT_A_WORD:
            wrong += [f"{parent}, {kind} of {name}"] if found == "birth" else []
        elif found is None or kind not in {"unknown", found}:
            wrong.append(f"{parent}, {kind} of {name}")
    return wrong


def _events(family: Family, back: Family) -> list[str]:
    """Events with a date that came back for none of the people whose event it was, in no form.

    A birth, a death, a marriage or a divorce may come back as that of the person or the couple: GEDCOM says it there.
    """
    told = _dated(back)
    return [
        f"{event.what} ({event.date.text})"
        for event in family.events
        if event.date is not None
        and event.who
        and not any((str(family.person(person).name), str(event.date.earliest)) in told for person in event.who)
    ]


def _dated(family: Family) -> set[tuple[str, str]]:
    """Whose day is told in a family, and which."""
    days = [(person.id, day) for person in family.persons for day in (person.born, person.died)]
    days += [(person, event.date) for event in family.events for person in event.who]
    couples = [(partner, union) for union in family.unions for partner in union.partners]
    days += [(partner, day) for partner, union in couples for day in (union.since, union.until)]
    days += [(link.child, link.since) for link in family.parentages]
    return {(str(family.person(person).name), str(day.earliest)) for person, day in days if day is not None}


def _bonds(family: Family) -> list[tuple[str, str, str]]:
    return [
        (str(family.person(link.child).name), str(family.person(parent).name), "unknown" if link.doubted else link.kind)
        for link in family.parentages
        for parent in link.parents
    ]


if __name__ == "__main__":
    sys.exit(main(["gramps"]))
