"""Every word can be read: the contrast of each theme, measured as WCAG 2.2 says (AA; AAA for the high-contrast one)."""

import re
from pathlib import Path

import pytest
from textual.color import Color

from supervision_tui.tui.themes import THEMES

ROOT = Path(__file__).resolve().parents[2]
GROUNDS = ("background", "surface", "panel")
WORDS = ("foreground", "primary", "secondary", "accent", "warning", "error", "success")
FAINTEST = 0.7
"""The faintest words that the styles use, as a share of the foreground."""


def _light(color):
    """Relative luminance (WCAG 2.2, definition)."""
    parts = [part / 255 for part in (color.r, color.g, color.b)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, other):
    """From 1 (the same) to 21 (black on white)."""
    lighter, darker = sorted((_light(one), _light(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _color(theme, name):
    return Color.parse(getattr(theme, name))


def _pairs(theme):
    for ground in GROUNDS:
        under = _color(theme, ground)
        for name in WORDS:
            yield f"{name} on {ground}", _color(theme, name), under
        yield f"faint on {ground}", under.blend(_color(theme, "foreground"), FAINTEST), under
    for share in (0.2, 0.25, 0.35):  # boxes and the line under the cursor
        for ground in ("background", "panel"):
            under = _color(theme, ground).blend(_color(theme, "accent"), share)
            yield f"foreground on {ground} with {share:.0%} accent", _color(theme, "foreground"), under


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_every_word_stands_out_from_what_is_behind_it(theme):
    least = 7.0 if theme.name == "high-contrast" else 4.5
    weak = {name: round(contrast(a, b), 2) for name, a, b in _pairs(theme) if contrast(a, b) < least}
    assert weak == {}


def test_black_on_white_measures_as_the_guideline_says():
    assert contrast(Color.parse("#000000"), Color.parse("#ffffff")) == pytest.approx(21)
    assert contrast(Color.parse("#777777"), Color.parse("#ffffff")) == pytest.approx(4.48, abs=0.01)


def test_no_style_is_fainter_than_what_was_measured():
    faint = re.compile(r"(?:foreground|text-muted)\D{0,3}(\d+)%")
    found = {
        (path.name, share)
        for path in (ROOT / "supervision_tui" / "tui").rglob("*")
        if path.suffix in {".py", ".tcss"}
        for share in faint.findall(path.read_text(encoding="utf-8"))
        if int(share) < FAINTEST * 100
    }
    assert found == set()
