"""Answers that break as few links as can be: a minimum cut between what is true and what is false.

The questions of :mod:`.order_pairs` that hang together are taken with both their literals, and every link twice, once
for a literal and once for its opposite. A flow from true to false, or from a literal to its opposite, then runs over
links of which each must break somewhere: half of it is a floor for the links that any answers break (roof duality:
Boros and Hammer 2002). What flow still reaches from true, once no more can be sent, is how the least is reached. The
flow is sent in blocking flows (Dinic 1970).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from supervision_tui.genogram.layout.ordering.order_pairs import FALSE, TRUE

Links = Sequence[Sequence[int]]
"""For every question the literals that are to be true with its first, each as often as that is asked."""


class OrderCut:
    """The network of the *questions* that hang together by *links*: arcs in pairs (arc, arc ^ 1: the way back).

    Literals are numbered anew, with true and false first.
    """

    def __init__(self, questions: Sequence[int], links: Links) -> None:
        self.questions = questions
        number = {question: at for at, question in enumerate(questions, 1)}
        count = 2 * len(questions) + 2
        self.arcs: list[list[int]] = [[] for _ in range(count)]
        self.head: list[int] = []
        self.room: list[int] = []
        for question in questions:
            for other, room in Counter(links[question]).items():
                if other >> 1 < question:
                    literal = 2 * number[question]
                    joined = other if other <= FALSE else 2 * number[other >> 1] + (other & 1)
                    self._connect(literal, joined, room)
                    self._connect(literal ^ 1, joined ^ 1, room)

    def _connect(self, literal: int, other: int, room: int) -> None:
        self.arcs[literal].append(len(self.head))
        self.arcs[other].append(len(self.head) + 1)
        self.head += (other, literal)
        self.room += (room, room)

    def answer(self, guess: Sequence[bool]) -> tuple[int, dict[int, bool]]:
        """How many links break at least, and an answer to every question: whether its first literal is true.

        Where the links leave an answer open, it is that of *guess*.
        """
        flow, reached = self._saturate(TRUE, FALSE)
        self._forget_sent()
        answers: dict[int, bool] = {TRUE: True, FALSE: False}
        for literal in reached:
            if literal ^ 1 not in answers:
                answers[literal], answers[literal ^ 1] = True, False
        consistent = [False] * (len(self.questions) + 1)
        for question in range(1, len(self.questions) + 1):
            if not consistent[question]:
                sent, reached = self._saturate(2 * question, 2 * question + 1)
                for literal in reached:
                    consistent[literal >> 1] = True
                if sent:
                    flow += sent
                    self._forget_sent()
        for at, question in enumerate(self.questions, 1):
            if 2 * at not in answers:
                self._let_be_true(2 * at if guess[question] else 2 * at + 1, answers)
        return (flow + 1) // 2, {question: answers[2 * at] for at, question in enumerate(self.questions, 1)}

    def _let_be_true(self, start: int, answers: dict[int, bool]) -> None:
        """Let *start* be true, and all that unbroken links join to it."""
        answers[start], answers[start ^ 1] = True, False
        waiting = [start]
        while waiting:
            for arc in self.arcs[waiting.pop()]:
                literal = self.head[arc]
                if self.room[arc] and literal not in answers:
                    answers[literal], answers[literal ^ 1] = True, False
                    waiting.append(literal)

    def _saturate(self, source: int, sink: int) -> tuple[int, Mapping[int, int]]:
        """Send all the flow that can be sent from *source* to *sink*; how much, and what it still reaches then."""
        sent = 0
        while True:
            levels = self._levels(source, sink)
            if sink not in levels:
                return sent, levels
            following = dict.fromkeys(levels, 0)
            while more := self._send(source, sink, levels, following):
                sent += more

    def _levels(self, source: int, sink: int) -> dict[int, int]:
        """Arcs between *source* and each literal that flow can reach, as far as *sink*."""
        arcs, head, room = self.arcs, self.head, self.room
        levels = {source: 0}
        queue = [source]
        for literal in queue:
            if literal == sink:
                break
            level = levels[literal] + 1
            for arc in arcs[literal]:
                if room[arc] and head[arc] not in levels:
                    levels[head[arc]] = level
                    queue.append(head[arc])
        return levels

    def _send(self, source: int, sink: int, levels: Mapping[int, int], following: dict[int, int]) -> int:
        """Send flow along one way from level to level; *following* remembers which arcs of a literal are blocked."""
        arcs, head, room = self.arcs, self.head, self.room
        path: list[int] = []
        literal = source
        while literal != sink:
            leaving, at, level = arcs[literal], following[literal], levels[literal] + 1
            while at < len(leaving) and not (room[leaving[at]] and levels.get(head[leaving[at]]) == level):
                at += 1
            following[literal] = at
            if at < len(leaving):
                path.append(leaving[at])
                literal = head[leaving[at]]
            elif path:
                literal = head[path.pop() ^ 1]
                following[literal] += 1
            else:
                return 0
        sent = min(room[arc] for arc in path)
        for arc in path:
            room[arc] -= sent
            room[arc ^ 1] += sent
        return sent

    def _forget_sent(self) -> None:
        """Leave only the room that no flow has used."""
        room = self.room
        for arc in range(0, len(room), 2):
            room[arc] = room[arc + 1] = min(room[arc], room[arc + 1])


def answers_by_fixed(questions: Sequence[int], links: Links, guess: Sequence[bool]) -> dict[int, bool]:
    """To each of the *questions* that hang together: the answer that what is fixed nearest to it asks for.

    Where nothing is fixed, the first of them is answered as in *guess*, and the others from there.
    """
    answers: dict[int, bool] = {}
    for question in questions:
        fixed = [other for other in links[question] if other <= FALSE]
        if fixed and 2 * sum(fixed) != len(fixed):
            answers[question] = 2 * sum(fixed) < len(fixed)
    if not answers:
        answers[questions[0]] = guess[questions[0]]
    waiting = list(answers)
    for question in waiting:
        answer = answers[question]
        for other in links[question]:
            joined = other >> 1
            if joined and joined not in answers:
                answers[joined] = answer != bool(other & 1)
                waiting.append(joined)
    return answers
