"""How long a month is."""

from calendar import monthrange

import pytest

from supervision_tui.days.months import days_of_month


def test_every_month_is_as_long_as_the_calendar_says():
    wrong = [
        (year, month)
        for year in (1, 4, 100, 1600, 1900, 1999, 2000, 2023, 2024, 2100, 2400, 9999)
        for month in range(1, 13)
        if days_of_month(year, month) != monthrange(year, month)[1]
    ]
    assert wrong == []


@pytest.mark.parametrize("month", [0, 13, -1, 25])
def test_a_month_that_is_none_is_refused(month):
    with pytest.raises(ValueError, match="no month"):
        days_of_month(2024, month)
