"""The line of keys: whole words only, Help always at its end, as many as the window has room for."""

import itertools

from textual.widgets._footer import FooterKey

from supervision_tui.tui.screens.families import FamiliesScreen
from supervision_tui.tui.widgets.keys import Keys


def said(pilot):
    """(words, where they end) of every key in the line, from the left."""
    keys = pilot.app.screen.query_one(Keys).query(FooterKey)
    return sorted(((key.region.x, key.description, key.region.right) for key in keys), key=lambda key: key[0])


async def test_the_keys_that_fit_are_told_whole_and_help_stands_at_the_end(demo, wait):
    async with demo((60, 24)) as pilot:
        await pilot.press("2")
        await wait(pilot, lambda: isinstance(pilot.app.screen, FamiliesScreen) and len(said(pilot)) > 2)
        for width, more in ((60, False), (160, True), (40, False)):
            await pilot.resize_terminal(width, 24)
            await wait(pilot, lambda width=width: said(pilot)[-1][2] == width and len(said(pilot)) > 1)
            await wait(pilot, lambda more=more: any(words == "Records" for _, words, _ in said(pilot)) == more)
            keys = said(pilot)
            assert keys[-1][1] == "Help"
            assert all(end <= start for (_, _, end), (start, _, _) in itertools.pairwise(keys))
