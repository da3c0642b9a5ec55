"""The parts of a hand-over: danger on its own page, each child's story and words, decisions, ideas, what works.

Each part is made from the one family and its own records; what is a safety store of somebody stands in none of them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from supervision_tui.days import day_in_words
from supervision_tui.family.dates import date_in_words
from supervision_tui.family.views import homes_in_words, person_in_words
from supervision_tui.practice import Destination
from supervision_tui.records.documents import DocumentItem, DocumentPart
from supervision_tui.records.kinds.chronology import FIRST, FIRST_NOTE
from supervision_tui.records.story import (
    Danger,
    StoryItem,
    StoryKind,
    dangers,
    is_safety_store,
    newest,
    repeated_decisions,
    safety_stores,
    without_repeated,
)
from supervision_tui.session import first_name

if TYPE_CHECKING:
    from supervision_tui.family import Family
    from supervision_tui.records.model import Record
    from supervision_tui.session import Hypothesis

DECIDED, IDEAS_HEADING = "What was decided, and why", "Ideas that were in play, and their life"
WITHOUT_STORES = frozenset({"strength", "fact", "decision"})
"""Kinds of items in which what keeps somebody safe is looked for and counted among what is left out."""
MOST_WORRIES, MOST_WORDS, MOST_MEANINGS = 6, 6, 3
"""The newest of each that are quoted; how many more there are is told."""


@dataclass(frozen=True, slots=True)
class Sources:
    """What a hand-over is made of: the *family* as it is known, *items* of its story, *on* which day it is written."""

    family: Family
    items: tuple[StoryItem, ...]
    on: date

    def is_store(self, text: str) -> bool:
        """Whether *text* is a safety store, which is told by word of mouth only."""
        return is_safety_store(text, self.family, self.on)

    def about(self, child: str, *kinds: StoryKind) -> list[StoryItem]:
        """The items of these *kinds* about *child* that are no safety store, the newest first."""
        return [item for item in newest(self.items, *kinds, child=child) if not self.is_store(item.words)]


def danger_part(sources: Sources, whole: Family) -> DocumentPart:
    """Flags, ties of harm, orders, what must not be said to whom, then who is worried about what."""
    found = dangers(whole, sources.on)
    items = [DocumentItem(_danger(danger)) for danger in found]
    worries = newest(sources.items, "worry")
    items += [DocumentItem(f"Worry: {item.words}", _beside(item)) for item in worries[:MOST_WORRIES]]
    items += [
        DocumentItem(
            f"Worry: {worry.words}",
            "; ".join(filter(None, [str(worry.source), date_in_words(worry.date) if worry.date else ""])),
        )
        for worry in sources.family.worries
    ]
    note = (
        FIRST_NOTE if items else "No harm is flagged, no order, no worry and nothing kept from anybody is noted. Ask."
    )
    return DocumentPart(FIRST, tuple(items), note, own_page=True)


def _danger(danger: Danger) -> str:
    if danger.kind == "kept" and not danger.outside:
        return f"{danger.words}: ask the worker before, by word of mouth."
    words = danger.whole or danger.words
    return f"{words[:1].upper()}{words[1:]}"


def who_part(sources: Sources) -> DocumentPart:
    """Each child with age, home and parents, as at the day of the paper."""
    family, on = sources.family, sources.on
    items = []
    for child in family.focus_children():
        there = family.living_with(child.id, on)
        homes = homes_in_words(family, child, on)
        lives = f". {homes}" if homes else ""
        parents = () if child.kind == "unborn" else family.parents_of(child.id)
        away = [parent for parent in parents if parent not in there]
        apart = f". Parents elsewhere: {', '.join(person_in_words(parent, on) for parent in away)}" if away else ""
        items.append(DocumentItem(f"{person_in_words(child, on)}{lives}{apart}."))
    why = [DocumentItem(f"Why we are involved: {family.referral}")] if family.referral else []
    return DocumentPart(f"Who they are, as at {day_in_words(on)}", (*why, *items))


def seen_part(sources: Sources, child: str) -> DocumentPart:
    """When the child was seen last, and alone last."""
    name = _name(sources, child)
    seen = sorted(
        (
            contact
            for contact in sources.family.contacts
            if child in contact.who and contact.kind in {"seen", "seen_alone"} and contact.date
        ),
        key=lambda contact: contact.date.latest if contact.date else date.min,
        reverse=True,
    )
    alone = [contact for contact in seen if contact.kind == "seen_alone"]
    items = []
    for words, contacts in (("Last seen", seen), ("Last seen alone", alone)):
        if contacts and contacts[0].date:
            note = ", ".join(filter(None, [str(contacts[0].note), str(contacts[0].by)]))
            items.append(DocumentItem(f"{words}: {date_in_words(contacts[0].date)}{f' ({note})' if note else ''}"))
    if seen and not alone:
        items.append(DocumentItem("Never noted as seen alone."))
    return DocumentPart(
        f"{name}: {WHEN_SEEN}", tuple(items), "" if items else "It is not noted when. Please go and see."
    )


OWN_WORDS = "in their own words"
WHEN_SEEN = "when seen"
"""How the headings of a child's words, and of the days on which they were seen, end."""
OURS = "Ours, not theirs."


