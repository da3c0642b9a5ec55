"""What stands here is never overwritten by a text that did not grow from it; what a parcel holds is read with care."""

import json
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supervision_tui.parcels import (
    ParcelChangedError,
    ParcelContents,
    ParcelItem,
    ParcelNewerError,
    fingerprint,
    read_contents,
    relation_of,
    write_contents,
)
from tests.whole import examples

NOW = datetime(2026, 9, 3, 10, 0, tzinfo=UTC)


def item(text, *grew_from):
    """An item of that text, which grew from those."""
    return ParcelItem(
        kind="note", id="n1", text=text, saved=NOW, grew_from=tuple(fingerprint("note", "n1", old) for old in grew_from)
    )


@pytest.mark.parametrize(
    ("standing", "grew_from", "relation"),
    [
        (None, (), "new"),
        ("second", (), "same"),
        ("second", ("first",), "same"),
        ("first", ("first",), "follows"),
        ("first", ("zeroth", "first"), "follows"),
        ("mine", ("first",), "differs"),
        ("mine", (), "differs"),
    ],
)
def test_a_text_follows_only_what_it_grew_from(standing, grew_from, relation):
    assert relation_of(item("second", *grew_from), standing) == relation


@examples(100)
@given(st.text(max_size=40), st.lists(st.text(max_size=40), max_size=5), st.text(max_size=40))
def test_a_text_that_nobody_sent_is_never_said_to_be_followed(new, old, mine):
    relation = relation_of(item(new, *old), mine)
    assert (relation == "follows") == (mine != new and mine in old)


def test_a_fingerprint_belongs_to_one_document():
    assert len({fingerprint("note", "n1", "x"), fingerprint("note", "n", "1x"), fingerprint("noten", "1", "x")}) == 3


def test_contents_are_read_as_they_were_written():
    contents = ParcelContents(subject="s", purpose="hand-over", made=NOW, items=(item("Zoë said “yes”"),))
    assert read_contents(write_contents(contents)) == contents


@pytest.mark.parametrize(
    "words", [b"", b"{}", b"\xff\xfe", b"[" * 5000, b'{"format": 1, "items": [{"kind": "", "id": ""}]}']
)
def test_what_no_version_writes_is_refused_in_a_sentence(words):
    with pytest.raises(ParcelChangedError, match="Nothing was taken in"):
        read_contents(words)


def test_contents_of_a_newer_program_say_so():
    contents = json.loads(write_contents(ParcelContents(subject="s", purpose="hand-over", made=NOW, items=())))
    with pytest.raises(ParcelNewerError, match="up to date"):
        read_contents(json.dumps(contents | {"format": 2}).encode())


def test_too_many_items_are_refused():
    many = {"format": 1, "subject": "s", "purpose": "p", "made": NOW.isoformat()}
    many["items"] = [json.loads(item("x").model_dump_json())] * 5_001
    with pytest.raises(ParcelChangedError):
        read_contents(json.dumps(many).encode())
