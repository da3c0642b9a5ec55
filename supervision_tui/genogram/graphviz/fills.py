"""What fills a symbol in the views health and culture. One meaning a place, one pattern a culture; never colour alone.

Health (McGoldrick, Gerson and Petry 2008): left half mental health, bottom half drugs and alcohol, left upper quarter
physical illness; hatched when recovering or past, dashed outline of the part when suspected; letters at the lower
right for the rest. Culture (Hardy and Laszloffy 1995): a colour with a pattern for each culture of origin, in slices
by share.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from supervision_tui.genogram.graphviz.dot_document import DotDocument, Point

if TYPE_CHECKING:
    from supervision_tui.family import HealthMark, Person
    from supervision_tui.genogram.notation import Symbol

Box = tuple[float, float, float, float]

LETTERS = {
    "smoking": "S", "weight": "O", "communication": "L", "learning": "LD", "neurodivergence": "ND", "sensory": "SE",
    "other": "H",
}  # fmt: skip

SHADE, INKED = "#b9c4cf", "#333333"
CULTURES = ("#f2d6a2", "#b7d7c4", "#c9c4e6", "#f0c4c0", "#c4dff0", "#e6dcc4", "#d0e6b9", "#e8c4de", "#cfcfcf")


def fill_health(document: DotDocument, symbol: Symbol, person: Person, at: Point, side: float) -> list[str]:
    """Fill the parts that *person*'s health marks stand for; return letters to write at the corner."""
    letters = []
    for mark in person.health:
        part = _part(mark, at, side / 2)
        if part is None:
            letters.append(LETTERS[mark.area])
        else:
            _shade(document, mark, _within(symbol, part, at, side / 2))
    return letters


def _part(mark: HealthMark, at: Point, half: float) -> Box | None:
    x, y = at
    if mark.area == "psychological":
        return x - half, y - half, x, y + half
    if mark.area == "substance":
        return x - half, y - half, x + half, y
    if mark.area == "physical":
        return x - half, y, x, y + half
    return None


def _within(symbol: Symbol, part: Box, at: Point, half: float) -> list[tuple[Point, Point]]:
    """Horizontal slices (left, right) of the symbol inside *part*, a point apart."""
    left, low, right, high = part
    slices = []
    steps = int(high - low)
    for step in range(1, steps):
        y = low + step
        reach = _half_width(symbol, y - at[1], half)
        a, b = max(left, at[0] - reach), min(right, at[0] + reach)
        if b > a:
            slices.append(((a, y), (b, y)))
    return slices


def _half_width(symbol: Symbol, dy: float, half: float) -> float:
    if symbol.shape == "circle":
        return float(max(0.0, half * half - dy * dy) ** 0.5)
    if symbol.shape == "diamond":
        return max(0.0, half - abs(dy))
    if symbol.shape == "triangle":
        return max(0.0, (half * 0.6 - dy) * 0.67) if dy > -half * 0.3 else 0.0
    return half


def _shade(document: DotDocument, mark: HealthMark, slices: list[tuple[Point, Point]]) -> None:
    """Full for what is active, every fourth line for what is past or recovering, dashed lines for what is suspected."""
    every = 1 if mark.status == "active" else 4
    document.pen(
        SHADE if every == 1 else INKED, 1.1 if every == 1 else 0.6, "dashed" if mark.status == "suspected" else "solid"
    )
    for a, b in slices[::every]:
        document.stroke([a, b])


def fill_culture(
    document: DotDocument, symbol: Symbol, person: Person, order: dict[str, int], at: Point, side: float
) -> None:
    """Upright slices of the symbol by share, each culture with its colour and its own spacing of lines."""
    total = sum(heritage.share for heritage in person.heritage)
    half = side / 2
    left = at[0] - half
    for heritage in person.heritage:
        width = side * heritage.share / total
        number = order[heritage.culture] % len(CULTURES)
        slices = _within(symbol, (left, at[1] - half, left + width, at[1] + half), at, half)
        document.pen(CULTURES[number], 1.2)
        for a, b in slices:
            document.stroke([a, b])
        pattern(document, number, symbol, (left, at[1] - half, left + width, at[1] + half), at, half)
        left += width


def pattern(document: DotDocument, number: int, symbol: Symbol, part: Box, at: Point, half: float) -> None:
    """The lines of culture *number* over *part* of a symbol: level, upright, both, then the same wider apart."""
    document.pen("#555555", 0.5)
    apart = 4 + 4 * (number // 3)
    if number % 3 in {0, 2}:
        for a, b in _within(symbol, part, at, half)[2::apart]:
            document.stroke([a, b])
    if number % 3 in {1, 2}:
        left, low, right, high = part
        x0, y0 = at
        turned = (x0 + low - y0, y0 + left - x0, x0 + high - y0, y0 + right - x0)
        for (ax, ay), (bx, _by) in _within(symbol, turned, at, half)[2::apart]:
            x = x0 + ay - y0
            document.stroke([(x, y0 + ax - x0), (x, y0 + bx - x0)])
