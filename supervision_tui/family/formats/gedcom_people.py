"""People of a GEDCOM file: names, sex, birth and death, the events of a life, notes."""

from __future__ import annotations

import re
from collections.abc import Callable

from supervision_tui.family.dates import PartialDate
from supervision_tui.family.formats import extras
from supervision_tui.family.formats.gedcom_dates import read_date
from supervision_tui.family.formats.lines import LARGEST, Node, pointer
from supervision_tui.family.formats.report import Report
from supervision_tui.family.model.events import Theme
from supervision_tui.family.model.persons import Person
from supervision_tui.text import LONGEST_LINE, LONGEST_TEXT

GENDERS = {"M": "male", "F": "female", "X": "other", "U": "unknown", "N": "unknown", "": "unknown"}
EVENTS: dict[str, tuple[str, Theme]] = {
    "EMIG": ("left the country", "migration"), "IMMI": ("came to the country", "migration"),
    "NATU": ("became a citizen", "migration"), "ADOP": ("adopted", "adoption"), "GRAD": ("finished school", "school"),
    "RETI": ("retired", "work"), "BAPM": ("baptised", "other"), "CHR": ("christened", "other"),
    "CONF": ("confirmed", "other"), "BARM": ("bar mitzvah", "other"), "BASM": ("bas mitzvah", "other"),
    "BURI": ("buried", "other"), "CREM": ("cremated", "other"), "EVEN": ("an event", "other"),
}  # fmt: skip
"""Tags of a life's events to words and theme."""

MOST_EVENTS = 20_000

PLAIN = {"OCCU": "occupation", "EDUC": "education", "RELI": "faith"}
KNOWN = frozenset({"NAME", "SEX", "BIRT", "DEAT", "NOTE", "SNOTE", "FAMC", "FAMS", *EVENTS, *PLAIN, extras.PERSON})
QUIET = frozenset({"CHAN", "CREA", "REFN", "RIN", "UID", "_UID", "RFN", "AFN", "EXID"})
"""Lines of programs about themselves, which nobody misses."""


