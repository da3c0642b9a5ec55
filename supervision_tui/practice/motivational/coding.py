"""Codes for turns: a worker's sentence by sentence, a person's by the side to which the words lean."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from supervision_tui.practice.motivational.sentences import sentences
from supervision_tui.practice.motivational.talk import talk_direction
from supervision_tui.practice.motivational.turns import Speaker, Turn
from supervision_tui.practice.motivational.worker import QUESTIONS, Suggestion, suggest
from supervision_tui.text import SafeText

NOT_CODED = ""
SHORT_QUESTION = 3
"""A question of no more words than this, after a reflection twice as long, only checks the reflection."""


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


def code(turns: Iterable[Turn]) -> tuple[CodedTurn, ...]:
    """A suggestion for each turn."""
    return tuple(code_turn(turn) for turn in turns)


def code_turn(turn: Turn) -> CodedTurn:
    """A suggestion for one turn; under a millisecond once the cues are loaded."""
    return _worker(turn) if turn.speaker == "worker" else _person(turn)


def _worker(turn: Turn) -> CodedTurn:
    parts = sentences(turn.text)
    stopped = any(part.end for part in parts)
    found = [suggest(part, stopped=stopped) for part in parts]
    coded = tuple(
        CodedSentence(SafeText(part.text), one.code, one.perhaps, one.matched, one.cues)
        for part, one in zip(parts, found, strict=True)
    )
    main, torn = _mostly([(one, part.length) for part, one in zip(parts, found, strict=True)])
    return CodedTurn("worker", turn.text, main, coded, torn)


def _mostly(parts: list[tuple[Suggestion, int]]) -> tuple[str, bool]:
    """What a turn mostly is: a question, unless it only checks a longer reflection; else what has the most words."""
    words: dict[str, int] = {}
    for one, length in parts:
        words[one.kind] = words.get(one.kind, 0) + length
    asked = words.pop("question", 0)
    words.pop("other", None)
    words.pop(NOT_CODED, None)
    most = max(words, key=lambda kind: words[kind], default="")
    if asked and most:
        short = asked <= SHORT_QUESTION and 2 * asked <= words[most] and most == "reflection"
        checks = parts[-1][0].tag or short
        return (most, True) if checks else ("question", asked < words[most])
    if asked:
        return "question", False
    if most:
        others = [count for kind, count in words.items() if kind != most]
        return most, any(2 * count > words[most] for count in others)
    return ("other" if any(one.kind == "other" for one, _ in parts) else NOT_CODED), False


def _person(turn: Turn) -> CodedTurn:
    coded = []
    change = sustain = 0
    last = ""
    for part in sentences(turn.text):
        talk = talk_direction(part)
        change += talk.change
        sustain += talk.sustain
        last = talk.code if talk.code != "neutral talk" else last
        coded.append(CodedSentence(SafeText(part.text), talk.code, talk.perhaps, talk.matched, talk.kinds))
    main = "change talk" if change > sustain else "sustain talk" if sustain > change else last or "neutral talk"
    if not coded:
        main = NOT_CODED
    close = bool(change and sustain) and abs(change - sustain) <= 1
    return CodedTurn("person", turn.text, main, tuple(coded), close)


__all__ = ["QUESTIONS", "CodedSentence", "CodedTurn", "code", "code_turn"]
