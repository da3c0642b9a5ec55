"""A person in one line, as people say it: "Leanne 38 f", "Fell 6 weeks", "m Craig 2008 sep 2016", "twins Ana, Ben".

The line is read as a whole: a number takes the unit and the mark beside it, a year belongs to the word before it, one
capital letter inside a name is an initial. What is not understood is marked, is asked about, and stays as a note until
it is answered: no word is lost. Marks stand in :mod:`.marks`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from supervision_tui.family.shorthand import marks
from supervision_tui.family.shorthand.errors import ShorthandError
from supervision_tui.family.shorthand.parsed_person import Entry, ParsedPerson
from supervision_tui.family.shorthand.person_rules import RULES
from supervision_tui.family.shorthand.reader import LineReader

__all__ = ["LONGEST", "MOST_PEOPLE", "Entry", "ParsedPerson", "parse_people"]

MOST_PEOPLE = 12
"""People of one birth, or one line; a longer list is a mistake, and is said to be one."""
LONGEST = 400
"""Characters of a line; what is pasted beyond that is refused, and nothing of it is taken."""


def parse_people(
    line: str, today: date, entry: Entry = "person", answers: Mapping[str, str] | None = None
) -> tuple[ParsedPerson, ...]:
    """Everybody that *line* names; ages are as on *today*. An empty line names nobody.

    *answers* are to the questions of a former reading, by what they are about.

    Raises:
        ShorthandError: it is far too long for a line, or names too many people.
    """
    if len(line) > LONGEST:
        message = f"That is {len(line):,} characters, too long for one line. Nothing of it was taken; say it in parts."
        raise ShorthandError(message)
    if not line.strip():
        return ()
    low = line.casefold()
    start = next((word for word in sorted(marks.TOGETHER, key=len, reverse=True) if _begins(low, word)), None)
    if start is None:
        return _several(line, today, entry, answers or {})
    offset = len(line) - len(line.lstrip()) + len(start)
    pieces = [piece for piece in _pieces(line, offset) if line[piece[0] : piece[1]].strip()]
    if len(pieces) > MOST_PEOPLE:
        raise ShorthandError(f"{len(pieces)} people are too many for one birth. Nothing was taken.")
    people = [LineReader(line, span, today, entry, answers or {}).person(RULES) for span in pieces]
    people += [ParsedPerson("") for _ in range(marks.TOGETHER[start] - len(people))]
    born = next((person.born for person in reversed(people) if person.born), None)
    due = next((person.due for person in reversed(people) if person.due), None)
    return tuple(
        replace(
            person,
            twins=True,
            born=person.born or (None if due else born),
            due=person.due or due,
            kind="unborn" if due else person.kind,
        )
        for person in people
    )


def _begins(low: str, word: str) -> bool:
    return low.split()[: len(word.split())] == word.split() or low.strip().startswith(f"{word},")


def _pieces(line: str, start: int) -> list[tuple[int, int]]:
    """Parts of *line* between commas, "and" and "&"."""
    cuts = [(match.start(), match.end()) for match in re.finditer(r",|;|\band\b|&", line[start:], re.IGNORECASE)]
    edges = [start, *(start + at for cut in cuts for at in cut), len(line)]
    return list(zip(edges[::2], edges[1::2], strict=True))


def _several(line: str, today: date, entry: Entry, answers: Mapping[str, str]) -> tuple[ParsedPerson, ...]:
    """One person, or several children with an age each: "Ana 3, Ben 5"."""
    pieces = _pieces(line, 0)
    if entry == "child" and 1 < len(pieces) <= MOST_PEOPLE:
        people = tuple(LineReader(line, span, today, entry, answers).person(RULES) for span in pieces)
        if all(person.name and (person.born or person.due) and not person.unknown for person in people):
            return people
    return (LineReader(line, (0, len(line)), today, entry, answers).person(RULES),)
