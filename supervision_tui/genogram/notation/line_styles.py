"""How lines are drawn for each kind of union and parentage, by profile.

Editions differ, and two of them never share one drawing: ``mcgoldrick`` (McGoldrick, Gerson and Petry 2008, 2020),
``uk-ics`` (Write Enough, Integrated Children's System: enduring unions solid, passing ones broken), ``nsgc``
(National Society of Genetic Counselors 2008, 2022).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from supervision_tui.genogram.notation.symbols import year_label

if TYPE_CHECKING:
    from supervision_tui.family import Parentage, Union

Profile = Literal["mcgoldrick", "uk-ics", "nsgc"]
PROFILES: tuple[Profile, ...] = ("mcgoldrick", "uk-ics", "nsgc")

Style = Literal["solid", "dashed", "dotted", "dashdot", "sparse", "pair", "double"]
Slashes = Literal["", "/", "//", "//x", "/+"]


@dataclass(frozen=True, slots=True)
class LineStyle:
    """A line: *style*; *slashes* across it; *letters* beside it; *words* for readers, *legend* for the legend.

    *childless* is why two have no children, where they said it. *heavy*: between partners on two rows.
    """

    style: Style = "solid"
    slashes: Slashes = ""
    letters: str = ""
    words: str = ""
    childless: str = ""
    legend: str = ""
    heavy: bool = False


UNIONS: Mapping[str, LineStyle] = {
    "married": LineStyle("solid", letters="m", words="married"),
    "civil_partnership": LineStyle("solid", letters="cp", words="in a civil partnership"),
    "cohabiting": LineStyle("dashed", letters="LT", words="living together"),
    "engaged": LineStyle("dashed", letters="e", words="engaged"),
    "committed": LineStyle("dashdot", letters="Rel", words="in a committed relationship, not living together"),
    "brief": LineStyle("dotted", letters="brief", words="in a brief relationship"),
    "secret": LineStyle("dotted", letters="secret", words="in a relationship that is kept secret"),
    "forced": LineStyle("solid", letters="×", words="conceived by force"),
    "parents_only": LineStyle("sparse", words="parents together, not a couple"),
    "unknown": LineStyle("solid", words="partners"),
}
"""By the kind of a union. Each style says one thing, and letters tell two kinds of one style apart."""

NOT_RECORDED = LineStyle("sparse", words="parents together", legend="parents together; no more is recorded")
"""Two parents of a child about whom nothing else is known."""

ALWAYS_LETTERED = frozenset({"engaged", "committed", "brief", "secret", "forced"})
"""Kinds that say their letters also without a year."""

ENDURING = frozenset({"married", "civil_partnership", "cohabiting", "engaged", "committed", "unknown"})

SLASHES: Mapping[str, Slashes] = {"separation": "/", "divorce": "//", "annulment": "//x", "unknown": "/"}
ENDED_WORDS: Mapping[str, str] = {
    "separation": "separated",
    "divorce": "divorced",
    "annulment": "annulled",
    "death": "ended by a death",
    "lost": "torn apart",
    "unknown": "ended",
}

NOT_SAID = "child by birth, or not said how"
"""In the legend: the plain line of a child of whom nothing says how the parents are its parents."""
PARENTAGES: Mapping[str, LineStyle] = {
    "birth": LineStyle("solid", words="by birth", legend="child by birth"),
    "adopted": LineStyle("pair", letters="A", words="by adoption", legend="adopted child"),
    "foster": LineStyle("dotted", letters="F", words="fostered", legend="fostered child"),
    "kinship": LineStyle("dashdot", letters="K", words="in kinship care", legend="child in kinship care"),
    "guardianship": LineStyle(
        "dashdot", letters="SG", words="under special guardianship", legend="child under special guardianship"
    ),
    "step": LineStyle("sparse", letters="st", words="as a step-child", legend="step-child"),
    "donor": LineStyle("dashed", letters="D", words="by a donor", legend="child of a donor"),
    "unknown": LineStyle("solid", words="how is not said", legend=NOT_SAID),
    "surrogate": LineStyle("dashed", letters="S", words="by a surrogate", legend="child born by a surrogate"),
}


def union_style(union: Union, profile: Profile, *, relatives: bool = False, heavy: bool = False) -> LineStyle:
    """The line between two partners, with how it stands now; *relatives*: by the map; *heavy*: on two rows."""
    kind = kind_to_draw(union)
    base = UNIONS[kind]
    style: Style = base.style
    if profile == "uk-ics":
        style = "solid" if kind in ENDURING else "dashed"
    elif profile == "nsgc":
        style = "solid"
    ended = ending_of(union)
    slashes = SLASHES.get(ended, "")
    if union.together_again:
        slashes = "/+"
    elif profile == "nsgc" and slashes == "/":
        slashes = "//"
    words = base.words + (f", {ENDED_WORDS[ended]}" if ended else "")
    legend = base.words
    if union.relatives or relatives:
        style, legend = "double", "partners who are relatives by blood"
    if heavy:
        legend = "partners of different generations" + (f", {base.words}" if style != "solid" else "")
    return LineStyle(style, slashes, _letters(union, base.letters), words, union.childless, legend, heavy)


def kind_to_draw(union: Union) -> str:
    """The kind to draw: two who are recorded as parents only and as separated were a couple of a kind not known."""
    return "unknown" if union.kind == "parents_only" and union.ended not in {"", "death"} else union.kind


def ending_of(union: Union) -> str:
    """How a union ended: as recorded, else ``unknown`` where only the day is known on which it did."""
    return union.ended or ("unknown" if union.over else "")


def _letters(union: Union, letters: str) -> str:
    """``m 1990`` and, where it ended, ``d 2001``: short, above the line."""
    since = year_label(union.since)
    words = f"{letters} {since}".strip() if since or union.kind in ALWAYS_LETTERED else ""
    ending = {"separation": "s", "divorce": "d", "annulment": "an", "unknown": "ended"}.get(ending_of(union))
    if ending and union.until is not None:
        words = f"{words} {ending} {year_label(union.until)}".strip()
    elif ending == "ended":
        words = f"{words} ended".strip()
    return words


def parentage_style(parentage: Parentage, profile: Profile, *, hidden: bool = False) -> LineStyle:
    """The line from parents to a child; a doubt that somebody must not learn of shows with *hidden* only."""
    doubted = parentage.doubted or bool(parentage.doubted_parents)
    shows_doubt = doubted and (hidden or (parentage.show_child and not parentage.hidden_from))
    base = PARENTAGES[parentage.kind]
    style: Style = "dashed" if profile == "nsgc" and parentage.kind == "adopted" else base.style
    doubt = "; it is not sure" if shows_doubt else ""
    letters = base.letters + ("?" if shows_doubt else "")
    return LineStyle(style, letters=letters, words=base.words + doubt, legend=base.legend + doubt)
