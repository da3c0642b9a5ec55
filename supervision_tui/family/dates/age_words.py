"""An age in words, in a line or before "on" and a day: "6 weeks", "18m", "4y 3m", "~5", "5ish", "30s", "3/12"."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from supervision_tui.lazy_pattern import lazy_pattern

OLDEST = {"d": 99, "w": 104, "m": 60, "y": 120}
"""The highest number of each unit that is an age."""
UNIT_WORDS = {"d": "days", "w": "weeks", "m": "months", "y": "years"}
_TWELFTHS = {"12": "m", "52": "w", "7": "d"}
"""Ages as clinicians write them: 3/12 is three months, 2/52 two weeks, 5/7 five days."""
_DECADE = {"": (0, 9), "early": (0, 3), "mid": (4, 6), "late": (7, 9)}
MONTHS_OR_MALE = 23
"""Up to this number "14 m" is read as months; a man of 24 and more is a man."""

_ONES = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_TEEN_WORDS = (
    "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
_TENS_WORDS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_SPELT: dict[str, int] = {
    **{word: number for number, word in enumerate((*_ONES, *_TEEN_WORDS), 1)},
    **{word: 10 * number for number, word in enumerate(_TENS_WORDS, 2)},
    **{
        f"{tens}{join}{word}": 10 * ten + number
        for ten, tens in enumerate(_TENS_WORDS, 2)
        for number, word in enumerate(_ONES, 1)
        for join in "- "
    },
}
"""Numbers in words."""
_DECADES = {f"{word.removesuffix('y')}ies": 10 * number for number, word in enumerate(_TENS_WORDS, 2)}
"""``fifties`` to 50."""

_END = r"(?=[\s,;)]|\.(?![0-9])|$)"
_ABOUT = (
    r"(?:(?P<about>~ ?|about |approx\.? |around |circa |c\. ?|ca\.? |nearly |almost |roughly |maybe |probably |"
    r"coming up )|just turned |just |turned |now |only |still )?"
)
_NUMBER = (
    r"(?P<number>[0-9]{1,3}|" + "|".join(sorted(_SPELT, key=len, reverse=True)) + r"|an?(?= (?:day|week|month|year)))"
)
_ISH = r"(?P<ish> ?-?ish| or so| odd|\?|\+)?(?: old| of age)?"
_UNIT = (
    r"(?: ?(?P<unit>days?|weeks?|wks?|months?|mths?|mnths?|mos?|years?|yrs?(?! [0-9]{1,2}(?:[,;.)]|$))|"
    r"y/?o|w(?=[\s,;.)]|$)|y(?=[\s,;.)\d]|$))|"
    r"(?P<letter>[dm](?=[\s,;.)\d]|$)))"
)
_AGE = lazy_pattern(
    rf"{_ABOUT}(?:aged? |age: ?)?(?P<about2>~ ?)?{_NUMBER}(?P<half>\.5|½| ½| 1/2| and a half|\.[0-9])?"
    rf"{_UNIT}?(?: and|,)?(?: ?(?P<more>[0-9]{{1,2}}) ?(?P<more_unit>m(?:onths?|ths?|nths?|os?)?|w(?:ks?|eeks?)?|/12))?"
    rf"{_ISH}{_END}"
)
_MONTHS_APART = lazy_pattern(r"(?P<number>[0-9]{1,2}) m(?=[\s,;.)]|$)")
_FRACTION = lazy_pattern(rf"(?:aged? )?(?P<number>[0-9]{{1,2}})/(?P<part>12|52|7)(?: old)?{_END}")
_RANGE = lazy_pattern(
    r"(?P<lead>between )?(?:aged? )?(?P<number>[0-9]{1,3})(?: ?[-–] ?| to | or |(?P<and> and ))(?P<oldest>[0-9]{1,3})"
    rf"(?: ?(?P<unit>years?|yrs?|months?|mths?|weeks?|wks?|days?))?(?: old)?{_END}"
)
WIDEST = 15
"""Years that an age from one number to another spans at most; more is something else."""
_TENS = lazy_pattern(
    rf"(?:in (?:(?:his|her|their) )?)?(?:(?P<part>early|mid|late)[ -])?"
    rf"(?:(?P<tens>[1-9]0)'?s|(?P<decade>{'|'.join(_DECADES)})){_END}"
)
_TEENS = lazy_pattern(rf"(?:in (?:(?:his|her|their) )?)?teens{_END}|teenage[rd]?{_END}")


@dataclass(frozen=True, slots=True)
class Age:
    """An age that stands in a line: *words* for a date ("age 14 months"), the *length* of what says it, and in years.

    *alternative* is what else it can mean, where it can.
    """

    words: str
    length: int
    alternative: str = ""

    def on(self, when: str) -> str:
        """The birth of somebody who is that old on *when* (a day, a month, a year), in words that say a date."""
        return f"{self.words} on {when}"


def age_at(line: str, start: int = 0, *, months: bool = True) -> Age | None:
    """The age at *start* of *line* (small letters); *months*: whether "14 m" may be fourteen months."""
    apart = _MONTHS_APART.match(line, start)
    if months and apart and 0 < int(apart["number"]) <= MONTHS_OR_MALE:
        number = apart["number"]
        return Age(f"age {number} months", apart.end() - start, f"{number} years, male")
    return span_of_years_at(line, start) or _first(line, start, ((_AGE, _age),))


def span_of_years_at(line: str, start: int = 0) -> Age | None:
    """An age at *start* that also looks like a date: "30s", "teens", "3/12"."""
    return _first(line, start, ((_FRACTION, _fraction), (_RANGE, _range), (_TENS, _tens), (_TEENS, _teens)))


def _first(
    line: str, start: int, forms: Sequence[tuple[re.Pattern[str], Callable[[re.Match[str]], str]]]
) -> Age | None:
    for pattern, make in forms:
        match = pattern.match(line, start)
        if match is not None and (words := make(match)):
            return Age(words, match.end() - start)
    return None


def age_of(words: str) -> Age | None:
    """The age that *words* say, all of them: "14 m", "in her 30s"; ``None`` where they say anything else too."""
    low = words.casefold().strip()
    age = age_at(low)
    return age if age is not None and age.length == len(low) else None


def number_in(words: str) -> int:
    """``"14"``, ``"fourteen"`` or ``"a"`` as a number."""
    return int(words) if words.isdigit() else _SPELT.get(words, 1)


def _fraction(match: re.Match[str]) -> str:
    return f"age {int(match['number'])} {UNIT_WORDS[_TWELFTHS[match['part']]]}"


def _tens(match: re.Match[str]) -> str:
    first, last = _DECADE[match["part"] or ""]
    tens = _DECADES[match["decade"]] if match["decade"] else int(match["tens"])
    return f"age {tens + first} to {tens + last}"


def _range(match: re.Match[str]) -> str:
    """``10-11``, ``10 or 11``, ``between 10 and 12``; "and" counts only after "between"."""
    youngest, oldest, unit = int(match["number"]), int(match["oldest"]), (match["unit"] or "years")[0]
    if bool(match["and"]) != bool(match["lead"]) or not youngest < oldest <= min(OLDEST[unit], youngest + WIDEST):
        return ""
    words = f"age {youngest} to {oldest}"
    return words if unit == "y" else f"{words} {UNIT_WORDS[unit]}"


def _teens(_match: re.Match[str]) -> str:
    return "age 13 to 19"


def _age(match: re.Match[str]) -> str:
    number, unit = number_in(match["number"]), (match["unit"] or match["letter"] or "y")[0]
    if number > OLDEST[unit]:
        return ""
    if match["number"] == "one" and not (match["unit"] or match["letter"] or match["ish"]):
        return ""
    about = bool(match["about"] or match["about2"] or match["ish"])
    months = int(match["more"]) if match["more"] else 0
    if months and (unit != "y" or (match["more_unit"] or "").startswith("w")):
        return ""
    if match["half"]:
        about, months = (
            True,
            months
            or round(12 * (0.5 if match["half"].strip() in {"½", "1/2", "and a half"} else float(match["half"]))),
        )
    if unit != "y" and months:
        return ""
    words = f"age {number} {UNIT_WORDS[unit]}" if unit != "y" else f"age {number}"
    if months:
        years, and_months = ("year" if number == 1 else "years"), ("month" if months == 1 else "months")
        words = f"age {number} {years} {months} {and_months}"
    return f"about {words}" if about else words
