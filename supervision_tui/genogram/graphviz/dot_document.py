"""A sheet of paper: nodes, edges and ink at fixed places in points (1/72 inch), y upwards, that becomes DOT.

The PyPI package graphviz quotes everything. Words that people wrote go into labels only, and only through its
``escape``; ink (xdot operations in ``_background``) never holds words of theirs, since its texts are counted in
bytes.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from supervision_tui.genogram.graphviz.font_metrics import text_width

if TYPE_CHECKING:
    import graphviz

Point = tuple[float, float]

FONT, BOLD = "Helvetica", "Helvetica-Bold"
"""What the DOT says; in the SVG the shipped font takes its place (:mod:`.letters`)."""
INK = "#1b1b1b"
MARGIN = 14.0
LEFT = "\\l"
"""Graphviz: the line before begins at the left of its node."""


@dataclass(frozen=True, slots=True)
class WholeBox:
    """A rectangle in points that is read as one: somebody with the words round them (then with a *name*), or a text."""

    name: str
    left: float
    low: float
    right: float
    high: float


class DotDocument:
    """What is on the paper so far. *wholes*: what no edge of a page may cut in two."""

    def __init__(self, title: str) -> None:
        import graphviz  # noqa: PLC0415 - only drawings on paper need it

        self._escape = graphviz.escape
        self.graph: graphviz.Digraph = graphviz.Digraph("genogram")
        self.graph.attr(
            "graph",
            tooltip=self._escape(title),
            bgcolor="white",
            pad="0",
            splines="true",
            forcelabels="false",
            outputorder="edgesfirst",
        )
        self.graph.attr("node", fontname=FONT, fixedsize="true", margin="0", color=INK, fontcolor=INK)
        self.graph.attr("edge", fontname=FONT, dir="none", color=INK)
        self.ops: list[str] = []
        self.low: list[float] = [0.0, 0.0]
        self.high: list[float] = [0.0, 0.0]
        self.wholes: list[WholeBox] = []
        self._together: list[tuple[float, float, float, float]] | None = None
        self._texts = 0
        self._points: set[str] = set()

    def _cover(self, x: float, y: float, half_width: float = 0.0, half_height: float = 0.0) -> None:
        self.low = [min(self.low[0], x - half_width), min(self.low[1], y - half_height)]
        self.high = [max(self.high[0], x + half_width), max(self.high[1], y + half_height)]
        if self._together is not None:
            self._together.append((x - half_width, y - half_height, x + half_width, y + half_height))

    @contextmanager
    def together(self, name: str) -> Iterator[None]:
        """All that is drawn in this block is one whole, called *name*; a block within another is part of that one."""
        if self._together is not None:
            yield
            return
        self._together = []
        try:
            yield
        finally:
            boxes, self._together = self._together, None
            if boxes:
                left, low, right, high = zip(*boxes, strict=True)
                self.wholes.append(WholeBox(name, min(left), min(low), max(right), max(high)))

    def node(
        self, name: str, at: Point, size: Point, shape: str, label: str = "", tooltip: str = "", **attrs: str
    ) -> None:
        """A node that shows *label* in *shape*; *at* is its centre, *size* its width and height."""
        self._cover(*at, size[0] / 2, size[1] / 2)
        self.graph.node(
            name,
            self._escape(label),
            pos=f"{at[0]:.2f},{at[1]:.2f}!",
            shape=shape,
            width=f"{size[0] / 72:.4f}",
            height=f"{size[1] / 72:.4f}",
            tooltip=self._escape(tooltip or label or " "),
            **attrs,
        )

    def text(
        self,
        at: Point,
        words: str,
        size: float = 10.0,
        *,
        bold: bool = False,
        left: bool = False,
        color: str = INK,
        ground: bool = False,
    ) -> None:
        """*words* centred on *at*, or beginning there; on a white *ground*, no line runs through them."""
        width = text_width(words, size, bold=bold)
        x = at[0] + width / 2 if left else at[0]
        self._texts += 1
        self._cover(x, at[1], width / 2, size / 2)
        if self._together is None:
            self.wholes.append(WholeBox("", x - width / 2, at[1] - size / 2, x + width / 2, at[1] + size / 2))
        self.graph.node(
            f"text {self._texts}",
            self._escape(words) + LEFT if left else self._escape(words),
            pos=f"{x:.2f},{at[1]:.2f}!",
            shape="plaintext",
            width=f"{width / 72:.4f}",
            height=f"{size * 1.3 / 72:.4f}",
            fontsize=f"{size:g}",
            fontname=BOLD if bold else FONT,
            fontcolor=color,
            tooltip=" ",
            **({"style": "filled", "fillcolor": "white"} if ground else {}),
        )

    def point(self, name: str, at: Point) -> str:
        """An invisible place where edges begin or end; its name."""
        if name not in self._points:
            self._points.add(name)
            self.graph.node(
                name, "", pos=f"{at[0]:.2f},{at[1]:.2f}!", shape="point", width="0.01", height="0.01", style="invis"
            )
        return name

    def edge(
        self, tail: str, head: str, points: Sequence[Point], style: str = "solid", width: float = 1.5, color: str = INK
    ) -> None:
        """A pinned edge along straight pieces through *points*."""
        for x, y in points:
            self._cover(x, y)
        self.graph.edge(tail, head, pos=_spline(points), style=style, penwidth=f"{width:g}", color=color)

    def pen(self, color: str = INK, width: float = 1.5, style: str = "solid") -> None:
        """Choose how ink looks from here on."""
        self.ops.append(f"c {len(color)} -{color}")
        for what in (f"setlinewidth({width:g})", style):
            self.ops.append(f"S {len(what)} -{what}")

    def stroke(self, points: Sequence[Point]) -> None:
        """Ink along straight pieces."""
        for x, y in points:
            self._cover(x, y)
        self.ops.append(f"L {len(points)} {_pairs(points)}")

    def shape(self, points: Sequence[Point], fill: str = "") -> None:
        """A closed shape in ink, filled with colour *fill* if there is one."""
        for x, y in points:
            self._cover(x, y)
        if fill:
            self.ops.append(f"C {len(fill)} -{fill}")
        self.ops.append(f"{'P' if fill else 'p'} {len(points)} {_pairs(points)}")

    def ellipse(self, at: Point, radius: Point, fill: str = "") -> None:
        """An ellipse in ink."""
        self._cover(*at, *radius)
        if fill:
            self.ops.append(f"C {len(fill)} -{fill}")
        self.ops.append(f"{'E' if fill else 'e'} {at[0]:.2f} {at[1]:.2f} {radius[0]:.2f} {radius[1]:.2f}")

    def source(self) -> str:
        """Everything as DOT for the engine ``nop2``."""
        corners = ((self.low[0] - MARGIN, self.low[1] - MARGIN), (self.high[0] + MARGIN, self.high[1] + MARGIN))
        for name, at in zip(("lower left", "upper right"), corners, strict=True):
            self.point(name, at)
        self.graph.attr("graph", _background=" ".join(self.ops))
        return str(self.graph.source)


def _pairs(points: Sequence[Point]) -> str:
    return " ".join(f"{x:.2f} {y:.2f}" for x, y in points)


def _spline(points: Sequence[Point]) -> str:
    """Straight pieces as the Bézier points that Graphviz expects: each end is its own control point."""
    beziers = [points[0]]
    for a, b in itertools.pairwise(points):
        beziers += [a, b, b]
    return " ".join(f"{x:.2f},{y:.2f}" for x, y in beziers)
