"""Reading GEDCOM 5.5, 5.5.1 and 7 into a family, with an account of every line.

A file that :mod:`~supervision_tui.family.formats.gedcom.writing` wrote comes back whole. Of other files each line is
used, carried along in the part that it belongs to, or told.
"""

from __future__ import annotations

from supervision_tui.family.formats.assembly import family_of_claims
from supervision_tui.family.formats.gedcom.children import read_bonds
from supervision_tui.family.formats.gedcom.couples import read_couple, read_members, read_partners_side
from supervision_tui.family.formats.gedcom.leftovers import keep_leftovers
from supervision_tui.family.formats.gedcom.lines import records
from supervision_tui.family.formats.gedcom.own_files import is_own, own_family
from supervision_tui.family.formats.gedcom.people import read_person
from supervision_tui.family.formats.gedcom.source import GedcomSource
from supervision_tui.family.formats.ledger import Ledger
from supervision_tui.family.formats.nodes import Node
from supervision_tui.family.formats.report import ForeignFileError, Imported
from supervision_tui.gc_pause import gc_paused

MOST_PEOPLE = 20_000
STEP = 250
"""People between two words on progress."""


@gc_paused()
def gedcom_family(data: bytes, name: str, ledger: Ledger, letters: str = "") -> Imported:
    """The family in the bytes of a GEDCOM file called *name*; *letters* names its encoding where one was chosen.

    Raises:
        ForeignFileError: it cannot be read at all; the message says why.
    """
    tree = records(data, ledger, letters)
    people = sum(node.tag == "INDI" for node in tree)
    if not people:
        raise ForeignFileError("There are no people in this file. Nothing was brought in.")
    if people > MOST_PEOPLE:
        raise ForeignFileError(
            f"This file holds more than {MOST_PEOPLE:,} people, which is more than one family. Nothing was brought in."
        )
    if is_own(tree):
        family = own_family(tree, ledger)
        ledger.close(tree)
        return Imported(family, ledger.report, "GEDCOM of this program")
    source = _read(tree, ledger, people)
    family = family_of_claims(source.claims, name, ledger)
    ledger.close(tree)
    return Imported(family, ledger.report, _kind(tree))


def _read(tree: list[Node], ledger: Ledger, people: int) -> GedcomSource:
    source = GedcomSource.of(tree, ledger)
    of = 2 * people
    for xref, record in source.people.items():
        person = source.claims.people[source.ids[xref]]
        person.fields["name"] = _first_name(record)
    for xref, record in source.families.items():
        read_members(source, record, source.claims.couples[xref])
    read_partners_side(source)
    for number, (xref, record) in enumerate(source.people.items()):
        if number % STEP == 0:
            ledger.progress(number, of)
        read_person(source, record, source.claims.people[source.ids[xref]])
    for xref, record in source.families.items():
        read_couple(source, record, source.claims.couples[xref])
    ledger.progress(people, of)
    read_bonds(source)
    keep_leftovers(source)
    return source


def _first_name(record: Node) -> str:
    """How the report calls somebody before their names are read."""
    line = record.first("NAME")
    return " ".join(line.value.replace("/", " ").split()) if line is not None else ""


def _kind(tree: list[Node]) -> str:
    head = next((node for node in tree if node.tag == "HEAD"), None)
    program = head.text("SOUR") if head is not None else ""
    return "GEDCOM of Family Historian" if program == "FAMILY_HISTORIAN" else "GEDCOM"
