"""What records tell of a family, item by item: seen, words of theirs, facts, worries, strengths, decisions; each dated.

Nothing is written again: the records are read, as they stand today. An item is dated by when it happened, where its
line says so, and otherwise by the day on which it was noted, which is told.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Literal

from supervision_tui.days import read_past_day
from supervision_tui.lazy_pattern import lazy_pattern
from supervision_tui.practice import Destination
from supervision_tui.records.story.reading import quotes_in, seen_in, split_source
from supervision_tui.session import first_name
from supervision_tui.text_folding import name_key

if TYPE_CHECKING:
    from supervision_tui.family import Family
    from supervision_tui.records.model import Paragraph, Record, Section

StoryKind = Literal[
    "seen", "seen_alone", "words", "voice", "fact", "worry", "strength", "unknown", "meaning", "difference", "decision"
]
FIELDS: dict[str, StoryKind] = {
    "last_seen": "seen",
    "child_voice": "voice",
    "seen": "seen",
    "told": "fact",
    "facts": "fact",
    "network_facts": "fact",
    "bears_on_child": "fact",
    "worry": "worry",
    "past_harm": "worry",
    "would_worry": "worry",
    "complicating": "worry",
    "strengths": "strength",
    "safety_acts": "strength",
    "progress": "strength",
    "unknown": "unknown",
    "unknowns": "unknown",
    "not_known": "unknown",
    "not_asked": "unknown",
    "missing_question": "unknown",
    "impact": "meaning",
    "meaning": "meaning",
    "difference": "difference",
    "different": "difference",
}
"""What each field of a format tells, by its id."""
_SEEN_IN_ROUND = lazy_pattern(r"^When (?P<name>.+?) was last seen\b")
_YES = lazy_pattern(r"^\W*yes\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class StoryItem:
    """One thing that a record tells.

    Attributes:
        kind: of what sort it is.
        children: ids of those whom it is about; none for the whole family.
        words: as they were typed, without the source.
        day: when it happened; the day on which it was noted where *when* is empty.
        when: the same in the form of a family file (a day or a month); "" where the line names none.
        noted: the day of the record.
        source: who saw or said it.
        record: id of the record, *author* who wrote it, *status* how far it is.
        origin: id of the line in its session.
    """

    kind: StoryKind
    children: tuple[str, ...]
    words: str
    day: date
    when: str
    noted: date
    source: str
    record: str
    author: str
    status: Literal["draft", "confirmed", "filed"]
    origin: str

    @property
    def dated(self) -> bool:
        """Whether the line itself says when it happened."""
        return bool(self.when)

    def is_about(self, child: str) -> bool:
        """Whether it is about *child*, or about the whole family."""
        return not self.children or child in self.children


def story_of(records: Iterable[Record], family: Family) -> tuple[StoryItem, ...]:
    """Everything that *records* of *family* tell, the oldest first; what stands in several files is told once."""
    found: dict[tuple[str, str, str], StoryItem] = {}
    for record in sorted(records, key=lambda record: (record.day, record.id)):
        if record.destination not in {Destination.CHILD_FILE, Destination.FAMILY_WORK}:
            continue
        for item in _items(record, family):
            again = str(item.noted) if item.kind == "decision" else item.words  # made again, it is told again
            whence = item.origin or again
            before = found.get((item.kind, whence, item.words), item)
            found[item.kind, whence, item.words] = replace(
                before,
                children=tuple(dict.fromkeys((*before.children, *item.children))),
                status="draft" if item.status == "draft" else before.status,
            )
    return tuple(sorted(found.values(), key=lambda item: (item.day, item.noted)))


def _items(record: Record, family: Family) -> Iterator[StoryItem]:
    for section in record.sections:
        for paragraph in section.paragraphs:
            children = _children(record, section, paragraph, family)
            base = StoryItem(
                "fact", children, str(paragraph.text), record.day, "", record.day, "", record.id, str(record.author),
                record.status, paragraph.source,
            )  # fmt: skip
            if paragraph.kind == "decision":
                yield replace(base, kind="decision")
            elif paragraph.kind == "said" and paragraph.field in FIELDS:
                yield from _of_field(base, paragraph.field, str(section.heading), family)


def _children(record: Record, section: Section, paragraph: Paragraph, family: Family) -> tuple[str, ...]:
    if record.destination is Destination.CHILD_FILE:
        return (str(record.subject),)
    if paragraph.child:
        return (paragraph.child,)
    named = _SEEN_IN_ROUND.match(str(section.heading))
    if named is None:
        return ()
    return tuple(child.id for child in family.focus_children() if first_name(family, child.id) == named["name"])


def _of_field(base: StoryItem, field: str, heading: str, family: Family) -> Iterator[StoryItem]:
    kind = FIELDS[field]
    if field == "last_seen" or (field == "seen" and _SEEN_IN_ROUND.match(heading)):
        yield from _times_seen(base, asked=True)
    elif field == "seen":
        yield from _seen_on_visit(base)
    elif kind == "voice" and _is_unborn(base.children, family):
        yield _dated(replace(base, kind="fact"), planned=False)  # how the pregnancy goes: nobody's own words
    elif kind == "voice":
        yield from _voice(base, heading, family)
    else:
        yield _dated(replace(base, kind=kind), planned=kind == "fact")


def _is_unborn(children: Iterable[str], family: Family) -> bool:
    """Whether all of *children* are not born yet."""
    found = [person for child in children if (person := family.find(child)) is not None]
    return bool(found) and all(person.kind == "unborn" for person in found)


def _times_seen(base: StoryItem, *, asked: bool) -> Iterator[StoryItem]:
    for time in seen_in(base.words, base.noted, asked=asked):
        yield replace(base, kind=time.kind, words=time.words, day=time.day, when=time.when, source=time.by)


def _seen_on_visit(base: StoryItem) -> Iterator[StoryItem]:
    """What a visit showed: the child was seen, on the day that is said or on that of the record."""
    words, source = split_source(base.words)
    past = read_past_day(words, base.noted) or read_past_day(source, base.noted)
    day = past.day if past else base.noted
    yield replace(base, kind="seen", words=words, day=day, when=past.when if past else day.isoformat(), source=source)


def _voice(base: StoryItem, heading: str, family: Family) -> Iterator[StoryItem]:
    """The words of a child, each quotation by itself, or what was shown; and that they were seen, where it says so."""
    child = base.children[0] if base.children else ""
    name = first_name(family, child)
    asked = "seen alone" in heading.casefold()
    times = seen_in(base.words, base.noted, asked=asked)
    visited = base.noted.isoformat() if asked else ""
    if asked and not times and _YES.match(base.words):
        yield replace(base, kind="seen_alone", words="", when=visited)
    for time in times:
        yield replace(base, kind=time.kind, words=time.words, day=time.day, when=time.when or visited, source=time.by)
    dated = _dated(base, planned=False)
    others = [first_name(family, person.id) for person in family.persons if person.id != child]
    quotes = quotes_in(base.words, name, others)
    for quote in quotes:
        yield replace(dated, kind="words", words=quote)
    if not quotes:
        yield replace(dated, kind="voice")


def _dated(item: StoryItem, *, planned: bool) -> StoryItem:
    """*item* by the day that its line names, or else by the one that its source names."""
    words, source = split_source(item.words)
    past = read_past_day(words, item.noted, planned=planned) or (
        read_past_day(source, item.noted, planned=False) if source else None
    )
    return replace(
        item, words=words, source=source, day=past.day if past else item.noted, when=past.when if past else ""
    )


@dataclass(frozen=True, slots=True)
class DecisionWords:
    """A decision, taken apart: *what*, *because*, what was *considered*, *decided_by*, how the family is *told*."""

    what: str
    because: str = ""
    considered: str = ""
    decided_by: str = ""
    told: str = ""
    for_child: str = ""


_LINES = {
    "Because: ": "because",
    "Also considered: ": "considered",
    "Decided by: ": "decided_by",
    "How the family is told: ": "told",
    "In words for the child: ": "for_child",
}


def decision_in(text: str) -> DecisionWords:
    """The parts of a decision as a record holds it; lines that begin with none of them belong to the one before."""
    found: dict[str, list[str]] = {"what": []}
    current = "what"
    for line in text.splitlines():
        start = next((start for start in _LINES if line.startswith(start)), "")
        current = _LINES.get(start, current)
        found.setdefault(current, []).append(line.removeprefix(start))
    parts = {name: "\n".join(lines).strip() for name, lines in found.items()}
    parts["decided_by"] = parts.get("decided_by", "").removesuffix(".")
    return DecisionWords(**parts)


def newest(items: Sequence[StoryItem], *kinds: StoryKind, child: str = "") -> list[StoryItem]:
    """Those of *items* of these *kinds*, about *child* where one is given; the newest first."""
    wanted = [item for item in items if item.kind in kinds and (not child or item.is_about(child))]
    return sorted(wanted, key=lambda item: (item.day, item.noted), reverse=True)


def without_repeated(items: Iterable[StoryItem]) -> list[StoryItem]:
    """*items*, each with the same words once, as it comes first: what stands in several files is told once."""
    return list({name_key(item.words): item for item in reversed(list(items))}.values())[::-1]
