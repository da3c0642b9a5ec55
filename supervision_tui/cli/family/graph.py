"""``supervision-tui family graph``: who is joined to whom, as words, JSON or GraphML, with what stands out."""

from __future__ import annotations

import dataclasses
import sys
from io import BytesIO
from typing import Annotated

import networkx as nx
import typer

from supervision_tui.cli.arguments import AsJson, FamilyArgument, read_day
from supervision_tui.cli.family.family_argument import load_named
from supervision_tui.cli.family.genogram import CopyOption, family_copy
from supervision_tui.cli.notebook_options import NotebookOptions, with_notebook
from supervision_tui.cli.output import misused, print_json
from supervision_tui.family import Family, patterns, views
from supervision_tui.genogram import reference_date

AsAt = Annotated[str, typer.Option("--as-at", help="The day, month or year that is looked at, such as 2024-05.")]
_LAYERS = Annotated[list[str] | None, typer.Option("--layer", help="kin, homes, ties or resources; all without.")]


@with_notebook
def graph(
    family: FamilyArgument,
    *,
    as_json: AsJson = False,
    graphml: Annotated[bool, typer.Option("--graphml", help="As GraphML, for graph programs.")] = False,
    as_at: AsAt = "",
    since: Annotated[
        str, typer.Option("--since", help="An earlier day, month or year: who was newly joined since, or no longer.")
    ] = "",
    perspective: Annotated[
        str | None, typer.Option("--perspective", help="Ties as this person (id or name), or these words, see them.")
    ] = None,
    layer: _LAYERS = None,
    copy: CopyOption = "working",
    hidden: Annotated[bool, typer.Option("--hidden", help="Also what is kept from somebody.")] = False,
    notebook: NotebookOptions,
) -> None:
    """Look at a family as a graph: who holds parts together, whom nobody reaches, rings of support, triangles."""
    whole = load_named(family, notebook)
    looked_at = family_copy(whole if hidden or copy != "working" else views.without_hidden(whole), copy)
    day = read_day(as_at)
    viewer = _viewer(looked_at, perspective)
    try:
        made = looked_at.graph(day, viewer, tuple(layer) if layer else None)
    except ValueError as problem:
        misused(problem)
    if graphml:
        out = BytesIO()
        nx.write_graphml(made, out)
        sys.stdout.write(out.getvalue().decode("utf-8"))
        return
    found = patterns.relational_patterns(looked_at, day, viewer)
    if earlier := read_day(since):
        found = patterns.relational_changes(looked_at, *sorted((earlier, day or reference_date(looked_at))))
    if as_json:
        data = nx.node_link_data(made, edges="links")
        print_json({**data, "patterns": [dataclasses.asdict(pattern) for pattern in found]})
        return
    for pattern in found:
        questions = "".join(f"\n  - {question}" for question in pattern.questions)
        typer.echo(f"{pattern.title}\n  {pattern.why}{questions}\n")
    typer.echo(patterns.CAUTION if found else "Nothing stands out in who is joined to whom.")


def _viewer(family: Family, words: str | None) -> str | None:
    """The id of the person called *words*, else the words."""
    if words is None:
        return None
    found = family.named(words)
    return found[0].id if len(found) == 1 else words
