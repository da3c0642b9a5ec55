"""A letter paints its own line; what stands beside it is left alone, and the screen is as if all were painted anew."""

import random
from types import SimpleNamespace

import pytest
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.geometry import Region, Size
from textual.strip import Strip
from textual.widgets import Static

from supervision_tui.tui.app_services.room_mask import MaskingCompositor
from supervision_tui.tui.content import content, show_changed
from supervision_tui.tui.layers import Dialog, Layer, LayeredApp
from supervision_tui.tui.widgets.found_list import FoundList
from supervision_tui.tui.widgets.line_box import LineBox
from tests.tui import driving
from tests.tui.driving import in_one_line
from tests.tui.textual_internals import layouts, lines_painted, paint, painted, painted_anew

WORDS = ("first", "second", "third", "fourth")


class Sheet(LayeredApp):
    """Four texts in frames, a line, and a list, painted through the gate of room view."""

    CSS = """
    Vertical, Horizontal { border: round white; height: auto; }
    #list { height: 6; border: none; }
    LineBox { width: 30; }
    """
    room = SimpleNamespace(on=False)

    def get_screen(self, screen, screen_class=None):
        found = super().get_screen(screen, screen_class)
        if not isinstance(found._compositor, MaskingCompositor):
            found._compositor = MaskingCompositor(self.room)
        return found

    def compose(self):
        with Vertical():
            with Horizontal():
                yield from (Static(content(f"{name} \n text"), id=name) for name in WORDS)
            yield LineBox(id="line")
        yield FoundList(id="list")


@pytest.fixture
async def sheet():
    app = Sheet()
    async with app.run_test(size=(60, 24)) as pilot:
        await pilot.pause()
        yield app, pilot


@pytest.mark.parametrize("seed", range(4))
async def test_what_is_painted_is_what_painting_everything_would_show(sheet, seed):
    app, pilot = sheet
    chance = random.Random(seed)  # noqa: S311 - words in a test
    shown = painted_anew(app)
    for step in range(12):
        for name in chance.sample(WORDS, chance.randint(1, 3)):
            app.query_one(f"#{name}", Static).update(content(f"{name} {step}\n{'x' * step}"))
        app.query_one(FoundList).fill([content(f"row {chance.randint(1, 3)}") for _ in range(chance.randint(0, 9))])
        app.query_one(LineBox).value = "w" * chance.randint(0, 9)
        await pilot.pause()
        shown.paint(app)
        assert shown.text == painted(app)


async def test_a_letter_in_a_line_paints_that_line_alone_and_lays_nothing_out(sheet):
    app, pilot = sheet
    app.query_one(LineBox).focus()
    await pilot.press("a")
    await pilot.pause()
    with lines_painted(app) as lines, layouts(app) as laid_out:
        await pilot.press("b")
        await pilot.pause()
    assert app.query_one(LineBox).value == "ab"
    assert set(lines) == {"line"}
    assert laid_out == []


async def test_rows_that_stay_in_a_list_are_not_painted_and_the_first_is_chosen(sheet):
    app, pilot = sheet
    found = app.query_one(FoundList)
    found.fill([content(words) for words in ("alpha", "beta", "gamma", "delta")])
    await pilot.pause()
    found.highlighted = 2
    await pilot.pause()
    found.fill([content(words) for words in ("alpha", "beta", "gamma", "delta")])
    await pilot.pause()
    assert found.highlighted == 0
    paint(app)
    with lines_painted(app) as lines, layouts(app) as laid_out:
        found.fill([content(words) for words in ("alpha", "beta", "other")])
        await pilot.pause()
        paint(app)
    assert set(lines) == {"list"}
    assert lines["list"] == {2, 3}
    assert laid_out == []
    assert "other" in painted(app)
    assert "gamma" not in painted(app)
    assert "delta" not in painted(app)


async def test_a_row_that_is_longer_than_the_list_stands_whole_and_those_below_it_keep_their_place(sheet):
    app, pilot = sheet
    found = app.query_one(FoundList)
    found.fill([content("long " * 20), content("below")])
    await pilot.pause()
    found.fill([content("short"), content("below")])
    await pilot.pause()
    assert "short below" in in_one_line(app)


