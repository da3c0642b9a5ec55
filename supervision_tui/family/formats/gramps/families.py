"""Families of Gramps: how a couple stands, and how each child is a child of each parent."""

from __future__ import annotations

from itertools import combinations

from supervision_tui.family.dates import PartialDate
from supervision_tui.family.formats.claims import COUPLE, BondClaim, CoupleClaim, Plain, Turn, TwinClaim
from supervision_tui.family.formats.gramps.dates import gramps_date
from supervision_tui.family.formats.gramps.events import claim
from supervision_tui.family.formats.gramps.people import LEFT_OUT
from supervision_tui.family.formats.gramps.source import GrampsSource
from supervision_tui.family.formats.nodes import Node
from supervision_tui.family.formats.relations import couple_word, parentage_kind

RELATIONS = {"Married": "married", "Civil Union": "civil_partnership", "Unmarried": "unknown", "Unknown": "unknown",
             "": "unknown"}  # fmt: skip
TURNS = {"Marriage": "married", "Divorce": "divorced", "Annulment": "annulled", "Engagement": "engaged",
         "Separation": "separated"}  # fmt: skip
PLACES = {"father": "frel", "mother": "mrel"}
TWIN_WORDS = ("twin", "triplet", "quadruplet")


def read_family(source: GrampsSource, node: Node, couple: CoupleClaim) -> None:
    """One family: partners, how they stand, their events, their children."""
    node.use()
    for place in PLACES:
        for reference in node.every(place):
            person = source.person(reference)
            if person and person not in couple.partners:
                couple.partners.append(person)
                couple.places[person] = place
    relation = node.take("rel")
    kind = relation.word("type") if relation is not None else ""
    couple.alone = False
    _events(source, node, couple)
    _stands(couple, kind)
    for words in source.notes(node, source.claims.names(couple.partners)):
        couple.note(words)
    for attribute in source.attributes(node, source.claims.names(couple.partners)):
        couple.note(f"{attribute.text('type')}: {attribute.text('value')}")
    for below in node.below:
        if below.tag in LEFT_OUT:
            topic, word = LEFT_OUT[below.tag]
            source.ledger.tell_all(below, f"left out: 1 {word} of a family.", topic)  # type: ignore[arg-type]
    if source.private(node):
        couple.secret = couple.hidden = True
        names = source.claims.names(couple.partners)
        words = f"the family of {names} is private in the file; its union is secret, its lines to children are hidden."
        source.ledger.notice(node, words, "secret")
    for reference in node.every("childref"):
        _child(source, reference, couple)
    _twins(source, couple)


def _stands(couple: CoupleClaim, kind: str) -> None:
    turns = {turn.kind for turn in couple.turns}
    if couple.since is not None and "married" in turns:  # they lived together first
        couple.turns.append(Turn("moved_in", couple.since))
        couple.since = None
    known = RELATIONS.get(kind)
    if known is None or kind == "Unmarried":
        couple.note(f"the file says: {kind.casefold() if kind == 'Unmarried' else kind}")
    if known not in {None, "unknown"}:
        couple.kind = known  # type: ignore[assignment] # of the table
    elif "married" in turns and couple.kind != "civil_partnership":
        couple.kind = "married"
    elif "engaged" in turns:
        couple.kind = "engaged"
    else:
        couple.kind = couple.kind or "unknown"


def _events(source: GrampsSource, node: Node, couple: CoupleClaim) -> None:
    for reference in node.every("eventref"):
        event = source.linked(reference)
        reference.word("role")
        if event is None:
            continue
        kind = event.text("type")
        names = source.claims.names(couple.partners)
        if kind in TURNS and not (kind == "Separation" and not couple.partners):
            event.use()
            event.word("type")
            couple.turns.append(Turn(TURNS[kind], gramps_date(source.ledger, event)))  # type: ignore[arg-type]
            couple.alone = True
            place = event.first("place")
            couple.note(f"{kind} in {source.place(place)}." if place is not None else "")
            words = event.word("description")
            couple.note(f"{kind}: {words}" if words and not words.startswith(f"{kind} of ") else "")
            for note in source.notes(event, names):
                couple.note(f"{kind}: {note}")
            if TURNS[kind] not in {"married", "engaged"}:
                source.ledger.notice(event, f"{names}: {TURNS[kind]}.", "couples")
            if source.private(event):
                couple.secret = True
                source.ledger.notice(
                    event, f"an event of {names} is private; the union was marked as secret.", "secret"
                )
        elif couple.partners and kind and _own_word(source, event, kind, couple):
            couple.alone = True
        else:
            claim(source, event, list(couple.partners), names)


