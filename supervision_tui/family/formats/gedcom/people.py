"""People of a GEDCOM file: names, sex, birth and death, the events of a life, notes, privacy."""

from __future__ import annotations

from collections.abc import Callable

from supervision_tui.family.dates import DateFormatError, PartialDate
from supervision_tui.family.dates.age_words import age_of
from supervision_tui.family.formats.claims import PersonClaim
from supervision_tui.family.formats.gedcom.associations import read_association
from supervision_tui.family.formats.gedcom.events import (
    LIFE_EVENTS,
    NOTED,
    details,
    note_lines,
    read_attributes,
    read_event,
    read_noted,
)
from supervision_tui.family.formats.gedcom.family_historian import (
    read_flags_of_person,
    read_medical,
    rejected,
    who_shared,
)
from supervision_tui.family.formats.gedcom.names import read_names
from supervision_tui.family.formats.gedcom.source import GedcomSource
from supervision_tui.family.formats.nodes import Node
from supervision_tui.text import LONGEST_LINE

GENDERS = {"M": "male", "F": "female", "X": "other", "U": "unknown", "N": "unknown", "": "unknown"}
MEDICAL_TAGS = frozenset({"_MDCL", "_MEDC", "_MED"})
STILLBORN = frozenset({"STILLBORN", "STILLBIRTH", "SB"})
GRAVE = ("suicide", "murder", "homicide", "overdose", "killed")
"""Words in a cause of death that ask for care before they are read out."""


def read_person(source: GedcomSource, record: Node, person: PersonClaim) -> None:
    """Everything of one person but parents and partners."""
    record.use()
    read_names(source, record, person)
    sex = record.take("SEX")
    gender = GENDERS.get(sex.value.strip().upper()[:1], "unknown") if sex is not None else "unknown"
    person.fields["gender"] = gender
    source.claims.sexes += gender in {"female", "male"}
    births = deaths = 0
    for line in record.below:
        if line.tag == "BIRT":
            births += _birth(source, line, person, again=births > 0)
        elif line.tag == "DEAT":
            deaths += _death(source, line, person, again=deaths > 0)
        else:
            _other(source, line, person)
    _born_by_age(source, record, person)
    read_attributes(source, record, person)
    note_lines(source, record, person)
    if source.restricted(record) | read_flags_of_person(record, person):
        person.fields["secret"] = True
        mark = record.first("RESN") or record.first("_FLGS")
        word = "confidential" if mark is not None and "CONFID" in mark.value.upper() else "private"
        source.ledger.notice(
            mark,
            f"{person.name} is {word} in the file; marked as secret: not in any copy but the court's.",
            "secret",
        )


def _born_by_age(source: GedcomSource, record: Node, person: PersonClaim) -> None:
    """The birth of somebody without one, from an age at a death with a date: as a line of shorthand reads it."""
    line, died = record.first("DEAT"), person.fields.get("died")
    age = age_of(line.text("AGE")) if line is not None else None
    if age is None or person.fields.get("born") or not isinstance(died, PartialDate) or died.source == "words":
        return
    try:
        born = PartialDate.read(age.on(died.text))
    except DateFormatError:
        return
    person.fields["born"] = born
    source.ledger.notice(
        line,
        f"the birth of {person.name} was worked out from the age at death ({age.words.removeprefix('age ')}).",
        "dates",
    )


def _other(source: GedcomSource, line: Node, person: PersonClaim) -> None:
    """One line of a person beside name, birth and death, by its tag."""
    reader = READERS.get(line.tag)
    if reader is not None:
        reader(source, line, person)
    elif line.tag in MEDICAL_TAGS:
        read_medical(source, line.use(), "medical", line.value.strip(), person)


def _alias(source: GedcomSource, line: Node, person: PersonClaim) -> None:
    other = source.person(line.value)
    line.use()
    if other:
        name = source.claims.name(other)
        person.note(f"The file says: perhaps the same person as {name}.")
        source.ledger.notice(line, f"the file says that {person.name} may be the same person as {name}.", "people")
    else:
        person.note(f"Also known as: {line.value.strip()}")


