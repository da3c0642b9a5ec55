"""``supervision-tui questions FAMILY``: questions that carry the family's own names, each with why it is offered."""

from __future__ import annotations

import sys
from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated

import typer

from supervision_tui.cli.arguments import AsJson, FamilyArgument, On, day_or_today
from supervision_tui.cli.family_argument import load_named
from supervision_tui.cli.notebook_options import NotebookOptions, with_notebook
from supervision_tui.cli.output import print_json
from supervision_tui.cli.output_cleaning import CommandGroup

if TYPE_CHECKING:
    from supervision_tui.practice.questions.selection import Purpose, Question

app = typer.Typer(
    cls=CommandGroup,
    help="Questions that know the family: for a visit, for a group, or for a child.",
    context_settings={"allow_interspersed_args": True},
)

PURPOSES: dict[str, Purpose] = {"visit": "visit", "group": "group", "child": "child"}


@app.callback(invoke_without_command=True)
@with_notebook
def questions(
    family: FamilyArgument,
    *,
    for_: Annotated[str, typer.Option("--for", metavar="WHOM", help="Who hears it: visit, group or child.")] = "group",
    type_: Annotated[
        list[str] | None, typer.Option("--type", metavar="TYPE", help="Only this type; may be said again.")
    ] = None,
    child: Annotated[list[str] | None, typer.Option("--child", metavar="ID", help="Only about this child.")] = None,
    given: Annotated[
        list[str] | None,
        typer.Option("--say", metavar="WORD=WORDS", help="Words for a placeholder: worry='late nights'."),
    ] = None,
    each_child: Annotated[bool, typer.Option("--each-child", help="A question for every child in focus.")] = False,
    seed: Annotated[int, typer.Option("--seed", help="Another number, other people and another order.")] = 0,
    on: On = "",
    as_json: AsJson = False,
    notebook: NotebookOptions,
) -> None:
    """Print questions for FAMILY, in the order in which to offer them. Preview each before you ask it."""
    from supervision_tui.practice import load_library, questions_for  # noqa: PLC0415 - quick help
    from supervision_tui.workspace.paths import own_content  # noqa: PLC0415 - quick help

    if for_ not in PURPOSES:
        raise typer.BadParameter(f"'{for_}' is not one of visit, group, child.", param_hint="--for")
    about = load_named(family, notebook)
    for one in child or ():
        about.person(one)
    found = questions_for(
        about,
        load_library(own_content()),
        for_=PURPOSES[for_],
        today=day_or_today(on),
        types=type_ or None,
        children=child or None,
        each_child=each_child,
        given=_given(given or ()),
        seed=seed,
    )
    if as_json:
        print_json([asdict(one) for one in found])
        return
    for question in found:
        sys.stdout.write(_told(question))
    if not found:
        typer.echo("Nothing can be asked so: the family has nobody who fits, or it would not be safe.", err=True)


def _told(question: Question) -> str:
    return (
        f"{question.text}\n    {question.prompt_id}. {question.because} Goes to: {question.destination.about.name}.\n"
    )


def _given(pairs: list[str] | tuple[()]) -> dict[str, str]:
    from supervision_tui.practice.library.placeholders import KNOWN  # noqa: PLC0415 - quick help
    from supervision_tui.text import Line  # noqa: PLC0415 - quick help

    found: dict[str, str] = {}
    for pair in pairs:
        name, sign, words = pair.partition("=")
        if not sign or name not in KNOWN:
            hint = f"'{pair}' is not of the form NAME=words. Names are: {', '.join(sorted(KNOWN))}."
            raise typer.BadParameter(hint, param_hint="--say")
        found[name] = Line(words)
    return found
