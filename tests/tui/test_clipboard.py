"""A copy is told as what it is: sent, where a terminal may take it; not done, where it is known that none does."""

import base64

import pytest
from textual.driver import Driver

from supervision_tui.tui.app import SupervisionApp
from supervision_tui.tui.terminal.clipboard import (
    EMPTY,
    SENT,
    clipboard_sequence,
    copied_message,
    refusing_terminal,
)
from supervision_tui.tui.terminal.escape_filter import guarded, harmless
from tests.tui.textual_internals import notices


@pytest.mark.parametrize(
    ("environment", "terminal"),
    [
        ({"TERM": "xterm-256color"}, ""),
        ({}, ""),
        ({"TERM": "xterm-kitty", "TERM_PROGRAM": "kitty"}, ""),
        ({"TERM": "tmux-256color", "TMUX": "/tmp/tmux-1000/default,1,0"}, "tmux"),
        ({"TERM": "screen", "STY": "12.pts"}, "screen"),
        ({"TERM": "linux"}, "the Linux console"),
        ({"TERM": "xterm-256color", "TERM_PROGRAM": "Apple_Terminal"}, "Apple's Terminal"),
        ({"TMUX": "", "TERM": "xterm"}, ""),
    ],
)
def test_where_it_is_known_that_nothing_is_taken_nothing_is_said_to_be_copied(environment, terminal):
    assert refusing_terminal(environment) == terminal
    message = copied_message(environment)
    assert (message == SENT) is not bool(terminal)
    assert terminal in message


@pytest.mark.parametrize("text", ["Robin", "ŵ é 名", "\x1b]0;title\x07", "a" * 5000, ""])
def test_words_go_to_the_clipboard_whole_and_only_as_base64(text):
    sequence = clipboard_sequence(text)
    inside = sequence.removeprefix("\x1b]52;c;").removesuffix("\x07")
    assert base64.b64decode(inside).decode() == text
    assert "\x1b" not in inside


def test_words_on_the_screen_still_cannot_write_the_clipboard():
    assert harmless(f"a{clipboard_sequence('stolen')}b") == "ab"


class Written(Driver):
    """A driver that keeps what it is given."""

    def __init__(self):
        self.sent = []

    def write(self, data):
        self.sent.append(data)

    def disable_input(self): ...

    def start_application_mode(self): ...

    def stop_application_mode(self): ...


def test_the_gate_lets_the_programs_own_clipboard_text_through_and_nothing_else():
    driver = guarded(Written)()
    driver.write(clipboard_sequence("words"))
    driver.write_sequence(clipboard_sequence("copied"))
    assert driver.sent == ["", clipboard_sequence("copied")]


@pytest.mark.parametrize("tmux", ["", "/tmp/tmux-1000/default,1,0"])
async def test_what_is_said_after_a_copy_is_true_and_the_lock_empties_it(demo, wait, monkeypatch, tmux):
    sent = []
    monkeypatch.setattr(SupervisionApp, "_write_past_the_gate", lambda _app, sequence: sent.append(sequence))
    for name in ("STY", "TERM_PROGRAM", "TEXTUAL_DRIVER"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("TMUX", tmux)
    async with demo((80, 24)) as pilot:
        app = pilot.app
        app.copy_to_clipboard("Robin slept in the garden")
        await wait(pilot, lambda: copied_message({"TMUX": tmux, "TERM": "xterm"}) in notices(app))
        assert sent == ([] if tmux else [clipboard_sequence("Robin slept in the garden")])
        app.empty_clipboard()
        assert app.clipboard == ""
        assert sent[1:] == ([] if tmux else [EMPTY])
