"""A day is shown one way, in English, whatever the computer speaks."""

from datetime import UTC, date, datetime

import pytest

from supervision_tui.days import ago_in_words, day_in_words, moment_in_words, month_in_words, weekday_in_words


def test_a_day_is_shown_one_way():
    assert day_in_words(date(2026, 9, 3)) == "3 September 2026"
    assert weekday_in_words(date(2026, 9, 3)) == "Thursday 3 September 2026"
    assert month_in_words(date(2026, 9, 3)) == "September 2026"
    assert moment_in_words(datetime(2026, 9, 3, 7, 5, tzinfo=UTC)) == "3 September 2026, 07:05"


def test_every_month_and_weekday_has_the_name_that_the_calendar_gives():
    for month in range(1, 13):
        day = date(2024, month, 29)
        assert weekday_in_words(day) == f"{day:%A} 29 {day:%B} 2024"


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2026, 11, 27), "today"),
        (date(2026, 11, 26), "a day ago"),
        (date(2026, 10, 2), "8 weeks ago"),
        (date(2026, 12, 8), "on 8 December 2026, by a clock that was ahead"),
    ],
)
def test_how_long_ago_is_never_a_number_below_nothing(day, words):
    assert ago_in_words(day, date(2026, 11, 27)) == words
