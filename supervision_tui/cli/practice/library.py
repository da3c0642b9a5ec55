"""``supervision-tui library``: what packs, formats, frameworks, checklists there are; whether own files are right."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from supervision_tui import practice
from supervision_tui.cli.arguments import AsJson
from supervision_tui.cli.output import print_json
from supervision_tui.cli.output_cleaning import CommandGroup
from supervision_tui.practice.catalogue import CatalogueFilter, reaching_screens
from supervision_tui.practice.library import check_file
from supervision_tui.workspace.catalogue import catalogue_of
from supervision_tui.workspace.danger_steps import danger_file_problem
from supervision_tui.workspace.paths import content_folders, own_content

if TYPE_CHECKING:
    from supervision_tui.practice import Checklist, Framework, Library, Pack, Prompt, SessionTemplate
    from supervision_tui.practice.library import Card

app = typer.Typer(cls=CommandGroup, no_args_is_help=True)

PARTS = ("packs", "templates", "frameworks", "checklists")


@app.command("list")
def list_command(as_json: AsJson = False) -> None:
    """List everything by id, and say where your own files go."""
    library = _library()
    rows = [
        {"part": part, "id": card.id, "title": str(card.title), "own": f"{part}/{card.id}" in library.own}
        for part in PARTS
        for card in getattr(library, part).values()
    ]
    if as_json:
        print_json(rows)
    else:
        for row in rows:
            sys.stdout.write(f"{row['part']:<11} {row['id']:<26} {row['title']}{' (own)' if row['own'] else ''}\n")
        sys.stdout.write(f"Your own files go into {own_content()}: see 'supervision-tui library check --help'.\n")
    _tell_problems(library)


@app.command()
def check(
    files: Annotated[list[Path] | None, typer.Argument(metavar="FILE", help="Files; your own folder without.")] = None,
    as_json: AsJson = False,
) -> None:
    """Say what is wrong with your own files, or with FILE, line by line."""
    library = _library()
    problems = (
        list(library.problems) if not files else [problem for file in files for problem in check_file(file, library)]
    )
    danger = "" if files else danger_file_problem()
    if as_json:
        print_json([asdict(problem) for problem in problems])
    for problem in (*problems, *([danger] if danger else [])):
        typer.echo(str(problem), err=True)
    if problems or danger:
        raise typer.Exit(1)
    own = len(library.own)
    typer.echo(
        "Nothing is wrong with it." if files else f"Nothing is wrong. {own} {'is' if own == 1 else 'are'} your own.",
        err=True,
    )


@app.command()
def show(
    id_: Annotated[str, typer.Argument(metavar="ID", help="A pack, a prompt, a format, a framework or a checklist.")],
    as_json: AsJson = False,
) -> None:
    """Show one of them whole."""
    library = _library()
    for part in PARTS:
        entry = getattr(library, part).get(id_)
        if entry is not None:
            _show(entry, as_json=as_json)
            return
    prompt = library.prompts.get(id_)
    if prompt is None:
        typer.echo(f"There is nothing called '{id_}'. 'supervision-tui library list' shows what there is.", err=True)
        raise typer.Exit(1)
    _show(prompt, as_json=as_json)


@app.command()
def find(
    letters: Annotated[str, typer.Argument(metavar="LETTERS", help="A few letters of any word: motiv, wellb, grace.")],
    *,
    kind: Annotated[str, typer.Option("--kind", help="Only tools, prompts or cards: tool, prompt, card.")] = "",
    pack: Annotated[str, typer.Option("--pack", help="Only of the pack or framework of this title.")] = "",
    type_: Annotated[str, typer.Option("--type", help="Only of this type.")] = "",
    audience: Annotated[str, typer.Option("--for", help="Only for supervision, family or child.")] = "",
    age: Annotated[int | None, typer.Option("--age", help="Only what may be asked at this age, in years.")] = None,
    as_json: AsJson = False,
) -> None:
    """Find prompts, cards and tools by a few letters, as the library screen does."""
    narrowing = CatalogueFilter(kind, pack, type_, audience, age)
    found = catalogue_of(_library()).find(letters, narrowing)
    if as_json:
        print_json([asdict(item) | {"hearers": item.hearers} for item in found])
        return
    for item in found:
        whose = " · ".join(filter(None, (item.id, item.hearers, item.pack, item.source)))
        sys.stdout.write(f"{item.kind:<7} {item.words}\n        {whose}\n")
    if not found:
        typer.echo("Nothing has these letters.", err=True)


@app.command()
def reach(as_json: AsJson = False) -> None:
    """List every prompt with the screens that reach it: stages as FORMAT/STAGE, questions for a child, the library."""
    library = _library()
    rows = [
        {"id": prompt_id, "pack": library.pack_of[prompt_id].id, "screens": list(screens)}
        for prompt_id, screens in reaching_screens(library).items()
    ]
    if as_json:
        print_json(rows)
        return
    for row in rows:
        sys.stdout.write(f"{row['id']:<28} {', '.join(row['screens'])}\n")


def _library() -> Library:
    return practice.load_library(*content_folders())


def _tell_problems(library: Library) -> None:
    for problem in library.problems:
        typer.echo(str(problem), err=True)


def _show(
    entry: practice.Pack | practice.SessionTemplate | practice.Framework | Checklist | practice.Prompt, *, as_json: bool
) -> None:
    if as_json:
        print_json(entry.model_dump(mode="json"))
        return
    if isinstance(entry, practice.Pack):
        details = _pack(entry)
    elif isinstance(entry, practice.SessionTemplate):
        details = _template(entry)
    elif isinstance(entry, practice.Framework):
        details = _framework(entry)
    else:
        details = _prompt(entry) if isinstance(entry, practice.Prompt) else _checklist(entry)
    sys.stdout.write("\n".join(details) + "\n")


def _pack(pack: Pack) -> Iterator[str]:
    yield f"{pack.title} ({pack.id}, version {pack.version}, to be read again by {pack.review_by})"
    yield from (str(words) for words in (pack.about, pack.warning) if words)
    yield from _after(pack.credits)
    for prompt in pack.prompts:
        yield ""
        yield from _prompt(prompt)


def _after(credits_: tuple[str, ...]) -> Iterator[str]:
    """Whose work it follows; many credits begin with that very word."""
    if credits_:
        yield f"After: {'; '.join(credit.removeprefix('after ') for credit in credits_)}"


def _prompt(prompt: Prompt) -> Iterator[str]:
    gate = "" if prompt.harm_safe else "; put away where someone is harmed"
    yield f"{prompt.id}  {prompt.text}"
    yield f"    for {', '.join(prompt.audience)}; goes to {prompt.record.about.name}{gate}"


def _template(template: SessionTemplate) -> Iterator[str]:
    fewest, most = template.people
    yield f"{template.id}  {template.title}: {template.minutes} minutes, {fewest} to {most} people"
    yield str(template.about)
    yield from _after(template.roots)
    for role in template.roles:
        yield f"  {role.title}: {role.does}"
    for number, stage in enumerate(template.stages, 1):
        yield ""
        yield f"{number}. {stage.title}, {stage.minutes} minutes. Who speaks: {stage.speaks}"
        yield f"   {stage.lead}"
        yield f"   {stage.rule}"
        yield f"   Goes to: {stage.destination.about.name}"
        yield from (f"   - {record.label}: {record.to.about.name}" for record in stage.records)
        yield f"   Not written: {', '.join(stage.not_written)}"
    yield ""
    yield f"Never recorded: {'; '.join(template.must_not)}"


def _framework(framework: Framework) -> Iterator[str]:
    yield f"{framework.title} (version {framework.version}, to be read again by {framework.review_by})"
    yield from (str(words) for words in (framework.about, framework.review_note) if words)
    yield f"Supervision: {framework.rhythm.words}"
    for name in ("values", "pillars", "objectives", "principles", "cards"):
        cards: tuple[Card, ...] = getattr(framework, name)
        if cards:
            yield f"\n{name.capitalize()}"
        for card in cards:
            yield f"  {card.title}" + (f": {' '.join(card.lines)}" if card.lines else "")
    yield f"\nOffered first: {', '.join(framework.lenses)}"
    yield f"Formats: {', '.join(framework.templates)}"
    yield f"Checklists: {', '.join(framework.checklists)}"
    if framework.vocabulary:
        yield "\nIts own words"
        yield from (f"  {ours}: {theirs}" for ours, theirs in framework.vocabulary.items())


def _checklist(checklist: Checklist) -> Iterator[str]:
    yield f"{checklist.title} (version {checklist.version})"
    yield str(checklist.about)
    yield f"Answers: {', '.join(practice.ChecklistAnswer)}, each with a line of evidence. Never totalled."
    for section in checklist.sections:
        yield f"\n{section.title}"
        yield from (f"  {item.id}  {item.text}" for item in section.items)