def _birth(source: GedcomSource, line: Node, person: PersonClaim, *, again: bool) -> bool:
    """The first birth; a further one is told. Whether it was read."""
    if rejected(source, line, "birth"):
        return False
    if again:
        source.ledger.tell_all(line, f"not kept: a second birth of {person.name}.", "dates")
        return False
    line.use()
    when = source.date(line)
    if when is not None:
        person.fields["born"] = when
    kind = line.word("TYPE")
    if kind.upper() in STILLBORN:
        person.fields |= {"kind": "loss", "loss": "stillbirth"}
        person.fields["died"] = person.fields.pop("born", None)
    elif kind and kind.casefold() != "birth":
        person.note(f"Birth: {kind}")
    _around(source, line, person, "Birth", "Born")
    return True


def _death(source: GedcomSource, line: Node, person: PersonClaim, *, again: bool) -> bool:
    """The first death; a further one is told. Whether it was read."""
    if rejected(source, line, "death"):
        return False
    if again:
        source.ledger.tell_all(line, f"not kept: a second death of {person.name}.", "dates")
        return False
    if line.value.strip().upper() == "N" and line.first("DATE") is None:
        source.ledger.tell_all(line, f"the file says that {person.name} has not died.", "people")
        return False
    line.use()
    when = source.date(line)
    if when is not None:
        person.fields["died"] = when
    else:
        person.fields["deceased"] = True
    if line.text("AGE").strip().upper() in STILLBORN or line.text("TYPE").strip().upper() in STILLBORN:
        person.fields |= {"kind": "loss", "loss": "stillbirth"}
        person.fields.pop("deceased", None)
        for tag in ("AGE", "TYPE"):
            line.take(tag)
    else:
        kind = line.word("TYPE")
        person.note(f"Death: {kind}" if kind else "")
    for node in line.every("CAUS", "_DCAUSE"):
        _cause(source, node, person)
    _around(source, line, person, "Death", "Died")
    return True


def _cause(source: GedcomSource, node: Node, person: PersonClaim) -> None:
    words = node.use().value.strip()
    if not words:
        return
    if not person.offer("cause_of_death", words[:LONGEST_LINE]):
        person.note(f"Cause of death: {words}")
    care = " Ask before it is read out." if any(word in words.casefold() for word in GRAVE) else ""
    source.ledger.notice(node, f"a cause of death of {person.name} came in: {words[:80]}.{care}", "cause")


def _around(source: GedcomSource, line: Node, person: PersonClaim, event: str, verb: str) -> None:
    """What stands below a birth or a death beside its date: the place, notes, who was there."""
    place, value = line.word("PLAC"), line.value.strip()
    if place:
        person.note(f"{verb} in {place}.")
    if value.upper() not in {"", "Y", "N"}:
        person.note(f"{event}: {value}")
    if id(line) in source.contradicted:
        person.note(f"{event}: the file also has '{source.contradicted[id(line)]}'. Please look which is right.")
    for words in (*details(source, line, cause=event != "Death"), *who_shared(source, line)):
        person.note(f"{event}: {words}")
        source.harm(line, person.name, words, f"what is noted on the {event.casefold()}")
    if source.restricted(line):
        source.ledger.notice(
            line,
            f"the {event.casefold()} of {person.name} is private in the file; a mark of privacy cannot be kept there.",
            "secret",
        )


READERS: dict[str, Callable[[GedcomSource, Node, PersonClaim], None]] = {
    **dict.fromkeys(LIFE_EVENTS, read_event), **dict.fromkeys(NOTED, read_noted),
    "ASSO": read_association, "_ASSO": read_association, "ALIA": _alias, "_DCAUSE": _cause,
}  # fmt: skip
"""Tags of a person's record to what reads them."""
