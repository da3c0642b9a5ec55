"""Write the pages that are read off the program itself: one for each session format, and one for the command line.

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
        arguments = " ".join(
            str(each.metavar or each.name).upper() for each in command.params if each.param_type_name == "argument"
        )
        told = (command.help or "").split("\n\n")[0].replace("\n", " ").strip().replace("|", "\\|")
        yield f"| `{f'{words} {arguments}'.strip()}` | {told} |"


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
