"""What stands behind a window is what is there: painted once, and again whenever it changes."""

import contextlib
from types import SimpleNamespace

import pytest
from textual.app import App
from textual.content import Content
from textual.css.query import NoMatches
from textual.widgets import Static

from supervision_tui.tui.app_services.room_mask import MaskingCompositor
from supervision_tui.tui.content import content
from supervision_tui.tui.layers import Dialog, Layer, LayeredApp
from supervision_tui.tui.widgets.stage_rows import WrappedContent
from tests.every_row import every_row
from tests.tui.textual_internals import painted_with_what_is_behind as painted
from tests.tui.textual_internals import raise_in


class Below(Layer):
    def compose(self):
        yield Static(content("\n\nbefore the change"), id="words")


class Above(Dialog):
    """A window in the first row."""

    def compose(self):
        yield Static(content("the window"))


class Stack(App):
    """Screens that are painted through the gate of room view, as in the program."""

    room = SimpleNamespace(on=False)

    def get_screen(self, screen, screen_class=None):
        found = super().get_screen(screen, screen_class)
        if not isinstance(found._compositor, MaskingCompositor):
            found._compositor = MaskingCompositor(self.room)
        return found


async def test_what_changes_behind_a_window_is_seen_behind_it():
    app = Stack()
    async with app.run_test(size=(60, 12)) as pilot:
        below = Below()
        await app.push_screen(below)
        await app.push_screen(Above())
        await pilot.pause()
        assert "before the change" in painted(app)
        assert "the window" in painted(app)
        below.query_one("#words", Static).update(content("\n\nafter the change"))
        await pilot.pause()
        await pilot.pause()
        assert "after the change" in painted(app)
        assert "before" not in painted(app)


class Ending(LayeredApp):
    """A program that counts how often it was ended by an error."""

    ended = 0

    def _fatal_error(self):
        self.ended += 1


@pytest.mark.parametrize("gone", [True, False])
async def test_what_a_window_still_looks_for_ends_nothing_once_it_is_gone(gone):
    app = Ending()
    with contextlib.suppress(NoMatches):  # a program that is ended by it hands the error on
        async with app.run_test(size=(60, 12)) as pilot:
            window = Above()
            await app.push_screen(window)
            await pilot.pause()
            if gone:
                await app.pop_screen()
            with pytest.raises(NoMatches) as caught:
                window.query_one("#nowhere", Static)
            raise_in(app, window, caught.value)
    assert app.ended == (0 if gone else 1)


async def test_a_window_and_what_is_behind_it_follow_another_size():
    app = Stack()
    async with app.run_test(size=(60, 12)) as pilot:
        below = Below()
        await app.push_screen(below)
        await app.push_screen(Above())
        await pilot.pause()
        await pilot.resize_terminal(40, 20)
        await pilot.pause()
        assert below.size == app.screen.size == app.size
        assert len(painted(app).splitlines()) == 20
        assert "before the change" in painted(app)


@every_row(
    "words",
    [
        "",
        "one line",
        "two\nlines",
        "   • Zoë\n     and 子供 beside her",
        "wide 子供子供子供子供 words of other letters",
    ],
)
@every_row("width", [8, 20, 80])
def test_the_rows_of_wrapped_words_are_as_many_as_are_painted(words, width):
    plain = Content(words)
    assert WrappedContent(plain, 0).get_height({}, width) == plain.get_height({}, width)
