"""The drawing in a terminal."""

import unicodedata
from datetime import date

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from rich.cells import cell_len

from supervision_tui.family import TIE_KINDS, Family, PartialDate, Person
from supervision_tui.genogram import lay_out, paint_cells, terminal_scene, to_text
from supervision_tui.genogram.lettering.cell_widths import cells, clip
from supervision_tui.genogram.lettering.labels import initials, label
from supervision_tui.genogram.notation.symbols import age, age_in_words
from supervision_tui.genogram.notation.tie_styles import TIE_STYLES
from supervision_tui.resources import content_folder
from supervision_tui.text import Line
from tests.every_row import every_row
from tests.shipped import load_family
from tests.whole import examples

FAMILIES = content_folder("templates") / "families"


@pytest.fixture(scope="module")
def carter():
    return load_family(FAMILIES / "carter-okafor.yaml")


def scene(family, **options):
    return terminal_scene(family, lay_out(family, labels=options.get("labels", "names")), **options)


def test_square_circle_diamond_double_outline_and_cross(carter):
    text = to_text(scene(carter))
    assert "╔═" in text, "a boy in focus has a double square"
    assert "«" in text, "Robin in focus has a double diamond"
    assert "╲─╱" in text, "who has died has a cross"
    assert "╱P╲" in text, "who is not yet born is a triangle"
    assert " 38├" in text, "ages stand inside"
    assert "Leanne" in text


def test_every_row_is_as_wide_as_the_scene_says(carter):
    render_file = scene(carter)
    assert len(render_file.rows) == render_file.height
    for row in paint_cells(render_file):
        assert cells("".join(text for text, _role in row)) == render_file.width


def test_regions_hold_the_symbol_of_the_right_person(carter):
    render_file = scene(carter)
    lines = ["".join(run.text for run in row) for row in render_file.rows]
    region = render_file.regions["dean"]
    held = "\n".join(line[region.x : region.x + region.width] for line in lines[region.y : region.y + region.height])
    assert "Dean" in held
    assert "40" in held


def test_the_sentence_says_who_it_is(carter):
    assert scene(carter).words("leanne").startswith("Leanne Carter, 38.")
    assert "Craig Bell, separated" in scene(carter).words("leanne")
    assert scene(carter).words("nobody") == ""


def test_ascii_uses_nothing_else(carter):
    initialled = carter.model_copy(
        update={"persons": tuple(p.model_copy(update={"name": "A B"}) for p in carter.persons)}
    )
    assert to_text(scene(initialled, ascii=True)).isascii()
    assert to_text(scene(initialled, ascii=True, view="ties")).isascii()


@pytest.mark.parametrize("labels", ["initials", "symbols"])
def test_shorter_labels_take_less_room(carter, labels):
    assert scene(carter, labels=labels).width < scene(carter).width
    assert "Leanne" not in to_text(scene(carter, labels=labels))


def test_only_single_width_signs_are_drawn_for_symbols_and_lines(carter):
    rows = scene(carter, view="ties").rows
    assert any(rows)
    for row in rows:
        for run in row:
            assert all(unicodedata.east_asian_width(char) not in "WF" for char in run.text)


def test_a_separation_has_one_slash_and_a_divorce_two(carter):
    lines = to_text(scene(carter)).splitlines()
    row = next(line for line in lines if "41├" in line or "┤ 41" in line)
    assert row.count("╱") == 3, "one for Leanne and Craig, two for Adaeze and Emeka"


def test_every_tie_of_the_catalogue_has_a_stroke_of_its_own():
    assert TIE_STYLES.keys() == TIE_KINDS.keys()
    seen = {}
    for kind, stroke in TIE_STYLES.items():
        look = (stroke, TIE_KINDS[kind].letter)
        assert look not in seen, (kind, seen.get(look))
        seen[look] = kind


