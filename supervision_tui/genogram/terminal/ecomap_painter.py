"""The ecomap as a drawing in cells: the household in a ring, its own world at the left, agencies at the right.

Every link is one level line from the ring to its box, so that no line crosses another or runs through a name. Boxes
of agencies have corners, others are round.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from supervision_tui.genogram.lettering import cells, clip
from supervision_tui.genogram.notation import STRENGTHS, STROKES, Link, links
from supervision_tui.genogram.terminal.canvas import Canvas
from supervision_tui.genogram.terminal.scene import Region, Scene
from supervision_tui.genogram.terminal.tie_painter import ASCII

if TYPE_CHECKING:
    from supervision_tui.family import Resource
    from supervision_tui.genogram.notation import Drawing

BOX, STRETCH, NAME = 26, 12, 14
"""Cells inside a box, of a line, of somebody's name."""

MOST_LINES = 3
SIGNS = {"square": ("□", "[]"), "circle": ("○", "()"), "triangle": ("△", "/\\"), "rectangle": ("▭", "[]")}
OTHER = ("◇", "<>")
CORNERS = {False: "╭╮╰╯", True: "┌┐└┘"}
PLAIN = {False: "..''", True: "++++"}


@dataclass(frozen=True, slots=True)
class _Box:
    """One resource with its links, the words in its box, and how many lines it takes."""

    resource: Resource
    links: tuple[Link, ...]
    words: tuple[str, ...]

    @property
    def inside(self) -> int:
        return max(len(self.links), len(self.words))


def ecomap_scene(drawing: Drawing, *, ascii_only: bool = False) -> Scene:
    """The ecomap of *drawing* in cells; children in focus whom nothing links stand at the foot of the ring."""
    all_links = links(drawing)
    boxes = _boxes(all_links)
    left = [box for box in boxes if not box.resource.formal]
    right = [box for box in boxes if box.resource.formal]
    linked = {link.person.id for link in all_links}
    alone = [
        person_id for person_id in drawing.family.focus if person_id in drawing.symbols and person_id not in linked
    ]
    high = max(_height(left), _height(right), 1)
    legend = _told(all_links, ascii_only=ascii_only)
    ring = (BOX + 4 + STRETCH if left else 0, 2 * NAME + 8)
    width = sum(ring) + (BOX + 4 + STRETCH if right else 0)
    foot = high + 2 + len(alone)
    canvas = Canvas(max([width, *(cells(line) for line in legend)]), foot + 1 + len(legend), ascii_only=ascii_only)
    _frame(canvas, ring[0], 0, ring[1], foot, square=False)
    regions: dict[str, Region] = {}
    for boxed, at_right in ((left, False), (right, True)):
        y = 1 + (high - _height(boxed)) // 2
        for box in boxed:
            _draw(canvas, drawing, box, y, ring, regions, at_right=at_right)
            y += box.inside + 2
    for at, person_id in enumerate(alone):
        words = _person(drawing, person_id, ascii_only=ascii_only)
        start = ring[0] + (ring[1] - cells(words)) // 2
        canvas.put(start, 1 + high + at, words, "name")
        regions[person_id] = Region(start, 1 + high + at, cells(words), 1)
    for at, line in enumerate(legend):
        canvas.put(0, foot + 1 + at, line, "faint")
    return Scene(canvas.width, canvas.height, canvas.rows(), regions)


def _boxes(all_links: Sequence[Link]) -> list[_Box]:
    by_id: dict[str, list[Link]] = {}
    for link in all_links:
        by_id.setdefault(link.resource.id, []).append(link)
    return [
        _Box(links_to_it[0].resource, tuple(links_to_it), _words(links_to_it[0].resource))
        for links_to_it in by_id.values()
    ]


def _words(resource: Resource) -> tuple[str, ...]:
    """The name over up to two lines, then how safe it is."""
    lines = [""]
    for word in resource.name.split():
        if lines[-1] and cells(lines[-1]) + 1 + cells(word) > BOX:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    shown = [clip(line, BOX) for line in lines[: MOST_LINES - 1]]
    return (*shown, clip(f"({resource.safety})", BOX)) if resource.safety else tuple(shown)


def _height(boxes: Sequence[_Box]) -> int:
    return sum(box.inside + 2 for box in boxes)


def _frame(canvas: Canvas, x: int, y: int, width: int, height: int, *, square: bool) -> None:
    corners = (PLAIN if canvas.ascii_only else CORNERS)[square]
    level, upright = ("-", "|") if canvas.ascii_only else ("─", "│")
    canvas.put(x, y, corners[0] + level * (width - 2) + corners[1], "household")
    for line in range(y + 1, y + height - 1):
        canvas.put(x, line, upright, "household")
        canvas.put(x + width - 1, line, upright, "household")
    canvas.put(x, y + height - 1, corners[2] + level * (width - 2) + corners[3], "household")


def _draw(
    canvas: Canvas,
    drawing: Drawing,
    box: _Box,
    y: int,
    ring: tuple[int, int],
    regions: dict[str, Region],
    *,
    at_right: bool,
) -> None:
    """One box with its lines and, inside the ring, the people at their ends."""
    ring_at, wide = ring
    x = ring_at + wide + STRETCH if at_right else 0
    _frame(canvas, x, y, BOX + 4, box.inside + 2, square=box.resource.formal)
    for at, words in enumerate(box.words):
        canvas.put(x + 2, y + 1 + at, words, "badge")
    for at, link in enumerate(box.links):
        words = _person(drawing, link.person.id, ascii_only=canvas.ascii_only)
        start = ring_at + wide - 2 - cells(words) if at_right else ring_at + 2
        canvas.put(start, y + 1 + at, words, "name")
        regions.setdefault(link.person.id, Region(start, y + 1 + at, cells(words), 1))
        canvas.put(ring_at + wide if at_right else BOX + 4, y + 1 + at, _line(link, canvas, at_right=at_right), "tie")


def _person(drawing: Drawing, person_id: str, *, ascii_only: bool) -> str:
    sign = SIGNS.get(drawing.symbols[person_id].shape, OTHER)[ascii_only]
    return f"{sign} {clip(drawing.family.person(person_id).short_name, NAME - 3)}"


def _line(link: Link, canvas: Canvas, *, at_right: bool) -> str:
    """The link as cells from left to right, with an arrow where energy flows."""
    stroke = STROKES[link.link.strength]
    line = list((stroke.cells[0] * STRETCH)[:STRETCH])
    if stroke.mark == "cut":
        line[STRETCH // 2 - 1 : STRETCH // 2 + 1] = "‖", " "
    to, back = link.link.direction in {"to", "both"}, link.link.direction in {"from", "both"}
    if to if at_right else back:
        line[-1] = "►"
    if back if at_right else to:
        line[0] = "◄"
    text = "".join(line)
    return text.translate(ASCII) if canvas.ascii_only else text


def _told(all_links: Sequence[Link], *, ascii_only: bool) -> list[str]:
    """What the lines that are used stand for."""
    used: set[str] = {link.link.strength for link in all_links}
    signs = []
    for strength, words in STRENGTHS.items():
        if strength in used:
            line = STROKES[strength].cells[0] * 3
            shown = f"{line[0]}‖ {line[0]}" if STROKES[strength].mark == "cut" else line[:3]
            signs.append(f"{shown} {words}")
    if any(link.link.direction for link in all_links):
        signs.append("► where energy flows")
    lines = ["   ".join(signs)] if signs else []
    return [line.translate(ASCII) for line in lines] if ascii_only else lines