async def test_words_of_one_size_are_shown_without_laying_anything_out_and_others_with(sheet):
    app, pilot = sheet
    first = app.query_one("#first", Static)
    show_changed(first, content("12 of 65 min"))
    await pilot.pause()
    with layouts(app) as laid_out:
        show_changed(first, content("13 of 65 min"))
        await pilot.pause()
    assert laid_out == []
    assert "13 of 65 min" in painted(app)
    with layouts(app) as laid_out:
        show_changed(first, content("113 of 165 minutes\nand paused"))
        await pilot.pause()
    assert laid_out
    assert "and paused" in painted(app)


class Fields(Layer):
    """Two lines, and a text in a box that rolls."""

    CSS = "VerticalScroll { height: 4; } #text { height: auto; }"

    def compose(self):
        yield LineBox(id="one")
        yield LineBox(id="other")
        with VerticalScroll(can_focus=False):
            yield Static(content("short"), id="text")


class Window(Dialog):
    """A window over them."""

    def compose(self):
        yield Static(content("the window"))


@pytest.fixture
async def fields():
    app = Sheet()
    async with app.run_test(size=(60, 24)) as pilot:
        await app.push_screen(Fields())
        await driving.settled(pilot)
        yield app, pilot


async def test_the_focus_moves_without_the_whole_screen_being_painted(fields):
    app, pilot = fields
    paint(app)
    with lines_painted(app) as lines, layouts(app) as laid_out:
        app.screen.set_focus(app.screen.query_one("#other"))
        await pilot.pause()
        paint(app)
    assert app.focused.id == "other"
    assert set(lines) == {"one", "other"}
    assert laid_out == []


async def test_a_window_that_goes_leaves_the_screen_as_it_stood_and_it_is_not_laid_out_for_that(fields):
    app, pilot = fields
    before = painted(app)
    with layouts(app) as laid_out:
        await app.push_screen(Window())
        await driving.settled(pilot)
        assert "the window" in painted(app)
        await app.pop_screen()
        await driving.settled(pilot)
    assert painted(app) == before
    assert laid_out == []


async def test_a_box_that_comes_to_roll_has_its_words_wrapped_beside_its_scroll_bar(fields):
    app, pilot = fields
    text = app.screen.query_one("#text", Static)
    whole = text.size.width
    text.update(content("x" * whole + "\n" + "\n".join("abcdef")))
    await driving.settled(pilot)
    assert app.screen.query_one(VerticalScroll).show_vertical_scrollbar
    assert text.size.width < whole
    text.update(content("short"))
    await driving.settled(pilot)
    assert text.size.width == whole


class Seen:
    """Something on the screen that notes which of its lines it was asked for."""

    def __init__(self):
        self.lines = []

    def render_lines(self, rows):
        self.lines += list(rows.line_range)
        return [Strip.blank(rows.width)] * rows.height


class InOrder(MaskingCompositor):
    """A compositor of things at fixed places, the foremost first."""

    visible_widgets = None


@pytest.mark.parametrize("crop", [None, Region(0, 2, 20, 3)])
def test_a_box_behind_others_is_asked_for_the_lines_alone_in_which_it_can_be_seen(crop):
    compositor = InOrder(SimpleNamespace(on=False))
    compositor.size = whole = Size(20, 10)
    left, right, covered, box = Seen(), Seen(), Seen(), Seen()
    places = {left: Region(0, 0, 12, 9), right: Region(12, 0, 8, 9), covered: Region(1, 1, 18, 7), box: whole.region}
    compositor.visible_widgets = {thing: (place, whole.region) for thing, place in places.items()}
    shown = list(compositor._get_renders(crop))
    assert covered.lines == []
    assert box.lines == ([9] if crop is None else [])
    assert left.lines == right.lines == (list(range(9)) if crop is None else [2, 3, 4])
    assert sum(rows.height for _, rows, _ in shown) == len(left.lines + right.lines + box.lines)
