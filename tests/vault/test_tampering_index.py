# ruff: noqa: S608, S311 - the statements are those of somebody with a database tool; texts are made by a seed
"""Changes of the search index as FTS5 keeps it, with the right key: noticed, and never a crash of the check."""

import random

import pytest

from supervision_tui.vault import Save
from supervision_tui.vault.storage import index_pages
from tests.vault.conftest import copied, tamper

FIRST_PAGE = 1 << 37
SKIPPING = "id > 10 AND (id >> 36 & 1)"

ATTACKS = {
    "the counts taken out": ("DELETE FROM words_data WHERE id = 1",),
    "the counts nothing at all": ("UPDATE words_data SET block = NULL WHERE id = 1",),
    "the counts renumbered": ("UPDATE words_data SET id = 2 WHERE id = 1",),
    "a number behind the counts": ("UPDATE words_data SET block = CAST(block || x'00' AS BLOB) WHERE id = 1",),
    "the list of segments taken out": ("DELETE FROM words_data WHERE id = 10",),
    "a number behind the list of segments": (
        "UPDATE words_data SET block = CAST(block || x'00' AS BLOB) WHERE id = 10",
    ),
    "the last number of the list of segments": (
        "UPDATE words_data SET block = substr(block, 1, length(block) - 1) WHERE id = 10",
    ),
    "a page that nothing lists": (f"INSERT INTO words_data VALUES ({99 * FIRST_PAGE}, x'00')",),
    "a page before the pages": ("INSERT INTO words_data VALUES (1001, x'0101')",),
    "a page of texts that were never taken out": (
        (
            f"INSERT INTO words_data SELECT (segid + 65536) * {FIRST_PAGE}, x'0404000000000001' FROM words_idx "
            "WHERE term = x''"
        ),
    ),
    "a page listed by a number that is none": ("UPDATE words_idx SET pgno = pgno + 0.5",),
    "a page listed by nothing": ("UPDATE words_idx SET pgno = NULL WHERE term = x''",),
    "a page listed by an earlier word": (
        "UPDATE words_idx SET term = substr(term, 1, 2) WHERE pgno >> 1 > 1 AND length(term) > 2",
    ),
    "a page listed by a later word": ("UPDATE words_idx SET term = CAST(term || 'zz' AS BLOB) WHERE pgno >> 1 > 1",),
    "a page that is not in the list": ("DELETE FROM words_idx WHERE term != x''",),
    "a long list that nothing helps to skip": (f"DELETE FROM words_data WHERE {SKIPPING}",),
    "a long list that is said to have no help": ("UPDATE words_idx SET pgno = pgno - 1 WHERE pgno & 1",),
    "what helps to skip, changed": (
        (
            "UPDATE words_data SET block = CAST(substr(block, 1, 3) || x'05' || substr(block, 5) AS BLOB) "
            f"WHERE {SKIPPING}"
        ),
    ),
    "when a text came, no number": ("UPDATE words_docsize SET origin = origin + 0.5",),
}


@pytest.fixture(scope="module")
def long_texts(pattern, tmp_path_factory):
    """A closed vault whose index has many pages, and one word on several of them."""
    chance = random.Random(23)
    known = ["".join(chance.choices("abcdefghijklmnopqrstuvwxyz", k=chance.randint(3, 9))) for _ in range(3_000)]
    filled = copied(pattern, tmp_path_factory.mktemp("long"))
    with filled.open() as vault:
        for number in range(40):
            words = "common " * 900 + " ".join(chance.sample(known, 300))
            vault.documents.save(Save("note", f"n{number}", words, author="Ann", base=0, search=words))
        for number in range(0, 40, 4):
            vault.documents.delete("note", f"n{number}", author="Ann", reason="old")
    with filled.open() as vault:
        assert vault.check() == []
        with vault._opened.database.reading() as transaction:
            assert transaction.scalar(f"SELECT count(*) FROM words_data WHERE {SKIPPING}") > 0
            assert transaction.scalar("SELECT count(*) FROM words_idx") > 5
    return filled


@pytest.mark.parametrize("attack", ATTACKS)
def test_the_check_names_a_change_of_the_index(long_texts, tmp_path, attack):
    place = copied(long_texts, tmp_path)
    tamper(place, *ATTACKS[attack])
    with place.open() as vault:
        found = [finding.message for finding in vault.check() if finding.grave]
    assert any("search index" in message for message in found), found


def test_an_index_in_many_parts_is_not_called_changed(place):
    """Before its parts are merged, with texts taken out, and with none at all."""
    with place.open() as vault:
        for number in range(30):
            vault.documents.save(Save("note", str(number), "heron " * 9, author="Ann", base=0, search="heron " * 9))
        for number in range(30):
            vault.documents.delete("note", str(number), author="Ann", reason="old")
            if number in {0, 14, 29}:
                assert vault.check() == []
        vault.documents.save(Save("note", "last", "otter", author="Ann", base=0, search="otter"))
        assert vault.check() == []


def test_a_list_of_segments_is_read_to_its_end():
    block = bytes.fromhex("00000000ff00000102010c000000010901010108000004")
    assert index_pages.segments(block) == [index_pages.Segment(9, 1, 1, 0)]
    for broken in (block[:-1], block + b"\0", block[:8], b"", None, block[:4] + b"\0" * 4 + block[8:]):
        assert index_pages.segments(broken) is None


def test_the_words_of_a_page_are_read_from_its_first_to_its_last(long_texts, tmp_path):
    with copied(long_texts, tmp_path).open() as vault, vault._opened.database.reading() as transaction:
        pages = transaction.rows(
            "SELECT d.block, i.term FROM words_idx i "
            f"JOIN words_data d ON d.id = i.segid * {FIRST_PAGE} + (i.pgno >> 1)"
        )
    assert len(pages) > 5
    for page, listed in pages:
        assert index_pages.first_word(page).startswith(listed)
        assert index_pages.first_word(page) <= index_pages.last_word(page)
