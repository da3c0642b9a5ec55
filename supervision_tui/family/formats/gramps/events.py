"""Events of Gramps: a life's facts into the person, a couple's turns into the couple, every other one an event."""

from __future__ import annotations

from supervision_tui.family.formats.claims import OUTSIDE, PersonClaim, Plain, line_words
from supervision_tui.family.formats.gramps.dates import gramps_date
from supervision_tui.family.formats.gramps.source import GrampsSource
from supervision_tui.family.formats.nodes import Node
from supervision_tui.family.formats.words_of_harm import harm_theme
from supervision_tui.family.model.events import Theme

EVENTS: dict[str, tuple[str, Theme]] = {
    "Adopted": ("adopted", "adoption"), "Burial": ("buried", "other"), "Cremation": ("cremated", "other"),
    "Baptism": ("baptised", "other"), "Christening": ("christened", "other"),
    "Adult Christening": ("christened as an adult", "other"), "Confirmation": ("confirmed", "other"),
    "First Communion": ("first communion", "other"), "Bar Mitzvah": ("bar mitzvah", "other"),
    "Bas Mitzvah": ("bas mitzvah", "other"), "Blessing": ("blessed", "other"),
    "Graduation": ("finished school", "school"), "Retirement": ("retired", "work"), "Residence": ("lived", "move"),
    "Emigration": ("left the country", "migration"), "Immigration": ("came to the country", "migration"),
    "Naturalization": ("became a citizen", "migration"), "Divorce Filing": ("divorce filed", "separation"),
}  # fmt: skip
FIELDS = {"Occupation": "occupation", "Education": "education", "Degree": "education", "Religion": "faith"}
TOLD = frozenset({
    "Census", "Will", "Probate", "Property", "Elected", "Military Service", "Nobility Title", "Ordination",
    "Number of Marriages", "Marriage Banns", "Marriage License", "Marriage Contract", "Marriage Settlement",
    "Alternate Marriage",
})  # fmt: skip
"""Types that have no place here."""
DEAD_AFTER = frozenset({"Burial", "Cremation"})
PRINCIPAL = frozenset({"", "Primary", "Family"})
GRAVE = ("suicide", "murder", "homicide")


def read_event_of_person(source: GrampsSource, event: Node, person: PersonClaim) -> None:
    """One event of somebody whose own it is, into the person where it is a fact of the life."""
    kind = event.text("type")
    if kind in {"Birth", "Death", "Stillbirth", "Cause Of Death"}:
        _life(source, event, kind, person)
    elif kind in FIELDS:
        words = _description(event)
        field = FIELDS[kind]
        event.use()
        event.word("type")
        gramps_date(source.ledger, event)
        if words and not person.offer(field, words):
            source.ledger.tell(event, f"left out: another {field} of {person.name} ({words}).", "people")
        for attribute in source.attributes(event, person.name):
            person.note(f"{kind}, {attribute.text('type').casefold()}: {attribute.text('value')}")
        _private_fact(source, event, person, words)
    elif kind == "Medical Information":
        _health(source, event, person)
    else:
        if kind in DEAD_AFTER and not person.dead:
            person.fields["deceased"] = True
        claim(source, event, [person.id], person.name)


def _private_fact(source: GrampsSource, event: Node, person: PersonClaim, words: str) -> None:
    if source.private(event):
        source.ledger.notice(
            event, f"private in the file: {words} ({person.name}); a mark of privacy cannot be kept there.", "secret"
        )


def _life(source: GrampsSource, event: Node, kind: str, person: PersonClaim) -> None:
    """Birth and death, the first of each; what was stillborn; a cause."""
    field = "born" if kind == "Birth" else "died"
    event.use()
    event.word("type")
    if (person.id, kind) in source.lives:
        source.ledger.tell_all(event, f"not kept: a second {kind.casefold()} of {person.name}.", "dates")
        return
    source.lives.add((person.id, kind))
    when = gramps_date(source.ledger, event)
    if kind == "Stillbirth":
        person.fields |= {"kind": "loss", "loss": "stillbirth"}
    if kind != "Cause Of Death":
        if when is not None:
            person.fields[field] = when
        elif kind == "Death":
            person.fields["deceased"] = True
    place = event.first("place")
    if place is not None:
        words = source.place(place)
        person.note(f"{'Born' if kind == 'Birth' else 'Died'} in {words}." if words else "")
    _attributes(source, event, kind, person)
    _cause(source, event, kind, person)
    for words in source.notes(event, person.name):
        person.note(f"{kind}: {words}")
    _private_fact(source, event, person, kind.casefold())


