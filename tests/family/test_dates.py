"""Partial dates: the words are kept, the bounds are right, and nothing typed can make the reader fall over."""

from datetime import date
from time import struct_time

import pytest
from edtf import parse_edtf
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel

from supervision_tui.family import DateFormatError, PartialDate
from supervision_tui.family.dates import age_in_words, date_in
from supervision_tui.family.dates.reading import UnreadableDate, understand
from tests.every_row import every_row
from tests.whole import examples

MEANINGS = {
    "1987": "1987-01-01 1987-12-31",
    "12/03/2001": "2001-03-12 2001-03-12",
    "12.3.2001": "2001-03-12 2001-03-12",
    "12th of March, 2001": "2001-03-12 2001-03-12",
    "Monday 4 May 2020": "2020-05-04 2020-05-04",
    "03/2001": "2001-03-01 2001-03-31",
    "Sept. 2001": "2001-09-01 2001-09-30",
    "spring 2019": "2019-03-01 2019-05-31",
    "winter 2019/20": "2019-12-01 2020-02-29",
    "christmas 2018": "2018-12-22 2018-12-28",
    "Easter 2024": "2024-03-28 2024-04-03",
    "the 1980s": "1980-01-01 1989-12-31",
    "early 1980s": "1980-01-01 1983-12-31",
    "late 2010": "2010-09-01 2010-12-31",
    "Good Friday 2022": "2022-04-15 2022-04-15",
    "Christmas Day 2017": "2017-12-25 2017-12-25",
    "Xmas 2017": "2017-12-22 2017-12-28",
    "Hallowe'en 2019": "2019-10-31 2019-10-31",
    "Boxing Day 2019": "2019-12-26 2019-12-26",
    "mid April 2022": "2022-04-11 2022-04-20",
    "early June 2022": "2022-06-01 2022-06-10",
    "end of February 2024": "2024-02-21 2024-02-29",
    "late summer 2018": "2018-08-01 2018-08-31",
    "summer hols 2017": "2017-07-15 2017-09-07",
    "Easter holidays 2022": "2022-04-03 2022-05-01",
    "spring term 2020": "2020-01-01 2020-04-15",
    "half term Oct 2021": "2021-10-01 2021-10-31",
    "May half-term 2021": "2021-05-01 2021-05-31",
    "first lockdown": "2020-03-23 2020-07-04",
    "the second lockdown": "2020-11-05 2020-12-02",
    "w/c 1 July 2019": "2019-07-01 2019-07-07",
    "the week of 1 July 2019": "2019-07-01 2019-07-07",
    "the 80s": "1980-01-01 1989-12-31",
    "'90s": "1990-01-01 1999-12-31",
    "4 June 2003 or so": "2003-06-01 2003-06-07",
    "1994ish": "1993-01-01 1995-12-31",
    "1994 (Nan says)": "1994-01-01 1994-12-31",
    "in June 2020": "2020-06-01 2020-06-30",
    "on Tuesday 2 June 2020": "2020-06-02 2020-06-02",
    "June to August 2020": "2020-06-01 2020-08-31",
    "Jan or Feb 2020": "2020-01-01 2020-02-29",
    "age 30 to 39 on 2024-05-01": "1984-05-02 1994-05-01",
    "age 2 years 3 months on 2024-05-01": "2022-01-02 2022-02-01",
    "age 5 weeks on 2024-05-01": "2024-03-21 2024-03-27",
    "age 3 days on 2024-05-01": "2024-04-28 2024-04-28",
    "circa 1987": "1986-01-01 1988-12-31",
    "~2010-02": "2010-01-01 2010-03-31",
    "before March 2001": "0001-01-01 2001-02-28",
    "by 1990": "0001-01-01 1990-12-31",
    "after 1990": "1991-01-01 9999-12-31",
    "between 1990 and 1995": "1990-01-01 1995-12-31",
    "1990–95": "1990-01-01 1995-12-31",
    "age 7 on 2024-05-01": "2016-05-02 2017-05-01",
    "aged 7 in 2024": "2016-01-02 2017-12-31",
    "3 months old on 2024-05-01": "2024-01-02 2024-02-01",
    "ABT 1850": "1849-01-01 1851-12-31",
    "BET 1 JAN 1850 AND 5 MAR 1851": "1850-01-01 1851-03-05",
}

