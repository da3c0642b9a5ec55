"""A day is shown one way, in English, whatever the computer speaks."""

from datetime import UTC, date, datetime

from supervision_tui.days import day_in_words, moment_in_words, month_in_words, weekday_in_words


def test_a_day_is_shown_one_way():
    assert day_in_words(date(2026, 9, 3)) == "3 September 2026"
    assert weekday_in_words(date(2026, 9, 3)) == "Thursday 3 September 2026"
    assert month_in_words(date(2026, 9, 3)) == "September 2026"
    assert moment_in_words(datetime(2026, 9, 3, 7, 5, tzinfo=UTC)) == "3 September 2026, 07:05"


def test_every_month_and_weekday_has_the_name_that_the_calendar_gives():
    for month in range(1, 13):
        day = date(2024, month, 29)
        assert weekday_in_words(day) == f"{day:%A} 29 {day:%B} 2024"
