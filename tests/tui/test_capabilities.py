"""No colour means no colour; plain signs keep their places and leave letters alone."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supervision_tui.tui.app import SupervisionApp
from supervision_tui.tui.terminal.capabilities import _TO_ASCII, ascii_only, with_plain_signs, without_colour


@pytest.mark.parametrize(
    ("sent", "left"),
    [
        ("\x1b[38;2;1;2;3;48;2;4;5;6mwords\x1b[0m", "words\x1b[0m"),
        ("\x1b[1;38;5;99mwords\x1b[0m", "\x1b[1mwords\x1b[0m"),
        ("\x1b[4;31;49mwords\x1b[39m", "\x1b[4mwords"),
        ("\x1b[7mwords\x1b[27m", "\x1b[7mwords\x1b[27m"),
        ("\x1b[97;100;1;4m", "\x1b[1;4m"),
        ("\x1b[38:2:1:2:3m", ""),
        ("\x1b[5;1H\x1b[m", "\x1b[5;1H\x1b[m"),
    ],
)
def test_colours_go_and_emphasis_stays(sent, left):
    assert without_colour(sent) == left


@given(st.text())
def test_every_sign_is_replaced_by_one_and_letters_stay(words):
    plain = with_plain_signs(words)
    assert len(plain) == len(words)
    for before, after in zip(words, plain, strict=True):
        assert after == before or (not unicodedata.category(before).startswith("L") and after.isascii())


def test_the_signs_of_boxes_all_have_a_plain_one():
    boxes = {chr(code) for code in range(0x2500, 0x2580)} & set("╭╮╰╯─│┌┐└┘├┤┬┴┼═║━┃")
    assert all(ord(sign) in _TO_ASCII for sign in boxes)


@pytest.mark.parametrize(
    ("encoding", "plain"), [("UTF-8", False), ("utf8", False), ("ANSI_X3.4-1968", True), ("cp1252", True)]
)
def test_a_terminal_that_does_not_speak_utf8_gets_plain_signs(monkeypatch, encoding, plain):
    for name in ("LC_ALL", "LC_CTYPE", "LANG", "SUPERVISION_TUI_ASCII"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr("locale.getpreferredencoding", lambda **_: encoding)
    assert ascii_only() is plain


@pytest.mark.parametrize(
    ("settings", "plain"),
    [
        ({"LANG": "C"}, True),
        ({"LANG": "POSIX"}, True),
        ({"LC_ALL": "C", "LANG": "en_GB.UTF-8"}, True),
        ({"LC_CTYPE": "POSIX", "LANG": "en_GB.UTF-8"}, True),
        ({"LANG": "C.UTF-8"}, False),
        ({"LC_ALL": "en_GB.UTF-8", "LANG": "C"}, False),
        ({"LC_ALL": "", "LANG": "cy_GB.UTF-8"}, False),
        ({"TERM": "dumb", "LANG": "en_GB.UTF-8"}, True),
    ],
)
def test_the_plain_locale_and_a_dumb_terminal_get_plain_signs_although_python_speaks_utf8(monkeypatch, settings, plain):
    for name in ("LC_ALL", "LC_CTYPE", "LANG", "SUPERVISION_TUI_ASCII", "TERM"):
        monkeypatch.delenv(name, raising=False)
    for name, value in settings.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr("locale.getpreferredencoding", lambda **_: "utf-8")
    assert ascii_only() is plain


def test_a_dumb_terminal_gets_no_colours(monkeypatch, tmp_path):
    monkeypatch.setenv("TERM", "dumb")
    assert SupervisionApp(tmp_path).colour_system is None
    monkeypatch.setenv("TERM", "xterm")
    assert SupervisionApp(tmp_path).colour_system is not None


def test_a_person_may_ask_for_plain_signs(monkeypatch):
    monkeypatch.setenv("SUPERVISION_TUI_ASCII", "1")
    assert ascii_only()
