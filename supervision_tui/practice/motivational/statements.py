"""A worker's statement: does it give back, tell, or only keep the talk going? Points for cues; the highest wins.

Groups of phrases: ``templates/motivational/statement.yaml`` and, for two of them, ``worker.yaml``. The points are round
numbers set by reasoning about sentences of our own; nothing was fitted to a transcript.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from supervision_tui.lazy_pattern import lazy_pattern
from supervision_tui.practice.motivational.cues import cues, opener, words_of

REFLECTION, TELLING, OTHER = "reflection", "information or advice", "other"
SURE_FROM = 0.8
"""A lead of at least so many points is sure; below it the second is named too."""
POINTS: tuple[tuple[str, str, tuple[tuple[str, float], ...]], ...] = (
    ("statement", "sense", ((REFLECTION, 2.0),)),
    ("statement", "two_sides", ((REFLECTION, 0.5),)),
    ("statement", "fragment", ((REFLECTION, 0.6),)),
    ("statement", "begins_to_tell", ((TELLING, 0.8),)),
    ("statement", "announces", ((TELLING, 1.3), (REFLECTION, -0.8))),
    ("statement", "conditions", ((TELLING, 1.0),)),
    ("statement", "advising", ((TELLING, 1.3),)),
    ("statement", "people_in_general", ((TELLING, 0.8),)),
    ("statement", "offer", ((TELLING, 0.8),)),
    ("statement", "time", ((TELLING, 0.4),)),
    ("worker", "confrontation", ((TELLING, 0.6),)),
    ("worker", "information", ((TELLING, 0.3),)),
    ("statement", "greeting", ((OTHER, 2.0),)),
    ("statement", "choice", ((OTHER, 1.2), (REFLECTION, -0.8))),
    ("statement", "courage", ((OTHER, 1.2), (REFLECTION, -0.8))),
    ("statement", "reassures", ((OTHER, 1.8),)),
)
"""File, group, and the points that it gives."""
VALUES = lazy_pattern(r"(?<![\w'])(?:sounds|says|tells|shows|you're|you are|to have you)(?![\w'])")
"""In words of praise: they value what they seem to give back."""
STARTS_WITH_THE_PERSON, NAMES_THE_PERSON = 1.2, 0.4
FIRST_FACT, EACH_FURTHER_FACT, MOST_FURTHER_FACTS = 0.7, 0.3, 3
PRAISE, LONG_PRAISE = 1.5, 12
LONG_TURN = 40
LONG_WITHOUT_YOU = 12
SHORT = 3
SHORT_ANSWER, FEW = 5, 2
NUMBERS = frozenset(
    [
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
        "twenty",
        "thirty",
        "half",
    ]
)
_SMALL = frozenset(
    [
        "a",
        "an",
        "the",
        "and",
        "or",
        "but",
        "so",
        "to",
        "of",
        "in",
        "on",
        "at",
        "for",
        "with",
        "from",
        "by",
        "as",
        "is",
        "are",
        "was",
        "were",
        "be",
        "been",
        "am",
        "do",
        "does",
        "did",
        "have",
        "has",
        "had",
        "will",
        "would",
        "could",
        "can",
        "may",
        "might",
        "should",
        "it",
        "it's",
        "its",
        "that",
        "that's",
        "this",
        "these",
        "those",
        "there",
        "i",
        "i'm",
        "i've",
        "i'd",
        "i'll",
        "me",
        "my",
        "you",
        "your",
        "you're",
        "you've",
        "you'd",
        "we",
        "our",
        "they",
        "he",
        "she",
        "them",
        "his",
        "her",
        "not",
        "no",
        "yes",
        "yeah",
        "okay",
        "just",
        "really",
        "very",
        "well",
        "right",
        "then",
        "what",
        "which",
        "who",
        "how",
        "when",
        "where",
        "why",
        "if",
        "because",
        "about",
        "up",
        "out",
        "go",
        "got",
        "get",
        "all",
        "more",
        "much",
        "lot",
        "bit",
        "thing",
        "things",
        "one",
        "oh",
        "mm",
        "sure",
        "think",
        "guess",
        "maybe",
        "also",
        "too",
    ]
)


@dataclass(frozen=True, slots=True)
class Context:
    """What stands around a statement: the turn before it, its own turn, the sentence before it."""

    first: bool = False
    """Whether the turn is the first of the talk. A turn of which nothing is known is not the first."""
    person_asks: bool = False
    answers: bool = False
    """Whether the person has just told something, so that words without any cue may well give it back."""
    goes_on: str = ""
    """The program's own last code of the worker, where the person only showed that they listen."""
    words_in_turn: int = 0
    after: str = ""
    """The code of the statement before it in the same turn."""


