"""What an import has to tell: first what matters, in words and counts; then the lines behind each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from supervision_tui.text import clean

if TYPE_CHECKING:
    from supervision_tui.family.model.family import Family

LONGEST_REMARK = 400
"""Characters of a remark."""
LINES_IN_WORDS = 5_000
"""Remarks written out in words; further ones are counted (all of them are in the JSON report)."""

TopicId = Literal[
    "harm", "forced", "secret", "cause", "parents", "unsaid", "doubt", "couples", "unions", "twins", "sense", "letters",
    "people", "dates", "ties", "notes", "places", "contacts", "numbers", "health", "sources", "pictures", "drawing",
    "program", "unreadable", "missing", "sex", "other",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Topic:
    """What remarks can be about: the words for one and for several, and whether it is to be looked at first."""

    one: str
    several: str
    first: bool = False


TOPICS: dict[TopicId, Topic] = {
    "harm": Topic("place tells of harm", "places tell of harm", first=True),
    "forced": Topic("union is forced in the file", "unions are forced in the file", first=True),
    "secret": Topic("restricted record", "restricted records", first=True),
    "cause": Topic("cause of death", "causes of death", first=True),
    "parents": Topic("child whose parents are not all by birth", "children whose parents are not all by birth"),
    "doubt": Topic("parent in doubt, or left out", "parents in doubt, or left out"),
    "unsaid": Topic(
        "child of whose parents the file does not say how", "children of whose parents the file does not say how"
    ),
    "couples": Topic("separation or turn of a couple", "separations and turns of couples"),
    "unions": Topic("couple to look at", "couples to look at"),
    "twins": Topic("birth of twins", "births of twins"),
    "sense": Topic("thing that cannot be so", "things that cannot be so"),
    "letters": Topic("thing about its letters", "things about its letters"),
    "people": Topic("thing about people", "things about people"),
    "dates": Topic("date not taken as it stands", "dates not taken as they stand"),
    "ties": Topic("tie to look at", "ties to look at"),
    "notes": Topic("note not kept whole", "notes not kept whole"),
    "places": Topic("place not kept", "places not kept"),
    "contacts": Topic(
        "address, telephone number or the like, left out", "addresses, telephone numbers and the like, left out"
    ),
    "numbers": Topic("number that identifies somebody, left out", "numbers that identify somebody, left out"),
    "health": Topic("mark of health to look at", "marks of health to look at"),
    "sources": Topic("line on sources not kept", "lines on sources not kept"),
    "pictures": Topic("line on pictures, not opened", "lines on pictures, not opened"),
    "drawing": Topic("value about the drawing, left out", "values about the drawing, left out"),
    "program": Topic("line of the program about itself", "lines of the program about itself"),
    "unreadable": Topic("line that could not be read", "lines that could not be read"),
    "missing": Topic("line that points to nobody", "lines that point to nobody"),
    "sex": Topic("remark about gender", "remarks about gender"),
    "other": Topic("other line not kept", "other lines not kept"),
}
"""By id, in the order in which they are told: safety first."""


class ForeignFileError(ValueError):
    """A file of another program that cannot be read; the message says why, and nothing was brought in.

    A message quotes the file, so it is cleaned.
    """

    def __init__(self, message: str) -> None:
        super().__init__(clean(message))


@dataclass(frozen=True, slots=True)
class Remark:
    """One line of the file (from 1; 0 is the file as a whole), and what became of it."""

    line: int
    words: str
    topic: TopicId = "other"

    def __str__(self) -> str:
        return f"line {self.line}: {self.words}" if self.line else self.words


@dataclass(slots=True)
class Report:
    """Remarks in the order in which they were made, and the account of the file: every line has one fate.

    *told* holds the numbers of lines that are not in the family as they stand, each with its remark. *unit* is what is
    counted: lines of GEDCOM, elements of XML, values of JSON.
    """

    remarks: list[Remark] = field(default_factory=list)
    lines: int = 0
    used: int = 0
    carried: int = 0
    told: list[Remark] = field(default_factory=list)
    unit: str = "line"

    def add(self, line: int, words: str, topic: TopicId = "other") -> Remark:
        """Keep a remark, cleaned for a terminal."""
        remark = Remark(line, clean(words[:LONGEST_REMARK]).replace("\n", " "), topic)
        self.remarks.append(remark)
        return remark

    def counts(self) -> dict[TopicId, int]:
        """How many remarks there are on each topic, in the order of telling."""
        counted = Counter(remark.topic for remark in self.remarks)
        return {topic: counted[topic] for topic in TOPICS if counted[topic]}

    def summary(self) -> Iterator[str]:
        """What matters, in words and counts: what is to be looked at first in sentences, the rest counted."""
        counts = self.counts()
        for topic in counts:
            if TOPICS[topic].first:
                number = sum(bool(remark.line) for remark in self.about(topic)) or counts[topic]
                yield f"Please look at this first: {_counted(topic, number)}."
                yield from (f"  {remark}" for remark in self.about(topic)[:SPELT_OUT])
        whole = [remark.words for remark in self.remarks if not remark.line and not TOPICS[remark.topic].first]
        yield from (f"{words[:1].upper()}{words[1:]}" for words in whole[:SPELT_OUT])
        rest = Counter(remark.topic for remark in self.remarks if remark.line)
        counted = [_counted(topic, rest[topic]) for topic in TOPICS if rest[topic] and not TOPICS[topic].first]
        if counted:
            yield f"Also: {'; '.join(counted)}."
            lines = [remark for remark in self.in_order() if remark.line and not TOPICS[remark.topic].first]
            yield from (f"  {remark}" for remark in lines if len(lines) <= SPELT_OUT)
        if self.lines:
            units = self.unit if self.lines == 1 else f"{self.unit}s"
            yield (
                f"Of {self.lines:,} {units} {self.used:,} are used, {self.carried:,} are carried along, "
                f"and {len(self.told):,} are told."
            )

    def about(self, topic: TopicId) -> list[Remark]:
        """The remarks on one topic."""
        return [remark for remark in self.remarks if remark.topic == topic]

    def in_order(self) -> list[Remark]:
        """Every remark, by topic in the order of telling, then as the lines stand in the file."""
        places = {topic: place for place, topic in enumerate(TOPICS)}
        return sorted(self.remarks, key=lambda remark: (places[remark.topic], remark.line))

    def plain(self) -> dict[str, object]:
        """The report as plain values for JSON: ``used + carried + len(told) == lines``."""
        remarks = [{"line": remark.line, "words": remark.words, "topic": remark.topic} for remark in self.told]
        lines = {remark.line for remark in self.told}
        noticed = [
            {"line": remark.line, "words": remark.words, "topic": remark.topic}
            for remark in self.in_order()
            if remark.line not in lines
        ]
        return {
            "unit": self.unit, "lines": self.lines, "used": self.used, "carried": self.carried,
            "summary": list(self.summary()), "counts": dict(self.counts()), "noticed": noticed, "told": remarks,
        }  # fmt: skip

    def __str__(self) -> str:
        remarks = [str(remark) for remark in self.in_order()]
        further = len(remarks) - LINES_IN_WORDS
        return "\n".join([*remarks[:LINES_IN_WORDS], *([f"and {further} more"] if further > 0 else [])])


SPELT_OUT = 12
"""Remarks of a topic that are written out in the summary."""


def _counted(topic: TopicId, number: int) -> str:
    words = TOPICS[topic]
    return f"{number:,} {words.one if number == 1 else words.several}"


@dataclass(frozen=True, slots=True)
class Imported:
    """A family that was brought in, with the report; *kind* names the format in words."""

    family: Family
    report: Report
    kind: str = "GEDCOM"


class GedcomFormatError(ForeignFileError):
    """A file that was asked for as GEDCOM and cannot be read as that; nothing was brought in."""
