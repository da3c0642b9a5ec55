# ruff: noqa: S608 - the statements are those of somebody with a database tool, and nothing of them comes from outside
"""Further changes with the right key, beside those of ``test_tampering``: noticed, never a crash, never sealed over."""

import contextlib

import pytest

from supervision_tui.text_folding import fold
from supervision_tui.vault import (
    ConflictError,
    PrivateLockedError,
    Save,
    Vault,
    VaultError,
    VaultReadOnlyError,
    search_index_check,
)
from supervision_tui.vault.storage import revisions
from tests.vault.conftest import PASSPHRASE, copied, tamper

EMPTIED = "UPDATE revision SET title = '', body = NULL, note = '', salt = NULL WHERE"
OTHER_TEXT = "(SELECT body FROM revision WHERE id = 'b' AND action = 'save')"
SHOWN = "(SELECT shown FROM passage LIMIT 1)"


def worded(name: str, old: str, new: str) -> tuple[str, ...]:
    """The wording of a table written over in the schema itself."""
    return (
        "PRAGMA writable_schema = ON",
        f"UPDATE sqlite_master SET sql = replace(sql, '{old}', '{new}') WHERE name = '{name}'",
    )


SIBLINGS = {
    "an autosave that waits beside another taken away": (f"{EMPTIED} action = 'conflict' AND draft",),
    "a text that waits taken away while another was settled": (
        f"{EMPTIED} action = 'conflict' AND NOT draft AND body IS NOT NULL",
    ),
    "words of a draft changed, its salt taken away": (
        f"UPDATE revision SET body = {OTHER_TEXT}, salt = NULL WHERE id = 'one'",
    ),
    "words put where a deleted text was": (
        f"UPDATE revision SET body = {OTHER_TEXT}, title = 'Forged' WHERE id = 'gone' AND action = 'save'",
    ),
    "a title put into an earlier life": ("UPDATE revision SET title = 'x' WHERE id = 'again' AND version = 1",),
    "an autosave before somebody else's taken away": (f"{EMPTIED} id = 's' AND version = 2",),
    "reason of a deletion taken away": ("UPDATE revision SET note = '', salt = NULL WHERE action = 'delete'",),
    "line of a hold emptied": (f"{EMPTIED} action = 'hold'",),
    "a line before the first": (
        (
            "INSERT INTO revision SELECT 0, kind, id, version, base, author, saved_at, 'conflict', draft, sealed, "
            "title, body, note, salt, content_hash, previous, hash FROM revision WHERE seq = 1"
        ),
    ),
    "a line far after the last": (
        "UPDATE revision SET seq = 9000000000000000000 WHERE seq = (SELECT max(seq) FROM revision)",
    ),
    "other words in the index": (
        "DELETE FROM words WHERE rowid = (SELECT number FROM document WHERE id = 'a')",
        "INSERT INTO words (rowid, folded) SELECT number, 'osprey 2' FROM document WHERE id = 'a'",
    ),
    "the index of two documents exchanged": (
        "DELETE FROM words",
        (
            "INSERT INTO words (rowid, folded) SELECT number, CASE id WHEN 'a' THEN 'osprey' ELSE 'heron 2' END "
            "FROM document WHERE id IN ('a', 'b')"
        ),
    ),
    "words moved between neighbours, so that every sum stays": (
        "DELETE FROM words WHERE rowid IN (SELECT number FROM document WHERE id IN ('1', '2', '3', '4'))",
        (
            "INSERT INTO words (rowid, folded) SELECT number, iif(id IN ('2', '3'), 'wader one', 'finch one') "
            "FROM document WHERE id IN ('1', '2', '3', '4')"
        ),
    ),
    "how many texts the index was given": ("UPDATE words_data SET block = x'0101' WHERE id = 1",),
    "what the index was given, emptied": ("UPDATE words_data SET block = x'' WHERE id = 1",),
    "the list by which words are found, emptied": ("DELETE FROM words_idx",),
    "the list by which words are found, changed": ("UPDATE words_idx SET pgno = pgno + 2",),
    "a text that cannot be taken out of the index": ("UPDATE words_docsize SET origin = 99",),
    "a word doubled in the index": (
        "DELETE FROM words WHERE rowid = (SELECT number FROM document WHERE id = 'b')",
        "INSERT INTO words (rowid, folded) SELECT number, 'osprey osprey' FROM document WHERE id = 'b'",
    ),
    **{
        f"a {kind} that bears the name of an index of SQLite's own": (
            "PRAGMA writable_schema = ON",
            (
                "INSERT INTO sqlite_master (type, name, tbl_name, rootpage, sql) "
                f"VALUES ('{kind}', 'sqlite_autoindex_x', '{table}', 0, 'CREATE {kind} sqlite_autoindex_x {does}')"
            ),
        )
        for kind, table, does in (
            ("trigger", "revision", "AFTER INSERT ON revision BEGIN DELETE FROM document; END"),
            ("view", "sqlite_autoindex_x", "AS SELECT 1"),
        )
    },
    "whose file it is": ("PRAGMA application_id = 77",),
    "the whole list of documents moved to another case": (
        (
            "INSERT INTO document SELECT 98, 'NOTE', id, version, seq, author, saved_at, title, sealed FROM document "
            "WHERE id = 'a' AND kind = 'note'"
        ),
    ),
    "a time told in another way": ("UPDATE document SET saved_at = replace(saved_at, '+00:00', 'Z') WHERE id = 'a'",),
    "a nought after an author's name": ("UPDATE document SET author = author || char(0) WHERE id = 'a'",),
    "a waiting text given to another document": ("UPDATE revision SET id = 'b' WHERE action = 'conflict'",),
    "shown words of two documents exchanged": (
        "UPDATE passage SET number = -number",
        "UPDATE passage SET number = 3 WHERE number = -1",
        "UPDATE passage SET number = 1 WHERE number = -3",
        "UPDATE passage SET number = -number WHERE number < 0",
    ),
    "a default of a table": worded("keeping", "DEFAULT ''''", "DEFAULT ''x''"),
    "where two tables begin, exchanged": (
        "PRAGMA writable_schema = ON",
        "CREATE TEMP TABLE roots AS SELECT name, rootpage FROM sqlite_master WHERE name IN ('keeping', 'passage')",
        (
            "UPDATE sqlite_master SET rootpage = (SELECT rootpage FROM roots WHERE name != sqlite_master.name) "
            "WHERE name IN ('keeping', 'passage')"
        ),
    ),
    "a private text made findable": (
        "INSERT INTO words (rowid, folded) SELECT number, 'felt small' FROM document WHERE id = 'p'",
        f"INSERT INTO passage SELECT number, {SHOWN} FROM document WHERE id = 'p'",
    ),
    "words of no document": (
        "INSERT INTO words (rowid, folded) VALUES (999, 'ghost')",
        f"INSERT INTO passage SELECT 999, {SHOWN}",
    ),
    "how the index ranks": ("INSERT INTO words (words, rank) VALUES ('rank', 'bm25(0.0)')",),
    "how long the index says texts are": ("UPDATE words_docsize SET sz = x'7f'",),
    "an index of ours worded otherwise": (
        "DROP INDEX ix_revision_conflict",
        "CREATE INDEX ix_revision_conflict ON revision (seq) WHERE action = 'never'",
    ),
    "a table that drops what is saved": worded("document", "UNIQUE (kind, id)", "UNIQUE (kind, id) ON CONFLICT IGNORE"),
    "a table that refuses an author": worded(
        "document", "CONSTRAINT pk_document", "CHECK (author <> 0), CONSTRAINT pk"
    ),
    "a table that takes two kinds for one": worded("revision", "kind VARCHAR", "kind VARCHAR COLLATE NOCASE"),
    "statistics that steer every query": ("ANALYZE",),
    "fact of a newer program": ("INSERT INTO meta VALUES ('readable_from', '1')",),
    "fact with another value": ("INSERT INTO meta VALUES ('log in use', 'perhaps')",),
    "a row about keeping a document that is not there": ("INSERT INTO keeping (kind, id) VALUES ('note', 'zzz')",),
    **{
        f"{column} of a line is no {column}": (f"UPDATE revision SET {column} = x'41' WHERE seq = 2",)
        for column in (
            "kind",
            "id",
            "author",
            "saved_at",
            "action",
            "title",
            "note",
            "previous",
            "hash",
            "content_hash",
        )
    },
    "version of a line is no number": ("UPDATE revision SET version = 'x' WHERE seq = 2",),
    "text of a line is kept as words": ("UPDATE revision SET body = CAST(body AS TEXT) WHERE seq = 2",),
    "salt of a line is words": ("UPDATE revision SET salt = 'abc' WHERE seq = 2",),
    "a time without its distance from UTC": ("UPDATE revision SET saved_at = '2026-01-01T00:00:00' WHERE id = 's'",),
    "neither draft nor not": ("UPDATE revision SET draft = 7 WHERE id = 'one'",),
    **{
        f"{column} in the list is no {column}": (f"UPDATE document SET {column} = x'41' WHERE id = 'b'",)
        for column in ("kind", "id", "title", "author", "saved_at", "version", "sealed")
    },
    "a day to go is no day": ("UPDATE keeping SET due = x'41'",),
    "whose key it is, is no name": ("UPDATE author_key SET author = x'41'",),
    "a key is words": ("UPDATE author_key SET public = 'abc'",),
    **{f"number of the schema {number}": (f"PRAGMA user_version = {number}",) for number in (-1, 0, 1, 2)},
    "a setting of the index that is no number": ("UPDATE words_config SET v = 'x'",),
    "how free pages are kept": ("PRAGMA auto_vacuum = 1", "VACUUM"),
    "a default and a rule taken into the name of a sort": worded(
        "revision", "VARCHAR DEFAULT '''' NOT NULL", "\"VARCHAR DEFAULT '''' NOT NULL\""
    ),
    "a text where there is none": ("UPDATE revision SET body = x'' WHERE action = 'hold'",),
    "something behind a text that a search shows": ("UPDATE passage SET shown = CAST(shown || x'00' AS BLOB)",),
    "the number of a private text in the list": ("UPDATE document SET number = 77 WHERE id = 'p'",),
    "the number of a private text turned": ("UPDATE document SET number = -number WHERE id = 'p'",),
    "a key put beside, and the true one exchanged": (
        "INSERT INTO author_key SELECT 'Ben', public, wrapped, '' FROM author_key",
        "UPDATE author_key SET public = zeroblob(32) WHERE author = 'Ann'",
    ),
    "everything of a document gone": (
        "DELETE FROM words WHERE rowid = (SELECT number FROM document WHERE id = 'b')",
        "DELETE FROM passage WHERE number = (SELECT number FROM document WHERE id = 'b')",
        "DELETE FROM revision WHERE id = 'b'",
        "DELETE FROM document WHERE id = 'b'",
    ),
}


