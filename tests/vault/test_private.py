"""Private entries open with their author's own key and nothing else."""

import shutil

import pytest

from supervision_tui.vault import (
    ConflictError,
    Cost,
    DocumentNotFoundError,
    PrivateLockedError,
    Save,
    Vault,
    VaultError,
    WrongPassphraseError,
)
from tests.vault.conftest import PASSPHRASE

OWN = "an own quiet passphrase"
NEW = "another quiet passphrase"
SECRET = "I felt small, and said nothing"


def write(vault, ident="feelings", body="I felt small", author="Ann", base=0):
    return vault.documents.save(
        Save("own", ident, body, author=author, base=base, title="After the visit", sealed=True)
    )


def test_without_an_own_key_nothing_is_saved_in_the_open(vault):
    with pytest.raises(PrivateLockedError, match="own key first"):
        write(vault)
    assert vault.documents.history("own", "feelings") == []


def test_behind_an_own_passphrase(place):
    with place.open() as vault:
        vault.private.create("Ann", OWN, Cost.FAST)
        write(vault)
        assert (vault.documents.get("own", "feelings").title, vault.documents.get("own", "feelings").body) == (
            "After the visit",
            "I felt small",
        )
    with place.open() as vault:
        assert not vault.private.is_open("Ann")
        assert vault.documents.headings("own") == []
        with pytest.raises(PrivateLockedError):
            vault.documents.get("own", "feelings")
        with pytest.raises(WrongPassphraseError):
            vault.private.open("Ann", PASSPHRASE)
        write(vault, body="still small", base=1)
        vault.private.open("Ann", OWN)
        assert vault.documents.get("own", "feelings").body == "still small"
        assert vault.documents.get("own", "feelings", 1).body == "I felt small"
        assert [heading.title for heading in vault.documents.headings("own")] == [""]
        vault.private.forget()
        assert vault.documents.headings("own") == []


def test_on_this_machine_only(place, tmp_path):
    with place.open() as vault:
        vault.private.create_on_this_device("Ann")
        write(vault)
        vault.backups.make(tmp_path / "copy")
    with place.open() as vault:
        assert vault.documents.get("own", "feelings").body == "I felt small"
    Vault.restore(tmp_path / "copy", tmp_path / "elsewhere", PASSPHRASE)
    with Vault.open(tmp_path / "elsewhere", PASSPHRASE, state=tmp_path / "other state") as vault:
        with pytest.raises(PrivateLockedError):
            vault.documents.get("own", "feelings")
        with pytest.raises(PrivateLockedError, match="on the machine where"):
            vault.private.open("Ann", OWN)


def test_the_own_passphrase_travels_with_a_backup(place, tmp_path):
    with place.open() as vault:
        vault.private.create("Ann", OWN, Cost.FAST)
        write(vault)
        vault.backups.make(tmp_path / "copy")
    Vault.restore(tmp_path / "copy", tmp_path / "elsewhere", PASSPHRASE)
    with Vault.open(tmp_path / "elsewhere", PASSPHRASE, state=tmp_path / "other state") as vault:
        vault.private.open("Ann", OWN)
        assert vault.documents.get("own", "feelings").body == "I felt small"


def test_nobody_else_writes_into_it_or_opens_it_up(vault):
    vault.private.create_on_this_device("Ann")
    vault.private.create_on_this_device("Ben")
    write(vault)
    with pytest.raises(PrivateLockedError):
        write(vault, author="Ben", base=1)
    with pytest.raises(PrivateLockedError):
        vault.documents.save(Save("own", "feelings", "in the open", author="Ann", base=1))
    vault.documents.save(Save("note", "open", "in the open", author="Ann", base=0))
    with pytest.raises(VaultError, match="cannot become private"):
        vault.documents.save(Save("note", "open", "now private", author="Ann", base=1, sealed=True))


def test_no_search_finds_it_even_if_words_are_given(vault):
    vault.private.create_on_this_device("Ann")
    vault.documents.save(Save("own", "a", "small", author="Ann", base=0, search="small heron", sealed=True))
    assert vault.documents.search("heron") == []


def test_one_entry_in_the_place_of_another_is_noticed(vault):
    vault.private.create_on_this_device("Ann")
    write(vault, "one")
    write(vault, "two")
    with vault._opened.database.writing() as transaction:
        transaction.execute("UPDATE revision SET body = (SELECT body FROM revision WHERE id = 'one') WHERE id = 'two'")
    with pytest.raises(VaultError, match="stands in another's place"):
        vault.documents.get("own", "two")
    assert any("was changed" in finding.message for finding in vault.check())


