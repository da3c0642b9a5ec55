"""A line told in the studio."""


async def say(pilot, wait, key, words):
    """Press a key, type a line and press Enter; how many presses that was beside the words."""
    screen = pilot.app.screen
    await wait(pilot, lambda: not screen.writing)
    await pilot.press("slash" if key == "/" else key)
    await wait(pilot, lambda: screen.writing)
    await pilot.press(*("space" if one == " " else one for one in words), "enter")
    await wait(pilot, lambda: not screen.writing)
    await pilot.app.workers.wait_for_complete()
    return 2 + (len(words) if key == "/" else 0)
