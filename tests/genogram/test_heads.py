"""Every drawing in every form says whose family it is, as on which day, who drew it, for whom, and what signs mean."""

import io

import pytest
from pypdf import PdfReader

from supervision_tui.genogram import VIEWS, Drawing, Options, draw, lay_out, render_file
from supervision_tui.resources import content_folder
from tests.every_row import every_row
from tests.shipped import load_family, placed


def haile():
    return load_family(content_folder("templates") / "families" / "haile.yaml")


def words_of(content, ending):
    """The words of a file, as its readers find them."""
    if ending == ".pdf":
        return " ".join("".join(page.extract_text() for page in PdfReader(io.BytesIO(content)).pages).split())
    return content.decode("utf-8")


def drawn(ending, view="family", **options):
    family = haile()
    return words_of(render_file(Drawing(family, placed(family), Options(view=view, **options)), ending), ending)


@every_row("view", VIEWS)
@every_row("ending", [".txt", ".dot", ".svg"])
def test_title_day_author_and_reader_stand_in_every_view_and_form(view, ending):
    words = drawn(ending, view, author="Amina Yusuf", reader="the reviewing officer")
    for part in ("a long journey", "as on 1 September 2026", "Drawn by Amina Yusuf; for the reviewing officer"):
        assert part in words


def test_a_pdf_says_the_same_in_words_that_can_be_copied():
    words = drawn(".pdf", author="Amina Yusuf", reader="the court")
    assert "as on 1 September 2026" in words
    assert "Drawn by Amina Yusuf; for the court" in words


@pytest.mark.parametrize("ending", [".txt", ".svg"])
def test_where_nobody_is_named_it_is_for_the_team_and_says_that_the_author_is_not_said(ending):
    assert "Who drew it is not said; for the team" in drawn(ending)


def test_a_drawing_in_a_document_leaves_author_and_reader_to_the_document():
    words = drawn(".svg", in_document=True)
    assert "as on 1 September 2026" in words
    assert "for the team" not in words


@pytest.mark.parametrize(
    ("view", "ending", "legend"),
    [
        ("family", ".txt", "╔═══╗  child in focus"),
        ("ecomap", ".txt", "○  woman or girl"),
        ("timeline", ".txt", "├  born"),
        ("family", ".svg", "child in focus"),
        ("ecomap", ".svg", "strong link"),
        ("ecomap", ".svg", "where energy flows"),
        ("timeline", ".svg", "an event, told below under its number"),
    ],
)
def test_every_view_has_a_legend(view, ending, legend):
    assert legend in drawn(ending, view)


def test_the_legend_explains_nothing_that_is_not_there():
    family = haile()
    alone = family.replaced(resources=(), events=())
    drawing = Drawing(alone, lay_out(alone), Options(view="ecomap"))
    assert "where energy flows" not in render_file(drawing, ".svg").decode("utf-8")


def test_drawn_from_python_author_and_reader_are_named_too():
    assert b"Drawn by Amina; for the court" in draw(haile(), ".txt", author="Amina", reader="the court")
