"""When and how old, in a sentence: dates, ages, how often, for how long, each with the words it takes."""

from __future__ import annotations

import contextlib
import re
from datetime import date, timedelta

from supervision_tui.days.vocabulary import MONTHS
from supervision_tui.family.dates import DateFormatError, PartialDate
from supervision_tui.family.dates.age_words import OLDEST, Age, age_at
from supervision_tui.family.dates.span import moved
from supervision_tui.family.narrative.grammar.lexicon import number_word
from supervision_tui.family.narrative.grammar.word_sets import word_set
from supervision_tui.family.narrative.grammar.words import Word
from supervision_tui.family.shorthand.date_phrases import date_at
from supervision_tui.lazy_pattern import lazy_pattern

_DAYS = r"(?:mon|tues|wednes|thurs|fri|satur|sun)days?"
_UNIT = (
    r"(?:day|morning|evening|night|afternoon|week|weekend|month|year|fortnight|term|half[- ]term|holiday|summer|"
    r"christmas|school day)s?"
)
_OFTEN = lazy_pattern(
    rf"(?:(?:on|at) (?:alternate )?(?:{_DAYS}|weekends?|the weekends?|school days|weekdays)(?:,? (?:and|or|to) "
    rf"{_DAYS})*(?: (?:mornings?|evenings?|afternoons?|nights?))?|"
    rf"(?:almost |nearly )?every (?:(?:other|second|single|few|couple of|two|three|four|five|six|eight|ten|\d+) )?"
    rf"(?:{_UNIT}|{_DAYS})|"
    rf"(?:about |only )?(?:once|twice|(?:two|three|four|five|several|a few|a couple of|\d) (?:times|days|nights|"
    rf"evenings|"
    rf"mornings))(?: (?:a|per|each|every) (?:week|month|year|fortnight|day|term))?|"
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)days(?:,? (?:and|or) (?:mon|tues|wednes|thurs|fri|satur|sun)days)*|"
    rf"each (?:{_UNIT}|{_DAYS})|(?:alternate|every other) (?:weekends?|{_DAYS}|weeks?)|half (?:of )?the (?:week|"
    rf"holidays)|most (?:days|weekends|evenings|nights|mornings|weeks|{_DAYS})|daily|weekly|one (?:weekend|night|"
    rf"day|evening|week) (?:a|per|every) (?:month|week|fortnight|year)|"
    rf"monthly|fortnightly|regularly|"
    rf"after school|before school|in the (?:week|holidays|school holidays|evenings?|mornings?|summer)|during the "
    rf"(?:week|day)|at (?:night|times)|a lot|"
    rf"from time to time|now and (?:then|again)|some(?:times| weekends)|every so often|all the time|part[- ]time|"
    rf"full[- ]time)(?=[\s,;.:)]|$)"
)
_LENGTH = lazy_pattern(
    r"(?:for (?:about |over |nearly |almost |more than |at least |the (?:last|past) )?(?P<number>\w+|a couple "
    r"of) (?P<unit>years?|months?|weeks?|days?))(?=[\s,;.:)]|$)"
)
_SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "winter": 12}
_OLD = lazy_pattern(r"(?P<number>\d+|[a-z]+)-(?P<unit>year|month|week|day)s?-old$")
_TENS = {"twenties": "20s", "thirties": "30s", "forties": "40s", "fifties": "50s", "sixties": "60s", "seventies": "70s",
         "eighties": "80s", "nineties": "90s"}  # fmt: skip
_TRAILING = lazy_pattern(r"(?:[\s,]|\band)+$")
_EASTER = 5
_GROWN = 10
_ABOUT = frozenset({"about", "around", "nearly", "almost", "approximately", "roughly", "maybe", "approx"})
_UNITS = word_set("year years yr yrs month months mths week weeks wks day days")
_DAY_OF_MONTH = lazy_pattern(r"(\d{1,2})(?:st|nd|rd|th)?")
_DATE_BEFORE = word_set("in on at since until till from by before after during around about to between of and ,")


