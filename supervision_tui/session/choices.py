"""A row of choices that is answered by keys: a digit chooses what carries that number, letters the name they begin.

Everything that can be answered stands in the row before anything is wrong.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from supervision_tui.session.child_choice import children_named

MOST_DIGITS = 9
"""Choices that a digit can reach; further ones are reached by their first letters."""


@dataclass(frozen=True, slots=True)
class Choices:
    """What can be chosen, and what is.

    Attributes:
        options: the words of each choice, by its id, in the order of their numbers.
        several: whether more than one can be chosen; 0 is then all that are offered.
        offered: ids of those that 0 chooses, and that stand first; every option unless told otherwise.
        chosen: ids of those that are chosen, in the order of choosing.
        own_words: whether words that are none of the options are an answer too.
        typed: letters typed so far.
    """

    options: Mapping[str, str]
    several: bool = False
    offered: tuple[str, ...] = ()
    chosen: tuple[str, ...] = ()
    own_words: bool = False
    typed: str = ""

    def number(self, option: str) -> int:
        """The number of *option*, from 1."""
        return list(self.options).index(option) + 1

    @property
    def on_offer(self) -> tuple[str, ...]:
        """Ids of those that are offered."""
        return self.offered or tuple(self.options)

    @property
    def is_clear(self) -> bool:
        """Whether the letters typed so far, if any, say what is chosen."""
        return not self.typed.strip() or self.own_words or self._named(self.typed) is not None

    def with_key(self, key: str) -> Choices:
        """The row after a character was typed."""
        if key.isdecimal() and key.isascii() and not self.typed:
            return self._digit(int(key))
        return self._say(self.typed + key)

    def without_last(self) -> Choices:
        """The row after Backspace: the last letter goes, or else what was chosen last."""
        return self._say(self.typed[:-1]) if self.typed else replace(self, chosen=self.chosen[:-1])

    def _digit(self, number: int) -> Choices:
        if number == 0:
            return replace(self, chosen=self.on_offer) if self.several else self
        if number > min(len(self.options), MOST_DIGITS):
            return self
        option = list(self.options)[number - 1]
        if not self.several:
            return replace(self, chosen=(option,))
        without = tuple(other for other in self.chosen if other != option)
        return replace(self, chosen=without if option in self.chosen else (*self.chosen, option))

    def _say(self, typed: str) -> Choices:
        """Letters say the whole choice anew: "Zuri and Robin"."""
        if not typed.strip():
            return replace(self, typed="", chosen=())
        named = self._named(typed)
        return replace(self, typed=typed, chosen=() if named is None else named)

    def _named(self, typed: str) -> tuple[str, ...] | None:
        words = typed.strip()
        named = children_named(words, self.options) if self.several or not words.isdecimal() else None
        if named is None or (not self.several and len(named) != 1):
            return None
        return self.on_offer if named == tuple(self.options) and self.several and len(named) > 1 else named
