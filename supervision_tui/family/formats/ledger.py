"""The account of a file: each of its lines is used, carried, or told, and the three add up to the file."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from supervision_tui.family.formats.identifying_fields import identifying_field
from supervision_tui.family.formats.nodes import Fate, Node
from supervision_tui.family.formats.report import Remark, Report, TopicId

Progress = Callable[[int, int], None]
"""Called with how much is done and how much there is; it may raise to stop the reading."""


def no_progress(_done: int, _of: int) -> None:
    """Nobody is told."""


class Ledger:
    """Fates of lines while a file is read; what is told about each.

    *blank* counts lines without anything in them; they are used, since nothing is lost with them.
    """

    def __init__(self, unit: str = "line", progress: Progress = no_progress) -> None:
        self.report = Report(unit=unit)
        self.blank = 0
        self.progress = progress
        self._lines: dict[int, Remark] = {}
        self._once: dict[str, Remark] = {}

    def notice(self, node: Node | None, words: str, topic: TopicId) -> None:
        """Say something about a node that is used: it is in the family, and matters."""
        self.report.add(node.number if node is not None else 0, words, topic)

    def tell(self, node: Node, words: str, topic: TopicId = "other") -> None:
        """Say that a node is not in the family as it stands."""
        node.fate = Fate.TOLD
        remark = self.report.add(node.number, words, topic)
        self._lines[id(node)] = remark

    def tell_line(self, number: int, words: str, topic: TopicId = "unreadable") -> None:
        """Say what became of a line that makes no node."""
        self.report.told.append(self.report.add(number, words, topic))

    def tell_all(self, node: Node, words: str, topic: TopicId = "other") -> None:
        """Say it of a node, and of all below it that nobody has read, as parts of it."""
        self.tell(node, words, topic)
        remark = self._lines[id(node)]
        for below in _below(node):
            if below.fate is Fate.UNREAD:
                below.fate = Fate.TOLD
                self._lines[id(below)] = remark

    def leave_out(self, node: Node, words: str, topic: TopicId) -> None:
        """Say it once for the whole file: this node, and all below it that nobody has read, are left out."""
        remark = self._once.get(words)
        if remark is None:
            remark = self._once[words] = self.report.add(0, words, topic)
        for part in (node, *_below(node)):
            if part.fate is Fate.UNREAD:
                part.fate = Fate.TOLD
                self._lines[id(part)] = remark

    def about_file(self, words: str, topic: TopicId = "other") -> None:
        """Say something about the file as a whole."""
        self.report.add(0, words, topic)

    def close(self, tree: Iterable[Node]) -> None:
        """Add up: a node that nobody read is told as not kept, and every line counts once."""
        report = self.report
        report.used += self.blank
        used, unread, carried, waiting = Fate.USED, Fate.UNREAD, Fate.CARRIED, list(tree)
        while waiting:
            node = waiting.pop()
            waiting += node.below
            fate = node.fate
            if fate is used:
                report.used += 1 + len(node.more or ())
                continue
            if fate is unread:
                self.tell(node, f"not kept: {named(node)}.")
            if fate is carried:
                report.carried += 1 + len(node.more or ())
            else:
                report.told += self._told(node)
        report.told.sort(key=lambda remark: remark.line)
        report.lines = report.used + report.carried + len(report.told)

    def _told(self, node: Node) -> Iterator[Remark]:
        remark = self._lines[id(node)]
        words = remark.words if remark.line in {0, node.number} else f"with line {remark.line}: {remark.words}"
        yield Remark(node.number, words, remark.topic)
        for number in node.more or ():
            yield Remark(number, f"the same, continued from line {node.number}.", remark.topic)


def _below(node: Node) -> Iterator[Node]:
    stack = node.below[::-1]
    while stack:
        current = stack.pop()
        yield current
        stack += current.below[::-1]


def named(node: Node) -> str:
    """A node as a remark calls it: its tag and the beginning of what it says, unless that gives somebody away."""
    if identifying_field(node.tag, node.value) is not None:
        return f"{node.tag} (not repeated here)"
    return f"{node.tag} {' '.join(node.value[:80].split())}".strip()
