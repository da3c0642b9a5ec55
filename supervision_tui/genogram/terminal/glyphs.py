"""Symbols as three lines of five single-width cells, in box characters and in ASCII."""

from __future__ import annotations

from collections.abc import Mapping

from supervision_tui.genogram.notation.symbols import Symbol

Rows = tuple[str, str, str]

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


def symbol_cells(symbol: Symbol, *, ascii_only: bool) -> Rows:
    """The three lines of *figure*'s symbol."""
    top, middle, bottom = (PLAIN if ascii_only else BOXES)[symbol.shape, symbol.focus]
    if symbol.shape == "dot":
        mark = "x" if ascii_only else "×"
        return top, f"  {mark}  " if symbol.loss == "termination" else middle, bottom
    inside = symbol.inside[:3]
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
    return top, middle[0] + inside.center(3) + middle[4], bottom
