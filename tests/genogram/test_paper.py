"""Drawings in files: SVG, PNG, PDF, DOT, text."""

import io
import xml.dom.minidom
from datetime import date

import pytest
from pypdf import PdfReader

from supervision_tui.family import Family, Parentage, Person
from supervision_tui.genogram import PROFILES, VIEWS, Drawing, Options, describe, lay_out, render_file
from supervision_tui.genogram.graphviz import render
from supervision_tui.genogram.graphviz.font_metrics import text_width, unknown_letters
from supervision_tui.resources import content_folder
from tests.shipped import load_family, placed

FAMILIES = content_folder("templates") / "families"


def drawing(name="pritchard-hussain", **options):
    family = load_family(FAMILIES / f"{name}.yaml")
    return Drawing(family, placed(family), Options(**options))


@pytest.mark.parametrize("view", VIEWS)
def test_every_view_is_sound_svg_with_everybody_in_it(view):
    picture = xml.dom.minidom.parseString(render_file(drawing(view=view), ".svg"))  # noqa: S318 - our own
    words = "".join(node.firstChild.data for node in picture.getElementsByTagName("text"))
    assert "Kayleigh" in words
    assert "Nan's house" in picture.getElementsByTagName("title")[0].firstChild.data
    told = {
        "ecomap": "Amina and school: a strong link",
        "timeline": "April 2026: started recovery programme (Kayleigh, 31)",
    }
    said = picture.getElementsByTagName("desc")[0].firstChild.data
    assert told.get(view, "Carol Pritchard, 59.") in said


def test_profiles_draw_unions_differently():
    seen = {render_file(drawing("carter-okafor", profile=profile), ".dot") for profile in PROFILES}
    assert len(seen) == len(PROFILES)


def test_png_and_pdf_are_what_they_say():
    assert render_file(drawing(), ".png").startswith(b"\x89PNG")
    page = PdfReader(io.BytesIO(render_file(drawing(), ".pdf")))
    assert len(page.pages) == 1
    assert page.trailer["/Root"]["/MarkInfo"]["/Marked"]


def test_the_same_family_gives_the_same_file():
    assert render_file(drawing(), ".svg") == render_file(drawing(), ".svg")


def test_an_address_is_never_drawn_and_an_unsafe_home_has_no_name():
    family = load_family(FAMILIES / "kowalska-fairhurst.yaml")
    hidden = {"address": "1 Secret Lane"}
    homes = tuple(
        home.model_copy(update=hidden if home.safe_to_record else {**hidden, "name": "Harbour Refuge"})
        for home in family.households
    )
    assert any(home.name == "Harbour Refuge" for home in homes)
    told = family.model_copy(update={"households": homes})
    picture = Drawing(told, lay_out(told), Options(view="household"))
    for content in (render_file(picture, ".svg").decode(), describe(picture)):
        assert "Secret Lane" not in content
        assert "Harbour Refuge" not in content


@pytest.mark.parametrize(
    "name", ['"];a->b[label="x', "<script>alert(1)</script>", "a\\", "<b>x</b>", "\\N \\G", "&amp;"]
)
def test_names_stay_names_in_dot_and_svg(name):
    family = Family.model_validate({"id": "f", "title": name, "persons": [{"id": "a", "name": name}]})
    picture = xml.dom.minidom.parseString(render_file(Drawing(family, placed(family), Options()), ".svg"))  # noqa: S318 - our own
    assert not picture.getElementsByTagName("script")
    assert len([one for one in picture.getElementsByTagName("g") if one.getAttribute("class") == "edge"]) == 0
    assert picture.getElementsByTagName("title")[0].firstChild.data == name


def test_without_any_graphviz_the_message_says_what_to_do_and_words_still_work(monkeypatch):
    monkeypatch.setattr(render, "_bundled", lambda _dot: None)
    monkeypatch.setattr(render, "_program", lambda _dot: None)
    with pytest.raises(render.GraphvizMissingError, match="genogram words"):
        render_file(drawing(), ".svg")
    assert render_file(drawing(), ".txt")
    assert "Carol Pritchard" in describe(drawing())


def test_a_name_that_no_font_has_is_drawn_all_the_same():
    family = Family.model_validate({"id": "f", "title": "F", "persons": [{"id": "a", "name": "ሃይለ ወልዱ"}]})
    assert render_file(Drawing(family, placed(family), Options()), ".pdf").startswith(b"%PDF")


