"""A hand-over for the next worker: danger first, then the story, words, decisions, ideas, steps, what works.

Source: content specification 7.2 and C-SWI.4 (a good transfer summary; few changes of worker), 3.6 (harm comes first).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import TYPE_CHECKING

from supervision_tui.days import day_in_words
from supervision_tui.family import Family
from supervision_tui.family.views import HiddenContent, name_by_kinship, without_hidden
from supervision_tui.practice import Destination
from supervision_tui.records.documents import Document, DocumentItem, DocumentPart, Picture, Table
from supervision_tui.records.kinds import transfer_parts as parts
from supervision_tui.records.kinds.chronology import HEADS, WIDTHS, chronology_rows, folded_rows, tells_own_words
from supervision_tui.records.kinds.letter_safety import SOURCE_WITHHELD, LetterSafety
from supervision_tui.records.kinds.scales import ScaleSeries, scales_part
from supervision_tui.records.kinds.transfer_parts import DECIDED, IDEAS_HEADING
from supervision_tui.records.model import Record
from supervision_tui.records.story import story_of, with_story
from supervision_tui.session import first_name

if TYPE_CHECKING:
    from supervision_tui.session import Hypothesis

NEWEST_EVENTS = 15
"""Rows of each child's story; the child's chronology holds all."""
IDEAS = "Ideas to test, not findings. Nobody's name stands beside an idea."
OPEN, CAME = "Steps that are open", "What came of it"
PAPER_AT_HOME = "For you. If something is missing here or is not so, please tell us: your words are added, and stay."
OURS_AT_HOME = "What we think. Please tell us where you see it in another way."
PAPER = "For whoever goes on with this family. It is a beginning: please ask the family, too."


@dataclass(frozen=True, slots=True)
class OpenStep:
    """A next step that goes over to the new worker: what, whose, by when, and how late it is."""

    what: str
    owner: str
    when: str
    late: str = ""


@dataclass(frozen=True, slots=True)
class HandOverWork:
    """What the sessions about a family leave for the next worker.

    Attributes:
        steps: that are open today, what is late first.
        outcomes: what came of earlier steps, in words.
        ideas: of the team, as they stand.
        scales: numbers over time.
        looked_at: of an idea, by its id, in which sessions it was looked at.
    """

    steps: Sequence[OpenStep] = ()
    outcomes: Sequence[str] = ()
    ideas: Sequence[Hypothesis] = ()
    scales: Sequence[ScaleSeries] = ()
    looked_at: Mapping[str, str] = field(default_factory=dict)


def transfer(
    family: Family,
    records: Iterable[Record],
    work: HandOverWork,
    on: date,
    *,
    author: str,
    picture: Picture | None = None,
    safety: LetterSafety | None = None,
) -> Document:
    """The hand-over of *family* from its own *records* (child-file entries, working space) and *work*, as at *on*.

    With *safety* somebody of the family reads it: the page of danger and the worries stay out, and where somebody is
    harmed, decisions, steps and every line that tells of harm or of help.
    """
    in_family = safety is not None
    held = sorted(records, key=lambda record: record.day, reverse=True)
    hidden = HiddenContent.of(family)
    items = tuple(item for item in story_of(held, family) if not hidden.tells(item.words, item.children))
    sources = parts.Sources(name_by_kinship(without_hidden(with_story(family, items))), items, on)
    ideas = [idea for idea in work.ideas if idea.status != "dropped"]
    dropped = {str(idea.statement).casefold() for idea in work.ideas if idea.status == "dropped"}
    held_ideas = held if not dropped else [_without_ideas(record, dropped) for record in held]
    left_out = list(parts.left_out(sources, family, in_family=in_family, dropped=len(work.ideas) - len(ideas)))
    pages = [
        *([] if in_family else [parts.danger_part(sources, family)]),
        parts.who_part(sources),
        *(part for child in family.focus_children() for part in _child(sources, family, child.id, held)),
        parts.decisions_part(sources),
        parts.ideas_part(ideas, dict(work.looked_at), held_ideas, IDEAS),
        *_work(work),
        parts.works_part(sources),
        parts.unknown_part(sources, _questions(held)),
        DocumentPart("Not in this paper", tuple(map(DocumentItem, left_out))),
    ]
    remarks: list[str] = []
    if safety is not None:
        pages = [_for_home(part, safety, remarks) for part in pages]
    withheld = [
        *left_out,
        *remarks,
        *(["the page of danger, the worries: somebody of the family reads this"] * in_family),
    ]
    return Document(
        title=f"Handing over: family {family.id}",
        about=f"As at {day_in_words(on)}",
        opening=PAPER_AT_HOME if in_family else PAPER,
        parts=tuple(part for part in pages if part.items or part.table or part.note),
        picture=picture,
        closing=(f"Written by {author} on {day_in_words(on)} from the notebook of the team.",),
        author=author,
        withheld=tuple(withheld),
    )


def _for_home(part: DocumentPart, safety: LetterSafety, left_out: list[str]) -> DocumentPart:
    """*part* as somebody of the family may read it; each line that stays out is told to the one who writes."""
    usual = next((kind for ending, kind in ENDINGS_AT_HOME.items() if part.heading.endswith(ending)), "said")

    def told_by(what: str, source: str) -> str:
        shown = safety.source_to_show(source)
        if shown != source:
            left_out.append(f"“{source}” beside “{what.splitlines()[0]}” ({SOURCE_WITHHELD})")
        return shown

    def may_stand(words: str, sources: Iterable[str], what: str = "") -> bool:
        kind = "words" if tells_own_words(what) else KINDS_AT_HOME.get(part.heading, usual)
        why = safety.reason(words, kind) or next(filter(None, map(safety.source_reason, sources)), "")
        if why:
            left_out.append(f"“{what or words.splitlines()[0]}” ({why})")
        return not why

    items = tuple(
        replace(item, marks="; ".join(filter(None, (told_by(item.words, mark) for mark in item.marks.split("; ")))))
        for item in part.items
        if may_stand(item.words, item.marks.split("; "))
    )
    table = part.table
    if table is not None and table.heads[-1] == HEADS[-1]:  # who told us
        shown = (row for row in table.rows if may_stand("\n".join(row[:-1]), row[-1:], row[1]))
        rows = tuple((*row[:-1], told_by(row[1], row[-1]) or "not said") for row in shown)
        table = replace(table, rows=rows) if rows else None
    elif table is not None:
        rows = tuple(row for row in table.rows if may_stand("\n".join(row), (), row[1]))
        table = replace(table, rows=rows) if rows else None
    gone = safety.harm and (part.heading in KINDS_AT_HOME or usual != "said")  # "nothing is noted" would not be true
    note = "" if gone or (part.items and not items) else part.note
    return replace(part, items=items, table=table, note=OURS_AT_HOME if note == parts.OURS else note)


KINDS_AT_HOME = {DECIDED: "decision", OPEN: "action", CAME: "action", IDEAS_HEADING: "idea"}
"""Parts that stay out of a paper for the family where somebody is harmed."""
ENDINGS_AT_HOME = {parts.OWN_WORDS: "words", parts.WHEN_SEEN: "seen"}
"""The same, by how the heading of a child's part ends."""