class People:
    """The people of a file, with the ids that its cross-references became."""

    def __init__(self, tree: list[Node], report: Report, *, ours: bool) -> None:
        """Read every INDI record of *tree*; with *ours* our own lines say what the standard ones cannot."""
        self.report = report
        self.ids: dict[str, str] = {}
        self.events: list[extras.Plain] = []
        self.persons: list[extras.Plain] = []
        self.nodes: dict[str, Node] = {}
        self.by_id: dict[str, Node] = {}
        self.sexes = 0
        self._shared = 0
        self._taken: set[str] = set()
        self._notes = {node.xref: node.value for node in tree if node.tag in {"NOTE", "SNOTE"} and node.xref}
        self._ours = ours
        found = [node for node in tree if node.tag == "INDI"]
        for number, record in enumerate(found, start=1):
            self._name(record, number)
        for record in found:
            if self.nodes.get(record.xref) is record:
                self.persons.append(self._person(record))

    def _name(self, record: Node, number: int) -> None:
        own = record.first(extras.PERSON)
        wanted = own.text("_ID") if own is not None and self._ours else re.sub(r"[^A-Za-z0-9_.-]", "", record.xref)
        person_id = wanted[:64] or f"I{number}"
        if record.xref in self.nodes:
            self.report.add(record.number, f"skipped: a second person with the reference @{record.xref}@.")
            return
        while person_id in self._taken:
            person_id = f"{person_id[:56]}-{number}"
        self.ids[record.xref] = person_id
        self._taken.add(person_id)
        self.nodes[record.xref] = self.by_id[person_id] = record

    def _person(self, record: Node) -> extras.Plain:
        fields: extras.Plain = {"id": self.ids[record.xref], "name": self._called(record)}
        fields["gender"] = GENDERS.get(record.text("SEX").strip().upper()[:1], "unknown")
        self.sexes += fields["gender"] in {"female", "male"}
        readers: dict[str, Callable[[Node, extras.Plain], None]] = {"BIRT": self._birth, "DEAT": self._death}
        for line in record.below:
            if line.tag in readers:
                readers[line.tag](line, fields)
            elif line.tag in PLAIN:
                self._once(line, fields, PLAIN[line.tag])
            elif line.tag in {"NOTE", "SNOTE"}:
                self._note(line, fields)
            elif line.tag in EVENTS and not self._ours:
                self._event(line, fields["id"])
            elif line.tag not in KNOWN | QUIET and not self._ours:
                self.report.add(line.number, f"not carried: {line.tag} {line.value[:60]}".rstrip() + ".")
        own = record.first(extras.PERSON)
        if own is not None and self._ours:
            fields |= extras.fields_of(own, Person, self.ids)
        return fields

    def _called(self, record: Node) -> str:
        first, *others = record.every("NAME") or [record]
        for other in others:
            self.report.add(other.number, f"not carried: a further name, {other.value[:60]}.")
        if self._ours and first is not record:
            return first.value
        name = " ".join(first.value.replace("/", " ").split())[:LONGEST_LINE] if first is not record else ""
        return name or "not known"

    def _once(self, line: Node, fields: extras.Plain, field: str) -> None:
        if field in fields:
            self.report.add(line.number, f"not carried: a further {field}, {line.value[:60]}.")
        else:
            fields[field] = line.value[:LONGEST_LINE]

    def _note(self, line: Node, fields: extras.Plain) -> None:
        shared = pointer(line.value)
        words = self._notes.get(shared, "") if shared else line.value
        before = fields.get("note", "")
        self._shared += len(words) if shared else 0
        if not words:
            self.report.add(line.number, f"skipped: a note that is not there ({line.value[:40]}).")
            return
        if self._shared > LARGEST or len(before) >= LONGEST_TEXT:
            self.report.add(line.number, "not carried: a note; too many words are repeated from person to person.")
            return
        fields["note"] = f"{before}\n\n{words}"[:LONGEST_TEXT] if before else words[:LONGEST_TEXT]

    def _birth(self, line: Node, fields: extras.Plain) -> None:
        if "born" in fields:
            self.report.add(line.number, "not carried: a second birth.")
            return
        when = self.date(line)
        if when is not None:
            fields["born"] = when
        self._rest(line)

    def _death(self, line: Node, fields: extras.Plain) -> None:
        if "died" in fields or "deceased" in fields:
            self.report.add(line.number, "not carried: a second death.")
            return
        when = self.date(line)
        if when is not None:
            fields["died"] = when
        elif line.value.strip().upper() != "N":
            fields["deceased"] = True
        cause = line.text("CAUS")
        if cause:
            fields["cause_of_death"] = cause[:LONGEST_LINE]
        self._rest(line)

    def _rest(self, line: Node) -> None:
        for node in line.below:
            if node.tag not in {"DATE", "CAUS", "TYPE"} and not self._ours:
                self.report.add(node.number, f"not carried: {line.tag} {node.tag} {node.value[:60]}".rstrip() + ".")

    def _event(self, line: Node, person_id: str) -> None:
        if len(self.events) >= MOST_EVENTS:
            self.report.add(line.number, f"not carried: {line.tag}; at most {MOST_EVENTS:,} events come in.")
            return
        words, theme = EVENTS[line.tag]
        kind = line.text("TYPE")
        said = line.value if line.value.strip() not in {"", "Y"} else ""
        if line.tag == "EVEN":
            words = kind or words
        event: extras.Plain = {"who": [person_id], "theme": theme, "what": f"{words}: {said}" if said else words}
        event["what"] = event["what"][:LONGEST_LINE]
        when = self.date(line)
        if when is not None:
            event["date"] = when
        if line.text("PLAC"):
            event["where"] = line.text("PLAC")[:LONGEST_LINE]
        self.events.append(event)

    def date(self, line: Node) -> PartialDate | None:
        """The date below *line*, reported where something had to give."""
        found = line.first("DATE")
        if found is None:
            return None
        when, remark = read_date(found.value, found.text("PHRASE"))
        if remark:
            self.report.add(found.number, remark)
        return when
