"""Names of a family in a text: for records that may hold none, and to tell who else appears in one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from supervision_tui.family import Family, Person

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
