"""Short marks beside symbols in the terminal, and the lines below the drawing that say what they stand for.

One meaning a view: legal and placement status, home, health, culture. Three cells at most, so that neighbours stay
free.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from typing import TYPE_CHECKING

from supervision_tui import family
from supervision_tui.genogram.notation.groups import HUB, SATELLITE, group_marks, group_words, groups
from supervision_tui.genogram.notation.symbols import current

if TYPE_CHECKING:
    from supervision_tui.genogram.notation.drawing import Drawing

WIDEST = 3

HEALTH = {
    "physical": "p", "psychological": "m", "substance": "s", "learning": "l", "neurodivergence": "n",
    "communication": "c", "sensory": "e", "smoking": "t", "weight": "w", "other": "h",
}  # fmt: skip
"""A letter for each area; capital while it is active, small when past, recovering or suspected."""

AREAS = {
    "physical": "physical illness", "psychological": "mental health", "substance": "drugs or alcohol",
    "learning": "learning", "neurodivergence": "neurodivergence", "communication": "communication",
    "sensory": "hearing or sight", "smoking": "smoking", "weight": "weight", "other": "other health",
}  # fmt: skip

StatusMarks = tuple[Mapping[str, str], list[str]]


def status_marks(drawing: Drawing) -> StatusMarks:
    """(mark by person, lines that explain them) for the view of *drawing*."""
    if drawing.options.view == "household":
        return _homes(drawing)
    if drawing.options.view == "health":
        return _health(drawing)
    if drawing.options.view == "culture":
        return _cultures(drawing)
    return _statuses(drawing) if drawing.options.view == "family" else ({}, [])


def _statuses(drawing: Drawing) -> StatusMarks:
    marks: dict[str, str] = {}
    used: dict[str, str] = {}
    for person_id in drawing.symbols:
        codes = [status.code for status in current(drawing.family.person(person_id), drawing.at)]
        if codes:
            shown = codes[0] if len(codes[0]) <= WIDEST else codes[0][:WIDEST]
            marks[person_id] = shown
            used[shown] = family.STATUS_CODES[codes[0]]
    return marks, [f"{code}  {words}" for code, words in sorted(used.items())]


def _homes(drawing: Drawing) -> StatusMarks:
    marks: dict[str, str] = defaultdict(str)
    lines: list[str] = []
    for home in drawing.family.households:
        members = [member for member in home.members if member.at(drawing.at) and member.person in drawing.symbols]
        if members:
            letter = chr(ord("A") + len(lines) % 26)
            for member in members:
                mark = letter.lower() if member.part_time else letter
                marks[member.person] = (marks[member.person] + mark)[:WIDEST]
            name = home.name if home.safe_to_record else "a home that is not recorded"
            lines.append(f"{letter}  {name}")
    if any(mark != mark.upper() for mark in marks.values()):
        lines.append("a small letter: part of the time")
    signs = group_marks(drawing)
    for person_id, sign in signs.items():
        marks[person_id] = marks[person_id][: WIDEST - 1] + sign
    if signs:
        lines.append(f"{HUB}  a hub home   {SATELLITE}  a satellite home")
    return marks, [*lines, *(group_words(drawing, group, people) for group, people in groups(drawing))]


def _health(drawing: Drawing) -> StatusMarks:
    marks: dict[str, str] = {}
    used: dict[str, str] = {}
    for person_id in drawing.symbols:
        letters = ""
        for mark in drawing.family.person(person_id).health:
            letter = HEALTH[mark.area]
            letters += letter.upper() if mark.status == "active" else letter
            used[letter.upper()] = AREAS[mark.area]
        if letters:
            marks[person_id] = letters[:WIDEST]
    lines = [f"{letter}  {words}" for letter, words in sorted(used.items())]
    return marks, [*lines, "a small letter: past, recovering or suspected"] if lines else []


def _cultures(drawing: Drawing) -> StatusMarks:
    letters = {culture.id: chr(ord("A") + at % 26) for at, culture in enumerate(drawing.family.cultures)}
    marks = {
        person_id: "".join(letters[heritage.culture] for heritage in drawing.family.person(person_id).heritage)[:WIDEST]
        for person_id in drawing.symbols
        if drawing.family.person(person_id).heritage
    }
    return marks, [f"{letters[culture.id]}  {culture.name}" for culture in drawing.family.cultures]
