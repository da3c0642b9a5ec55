"""Every letter can be read in what really goes out: colours are adjusted for the terminal until they stand apart.

A terminal with 24-bit colour shows a theme as it is written; one with 256 or 16 colours shows the nearest that it
has, and two that were far apart can become one. The last filter before the screen therefore looks at each pair of
colours as the terminal will show it, and moves the letters' colour towards black or white as far as needed. Contrast as
WCAG 2.2 defines it: 4.5 to 1 for letters, 3 to 1 for lines and signs that mean something (1.4.3, 1.4.11), 7 and 4.5 in
high contrast.

The 16 colours are the terminal's own: what is chosen stands apart in the palettes of xterm, of VGA (the Linux console)
and of the Windows console alike, also where bold letters are shown bright (xterm, the Linux console, PuTTY) and where
grounds are never bright (the Linux console: console_codes(4)).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from rich.color import Color as RichColor
from rich.color import ColorSystem as RichColorSystem
from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.filter import ANSIToTruecolor, LineFilter

from supervision_tui.lazy_pattern import lazy_pattern

Rgb = tuple[int, int, int]
ColourSystem = Literal["truecolor", "256", "standard"]
"""How many colours the terminal shows, by rich's names: 24 bits, 256, or 16."""
COLOUR_SYSTEMS: dict[str, ColourSystem] = {"truecolor": "truecolor", "256": "256", "standard": "standard"}
MOST_STYLES = 4096
LETTERS, LETTERS_HIGH = 4.5, 7.0
SIGNS, SIGNS_HIGH = 3.0, 4.5
BLOCKS = frozenset("▀▁▂▃▄▅▆▇█▉▊▋▌▍▎▏▐░▒▓▔▕ ")
"""Parts of bars and frames; they carry no meaning."""
WITH_LETTERS = lazy_pattern(r"[^\W_]")
"""A letter or a digit of any script."""
XTERM: tuple[Rgb, ...] = (
    (0, 0, 0), (205, 0, 0), (0, 205, 0), (205, 205, 0), (0, 0, 238), (205, 0, 205), (0, 205, 205), (229, 229, 229),
    (127, 127, 127), (255, 0, 0), (0, 255, 0), (255, 255, 0), (92, 92, 255), (255, 0, 255), (0, 255, 255),
    (255, 255, 255),
)  # fmt: skip
VGA: tuple[Rgb, ...] = (
    (0, 0, 0), (170, 0, 0), (0, 170, 0), (170, 85, 0), (0, 0, 170), (170, 0, 170), (0, 170, 170), (170, 170, 170),
    (85, 85, 85), (255, 85, 85), (85, 255, 85), (255, 255, 85), (85, 85, 255), (255, 85, 255), (85, 255, 255),
    (255, 255, 255),
)  # fmt: skip
WINDOWS: tuple[Rgb, ...] = (
    (12, 12, 12), (197, 15, 31), (19, 161, 14), (193, 156, 0), (0, 55, 218), (136, 23, 152), (58, 150, 221),
    (204, 204, 204), (118, 118, 118), (231, 72, 86), (22, 198, 12), (249, 241, 165), (59, 120, 255), (180, 0, 158),
    (97, 214, 214), (242, 242, 242),
)  # fmt: skip
PALETTES = (XTERM, VGA, WINDOWS)
DARK_HALF = 8
"""Of the 16 colours the first eight are dark, the rest bright."""
BLACK, BLUE, WHITE = 0, 4, 15
"""The grounds that are used of the 16 colours: the page (black or white), and what is selected or in focus."""
DARK_PAGE, LIGHT_PAGE = 0.045, 0.7
"""Relative luminance up to, and from, which a ground counts as the page; others are selected or in focus."""


