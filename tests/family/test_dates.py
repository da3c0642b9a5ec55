"""Partial dates: the words are kept, the bounds are right, and nothing typed can make the reader fall over."""

from datetime import date
from time import struct_time

import pytest
from edtf import parse_edtf
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import BaseModel

from supervision_tui.family import DateFormatError, PartialDate
from supervision_tui.family.dates.reading import Misread, understand

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
    "unknown": "Leave the date out",
    "2001/02": "2001-02 for the month",
    "1995 to 1990": "before the first",
    "bananas": "What would do: 1987",
    "": "What would do",
    "9" * 500: "too long",
}


@pytest.mark.parametrize(("words", "bounds"), MEANINGS.items())
def test_words_mean_what_a_british_reader_means(words, bounds):
    found = PartialDate.read(words)
    assert f"{found.earliest.isoformat()} {found.latest.isoformat()}" == bounds
    assert found.text == words


@pytest.mark.parametrize(("words", "hint"), HINTS.items())
def test_what_is_no_date_is_told_with_what_would_do(words, hint):
    found = understand(words)
    assert isinstance(found, Misread)
    assert hint in found.hint
    with pytest.raises(DateFormatError):
        PartialDate.read(words)


class Holder(BaseModel):
    when: PartialDate


@pytest.mark.parametrize("words", [*MEANINGS, "(when the river froze)"])
def test_words_come_back_as_they_were_typed(words):
    held = Holder(when=words)
    assert Holder.model_validate_json(held.model_dump_json()) == held
    assert held.model_dump(mode="json") == {"when": words}


@given(st.text(max_size=60) | st.from_regex(r"[0-9a-z~?/. -]{0,30}", fullmatch=True))
@settings(derandomize=True, max_examples=400)
def test_no_words_make_the_reader_fall_over(words):
    found = understand(words)
    if isinstance(found, Misread):
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
@settings(derandomize=True, max_examples=200)
def test_bounds_agree_with_the_edtf_package(words):
    ours, theirs = PartialDate.read(words), parse_edtf(words)
    assert ours.earliest == _day(theirs.lower_strict(), date.min)
    assert ours.latest == _day(theirs.upper_strict(), date.max)


@given(YEARS, st.sampled_from("~?%"))
@settings(derandomize=True, max_examples=60)
def test_an_uncertain_year_agrees_with_the_edtf_package(year, mark):
    ours, theirs = PartialDate.read(f"{year}{mark}"), parse_edtf(f"{year}{mark}")
    assert (ours.earliest, ours.latest) == (_day(theirs.lower_fuzzy(), date.min), _day(theirs.upper_fuzzy(), date.max))


@given(st.dates(date(1000, 1, 1), date(2400, 1, 1)), st.sampled_from([7, 10]))
@settings(derandomize=True, max_examples=60)
def test_an_uncertain_month_or_day_lies_within_what_the_edtf_package_allows(day, length):
    """That package widens a month and a day by a year as well; ours stays nearer to what people mean."""
    words = f"{day.isoformat()[:length]}~"
    ours, theirs = PartialDate.read(words), parse_edtf(words)
    assert _day(theirs.lower_fuzzy(), date.min) <= ours.earliest < _day(theirs.lower_strict(), date.min)
    assert _day(theirs.upper_strict(), date.max) < ours.latest <= _day(theirs.upper_fuzzy(), date.max)


@given(st.dates(date(1900, 1, 1), date(2030, 12, 31)), st.integers(0, 110), st.integers(0, 364))
@settings(derandomize=True, max_examples=100)
def test_an_age_on_a_day_bounds_the_birth(day, age, offset):
    born = PartialDate.read(f"age {age} on {day.isoformat()}")
    some = date.fromordinal(min(born.earliest.toordinal() + offset, born.latest.toordinal()))
    assert day.year - some.year - ((day.month, day.day) < (some.month, some.day)) == age