class TimeReader:
    """Reads times in *words* of *sentence*, seen from *today*."""

    def __init__(self, sentence: str, words: list[Word], today: date) -> None:
        self.sentence, self.words, self.today = sentence, words, today
        self.low = sentence.casefold() if len(sentence.casefold()) == len(sentence) else sentence.lower()
        self._ends = {word.end: at + 1 for at, word in enumerate(words)}

    def _behind(self, place: int) -> int | None:
        """The word behind the character *place*; ``None`` inside a word."""
        while place > 0 and self.sentence[place - 1] == " ":
            place -= 1
        return self._ends.get(place)

    def _word(self, at: int) -> str:
        return self.words[at].low if 0 <= at < len(self.words) else ""

    def years_old(self, at: int) -> tuple[Age, int] | None:
        """As in "38-year-old", "38 year old": the age, and the word behind it; only before somebody."""
        match = _OLD.match(self._word(at))
        written = number_word(match["number"]) if match is not None else None
        if match is not None and written is not None:
            return Age(f"age {written} {match['unit']}s".replace(" years", ""), 0), at + 1
        number = number_word(self._word(at))
        if number is not None and self._word(at + 1) in {"year", "month", "week"} and self._word(at + 2) == "old":
            unit = "" if self._word(at + 1) == "year" else f" {self._word(at + 1)}s"
            return Age(f"age {number}{unit}", 0), at + 3
        return None

    def age(self, at: int) -> tuple[Age, int] | None:
        """An age that begins at the word *at*, and the word behind it."""
        if at >= len(self.words) or self.years_old(at) or self.often(at):
            return None
        return self._and_a_half(at) or self._age_at(at)

    def _age_at(self, at: int) -> tuple[Age, int] | None:
        start = at
        lead = self._word(at) in {"aged", "age"}
        at += lead
        if self._word(at) == "in" and self._word(at + 1) in {"his", "her", "their"}:
            at += 2
        part = f"{self._word(at)} " if self._word(at) in {"early", "mid", "late"} else ""
        tens = _TENS.get(self._word(at + bool(part)), "")
        if tens and at > start:
            found = age_at(f"in her {part}{tens}")
            return (found, at + 1 + bool(part)) if found else None
        about = self._word(at) in _ABOUT
        number = number_word(self._word(at + about))
        if number is not None and not self._word(at + about).isdigit():
            return self._in_words(start, at + about, number, about=about)
        if number is None and not re.match(r"~?\d|'?\d0s|teen", self._word(at + about)):
            return None
        found = age_at(self.low, self.words[at].start)
        phrase = self.low[self.words[at].start :][: found.length if found else 0]
        end = self._behind(self.words[at].start + len(_TRAILING.sub("", phrase))) if found else None
        if (
            found is None
            or end is None
            or (number is not None and number > OLDEST["y"])
            or self._is_no_age(at, end, lead=lead)
        ):
            return None
        return found, end

    def _and_a_half(self, at: int) -> tuple[Age, int] | None:
        """As in "two and a half": in months."""
        number = number_word(self._word(at))
        words = [self._word(at + step) for step in (1, 2, 3)]
        if number is None or words != ["and", "a", "half"] or number >= _GROWN:
            return None
        found = age_at(f"{self._word(at)} and a half") or Age(f"age {12 * number + 6} months", 0)
        return found, at + 4 + (self._word(at + 4) in {"years", "year"})

    def _in_words(self, start: int, at: int, number: int, *, about: bool) -> tuple[Age, int] | None:
        unit = self._word(at + 1) if self._word(at + 1) in _UNITS else ""
        end = at + 1 + bool(unit)
        old = self._word(end) == "old"
        follows = self._word(end + old)
        if follows in {"of", "times", "days", "nights", "hours", "o'clock", "people"} or (
            unit and not old and follows == "ago"
        ):
            return None
        if (
            not unit
            and not old
            and follows
            and follows
            not in {
                ",",
                ".",
                ";",
                ")",
                "and",
                "but",
                "now",
                "next",
                "last",
                "in",
                "who",
                "when",
                "years",
                "today",
                "this",
                "called",
                "named",
                "with",
            }
        ):
            return None
        found = age_at(f"{'about ' if about else ''}{number} {unit}".strip())
        return (found, end + old) if found and start <= at else None

    def _is_no_age(self, at: int, end: int, *, lead: bool) -> bool:
        """Whether a number is followed by what it counts, or is part of a date."""
        follows, bare = self._word(end), end - at == 1
        if lead:
            return False
        if follows in {
            "ago",
            "times",
            "hours",
            "minutes",
            "miles",
            "weeks",
            "days",
            "nights",
            "people",
            "bedroom",
            "bed",
            "o'clock",
            "%",
            "of",
            "pounds",
            "sessions",
            "points",
            "units",
            "later",
            "pregnant",
        }:
            return True
        return bare and (
            follows in MONTHS
            or self._word(at - 1) in MONTHS
            or self._word(at - 1)
            in {"for", "number", "flat", "year", "room", "section", "phase", "level", "stage", "band"}
        )

    def birth(self, at: int) -> tuple[PartialDate, int] | None:
        """As in "born in 2010", "b. 2010", "dob 12/03/2010"."""
        if self._word(at) not in {"born", "b", "dob"}:
            return None
        at += 1
        while self._word(at) in {".", ":", "in", "on"}:
            at += 1
        return self.date(at)

    def date(self, at: int) -> tuple[PartialDate, int] | None:
        """A date that begins at the word *at*, and the word behind it; a month alone is the last one of that name."""
        if at >= len(self.words) or (self._word(at) in {"a", "an"} and self._word(at + 2) != "ago"):
            return None
        weeks = at + (self._word(at) == "at")
        if self._word(weeks - 1) == "at" and self._word(weeks + 1) in {"weeks", "months"}:
            return None  # "lost a baby at 30 weeks"
        span = self._word(at + 1) in {"until", "till", "to"} and re.fullmatch(r"(?:19|20)\d\d", self._word(at))
        if span and re.match(r"(?:19|20)\d\d", self._word(at + 2)):
            return PartialDate.read(self._word(at)), at + 1  # "from 2012 until 2022"
        start = self.words[at].start
        if self._word(at) == "(":
            return None  # what is in brackets is said of somebody
        found = date_at(self.sentence, start, self.today)
        end = self._behind(found[1]) if found else None
        if found is not None and end is not None and end > at and not self._is_a_name(at, end):
            return found[0], end
        return self._ago(at) or self._day_of_month(at) or self._month(at)

    def _ago(self, at: int) -> tuple[PartialDate, int] | None:
        """As in "eighteen months ago": a time counted back from today."""
        number, unit = number_word(self._word(at)), self._word(at + 1)
        if not number or unit not in _UNITS or self._word(at + 2) != "ago":
            return None
        if unit.startswith("y"):
            return PartialDate.read(f"~{self.today.year - number}"), at + 3
        if unit.startswith("m"):
            return PartialDate.read(f"~{moved(self.today, -number):%Y-%m}"), at + 3
        days = number * (7 if unit.startswith("w") else 1)
        return PartialDate.read(f"~{self.today - timedelta(days=days):%Y-%m}"), at + 3

    def _day_of_month(self, at: int) -> tuple[PartialDate, int] | None:
        """As in "on 12 November" and "the 3rd of May", without a year: the last one of that name."""
        number = at + (self._word(at) == "the")
        match = _DAY_OF_MONTH.fullmatch(self._word(number))
        name = number + 1 + (self._word(number + 1) == "of")
        month = MONTHS.get(self._word(name))
        if match is None or month is None or not self.words[name].capital:
            return None
        for year in (self.today.year, self.today.year - 1):
            with contextlib.suppress(ValueError):  # no such day in that year
                day = date(year, month, int(match[1]))
                if day <= self.today:
                    return PartialDate.read(day.isoformat()), name + 1
        return None

    def _is_a_name(self, at: int, end: int) -> bool:
        bare = self._word(at)
        return (
            end == at + 1
            and not bare[0].isdigit()
            and bare not in {"yesterday", "today"}
            and self._word(at - 1) not in _DATE_BEFORE
        )

    def _month(self, at: int) -> tuple[PartialDate, int] | None:
        parts = {"early", "mid", "late", "last"}
        season = self._season(at)
        if season is not None:
            return season
        first = at + (self._word(at) in parts or self._word(at) == "next")
        feast = (
            12
            if self._word(first) == "christmas" and self._word(first - 1) in {*_DATE_BEFORE, *parts, "at", "over"}
            else None
        )
        if self._word(first) == "easter" and self._word(first - 1) in {*_DATE_BEFORE, *parts, "at", "over"}:
            year = self.today.year - (self.today.month < _EASTER)
            return PartialDate.read(f"Easter {year}"), first + 1
        month = feast or MONTHS.get(self._word(first))
        if (
            month is None
            or not self.words[first].capital
            or not (feast or self._word(first - 1) in {*_DATE_BEFORE, *parts, "next"})
        ):
            return None
        day = date(self.today.year, month, 1)
        ahead = self._word(at) == "next"
        if day > self.today and not ahead:
            day = moved(day, -12)
        elif day <= self.today and ahead:
            day = moved(day, 12)
        part = f"{self._word(at)} " if self._word(at) in {"early", "mid", "late"} else ""
        try:
            return PartialDate.read(f"{part}{self.words[first].text} {day.year}"), first + 1
        except DateFormatError:
            return None

    def _season(self, at: int) -> tuple[PartialDate, int] | None:
        """As in "in the spring": the last one, or the next where something is due."""
        first = at + (self._word(at) == "the")
        if self._word(first) not in _SEASONS or self._word(at - 1) not in {"in", "during", "since", "until"}:
            return None
        year = self.today.year - (self.today.month < _SEASONS[self._word(first)])
        return PartialDate.read(f"{self._word(first)} {year}"), first + 1

    def often(self, at: int) -> tuple[str, int] | None:
        """How often something is ("on Fridays", "every other weekend"), and the word behind it."""
        match = _OFTEN.match(self.low, self.words[at].start)
        end = self._behind(match.end()) if match else None
        return (match[0], end) if match and end else None

    def length(self, at: int) -> tuple[PartialDate, int] | None:
        """Since when something is that lasts "for six years", and the word behind it."""
        match = _LENGTH.match(self.low, self.words[at].start)
        end = self._behind(match.end()) if match else None
        if match is None or end is None:
            return None
        number = (
            2
            if match["number"] == "a couple of"
            else number_word(match["number"]) or (1 if match["number"] == "a" else 0)
        )
        if not number:
            return None
        unit = match["unit"][0]
        if unit == "y":
            return PartialDate.read(f"~{self.today.year - number}"), end
        if unit == "m":
            return PartialDate.read(f"~{moved(self.today, -number):%Y-%m}"), end
        return PartialDate.read(f"{self.today:%Y-%m}"), end