def _own_word(source: GrampsSource, event: Node, kind: str, couple: CoupleClaim) -> bool:
    """Whether an event of a kind that Gramps does not know says how a couple stands: "Living together"."""
    word = couple_word(kind)
    if word.turn is None and (word.kind is None or source.private(event)):
        return False
    event.use()
    event.word("type")
    when = gramps_date(source.ledger, event)
    if word.turn is not None:
        couple.turns.append(Turn(word.turn, when))
    else:
        couple.since = couple.since or when
    if word.kind is not None and (word.turn is None or word.kind == "civil_partnership"):
        couple.kind = word.kind
    words = event.word("description")
    couple.note(f"{kind}: {words}" if words and not words.startswith(f"{kind} of ") else "")
    for note in source.notes(event, source.claims.names(couple.partners)):
        couple.note(f"{kind}: {note}")
    return True


def _child(source: GrampsSource, reference: Node, couple: CoupleClaim) -> None:
    child = source.person(reference)
    if not child or child in couple.partners:
        return
    couple.children[child] = None
    hidden = source.private(reference) or couple.hidden
    name = source.claims.name(child)
    note = "\n\n".join(source.notes(reference, name))
    if hidden and not couple.hidden:
        names = source.claims.names(couple.partners)
        words = f"the line from {names} to {name} is private in the file; hidden from everybody outside the team."
        source.ledger.notice(reference, words, "secret")
    for parent in couple.partners:
        word = reference.word(PLACES[couple.places[parent]]) or "Birth"
        bond = BondClaim(child, parent, couple.key, number=reference.number, hidden=hidden, note=note)
        if _kind(source, reference, bond, word):
            source.claims.bonds.append(bond)
    for tag in PLACES.values():
        reference.word(tag)


def _kind(source: GrampsSource, reference: Node, bond: BondClaim, word: str) -> bool:
    """What a relation is to a child, into the bond; whether there is one at all."""
    child, parent = source.claims.name(bond.child), source.claims.name(bond.parent)
    if word == "None":
        words = f"no line from {parent} to {child}: the file says there is no relationship."
        source.ledger.notice(reference, words, "doubt")
        return False
    if word == "Sponsored":
        tie: Plain = {"a": bond.parent, "b": bond.child, "kind": "caretaker", "words": "the file says: Sponsored"}
        source.claims.ties.append(tie)
        source.ledger.notice(reference, f"{parent} sponsored {child} in the file; it came in as a tie of care.", "ties")
        return False
    kind, known = parentage_kind(word)
    if kind == "unknown":
        bond.kind, bond.doubted, bond.doubt_about_parent = "birth", True, True
        bond.note = bond.note if known else f"the file says: {word}"
        words = (
            f"{parent} as a parent of {child}: the kind of relationship is not known in the file; marked as doubted."
        )
        source.ledger.notice(reference, words, "doubt")
        return True
    bond.kind = kind
    if kind == "adopted":
        bond.since = _adopted(source, bond.child)
    if word not in {"Birth", "Adopted", "Foster", "Stepchild"}:
        source.ledger.notice(reference, f"'{word}' was read as {kind} ({parent}, {child}).", "people")
    return True


def _adopted(source: GrampsSource, child: str) -> PartialDate | None:
    """The day of the child's event of adoption, where there is one."""
    return next(
        (event.get("date") for event in source.claims.events if event["what"] == "adopted" and child in event["who"]),
        None,
    )


def _twins(source: GrampsSource, couple: CoupleClaim) -> None:
    """Brothers and sisters who share one birth, or who are called twins of one another."""
    births: dict[str, list[str]] = {}
    for child in couple.children:
        for reference in source.persons[child].every("eventref"):
            event = source.objects.get(reference.text("hlink"))
            if event is not None and event.text("type") == "Birth" and reference.text("role") in {"", "Primary"}:
                births.setdefault(source.ids[event.text("handle")], []).append(child)
    for label, children in births.items():
        if len(children) >= COUPLE:
            _are_twins(source, label, children)
    named = {frozenset((tie["a"], tie["b"])) for tie in source.claims.ties if _says_twin(tie)}
    for first, second in combinations(couple.children, 2):
        if frozenset((first, second)) in named:
            _are_twins(source, f"twins.{first}", [first, second])


def _says_twin(tie: Plain) -> bool:
    return any(word in str(tie.get("words", "")).casefold() for word in TWIN_WORDS)


def _are_twins(source: GrampsSource, label: str, children: list[str]) -> None:
    if any(set(children) & set(twin.children) for twin in source.claims.twins):
        return
    source.claims.twins.append(TwinClaim(label, children))
    words = f"{source.claims.names(children)} share one birth in the file; marked as twins, of which kind is not known."
    source.ledger.report.add(source.claims.people[children[0]].number, words, "twins")