@pytest.fixture(scope="module")
def full_pattern(busy_pattern, tmp_path_factory):
    """The busy one with texts that wait beside others, deleted documents, and autosaves of two people; closed."""
    busy = copied(busy_pattern, tmp_path_factory.mktemp("full"))
    with busy.open() as vault:
        documents = vault.documents
        documents.save(Save("note", "b", "text of b", author="Ben", base=0, title="Two", search="osprey"))
        documents.save(Save("session", "one", "one autosave", author="Ann", base=0, draft=True, search="only"))
        for author, base in (("Ann", 1), ("Ben", 2)):
            documents.save(Save("session", "s", f"{author} {base}", author=author, base=base, draft=True))
        for text, draft in (("an autosave", True), ("deliberate", False), ("settled", False)):
            with pytest.raises(ConflictError):
                documents.save(Save("note", "a", text, author="Cy", base=1, draft=draft))
        documents.resolve(documents.conflicts()[-1], author="Ann")
        for ident in ("gone", "again"):
            documents.save(Save("note", ident, "first life", author="Ann", base=0, search="first"))
            documents.delete("note", ident, author="Ann", reason="old")
        documents.save(Save("note", "again", "second life", author="Ann", base=0, search="second"))
        for ident, words in (("1", "wader one"), ("2", "finch one"), ("3", "finch one"), ("4", "wader one")):
            documents.save(Save("note", ident, words, author="Ann", base=0, search=words))
        assert vault.check() == []
    return busy


