"""The ecomap on paper: people in a circle in the middle, their world in circles round it, agencies farther out."""

from __future__ import annotations

import math
from itertools import combinations
from typing import TYPE_CHECKING

from supervision_tui.genogram.graphviz.dot_document import DotDocument, Point
from supervision_tui.genogram.graphviz.font_metrics import text_width
from supervision_tui.genogram.graphviz.other_legends import draw_ecomap_legend
from supervision_tui.genogram.graphviz.symbols import draw_symbol
from supervision_tui.genogram.graphviz.ties import draw_stroke
from supervision_tui.genogram.lettering import clip
from supervision_tui.genogram.notation import STROKES, Link, links

if TYPE_CHECKING:
    from supervision_tui.family import Resource
    from supervision_tui.genogram.notation import Drawing

SYMBOL, INNER = 30.0, 84.0
"""Points of a symbol, and from the middle to the people who stand round it."""

RADII = {1: 26.0, 2: 32.0, 3: 39.0}
"""Points of a circle's radius by importance."""

LETTERS = 6.0
"""Points round the middle of a name that a line should stay off."""

RING, OUT = 96.0, 44.0
"""Least points along the ring for one circle; how much farther out agencies stand."""


def draw_ecomap(drawing: Drawing, legend: DotDocument | None = None) -> DotDocument:
    """The sheet with the ecomap, people without a link stand there too when they are children in focus.

    The legend is below it, or on the sheet *legend*.
    """
    document = DotDocument(drawing.family.title)
    all_links = links(drawing)
    named = dict.fromkeys([*drawing.family.focus, *(link.person.id for link in all_links)])
    people = [person_id for person_id in named if person_id in drawing.symbols]
    centre = max(people, key=lambda person_id: sum(link.person.id == person_id for link in all_links), default="")
    resources = _ordered(all_links, centre)
    places = _places(people, centre, resources, all_links)
    reach = (INNER if len(people) > 1 else SYMBOL) + SYMBOL * 1.5
    ring = max(reach + 70.0, RING * len(resources) / (2 * math.pi))
    ends = _ring(resources, ring)
    _spread(places, centre, all_links, ends)
    document.pen(width=1.2)
    document.ellipse((0.0, 0.0), (reach, reach))
    for person_id, at in places.items():
        person = drawing.family.person(person_id)
        name = clip(person.short_name, 12)
        with document.together(person.name):
            draw_symbol(document, drawing.symbols[person_id], at, SYMBOL, person.name)
            document.text(_beside(at, name, places, all_links, ends), name, 8, bold=True, ground=True)
    for number, resource in enumerate(resources):
        at = ends[resource.id]
        with document.together(resource.name):
            radius = _circle(document, resource, at)
        for count, link in enumerate(link for link in all_links if link.resource.id == resource.id):
            _line(document, link, places[link.person.id], at, radius, f"{number}.{count}")
    draw_ecomap_legend(legend or document, all_links)
    return document


def _ring(resources: list[Resource], ring: float) -> dict[str, Point]:
    """The middle of every resource's circle."""
    centres = {}
    for number, resource in enumerate(resources):
        angle, distance = _angle(number, len(resources)), ring + (OUT if resource.formal else 0.0)
        centres[resource.id] = distance * math.cos(angle), distance * math.sin(angle)
    return centres


def _angle(number: float, count: int) -> float:
    return math.pi / 2 - 2 * math.pi * number / max(count, 1)


def _ordered(all_links: list[Link], centre: str) -> list[Resource]:
    """Resources round the circle: those that the same people share beside each other, then by kind."""
    others: dict[str, list[str]] = {}
    for link in all_links:
        others.setdefault(link.resource.id, [])
        if link.person.id != centre:
            others[link.resource.id].append(link.person.id)
    by_id = {link.resource.id: link.resource for link in all_links}
    return sorted(by_id.values(), key=lambda resource: (others[resource.id], resource.kind, resource.name))


def _places(people: list[str], centre: str, resources: list[Resource], all_links: list[Link]) -> dict[str, Point]:
    """The person with most links in the middle, the others round them, between the lines that run out from there."""
    places = {centre: (0.0, 0.0)} if centre else {}
    number = {resource.id: at for at, resource in enumerate(resources)}
    seats = max(len(resources), len(people))
    free = [at + 0.5 for at in range(seats)]
    for person_id in people:
        if person_id != centre:
            mine = [float(number[link.resource.id]) for link in all_links if link.person.id == person_id] or [seats / 2]
            wish = sum(mine) / len(mine) * seats / max(len(resources), 1)
            seat = min(free, key=lambda at: (abs(at - wish), at))
            free.remove(seat)
            angle = _angle(seat, seats)
            places[person_id] = INNER * math.cos(angle), INNER * math.sin(angle)
    return places


