"""Writing GEDCOM: 7.0, where our extras are declared extensions, and 5.5.1 for older programs.

What the standard can say stands in its own lines, so that any genealogy program shows people, names, couples, parents
and events; everything else follows in extension lines, so that reading the file again gives the same family. Lines that
came with another program's file go out again where they stood, if the version is the same.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import Literal

from supervision_tui import __version__
from supervision_tui.family.formats.claims import Plain
from supervision_tui.family.formats.gedcom import extras
from supervision_tui.family.formats.gedcom.own_files import PROGRAM
from supervision_tui.family.formats.gedcom.written_lines import WrittenLine, merge, parsed, text_of
from supervision_tui.family.formats.gedcom.written_people import (
    add_association,
    add_family_as_child,
    event_line,
    has_family_line,
    person_record,
)
from supervision_tui.family.formats.gedcom.written_unions import add_turns
from supervision_tui.family.model.couples import is_couple
from supervision_tui.family.model.events import Event
from supervision_tui.family.model.family import Family
from supervision_tui.family.model.persons import Person
from supervision_tui.family.model.unions import Union
from supervision_tui.lazy_pattern import lazy_pattern

Version = Literal["7.0", "5.5.1"]
BYTE_ORDER_MARK = "\ufeff"
"""Begins a file of version 7, as the standard advises: older readers would take its letters for ANSEL."""
ELSEWHERE = "_CARRIED"
"""Holds lines of another version of GEDCOM, which would not be valid where they stood."""
_NAME_LINE = lazy_pattern(r"^1 NAME (.+)$", re.MULTILINE)
_OUR_XREF = lazy_pattern(r"(?:[IFX]\d+|SUBM)")
_SEVEN = lazy_pattern(r"^2 VERS 7", re.MULTILINE)
_RECORD = lazy_pattern(r"^0 @([^@]+)@", re.MULTILINE)


def to_gedcom(family: Family, version: Version = "7.0") -> str:
    """*family* as GEDCOM text with line feeds at line ends; everything is in it, hidden facts included."""
    writer = _Writer(family, seven=version == "7.0")
    text = "".join(text_of(record, seven=writer.seven) for record in writer.records())
    return f"{BYTE_ORDER_MARK}{text}" if writer.seven else text


class _Writer:
    """Records of one family."""

    def __init__(self, family: Family, *, seven: bool) -> None:
        self.family = family
        self.seven = seven
        self.people = {person.id: f"I{number}" for number, person in enumerate(family.persons, start=1)}
        self.unions = {union.id: f"F{number}" for number, union in enumerate(family.unions, start=1)}
        self.groups: dict[frozenset[str], str] = {}
        for union in family.unions:
            self.groups.setdefault(frozenset(union.partners), self.unions[union.id])
        self.links = [link for link in family.parentages if has_family_line(link, seven=seven)]
        self.children: dict[frozenset[str], dict[str, None]] = defaultdict(dict)
        self.single: dict[str, list[str]] = defaultdict(list)
        for link in self.links:
            both = frozenset(link.parents)
            if both not in self.groups:
                self.groups[both] = f"F{len(self.unions) + len(self.groups) + 1}"
                for parent in link.parents:
                    self.single[parent].append(self.groups[both])
            self.children[both][link.child] = None
        self.events: dict[str, list[Event]] = defaultdict(list)
        self.couple_events: dict[str, list[Event]] = defaultdict(list)
        self._place_events()
        self.same_version = bool(_SEVEN.search(family.carried)) == seven
        names = enumerate(dict.fromkeys(_RECORD.findall(family.carried)), start=1)
        self.carried = {xref: f"C{number}" if _OUR_XREF.fullmatch(xref) else xref for number, xref in names}

    def _place_events(self) -> None:
        """Each event stands once: with the couple whose it is, else with the first of those who were there."""
        couples = {frozenset(union.partners): union.id for union in self.family.unions if len(union.partners) > 1}
        for event in self.family.events:
            union = couples.get(frozenset(event.who))
            if union is not None:
                self.couple_events[union].append(event)
            elif event.who:
                self.events[event.who[0]].append(event)

    def records(self) -> Iterator[WrittenLine]:
        """Every record of the file."""
        yield from self._head()
        for person in self.family.persons:
            yield self._person(person)
        for union in self.family.unions:
            yield self._union(union)
        yield from self._other_groups()
        yield from self._carried_records()
        yield from self._extras()
        yield WrittenLine("TRLR")

    def _head(self) -> Iterator[WrittenLine]:
        head = WrittenLine("HEAD")
        if self.seven:
            head.add("GEDC").add("VERS", "7.0")
            schema = head.add("SCHMA")
            for tag in (*extras.TAGS, ELSEWHERE):
                schema.add("TAG", f"{tag} {extras.URI}{tag.strip('_').lower()}")
        head.add("SOUR", PROGRAM).add("VERS", __version__)
        if not self.seven:
            head.add("SUBM", target="SUBM")
            version = head.add("GEDC")
            version.add("VERS", "5.5.1")
            version.add("FORM", "LINEAGE-LINKED")
            head.add("CHAR", "UTF-8")
        yield head
        if not self.seven:
            submitter = WrittenLine("SUBM", xref="SUBM")
            submitter.add("NAME", PROGRAM)
            yield submitter

    def _person(self, person: Person) -> WrittenLine:
        name_line = _NAME_LINE.search(person.carried)
        record, plain = person_record(
            person, self.people[person.id], name_line[1] if name_line else "", seven=self.seven
        )
        for event in self.events[person.id]:
            self._event(record, event, event.who[1:])
        for link in self.family.index.up.get(person.id, ()):
            if has_family_line(link, seven=self.seven):
                line = add_family_as_child(record, link, self.groups[frozenset(link.parents)], seven=self.seven)
                self._put_back(line, link.carried)
            else:
                add_association(record, link, [self.people[parent] for parent in link.parents])
        for union in self.family.unions_of(person.id):
            if self._names_partners(union):
                record.add("FAMS", target=self.unions[union.id])
        for family in self.single[person.id]:
            record.add("FAMS", target=family)
        self._put_back(record, person.carried)
        self._fields(record.add(extras.PERSON), plain)
        return record

    def _event(self, record: WrittenLine, event: Event, others: tuple[str, ...]) -> None:
        names = [str(person.name) for person in self.family.index.people(others)]
        line = event_line(event, names, seven=self.seven)
        self._put_back(line, event.carried)
        record.below.append(line)

    def _union(self, union: Union) -> WrittenLine:
        xref = self.unions[union.id]
        record = WrittenLine("FAM", xref=xref)
        if self._names_partners(union):
            self._partners(record, union.partners)
        if is_couple(self.family, union):
            add_turns(record, union, seven=self.seven)
        for event in self.couple_events[union.id]:
            self._event(record, event, ())
        if self.groups[frozenset(union.partners)] == xref:
            self._children(record, frozenset(union.partners))
        self._put_back(record, union.carried)
        self._fields(record.add(extras.UNION), Plain(union.model_dump(mode="json", exclude_defaults=True)))
        return record

    def _names_partners(self, union: Union) -> bool:
        """Whether the two are a couple, or have a child together on the map: abuse alone makes no family of two."""
        return is_couple(self.family, union) or bool(self.children.get(frozenset(union.partners)))

    def _partners(self, record: WrittenLine, partners: tuple[str, ...]) -> None:
        """Husband and wife are GEDCOM's two places, not what anybody is; a woman gets the second."""
        places = ["HUSB", "WIFE"]
        if self.family.person(partners[0]).gender == "female":
            places.reverse()
        for place, partner in sorted(zip(places, partners, strict=False)):
            record.add(place, target=self.people[partner])

    def _children(self, record: WrittenLine, parents: frozenset[str]) -> None:
        for child in self.children.get(parents, ()):
            record.add("CHIL", target=self.people[child])

    def _other_groups(self) -> Iterator[WrittenLine]:
        """Parents without a union in the family."""
        known = set(self.unions.values())
        for parents, xref in self.groups.items():
            if xref not in known:
                record = WrittenLine("FAM", xref=xref)
                self._partners(record, tuple(sorted(parents)))
                self._children(record, parents)
                yield record

    def _target(self, name: str) -> str:
        return self.people.get(name) or self.carried.get(name, "")

    def _put_back(self, line: WrittenLine, text: str) -> None:
        """Lines that came along with a part, where they stood; of another version, below a line of our own."""
        if not text:
            return
        lines = parsed(text, 1, self._target)
        if self.same_version:
            merge(line, lines)
        else:
            phrases = [below for below in lines if below.tag in {"NAME", "BIRT", "DEAT"} and _only_phrase(below)]
            merge(line, phrases)
            others = [below for below in lines if below not in phrases]
            if others:
                line.add(ELSEWHERE).below += others

    def _carried_records(self) -> Iterator[WrittenLine]:
        for record in parsed(self.family.carried, 0, self._target):
            if record.tag == "HEAD":
                continue
            record.xref = self.carried.get(record.xref, record.xref)
            if not self.same_version and not record.tag.startswith("_"):
                record.tag = f"_{record.tag}"
            yield record

    def _extras(self) -> Iterator[WrittenLine]:
        plain = self.family.plain()
        for field in ("persons", "unions"):
            plain.pop(field, None)
        number = 0
        for field, tag in extras.RECORDS.items():
            for part in plain.pop(field, []):
                number += 1
                record = WrittenLine(tag, xref=f"X{number}")
                self._fields(record, part)
                yield record
        record = WrittenLine(extras.FAMILY, xref="X0")
        self._fields(record, plain)
        yield record

    def _fields(self, record: WrittenLine, fields: Plain) -> None:
        extras.add_fields(record, fields, self.people)


def _only_phrase(line: WrittenLine) -> bool:
    """Whether a line is here only for the words beside a date, or for the name's slashes: right in either version."""
    return all(below.tag in {"DATE", "PHRASE"} and _only_phrase(below) for below in line.below)