def luminance(rgb: Rgb) -> float:
    """Relative luminance from 0 to 1 (WCAG 2.2, definition)."""
    red, green, blue = (
        part / 255 / 12.92 if part <= 10 else ((part / 255 + 0.055) / 1.055) ** 2.4  # noqa: PLR2004 - 0.04045 of 255
        for part in rgb
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(first: Rgb, other: Rgb) -> float:
    """From 1 (the same) to 21 (black on white)."""
    darker, lighter = sorted((luminance(first), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


@dataclass(frozen=True, slots=True)
class Pair:
    """Letters on a ground, as a terminal shows them: numbers of its palette, or the colours themselves.

    Bold black on white is grey in terminals that show bold letters bright; there it is left plain.
    """

    letters: RichColor
    ground: RichColor
    may_be_bold: bool = True


def shown_in(colour: RichColor, palette: tuple[Rgb, ...] = XTERM) -> Rgb:
    """What a terminal shows for *colour*; *palette* are its 16 colours."""
    if colour.number is not None and colour.number < len(palette):
        return palette[colour.number]
    triplet = colour.get_truecolor()
    return (triplet.red, triplet.green, triplet.blue)


# --- finding a pair that can be read ----------------------------------------------------------------------------------


def _towards(colour: Rgb, end: int, steps: int = 20) -> Iterator[Rgb]:
    """*colour*, and then nearer and nearer to black (0) or white (255)."""
    for step in range(steps + 1):
        share = step / steps
        red, green, blue = (round(part + (end - part) * share) for part in colour)
        yield (red, green, blue)


STEPS = (0, 95, 135, 175, 215, 255)
"""Of 256 colours, 216 are a cube of these (from number 16) and 24 are greys, 8 and then 10 apart (from 232)."""


@lru_cache(4096)
def _nearest(colour: Rgb, system: RichColorSystem) -> RichColor:
    """*colour*, or the one of 256 nearest to it: a dark grey stays grey, and is no navy."""
    if system is not RichColorSystem.EIGHT_BIT:
        return RichColor.from_rgb(*colour)
    cube = [min((abs(shade - part), step) for step, shade in enumerate(STEPS))[1] for part in colour]
    grey = min(range(24), key=lambda step: abs(8 + 10 * step - sum(colour) / 3))
    numbers = (16 + 36 * cube[0] + 6 * cube[1] + cube[2], 232 + grey)
    shown = [RichColor.from_ansi(number) for number in numbers]
    return min(shown, key=lambda candidate: sum((a - b) ** 2 for a, b in zip(shown_in(candidate), colour, strict=True)))


def _readable(letters: Rgb, ground: Rgb, least: float, system: RichColorSystem) -> RichColor:
    """The colour nearest to *letters*, on the way to black or white, that stands apart from *ground* in *system*."""
    end = 255 if contrast((255, 255, 255), ground) >= contrast((0, 0, 0), ground) else 0
    shown = _nearest(letters, system)
    for colour in _towards(letters, end):
        shown = _nearest(colour, system)
        if contrast(shown_in(shown), ground) >= least:
            break
    return shown


def lowest_in_palettes(letters: int, ground: int, *, bold: bool) -> float:
    """The contrast of two of the 16 colours in the terminal that shows them worst."""
    bright = {letters, letters % DARK_HALF + DARK_HALF} if bold else {letters}
    shown = [(palette[number], palette[ground]) for palette in PALETTES for number in bright]
    shown += [(VGA[number], VGA[ground % DARK_HALF]) for number in bright]
    return min(contrast(*pair) for pair in shown)


@lru_cache(4096)
def readable_pair(
    letters: Rgb, ground: Rgb, least: float, system: ColourSystem, *, dark: bool = True, bold: bool = False
) -> Pair:
    """*letters* on *ground* for a terminal with that many colours, at least *least* to 1 apart.

    Args:
        letters: the colour of the letters in the theme.
        ground: the colour behind them.
        least: the contrast that is wanted.
        system: how many colours the terminal shows.
        dark: whether the theme is a dark one; of 16 colours, the page is black then, otherwise white.
        bold: whether the letters are bold: some terminals show the brighter of two colours then.
    """
    if system == "standard":
        return _in_palettes(letters, ground, least, dark=dark, bold=bold)
    kind = RichColorSystem.TRUECOLOR if system == "truecolor" else RichColorSystem.EIGHT_BIT
    behind = _ground(ground, least, kind, dark=dark)
    return Pair(_readable(letters, shown_in(behind), least, kind), behind)


def _ground(ground: Rgb, least: float, system: RichColorSystem, *, dark: bool) -> RichColor:
    """*ground*, or the nearest to it, darker or lighter, on which black or white stand apart at all."""
    shown = _nearest(ground, system)
    for colour in _towards(ground, 0 if dark else 255):
        shown = _nearest(colour, system)
        if max(contrast((0, 0, 0), shown_in(shown)), contrast((255, 255, 255), shown_in(shown))) >= least:
            break
    return shown


def _in_palettes(letters: Rgb, ground: Rgb, least: float, *, dark: bool, bold: bool) -> Pair:
    """The pair of the 16 colours: the page or the ground of what is selected, and letters readable in every palette."""
    brightness = luminance(ground)
    selected = brightness > DARK_PAGE if dark else brightness < LIGHT_PAGE
    number = BLUE if selected else BLACK if dark else WHITE
    bold = bold and number != WHITE
    fitting = [candidate for candidate in range(16) if lowest_in_palettes(candidate, number, bold=bold) >= least]
    nearest = min(fitting, key=lambda candidate: _distance(XTERM[candidate], letters))
    return Pair(RichColor.from_ansi(nearest), RichColor.from_ansi(number), number != WHITE)


def _distance(first: Rgb, other: Rgb) -> float:
    """How unlike two colours are: their hue counts more than how light they are."""
    mean_one, mean_other = sum(first) / 3, sum(other) / 3
    hue = sum(((a - mean_one) - (b - mean_other)) ** 2 for a, b in zip(first, other, strict=True))
    return hue + 0.3 * (mean_one - mean_other) ** 2


# --- the filter -------------------------------------------------------------------------------------------------------


class ContrastFilter(LineFilter):
    """The last filter before the screen: letters and meaningful signs stand apart from what is behind them.

    Args:
        system: how many colours the terminal shows.
        high: whether the theme promises high contrast.
        dark: whether the theme is a dark one.
        before: the framework's filter of a terminal's own colours; done in the same pass, each of which makes lines.
    """

    def __init__(
        self, system: ColourSystem, *, high: bool = False, dark: bool = True, before: ANSIToTruecolor | None = None
    ) -> None:
        super().__init__()
        self.system = system
        self.high = high
        self.dark = dark
        self._before = before
        self._styles: dict[Color, dict[tuple[Style, float], Style]] = {}
        """What each style goes out as, on each ground, by the contrast that is needed."""

    def least(self, text: str) -> float:
        """The contrast that *text* needs: letters more than signs; blanks and bars only their ground."""
        if WITH_LETTERS.search(text):
            return LETTERS_HIGH if self.high else LETTERS
        if BLOCKS.issuperset(text):
            return 1.0
        return SIGNS_HIGH if self.high else SIGNS

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """*segments* in colours that the terminal has and people can read; *background* stands where none is said."""
        known = self._styles.get(background)
        if known is None:
            known = self._styles[background] = {}
        shown: list[Segment] = []
        for segment in segments:
            text, style, control = segment
            if style is None or control:
                shown.append(segment)
                continue
            sort = (style, 1.0 if text.isspace() else self.least(text))
            goes_out = known.get(sort)
            if goes_out is None:
                goes_out = known[sort] = self._goes_out(background, *sort)
            shown.append(Segment(text, goes_out, control))
        return shown

    def _goes_out(self, background: Color, style: Style, least: float) -> Style:
        """The style that goes out for *style* on *background*; where too many are known, all are forgotten."""
        if sum(map(len, self._styles.values())) >= MOST_STYLES:
            for others in self._styles.values():
                others.clear()
        before = self._before.truecolor_style(style, background.rich_color) if self._before else style
        return _adjusted(before, background.rgb, least, self.system, self.dark)


def _adjusted(style: Style, background: Rgb, least: float, system: ColourSystem, dark: bool) -> Style:
    letters, ground = style.color, style.bgcolor
    if letters is not None and letters.is_default and (ground is None or ground.is_default):
        return style  # the terminal's own colours
    behind = background if ground is None or ground.is_default else shown_in(ground)
    plain = (255, 255, 255) if dark else (0, 0, 0)
    before = plain if letters is None or letters.is_default else shown_in(letters)
    if style.reverse:
        before, behind = behind, before
    pair = readable_pair(before, behind, least, system, dark=dark, bold=bool(style.bold))
    return style + Style(
        color=pair.letters,
        bgcolor=pair.ground,
        bold=False if style.bold and not pair.may_be_bold else None,
        reverse=False if style.reverse else None,  # the colours are turned round already
    )