HINTS = {
    "12/13/2001": "day first",
    "31/02/2001": "not in the calendar",
    "12/3/01": "four digits",
    "aged 7": "on which day",
    "last year": "which year",
    "2.9.18": "four digits",
    "5 years ago": "which year",
    "Ramadan 2020": "write the month",
    "half term": "write the month",
    "20s": "four digits",
    "week of June 2019": "on which day",
    "unknown": "Leave the date out",
    "2001/02": "2001-02 for the month",
    "1995 to 1990": "before the first",
    "bananas": "What would do: 1987",
    "": "What would do",
    "9" * 500: "too long",
}


@every_row(("words", "bounds"), MEANINGS.items())
def test_words_mean_what_a_british_reader_means(words, bounds):
    found = PartialDate.read(words)
    assert f"{found.earliest.isoformat()} {found.latest.isoformat()}" == bounds
    assert found.text == words


@every_row(("words", "hint"), HINTS.items())
def test_what_is_no_date_is_told_with_what_would_do(words, hint):
    found = understand(words)
    assert isinstance(found, UnreadableDate)
    assert hint in found.hint
    with pytest.raises(DateFormatError):
        PartialDate.read(words)


class Holder(BaseModel):
    when: PartialDate


@every_row("words", [*MEANINGS, "(when the river froze)"])
def test_words_come_back_as_they_were_typed(words):
    held = Holder(when=words)
    assert Holder.model_validate_json(held.model_dump_json()) == held
    assert held.model_dump(mode="json") == {"when": words}


@given(st.text(max_size=60) | st.from_regex(r"[0-9a-z~?/. -]{0,30}", fullmatch=True))
@examples(150)
def test_no_words_make_the_reader_fall_over(words):
    found = understand(words)
    if isinstance(found, UnreadableDate):
        assert found.hint.endswith(".")
    else:
        assert found.earliest <= found.latest
        assert found.edtf


def _day(oracle: object, open_end: date) -> date:
    return date(*oracle[:3]) if isinstance(oracle, struct_time) else open_end


YEARS = st.integers(1000, 2400)
EXACT = st.one_of(
    YEARS.map(str),
    st.tuples(YEARS, st.integers(1, 12)).map(lambda one: f"{one[0]}-{one[1]:02d}"),
    st.dates(date(1000, 1, 1), date(2400, 1, 1)).map(date.isoformat),
    st.tuples(YEARS, st.integers(21, 23)).map(lambda one: f"{one[0]}-{one[1]}"),
    YEARS.map(lambda year: f"{year // 10}X"),
    YEARS.map(lambda year: f"{year // 100}XX"),
    st.tuples(YEARS, st.integers(1, 12)).map(lambda one: f"{one[0]}-{one[1]:02d}-XX"),
    YEARS.map(lambda year: f"{year}-XX"),
)
INTERVALS = st.one_of(
    st.tuples(YEARS, st.integers(0, 30)).map(lambda one: f"{one[0]}/{one[0] + one[1]}"),
    YEARS.map(lambda year: f"{year}-05/.."),
)


@given(EXACT | INTERVALS)
@examples(200)
def test_bounds_agree_with_the_edtf_package(words):
    ours, theirs = PartialDate.read(words), parse_edtf(words)
    assert ours.earliest == _day(theirs.lower_strict(), date.min)
    assert ours.latest == _day(theirs.upper_strict(), date.max)


@given(YEARS, st.sampled_from("~?%"))
@examples(60)
def test_an_uncertain_year_agrees_with_the_edtf_package(year, mark):
    ours, theirs = PartialDate.read(f"{year}{mark}"), parse_edtf(f"{year}{mark}")
    assert (ours.earliest, ours.latest) == (_day(theirs.lower_fuzzy(), date.min), _day(theirs.upper_fuzzy(), date.max))


