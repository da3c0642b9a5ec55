"""A conversation as typed: lines that begin "worker:" or "person:", or a table with those columns."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from supervision_tui.lazy_pattern import lazy_pattern
from supervision_tui.practice.motivational.transcript_lines import SpokenLine, bare_label, spoken_lines
from supervision_tui.text import LONGEST_TEXT, SafeText

Speaker = Literal["worker", "person"]

MOST_TURNS = 5_000

_SPOKEN_BY: dict[str, Speaker] = {
    "worker": "worker", "practitioner": "worker", "social worker": "worker", "interviewer": "worker", "me": "worker",
    "therapist": "worker", "counsellor": "worker", "w": "worker", "sw": "worker", "ssw": "worker", "asye": "worker",
    "family worker": "worker", "support worker": "worker", "key worker": "worker", "manager": "worker", "us": "worker",
    "we": "worker", "i": "worker", "t": "worker", "th": "worker", "counselor": "worker", "nurse": "worker",
    "doctor": "worker", "gp": "worker", "health visitor": "worker", "hv": "worker", "midwife": "worker", "fw": "worker",
    "yw": "worker", "youth worker": "worker", "family practitioner": "worker", "personal adviser": "worker",
    "teacher": "worker", "iro": "worker", "advocate": "worker", "ewo": "worker", "coach": "worker", "adviser": "worker",
    "student social worker": "worker", "facilitator": "worker", "supervising social worker": "worker",
    "person": "person", "parent": "person", "mother": "person", "father": "person", "mum": "person", "dad": "person",
    "carer": "person", "child": "person", "young person": "person", "client": "person", "p": "person",
    "mam": "person", "mom": "person", "mummy": "person", "daddy": "person", "nan": "person", "nana": "person",
    "gran": "person", "grandma": "person", "grandad": "person", "grandmother": "person", "grandfather": "person",
    "aunt": "person", "auntie": "person", "uncle": "person", "stepmum": "person", "stepdad": "person",
    "step-mum": "person", "step-dad": "person", "partner": "person", "brother": "person", "sister": "person",
    "foster carer": "person", "yp": "person", "boy": "person", "girl": "person", "son": "person", "daughter": "person",
    "c": "person", "cl": "person", "patient": "person", "teenager": "person", "teen": "person", "mama": "person",
    "papa": "person", "grandparent": "person", "kinship carer": "person", "foster mum": "person",
    "foster dad": "person", "foster mother": "person", "foster father": "person", "special guardian": "person",
    "they": "person", "she": "person", "he": "person",
}  # fmt: skip
"""Who speaks, by the label of a line; it may have a number behind it ("Mum 1:")."""
_NO_NAMES = frozenset(re.findall(r"\w+", """
    monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow morning afternoon evening date
    time place present note notes question answer re plan action actions agreed next then result summary so
    """))  # fmt: skip
"""Words before a colon that begin a line and are nobody's name."""
MOST_WORDS_IN_A_NAME = 3
HOW_TO_SAY = (
    "Begin each line with 'worker:' or 'person:' (or SW:, Mum:, Dad: ...), or write a first line 'worker = a name'. "
    "Where the two take turns line by line without labels, the command takes --begins worker or --begins person."
)
_CHANGE = lazy_pattern(r"\A\s*change\s*:(?P<words>[^\n]*)(?:\n|\Z)", re.IGNORECASE)
"""A first line that says which change the talk is about."""
_WORKER = re.compile(r"\A\s*(?P<side>worker|person)\s*=(?P<names>[^\n]*)(?:\n|\Z)", re.IGNORECASE)
"""A first line that says whose name is the worker's (or the person's)."""
_WORDS = ("text", "words", "said", "utterance", "utterance_text")
_WHO = ("speaker", "who", "interlocutor")


class TranscriptError(ValueError):
    """What was given is not a conversation that can be read."""


@dataclass(frozen=True, slots=True)
class Turn:
    """What one of the two said, in one go."""

    speaker: Speaker
    text: SafeText


@dataclass(frozen=True, slots=True)
class Transcript:
    """The turns of a talk, and the names that were taken for the worker or the person without being told."""

    turns: tuple[Turn, ...]
    guessed: Mapping[str, Speaker] = field(default_factory=dict)


def read_turns(text: str) -> tuple[Turn, ...]:
    """The turns in *text*; see :func:`read_transcript`."""
    return read_transcript(text).turns


def read_transcript(
    text: str, *, named: Mapping[str, Speaker] | None = None, begins: Speaker | None = None
) -> Transcript:
    """The talk in *text*: lines, or CSV with columns ``worker`` and ``person``, or ``speaker`` and ``text``.

    First lines "change: ..." (:func:`named_change`) and "worker = Grace, Tom" are no turns. *named*: who a label
    stands for. *begins*: nobody is named, the two take turns line by line, and this one begins. A line without a
    speaker goes on with the turn above it. Times, numbers and notes in brackets before the words are left out.

    Raises:
        TranscriptError: nobody is said to speak, or there are too many turns.
    """
    if len(text) > LONGEST_TEXT:
        raise TranscriptError("This conversation is too long to read at once. Take a part of it.")
    sides = {bare_label(name): side for name, side in (named or {}).items()}
    while first := _CHANGE.match(text) or _WORKER.match(text):
        if first.re is _WORKER:
            names = [bare_label(name) for name in first["names"].split(",") if name.strip()]
            sides |= dict.fromkeys(names, "worker" if first["side"].lower() == "worker" else "person")
        text = text[first.end() :]
    turns, guessed = _alternating(text, begins) if begins else (_table(text, sides), {})
    if not turns:
        turns, guessed = _lines(text, sides)
    if not turns:
        raise TranscriptError(
            f"No turn was found. {HOW_TO_SAY} A table with the columns worker and person is read too."
        )
    if len(turns) > MOST_TURNS:
        raise TranscriptError(
            f"These are {len(turns):,} turns; at most {MOST_TURNS:,} can be read at once. Take a part of it."
        )
    return Transcript(turns, guessed)


