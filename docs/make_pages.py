"""Write the pages that are read off the program itself: one for each session format, the command line, a manual page.

``python3 dev.py pages`` writes them; a test holds them to what the program says today.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import typer.main

from supervision_tui.cli.root import app
from supervision_tui.practice import Destination, SessionTemplate, load_library

DOCS = Path(__file__).parent
NOTE = "<!-- Written by docs/make_pages.py from the program; change the template or the command instead. -->"
WHOM = {"one": "one family", "several": "several families", "none": "no family: nothing of one is recorded"}


def pages() -> dict[Path, str]:
    """Every generated page by its path."""
    library = load_library()
    formats = list(library.templates.values())
    found = {DOCS / "formats" / f"{one.name}.md": "\n".join([*_format(one), ""]) for one in formats}
    found[DOCS / "formats" / "index.md"] = "\n".join([*_formats(formats), ""])
    found[DOCS / "command-line.md"] = "\n".join([*_commands(), ""])
    found[DOCS / "supervision-tui.1"] = "\n".join([*_manual_page(), ""])
    return found


def _formats(formats: list[SessionTemplate]) -> Iterator[str]:
    yield from (
        NOTE,
        "",
        "# The formats",
        "",
        "| | format | about | minutes | people |",
        "| --- | --- | --- | --- | --- |",
    )
    for one in formats:
        people = _people(one)
        yield f"| {one.id} | [{one.title}]({one.name}.md) | {WHOM[one.family]} | {one.minutes} | {people} |"


def _people(one: SessionTemplate) -> str:
    least, most = one.people
    return str(least) if least == most else f"{least} to {most}"


def _format(one: SessionTemplate) -> Iterator[str]:
    yield from (NOTE, "", f"# {one.title}", "", one.about, "")
    who = f"{_people(one)} {'person' if one.people == (1, 1) else 'people'}"
    yield f"**{one.minutes} minutes, {who}, {WHOM[one.family]}.**"
    yield from ("", "It stands on:", "", *(f"- {root}" for root in one.roots), "")
    if one.roles:
        yield from ("## Who does what", "")
        for role in one.roles:
            yield f"- **{role.title}**{'' if role.needed else ' (if somebody can)'}: {role.does}"
        yield ""
    yield from ("## Stage by stage", "")
    for number, stage in enumerate(one.stages, 1):
        repeated = "; once for each family" if one.family == "several" and stage.phase == "family" else ""
        yield from (f"### {number}. {stage.title}", "", f"*{stage.minutes} minutes{repeated}; {stage.mode}.*", "")
        yield f"{stage.lead}".replace("{child}", "the child")
        yield from ("", f"How: {stage.rule}" if stage.rule else "", "")
        yield _where(stage.destination, stage.not_written)
        if stage.locked_until:
            waits = one.stage(stage.locked_until).title
            yield from ("", f"This waits until *{waits}* was held; you may go on all the same, and that is kept.")
        yield ""
    yield "What each place may hold: [What is kept, and who can read it](../what-is-kept.md)."


def _where(destination: Destination, not_written: tuple[str, ...]) -> str:
    place = (
        "Nothing is written down" if destination is Destination.NONE else f"Most of it goes to {destination.about.name}"
    )
    never = f". Never written here: {', '.join(not_written)}" if not_written else ""
    return f"{place}{never}."


def _commands() -> Iterator[str]:
    yield from (NOTE, "", "# Every job has a command", "")
    yield from (
        "Data goes to standard output, words for people to standard error. Exit code 0: done; 1: refused, with the",
        "reason; 2: used wrongly. `--help` after any of them says more. FAMILY is an id in your vault or the path of a",
        "family file (YAML, GEDCOM, GenoPro ...). In a checkout not installed, `python3 dev.py run` stands for",
        "`supervision-tui`: `python3 dev.py run doctor`.",
        "",
    )
    yield from ("| command | what it does |", "| --- | --- |")
    for words, command in _walk(typer.main.get_command(app), "supervision-tui"):
        told = _purpose(command).replace("|", "\\|")
        yield f"| `{_call(words, command)}` | {told} |"


def _call(words: str, command: Any) -> str:
    """A command with the *words* that call it and the names of its arguments."""
    arguments = (
        str(each.metavar or each.name).upper() for each in command.params if each.param_type_name == "argument"
    )
    return " ".join([words, *arguments])


def _purpose(command: Any) -> str:
    """What a command does, as its help says first."""
    return str(command.help or "").split("\n\n")[0].replace("\n", " ").strip()


def _manual_page() -> Iterator[str]:
    """The manual page, in the language of man(7)."""
    root = typer.main.get_command(app)
    yield r".\" Written by docs/make_pages.py from the program."
    yield '.TH SUPERVISION\\-TUI 1 "" "supervision\\-tui" "User commands"'
    yield from (".SH NAME", _roff(f"supervision-tui - {_purpose(root).rstrip('.')}"))
    yield from (".SH SYNOPSIS", ".B supervision\\-tui", "[COMMAND] [ARGUMENTS]", ".SH DESCRIPTION")
    yield "Without a command the program opens on the screen. Nothing is sent anywhere. Each command says more with"
    yield from (".BR \\-\\-help .", ".SH COMMANDS")
    for words, command in _walk(root, ""):
        yield from (".TP", f".B {_roff(_call(words, command).strip())}", _roff(_purpose(command)))
        for option in (each for each in command.params if each.param_type_name == "option" and each.help):
            names = ", ".join(option.opts)
            yield from (".RS", ".TP", f".B {_roff(names)}", _roff(option.help.replace("\n", " ")), ".RE")
    yield from (".SH EXIT STATUS", ".TP", "0", "done", ".TP", "1", "refused; standard error says why", ".TP", "2")
    yield from ("used wrongly", ".SH FILES", ".TP", ".I organisation.yaml")
    yield "What an organisation sets for a computer; doctor says from where."


def _roff(words: str) -> str:
    """*words* as man(7) takes them: a hyphen as itself, no line that begins with a control letter."""
    written = words.replace("\\", "\\e").replace("-", "\\-")
    return f"\\&{written}" if written[:1] in {".", "'"} else written


def _walk(command: Any, words: str) -> Iterator[tuple[str, Any]]:
    """Every command below *command* with the words that call it."""
    below = getattr(command, "commands", None)
    if not below:
        yield words, command
        return
    for name, each in below.items():
        yield from _walk(each, f"{words} {name}")


def main() -> None:
    """Write them."""
    for path, words in pages().items():
        path.parent.mkdir(exist_ok=True)
        path.write_text(words, encoding="utf-8")


if __name__ == "__main__":
    main()
