"""A person's words: which lean towards a change, which towards staying, and how.

DARN-CAT: Miller and Rollnick 2013, 2023.
"""

from __future__ import annotations

from dataclasses import dataclass

from supervision_tui.lazy_pattern import lazy_pattern
from supervision_tui.practice.motivational.cues import cues, start_of, words_of
from supervision_tui.practice.motivational.sentences import Sentence, bare

SUSTAIN = "sustain_talk"
CHANGE_WORDS = "change_words"
"""Counted, and no kind of change talk by themselves."""
NO_QUESTION = ("what's the", "what is the", "why should i", "who cares", "so what", "am i supposed to", "am i meant to")
"""Beginnings of questions that nobody wants answered."""
POINTS = {
    "commitment": 2.0, "desire": 2.0, "ability": 2.0, "activation": 2.0, "taking_steps": 1.5, "need": 1.5,
    "reasons": 1.0, CHANGE_WORDS: 1.0, SUSTAIN: 2.0,
}  # fmt: skip
"""Points for a kind; a kind counts once, sustain talk a quarter more for each further cue."""
WEAK = 1.0
"""Points of a sustain cue that only says that it is hard, or that there is doubt."""
AGAIN = 0.25
AFTER_BUT = 1.5
"""Weight of what comes after the last "but": "I know I should, but ..." leans the second way."""
ASKED_FOR = 1.0
"""Points for an answer to a question that asks for change ("What would be a first step?")."""
FEWEST_IN_AN_ANSWER = 4
FEWEST_LETTERS = 4
_POINTS_BACK = frozenset({"it", "it's", "that", "that's", "this", "them", "so"})
_BUT = lazy_pattern(r"(?<![\w'])(?:but|although|though|except|however)(?![\w'])")
_WEAK = lazy_pattern(r"(?:hard|difficult|tough|stress|don't know|no idea|not sure|not so sure|only|just)")
_SOMEBODY = r"(?:him|her|them|the (?:kids|children|baby|boys|girls|little ones)|my [a-z]+|our [a-z]+|[a-z]+)"
_FEARED_LOSS = lazy_pattern(
    r"(?<![\w'])(?:don't|do not|never|wouldn't) (?:really |ever )?(?:want|wanna) (?:to )?"
    r"(?:lose|hurt|miss|end up|go back|be like|let (?:him|her|them|my))(?![\w'])"
    rf"|(?<![\w'])(?:(?:don't|do not|never) (?:really |ever )?(?:want|wanna)|can't have|won't have|hate) {_SOMEBODY} "
    r"(?:to (?:grow|think|see|end|have|find|feel|be|go|remember|hear|hate|turn)(?![\w'])|"
    r"(?:growing|thinking|seeing|ending|having|finding|remembering|feeling|being|going|hearing|living|turning|hurt|scared|taken))"
    r"|(?:won't|not going to|not gonna|never) (?:get|make|pass|see|be allowed|keep|have) [^.]{0,40}"
    r"(?<![\w'])(?:if|unless|until) (?:i|my|we)(?![\w'])"
)
"""What a person does not want to happen speaks for a change: to them, to their children, if nothing changes."""
_HOW = lazy_pattern(r"(?<![\w'])((?:i|we|you|they|he|she|it)(?:'\w{1,2})?) (?:[a-z]{4,}ly|even) (?=\w)")
"""How somebody can, wants or does not: "I physically can't" counts as "I can't"."""
_NEGATED = lazy_pattern(r"(?<![\w'])(?:not|never|cannot|\w+n't) (?:\w+ ){0,2}\Z")
_ASSENT = lazy_pattern(
    r"(?:(?:yeah|yes|yep|yup|right|exactly|absolutely|definitely|sure|true|correct|mm|hmm|mhm|uh huh|okay|ok|oh|well|"
    r"no|alright|all right|i do|i am|i have|i would|i know|it is|it does|it would|that's (?:right|true|it)|i think so|"
    r"(?:it's|that's) (?:fine|okay|ok|alright|all right)|i guess so|i suppose so|i guess|i suppose|probably|of course|"
    r"that helps|that's helpful|good to know|(?:that )?makes sense|fair enough|"
    r"thanks|thank you|great|good|fine|cool)(?: |\Z))+\Z"
)
_CALLS_FOR_CHANGE = lazy_pattern(
    r"(?<![\w'])(?:what (?:would|could|might|else|steps?|reasons|ideas|do you want|are you willing|makes you want)|"
    r"how (?:would|could|might|confident|ready|important)|goals?|(?:first|next) step|willing|would you like)(?![\w'])"
)
_SCALE = lazy_pattern(
    r"(?<![\w'])(?:scale|out of (?:ten|10)|(?:nought|zero|one|0|1) (?:to|and) (?:ten|10)|"
    r"how (?:important|confident|ready|willing|motivated|sure))(?![\w'])"
)
_NUMBER_WORDS = ("nought", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_NUMBERS = {name: number for number, word in enumerate(_NUMBER_WORDS) for name in (word, str(number))} | {"zero": 0}
HIGH, LOW = 6, 3
"""On a scale of nought to ten: from here on an answer leans to change, up to here to staying."""
_NO_ANSWER = lazy_pattern(r"(?<![\w'])(?:don't know|not sure|no idea|dunno)(?![\w'])")


@dataclass(frozen=True, slots=True)
class ClientTalk:
    """How a sentence leans, with the points of each side, the kinds of change talk and the words."""

    code: str
    change: float
    sustain: float
    perhaps: str = ""
    matched: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()


NEUTRAL = ClientTalk("neutral talk", 0, 0)


def only_agrees(words: str) -> bool:
    """Whether *words* (bare) only say yes or no to what was said: neutral, whatever that was."""
    return bool(_ASSENT.match(words))


def asked_for_change(before: str | None, answer: str) -> bool:
    """Whether *answer* (bare) answers a question in *before* that asks for change."""
    if not before or len(answer.split()) < FEWEST_IN_AN_ANSWER:
        return False
    if not before.rstrip().endswith("?") and any(mark in before for mark in ".?!"):
        return False
    return bool(_CALLS_FOR_CHANGE.search(bare(before))) and not _NO_ANSWER.search(answer)


def answered_on_a_scale(before: str | None, answer: str) -> tuple[float, float]:
    """Points for change and for staying in an *answer* (bare) to a question in *before* that asks for a number."""
    if not before or not _SCALE.search(bare(before)):
        return 0.0, 0.0
    numbers = [_NUMBERS[word] for word in answer.split() if word in _NUMBERS]
    if not numbers:
        return 0.0, 0.0
    return (ASKED_FOR if numbers[-1] >= HIGH else 0.0, ASKED_FOR if numbers[-1] <= LOW else 0.0)


def names_other_change(sentence: Sentence, change: str) -> bool:
    """Whether *sentence* may be about something else than the *change* that was named.

    It is not where it shares a word with it (by its first four letters), points back ("it", "that") or is very short.
    """
    named = {_stem(word) for word in bare(change).split() if len(word) >= FEWEST_LETTERS}
    words = sentence.bare.split()
    if not named or len(words) <= FEWEST_IN_AN_ANSWER:
        return False
    return not (named & {_stem(word) for word in words}) and not _POINTS_BACK.intersection(words)


def _stem(word: str) -> str:
    return word[:FEWEST_LETTERS]


def talk_direction(sentence: Sentence) -> ClientTalk:
    """How *sentence* leans. A question leans nowhere, unless it only looks like one ("What's the point?")."""
    if sentence.end == "?" and not any(start in sentence.bare for start in NO_QUESTION):
        return NEUTRAL
    bare_words = _HOW.sub(r"\1 ", sentence.bare)
    clauses = _BUT.split(bare_words)
    change = sustain = 0.0
    kinds: list[str] = []
    words: list[str] = []
    if feared := _FEARED_LOSS.search(bare_words):
        clauses = [clause.replace(feared.group(), " ") for clause in clauses]
        change, kinds, words = POINTS["desire"], ["desire"], [feared.group()]
    whole_against = [words_of(match) for match in cues("person")[SUSTAIN].finditer(bare_words)]
    for number, clause in enumerate(clauses):
        weight = AFTER_BUT if number and number == len(clauses) - 1 else 1.0
        against = [cue for cue in whole_against if number == len(clauses) - 1 and cue.startswith("but ")]
        against += [words_of(match) for match in cues("person")[SUSTAIN].finditer(clause)]
        towards = _towards(clause, against)
        change += weight * sum(POINTS[kind] for kind, _ in towards)
        sustain += weight * _sustain_points(against)
        kinds += [kind.replace("_", " ") for kind, _ in towards if kind != CHANGE_WORDS]
        words += [*(cue for _, cue in towards), *against]
    return direction_of(change, sustain, tuple(dict.fromkeys(words)), tuple(dict.fromkeys(kinds)))


def direction_of(change: float, sustain: float, words: tuple[str, ...] = (), kinds: tuple[str, ...] = ()) -> ClientTalk:
    """The side with more points (equal: change); the other is named too where it has at least half as many."""
    if not change and not sustain:
        return NEUTRAL
    first, second = ("change talk", "sustain talk") if change >= sustain else ("sustain talk", "change talk")
    close = 2 * min(change, sustain) >= max(change, sustain) or (change and sustain)
    return ClientTalk(first, change, sustain, second if close else "", words, kinds)


def _sustain_points(against: list[str]) -> float:
    if not against:
        return 0.0
    strongest = max(WEAK if _WEAK.search(cue) else POINTS[SUSTAIN] for cue in against)
    return strongest * (1 + AGAIN * (len(against) - 1))


def _towards(clause: str, against: list[str]) -> list[tuple[str, str]]:
    """Kinds of change talk in *clause* with their words; not inside a cue *against*, not after a negation."""
    found = []
    for kind, pattern in cues("person").items():
        if kind == SUSTAIN:
            continue
        match = pattern.search(clause)
        if match is None or any(words_of(match) in cue for cue in against):
            continue
        negated = kind not in {"need", "reasons", "commitment"} and _NEGATED.search(clause[: start_of(match)])
        if not negated:
            found.append((kind, words_of(match)))
    return found
