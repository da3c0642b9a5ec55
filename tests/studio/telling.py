"""A line told in the studio."""

MARKS = {"b", "d", "f", "m", "nb", "due", "lt", "cp", "sep", "div", "ended", "twins"}
"""Words of a line that are no name and no date."""


async def say(pilot, wait, key, words):
    """Press a key, type a line and press Enter; how many presses that was beside names and dates."""
    screen = pilot.app.screen
    await wait(pilot, lambda: not screen.writing)
    await pilot.press("slash" if key == "/" else key)
    await wait(pilot, lambda: screen.writing)
    await pilot.press(*("space" if one == " " else one for one in words), "enter")
    await wait(pilot, lambda: not screen.writing)
    await pilot.app.workers.wait_for_complete()
    if key == "/":
        return 2 + len(words)
    return 2 + words.count(" ") + sum(len(word) for word in words.split() if word in MARKS)
