"""Parents of a GEDCOM file: every way in which files say how a child and a parent belong together.

``PEDI`` and ``STAT`` below ``FAMC``; ``ADOP`` with ``FAMC`` and who adopted; ``_FREL`` and ``_MREL`` (Family Tree
Maker, Ancestry, Gramps) below ``CHIL`` or ``FAMC``; ``_PEDI`` for each parent (Family Historian); ``BIRT`` with
``FAMC``. What is not said stays not said.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field

from supervision_tui.family.dates import PartialDate
from supervision_tui.family.formats.claims import BondClaim, CoupleClaim
from supervision_tui.family.formats.gedcom.family_historian import one_parent
from supervision_tui.family.formats.gedcom.lines import pointer
from supervision_tui.family.formats.gedcom.source import GedcomSource
from supervision_tui.family.formats.nodes import Node
from supervision_tui.family.formats.relations import parentage_kind
from supervision_tui.family.model.parentages import ParentageKind

PLACE_OF = {"father": "HUSB", "mother": "WIFE", "_FREL": "HUSB", "_MREL": "WIFE"}
BOTH = ""
"""In place of a parent's place: all of them."""


@dataclass(slots=True)
class _Statement:
    """What is said of one child and one family; kinds by place, the more particular later in *kinds*."""

    kinds: dict[str, ParentageKind] = field(default_factory=dict)
    adopted_by: dict[str, PartialDate | None] = field(default_factory=dict)
    status: str = ""
    notes: list[str] = field(default_factory=list)
    line: Node | None = None
    hidden: bool = False

    def kind(self, place: str) -> ParentageKind:
        """How the parent in this place is one."""
        if place in self.adopted_by or BOTH in self.adopted_by:
            return "adopted"
        return self.kinds.get(place) or self.kinds.get(BOTH) or "unknown"

    def since(self, place: str) -> PartialDate | None:
        """From when on, where that is said."""
        return self.adopted_by.get(place, self.adopted_by.get(BOTH))


def read_bonds(source: GedcomSource) -> None:
    """Every bond of a child and a parent, into the claims."""
    statements: dict[tuple[str, str], _Statement] = defaultdict(_Statement)
    for xref, record in source.families.items():
        for line in record.every("CHIL"):
            child = source.person(line.value)
            if child:
                _say(source, line, statements[child, xref])
    for xref, record in source.people.items():
        _of_child(source, record, source.ids[xref], statements)
    for couple in source.claims.couples.values():
        for child in couple.children:
            _bonds(source, couple, child, statements[child, couple.key])


def _of_child(source: GedcomSource, record: Node, child: str, statements: dict[tuple[str, str], _Statement]) -> None:
    for line in record.every("FAMC"):
        if pointer(line.value) in source.claims.couples:
            statement = statements[child, pointer(line.value)]
            statement.line = statement.line or line
            _say(source, line, statement)
    for event in record.every("ADOP", "BIRT", "CHR", "BAPM"):
        for line in event.every("FAMC"):
            couple = source.claims.couples.get(pointer(line.value))
            if couple is None:
                source.ledger.tell_all(line, f"skipped: {event.tag} FAMC points to nothing in the file.", "missing")
                continue
            line.use()
            couple.children.setdefault(child)
            statement = statements[child, couple.key]
            if event.tag == "ADOP":
                _adopted(source, event, line, statement)
            elif event.tag == "BIRT":
                statement.kinds.setdefault(BOTH, "birth")


def _adopted(source: GedcomSource, event: Node, line: Node, statement: _Statement) -> None:
    by = line.take("ADOP")
    word = by.value.strip().upper() if by is not None else ""
    phrase = by.word("PHRASE") if by is not None else ""
    date = event.first("DATE")
    when = source.date(event) if date is not None else None
    place = word if word in {"HUSB", "WIFE"} else BOTH
    statement.adopted_by[place] = when
    if phrase:
        statement.notes.append(phrase)
    kinds = {kind for at, kind in statement.kinds.items() if at in {place, BOTH} and place} - {"adopted"}
    if place and statement.kinds.get(place) not in {None, "adopted"} and kinds:
        source.ledger.notice(
            line,
            f"two things are said of one parent, adopted and {statement.kinds[place]}; the adoption was taken.",
            "doubt",
        )


def _say(source: GedcomSource, line: Node, statement: _Statement) -> None:
    """What stands below one ``CHIL`` or ``FAMC`` line."""
    pedigree = line.take("PEDI")
    if pedigree is not None:
        words = pedigree.word("PHRASE")
        other = pedigree.value.strip().upper() == "OTHER"
        _kind(source, pedigree, words if other and words else pedigree.value, BOTH, statement)
        if words and not other:
            statement.notes.append(words)
    for node in line.every("_FREL", "_MREL", "FREL", "MREL"):
        node.use()
        _kind(source, node, node.value, PLACE_OF[f"_{node.tag.strip('_')}"], statement)
    for node in line.every("_PEDI"):
        words, parent = one_parent(node.use().value)
        _kind(source, node, words, PLACE_OF.get(parent, BOTH), statement)
    status = line.take("STAT") or line.take("_STAT")
    if status is not None:
        statement.status = status.value.strip().casefold()
        phrase = status.word("PHRASE")
        statement.notes += [phrase] if phrase else []
    for words in source.notes(line):
        statement.notes.append(words)
        source.harm(line, "a child and parents", words)
    statement.hidden = statement.hidden or source.restricted(line)


def _kind(source: GedcomSource, node: Node, words: str, place: str, statement: _Statement) -> None:
    kind, known = parentage_kind(words)
    if kind != "unknown" or place not in statement.kinds:
        statement.kinds[place] = kind
    if not known:
        statement.notes.append(f"the file says: {words.strip()}")
        source.ledger.notice(
            node, f"'{words.strip()[:40]}' is no kind of parent that is known; it came in as not said how.", "parents"
        )


def _bonds(source: GedcomSource, couple: CoupleClaim, child: str, statement: _Statement) -> None:
    line = statement.line
    number = line.number if line is not None else couple.number
    names = source.claims.names(couple.partners)
    name = source.claims.name(child)
    status = statement.status
    if status.startswith(("disproven", "false")):
        as_what = "a parent" if len(couple.partners) == 1 else "parents"
        words = f"{names} did not come in as {as_what} of {name}: the file says that this is disproven."
        if line is not None:
            source.ledger.tell(line, words, "doubt")
        else:
            source.ledger.notice(line, words, "doubt")
        return
    if status.startswith("challeng"):
        source.ledger.notice(
            line, f"{names} as parents of {name}: challenged in the file, so marked as doubted.", "doubt"
        )
    if statement.hidden:
        words = f"the line from {names} to {name} is private in the file; hidden from everybody outside the team."
        source.ledger.notice(line, words, "secret")
    found = []
    if not couple.partners and statement.kind(BOTH) != "unknown":
        couple.kinds[child] = statement.kind(BOTH)
    for partner in couple.partners:
        place = couple.places.get(partner, BOTH)
        bond = BondClaim(child, partner, couple.key, statement.kind(place), number, since=statement.since(place))
        bond.doubted = status.startswith("challeng")
        bond.hidden = couple.hidden or statement.hidden
        bond.note = "\n\n".join(dict.fromkeys(statement.notes))
        found.append(bond)
    source.claims.bonds += found
    if line is not None:
        source.owners[id(line)] = list(found)
