"""A line told in the studio, and the drawing that stands there."""

from supervision_tui.genogram import to_text
from supervision_tui.tui.widgets.genogram_view import GenogramView
from tests.tui.driving import finished

MARKS = {"b", "d", "f", "m", "nb", "due", "lt", "cp", "sep", "div", "ended", "twins"}
"""Words of a line that are no name and no date."""


def presses(key, words):
    """How many presses it takes to say *words* after *key*, beside names and dates."""
    if key == "/":
        return 2 + len(words)
    return 2 + words.count(" ") + sum(len(word) for word in words.split() if word in MARKS)


async def say(pilot, wait, key, words):
    """Press a key, type a line and press Enter."""
    screen = pilot.app.screen
    await wait(pilot, lambda: not screen.writing)
    await pilot.press("slash" if key == "/" else key)
    await wait(pilot, lambda: screen.writing)
    await pilot.press(*("space" if letter == " " else letter for letter in words), "enter")
    await wait(pilot, lambda: not screen.writing)
    await finished(pilot)


def drawn_text(pilot):
    """The drawing on the screen, as text; empty where there is none."""
    views = pilot.app.screen.query(GenogramView)
    return to_text(views.first().scene) if views else ""
