"""A person's words: which lean towards a change, which towards staying, and how.

DARN-CAT: Miller and Rollnick 2013, 2023.
"""

from __future__ import annotations

from dataclasses import dataclass

from supervision_tui.practice.motivational.cues import cues, words_of
from supervision_tui.practice.motivational.sentences import Sentence

SUSTAIN = "sustain_talk"
NO_QUESTION = ("what's the", "what is the", "why should i", "who cares", "so what")
"""Beginnings of questions that nobody wants answered."""


@dataclass(frozen=True, slots=True)
class ClientTalk:
    """How a sentence leans, with how many cues on each side, the kinds of change talk and the words."""

    code: str
    change: int
    sustain: int
    perhaps: str = ""
    matched: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()


def talk_direction(sentence: Sentence) -> ClientTalk:
    """How *sentence* leans. A question leans nowhere, unless it only looks like one ("What's the point?")."""
    groups = cues("person")
    kinds, matched = [], []
    against = [words_of(match) for match in groups[SUSTAIN].finditer(sentence.bare)]
    if sentence.end == "?" and not any(words.startswith(NO_QUESTION) for words in against):
        return ClientTalk("neutral talk", 0, 0)
    for kind, pattern in groups.items():
        if kind == SUSTAIN:
            continue
        match = pattern.search(sentence.bare)
        if match and not _inside(words_of(match), against):
            kinds.append(kind.replace("_", " "))
            matched.append(words_of(match))
    change, sustain = len(kinds), len(against)
    words = (*matched, *against)
    if change and sustain:
        first, second = ("change talk", "sustain talk") if change > sustain else ("sustain talk", "change talk")
        return ClientTalk(first, change, sustain, second, words, tuple(kinds))
    if change:
        return ClientTalk("change talk", change, 0, "", words, tuple(kinds))
    return ClientTalk("sustain talk", 0, sustain, "", words) if sustain else ClientTalk("neutral talk", 0, 0)


def _inside(words: str, others: list[str]) -> bool:
    """Whether *words* are only part of a longer cue on the other side ("I don't want to" holds "want to")."""
    return any(words in other for other in others)
