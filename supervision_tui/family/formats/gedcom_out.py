"""Writing GEDCOM: 7.0, where our extras are declared extensions, and 5.5.1 for older programs.

What the standard can say stands in its own lines, so that any genealogy program shows the people; everything else
follows in extension lines, so that reading the file again gives the same family.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from supervision_tui import __version__
from supervision_tui.family.dates import PartialDate
from supervision_tui.family.formats import extras
from supervision_tui.family.formats.gedcom_dates import read_date, written
from supervision_tui.family.model.couples import is_couple
from supervision_tui.family.model.family import Family
from supervision_tui.family.model.parentages import Parentage
from supervision_tui.family.model.persons import Person
from supervision_tui.family.model.unions import Union

Version = Literal["7.0", "5.5.1"]
Line = tuple[int, str, str, str]
"""Level, cross-reference or empty, tag, value."""

SEXES = {"female": "F", "male": "M", "non_binary": "X", "other": "X", "unknown": "U"}
PEDIGREES = {"birth": "BIRTH", "adopted": "ADOPTED", "foster": "FOSTER"}
ENDINGS = {"divorce": "DIV", "annulment": "ANUL"}
PLAIN_LINES = {"occupation": "OCCU", "education": "EDUC", "faith": "RELI", "note": "NOTE"}
"""Fields of a person that GEDCOM has a line for."""

_POINTER = "\0@"
"""Begins a pointer until the text is made: no word of a person can hold it (see ``text.py``)."""

LONGEST_VALUE = 230
"""Characters in a line of version 5.5.1; longer values go on in CONC lines."""


def to_gedcom(family: Family, version: Version = "7.0") -> str:
    """*family* as GEDCOM text with line feeds at line ends; everything is in it, hidden facts included."""
    writer = _Writer(family, seven=version == "7.0")
    return "".join(_text(line, seven=writer.seven) for line in writer.lines())


def _text(line: Line, *, seven: bool) -> str:
    level, xref, tag, value = line
    head = f"{level} @{xref}@ {tag}" if xref else f"{level} {tag}"
    first, *more = value.split("\n")
    out = [*_cut(head, level, first, seven=seven)]
    for record in more:
        out += _cut(f"{level + 1} CONT", level, record, seven=seven)
    return "\n".join(out) + "\n"


def _cut(head: str, level: int, value: str, *, seven: bool) -> Iterator[str]:
    """One line, or in version 5.5.1 as many as its length asks for, never cut beside a blank."""
    if value.startswith(_POINTER):
        yield f"{head} @{value[len(_POINTER) :]}"
        return
    if seven:
        yield f"{head} {'@' if value.startswith('@') else ''}{value}" if value else head
        return
    value = value.replace("@", "@@")
    while len(value) > LONGEST_VALUE:
        at = LONGEST_VALUE
        while at > 1 and (" " in value[at - 1 : at + 1] or value[at - 1] == "@"):
            at -= 1
        at = at if at > 1 else LONGEST_VALUE
        yield f"{head} {value[:at]}"
        head, value = f"{level + 1} CONC", value[at:]
    yield f"{head} {value}" if value else head


class _Writer:
    """Lines of one family; pointers are marked until the text is made."""

    def __init__(self, family: Family, *, seven: bool) -> None:
        self.family = family
        self.seven = seven
        self.people = {person.id: f"I{number}" for number, person in enumerate(family.persons, start=1)}
        self.unions = {union.id: f"F{number}" for number, union in enumerate(family.unions, start=1)}
        self.groups: dict[frozenset[str], str] = {}
        for union in family.unions:
            self.groups.setdefault(frozenset(union.partners), self.unions[union.id])
        for link in family.parentages:
            both = frozenset(link.parents)
            if both not in self.groups:
                self.groups[both] = f"F{len(self.unions) + len(self.groups) + 1}"

    def lines(self) -> Iterator[Line]:
        """Every line of the file."""
        yield from self._head()
        for person in self.family.persons:
            yield from self._person(person)
        for union in self.family.unions:
            yield from self._union(union)
        yield from self._other_groups()
        yield from self._extras()
        yield 0, "", "TRLR", ""

    def _head(self) -> Iterator[Line]:
        yield 0, "", "HEAD", ""
        if self.seven:
            yield 1, "", "GEDC", ""
            yield 2, "", "VERS", "7.0"
            yield 1, "", "SCHMA", ""
            for tag in extras.TAGS:
                yield 2, "", "TAG", f"{tag} {extras.URI}{tag.strip('_').lower()}"
        yield 1, "", "SOUR", "supervision-tui"
        yield 2, "", "VERS", __version__
        if not self.seven:
            yield 1, "", "SUBM", self._to("SUBM")
            yield 1, "", "GEDC", ""
            yield 2, "", "VERS", "5.5.1"
            yield 2, "", "FORM", "LINEAGE-LINKED"
            yield 1, "", "CHAR", "UTF-8"
            yield 0, "SUBM", "SUBM", ""
            yield 1, "", "NAME", "supervision-tui"

    def _to(self, xref: str) -> str:
        return f"{_POINTER}{xref}@"

    def _person(self, person: Person) -> Iterator[Line]:
        plain = extras.Plain(person.model_dump(mode="json", exclude_defaults=True))
        yield 0, self.people[person.id], "INDI", ""
        yield 1, "", "NAME", person.name
        sex = SEXES[person.gender]
        yield 1, "", "SEX", sex if self.seven or sex != "X" else "U"
        yield from self._event("BIRT", person, "born", plain)
        if person.died is not None:
            yield from self._event("DEAT", person, "died", plain)
        elif person.deceased:
            yield 1, "", "DEAT", "Y"
        for field, tag in PLAIN_LINES.items():
            if field in plain:
                yield 1, "", tag, str(plain.pop(field))
        for link in self.family.index.up.get(person.id, ()):
            yield from self._child_of(link)
        for union in self.family.unions_of(person.id):
            if not is_couple(self.family, union) and not self._have_children(union):
                continue
            yield 1, "", "FAMS", self._to(self.unions[union.id])
        del plain["name"]
        yield 1, "", extras.PERSON, ""
        yield from self._fields(2, plain)

    def _event(self, tag: str, person: Person, field: str, plain: extras.Plain) -> Iterator[Line]:
        when = person.born if field == "born" else person.died
        if when is None:
            return
        yield 1, "", tag, ""
        yield from self._date(when)
        back, _ = read_date(*written(when, seven=self.seven))
        if back is not None and back.text == when.text:
            del plain[field]

    def _child_of(self, link: Parentage) -> Iterator[Line]:
        yield 1, "", "FAMC", self._to(self.groups[frozenset(link.parents)])
        pedigree = PEDIGREES.get(link.kind, "")
        if pedigree:
            yield 2, "", "PEDI", pedigree if self.seven else pedigree.lower()
        elif self.seven:
            yield 2, "", "PEDI", "OTHER"
            yield 3, "", "PHRASE", link.kind

    def _have_children(self, union: Union) -> bool:
        """Whether the two have a child together on the map."""
        return any(frozenset(link.parents) == frozenset(union.partners) for link in self.family.parentages)

    def _union(self, union: Union) -> Iterator[Line]:
        xref = self.unions[union.id]
        yield 0, xref, "FAM", ""
        couple = is_couple(self.family, union)
        if couple or self._have_children(union):
            yield from self._partners(union.partners)
        if couple:
            yield from self._how_it_went(union)
        if self.groups[frozenset(union.partners)] == xref:
            yield from self._children(frozenset(union.partners))
        yield 1, "", extras.UNION, ""
        yield from self._fields(2, extras.Plain(union.model_dump(mode="json", exclude_defaults=True)))

    def _how_it_went(self, union: Union) -> Iterator[Line]:
        """The marriage or the engagement, and its end."""
        if union.kind in {"married", "civil_partnership"}:
            yield 1, "", "MARR", "" if union.since else "Y"
            if union.since:
                yield from self._date(union.since)
        elif union.kind == "engaged":
            yield 1, "", "ENGA", "Y"
        if union.ended in ENDINGS:
            yield 1, "", ENDINGS[union.ended], "" if union.until else "Y"
            if union.until:
                yield from self._date(union.until)

    def _date(self, when: PartialDate) -> Iterator[Line]:
        value, phrase = written(when, seven=self.seven)
        yield 2, "", "DATE", value
        if phrase:
            yield 3, "", "PHRASE", phrase

    def _partners(self, partners: tuple[str, ...]) -> Iterator[Line]:
        """Husband and wife are GEDCOM's two places, not what anybody is; a woman gets the second."""
        places = ["HUSB", "WIFE"]
        if self.family.person(partners[0]).gender == "female":
            places.reverse()
        for place, partner in sorted(zip(places, partners, strict=False)):
            yield 1, "", place, self._to(self.people[partner])

    def _children(self, parents: frozenset[str]) -> Iterator[Line]:
        links = [link for link in self.family.parentages if frozenset(link.parents) == parents]
        for child in dict.fromkeys(link.child for link in links):
            yield 1, "", "CHIL", self._to(self.people[child])

    def _other_groups(self) -> Iterator[Line]:
        """Parents without a union in the family."""
        known = set(self.unions.values())
        for parents, xref in self.groups.items():
            if xref not in known:
                yield 0, xref, "FAM", ""
                yield from self._partners(tuple(sorted(parents)))
                yield from self._children(parents)

    def _extras(self) -> Iterator[Line]:
        plain = self.family.plain()
        for field in ("persons", "unions"):
            plain.pop(field, None)
        number = 0
        for field, tag in extras.RECORDS.items():
            for part in plain.pop(field, []):
                number += 1
                yield 0, f"X{number}", tag, ""
                yield from self._fields(1, part)
        yield 0, "X0", extras.FAMILY, ""
        yield from self._fields(1, plain)

    def _fields(self, level: int, fields: extras.Plain) -> Iterator[Line]:
        for deep, tag, value in extras.lines_of(level, fields, self.people, self._to):
            yield deep, "", tag, value