@dataclass(slots=True)
class Points:
    """Points for each code, with the words that gave them."""

    of: dict[str, float] = field(default_factory=lambda: {REFLECTION: 0.5, TELLING: 0.0, OTHER: 0.0})
    words: dict[str, list[str]] = field(default_factory=dict)

    def add(self, code: str, points: float, words: str = "") -> None:
        """Give *points* to *code*, because of *words*."""
        self.of[code] += points
        if words and points > 0:
            self.words.setdefault(code, []).append(words)


def is_backchannel(words: str) -> bool:
    """Whether *words* (bare) only show that somebody listens."""
    return words == "you know what" or not cues("statement")["backchannel"].sub("", words).strip()


def weigh(words: str, around: Context) -> tuple[str, str, tuple[str, ...]]:
    """The code of a statement (*words*, bare), the second where it is close (else empty), the words that made it."""
    if is_backchannel(words):
        return OTHER, "", ()
    points = Points()
    _cued(words, points)
    _opened(words, points)
    _surrounded(words, around, points)
    first, second, *_ = sorted(points.of, key=lambda code: -points.of[code])
    close = points.of[first] - points.of[second] < SURE_FROM
    return first, second if close else "", tuple(dict.fromkeys(points.words.get(first, ())))


def _cued(words: str, points: Points) -> None:
    for file, group, given in POINTS:
        match = cues(file)[group].search(words)
        if match:
            for code, number in given:
                points.add(code, number, words_of(match))
    groups = cues("statement")
    facts = [words_of(match) for match in groups["fact"].finditer(words)]
    if facts:
        further = min(len(facts) - 1, MOST_FURTHER_FACTS)
        points.add(TELLING, FIRST_FACT + EACH_FURTHER_FACT * further, facts[0])
    if match := groups["praise"].search(words):
        if VALUES.search(words_of(match)):  # "That sounds like a great plan" values; it gives nothing back
            points.add(REFLECTION, -1.5)
        points.add(OTHER, PRAISE if len(words.split()) <= LONG_PRAISE else PRAISE / 2, words_of(match))


def _opened(words: str, points: Points) -> None:
    """How the statement begins: with the person, with the worker, with "so" or "well"."""
    groups = cues("statement")
    small, rest = opener(words)
    every = words.split()
    named = next((word for word in every if word.startswith("you")), "")
    if told_to := groups["told_to"].match(rest):
        points.add(TELLING, 0.4, words_of(told_to))
    elif match := groups["speaks_of_the_person"].match(rest):
        points.add(REFLECTION, STARTS_WITH_THE_PERSON, words_of(match))
    elif named:
        points.add(REFLECTION, NAMES_THE_PERSON, named)
    sensed = groups["sense"].search(words)
    of_the_worker = groups["speaks_of_the_worker"].match(rest) and not sensed
    if "so" in small and not of_the_worker:
        points.add(REFLECTION, 0.8, "so")
    elif small and small[-1] in {"and", "but", "because", "then"}:
        points.add(REFLECTION, 0.4, small[-1])
    if small and ("well" in small or small[0] == "no"):
        short = "well" not in small and len(every) <= SHORT_ANSWER and not groups["fact"].search(words)
        points.add(OTHER if short else TELLING, 1.3, "well" if "well" in small else "no")
        points.add(REFLECTION, -0.4)
    if of_the_worker:
        points.add(REFLECTION, -0.8)
        points.add(TELLING, 0.5, rest.split()[0])
        points.add(OTHER, 0.5, rest.split()[0])
    if not named and not sensed and (match := groups["it_does"].search(words)):
        points.add(TELLING, 0.4, words_of(match))
    if not named and len(every) >= LONG_WITHOUT_YOU:
        points.add(TELLING, 0.3)


def _surrounded(words: str, around: Context, points: Points) -> None:
    every = words.split()
    empty = all(word in _SMALL for word in every)
    named = any(word.startswith("you") for word in every)
    groups = cues("statement")
    cued = named or any(groups[cue].search(words) for cue in ("feeling", "sense", "fragment"))
    if not cued and not around.answers:
        points.add(REFLECTION, -0.4)  # plain telling: nothing says that it gives back
        points.add(TELLING, 0.0 if empty or len(every) <= SHORT else 0.2)
    if around.person_asks:
        echo = len(every) <= FEW and not groups["fact"].search(words) and not groups["time"].search(words)
        points.add(OTHER if echo and not any(word in NUMBERS for word in every) else TELLING, 0.9)
    if around.words_in_turn >= LONG_TURN:
        points.add(TELLING, 1.0)
    if around.after == TELLING:
        points.add(TELLING, 0.8)
    if around.first:
        points.add(OTHER, 0.8)
        points.add(REFLECTION, -0.4)
    if len(every) <= SHORT:
        points.add(OTHER, 1.3 if empty or every[0] in {"oh", "ah", "aw", "hey"} else 0.5)
    if around.goes_on in {REFLECTION, TELLING}:
        points.add(around.goes_on, 0.6)
    elif around.goes_on:
        points.add(OTHER, 0.3)
