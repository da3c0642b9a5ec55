"""A copy is told as what it is: sent, given to tmux or to a page, or not done where it is known that none takes it."""

import base64
import os
import shutil
import subprocess

import pytest
from textual.driver import Driver

from supervision_tui.tui.terminal import clipboard
from supervision_tui.tui.terminal.clipboard import (
    IN_BROWSER,
    IN_TMUX,
    NOTHING_COPIED,
    SENT,
    SystemClipboard,
    clipboard_sequence,
    refusing_terminal,
)
from supervision_tui.tui.terminal.escape_filter import guarded, harmless
from tests.every_row import every_row
from tests.tui.textual_internals import notices


@every_row(
    ("environment", "terminal"),
    [
        ({"TERM": "xterm-256color"}, ""),
        ({}, ""),
        ({"TERM": "xterm-kitty", "TERM_PROGRAM": "kitty"}, ""),
        ({"TERM": "xterm-256color", "SSH_TTY": "/dev/pts/1"}, ""),
        ({"TERM": "screen", "STY": "12.pts"}, "screen"),
        ({"TERM": "linux"}, "the Linux console"),
        ({"TERM": "dumb"}, "this terminal"),
        ({"TERM": "xterm-256color", "TERM_PROGRAM": "Apple_Terminal"}, "Apple's Terminal"),
    ],
)
def test_where_it_is_known_that_nothing_is_taken_that_is_said_and_a_file_is_offered(environment, terminal):
    assert refusing_terminal(environment) == terminal
    driver = guarded(Written)()
    message = SystemClipboard(lambda: driver, environment).fill("words")
    assert (message == SENT) is not bool(terminal)
    assert terminal in message
    assert bool(terminal) == ("file" in message)
    assert driver.sent == ([] if terminal else [clipboard_sequence("words")])


@pytest.mark.parametrize("term", ["tmux-256color", "screen", "screen-256color"])
def test_over_ssh_out_of_a_tmux_or_screen_it_is_said_that_it_may_not_come_through(term):
    driver = guarded(Written)()
    message = SystemClipboard(lambda: driver, {"TERM": term, "SSH_TTY": "/dev/pts/1"}).fill("words")
    assert message.startswith(SENT)
    assert "a file is the sure way" in message
    assert driver.sent == [clipboard_sequence("words")]


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


class Page(Written):
    """A driver whose terminal is a page in a browser."""

    is_web = True

    def write_meta(self, told):
        self.sent.append(told)


def test_a_page_is_given_the_words_and_given_nothing_when_the_program_locks():
    driver = Page()
    computer = SystemClipboard(lambda: driver, {"TERM": "xterm"})
    assert computer.fill("Robin slept") == IN_BROWSER
    computer.empty()
    computer.empty()
    assert driver.sent == [{"type": "copy", "text": "Robin slept"}, {"type": "copy", "text": ""}]


@pytest.fixture
def tmux(monkeypatch, tmp_path):
    """A tmux server of its own, which the program runs in."""
    if shutil.which("tmux") is None:
        pytest.skip("tmux is not on this computer")
    socket = tmp_path / "tmux"

    def run(*words):
        command = ["tmux", "-S", str(socket), "-f", "/dev/null", *words]
        return subprocess.run(command, capture_output=True, check=False, text=True).stdout

    run("new-session", "-d", "cat")
    monkeypatch.setenv("TMUX", f"{socket},1,0")
    yield run
    run("kill-server")


def test_tmux_pastes_the_words_that_were_copied_and_none_after_the_lock(tmux):
    tmux("set-buffer", "an older text")
    computer = SystemClipboard(lambda: None, {**os.environ, "TERM": "tmux-256color"})
    assert computer.fill("Śaoirse slept\nin the garden ✓") == IN_TMUX
    assert tmux("show-buffer") == "Śaoirse slept\nin the garden ✓"
    computer.empty()
    assert tmux("list-buffers", "-F", "#{buffer_sample}").split("\n") == ["an older text", ""]


def test_a_tmux_that_does_not_answer_is_said_to_take_nothing(monkeypatch):
    monkeypatch.setattr(clipboard.shutil, "which", lambda _name: None)
    message = SystemClipboard(lambda: None, {"TMUX": "/gone,1,0"}).fill("words")
    assert "inside this program only: tmux" in message


async def test_what_is_pasted_here_is_the_newest_copy_of_this_program_and_is_told_to_be_that(demo, wait, monkeypatch):
    sent = []
    monkeypatch.setattr(SystemClipboard, "fill", lambda _computer, text: sent.append(text) or SENT)
    monkeypatch.setattr(SystemClipboard, "empty", lambda _computer: sent.append(""))
    async with demo((80, 24)) as pilot:
        app = pilot.app
        await pilot.press("2", "slash", "ctrl+v")
        await wait(pilot, lambda: NOTHING_COPIED in notices(app))
        app.copy_to_clipboard("Robin slept in the garden")
        await wait(pilot, lambda: SENT in notices(app))
        await pilot.press("ctrl+v")
        await wait(pilot, lambda: app.focused.value == "Robin slept in the garden")
        assert any("Pasted what was copied in this program at" in notice for notice in notices(app))
        app.empty_clipboard()
        assert sent == ["Robin slept in the garden", ""]
        await pilot.press("ctrl+v")
        assert app.focused.value == "Robin slept in the garden"  # and nothing more
