"""Homes on paper: a dashed outline round those who live together; two with one letter where others stand between."""

from __future__ import annotations

from typing import TYPE_CHECKING

from supervision_tui.genogram.notation import group_words
from supervision_tui.genogram.notation.groups import groups

if TYPE_CHECKING:
    from supervision_tui.family import Household
    from supervision_tui.genogram.graphviz.page import Page

Box = tuple[float, float, float, float]

PAD, STEP = 7.0, 3.5
COLOURS = ("#1f5f8b", "#1a6b3c", "#8a4b08", "#6b4fa0", "#8b1f4f", "#3d5a00", "#005b5b", "#5a3d2b")


def draw_homes(page: Page) -> None:
    """Every home with at least one member in the drawing; a name only where it is safe to record, an address never."""
    count = 0
    for household in page.drawing.family.households:
        members = [
            member.person
            for member in household.members
            if member.at(page.drawing.at) and member.person in page.drawing.symbols
        ]
        if members:
            _draw(page, household, members, count)
            count += 1
    for number, (group, people) in enumerate(groups(page.drawing)):
        _draw_group(page, group_words(page.drawing, group, people), people, number)


def _draw_group(page: Page, words: str, people: list[str], number: int) -> None:
    """The outline of a group, dotted, with what it is at the first of its parts and a number at all."""
    colour = COLOURS[-1 - number % len(COLOURS)]
    boxes = {place.id: _box(page, place.id) for place in page.drawing.layout.persons}
    strangers = [box for person_id, box in boxes.items() if person_id not in people]
    pad = PAD + STEP * (3 + number % 3)
    for at, (left, low, right, high) in enumerate(_hulls([boxes[person_id] for person_id in people], strangers)):
        page.document.pen(colour, 1.2, "dotted")
        page.document.shape(_rounded((left - pad, low - pad, right + pad, high + pad)))
        where = (left - pad + 4, low - pad - 5)
        page.document.text(
            where, f"{number + 1}: {words}" if at == 0 else str(number + 1), 8, left=True, color=colour, ground=True
        )


def _draw(page: Page, household: Household, members: list[str], number: int) -> None:
    letter, colour = chr(ord("A") + number % 26), COLOURS[number % len(COLOURS)]
    name = household.name if household.safe_to_record else "a home that is not recorded"
    part_time = {member.person for member in household.members if member.part_time}
    boxes = {place.id: _box(page, place.id) for place in page.drawing.layout.persons}
    strangers = [box for person_id, box in boxes.items() if person_id not in members]
    pad = PAD + STEP * (number % 3)
    for at, (left, low, right, high) in enumerate(_hulls([boxes[person_id] for person_id in members], strangers)):
        outline = _rounded((left - pad, low - pad, right + pad, high + pad))
        page.document.pen(colour, 1.2, "dashed")
        page.document.shape(outline)
        words = f"{letter}: {name}" if at == 0 else letter
        page.document.text((left - pad + 4, high + pad + 5), words, 8, left=True, color=colour, ground=True)
    for person_id in sorted(part_time & set(members)):
        left, low, right, _high = boxes[person_id]
        nights = next((member.nights for member in household.members if member.person == person_id), None)
        label = f"{letter} part of the time" if nights is None else f"{letter} {nights} nights in 14"
        page.document.text(((left + right) / 2, low - 4), label, 7, color=colour, ground=True)


def _box(page: Page, person: str) -> Box:
    place = page.drawing.layout.by_id[person]
    x, y = page.centre(place)
    lines = len(page.drawing.labels[person])
    half = max(20.0, place.width * 4.0)
    return x - half, y - 22 - lines * 40 / 3, x + half, y + 30


def _hulls(boxes: list[Box], strangers: list[Box]) -> list[Box]:
    """*boxes* joined where nobody else stands inside the joined box, the larger joins first."""
    hulls = list(boxes)
    joined = True
    while joined:
        joined = False
        for at, a in enumerate(hulls):
            for b in hulls[at + 1 :]:
                both = min(a[0], b[0]), min(a[1], b[1]), max(a[2], b[2]), max(a[3], b[3])
                if not any(_meet(both, other) for other in strangers):
                    hulls = [hull for hull in hulls if hull not in (a, b)] + [both]
                    joined = True
                    break
            if joined:
                break
    return sorted(hulls, key=lambda box: (-(box[2] - box[0]) * (box[3] - box[1]), box))


def _meet(a: Box, b: Box) -> bool:
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]


def _rounded(box: Box, corner: float = 8.0) -> list[tuple[float, float]]:
    left, low, right, high = box
    cut = corner * 0.3
    return [
        (left + corner, high), (right - corner, high), (right - cut, high - cut), (right, high - corner),
        (right, low + corner), (right - cut, low + cut), (right - corner, low), (left + corner, low),
        (left + cut, low + cut), (left, low + corner), (left, high - corner), (left + cut, high - cut),
    ]  # fmt: skip