def test_words_tell_of_everybody_and_of_what_gave_way():
    told = describe(drawing())
    for person in load_family(FAMILIES / "pritchard-hussain.yaml").persons:
        assert person.name in told
    assert "Nan's house, Kelderby: Carol, Doreen, Amina, Idris." in told


def test_words_are_as_wide_as_the_shipped_font_says():
    narrow, wide = text_width("iiii", 10), text_width("WWWW", 10)
    assert narrow == pytest.approx(4 * 2.778, abs=0.05)
    assert wide == pytest.approx(4 * 9.888, abs=0.05)
    assert text_width("WWWW", 10, bold=True) > wide
    assert unknown_letters("Zoë Ní Bhriain, فاطمة, ተስፋይ ኣርኣያ, শ্রাবন্তী, क्षितिज, தமிழ், ਕੌਰ, પટેલ, กิตติ, Nguyễn") == ""
    assert unknown_letters("山田 山 Ann") == "山田"
    assert b"'DejaVu Sans'" in render_file(drawing(), ".svg")


@pytest.mark.parametrize("view", VIEWS)
def test_every_page_says_whose_family_it_is_and_as_on_which_day(view):
    picture = xml.dom.minidom.parseString(render_file(drawing(view=view, at=date(2026, 9, 3)), ".svg"))  # noqa: S318 - our own
    words = [node.firstChild.data for node in picture.getElementsByTagName("text")]
    assert drawing().family.title in words
    assert any(line.endswith("as on 3 September 2026") for line in words)


def _blank_svg(width, height):
    return f'<svg width="{width}.00pt" height="{height}.00pt" xmlns="http://www.w3.org/2000/svg"></svg>'


@pytest.mark.parametrize(("width", "pixels"), [(600, 1600), (18_000, 32_000), (23_000, 32_000)])
def test_a_large_drawing_gets_fewer_dots_an_inch_so_that_programs_open_it(width, pixels):
    head = render.png(_blank_svg(width, 10))
    assert abs(int.from_bytes(head[16:20]) - pixels) < 100


def test_a_picture_too_wide_for_programs_is_refused_with_what_would_do():
    with pytest.raises(render.PictureTooLargeError, match=r"120,000 pixels wide.*family\.pdf.*--focus"):
        render.png(_blank_svg(90_000, 10))


@pytest.mark.parametrize("born", ["1987", "~1987", "about 1987", "age 38 on 2026-11-28"])
def test_a_year_leaves_the_line_down_to_its_symbol_whole(born):
    parent, child = Person(id="sue", name="Sue"), Person(id="leanne", name="Leanne", born=born)
    family = Family(
        id="f", title="F", persons=(parent, child), parentages=(Parentage(child="leanne", parents=("sue",)),)
    )
    picture = xml.dom.minidom.parseString(render_file(Drawing(family, placed(family), Options()), ".svg"))  # noqa: S318
    texts = {node.firstChild.data: float(node.getAttribute("x")) for node in picture.getElementsByTagName("text")}
    year = next(words for words in texts if words in {"1987", "~1987", "~1988"})
    assert texts[year] + text_width(year, 7.5) / 2 < texts["Leanne"] - 2


@pytest.mark.parametrize("gender", ["male", "female", "unknown"])
def test_the_year_of_a_twin_stands_clear_of_the_line_that_comes_slanting(gender):
    twins = tuple(Person(id=name, name=name, gender=gender, born="2013") for name in ("max", "theo"))
    parents = (Person(id="lea", name="Lea"), Person(id="al", name="Al"))
    links = tuple(Parentage(child=twin.id, parents=("lea", "al"), twins="t") for twin in twins)
    family = Family(id="f", title="F", persons=(*twins, *parents), parentages=links)
    picture = xml.dom.minidom.parseString(render_file(Drawing(family, placed(family), Options()), ".svg"))  # noqa: S318
    texts = [(node.firstChild.data, float(node.getAttribute("x")), float(node.getAttribute("y")))
             for node in picture.getElementsByTagName("text")]  # fmt: skip
    left, right = sorted((x, y) for words, x, y in texts if words == "2013")
    first, second = sorted(x for words, x, _ in texts if words in {"max", "theo"})
    assert left[1] == right[1]  # both above, and not at the shoulder of one, beside another symbol
    assert second - right[0] > first - left[0] + 2  # that of the right one further out, where the line has gone by