def _alternating(text: str, begins: Speaker) -> tuple[tuple[Turn, ...], dict[str, Speaker]]:
    """Every line a turn, one after the other."""
    lines = [line.words for line in spoken_lines(text, frozenset()) if line.words]
    other: Speaker = "person" if begins == "worker" else "worker"
    return tuple(Turn(other if number % 2 else begins, SafeText(words)) for number, words in enumerate(lines)), {}


def named_change(text: str) -> str:
    """The change that a first line "change: ..." names; empty where there is none."""
    while (first := _WORKER.match(text)) and not _CHANGE.match(text):
        text = text[first.end() :]
    match = _CHANGE.match(text)
    return match["words"].strip() if match else ""


def _lines(text: str, named: Mapping[str, Speaker]) -> tuple[tuple[Turn, ...], dict[str, Speaker]]:
    """The turns of labelled lines, and who was taken for whom by a guess."""
    sides = _SPOKEN_BY | dict(named)
    lines = list(spoken_lines(text, frozenset(sides)))
    sides |= _said_beside(lines)
    guessed = _guessed(lines, sides)
    sides |= guessed
    turns: list[tuple[Speaker, str]] = []
    for line in lines:
        who = sides.get(bare_label(line.label))
        if who:
            turns.append((who, line.words))
        elif turns:
            words = f"{line.label}: {line.words}" if line.label else line.words
            turns[-1] = (turns[-1][0], f"{turns[-1][1]} {words}".strip())
        else:
            raise TranscriptError(f"Line {line.number} does not say who speaks. {HOW_TO_SAY}")
    return tuple(Turn(who, SafeText(words)) for who, words in turns if words), guessed


def _said_beside(lines: Sequence[SpokenLine]) -> dict[str, Speaker]:
    """Names with a role beside them, once: "Grace Obi (SW)" is the worker from then on."""
    return {
        bare_label(line.label): _SPOKEN_BY[bare_label(line.beside)]
        for line in lines
        if bare_label(line.beside) in _SPOKEN_BY and bare_label(line.label) not in _SPOKEN_BY
    }


def _guessed(lines: Sequence[SpokenLine], sides: Mapping[str, Speaker]) -> dict[str, Speaker]:
    """Names that stand where a label stands: taken for the person, where somebody else is known to be the worker.

    Raises:
        TranscriptError: names stand there, and nobody is known to be the worker.
    """
    names = {bare_label(line.label): line.label for line in lines if _looks_like_a_name(line.label, sides)}
    if not names:
        return {}
    known = {sides[bare_label(line.label)] for line in lines if bare_label(line.label) in sides}
    if "worker" not in known and (len(names) > 1 or "person" not in known):
        guesses = " and ".join(f"'{name}'" for name in names.values())
        raise TranscriptError(
            f"It is not said who is the worker: {guesses}. Write a first line 'worker = {next(iter(names.values()))}'; "
            "everybody else is then taken for the person."
        )
    return dict.fromkeys(names, "person" if "worker" in known else "worker")


def _looks_like_a_name(label: str, sides: Mapping[str, Speaker]) -> bool:
    words = label.split()
    return (
        0 < len(words) <= MOST_WORDS_IN_A_NAME
        and bare_label(label) not in sides
        and bare_label(label) not in _NO_NAMES
        and all(word[:1].isupper() or word[:1].isdecimal() for word in words)
    )


def _table(text: str, sides: Mapping[str, Speaker]) -> tuple[Turn, ...]:
    first = text.lstrip().split("\n", 1)[0]
    if "," not in first and "\t" not in first:
        return ()
    try:
        rows = csv.DictReader(io.StringIO(text.lstrip()), delimiter="\t" if "\t" in first else ",")
        columns = {(name or "").strip().lower(): name for name in rows.fieldnames or ()}
        who = next((columns[name] for name in _WHO if name in columns), None)
        column = next((columns[name] for name in _WORDS if name in columns), None)
        if who and column:
            return tuple(
                _spoken(row.get(who), row.get(column), number, sides)
                for number, row in enumerate(rows, 2)
                if row.get(column)
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


def _spoken(who: str | None, words: str | None, number: int, sides: Mapping[str, Speaker]) -> Turn:
    label = bare_label(who or "")
    speaker = sides.get(label) or _SPOKEN_BY.get(label)
    if speaker is None:
        raise TranscriptError(
            f"Row {number} does not say who speaks. Write 'worker' or 'person' there, or a first line "
            "'worker = a name'."
        )
    return Turn(speaker, SafeText((words or "").strip()))
