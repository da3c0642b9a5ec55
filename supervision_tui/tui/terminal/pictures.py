"""A real picture in the terminal: what this one can show is asked, and the picture is put in its own way of saying it.

kitty's graphics protocol and iTerm2's inline images (OSC 1337) take a PNG as it is; sixel (DEC VT340) takes bands of
six rows in a few colours, here sixteen greys. Nothing is written to disk: the terminal is given the bytes themselves.

Sources: Terminal graphics protocol (kitty); Inline images protocol (iTerm2); VT330/VT340 manual, chapter 14; ECMA-48.
"""

from __future__ import annotations

import base64
import re
import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from supervision_tui.lazy_pattern import lazy_pattern

PictureProtocol = Literal["kitty", "iterm", "sixel"]
QUESTIONS = "\x1b_Gi=31,s=1,v=1,a=q,t=d,f=24;AAAA\x1b\\\x1b[>q\x1b[14t\x1b[?2;1;0S\x1b[c"
"""Whether kitty's pictures are known; the terminal's name; its size and that of a sixel picture in pixels; what it is.

Every terminal answers the last (DA1), so that the answers are complete when that is there.
"""
LAST_ANSWER = lazy_pattern(rb"\x1b\[\?[\d;]*c")
_KITTY_YES = lazy_pattern(rb"\x1b_Gi=31;OK\x1b\\")
_NAME = lazy_pattern(rb"\x1bP>\|([^\x1b]*)\x1b\\")
_WINDOW = lazy_pattern(rb"\x1b\[4;(\d+);(\d+)t")
_LARGEST_SIXEL = lazy_pattern(rb"\x1b\[\?2;0;(\d+);(\d+)S")
_SIXEL_FEATURE = "4"
CHUNK = 4096
"""Letters of base64 that kitty takes at once."""
GREYS = 16
"""Greys of a sixel picture."""
BAND = 6
"""Rows that a sixel letter holds."""
_USUAL_CELL = (8, 16)
_PNG_BEGIN = 8
_UP, _SUB, _AVERAGE, _PAETH = 2, 1, 3, 4
"""The filters of a row of a PNG (ISO/IEC 15948, 9)."""


@dataclass(frozen=True, slots=True)
class PictureTerminal:
    """How this terminal shows pictures, and pixels of the largest that it shows."""

    protocol: PictureProtocol
    width: int
    height: int


def read_answers(answers: bytes, cells: tuple[int, int], pixels: tuple[int, int]) -> PictureTerminal | None:
    """What the *answers* to :data:`QUESTIONS` say; ``None`` where the terminal shows no pictures.

    Args:
        answers: all that came.
        cells: columns and rows of the window.
        pixels: its width and height as the system says them; nought where it does not.
    """
    window = _WINDOW.search(answers)
    if not all(pixels):
        cell = _USUAL_CELL
        pixels = (int(window[2]), int(window[1])) if window else (cells[0] * cell[0], cells[1] * cell[1])
    width, height = pixels[0], pixels[1] * (cells[1] - 1) // cells[1]  # the last row is for words
    kind, name = LAST_ANSWER.search(answers), _NAME.search(answers)
    if _KITTY_YES.search(answers):
        return PictureTerminal("kitty", width, height)
    if name and name[1].startswith((b"iTerm2", b"WezTerm")):
        return PictureTerminal("iterm", width, height)
    if kind and _SIXEL_FEATURE in kind[0][3:-1].decode().split(";"):
        largest = _LARGEST_SIXEL.search(answers)
        if largest:
            width, height = min(width, int(largest[1])), min(height, int(largest[2]))
        return PictureTerminal("sixel", width, height)
    return None


def picture_sequence(png: bytes, protocol: PictureProtocol) -> bytes:
    """What shows *png* where the cursor is."""
    if protocol == "sixel":
        return _sixel(png)
    encoded = base64.b64encode(png)
    if protocol == "iterm":
        return b"\x1b]1337;File=inline=1;size=%d;preserveAspectRatio=1:%s\x07" % (len(png), encoded)
    parts = [encoded[at : at + CHUNK] for at in range(0, len(encoded), CHUNK)]
    return b"".join(
        b"\x1b_G%sm=%d;%s\x1b\\" % (b"a=T,f=100,q=2,C=1," if at == 0 else b"", at < len(parts) - 1, part)
        for at, part in enumerate(parts)
    )


