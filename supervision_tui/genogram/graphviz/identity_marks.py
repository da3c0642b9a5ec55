"""What some symbols carry besides their outline: orientation, sex at birth, the proband's arrow, brackets of adoption.

Orientation and sex at birth are drawn only on asking (McGoldrick, Gerson and Petry 2008; Bennett and others 2022: the
symbol is the gender lived, and what was assigned at birth stands as letters where it matters).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from supervision_tui.genogram.graphviz.dot_document import INK, DotDocument, Point

if TYPE_CHECKING:
    from supervision_tui.genogram.notation import Profile, Symbol

SMALL = 7.0

ASSIGNED = {"female": "AFAB", "male": "AMAB", "unknown": "UAAB", "intersex": "intersex"}
"""Letters for the sex assigned at birth (National Society of Genetic Counselors 2022)."""

LIVED = {"square": "male", "circle": "female"}


def differs(symbol: Symbol) -> bool:
    """Whether the sex assigned at birth is recorded and is not what the symbol shows."""
    return bool(symbol.sex_at_birth) and LIVED.get(symbol.shape) != symbol.sex_at_birth


def draw_identity_marks(document: DotDocument, symbol: Symbol, at: Point, size: float, profile: Profile) -> None:
    """Everything that *figure* carries besides its outline, round the symbol of this *size* centred on *at*."""
    if symbol.orientation in {"lesbian", "gay", "bisexual"}:
        _orientation(document, symbol, at, size)
    if differs(symbol):
        _assigned(document, symbol, at, size, profile)
    if symbol.focus and profile == "nsgc":
        _proband(document, at, size)
    if symbol.adopted and profile == "nsgc":
        _brackets(document, at, size)


def _orientation(document: DotDocument, symbol: Symbol, at: Point, size: float) -> None:
    """A triangle standing on its tip at the bottom of the symbol; dashed for bisexual."""
    x, low = at[0], at[1] - size / 2 + 1.8
    half = size / 9
    document.pen(INK, 1.2, "dashed" if symbol.orientation == "bisexual" else "solid")
    document.shape([(x - half, low + half * 1.7), (x + half, low + half * 1.7), (x, low)])


def _assigned(document: DotDocument, symbol: Symbol, at: Point, size: float, profile: Profile) -> None:
    """The shape assigned at birth inside the lived one; letters at the left in the other profiles."""
    x, y = at
    if profile != "mcgoldrick" or symbol.sex_at_birth not in {"female", "male"}:
        document.text((x - size / 2 - 13, y), ASSIGNED[symbol.sex_at_birth], SMALL)
        return
    inner = size / 2 * 0.62
    document.pen(INK, 1.1)
    if symbol.sex_at_birth == "female":
        document.ellipse(at, (inner, inner))
    else:
        document.shape([(x - inner, y - inner), (x + inner, y - inner), (x + inner, y + inner), (x - inner, y + inner)])


def _proband(document: DotDocument, at: Point, size: float) -> None:
    """An arrow with a P at the lower left."""
    tip = (at[0] - size / 2 - 2, at[1] - size / 2 + 4)
    document.pen(INK, 1.4)
    document.stroke([(tip[0] - 12, tip[1] - 12), tip])
    document.shape([(tip[0] - 7, tip[1] - 2), tip, (tip[0] - 2, tip[1] - 7)], INK)
    document.text((tip[0] - 16, tip[1] - 8), "P", SMALL + 1, bold=True)


def _brackets(document: DotDocument, at: Point, size: float) -> None:
    """Square brackets round somebody who was adopted."""
    half, foot = size / 2 + 3.5, 4.0
    document.pen(INK, 1.3)
    for side in (-1, 1):
        x = at[0] + side * half
        inward = x - side * foot
        document.stroke([(inward, at[1] + half), (x, at[1] + half), (x, at[1] - half), (inward, at[1] - half)])
