"""The tree of commands: help lists all of them and loads none; what it says of each is what each says of itself."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner

from supervision_tui import __version__
from supervision_tui.cli.command_table import COMMANDS, help_text
from supervision_tui.cli.family.family import app as family_app
from supervision_tui.cli.root import app
from tests.every_row import every_row

ROOT = Path(__file__).resolve().parents[2]
TREE = typer.main.get_command(app)


@every_row("name", COMMANDS)
def test_help_says_of_a_command_what_it_says_of_itself(name):
    command = TREE.commands[name]
    assert command.name == name
    assert command.get_short_help_str(1_000) == COMMANDS[name].help


@pytest.mark.parametrize("name", typer.main.get_command(family_app).lazy)
def test_help_says_of_a_command_about_a_family_what_it_says_of_itself(name):
    noun = typer.main.get_command(family_app)
    assert noun.commands[name].get_short_help_str(1_000) == noun.lazy[name].help


@pytest.mark.parametrize("columns", [30, 52, 60, 71, 80, 200])
def test_help_that_comes_at_once_is_the_help_of_the_whole_tree(columns, monkeypatch, capsys):
    monkeypatch.setenv("COLUMNS", str(columns))
    with pytest.raises(SystemExit):
        TREE.main(["--help"], prog_name="supervision-tui")
    tree = capsys.readouterr().out
    assert help_text("supervision-tui", columns) == tree
    assert tree.isascii()


@pytest.mark.parametrize("words", [["--help"], ["-h"], ["--version"]])
def test_help_and_version_load_nothing_of_the_program_but_their_own_table(words):
    code = (
        f"import sys, atexit; sys.argv = ['supervision-tui', *{words!r}]\n"
        "atexit.register(lambda: print(*sorted(sys.modules), file=sys.stderr))\n"
        "from supervision_tui.cli import main\n"
        "main()"
    )
    env = {**os.environ, "COLUMNS": "80"}
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT, env=env)
    expected = f"supervision-tui {__version__}\n" if words == ["--version"] else help_text("supervision-tui", 80)
    assert ran.stdout == expected
    modules = set(ran.stderr.split())
    ours = {name for name in modules if name.startswith("supervision_tui")}
    assert ours <= {"supervision_tui", "supervision_tui.cli", "supervision_tui.cli.command_table"}
    assert not {"typer", "pydantic", "shutil", "pathlib"} & modules


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


READING_A_FAMILY = {
    "cli", "days", "family", "lazy_dataclasses", "lazy_import", "lazy_packages", "lazy_pattern", "process_hardening",
    "text", "text_folding", "vault", "whole_files", "workspace", "yaml_files",
}  # fmt: skip
"""What a command about a family's file may load of the program's own packages and modules."""
NEVER_FOR_A_FAMILY = {
    "csv", "docx", "email", "http", "jinja2", "keyring", "nacl", "networkx", "numpy", "rapidfuzz", "resvg_py", "rich",
    "sqlcipher3", "textual", "typst", "wasmtime", "zipfile",
}  # fmt: skip
FACES_ALONE = {"vault", "workspace"}
"""Of these only the list of names, the errors, and what the organisation has set."""


@pytest.mark.parametrize(
    ("words", "more"),
    [
        (["family", "check"], set()),
        (["questions"], {"practice", "resources"}),
    ],
)
def test_a_command_about_a_family_loads_what_it_needs_and_nothing_else(words, more):
    family = str(ROOT / "templates" / "families" / "haile.yaml")
    code = (
        f"import sys, atexit; sys.argv = ['supervision-tui', *{words!r}, {family!r}]\n"
        "atexit.register(lambda: print('loaded', *sorted(sys.modules), file=sys.stderr))\n"
        "from supervision_tui.cli import main\n"
        "main()"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)
    modules = set(ran.stderr.rpartition("loaded ")[2].split())
    assert "supervision_tui.family.model.family" in modules
    ours = [name.split(".")[1:] for name in modules if name.startswith("supervision_tui.")]
    assert {parts[0] for parts in ours} <= READING_A_FAMILY | more
    inner = {".".join(parts) for parts in ours if parts[0] in FACES_ALONE and len(parts) > 1}
    assert inner <= {"vault.errors", "workspace.organisation", "workspace.paths"}
    assert {name.partition(".")[0] for name in modules} & NEVER_FOR_A_FAMILY == set()


def test_a_command_that_ends_at_once_does_what_is_registered_for_the_end_and_gives_its_code():
    code = (
        "import sys, atexit; sys.argv = ['supervision-tui', 'family', 'check', 'no-such-file.yaml']\n"
        "atexit.register(lambda: print('the end'))\n"
        "from supervision_tui.cli import main\n"
        "main()"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False, cwd=ROOT)
    assert ran.returncode != 0
    assert "no-such-file.yaml" in ran.stderr
    assert ran.stdout == "the end\n"


def test_a_command_mistyped_is_answered_with_the_one_that_was_meant():
    refused = CliRunner().invoke(app, ["vualt"])
    assert refused.exit_code == 2
    assert "Did you mean 'vault'?" in refused.output


def test_a_shell_that_asks_how_a_command_goes_on_is_answered():
    """The program is started without a word then, which otherwise opens the screen."""
    code = "import sys; sys.argv = ['supervision-tui']\nfrom supervision_tui.cli import main\nmain()"
    asked = {"_SUPERVISION_TUI_COMPLETE": "complete_bash", "COMP_WORDS": "supervision-tui vault ba", "COMP_CWORD": "2"}
    ran = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT, env={**os.environ, **asked}
    )
    assert ran.stdout.split() == ["backup"]


NOT_BEFORE_THE_DOOR = {"networkx", "nacl", "pydantic", "pydantic_core", "rapidfuzz", "regex", "sqlcipher3"}
"""What the first picture does without: it is loaded while somebody types the passphrase."""


@pytest.mark.parametrize("door", ["unlock", "welcome", "opening demo"])
def test_the_first_picture_loads_no_notebook(door):
    code = (
        "import sys; from supervision_tui import lazy_packages; lazy_packages.look_up_on_use()\n"
        "import supervision_tui.tui.app\n"
        "from supervision_tui.tui.navigation import screen_class\n"
        f"screen_class({door!r})\n"
        "print(*sys.modules)"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)
    loaded = set(ran.stdout.split())
    assert {"supervision_tui.tui.app", "textual.app"} <= loaded
    assert loaded & NOT_BEFORE_THE_DOOR == set()
    ours = {name.split(".")[1] for name in loaded if name.startswith("supervision_tui.")}
    assert ours & {"family", "people", "session", "records", "parcels", "plain", "browser"} == set()
