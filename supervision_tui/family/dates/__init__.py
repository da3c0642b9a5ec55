"""Dates as families tell them: partial, approximate, by age, in words."""

from supervision_tui.family.dates.partial import PartialDate
from supervision_tui.family.dates.reading import DateFormatError

__all__ = ["DateFormatError", "PartialDate"]
