"""The ecomap on paper: the family in a circle in the middle, its world in circles round it, near ones informal, far ones agencies."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from supervision_tui.genogram.ecomap import STROKES, Link, links
from supervision_tui.genogram.paper.marks import draw_symbol
from supervision_tui.genogram.paper.sheet import Point, Sheet
from supervision_tui.genogram.paper.ties import draw_stroke
from supervision_tui.genogram.widths import clip

if TYPE_CHECKING:
    from supervision_tui.family import Resource
    from supervision_tui.genogram.drawing import Drawing

SYMBOL, APART = 30.0, 66.0
RADII = {1: 26.0, 2: 32.0, 3: 39.0}
"""Points of a circle's radius by importance."""

RING = 96.0
"""Least points along the ring for one circle."""


def draw_ecomap(drawing: Drawing) -> Sheet:
    """The sheet with the ecomap; people without a link stand there too when they are children in focus."""
    sheet = Sheet(drawing.family.title)
    found = links(drawing)
    people = dict.fromkeys([*(one.person.id for one in found), *drawing.family.focus])
    places = _middle(drawing, [one for one in people if one in drawing.figures])
    reach = max((math.hypot(*at) for at in places.values()), default=0.0) + SYMBOL * 1.4
    resources = _ordered(found, places)
    ring = max(reach + 110.0, RING * len(resources) / (2 * math.pi))
    sheet.pen(width=1.2)
    sheet.ellipse((0.0, 0.0), (reach, reach))
    for one, at in places.items():
        person = drawing.family.person(one)
        draw_symbol(sheet, drawing.figures[one], at, SYMBOL, person.name)
        sheet.text((at[0], at[1] - SYMBOL / 2 - 6), clip(person.short_name, 12), 8, bold=True)
    for number, resource in enumerate(resources):
        angle = math.pi / 2 - 2 * math.pi * number / len(resources)
        distance = ring + (44.0 if resource.formal else 0.0)
        at = distance * math.cos(angle), distance * math.sin(angle)
        radius = _circle(sheet, resource, at)
        for count, one in enumerate(link for link in found if link.resource.id == resource.id):
            _line(sheet, one, places[one.person.id], at, radius, f"{number}.{count}")
    return sheet


def _middle(drawing: Drawing, people: list[str]) -> dict[str, Point]:
    """People in rows as in the genogram, closer together."""
    rows: dict[int, list[str]] = {}
    for one in sorted(people, key=lambda name: drawing.layout.by_id[name].x):
        rows.setdefault(drawing.layout.by_id[one].row, []).append(one)
    found: dict[str, Point] = {}
    for level, row in enumerate(sorted(rows)):
        for at, one in enumerate(rows[row]):
            x = (at - (len(rows[row]) - 1) / 2) * APART
            found[one] = (x, ((len(rows) - 1) / 2 - level) * APART)
    return found


def _ordered(found: list[Link], places: dict[str, Point]) -> list[Resource]:
    """Resources round the circle by the direction in which their people stand, so that few lines cross."""
    by_id = {one.resource.id: one.resource for one in found}

    def direction(resource: Resource) -> tuple[float, str, str]:
        ends = [places[one.person.id] for one in found if one.resource.id == resource.id]
        x, y = sum(p[0] for p in ends) / len(ends), sum(p[1] for p in ends) / len(ends)
        return round(-math.atan2(y, x) if (x, y) != (0.0, 0.0) else 0.0, 2), resource.kind, resource.name

    return sorted(by_id.values(), key=direction)


def _circle(sheet: Sheet, resource: Resource, at: Point) -> float:
    radius = RADII[resource.importance]
    sheet.node(f"resource {resource.id}", at, (2 * radius, 2 * radius), "circle", tooltip=resource.name, penwidth="1.4")
    words = resource.name.split()
    lines = [""]
    for word in words:
        if lines[-1] and len(lines[-1]) + len(word) >= 11:  # noqa: PLR2004 - letters that fit a circle
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    lines = [clip(line, 13) for line in lines[:4]]
    for number, line in enumerate(lines):
        sheet.text((at[0], at[1] + (len(lines) - 1) * 4.5 - 9 * number), line, 7.5)
    if resource.safety:
        sheet.text((at[0], at[1] - radius - 6), clip(resource.safety, 24), 7)
    return radius


def _line(sheet: Sheet, one: Link, person: Point, at: Point, radius: float, name: str) -> None:
    """From the edge of the person's symbol to the edge of the circle, with arrows where energy flows."""
    length = math.dist(person, at)
    dx, dy = (at[0] - person[0]) / length, (at[1] - person[1]) / length
    start = person[0] + dx * (SYMBOL / 2 + 3), person[1] + dy * (SYMBOL / 2 + 3)
    end = at[0] - dx * (radius + 3), at[1] - dy * (radius + 3)
    draw_stroke(sheet, [start, end], STROKES[one.link.strength], "", "#333333", f"link {name}")
    for tip, sign in ((end, 1), (start, -1)):
        if one.link.direction == "both" or one.link.direction == ("to" if sign == 1 else "from"):
            x, y = tip
            back = [(x - sign * dx * 9 + side * dy * 4, y - sign * dy * 9 - side * dx * 4) for side in (-1, 1)]
            sheet.pen("#333333", 1.0)
            sheet.shape([back[0], tip, back[1]], "#333333")
    if one.link.frequency:
        sheet.text(((start[0] + end[0]) / 2, (start[1] + end[1]) / 2 + 7), clip(one.link.frequency, 20), 7)
