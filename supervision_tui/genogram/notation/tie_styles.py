"""How each kind of tie is drawn: lines, zigzag, marks in the middle, arrow, and characters for the terminal.

Sources: McGoldrick, Gerson and Petry (2008, 2020), GenoPro, OpenGenogram, Schematex; the last two rows are ours.
Every kind differs from every other in shape or letter, never in colour alone.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

Wave = Literal["", "zigzag", "high", "wavy"]
Dash = Literal["solid", "dashed", "dotted"]
Arrow = Literal["", "filled", "open", "barred", "double", "cross"]
Mark = Literal["", "cut", "mended", "heart", "hearts", "triangle", "star", "cross", "empty", "wish", "sparse"]


@dataclass(frozen=True, slots=True)
class TieStroke:
    """*lines* parallel lines, *wide* apart, with a *wave* along them; *cells*: across and down in the terminal."""

    lines: int = 1
    wave: Wave = ""
    dash: Dash = "solid"
    heavy: bool = False
    wide: float = 4.0
    mark: Mark = ""
    arrow: Arrow = ""
    cells: tuple[str, str] = ("─", "│")


_CLOSE, _FUSED, _FAR, _SPARSE, _ZIG = ("═", "║"), ("≡", "║"), ("┄", "┆"), ("·", "·"), ("/\\", "/\\")

TIE_STROKES: Mapping[str, TieStroke] = {
    "plain": TieStroke(),
    "close": TieStroke(2, cells=_CLOSE),
    "very_close": TieStroke(3, wide=3.5, cells=_FUSED),
    "fused": TieStroke(3, heavy=True, wide=3.0, cells=_FUSED),
    "spiritual": TieStroke(2, "wavy", cells=("≈", "≈")),
    "harmony": TieStroke(),
    "love": TieStroke(mark="heart"),
    "in_love": TieStroke(mark="hearts"),
    "distant": TieStroke(dash="dotted", cells=_FAR),
    "indifferent": TieStroke(0, mark="sparse", cells=_SPARSE),
    "cut_off": TieStroke(mark="cut", cells=("╌", "╎")),
    "cut_off_repaired": TieStroke(mark="mended", cells=("╌", "╎")),
    "never_met": TieStroke(0, mark="empty", cells=(" ", " ")),
    "conflict": TieStroke(0, "zigzag", cells=_ZIG),
    "close_hostile": TieStroke(2, "zigzag", wide=7, cells=("═/═\\", "║/║\\")),
    "fused_hostile": TieStroke(3, "zigzag", wide=5, cells=("≡/≡\\", "║/║\\")),
    "distant_hostile": TieStroke(1, "zigzag", "dotted", cells=("┄/┄\\", "┆/┆\\")),
    "hate": TieStroke(0, "high", cells=("/\\", "/\\")),
    "distrust": TieStroke(dash="dotted", mark="cross", cells=_FAR),
    "jealous": TieStroke(0, "zigzag", arrow="open", cells=_ZIG),
    "violence": TieStroke(0, "zigzag", heavy=True, mark="triangle", cells=_ZIG),
    "distant_violence": TieStroke(1, "zigzag", "dotted", heavy=True, mark="triangle", cells=("┄/┄\\", "┆/┆\\")),
    "close_violence": TieStroke(2, "zigzag", heavy=True, wide=7, mark="triangle", cells=("═/═\\", "║/║\\")),
    "fused_violence": TieStroke(3, "zigzag", heavy=True, wide=5, mark="triangle", cells=("≡/≡\\", "║/║\\")),
    "physical_abuse": TieStroke(0, "zigzag", arrow="filled", cells=_ZIG),
    "emotional_abuse": TieStroke(0, "zigzag", arrow="open", cells=_ZIG),
    "sexual_abuse": TieStroke(0, "zigzag", arrow="barred", cells=_ZIG),
    "physical_neglect": TieStroke(dash="dotted", arrow="filled", cells=_FAR),
    "emotional_neglect": TieStroke(dash="dotted", arrow="open", cells=_FAR),
    "coercive_control": TieStroke(heavy=True, arrow="barred", cells=("━", "┃")),
    "manipulation": TieStroke(heavy=True, arrow="barred", cells=("━", "┃")),
    "focused_on": TieStroke(arrow="open"),
    "focused_negatively": TieStroke(0, "zigzag", arrow="open", cells=_ZIG),
    "caretaker": TieStroke(arrow="double"),
    "admires": TieStroke(dash="dashed", mark="star", arrow="open", cells=("╌", "╎")),
    "limerence": TieStroke(dash="dashed", mark="wish", arrow="open", cells=("╌", "╎")),
    "bullying": TieStroke(0, "zigzag", heavy=True, arrow="cross", cells=_ZIG),
    "exploitation": TieStroke(0, "zigzag", heavy=True, arrow="cross", cells=_ZIG),
}
"""By the ids of :data:`supervision_tui.family.TIE_KINDS`."""

MARK_CELLS: Mapping[Mark, str] = {
    "": "", "cut": "‖", "mended": "‖○‖", "heart": "♥", "hearts": "♥♥", "triangle": "▲", "star": "☆", "cross": "×",
    "empty": "∅", "wish": "♥?", "sparse": "",
}  # fmt: skip
"""Marks in the middle of a tie, in cells."""