def _attributes(source: GrampsSource, event: Node, kind: str, person: PersonClaim) -> None:
    """Attributes of a birth or a death: a cause is the cause of death, anything else is a note."""
    for attribute in source.attributes(event, person.name):
        name, value = attribute.text("type"), attribute.text("value").strip()
        if name == "Cause" and kind != "Birth" and person.offer("cause_of_death", value):
            source.ledger.notice(attribute, f"a cause of death of {person.name} came in: {value[:80]}.", "cause")
        else:
            person.note(f"{kind}, {name.casefold()}: {value}")


def _cause(source: GrampsSource, event: Node, kind: str, person: PersonClaim) -> None:
    cause, words = event.word("cause"), _description(event)
    if kind in {"Death", "Cause Of Death"}:
        found = cause or words
        if found and person.offer("cause_of_death", found):
            care = " Ask before it is read out." if any(word in found.casefold() for word in GRAVE) else ""
            words = words if cause else ""
            source.ledger.notice(event, f"a cause of death of {person.name} came in: {found[:80]}.{care}", "cause")
    person.note(f"{kind}: {words}" if words else "")


def _health(source: GrampsSource, event: Node, person: PersonClaim) -> None:
    event.use()
    event.word("type")
    name = _description(event) or "not said what"
    mark: Plain = {"area": "other", "name": line_words(name), "since": gramps_date(source.ledger, event)}
    mark["note"] = "\n\n".join(source.notes(event, person.name))
    person.fields.setdefault("health", []).append(mark)
    if source.private(event):
        words = (
            f"private in the file: an event ({name}, {person.name}), carried as health, which leaves the team in no "
        )
        source.ledger.notice(event, f"{words}copy but the court's.", "secret")


def _description(event: Node) -> str:
    """What is said of an event; what Gramps makes itself ("Birth of ...") says nothing."""
    words = event.word("description")
    kind = event.text("type")
    return "" if words.startswith(f"{kind} of ") else words


def claim(source: GrampsSource, event: Node, who: list[str], whose: str) -> None:
    """An event of its own; one that somebody else has named before only gains people."""
    known = next((other for other in source.claims.events if other.get("handle") == id(event)), None)
    if known is not None:
        known["who"] = list(dict.fromkeys((*known["who"], *who)))
        return
    kind = event.text("type")
    if kind.startswith("_") and not event.text("description") and event.first("dateval") is None:
        words = f"left out: empty events that Gramps made of lines it did not know ({kind})."
        source.ledger.leave_out(event, words, "other")
        return
    if kind in TOLD:
        source.ledger.tell_all(event, f"left out: {kind} of {whose}.", "other")
        return
    event.use()
    event.word("type")
    words, theme = EVENTS.get(kind, (kind or "an event", "other"))
    note = _description(event)
    notes = [note, *source.notes(event, whose)]
    cause = event.word("cause")
    notes += [f"cause: {cause}"] if cause else []
    found: Plain = {"handle": id(event), "who": who, "what": line_words(words), "theme": theme}
    found["date"] = gramps_date(source.ledger, event)
    place = event.first("place")
    found["where"] = line_words(source.place(place)) if place is not None else ""
    for attribute in source.attributes(event, whose):
        notes.append(f"{attribute.text('type')}: {attribute.text('value')}")
    found["note"] = "\n\n".join(note for note in notes if note)
    if source.private(event):
        found["hidden_from"] = [OUTSIDE]
        text = f"the event '{words}' is private in the file; hidden from everybody outside the team."
        source.ledger.notice(event, text, "secret")
    harm = harm_theme(f"{words} {found['note']}")
    if harm is not None and theme in {"other", "move", "separation"}:
        found["theme"] = harm
        source.ledger.notice(
            event,
            f"the event '{words}' reads as if it told of harm; it was given the theme "
            f"'{harm}', which keeps it out of copies for the family.",
            "harm",
        )
    source.claims.events.append(found)


def joined(source: GrampsSource, event: Node, person: PersonClaim, role: str) -> None:
    """Somebody who had another part in an event: they were there, and their part is in its note."""
    claim(source, event, [person.id], person.name)
    found = next((known for known in source.claims.events if known.get("handle") == id(event)), None)
    if found is None:
        return
    before = str(found.get("note") or "")
    ending = "" if not before or before.endswith((".", "!", "?")) else "."
    found["note"] = f"{before}{ending} {person.name}: {role.casefold()}.".strip()
