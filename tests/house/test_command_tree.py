"""The tree of commands: help lists all of them and loads none; what it says of each is what each says of itself."""

import subprocess
import sys
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner

from supervision_tui.cli.root import COMMANDS, app

ROOT = Path(__file__).resolve().parents[2]
TREE = typer.main.get_command(app)


@pytest.mark.parametrize("name", COMMANDS)
def test_help_says_of_a_command_what_it_says_of_itself(name):
    command = TREE.commands[name]
    assert command.name == name
    assert command.get_short_help_str(1_000) == COMMANDS[name].help


def test_help_lists_every_command_in_order():
    shown = CliRunner().invoke(app, ["--help"]).output
    rows = [line.split()[0] for line in shown.partition("Commands:")[2].splitlines() if line[2:3].strip()]
    assert rows == ["demo", *COMMANDS]


@pytest.mark.parametrize(
    ("words", "loaded"),
    [(["--help"], set()), (["--version"], set()), (["nosuchthing"], set()), (["record", "--help"], {"notebook"})],
)
def test_only_the_noun_that_is_named_is_loaded(words, loaded):
    code = (
        f"import sys; sys.argv = ['supervision-tui', *{words!r}]\n"
        "from supervision_tui.cli.root import run_command\n"
        "run_command()\n"
        "print(*sorted(sys.modules), file=sys.stderr)"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)
    modules = ran.stderr.split()
    assert "supervision_tui.cli.root" in modules
    groups = {"family", "notebook", "practice", "program"}
    assert {group for group in groups if f"supervision_tui.cli.{group}" in modules} == loaded
    heavy = {"supervision_tui.family.model.family", "supervision_tui.workspace.workspace", "sqlcipher3"}
    assert heavy.intersection(modules) == set()


def test_a_command_mistyped_is_answered_with_the_one_that_was_meant():
    refused = CliRunner().invoke(app, ["vualt"])
    assert refused.exit_code == 2
    assert "Did you mean 'vault'?" in refused.output
