"""The forms in which people say a day: a pattern each, with what it means. A form matches whole words only."""

from __future__ import annotations

import re
from dataclasses import dataclass

from supervision_tui.days import meanings as mean
from supervision_tui.days import official_days as official
from supervision_tui.days.feasts import FEAST_WORDS, FEASTS
from supervision_tui.days.meanings import Maker
from supervision_tui.days.vocabulary import DAY_WORDS, END_OF_DAY, MONTHS, NEAR, NUMBERS, ORDINALS, WEEKDAYS
from supervision_tui.lazy_pattern import lazy_pattern

_WEEKDAY = "(?P<weekday>" + "|".join(sorted(WEEKDAYS, key=len, reverse=True)) + r")\.?"
_MONTH = "(?P<month>" + "|".join(sorted(MONTHS, key=len, reverse=True)) + r")\.?"
_NUMBER = r"(?P<number>[0-9]{1,3}|(?:a )?couple of|" + "|".join(sorted(NUMBERS, key=len, reverse=True)) + ")"
_DAY = r"(?P<day>[0-9]{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?:,? (?P<year>[0-9]{4}|'?[0-9]{2}(?![0-9.:])))?"
_FEAST = rf"(?P<feast>{FEAST_WORDS})(?:,? (?P<year>[0-9]{{4}}))?"
_ANY_WEEKDAY = "|".join(sorted(WEEKDAYS, key=len, reverse=True))
_PART = (
    r"(?P<part>(?:start|beginning|middle|end) of|end|mid|late in|late|later|early in|early|"
    r"(?:first|1st|second|2nd|third|3rd|last) week (?:of|in))"
)
_UNIT = r"(?:calendar )?(?P<unit>hours?|hrs?|days?|weeks?|wks?|fortnights?|months?|mths?|years?|yrs?)"
_AHEAD = r"(?:'s?)?(?: time| from now| from today)?"


@dataclass(frozen=True, slots=True)
class Form:
    """A pattern and what it means.

    *weak* where its words also mean something else in a longer sentence; *counted* where it counts from a day.
    """

    pattern: re.Pattern[str]
    maker: Maker
    weak: bool = False
    counted: bool = False


def _form(pattern: str, maker: Maker, *, weak: bool = False) -> Form:
    counted = maker in {mean.in_a_while, official.in_working_days}
    return Form(lazy_pattern(rf"(?<![\w/.:'-])(?:{pattern})(?![\w/:'-]|\.[0-9])"), maker, weak, counted)