def test_a_conflict_between_private_texts_stays_private(place):
    with place.open() as vault:
        vault.private.create("Ann", OWN, Cost.FAST)
        write(vault)
        with pytest.raises(VaultError):
            write(vault, body="meanwhile")
        assert vault.documents.conflicts()[0].body == "meanwhile"
    with place.open() as vault:
        assert vault.documents.conflicts()[0].body is None


def test_changing_the_own_passphrase(place):
    with place.open() as vault:
        vault.private.create("Ann", OWN, Cost.FAST)
        write(vault)
        with pytest.raises(WrongPassphraseError):
            vault.private.change_passphrase("Ann", "not it at all", NEW, Cost.FAST)
        vault.private.change_passphrase("Ann", OWN, NEW, Cost.FAST)
    with place.open() as vault:
        with pytest.raises(WrongPassphraseError):
            vault.private.open("Ann", OWN)
        vault.private.open("Ann", NEW)
        assert vault.documents.get("own", "feelings").body == "I felt small"


def test_a_key_on_this_machine_can_move_behind_a_passphrase(place):
    with place.open() as vault:
        vault.private.create_on_this_device("Ann")
        write(vault)
        vault.private.change_passphrase("Ann", "", NEW, Cost.FAST)
    with place.open() as vault:
        assert not vault.private.is_open("Ann")
        vault.private.open("Ann", NEW)
        assert vault.documents.get("own", "feelings").body == "I felt small"


def test_there_is_one_own_key_an_author(vault):
    vault.private.create("Ann", OWN, Cost.FAST)
    for again in (
        lambda: vault.private.create("Ann", NEW, Cost.FAST),
        lambda: vault.private.create_on_this_device("Ann"),
    ):
        with pytest.raises(VaultError, match="already"):
            again()


def test_a_lost_machine_key_is_told(place):
    with place.open() as vault:
        vault.private.create_on_this_device("Ann")
        write(vault)
    shutil.rmtree(place.state / "own-keys")
    with place.open() as vault, pytest.raises(PrivateLockedError):
        vault.documents.get("own", "feelings")


def test_anyone_may_delete_it_without_reading_it(place):
    with place.open() as vault:
        vault.private.create("Ann", OWN, Cost.FAST)
        write(vault)
    with place.open() as vault:
        vault.documents.delete("own", "feelings", author="the close", reason="not kept")
        with pytest.raises(DocumentNotFoundError):
            vault.documents.get("own", "feelings")
        assert vault.check() == []


def test_a_private_text_that_comes_after_the_deletion_stays_private_when_it_is_taken(place):
    with place.open() as vault:
        vault.private.create("Ann", OWN, Cost.FAST)
        write(vault, "a")
        vault.documents.delete("own", "a", author="Ann", reason="closed")
        with pytest.raises(ConflictError) as caught:
            vault.documents.save(Save("own", "a", SECRET, author="Ann", base=1, title="mine", sealed=True))
        assert caught.value.conflict.sealed
        (kept,) = vault.documents.conflicts()
        assert (kept.body, kept.title, kept.sealed, kept.author) == (SECRET, "mine", True, "Ann")
    with place.open() as vault:
        (locked,) = vault.documents.conflicts()
        assert (locked.body, locked.title, locked.sealed) == (None, "", True)


@pytest.mark.parametrize("gone", [False, True])
def test_what_was_ever_private_is_never_saved_in_the_open(vault, gone):
    vault.private.create_on_this_device("Ann")
    write(vault, "a")
    if gone:
        vault.documents.delete("own", "a", author="Ann", reason="closed")
    for base in (0, 1, 7):
        for author in ("Ann", "Ben"):
            with pytest.raises(PrivateLockedError, match="Nothing was changed"):
                vault.documents.save(Save("own", "a", SECRET, author=author, base=base))
    assert vault.documents.conflicts() == []
    assert vault.documents.version("own", "a") == (0 if gone else 1)
    assert [row.action for row in vault.documents.history("own", "a")] == ["save", "delete"][: 2 if gone else 1]


def test_a_document_that_was_saved_often_in_the_open_is_still_refused_once_it_was_private(vault):
    vault.private.create_on_this_device("Ann")
    documents = vault.documents
    for base in range(3):
        documents.save(Save("own", "x", f"open {base}", author="Ann", base=base))
    documents.delete("own", "x", author="Ann", reason="old")
    documents.save(Save("own", "x", "private", author="Ann", base=0, sealed=True))
    documents.delete("own", "x", author="Ann", reason="old")
    for base in (0, 3, 4):
        with pytest.raises(PrivateLockedError):
            documents.save(Save("own", "x", "open again", author="Ann", base=base))
