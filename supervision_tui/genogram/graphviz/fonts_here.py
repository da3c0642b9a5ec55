"""Letters that no font on this computer has: named before they become empty boxes on paper.

Typst and resvg take letters that the shipped fonts lack from the fonts of the computer. Which letters those have is
read from their character maps (ISO/IEC 14496-22, ``cmap`` formats 4 and 12), and only where a family has such letters.
"""

from __future__ import annotations

import struct
import unicodedata
from collections.abc import Iterator
from pathlib import Path

from supervision_tui.genogram.graphviz.font_metrics import unknown_letters

MOST_NAMED = 12
"""Letters that are named."""
EAST_ASIAN = {"CJK": "Chinese or Japanese", "HIRAGANA": "Japanese", "KATAKANA": "Japanese", "HANGUL": "Korean"}
"""Scripts by the first word of a letter's name in Unicode, as people call them."""
_COLLECTION = b"ttcf"
SIGN, SIGN_FONT = "EMOJI", "fonts-noto-color-emoji"
"""What pictures among letters are called, and the package that has them."""
_HEAD, _FIRST_OF_COLLECTION = 12, 16
_BY_SEGMENTS, _BY_GROUPS = 4, 12


def fonts_note(words: str) -> str:
    """What somebody should know before *words* are put on paper here; "" where every letter can be drawn."""
    missing = letters_without_font(words)
    if not missing:
        return ""
    scripts = {_script(letter) for letter in missing}
    known = ", ".join(sorted({EAST_ASIAN.get(script, script.title()) for script in scripts}))
    packages = sorted({_package(script) for script in scripts})
    shown = missing[:MOST_NAMED] + ("…" if len(missing) > MOST_NAMED else "")
    return (
        f"No font here has these letters: {shown} ({known}). In a PDF or picture they would be empty boxes, and a PDF "
        f"cannot promise to be accessible (PDF/UA). Install fonts ({', '.join(packages)} on Debian and Ubuntu; "
        "elsewhere 'Noto Sans', or the language in the system's settings), or write it as SVG, HTML or a text."
    )


def _script(letter: str) -> str:
    """The script of *letter*, by the first word of its name; of what is no letter that it is a sign."""
    return SIGN if unicodedata.category(letter)[0] == "S" else unicodedata.name(letter, "unnamed").split()[0]


def _package(script: str) -> str:
    return "fonts-noto-cjk" if script in EAST_ASIAN else SIGN_FONT if script == SIGN else "fonts-noto-core"


def letters_without_font(words: str) -> str:
    """The letters of *words* that neither the shipped fonts nor those of this computer have, each once."""
    missing = set(unknown_letters(words))
    missing = {letter for letter in missing if unicodedata.category(letter)[0] not in "CZ"}
    if missing:
        for path in _font_paths():
            missing -= _held(path, missing)
            if not missing:
                break
    return "".join(letter for letter in dict.fromkeys(words) if letter in missing)


def _font_paths() -> Iterator[Path]:
    """The fonts that Typst finds on this computer."""
    import typst  # noqa: PLC0415 - only where a letter is not in the shipped fonts

    yield from dict.fromkeys(Path(font.path) for font in typst.Fonts().fonts() if font.path)


def _held(path: Path, letters: set[str]) -> set[str]:
    """Those of *letters* that the font at *path* has; none where it cannot be read."""
    try:
        data = path.read_bytes()
        start = struct.unpack_from(">I", data, _HEAD)[0] if data[:4] == _COLLECTION else 0
        count = struct.unpack_from(">H", data, start + 4)[0]
        for at in range(count):
            tag, _sum, offset, _length = struct.unpack_from(">4sIII", data, start + _HEAD + _FIRST_OF_COLLECTION * at)
            if tag == b"cmap":
                return {letter for letter in letters if _maps(data, offset, ord(letter))}
    except (OSError, struct.error):
        pass
    return set()


def _maps(data: bytes, cmap: int, code: int) -> bool:
    """Whether a map of this font leads from *code* to a glyph."""
    for at in range(struct.unpack_from(">H", data, cmap + 2)[0]):
        start = cmap + struct.unpack_from(">I", data, cmap + 4 + 8 * at + 4)[0]
        kind = struct.unpack_from(">H", data, start)[0]
        if kind == _BY_SEGMENTS and code <= 0xFFFF and _in_segments(data, start, code):  # noqa: PLR2004 - its 16 bits
            return True
        if kind == _BY_GROUPS and _in_groups(data, start, code):
            return True
    return False


def _in_segments(data: bytes, start: int, code: int) -> bool:
    count = struct.unpack_from(">H", data, start + 6)[0] // 2
    ends, begins = start + 14, start + 16 + 2 * count
    for at in range(count):
        if code <= struct.unpack_from(">H", data, ends + 2 * at)[0]:
            first = struct.unpack_from(">H", data, begins + 2 * at)[0]
            if code < first:
                return False
            place = begins + 4 * count + 2 * at
            reach = struct.unpack_from(">H", data, place)[0]
            return not reach or struct.unpack_from(">H", data, place + reach + 2 * (code - first))[0] != 0
    return False


def _in_groups(data: bytes, start: int, code: int) -> bool:
    count = struct.unpack_from(">I", data, start + 12)[0]
    groups = (struct.unpack_from(">III", data, start + 16 + 12 * at) for at in range(count))
    return any(first <= code <= last for first, last, _glyph in groups)
