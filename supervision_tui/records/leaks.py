"""Names, addresses and birth dates of other families in a text: listed before a record leaves."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from supervision_tui.family import Family

_DATE = re.compile(r"\b(?:(\d{4})-(\d{2})-(\d{2})|(\d{1,2})[/.](\d{1,2})[/.](\d{4}))\b")
SHORTEST_ADDRESS = 6
"""Characters of the shortest address that is looked for."""


@dataclass(frozen=True, slots=True)
class Leak:
    """*words* of a text that belong to the family called *family*; *sort* is name, address or birth date."""

    words: str
    family: str
    sort: str


def leaks(text: str, others: Iterable[Family]) -> tuple[Leak, ...]:
    """Every full name, address and day of birth in *text* of somebody in the families *others*.

    A first name alone is not listed: the same one stands in many families.
    """
    squeezed = " ".join(text.casefold().split())
    days = set(_days(text))
    return tuple(dict.fromkeys(leak for family in others for leak in _of(family, squeezed, days)))


def _of(family: Family, squeezed: str, days: set[date]) -> Iterator[Leak]:
    for person in family.persons:
        name = " ".join(person.name.split("(")[0].split())
        if " " in name and re.search(rf"\b{re.escape(name.casefold())}\b", squeezed):
            yield Leak(name, family.id, "name")
        born = person.born
        if born is not None and born.earliest == born.latest and born.earliest in days:
            yield Leak(born.earliest.isoformat(), family.id, "birth date")
    for household in family.households:
        address = " ".join(household.address.casefold().split())
        if len(address) >= SHORTEST_ADDRESS and address in squeezed:
            yield Leak(str(household.address), family.id, "address")


def _days(text: str) -> Iterator[date]:
    for found in _DATE.finditer(text):
        year, month, day = (found[1], found[2], found[3]) if found[1] else (found[6], found[5], found[4])
        try:
            yield date(int(year), int(month), int(day))
        except ValueError:
            continue
