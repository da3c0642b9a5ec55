"""The words of a drawing taken out of its SVG, for Typst to set over the picture.

Typst shapes its own text (Bengali, Hindi, Tamil and others) and keeps it so that readers can copy it; text inside an
SVG image it sets letter by letter (Typst 0.15), and vowel signs pile up.
"""

from __future__ import annotations

from typing import TypedDict
from xml.etree import ElementTree as ET

from supervision_tui.lazy_pattern import lazy_pattern

SVG = "{http://www.w3.org/2000/svg}"
_SHIFT = lazy_pattern(r"translate\(([-\d.]+)[ ,]([-\d.]+)\)")
_PLACES = {"start": "left", "middle": "center", "end": "right"}


class Word(TypedDict):
    """A line of words: its place and size in points from the upper left of the picture, *x* where *anchor* says."""

    text: str
    x: float
    y: float
    size: float
    anchor: str
    bold: bool
    slanted: bool
    fill: str


class TypesetPicture(TypedDict):
    """A picture for ``picture.typ``: its *file* without words, its *size* in points, and its *words*."""

    file: str
    size: tuple[float, float]
    words: list[Word]


def typeset_picture(name: str, svg: str) -> tuple[TypesetPicture, dict[str, bytes]]:
    """What ``picture.typ`` needs to draw *svg*, and the file called *name* that goes beside it."""
    ET.register_namespace("", SVG[1:-1])
    root = ET.fromstring(svg)  # noqa: S314 - our own
    left, top, wide, high = (float(number) for number in root.get("viewBox", "0 0 1 1").split())
    size = (_points(root, "width", wide), _points(root, "height", high))
    scale = size[0] / wide if wide else 1.0
    words: list[Word] = []
    _take(root, (-left, -top), scale, words)
    file = f"{name}.svg"
    return {"file": file, "size": size, "words": words}, {file: ET.tostring(root)}


def _take(element: ET.Element, shift: tuple[float, float], scale: float, words: list[Word]) -> None:
    """Move the words below *element* into *words*."""
    moved = _SHIFT.search(element.get("transform", ""))
    if moved:
        shift = (shift[0] + float(moved[1]), shift[1] + float(moved[2]))
    for child in list(element):
        if child.tag == f"{SVG}text":
            words.append(_word(child, shift, scale))
            element.remove(child)
        else:
            _take(child, shift, scale, words)


def _word(text: ET.Element, shift: tuple[float, float], scale: float) -> Word:
    return {
        "text": "".join(text.itertext()),
        "x": (float(text.get("x", "0")) + shift[0]) * scale,
        "y": (float(text.get("y", "0")) + shift[1]) * scale,
        "size": float(text.get("font-size", "10")) * scale,
        "anchor": _PLACES[text.get("text-anchor", "start")],
        "bold": text.get("font-weight") == "bold",
        "slanted": text.get("font-style") == "italic",
        "fill": text.get("fill", "#000000"),
    }


def _points(root: ET.Element, side: str, otherwise: float) -> float:
    return float(root.get(side, str(otherwise)).removesuffix("pt"))
