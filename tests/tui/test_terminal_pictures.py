"""A terminal's answers say which pictures it shows; a picture goes out in its way, pixel by pixel; else cells stay."""

import base64
import random
import re
import struct
import zlib

import pytest

from supervision_tui.tui.studio.full_picture import IN_ROOM, NOT_HERE
from supervision_tui.tui.terminal.pictures import (
    CHUNK,
    PictureTerminal,
    _green,
    forget_sequence,
    picture_sequence,
    png_size,
    read_answers,
)
from tests.every_row import every_row
from tests.tui.textual_internals import notices

KITTY, SIXEL, PLAIN = b"\x1b_Gi=31;OK\x1b\\", b"\x1b[?62;4;22c", b"\x1b[?62;22c"


@every_row(
    ("answers", "shows"),
    [
        (KITTY + PLAIN, PictureTerminal("kitty", 1000, 585)),
        (KITTY + SIXEL, PictureTerminal("kitty", 1000, 585)),
        (b"\x1b_Gi=31;EINVAL:no\x1b\\" + PLAIN, None),
        (SIXEL, PictureTerminal("sixel", 1000, 585)),
        (b"\x1b[?2;0;800;480S" + SIXEL, PictureTerminal("sixel", 800, 480)),
        (b"\x1bP>|iTerm2 3.5.1\x1b\\" + PLAIN, PictureTerminal("iterm", 1000, 585)),
        (b"\x1bP>|WezTerm 2024\x1b\\" + SIXEL, PictureTerminal("iterm", 1000, 585)),
        (b"\x1bP>|XTerm(379)\x1b\\\x1b[?64;1;2c", None),
        (b"\x1b[?1;2c", None),
        (b"\x1b[?64c", None),
        (b"", None),
        (b"jk" + KITTY + b"typed" + PLAIN, PictureTerminal("kitty", 1000, 585)),
    ],
)
def test_what_a_terminal_answers_is_what_it_is_given(answers, shows):
    assert read_answers(answers, (100, 40), (1000, 600)) == shows


def test_the_size_is_the_systems_or_the_terminals_or_that_of_usual_cells():
    assert read_answers(KITTY + b"\x1b[4;400;900t" + PLAIN, (100, 40), (0, 0)) == PictureTerminal("kitty", 900, 390)
    assert read_answers(KITTY + PLAIN, (100, 40), (0, 0)) == PictureTerminal("kitty", 800, 624)


def thrown(number):
    """The same dice each time."""
    return random.Random(number)  # noqa: S311 - no secret


def filtered(kind, row, before):
    """One row of RGBA as a PNG keeps it (ISO/IEC 15948, 9)."""
    out = bytearray([kind])
    for at, value in enumerate(row):
        left = row[at - 4] if at >= 4 else 0
        up, corner = before[at], before[at - 4] if at >= 4 else 0
        guess = left + up - corner
        paeth = min((left, up, corner), key=lambda one: abs(guess - one))
        out.append((value - (0, left, up, (left + up) // 2, paeth)[kind]) % 256)
    return bytes(out)


def made_png(rows, kinds):
    """A PNG of grey *rows*, each kept by the filter of its turn."""
    whole = [b"".join(bytes([value, value, value, 255]) for value in row) for row in rows]
    before = [bytes(len(whole[0])), *whole]
    data = zlib.compress(b"".join(filtered(kinds[at % len(kinds)], row, before[at]) for at, row in enumerate(whole)))
    parts = [(b"IHDR", struct.pack(">IIBBBBB", len(rows[0]), len(rows), 8, 6, 0, 0, 0)), (b"IDAT", data[:20])]
    parts += [(b"IDAT", data[20:]), (b"IEND", b"")]
    chunks = (
        struct.pack(">I", len(part)) + kind + part + struct.pack(">I", zlib.crc32(kind + part)) for kind, part in parts
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)


@pytest.mark.parametrize("kinds", [(0,), (1,), (2,), (3,), (4,), (0, 1, 2, 3, 4, 4, 2)])
def test_a_png_is_read_pixel_by_pixel_whatever_filter_it_uses(kinds):
    dice = thrown(7)
    rows = [bytes(dice.choice((0, 255, 255, 128, dice.randrange(256))) for _ in range(23)) for _ in range(17)]
    assert list(_green(made_png(rows, kinds))) == rows


def read_sixel(sequence):
    """The grey of each pixel of a sixel picture."""
    wide, high = map(int, re.search(rb'"1;1;(\d+);(\d+)', sequence).groups())
    body = sequence[sequence.index(b'"') :].removesuffix(b"\x1b\\")
    shades = {int(number): int(shade) for number, shade in re.findall(rb"#(\d+);2;(\d+);\d+;\d+", body)}
    body = re.sub(rb'"[\d;]+|#\d+;2;[\d;]+', b"", body)
    picture = [[None] * wide for _ in range(high)]
    for band, letters in enumerate(body.split(b"-")):
        for line in letters.split(b"$"):
            colour, at = int(re.match(rb"#(\d+)", line)[1]), 0
            for count, letter in re.findall(rb"(?:!(\d+))?([?-~])", re.sub(rb"^#\d+", b"", line)):
                for _ in range(int(count or 1)):
                    for row in range(6):
                        if (letter[0] - 63) >> row & 1:
                            picture[band * 6 + row][at] = shades[colour]
                    at += 1
    return picture


def test_a_sixel_picture_holds_every_pixel_of_the_png_in_sixteen_greys():
    dice = thrown(3)
    rows = [bytes(dice.choice((0, 255)) if at % 3 else dice.randrange(256) for at in range(31)) for _ in range(14)]
    shown = read_sixel(picture_sequence(made_png(rows, (0, 2, 4)), "sixel"))
    assert shown == [[round(value * 16 // 256 * 100 / 15) for value in row] for row in rows]


def test_kitty_and_iterm_are_given_the_png_itself_and_no_file():
    dice = thrown(1)
    png = made_png([bytes(dice.randrange(256) for _ in range(90)) for _ in range(90)], (0,))
    parts = re.findall(rb"\x1b_G([^;]*);([^\x1b]*)\x1b\\", picture_sequence(png, "kitty"))
    assert base64.b64decode(b"".join(part for _keys, part in parts)) == png
    assert all(len(part) <= CHUNK for _keys, part in parts)
    assert [keys for keys, _part in parts] == [b"a=T,f=100,q=2,C=1,m=1", *[b"m=1"] * (len(parts) - 2), b"m=0"]
    iterm = picture_sequence(png, "iterm")
    assert base64.b64decode(iterm.split(b":", 1)[1].rstrip(b"\x07")) == png
    assert png_size(png) == (90, 90)
    assert forget_sequence("kitty")
    assert forget_sequence("sixel") == b""


async def test_where_no_picture_can_be_or_others_look_on_it_is_said_and_the_drawing_stays(demo, wait):
    async with demo((110, 32)) as pilot:
        await pilot.press("2", "g")
        await wait(pilot, lambda: bool(getattr(pilot.app.screen, "selected", "")))
        await pilot.press("P")
        await wait(pilot, lambda: NOT_HERE in notices(pilot.app))
        pilot.app.room.on = True
        await pilot.press("P")
        await wait(pilot, lambda: IN_ROOM in notices(pilot.app))
