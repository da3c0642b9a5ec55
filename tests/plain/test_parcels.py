"""Plain mode brings a family from notebook to notebook: every step is said, and nothing is kept before a yes."""

import re

import pytest

from supervision_tui.plain.parcels import exchange_parcels
from supervision_tui.text import Line
from tests.plain.conftest import Script
from tests.workspace.exchange_notebooks import notebook


@pytest.fixture
def books(tmp_path):
    """Sam's notebook with a family, and Ben's without."""
    with notebook(tmp_path, "Sam", ("haile.yaml",)) as sam, notebook(tmp_path, "Ben") as ben:
        yield sam, ben


def talk(book, *answers):
    """What is heard when these are the answers, and then Enter alone."""
    io = Script(*answers, "")
    exchange_parcels(book.workspace, io)
    assert io.answers == []
    return io.heard


def test_two_notebooks_are_paired_and_a_family_goes_over(books, tmp_path):
    sam, ben = books
    heard = talk(sam, "1", "Ben", str(tmp_path / "sam.card"))
    assert "by voice, never in a message" in heard
    words = " ".join(re.findall(r"^ ?\d+ [a-z]+.*$", heard, re.MULTILINE))
    assert "The words fit together." in talk(ben, "2", "Sam", words, str(tmp_path / "ben.card"))
    assert "paired with Ben's" in talk(sam, "3", str(tmp_path / "ben.card"))
    assert "Sam: paired on" in talk(ben, "3", str(tmp_path / "sam.card"))
    heard = talk(sam, "4", "1", "1", "you take over", "1", str(tmp_path))
    assert "Leaves: the family, 15 people, its timeline" in heard
    assert "Never in a parcel: what is private to anybody" in heard
    (parcel,) = tmp_path.glob("*.parcel")
    assert "Nothing was taken in." in talk(ben, "5", str(parcel), "")
    assert ben.workspace.families.headings() == []
    assert "Taken in from Sam, by their clock" in talk(ben, "5", str(parcel), "1")
    assert ben.workspace.families.get("V1") == sam.workspace.families.get("V1")


def test_what_differs_is_said_part_by_part(books):
    sam, ben = books
    sam.pair(ben)
    ben.take(sam.make("V1", ben))
    for book, title in ((sam, "As Sam has it"), (ben, "As Ben has it")):
        family = book.workspace.families.get("V1")
        book.workspace.families.put(family.model_copy(update={"title": Line(title)}), "V1")
    heard = talk(ben, "5", str(sam.make("V1", ben)), "1")
    assert "title. Theirs: As Sam has it. Here: As Ben has it." in heard
    assert "both are kept" in heard


@pytest.mark.parametrize(("answer", "stands"), [("2", "As Sam has it"), ("1", "As Ben has it"), ("", "As Ben has it")])
def test_both_texts_are_said_and_one_is_let_stand(books, answer, stands):
    sam, ben = books
    sam.pair(ben)
    ben.take(sam.make("V1", ben))
    for book, title in ((sam, "As Sam has it"), (ben, "As Ben has it")):
        family = book.workspace.families.get("V1")
        book.workspace.families.put(family.model_copy(update={"title": Line(title)}), "V1")
    ben.take(sam.make("V1", ben))
    heard = talk(ben, "6", answer)
    assert "The waiting text came from Sam, by their clock" in heard
    assert "title. Waiting: As Sam has it. Stands: As Ben has it." in heard
    assert str(ben.workspace.families.get("V1").title) == stands
    assert bool(ben.text_beside()) is (not answer)


def test_a_slip_in_the_sixteen_words_is_named_and_asked_for_again(books, tmp_path):
    sam, ben = books
    heard = talk(sam, "1", "Ben", str(tmp_path / "sam.card"))
    words = " ".join(re.findall(r"[a-z]+", " ".join(re.findall(r"^ ?\d+ [a-z]+.*$", heard, re.MULTILINE))))
    slip = words.replace(words.split()[3], "zzzz", 1)
    heard = talk(ben, "2", "Sam", slip, words, str(tmp_path / "ben.card"))
    assert "Word 4 of the pairing words is not one of ours." in heard
    assert "The words fit together." in heard


def test_what_cannot_be_done_is_told_and_one_may_go_on(books, tmp_path):
    sam, _ = books
    (tmp_path / "letter.parcel").write_bytes(b"%PDF-1.7")
    heard = talk(sam, "2", "Ben", "bracket summer", "", "5", str(tmp_path / "letter.parcel"), "4")
    assert "here are 2" in heard
    assert "is no parcel" in heard
    assert "Nobody's notebook is paired with yours yet." in heard