def _child(sources: parts.Sources, family: Family, child: str, records: Sequence[Record]) -> Iterator[DocumentPart]:
    """A child's part: when seen, own words, what happened and what it meant, what we think."""
    yield parts.seen_part(sources, child)
    yield parts.words_part(sources, child)
    name = first_name(sources.family, child)
    folded = folded_rows(chronology_rows(family, child, records))
    rows = [cells for _, cells in folded if not sources.is_store(cells[1])]
    if rows:
        more = len(rows) - NEWEST_EVENTS
        note = f"The newest {NEWEST_EVENTS} of {len(rows)}: the chronology holds all." if more > 0 else ""
        table = Table((*HEADS[:2], f"What it meant for {name}", HEADS[3]), tuple(rows[-NEWEST_EVENTS:]), WIDTHS)
        yield DocumentPart(f"{name[:1].upper()}{name[1:]}: what happened, and what it meant", note=note, table=table)
    yield parts.meaning_part(sources, child)


def _without_ideas(record: Record, dropped: set[str]) -> Record:
    """*record* without ideas that were dropped since."""
    sections = tuple(
        section.model_copy(
            update={
                "paragraphs": tuple(
                    paragraph
                    for paragraph in section.paragraphs
                    if paragraph.kind != "idea" or str(paragraph.text).split("\n", 1)[0].casefold() not in dropped
                )
            }
        )
        for section in record.sections
    )
    return record.model_copy(update={"sections": sections})


def _work(work: HandOverWork) -> Iterator[DocumentPart]:
    heads = ("What", "Who", "By when")
    rows = tuple(
        (step.what, step.owner, f"{step.when or 'no day'}{f', {step.late}' if step.late else ''}")
        for step in work.steps
    )
    if rows:
        yield DocumentPart(OPEN, table=Table(heads, rows))
    else:
        yield DocumentPart(OPEN, note="No step is open.")
    yield DocumentPart(CAME, tuple(map(DocumentItem, work.outcomes)))
    if work.scales:
        yield scales_part(work.scales)


def _questions(records: Iterable[Record]) -> list[DocumentItem]:
    """Each question once, newest first."""
    found: dict[str, DocumentItem] = {}
    for record in records:
        if record.destination in {Destination.CHILD_FILE, Destination.FAMILY_WORK}:
            for section in record.sections:
                for paragraph in section.paragraphs:
                    if paragraph.kind == "question":
                        item = DocumentItem(str(paragraph.text), day_in_words(record.day))
                        found.setdefault(paragraph.text.casefold(), item)
    return list(found.values())
