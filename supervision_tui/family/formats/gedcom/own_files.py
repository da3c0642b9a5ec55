"""GEDCOM that this program wrote: our own lines say everything, the standard ones the same again for others."""

from __future__ import annotations

import re

from supervision_tui.family.formats.assembly import made
from supervision_tui.family.formats.claims import Plain
from supervision_tui.family.formats.gedcom import extras
from supervision_tui.family.formats.gedcom.dates import read_date
from supervision_tui.family.formats.ledger import Ledger
from supervision_tui.family.formats.nodes import Fate, Node
from supervision_tui.family.model.base import LONGEST_ID
from supervision_tui.family.model.family import Family
from supervision_tui.family.model.persons import Person

PROGRAM = "supervision-tui"
PLAIN_LINES = {"OCCU": "occupation", "EDUC": "education", "RELI": "faith", "NOTE": "note"}
GENDERS = {"M": "male", "F": "female", "X": "other"}


def is_own(tree: list[Node]) -> bool:
    """Whether this program wrote the file, and no other has written it again."""
    head = tree[0] if tree else None
    written_by = head.text("SOUR") if head is not None else ""
    return written_by == PROGRAM and any(node.tag == extras.FAMILY for node in tree)


def own_family(tree: list[Node], ledger: Ledger) -> Family:
    """The family that our own lines say; a person, a line or a record that is not ours is told."""
    people: dict[str, str] = {}
    persons = [record for record in tree if record.tag == "INDI"]
    for number, record in enumerate(persons, start=1):
        own = record.first(extras.PERSON)
        wanted = own.text("_ID") if own is not None else re.sub(r"[^A-Za-z0-9_.-]", "", record.xref)
        person_id = wanted[:LONGEST_ID] or f"I{number}"
        while person_id in people.values():
            person_id = f"{person_id[:56]}-{number}"
        if record.xref in people:
            ledger.tell_all(record, f"skipped: a second person with the reference @{record.xref}@.", "unreadable")
        else:
            people[record.xref] = person_id
    fields: Plain = {
        "persons": [_person(record, people) for record in persons if record.fate is not Fate.TOLD],
        "unions": [],
    }
    for record in tree:
        union = record.first(extras.UNION) if record.tag == "FAM" else None
        if union is not None:
            fields["unions"].append(extras.fields_of(union, extras.part_model("unions"), people))
        if record.tag == extras.FAMILY:
            fields |= {
                field: value
                for field, value in extras.fields_of(record, Family, people).items()
                if field not in extras.RECORDS and field not in {"persons", "unions"}
            }
    for field, tag in extras.RECORDS.items():
        model = extras.part_model(field)
        fields[field] = [extras.fields_of(node, model, people) for node in tree if node.tag == tag]
    _account(tree, ledger)
    return made(fields, ledger)


def _person(record: Node, people: dict[str, str]) -> Plain:
    """A person by the standard lines, and then by ours, which say the rest and have the last word."""
    fields: Plain = {"id": people[record.xref], "name": record.text("NAME").replace("/", "").strip()}
    fields["gender"] = GENDERS.get(record.text("SEX").strip().upper()[:1], "unknown")
    for tag, field in (("BIRT", "born"), ("DEAT", "died")):
        line = record.first(tag)
        date = line.first("DATE") if line is not None else None
        when = read_date(date.value, date.text("PHRASE")).when if date is not None else None
        if when is not None:
            fields[field] = when
        elif tag == "DEAT" and line is not None:
            fields["deceased"] = True
    for tag, field in PLAIN_LINES.items():
        line = record.first(tag)
        if line is not None:
            fields[field] = line.value
    own = record.first(extras.PERSON)
    if own is not None:
        fields |= extras.fields_of(own, Person, people)
    return fields


def _account(tree: list[Node], ledger: Ledger) -> None:
    """Every line is used: what the standard lines say is said again by ours."""
    for record in tree:
        if record.fate is Fate.TOLD:
            continue
        record.use_all()
        if record.tag == "INDI" and record.first(extras.PERSON) is None:
            words = "a person without this program's own lines; only the plain lines were read."
            ledger.notice(record, words, "people")
