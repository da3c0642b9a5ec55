"""What nobody has read of a GEDCOM file: carried along where that is safe, told where it is not.

Carried lines stand in the part that they belong to and go out again with it; addresses, numbers that identify, pictures
and what is marked private are never carried. See formats.md 1.3.
"""

from __future__ import annotations

from collections.abc import Iterator

from supervision_tui.family.formats.claims import BondClaim, CoupleClaim
from supervision_tui.family.formats.gedcom.dates import read_date
from supervision_tui.family.formats.gedcom.lines import pointer
from supervision_tui.family.formats.gedcom.source import NOTES, RESTRICTED, GedcomSource
from supervision_tui.family.formats.identifying_fields import identifying_field
from supervision_tui.family.formats.ledger import named
from supervision_tui.family.formats.nodes import Fate, Node
from supervision_tui.family.formats.report import TopicId
from supervision_tui.text import LONGEST_TEXT

CONTACTS = frozenset({
    "ADDR", "PHON", "EMAIL", "EMAI", "FAX", "WWW", "_EMAIL", "_EMAI", "_WEB", "_PHONE", "URL", "_URL", "_ADDR", "_MAIL",
    "_WWW", "_FAX", "_MOBILE", "_TEL", "CITY", "POST", "STAE", "CTRY", "ADR1", "ADR2", "ADR3", "_WEBTAG", "MAP",
})  # fmt: skip
NUMBERS = frozenset({"SSN", "IDNO", "_SSN", "_NHS", "_NINO", "_NI", "_PASSPORT", "_IDNO", "_ID"})
PICTURES = frozenset({"OBJE", "BLOB", "FILE", "_PHOTO", "_PRIM_CUTOUT", "_PHOTO_RIN", "_SCBK"})
PROGRAM = frozenset({"CHAN", "CREA", "SUBM", "SUBN", "ANCI", "DESI", "_SUBM", "_CRE", "_CREAT", "_LIST", "_ROOT"})
ABOUT_US = "in the header, about the program that wrote the file."
PLACE_RECORDS = frozenset({"_PLAC", "_PLACE", "_LOC", "PLAC"})
WITHOUT_UNION = "_FAM"
"""Record of lines of a family that makes no union here."""
OWN_LINES = frozenset({"HEAD", "TRLR"})
READ_HEADER = frozenset({"SOUR", "GEDC", "CHAR", "DATE", "DEST", "FILE", "SCHMA", "LANG", "SUBM", "SUBN", "COPR"})


def keep_leftovers(source: GedcomSource) -> None:
    """Go through every record once everything is read; each line that nobody has read is carried or told."""
    records: list[str] = []
    for record in source.tree:
        if record.tag in OWN_LINES:
            _header(source, record)
        elif record.fate is Fate.TOLD:
            continue
        elif record.tag == "INDI" and record.xref in source.ids:
            person = source.claims.people[source.ids[record.xref]]
            carried = "\n".join(_kept(source, record, 1))
            if carried:
                person.fields["carried"] = carried[:LONGEST_TEXT]
        elif record.tag == "FAM" and record.xref in source.claims.couples:
            _couple(source, record, records)
        elif record.tag in NOTES and record.fate is Fate.USED:
            _below_note(source, record)
        else:
            _record(source, record, records)
    if records or _something_carried(source):
        source.claims.carried = "\n".join(("0 HEAD", "1 GEDC", f"2 VERS {_version(source)}", *records))


def _below_note(source: GedcomSource, record: Node) -> None:
    for node in record.below:
        _told_or_carried(source, node, [], 1, quietly=True)


def _something_carried(source: GedcomSource) -> bool:
    claims = source.claims
    texts = [couple.carried for couple in claims.couples.values()] + [bond.carried for bond in claims.bonds]
    texts += [str(person.fields.get("carried", "")) for person in claims.people.values()]
    return any(texts) or any(event.get("carried") for event in claims.events)


def _version(source: GedcomSource) -> str:
    """The version of GEDCOM that carried lines are in: they go out again where they stood only in the same."""
    head = source.tree[0] if source.tree else None
    version = head.first("GEDC") if head is not None else None
    return "7.0" if version is not None and version.text("VERS").startswith("7") else "5.5.1"


def _couple(source: GedcomSource, record: Node, records: list[str]) -> None:
    couple = source.claims.couples[record.xref]
    couple.carried = "\n".join(_kept(source, record, 1))
    if couple.carried and not couple.is_union:
        records += [f"0 @{record.xref}@ {WITHOUT_UNION}", *couple.carried.split("\n")]