def _spread(places: dict[str, Point], centre: str, all_links: list[Link], ends: dict[str, Point]) -> None:
    """Exchange seats in place while that keeps lines off more people."""
    around = [person_id for person_id in places if person_id != centre]
    fewest = _hits(places, all_links, ends)
    for a, b in combinations(around, 2):
        places[a], places[b] = places[b], places[a]
        hits = _hits(places, all_links, ends)
        if hits < fewest:
            fewest = hits
        else:
            places[a], places[b] = places[b], places[a]


def _hits(places: dict[str, Point], all_links: list[Link], ends: dict[str, Point]) -> int:
    """How many lines run over somebody who is not theirs."""
    return sum(
        _near(at, places[link.person.id], ends[link.resource.id]) < SYMBOL / 2 + 5
        for link in all_links
        for person_id, at in places.items()
        if person_id != link.person.id
    )


def _beside(at: Point, name: str, places: dict[str, Point], all_links: list[Link], ends: dict[str, Point]) -> Point:
    """Where the name of somebody at *at* stands: below, above or beside, over as few lines as can be."""
    half = text_width(name, 8, bold=True) / 2
    reach = SYMBOL / 2 + 7
    around = [(0.0, -reach), (0.0, reach), (reach + half, 0.0), (-reach - half, 0.0)]

    def hits(shift: Point) -> int:
        spots = [(at[0] + shift[0] + half * share, at[1] + shift[1]) for share in (-1, -0.5, 0, 0.5, 1)]
        lines = sum(
            any(_near(spot, places[link.person.id], ends[link.resource.id]) < LETTERS for spot in spots)
            for link in all_links
        )
        people = sum(
            other != at and any(math.dist(spot, other) < SYMBOL / 2 + LETTERS for spot in spots)
            for other in places.values()
        )
        return lines + 2 * people

    dx, dy = min(around, key=hits)
    return at[0] + dx, at[1] + dy


def _near(at: Point, start: Point, end: Point) -> float:
    """The distance of *at* from the line between two points."""
    dx, dy = end[0] - start[0], end[1] - start[1]
    share = ((at[0] - start[0]) * dx + (at[1] - start[1]) * dy) / (dx * dx + dy * dy)
    share = min(1.0, max(0.0, share))
    return math.dist(at, (start[0] + dx * share, start[1] + dy * share))


def _circle(document: DotDocument, resource: Resource, at: Point) -> float:
    radius = RADII[resource.importance]
    document.node(
        f"resource {resource.id}", at, (2 * radius, 2 * radius), "circle", tooltip=resource.name, penwidth="1.4"
    )
    words = resource.name.split()
    lines = [""]
    for word in words:
        if lines[-1] and len(lines[-1]) + len(word) >= 11:  # noqa: PLR2004 - letters that fit a circle
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    lines = [clip(line, 13) for line in lines[:4]]
    for number, line in enumerate(lines):
        document.text((at[0], at[1] + (len(lines) - 1) * 4.5 - 9 * number), line, 7.5)
    if resource.safety:
        document.text((at[0], at[1] - radius - 6), clip(resource.safety, 24), 7)
    return radius


def _line(document: DotDocument, link: Link, person: Point, at: Point, radius: float, name: str) -> None:
    """From the edge of the person's symbol to the edge of the circle, with arrows where energy flows."""
    length = math.dist(person, at)
    dx, dy = (at[0] - person[0]) / length, (at[1] - person[1]) / length
    edge = SYMBOL / 2 / max(abs(dx), abs(dy)) + 3
    start = person[0] + dx * edge, person[1] + dy * edge
    end = at[0] - dx * (radius + 3), at[1] - dy * (radius + 3)
    draw_stroke(document, [start, end], STROKES[link.link.strength], "", "#333333", f"link {name}")
    for tip, sign in ((end, 1), (start, -1)):
        if link.link.direction in {"both", "to" if sign == 1 else "from"}:
            x, y = tip
            back = [(x - sign * dx * 9 + side * dy * 4, y - sign * dy * 9 - side * dx * 4) for side in (-1, 1)]
            document.pen("#333333", 1.0)
            document.shape([back[0], tip, back[1]], "#333333")
    if link.link.frequency:
        document.text(
            ((start[0] + end[0]) / 2, (start[1] + end[1]) / 2 + 7), clip(link.link.frequency, 20), 7, ground=True
        )
