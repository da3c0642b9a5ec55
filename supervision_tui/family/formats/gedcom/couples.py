"""Couples of a GEDCOM file: who is in each family, and every wedding, parting and other event that is said of it."""

from __future__ import annotations

from supervision_tui.family.dates import PartialDate
from supervision_tui.family.formats.claims import COUPLE, CoupleClaim, Turn
from supervision_tui.family.formats.gedcom.events import claim_event, details, happened
from supervision_tui.family.formats.gedcom.family_historian import flags, read_standing, rejected
from supervision_tui.family.formats.gedcom.lines import pointer
from supervision_tui.family.formats.gedcom.source import NOTES, GedcomSource
from supervision_tui.family.formats.nodes import Node
from supervision_tui.family.formats.relations import CoupleWord, couple_word
from supervision_tui.family.model.unions import ChangeKind

PLACES = ("HUSB", "WIFE")
TURNS: dict[str, str] = {
    "MARR": "married", "DIV": "divorced", "ANUL": "annulled", "SEPR": "separated", "_SEPR": "separated",
    "_SEPA": "separated", "SEP": "separated", "ENGA": "engaged", "_COML": "common law", "_PARTNER": "partners",
}  # fmt: skip
"""Tags to the word that says what they are."""
LABELS = {
    "married": "Marriage", "divorced": "Divorce", "annulled": "Annulment", "separated": "Separation",
    "engaged": "Engagement", "reconciled": "Reconciled", "remarried": "Marriage", "moved_in": "Moved in",
    "moved_out": "Moved out", "met": "Met",
}  # fmt: skip


def read_members(source: GedcomSource, record: Node, couple: CoupleClaim) -> None:
    """Partners and children of one family; who is not in the file, or there already, is told."""
    record.use()
    for line in record.every(*PLACES, "CHIL"):
        line.use()
        if pointer(line.value) == "VOID":
            continue
        person = source.person(line.value)
        if not person:
            value = line.value[:40] or "nobody"
            source.ledger.tell(line, f"skipped: {line.tag} points to {value}, who is not in the file.", "missing")
        elif person in couple.partners or person in couple.children:
            words = f"skipped: {line.tag} {line.value[:40]} stands in this family already."
            source.ledger.tell(line, words, "unreadable")
        elif line.tag == "CHIL":
            couple.children[person] = None
        elif len(couple.partners) == COUPLE:
            source.ledger.tell(line, f"skipped: a third partner, {source.claims.name(person)}.", "people")
        else:
            couple.partners.append(person)
            couple.places[person] = line.tag


def read_partners_side(source: GedcomSource) -> None:
    """Partners and children whom only their own record names (``FAMS``, ``FAMC``)."""
    for xref, record in source.people.items():
        person = source.ids[xref]
        for line in record.every("FAMS", "FAMC"):
            line.use()
            couple = source.claims.couples.get(pointer(line.value))
            if couple is None:
                value = line.value[:40] or "nothing"
                words = f"skipped: {line.tag} points to {value}, which is not in the file."
                source.ledger.tell(line, words, "missing")
            elif person in couple.partners or person in couple.children:
                continue
            elif line.tag == "FAMC":
                couple.children[person] = None
            elif len(couple.partners) < COUPLE:
                _add_partner(couple, person, record)
            else:
                name = source.claims.name(person)
                source.ledger.tell(line, f"skipped: a third partner, {name}.", "people")


def _add_partner(couple: CoupleClaim, person: str, record: Node) -> None:
    taken = set(couple.places.values())
    wanted = "WIFE" if record.text("SEX").strip().upper().startswith("F") else "HUSB"
    place = wanted if wanted not in taken else next((name for name in PLACES if name not in taken), wanted)
    couple.partners.append(person)
    couple.partners.sort(key=lambda partner: couple.places.get(partner, place) != "HUSB")
    couple.places[person] = place


def read_couple(source: GedcomSource, record: Node, couple: CoupleClaim) -> None:
    """Everything that a family's record says of the couple."""
    for line in record.below:
        if not couple.partners and line.tag not in {*PLACES, "CHIL", "RESN", "_FLGS"}:
            words = f"not kept: {line.tag} of a family in which no partner is known."
            source.ledger.tell_all(line, words, "unions")
        elif line.tag in TURNS:
            _turn(source, line, couple, TURNS[line.tag])
        elif line.tag in {"EVEN", "FACT", "RESI", "_EVENT"}:
            _event(source, line, couple)
        elif line.tag in {"DIVF", "_DIVF"}:
            _filed(source, line, couple)
        elif line.tag in NOTES:
            words = source.note(line)
            couple.note(words)
            source.harm(line, source.claims.names(couple.partners), words)
    for line in record.every("_STAT"):
        read_standing(source, line, couple)
    if source.restricted(record) or "PRIVATE" in flags(record):
        couple.secret = couple.hidden = True
        names = source.claims.names(couple.partners)
        source.ledger.notice(
            record.first("RESN") or record.first("_FLGS"),
            f"the family of {names} is private in the file; the union was marked as secret, and its lines to children "
            "are hidden from everybody outside the team.",
            "secret",
        )


