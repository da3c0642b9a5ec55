"""A day that lies behind is read in people's words, and never one still to come."""

from datetime import date

import pytest

from supervision_tui.days import read_past_day
from tests.every_row import every_row

ON = date(2026, 11, 27)  # a Friday


@every_row(
    ("words", "when", "rest"),
    [
        ("24 Nov at school, alone for ten minutes", "2026-11-24", "at school, alone for ten minutes"),
        ("Slept at Nan Pauline's on Saturday", "2026-11-21", "Slept at Nan Pauline's"),
        ("three weeks ago", "2026-11-06", ""),
        ("a fortnight ago, in the park", "2026-11-13", "in the park"),
        ("yesterday", "2026-11-26", ""),
        ("this morning", "2026-11-27", ""),
        ("Mon 23 Nov", "2026-11-23", ""),
        ("16 July at home, not alone", "2026-07-16", "at home, not alone"),
        ("20 December", "2025-12-20", ""),
        ("on 3/11", "2026-11-03", ""),
        ("She was seen on 3/11 without mum", "2026-11-03", "She was seen on without mum"),
        ("13.11.26 alone in the car", "2026-11-13", "alone in the car"),
        ("Tuesday with mum", "2026-11-24", "with mum"),
        ("on the 12th", "2026-11-12", ""),
        ("in July", "2026-07", ""),
        ("last month", "2026-10", ""),
        ("last week", "2026-11-20", ""),
        ("Seen alone on 3 November 2026 for an hour", "2026-11-03", "Seen alone for an hour"),
        ("23 May at home, alone", "2026-05-23", "at home, alone"),
        ("3 Mar at school", "2026-03-03", "at school"),
        ("3rd march, at Nan's", "2026-03-03", "at Nan's"),
        ("at 9.30am today", "2026-11-27", "at 9.30am"),
    ],
)
def test_a_day_behind_us_is_read_with_the_words_beside_it(words, when, rest):
    found = read_past_day(words, ON, planned=False)
    assert found is not None
    assert found.when == when
    assert found.day <= ON
    assert " ".join(found.rest.split()) == rest


@every_row(
    "words",
    [
        "Late for school four times in two weeks",
        "goes to court on 14 December",
        "the hearing is on 3 January",
        "We will see him on Tuesday",
        "Home is a 4/10 for her",
        "She is due on 28 Nov 2026",
        "he may come",
        "",
    ],
)
def test_plans_lengths_of_time_and_numbers_on_a_scale_are_no_day_behind_us(words):
    assert read_past_day(words, ON) is None


@pytest.mark.parametrize(
    ("words", "when"),
    [
        ("at Christmas he hit her", "2025-12-25"),
        ("on Mother's Day", "2026-03-15"),
        ("Good Friday", "2026-04-03"),
        ("bonfire night", "2026-11-05"),
        ("on Boxing Day", "2025-12-26"),
    ],
)
def test_a_feast_is_the_last_one_that_was_and_no_week_before_the_next(words, when):
    past = read_past_day(words, date(2026, 11, 28), planned=False)
    assert past is not None
    assert past.when == when


@pytest.mark.parametrize("words", ["tomorrow", "in 3 weeks", "end of the month", "by the weekend"])
def test_what_is_still_to_come_is_no_day_behind_us(words):
    assert read_past_day(words, date(2026, 11, 25), planned=False) is None
