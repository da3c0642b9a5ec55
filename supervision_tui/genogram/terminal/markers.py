"""Small signs in the terminal drawing, and the lines below it that say what they stand for.

Twins on their bar, letters of parentage beside the drop, who asked for help, secrets, orientation, sex at birth: what
the drawing on paper shows in and around symbols.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from supervision_tui.genogram.layout.result import SYMBOL_WIDTH

if TYPE_CHECKING:
    from supervision_tui.genogram.notation.drawing import Drawing
    from supervision_tui.genogram.notation.symbols import Figure
    from supervision_tui.genogram.terminal.canvas import Canvas

TWINS: Mapping[str, tuple[str, str, str]] = {
    "identical": ("═", "=", "identical twins"),
    "unknown": ("?", "?", "twins; whether identical is not known"),
    "fraternal": ("∧", "^", "twins"),
    "": ("∧", "^", "twins"),
}
"""Between the drops of twins: the sign, the sign in ASCII, the words."""

SIGNS: Mapping[str, tuple[str, str, str]] = {
    "consultand": ("↗", "/", "asked for help"),
    "secret": ("△", "^", "a family secret"),
    "lesbian": ("▽", "v", "lesbian or gay"),
    "gay": ("▽", "v", "lesbian or gay"),
    "bisexual": ("▿", "u", "bisexual"),
    "female": ("♀", "f", "assigned female at birth"),
    "male": ("♂", "m", "assigned male at birth"),
    "intersex": ("⚥", "i", "intersex"),
    "unknown": ("∘", "o", "sex not assigned at birth"),
}
"""Round a symbol: the sign, the sign in ASCII, the words."""

LIVED = {"square": "male", "circle": "female"}


def draw_details(canvas: Canvas, drawing: Drawing, margin: int) -> None:
    """Put every sign on *canvas* where no line and no word stands."""
    for wire in drawing.wires:
        if wire.part != "child" or not wire.child:
            continue
        x, y = wire.points[-1][0] + margin, wire.points[-1][1]
        letters = drawing.stroke(wire).letters
        if letters:
            _free(canvas, x + 1, y - 1, letters)
        group = drawing.twins(wire) if wire.link < 0 else []
        if len(group) > 1 and wire.child != group[-1]:
            following = drawing.layout.by_id[group[group.index(wire.child) + 1]].x + margin
            sign = TWINS[_zygosity(drawing, group)][canvas.ascii_only]
            canvas.put((x + following) // 2, wire.points[0][1], sign, "mark")
    for place in drawing.layout.persons:
        figure = drawing.figures.get(place.id)
        if figure is not None:
            for at, sign in enumerate(_signs(figure)):
                _free(
                    canvas, place.x + margin - SYMBOL_WIDTH // 2 - 1, place.y + 1 - at, SIGNS[sign][canvas.ascii_only]
                )


def _free(canvas: Canvas, x: int, y: int, text: str) -> None:
    if all((x + at, y) not in canvas.drawn and not canvas.joined(x + at, y) for at in range(len(text))):
        canvas.put(x, y, text, "mark")


def _zygosity(drawing: Drawing, group: list[str]) -> str:
    told = {one.zygosity for one in drawing.family.parentages if one.child in group}
    return next((one for one in ("identical", "unknown", "fraternal") if one in told), "")


def _signs(figure: Figure) -> list[str]:
    found = [name for name, there in (("consultand", figure.consultand), ("secret", figure.secret)) if there]
    if figure.orientation in SIGNS:
        found.append(figure.orientation)
    if figure.sex_at_birth and LIVED.get(figure.shape) != figure.sex_at_birth:
        found.append(figure.sex_at_birth)
    return found[:3]


def explained(drawing: Drawing, *, ascii_only: bool) -> list[str]:
    """A line for every sign that the drawing uses."""
    used: dict[tuple[str, str], None] = {}
    for wire in drawing.wires:
        if wire.part == "child" and wire.link < 0 and wire.child:
            group = drawing.twins(wire)
            if len(group) > 1:
                row = TWINS[_zygosity(drawing, group)]
                used[row[ascii_only], row[2]] = None
            stroke = drawing.stroke(wire)
            if stroke.letters:
                used[stroke.letters, f"child {stroke.words}"] = None
        if wire.part == "couple" and (why := drawing.stroke(wire).childless):
            sign = {"choice": ("┴", "'", "no children, by choice"), "infertile": ("╩", '"', "no children came")}[why]
            used[sign[ascii_only], sign[2]] = None
    for figure in drawing.figures.values():
        for name in _signs(figure):
            used[SIGNS[name][ascii_only], SIGNS[name][2]] = None
    return [f"{sign}  {words}" for sign, words in used]
