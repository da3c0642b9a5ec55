"""A drawing over pages of A4 or A3, or on one sheet for a wall: a tagged PDF (PDF/UA-1), set by Typst.

Every page has the head (title, day, author, reader), a key map with itself marked, and dashed lines where
neighbours begin; the legend stands on the page of a drawing that fits on one, else on a page of its own.
Source: ISO 32000-1, annex C (14,400 units are the longest side of a page that readers show).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypedDict

from supervision_tui.genogram.graphviz.dot_document import MARGIN, DotDocument
from supervision_tui.genogram.graphviz.heading import LONGEST, LONGEST_SIGNED
from supervision_tui.genogram.graphviz.key_map import KeyMap, key_map
from supervision_tui.genogram.graphviz.page_plan import (
    EDGE,
    HEAD,
    LEAST_LETTER,
    PagePlan,
    Pages,
    Rectangle,
    page_name,
    plan_pages,
    size_in_words,
)
from supervision_tui.genogram.graphviz.picture_words import TypesetPicture, typeset_picture
from supervision_tui.genogram.graphviz.render import LONGEST_SIDE, svg, typeset
from supervision_tui.genogram.graphviz.svg_parts import RenderedDrawing
from supervision_tui.genogram.lettering import clip
from supervision_tui.genogram.notation import caption
from supervision_tui.resources import content_folder

if TYPE_CHECKING:
    from supervision_tui.genogram.notation import Drawing

LEGEND_ACROSS = 480.0
"""Points across which a legend on a page of its own stands."""

Paint = Callable[["Drawing", DotDocument | None], DotDocument]
"""Draws a drawing without its head; its legend below it, or on another sheet."""


class SheetTooLargeError(OSError):
    """One sheet for the wall would be larger than a reader shows."""

    def __init__(self, width: float, height: float) -> None:
        super().__init__(
            f"One sheet would be {size_in_words(width, height)}, and readers of PDF show at most 508 cm of a side "
            "(14,400 units). Nothing was written. --pages a3 lays the drawing over pages that join; --focus PERSON "
            "--degree 2 draws only those near to somebody."
        )


@dataclass(frozen=True, slots=True)
class PagedDrawing:
    """The *content* of a PDF, and what somebody should know before printing it, in *words*."""

    content: bytes
    words: str


class Sheet(TypedDict):
    """One page for the typesetter, in points: its *joins* are lines from (x, y) to (x, y).

    *words* tell the picture, *label* stands in the head, *neighbours* name the pages at left, right, top and bottom.
    """

    width: float
    height: float
    picture: TypesetPicture
    size: tuple[float, float]
    words: str
    label: str
    joins: list[tuple[float, float, float, float]]
    neighbours: dict[str, str]
    map: KeyMap | None


def paged_pdf(drawing: Drawing, paint: Paint, pages: Pages, words: str) -> PagedDrawing:
    """*drawing* over *pages*, as *paint* draws it; *words* tell it to those who cannot see it.

    Raises:
        SheetTooLargeError: one sheet for the wall that no reader would show.
        GraphvizMissingError: nothing here can draw it.
    """
    files: dict[str, bytes] = {}
    whole = _rendered(paint(drawing, None))
    plan = _wall(whole) if pages == "wall" else plan_pages(whole.size, whole.smallest_letter, (), pages)
    if len(plan.columns) * len(plan.rows) == 1:
        sheets = [_only_sheet(whole, plan, words, files)]
        summary = f"One sheet of {size_in_words(plan.width, plan.height)}."
        summary = summary if pages == "wall" else f"One page of {pages.upper()}."
        sheets[0]["label"] = summary
    else:
        legend = DotDocument(drawing.family.title)
        legend.high[0] = LEGEND_ACROSS
        document = paint(drawing, legend)
        sheets = _tiles(document, pages, "", files)
        count = len(sheets)
        sheets[0]["words"] += f" The whole drawing in words: {words}"
        sheets += _tiles(legend, pages, "Legend ", files)
        summary = f"{count} pages of {pages.upper()} that join, with a key map on each, and then the legend."
    head = caption(drawing)
    data = {
        "title": head.title or "Genogram",
        "heading": clip(head.title, LONGEST),
        "lines": [line for line in (head.warning, clip(f"{head.about}. {head.signed}.", LONGEST_SIGNED)) if line],
        "author": drawing.options.author,
        "edge": EDGE,
        "head": HEAD,
        "sheets": sheets,
    }
    main = (content_folder("templates/documents") / "drawing.typ").read_bytes()
    return PagedDrawing(typeset(main, data, files), summary)


def _rendered(document: DotDocument) -> RenderedDrawing:
    return RenderedDrawing(svg(document.source(), "", ""))


def _wall(whole: RenderedDrawing) -> PagePlan:
    """One sheet around the whole drawing, its smallest letter as large as on any page."""
    scale = max(1.0, LEAST_LETTER / whole.smallest_letter)
    width = max(whole.size[0] * scale, 300.0) + 2 * EDGE
    height = whole.size[1] * scale + 2 * EDGE + HEAD
    if max(width, height) > LONGEST_SIDE:
        raise SheetTooLargeError(width, height)
    return PagePlan(width, height, scale, (0.0,), (0.0,))


def _only_sheet(whole: RenderedDrawing, plan: PagePlan, words: str, files: dict[str, bytes]) -> Sheet:
    picture, beside = typeset_picture("whole", whole.svg)
    files |= beside
    return {
        "width": plan.width,
        "height": plan.height,
        "picture": picture,
        "size": (whole.size[0] * plan.scale, whole.size[1] * plan.scale),
        "words": words,
        "label": "",
        "joins": [],
        "neighbours": {},
        "map": None,
    }


def _tiles(document: DotDocument, pages: str, kind: str, files: dict[str, bytes]) -> list[Sheet]:
    """Every page of *document* on which there is something, row by row; *kind* begins their names."""
    picture, wholes = _rendered(document), _wholes(document)
    plan = plan_pages(picture.size, picture.smallest_letter, list(wholes.values()), pages)
    parts: dict[tuple[int, int], str] = {}
    for row in range(len(plan.rows)):
        for column in range(len(plan.columns)):
            part = picture.part(plan.part(column, row))
            if part is not None:
                parts[column, row] = part
    sheets = []
    for number, (cell, part) in enumerate(parts.items()):
        seen, name = plan.part(*cell), f"{kind}{page_name(*cell)}"
        pictured, beside = typeset_picture(name.replace(" ", "-"), part)
        files |= beside
        on_it = ", ".join(who for (_number, who), box in wholes.items() if who and seen.holds(box))
        single = len(parts) == 1
        label = kind.strip() if single else f"Page {name}, {number + 1} of {len(parts)}"
        sheet: Sheet = {
            "width": plan.width,
            "height": plan.height,
            "picture": pictured,
            "size": (plan.across * plan.scale, plan.down * plan.scale),
            "words": f"{label}. " + (f"Whole on it: {on_it}." if on_it else ""),
            "label": label if single else f"{label}. Dashed: where its neighbours begin and end.",
            "joins": list(_joins(plan, cell, parts)),
            "neighbours": _neighbours(cell, parts, kind),
            "map": None if single else key_map(plan, picture.size, cell, list(parts), _people(wholes)),
        }
        sheets.append(sheet)
    return sheets


def _wholes(document: DotDocument) -> Mapping[tuple[int, str], Rectangle]:
    """What no page may cut, by its number and name, in places from the upper left of the drawing."""
    left, top = document.low[0] - MARGIN, document.high[1] + MARGIN
    return {
        (number, whole.name): Rectangle(whole.left - left, top - whole.high, whole.right - left, top - whole.low)
        for number, whole in enumerate(document.wholes)
    }


def _people(wholes: Mapping[tuple[int, str], Rectangle]) -> list[Rectangle]:
    return [box for (_number, name), box in wholes.items() if name]


STEPS = {"left": (-1, 0), "right": (1, 0), "top": (0, -1), "bottom": (0, 1)}


def _neighbours(cell: tuple[int, int], parts: Mapping[tuple[int, int], str], kind: str) -> dict[str, str]:
    around = {side: (cell[0] + across, cell[1] + down) for side, (across, down) in STEPS.items()}
    return {side: f"{kind}{page_name(*other)}" for side, other in around.items() if other in parts}


def _joins(
    plan: PagePlan, cell: tuple[int, int], parts: Mapping[tuple[int, int], str]
) -> Iterator[tuple[float, float, float, float]]:
    """Lines across the page where neighbours begin and end."""
    seen = plan.part(*cell)
    wide, high = plan.across * plan.scale, plan.down * plan.scale
    for across, down in STEPS.values():
        other = (cell[0] + across, cell[1] + down)
        if other not in parts:
            continue
        beside = plan.part(*other)
        if across:
            x = (beside.left - seen.left if across > 0 else beside.right - seen.left) * plan.scale
            yield x, 0.0, x, high
        else:
            y = (beside.top - seen.top if down > 0 else beside.bottom - seen.top) * plan.scale
            yield 0.0, y, wide, y
