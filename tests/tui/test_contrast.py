"""Every letter can be read in what really goes out, in each theme, with 24-bit colour, 256 and 16 colours."""

from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from textual.color import Color

from supervision_tui.tui.app import SupervisionApp
from supervision_tui.tui.terminal.contrast import (
    COLOUR_SYSTEMS,
    PALETTES,
    XTERM,
    ContrastFilter,
    contrast,
    readable_pair,
    shown_in,
)
from supervision_tui.tui.themes import HIGH_CONTRAST, THEMES
from tests.tui.driving import named
from tests.tui.textual_internals import painted_segments

PART = st.integers(0, 255)
COLOUR = st.tuples(PART, PART, PART)


@cache
def lowest(letters, ground, system):
    """The contrast of two colours that go out, in the worst palette that a terminal can have."""
    palettes = PALETTES if system == "standard" else (XTERM,)
    return min(contrast(shown_in(letters, palette), shown_in(ground, palette)) for palette in palettes)


def test_black_on_white_measures_as_the_guideline_says():
    assert contrast((0, 0, 0), (255, 255, 255)) == pytest.approx(21)
    assert contrast((119, 119, 119), (255, 255, 255)) == pytest.approx(4.48, abs=0.01)


@settings(max_examples=150, deadline=None)
@given(COLOUR, COLOUR, st.sampled_from([3.0, 4.5, 7.0]), st.sampled_from(sorted(COLOUR_SYSTEMS)), st.booleans())
def test_any_two_colours_go_out_as_far_apart_as_was_asked(letters, ground, least, system, dark):
    pair = readable_pair(letters, ground, least, system, dark=dark)
    assert lowest(pair.letters, pair.ground, system) >= least


def test_colours_that_can_be_read_already_are_left_as_they_are():
    pair = readable_pair((223, 227, 230), (27, 33, 38), 4.5, "truecolor")
    assert (shown_in(pair.letters), shown_in(pair.ground)) == ((223, 227, 230), (27, 33, 38))


def test_what_is_selected_keeps_a_ground_of_its_own_where_there_are_only_sixteen_colours():
    page = readable_pair((223, 227, 230), (27, 33, 38), 4.5, "standard")
    selected = readable_pair((223, 227, 230), (83, 113, 108), 4.5, "standard")
    assert page.ground.number != selected.ground.number


STATES = (
    (), ("f1",), ("f12",), ("ctrl+k",), ("ctrl+p",), ("f",), ("2",), ("2", "slash"), ("2", "g"), ("3",), ("3", "a"),
    ("4",), ("4", "enter"), ("n",), ("enter",),
)  # fmt: skip
"""Keys from Today to a screen or dialog."""
IN_STUDIO = (("right",), ("t", "a"), ("q",), ("v",), ("o",), ("l",), ("w",), ("i",), ("m",), ("x",), ("slash",))
"""Keys from the drawing."""


def weak_runs(segments, page, system, theme):
    """Runs of letters among *segments*, as they go out, that are too near to what is behind them."""
    least, behind = 7.0 if theme.name == HIGH_CONTRAST else 4.5, page.rich_color
    for segment in segments:
        if any(letter.isalnum() for letter in segment.text):
            letters, ground = segment.style.color, segment.style.bgcolor or behind
            measured = lowest(letters, ground, system)
            if measured < least:
                yield theme.name, system, segment.text.strip(), round(measured, 2)


def unreadable(app):
    """What on the screen in front cannot be read, in any theme and with any number of colours."""
    found = []
    for theme in THEMES:
        app.theme = theme.name
        app.refresh_css(animate=False)  # at once, not after the next message
        page, painted = Color.parse(theme.background), painted_segments(app)
        assert any(segment.text.strip() for segment in painted)
        found += weak_runs(painted, page, "truecolor", theme)
        for system in ("256", "standard"):
            fewer = ContrastFilter(system, high=theme.name == HIGH_CONTRAST, dark=theme.dark)
            found += weak_runs(fewer.apply(painted, page), page, system, theme)
    return found


async def test_every_screen_and_dialog_can_be_read_in_every_theme_and_terminal(demo):
    async with demo((110, 32)) as pilot:
        weak, seen = [], set()
        for keys in STATES:
            await pilot.press(*keys)
            weak += unreadable(pilot.app)
            seen.add(named(pilot))
            await pilot.press(*["escape"] * 4, "1")
        assert weak == []
        assert len(seen) >= 10, seen


async def test_everything_in_the_studio_can_be_read_in_every_theme_and_terminal(demo, wait):
    async with demo((110, 32)) as pilot:
        await pilot.press("2", "g")
        await wait(pilot, lambda: bool(pilot.app.screen.selected))
        studio, weak = pilot.app.screen, []
        for keys in IN_STUDIO:
            await pilot.press(*keys)
            weak += unreadable(pilot.app)
            if keys == ("q",):
                await pilot.press("escape")
            while pilot.app.screen is not studio or studio.writing:
                await pilot.press("escape")
        assert weak == []


async def test_a_session_and_its_panels_can_be_read_in_every_theme_and_terminal(in_session):
    async with in_session((110, 32)) as pilot:
        weak = unreadable(pilot.app)
        await pilot.press("ctrl+g")
        weak += unreadable(pilot.app)
        await pilot.press("enter")
        weak += unreadable(pilot.app)
        assert weak == []


@pytest.mark.parametrize("system", ["256", "standard"])
async def test_a_terminal_with_fewer_colours_is_given_only_colours_that_it_has(demo, monkeypatch, system):
    monkeypatch.setattr(SupervisionApp, "colour_system", system)
    async with demo((110, 32)) as pilot:
        await pilot.press("f12")
        theme, page = THEMES[0], Color.parse(THEMES[0].background)
        painted = painted_segments(pilot.app)
        assert list(weak_runs(painted, page, system, theme)) == []
        numbers = {segment.style.color.number for segment in painted if segment.text.strip() and segment.style.color}
        assert None not in numbers
        assert max(numbers) < (16 if system == "standard" else 256)
