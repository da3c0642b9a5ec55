"""``supervision-tui doctor``: what works on this computer and what does not, in plain words."""

from __future__ import annotations

import json
import locale
import os
import shutil
import sys
from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated

import typer

from supervision_tui.cli.arguments import AsJson
from supervision_tui.workspace import notebook

if TYPE_CHECKING:
    from supervision_tui.workspace.notebook import SystemCheck

SMALLEST = (80, 24)
SIGNS = {"works": "works   ", "without": "without ", "trouble": "TROUBLE "}


def doctor(
    as_json: AsJson = False,
    report: Annotated[
        bool, typer.Option("--report", help="A page to send to a help desk: no name of a person or an account in it.")
    ] = False,
) -> None:
    """Say what works on this computer and what does not, by trying it. Nothing of yours is opened or changed."""
    if report:
        from supervision_tui.workspace.notebook.doctor import help_desk_page  # noqa: PLC0415 - only now needed

        sys.stdout.write(help_desk_page((_terminal(), *notebook.run_checks())))
        raise typer.Exit(0)
    found = []
    for finding in (_terminal(), *notebook.run_checks()):
        found.append(finding)
        if not as_json:
            _tell(finding)
    troubles = sum(finding.standing == "trouble" for finding in found)
    if as_json:
        json.dump([asdict(finding) for finding in found], sys.stdout, indent=2)
        sys.stdout.write("\n")
    typer.echo("Something must be mended." if troubles else "Everything that is needed works.", err=True)
    raise typer.Exit(1 if troubles else 0)


def _tell(finding: SystemCheck) -> None:
    sys.stdout.write(f"{SIGNS[finding.standing]}{finding.what}: {finding.words}\n")
    if finding.mend:
        sys.stdout.write(f"        {finding.mend}\n")


def _terminal() -> notebook.SystemCheck:
    if not sys.stdout.isatty():
        return notebook.SystemCheck(
            "Terminal", "without", "The output goes elsewhere, so the terminal was not looked at."
        )
    columns, rows = shutil.get_terminal_size()
    signs = locale.getpreferredencoding(do_setlocale=False).lower().replace("-", "")
    colour = "no colours, as you asked (NO_COLOR)" if os.environ.get("NO_COLOR") else "colours"
    words = f"{columns} columns by {rows} rows, {colour}."
    if signs != "utf8":
        mend = "Lines are drawn with plain characters here (--ascii). For the others choose a UTF-8 terminal."
        return notebook.SystemCheck("Terminal", "without", words, mend)
    if columns < SMALLEST[0] or rows < SMALLEST[1]:
        return notebook.SystemCheck(
            "Terminal", "trouble", words, "Make the window larger: at least 80 columns by 24 rows."
        )
    return notebook.SystemCheck("Terminal", "works", words)
