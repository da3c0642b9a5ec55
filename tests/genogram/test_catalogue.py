"""Every row of the catalogue (genograms.md, section 4) changes the drawing, on paper and, with room, in cells."""

from itertools import combinations

import pytest

from supervision_tui.family import STATUS_CODES, TIE_KINDS, Family
from supervision_tui.genogram import PROFILES, VIEWS, Drawing, Options, describe, lay_out, render_file
from supervision_tui.genogram.graphviz.dot_document import DotDocument
from supervision_tui.genogram.graphviz.ties import draw_tie
from supervision_tui.genogram.notation.line_styles import PARENTAGES, UNIONS
from supervision_tui.genogram.notation.tie_styles import TIE_STYLES
from supervision_tui.genogram.terminal.markers import CHILDLESS, SIGNS, TWINS
from tests.every_row import every_row

PERSON = {
    "man or boy": {"gender": "male"},
    "another gender": {"gender": "non_binary"},
    "gender not known": {"gender": "unknown"},
    "has died": {"deceased": True},
    "pregnancy": {"kind": "unborn"},
    "miscarriage": {"kind": "loss", "loss": "miscarriage"},
    "termination": {"kind": "loss", "loss": "termination"},
    "stillbirth": {"kind": "loss", "loss": "stillbirth"},
    "ectopic": {"kind": "loss", "loss": "ectopic"},
    "several people": {"kind": "several", "count": 3},
    "pet": {"kind": "pet"},
    "institution": {"kind": "institution"},
    "unknown person": {"kind": "unknown"},
    "professional": {"kind": "professional"},
    "asked for help": {"consultand": True},
    "secret": {"secret": True},
    "lesbian": {"orientation": "lesbian"},
    "bisexual": {"orientation": "bisexual"},
    "trans": {"sex_at_birth": "male"},
    "years": {"born": "2001", "died": "2020"},
    "placement badge": {"statuses": [{"code": next(iter(STATUS_CODES))}]},
}
ON_PAPER_ONLY = {"unknown person", "professional"}

UNION = {
    **{kind: {"kind": kind} for kind in UNIONS if kind not in {"unknown", "married"}},
    **{ended: {"kind": "married", "ended": ended, "until": "2015"} for ended in ("separation", "divorce", "annulment")},
    "together again": {"kind": "married", "ended": "separation", "changes": [{"kind": "reconciled"}]},
    "relatives by blood": {"kind": "married", "relatives": True},
    "no children by choice": {"kind": "married", "childless": "choice"},
    "no children came": {"kind": "married", "childless": "infertile"},
}

CHILD = {
    **{kind: {"kind": kind} for kind in PARENTAGES if kind != "birth"},
    "doubted": {"doubted": True},
    "identical twins": {"twins": "t", "zygosity": "identical"},
    "twins, not known which": {"twins": "t", "zygosity": "unknown"},
    "twins": {"twins": "t", "zygosity": "fraternal"},
}


def family(person=None, union=None, child=None):
    persons = [
        {"id": "a", "name": "Ada", "gender": "female", **(person or {})},
        {"id": "b", "name": "Ben", "gender": "male"},
        {"id": "c", "name": "Cleo", "gender": "female", "born": "2010-02"},
        {"id": "d", "name": "Dan", "gender": "male", "born": "2010-02"},
    ]
    links = [{"child": one, "parents": ["a", "b"], **(child or {})} for one in "cd"]
    unions = [{"partners": ["a", "b"], "since": "2001", **(union or {"kind": "married"})}]
    whole = {"id": "f", "title": "F", "as_of": "2026", "persons": persons, "parentages": links, "unions": unions}
    return Family.model_validate(whole)


def picture(told, kind, profile="mcgoldrick", *, plain=False):
    options = Options(profile=profile, hidden=True, identity=True)
    return render_file(Drawing(told, lay_out(told), options), kind, ascii_only=plain)


def rows():
    return (
        [(name, {"person": patch}) for name, patch in PERSON.items()]
        + [(name, {"union": patch}) for name, patch in UNION.items()]
        + [(name, {"child": patch}) for name, patch in CHILD.items()]
    )


@every_row("profile", PROFILES)
@every_row(("name", "patch"), rows(), ids=[name for name, _patch in rows()])
def test_every_row_of_the_catalogue_is_drawn(name, patch, profile):
    assert picture(family(**patch), ".dot", profile) != picture(family(), ".dot", profile)


