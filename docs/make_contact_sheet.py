"""Draw the contact sheet of every symbol, line and tie, and one picture a view: ``python docs/make_contact_sheet.py``.

Everything comes out of the program's own painters; nothing here knows how a symbol looks.
"""

from __future__ import annotations

from pathlib import Path

from supervision_tui.family import STATUS_CODES, TIE_KINDS, Family, load_family
from supervision_tui.genogram import PROFILES, VIEWS, Drawing, Options, lay_out, render_file
from supervision_tui.genogram.graphviz.dot_document import DotDocument
from supervision_tui.genogram.graphviz.render import png, svg
from supervision_tui.genogram.graphviz.symbols import draw_symbol
from supervision_tui.genogram.graphviz.ties import COLOURS, draw_tie
from supervision_tui.genogram.notation.line_styles import PARENTAGES, UNIONS
from supervision_tui.genogram.notation.symbols import Symbol
from supervision_tui.resources import content_folder

PICTURES = Path(__file__).parent / "pictures" / "genogram"
COLUMN, LINE = 250.0, 30.0

SYMBOLS: tuple[tuple[str, Symbol], ...] = (
    ("man or boy", Symbol("a", "square", inside="41")),
    ("woman or girl", Symbol("b", "circle", inside="38")),
    ("another gender", Symbol("c", "diamond", inside="16")),
    ("gender not known", Symbol("d", "diamond", inside="?")),
    ("child in focus", Symbol("e", "circle", focus=True, inside="9")),
    ("child in focus", Symbol("f", "square", focus=True, inside="5")),
    ("child in focus", Symbol("g", "diamond", focus=True, inside="16")),
    ("has died, with age", Symbol("h", "square", dead=True, inside="60")),
    ("has died, with age", Symbol("i", "circle", dead=True, inside="~76")),
    ("has died", Symbol("j", "diamond", dead=True)),
    ("not yet born", Symbol("k", "triangle", kind="unborn")),
    ("miscarriage", Symbol("l", "dot", kind="loss", loss="miscarriage")),
    ("termination", Symbol("m", "dot", kind="loss", loss="termination")),
    ("ectopic pregnancy", Symbol("n", "dot", kind="loss", loss="ectopic")),
    ("stillbirth", Symbol("o", "square", dead=True, kind="loss", loss="stillbirth")),
    ("several people", Symbol("p", "diamond", inside="3", kind="several")),
    ("pet", Symbol("q", "diamond", kind="pet")),
    ("professional, or unknown", Symbol("r", "circle", kind="professional")),
    ("institution", Symbol("s", "rectangle", kind="institution")),
    ("who asked for help", Symbol("t", "circle", consultand=True, inside="45")),
    ("family secret", Symbol("u", "square", secret=True, inside="30")),
    ("lesbian or gay, on asking", Symbol("v", "circle", orientation="lesbian", inside="52")),
    ("bisexual, on asking", Symbol("w", "square", orientation="bisexual", inside="33")),
    ("sex assigned at birth, on asking", Symbol("x", "circle", sex_at_birth="male", inside="19")),
    ("adopted", Symbol("y", "square", adopted=True, inside="7")),
    ("somebody unknown", Symbol("z", "diamond", inside="?", kind="unknown")),
)


PARTICULAR: dict[str, dict[str, object]] = {
    "relatives": {"relatives": True},
    "no children, by choice": {"childless": "choice"},
    "no children came": {"childless": "infertile"},
}
"""What a couple can be besides its kind and its ending."""


def symbols() -> DotDocument:
    """Every symbol in every profile."""
    document = DotDocument("Symbols")
    for column, profile in enumerate(PROFILES):
        document.text((COLUMN * column + 40, 20), profile, 13, bold=True)
        for number, (words, symbol) in enumerate(SYMBOLS):
            x, y = COLUMN * column, -50.0 * number - 20
            own = Symbol(
                **{**{name: getattr(symbol, name) for name in symbol.__slots__}, "id": f"{profile} {symbol.id}"}
            )
            draw_symbol(document, own, (x, y), 40.0, words, profile)
            document.text((x + 45, y), words, 9, left=True)
    return document


def ties() -> DotDocument:
    """Every tie, its words and its letter."""
    document = DotDocument("Ties")
    half = (len(TIE_KINDS) + 1) // 2
    for number, kind in enumerate(TIE_KINDS.values()):
        x, y = COLUMN * 1.2 * (number // half), -LINE * (number % half)
        draw_tie(document, [(x, y), (x + 110, y)], kind.id, kind.letter, COLOURS[kind.tone], f"tie {number}")
        document.text((x + 125, y), kind.words, 9, left=True)
    return document


def lines() -> Family:
    """A family with every kind of union, ending and parentage."""
    endings = ["separation", "divorce", "annulment", "death"]
    pairs = [(kind, "") for kind in UNIONS] + [("married", one) for one in [*endings, *PARTICULAR]]
    persons, unions, parentages = [], [], []
    for number, (kind, ending) in enumerate(pairs):
        a, b = f"a{number:02}", f"b{number:02}"
        persons += [
            {"id": a, "name": kind.replace("_", " "), "gender": "male"},
            {"id": b, "name": ending, "gender": "female"},
        ]
        unions.append(
            {
                "partners": [a, b],
                "kind": kind,
                "since": "2001",
                **(PARTICULAR.get(ending) or ({"ended": ending, "until": "2010"} if ending else {})),
            }
        )
    for number, kind in enumerate(PARENTAGES):
        child = f"c{number}"
        persons.append({"id": child, "name": kind, "gender": "female", "born": str(2005 + number)})
        parentages.append({"child": child, "parents": ["a00", "b00"], "kind": kind})
    statuses = [{"code": code} for code in list(STATUS_CODES)[:3]]
    persons[-1]["statuses"] = statuses
    whole = {"id": "lines", "title": "Lines", "as_of": "2026-09-01"}
    return Family.model_validate({**whole, "persons": persons, "unions": unions, "parentages": parentages})


def main() -> None:
    """Write all pictures."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    for name, document in (("symbols", symbols()), ("ties", ties())):
        (PICTURES / f"{name}.svg").write_text(svg(document.source(), name, f"All {name}."), encoding="utf-8")
    family = lines()
    for profile in PROFILES:
        told = Drawing(family, lay_out(family), Options(profile=profile))
        (PICTURES / f"lines-{profile}.svg").write_bytes(render_file(told, ".svg"))
    shown = load_family(content_folder("templates") / "families" / "carter-okafor.yaml")
    placed = lay_out(shown)
    for view in VIEWS:
        told = Drawing(shown, placed, Options(view=view))
        (PICTURES / f"view-{view}.png").write_bytes(png(render_file(told, ".svg").decode("utf-8"), 96))
    print(f"The pictures are in {PICTURES}.")


if __name__ == "__main__":
    main()
