"""Finding words whatever their accents, from any text typed, with the passage under the reader's eye."""

import itertools

import pytest
from hypothesis import HealthCheck, assume, given
from hypothesis import strategies as st

from supervision_tui.text_folding import fold, query, words
from supervision_tui.vault import Save
from supervision_tui.vault.storage import search as full_text
from tests.whole import examples

RUNS = itertools.count()


def put(vault, ident, text, kind="note"):
    vault.documents.save(Save(kind, ident, "{}", author="Ann", base=0, title=ident, search=text))


@pytest.mark.parametrize(
    ("written", "typed"),
    [
        ("Łukasz went to nursery", "lukasz"),
        ("Zoë and Chloé", "zoe chloe"),
        ("Søren O’Brien", "soren o'brien"),
        ("Siobhán Ní Dhómhnaill", "siobhan dhomhnaill"),
        ("Nguyễn Thị Đào", "nguyen dao"),
        ("Łukasz", "ŁUKASZ"),
        ("lukasz", "Łukasz"),
        ("grossmutter", "großmutter"),
        ("Her name is 王小明 and she is six", "小明"),
        ("محمد plays football", "محمد"),
        ("শ্রাবন্তী came with her aunt", "শ্রাবন্তী"),
        ("we saw क्षितिज गांधी", "क्षितिज"),
        ("தமிழ்செல்வி ராஜன்", "தமிழ்செல்வி"),
        ("مُحَمَّد الأمين", "مُحَمَّد"),
        ("مُحَمَّد الأمين", "محمد"),
        ("ਗੁਰਪ੍ਰੀਤ ਸਿੰਘ", "ਗੁਰਪ੍ਰੀਤ"),
        ("নমিতা ও শ্রাবন্তী", "শ্রাব"),
        ("the school run", "scho"),
        ("John O'Brien", "brien"),
    ],
)
def test_words_are_found_whatever_their_accents(vault, written, typed):
    put(vault, "a", written)
    put(vault, "b", "nothing of the kind")
    assert [hit.heading.id for hit in vault.documents.search(typed)] == ["a"]


def test_a_list_that_narrows_is_told_every_document_of_its_kind_whatever_their_number(vault):
    for number in range(60):
        put(vault, f"n{number}", "the heron")
    put(vault, "other", "the heron", kind="own")
    put(vault, "without", "the otter")
    assert vault.documents.matching_ids("HER", "note") == {f"n{number}" for number in range(60)}
    assert vault.documents.matching_ids("heron", "own") == {"other"}
    assert vault.documents.matching_ids(" ( ", "note") == set()


def test_a_list_leaves_out_words_that_stand_in_almost_every_text_so_that_no_key_waits(vault, monkeypatch):
    for number in range(30):
        put(vault, f"n{number}", " ".join(["the"] * 20_000 + [f"word{number}x{at}" for at in range(40)]))
    put(vault, "sam", "Sam was there")
    everything = vault.documents.matching_ids("the", "note")
    assert len(everything) == 31
    monkeypatch.setattr(full_text, "MOST_PAGES", 60)
    assert vault.documents.matching_ids("the", "note") == set()
    assert vault.documents.matching_ids("the sam", "note") == {"sam"}
    assert vault.documents.matching_ids("word7x3", "note") == {"n7"}


HOSTILE = ["", "  ", "child's (", '"', "a AND", "NOT", "folded:x", "*", "-", "^heron", "{a b}", "\x00", "a" * 5000]


@pytest.mark.parametrize("typed", HOSTILE)
def test_any_text_is_safe_to_search_for(vault, typed):
    put(vault, "a", "the heron")
    assert isinstance(vault.documents.search(typed), list)


@examples(80, suppress_health_check=list(HealthCheck))
@given(st.text(max_size=40))
def test_no_text_is_ever_query_language(vault, typed):
    vault.documents.search(typed)


@examples(60, suppress_health_check=list(HealthCheck))
@given(st.text(st.characters(categories=["Ll", "Lu", "Lo", "Nd", "Zs"]), min_size=1, max_size=30))
def test_a_text_is_found_by_its_own_words(vault, text):
    kind = f"kind {next(RUNS)}"
    put(vault, "own", text, kind=kind)
    assume(query(text))
    assert vault.documents.search(text, kinds=[kind])


def test_all_words_must_be_there(vault):
    put(vault, "a", "the heron stands")
    put(vault, "b", "the heron flies")
    assert [hit.heading.id for hit in vault.documents.search("heron flies")] == ["b"]


def test_the_context_shows_the_words_as_written_and_where(vault):
    put(vault, "a", f"{'before ' * 40}Łukasz said that he would come{' after' * 60}")
    (hit,) = vault.documents.search("lukasz")
    assert hit.context.startswith("… ")
    assert hit.context.endswith(" …")
    (start, end) = hit.marks[0]
    assert hit.context[start:end] == "Łukasz"
    assert len(hit.context) < 230
    assert set(hit.context.split()) <= {"…", "before", "Łukasz", "said", "that", "he", "would", "come", "after"}


def test_only_the_kinds_asked_for_and_no_more_than_the_limit(vault):
    for number in range(5):
        put(vault, f"a{number}", "heron")
    put(vault, "b", "heron", kind="other")
    assert {hit.heading.kind for hit in vault.documents.search("heron", kinds=["other"])} == {"other"}
    assert len(vault.documents.search("heron", limit=3)) == 3
    assert vault.documents.search("heron", kinds=[]) == []
    assert vault.documents.search("heron", limit=0) == []


def test_the_newest_version_is_what_is_searched(vault):
    vault.documents.save(Save("note", "a", "1", author="Ann", base=0, search="heron"))
    vault.documents.save(Save("note", "a", "2", author="Ann", base=1, search="otter"))
    assert vault.documents.search("heron") == []
    assert vault.documents.search("otter")


def test_without_words_to_find_it_by_a_document_is_in_no_search(vault):
    vault.documents.save(Save("note", "a", "the heron", author="Ann", base=0, title="heron"))
    assert vault.documents.search("heron") == []


@examples(100)
@given(st.text(max_size=60))
def test_words_stand_where_they_are_said_to(text):
    found = list(words(text))
    assert [fold(text[start:end]).strip() for _, start, end in found] == [word for word, _, _ in found]
