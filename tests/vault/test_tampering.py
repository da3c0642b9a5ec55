"""Whoever has the passphrase can change the tables: every change is noticed, and none of them does what it was for."""

import pytest

from supervision_tui.vault import (
    OnHoldError,
    PrivateLockedError,
    Save,
    Vault,
    VaultReadOnlyError,
)
from supervision_tui.vault.keys import wrapping
from supervision_tui.vault.storage import revisions, statements
from tests.vault.conftest import PASSPHRASE, tamper

ATTACKS = {
    "author key swapped": ("UPDATE author_key SET public = zeroblob(32)",),
    "author key deleted": ("DELETE FROM author_key",),
    "text of a draft taken away": ("UPDATE revision SET body = NULL, salt = NULL, title = '' WHERE kind = 'session'",),
    "body of a draft alone taken away": ("UPDATE revision SET body = NULL WHERE kind = 'session'",),
    "text of a document taken away": ("UPDATE revision SET body = NULL, salt = NULL WHERE id = 'a' AND version = 2",),
    "text of an old version taken away": (
        "UPDATE revision SET body = NULL, salt = NULL WHERE id = 'a' AND version = 1",
    ),
    "hold removed": ("DELETE FROM keeping",),
    "hold emptied": ("UPDATE keeping SET held = ''",),
    "hold reworded": ("UPDATE keeping SET held = 'nothing'",),
    "hold invented": ("INSERT INTO keeping(kind, id, why, held) VALUES ('note', 'a', '', 'a court')",),
    "day to go moved": ("UPDATE keeping SET due = '2026-01-01'",),
    "reason of the day changed": ("UPDATE keeping SET why = 'none'",),
    "title forged": ("UPDATE document SET title = 'Another' WHERE id = 'a'",),
    "author forged in the list": ("UPDATE document SET author = 'Eve' WHERE id = 'a'",),
    "time forged in the list": ("UPDATE document SET saved_at = '2020-01-01T00:00:00+00:00' WHERE id = 'a'",),
    "private flag forged": ("UPDATE document SET sealed = 0 WHERE id = 'p'",),
    "version forged": ("UPDATE document SET version = 7 WHERE id = 'a'",),
    "document put back to its first version": ("UPDATE document SET version = 1, seq = 1 WHERE id = 'a'",),
    "a key planted for somebody": ("INSERT INTO author_key SELECT 'Eve', public, wrapped, made_at FROM author_key",),
    "wrapped key changed": ("UPDATE author_key SET wrapped = '{}'",),
    "time of a key changed": ("UPDATE author_key SET made_at = ''",),
    "key given to another name": ("UPDATE author_key SET author = 'Eve'",),
    "seal of the keys dropped": ("DELETE FROM meta WHERE name = 'seal of the authors'' keys'",),
    "fact invented": ("INSERT INTO meta VALUES ('extra', 'x')",),
    "column added": ("ALTER TABLE document ADD COLUMN extra TEXT",),
    "no time in a line": ("UPDATE revision SET saved_at = 'x' WHERE id = 'a' AND version = 2",),
    "no time in the list": ("UPDATE document SET saved_at = 'x' WHERE id = 'a'",),
    "no day to go": ("UPDATE keeping SET due = 'x'",),
    "ids of the list changed": ("UPDATE document SET id = 'b' WHERE id = 'a'",),
    "document invented": (
        (
            "INSERT INTO document SELECT 99, 'note', 'ghost', version, seq, author, saved_at, title, sealed "
            "FROM document WHERE id = 'a'"
        ),
    ),
    "draft flag of a line": ("UPDATE revision SET draft = 1 WHERE id = 'a' AND version = 2",),
    "base of a line": ("UPDATE revision SET base = 9 WHERE id = 'a' AND version = 2",),
    "salt of a line": ("UPDATE revision SET salt = zeroblob(16) WHERE id = 'a' AND version = 2",),
    "first line gone": ("DELETE FROM revision WHERE seq = 1",),
    "a save called a conflict": ("UPDATE revision SET action = 'conflict' WHERE id = 'a' AND version = 2",),
    "words of a private text in the index": (
        "INSERT INTO words (rowid, folded) SELECT number, 'felt small' FROM document WHERE id = 'p'",
    ),
    "document row removed": ("DELETE FROM document WHERE id = 'a'",),
    "search index emptied": ("INSERT INTO words(words) VALUES('delete-all')",),
    "passages emptied": ("DELETE FROM passage",),
    "index and passages emptied": ("INSERT INTO words(words) VALUES('delete-all')", "DELETE FROM passage"),
    "trigger": ("CREATE TRIGGER t AFTER INSERT ON revision BEGIN DELETE FROM document; END",),
    "view": ("CREATE VIEW v AS SELECT * FROM revision",),
    "table": ("CREATE TABLE t (x)",),
    "index dropped": ("DROP INDEX ix_revision_kind_id_version",),
    "line edited": ("UPDATE revision SET author = 'Eve' WHERE seq = 1",),
    "body edited": ("UPDATE revision SET body = x'00' WHERE seq = 1",),
    "line deleted": ("DELETE FROM revision WHERE seq = 2",),
    "lines swapped": (
        "UPDATE revision SET seq = -1 WHERE seq = 1",
        "UPDATE revision SET seq = 1 WHERE seq = 2",
        "UPDATE revision SET seq = 2 WHERE seq = -1",
    ),
}


