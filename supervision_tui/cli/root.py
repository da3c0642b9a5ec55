"""The tree of commands, and the one place where their errors become sentences."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from supervision_tui import __version__
from supervision_tui.cli.command_table import ABOUT, COMMANDS, VERSION_HELP
from supervision_tui.cli.lazy_commands import LazyGroup
from supervision_tui.cli.output import sentence
from supervision_tui.cli.output_cleaning import clean_output
from supervision_tui.process_hardening import forbid_memory_dumps
from supervision_tui.vault import VaultError
from supervision_tui.workspace import organisation


class CommandTree(LazyGroup):
    """The program's commands."""

    lazy = COMMANDS


app = typer.Typer(
    name="supervision-tui",
    help=ABOUT,
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
    _version: Annotated[bool, typer.Option("--version", callback=_version, is_eager=True, help=VERSION_HELP)] = False,
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
