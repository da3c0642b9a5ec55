"""The drawing in a terminal."""

import unicodedata

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from supervision_tui.family import TIE_KINDS, Family, Person, load_family
from supervision_tui.genogram import lay_out, paint_cells, terminal_scene, to_text
from supervision_tui.genogram.lettering.cell_widths import cells, clip
from supervision_tui.genogram.lettering.labels import initials, label
from supervision_tui.genogram.notation.tie_styles import TIE_STYLES
from supervision_tui.resources import content_folder
from supervision_tui.text import Line

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
    for row in scene(carter, view="ties").rows:
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
    assert label("Maximiliana-Theodora Longname", "names")[0].endswith("…")
    assert all(cells(line) <= 13 for line in label("山田太郎" * 20, "names"))
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


@settings(max_examples=60, deadline=None)
@given(st.text(min_size=1, max_size=30), st.text(max_size=12))
@example("👩\u200d👧👩🏽", "❤\ufe0f 1\ufe0f\u20e3")
@example("क\u094d\u200dष", "🇬🇧")
def test_every_row_is_as_wide_as_the_screen_will_count_it(name, tail):
    told = Family(id="V9", title=Line("x"), persons=(Person(id="a", name=Line(f"{name} {tail}")),), focus=("a",))
    scene = terminal_scene(told, lay_out(told))
    for row in scene.rows:
        assert sum(cell_len(run.text) for run in row) == scene.width