def forget_sequence(protocol: PictureProtocol) -> bytes:
    """What takes the picture off the screen and out of the terminal's memory."""
    return b"\x1b_Ga=d,d=A,q=2\x1b\\" if protocol == "kitty" else b""


def png_size(png: bytes) -> tuple[int, int]:
    """Width and height in pixels."""
    width, height = struct.unpack_from(">II", png, _PNG_BEGIN + 8)
    return width, height


# --- sixel ------------------------------------------------------------------------------------------------------------


def _sixel(png: bytes) -> bytes:
    width, height = png_size(png)
    rows = [row.translate(_TO_GREY) for row in _green(png)]
    palette = b"".join(b"#%d;2;%d;%d;%d" % (grey, *[round(grey * 100 / (GREYS - 1))] * 3) for grey in range(GREYS))
    bands = (b"".join(_band(rows[top : top + BAND])) for top in range(0, height, BAND))
    return b'\x1bP0;1q"1;1;%d;%d%s%s\x1b\\' % (width, height, palette, b"-".join(bands))


_TO_GREY = bytes(value * GREYS // 256 for value in range(256))
_HOLDS = [bytes(int(value == grey) for value in range(256)) for grey in range(GREYS)]
_TO_LETTER = bytes((value + 63) % 256 for value in range(256))
_REPEATED = lazy_pattern(rb"(.)\1{3,}", re.DOTALL)


def _band(rows: list[bytes]) -> Iterator[bytes]:
    """Six rows: for each grey that is in them, where it is."""
    present = set().union(*rows)
    for number, grey in enumerate(sorted(present)):
        bits = 0
        for at, row in enumerate(rows):
            bits |= int.from_bytes(row.translate(_HOLDS[grey]), "big") << at
        letters = bits.to_bytes(len(rows[0]), "big").translate(_TO_LETTER)
        yield (b"$" if number else b"") + b"#%d" % grey + _REPEATED.sub(_shorter, letters)


def _shorter(same: re.Match[bytes]) -> bytes:
    return b"!%d%s" % (len(same.group()), same[1])


def _green(png: bytes) -> Iterator[bytes]:
    """Each row's green of an RGBA picture of eight bits, which resvg makes: drawings are told apart without colour."""
    width, height = png_size(png)
    data = zlib.decompress(b"".join(_chunks(png, b"IDAT")))
    before = bytes(width)
    for at in range(0, (4 * width + 1) * height, 4 * width + 1):
        before = _unfiltered(data[at], data[at + 2 : at + 4 * width + 1 : 4], before)
        yield before


def _chunks(png: bytes, wanted: bytes) -> Iterator[bytes]:
    at = _PNG_BEGIN
    while at < len(png):
        length, kind = struct.unpack_from(">I4s", png, at)
        if kind == wanted:
            yield png[at + 8 : at + 8 + length]
        at += 12 + length


def _unfiltered(kind: int, row: bytes, before: bytes) -> bytes:
    """One channel of a row: what its filter took away, put back."""
    if kind == _SUB:
        return bytes(_sums(row))
    if kind == _UP:
        return bytes([(value + up) & 255 for value, up in zip(row, before, strict=True)]) if any(row) else before
    if kind == _AVERAGE:
        return bytes(_averages(row, before))
    return bytes(_paeth(row, before)) if kind == _PAETH else row


def _sums(row: bytes) -> Iterator[int]:
    left = 0
    for value in row:
        left = (value + left) & 255
        yield left


def _averages(row: bytes, before: bytes) -> Iterator[int]:
    left = 0
    for value, up in zip(row, before, strict=True):
        left = (value + (left + up) // 2) & 255
        yield left


def _paeth(row: bytes, before: bytes) -> Iterator[int]:
    left = corner = 0
    for value, up in zip(row, before, strict=True):
        if left != up or left != corner:
            to_left, to_up, to_corner = abs(up - corner), abs(left - corner), abs(left + up - 2 * corner)
            nearest = left if to_left <= to_up and to_left <= to_corner else up if to_up <= to_corner else corner
        else:
            nearest = left
        left, corner = (value + nearest) & 255, up
        yield left
