"""A day in people's words: the right one, or words that stay words. Never a day made of a part of a word."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supervision_tui.days import bank_holidays_of, is_working_day, read_day, weekday_in_words, working_days_after
from supervision_tui.days.feasts import FEASTS, easter
from supervision_tui.days.vocabulary import MONTHS, WEEKDAYS
from tests.every_row import every_row

FRIDAY = date(2026, 11, 27)
WEDNESDAY = date(2026, 11, 25)

MEANT = {
    "in three weeks": "2026-12-18",
    "3 weeks": "2026-12-18",
    "3 wks": "2026-12-18",
    "in a fortnight": "2026-12-11",
    "fortnight": "2026-12-11",
    "a couple of weeks": "2026-12-11",
    "in 6 months": "2027-05-27",
    "in a month's time": "2026-12-27",
    "within 48 hours": "2026-11-29",
    "by Friday": "2026-12-04",
    "Fri": "2026-12-04",
    "thurs": "2026-12-03",
    "next Tuesday": "2026-12-01",
    "Tuesday next week": "2026-12-01",
    "next week on Tuesday": "2026-12-01",
    "a week on Monday": "2026-12-07",
    "Mon week": "2026-12-07",
    "Monday fortnight": "2026-12-14",
    "a fortnight on Monday": "2026-12-14",
    "tomorrow week": "2026-12-05",
    "the day after tomorrow": "2026-11-29",
    "first thing Monday": "2026-11-30",
    "10.15 Monday": "2026-11-30",
    "Monday at 9": "2026-11-30",
    "Mon 9:30am": "2026-11-30",
    "2pm tomorrow": "2026-11-28",
    "eom": "2026-11-30",
    "end of the month": "2026-11-30",
    "by the end of January": "2027-01-31",
    "end of next month": "2026-12-31",
    "mid-December": "2026-12-15",
    "end of the week": "2026-11-27",
    "end of the year": "2026-12-31",
    "by Christmas": "2026-12-25",
    "before Christmas": "2026-12-24",
    "the Monday before Christmas": "2026-12-21",
    "2 weeks before Christmas": "2026-12-11",
    "Boxing Day": "2026-12-26",
    "Good Friday": "2027-03-26",
    "Easter Monday": "2027-03-29",
    "Mother's Day": "2027-03-07",
    "Halloween": "2027-10-31",
    "w/c 7 December": "2026-12-07",
    "week commencing 3 June": "2027-06-03",
    "3 June": "2027-06-03",
    "3rd of June": "2027-06-03",
    "June 3rd": "2027-06-03",
    "the third of June": "2027-06-03",
    "3/6": "2027-06-03",
    "3/6/27": "2027-06-03",
    "3.6.2027": "2027-06-03",
    "2027-06-03": "2027-06-03",
    "Thurs 3 June": "2027-06-03",
    "the 30th": "2026-11-30",
    "Monday 30th": "2026-11-30",
    "the 5th of next month": "2026-12-05",
    "first Monday in January": "2027-01-04",
    "within 10 working days": "2026-12-11",
    "in 20 working days": "2026-12-29",
    "5 working days before 18 December": "2026-12-11",
    "today": "2026-11-27",
    "yesterday": "2026-11-26",
    "last Friday": "2026-11-20",
    "3 weeks ago": "2026-11-06",
    "12/03/19": "2019-03-12",
}


@every_row(("words", "day"), MEANT.items(), ids=str)
def test_people_say_a_day_in_many_ways(words, day):
    reading = read_day(words, FRIDAY)
    assert reading.day == date.fromisoformat(day)
    assert reading.ask == ""
    assert reading.readback.startswith(weekday_in_words(reading.day))


@every_row(("words", "day"), MEANT.items(), ids=str)
def test_capitals_blanks_full_stops_and_curly_quotes_change_nothing(words, day):
    for typed in (words.upper(), f"  {words}. ", words.replace("'", "\N{RIGHT SINGLE QUOTATION MARK}"), f"({words})"):
        assert read_day(typed, FRIDAY).day == date.fromisoformat(day), typed


WORDS = [
    "3 marks", "1/2 term", "he is satisfied", "month", "monthly", "may ring", "she sat with him", "the sun was out",
    "second thoughts", "a decade", "Friday-ish rules", "marching", "wedding", "thirsty", "asap", "soon", "ongoing",
    "when Mum is well", "tbc", "half term", "before half term", "Monday after half term", "the Easter holidays",
    "half term Feb 2020", "summer holidays in July", "Ramadan 2027",
    "next review", "after the conference", "Eid", "every Friday", "Mondays", "weekly", "31 April", "30/2/2027", "12/25",
    "29 Feb 2027", "5pm", "by 5", "28+3", "not before Friday", "after Christmas", "2nd visit", "3 weeks' leave", "4x4",
    "a 2/3 majority of them", "version 3.12.1.5", "£3.50", "B12/7", "1" * 40, "x" * 5000, "?", "-", "",
]  # fmt: skip


@every_row("words", WORDS, ids=lambda words: words[:24])
def test_what_is_no_day_stays_words_and_is_said_to(words):
    reading = read_day(words, FRIDAY)
    assert reading.day is None
    if words:
        assert reading.rest == words
        assert "kept as words" in reading.readback
        assert reading.ask.endswith("?")


TWO = {
    ("Fri week", FRIDAY): ("2026-12-11", "2026-12-04"),
    ("next month", FRIDAY): ("2026-12-31", "2026-12-01"),
    ("June 2027", FRIDAY): ("2027-06-30", "2027-06-01"),
    ("next week", FRIDAY): ("2026-12-04", "2026-11-30"),
    ("next Friday", WEDNESDAY): ("2026-12-04", "2026-11-27"),
    ("the weekend", FRIDAY): ("2026-11-28", "2026-11-29"),
    ("Monday or Tuesday", FRIDAY): ("2026-12-01", "2026-11-30"),
    ("3 to 5 December", FRIDAY): ("2026-12-05", "2026-12-03"),
    ("Monday 4 December", FRIDAY): ("2026-12-04", "2026-12-07"),
}


@every_row(("words", "today"), TWO, ids=str)
def test_what_can_mean_two_days_shows_one_and_asks(words, today):
    reading = read_day(words, today)
    assert tuple(day.isoformat() for day in reading.choices) == TWO[words, today]
    assert reading.ask == (
        f"Which day: 1 {weekday_in_words(reading.choices[0])}, 2 {weekday_in_words(reading.choices[1])}?"
    )


def test_friday_week_is_nine_days_from_a_wednesday():
    assert read_day("Fri week", WEDNESDAY).day == date(2026, 12, 4)
    assert read_day("Fri week", WEDNESDAY).others == ()


REST = {
    "9.30 Monday": "9.30",
    "Friday, before school": "before school",
    "in 3 weeks, ring the midwife": "ring the midwife",
    "by 4 December at the latest": "",
    "Monday at 9 with Ms Ward": "at 9 with Ms Ward",
}


@pytest.mark.parametrize(("words", "rest"), REST.items(), ids=str)
def test_words_beside_the_day_are_kept(words, rest):
    assert read_day(words, FRIDAY).rest == rest


def test_a_day_that_is_past_and_a_bank_holiday_on_the_way_are_said():
    assert read_day("12 March 2019", FRIDAY).readback == "Tuesday 12 March 2019, which is past"
    assert read_day("10 working days", FRIDAY).readback == "Friday 11 December 2026, no bank holidays"
    assert "25 December 2026 and 28 December 2026" in read_day("20 working days", FRIDAY).readback
    assert "'half term' needs a calendar" in read_day("half term", FRIDAY).readback


@given(st.text(st.characters(categories=["Ll", "Lu"], max_codepoint=0x17F), min_size=1, max_size=12))
def test_no_word_is_a_day_unless_it_is_one(word):
    known = {*MONTHS, *WEEKDAYS, *FEASTS, "fortnight", "today", "tonight", "tomorrow", "tmrw", "yesterday", "weekend"}
    known |= {"eom", "eow", "eoy", "eod", "cob", "cop", "moro"}
    reading = read_day(word, FRIDAY)
    assert reading.day is None or word.lower() in known


@given(st.text(max_size=60), st.dates(date(1900, 1, 1), date(2200, 1, 1)))
def test_any_text_is_safe_to_read_and_nothing_of_it_is_lost(text, today):
    reading = read_day(text, today)
    assert reading.text == text
    if reading.day is None and text.split():
        assert reading.rest == " ".join(text.split())


@given(st.dates(date(2000, 1, 1), date(2150, 1, 1)), st.dates(date(2000, 1, 1), date(2150, 1, 1)))
def test_a_day_as_it_is_shown_is_read_back_as_itself(day, today):
    assert read_day(weekday_in_words(day), today).day == day
    assert read_day(day.isoformat(), today).day == day
    assert read_day(f"{day.day}/{day.month}/{day.year}", today).day == day


@given(st.sampled_from(sorted(WEEKDAYS)), st.dates(date(2000, 1, 1), date(2150, 1, 1)))
def test_a_weekday_is_the_next_one_and_a_week_later_with_week(name, today):
    plain, later = read_day(name, today).day, read_day(f"{name} week", today).day
    assert plain is not None
    assert later is not None
    assert plain.weekday() == WEEKDAYS[name]
    assert 1 <= (plain - today).days <= 7
    assert later - plain == timedelta(days=7)


@given(st.integers(1, 60), st.dates(date(1990, 1, 1), date(2100, 1, 1)))
def test_working_days_are_counted_one_by_one(number, today):
    day = working_days_after(today, number)
    between = [today + timedelta(days=ahead) for ahead in range(1, (day - today).days + 1)]
    assert sum(is_working_day(one) for one in between) == number
    assert is_working_day(day)
    assert read_day(f"within {number} working days", today).day == day


@pytest.mark.parametrize(
    ("year", "days"),
    [
        (2020, "01-01 04-10 04-13 05-08 05-25 08-31 12-25 12-28"),
        (2021, "01-01 04-02 04-05 05-03 05-31 08-30 12-27 12-28"),
        (2022, "01-03 04-15 04-18 05-02 06-02 06-03 08-29 09-19 12-26 12-27"),
        (2023, "01-02 04-07 04-10 05-01 05-08 05-29 08-28 12-25 12-26"),
        (2026, "01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28"),
        (2027, "01-01 03-26 03-29 05-03 05-31 08-30 12-27 12-28"),
        (2028, "01-03 04-14 04-17 05-01 05-29 08-28 12-25 12-26"),
    ],
)
def test_bank_holidays_are_those_of_the_government_list(year, days):
    assert sorted(f"{day:%m-%d}" for day in bank_holidays_of(year)) == days.split()


def test_easter_is_the_sunday_of_the_tables():
    known = {2000: "04-23", 2008: "03-23", 2011: "04-24", 2019: "04-21", 2026: "04-05", 2027: "03-28", 2038: "04-25"}
    assert {year: f"{easter(year):%m-%d}" for year in known} == known