def _header(source: GedcomSource, record: Node) -> None:
    record.use()
    for line in record.below:
        if line.tag in READ_HEADER:
            line.use_all()
        else:
            source.ledger.tell_all(line, f"not kept: {line.tag}, {ABOUT_US}", "program")


def _record(source: GedcomSource, record: Node, records: list[str]) -> None:
    """A record that no person and no family is: a source, a place, a program's own."""
    if record.tag in PROGRAM:
        source.ledger.tell_all(record, f"not kept: a record {record.tag}, about whoever wrote the file.", "program")
    elif record.tag in PICTURES:
        source.ledger.tell_all(record, "not kept: a record of a picture; it was not opened.", "pictures")
    elif record.tag in PLACE_RECORDS:
        words = f"left out: a record of a place ({record.value[:60]}); it may hold an address."
        source.ledger.tell_all(record, words, "places")
    else:
        lines: list[str] = []
        _told_or_carried(source, record, lines, 0)
        records += lines


def _kept(source: GedcomSource, node: Node, level: int) -> list[str]:
    """The lines below *node* that nobody has read, with the lines above them so that they find their place again."""
    found: list[str] = []
    for line in node.below:
        if line.fate is Fate.UNREAD:
            _told_or_carried(source, line, found, level)
        elif line.below or line.tag == "DATE" or id(line) in source.slashed:
            owners = source.owners.get(id(line))
            inner = _kept(source, line, 1 if owners else level + 1)
            if line.tag == "DATE" and line.fate is Fate.TOLD:
                inner += _beside(line, level + 1)
            if owners:
                _give(owners, inner)
            elif inner or id(line) in source.slashed:
                name = source.slashed.get(id(line), "")
                found += [f"{level} {line.tag} {name}".rstrip(), *inner]
    return found


def _beside(line: Node, level: int) -> list[str]:
    beside = read_date(line.value).beside
    return [f"{level} PHRASE {beside}"] if beside else []


def _give(owners: list[object], lines: list[str]) -> None:
    """Let a part keep what stood below its line."""
    text = "\n".join(lines)[:LONGEST_TEXT]
    for owner in owners if text else ():
        if isinstance(owner, dict):
            owner["carried"] = text
        elif isinstance(owner, BondClaim | CoupleClaim):
            owner.carried = text


def _told_or_carried(source: GedcomSource, line: Node, lines: list[str], level: int, *, quietly: bool = False) -> None:
    topic = _topic(line)
    if topic == "contacts":
        source.ledger.tell_all(line, "left out: an address, telephone number or the like.", topic)
    elif topic == "numbers":
        source.ledger.tell_all(line, "left out: a number that identifies somebody.", topic)
    elif topic is not None:
        what = "; it was not opened" if topic == "pictures" else ""
        source.ledger.tell_all(line, f"not kept: {line.tag}{what}.", topic)
    elif _restricted(line):
        source.ledger.tell_all(line, f"not kept: {line.tag}, which is private in the file.", "secret")
    elif quietly:
        source.ledger.tell_all(line, f"not kept: {named(line)}.", "sources" if line.tag == "SOUR" else "other")
    else:
        _carry(source, line, lines, level)


def _topic(line: Node) -> TopicId | None:
    if line.tag in CONTACTS:
        return "contacts"
    if line.tag in NUMBERS:
        return "numbers"
    if line.tag in PICTURES:
        return "pictures"
    if line.tag in PROGRAM:
        return "program"
    return identifying_field(line.tag, line.value) if line.tag.startswith("_") and line.value else None


def _restricted(line: Node) -> bool:
    notice = line.value if line.tag == "RESN" else line.text("RESN")
    return bool(RESTRICTED & {word.strip().upper() for word in notice.split(",")})


def _carry(source: GedcomSource, line: Node, lines: list[str], level: int) -> None:
    line.fate = Fate.CARRIED
    lines += _text(source, line, level)
    for below in line.below:
        if below.fate is Fate.UNREAD:
            _told_or_carried(source, below, lines, level + 1)


def _text(source: GedcomSource, line: Node, level: int) -> Iterator[str]:
    head = f"{level} @{line.xref}@ {line.tag}" if line.xref and not level else f"{level} {line.tag}"
    target = pointer(line.value)
    if target in source.ids:
        yield f"{head} @{source.ids[target]}@"
        return
    first, *more = line.value.split("\n")
    at = "@" if first.startswith("@") and not target else ""
    yield f"{head} {at}{first}".rstrip()
    for words in more:
        yield f"{level + 1} CONT {words}"