@given(st.dates(date(1000, 1, 1), date(2400, 1, 1)), st.sampled_from([7, 10]))
@examples(60)
def test_an_uncertain_month_or_day_lies_within_what_the_edtf_package_allows(day, length):
    """That package widens a month and a day by a year as well; ours stays nearer to what people mean."""
    words = f"{day.isoformat()[:length]}~"
    ours, theirs = PartialDate.read(words), parse_edtf(words)
    assert _day(theirs.lower_fuzzy(), date.min) <= ours.earliest < _day(theirs.lower_strict(), date.min)
    assert _day(theirs.upper_strict(), date.max) < ours.latest <= _day(theirs.upper_fuzzy(), date.max)


@given(st.dates(date(1900, 1, 1), date(2030, 12, 31)), st.integers(0, 110), st.integers(0, 364))
@examples(100)
def test_an_age_on_a_day_bounds_the_birth(day, age, offset):
    born = PartialDate.read(f"age {age} on {day.isoformat()}")
    some = date.fromordinal(min(born.earliest.toordinal() + offset, born.latest.toordinal()))
    assert day.year - some.year - ((day.month, day.day) < (some.month, some.day)) == age


TODAY = date(2026, 11, 27)


@every_row(
    ("words", "kept"),
    [
        ("4 years ago", "~2022"),
        ("three weeks ago", "about 6 November 2026"),
        ("5 days ago", "2026-11-22"),
        ("8 months ago", "~2026-03"),
        ("last year", "2025"),
        ("next month", "December 2026"),
        ("last summer", "summer 2026"),
        ("last Christmas", "Christmas 2025"),
        ("next May", "May 2027"),
        ("last November", "November 2025"),
        ("yesterday", "2026-11-26"),
        ("last Tuesday", "2026-11-24"),
        ("spring 2019", "spring 2019"),
    ],
)
def test_a_date_told_from_today_is_kept_so_that_it_stays_true(words, kept):
    found = date_in(words, TODAY)
    assert str(found) == kept
    assert PartialDate.read(kept) == found


@pytest.mark.parametrize("words", ["soon", "when he was small", "May", "Tuesday", "Year 5", "30+2", ""])
def test_what_says_no_date_from_today_either_is_none(words):
    assert date_in(words, TODAY) is None


@every_row(
    ("born", "age"),
    [
        ("2026-11-27", "newborn"),
        ("2026-11-24", "3 days"),
        ("2026-11-26", "1 day"),
        ("2026-11-06", "3 weeks"),
        ("2026-06-15", "23 weeks"),
        ("2026-05-27", "6 months"),
        ("2025-04-01", "19 months"),
        ("2024-11-28", "23 months"),
        ("2024-11-27", "2"),
        ("2024", "1 to 2"),
        ("2026", "under a year"),
        ("2025", "10 to 22 months"),
        ("1988", "37 to 38"),
        ("1988-04", "38"),
        ("~1988", "about 38"),
        ("age 5 weeks on 2026-11-27", "5 weeks"),
        ("age 4 months on 2026-11-27", "4 months"),
        ("age 14 months on 2026-11-27", "14 months"),
        ("about age 6 on 2026-11-27", "about 6"),
        ("age 30 to 39 on 2026-11-27", "30 to 39"),
        ("age 0 on 2026-11-27", "under a year"),
        ("2027-03", ""),
        ("(before the war)", ""),
    ],
)
def test_ages_are_told_in_weeks_and_months_while_somebody_is_small(born, age):
    assert age_in_words(PartialDate.read(born), TODAY) == age


@given(st.dates(date(1920, 1, 1), TODAY))
@examples(200)
def test_an_age_is_never_nought_and_never_too_old(born):
    words = age_in_words(PartialDate.read(born), TODAY)
    assert words
    assert not words.startswith("0")
    number = int(words.split()[0]) if words[0].isdigit() else 0
    assert number <= max((TODAY - born).days, 1)
