"""Saving, reading, history, conflicts, deletion: what a person can rely on."""

import itertools
import random
import shutil
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import HealthCheck, given
from hypothesis import strategies as st

from supervision_tui.vault import ConflictError, DocumentNotFoundError, Save, Vault, VaultClosedError
from tests.vault.conftest import PASSPHRASE
from tests.whole import examples


def test_what_was_saved_comes_back(vault):
    saved = vault.documents.save(Save("note", "a", '{"x": 1}', author="Ann", base=0, title="One"))
    assert vault.documents.get("note", "a") == saved
    assert (saved.version, saved.author, saved.title) == (1, "Ann", "One")
    assert saved.saved_at.utcoffset() == timedelta(0)


def test_every_version_stays_readable_with_who_and_when(vault):
    for version, text in enumerate(["first", "second", "third"]):
        vault.documents.save(Save("note", "a", text, author=f"author {version}", base=version))
    assert [vault.documents.get("note", "a", version).body for version in (1, 2, 3)] == ["first", "second", "third"]
    lines = vault.documents.history("note", "a")
    assert [(line.version, line.author, line.action) for line in lines] == [
        (1, "author 0", "save"),
        (2, "author 1", "save"),
        (3, "author 2", "save"),
    ]
    assert lines[1].previous == lines[0].hash


def test_saving_the_same_again_adds_nothing(vault):
    first = vault.documents.save(Save("note", "a", "same", author="Ann", base=0))
    assert vault.documents.save(Save("note", "a", "same", author="Ann", base=1)) == first
    assert len(vault.documents.history("note", "a")) == 1


def test_a_conflict_keeps_both_texts(vault):
    vault.documents.save(Save("note", "a", "start", author="Ann", base=0))
    vault.documents.save(Save("note", "a", "Ann goes on", author="Ann", base=1))
    with pytest.raises(ConflictError, match="Ann saved this after you opened it") as caught:
        vault.documents.save(Save("note", "a", "Ben goes on", author="Ben", base=1))
    assert caught.value.theirs.body == "Ann goes on"
    assert caught.value.mine == "Ben goes on"
    assert vault.documents.get("note", "a").body == "Ann goes on"
    (kept,) = vault.documents.conflicts()
    assert (kept.body, kept.author, kept.base) == ("Ben goes on", "Ben", 1)


def test_the_same_conflict_is_kept_once(vault):
    vault.documents.save(Save("note", "a", "start", author="Ann", base=0))
    for _ in range(3):
        with pytest.raises(ConflictError):
            vault.documents.save(Save("note", "a", "again", author="Ben", base=0))
    assert len(vault.documents.conflicts()) == 1


def test_a_settled_conflict_is_gone_and_the_check_is_content(vault):
    vault.documents.save(Save("note", "a", "start", author="Ann", base=0))
    with pytest.raises(ConflictError) as caught:
        vault.documents.save(Save("note", "a", "other", author="Ben", base=0))
    vault.documents.resolve(caught.value.conflict, author="Ben")
    assert vault.documents.conflicts() == []
    with pytest.raises(DocumentNotFoundError):
        vault.documents.resolve(caught.value.conflict, author="Ben")
    assert vault.check() == []


def test_deleting_leaves_a_line_without_content(vault):
    vault.documents.save(
        Save("note", "a", "words to go", author="Ann", base=0, title="Title to go", search="words to go")
    )
    vault.documents.save(
        Save("note", "a", "more words to go", author="Ann", base=1, title="Title to go", search="more words to go")
    )
    removed = vault.documents.delete("note", "a", author="Ben", reason="filed")
    assert removed.revisions == 2
    with pytest.raises(DocumentNotFoundError):
        vault.documents.get("note", "a")
    assert vault.documents.headings("note") == []
    assert vault.documents.search("words") == []
    lines = vault.documents.history("note", "a")
    assert [(line.action, line.title, line.text_kept, line.note) for line in lines] == [
        ("save", "", False, ""),
        ("save", "", False, ""),
        ("delete", "", False, "filed"),
    ]
    assert vault.check() == []


def test_a_text_typed_while_another_deleted_is_kept_beside(vault):
    vault.documents.save(Save("note", "a", "start", author="Ann", base=0))
    vault.documents.delete("note", "a", author="Ben", reason="filed")
    with pytest.raises(ConflictError) as caught:
        vault.documents.save(Save("note", "a", "typed on", author="Ann", base=1))
    assert caught.value.theirs is None
    assert vault.documents.conflicts()[0].body == "typed on"


def test_a_new_document_under_a_deleted_name_counts_on(vault):
    vault.documents.save(Save("note", "a", "start", author="Ann", base=0))
    vault.documents.delete("note", "a", author="Ben", reason="filed")
    assert vault.documents.save(Save("note", "a", "anew", author="Ann", base=0)).version == 2
    assert vault.check() == []


def test_what_is_not_there_is_told(vault):
    vault.documents.save(Save("note", "a", "start", author="Ann", base=0))
    with pytest.raises(DocumentNotFoundError):
        vault.documents.get("note", "b")
    with pytest.raises(DocumentNotFoundError):
        vault.documents.get("note", "a", 7)
    with pytest.raises(DocumentNotFoundError):
        vault.documents.delete("note", "b", author="Ann", reason="")


