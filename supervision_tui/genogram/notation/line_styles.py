"""How lines are drawn for each kind of union and parentage, by profile.

Editions differ, and two of them never share one drawing: ``mcgoldrick`` (McGoldrick, Gerson and Petry 2008, 2020),
``uk-ics`` (Write Enough, Integrated Children's System: enduring unions solid, passing ones broken), ``nsgc``
(National Society of Genetic Counselors 2008, 2022).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from supervision_tui.family import Parentage, Union

Profile = Literal["mcgoldrick", "uk-ics", "nsgc"]
PROFILES: tuple[Profile, ...] = ("mcgoldrick", "uk-ics", "nsgc")

Style = Literal["solid", "dashed", "dotted", "dashdot", "pair", "double"]
Slashes = Literal["", "/", "//", "//x", "/+"]


@dataclass(frozen=True, slots=True)
class LineStyle:
    """A line: *style*; *slashes* across it; *letters* beside it; *words* for the legend and for readers.

    *childless* is why two have no children, where they told it.
    """

    style: Style = "solid"
    slashes: Slashes = ""
    letters: str = ""
    words: str = ""
    childless: str = ""


UNIONS: Mapping[str, LineStyle] = {
    "married": LineStyle("solid", letters="m", words="married"),
    "civil_partnership": LineStyle("solid", letters="cp", words="in a civil partnership"),
    "cohabiting": LineStyle("dashed", letters="LT", words="living together"),
    "engaged": LineStyle("dashed", letters="e", words="engaged"),
    "committed": LineStyle("dotted", letters="Rel", words="in a committed relationship, not living together"),
    "brief": LineStyle("dotted", letters="brief", words="in a brief relationship"),
    "secret": LineStyle("dotted", letters="secret", words="in a relationship that is kept secret"),
    "forced": LineStyle("solid", letters="×", words="conceived by force"),
    "parents_only": LineStyle("dotted", words="parents together, not a couple"),
    "unknown": LineStyle("solid", words="partners"),
}

ENDURING = frozenset({"married", "civil_partnership", "cohabiting", "engaged", "committed", "unknown"})

SLASHES: Mapping[str, Slashes] = {"separation": "/", "divorce": "//", "annulment": "//x"}
ENDED_WORDS: Mapping[str, str] = {
    "separation": "separated",
    "divorce": "divorced",
    "annulment": "annulled",
    "death": "ended by a death",
    "lost": "torn apart",
    "unknown": "ended",
}

PARENTAGES: Mapping[str, LineStyle] = {
    "birth": LineStyle("solid", words="by birth"),
    "adopted": LineStyle("pair", letters="A", words="by adoption"),
    "foster": LineStyle("dotted", letters="F", words="fostered"),
    "kinship": LineStyle("dashdot", letters="K", words="in kinship care"),
    "guardianship": LineStyle("dashdot", letters="SG", words="under special guardianship"),
    "step": LineStyle("dotted", letters="st", words="as a step-child"),
    "donor": LineStyle("dotted", letters="D", words="by a donor"),
    "surrogate": LineStyle("dotted", letters="S", words="by a surrogate"),
}


def union_style(union: Union, profile: Profile) -> LineStyle:
    """The line between two partners, with how it stands now."""
    base = UNIONS[union.kind]
    style: Style = base.style
    if profile == "uk-ics":
        style = "solid" if union.kind in ENDURING else "dashed"
    elif profile == "nsgc":
        style = "solid"
    slashes = SLASHES.get(union.ended, "")
    if union.changes and union.changes[-1].kind in {"reconciled", "remarried"}:
        slashes = "/+"
    elif profile == "nsgc" and slashes == "/":
        slashes = "//"
    words = base.words + (f", {ENDED_WORDS[union.ended]}" if union.ended else "")
    if union.relatives:
        style = "double"
    return LineStyle(style, slashes, _letters(union, base.letters), words, union.childless)


def _letters(union: Union, letters: str) -> str:
    """``m 1990`` and, where it ended, ``d 2001``: short, above the line."""
    since = "" if union.since is None else union.since.edtf[:4]
    words = f"{letters} {since}".strip() if since else ""
    ending = {"separation": "s", "divorce": "d", "annulment": "an"}.get(union.ended)
    if ending and union.until is not None:
        words = f"{words} {ending} {union.until.edtf[:4]}".strip()
    return words


def parentage_style(parentage: Parentage, profile: Profile, *, hidden: bool = False) -> LineStyle:
    """The line from parents to a child; a doubt that somebody must not learn of shows with *hidden* only."""
    shows_doubt = parentage.doubted and (hidden or (parentage.show_child and not parentage.hidden_from))
    base = PARENTAGES[parentage.kind]
    if profile == "nsgc" and parentage.kind == "adopted":
        return LineStyle("dashed", letters="A", words=base.words)
    return LineStyle(base.style, letters=base.letters + ("?" if shows_doubt else ""), words=base.words)
