"""Codes for turns: a worker's sentence by sentence, a person's by the side to which the words lean."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from supervision_tui.lazy_pattern import lazy_pattern
from supervision_tui.practice.motivational.cues import opener
from supervision_tui.practice.motivational.sentences import bare, sentences
from supervision_tui.practice.motivational.statements import TELLING, Context, is_backchannel
from supervision_tui.practice.motivational.talk import (
    ASKED_FOR,
    NEUTRAL,
    answered_on_a_scale,
    asked_for_change,
    direction_of,
    names_other_change,
    only_agrees,
    talk_direction,
)
from supervision_tui.practice.motivational.turns import Speaker, Turn
from supervision_tui.practice.motivational.worker import QUESTIONS, Suggestion, suggest
from supervision_tui.text import SafeText

NOT_CODED = ""
REFLECTED_BEYOND, TOLD_BEYOND, OTHER_BEYOND = 5.0, 1.5, 2.5
"""So many times the words of a question (for *other*: of what was given back or told) decide what a turn is."""
LONGEST_ASKING, FEW_WORDS = 14, 3
_PERSON_ASKS = lazy_pattern(
    r"(?:what|how|why|do you|can you|can i|could you|is it|is there|will it|would it|are you|does it)(?![\w'])"
)


@dataclass(frozen=True, slots=True)
class CodedSentence:
    """A sentence with its suggestion (empty: not coded), what else it may be, and the words that made it so."""

    text: SafeText
    code: str
    perhaps: str = ""
    matched: tuple[str, ...] = ()
    cues: tuple[str, ...] = ()

    @property
    def unsure(self) -> bool:
        """Whether there are two candidates."""
        return bool(self.perhaps)


@dataclass(frozen=True, slots=True)
class CodedTurn:
    """A turn with what it mostly is, and its sentences."""

    speaker: Speaker
    text: SafeText
    main: str
    sentences: tuple[CodedSentence, ...] = field(repr=False)
    torn: bool = False
    """Whether the sentences pull two ways, so that *main* is a close call."""

    @property
    def codes(self) -> tuple[str, ...]:
        """Every code of its sentences, each once; then cues beside them."""
        found = [sentence.code for sentence in self.sentences if sentence.code]
        beside = [cue for sentence in self.sentences for cue in sentence.cues]
        return tuple(dict.fromkeys((*found, *beside)))

    @property
    def matched(self) -> tuple[str, ...]:
        """The words that made the program think so."""
        return tuple(dict.fromkeys(word for sentence in self.sentences for word in sentence.matched))

    @property
    def unsure(self) -> bool:
        """Whether a sentence has two candidates, or the turn is a close call."""
        return self.torn or any(sentence.unsure for sentence in self.sentences)

    @property
    def state(self) -> str:
        """``suggested``, ``unsure`` or ``not coded``."""
        if not any(sentence.code for sentence in self.sentences):
            return "not coded"
        return "unsure" if self.unsure else "suggested"


def code(turns: Iterable[Turn], change: str = "") -> tuple[CodedTurn, ...]:
    """A suggestion for each turn of a talk that begins with the first of *turns*; *change* as in :func:`code_turn`."""
    coded: list[CodedTurn] = []
    before: Turn | None = None
    own = ""
    for number, turn in enumerate(turns):
        other = before.text if before and before.speaker != turn.speaker else None
        suggested = code_turn(turn, "" if number == 0 else other, own, change)
        if turn.speaker == "worker":
            own = suggested.main
        coded.append(suggested)
        before = turn
    return tuple(coded)


def code_turn(turn: Turn, before: str | None = None, own: str = "", change: str = "") -> CodedTurn:
    """A suggestion for one turn; under a millisecond once the cues are loaded.

    *before*: what the other person said just before; empty where the talk begins with *turn*, None where it is not
    known. *own*: the code that the program gave to the worker's last turn (never a person's own choice).
    *change*: the change that the talk is about, if somebody named it; words that lean and do not seem to be
    about it are unsure.
    """
    return _worker(turn, before, own) if turn.speaker == "worker" else _person(turn, before, change)


def _worker(turn: Turn, before: str | None, own: str) -> CodedTurn:
    parts = sentences(turn.text)
    stopped = any(part.end for part in parts)
    turn_around = _around(before, own, sum(part.length for part in parts))
    found: list[Suggestion] = []
    after = ""
    for number, part in enumerate(parts):
        around = replace(turn_around, after=after, goes_on=turn_around.goes_on if number == 0 else "")
        suggestion = suggest(part, stopped=stopped, around=around)
        if not suggestion.asks and not is_backchannel(part.bare):
            after = suggestion.code
        found.append(suggestion)
    coded = tuple(
        CodedSentence(SafeText(part.text), suggestion.code, suggestion.perhaps, suggestion.matched, suggestion.cues)
        for part, suggestion in zip(parts, found, strict=True)
    )
    main, torn = _mostly([(suggestion, part.length) for part, suggestion in zip(parts, found, strict=True)])
    return CodedTurn("worker", turn.text, main, coded, torn)


def _around(before: str | None, own: str, words: int) -> Context:
    """What stands around a turn of *words* words."""
    before_words = bare(before or "")
    asks = (before or "").rstrip().endswith("?")
    asks = asks or (len(before_words.split()) <= LONGEST_ASKING and bool(_PERSON_ASKS.match(opener(before_words)[1])))
    listens = (
        bool(before_words) and not asks and (len(before_words.split()) <= FEW_WORDS or is_backchannel(before_words))
    )
    kind = "question" if own in QUESTIONS else own
    return Context(before == "", asks, bool(before_words) and not asks and not listens, kind if listens else "", words)


def _mostly(parts: list[tuple[Suggestion, int]]) -> tuple[str, bool]:
    """What a turn mostly is, and whether that is a close call.

    A question, unless it only checks what was said, or much more was given back or told (more still where the turn
    begins by asking: "And mornings? The school wrote ..."); else what has the most words.
    """
    words: dict[str, int] = {}
    for suggestion, length in parts:
        words[suggestion.kind] = words.get(suggestion.kind, 0) + length
    asked, given, telling = (words.get(kind, 0) for kind in ("question", "reflection", TELLING))
    other = words.get("other", 0)
    most, length = (TELLING, telling) if telling > given else ("reflection", given)
    if asked:
        checks = all(suggestion.tag for suggestion, _ in parts if suggestion.kind == "question")
        begins = parts[0][0].kind == "question" and not parts[0][0].tag
        times = REFLECTED_BEYOND if begins or most == "reflection" else TOLD_BEYOND
        if length and (checks or length >= times * max(asked, FEW_WORDS)):
            return most, True
        return "question", length > asked
    if length:
        return ("other", True) if other > OTHER_BEYOND * length else (most, 2 * min(given, telling) > length)
    return ("other" if other else NOT_CODED), False


def _person(turn: Turn, before: str | None, change_named: str) -> CodedTurn:
    parts = sentences(turn.text)
    bare_words = " ".join(part.bare for part in parts)
    talks = [NEUTRAL if only_agrees(bare_words) else talk_direction(part) for part in parts]
    talks = [
        replace(talk, perhaps=talk.perhaps or NEUTRAL.code)
        if talk is not NEUTRAL and names_other_change(part, change_named)
        else talk
        for part, talk in zip(parts, talks, strict=True)
    ]
    coded = tuple(
        CodedSentence(SafeText(part.text), talk.code, talk.perhaps, talk.matched, talk.kinds)
        for part, talk in zip(parts, talks, strict=True)
    )
    change, sustain = sum(talk.change for talk in talks), sum(talk.sustain for talk in talks)
    high, low = answered_on_a_scale(before, bare_words) if not (change or sustain) else (0.0, 0.0)
    change, sustain = change + high, sustain + low
    answers = (
        not only_agrees(bare_words)
        and not any(part.end == "?" for part in parts)
        and asked_for_change(before, bare_words)
    )
    if answers and not (change and sustain):
        change += ASKED_FOR
    whole = direction_of(change, sustain)
    torn = 2 * min(change, sustain) >= max(change, sustain) > 0 or bool(
        high or low or (answers and change == ASKED_FOR)
    )
    return CodedTurn("person", turn.text, whole.code if parts else NOT_CODED, coded, torn)


__all__ = ["QUESTIONS", "CodedSentence", "CodedTurn", "code", "code_turn"]