PARENTS_LINES = {"civil_partnership", "forced"}
WITHOUT_ROOM_IN_CELLS = ON_PAPER_ONLY | PARENTS_LINES | {"years", "annulment", "secret_union"}
IN_CELLS = [(name, patch) for name, patch in rows() if name not in WITHOUT_ROOM_IN_CELLS]


@every_row(("name", "patch"), IN_CELLS, ids=[name for name, _patch in IN_CELLS])
def test_every_row_with_room_in_cells_is_drawn_there_in_unicode_and_in_ascii(name, patch):
    assert picture(family(**patch), ".txt") != picture(family(), ".txt")
    plain = picture(family(**patch), ".txt", plain=True)
    assert plain != picture(family(), ".txt", plain=True)
    assert plain.isascii()


def same_by_pairs(pictures, allowed=()):
    """Pairs of rows that look alike."""
    return [(one, other) for one, other in combinations(pictures, 2)
            if pictures[one] == pictures[other] and {one, other} not in allowed]  # fmt: skip


@pytest.mark.parametrize("profile", PROFILES)
def test_no_two_rows_of_the_catalogue_look_alike_on_paper(profile):
    assert same_by_pairs({name: picture(family(**patch), ".dot", profile) for name, patch in rows()}) == []


SAME_IN_CELLS = (
    {"divorce", "annulment"},
    {"brief", "secret"},
    {"cohabiting", "engaged"},
    {"civil_partnership", "forced"},
)


@pytest.mark.parametrize("plain", [False, True], ids=["box characters", "ASCII"])
def test_no_two_rows_of_the_catalogue_look_alike_in_cells(plain):
    named = {name: patch for name, patch in rows() if name not in ON_PAPER_ONLY | {"years"}}
    pictures = {name: picture(family(**patch), ".txt", plain=plain) for name, patch in named.items()}
    alike = same_by_pairs(pictures, SAME_IN_CELLS)
    assert alike == [], alike


@pytest.mark.parametrize("column", [0, 1], ids=["box characters", "ASCII"])
def test_no_sign_in_cells_means_two_things(column):
    meanings = {}
    for row in (*SIGNS.values(), *TWINS.values(), *CHILDLESS.values()):
        meanings.setdefault(row[column], set()).add(row[2])
    assert {sign: words for sign, words in meanings.items() if len(words) > 1} == {}


@every_row(("name", "patch"), rows(), ids=[name for name, _patch in rows()])
def test_every_row_of_the_catalogue_is_in_the_words(name, patch):
    def words(told):
        return describe(Drawing(told, lay_out(told), Options(hidden=True, identity=True)))

    assert words(family(**patch)) != words(family()), name


def test_no_two_rows_of_the_catalogue_have_the_same_words():
    told = {name: family(**patch) for name, patch in rows()}
    sentences = {
        name: describe(Drawing(one, lay_out(one), Options(hidden=True, identity=True))) for name, one in told.items()
    }
    assert same_by_pairs(sentences, ({"gender not known", "unknown person"},)) == []


def test_lines_that_mean_different_things_differ_without_colour():
    assert TIE_KINDS.keys() == TIE_STYLES.keys(), "Each tie of TIE_KINDS has a row in TIE_STYLES."
    seen = {}
    for kind in TIE_KINDS.values():
        document = DotDocument("")
        draw_tie(document, [(0, 0), (100, 0)], kind.id, kind.letter, "#000000", "tie")
        seen.setdefault(document.source(), []).append(kind.id)
    assert all(len(kinds) == 1 for kinds in seen.values()), list(seen.values())


def test_the_legend_lists_couples_of_relatives_and_without_children_only_where_they_are():
    assert b"relatives by blood" not in picture(family(), ".dot")
    assert b"relatives by blood" in picture(family(union=UNION["relatives by blood"]), ".dot")
    assert b"by their choice" in picture(family(union=UNION["no children by choice"]), ".dot")


def test_identity_is_drawn_only_on_asking():
    told = family(person={"orientation": "gay", "sex_at_birth": "male"})
    asked = Drawing(told, lay_out(told), Options(identity=True))
    unasked = Drawing(told, lay_out(told), Options())
    assert b"lesbian or gay" in render_file(asked, ".dot")
    assert render_file(unasked, ".dot") == render_file(Drawing(family(), lay_out(family()), Options()), ".dot")


def test_a_name_that_is_cut_short_stays_in_ascii():
    told = family(person={"name": "Wolfeschlegelsteinhausenberger " * 5})
    for view in VIEWS:
        assert render_file(Drawing(told, lay_out(told), Options(view=view)), ".txt", ascii_only=True).isascii()
