"""Symbols as three lines of five single-width cells, in box characters and in ASCII."""

from __future__ import annotations

from collections.abc import Mapping

from supervision_tui.genogram.notation import Symbol

Rows = tuple[str, str, str]

INSIDE = 3
"""Cells inside a symbol."""

BOXES: Mapping[tuple[str, bool], Rows] = {
    ("square", False): ("┌───┐", "│   │", "└───┘"),
    ("square", True): ("╔═══╗", "║   ║", "╚═══╝"),
    ("circle", False): ("╭───╮", "│   │", "╰───╯"),
    ("circle", True): ("╭═══╮", "║   ║", "╰═══╯"),
    ("diamond", False): (" ╱─╲ ", "<   >", " ╲─╱ "),
    ("diamond", True): (" ╱═╲ ", "«   »", " ╲═╱ "),
    ("triangle", False): ("  ╷  ", " ╱ ╲ ", "╱───╲"),
    ("triangle", True): ("  ╷  ", " ╱ ╲ ", "╱═══╲"),
    ("rectangle", False): ("┌───┐", "│   │", "└───┘"),
    ("rectangle", True): ("╔═══╗", "║   ║", "╚═══╝"),
    ("dot", False): ("  │  ", "  ●  ", "     "),
    ("dot", True): ("  │  ", "  ◉  ", "     "),
}

PLAIN: Mapping[tuple[str, bool], Rows] = {
    ("square", False): ("+---+", "|   |", "+---+"),
    ("square", True): ("#===#", "#   #", "#===#"),
    ("circle", False): (".---.", "(   )", "'---'"),
    ("circle", True): (".===.", "((  )", "'==='"),
    ("diamond", False): (" /-\\ ", "<   >", " \\-/ "),
    ("diamond", True): (" /=\\ ", "<<  >", " \\=/ "),
    ("triangle", False): ("  .  ", " / \\ ", "/___\\"),
    ("triangle", True): ("  .  ", " / \\ ", "/===\\"),
    ("rectangle", False): ("[---]", "[   ]", "[---]"),
    ("rectangle", True): ("[===]", "[   ]", "[===]"),
    ("dot", False): ("  |  ", "  *  ", "     "),
    ("dot", True): ("  |  ", "  *  ", "     "),
}


WORDS: Mapping[str, str] = {"pet": "pet", "stillbirth": "SB"}
"""What stands inside the symbol of a pet, and of a child who was stillborn."""

LOSSES: Mapping[str, tuple[str, str]] = {"termination": ("×", "x"), "ectopic": ("◦", "o")}
"""In place of the dot of a miscarriage: the sign, the sign in ASCII."""


def symbol_cells(symbol: Symbol, *, ascii_only: bool) -> Rows:
    """The three lines of *figure*'s symbol."""
    top, middle, bottom = (PLAIN if ascii_only else BOXES)[symbol.shape, symbol.focus]
    if symbol.shape == "dot":
        marks = LOSSES.get(symbol.loss)
        return top, f"  {marks[ascii_only]}  " if marks else middle, bottom
    about, inside = _fitted(WORDS.get(symbol.loss or symbol.kind, symbol.inside))
    if symbol.dead:
        rising, falling, both = ("/", "\\", "X") if ascii_only else ("╱", "╲", "╳")
        if symbol.shape != "diamond":
            top = top[0] + falling + top[2] + rising + top[4]
            bottom = bottom[0] + rising + bottom[2] + falling + bottom[4]
            inside = inside or both
        else:
            inside = inside if len(inside) > 2 else both + inside  # noqa: PLR2004 - three cells inside
    if symbol.shape == "triangle":
        return top, middle[:2] + (inside[:1] or " ") + middle[3:], bottom
    return top, (about or middle[0]) + inside.center(3) + middle[4], bottom


def _fitted(inside: str) -> tuple[str, str]:
    """(what stands in place of the border, three cells inside): an age about a hundred has its sign on the border."""
    if len(inside) > INSIDE and inside.startswith("~"):
        return "~", inside[1 : 1 + INSIDE]
    return "", inside[:INSIDE]
