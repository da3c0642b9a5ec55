"""A worker's sentence: question (open or closed), reflection, information or advice, or something shorter."""

from __future__ import annotations

import re
from dataclasses import dataclass

from supervision_tui.practice.motivational.cues import cues, start_of, words_of
from supervision_tui.practice.motivational.sentences import Sentence

OPEN, CLOSED = "open question", "closed question"
REFLECTION, TELLING, OTHER = "reflection", "information or advice", "other"
QUESTIONS = frozenset({OPEN, CLOSED})
BESIDE = ("affirmation", "confrontation", "permission")
"""Cues shown beside a code; never counted as measured."""

WEIGHTS = {
    "strong_reflection": (REFLECTION, 2.0),
    "weak_reflection": (REFLECTION, 0.8),
    "advice": (TELLING, 2.2),
    "information": (TELLING, 1.5),
    "affirmation": (OTHER, 2.1),
    "confrontation": (TELLING, 2.4),
    "permission": (OTHER, 1.0),
    "leave": (OTHER, 2.0),
    "short": (OTHER, 0.9),
}
"""Group to code and weight. Chosen by reasoning about sentences that we wrote, not trained."""
AT_THE_START = 0.6
"""Added for a cue that opens the sentence."""
TWO_KINDS = 0.3
"""Added where two groups of cues say the same."""
CLOSE = 0.5
"""Two candidates nearer than this make a sentence unsure."""
FEW_WORDS = 3
MANY_WORDS = 12
TAG_WORDS = 4
ABOUT_US = frozenset({"i", "i'm", "im", "i'd", "i've", "my", "we", "we're", "we've", "we'd", "our", "me"})
"""A sentence that begins with one of these and says nothing else that is known is about the worker."""
SMALL_WORDS = frozenset(
    {
        "so", "and", "but", "well", "okay", "ok", "yeah", "yes", "no", "right", "now", "then", "oh", "all", "alright",
        "hmm", "mm", "mhm", "like", "also", "great", "good", "sure", "actually", "cause", "because", "or", "cool",
        "wow", "just", "maybe", "i", "guess", "see", "for", "you're", "that's", "do",
    }
)  # fmt: skip
"""Words that may stand before a question or a reflection without changing it."""
VERBS_THAT_ASK = frozenset(
    {
        "do", "does", "did", "are", "is", "was", "were", "would", "could", "can", "will", "might", "has", "have", "had",
        "should", "don't", "didn't", "aren't", "weren't", "wouldn't", "couldn't", "won't", "haven't", "can't", "isn't",
        "wasn't", "what's", "how's", "why's", "dont", "didnt", "arent", "whats", "hows",
    }
)  # fmt: skip
MID_SENTENCE = 1.1
"""Weight of "you feel" and the like that do not open the sentence ("if you feel ill, ring us")."""
TELLS = re.compile(
    r"(?:so |and |but |okay |well )*(?:what|how) "
    r"(?:i'?m|i am|i'?d|i would|i hear|i heard|we can|we could|we'?ll|i can|i'?ll|you'?re saying|you said)\b"
)
"""Beginnings with a question word that ask nothing; only where there are no stops to tell."""
SOUNDS = re.compile(
    r"(?:it )?(?:sounds?|seems?|looks?|feels?|appears)|what i|i'?m hearing|i hear|(?:on |from )?(?:the )?one hand"
)


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A code (empty: not coded), what else it may be, the words, cues beside it, and whether it is only a tag."""

    code: str
    perhaps: str = ""
    matched: tuple[str, ...] = ()
    cues: tuple[str, ...] = ()
    tag: bool = False

    @property
    def kind(self) -> str:
        """The code with open and closed taken together."""
        return "question" if self.code in QUESTIONS else self.code


def suggest(sentence: Sentence, *, stopped: bool) -> Suggestion:
    """A suggestion for *sentence*; *stopped* says that the turn has stops, so that a question would have its mark."""
    groups = cues("worker")
    beside = [(name, match) for name in BESIDE if (match := groups[name].search(sentence.bare))]
    names = tuple(name for name, _ in beside)
    words = tuple(words_of(match) for _, match in beside)
    asked = _question(sentence, stopped=stopped)
    found = asked or _statement(sentence)
    return Suggestion(found.code, found.perhaps, (*found.matched, *words), names, found.tag)


def _question(sentence: Sentence, *, stopped: bool) -> Suggestion | None:
    groups = cues("worker")
    marked = sentence.end == "?"
    if not marked:
        invited = groups["invitation"].search(sentence.bare)
        if invited:
            return Suggestion(OPEN, matched=(words_of(invited),))
        if sentence.end or stopped:
            return None
    if not marked and (TELLS.match(sentence.bare) or sentence.length == 1):
        return None
    code, match = _first(groups["open_question"].search(sentence.bare), groups["closed_question"].search(sentence.bare))
    if match is not None and (_opens(sentence, match) or _inverted(match)):
        return Suggestion(code, matched=(words_of(match),))
    return _said_as_a_question(sentence, match) if marked else None


def _first(wide: re.Match[str] | None, narrow: re.Match[str] | None) -> tuple[str, re.Match[str] | None]:
    """Whichever begins first; of two that begin together, the longer."""
    if wide is None or narrow is None:
        return (OPEN, wide) if wide else (CLOSED, narrow)
    ours, theirs = (start_of(wide), -len(words_of(wide))), (start_of(narrow), -len(words_of(narrow)))
    return (OPEN, wide) if ours < theirs else (CLOSED, narrow)


def _opens(sentence: Sentence, match: re.Match[str]) -> bool:
    """Whether *match* opens the sentence, small words before it aside."""
    return all(word in SMALL_WORDS for word in sentence.bare[: start_of(match)].split())


def _inverted(match: re.Match[str]) -> bool:
    """Whether the words ask by their order ("what do you", "can you"), not "what you"."""
    words = words_of(match).split()
    return bool(VERBS_THAT_ASK & set(words[:2]))


def _said_as_a_question(sentence: Sentence, match: re.Match[str] | None) -> Suggestion:
    """A statement with a question mark: a check of a reflection, or a short question."""
    reflected = cues("worker")["strong_reflection"].search(sentence.bare)
    tag = cues("worker")["tag_question"].search(sentence.bare)
    if reflected and SOUNDS.match(words_of(reflected)):
        return Suggestion(REFLECTION, CLOSED, (words_of(reflected),), tag=True)
    if reflected and sentence.length > FEW_WORDS and _opens(sentence, reflected):
        words = tuple(words_of(one) for one in (reflected, tag) if one)
        return Suggestion(CLOSED, REFLECTION, words, tag=tag is not None)
    words = tuple(words_of(one) for one in (match, tag) if one)[:1]
    return Suggestion(CLOSED, "", (*words, "?"), tag=tag is not None and sentence.length <= TAG_WORDS)


def _statement(sentence: Sentence) -> Suggestion:
    groups = cues("worker")
    scores: dict[str, float] = {}
    words: dict[str, list[str]] = {}
    for group, (code, weight) in WEIGHTS.items():
        match = groups[group].search(sentence.bare)
        if match is None:
            continue
        opens = _opens(sentence, match)
        score = weight + (AT_THE_START if opens else 0.0)
        if group == "strong_reflection" and not opens and words_of(match).startswith("you"):
            score = MID_SENTENCE
        if group == "short":
            score += 1.0 if sentence.length <= FEW_WORDS + len(words_of(match).split()) - 1 else -0.4
        again = TWO_KINDS if code in scores and group != "weak_reflection" else 0.0
        scores[code] = max(score, scores.get(code, 0.0)) + again
        words.setdefault(code, []).append(words_of(match))
    if not scores:
        return _by_length(sentence)
    if scores.keys() == {REFLECTION} and scores[REFLECTION] < MID_SENTENCE:
        first, second = (TELLING, REFLECTION) if sentence.length >= MANY_WORDS else (REFLECTION, TELLING)
        return Suggestion(first, second, tuple(words[REFLECTION]))
    ranked = sorted(scores, key=lambda code: -scores[code])
    second = ranked[1] if len(ranked) > 1 and scores[ranked[0]] - scores[ranked[1]] < CLOSE else ""
    return Suggestion(ranked[0], second, tuple(words[ranked[0]]))


def _by_length(sentence: Sentence) -> Suggestion:
    """No cue was found: words about the worker go on with the talk, many words may tell, the rest may give back."""
    if sentence.length <= FEW_WORDS:
        return Suggestion("")
    if sentence.bare.split()[0] in ABOUT_US:
        return Suggestion(OTHER)
    if sentence.length >= MANY_WORDS:
        return Suggestion(TELLING, REFLECTION)
    return Suggestion(REFLECTION, TELLING)
