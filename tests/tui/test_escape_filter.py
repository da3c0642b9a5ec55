"""The gate before the terminal lets the framework draw and lets nothing else through."""

import pytest

from supervision_tui.tui.terminal.escape_filter import harmless


@pytest.mark.parametrize(
    "wanted",
    [
        "\x1b[?1049h\x1b[?25l\x1b[38;2;1;2;3mwords\x1b[0m\x1b[5;1H\r\n",
        "\x1b[?2026h\x1b[2J\x1b[?2026l",
        "\x1b[>1u\x1b[<u\x1b[?u\x1b[?2026$p\x1b[c",
        "\x1b7\x1b8",
        "Tigrinya ጽገ, emoji 👩‍👧‍👦, box ┌─┐",
    ],
)
def test_what_the_framework_sends_passes_unchanged(wanted):
    assert harmless(wanted) == wanted


@pytest.mark.parametrize(
    ("hostile", "left"),
    [
        ("a\x1b]52;c;aGVsbG8=\x07b", "ab"),
        ("a\x1b]0;Robin Bell\x1b\\b", "ab"),
        ("a\x1bP1$r0m\x1b\\b", "ab"),
        ("a\x9b31mb", "a31mb"),
        ("a\x00\x07b", "ab"),
        ("a\x1bcb", "acb"),
        ("a\x1b[5nb", "ab"),
    ],
)
def test_clipboard_title_device_strings_and_queries_do_not_pass(hostile, left):
    assert harmless(hostile) == left
