"""A worker's sentence: question (open or closed), reflection, information or advice, or something shorter."""

from __future__ import annotations

import re
from dataclasses import dataclass

from supervision_tui.practice.motivational.cues import cues, start_of, words_of
from supervision_tui.practice.motivational.questions import Asked, asked
from supervision_tui.practice.motivational.sentences import Sentence
from supervision_tui.practice.motivational.statements import OTHER, REFLECTION, TELLING, Context, weigh

OPEN, CLOSED = "open question", "closed question"
QUESTIONS = frozenset({OPEN, CLOSED})
BESIDE = ("affirmation", "confrontation", "permission")
"""Cues shown beside a code; never counted as measured."""
NOWHERE = Context()
"""Nothing is known of what stands around a sentence; not the same as the first of a talk."""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A code (empty: not coded), what else it may be, the words, cues beside it, and whether it is only a tag."""

    code: str
    perhaps: str = ""
    matched: tuple[str, ...] = ()
    cues: tuple[str, ...] = ()
    tag: bool = False
    asks: bool = False
    """Whether a question is present, whatever the code."""

    @property
    def kind(self) -> str:
        """The code with open and closed taken together."""
        return "question" if self.code in QUESTIONS else self.code


def suggest(sentence: Sentence, *, stopped: bool, around: Context = NOWHERE) -> Suggestion:
    """A suggestion for *sentence*; *stopped* says that the turn has stops, so that a question would have its mark."""
    groups = cues("worker")
    beside = [(name, match) for name in BESIDE if (match := groups[name].search(sentence.bare))]
    names = tuple(name for name, _ in beside)
    words = tuple(words_of(match) for _, match in beside)
    question = asked(sentence, stopped=stopped)
    if question is None:
        code, perhaps, matched = weigh(sentence.bare, around)
        return Suggestion(code, perhaps, (*matched, *words), names)
    code, perhaps, matched = _of_a_question(sentence, question)
    return Suggestion(code, perhaps, (*matched, *words), names, question.tag, asks=True)


def _of_a_question(sentence: Sentence, question: Asked) -> tuple[str, str, tuple[str, ...]]:
    groups = cues("worker")
    if question.kind == "proposal":
        match = re.search(r"shall we|why don't (?:we|you)", sentence.bare)
        return TELLING, CLOSED, (match.group(),) if match else ()
    if question.kind == "rising":
        reflected = cues("statement")["sense"].search(sentence.bare)
        words = ((words_of(reflected),) if reflected else ()) + (("?",) if sentence.end == "?" else ())
        return (REFLECTION, CLOSED, words) if question.reflects else (CLOSED, REFLECTION, words)
    code, match = _first(groups["open_question"].search(sentence.bare), groups["closed_question"].search(sentence.bare))
    matched = (words_of(match),) if match else tuple(sentence.end) or (sentence.bare.split()[0],)
    return OPEN if question.open else code, "" if question.sure else OTHER, matched


def _first(wide: re.Match[str] | None, narrow: re.Match[str] | None) -> tuple[str, re.Match[str] | None]:
    """Whichever begins first; of two that begin together, the longer."""
    if wide is None or narrow is None:
        return (OPEN, wide) if wide else (CLOSED, narrow)
    ours, theirs = (start_of(wide), -len(words_of(wide))), (start_of(narrow), -len(words_of(narrow)))
    return (OPEN, wide) if ours < theirs else (CLOSED, narrow)
