"""Events and attributes of a life in GEDCOM: what happened, when and where; who else was there; what was noted."""

from __future__ import annotations

from supervision_tui.family.formats.claims import OUTSIDE, PersonClaim, Plain, line_words
from supervision_tui.family.formats.gedcom.associations import read_association
from supervision_tui.family.formats.gedcom.family_historian import (
    flags_of_fact,
    other_place,
    read_medical,
    rejected,
    who_shared,
)
from supervision_tui.family.formats.gedcom.source import NOTES, GedcomSource
from supervision_tui.family.formats.identifying_fields import LEFT_OUT, identifying_field
from supervision_tui.family.formats.nodes import Node
from supervision_tui.family.formats.words_of_harm import harm_theme
from supervision_tui.family.model.events import Theme
from supervision_tui.text import LONGEST_LINE

MOST_EVENTS = 20_000
EVENTS: dict[str, tuple[str, Theme]] = {
    "EMIG": ("left the country", "migration"), "IMMI": ("came to the country", "migration"),
    "NATU": ("became a citizen", "migration"), "ADOP": ("adopted", "adoption"), "GRAD": ("finished school", "school"),
    "RETI": ("retired", "work"), "BAPM": ("baptised", "other"), "BAPT": ("baptised", "other"),
    "CHR": ("christened", "other"), "CHRA": ("christened as an adult", "other"), "CONF": ("confirmed", "other"),
    "FCOM": ("first communion", "other"), "BARM": ("bar mitzvah", "other"), "BASM": ("bas mitzvah", "other"),
    "BLES": ("blessed", "other"), "ORDN": ("ordained", "other"), "BURI": ("buried", "other"),
    "CREM": ("cremated", "other"), "RESI": ("lived", "move"), "EVEN": ("an event", "other"),
}  # fmt: skip
"""Tags of a life's events to words and theme."""
DEAD_AFTER = frozenset({"BURI", "CREM"})
ATTRIBUTES = {
    "OCCU": "occupation",
    "EDUC": "education",
    "RELI": "faith",
    "_OCCU": "occupation",
    "_EMPLOY": "occupation",
}
"""Tags whose value has a field of its own."""
NOTED = {
    "TITL": "Title", "DSCR": "Description", "CAST": "Caste", "NATI": "Nationality", "FACT": "Fact", "_ATTR": "Fact",
    "_FACT": "Fact", "NCHI": "Number of children", "NMR": "Number of marriages", "PROP": "Property",
}  # fmt: skip
"""Attributes that are kept among the notes, and the word before them."""
JOB_TYPES = frozenset({"occupation", "employment", "job"})
LIFE_EVENTS = frozenset(EVENTS)


def read_event(source: GedcomSource, line: Node, person: PersonClaim) -> None:
    """One event of a person's life, into the claims."""
    words, theme = EVENTS[line.tag]
    kind = line.text("TYPE").strip()
    if rejected(source, line, kind or words):
        return
    topic = identifying_field(kind, line.value.strip()) if line.value.strip() else None
    if topic is not None:
        source.ledger.tell_all(line, LEFT_OUT[topic].format(person.name), topic)
        return
    line.use()
    line.word("TYPE")
    if len(source.claims.events) >= MOST_EVENTS:
        source.ledger.tell_all(line, f"not kept: {line.tag}; at most {MOST_EVENTS:,} events come in.")
        return
    notes = [line.value.strip()] if line.value.strip() not in {"", "Y"} else []
    if line.tag == "EVEN":
        words = kind or words
    elif kind:
        notes.append(kind)
    if line.tag in DEAD_AFTER:
        person.fields.setdefault("deceased", True)
    for association in line.every("ASSO"):
        read_association(source, association, person)
    event = happened(source, line, [person.id], (words, theme), notes)
    if line.tag == "RESI" and not (event.get("date") or event.get("where") or event.get("note")):
        return
    claim_event(source, line, event, person.name)


def happened(source: GedcomSource, line: Node, who: list[str], what: tuple[str, Theme], notes: list[str]) -> Plain:
    """An event's fields: its date, place, what was noted below it, who else was there."""
    event: Plain = {"who": who, "what": line_words(what[0]), "theme": what[1]}
    when, place = source.date(line), line.word("PLAC")
    if when is not None:
        event["date"] = when
    if place:
        event["where"] = line_words(place)
    notes += [*details(source, line), *other_place(line), *who_shared(source, line)]
    if flags_of_fact(line, "TENTATIVE"):
        notes.append("tentative")
    if notes:
        event["note"] = "\n\n".join(dict.fromkeys(notes))
    if source.restricted(line) or flags_of_fact(line, "PRIVATE"):
        event["hidden_from"] = [OUTSIDE]
    return event


