"""Reading GEDCOM 5.5, 5.5.1 and 7 into a family, with a report of every line that could not be carried.

A file that :mod:`~supervision_tui.family.formats.gedcom_out` wrote comes back whole. From other files come people,
couples, parents, dates, occupation, faith, notes and the events of a life; sources and media do not.
"""

from __future__ import annotations

import re
from pathlib import Path

from pydantic import ValidationError

from supervision_tui.family.formats import extras
from supervision_tui.family.formats.gedcom_families import couples_and_parents
from supervision_tui.family.formats.gedcom_people import People
from supervision_tui.family.formats.lines import LARGEST, Node, records
from supervision_tui.family.formats.report import GedcomFormatError, Imported, Report
from supervision_tui.family.model.family import Family
from supervision_tui.family.model.validation import sense_problems

MOST_PEOPLE = 20_000

UNCARRIED = frozenset({"SOUR", "REPO", "OBJE", "SUBM", "SUBN"})
"""Records that a family has no place for."""


def read_gedcom(source: Path | bytes, name: str = "") -> Imported:
    """The family in a GEDCOM file, or in the bytes of one, with the report.

    Raises:
        GedcomFormatError: it cannot be read at all; the message says why.
        OSError: the file cannot be opened.
    """
    if isinstance(source, Path):
        if source.stat().st_size > LARGEST:
            message = f"{source.name} is too large: at most {LARGEST // 1_000_000} MB of GEDCOM can be read."
            raise GedcomFormatError(f"{message} Nothing was brought in.")
        name, data = name or source.stem, source.read_bytes()
    else:
        data = source
    report = Report()
    tree = records(data, report)
    people = sum(node.tag == "INDI" for node in tree)
    if not people:
        raise GedcomFormatError("There are no people in this file. Nothing was brought in.")
    if people > MOST_PEOPLE:
        message = (
            f"This file holds more than {MOST_PEOPLE:,} people, which is more than one family. Nothing was brought in."
        )
        raise GedcomFormatError(message)
    ours = any(node.tag == extras.FAMILY for node in tree)
    try:
        family = _ours(tree, report) if ours else _theirs(tree, name or "family", report)
    except (ValidationError, RecursionError) as error:
        said = (
            error.errors(include_url=False, include_input=False)[0]["msg"] if isinstance(error, ValidationError) else ""
        )
        message = (
            f"This file does not make a family. {said.removeprefix('Value error, ')[:300]} Nothing was brought in."
        )
        raise GedcomFormatError(message) from None
    for problem in sense_problems(family):
        report.add(0, f"please look at this: {problem.sentence}")
    return Imported(family, report)


def _ours(tree: list[Node], report: Report) -> Family:
    """A file that this program wrote."""
    people = People(tree, report, ours=True)
    fields: extras.Plain = {"persons": people.persons, "unions": []}
    for record in tree:
        union = record.first(extras.UNION) if record.tag == "FAM" else None
        if union is not None:
            fields["unions"].append(extras.fields_of(union, extras.part_model("unions"), people.ids))
        if record.tag == extras.FAMILY:
            fields |= {
                field: value
                for field, value in extras.fields_of(record, Family, people.ids).items()
                if field not in extras.RECORDS and field not in {"persons", "unions"}
            }
    for field, tag in extras.RECORDS.items():
        model = extras.part_model(field)
        fields[field] = [extras.fields_of(node, model, people.ids) for node in tree if node.tag == tag]
    return Family.model_validate(fields)


def _theirs(tree: list[Node], name: str, report: Report) -> Family:
    """A file that another program wrote."""
    people = People(tree, report, ours=False)
    persons = list(people.persons)
    unions, parentages = couples_and_parents(tree, people, persons, report)
    for record in tree:
        if record.tag in UNCARRIED:
            report.add(record.number, f"not carried: a record {record.tag}.")
    if people.sexes:
        report.add(
            0, f"The file gives a sex for {people.sexes} people; it was taken as gender. Ask people how they say it."
        )
    stem = re.sub(r"[^A-Za-z0-9_.-]+", "-", name).strip("-")[:64] or "family"
    return Family.model_validate(
        {
            "id": stem,
            "title": name,
            "persons": persons,
            "unions": unions,
            "parentages": parentages,
            "events": people.events,
        }
    )
