"""Whether a worker's sentence asks: by its mark, by the order of its words, or as a statement with a rising voice.

Open and closed are told apart by the phrases of ``templates/motivational/worker.yaml``; what is here is word order.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from supervision_tui.lazy_pattern import lazy_pattern
from supervision_tui.practice.motivational.cues import cues, opener
from supervision_tui.practice.motivational.sentences import Sentence, bare
from supervision_tui.practice.motivational.statements import is_backchannel

_AUXILIARY = (
    "(?:do|does|did|are|is|was|were|would|could|can|will|have|has|had|might|should|may|am|shall|don't|didn't|doesn't|"
    "aren't|isn't|wasn't|weren't|wouldn't|couldn't|can't|won't|haven't|hasn't|shouldn't)"
)
_PRONOUN = "(?:you|your|it|that|this|they|he|she|we|i)"
_SUBJECT = (
    "(?:you|your|it|that|this|they|he|she|we|i|the|there|these|those|things|anything|anyone|something|someone|people|"
    "some|any|an?|my|our|their|his|her|life|everything|mum|mom|dad|nan|school)"
)
_WH = "(?:what|why|how|when|where|who|which|whose)"
_SCALE = "(?:many|much|often|long|old|far|important|confident|ready|likely|soon|willing|motivated|sure)"


def _words(pattern: str, *, start: bool = False) -> re.Pattern[str]:
    return re.compile(rf"{chr(92)}A(?:{pattern})(?![\w'])" if start else rf"(?<![\w'])(?:{pattern})(?![\w'])")


INVERTED_WH = _words(
    rf"{_WH}(?: (?!{_AUXILIARY} |{_PRONOUN} |to )[\w']+){{0,3}} {_AUXILIARY} {_SUBJECT}"
    r"|(?:what|how|why|where|when) (?:do|does|did) (?!not )[\w']+"
    rf"|(?:what|how|why|where|who|when)'(?:ve|re|ll) {_SUBJECT}"
    r"|(?:what|how|why|where|who|when)'d (?:you|it|that|he|she|they|we|your)"
    r"|(?:what|how|why|where|who|when)'s (?:it|that|your|the|this|a|going|been|next|important|most|stopping|keeping|"
    r"making|happening|happened|there|different|changed|good|hard|hardest|best|worst|wrong|new|behind|driving|bothering|"
    r"worrying|got|in it|it like|on your|helping|helped|worked|working)"
)
"""A question word, up to three words that are no subject, an auxiliary, its subject ("what would it", not "how to")."""
WH_SUBJECT = _words(
    r"(?:what|who|which(?: [\w']+){0,4}) (?:would|could|might|has|have|had|is|was|are|were|makes|made|brings|brought|"
    r"keeps|kept|helps|helped|happens|happened|worries|matters|concerns|stops|stopped|feels|felt|seems|seemed|looks|goes|"
    r"went|comes|came|changed|bothers|scares|gives|needs|gets|got|leads|works|worked|else|"
    r"other|about|if|kind|sort|knows)",
    start=True,
)
HOW_FAR = _words(rf"how {_SCALE}(?: [\w']+){{0,2}} {_AUXILIARY}")
STARTS_HOW_FAR = _words(rf"how (?:{_SCALE}|about|come|else)", start=True)
WHAT_WOULD = _words(r"(?:what|which|how) (?:would|could|might|else|about|if|makes|made|kind|sort)")
AUXILIARY_FIRST = _words(rf"(?![a-z]+n't (?:your|the|my|our|their|his|her|an?) ){_AUXILIARY} {_SUBJECT}", start=True)
"""An auxiliary and its subject; "Wasn't your idea" leaves its subject out and asks nothing."""
ASKS_YOU = _words(
    "(?<!to )(?:do|did|are|were|would|could|can|will|have|had|don't|didn't|aren't|haven't|wouldn't|couldn't|can't|"
    "won't) you"
)
STARTS_SHORT = _words(
    rf"{_WH}|any|anything|anyone|anybody|something|ever|such as|or|because|for example|meaning|ready|sure|thoughts|"
    r"questions|on a scale|from",
    start=True,
)
SAID_BACK = _words(
    r"(?:what|how) (?:you're|you are|you were|you've|you said|you told|i'm hearing|i am hearing|i'm picking|i hear|"
    r"i heard|i'm|we can|we're)",
    start=True,
)
"""A question word that asks nothing: "What you're saying is he frightens you?"."""
CHECK = _words(
    r"(?:is that|am i|does that|did i|do i|have i|was that)(?: \w+){0,2} (?:right|correct|fair|accurate|it|sense|get|"
    r"got|heard|hearing|understand|understanding|sound|seem|feel|true)|\A(?:right|correct|is that|am i|does that)\Z"
)
CHECK_AT_THE_END = lazy_pattern(
    r"(?:is that|am i|was that|does that|did i|have i)(?: \w+){0,2} (?:right|correct|fair|accurate|true|it|sense)\Z"
    r"|(?<= )(?:right|correct|isn't it|don't you|aren't you|haven't you|is it|isn't that|didn't you|wasn't it|"
    r"doesn't it)\Z"
)
PROPOSAL = _words(
    "(?<!where )(?<!when )(?<!how )(?<!what )(?<!who )shall we|why don't we|"
    "why don't you (?:try|go|come|take|call|ring|think|see|start|do|give|make|get|have|ask)"
)
INVITATION = _words(
    r"(?:tell|show|talk to|remind) (?:me|us) (?:a|some|more|about|what|how|why|the|your|all|just|who|where|when)"
    r"|(?:walk|take|talk) (?:me|us) through|help (?:me|us) (?:to )?understand"
    r"|say (?:something|some|a (?:bit|little)) more"
    r"|say more|give (?:me|us) an (?:example|idea)"
)
STARTS_INVITATION = _words(
    r"describe|talk to me about|talk to us about|explain|imagine|suppose|picture|tell me|tell us|say more"
    r"|what i'm (?:really |also )?(?:interested|curious)"
    r"|would it be (?:okay|ok|all right|alright) if|is it (?:okay|ok|all right|alright) if",
    start=True,
)
SOMEBODY_TELLS = _words(r"(?:you|they|he|she|who|to|can|will|i'll) (?:can |could |to )?(?:tell|show|say|talk)")
WONDERING = _words(
    rf"(?:wondering|curious|wonder|interested to (?:know|hear)) (?:\w+ )?{_WH}"
    r"|(?:wondering|curious|wonder|wondered) (?:if|whether) (?:you|there|that|it|your)(?:'ve|'d|'re)?(?! might)"
    r"|i(?:'d| would) (?:really |also )?(?:like|love) (?:you )?to (?:hear|know|understand|ask you|learn)"
    r"|(?:can|could|may) i ask"
)
UNMARKED_WH = _words(rf"{_WH}(?: [\w']+){{0,3}} {_AUXILIARY} (?:you|your)", start=True)
STOPPED_WH = _words(
    rf"{_WH}(?: else| often| long| much| many)? (?:do|does|did|would|could|will|can|might) (?:{_PRONOUN}|the)"
    r"|(?:do|did|are|would|could|have) you(?! to )",
    start=True,
)
NO_QUESTION = _words(
    r"(?:have|has|do|does) (?:a|an|the|some|any|my|our|their)|(?:what|how) an? |(?:which|who|when|where) (?:you|they|i|"
    r"he|she|we|it|can|will|means?)",
    start=True,
)
OFFERS_A_CHOICE = lazy_pattern(r" or (?:shall|would|do|is|are|not|leave|not now|wait)(?![\w'])")
"""A proposal that leaves another way open asks ("Shall we look at it, or leave it for now?")."""
MOST_IN_A_CHECK = 10
MOST_IN_A_SHORT_QUESTION = 8
MOST_IN_A_BACKCHANNEL = 3
LONG, VERY_LONG = 8, 16
FEW = 2
NAMES_SOMEBODY = _words(r"you|you're|your|you've|you'd|not|feeling|feels|felt")
"""In a word or two with a question mark: they give back; "And mornings?" names a matter, and asks about it."""
RISING_IS_A_REFLECTION = 2


@dataclass(frozen=True, slots=True)
class Asked:
    """How a sentence asks: a ``question``, ``rising`` (a statement as a check), ``proposal`` ("Shall we ...")."""

    kind: Literal["question", "rising", "proposal"]
    sure: bool = True
    open: bool = False
    """Whether it is an invitation, so open whatever its words."""
    tag: bool = False
    """Whether it only checks what was said before it."""
    reflects: bool = False
    """Of a rising statement: whether it is a reflection first."""


def asked(sentence: Sentence, *, stopped: bool) -> Asked | None:  # noqa: PLR0911 - a rule a line
    """How *sentence* asks, or None; *stopped* says that its turn has stops, so that a question would have its mark."""
    words, rest = sentence.bare, opener(sentence.bare)[1]
    if PROPOSAL.search(words) and not OFFERS_A_CHOICE.search(words):
        return Asked("proposal", sure=False)
    if sentence.end == "?":
        return _marked(sentence, rest)
    if is_backchannel(words):
        return None
    if INVITATION.search(words) or STARTS_INVITATION.match(rest):
        telling = SOMEBODY_TELLS.search(words) and not ASKS_YOU.match(rest)
        return Asked("question", sure=not telling, open=True)
    if WONDERING.search(words):
        return Asked("question", sure=False, open=True)
    asks_later = not sentence.end and INVERTED_WH.search(words)
    if SAID_BACK.match(rest) or (NO_QUESTION.match(rest) and not asks_later):
        return None
    if UNMARKED_WH.match(rest):
        return Asked("question", sure=not sentence.end)
    if sentence.end:
        return Asked("question", sure=False) if STOPPED_WH.match(rest) else None
    return _unmarked(words, rest, stopped=stopped)


def _marked(sentence: Sentence, rest: str) -> Asked | None:  # noqa: PLR0911 - a rule a line
    words = sentence.bare
    if words in {"you know", "you know what"} or (is_backchannel(words) and sentence.length <= MOST_IN_A_BACKCHANNEL):
        return Asked("question", tag=True) if words in {"right", "correct"} else None
    if SAID_BACK.match(rest):
        return _rising(words)
    if CHECK.search(rest) and sentence.length <= MOST_IN_A_CHECK and not INVERTED_WH.search(words):
        return Asked("question", tag=True)
    if INVITATION.search(words) or STARTS_INVITATION.match(rest):
        return Asked("question", open=True)
    if WONDERING.search(words):
        return Asked("question", open=True)
    ending = CHECK_AT_THE_END.search(words)
    body = words[: ending.start()] if ending else words
    clauses = [opener(bare(clause))[1] for clause in re.split(r"[,;:]|\s-+\s", sentence.text) if bare(clause)]
    whole = clauses[:-1] if ending else clauses
    if any(pattern.search(words) for pattern in (INVERTED_WH, HOW_FAR, WHAT_WOULD)) or ASKS_YOU.search(body):
        return Asked("question")
    starts = (AUXILIARY_FIRST, WH_SUBJECT, STARTS_HOW_FAR)
    if STARTS_SHORT.match(rest) or any(pattern.match(clause) for pattern in starts for clause in (rest, *whole)):
        return Asked("question")
    if ending:
        return Asked("rising", sure=False, reflects=sentence.length >= LONG)
    if len(rest.split()) <= FEW and not NAMES_SOMEBODY.search(words):
        return Asked("question", sure=False)
    return _rising(words)


def _unmarked(words: str, rest: str, *, stopped: bool) -> Asked | None:  # noqa: PLR0911 - a rule a line
    """A sentence that ends with nothing."""
    length = len(words.split())
    if AUXILIARY_FIRST.match(rest) and length > 2:  # noqa: PLR2004 - "did you" alone is an echo
        return Asked("question")
    if length > 2 and re.match(r"(?:what|how|where|who|why)'s (?!what)", rest):  # noqa: PLR2004 - "what's what" is none
        return Asked("question")
    inverted = INVERTED_WH.search(words)
    if inverted and (not stopped or STARTS_SHORT.match(rest)):
        return Asked("question")
    if stopped:
        return None
    if HOW_FAR.search(words) or STARTS_HOW_FAR.match(rest) or WH_SUBJECT.match(rest):
        return Asked("question")
    if ASKS_YOU.search(words):
        return Asked("question", sure=False)
    short = 1 < length <= MOST_IN_A_SHORT_QUESTION and re.match(
        rf"(?:{_WH}|any|anything)(?![\w'])(?! {_PRONOUN}(?![\w]))", rest
    )
    return Asked("question", sure=False) if short else None


def _rising(words: str) -> Asked:
    """A statement with a question mark: both a reflection and a question; the points say which comes first."""
    small, _ = opener(words)
    length = len(words.split())
    points = ("so" in small) + (length >= LONG) + (length >= VERY_LONG)
    points += length >= LONG and bool(re.search(r" (?:but|because|and) ", words))
    points += bool(cues("statement")["feeling"].search(words))
    return Asked("rising", sure=False, reflects=points >= RISING_IS_A_REFLECTION)
