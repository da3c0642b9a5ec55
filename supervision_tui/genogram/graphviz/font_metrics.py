"""How wide letters are: read from the font that the program ships, so that words are as wide on every machine.

The tables are those of the OpenType specification (ISO/IEC 14496-22): ``head`` (units of an em), ``cmap`` format 4
(from characters to glyphs), ``hhea`` and ``hmtx`` (how far each glyph moves the pen).
"""

from __future__ import annotations

import struct
from functools import cache
from pathlib import Path

from supervision_tui.genogram.lettering import cells
from supervision_tui.resources import content_folder

REGULAR, BOLD = "DejaVuSans.ttf", "DejaVuSans-Bold.ttf"
"""Latin, Greek, Cyrillic, Arabic, Hebrew and more."""
SCRIPTS = {
    "Abyssinica SIL": "AbyssinicaSIL-Regular.ttf",
    **{f"Noto Sans {script}": f"NotoSans{script}-Regular.ttf"
       for script in ("Bengali", "Devanagari", "Gujarati", "Gurmukhi", "Tamil", "Thai")},
}  # fmt: skip
"""Fonts by family for scripts that those lack; the first is for Tigrinya and Amharic."""

SHIPPED = ("DejaVu Sans", *SCRIPTS)
"""The families of the shipped fonts."""
_LIKE_THEM = ("Verdana", "Helvetica", "Arial", "'Liberation Sans'", "'Noto Sans'", "sans-serif")
FAMILIES = ", ".join([*(f"'{name}'" for name in SHIPPED), *_LIKE_THEM])
"""The shipped fonts first, then ones without serifs that are about as wide."""

UNKNOWN = 0.6
"""Ems of half a cell pair for a letter that the font does not have."""

MAPPED = 4
"""The format of the character map that is read."""


def font_files() -> list[Path]:
    """The shipped fonts; none where a package left them out."""
    folder = content_folder("templates") / "fonts"
    return [folder / name for name in (REGULAR, BOLD, *SCRIPTS.values()) if (folder / name).is_file()]


def text_width(words: str, size: float, *, bold: bool = False) -> float:
    """Points that *words* take in letters *size* high."""
    known = _advances(BOLD if bold else REGULAR)
    return max(1.0, size * sum(known[ord(char)] if ord(char) in known else _advance_in_scripts(char) for char in words))


def unknown_letters(words: str) -> str:
    """The letters of *words* that the shipped fonts do not have, each once."""
    names = (REGULAR, *SCRIPTS.values())
    return "".join(
        char
        for char in dict.fromkeys(words)
        if not char.isspace() and not any(ord(char) in _advances(name) for name in names)
    )


def _advance_in_scripts(char: str) -> float:
    for name in SCRIPTS.values():
        advances = _advances(name)
        if ord(char) in advances:
            return advances[ord(char)]
    return UNKNOWN * cells(char)


@cache
def _advances(name: str) -> dict[int, float]:
    """Ems by character; empty where the font is not there."""
    path = content_folder("templates") / "fonts" / name
    if not path.is_file():
        return {}
    data = path.read_bytes()
    count = struct.unpack_from(">H", data, 4)[0]
    tables: dict[bytes, int] = {}
    for at in range(count):
        tag, _sum, offset, _length = struct.unpack_from(">4sIII", data, 12 + 16 * at)
        tables[tag] = offset
    units = struct.unpack_from(">H", data, tables[b"head"] + 18)[0]
    metrics = struct.unpack_from(">H", data, tables[b"hhea"] + 34)[0]
    steps = struct.unpack_from(">" + "Hh" * metrics, data, tables[b"hmtx"])[::2]
    glyphs = _glyphs(data, tables[b"cmap"])
    return {char: steps[min(glyph, metrics - 1)] / units for char, glyph in glyphs.items()}


def _glyphs(data: bytes, cmap: int) -> dict[int, int]:
    """Glyph numbers by character, from the first map of format 4."""
    for at in range(struct.unpack_from(">H", data, cmap + 2)[0]):
        start = cmap + struct.unpack_from(">I", data, cmap + 4 + 8 * at + 4)[0]
        if struct.unpack_from(">H", data, start)[0] == MAPPED:
            return _segments(data, start)
    return {}


def _segments(data: bytes, start: int) -> dict[int, int]:
    count = struct.unpack_from(">H", data, start + 6)[0] // 2
    ends = struct.unpack_from(f">{count}H", data, start + 14)
    begins_at = start + 16 + 2 * count
    begins = struct.unpack_from(f">{count}H", data, begins_at)
    shifts = struct.unpack_from(f">{count}h", data, begins_at + 2 * count)
    ranges_at = begins_at + 4 * count
    ranges = struct.unpack_from(f">{count}H", data, ranges_at)
    glyphs: dict[int, int] = {}
    for at, (first, last, shift, reach) in enumerate(zip(begins, ends, shifts, ranges, strict=True)):
        for char in range(first, min(last, 0xFFFE) + 1):
            glyph = char
            if reach:
                glyph = struct.unpack_from(">H", data, ranges_at + 2 * at + reach + 2 * (char - first))[0]
            if not reach or glyph:
                glyphs[char] = (glyph + shift) & 0xFFFF
    return {char: glyph for char, glyph in glyphs.items() if glyph}
