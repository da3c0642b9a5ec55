"""The legend explains the signs that are there, pregnancies too, and none that is not; in a terminal and on paper."""

import re
from datetime import date

import pytest

from supervision_tui.family import Family, Parentage, Person
from supervision_tui.genogram import Drawing, Options, draw, lay_out, render_file
from supervision_tui.genogram.graphviz.font_metrics import text_width
from supervision_tui.genogram.graphviz.legend import SAMPLE
from supervision_tui.genogram.lettering import name_to_write
from supervision_tui.genogram.notation.symbols import symbols
from tests.every_row import every_row

LOST = {
    "miscarriage": "pregnancy that ended in a miscarriage", "termination": "pregnancy that was ended",
    "stillbirth": "child who was stillborn", "ectopic": "ectopic pregnancy",
}  # fmt: skip


def family_with(*children, kind="birth"):
    """Mia and her *children*."""
    persons = (Person(id="mia", name="Mia", born="1990-02-03"), *children)
    links = tuple(Parentage(child=child.id, parents=("mia",), kind=kind) for child in children)
    return Family(id="f", title="F", persons=persons, parentages=links)


@pytest.fixture(params=[".txt", ".svg"], ids=["terminal", "paper"])
def drawn(request):
    """The words of a family drawn for a terminal, or on paper."""
    return lambda family: draw(family, request.param).decode()


@every_row("loss", LOST)
def test_a_pregnancy_that_was_lost_is_explained_and_no_other_loss(drawn, loss):
    drawing = drawn(family_with(Person(id="x", name="not known", kind="loss", loss=loss)))
    assert [words for words in LOST.values() if words in drawing] == [LOST[loss]]
    assert "not yet born" not in drawing


def test_a_child_who_is_not_born_yet_is_explained(drawn):
    drawing = drawn(family_with(Person(id="x", name="The baby", kind="unborn")))
    assert "not yet born" in drawing
    assert not [words for words in LOST.values() if words in drawing]


def test_a_plain_line_of_a_child_is_explained_only_where_it_can_mean_two_things(drawn):
    child = Person(id="x", name="Ada", born="2015-02-03")
    assert "child by birth, or not said how" in drawn(family_with(child, kind="unknown"))
    assert "not said how" not in drawn(family_with(child))


@pytest.mark.parametrize("profile", ["mcgoldrick", "nsgc"])
def test_no_sign_of_the_legend_stands_over_the_words_beside_it(profile):
    people = [{"id": "rhys", "name": "Rhys", "gender": "male", "sex_at_birth": "female"}]
    told = Family.model_validate({"id": "f", "title": "F", "persons": people})
    drawing = Drawing(told, lay_out(told), Options(profile=profile, identity=True))
    pairs = re.findall(r'font-size="([0-9.]+)"[^>]*>([^<]+)</text>', render_file(drawing, ".svg").decode())
    sign = "inner shape" if profile == "mcgoldrick" else "AFAB AMAB"
    height = next(float(size) for size, words in pairs if words == sign)
    assert text_width(sign, height, bold=True) == pytest.approx(SAMPLE, abs=0.5)


def test_a_question_mark_for_an_age_that_nobody_reaches_is_not_told_as_a_gender():
    old = Person(id="bart", name="Bart", gender="male", born="1850")
    drawing = draw(Family(id="f", title="F", persons=(old,)), ".svg").decode()
    assert "older than anybody" in drawing
    assert "gender not known" not in drawing


def test_a_child_not_born_yet_has_no_question_mark_for_a_name():
    baby = Person(id="baby", name="?", kind="unborn", due="2027-02")
    assert name_to_write(baby) == ""
    assert name_to_write(baby.model_copy(update={"name": "Bump"})) == "Bump"
    assert symbols(Family(id="f", title="F", persons=(baby,)), date(2026, 11, 28))["baby"].below == "due Feb 2027"
