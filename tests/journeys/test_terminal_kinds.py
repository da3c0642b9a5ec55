"""The program on a terminal without colours: nothing is told by colour, and no colour is sent."""

import re

import pytest

pytestmark = pytest.mark.journey


def test_no_colour_is_sent_where_none_is_wanted_and_the_cursor_is_underlined(terminal, monkeypatch):
    monkeypatch.setenv("NO_COLOR", "1")
    plain = terminal("demo", columns=80, rows=24)
    plain.wait("Group supervision")
    plain.press("2")
    plain.wait("Carter-Okafor", "From a file")
    underlined = re.compile(rb"\x1b\[(?:[0-9;:]*;)?4(?:;[0-9;:]*)?m")
    plain.wait_for("the underlined cursor", lambda: underlined.search(bytes(plain.raw)))
    plain.press("ctrl+q")
    plain.end()
    sent = {part for codes in re.findall(rb"\x1b\[([0-9;:]*)m", bytes(plain.raw)) for part in codes.split(b";")}
    assert sent <= {b"", b"0", b"1", b"2", b"3", b"4", b"7", b"8", b"9", b"22", b"23", b"24", b"27", b"29"}
    assert b"4" in sent
