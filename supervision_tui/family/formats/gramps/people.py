"""People of Gramps: names, attributes, associations, notes, what is private."""

from __future__ import annotations

from supervision_tui.family.formats.claims import PersonClaim, line_words
from supervision_tui.family.formats.gramps.events import PRINCIPAL, read_event_of_person
from supervision_tui.family.formats.gramps.source import GrampsSource
from supervision_tui.family.formats.identifying_fields import LEFT_OUT as IDENTIFYING
from supervision_tui.family.formats.identifying_fields import identifying_field
from supervision_tui.family.formats.nodes import Node
from supervision_tui.family.formats.relation_claims import claim_tie, tie_in_own_words
from supervision_tui.family.formats.words_of_harm import tells_of_harm
from supervision_tui.family.model.ties import TIE_KINDS

GENDERS = {"M": "male", "F": "female", "X": "other", "U": "unknown"}
NUMBERS = frozenset({"Social Security Number", "Identification Number", "_UID"})
COUNTS = frozenset({"Age", "Father Age", "Mother Age", "Time", "Number of Children"})
LEFT_OUT = {
    "url": ("contacts", "web address"), "objref": ("pictures", "picture"), "lds_ord": ("other", "ordinance"),
    "citationref": ("sources", "source"), "tagref": ("program", "tag"),
}  # fmt: skip
"""Elements that are not carried, with topic and word."""


def read_names(node: Node, person: PersonClaim) -> None:
    """The name that is not an alternative one, what people call them, and the others as notes."""
    names = node.every("name")
    first = next((name for name in names if name.text("alt") != "1"), names[0] if names else None)
    if first is not None:
        person.fields["name"] = line_words(_whole(first))
        person.offer("called", first.word("call") or first.word("nick"))
        for tag in ("title", "suffix", "familynick"):
            words = first.word(tag)
            person.note(f"{tag.capitalize()}: {words}" if words else "")
        first.word("type")


def _whole(name: Node) -> str:
    name.use()
    parts = [name.word("first")]
    for surname in name.every("surname"):
        surname.use()
        surname.word("prim")
        parts += [surname.word("prefix"), surname.value.strip(), surname.word("connector")]
    return " ".join(part for part in parts if part)


def read_person(source: GrampsSource, node: Node, person: PersonClaim) -> None:
    """Everything of one person but families."""
    node.use()
    gender = GENDERS.get(node.word("gender"), "unknown")
    person.fields["gender"] = gender
    source.claims.sexes += gender in {"female", "male"}
    _other_names(source, node, person)
    for reference in node.every("eventref"):
        event = source.linked(reference)
        role = reference.word("role")
        if event is None:
            continue
        if role in PRINCIPAL:
            read_event_of_person(source, event, person)
        else:
            source.others.append((event, person.id, role))
    _attributes(source, node, person)
    _left_out(source, node, person)
    for reference in node.every("personref"):
        _association(source, reference, person)
    for words in source.notes(node, person.name):
        person.note(words)
        if tells_of_harm(words):
            text = f"a note of {person.name} reads as if it told of harm; it is in the team's notes."
            source.ledger.notice(node, text, "harm")
    for tag in ("childof", "parentin"):
        for reference in node.every(tag):
            source.linked(reference)
    if source.private(node):
        person.fields["secret"] = True
        source.ledger.notice(
            node, f"{person.name} is private in the file; marked as secret: not in any copy but the court's.", "secret"
        )


def _other_names(source: GrampsSource, node: Node, person: PersonClaim) -> None:
    for name in node.every("name"):
        if name.fate:
            continue
        kind = name.word("type") or "Other name"
        if source.private(name):
            source.ledger.tell_all(name, f"left out: a private name of {person.name}.", "secret")
            continue
        name.word("alt")
        words = _whole(name)
        person.note(f"{kind}: {words}" if words else "")


def _attributes(source: GrampsSource, node: Node, person: PersonClaim) -> None:
    for attribute in node.every("attribute"):
        kind, value = attribute.text("type"), attribute.text("value").strip()
        if kind in NUMBERS:
            words = f"left out: 1 number that identifies {person.name} ({kind})."
            source.ledger.tell_all(attribute, words, "numbers")
        elif (topic := identifying_field(kind, value)) is not None:
            source.ledger.tell_all(attribute, IDENTIFYING[topic].format(person.name), topic)
        elif kind in COUNTS:
            source.ledger.tell_all(attribute, f"left out: {kind} of {person.name}.", "other")
        elif source.private(attribute):
            source.ledger.tell_all(attribute, f"private in the file, and left out: {kind} of {person.name}.", "secret")
        else:
            attribute.use_all()
            field = {"Nickname": "called", "Cause": "cause_of_death", "Occupation": "occupation"}.get(kind)
            if field is None or not person.offer(field, value):
                person.note(f"{kind}: {value}")


def _left_out(source: GrampsSource, node: Node, person: PersonClaim) -> None:
    for address in node.every("address"):
        words = f"left out: 1 address of {person.name}. Add a home by hand, and say whether it is safe to record."
        source.ledger.tell_all(address, words, "contacts")
    for below in node.below:
        if below.tag in LEFT_OUT:
            topic, word = LEFT_OUT[below.tag]
            source.ledger.tell_all(below, f"left out: 1 {word} of {person.name}.", topic)  # type: ignore[arg-type]


def _association(source: GrampsSource, reference: Node, person: PersonClaim) -> None:
    other = source.person(reference)
    word = reference.word("rel")
    if not other or other == person.id:
        return
    note = "\n\n".join(source.notes(reference, person.name))
    tie = tie_in_own_words(person.id, other, word or "associated", note)
    if source.private(reference):
        words = f"the tie '{word}' of {person.name} is private in the file; a mark of privacy cannot be kept there."
        source.ledger.notice(reference, words, "secret")
    if TIE_KINDS[tie["kind"]].tone != "harm" and tells_of_harm(word):
        words = f"the tie '{word}' of {person.name} reads as if it told of harm."
        source.ledger.notice(reference, words, "harm")
    claim_tie(source.claims, reference, tie)