def test_labels_fit_and_long_ones_say_that_they_go_on():
    assert label("Zuri Okafor-Carter", "names") == ("Zuri", "Okafor-Carter")
    assert label("Maximiliana-Theodora Longname", "names") == ("Maximiliana-", "Theodora", "Longname")
    assert label("Christoph Bachmann", "names") == ("Christoph", "Bachmann")
    assert label("Anna Maria Louisa van Dyck", "names") == ("Anna Maria", "Louisa van", "Dyck")
    assert label("Wolfeschlegelsteinhausen", "names") == ("Wolfeschlegelsteinh…",)
    whole = ("Bernadette", "Featherstonehaugh-", "Cholmondeley")
    assert label("Bernadette Featherstonehaugh-Cholmondeley", "names") == whole
    assert all(cells(line) <= 20 for line in label("山田太郎" * 20, "names"))
    assert label("", "names") == ()
    assert initials("Jean-Luc de la Tour") == "JLT"
    assert label("x " * 5000, "names")


def test_wide_and_combining_letters_are_measured():
    assert cells("山田") == 4
    assert cells("e\N{COMBINING ACUTE ACCENT}") == 1
    assert clip("山田太郎", 5) == "山田…"


def test_markup_and_brackets_in_names_are_only_letters():
    family = Family.model_validate(
        {"id": "f", "title": "F", "persons": [{"id": "a", "name": "[bold]x[/]"}, {"id": "b", "name": "\x1b[31mred"}]}
    )
    text = to_text(scene(family))
    assert "[bold]x[/]" in text
    assert "\x1b" not in text


@examples(60)
@given(st.text(min_size=1, max_size=30), st.text(max_size=12))
@example("👩\u200d👧👩🏽", "❤\ufe0f 1\ufe0f\u20e3")
@example("क\u094d\u200dष", "🇬🇧")
def test_every_row_is_as_wide_as_the_screen_will_count_it(name, tail):
    told = Family(id="V9", title=Line("x"), persons=(Person(id="a", name=Line(f"{name} {tail}")),), focus=("a",))
    scene = terminal_scene(told, lay_out(told))
    assert scene.rows
    for row in scene.rows:
        assert sum(cell_len(run.text) for run in row) == scene.width


@every_row(
    ("born", "at", "inside", "words"),
    [
        ("2026-10-15", "2026-11-27", "6w", "6 weeks old"),
        ("2025-05-20", "2026-11-27", "18m", "18 months old"),
        ("2026-05-20", "2026-11-27", "6m", "6 months old"),
        ("2024-11-28", "2026-11-27", "23m", "23 months old"),
        ("2024-11-27", "2026-11-27", "2", "2"),
        ("2026", "2026-11-27", "~0", "about 0"),
        ("1924", "2026-11-27", "~102", "about 102"),
        ("1924-03-02", "2026-11-27", "102", "102"),
        ("1890", "2026-11-27", "?", ""),
    ],
)
def test_ages_are_told_in_weeks_months_and_years_and_nobody_is_taken_to_be_older_than_anybody_was(
    born, at, inside, words
):
    found = age(PartialDate.read(born), None, date.fromisoformat(at))
    assert found == inside or (born == "2026" and found in {"0", "~0"})
    assert age_in_words(found) == words or born == "2026"


def test_an_age_of_three_figures_is_whole_in_cells():
    persons = [{"id": "a", "name": "Ada", "born": "~1924"}, {"id": "b", "name": "Bo", "born": "1924-02-03"}]
    family = Family.model_validate({"id": "f", "title": "F", "as_of": "2026-06-01", "persons": persons})
    for plain in (False, True):
        text = to_text(scene(family, ascii=plain))
        assert "~102" in text
        assert text.count("102") == 2


def test_a_line_to_a_partner_who_stands_apart_is_whole_below_the_last_row():
    names = ("gary", "len", "dora", "kit")
    unions = [
        {"partners": [one, "dora"], "kind": "married", "since": since}
        for one, since in (("gary", "2008"), ("len", "2001"), ("kit", "2016"))
    ]
    persons = [{"id": one, "name": one.title()} for one in names]
    family = Family.model_validate({"id": "f", "title": "F", "persons": persons, "unions": unions})
    last = to_text(scene(family)).splitlines()[-1]
    assert last.strip().startswith("└")
    assert last.strip().endswith("┘")
