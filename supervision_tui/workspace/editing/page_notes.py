"""What is added to a family from its page: a note, a visit, words of theirs, a worry, what goes well; one line each.

A line says when, what and in brackets who told it: "24 Nov at school, alone (Priya)". The day is read as one behind us;
without one it is today. What is kept is said back in a sentence, and one step takes it back.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import TYPE_CHECKING

from supervision_tui.days import day_in_words, read_past_day
from supervision_tui.family import Contact, Event, Quote, Strength, Worry
from supervision_tui.family.edits import Add
from supervision_tui.records.story import quotes_in, seen_in, split_source
from supervision_tui.text import Line, SafeText

if TYPE_CHECKING:
    from supervision_tui.family.model.base import FrozenModel
    from supervision_tui.workspace.editing.family_editor import FamilyEditor

Made = tuple["FrozenModel", str]
LONGEST = 300
"""Characters that one line of a page takes."""


class PageNoteError(ValueError):
    """A line that cannot be kept as it is; the message says what would do."""


def add_to_page(family_editor: FamilyEditor, kind: str, person: str, line: str) -> str:
    """Keep *line* about *person*; what was understood, in a sentence.

    Args:
        family_editor: the family, open to be changed.
        kind: a key of :data:`PAGE_NOTES`.
        person: id of whom it is about.
        line: what was typed.

    Raises:
        PageNoteError: nothing was typed, or a visit names no day; nothing was changed.
    """
    words = " ".join(line.split())
    if not words:
        raise PageNoteError("Nothing was typed, so nothing is kept.")
    if len(words) > LONGEST:
        raise PageNoteError(f"That is longer than {LONGEST} letters. Please keep it to one line.")
    part, understood = _MAKERS[kind](words, person, family_editor.today)
    family_editor.apply(Add(part))
    return f"{family_editor.family.person(person).short_name}: {understood}"


def _when(words: str, source: str, today: date) -> tuple[str, str]:
    """The day of a line in the form of a family file, and in words; today where it names none."""
    past = read_past_day(words, today) or (read_past_day(source, today, planned=False) if source else None)
    when = past.when if past else today.isoformat()
    return when, day_in_words(past.day) if past else f"today, {day_in_words(today)}"


def _note(line: str, person: str, today: date) -> Made:
    words, source = split_source(line)
    when, text = _when(words, source, today)
    told_by = f", told by {source}" if source else ", nobody named as having told it"
    event = Event.model_validate({"date": when, "who": (person,), "what": Line(words), "source": Line(source)})
    return event, f"{words} ({text}{told_by})."


def _visit(line: str, person: str, today: date) -> Made:
    times = seen_in(line, today)
    if not times or not times[0].when:
        raise PageNoteError("On which day? For example: 24 Nov at school, alone for ten minutes (Priya).")
    time = times[0]
    values = {"date": time.when, "who": (person,), "kind": time.kind, "by": Line(time.by), "note": SafeText(time.words)}
    alone = "seen alone" if time.kind == "seen_alone" else "seen, not alone"
    return Contact.model_validate(values), f"{alone} on {day_in_words(time.day)}."


def _words(line: str, person: str, today: date) -> Made:
    words, source = split_source(line)
    when, text = _when("" if quotes_in(words, "") else words, source, today)
    quote = next(iter(quotes_in(words, "")), words)
    return Quote.model_validate({"who": person, "words": SafeText(quote), "date": when}), f"said ‘{quote}’ ({text})."


def _worry(line: str, person: str, today: date) -> Made:
    words, source = split_source(line)
    when, text = _when(words, source, today)
    values = {"words": SafeText(words), "who": (person,), "source": Line(source), "date": when}
    who = f", {source}" if source else "; who is worried?"
    return Worry.model_validate(values), f"a worry: {words} ({text}{who})"


def _strength(line: str, person: str, today: date) -> Made:
    words, source = split_source(line)
    when, text = _when(words, source, today)
    who = f" ({source})" if source else ""
    values = {"words": Line(f"{words}{who}"), "who": (person,), "since": when}
    return Strength.model_validate(values), f"goes well: {words} ({text})."


_MAKERS: Mapping[str, Callable[[str, str, date], Made]] = MappingProxyType(
    {"note": _note, "visit": _visit, "words": _words, "worry": _worry, "well": _strength}
)


@dataclass(frozen=True, slots=True)
class PageNote:
    """Something that can be added: the *digit* that chooses it, what it is called, an *example* of a line."""

    digit: int
    words: str
    example: str


PAGE_NOTES: Mapping[str, PageNote] = MappingProxyType(
    {
        "note": PageNote(1, "A note: what happened", "for example  moved to Nan's on 3 November (Leanne)"),
        "visit": PageNote(2, "A visit, seen alone?", "for example  24 Nov at school, alone for ten minutes (Priya)"),
        "words": PageNote(3, "Words of theirs", "for example  ‘I want Nan to know before Dad.’ (24 Nov, to Priya)"),
        "worry": PageNote(5, "A worry", "for example  left in charge of three on two nights (police, 21 Nov)"),
        "well": PageNote(6, "What goes well", "for example  rings for help when it is too much (Robin)"),
    }
)
"""What can be added, by its kind."""
