"""The tree of commands, and the one place where their errors become sentences."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from supervision_tui import __version__
from supervision_tui.cli.lazy_commands import LazyCommand, LazyGroup
from supervision_tui.cli.output import sentence
from supervision_tui.cli.output_cleaning import clean_output
from supervision_tui.process_hardening import forbid_memory_dumps
from supervision_tui.vault import VaultError
from supervision_tui.workspace import organisation

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
    "document": LazyCommand(
        "notebook.document:app", "Documents for one person and one purpose: write one, list what left."
    ),
    "report": LazyCommand("notebook.report:app", "What may be told to others in numbers, and the days that come."),
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


class CommandTree(LazyGroup):
    """The program's commands."""

    lazy = COMMANDS


app = typer.Typer(
    name="supervision-tui",
    help="Group supervision, unit meetings and reflective pods for children's social work.",
    cls=CommandTree,
    rich_markup_mode=None,
    no_args_is_help=False,
    add_completion=True,
    pretty_exceptions_enable=False,
    pretty_exceptions_show_locals=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"supervision-tui {__version__}")
        raise typer.Exit


@app.callback()
def about(
    _version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Say which version this is.")
    ] = False,
) -> None:
    """Without a command the program opens on the screen."""
    forbid_memory_dumps()
    organisation.enforce()


@app.command()
def demo() -> None:
    """Open the program on a throw-away vault with five invented families."""
    from supervision_tui.tui import run  # noqa: PLC0415 - only the screen needs Textual

    raise typer.Exit(run(demo=True))


def run_command() -> int:
    """Run the command that the process was started with; return its exit code.

    0 done, 1 refused with a reason on standard error, 2 used wrongly. An unforeseen error is told without a traceback
    and without its message, since either may hold a name.
    """
    with clean_output():
        return _run()


def _run() -> int:
    try:
        app()
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else 0
    except (ValueError, OSError, VaultError) as trouble:
        sys.stderr.write(f"{sentence(trouble)}\n")
        return 1
    except Exception as trouble:  # noqa: BLE001 - no traceback ever reaches a practitioner
        where = trouble.__traceback__
        while where is not None and where.tb_next is not None:
            where = where.tb_next
        line = (
            f"{where.tb_frame.f_code.co_filename.rsplit('supervision_tui', 1)[-1]}:{where.tb_lineno}" if where else "?"
        )
        sys.stderr.write(f"Sorry: something in the program failed ({type(trouble).__name__} at {line}). ")
        sys.stderr.write("Nothing was changed by this command after that point.\n")
        return 1
    return 0
