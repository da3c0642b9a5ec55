# ruff: noqa: S608 - the statements are this file's own
"""Tampering by someone who has the key: every change, gap, swap and replay is named."""

import pytest

from supervision_tui.vault import Save, Vault
from supervision_tui.vault.derived_state import SEAL_BROKEN
from supervision_tui.vault.documents import IntegrityFinding
from supervision_tui.vault.storage import hash_chain, revisions, statements
from supervision_tui.vault.storage.rows import line_row
from tests.vault.conftest import PASSPHRASE


@pytest.fixture
def busy(vault):
    for version in range(3):
        for ident in "ab":
            vault.documents.save(Save("note", ident, f"{ident} {version}", author="Ann", base=version, search="heron"))
    return vault


def tamper(vault, *told):
    with vault._opened.database.writing() as transaction:
        for statement in told:
            transaction.execute(statement)


def forge_whole_chain(vault):
    """Put another author into every line and work the chain out anew, as somebody with a database tool could."""
    with vault._opened.database.writing() as transaction:
        previous = hash_chain.START
        for row in map(line_row, transaction.rows(statements.LINES, (1, 100))):
            forged = row._replace(author="Eve", previous=previous)
            previous = hash_chain.link(forged, previous)
            change = "UPDATE revision SET author = 'Eve', previous = ?, hash = ? WHERE seq = ?"
            transaction.execute(change, (forged.previous, previous, row.seq))
        transaction.execute("UPDATE document SET author = 'Eve'")


def grave(vault) -> list[IntegrityFinding]:
    return [finding for finding in vault.check() if finding.grave]


def test_an_honest_vault_has_no_findings(busy):
    assert busy.check() == []


@pytest.mark.parametrize("column", ["author", "saved_at", "kind", "id", "version", "base", "action", "draft", "sealed"])
def test_any_changed_column_is_named_with_its_document(busy, column):
    value = {"version": 7, "base": 7, "draft": 1, "sealed": 1}.get(column, "'2020-01-01T00:00:00+00:00'")
    tamper(busy, f"UPDATE revision SET {column} = {value} WHERE seq = 3")
    assert any("Line 3 of the history was changed" in finding.message for finding in grave(busy))


@pytest.mark.parametrize("column", ["title", "note", "body"])
def test_a_changed_text_is_named_with_its_document(busy, column):
    tamper(busy, f"UPDATE revision SET {column} = 'other words' WHERE seq = 3")
    assert (
        IntegrityFinding("The text of line 3 of the history was changed.", grave=True, documents=(("note", "a"),))
    ) in grave(busy)


def test_a_missing_line_is_named(busy):
    tamper(busy, "DELETE FROM revision WHERE seq = 3")
    assert any("Line 3 of the history: missing" in finding.message for finding in grave(busy))
    tamper(busy, "DELETE FROM revision WHERE seq = 4")
    assert any("Lines 3 to 4 of the history: missing" in finding.message for finding in grave(busy))


def test_two_swapped_lines_are_named(busy):
    tamper(
        busy,
        "UPDATE revision SET seq = 99 WHERE seq = 3",
        "UPDATE revision SET seq = 3 WHERE seq = 4",
        "UPDATE revision SET seq = 4 WHERE seq = 99",
    )
    messages = " ".join(finding.message for finding in grave(busy))
    assert "Line 3" in messages
    assert "Line 4" in messages


def test_a_text_taken_away_is_named(busy):
    tamper(busy, "UPDATE revision SET body = NULL, salt = NULL, title = '' WHERE seq = 3")
    assert any("text of line 3 of the history was taken away" in finding.message for finding in grave(busy))


def test_a_removed_document_is_named(busy):
    tamper(busy, "DELETE FROM document WHERE id = 'a'")
    (finding,) = grave(busy)
    assert finding.documents == (("note", "a"),)
    assert "missing" in finding.message


def test_a_document_set_back_is_named(busy):
    tamper(busy, "UPDATE document SET seq = 1, version = 1 WHERE id = 'a'")
    (finding,) = grave(busy)
    assert finding.documents == (("note", "a"),)


def test_a_document_from_nowhere_is_named(busy):
    tamper(busy, "INSERT INTO document VALUES (99, 'note', 'z', 1, 1, 'Eve', '2026-01-01T00:00:00+00:00', '', 0)")
    (finding,) = grave(busy)
    assert finding.documents == (("note", "z"),)


def test_a_line_spliced_in_with_a_hash_of_its_own_is_named(busy):
    with busy._opened.database.writing() as transaction:
        row = line_row(transaction.first(statements.LINE, (6,)))
        elsewhere = "f" * 64
        spliced = hash_chain.link(row, elsewhere)
        transaction.execute("UPDATE revision SET previous = ?, hash = ? WHERE seq = 6", (elsewhere, spliced))
    assert any("Line 6 of the history does not follow" in finding.message for finding in grave(busy))


def test_a_cut_off_end_is_named_by_what_was_seen_here(busy):
    tamper(busy, "DELETE FROM revision WHERE seq = 6", "UPDATE document SET seq = 4, version = 2 WHERE id = 'b'")
    assert any("not the one that was last seen" in finding.message for finding in grave(busy))


def test_a_history_written_anew_is_named_by_what_was_seen_here(busy):
    forge_whole_chain(busy)
    seen = "Line 6 of the history is not the one that was last seen on this machine."
    assert seen in [finding.message for finding in grave(busy)]


def test_a_history_written_anew_is_named_on_a_machine_that_never_saw_it(place, tmp_path):
    with place.open() as vault:
        for version in range(3):
            vault.documents.save(Save("note", "a", f"a {version}", author="Ann", base=version))
        forge_whole_chain(vault)
    with Vault.open(place.folder, PASSPHRASE, state=tmp_path / "another machine") as vault:
        assert any("not the one that this program sealed" in warning for warning in vault.warnings)
        assert [finding.message for finding in grave(vault)] == [SEAL_BROKEN]


def test_an_end_that_is_cut_off_is_named_on_a_machine_that_never_saw_it(place, tmp_path):
    with place.open() as vault:
        for version in range(3):
            vault.documents.save(Save("note", "a", f"a {version}", author="Ann", base=version))
        tamper(vault, "DELETE FROM revision WHERE seq = 3", "UPDATE document SET seq = 2, version = 2")
    with Vault.open(place.folder, PASSPHRASE, state=tmp_path / "another machine") as vault:
        assert SEAL_BROKEN in [finding.message for finding in grave(vault)]


def test_the_key_of_the_records_alone_makes_no_seal(place):
    with place.open() as vault:
        database = vault._opened.database
        with database.reading() as transaction:
            sealed = transaction.scalar(statements.FACT, ("seal",))
            keys_seal = transaction.scalar(statements.FACT, (revisions.KEYS_SEAL,))
            newest = revisions.head(transaction)
        assert hash_chain.seal(newest.seq, newest.hash, bytes(database._key), keys_seal) != sealed
        assert hash_chain.seal(newest.seq, newest.hash, database.head_key, keys_seal) == sealed


def test_a_damaged_search_index_is_named_and_the_documents_are_safe(busy):
    tamper(busy, "UPDATE words_data SET block = zeroblob(length(block)) WHERE id > 10")
    (finding,) = grave(busy)
    assert "search index" in finding.message
    assert busy.documents.get("note", "a").body == "a 2"
