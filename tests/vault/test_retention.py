"""Days to go, holds that stop them, and the list of what will go when."""

from datetime import date

import pytest

from supervision_tui.vault import DocumentNotFoundError, OnHoldError, Save


@pytest.fixture
def three(vault):
    for ident in "abc":
        vault.documents.save(Save("note", ident, "words", author="Ann", base=0, title=f"Note {ident}"))
    return vault


def test_what_goes_when(three):
    three.documents.set_due("note", "b", date(2026, 12, 24), author="Ann", why="28 days after the end")
    three.documents.set_due("note", "a", date(2026, 12, 1), author="Ann", why="filed")
    three.documents.hold("note", "c", author="Ann", reason="a court asks for it")
    listed = three.documents.scheduled_deletions()
    assert [(due.heading.id, due.due, due.why, due.held) for due in listed] == [
        ("a", date(2026, 12, 1), "filed", ""),
        ("b", date(2026, 12, 24), "28 days after the end", ""),
        ("c", None, "", "a court asks for it"),
    ]
    assert [due.heading.id for due in three.documents.scheduled_deletions(by=date(2026, 12, 1))] == ["a"]


def test_a_hold_stops_a_deletion_until_it_is_released(three):
    three.documents.set_due("note", "a", date(2026, 12, 1), author="Ann", why="filed")
    three.documents.hold("note", "a", author="Ann", reason="a complaint")
    with pytest.raises(OnHoldError, match=r"on hold \(a complaint\)"):
        three.documents.delete("note", "a", author="Ann", reason="filed")
    assert three.documents.get("note", "a").body == "words"
    three.documents.release("note", "a", author="Ben", reason="answered")
    three.documents.delete("note", "a", author="Ann", reason="filed")
    assert three.documents.scheduled_deletions() == []


def test_who_did_it_and_why_is_in_the_history_and_the_chain_holds(three):
    three.documents.set_due("note", "a", date(2026, 12, 1), author="Ann", why="filed")
    three.documents.set_due("note", "a", None, author="Ann", why="still needed")
    three.documents.hold("note", "a", author="Ben", reason="a review")
    lines = three.documents.history("note", "a")
    assert [(line.action, line.author, line.note) for line in lines[1:]] == [
        ("due", "Ann", "2026-12-01: filed"),
        ("due", "Ann", "no day: still needed"),
        ("hold", "Ben", "a review"),
    ]
    assert three.documents.get("note", "a").version == 1
    assert three.check() == []


def test_nothing_goes_by_itself(three):
    three.documents.set_due("note", "a", date(2000, 1, 1), author="Ann", why="long ago")
    three.documents.purge_deleted_words()
    assert three.documents.get("note", "a").body == "words"


def test_a_hold_needs_a_reason_and_a_document(three):
    with pytest.raises(ValueError, match="why this is put on hold"):
        three.documents.hold("note", "a", author="Ann", reason=" ")
    with pytest.raises(DocumentNotFoundError):
        three.documents.hold("note", "nowhere", author="Ann", reason="a review")


def test_a_deleted_documents_reasons_go_with_it(three):
    three.documents.hold("note", "a", author="Ann", reason="names Mrs Example")
    three.documents.release("note", "a", author="Ann", reason="names Mrs Example")
    three.documents.delete("note", "a", author="Ann", reason="filed")
    assert all("Example" not in line.note for line in three.documents.history("note", "a"))
    assert three.check() == []
