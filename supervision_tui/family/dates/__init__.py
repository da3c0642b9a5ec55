"""Dates as families tell them: partial, approximate, by age, in words."""

from supervision_tui.family.dates.ages import age_in_words
from supervision_tui.family.dates.partial import NO_DATE, DateField, PartialDate, as_day
from supervision_tui.family.dates.reading import DateFormatError
from supervision_tui.family.dates.relative import date_in
from supervision_tui.family.dates.words import date_in_words

__all__ = [
    "NO_DATE",
    "DateField",
    "DateFormatError",
    "PartialDate",
    "age_in_words",
    "as_day",
    "date_in",
    "date_in_words",
]