def words_part(sources: Sources, child: str) -> DocumentPart:
    """What the child said, in quotation marks, and showed; nothing of ours among it."""
    quotes = sorted(
        (quote for quote in sources.family.quotes if quote.who == child and not sources.is_store(quote.words)),
        key=lambda quote: quote.date.latest if quote.date else date.min,
        reverse=True,
    )
    items = [
        DocumentItem(f"“{quote.words}”", date_in_words(quote.date) if quote.date else "no day noted")
        for quote in quotes
    ]
    items += [DocumentItem(item.words, _beside(item)) for item in without_repeated(sources.about(child, "voice"))]
    items = list({item.words.casefold(): item for item in reversed(items)}.values())[::-1]
    note = "" if items else "Nothing in their own words is written down yet: ask."
    return DocumentPart(f"{_name(sources, child)}: {OWN_WORDS}", tuple(items[:MOST_WORDS]), note)


def meaning_part(sources: Sources, child: str) -> DocumentPart:
    """What we think things mean for the child: ours, and said to be."""
    meanings = without_repeated(sources.about(child, "meaning"))
    items = [DocumentItem(item.words, _beside(item)) for item in meanings[:MOST_MEANINGS]]
    return DocumentPart(f"{_name(sources, child)}: what we think it means", tuple(items), OURS if items else "")


def decisions_part(sources: Sources) -> DocumentPart:
    """Every decision once: its days, every reason, who made it, how the family was told, whether it was confirmed."""
    items = []
    for decision in repeated_decisions(newest(sources.items, "decision")):
        lines = [decision.what, *decision.lines("because", "considered", "told")]
        safe = [line for line in lines if not sources.is_store(line)]
        if sources.is_store(decision.what) or not safe:
            continue
        whom = _names(sources, decision.children)
        by = f"by {decision.decided_by}" if decision.decided_by else ""
        marks = [decision.days(), f"for {whom}" if whom else "", by, decision.draft_words()]
        items.append(DocumentItem("\n".join(safe), "; ".join(filter(None, marks))))
    return DocumentPart(DECIDED, tuple(items), "" if items else "No decision is written down.")


