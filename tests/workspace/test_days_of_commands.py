"""Every option of a command that takes a day reads it in people's words and reads back what was understood."""

from datetime import date, timedelta

import pytest
import typer

from supervision_tui.cli.arguments import read_day, read_exact_day

TODAY = date.today()  # noqa: DTZ011 - the commands look from this computer's day


def last(weekday):
    return TODAY - timedelta(days=(TODAY.weekday() - weekday - 1) % 7 + 1)


def test_a_day_behind_us_is_read_where_something_has_ended(capsys):
    assert read_exact_day("yesterday", past=True) == TODAY - timedelta(days=1)
    assert read_exact_day("two weeks ago", past=True) == TODAY - timedelta(days=14)
    assert read_exact_day("last Friday", past=True) == last(4)
    told = capsys.readouterr().err
    assert told.count(" is read as ") == 3
    assert f"Friday {last(4).day} " in told


def test_a_day_to_come_is_read_where_something_is_kept_until_then(capsys):
    assert read_exact_day("in 3 weeks") == TODAY + timedelta(days=21)
    assert read_exact_day("tomorrow") == TODAY + timedelta(days=1)
    assert "'tomorrow' is read as " in capsys.readouterr().err


def test_a_day_in_figures_is_not_read_back(capsys):
    assert read_exact_day("2026-12-24") == date(2026, 12, 24)
    assert capsys.readouterr().err == ""


def test_of_a_month_the_first_or_the_last_day_is_taken_and_told(capsys):
    assert read_day("2026-02") == date(2026, 2, 28)
    assert read_day("2026-02", first=True) == date(2026, 2, 1)
    assert "Sunday 1 February 2026" in capsys.readouterr().err


@pytest.mark.parametrize("words", ["last month", "2019", "1/2/90", "bananas", "next Tuesday week", "half term"])
def test_what_is_no_one_day_is_refused_and_said_why(words, capsys):
    with pytest.raises(typer.Exit) as ended:
        read_exact_day(words, past=True)
    assert ended.value.exit_code == 2
    assert capsys.readouterr().err
