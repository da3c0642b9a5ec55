"""The gate before the terminal lets the framework draw and lets nothing else through."""

import pytest
from textual.events import Paste
from textual.widgets import Input

from supervision_tui.text import MARK
from supervision_tui.tui.app import MOST_SCREENS
from supervision_tui.tui.terminal.escape_filter import harmless, harmless_words
from tests.tui.driving import named
from tests.tui.textual_internals import painted


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


def test_what_is_pasted_is_cleaned_but_for_a_passphrase():
    words = "a\u202e\x9b31m\u200bZoë"
    for field in (None, Input(), object()):
        assert harmless_words(words, field) == f"a{MARK}{MARK}31mZoë"
    assert harmless_words(words, Input(password=True)) == words


async def test_words_pasted_into_the_list_of_commands_do_not_steer_and_it_opens_once_alone(demo, wait):
    async with demo() as pilot:
        await pilot.press("ctrl+p")
        await wait(pilot, lambda: named(pilot) == "CommandPalette")
        pilot.app.post_message(Paste("gnp\u202e.exe\x1b]52;c;QQ==\x07"))
        await wait(pilot, lambda: "gnp" in painted(pilot.app))
        assert not {"\u202e", "\x1b", "\x07"} & set(painted(pilot.app))
        for other in ("f1", "f12"):
            await pilot.press(other)
            await wait(pilot, lambda: named(pilot) in {"HelpScreen", "DangerScreen"})
            before = list(pilot.app.screen_stack)
            await pilot.press("ctrl+p")
            assert pilot.app.screen_stack == before
            await pilot.press("escape")
            await wait(pilot, lambda: named(pilot) == "CommandPalette")
        for _ in range(MOST_SCREENS):
            await pilot.press("f12", "f1")
        assert len(pilot.app.screen_stack) == MOST_SCREENS
        assert "Esc closes the one in front" in pilot.app.said[-1]
