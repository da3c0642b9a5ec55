"""Small signs in the terminal drawing, and the lines below it that say what they stand for.

Twins on their bar, letters of parentage beside the drop, who asked for help, secrets, orientation, sex at birth: what
the drawing on paper shows in and around symbols.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from supervision_tui.genogram.layout.layout_input import SYMBOL_WIDTH

if TYPE_CHECKING:
    from supervision_tui.genogram.notation.drawing import Drawing
    from supervision_tui.genogram.notation.symbols import Symbol
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


def draw_markers(canvas: Canvas, drawing: Drawing, margin: int) -> None:
    """Put every sign on *canvas* where no line and no word stands."""
    for path in drawing.paths:
        if path.part != "child" or not path.child:
            continue
        x, y = path.points[-1][0] + margin, path.points[-1][1]
        letters = drawing.line_style(path).letters
        if letters:
            _free(canvas, x + 1, y - 1, letters)
        group = drawing.twins(path) if path.link < 0 else []
        if len(group) > 1 and path.child != group[-1]:
            following = drawing.layout.by_id[group[group.index(path.child) + 1]].x + margin
            sign = TWINS[_zygosity(drawing, group)][canvas.ascii_only]
            canvas.put((x + following) // 2, path.points[0][1], sign, "mark")
    for place in drawing.layout.persons:
        symbol = drawing.symbols.get(place.id)
        if symbol is not None:
            for at, sign in enumerate(_signs(symbol)):
                _free(
                    canvas, place.x + margin - SYMBOL_WIDTH // 2 - 1, place.y + 1 - at, SIGNS[sign][canvas.ascii_only]
                )


def _free(canvas: Canvas, x: int, y: int, text: str) -> None:
    if all((x + at, y) not in canvas.render_file and not canvas.joined(x + at, y) for at in range(len(text))):
        canvas.put(x, y, text, "mark")


def _zygosity(drawing: Drawing, group: list[str]) -> str:
    recorded = {link.zygosity for link in drawing.family.parentages if link.child in group}
    return next((zygosity for zygosity in ("identical", "unknown", "fraternal") if zygosity in recorded), "")


def _signs(symbol: Symbol) -> list[str]:
    signs = [name for name, there in (("consultand", symbol.consultand), ("secret", symbol.secret)) if there]
    if symbol.orientation in SIGNS:
        signs.append(symbol.orientation)
    if symbol.sex_at_birth and LIVED.get(symbol.shape) != symbol.sex_at_birth:
        signs.append(symbol.sex_at_birth)
    return signs[:3]


def legend_lines(drawing: Drawing, *, ascii_only: bool) -> list[str]:
    """A line for every sign that the drawing uses."""
    used: dict[tuple[str, str], None] = {}
    for path in drawing.paths:
        if path.part == "child" and path.link < 0 and path.child:
            group = drawing.twins(path)
            if len(group) > 1:
                row = TWINS[_zygosity(drawing, group)]
                used[row[ascii_only], row[2]] = None
            stroke = drawing.line_style(path)
            if stroke.letters:
                used[stroke.letters, f"child {stroke.words}"] = None
        if path.part == "couple" and (why := drawing.line_style(path).childless):
            sign = {"choice": ("┴", "'", "no children, by choice"), "infertile": ("╩", '"', "no children came")}[why]
            used[sign[ascii_only], sign[2]] = None
    for symbol in drawing.symbols.values():
        for name in _signs(symbol):
            used[SIGNS[name][ascii_only], SIGNS[name][2]] = None
    return [f"{sign}  {words}" for sign, words in used]