@pytest.fixture
def full(full_pattern, tmp_path):
    """The same, of this test's own."""
    return copied(full_pattern, tmp_path)


def grave(vault) -> list[str]:
    return [finding.message for finding in vault.check() if finding.grave]


@pytest.mark.parametrize("attack", SIBLINGS)
def test_the_check_names_every_sibling_of_a_change(full, tmp_path, attack):
    tamper(full, *SIBLINGS[attack])
    with Vault.open(full.folder, PASSPHRASE, state=tmp_path / "elsewhere") as vault:
        assert grave(vault)


@pytest.mark.parametrize("attack", SIBLINGS)
def test_reading_what_was_changed_ends_in_a_sentence_and_never_in_a_crash(full, tmp_path, attack):
    tamper(full, *SIBLINGS[attack])
    with Vault.open(full.folder, PASSPHRASE, state=tmp_path / "elsewhere") as vault:
        documents = vault.documents
        for read in (
            lambda: documents.headings("note"),
            lambda: documents.get("note", "a"),
            lambda: documents.history("note", "b"),
            lambda: documents.search("osprey"),
            documents.scheduled_deletions,
            documents.conflicts,
            lambda: documents.save(Save("note", "a", "more", author="Ann", base=2)),
            lambda: documents.save(Save("own", "p", "more", author="Ann", base=1, sealed=True)),
        ):
            with contextlib.suppress(VaultError):
                read()


