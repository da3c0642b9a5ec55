"""The world round a family (ecomap, Hartman 1978): who is linked with which service, place or group, and how it feels.

Lines: strong three, moderate two, ordinary one, tenuous dashed, stressful zigzag, broken cut; an arrow says where
energy flows.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from supervision_tui.genogram.notation.tie_styles import TieStyle

if TYPE_CHECKING:
    from supervision_tui.family import Person, Resource, ResourceLink
    from supervision_tui.genogram.notation.drawing import Drawing

STROKES: Mapping[str, TieStyle] = {
    "strong": TieStyle(3, wide=3.5, cells=("≡", "║")),
    "moderate": TieStyle(2, cells=("═", "║")),
    "ordinary": TieStyle(),
    "tenuous": TieStyle(dash="dashed", cells=("╌", "╎")),
    "stressful": TieStyle(0, "zigzag", cells=("/\\", "/\\")),
    "broken": TieStyle(dash="dashed", mark="cut", cells=("╌", "╎")),
}
"""By the strength of a link."""

STRENGTHS: Mapping[str, str] = {
    "strong": "strong", "moderate": "moderate", "ordinary": "ordinary", "tenuous": "tenuous",
    "stressful": "stressful", "broken": "broken off",
}  # fmt: skip
"""The words of each strength, in the order of a legend."""


@dataclass(frozen=True, slots=True)
class Link:
    """One person's link with one resource."""

    person: Person
    resource: Resource
    link: ResourceLink


def links(drawing: Drawing) -> list[Link]:
    """Every link that holds, with people in the order of their rows and resources by kind."""
    place = drawing.layout.by_id
    all_links = []
    for resource in sorted(drawing.family.resources, key=lambda resource: (resource.kind, resource.name)):
        for link in sorted(resource.links, key=lambda link: (place[link.person].row, place[link.person].x)):
            over = link.until is not None and link.until.latest < drawing.at
            if link.person in drawing.symbols and not over:
                all_links.append(Link(drawing.family.person(link.person), resource, link))
    return all_links
