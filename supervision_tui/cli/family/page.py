"""``supervision-tui family page``: a family of the notebook at one look, or one person of it, as words or as data."""

from __future__ import annotations

import dataclasses
from typing import Annotated

import typer

from supervision_tui.cli.arguments import AsJson
from supervision_tui.cli.notebook_options import NotebookOptions, with_notebook
from supervision_tui.cli.output import print_json, refuse
from supervision_tui.workspace.reports import page_lines, page_of


@with_notebook
def page(
    family: Annotated[str, typer.Argument(help="Id of a family in the notebook.")],
    *,
    person: Annotated[str, typer.Option("--person", help="Id or name: whose page. The first child without.")] = "",
    everyone: Annotated[bool, typer.Option("--all", help="All children, a row each.")] = False,
    whole: Annotated[bool, typer.Option("--whole", help="Every line of each row, with its source.")] = False,
    hidden: Annotated[bool, typer.Option("--hidden", help="Also what is kept from somebody.")] = False,
    as_json: AsJson = False,
    notebook: NotebookOptions,
) -> None:
    """Tell a family at one look: danger, who, seen, words, worries, what goes well, ideas, steps, outcomes."""
    with notebook.open() as workspace:
        found = workspace.families.find(family)
        if found is None:
            known = ", ".join(heading.id for heading in workspace.families.headings()) or "none yet"
            refuse(f"There is no family '{family}' in the notebook. There are: {known}.")
        named = found.named(person) if person else ()
        if person and len(named) != 1:
            people = ", ".join(someone.id for someone in found.persons[:40])
            refuse(f"'{person[:60]}' is not one person of {found.title}. The ids are: {people}.")
        shown = page_of(workspace, family, named[0].id if named else "", everyone=everyone)
    if as_json:
        data = dataclasses.asdict(shown) | {"as_at": shown.as_at.isoformat(), "people": dict(shown.people)}
        data["rows"] = [{"key": row.key, "label": row.label, "lines": list(row.lines)} for row in shown.rows]
        if not hidden:
            del data["kept"]
        print_json(data)
        return
    for line in page_lines(shown, hidden=hidden, whole=whole):
        typer.echo(line)
