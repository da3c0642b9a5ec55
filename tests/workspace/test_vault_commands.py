"""What should go, and who saved what, from the command line."""

import json

import pytest
from typer.testing import CliRunner

from supervision_tui.cli.notebook.vault import app
from supervision_tui.workspace import open_vault
from tests.workspace.conftest import PASSPHRASE


@pytest.fixture
def run(workspace, hold, tmp_path):
    """Run a command on a closed notebook with one finished session; gives its result."""
    hold(workspace, "T2", "V1")
    folder = workspace.vault.folder
    workspace.close()
    secret = tmp_path / "secret"
    secret.write_text(PASSPHRASE)

    def ran(*words, code=0, answer=None):
        where = ["--vault", str(folder), "--passphrase-file", str(secret)]
        done = CliRunner().invoke(app, [*words, *where], input=answer)
        assert done.exit_code == code, (done.output, done.exception)
        return done

    ran.folder = folder
    return ran


def test_a_working_space_is_listed_kept_and_let_go_of(run):
    assert "Nothing has to go" in run("due").stderr
    assert "2026-09-29" in run("ended", "V1", "--on", "2026-09-01").stderr
    [going] = [row for row in json.loads(run("due", "--json").stdout) if row["kind"] == "family"]
    assert (going["kind"], going["id"], going["day"]) == ("family", "V1", "2026-09-29")
    assert {line.split("  ")[1] for line in run("due", "--by", "2026-09-28").stdout.splitlines()} == {"to confirm"}
    run("keep", "family", "V1", "--until", "2027-01-01", "--reason", "they may come back")
    assert "2027-01-01" in run("due").stdout
    assert "Nothing was deleted" in run("let-go", "family", "V1", code=1, answer="n\n").stderr
    assert "were deleted" in run("let-go", "family", "V1", "--yes").stderr
    workspace = open_vault(run.folder, PASSPHRASE)
    assert workspace.families.find("V1") is None
    assert workspace.families.find("V3") is not None
    workspace.close()


def test_what_is_not_listed_does_not_go(run):
    assert "lists no family V3" in run("let-go", "family", "V3", "--yes", code=1).stderr
    run("ended", "V1", "--on", "no day at all", code=2)


def test_the_history_of_a_document_and_its_versions(run):
    rows = json.loads(run("history", "family", "V1", "--json").stdout)
    assert [row["version"] for row in rows] == [1]
    assert json.loads(run("history", "family", "V1", "--version", "1").stdout)["id"] == "V1"
    assert "Amina" in run("history", "family", "V1").stdout
    assert "ever saved" in run("history", "family", "V9").stderr
