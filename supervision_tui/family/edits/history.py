"""What was done to a family, for undo, redo and reading back."""

from __future__ import annotations

from supervision_tui.family.edits.changes import Edit
from supervision_tui.family.model.family import Family

LONGEST = 500
"""Steps that can be taken back."""


class History:
    """A family being changed, with the way back to where it was.

    The family itself is never changed: :attr:`family` is another one after each step.
    """

    def __init__(self, family: Family) -> None:
        """Begin at *family* with nothing to take back."""
        self.family = family
        self._back: list[Edit] = []
        self._forth: list[Edit] = []

    def do(self, edit: Edit) -> Family:
        """Make *edit*; what had been taken back can no longer be made again.

        Raises:
            EditError: it does not fit; nothing was changed.
        """
        self.family, back = edit.apply(self.family)
        self._back = [*self._back[-LONGEST + 1 :], back]
        self._forth = []
        return self.family

    def undo(self) -> str:
        """Take the last step back; its words, or empty where there is none."""
        return self._step(self._back, self._forth)

    def redo(self) -> str:
        """Make the last step taken back again; its words, or empty where there is none."""
        return self._step(self._forth, self._back)

    @property
    def words(self) -> tuple[str, ...]:
        """What can be taken back, first step first."""
        return tuple(edit.words for edit in self._back)

    def _step(self, source: list[Edit], target: list[Edit]) -> str:
        if not source:
            return ""
        edit = source.pop()
        self.family, other = edit.apply(self.family)
        target.append(other)
        return edit.words