@pytest.mark.parametrize(
    "attack", ["other words in the index", "words moved between neighbours, so that every sum stays"]
)
def test_an_index_whose_pages_differ_is_read_word_by_word(full, monkeypatch, attack):
    """As with another version of SQLite, which may put the same words on other pages."""
    monkeypatch.setattr(search_index_check._Index, "merged", lambda index: str(id(index)))
    with full.open() as vault:
        assert vault.check() == []
    tamper(full, *SIBLINGS[attack])
    with full.open() as vault:
        assert grave(vault) == [
            "The search index was changed or emptied; searches may miss documents. The documents are safe."
        ]


def test_a_save_does_not_seal_what_somebody_else_wrote(full, tmp_path):
    tamper(full, "DELETE FROM meta WHERE name = 'seal'")
    for _ in range(2):
        with Vault.open(full.folder, PASSPHRASE, state=tmp_path / "elsewhere") as vault:
            assert any("not the one that this program sealed" in warning for warning in vault.warnings)
            with pytest.raises(VaultReadOnlyError):
                vault.documents.save(Save("note", "new", "words", author="Ann", base=0))
            assert any("not the one that this program sealed" in message for message in grave(vault))


def test_somebody_who_knows_why_may_go_on_and_every_check_tells_of_it(full, tmp_path):
    tamper(full, "DELETE FROM meta WHERE name = 'seal'")
    Vault.open(full.folder, PASSPHRASE, state=tmp_path / "elsewhere", accept_older=True).close()
    with Vault.open(full.folder, PASSPHRASE, state=tmp_path / "elsewhere") as vault:
        vault.documents.save(Save("note", "new", "words", author="Ann", base=0))
        assert any("went on with it all the same" in message for message in grave(vault))


def test_keys_that_somebody_put_there_are_not_sealed_with_the_next_key(busy, tmp_path):
    tamper(busy, "INSERT INTO author_key SELECT 'Eve', public, wrapped, made_at FROM author_key")
    with Vault.open(busy.folder, PASSPHRASE, state=tmp_path / "elsewhere") as vault:
        with pytest.raises(PrivateLockedError, match="something else changed"):
            vault.private.create_on_this_device("Ben")
        assert any("keys for private entries" in message for message in grave(vault))


def test_nothing_is_locked_for_a_stranger_on_a_machine_that_never_knew_the_true_key(busy, tmp_path):
    from nacl.public import PrivateKey

    tamper(busy, ("UPDATE author_key SET public = ?", (bytes(PrivateKey.generate().public_key),)))
    with (
        Vault.open(busy.folder, PASSPHRASE, state=tmp_path / "elsewhere") as vault,
        pytest.raises(PrivateLockedError, match="could read what you write"),
    ):
        vault.documents.save(Save("own", "q", "SECRET", author="Ann", base=0, sealed=True))


def test_a_settled_text_that_somebody_puts_back_is_named(full):
    with full.open() as vault:
        waiting = vault.documents.conflicts()[0]
        with vault._opened.database.reading() as transaction:
            before = revisions.at_seq(transaction, waiting.seq)
        vault.documents.resolve(waiting, author="Ann")
        assert vault.check() == []
    tamper(
        full,
        (
            "UPDATE revision SET title = ?, body = ?, salt = ? WHERE seq = ?",
            (before.title, before.body, before.salt, before.seq),
        ),
    )
    with full.open() as vault:
        assert f"The text of line {before.seq} of the history is there, though it was deleted." in grave(vault)


def test_how_texts_are_folded_for_the_index_never_changes_by_chance():
    """The check builds the index anew: with another folding every older notebook would be called changed."""
    folded = fold("Zoë Łukasz-Ødegård’s ẞtraße ﬁve 東京 Ελλάδα İzmir ½ naïve ʼOʼBrien")
    assert folded == "zoe lukasz-odegard's sstrasse five  東  京  ελλαδα izmir 1⁄2 naive 'o'brien"
