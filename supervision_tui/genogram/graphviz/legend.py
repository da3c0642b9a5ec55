"""The legend: only what this drawing uses and what not everybody can be expected to know (Schematex's rule)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from supervision_tui import family
from supervision_tui.genogram.graphviz.dashes import draw_childless, draw_line
from supervision_tui.genogram.graphviz.dot_document import DotDocument, Point
from supervision_tui.genogram.graphviz.fills import CULTURES, LETTERS, pattern
from supervision_tui.genogram.graphviz.font_metrics import text_width
from supervision_tui.genogram.graphviz.identity_marks import differs
from supervision_tui.genogram.graphviz.ties import COLOURS, draw_tie
from supervision_tui.genogram.lettering import clip
from supervision_tui.genogram.notation import LOSS_WORDS, LOSSES, NOT_SAID, LineStyle, Symbol

if TYPE_CHECKING:
    from supervision_tui.genogram.graphviz.page import Page

SAMPLE, LINE, COLUMN = 46.0, 24.0, 290.0
WORDS = 48
"""Letters of an entry that is in the family's own words."""


def draw_legend(page: Page, document: DotDocument) -> None:
    """The legend of what is on *page*, in columns below all that is on *document*."""
    entries = _lines(page) + _ties(page) + _symbols(page) + _codes(page) + _cultures(page) + _health(page)
    if not entries:
        return
    left, top = 0.0, document.low[1] - 28
    columns = max(1, int((document.high[0] - left) // COLUMN))
    for number, (kind, detail, words) in enumerate(entries):
        x = left + COLUMN * (number % columns)
        y = top - LINE * (number // columns)
        _sample(document, kind, detail, x, y, number)
        room = COLUMN - SAMPLE - 16 if columns > 1 else text_width(words, 8)
        document.text((x + SAMPLE + 8, y), words, _fitting(words, 8, room), left=True)


def _fitting(words: str, size: float, room: float, *, bold: bool = False) -> float:
    """The height of letters, *size* at most, in which *words* take no more than *room* points."""
    return size * min(1.0, room / text_width(words, size, bold=bold))


CHILDLESS = {"choice": "no children, by their choice", "infertile": "no children came"}

SLASHES = {"/": "separated, or ended", "//": "divorced", "//x": "annulled", "/+": "together again"}

TWINS = {"identical": "identical twins", "unknown": "twins; whether identical is not known"}

Entry = tuple[str, str | LineStyle, str]
"""What kind of sample, what it shows, and the words beside it."""


def _lines(page: Page) -> list[Entry]:
    """Every line that is not plain, slashes, couples without children, twins."""
    entries: dict[tuple[str, str | LineStyle], str] = {}
    for path in page.drawing.paths:
        style = page.drawing.line_style(path)
        plain = replace(style, slashes="", letters="", words="", childless="")
        if path.part in {"couple", "rows"}:
            if style.style != "solid" or style.heavy:
                entries["line", plain] = style.legend
            if style.childless:
                entries["childless", style.childless] = CHILDLESS[style.childless]
            if style.slashes:
                entries["slash", style.slashes] = SLASHES[style.slashes]
        elif path.part == "child" and style.letters:
            entries["line", replace(plain, letters=style.letters)] = f"{style.letters}: {style.legend}"
        elif path.part == "child" and style.legend == NOT_SAID:
            entries["line", plain] = NOT_SAID
        elif path.part == "bar" and path.apex is not None:
            group = page.drawing.twins_at(path)
            for zygosity in {
                link.zygosity for link in page.drawing.family.parentages if link.twins and link.child in group
            }:
                entries["twins", zygosity] = TWINS.get(zygosity, "twins")
    return [(kind, detail, words) for (kind, detail), words in entries.items()]


def _ties(page: Page) -> list[Entry]:
    if page.drawing.options.view != "ties":
        return []
    used = dict.fromkeys(tie.kind for tie in page.drawing.family.ties)
    kinds = {tie.kind: tie.catalogue for tie in page.drawing.family.ties}
    return [("tie", kind, kinds[kind].words) for kind in used]


LOST = {"miscarriage": "●", "termination": "×", "ectopic": "△ ECT", "stillbirth": "small, ×"}
"""Kind of loss to the sign of a legend."""

SIGNS = {"~": "about, or one of two ages", "<": "before that year", ">": "after that year"}
"""Before an age or a year."""

SHAPES = {"square": "man or boy", "circle": "woman or girl", "diamond": "another gender, or not known"}


def _symbols(page: Page) -> list[Entry]:
    symbols = page.drawing.symbols.values()
    people = [symbol for symbol in symbols if symbol.kind in {"person", "professional", "unknown"}]
    shapes = {symbol.shape for symbol in people}
    entries: list[Entry] = [(shape, "", words) for shape, words in SHAPES.items() if shape in shapes]
    if any(symbol.focus for symbol in symbols):
        entries.append(("focus", "", "child in focus"))
    if any(symbol.dead for symbol in symbols):
        entries.append(("dead", "", "has died; the age is that at death"))
    if any(symbol.shape == "triangle" for symbol in symbols):
        entries.append(("unborn", "", "not yet born"))
    entries += [
        ("letters", LOSSES[loss] if page.drawing.options.profile == "nsgc" else LOST[loss], LOSS_WORDS[loss])
        for loss in dict.fromkeys(symbol.loss for symbol in symbols)
        if loss in LOST
    ]
    figures = [figure for symbol in symbols for figure in (symbol.inside, symbol.born, symbol.died, symbol.migrated)]
    entries += [("letters", sign, words) for sign, words in SIGNS.items() if any(sign in figure for figure in figures)]
    asked = [symbol for symbol in symbols if symbol.inside == "?"]
    if any(symbol.gender == "unknown" for symbol in asked):
        entries.append(("letters", "?", "gender not known"))
    if any(symbol.gender != "unknown" and symbol.kind != "unknown" for symbol in asked):
        entries.append(("letters", "?", "older than anybody: a date is wrong, or a death is missing"))
    if any(symbol.kind in {"professional", "unknown"} for symbol in symbols):
        entries.append(("dashed", "", "professional, or somebody unknown"))
    return entries + _identity_entries(page)


def _identity_entries(page: Page) -> list[Entry]:
    """What only some drawings show: who asked for help, secrets, orientation, sex at birth, coming from abroad."""
    symbols = list(page.drawing.symbols.values())
    profile = page.drawing.options.profile
    entries: list[Entry] = []
    if any(symbol.consultand for symbol in symbols):
        entries.append(("letters", "↗", "asked for help"))
    if any(symbol.secret for symbol in symbols):
        entries.append(("letters", "△", "a family secret"))
    oriented = dict.fromkeys(symbol.orientation for symbol in symbols)
    if oriented.keys() & {"lesbian", "gay"}:
        entries.append(("letters", "▽", "lesbian or gay"))
    if "bisexual" in oriented:
        entries.append(("letters", "▽", "bisexual (the triangle is dashed)"))
    if any(differs(symbol) for symbol in symbols):
        inside = profile == "mcgoldrick"
        sign_and_words = (
            ("inner shape", "sex assigned at birth") if inside else ("AFAB AMAB", "assigned female, male at birth")
        )
        entries.append(("letters", *sign_and_words))
    if page.drawing.options.view == "culture" and any(symbol.migrated for symbol in symbols):
        entries.append(("letters", "∿", "came to live here from another country, with the year"))
    return entries


def _codes(page: Page) -> list[Entry]:
    return [("letters", code, family.STATUS_CODES[code]) for code in sorted(page.codes)]


HEALTH = {
    "psychological": ("left half", "mental health"),
    "substance": ("lower half", "drugs or alcohol"),
    "physical": ("upper left", "physical illness"),
}
STANDS = {"past": "past", "recovering": "recovering", "suspected": "suspected"}


def _health(page: Page) -> list[Entry]:
    if page.drawing.options.view != "health":
        return []
    marks = [mark for person in page.drawing.family.persons for mark in person.health]
    used = dict.fromkeys(mark.area for mark in marks)
    entries: list[Entry] = [("letters", HEALTH[area][0], HEALTH[area][1]) for area in HEALTH if area in used]
    entries += [("letters", LETTERS[area], area) for area in used if area in LETTERS]
    hatched = [STANDS[status] for status in dict.fromkeys(mark.status for mark in marks) if status in STANDS]
    return [*entries, ("letters", "hatched", " or ".join(hatched))] if hatched else entries


def _cultures(page: Page) -> list[Entry]:
    if page.drawing.options.view != "culture":
        return []
    entries: list[Entry] = [
        ("culture", str(at), culture.name) for at, culture in enumerate(page.drawing.family.cultures)
    ]
    for culture in page.drawing.family.cultures:
        entries += [("letters", "+", clip(f"{culture.name}, pride: {words}", WORDS)) for words in culture.pride]
        entries += [("letters", "-", clip(f"{culture.name}, shame: {words}", WORDS)) for words in culture.shame]
    return entries


def _sample(document: DotDocument, kind: str, detail: str | LineStyle, x: float, y: float, number: int) -> None:
    """The sign of an entry, *SAMPLE* points wide from (x, y) on."""
    middle = x + SAMPLE / 2
    ends = [(x, y), (x + SAMPLE, y)]
    if isinstance(detail, LineStyle):
        names = document.point(f"legend {number} from", ends[0]), document.point(f"legend {number} to", ends[1])
        draw_line(document, names, ends, detail)
    elif kind == "tie":
        tie = family.TIE_KINDS[detail]
        draw_tie(document, ends, detail, tie.letter, COLOURS[tie.tone], f"legend tie {number}")
    elif kind in MARKS:
        document.pen()
        MARKS[kind](document, (middle, y), detail)
    else:
        _symbol(document, kind, middle, y)


def _letters(document: DotDocument, at: Point, letters: str) -> None:
    """Letters as high as the others, and smaller where they would stand over the words beside them."""
    document.text(at, letters, _fitting(letters, 9, SAMPLE, bold=True), bold=True)


def _twins(document: DotDocument, at: Point, zygosity: str) -> None:
    x, y = at
    document.stroke([(x - 8, y - 7), (x, y + 7), (x + 8, y - 7)])
    if zygosity == "identical":
        document.stroke([(x - 4, y), (x + 4, y)])
    elif zygosity == "unknown":
        document.text((x, y - 4), "?", 7)


def _childless(document: DotDocument, at: Point, why: str) -> None:
    x, y = at
    document.stroke([(x - SAMPLE / 2 + 8, y + 5), (x + SAMPLE / 2 - 8, y + 5)])
    draw_childless(document, (x, y + 5), why)


def _slashes(document: DotDocument, at: Point, slashes: str) -> None:
    x, y = at
    document.stroke([(x - SAMPLE / 2, y), (x + SAMPLE / 2, y)])
    for offset in (-2.5, 2.5) if slashes.startswith("//") else (0.0,):
        document.stroke([(x + offset - 3, y - 6), (x + offset + 3, y + 6)])
    if slashes == "/+":
        document.stroke([(x - 3, y + 6), (x + 3, y - 6)])


def _culture(document: DotDocument, at: Point, number: str) -> None:
    x, y = at
    colour = int(number) % len(CULTURES)
    document.pen(CULTURES[colour], 1)
    box = (x - 9, y - 9, x + 9, y + 9)
    document.shape([(box[0], box[1]), (box[2], box[1]), (box[2], box[3]), (box[0], box[3])], CULTURES[colour])
    pattern(document, colour, Symbol("", "square"), box, at, 9)


MARKS: Mapping[str, Callable[[DotDocument, Point, str], None]] = {
    "letters": _letters, "twins": _twins, "childless": _childless, "slash": _slashes, "culture": _culture,
}  # fmt: skip


def _symbol(document: DotDocument, kind: str, x: float, y: float) -> None:
    def square(half: float) -> list[tuple[float, float]]:
        return [(x - half, y - half), (x + half, y - half), (x + half, y + half), (x - half, y + half)]

    document.pen(width=1.3, style="dashed" if kind == "dashed" else "solid")
    if kind == "unborn":
        document.shape([(x - 7, y - 6), (x + 7, y - 6), (x, y + 7)])
        return
    if kind == "circle":
        document.ellipse((x, y), (7, 7))
        return
    if kind == "diamond":
        document.shape([(x, y + 8), (x + 8, y), (x, y - 8), (x - 8, y)])
        return
    document.shape(square(7))
    if kind == "focus":
        document.shape(square(4.5))
    elif kind == "dead":
        document.stroke([(x - 7, y - 7), (x + 7, y + 7)])
        document.stroke([(x - 7, y + 7), (x + 7, y - 7)])