DETAILS = {"CAUS": "cause: {}", "AGE": "aged {}", "AGNC": "by {}", "_WITN": "witness: {}", "_DESC": "{}"}
"""Lines below an event to the words that they become."""


def details(source: GedcomSource, line: Node, *, cause: bool = True) -> list[str]:
    """What stands below an event in words: notes, *cause*, age, who did it."""
    found = source.notes(line)
    for node in line.below:
        if node.tag in DETAILS and (cause or node.tag != "CAUS"):
            words = node.use().value.strip()
            words = node.word("PHRASE") or words
            found.append(DETAILS[node.tag].format(words) if words else "")
    return [words for words in found if words]


def claim_event(source: GedcomSource, line: Node, event: Plain, whose: str) -> None:
    """Keep an event: harm in its words gives it a theme and is noticed first, so is a mark of privacy."""
    what = event["what"]
    theme = harm_theme(f"{what} {event.get('note', '')}")
    if theme is not None and event["theme"] in {"other", "move", "separation"}:
        event["theme"] = theme
        source.ledger.notice(
            line,
            f"the event '{what}' of {whose} reads as if it told of harm; it was given the "
            f"theme '{theme}', which keeps it out of copies for the family.",
            "harm",
        )
    if event.get("hidden_from"):
        source.ledger.notice(
            line, f"the event '{what}' is private in the file; hidden from everybody outside the team.", "secret"
        )
    source.claims.events.append(event)
    source.owners[id(line)] = [event]


def read_attributes(source: GedcomSource, record: Node, person: PersonClaim) -> None:
    """Occupation, education, faith: the one without an end has the field; each with its dates is among the notes."""
    of_field: dict[str, list[Node]] = {}
    for line in record.below:
        if line.tag in ATTRIBUTES and not rejected(source, line, line.value):
            of_field.setdefault(ATTRIBUTES[line.tag], []).append(line)
    for field, lines in of_field.items():
        values = [(line, line.use().value.strip(), _dated(source, line)) for line in lines]
        values = [value for value in values if value[1]]
        current = [value for value in values if not value[2].over] or values
        for _, words, dated in values:
            if dated.words or len(values) > 1 or len(words) > LONGEST_LINE:
                person.note(f"{field.capitalize()}: {words}{dated.words}")
        if current:
            person.offer(field, current[-1][1] if len(current) < len(values) else current[0][1])


class _Dates:
    """When and where an attribute held, as words after it, and whether it is over."""

    __slots__ = ("over", "words")

    def __init__(self, words: str, *, over: bool) -> None:
        self.words, self.over = words, over


def _dated(source: GedcomSource, line: Node, *, kind: bool = True) -> _Dates:
    when = source.date(line)
    parts = [when.text.strip("()")] if when is not None else []
    parts += [
        words for words in (line.word("PLAC"), line.word("TYPE") if kind else "", *details(source, line)) if words
    ]
    over = when is not None and (" TO " in f" {when.text.upper()}" or when.text.upper().startswith("BEF"))
    return _Dates("".join(f", {part}" for part in parts), over=over)


def read_noted(source: GedcomSource, line: Node, person: PersonClaim) -> None:
    """An attribute without a field: a note, save what is health or work."""
    kind = line.text("TYPE").strip()
    label = kind or NOTED[line.tag]
    if rejected(source, line, label):
        return
    value = line.value.strip()
    topic = identifying_field(label, value)
    if topic is not None:
        source.ledger.tell_all(line, LEFT_OUT[topic].format(person.name), topic)
        return
    line.use()
    line.word("TYPE")
    if read_medical(source, line, kind, value, person):
        return
    dated = _dated(source, line, kind=False)
    if kind.casefold() in JOB_TYPES and value and person.offer("occupation", value):
        person.note(f"Occupation: {value}{dated.words}" if dated.words else "")
        return
    words = f"{label}: {value}{dated.words}"
    person.note(words)
    source.harm(line, person.name, words, label)


def note_lines(source: GedcomSource, record: Node, person: PersonClaim) -> None:
    """Every note of a record."""
    for line in record.below:
        if line.tag in NOTES:
            words = source.note(line)
            person.note(words)
            source.harm(line, person.name, words)
