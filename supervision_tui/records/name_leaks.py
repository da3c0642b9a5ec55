"""Names, addresses and birth dates of other families in a text: listed before a record leaves."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from supervision_tui.family import Family, Person

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


SHORTEST = 3
"""Letters of the shortest word that counts as a name."""


def names_in(text: str, family: Family) -> list[str]:
    """The words of *text* that are a name of somebody in *family*, each once, in the order in which they stand."""
    known = {word.casefold() for person in family.persons for word in _names(person)}
    return [word for word in _words(text) if word.casefold() in known]


def without_names(reference: str, family: Family | None) -> str:
    """*reference* of a family, or nothing where it holds a name of somebody in it, such as ``carter-okafor``."""
    known = {word.casefold() for person in family.persons for word in _names(person)} if family else set()
    return "" if known & set(re.findall(r"[^\W_]+", reference.casefold())) else reference


def people_in(text: str, family: Family) -> list[Person]:
    """Everybody in *family* whose first name stands in *text*, in the order of the family; two of one name are both."""
    said = {word.casefold() for word in _words(text)}
    return [person for person in family.persons if (name := next(_names(person), "")) and name.casefold() in said]


def _words(text: str) -> list[str]:
    """The words of *text* that begin with a capital, each once."""
    return list(dict.fromkeys(word for word in re.findall(r"[^\W_]+", text) if word[0].isupper()))


def _names(person: Person) -> Iterator[str]:
    if person.kind == "person":
        yield from (word for word in re.findall(r"\w+", person.name.split("(")[0]) if len(word) >= SHORTEST)
