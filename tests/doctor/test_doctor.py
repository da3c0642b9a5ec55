"""``doctor`` finds out by doing: what it says works does, and what is broken is told with what to do."""

import json

import pytest
from typer.testing import CliRunner

from supervision_tui.cli.root import app
from supervision_tui.workspace.notebook import doctor
from supervision_tui.workspace.notebook.doctor import run_checks


@pytest.fixture(autouse=True)
def own_place(monkeypatch, tmp_path):
    monkeypatch.setenv("SUPERVISION_TUI_HOME", str(tmp_path / "home"))
    monkeypatch.delenv("SUPERVISION_TUI_VAULT", raising=False)
    return tmp_path / "home"


def told(what):
    return next(finding for finding in run_checks() if finding.what == what)


def test_on_a_machine_that_is_set_up_nothing_is_troubled_and_nothing_is_left_behind(own_place):
    assert [finding for finding in run_checks() if finding.standing == "trouble"] == []
    assert not own_place.exists()


def test_what_fails_is_named_and_the_rest_is_still_looked_at(monkeypatch):
    def broken(_what):
        raise ImportError("a name that must not be shown")

    monkeypatch.setattr(doctor, "CHECKS", (("Locked notebook", broken), *doctor.CHECKS[-1:]))
    first, last = run_checks()
    assert first.standing == "trouble"
    assert "ImportError" in first.words
    assert "must not be shown" not in first.words + first.mend
    assert last.standing in {"works", "without"}


@pytest.mark.parametrize("variable", ["SUPERVISION_TUI_HOME", "SUPERVISION_TUI_STATE"])
def test_a_folder_in_which_nothing_can_be_written_is_told(monkeypatch, tmp_path, variable):
    (tmp_path / "in-the-way").touch()
    monkeypatch.setenv(variable, str(tmp_path / "in-the-way" / "place"))
    found = told("Where it stands")
    assert found.standing == "trouble"
    assert variable in found.mend


def test_a_mistake_in_a_pack_of_the_teams_own_is_told_with_its_file(own_place):
    (own_place / "own" / "prompts").mkdir(parents=True)
    (own_place / "own" / "prompts" / "ours.yaml").write_text("prompts: [", encoding="utf-8")
    found = told("Questions and formats")
    assert found.standing == "trouble"
    assert "ours.yaml" in found.mend


def test_without_graphviz_the_paper_drawings_say_how_to_get_it(monkeypatch):
    monkeypatch.setattr("supervision_tui.genogram.graphviz.render._bundled", lambda _: None)
    monkeypatch.setattr("supervision_tui.genogram.graphviz.render._program", lambda _: None)
    assert told("Genogram as SVG").standing == "without"
    assert "Graphviz" in told("Genogram as SVG").mend
    assert told("Genogram in the terminal").standing == "works"


def test_the_command_says_it_in_a_line_each_or_as_json():
    spoken = CliRunner().invoke(app, ["doctor"])
    assert spoken.exit_code == 0
    assert "Locked notebook" in spoken.output
    data = CliRunner().invoke(app, ["doctor", "--json"])
    assert {row["standing"] for row in json.loads(data.stdout)} <= {"works", "without"}
