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
class TieStyle:
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

TIE_STYLES: Mapping[str, TieStyle] = {
    "plain": TieStyle(),
    "close": TieStyle(2, cells=_CLOSE),
    "very_close": TieStyle(3, wide=3.5, cells=_FUSED),
    "fused": TieStyle(3, heavy=True, wide=3.0, cells=_FUSED),
    "spiritual": TieStyle(2, "wavy", cells=("≈", "≈")),
    "harmony": TieStyle(),
    "love": TieStyle(mark="heart"),
    "in_love": TieStyle(mark="hearts"),
    "distant": TieStyle(dash="dotted", cells=_FAR),
    "indifferent": TieStyle(0, mark="sparse", cells=_SPARSE),
    "cut_off": TieStyle(mark="cut", cells=("╌", "╎")),
    "cut_off_repaired": TieStyle(mark="mended", cells=("╌", "╎")),
    "never_met": TieStyle(0, mark="empty", cells=(" ", " ")),
    "conflict": TieStyle(0, "zigzag", cells=_ZIG),
    "close_hostile": TieStyle(2, "zigzag", wide=7, cells=("═/═\\", "║/║\\")),
    "fused_hostile": TieStyle(3, "zigzag", wide=5, cells=("≡/≡\\", "║/║\\")),
    "distant_hostile": TieStyle(1, "zigzag", "dotted", cells=("┄/┄\\", "┆/┆\\")),
    "hate": TieStyle(0, "high", cells=("/\\", "/\\")),
    "distrust": TieStyle(dash="dotted", mark="cross", cells=_FAR),
    "jealous": TieStyle(0, "zigzag", arrow="open", cells=_ZIG),
    "violence": TieStyle(0, "zigzag", heavy=True, mark="triangle", cells=_ZIG),
    "distant_violence": TieStyle(1, "zigzag", "dotted", heavy=True, mark="triangle", cells=("┄/┄\\", "┆/┆\\")),
    "close_violence": TieStyle(2, "zigzag", heavy=True, wide=7, mark="triangle", cells=("═/═\\", "║/║\\")),
    "fused_violence": TieStyle(3, "zigzag", heavy=True, wide=5, mark="triangle", cells=("≡/≡\\", "║/║\\")),
    "physical_abuse": TieStyle(0, "zigzag", arrow="filled", cells=_ZIG),
    "emotional_abuse": TieStyle(0, "zigzag", arrow="open", cells=_ZIG),
    "sexual_abuse": TieStyle(0, "zigzag", arrow="barred", cells=_ZIG),
    "physical_neglect": TieStyle(dash="dotted", arrow="filled", cells=_FAR),
    "emotional_neglect": TieStyle(dash="dotted", arrow="open", cells=_FAR),
    "coercive_control": TieStyle(heavy=True, arrow="barred", cells=("━", "┃")),
    "manipulation": TieStyle(heavy=True, arrow="barred", cells=("━", "┃")),
    "focused_on": TieStyle(arrow="open"),
    "focused_negatively": TieStyle(0, "zigzag", arrow="open", cells=_ZIG),
    "caretaker": TieStyle(arrow="double"),
    "admires": TieStyle(dash="dashed", mark="star", arrow="open", cells=("╌", "╎")),
    "limerence": TieStyle(dash="dashed", mark="wish", arrow="open", cells=("╌", "╎")),
    "bullying": TieStyle(0, "zigzag", heavy=True, arrow="cross", cells=_ZIG),
    "exploitation": TieStyle(0, "zigzag", heavy=True, arrow="cross", cells=_ZIG),
}
"""By the ids of :data:`supervision_tui.family.TIE_KINDS`."""

MARK_CELLS: Mapping[Mark, str] = {
    "": "", "cut": "‖", "mended": "‖○‖", "heart": "♥", "hearts": "♥♥", "triangle": "▲", "star": "☆", "cross": "×",
    "empty": "∅", "wish": "♥?", "sparse": "",
}  # fmt: skip
"""Marks in the middle of a tie, in cells."""
