"""Words that somebody typed, shown again: in room view they are covered where they name another family."""

from __future__ import annotations

from textual.content import Content
from textual.widgets import Static


class TypedText(Static):
    """A line or paragraph with words that somebody typed."""

    @property
    def typed_words(self) -> str:
        """The words that stand in it."""
        words = self.content
        return words.plain if isinstance(words, Content) else str(words)
