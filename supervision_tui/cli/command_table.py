"""The program's commands as one table, and its own help made from it without the command line's library.

``--help`` and ``--version`` are what somebody tries first, and what a script asks: they load this module alone. The
words and their places are those that the whole tree of commands would print.
"""

from __future__ import annotations

import os
import sys
import textwrap
from collections.abc import Iterable
from typing import NamedTuple

ABOUT = "Group supervision, unit meetings and reflective pods for children's social work."
VERSION_HELP = "Say which version this is."


class LazyCommand(NamedTuple):
    """Where a command stands (``family.family:app`` in this package), and its first sentence for the list of all.

    What stands there is a function, or a ``typer.Typer`` with the commands of a noun.
    """

    place: str
    help: str


COMMANDS = {
    "day": LazyCommand(
        "practice.day:day",
        'Say which day words mean: "in 3 weeks", "by Christmas", "within 10 working days".',
    ),
    "doctor": LazyCommand(
        "program.doctor:doctor",
        "Say what works on this computer and what does not, by trying it.",
    ),
    "keys": LazyCommand(
        "program.keys:keys",
        "Write out every command with its key; the lines that are changed go into keys.yaml in the program's folder.",
    ),
    "plain": LazyCommand(
        "program.plain:plain", "The same sessions, a line at a time: no colours, no boxes, nothing drawn twice."
    ),
    "serve": LazyCommand(
        "program.serve:serve",
        "Show the program in a browser on this computer, for one person.",
    ),
    "search": LazyCommand(
        "notebook.search:search",
        "Find words in families, sessions and records.",
    ),
    "prepare": LazyCommand(
        "notebook.prepare:prepare",
        "Prepare a visit on your own: what it opens stays private to you until you have looked back, or for 14 days.",
    ),
    "family": LazyCommand("family.family:app", "Look at a family: its file, its people, who is what to whom."),
    "genogram": LazyCommand(
        "family.genogram:app", "Draw a family, say where everybody stands, or read the drawing aloud."
    ),
    "questions": LazyCommand(
        "family.questions:app", "Questions that know the family: for a visit, for a group, or for a child."
    ),
    "session": LazyCommand("notebook.session:app", "Sessions: list, show, export as JSON."),
    "record": LazyCommand(
        "notebook.record:app", "Records that sessions left: list, show, check, sign, add to, export."
    ),
    "step": LazyCommand("notebook.step:app", "Next steps outside sessions: listed, done, given another day, agreed."),
    "document": LazyCommand(
        "notebook.document:app", "Documents for one person and one purpose: write one, list what left."
    ),
    "report": LazyCommand("notebook.report:app", "What may be told to others in numbers, and the days that come."),
    "people": LazyCommand(
        "notebook.people:app", "Who works here, when supervision is due, that it took place or did not."
    ),
    "person": LazyCommand("notebook.person:app", "What is held about one person: listed, and written for them."),
    "contact": LazyCommand("notebook.contact:app", "People whose notebooks are paired with yours: pair, list, drop."),
    "parcel": LazyCommand(
        "notebook.parcel:app", "One family from notebook to notebook, sealed: make a parcel, look at one, take it in."
    ),
    "library": LazyCommand("practice.library:app", "Prompt packs, session formats, frameworks and checklists."),
    "language": LazyCommand("practice.language:app", "Look at words: hints with their reasons, never a replacement."),
    "mi": LazyCommand("practice.mi:app", "Motivational conversations: suggestions to talk about, never marks."),
    "vault": LazyCommand("notebook.vault:app", "Make a vault, check it, back it up, and change what opens it."),
}
"""All commands but ``demo``, in the order in which help lists them, with what help says of each."""
DEMO_HELP = "Open the program on a throw-away vault with five invented families."
_OPTIONS = (
    ("--version", VERSION_HELP),
    ("--install-completion", "Install completion for the current shell."),
    ("--show-completion", "Show completion for the current shell, to copy it or customize the installation."),
    ("-h, --help", "Show this message and exit."),
)
_WIDEST, _NARROWEST = 80, 50
_GAP = 2


def help_text(program: str, columns: int) -> str:
    """What *program* can do, for a terminal of so many *columns*: the same as the tree of commands prints."""
    width = max(min(columns, _WIDEST) - _GAP, _NARROWEST)
    commands = [("demo", DEMO_HELP), *((name, command.help) for name, command in COMMANDS.items())]
    indent = " " * _GAP
    about = textwrap.fill(ABOUT, width, initial_indent=indent, subsequent_indent=indent)
    parts = [f"Usage: {program} [OPTIONS] COMMAND [ARGS]...", about]
    for title, rows in (("Options", _OPTIONS), ("Commands", commands)):
        parts.append("\n".join((f"{title}:", *_rows(rows, width))))
    return "\n\n".join(parts) + "\n"


def _rows(rows: Iterable[tuple[str, str]], width: int) -> list[str]:
    """Names in a column, and what is said of each beside it, wrapped."""
    rows = list(rows)
    first = max(len(name) for name, _ in rows) + _GAP
    lines = []
    for name, words in rows:
        start, *more = textwrap.wrap(words, max(width - first - _GAP, 10))
        lines.append(f"{' ' * _GAP}{name:<{first}}{start}")
        lines += [" " * (first + _GAP) + line for line in more]
    return lines


def terminal_columns() -> int:
    """Columns of the terminal: what COLUMNS says, what the terminal says, else eighty."""
    columns = os.environ.get("COLUMNS", "")
    if columns.isdecimal() and int(columns):
        return int(columns)
    try:
        return os.get_terminal_size(sys.__stdout__.fileno()).columns if sys.__stdout__ else _WIDEST
    except (OSError, ValueError, AttributeError):
        return _WIDEST


def program_name(started_as: str) -> str:
    """The program's name in help, from the first word of the command line."""
    name = os.path.basename(started_as)  # noqa: PTH119 - pathlib costs more than all the rest
    return "python -m supervision_tui" if name == "__main__.py" else name
