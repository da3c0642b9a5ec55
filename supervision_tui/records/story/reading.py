"""What a typed line tells: whether a child was seen, and alone; whose words stand in quotation marks; who told it.

Rules over plain English, for lines as they are typed in a session; what they do not say is never filled in. Alone is
taken only where the line says so of a meeting: "left alone" and "not alone" are no such thing.
Source: content specification 7.1 (seen when, alone; what the child says or shows; evidence with sources).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from supervision_tui.days import read_past_day
from supervision_tui.lazy_pattern import lazy_pattern

_KIN = (
    r"mum|mam|mom|mother|dad|father|parents?|both|step(?:mum|dad|mother|father)|nan|nana|gran|granny|grandma|grandad|"
    r"grandmother|grandfather|carers?|foster carers?|brothers?|sisters?|siblings?|family|partner|staff|teacher|others|"
    r"uncle|aunt|auntie|cousins?|someone|somebody|adults?"
)
_NOT_ALONE = lazy_pattern(
    r"\b(?:not|never|nobody|no one|wasn't|wasnt|isn't|couldn't|could not|cannot|can't|didn't|did not|not yet|hardly|"
    r"without being|refused to be|to be|should be|must be|ask(?:ed)? to be|need(?:s|ed)? to be|want(?:s|ed)? to be|"
    r"unable to be|yet to be|hope to|will be|no chance to be)\s+(?:(?:yet|really|ever|been|be|seen|spoken to|met|left|"
    r"see|speak to|meet|him|her|them)\s+)*(?:with\s+)?(?:alone|on (?:his|her|their) own|by (?:him|her|them)sel)|"
    r"\balone\s*(?::|\?|-|=)\s*no\b|\balone\?|\bno,? not alone\b|\bnot since\b[^.;]*\balone\b"
)
_ALONE_OF_LIFE = lazy_pattern(
    r"\b(?:left|home|house|feels?|felt|feeling|be|being|sits?|sat|sitting|plays?|played|playing|eats?|"
    r"ate|eating|sleeps?|"
    r"slept|walks?|walked|walking|travels?|travelled|cries|cried|lives?|living|stay(?:s|ed)?|all|go(?:es)?|"
    rf"went|going|came|comes|(?:{_KIN})(?: (?:is|was))|leave|leaves)\s+(?:all\s+|at home\s+|out\s+|"
    rf"upstairs\s+|to \w+\s+)?"
    r"(?:alone|on (?:his|her|their) own|by (?:him|her|them)sel(?:f|ves))|\balone (?:at night|"
    r"in the (?:house|flat|dark)|with "
    rf"(?:the )?(?:baby|{_KIN})|for the (?:night|weekend)|overnight|all (?:day|night))|\blet alone\b|"
    rf"\bleave \w+ alone\b"
)
"""Somebody is alone in a way that is no meeting with us."""
_WAS_ALONE = lazy_pattern(
    r"\b(?:is|was|there)\s+(?:all\s+)?(?:alone|on (?:his|her|their) own|by (?:him|her|them)sel(?:f|ves))"
)
"""The same, where the line is not about when the child was seen."""
_ALONE = lazy_pattern(
    r"\balone\b|\bon (?:his|her|their) own\b|\bby (?:him|her)self\b|\bby themsel(?:f|ves)\b|\bone[- ](?:to|2)[- ]one\b|"
    r"\b1:1\b|\b121\b|\b1-1\b|\bjust (?:the two of us|him and me|her and me|them and me)\b|\bin private\b|"
    rf"\bwithout (?:(?:his|her|their|the|any) )?(?:{_KIN})\b"
)
_MET = lazy_pattern(
    r"\b(?:seen|saw|see|met|visit(?:ed)?|spoken (?:to|with)|spoke (?:to|with)|talked (?:to|with)|with me|to me)\b"
)
_NOT_SEEN = lazy_pattern(
    r"^\W*(?:no|none|never|n/?a|unborn|unknown|not (?:known|sure))\W*$|"
    r"\bnot (?:been )?seen\b(?! alone)(?! on (?:his|her|their))|"
    r"\bnever (?:been )?seen\b(?! alone)|\bnobody has seen\b|\b(?:was|were) not (?:at )?(?:home|in|"
    r"there)\b|\bno (?:answer|reply)\b|"
    r"\bnot seen (?:him|her|them)\b|\bhas not been seen\b(?! alone)|\bhaven't seen\b|\bhave not seen\b"
)
_SINCE = lazy_pattern(r"\bsince\b")
_NEXT_TIME = lazy_pattern(
    r"\bbefore(?: that)?\s*:|\bbefore that\b|\bbefore then\b|\bpreviously\b|\bearlier\b|\band on\b|;|\. (?=[A-Z0-9])|\n"
)
_BEGINNING = lazy_pattern(r"^(?:before(?: that| then)?\s*:?\s*|not seen since\b)", re.IGNORECASE)
_SEEN_FIRST = lazy_pattern(
    r"(?:(?:he|she|they) (?:was|were) )?seen\b(?:[ ,:]+(?:alone|on (?:his|her|their) own))?[ ,:]*", re.IGNORECASE
)
"""What stands for being seen, and alone, which the kind tells by itself."""
_ON_A_DAY = lazy_pattern(
    r"\s*,?\s*\b(?:on )?(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day\b,?\s*)?(?:the )?\b\d{1,2}(?:st|nd|rd|th)? "
    r"(?:of )?(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\b(?: \d{4}\b)?|"
    r"\s*,?\s*\b(?:on )?\d{1,2}/\d{1,2}(?:/\d{2,4})?(?!\w)|"
    r"\s*,?\s*\bon (?:mon|tues|wednes|thurs|fri|satur|sun)day\b",
    re.IGNORECASE,
)
"""The day, which stands beside it."""
_BY = lazy_pattern(r",? by (?P<by>[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)*)$")
_SOURCE = lazy_pattern(r"\s*\((?P<source>[^()]{2,90})\)\W*$")
_KNOWN = lazy_pattern(r"^How we know: (?P<source>.+)$", re.MULTILINE)
_QUOTED = lazy_pattern(
    r"“(?P<curly>[^”]{2,600})”|‘(?P<single>[^\n]{2,600}?)’(?!\w)|\"(?P<double>[^\"\n]{2,600})\"|"
    r"(?<!\w)'(?=\S)(?P<straight>[^\n]{2,600}?)(?<=[\w.!?,…])'(?!\w)"
)
_SPEAKER = lazy_pattern(
    r"(?:^|[.;:,(]\s*|\b(?:and|but|then|when|that)\s+|"
    r"\n)\s*(?P<who>(?:[A-Z][\w'’-]*(?:\s+[A-Z][\w'’-]*)*|(?:his|her|their|the|our)\s+\w+"
    r"|s?he|they|[a-z]{3,9}))(?:\s+(?:then|also|once|quietly|later|only|just|has|had))*\s+"
    r"(?:said|says|saying|told|tells|asked|asks|shouted|shouts|wrote|writes|whispered|answered|"
    r"replied|calls?|called|thinks|"
    r"thought|added|texted|screamed|cried)\b(?:(?<=\w)'(?=\w)|[^.;“‘\"'])*$"
)
_OF_THE_CHILD = frozenset(
    {"he", "she", "they", "who", "child", "baby", "the child", "the baby", "then", "also", "just", "only"}
)


@dataclass(frozen=True, slots=True)
class Seen:
    """A time that a child was seen: *kind* (alone or not), *when* in the form of a family file, its *day*, in *words*.

    *when* is empty where the line names no day; *day* is then the day on which it was written.
    """

    kind: Literal["seen", "seen_alone"]
    when: str
    day: date
    words: str
    by: str = ""


def seen_in(text: str, on: date, *, asked: bool = True) -> list[Seen]:
    """The times that a child was seen by *text*, written *on* a day, as they stand in the line.

    Args:
        text: what was typed.
        on: the day on which it was typed.
        asked: whether the field asks when the child was seen; elsewhere the line must speak of a meeting.
    """
    found = []
    for clause in _clauses(_QUOTED.sub(" ", text)):
        low = clause.lower().replace("’", "'")
        alone = is_alone(clause, asked=asked)
        if not asked and not (_MET.search(low) and (alone or "seen" in low or "saw" in low)):
            continue
        none = _NOT_SEEN.search(low)
        if none is not None and not _SINCE.search(low[none.start() :]):
            continue
        words, source = split_source(clause)
        past = read_past_day(words, on, planned=False) or (read_past_day(source, on, planned=False) if source else None)
        if past is None and not alone:
            continue
        rest = past.rest if past is not None and past.rest in words else words
        where, by = _place_and_worker(_BEGINNING.sub("", rest).strip(" ,;:-."))
        found.append(
            Seen(
                "seen_alone" if alone and none is None else "seen",
                past.when if past else "",
                past.day if past else on,
                where,
                source or by,
            )
        )
    return found


def _place_and_worker(words: str) -> tuple[str, str]:
    """Where and with whom somebody was seen, and by whom: of "Seen alone at school on 24 Nov, by Priya", both."""
    begin = _SEEN_FIRST.match(words)
    if begin is None:
        return words, ""
    bare = _ON_A_DAY.sub("", words[begin.end() :])
    worker = _BY.search(bare)
    return (bare[: worker.start()] if worker else bare).strip(" ,;:-."), worker["by"] if worker else ""


def _clauses(text: str) -> list[str]:
    """*text* cut where it goes on to another time; a later part without a day belongs to the one before."""
    parts = [part.strip(" ,;:-") for part in _NEXT_TIME.split(text)]
    found: list[str] = []
    for part in filter(None, parts):
        if found and read_past_day(part, date.max.replace(year=2100), planned=False) is None:
            found[-1] += f". {part}"
        else:
            found.append(part)
    return found


def is_alone(text: str, *, asked: bool = True) -> bool:
    """Whether *text* says that somebody was seen alone: "left alone", "not alone" and "alone?" do not.

    *asked*: the field asks when the child was seen; elsewhere "was alone" is no meeting either.
    """
    low = text.lower().replace("’", "'")
    low = low if asked else _WAS_ALONE.sub(" ", low)
    bare = _ALONE_OF_LIFE.sub(lambda match: match[0] if _MET.search(match[0]) else " ", _NOT_ALONE.sub(" ", low))
    return _ALONE.search(bare) is not None


def split_source(text: str) -> tuple[str, str]:
    """*text* without who told it, and who: "(Ms Ward, 24 Nov)" at its end, or the line "How we know" of a form."""
    if (known := _KNOWN.search(text)) is not None:
        return (text[: known.start()] + text[known.end() :]).strip(), known["source"].strip()
    match = _SOURCE.search(text)
    if match is None:
        return text.strip(), ""
    return text[: match.start()].strip(), match["source"].strip()


def quotes_in(text: str, name: str, others: Iterable[str] = ()) -> list[str]:
    """The words in quotation marks that the child called *name* said in *text*; not those of *others* named there."""
    return list(_quotes(text, name.casefold(), frozenset(other.casefold() for other in others)))


def _quotes(text: str, name: str, others: frozenset[str]) -> Iterator[str]:
    for match in _QUOTED.finditer(text):
        words = next(group for group in match.groups() if group).strip()
        speaker = _SPEAKER.search(text[: match.start()])
        if speaker is not None and not _is_child(speaker["who"], name, others):
            continue
        yield words


def _is_child(who: str, name: str, others: frozenset[str]) -> bool:
    low = who.casefold().removesuffix("'s")
    if low == name or name in low.split() or low in _OF_THE_CHILD:
        return True
    return not (
        low in others
        or set(low.split()) & others
        or re.search(rf"\b(?:{_KIN}|ms|mr|mrs|miss|dr|worker|school)\b", low)
        or who[:1].isupper()
    )
