"""A record as somebody of the family may read it where they live: without what could put somebody at risk there.

Source: content specification 3.6 (is it safe to write, post or leave this?) and 7.6. The whole record stays in the
notebook; what somebody asks for of what is held about them is answered by the export of everything about a person.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from supervision_tui.records.kinds.letter_safety import SOURCE_WITHHELD, LetterSafety
from supervision_tui.records.kinds.transfer import OpenStep
from supervision_tui.records.model import Addition, Paragraph, Record, Section
from supervision_tui.records.story import split_source
from supervision_tui.session.fields import VOICES
from supervision_tui.text import SafeText


def home_copy(record: Record, safety: LetterSafety) -> tuple[Record, tuple[str, ...]]:
    """*record* for a reader of the family, and what was left out of it, each with its reason.

    Decisions, steps, services, a child's own words and what may tell of harm are left out where somebody is harmed;
    what is kept from somebody always is. A line stands without its source, where who told us must not be read. A
    heading without words goes too. The opening stays up to the sentence that
    would tell.
    """
    left_out: list[str] = []
    sections: list[Section] = []
    for section in record.sections:
        safe = [
            paragraph
            for paragraph in (_without_source(paragraph, safety, left_out) for paragraph in section.paragraphs)
            if not _told_apart(str(paragraph.text), safety.reason(str(paragraph.text), _kind(paragraph)), left_out)
        ]
        if safe:
            sections.append(section.model_copy(update={"paragraphs": tuple(safe)}))
    additions: list[Addition] = []
    for addition in record.additions:
        kind = "decision" if addition.role else "said"
        if not _told_apart(str(addition.text), safety.reason(str(addition.text), kind), left_out):
            additions.append(addition)
    opening = SafeText(_opening(str(record.opening), safety, left_out))
    changed = {"opening": opening, "sections": tuple(sections), "additions": tuple(additions)}
    return record.model_copy(update=changed), tuple(dict.fromkeys(left_out))


def _without_source(paragraph: Paragraph, safety: LetterSafety, left_out: list[str]) -> Paragraph:
    """*paragraph* without the words for who told us, where they may not be read and the rest may."""
    words, source = split_source(str(paragraph.text))
    why = safety.reason(words, _kind(paragraph)) or safety.source_reason(source)
    if not source or why or safety.source_to_show(source):
        return paragraph
    left_out.append(f"“{source}” beside “{words}” ({SOURCE_WITHHELD})")
    return paragraph.model_copy(update={"text": SafeText(words)})


def _kind(paragraph: Paragraph) -> str:
    return "words" if paragraph.field in VOICES else paragraph.kind


def home_copies(records: Iterable[Record], safety: LetterSafety) -> tuple[list[Record], tuple[str, ...]]:
    """Each of *records* as :func:`home_copy` makes it, and all that was left out."""
    pairs = [home_copy(record, safety) for record in records]
    return [record for record, _ in pairs], tuple(dict.fromkeys(line for _, lines in pairs for line in lines))


def steps_for_home(steps: Sequence[OpenStep], safety: LetterSafety) -> tuple[list[OpenStep], tuple[str, ...]]:
    """Those of the open *steps* that may stand in a copy for the family, and those left out."""
    left_out: list[str] = []
    safe = [step for step in steps if not _told_apart(step.what, safety.reason(step.what, "action"), left_out)]
    return safe, tuple(left_out)


def _told_apart(words: str, why: str, left_out: list[str]) -> bool:
    """Whether there is a reason *why* the *words* stay out; they are then listed by their first line."""
    if why:
        left_out.append(f"“{words.partition(chr(10))[0]}” ({why})")
    return bool(why)


def _opening(words: str, safety: LetterSafety, left_out: list[str]) -> str:
    """The sentences of an opening up to the first that tells what should not be read there: who came, for instance."""
    sentences = words.split(". ")
    for at in range(len(sentences)):
        if _told_apart(". ".join(sentences[at:]), safety.reason(sentences[at], "opening"), left_out):
            before = ". ".join(sentences[:at])
            return f"{before}." if before else ""
    return words
