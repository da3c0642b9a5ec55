"""People as GEDCOM records: what the standard has lines for, and all of it again in our own."""

from __future__ import annotations

from collections.abc import Iterable

from supervision_tui.family.dates import PartialDate
from supervision_tui.family.formats.claims import Plain
from supervision_tui.family.formats.gedcom.dates import read_date, written
from supervision_tui.family.formats.gedcom.events import EVENTS
from supervision_tui.family.formats.gedcom.names import with_slashes
from supervision_tui.family.formats.gedcom.written_lines import WrittenLine
from supervision_tui.family.model.events import Event
from supervision_tui.family.model.parentages import Parentage, ParentageKind
from supervision_tui.family.model.persons import Person

SEXES = {"female": "F", "male": "M", "non_binary": "X", "other": "X", "unknown": "U"}
PEDIGREES: dict[ParentageKind, str] = {"birth": "BIRTH", "adopted": "ADOPTED", "foster": "FOSTER"}
FOSTER_BEFORE_SEVEN: frozenset[ParentageKind] = frozenset({"kinship", "guardianship"})
"""Kinds that version 5.5.1 counts as foster: "the child was included in a foster or guardianship family"."""
NO_FAMILY_BEFORE_SEVEN: frozenset[ParentageKind] = frozenset({"step", "donor", "surrogate"})
"""Kinds for which version 5.5.1 has no word: an association says them, never a family, which would read as birth."""
PLAIN_LINES = {"occupation": "OCCU", "education": "EDUC", "faith": "RELI", "note": "NOTE"}
"""Fields of a person that GEDCOM has a line for."""
EVENT_TAGS = {(words, theme): tag for tag, (words, theme) in EVENTS.items() if tag not in {"EVEN", "BAPT"}}


def add_date(line: WrittenLine, when: PartialDate, *, seven: bool) -> None:
    """The date of an event, with the words beside it where the value does not say all."""
    value, phrase = written(when, seven=seven)
    date = line.add("DATE", value)
    if phrase:
        date.add("PHRASE", phrase)


def person_record(person: Person, xref: str, kept_name: str, *, seven: bool) -> tuple[WrittenLine, Plain]:
    """The record of a person up to the notes, and the fields that its lines do not give back as they are."""
    plain = Plain(person.model_dump(mode="json", exclude_defaults=True))
    record = WrittenLine("INDI", xref=xref)
    if person.secret:
        record.add("RESN", "CONFIDENTIAL" if seven else "confidential")
    name = record.add("NAME", with_slashes(person.name, kept_name))
    if name.value.replace("/", "").strip() == person.name:
        del plain["name"]
    if person.called:
        name.add("NICK", person.called)
    sex = SEXES[person.gender]
    record.add("SEX", sex if seven or sex != "X" else "U")
    _life(record, "BIRT", person.born, "born", plain, seven=seven)
    if person.died is not None:
        _life(record, "DEAT", person.died, "died", plain, seven=seven)
    elif person.deceased:
        record.add("DEAT", "Y")
    for field, tag in PLAIN_LINES.items():
        if field in plain:
            record.add(tag, str(plain.pop(field)))
    return record, plain


def _life(record: WrittenLine, tag: str, when: PartialDate | None, field: str, plain: Plain, *, seven: bool) -> None:
    if when is None:
        return
    add_date(record.add(tag), when, seven=seven)
    back = read_date(*written(when, seven=seven)).when
    if back is not None and back.text == when.text:
        del plain[field]


def event_line(event: Event, others: Iterable[str], *, seven: bool) -> WrittenLine:
    """An event in the standard's own line: its tag where there is one, else EVEN with its type."""
    tag = EVENT_TAGS.get((str(event.what), event.theme), "EVEN")
    line = WrittenLine(tag)
    if tag == "EVEN":
        line.add("TYPE", event.what)
    if event.date is not None:
        add_date(line, event.date, seven=seven)
    if event.where:
        line.add("PLAC", event.where)
    if event.note:
        line.add("NOTE", event.note)
    names = ", ".join(others)
    if names:
        line.add("NOTE", f"With {names}.")
    if event.hidden_from:
        line.add("RESN", "CONFIDENTIAL" if seven else "confidential")
    return line


def has_family_line(link: Parentage, *, seven: bool) -> bool:
    """Whether a child stands in the family of these parents, so that nobody reads more into it than is meant."""
    return seven or link.kind not in NO_FAMILY_BEFORE_SEVEN


def add_family_as_child(record: WrittenLine, link: Parentage, family: str, *, seven: bool) -> WrittenLine:
    """The child's line to the family of its parents, with how they are."""
    line = record.add("FAMC", target=family)
    pedigree = PEDIGREES.get(link.kind, "FOSTER" if not seven and link.kind in FOSTER_BEFORE_SEVEN else "")
    if pedigree:
        line.add("PEDI", pedigree if seven else pedigree.lower())
    elif seven and link.kind != "unknown":
        line.add("PEDI", "OTHER").add("PHRASE", link.kind)
    if link.doubted:
        line.add("STAT", "CHALLENGED" if seven else "challenged")
    return line


def add_association(record: WrittenLine, link: Parentage, people: Iterable[str]) -> None:
    """What a parent is who has no family line before version 7."""
    words = {"step": "step-parent"}.get(link.kind, link.kind)
    for person in people:
        record.add("ASSO", target=person).add("RELA", words)
