"""A wide drawing over pages that join: letters that can be read, a key map, nobody cut who is not whole beside."""

import io
import itertools
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pypdf import PdfReader
from typer.testing import CliRunner

from supervision_tui.cli.family.genogram import app
from supervision_tui.family import Family, Parentage, Person
from supervision_tui.genogram import VIEWS, Drawing, Options, lay_out
from supervision_tui.genogram.export import render_file, render_pages
from supervision_tui.genogram.graphviz import SheetTooLargeError, draw_genogram, page_plan, paging
from supervision_tui.genogram.graphviz.page_plan import PAPERS, page_name, page_starts
from supervision_tui.resources import content_folder
from tests.shipped import load_family, placed

HAILE = content_folder("templates") / "families" / "haile.yaml"


def wide(count):
    """One mother and *count* children in a row."""
    children = [Person(id=f"c{number}", name=f"Childnumber{number} Longfamilyname") for number in range(count)]
    links = tuple(Parentage(child=child.id, parents=("m",)) for child in children)
    return Family(id="W", title="Wide", persons=(Person(id="m", name="Mo Longfamilyname"), *children), parentages=links)


def drawing(family, **options):
    return Drawing(family, placed(family), Options(author="Amina", reader="the court", **options))


def pages_of(paged):
    return PdfReader(io.BytesIO(paged.content)).pages


def words_on(page):
    return " ".join(page.extract_text().split())


@given(
    st.floats(50, 5000),
    st.floats(100, 800),
    st.lists(st.tuples(st.floats(0, 5000), st.floats(1, 90)), max_size=60),
)
def test_whatever_an_edge_cuts_is_whole_on_some_page(extent, span, boxes):
    wholes = [(low, low + length) for low, length in boxes if low + length <= extent]
    starts = page_starts(extent, span, wholes, 20.0)
    assert starts[-1] + span >= extent
    assert all(after <= before + span - 20.0 + 1e-6 for before, after in itertools.pairwise(starts))
    for low, high in wholes:
        assert any(start <= low and high <= start + span for start in starts)


def test_pages_of_a_wide_family_are_of_that_paper_and_tell_what_is_on_each():
    paged = render_pages(drawing(wide(40)), "a4")
    pages = pages_of(paged)
    assert len(pages) > 3
    assert paged.words == f"{len(pages) - 1} pages of A4 that join, with a key map on each, and then the legend."
    for page in pages:
        sides = sorted((float(page.mediabox.width), float(page.mediabox.height)))
        assert sides == pytest.approx(sorted(PAPERS["a4"]), abs=1)
        assert "Wide" in words_on(page)
        assert "Drawn by Amina; for the court" in words_on(page)
    assert "Page A1, 1 of" in words_on(pages[0])
    assert "Legend" in words_on(pages[-1])


@pytest.mark.parametrize("paper", ["a4", "a3"])
def test_everybody_stands_whole_on_a_page(paper):
    text = [words_on(page) for page in pages_of(render_pages(drawing(wide(40)), paper))]
    told = " ".join(text)
    for number in range(40):
        assert re.search(rf"Childnumber{number}\b", told)
    assert len(text) > 2, "and there is more than one page"


@pytest.mark.parametrize("name", ["haile", "kowalska-fairhurst", "carter-okafor"])
@pytest.mark.parametrize("view", ["family", "ties", "household"])
def test_each_person_is_named_as_whole_on_a_page_in_the_words_of_its_picture(monkeypatch, name, view):
    seen = []
    monkeypatch.setattr(paging, "typeset", lambda _main, data, _files: seen.extend(data["sheets"]) or b"")
    family = load_family(HAILE.with_name(f"{name}.yaml"))
    render_pages(drawing(family, view=view), "a4")
    assert len(seen) > 1
    words = [sheet["words"] for sheet in seen]
    whole = [told.split("Whole on it: ")[1].split(".")[0] for told in words if "Whole on it" in told]
    named = {person for names in whole for person in names.split(", ")}
    placed = lay_out(family).by_id
    assert named >= {person.name.split(".")[0] for person in family.persons if person.id in placed}


