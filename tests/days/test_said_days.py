"""Two hundred and fifty ways of saying a day: the right day, or words and a question; no day is made in silence."""

from datetime import date
from pathlib import Path

from supervision_tui.days import read_day, weekday_in_words
from tests.every_row import every_row

FRIDAY = date(2026, 11, 27)
ROWS = [
    ([part.strip() for part in row.split("|")] + [""] * 4)[:5]
    for row in (Path(__file__).parent / "said_days.txt").read_text(encoding="utf-8").splitlines()
    if row and not row.startswith("#")
]


@every_row(("words", "day", "others", "asked", "rest"), ROWS, ids=[row[0] for row in ROWS])
def test_a_day_is_the_one_that_was_said_or_it_is_asked_about(words, day, others, asked, rest):
    reading = read_day(words, FRIDAY)
    assert str(reading.day or "-") == day
    if day == "-":
        assert reading.rest == words
        assert "kept as words" in reading.readback
        assert reading.ask.endswith("?")
        return
    assert reading.readback.startswith(weekday_in_words(reading.day))
    assert [str(other) for other in reading.others] == others.split()
    assert bool(reading.ask) == bool(asked)
    assert reading.rest == rest
