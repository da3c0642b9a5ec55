"""Names of a family in a text: for records that may hold none."""

from __future__ import annotations

import re
from collections.abc import Iterator

from supervision_tui.family import Family

SHORTEST = 3
"""Letters of the shortest word that counts as a name."""


def names_in(text: str, family: Family) -> list[str]:
    """The words of *text* that are a name of somebody in *family*, each once, in the order in which they stand."""
    known = {word.casefold() for word in _names(family)}
    found: dict[str, None] = {}
    for word in re.findall(r"\w+", text):
        if word.casefold() in known and word[0].isupper():
            found.setdefault(word)
    return list(found)


def _names(family: Family) -> Iterator[str]:
    for person in family.persons:
        if person.kind == "person":
            yield from (word for word in re.findall(r"\w+", person.name.split("(")[0]) if len(word) >= SHORTEST)
