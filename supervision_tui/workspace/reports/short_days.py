"""A day as a page shows it: with its year only where that is another one."""

from __future__ import annotations

from datetime import date

from supervision_tui.days import day_in_words


def short_day(day: date, today: date) -> str:
    """``24 November``; ``24 November 2025`` where *today* is in another year."""
    words = day_in_words(day)
    return words.removesuffix(f" {day.year}") if day.year == today.year else words