FORMS: tuple[Form, ...] = (
    _form(
        rf"(?:the )?(?P<nth>first|last|1st) working day (?:in|of) (?:{_MONTH}{_YEAR}|"
        r"(?:the )?(?P<whose>next |this )?month|"
        r"(?P<new>the new year))",
        official.working_day_of_month,
    ),
    _form(r"(?P<number>[0-9]{1,2})/52", mean.in_weeks_as_figures),
    _form(r"(?P<year>[0-9]{4})-(?P<figure>[0-9]{1,2})-(?P<day>[0-9]{1,2})", mean.iso_date),
    _form(
        rf"(?:the )?(?P<first>[0-9]{{1,2}})(?:st|nd|rd|th)? ?(?:-|to|or|and|/) ?(?:the )?{_DAY}(?: of)? "
        rf"{_MONTH}{_YEAR}",
        mean.two_days,
    ),
    _form(rf"(?:the )?(?P<word>{'|'.join(DAY_WORDS)}) of {_MONTH}{_YEAR}", mean.named_in_words),
    _form(rf"(?:the )?{_DAY} of (?P<whose>the|this|next) month", mean.day_of_month),
    _form(rf"(?:{_WEEKDAY},? )?(?:the )?{_DAY}(?: of)?[ -]?{_MONTH}(?:-(?=[0-9]))?{_YEAR}", mean.named_date),
    _form(rf"(?:{_WEEKDAY},? )?{_MONTH} (?:the )?{_DAY}{_YEAR}", mean.named_date),
    _form(
        rf"(?:{_WEEKDAY},? )?(?P<day>[0-9]{{1,2}})(?P<sign> ?[/.-] ?)(?P<figure>[0-9]{{1,2}})(?P=sign)"
        r"(?P<year>[0-9]{4}|[0-9]{2})",
        mean.in_figures,
    ),
    _form(rf"(?P<weekday>{_ANY_WEEKDAY}),? (?P<day>[0-9]{{1,2}})/(?P<figure>[0-9]{{1,2}})(?P<year>)", mean.in_figures),
    _form(rf"(?P<weekday>{_ANY_WEEKDAY}),? (?P<day>[0-9]{{1,2}})\.(?P<figure>[0-9]{{1,2}})", mean.figures_of_weekday),
    _form(r"(?P<day>[0-9]{1,2})[/.](?P<figure>[0-9]{1,2})(?P<year>)", mean.in_figures, weak=True),
    _form(rf"{_WEEKDAY},? (?:the )?{_DAY}(?<=[a-z])", mean.day_to_come),
    _form(rf"{_WEEKDAY},? {_DAY}", mean.near_day_of_month, weak=True),
    _form(
        rf"(?:the )?(?:(?P<weekday>{_ANY_WEEKDAY})|(?<!working )(?<!business )day) (?P<side>before|after) {_FEAST}",
        mean.near_feast,
    ),
    _form(_FEAST, mean.at_feast),
    _form(
        rf"(?:the )?(?P<nth>{'|'.join(ORDINALS)}) {_WEEKDAY} (?:in|of) "
        rf"(?:{_MONTH}{_YEAR}|(?P<whose>the|this|next) month)",
        mean.nth_of_month,
    ),
    _form(
        rf"(?:the )?(?:(?P<which>next|early|late|spring|august|summer|easter|christmas|new year) )?(?:(?P<month>may) )?"
        rf"(?:bank hol(?:iday|s)?|bh)(?: (?P<weekday>{_ANY_WEEKDAY}))?(?: (?P<year>[0-9]{{4}}))?",
        official.at_bank_holiday,
    ),
    _form(
        r"(?:when )?(?:the )?clocks? (?:change|go(?:es)?)(?: (?P<way>forward|back|on|fwd))?", official.at_clock_change
    ),
    _form(r"(?:the )?next (?:working|business) day", official.next_working_day),
    _form(r"(?:the )?(?P<unit>week|wk|weekend|month) after next", mean.after_next),
    _form(r"this (?:day|time|date) next (?P<unit>week|month|year)", mean.this_day_next),
    _form(
        rf"{_NUMBER} (?P<unit>months?|years?) (?:from |on )?(?P<start>{_ANY_WEEKDAY}|today|tomorrow)", mean.while_from
    ),
    _form(rf"{_NUMBER} weeks? last (?P<weekday>{_ANY_WEEKDAY})", mean.weeks_before_last),
    _form(rf"{_WEEKDAY},? (?:of )?(?P<week>next|this|last) (?:week|wk)", mean.weekday_of_week),
    _form(rf"(?P<week>next|this|last) (?:week|wk),? (?:on )?{_WEEKDAY}", mean.weekday_of_week),
    _form(rf"(?P<start>{_ANY_WEEKDAY}|today|tomorrow)\.? (?:week|wk|fortnight)", mean.weekday_on),
    _form(
        rf"(?:(?P<number>[0-9]{{1,2}}|{'|'.join(NUMBERS)}) )?(?:weeks?|wks?|fortnight) (?:on |from )?"
        rf"(?P<start>{_ANY_WEEKDAY}|today|tomorrow)\.?",
        mean.weekday_on,
    ),
    _form(rf"{_NUMBER} (?:(?:working|business|work) days?|w/?days?|w/?ds?){_AHEAD}", official.in_working_days),
    _form(rf"{_NUMBER} ?{_UNIT} (?P<ago>ago)", mean.in_a_while),
    _form(r"(?:in )?half an hour", mean.in_hours),
    _form(
        r"in (?P<number>[0-9]{1,2}|an?|one|two|three|four|five|six) ?(?:hours?|hrs?)(?:'?s?)? ?(?:time)?",
        mean.in_hours,
    ),
    _form(r"within (?:the|this|next) (?P<number>)(?P<unit>week|fortnight|month|year)", mean.in_a_while),
    _form(rf"(?:in|within) {_NUMBER} ?{_UNIT}{_AHEAD}", mean.in_a_while),
    _form(rf"{_NUMBER} ?{_UNIT}(?:'s?)? (?:time|from now|from today)", mean.in_a_while),
    _form(rf"{_NUMBER} ?{_UNIT}", mean.in_a_while, weak=True),
    _form(r"(?:a )?(?P<number>)(?P<unit>fortnight)", mean.in_a_while, weak=True),
    _form(rf"(?P<near>{'|'.join(sorted(NEAR, key=len, reverse=True))})", mean.near_today),
    _form(r"(?:the |this )?(?P<week>next )?weekend", mean.at_weekend),
    _form(rf"(?:the )?{_PART}[ -](?:the )?(?:(?P<week>next|this) )?(?:week|wk)", mean.of_week),
    _form(r"(?P<part>)(?P<week>next|this) (?:week|wk)", mean.of_week),
    _form(r"(?P<part>e)ow(?P<week>)", mean.of_week),
    _form(rf"(?:the )?{_PART}[ -](?:the )?(?:(?P<which>next|this) )?month", mean.of_month_part),
    _form(r"(?P<part>)(?P<which>next|this) month", mean.of_month_part),
    _form(r"(?P<part>e)om(?P<which>)|month[- ]end", mean.of_month_part),
    _form(rf"(?:the )?{_PART}[ -]{_MONTH}(?: (?P<year>[0-9]{{4}}))?", mean.of_month_part),
    _form(rf"(?P<part>){_MONTH} (?P<year>[0-9]{{4}})", mean.of_month_part),
    _form(rf"(?P<part>)(?:next |this |coming )?{_MONTH}(?P<year>)", mean.of_month_part, weak=True),
    _form(rf"(?:the )?{_WEEKDAY} after next(?! (?:{_ANY_WEEKDAY})\b)", mean.weekday_after_next),
    _form(rf"(?:the )?{_WEEKDAY} (?P<which>next|last(?! \w))", mean.on_weekday),
    _form(rf"(?P<first>{_ANY_WEEKDAY}) ?/ ?(?P<second>{_ANY_WEEKDAY})", mean.one_of_two_weekdays),
    _form(rf"(?:the )?(?P<which>next |this |last |coming |on )?{_WEEKDAY}", mean.on_weekday),
    _form(rf"(?:the )?{_DAY}(?<=[a-z])", mean.day_to_come, weak=True),
    _form(
        r"(?:the )?end of (?:the |this )?(?P<week>next )?year|eoy|"
        r"(?<!tax )(?<!fin )(?<!school )(?<!academic )(?<!financial )year[- ]end|this year",
        mean.at_year_end,
    ),
    _form(
        r"(?:the )?end of (?:the |this )?fin(?:ancial)? year|(?:the )?fin(?:ancial)? year[- ]end",
        official.at_financial_year_end,
    ),
    _form(rf"(?P<near>{'|'.join(END_OF_DAY)})", mean.near_today),
)
"""Every form, the most exact first."""

SOUNDS_LIKE_A_DAY = lazy_pattern(
    rf"[0-9]|\b(?:{'|'.join([*WEEKDAYS, *MONTHS, *NEAR])})\b|\b(?:week|wk|month|year|day|fortnight|hour|eo[mwyd]|"
    r"co[bp]|bank hol|bh\b|clocks?|w/?da?y?s?|today|tomorrow|yesterday|tonight|morning|afternoon|evening|eve|night|"
    r"play|close|"
    rf"{'|'.join(sorted({name.split()[0] for name in FEASTS}))})"
)
"""What every form has somewhere: a text without it is no day, and no form need be tried."""
