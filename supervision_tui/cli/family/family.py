"""``supervision-tui family``: look at a family file, who is what to whom, and what patterns may be worth a question."""

from __future__ import annotations

import dataclasses
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, ClassVar

import typer

from supervision_tui.cli.arguments import AsJson, FamilyArgument, On, day_or_today
from supervision_tui.cli.command_table import LazyCommand
from supervision_tui.cli.family.family_argument import load_named
from supervision_tui.cli.lazy_commands import LazyGroup
from supervision_tui.cli.notebook_options import NotebookOptions, with_notebook
from supervision_tui.cli.output import misused, print_json, refuse
from supervision_tui.family import formats, kinship, old_age_questions, patterns, views
from supervision_tui.yaml_files import FileFormatError

if TYPE_CHECKING:
    from supervision_tui.family import Family
    from supervision_tui.family.kinship import Kinship


class FamilyCommands(LazyGroup):
    """The noun's commands; those that read sentences or graphs are loaded only when they are named."""

    lazy: ClassVar[dict[str, LazyCommand]] = {
        "line": LazyCommand(
            "family.line:line", "Read a line as the studio does, and say it back: who, how old, whose child."
        ),
        "told": LazyCommand(
            "family.narrative:narrative",
            "Read a family told in sentences; each is said back, what was not understood is marked and asked about.",
        ),
        "graph": LazyCommand(
            "family.graph:graph",
            "Look at a family as a graph: who holds parts together, whom nobody reaches, rings of support, triangles.",
        ),
        "page": LazyCommand(
            "family.page:page",
            "Tell a family at one look: danger, who, seen, words, worries, what goes well, ideas, steps, outcomes.",
        ),
        "mentions": LazyCommand(
            "family.mentions:mentions",
            "List who of these families is named in a text: names in any form, homes, references, days of birth.",
        ),
    }


app = typer.Typer(cls=FamilyCommands, no_args_is_help=True)

Hidden = Annotated[bool, typer.Option("--hidden", help="Also what is kept from somebody.")]


@app.command()
def check(file: Annotated[Path, typer.Argument(help="A family file.")], as_json: AsJson = False) -> None:
    """Say what is wrong with a family file, line by line."""
    if formats.is_foreign(file):
        _check_foreign(file, as_json=as_json)
        return
    try:
        family = formats.load_family(file)
    except FileFormatError as problems:
        if as_json:
            print_json(
                [
                    {"line": problem.line, "column": problem.column, "problem": str(problem)}
                    for problem in problems.problems
                ]
            )
        refuse(problems)
    questions = [question.sentence for question in old_age_questions(family, day_or_today(""))]
    if as_json:
        print_json([{"line": 1, "column": 1, "question": question} for question in questions])
    for question in questions if not as_json else ():
        typer.echo(f"Please ask: {question}")
    typer.echo(f"{family.title}: nothing is wrong with this file. It holds {len(family.persons)} people.", err=True)


def _check_foreign(file: Path, *, as_json: bool) -> None:
    """A file of another program comes in with remarks rather than not at all; each is told."""
    found = formats.read_foreign(file)
    if as_json:
        print_json([{"line": remark.line, "column": 1, "problem": remark.words} for remark in found.report.remarks])
    elif found.report.remarks:
        typer.echo(str(found.report))
    for question in old_age_questions(found.family, day_or_today("")) if not as_json else ():
        typer.echo(f"Please ask: {question.sentence}")
    typer.echo(f"{found.family.title}: it can be brought in. It holds {len(found.family.persons)} people.", err=True)


@app.command()
@with_notebook
def show(
    family: FamilyArgument, *, as_json: AsJson = False, on: On = "", hidden: Hidden = False, notebook: NotebookOptions
) -> None:
    """Tell a family in plain words, without what is kept from somebody unless --hidden; --json is the whole file."""
    loaded = load_named(family, notebook)
    if as_json:
        sys.stdout.write(loaded.to_json())
    else:
        sys.stdout.write(views.describe_family(loaded, day_or_today(on), hidden=hidden))


