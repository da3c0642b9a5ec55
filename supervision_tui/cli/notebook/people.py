"""``supervision-tui people``: who works here, when supervision is due, that it took place or did not."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from supervision_tui.cli.arguments import AsJson
from supervision_tui.cli.notebook_options import NotebookOptions, with_notebook
from supervision_tui.cli.output import print_json
from supervision_tui.cli.output_cleaning import CommandGroup
from supervision_tui.days import weekday_in_words
from supervision_tui.workspace import reports
from supervision_tui.workspace.people_notes import WHY_MISSED, note_missed, note_person, note_supervision

app = typer.Typer(cls=CommandGroup, no_args_is_help=True)


@app.callback()
def _about() -> None:
    """Who works here, when supervision is due, that it took place or did not."""


Name = Annotated[str, typer.Argument(metavar="NAME", help="The name that stands on the list of people.")]
On = Annotated[str, typer.Option("--on", metavar="DAY", help="In words: yesterday, 3/11/2026; today without it.")]


@app.command("list")
@with_notebook
def list_people(*, as_json: AsJson = False, notebook: NotebookOptions) -> None:
    """List everybody who is to have supervision: their role, and when it is due or was."""
    with notebook.open() as workspace:
        standing = reports.supervision_standing(workspace, workspace.today())
        everybody = workspace.people.roster.practitioners
    due = {person.id: (when, missed) for person, when, missed in standing}
    if as_json:
        print_json(
            [
                {
                    "id": person.id,
                    "name": person.name,
                    "role": person.role,
                    "stage": person.stage,
                    "supervision": due[person.id][0].day.isoformat() if person.id in due else None,
                    "days_late": max(-due[person.id][0].days, 0) if person.id in due else 0,
                }
                for person in everybody
            ]
        )
        return
    for person in everybody:
        when, missed = due.get(person.id, (None, None))
        words = [f"{person.name} ({person.role.replace('_', ' ')})"]
        words += [f"supervision {when.in_words}"] if when is not None else []
        words += [missed.in_words] if missed is not None else []
        sys.stdout.write(f"{'; '.join(words)}\n")
    if not everybody:
        typer.echo("Nobody is on the list yet. 'people add' adds somebody.", err=True)


@app.command()
@with_notebook
def add(
    name: Annotated[str, typer.Argument(metavar="NAME", help="The name that colleagues use.")],
    *,
    role: Annotated[
        str, typer.Option("--role", metavar="ROLE", help="practitioner, supervisor, manager, consultant, student ...")
    ] = "practitioner",
    stage: Annotated[
        str, typer.Option("--stage", metavar="STAGE", help="student, newly qualified, practitioner or experienced.")
    ] = "practitioner",
    since: Annotated[str, typer.Option("--since", metavar="DAY", help="The first day in this work, in words.")] = "",
    me: Annotated[bool | None, typer.Option("--me/--not-me", help="Whether it is you, whose notebook this is.")] = None,
    notebook: NotebookOptions,
) -> None:
    """Put somebody on the list of people."""
    with notebook.open(writing=True) as workspace:
        person = note_person(workspace, name, role, stage, since, own=me)
    began = f", in this work since {weekday_in_words(person.since)}" if person.since else ""
    stands = f"{person.role}, {person.stage}".replace("_", " ")
    typer.echo(f"Added: {person.name}, {stands}{began}.", err=True)


@app.command()
@with_notebook
def supervised(
    name: Name,
    *,
    on: On = "",
    minutes: Annotated[int | None, typer.Option("--minutes", metavar="NUMBER", help="How many minutes.")] = None,
    notebook: NotebookOptions,
) -> None:
    """Note that supervision took place; the next is counted from that day."""
    with notebook.open(writing=True) as workspace:
        held = note_supervision(workspace, name, on, minutes)
    typer.echo(f"Noted: supervision of {name}, {weekday_in_words(held.on)}.", err=True)


@app.command()
@with_notebook
def missed(
    name: Name,
    *,
    why: Annotated[str, typer.Option("--why", metavar="WORDS", help=f"For example {WHY_MISSED}.")],
    on: On = "",
    new_day: Annotated[
        str, typer.Option("--new-day", metavar="DAY", help="The new day, in words, if there is one.")
    ] = "",
    notebook: NotebookOptions,
) -> None:
    """Note that planned supervision did not take place, and why; it is followed up on Today."""
    with notebook.open(writing=True) as workspace:
        noted = note_missed(workspace, name, on, why, new_day)
    typer.echo(f"Noted: {noted.in_words}.", err=True)