@pytest.mark.parametrize("attack", ATTACKS)
def test_the_check_names_every_change(busy, attack):
    tamper(busy, *ATTACKS[attack])
    with busy.open(accept_older=True) as vault:
        assert [finding.message for finding in vault.check() if finding.grave]


@pytest.mark.parametrize("attack", ["trigger", "view", "table", "index dropped"])
def test_beside_a_structure_that_is_not_ours_nothing_is_saved(busy, attack):
    tamper(busy, *ATTACKS[attack])
    with busy.open() as vault:
        assert any("structure was changed" in warning for warning in vault.warnings)
        with pytest.raises(VaultReadOnlyError):
            vault.documents.save(Save("note", "new", "words", author="Ann", base=0))
        assert vault.documents.get("note", "a").body == "text 1"


def test_a_swapped_key_is_told_at_opening_and_nothing_is_locked_for_the_stranger(busy):
    from nacl.public import PrivateKey

    stranger = PrivateKey.generate()
    tamper(busy, ("UPDATE author_key SET public = ?", (bytes(stranger.public_key),)))
    with busy.open() as vault:
        assert any("private entries of Ann" in warning for warning in vault.warnings)
        for ident, base in (("p", 1), ("q", 0)):
            with pytest.raises(PrivateLockedError, match="changed it"):
                vault.documents.save(Save("own", ident, "SECRET", author="Ann", base=base, sealed=True))
        assert vault.documents.get("own", "p").body == "I felt small"


def test_a_swapped_key_behind_an_own_passphrase_is_noticed_before_anything_is_locked(place):
    with place.open() as vault:
        vault.private.create("Ann", "an own quiet passphrase", wrapping.Cost.FAST)
        vault.documents.save(Save("own", "p", "I felt small", author="Ann", base=0, sealed=True))
    tamper(place, "UPDATE author_key SET public = zeroblob(32)")
    with place.open() as vault:
        assert any("private entries of Ann" in warning for warning in vault.warnings)
        with pytest.raises(PrivateLockedError, match="changed it"):
            vault.documents.save(Save("own", "q", "SECRET", author="Ann", base=0, sealed=True))


def test_a_key_taken_out_of_the_vault_is_not_replaced_by_a_fresh_one(busy):
    tamper(busy, "DELETE FROM author_key")
    with busy.open() as vault:
        with pytest.raises(Exception, match="taken out of the vault"):
            vault.private.create_on_this_device("Ann")
        assert vault.documents.get("own", "p").body == "I felt small"


@pytest.mark.parametrize("attack", ["hold removed", "hold emptied"])
def test_a_hold_that_somebody_took_away_still_holds(busy, attack):
    tamper(busy, *ATTACKS[attack])
    with busy.open() as vault:
        with pytest.raises(OnHoldError, match="a review"):
            vault.documents.delete("note", "held", author="Ann", reason="old")
        vault.documents.release("note", "held", author="Ann", reason="ended")
        vault.documents.delete("note", "held", author="Ann", reason="old")


def test_what_the_program_does_itself_is_never_called_a_change(busy):
    from datetime import date

    with busy.open() as vault:
        for base in range(1, 9):
            vault.documents.save(Save("session", "s", f"in hand {base}", author="Ann", base=base, draft=True))
        vault.documents.save(Save("session", "s", "done", author="Ben", base=9, search="done"))
        vault.documents.release("note", "held", author="Ann", reason="ended")
        vault.documents.set_due("note", "held", None, author="Ann", why="stays")
        vault.documents.set_due("note", "a", date(2031, 1, 1), author="Ann", why="rule: one")
        vault.documents.delete("note", "a", author="Ann", reason="old")
        vault.documents.save(Save("note", "a", "anew", author="Ann", base=0, search="anew"))
        assert vault.check() == []
    with busy.open() as vault:
        assert vault.warnings == ()
        assert vault.check() == []


def test_a_swapped_key_is_told_at_opening_on_a_machine_that_never_knew_the_true_one(busy, tmp_path):
    tamper(busy, "UPDATE author_key SET public = zeroblob(32)")
    with Vault.open(busy.folder, PASSPHRASE, state=tmp_path / "elsewhere") as vault:
        assert any("keys for private entries" in warning for warning in vault.warnings)


def test_a_vault_whose_keys_were_never_sealed_has_them_sealed_at_its_next_opening(busy):
    with busy.open() as vault, vault._opened.database.writing() as transaction:
        transaction.execute(statements.DROP_FACT, (revisions.KEYS_SEAL,))
        revisions.seal_head(transaction, revisions.head(transaction))  # as an earlier program left it
    with busy.open() as vault:
        assert vault.warnings == ()
        assert vault.check() == []
    tamper(busy, "UPDATE author_key SET made_at = ''")
    with busy.open() as vault:
        assert vault.check()
