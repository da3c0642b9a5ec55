"""A program that was rolled back opens what a newer one wrote: what it knows is shown, and nothing is lost."""

import json

import pytest

from supervision_tui.vault import Save, VaultNewerError, VaultReadOnlyError
from supervision_tui.vault.storage import schema, statements
from supervision_tui.workspace import open_vault
from tests.workspace.conftest import PASSPHRASE


def write_as_a_newer_program(workspace, kind, document_id, **added):
    """Save a document again with fields that this program does not know."""
    document = workspace.vault.documents.get(kind, document_id)
    body = json.dumps(json.loads(document.body) | added)
    workspace.vault.documents.save(
        Save(kind, document_id, body, author="Amina", base=document.version, title=document.title)
    )


@pytest.fixture
def rolled_back(workspace, hold):
    session_id = hold(workspace, "T2", "V1")
    write_as_a_newer_program(workspace, "family", "V3", moods=["sunny"])
    write_as_a_newer_program(workspace, "session", session_id, status="resting")
    with workspace.vault._opened.database.writing() as transaction:
        transaction.execute(f"PRAGMA user_version={schema.CURRENT + 1}")
        transaction.execute(statements.SET_FACT, (schema.READABLE_FROM, schema.CURRENT))
    folder = workspace.vault.folder
    workspace.close()
    older = open_vault(folder, PASSPHRASE)
    yield older, session_id
    older.close()


def test_what_is_known_is_shown_and_what_is_not_says_why(rolled_back):
    older, session_id = rolled_back
    assert [family.id for family in older.families.all()] == ["V1"]
    assert [outline.id for outline in older.family_outlines.all()]
    assert session_id not in {summary.id for summary in older.summaries.all()}
    for read in (lambda: older.families.get("V3"), lambda: older.sessions.get(session_id)):
        with pytest.raises(VaultNewerError, match=r"does not know.*Nothing of it was changed"):
            read()


def test_nothing_is_written_and_the_person_is_told(rolled_back):
    older, _ = rolled_back
    family = older.families.get("V1")
    with pytest.raises(VaultReadOnlyError):
        older.families.put(family, family.id)
    assert [warning for warning in older.vault.warnings if "newer version" in warning and "not shown" in warning]
