"""``supervision-tui questions FAMILY``: questions that carry the family's own names, each with why it is offered."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated, Any

import typer

from supervision_tui import practice
from supervision_tui.cli.arguments import AsJson, FamilyArgument, On, day_or_today
from supervision_tui.cli.family.family_argument import load_named
from supervision_tui.cli.notebook_options import NotebookOptions, with_notebook
from supervision_tui.cli.output import print_json
from supervision_tui.cli.output_cleaning import CommandGroup
from supervision_tui.practice.library import KNOWN
from supervision_tui.text import Line
from supervision_tui.workspace.paths import content_folders

if TYPE_CHECKING:
    from supervision_tui.practice import Library, Question, SessionTemplate, Stage
    from supervision_tui.practice.questions import Purpose

app = typer.Typer(
    cls=CommandGroup,
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
    stage: Annotated[
        str, typer.Option("--stage", metavar="FORMAT/STAGE", help="As a stage of a session offers them: T2/interview.")
    ] = "",
    every: Annotated[
        bool, typer.Option("--all", help="With --stage: behind the twelve that a stage shows, all others that fit.")
    ] = False,
    brought: Annotated[
        str, typer.Option("--brought", metavar="WORDS", help="With --stage: the question that was brought.")
    ] = "",
    each_child: Annotated[bool, typer.Option("--each-child", help="A question for every child in focus.")] = False,
    seed: Annotated[int, typer.Option("--seed", help="Another number, other people and another order.")] = 0,
    on: On = "",
    as_json: AsJson = False,
    notebook: NotebookOptions,
) -> None:
    """Print questions for FAMILY, in the order in which to offer them. Preview each before you ask it."""
    if for_ not in PURPOSES:
        raise typer.BadParameter(f"'{for_}' is not one of visit, group, child.", param_hint="--for")
    about = load_named(family, notebook)
    for identifier in child or ():
        about.person(identifier)
    library, words, today = practice.load_library(*content_folders()), _given(given or ()), day_or_today(on)
    options: dict[str, Any] = {
        "for_": PURPOSES[for_],
        "today": today,
        "children": child or None,
        "each_child": each_child,
        "given": words,
        "seed": seed,
    }
    if stage:
        template, chosen = _stage(library, stage)
        few = not (every or type_)
        found = practice.stage_questions(about, library, template, chosen, brought=brought, only_chosen=few, **options)
        found = [question for question in found if not type_ or question.type in type_]
    else:
        found = practice.questions_for(about, library, types=type_ or None, **options)
    _print(found, as_json=as_json)


def _print(questions: Sequence[Question], *, as_json: bool) -> None:
    if as_json:
        print_json([asdict(question) | {"reason": question.reason} for question in questions])
        return
    for question in questions:
        sys.stdout.write(_told(question))
    if not questions:
        typer.echo("Nothing can be asked so: the family has nobody who fits, or it would not be safe.", err=True)


def _stage(library: Library, words: str) -> tuple[SessionTemplate, Stage]:
    """The format and the stage that *words* name, such as ``T2/interview``."""
    format_id, _, stage_id = words.partition("/")
    template = library.templates.get(format_id)
    if template is None:
        known = ", ".join(library.templates)
        raise typer.BadParameter(f"There is no format called '{format_id}'. There are: {known}.", param_hint="--stage")
    for stage in template.stages:
        if stage.id == stage_id:
            return template, stage
    known = ", ".join(stage.id for stage in template.stages)
    raise typer.BadParameter(f"{format_id} has no stage called '{stage_id}'. It has: {known}.", param_hint="--stage")


def _told(question: Question) -> str:
    return f"{question.text}\n    {question.prompt_id}. {question.reason} Goes to: {question.destination.about.name}.\n"


def _given(pairs: list[str] | tuple[()]) -> dict[str, str]:
    found: dict[str, str] = {}
    for pair in pairs:
        name, sign, words = pair.partition("=")
        if not sign or name not in KNOWN:
            hint = f"'{pair}' is not of the form NAME=words. Names are: {', '.join(sorted(KNOWN))}."
            raise typer.BadParameter(hint, param_hint="--say")
        found[name] = Line(words)
    return found
