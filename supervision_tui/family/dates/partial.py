"""A date as a family tells it: the words as typed, with what they can mean.

After Gramps (text is always kept, qualities beside the value) and EDTF level 1; see ``dates/reading.py`` for the words.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Any, Self

from pydantic_core import core_schema

from supervision_tui.family.dates.reading import DateFormatError, UnreadableDate, understand
from supervision_tui.text import Line

if TYPE_CHECKING:
    from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
    from pydantic.json_schema import JsonSchemaValue

    from supervision_tui.family.dates.span import Source


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A date in words, with its bounds.

    *text* is what was typed and is what is written back; *edtf* is an EDTF level 1 string; *earliest* and *latest* are
    the first and last day it can mean, both included; *source* says how it is known. Two are equal when their
    words are.
    """

    text: str
    edtf: str
    earliest: date
    latest: date
    source: Source

    @classmethod
    def read(cls, words: str | int | date | PartialDate) -> Self:
        """The date that *words* say: ``"1987"``, ``"12/03/2001"`` (day first), ``"age 7 on 2024-05-01"``, a ``date``.

        Raises:
            DateFormatError: they say none; the message tells what would do.
        """
        text = str(Line(words.isoformat() if isinstance(words, date) else str(words)))
        found = understand(text)
        if isinstance(found, UnreadableDate):
            raise DateFormatError(found.hint)
        return cls(text, found.edtf, found.earliest, found.latest, found.source)

    def __str__(self) -> str:
        return self.text

    @property
    def exact(self) -> bool:
        """Whether it is one known day."""
        return self.earliest == self.latest

    @property
    def year(self) -> int | None:
        """The calendar year, where the bounds lie within one."""
        return self.earliest.year if self.earliest.year == self.latest.year else None

    @property
    def month(self) -> int | None:
        """The month 1 to 12, where the bounds lie within one."""
        same = (self.earliest.year, self.earliest.month) == (self.latest.year, self.latest.month)
        return self.earliest.month if same else None

    @property
    def middle(self) -> date:
        """The day in the middle of the bounds: for an axis, never for telling; an open end has no part in it."""
        if (self.earliest == date.min) != (self.latest == date.max):
            return self.latest if self.earliest == date.min else self.earliest
        return date.fromordinal((self.earliest.toordinal() + self.latest.toordinal()) // 2)

    def certainly_before(self, other: PartialDate | date) -> bool:
        """Whether every day it can mean is before every day the other can mean."""
        return self.latest < (other if isinstance(other, date) else other.earliest)

    def maybe_by(self, day: date) -> bool:
        """Whether it can have come by the end of *day*."""
        return self.earliest <= day

    def certainly_by(self, day: date) -> bool:
        """Whether it must have come by the end of *day*."""
        return self.latest <= day

    @classmethod
    def __get_pydantic_core_schema__(cls, _source: object, _handler: GetCoreSchemaHandler) -> core_schema.CoreSchema:
        """Validate from words, a year as a number, or a date; serialise as the words."""
        return core_schema.with_info_plain_validator_function(
            _from_file, serialization=core_schema.to_string_ser_schema()
        )

    @classmethod
    def __get_pydantic_json_schema__(
        cls, _schema: core_schema.CoreSchema, _handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        """In a file: words, or a year as a number."""
        return {
            "anyOf": [{"type": "string", "minLength": 1, "maxLength": 200}, {"type": "integer", "minimum": 1}],
            "description": "A partial date: 1987, ~1987, 2010-02, 12/03/2001 (day first), age 7 on 2024-05-01",
        }


def as_day(when: date | PartialDate | str | int) -> date:
    """The day at which to look: a ``date`` as it is, of a ``datetime`` its day, of words the last day they can mean.

    Raises:
        DateFormatError: the words say no date.
    """
    if isinstance(when, datetime):
        return when.date()
    return when if isinstance(when, date) else PartialDate.read(when).latest


FROM_THE_DAY = "dates told from the day of the file"
"""Key of the validation context under which stands what reads a date told from a day: "3 weeks ago"."""


def _from_file(value: object, info: core_schema.ValidationInfo) -> PartialDate:
    if isinstance(value, PartialDate):
        return value
    if isinstance(value, (str, int, date)) and not isinstance(value, bool):
        seen_from = (info.context or {}).get(FROM_THE_DAY)
        seen = seen_from(value) if seen_from is not None and isinstance(value, str) else None
        return seen or PartialDate.read(value)
    message = f"A date is written as words, such as 2010-02; this is {type(value).__name__}."
    raise DateFormatError(message)


if TYPE_CHECKING:

    class DateField:
        """A field that takes a date in words, as a year or as a ``date``, and gives a partial date or ``None``."""

        def __get__(self, model: object, owner: type) -> PartialDate | None: ...
        def __set__(self, model: object, value: PartialDate | str | int | date | None) -> None: ...

else:
    DateField = PartialDate | None

NO_DATE: Any = None
"""Default of a :class:`DateField`."""
