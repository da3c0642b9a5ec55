"""A file of another program as a tree of nodes: a line of GEDCOM, an element or attribute of XML, a value of JSON.

One shape for every format, so that one ledger accounts for all of them: each node is used, carried or told.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import IntEnum


class Fate(IntEnum):
    """What became of a node. ``UNREAD`` is only while a file is read."""

    UNREAD = 0
    USED = 1
    CARRIED = 2
    TOLD = 3


@dataclass(slots=True)
class Node:
    """One line, element or value: where it stands (from 1), its tag, its reference, its words, and what is below it.

    *more* are the numbers of the lines that continue it (``CONT``, ``CONC``).
    """

    number: int
    tag: str
    xref: str
    value: str
    below: list[Node] = field(default_factory=list)
    more: list[int] | None = None
    fate: Fate = Fate.UNREAD

    def first(self, tag: str) -> Node | None:
        """The first node below with this tag, not yet read."""
        for node in self.below:
            if node.tag == tag:
                return node
        return None

    def text(self, tag: str) -> str:
        """The value of the first node below with this tag, not yet read; else empty."""
        node = self.first(tag)
        return node.value if node is not None else ""

    def every(self, *tags: str) -> list[Node]:
        """Nodes below with one of these tags, in order, not yet read."""
        return [node for node in self.below if node.tag in tags] if self.below else []

    def use(self) -> Node:
        """This node, used: what it says is in the family."""
        if self.fate is Fate.UNREAD:
            self.fate = Fate.USED
        return self

    def take(self, tag: str) -> Node | None:
        """The first node below with this tag, used."""
        node = self.first(tag)
        return node.use() if node is not None else None

    def word(self, *tags: str) -> str:
        """The value of the first node below with one of these tags, used; blanks at its ends go."""
        for tag in tags:
            node = self.first(tag)
            if node is not None:
                return node.use().value.strip()
        return ""

    def use_all(self) -> None:
        """This node and all below it, used."""
        stack = [self]
        while stack:
            node = stack.pop()
            node.use()
            stack += node.below
