"""Small signs in the terminal drawing, and the lines below it that say what they stand for.

Twins on their bar, letters of parentage beside the drop, who asked for help, secrets, orientation, sex at birth: what
the drawing on paper shows in and around symbols.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from supervision_tui.genogram.layout import SYMBOL_WIDTH
from supervision_tui.genogram.notation import LOSS_WORDS, NOT_SAID
from supervision_tui.genogram.terminal.canvas import SOFT, SOFT_ASCII

if TYPE_CHECKING:
    from supervision_tui.genogram.notation import Drawing, LineStyle, Symbol
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
    "secret": ("△", "S", "a family secret"),
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


CHILDLESS: Mapping[str, tuple[str, str, str]] = {
    "choice": ("┴", "'", "no children, by choice"),
    "infertile": ("╩", '"', "no children came"),
}
"""Under a couple: the sign, the sign in ASCII, the words."""

SLASHES: Mapping[str, tuple[str, str, str]] = {
    "/": ("╱", "/", "separated"),
    "//": ("╱ ╱", "/ /", "divorced"),
    "//x": ("╱ ╱", "/ /", "divorced, or annulled"),
    "/+": ("╳", "X", "together again"),
}
"""Across a couple's bar: the sign, the sign in ASCII, the words."""


def draw_markers(canvas: Canvas, drawing: Drawing) -> None:
    """Put every sign on *canvas* where no line and no word stands."""
    for path in drawing.paths:
        if path.part == "bar" and path.apex is not None:
            sign = TWINS[_zygosity(drawing, drawing.twins_at(path))][canvas.ascii_only]
            canvas.put(path.apex[0], path.points[0][1], sign, "mark")
    _draw_letters(canvas, drawing)
    for place in drawing.layout.persons:
        symbol = drawing.symbols.get(place.id)
        if symbol is not None:
            for at, sign in enumerate(_signs(symbol)):
                _put_if_free(canvas, place.x - SYMBOL_WIDTH // 2 - 1, place.y + 1 - at, SIGNS[sign][canvas.ascii_only])


def _draw_letters(canvas: Canvas, drawing: Drawing) -> None:
    """Beside every line that is not plain birth, what it is; in place of a cell of the line where nothing is free."""
    for path in drawing.paths:
        letters = drawing.line_style(path).letters if path.part == "child" else ""
        if not letters:
            continue
        x, y = path.points[-1][0], path.points[-1][1] - 1
        beside = (x + 1, x - len(letters))
        if x < drawing.layout.by_id[path.child].x:
            beside = beside[::-1]
        if not any(_put_if_free(canvas, column, y, letters) for column in beside):
            canvas.put(x, y, letters[0], "mark")


def _put_if_free(canvas: Canvas, x: int, y: int, text: str) -> bool:
    free = canvas.is_free(x, y, len(text))
    if free:
        canvas.put(x, y, text, "mark")
    return free


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


LOST = {"miscarriage": ("●", "*"), "termination": ("×", "x"), "ectopic": ("◦", "o"), "stillbirth": ("SB", "SB")}
"""Kind of a loss to the sign of a legend, and that in ASCII."""


def legend_lines(drawing: Drawing, *, ascii_only: bool) -> list[str]:
    """A line for every sign and every kind of line that the drawing uses, and for nothing else."""
    used: dict[tuple[str, str], None] = {}
    for path in drawing.paths:
        style = drawing.line_style(path)
        if path.part == "bar" and path.apex is not None:
            row = TWINS[_zygosity(drawing, drawing.twins_at(path))]
            used[row[ascii_only], row[2]] = None
        if path.part == "child" and style.letters:
            used[style.letters, style.legend] = None
        elif path.part == "child" and style.legend == NOT_SAID:
            used["|" if ascii_only else "│", NOT_SAID] = None
        if path.part in {"couple", "rows"}:
            used.update(dict.fromkeys(_couple_entries(style, ascii_only=ascii_only)))
    for symbol in drawing.symbols.values():
        if symbol.loss in LOST:
            used[LOST[symbol.loss][ascii_only], LOSS_WORDS[symbol.loss]] = None
        for name in _signs(symbol):
            used[SIGNS[name][ascii_only], SIGNS[name][2]] = None
    return [f"{sign}  {words}" for sign, words in used]


def _couple_entries(style: LineStyle, *, ascii_only: bool) -> Iterator[tuple[str, str]]:
    """What the line between two partners says beyond that they are a couple."""
    if style.heavy or style.style != "solid":
        level = "-" if ascii_only else "─"
        shape = "heavy" if style.heavy and style.style == "solid" else style.style
        yield (SOFT_ASCII if ascii_only else SOFT)[shape][level] * 3, style.legend
    if style.slashes:
        yield SLASHES[style.slashes][ascii_only], SLASHES[style.slashes][2]
    if style.childless:
        yield CHILDLESS[style.childless][ascii_only], CHILDLESS[style.childless][2]
