"""``supervision-tui step``: next steps outside sessions: listed, done, given another day, agreed."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from supervision_tui.cli.arguments import AsJson
from supervision_tui.cli.notebook_options import NotebookOptions, with_notebook
from supervision_tui.cli.output import print_json, refuse
from supervision_tui.cli.output_cleaning import CommandGroup
from supervision_tui.days import weekday_in_words
from supervision_tui.session.carry_over import OUTCOME_WORDS
from supervision_tui.workspace import reports
from supervision_tui.workspace.store import agreed_step

if TYPE_CHECKING:
    from supervision_tui.session.model import ActionState
    from supervision_tui.workspace import Workspace
    from supervision_tui.workspace.reports import OpenStep

app = typer.Typer(cls=CommandGroup, no_args_is_help=True)


@app.callback()
def _about() -> None:
    """Next steps outside sessions: listed, done, given another day, agreed."""


StepId = Annotated[str, typer.Argument(metavar="STEP", help="A step's id, as 'step list' shows it.")]
Why = Annotated[str, typer.Option("--why", metavar="WORDS", help="Why, or what was learnt; nobody is blamed.")]


@app.command("list")
@with_notebook
def list_steps(
    *,
    family: Annotated[str, typer.Option("--family", metavar="ID", help="Of this family only.")] = "",
    as_json: AsJson = False,
    notebook: NotebookOptions,
) -> None:
    """List every open step, what is late first: its id, how late or by when, who, what, which family."""
    with notebook.open() as workspace:
        steps, today = _open(workspace, family), workspace.today()
    if as_json:
        print_json(
            [
                {
                    "id": step.action.id,
                    "family": step.summary.family_id or "",
                    "who": step.action.who,
                    "what": step.what,
                    "due": step.due.isoformat() if step.due else None,
                    "words": str(step.action.when),
                    "days_late": step.late(today),
                    "days_old": step.age(today),
                    "state": step.state,
                    "why": step.why,
                }
                for step in steps
            ]
        )
        return
    wide = max((len(step.action.id) for step in steps), default=0)
    for step in steps:
        sys.stdout.write(f"{step.action.id:<{wide}}  {step.words(today)}\n")
    if not steps:
        typer.echo("No step is open.", err=True)


def _open(workspace: Workspace, family: str) -> list[OpenStep]:
    steps = reports.open_steps(workspace.sessions.threads(), workspace.family_outlines.all())
    return [step for step in steps if not family or step.summary.family_id == family]


def _note(notebook: NotebookOptions, step: str, state: ActionState, why: str) -> None:
    with notebook.open(writing=True) as workspace:
        found = _step(workspace, step)
        family = found.summary.family_id or ""
        workspace.step_log.note_outcome(family, found.action, state, why, at=workspace.sessions.now())
    typer.echo(f"Noted: {found.action.who}: {found.what}: {OUTCOME_WORDS[state]}.", err=True)


def _step(workspace: Workspace, ident: str) -> OpenStep:
    """The open step of that id; says so and ends with 1 where there is none."""
    found = next((step for step in _open(workspace, "") if step.action.id == ident), None)
    if found is None:
        refuse(f"No open step is called '{ident}'. 'step list' shows them. Nothing was changed.")
    return found


@app.command()
@with_notebook
def done(step: StepId, *, why: Why = "", notebook: NotebookOptions) -> None:
    """Note that a step is done."""
    _note(notebook, step, "done", why)


@app.command()
@with_notebook
def part(step: StepId, *, why: Why, notebook: NotebookOptions) -> None:
    """Note that a step is done in part, and why; it stays open."""
    _note(notebook, step, "part", why)


@app.command("not-needed")
@with_notebook
def not_needed(step: StepId, *, why: Why, notebook: NotebookOptions) -> None:
    """Note that a step is no longer needed, and why."""
    _note(notebook, step, "not_needed", why)


@app.command("take-back")
@with_notebook
def take_back(step: StepId, *, notebook: NotebookOptions) -> None:
    """Take back what was noted last about a step outside sessions: done, part, not needed, a new day, or the step."""
    with notebook.open(writing=True) as workspace:
        families = workspace.step_log.families_of(step)
        taken = workspace.step_log.take_back(families[0], step) if families else None
        if taken is None:
            refuse(f"Nothing was noted outside a session about a step called '{step}'. Nothing was changed.")
        words = reports.taken_back_in_words(workspace, taken)
    typer.echo(words, err=True)


@app.command()
@with_notebook
def day(
    step: StepId,
    when: Annotated[str, typer.Argument(metavar="DAY", help="In words: in 2 weeks, Friday, 4/12/2026.")],
    *,
    why: Why = "",
    notebook: NotebookOptions,
) -> None:
    """Give a step a new day; the day that was understood is read back."""
    with notebook.open(writing=True) as workspace:
        found = _step(workspace, step)
        family = found.summary.family_id or ""
        due = workspace.step_log.note_day(family, found.action, when, why, at=workspace.sessions.now())
    typer.echo(f"{found.action.who}: {found.what}, by {weekday_in_words(due)}.", err=True)


@app.command()
@with_notebook
def add(
    family: Annotated[str, typer.Argument(metavar="FAMILY", help="The family's id.")],
    what: Annotated[str, typer.Argument(metavar="WORDS", help="What is to be done.")],
    *,
    who: Annotated[str, typer.Option("--who", metavar="NAME", help="Who does it.")],
    when: Annotated[str, typer.Option("--by", metavar="DAY", help="By when, in words; 'no day' for none.")],
    child: Annotated[
        list[str] | None, typer.Option("--child", metavar="ID", help="For this child; may be several.")
    ] = None,
    notebook: NotebookOptions,
) -> None:
    """Add a step that was agreed outside a session."""
    with notebook.open(writing=True) as workspace:
        if not workspace.families.has(family):
            refuse(f"There is no family '{family}' here. Nothing was changed.")
        children = tuple(child or ())
        strangers = [ident for ident in children if ident not in workspace.families.get(family)]
        if strangers:
            refuse(
                f"Nobody in this family is called '{strangers[0]}'. 'family show' lists the ids. Nothing was changed."
            )
        at = workspace.sessions.now()
        action = agreed_step(what, who, when, children, at=at)
        workspace.step_log.note_new(family, action, at=at)
    typer.echo(
        f"Added: {who}: {what}{f', by {weekday_in_words(action.due)}' if action.due else ', with no day'}.", err=True
    )
