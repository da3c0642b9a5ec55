"""A GEDCOM file while it is read: its records by reference, the claims and the ledger that readers fill."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from supervision_tui.family.dates import PartialDate
from supervision_tui.family.formats.claims import Claims, CoupleClaim, PersonClaim
from supervision_tui.family.formats.gedcom.dates import read_date
from supervision_tui.family.formats.gedcom.lines import LARGEST, pointer
from supervision_tui.family.formats.ledger import Ledger
from supervision_tui.family.formats.nodes import Node
from supervision_tui.family.formats.words_of_harm import tells_of_harm
from supervision_tui.family.model.base import LONGEST_ID

RESTRICTED = frozenset({"CONFIDENTIAL", "PRIVACY"})
NOTES = frozenset({"NOTE", "SNOTE"})


@dataclass(slots=True)
class GedcomSource:
    """One file.

    *owners* are parts that keep the lines carried below a node for themselves, *slashed* names as they came in, and
    *contradicted* other days that a file gives beside a date: each by the node's identity.
    """

    tree: list[Node]
    ledger: Ledger
    claims: Claims = field(default_factory=Claims)
    ids: dict[str, str] = field(default_factory=dict)
    people: dict[str, Node] = field(default_factory=dict)
    families: dict[str, Node] = field(default_factory=dict)
    shared_notes: dict[str, Node] = field(default_factory=dict)
    owners: dict[int, list[object]] = field(default_factory=dict)
    slashed: dict[int, str] = field(default_factory=dict)
    contradicted: dict[int, str] = field(default_factory=dict)
    repeated: int = 0

    @classmethod
    def of(cls, tree: list[Node], ledger: Ledger) -> GedcomSource:
        """The file of *tree*, with an id for each person and a couple for each family; nothing is read yet."""
        source = cls(tree, ledger)
        for number, record in enumerate((node for node in tree if node.tag == "INDI"), start=1):
            source._add_person(record, number)
        for record in tree:
            if record.tag == "FAM":
                source._add_family(record)
            elif record.tag in NOTES and record.xref:
                source.shared_notes.setdefault(record.xref, record)
        return source

    def _add_person(self, record: Node, number: int) -> None:
        if record.xref in self.people:
            words = f"skipped: a second person with the reference @{record.xref}@."
            self.ledger.tell_all(record, words, "unreadable")
            return
        person_id = re.sub(r"[^A-Za-z0-9_.-]", "", record.xref)[:LONGEST_ID] or f"I{number}"
        while person_id in self.claims.people:
            person_id = f"{person_id[:56]}-{number}"
        self.ids[record.xref] = person_id
        self.people[record.xref] = record
        self.claims.people[person_id] = PersonClaim(person_id, number=record.number)

    def _add_family(self, record: Node) -> None:
        if record.xref in self.families:
            words = f"skipped: a second family with the reference @{record.xref}@."
            self.ledger.tell_all(record, words, "unreadable")
            return
        self.families[record.xref] = record
        self.claims.couples[record.xref] = CoupleClaim(record.xref, record.number)

    def person(self, value: str) -> str:
        """The id of the person to whom *value* points, else empty."""
        return self.ids.get(pointer(value), "")

    def date(self, node: Node) -> PartialDate | None:
        """The date below *node*, used; told where something had to give."""
        line = node.take("DATE")
        if line is None:
            return None
        for tag in ("TIME", "PHRASE"):
            below = line.first(tag)
            if below is not None and (tag == "TIME" or not below.value.strip()):
                below.use_all()
        phrase = line.first("PHRASE")
        found = read_date(line.value, phrase.value if phrase is not None else "")
        if phrase is not None and not found.beside:
            phrase.use()
        if found.contradicted:
            self.contradicted[id(node)] = found.beside
        if found.remark:
            self.ledger.tell(line, found.remark, "dates")
        return found.when

    def note(self, line: Node) -> str:
        """The words of a note, inline or shared; told where they are not there or are too many."""
        line.use()
        shared = pointer(line.value)
        if not shared:
            return self._mended(line.value)
        record = self.shared_notes.get(shared)
        if record is None:
            if shared != "VOID":
                self.ledger.tell(line, f"skipped: a note that is not there ({line.value[:40]}).", "missing")
            return ""
        self.repeated += len(record.value)
        if self.repeated > LARGEST:
            self.ledger.tell(line, "not kept: a note; too many words are repeated from person to person.", "notes")
            return ""
        record.use()
        return self._mended(record.value)

    @staticmethod
    def _mended(words: str) -> str:
        return words.strip("\n").rstrip()

    def notes(self, node: Node) -> list[str]:
        """The words of every note below *node*."""
        if not node.below:
            return []
        return [words for line in node.below if line.tag in NOTES and (words := self.note(line))]

    def restricted(self, node: Node) -> bool:
        """Whether a restriction notice below *node*, used, says that it is private or confidential."""
        line = node.take("RESN")
        return line is not None and bool(RESTRICTED & {word.strip().upper() for word in line.value.split(",")})

    def harm(self, node: Node, whose: str, words: str, what: str = "a note") -> None:
        """Notice *words* that read as if they told of harm."""
        if tells_of_harm(words):
            self.ledger.notice(
                node, f"{what} of {whose} reads as if it told of harm; it is in the team's notes.", "harm"
            )