def _turn(source: GedcomSource, line: Node, couple: CoupleClaim, word: str) -> None:
    """One line that says how the couple began, turned or ended."""
    if rejected(source, line, line.tag):
        return
    if line.value.strip().upper() == "N" and line.first("DATE") is None:
        source.ledger.tell_all(line, f"the file says that {line.tag} did not happen.", "couples")
        return
    line.use()
    kind = line.word("TYPE")
    words = couple_word(word)
    _apply(source, line, couple, kind, words)
    value = line.value.strip()
    if value.upper() not in {"", "Y"}:
        label = LABELS.get(words.turn or "", word.capitalize())
        couple.note(f"{label}: {value}")
        source.harm(line, source.claims.names(couple.partners), value, f"what is noted on a {label.casefold()}")


def _apply(source: GedcomSource, line: Node, couple: CoupleClaim, kind: str, base: CoupleWord) -> None:
    """Add what a line says by its tag (*base*) and its type (*kind*), with its date and notes."""
    when = source.date(line)
    word = couple_word(kind) if kind else CoupleWord()
    own_word = kind if word.own_word or (kind and word == CoupleWord()) else ""
    turn = base.turn or word.turn
    if base.turn in {"married", "remarried"} and kind:
        turn = _wedding(couple, word, base, when)
    elif word.kind is not None and (couple.kind is None or couple.kind == "unknown"):
        couple.kind = word.kind
    elif base.kind is not None and base.turn is None:
        couple.kind, own_word = base.kind, own_word or ("common law" if base.kind == "cohabiting" else "partners")
    if turn is not None:
        couple.turns.append(Turn(turn, when, kind))
    elif when is not None and couple.since is None:
        couple.since = when
    if own_word and own_word.casefold() not in {"married", "marriage"}:
        couple.note(f"the file says: {own_word.removeprefix('MYHERITAGE:')}")
    _around(source, line, couple, LABELS.get(turn or "", kind or "The couple"))
    if turn in {"separated", "divorced", "annulled", "reconciled", "remarried"}:
        names = source.claims.names(couple.partners)
        dated = f" ({when.text.strip('()')})" if when is not None else ""
        source.ledger.notice(line, f"{names}: {turn}{dated}.", "couples")


def _wedding(couple: CoupleClaim, word: CoupleWord, base: CoupleWord, when: PartialDate | None) -> ChangeKind | None:
    """What a ``MARR`` with a type of its own is: a wedding, or only living together, engaged, never married."""
    if word.kind is None or word.kind == "married":
        return base.turn
    if couple.kind in {None, "unknown"}:
        couple.kind = word.kind
    if word.kind == "civil_partnership":
        return "married"
    if word.kind == "engaged":
        return "engaged"
    if couple.since is None:
        couple.since = when
    return word.turn if word.turn != "married" else None


def _around(source: GedcomSource, line: Node, couple: CoupleClaim, label: str) -> None:
    """Place and words below a line of a couple, among the couple's notes; a private line makes the couple secret."""
    place = line.word("PLAC")
    if place:
        couple.note(f"{label} in {place}.")
    names = source.claims.names(couple.partners)
    for words in details(source, line):
        couple.note(f"{label}: {words}")
        source.harm(line, names, words, f"what is noted on a {label.casefold()}")
    for place_tag in PLACES:
        for node in line.every(place_tag):
            age = node.use().word("AGE")
            couple.note(f"{label}: {place_tag} aged {age}" if age else "")
    if source.restricted(line):
        couple.secret = True
        source.ledger.notice(
            line, f"a line of the family of {names} is private; the union was marked as secret.", "secret"
        )


def _event(source: GedcomSource, line: Node, couple: CoupleClaim) -> None:
    """An event of the couple: a turn where its type says one, else an event of both."""
    kind = line.text("TYPE").strip() or line.value.strip()
    if rejected(source, line, kind or line.tag):
        return
    word = couple_word(kind)
    line.use()
    if kind and word != CoupleWord() and line.tag != "RESI" and not (word.own_word and word.kind is None):
        line.word("TYPE")
        base = CoupleWord(turn=word.turn) if word.turn else CoupleWord()
        if line.text("TYPE").strip() and line.value.strip() not in {"", "Y"}:
            couple.note(f"{kind}: {line.value.strip()}")
        _apply(source, line, couple, kind if word.kind is not None and word.turn is None else "", base)
        if word.kind == "civil_partnership" or (word.kind == "engaged" and couple.kind is None):
            couple.kind = couple.kind if couple.kind not in {None, "unknown"} else word.kind
        return
    line.word("TYPE")
    words = "lived" if line.tag == "RESI" else kind or "an event"
    notes = [line.value.strip()] if line.value.strip() not in {"", "Y", kind} else []
    people = list(couple.partners)
    event = happened(source, line, people, (words, "move" if line.tag == "RESI" else "other"), notes)
    if people and not (line.tag == "RESI" and not (event.get("date") or event.get("where") or event.get("note"))):
        claim_event(source, line, event, source.claims.names(people))


def _filed(source: GedcomSource, line: Node, couple: CoupleClaim) -> None:
    """A divorce that was asked for: an event, since it does not say that they parted."""
    if rejected(source, line, "divorce filed"):
        return
    line.use()
    kind = line.word("TYPE")
    event = happened(source, line, list(couple.partners), ("divorce filed", "separation"), [kind] if kind else [])
    names = source.claims.names(couple.partners)
    claim_event(source, line, event, names)
    source.ledger.notice(line, f"{names}: divorce filed.", "couples")
