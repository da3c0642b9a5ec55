"""Parts of a rendered drawing: an SVG of only what stands on one page, so that its words are that page's own."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree import ElementTree as ET

from supervision_tui.genogram.graphviz.font_metrics import text_width
from supervision_tui.genogram.graphviz.page_plan import Rectangle
from supervision_tui.lazy_pattern import lazy_pattern

SVG = "{http://www.w3.org/2000/svg}"
_NUMBER = lazy_pattern(r"-?\d+(?:\.\d+)?")
_SHIFT = lazy_pattern(r"translate\(([-\d.]+)[ ,]([-\d.]+)\)")
INK = 4.0
"""Points round a shape that its pen may cover."""


class RenderedDrawing:
    """An SVG as Graphviz writes it, with the rectangle of each of its elements. *size* in points, *svg* the whole."""

    def __init__(self, svg: str) -> None:
        self.svg = svg
        ET.register_namespace("", SVG[1:-1])
        root = ET.fromstring(svg)  # noqa: S314 - our own
        self.size = (_points(root, "width"), _points(root, "height"))
        graph = next(root.iter(f"{SVG}g"))
        shift = _SHIFT.search(graph.get("transform", ""))
        self._shift = (float(shift[1]), float(shift[2])) if shift else (0.0, 0.0)
        elements = [element for child in graph for element in _ink_or_one(child) if element.tag != f"{SVG}title"]
        if elements and elements[0].tag == f"{SVG}polygon":  # the white ground of the page
            del elements[0]
        self._elements = [(element, self._rectangle(element)) for element in elements]
        sizes = [float(size) for text in root.iter(f"{SVG}text") if (size := text.get("font-size"))]
        self.smallest_letter = min(sizes, default=10.0)

    def _rectangle(self, element: ET.Element) -> Rectangle:
        corners = [corner for part in element.iter() for corner in _corners(part)]
        if not corners:
            return Rectangle(0, 0, 0, 0)
        across, down = zip(*corners, strict=True)
        x, y = self._shift
        return Rectangle(min(across) + x - INK, min(down) + y - INK, max(across) + x + INK, max(down) + y + INK)

    def part(self, seen: Rectangle) -> str | None:
        """The SVG of what *seen* holds or cuts; ``None`` where nothing is."""
        inside = [element for element, rectangle in self._elements if rectangle.touches(seen)]
        if not inside:
            return None
        wide, high = seen.right - seen.left, seen.bottom - seen.top
        root = ET.Element(f"{SVG}svg", width=f"{wide:.2f}pt", height=f"{high:.2f}pt")
        root.set("viewBox", f"{seen.left:.2f} {seen.top:.2f} {wide:.2f} {high:.2f}")
        group = ET.SubElement(root, f"{SVG}g", transform=f"translate({self._shift[0]} {self._shift[1]})")
        group.extend(inside)
        return ET.tostring(root, encoding="unicode")


def _ink_or_one(child: ET.Element) -> list[ET.Element]:
    """Every piece of ink apart, which Graphviz puts into one group with the ground; anything else as it is."""
    anchor = child.find(f"{SVG}a")
    if anchor is None or not child.get("id", "").startswith("a_graph"):
        return [child]
    return list(anchor)


def _points(root: ET.Element, side: str) -> float:
    return float(root.get(side, "0").removesuffix("pt"))


def _corners(part: ET.Element) -> Iterator[tuple[float, float]]:
    """Points that a rectangle round *part* must hold."""
    numbers = [float(number) for number in _NUMBER.findall(part.get("points") or part.get("d") or "")]
    yield from zip(numbers[::2], numbers[1::2], strict=False)
    if part.tag == f"{SVG}ellipse":
        x, y, wide, high = (float(part.get(name, "0")) for name in ("cx", "cy", "rx", "ry"))
        yield x - wide, y - high
        yield x + wide, y + high
    elif part.tag == f"{SVG}text":
        x, y, size = (float(part.get(name, "0")) for name in ("x", "y", "font-size"))
        width = text_width("".join(part.itertext()), size, bold=True)
        left = {"start": 0.0, "middle": width / 2, "end": width}.get(part.get("text-anchor", "start"), 0.0)
        yield x - left, y - size
        yield x - left + width, y + size / 4
