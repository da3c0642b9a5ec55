"""The world round a family (ecomap, Hartman 1978): who is linked with which service, place or group, and how it feels.

Lines: strong three, moderate two, ordinary one, tenuous dashed, stressful zigzag, broken cut; an arrow says where
energy flows.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from supervision_tui.genogram.scene import Region, Role, Run, Scene
from supervision_tui.genogram.tie_strokes import TieStroke
from supervision_tui.genogram.widths import cells, clip

if TYPE_CHECKING:
    from supervision_tui.family import Person, Resource, ResourceLink
    from supervision_tui.genogram.drawing import Drawing

STROKES: Mapping[str, TieStroke] = {
    "strong": TieStroke(3, wide=3.5, cells=("≡", "║")),
    "moderate": TieStroke(2, cells=("═", "║")),
    "ordinary": TieStroke(),
    "tenuous": TieStroke(dash="dashed", cells=("╌", "╎")),
    "stressful": TieStroke(0, "zigzag", cells=("/\\", "/\\")),
    "broken": TieStroke(dash="dashed", mark="cut", cells=("╌", "╎")),
}
"""By the strength of a link."""

STRETCH, LONGEST = 16, 44


@dataclass(frozen=True, slots=True)
class Link:
    """One person's link with one resource."""

    person: Person
    resource: Resource
    link: ResourceLink


def links(drawing: Drawing) -> list[Link]:
    """Every link that holds, with people in the order of their rows and resources by kind."""
    place = drawing.layout.by_id
    found = []
    for resource in sorted(drawing.family.resources, key=lambda one: (one.kind, one.name)):
        for link in sorted(resource.links, key=lambda one: (place[one.person].row, place[one.person].x)):
            over = link.until is not None and link.until.latest < drawing.at
            if link.person in drawing.figures and not over:
                found.append(Link(drawing.family.person(link.person), resource, link))
    return found


def ecomap_scene(drawing: Drawing, *, ascii_only: bool = False) -> Scene:
    """The ecomap in cells: a resource a line, its people at the left, how the link is between them."""
    found = links(drawing)
    left = max((cells(one.person.short_name) for one in found), default=0)
    rows: list[tuple[Run, ...]] = []
    regions: dict[str, Region] = {}
    before = ""
    for one in found:
        name = one.person.short_name
        told = "" if one.resource.id == before else clip(one.resource.name, LONGEST) + _safety(one.resource)
        before = one.resource.id
        regions.setdefault(one.person.id, Region(0, len(rows), left, 1))
        stretch = _stretch(one.link, ascii_only=ascii_only)
        parts: list[tuple[str, Role]] = [
            (name + " " * (left - cells(name) + 1), "name"), (stretch, "tie"), (f" {told}", "badge"),
        ]  # fmt: skip
        rows.append(tuple(Run(text, role) for text, role in parts))
    width = max((sum(cells(run.text) for run in row) for row in rows), default=0)
    padded = tuple(_padded(row, width) for row in rows)
    return Scene(width, len(padded), padded, regions)


def _padded(row: Sequence[Run], width: int) -> tuple[Run, ...]:
    short = width - sum(cells(run.text) for run in row)
    return (*row, Run(" " * short, "space")) if short else tuple(row)


def _safety(resource: Resource) -> str:
    return f" ({resource.safety})" if resource.safety else ""


def _stretch(link: ResourceLink, *, ascii_only: bool) -> str:
    from supervision_tui.genogram.tie_cells import ASCII  # noqa: PLC0415 - the table of another painter

    across = STROKES[link.strength].cells[0]
    line = (across * STRETCH)[:STRETCH]
    if STROKES[link.strength].mark == "cut":
        line = line[: STRETCH // 2] + "‖" + line[STRETCH // 2 + 1 :]
    start = "◄" if link.direction in {"from", "both"} else " "
    end = "►" if link.direction in {"to", "both"} else " "
    told = start + line + end
    return told.translate(ASCII) if ascii_only else told
