"""The legends of the ecomap and the timeline: as in the genogram's, only what this drawing uses."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from supervision_tui.genogram.graphviz.dot_document import DotDocument, Point
from supervision_tui.genogram.graphviz.legend import COLUMN, LINE, SAMPLE
from supervision_tui.genogram.graphviz.ties import draw_stroke
from supervision_tui.genogram.notation import STRENGTHS, STROKES, begins

if TYPE_CHECKING:
    from supervision_tui.family import Person
    from supervision_tui.genogram.notation import Link

Sign = Callable[[DotDocument, Point], None]
"""Draws a sign, *SAMPLE* points wide, from its left end on."""


def draw_ecomap_legend(document: DotDocument, all_links: Sequence[Link]) -> None:
    """What kinds of line, arrows and circles say, below all that is on *document*."""
    used = {link.link.strength for link in all_links}
    entries: list[tuple[Sign, str]] = [
        (_stroke(strength), f"{words} link") for strength, words in STRENGTHS.items() if strength in used
    ]
    if any(link.link.direction for link in all_links):
        entries.append((_arrow, "where energy flows"))
    if len({link.resource.importance for link in all_links}) > 1:
        entries.append((_circles, "the larger, the more it matters"))
    if len({link.resource.formal for link in all_links}) > 1:
        entries.append((_two_rings, "farther out: agencies and services"))
    _draw_entries(document, entries)


def draw_timeline_legend(document: DotDocument, people: Sequence[Person]) -> None:
    """What lanes and marks say, below all that is on *document*."""
    entries: list[tuple[Sign, str]] = [(_number, "an event, told below under its number")] if people else []
    if any(begins(person) is not None for person in people):
        entries.append((_born, "a life, from birth"))
    if any(begins(person) is None for person in people):
        entries.append((_not_known, "when this person was born is not known"))
    if any(person.dead for person in people):
        entries.append((_died, "has died"))
    _draw_entries(document, entries)


def _draw_entries(document: DotDocument, entries: Sequence[tuple[Sign, str]]) -> None:
    left, top = document.low[0], document.low[1] - 28
    columns = max(1, int((document.high[0] - left) // COLUMN))
    for number, (sign, words) in enumerate(entries):
        at = left + COLUMN * (number % columns), top - LINE * (number // columns)
        sign(document, at)
        document.text((at[0] + SAMPLE + 8, at[1]), words, 8, left=True)


def _stroke(strength: str) -> Sign:
    def sign(document: DotDocument, at: Point) -> None:
        ends = [at, (at[0] + SAMPLE, at[1])]
        draw_stroke(document, ends, STROKES[strength], "", "#333333", f"legend {strength}")

    return sign


def _arrow(document: DotDocument, at: Point) -> None:
    x, y = at[0] + SAMPLE, at[1]
    document.pen("#333333", 1.0)
    document.stroke([at, (x - 9, y)])
    document.shape([(x - 9, y + 4), (x, y), (x - 9, y - 4)], "#333333")


def _circles(document: DotDocument, at: Point) -> None:
    document.pen(width=1.2)
    for away, radius in ((8, 4.0), (22, 6.0), (38, 8.0)):
        document.ellipse((at[0] + away, at[1]), (radius, radius))


def _two_rings(document: DotDocument, at: Point) -> None:
    document.pen(width=1.2)
    for away in (8, 38):
        document.ellipse((at[0] + away, at[1]), (6, 6))
    document.pen(width=0.8, style="dotted")
    document.stroke([(at[0] + 14, at[1]), (at[0] + 32, at[1])])


def _number(document: DotDocument, at: Point) -> None:
    middle = at[0] + SAMPLE / 2, at[1]
    document.pen(width=1.0)
    document.ellipse(middle, (6.2, 6.2), "#ffffff")
    document.text(middle, "1", 8)


def _born(document: DotDocument, at: Point) -> None:
    document.pen(width=1.4)
    document.stroke([at, (at[0] + SAMPLE, at[1])])
    document.stroke([(at[0], at[1] - 5), (at[0], at[1] + 5)])


def _not_known(document: DotDocument, at: Point) -> None:
    document.pen(width=1.4, style="dotted")
    document.stroke([at, (at[0] + SAMPLE, at[1])])


def _died(document: DotDocument, at: Point) -> None:
    x, y = at[0] + SAMPLE - 4, at[1]
    document.pen(width=1.4)
    document.stroke([at, (x, y)])
    document.stroke([(x - 4, y - 4), (x + 4, y + 4)])
    document.stroke([(x - 4, y + 4), (x + 4, y - 4)])
