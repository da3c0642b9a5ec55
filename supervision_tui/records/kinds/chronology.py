"""A chronology with what each thing meant for the child: what happened, what was decided and why, who told us.

Source: content specification 7 (C-REC.8: a short, good chronology with what each meant for the child) and 7.2 (who told
us; what must not reach a child yet is left out, and that something is left out is said).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from supervision_tui.days import day_in_words
from supervision_tui.family import Event, Family
from supervision_tui.family.dates import date_in_words
from supervision_tui.family.model.couples import words_a_couple
from supervision_tui.family.views import HARM_THEMES, HiddenContent, without_hidden
from supervision_tui.family.views.hidden_content import kept_back_people
from supervision_tui.practice import Destination
from supervision_tui.records.documents import Document, DocumentItem, DocumentPart, Table
from supervision_tui.records.kinds.letter_safety import SOURCE_WITHHELD, LetterSafety
from supervision_tui.records.model import Record
from supervision_tui.records.review import MEANING
from supervision_tui.records.story import StoryItem, dangers, is_safety_store, repeated_decisions, story_of
from supervision_tui.session import first_name

Row = tuple[date, tuple[str, str, str, str]]
UNKNOWN = "not written down yet"
RECORD_BY = "record by"
"""Who told us of a decision: the record of somebody."""
WIDTHS = (5, 8, 7, 5)
FIRST = "What has to be known first"
"""The heading of the page of danger."""
FIRST_NOTE = (
    "A page of its own: for the worker who must know it, and for nobody who could be harmed by it or could use it. Set "
    "by workers, and told by whom it says; not findings. Please ask what has changed."
)
HEADS = ("When", "What happened", "What it meant", "Who told us")


@dataclass(frozen=True, slots=True)
class WorkRow:
    """Something of the work that belongs in a chronology: a step that was ended (*is_step*), a number on a scale."""

    day: date
    what: str
    source: str
    children: tuple[str, ...] = ()
    is_step: bool = False


def chronology(
    family: Family,
    child: str,
    records: Iterable[Record],
    on: date,
    safety: LetterSafety | None = None,
    *,
    work: Iterable[WorkRow] = (),
) -> Document:
    """What happened in the life of *child*, oldest first: events, facts, when seen, own words, decisions, *work*.

    With *safety* somebody of the family reads it: where harm is near, decisions and what tells of it stay out.

    Raises:
        ValueError: nobody of that id is in the family.
    """
    if child not in {person.id for person in family.persons}:
        message = f"Nobody with the id '{child}' is in this family."
        raise ValueError(message)
    name = first_name(family, child)
    mine, events = _events_of(family, child)
    work, withheld = _work_for(safety, (row for row in work if not row.children or child in row.children))
    rows = chronology_rows(family, child, records, work)
    if safety is not None:
        rows, why = _for_family(rows, events, safety)
        withheld += why
    rows, stores = _without_stores(rows, family, on)
    head = (*HEADS[:2], f"What it meant for {name}", HEADS[3])
    left_out = len(mine) - len(events)
    closing = [f"Written on {day_in_words(on)} from the family's map and {name}'s own entries, as at that day."]
    if left_out and not (safety is not None and safety.harm):  # there, this line itself would tell
        things = "One thing is" if left_out == 1 else f"{left_out} things are"
        closing.append(f"{things} left out here, because somebody must not learn of it this way.")
    if stores and safety is None:
        closing.append("What keeps somebody safe is told by word of mouth only. Ask.")
    withheld += [f"{left_out} kept from somebody"] if left_out else []
    withheld += [f"{stores} that tell what keeps somebody safe"] if stores else []
    first = [] if safety is not None else [part for part in (_danger(family, on),) if part.items]
    story = (
        DocumentPart("Chronology", table=Table(head, tuple(cells for _, cells in rows), WIDTHS))
        if rows
        else DocumentPart("Chronology", note="Nothing with a date is written down yet.")
    )
    return Document(
        title=f"{name[:1].upper()}{name[1:]}: what happened, and what it meant",
        about=f"Family {family.id} · as at {day_in_words(on)}",
        parts=(*first, story),
        closing=tuple(closing),
        withheld=tuple(withheld),
    )


def _danger(family: Family, on: date) -> DocumentPart:
    """Harm, ties of harm and orders that hold on that day; nothing that is kept from somebody."""
    found = [danger for danger in dangers(without_hidden(family), on) if danger.kind in TOLD_FIRST]
    items = tuple(DocumentItem(f"{danger.words[:1].upper()}{danger.words[1:]}") for danger in found)
    return DocumentPart(FIRST, items, FIRST_NOTE, own_page=True)


TOLD_FIRST = frozenset({"harm", "tie", "order"})
"""Kinds of danger that a chronology for a worker begins with; what must not be said to whom is for a hand-over."""


def _events_of(family: Family, child: str) -> tuple[list[Event], list[Event]]:
    """The events that concern *child*, and those of them that may be told."""
    others = {person.id for person in family.focus_children()} - {child}
    mine = [event for event in family.events if _concerns(event, child, others)]
    hidden = HiddenContent.of(family)
    back = kept_back_people(family) - {child}
    events = [
        event
        for event in mine
        if event.id not in hidden.events and not words_a_couple(family, event) and not back & set(event.who)
    ]
    return mine, events


def chronology_rows(family: Family, child: str, records: Iterable[Record], work: Iterable[WorkRow] = ()) -> list[Row]:
    """Each thing with its day, oldest first: what happened, who told us; nothing that is kept from somebody."""
    hidden = HiddenContent.of(family)
    held = [record for record in records if record.destination is Destination.CHILD_FILE]  # it goes to the child's file
    _, events = _events_of(family, child)
    rows = [*_events(events, hidden), *_decisions(held, child), *_story(family, child, held, hidden)]
    rows += [
        (row.day, (day_in_words(row.day), row.what, UNKNOWN, row.source))
        for row in work
        if (not row.children or child in row.children) and not hidden.tells(row.what, row.children)
    ]
    return sorted(dict.fromkeys(rows), key=lambda row: row[0])


def folded_rows(rows: Iterable[Row]) -> list[Row]:
    """*rows*, the oldest first, with those that tell the same as one where it happened last: how often, from when.

    A year of visits of which the same is written would push out what matters.
    """
    alike: dict[tuple[str, ...], list[Row]] = {}
    for row in rows:
        alike.setdefault(row[1][1:], []).append(row)
    found = []
    for same in alike.values():
        day, cells = same[-1]
        when = f"{len(same)} times, {same[0][1][0]} to {cells[0]}" if len(same) >= FEWEST_FOLDED else ""
        found += [(day, (when, *cells[1:]))] if when else same
    return sorted(found, key=lambda row: row[0])


FEWEST_FOLDED = 3
"""Rows that tell the same, from which on they are one."""
_BEGINS = {"seen": "Seen", "seen_alone": "Seen alone", "words": "Said", "voice": "Said or showed", "fact": "",
           "difference": "The difference it made"}  # fmt: skip
"""How the rows of a story begin, by their kind."""


def _story(family: Family, child: str, records: Sequence[Record], hidden: HiddenContent) -> Iterator[Row]:
    """When the child was seen, what they said, facts: each once, dated by when it happened, or noted."""
    known = {str(event.what).casefold() for event in family.events}
    times = [(contact.date.earliest, contact.kind, str(contact.note), str(contact.by), date_in_words(contact.date))
             for contact in family.contacts
             if child in contact.who and contact.kind in {"seen", "seen_alone"} and contact.date]  # fmt: skip
    for day, kind, note, by, when in times:
        if not hidden.tells(note, (child,)):
            yield day, (when, _begun(_BEGINS[kind], note), UNKNOWN, by or "not said")
    for quote in family.quotes:
        if quote.who == child and quote.date and not hidden.tells(quote.words, (child,)):
            yield quote.date.earliest, (date_in_words(quote.date), f"Said: “{quote.words}”", UNKNOWN, "not said")
    noted = {(day, kind) for day, kind, *_ in times}
    quoted = {str(quote.words).casefold() for quote in family.quotes if quote.who == child}
    for item in story_of(records, family):
        if item.kind not in _BEGINS or not (item.children and item.is_about(child)):
            continue
        if (
            (item.day, item.kind) in noted
            or item.words.casefold() in quoted | known
            or hidden.tells(item.words, (child,))
        ):
            continue
        begin, words = _BEGINS[item.kind], f"“{item.words}”" if item.kind == "words" else item.words
        when = day_in_words(item.day) if item.dated else f"noted {day_in_words(item.noted)}"
        yield item.day, (when, _begun(begin, words), UNKNOWN, item.source or f"noted by {item.author}")


def _begun(begin: str, words: str) -> str:
    """*words* after how their row begins, which is not said twice."""
    if not begin or words.casefold().startswith(begin.casefold()):
        return words or begin
    return f"{begin}: {words}" if words else begin


def _as_sentences(words: str) -> str:
    """The lines of *words* as sentences of one cell: where a paper has no line breaks they do not run together."""
    lines = [line.strip() for line in words.splitlines() if line.strip()]
    return " ".join(line if line.endswith((".", "!", "?")) or line == lines[-1] else f"{line}." for line in lines)


def _without_stores(rows: Sequence[Row], family: Family, on: date) -> tuple[list[Row], int]:
    """The rows that are no safety store, and how many are."""
    safe = [row for row in rows if not is_safety_store(row[1][1], family, on)]
    return safe, len(rows) - len(safe)


def _work_for(safety: LetterSafety | None, work: Iterable[WorkRow]) -> tuple[list[WorkRow], list[str]]:
    """What of the *work* may be told: to the family, where somebody is harmed, no step; and what was left out, why."""
    shown, withheld = [], []
    for row in work:
        why = safety.reason(row.what, "action") if safety is not None and row.is_step else ""
        if why:
            withheld.append(f"“{row.what}” ({why})")
        else:
            shown.append(row)
    return shown, list(dict.fromkeys(withheld))


def _for_family(rows: Sequence[Row], events: Sequence[Event], safety: LetterSafety) -> tuple[list[Row], list[str]]:
    """The rows that somebody of the family may read where they live, and what was left out and why."""
    harmful = {str(event.what) for event in events if event.theme in HARM_THEMES}
    shown, withheld = [], []
    for row in rows:
        when, what, meant, source = row[1]
        decided = source.startswith(RECORD_BY)
        kind = "decision" if decided else "words" if tells_own_words(what) else "said"
        told_by = safety.source_to_show(source)
        why = safety.reason(f"{what}\n{meant}\n{told_by}", kind) or safety.source_reason(source)
        if not why and safety.harm and any(what.startswith(words) for words in harmful):
            why = "it tells of harm"
        if why:
            withheld.append(f"“{what}” ({why})")
            continue
        if told_by != source:
            withheld.append(f"“{source}” beside “{what}” ({SOURCE_WITHHELD})")
        shown.append((row[0], (when, what, meant, told_by or "not said")))
    return shown, withheld


def tells_own_words(what: str) -> bool:
    """Whether a row tells what a child said or showed."""
    return what.casefold().startswith("said")


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
    """A row for each decision, on the day on which it was made first; made again, all its days and reasons in it."""
    items: list[StoryItem] = []
    meant: dict[str, tuple[date, str]] = {}
    for record in records:
        if record.destination is not Destination.CHILD_FILE or record.subject != child:
            continue
        paragraphs = [paragraph for section in record.sections for paragraph in section.paragraphs]
        meanings = "\n".join(str(paragraph.text) for paragraph in paragraphs if paragraph.field in MEANING)
        meant[record.id] = record.day, _as_sentences(meanings)
        items += [_decision(record, str(paragraph.text)) for paragraph in paragraphs if paragraph.kind == "decision"]
    for decision in repeated_decisions(items):
        what = "\n".join([decision.what, *decision.lines("because")])
        authors = dict.fromkeys(time.item.author for time in decision.times)
        cells = (
            decision.days(),
            _as_sentences(what),
            _meanings([meant[time.item.record] for time in decision.times]) or UNKNOWN,
            f"{RECORD_BY} {' and '.join(authors)}",
        )
        yield decision.first, cells


def _decision(record: Record, words: str) -> StoryItem:
    return StoryItem(
        kind="decision",
        children=(str(record.subject),),
        words=words,
        day=record.day,
        when="",
        noted=record.day,
        source="",
        record=record.id,
        author=str(record.author),
        status="draft",
        origin="",
    )


def _meanings(meant: Iterable[tuple[date, str]]) -> str:
    """What it meant, each once; where it was not always the same, with the day on which it was said first."""
    days: dict[str, date] = {}
    for day, words in meant:
        if words:
            days.setdefault(words, day)
    if len(days) == 1:
        return next(iter(days))
    return " ".join(_as_sentences(f"{day_in_words(day)}: {words}.".replace("..", ".")) for words, day in days.items())