def ideas_part(
    ideas: Sequence[Hypothesis], looked_at: dict[str, str], records: Iterable[Record], note: str
) -> DocumentPart:
    """Every idea once, as it stands: its life, what would fit, what would make us drop it; then older ones."""
    items = []
    for idea in _each_once(ideas):
        lines = [str(idea.statement)]
        lines += [f"We would know more if: {idea.would_fit}"] if idea.would_fit else []
        lines += [f"We would drop it if: {idea.would_drop}"] if idea.would_drop else []
        lines += [
            f"{day_in_words(change.at)}: {change.status}{f', because {change.because}' if change.because else ''}"
            for change in idea.history
        ]
        standing = "new" if idea.status == "idea" else idea.status
        marks = [f"stands as: {standing}", f"first thought {day_in_words(idea.at)}", looked_at.get(idea.id, "")]
        items.append(DocumentItem("\n".join(lines), "; ".join(filter(None, marks))))
    known = {str(idea.statement).casefold() for idea in ideas}
    for record in records:
        for section in record.sections if record.destination is Destination.FAMILY_WORK else ():
            for paragraph in section.paragraphs:
                statement = str(paragraph.text).split("\n", 1)[0].casefold()
                if paragraph.kind == "idea" and statement not in known:
                    known.add(statement)
                    items.append(DocumentItem(str(paragraph.text), day_in_words(record.day)))
    return DocumentPart(IDEAS_HEADING, tuple(items), note if items else "")


def _each_once(ideas: Iterable[Hypothesis]) -> list[Hypothesis]:
    """*ideas*, those of the same words as one: thought first when the oldest was, with the life of all of them."""
    found: dict[str, Hypothesis] = {}
    for idea in sorted(ideas, key=lambda idea: idea.at):
        key = str(idea.statement).casefold()
        before = found.get(key, idea)
        history = sorted(dict.fromkeys((*before.history, *idea.history)), key=lambda change: change.at)
        found[key] = idea.model_copy(update={"at": before.at, "history": tuple(history)})
    return list(found.values())


def works_part(sources: Sources) -> DocumentPart:
    """What holds and what made a difference; no safety store."""
    items = [
        DocumentItem(item.words, _beside(item))
        for item in without_repeated(sources.about("", "strength", "difference"))
    ]
    known = [
        DocumentItem(str(strength.words))
        for strength in sources.family.strengths
        if not sources.is_store(str(strength.words))
    ]
    return DocumentPart("What works in this family", (*known, *items))


def unknown_part(sources: Sources, questions: Iterable[DocumentItem]) -> DocumentPart:
    """What we do not know, and the questions that wait to be asked."""
    items = [DocumentItem(item.words, _beside(item)) for item in without_repeated(sources.about("", "unknown"))]
    return DocumentPart("What we do not know, and questions to take along", (*items, *questions))


def left_out(sources: Sources, whole: Family, *, in_family: bool, dropped: int = 0) -> Iterator[str]:
    """What the paper does not hold, in words that give nothing of it away."""
    stores = len(safety_stores(whole, sources.on)) + sum(
        is_safety_store(item.words, whole, sources.on) for item in sources.items if item.kind in WITHOUT_STORES
    )
    if stores and not in_family:
        things = "One thing that keeps" if stores == 1 else f"{stores} things that keep"
        yield f"{things} somebody safe: told by word of mouth only. Ask."
    withheld = [danger for danger in dangers(whole, sources.on) if danger.kind == "kept" and not danger.outside]
    if withheld and not in_family:
        things = "One fact" if len(withheld) == 1 else f"{len(withheld)} facts"
        yield f"{things} that no copy may show. Ask."
    if dropped:
        yield f"{dropped} idea{'' if dropped == 1 else 's'} that the team has dropped."
    yield "What is private to a worker, and workers' own supervision records."


def _beside(item: StoryItem) -> str:
    when = day_in_words(item.day) if item.dated else f"noted {day_in_words(item.noted)}"
    return "; ".join(filter(None, [item.source, when]))


def _name(sources: Sources, child: str) -> str:
    name = first_name(sources.family, child)
    return f"{name[:1].upper()}{name[1:]}"


def _names(sources: Sources, children: Sequence[str]) -> str:
    names = [first_name(sources.family, child) for child in children]
    return " and ".join(filter(None, [", ".join(names[:-1]), *names[-1:]]))
