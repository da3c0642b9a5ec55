"""Jot and tray in the hands of chance: a jotted word is in no file until a letter places it, then where it was told."""

from __future__ import annotations

from typing import NamedTuple

from textual.widgets import Static

from supervision_tui.practice import Destination
from supervision_tui.session.child_choice import children_of
from supervision_tui.session.tray.fields import PRIVATE_NOTES
from supervision_tui.session.tray.jotting import BY_LETTER
from supervision_tui.tui.screens.session.jot import JotScreen
from supervision_tui.tui.screens.session.session import SessionScreen
from supervision_tui.tui.screens.session.tray import TrayScreen
from supervision_tui.tui.widgets.jot_box import JotBox

JOT, TRAY = "jot", "tray"
TRAY_KEYS = {
    "i": 2, "f": 2, "q": 2, "s": 2, "d": 1, "w": 1, "p": 2, "m": 2, "x": 1, "r": 1, "1 f": 3, "2 s": 2, "1 2 f": 2,
    "0 f enter": 1, "f enter": 1, "m 2": 1, "1": 1, "3": 1, "enter": 3, "down": 3, "up": 1, "ctrl+z": 3, "escape": 1,
    "f8": 1, "ctrl+r": 1,
}  # fmt: skip
"""Keys in the tray, one or several as people press them, with their weights."""
MARKS = ("i", "f", "q", "s", "d", "w", "p", "p")
AT_ONCE = 4
"""Keys that are pressed in the tray one after another."""


class Placing(NamedTuple):
    """What a word was placed as: the *letter*, the *session*, and the *children* in brackets then."""

    letter: str
    session: str
    children: frozenset[str]


class TrayHands:
    """What a machine does with jot and tray; mixed into the slot machine."""

    def jot_place(self, session, screen, focused):
        """Where a letter typed into a jot goes, by the title of its frame."""
        told = str(screen.query_one("#jot_frame").border_title)
        tag = str(screen.query_one("#jot_tag", Static).render())
        private = focused.slot.field.id == PRIVATE_NOTES.id
        if (private, private) != (told.startswith("PRIVATE"), tag.startswith("PRIVATE")):
            self.faults.append(f"over a line of {focused.slot.key} stands: {told}, and beside it: {tag}")
        return self.home_in(session, "" if not private else focused.slot.stage, focused.slot.field.id, private=private)

    async def mark(self):
        """Open a jot, and type a mark at its beginning."""
        if isinstance(self.app.screen, SessionScreen):
            await self.pilot.press("f4")
        focused = self.app.focused
        if isinstance(focused, JotBox) and not focused.text and focused.kind is None:
            await self.pilot.press(".", self.random.choice(MARKS), "space")

    async def in_tray(self, screen):
        """A few random keys in the tray; what they place is noted by what the screen told before each."""
        keys, weights = zip(*TRAY_KEYS.items(), strict=True)
        for pressed in self.random.choices(keys, weights, k=AT_ONCE):
            for key in pressed.split():
                if screen is self.app.screen:
                    await self._tray_key(screen, key)

    async def _tray_key(self, screen, key):
        row = screen.row
        if row is None or (key == "d" and row.family != screen.desk.family):
            key = "escape"
        told = {} if row is None else self._told(screen, row, key)
        done = screen.desk.placed
        await self.pilot.press(key)
        if screen.desk.placed > done or key == "r":  # a letter that was refused, or asked for whom, places nothing
            for word, placing in told.items():
                self.placed.setdefault(word, set()).add(placing)

    def _told(self, screen, row, key):
        """What the words of the line in hand would become, if *key* places it."""
        words = [word for word in self.homes if word in row.line.text]
        kind = BY_LETTER.get(key)
        if key == "enter":
            kind = screen._asked or screen.desk.kind_of(row)
        if key == "r":
            ready = [one for one in screen.rows if screen.desk.is_ready(one, screen._chosen.get(one.line.id, ()))]
            return {
                word: self._placing(screen, one, screen.desk.kind_of(one))
                for one in ready
                for word in self.homes
                if word in one.line.text
            }
        return {word: self._placing(screen, row, kind) for word in words} if kind is not None else {}

    def _placing(self, screen, row, kind):
        part = screen._controller.part_about(row.family)
        chosen = frozenset(screen.chosen_in(row)) if kind.whom else frozenset()
        every = frozenset(part.editor.session.children)
        return Placing(kind.letter, part.editor.session.id, chosen or every)

    def tray_strays(self, sessions):
        """Jotted words that stand in a file though nobody placed them, or elsewhere than was told."""
        found = []
        jotted = {word for word, home in self.homes.items() if home.field == JOT}
        for kept in sessions:
            shared = kept.split_private()[0].model_dump_json()
            private_lines = " ".join(str(line.text) for line in kept.tray if line.destination is Destination.PRIVATE)
            private = [
                word for word, home in self.homes.items() if word in private_lines or home.field == PRIVATE_NOTES.id
            ]
            found += [f"private {word} is in the shared document of {kept.id}" for word in private if word in shared]
            for name, items in self._items(kept):
                for item in items:
                    told = [word for word in jotted if word in item.model_dump_json()]
                    astray = (word for word in told if not self._was_told(word, kept, name, item))
                    found += [f"{word} in {name} of {kept.id}" for word in astray]
        return found

    @staticmethod
    def _items(kept):
        names = ("entries", "hypotheses", "actions", "decisions", "questions")
        return [(name, getattr(kept, name)) for name in names]

    def _was_told(self, word, kept, name, item):
        return any(self._is_placed(placing, kept, name, item) for placing in self.placed.get(word, ()))

    @staticmethod
    def _is_placed(placing, kept, name, item):
        """Whether *item* is what a line became that was placed so: what was taken back can be done again."""
        if placing.session != kept.id:
            return False
        where = {"i": "hypotheses", "q": "questions", "s": "actions", "d": "decisions"}.get(placing.letter, "entries")
        if where != name:
            return False
        to = {"w": Destination.SUPERVISION_RECORD, "p": Destination.PRIVATE, "f": Destination.CHILD_FILE}
        if placing.letter in to and item.destination is not to[placing.letter]:
            return False
        if placing.letter not in {"f", "s"}:
            return True
        every = frozenset(kept.children)
        return (frozenset(children_of(item)) or every) == placing.children

    def in_jot_or_tray(self):
        """Whether a jot or the tray stands in front."""
        return isinstance(self.app.screen, JotScreen | TrayScreen)
