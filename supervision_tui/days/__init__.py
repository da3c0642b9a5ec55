"""Days of the calendar: shown one way over the whole program, in British English."""

from supervision_tui.days.words import day_in_words, moment_in_words, month_in_words, weekday_in_words

__all__ = ["day_in_words", "moment_in_words", "month_in_words", "weekday_in_words"]
