"""``supervision-tui genogram``."""

import json
from contextlib import contextmanager
from types import SimpleNamespace

import pytest
from typer.testing import CliRunner

from supervision_tui.cli.family.family_argument import load_with_owner
from supervision_tui.cli.family.genogram import app
from supervision_tui.resources import content_folder

FAMILY = str(content_folder("templates") / "families" / "carter-okafor.yaml")


def run(*words):
    return CliRunner().invoke(app, list(words))


def test_layout_as_json_has_the_published_shape():
    told = json.loads(run("layout", FAMILY, "--json").stdout)
    assert {"id", "x", "y", "width", "height", "row", "birth"} <= told["persons"][0].keys()
    assert {"id", "partners", "children"} <= told["unions"][0].keys()
    assert [compromise["rule"] for compromise in told["compromises"]] == ["no crossing"]
    assert {"rule", "persons", "why"} == told["compromises"][0].keys()
    assert told["seconds"] > 0


def test_draw_writes_a_file_once(tmp_path):
    path = tmp_path / "family.svg"
    assert run("draw", FAMILY, "-o", str(path)).exit_code == 0
    again = run("draw", FAMILY, "-o", str(path))
    assert again.exit_code == 1
    assert "--force" in again.stderr
    assert run("draw", FAMILY, "-o", str(path), "--force").exit_code == 0


def test_draw_without_a_file_is_text_and_initials_hide_names():
    assert "Leanne" in run("draw", FAMILY).stdout
    assert "Leanne" not in run("draw", FAMILY, "--initials").stdout


def test_focus_and_date_choose_who_is_drawn():
    told = run("draw", FAMILY, "--focus", "robin", "--degree", "1", "--as-at", "2015").stdout
    assert "Leanne" in told
    assert "Emeka" not in told
    assert " 5 " in told, "Robin is five at the end of 2015"


@pytest.mark.parametrize(
    "words", [("--view", "moods"), ("--profile", "mine"), ("-o", "family.doc"), ("--as-at", "when he was small")]
)
def test_used_wrongly_is_told_with_what_there_is(words):
    found = run("draw", FAMILY, *words)
    assert found.exit_code == 2
    assert len(found.stderr.strip()) > 20


def test_nobody_of_that_name_is_told():
    found = run("draw", FAMILY, "--focus", "Nobody Here")
    assert found.exit_code == 1
    assert "Nobody Here" in found.stderr


def test_words_read_the_family_aloud():
    assert "Robin Bell, 16. Child in focus." in run("words", FAMILY).stdout


def test_a_copy_is_drawn_and_what_it_leaves_out_is_told_with_its_reason():
    told = run("draw", FAMILY, "--copy", "training")
    assert told.exit_code == 0
    assert "Leanne" not in told.stdout
    assert "Withheld:" in told.stderr
    assert "Leanne" not in run("export", FAMILY, "--copy", "training").stdout
    assert "Leanne" not in run("words", FAMILY, "--copy", "training").stdout
    assert run("draw", FAMILY, "--copy", "everybody").exit_code == 2


@pytest.mark.parametrize(
    ("options", "head"),
    [
        (("--author", "Amina", "--for", "the reviewing officer"), "Drawn by Amina; for the reviewing officer"),
        (("--author", "Amina", "--copy", "court"), "Drawn by Amina; for the court"),
        (("--copy", "child"), "Who drew it is not said; for the child"),
        ((), "Who drew it is not said; for the team"),
    ],
)
def test_draw_says_who_drew_it_and_for_whom(options, head):
    assert head in run("draw", FAMILY, *options).stdout


def test_a_family_in_the_vault_is_drawn_by_the_owner_of_the_vault():
    @contextmanager
    def opened():
        families = SimpleNamespace(find=lambda _id: "the family", headings=list)
        yield SimpleNamespace(me="Amina", families=families)

    assert load_with_owner("C1", SimpleNamespace(open=opened)) == ("the family", "Amina")
    assert load_with_owner(FAMILY, SimpleNamespace(open=opened))[1] == "", "a file has no owner"
