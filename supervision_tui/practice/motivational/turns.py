"""A conversation as typed: lines that begin "worker:" or "person:", or a table with those columns."""

from __future__ import annotations

import csv
import io
import re
from dataclasses import dataclass
from typing import Literal

from supervision_tui.text import LONGEST_TEXT, SafeText

Speaker = Literal["worker", "person"]

MOST_TURNS = 5_000

_SPOKEN_BY: dict[str, Speaker] = {
    "worker": "worker", "practitioner": "worker", "social worker": "worker", "interviewer": "worker", "me": "worker",
    "therapist": "worker", "counsellor": "worker", "w": "worker", "sw": "worker", "ssw": "worker", "asye": "worker",
    "family worker": "worker", "support worker": "worker", "key worker": "worker", "manager": "worker", "us": "worker",
    "we": "worker", "i": "worker",
    "person": "person", "parent": "person", "mother": "person", "father": "person", "mum": "person", "dad": "person",
    "carer": "person", "child": "person", "young person": "person", "client": "person", "p": "person",
    "mam": "person", "mom": "person", "mummy": "person", "daddy": "person", "nan": "person", "nana": "person",
    "gran": "person", "grandma": "person", "grandad": "person", "grandmother": "person", "grandfather": "person",
    "aunt": "person", "auntie": "person", "uncle": "person", "stepmum": "person", "stepdad": "person",
    "step-mum": "person", "step-dad": "person", "partner": "person", "brother": "person", "sister": "person",
    "foster carer": "person", "yp": "person", "boy": "person", "girl": "person", "son": "person", "daughter": "person",
    "they": "person", "she": "person", "he": "person",
}  # fmt: skip
"""Who speaks, by the label of a line; it may have a number behind it ("Mum 1:")."""
_LINE = re.compile(r"\s*(?P<who>[A-Za-z][A-Za-z -]{0,18}?)\s*\d{0,2}\s*:\s*(?P<words>.*)\Z")
_CHANGE = re.compile(r"\A\s*change\s*:(?P<words>[^\n]*)(?:\n|\Z)", re.IGNORECASE)
"""A first line that says which change the talk is about."""
_WORDS = ("text", "words", "said", "utterance", "utterance_text")
_WHO = ("speaker", "who", "interlocutor")


class TranscriptError(ValueError):
    """What was given is not a conversation that can be read."""


@dataclass(frozen=True, slots=True)
class Turn:
    """What one of the two said, in one go."""

    speaker: Speaker
    text: SafeText


def read_turns(text: str) -> tuple[Turn, ...]:
    """The turns in *text*: lines, or CSV with columns ``worker`` and ``person``, or ``speaker`` and ``text``.

    A first line "change: ..." names the change that the talk is about (:func:`named_change`) and is no turn.
    A line without a speaker goes on with the turn above it.

    Raises:
        TranscriptError: nobody is said to speak, or there are too many turns.
    """
    if len(text) > LONGEST_TEXT:
        raise TranscriptError("This conversation is too long to read at once. Take a part of it.")
    text = _CHANGE.sub("", text, count=1) if named_change(text) else text
    turns = _table(text) or _lines(text)
    if not turns:
        raise TranscriptError(
            "No turn was found. Begin each line with 'worker:' or 'person:', or give a table with these two columns."
        )
    if len(turns) > MOST_TURNS:
        raise TranscriptError(
            f"These are {len(turns):,} turns; at most {MOST_TURNS:,} can be read at once. Take a part of it."
        )
    return turns


def named_change(text: str) -> str:
    """The change that a first line "change: ..." names; empty where there is none."""
    found = _CHANGE.match(text)
    return found["words"].strip() if found else ""


def _lines(text: str) -> tuple[Turn, ...]:
    turns: list[tuple[Speaker, str]] = []
    for number, line in enumerate(text.splitlines(), 1):
        found = _LINE.match(line)
        who = _SPOKEN_BY.get(found["who"].strip().lower()) if found else None
        if found and who:
            turns.append((who, found["words"].strip()))
        elif turns and line.strip():
            turns[-1] = (turns[-1][0], f"{turns[-1][1]} {line.strip()}".strip())
        elif line.strip():
            raise TranscriptError(f"Line {number} does not say who speaks. Begin it with 'worker:' or 'person:'.")
    return tuple(Turn(who, SafeText(words)) for who, words in turns if words)


def _table(text: str) -> tuple[Turn, ...]:
    first = text.lstrip().split("\n", 1)[0]
    if "," not in first and "\t" not in first:
        return ()
    try:
        rows = csv.DictReader(io.StringIO(text.lstrip()), delimiter="\t" if "\t" in first else ",")
        columns = {(name or "").strip().lower(): name for name in rows.fieldnames or ()}
        who = next((columns[name] for name in _WHO if name in columns), None)
        said = next((columns[name] for name in _WORDS if name in columns), None)
        if who and said:
            return tuple(
                _spoken(row.get(who), row.get(said), number) for number, row in enumerate(rows, 2) if row.get(said)
            )
        if {"worker", "person"} <= columns.keys():
            return tuple(
                Turn(side, SafeText(row[columns[side]].strip()))
                for row in rows
                for side in ("worker", "person")
                if (row.get(columns[side]) or "").strip()
            )
    except csv.Error as error:
        raise TranscriptError(f"The table cannot be read: {error}.") from None
    return ()


def _spoken(who: str | None, words: str | None, number: int) -> Turn:
    speaker = _SPOKEN_BY.get((who or "").strip().lower())
    if speaker is None:
        raise TranscriptError(f"Row {number} does not say who speaks. Write 'worker' or 'person' there.")
    return Turn(speaker, SafeText((words or "").strip()))