@app.command("kin")
@with_notebook
def kin_command(
    family: FamilyArgument,
    person: Annotated[str, typer.Argument(help="Id or name: to whom.")],
    other: Annotated[str, typer.Argument(help="Id or name: who. Everyone without.")] = "",
    *,
    as_json: AsJson = False,
    notebook: NotebookOptions,
) -> None:
    """Say what OTHER is to PERSON, or what everyone is, without people whose existence is kept from somebody."""
    found = load_named(family, notebook)
    relative = _person(found, person)
    every: tuple[Kinship, ...]
    if other:
        every = (kinship.kin(found, relative, _person(found, other)),)
    else:
        seen = views.without_hidden(found)
        every = kinship.kin_of(seen if relative in seen else found, relative)
    if as_json:
        print_json([_kinship(relation) for relation in every])
        return
    named_by_kinship = views.name_by_kinship(found)
    for relation in every:
        relation_words = relation.full_words + (f" ({relation.short})" if relation.short else "")
        also = [name for name in relation.words_with_side[1:3] if name != relation.words_with_side[0]]
        also_said = f"; also {', '.join(also)}" if also else ""
        typer.echo(f"{named_by_kinship.person(relation.other).name}: {relation_words}{also_said}")


@app.command("patterns")
@with_notebook
def patterns_command(
    family: FamilyArgument,
    *,
    on: On = "",
    mute: Annotated[list[str] | None, typer.Option("--mute", help="Leave out a rule, such as G-NAME.")] = None,
    hidden: Hidden = False,
    as_json: AsJson = False,
    notebook: NotebookOptions,
) -> None:
    """Show what repeats, what is missing and what holds, each as a question with its reason."""
    unknown = [code for code in mute or () if code not in patterns.RULES]
    if unknown:
        refuse(f"There is no rule {', '.join(unknown)}. The rules are: {', '.join(patterns.RULES)}.")
    whole = load_named(family, notebook)
    found = patterns.patterns(
        views.name_by_kinship(whole if hidden else views.without_hidden(whole)), day_or_today(on), mute or ()
    )
    if as_json:
        print_json([dataclasses.asdict(pattern) for pattern in found])
        return
    for pattern in found:
        questions = "".join(f"\n  - {question}" for question in pattern.questions)
        beside = f"\n  Beside it: {', '.join(pattern.beside)}." if pattern.beside else ""
        typer.echo(f"{pattern.code}  {pattern.title}\n  {pattern.why}{questions}{beside}\n")
    typer.echo(patterns.CAUTION)


@app.command("bring-in")
@with_notebook
def bring_in(
    file: Annotated[Path, typer.Argument(help="A family file, or one of GEDCOM, GenoPro, Gramps, OpenGenogram.")],
    *,
    yes: Annotated[bool, typer.Option("--yes", help="Keep it without asking.")] = False,
    lines: Annotated[bool, typer.Option("--lines", help="Also tell the lines of the file behind each count.")] = False,
    letters: Annotated[
        str, typer.Option("--letters", help="How its letters are written, where the program guessed wrong: cp1250.")
    ] = "",
    notebook: NotebookOptions,
) -> None:
    """Bring a family into the vault: what was read and what was not understood is told first, then it is kept."""
    if letters and letters.casefold() not in formats.LETTERS:
        misused(f"There are no letters '{letters}' here. There are: {', '.join(formats.LETTERS)}.")
    with notebook.open(writing=True) as workspace:
        brought = workspace.preview_family_file(str(file), letters=letters.casefold())
        for line in brought.words():
            typer.echo(line, err=True)
        for line in brought.remarks if lines else ():
            typer.echo(f"  {line}", err=True)
        if brought.already_here:
            raise typer.Exit(1)
        if not yes and not typer.confirm("Should it be kept?", err=True):
            refuse("Nothing was kept.")
        sys.stdout.write(f"{workspace.families.keep_import(brought).id}\n")


@app.command()
def schema() -> None:
    """Print the JSON Schema of a family file."""
    print_json(formats.family_schema())


def _person(family: Family, words: str) -> str:
    found = family.named(words)
    if not found:
        people = ", ".join(person.id for person in family.persons[:40])
        refuse(f"There is nobody called '{words[:60]}' in {family.title}. The ids are: {people}.")
    if len(found) > 1:
        ids = ", ".join(person.id for person in found)
        refuse(f"More than one person is called '{words[:60]}'. Say which by the id: {ids}.")
    return found[0].id


def _kinship(relation: Kinship) -> dict[str, object]:
    return {
        "person": relation.person_id,
        "other": relation.other,
        "words": relation.words,
        "full_words": relation.full_words,
        "short": relation.short,
        "roles": list(relation.roles),
        "paths": [
            {"words": words, "via": list(path.route)}
            for words, path in zip(relation.names, relation.paths, strict=True)
        ],
    }
