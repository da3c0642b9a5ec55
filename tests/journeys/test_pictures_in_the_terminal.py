"""A real picture in a terminal that says it can show one; a key leads back; nothing is written to disk for it."""

import base64
import re

import pytest

pytestmark = pytest.mark.journey
ASKS = "supervision_tui.tui.studio.full_picture"
ANSWERS = "\x1b_Gi=31;OK\x1b\\\x1b[?62;c"


def test_one_key_shows_the_drawing_as_a_picture_and_any_key_leads_back(terminal, tmp_path):
    screen = terminal("demo", columns=110, rows=34, patient=ASKS)
    screen.wait("Group supervision")
    screen.press("2")
    screen.wait("From a file")
    screen.press("g")
    screen.wait("Say more", "Robin")
    before = {path for path in tmp_path.rglob("*") if path.is_file()}
    screen.press("P")
    screen.wait_for("the question", lambda: b"a=q" in screen.raw and screen.raw.endswith(b"\x1b[c"))
    screen.send(ANSWERS)
    screen.wait("Any key leads back.")
    parts = re.findall(rb"\x1b_G(?:a=T[^;]*|m=[01]);([^\x1b]*)\x1b\\", bytes(screen.raw))
    assert base64.b64decode(b"".join(parts)).startswith(b"\x89PNG")
    assert [path for path in {*tmp_path.rglob("*")} - before if path.suffix in {".png", ".svg"}] == []
    screen.press("space")
    screen.wait("Say more", "Robin", gone=["Any key leads back."])
    screen.press("ctrl+q")
    assert screen.end() == 0


def test_a_terminal_without_pictures_keeps_its_cells_and_is_told_what_would_do(terminal):
    screen = terminal("demo", columns=110, rows=34, patient=ASKS)
    screen.wait("Group supervision")
    screen.press("2")
    screen.wait("From a file")
    screen.press("g")
    screen.wait("Say more", "Robin")
    screen.press("P")
    screen.wait_for("the question", lambda: screen.raw.endswith(b"\x1b[c"))
    screen.send("\x1b[?1;2c")
    screen.wait("shows no pictures", "Say more")
    screen.press("ctrl+q")
    assert screen.end() == 0
