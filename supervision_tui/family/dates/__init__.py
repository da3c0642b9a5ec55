"""Dates as families tell them: partial, approximate, by age, in words."""

from supervision_tui.family.dates.partial import NO_DATE, DateField, PartialDate, as_day
from supervision_tui.family.dates.reading import DateFormatError

__all__ = ["NO_DATE", "DateField", "DateFormatError", "PartialDate", "as_day"]