def test_a_long_title_and_a_safe_record_leave_room_for_the_number_of_the_page():
    family = wide(40).replaced(title="A very long title of a family " * 6, safe_record=True)
    pages = pages_of(render_pages(drawing(family), "a4"))[:-1]
    assert len(pages) > 2
    for page in pages:
        assert re.search(r"Page [A-Z]+\d+, \d+ of \d+", words_on(page))


def test_fewer_pages_of_larger_paper_are_needed():
    assert len(pages_of(render_pages(drawing(wide(40)), "a3"))) < len(pages_of(render_pages(drawing(wide(40)), "a4")))


def test_a_drawing_that_fits_stands_on_one_page_with_its_legend():
    paged = render_pages(drawing(load_family(HAILE)), "a3")
    assert paged.words == "One page of A3."
    (page,) = pages_of(paged)
    assert "child in focus" in words_on(page)


@pytest.mark.parametrize("view", VIEWS)
def test_every_view_can_be_laid_on_paper(view):
    pages = pages_of(render_pages(drawing(load_family(HAILE), view=view), "a4"))
    assert "as on 1 September 2026" in words_on(pages[0])


def test_letters_are_at_least_eight_points_high():
    plan = page_plan.plan_pages((5000.0, 900.0), 6.5, (), "a4")
    assert plan.scale * 6.5 == pytest.approx(8.0)


def test_an_empty_family_is_one_page():
    assert len(pages_of(render_pages(drawing(Family(id="E", title="Empty")), "a4"))) == 1


def test_a_sheet_for_the_wall_says_its_size():
    paged = render_pages(drawing(wide(12)), "wall")
    (page,) = pages_of(paged)
    assert re.fullmatch(r"One sheet of \d+ by \d+ cm\.", paged.words)
    assert paged.words in words_on(page)
    across = float(re.findall(r"\d+", paged.words)[0])
    assert across == pytest.approx(float(page.mediabox.width) / 72 * 2.54, abs=1)


def test_a_sheet_that_no_reader_shows_is_refused_with_what_would_do():
    with pytest.raises(SheetTooLargeError, match=r"14,400 units.*--pages a3"):
        render_pages(drawing(wide(250)), "wall")


def test_a_pdf_without_a_choice_stays_within_what_readers_show():
    (page,) = PdfReader(io.BytesIO(render_file(drawing(wide(250)), ".pdf"))).pages
    assert max(float(page.mediabox.width), float(page.mediabox.height)) <= 14_400


def test_pages_are_named_as_in_a_sheet_of_figures():
    assert [page_name(column, 1) for column in (0, 25, 26, 52)] == ["A2", "Z2", "AA2", "BA2"]


def test_on_the_command_line_pages_are_told_and_only_a_pdf_has_them(tmp_path):
    def run(*words):
        return CliRunner().invoke(app, ["draw", str(HAILE), *words])

    made = run("-o", str(tmp_path / "h.pdf"), "--pages", "a4")
    assert made.exit_code == 0
    assert "pages of A4 that join" in made.stderr
    assert len(PdfReader(tmp_path / "h.pdf").pages) == 3
    assert run("-o", str(tmp_path / "h.svg"), "--pages", "a4").exit_code == 2
    assert run("-o", str(tmp_path / "h.pdf"), "--pages", "a9").exit_code == 2
    assert sorted(path.name for path in tmp_path.iterdir()) == ["h.pdf"]


def test_no_page_cuts_the_letter_of_a_tie():
    drawn = drawing(load_family(HAILE.with_name("carter-okafor.yaml")), view="ties")
    document = draw_genogram(drawn)
    letters = sum(1 for tie in drawn.family.ties if tie.catalogue.letter)
    assert letters
    assert sum(1 for whole in document.wholes if not whole.name) >= letters