def test_autosaves_in_between_go_and_deliberate_saves_stay(vault):
    moment = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
    vault.documents._now = lambda: moment
    vault.documents.save(Save("note", "a", "deliberate", author="Ann", base=0))
    for second in range(1, 300):
        moment = datetime(2026, 11, 23, 9, 0, tzinfo=UTC) + timedelta(seconds=second)
        vault.documents.save(Save("note", "a", f"typing {second}", author="Ann", base=second, draft=True))
    kept = [line.version for line in vault.documents.history("note", "a") if line.text_kept]
    assert kept[0] == 1
    assert kept[-1] == 300
    assert 2 <= len(kept) <= 6
    assert vault.documents.get("note", "a").body == "typing 299"
    assert vault.check() == []


def test_a_deliberate_save_after_an_autosave_is_one(vault):
    vault.documents.save(Save("note", "a", "same", author="Ann", base=0, draft=True))
    assert vault.documents.save(Save("note", "a", "same", author="Ann", base=1)).version == 2


def test_a_clock_that_goes_back_loses_nothing_and_is_remarked(vault):
    moments = iter([datetime(2026, 11, 23, 9, tzinfo=UTC), datetime(2019, 1, 1, tzinfo=UTC)])
    vault.documents._now = lambda: next(moments)
    vault.documents.save(Save("note", "a", "first", author="Ann", base=0, draft=True))
    vault.documents.save(Save("note", "a", "second", author="Ann", base=1, draft=True))
    assert [vault.documents.get("note", "a", version).body for version in (1, 2)] == ["first", "second"]
    (finding,) = vault.check()
    assert not finding.grave
    assert "clock went back" in finding.message


def test_a_closed_vault_says_so(place):
    vault = place.open()
    vault.close()
    vault.close()
    with pytest.raises(VaultClosedError, match="open it again"):
        vault.documents.get("note", "a")
    with pytest.raises(VaultClosedError):
        vault.documents.save(Save("note", "a", "x", author="Ann", base=0))


WHOLE = st.characters(exclude_categories=["Cs"])


@examples(40, suppress_health_check=list(HealthCheck))
@given(text=st.text(st.characters(), max_size=300), title=st.text(WHOLE, max_size=40))
def test_any_text_at_all_comes_back_the_same(vault, text, title):
    base = next((heading.version for heading in vault.documents.headings("any")), 0)
    vault.documents.save(Save("any", "a", text, author="Ann", base=base, title=title))
    found = vault.documents.get("any", "a")
    assert (found.body, found.title) == (text, title)


RUNS = itertools.count()
STEPS = st.lists(
    st.tuples(st.sampled_from(["save", "stale", "draft", "delete"]), st.sampled_from("ab"), st.sampled_from("xyz")),
    max_size=25,
)


@examples(25, suppress_health_check=list(HealthCheck))
@given(steps=STEPS)
def test_any_course_of_events_ends_as_a_plain_dictionary_would(vault, steps):
    run = next(RUNS)
    model: dict[str, tuple[int, str]] = {}
    last: dict[str, int] = {}
    for action, name, text in steps:
        ident = f"{run}-{name}"
        version = model.get(ident, (0, ""))[0]
        if action == "delete":
            if version:
                vault.documents.delete("model", ident, author="Ann", reason="")
                del model[ident]
        elif action == "stale" and version:
            with pytest.raises(ConflictError):
                vault.documents.save(Save("model", ident, text, author="Ben", base=version + 1))
        else:
            saved = vault.documents.save(
                Save("model", ident, text, author="Ann", base=version, draft=action == "draft")
            )
            expected = version if saved.version == version else last.get(ident, 0) + 1
            assert saved.version == expected
            last[ident] = saved.version
            model[ident] = (saved.version, text)
    for ident, (version, text) in model.items():
        found = vault.documents.get("model", ident)
        assert (found.version, found.body) == (version, text)
    assert {
        heading.id for heading in vault.documents.headings("model") if heading.id.startswith(f"{run}-")
    } == model.keys()
    assert vault.check() == []


def test_which_autosaves_stay_is_the_same_whether_the_program_remembers_or_looks(place, tmp_path):
    def kept(folder, *, remembers):
        chance, now = random.Random(7), datetime(2026, 9, 3, 10, 0, tzinfo=UTC)  # noqa: S311 - the same times at every run
        with Vault.open(folder, PASSPHRASE, state=tmp_path / f"state of {folder.name}") as vault:
            documents = vault.documents
            documents._now = lambda: now
            for version in range(120):
                now += timedelta(seconds=chance.choice([1, 5, 30, 70, 130, -3]))
                author, draft = chance.choice(["Ann", "Ann", "Ann", "Ben"]), chance.random() < 0.9
                documents.save(Save("note", "a", f"{version}", author=author, base=version, draft=draft))
                if not remembers:
                    documents._last_kept.clear()
            assert [finding for finding in vault.check() if finding.grave] == []
            return [line.text_kept for line in documents.history("note", "a")]

    shutil.copytree(place.folder, tmp_path / "other")
    remembered = kept(place.folder, remembers=True)
    assert remembered == kept(tmp_path / "other", remembers=False)
    assert 10 < sum(remembered) < 110
