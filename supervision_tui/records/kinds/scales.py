"""Numbers that people gave on a scale, session by session: each person's own, side by side, never an average.

Source: content specification 1 (T3, scale round: numbers stand side by side and are never averaged).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from supervision_tui.days import day_in_words
from supervision_tui.records.documents import DocumentPart, Picture, Table

TOP = 10
"""The highest number of a scale."""
BARS = "▁▂▃▄▅▆▇█"
LONGEST = 24
"""Letters of a name that stand beside the picture; the table has it in full."""
MOST = 8
"""People, and days, that the picture holds; the table has all of them."""
LEFT, STEP, ROW, HIGH = 190, 90, 54, 30
"""Points of the picture: where the line begins, from day to day, from row to row, from 0 to 10."""
_MARKUP = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})
NOTE = "Each number is one person's, with their reason. They are never averaged."


@dataclass(frozen=True, slots=True)
class ScaleMark:
    """A number that was given on a day, and because of what."""

    day: date
    number: int
    because: str


@dataclass(frozen=True, slots=True)
class ScaleSeries:
    """The numbers of one person for one thing, the oldest first."""

    whose: str
    marks: tuple[ScaleMark, ...]

    @property
    def bars(self) -> str:
        """The numbers as bars, for a glance."""
        return "".join(BARS[round(mark.number * (len(BARS) - 1) / TOP)] for mark in self.marks)

    @property
    def numbers(self) -> str:
        """The numbers in their order."""
        return " → ".join(str(mark.number) for mark in self.marks)


def scales_part(lines: Sequence[ScaleSeries]) -> DocumentPart:
    """The numbers as a picture, and as a table that tells the same."""
    rows = tuple(
        (
            line.whose,
            "\n".join(f"{day_in_words(mark.day)}: {mark.number}" for mark in line.marks),
            line.marks[-1].because or "not written down",
        )
        for line in lines
    )
    table = Table(("Whose number", "When, and which (0 to 10)", "Why, the last time"), rows, (4, 5, 6))
    moved = [line for line in lines if len(line.marks) > 1][:MOST]
    return DocumentPart("Numbers over time", note=NOTE, table=table, picture=_picture(moved) if moved else None)


def _picture(lines: Sequence[ScaleSeries]) -> Picture:
    """A quiet line for each person, days from left to right."""
    days = sorted({mark.day for line in lines for mark in line.marks})[-MOST:]
    wide, tall = LEFT + STEP * max(len(days) - 1, 1) + 40, ROW * len(lines) + 36
    drawn = [part for at, line in enumerate(lines) for part in _row(line, days, at * ROW + 18, wide - 30)]
    for at, day in enumerate(days):
        drawn.append(_text(LEFT + at * STEP, tall - 8, day_in_words(day), "middle"))
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{wide}" height="{tall}" viewBox="0 0 {wide} {tall}" '
        f'font-family="DejaVu Sans" font-size="11">{"".join(drawn)}</svg>'
    )
    summary = "; ".join(f"{line.whose}: {line.numbers}" for line in lines)
    return Picture(
        "Numbers over time, drawn", svg.encode("utf-8"), f"Numbers from 0 to 10, the oldest first. {summary}."
    )


def _row(line: ScaleSeries, days: Sequence[date], top: int, right: int) -> list[str]:
    short = line.whose if len(line.whose) <= LONGEST else f"{line.whose[: LONGEST - 1]}…"
    marks = list({mark.day: mark for mark in line.marks if mark.day in days}.values())
    points = [(LEFT + days.index(mark.day) * STEP, top + HIGH - mark.number * HIGH // TOP) for mark in marks]
    drawn = [
        f'<line x1="{LEFT}" y1="{at}" x2="{right}" y2="{at}" stroke="#c8c8c8" stroke-width="0.6"/>'
        for at in (top, top + HIGH)
    ]
    drawn += [_text(0, top + HIGH // 2 + 4, short), _text(LEFT - 12, top + 4, "10", "end")]
    drawn += [_text(LEFT - 12, top + HIGH + 4, "0", "end")]
    if len(points) > 1:
        path = " ".join(f"{x},{y}" for x, y in points)
        drawn.append(f'<polyline points="{path}" fill="none" stroke="#404040" stroke-width="1.4"/>')
    for (x, y), scale_mark in zip(points, marks, strict=True):
        drawn += [
            f'<circle cx="{x}" cy="{y}" r="3" fill="#404040"/>',
            _text(x, y - 7, str(scale_mark.number), "middle"),
        ]
    return drawn


def _text(x: int, y: int, words: str, anchor: str = "start") -> str:
    return f'<text x="{x}" y="{y}" text-anchor="{anchor}" fill="#303030">{words.translate(_MARKUP)}</text>'
