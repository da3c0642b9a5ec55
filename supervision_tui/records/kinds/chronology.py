"""A chronology with what each thing meant for the child: what happened, what was decided and why, who told us.

Source: content specification 7 (C-REC.8: a short, good chronology with what each meant for the child) and 7.2 (who told
us; what must not reach a child yet is left out, and that something is left out is said).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from supervision_tui.days import day_in_words
from supervision_tui.family import Event, Family
from supervision_tui.family.dates import date_in_words
from supervision_tui.family.model.couples import words_a_couple
from supervision_tui.family.views import HARM_THEMES, HiddenContent
from supervision_tui.family.views.hidden_content import kept_back_people
from supervision_tui.practice import Destination
from supervision_tui.records.documents import Document, DocumentPart, Table
from supervision_tui.records.kinds.letter_safety import LetterSafety
from supervision_tui.records.kinds.transfer import what_and_why
from supervision_tui.records.model import Record
from supervision_tui.records.review import MEANING
from supervision_tui.session import first_name

Row = tuple[date, tuple[str, str, str, str]]
UNKNOWN = "not written down yet"
RECORD_BY = "record by"
"""Who told us of a decision: the record of somebody."""
WIDTHS = (5, 8, 7, 5)


def chronology(
    family: Family, child: str, records: Iterable[Record], on: date, safety: LetterSafety | None = None
) -> Document:
    """What happened in the life of *child*, oldest first, with the decisions of the child's own *records*.

    With *safety* somebody of the family reads it: where harm is near, decisions and what tells of it stay out.

    Raises:
        ValueError: nobody of that id is in the family.
    """
    if child not in {person.id for person in family.persons}:
        message = f"Nobody with the id '{child}' is in this family."
        raise ValueError(message)
    name = first_name(family, child)
    others = {person.id for person in family.focus_children()} - {child}
    mine = [event for event in family.events if _concerns(event, child, others)]
    hidden = HiddenContent.of(family)
    back = kept_back_people(family) - {child}
    told = [
        event
        for event in mine
        if event.id not in hidden.events and not words_a_couple(family, event) and not back & set(event.who)
    ]
    rows = sorted([*_events(told, hidden), *_decisions(records, child)], key=lambda row: row[0])
    withheld: list[str] = []
    if safety is not None:
        rows, withheld = _for_family(rows, told, safety)
    head = ("When", "What happened", f"What it meant for {name}", "Who told us")
    left_out = len(mine) - len(told)
    closing = [f"Written on {day_in_words(on)} from the family's map and {name}'s own entries."]
    if left_out and not (safety is not None and safety.harm):  # there, this line itself would tell
        things = "One thing is" if left_out == 1 else f"{left_out} things are"
        closing.append(f"{things} left out here, because somebody must not learn of it this way.")
    return Document(
        title=f"{name[:1].upper()}{name[1:]}: what happened, and what it meant",
        about=f"Family {family.id} · {day_in_words(on)}",
        parts=(DocumentPart("Chronology", table=Table(head, tuple(cells for _, cells in rows), WIDTHS)),)
        if rows
        else (DocumentPart("Chronology", note="Nothing with a date is written down yet."),),
        closing=tuple(closing),
        withheld=(*withheld, *([f"{left_out} kept from somebody"] if left_out else ())),
    )


def _for_family(rows: Sequence[Row], events: Sequence[Event], safety: LetterSafety) -> tuple[list[Row], list[str]]:
    """The rows that somebody of the family may read where they live, and what was left out and why."""
    harmful = {str(event.what) for event in events if event.theme in HARM_THEMES}
    kept, withheld = [], []
    for row in rows:
        _, what, meant, source = row[1]
        decided = source.startswith(RECORD_BY)
        why = safety.reason(f"{what}\n{meant}\n{source}", "decision" if decided else "said")
        if not why and safety.harm and any(what.startswith(words) for words in harmful):
            why = "it tells of harm"
        if why:
            withheld.append(f"“{what}” ({why})")
        else:
            kept.append(row)
    return kept, withheld


def _concerns(event: Event, child: str, others: set[str]) -> bool:
    """Whether *event* is the child's, or somebody's whose effect on a child is told and that child is no other."""
    return child in event.who or (bool(event.effect_on_child) and not others & set(event.who))


def _events(events: Iterable[Event], hidden: HiddenContent) -> Iterator[Row]:
    for event in events:
        day = event.date.earliest if event.date else date.min
        when = " to ".join(date_in_words(day) for day in (event.date, event.until) if day) or "no date"
        what = f"{event.what} ({event.where})" if event.where else str(event.what)
        meant = "" if hidden.tells(event.effect_on_child, event.who) else str(event.effect_on_child)
        source = "" if hidden.tells(event.source, event.who) else str(event.source)
        yield day, (when, what, meant or UNKNOWN, source or "not said")


def _decisions(records: Iterable[Record], child: str) -> Iterator[Row]:
    for record in records:
        if record.destination is not Destination.CHILD_FILE or record.subject != child:
            continue
        told = [paragraph for section in record.sections for paragraph in section.paragraphs]
        meant = "\n".join(str(paragraph.text) for paragraph in told if paragraph.field in MEANING)
        for paragraph in told:
            if paragraph.kind == "decision":
                cells = (
                    day_in_words(record.day),
                    what_and_why(paragraph.text),
                    meant or UNKNOWN,
                    f"{RECORD_BY} {record.author}",
                )
                yield record.day, cells
