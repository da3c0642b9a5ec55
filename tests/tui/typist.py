"""Somebody who types what is said: words are free, every other key is counted."""

from __future__ import annotations

from textual.events import Paste

from tests.tui.driving import settled


class Typist:
    """Types *words* and presses keys through the real program.

    Attributes:
        keys: how many keys were pressed that are no letter of what was said.
        letters: how many letters were said.
    """

    def __init__(self, pilot):
        self.pilot = pilot
        self.keys = 0
        self.letters = 0

    async def press(self, *keys):
        """Press *keys*, each counted."""
        self.keys += len(keys)
        await self.pilot.press(*keys)

    async def say(self, words):
        """Type *words*: the first as a key, as it comes from the hand, the rest at once, for speed alone."""
        self.letters += len(words)
        await self.pilot.press(words[0])
        focused = self.pilot.app.focused
        if focused is not None and words[1:]:
            focused.post_message(Paste(words[1:]))
        await settled(self.pilot)
