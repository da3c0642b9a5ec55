"""What the manual says is true: its generated pages are today's, its links lead somewhere, its commands exist."""

import re
import shlex
from pathlib import Path

import pytest
import typer.main

from docs.make_notice import runtime
from docs.make_pages import pages
from supervision_tui.cli.root import app
from supervision_tui.practice import load_library
from tests.every_row import every_row

ROOT = Path(__file__).resolve().parents[2]
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), *(ROOT / "templates").glob("*.md")])
LINK = re.compile(r"!?\[[^\]]*\]\(([^)\s]+)\)")
COMMAND = re.compile(r"supervision-tui[^`\n|]*")
DEV = re.compile(r"python3 dev\.py (\w+)")


def _named(path):
    return str(path.relative_to(ROOT))


def test_pages_read_off_the_program_are_as_it_is_today():
    today = pages()
    assert len(today) > len(load_library().templates)
    stale = [_named(path) for path, words in today.items() if path.read_text(encoding="utf-8") != words]
    assert stale == [], "run: python3 dev.py pages"


@every_row("page", PAGES, ids=_named)
def test_links_lead_somewhere(page):
    words = page.read_text(encoding="utf-8")
    targets = [target.split("#")[0] for target in LINK.findall(words) if not re.match(r"[a-z]+:", target)]
    assert [target for target in targets if target and not (page.parent / target).exists()] == []


def faults_of_a_command(command, words):
    """What *words*, a line as a page shows it, has that *command* or those below it do not know."""
    given = shlex.split(words.rstrip(".,;:)'\" ").replace("...", ""), posix=False)[1:]
    while given and (below := getattr(command, "commands", None)):
        if given[0] not in below:
            return [f"no command '{given[0]}' in: {words}"] if re.fullmatch(r"[a-z][a-z-]*", given[0]) else []
        command = below[given.pop(0)]
    known = {option for parameter in command.params for option in (*parameter.opts, *parameter.secondary_opts)}
    unknown = {word for word in given if word.startswith("--")} - {*known, "--help", "--version"}
    return [f"no option '{option}' in: {words}" for option in sorted(unknown)]


def test_commands_exist_with_the_options_that_are_shown():
    tree = typer.main.get_command(app)
    shown = [(_named(page), words) for page in PAGES for words in COMMAND.findall(page.read_text(encoding="utf-8"))]
    assert len(shown) > len(PAGES)
    faults = [f"{page}: {fault}" for page, words in shown for fault in faults_of_a_command(tree, words)]
    assert faults == []


@pytest.mark.parametrize(
    ("words", "fault"),
    [
        ("supervision-tui genogram drawn FAMILY", "no command 'drawn'"),
        ("supervision-tui genogram draw FAMILY --colourful", "no option '--colourful'"),
    ],
)
def test_a_command_that_is_not_there_is_found(words, fault):
    (found,) = faults_of_a_command(typer.main.get_command(app), words)
    assert found.startswith(fault)


def test_every_command_of_the_set_up_script_that_is_shown_exists():
    tasks = set(re.findall(r'^        "(\w+)": ', (ROOT / "dev.py").read_text(encoding="utf-8"), re.MULTILINE))
    shown = {name for page in PAGES for name in DEV.findall(page.read_text(encoding="utf-8"))}
    assert shown <= tasks


def test_every_library_that_is_needed_is_named_in_the_notice():
    named = (ROOT / "NOTICE").read_text(encoding="utf-8")
    assert [name for name in sorted(runtime()) if f"  {name} " not in named] == []
