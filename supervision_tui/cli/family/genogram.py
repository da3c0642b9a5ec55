"""``supervision-tui genogram``: a family drawn, placed, and read aloud."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from supervision_tui import genogram
from supervision_tui.cli.arguments import FamilyArgument, Force, read_day
from supervision_tui.cli.cell_question import count_as_terminal
from supervision_tui.cli.family.family_argument import load_named, load_with_owner
from supervision_tui.cli.notebook_options import NotebookOptions, with_notebook
from supervision_tui.cli.output import misused, print_json, refuse
from supervision_tui.cli.output_cleaning import CommandGroup
from supervision_tui.family import formats, views
from supervision_tui.family.views import FOR_WHOM
from supervision_tui.genogram import (
    FILE_ENDINGS,
    PAGES,
    PROFILES,
    VIEWS,
    Drawing,
    Options,
    Pages,
    Profile,
    View,
    listed_endings,
    notation,
)
from supervision_tui.text import Line
from supervision_tui.whole_files import keep

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from supervision_tui.family import Family

app = typer.Typer(cls=CommandGroup, no_args_is_help=True)

Near = Annotated[
    Path | None, typer.Option("--near", help="An earlier layout (JSON of 'genogram layout') to stay close to.")
]
RowEnd = Annotated[
    list[str] | None,
    typer.Option(
        "--row-end",
        help="Let this person (id or name) stand at the end of their row of brothers and sisters; may be given again.",
    ),
]
ViewOption = Annotated[str, typer.Option("--view", help=f"One of {', '.join(VIEWS)}.")]
ProfileOption = Annotated[str, typer.Option("--profile", help=f"One of {', '.join(PROFILES)}.")]
AsAt = Annotated[str, typer.Option("--as-at", help="The day, month or year that is drawn, such as 2024-05.")]
FocusOption = Annotated[
    str, typer.Option("--focus", help="Draw only this person (id or name) and people near to them.")
]
Degree = Annotated[int, typer.Option("--degree", min=1, help="How many steps from the person in --focus.")]
Initials = Annotated[bool, typer.Option("--initials", help="Initials in place of names.")]
CopyOption = Annotated[
    str, typer.Option("--copy", help="For whom: working (everything), court, family, child or training.")
]
Author = Annotated[
    str, typer.Option("--author", help="Who drew it; without it, the owner of the vault that the family is in.")
]
ReaderOption = Annotated[str, typer.Option("--for", help="Whom it is for; without it, as --copy says, or the team.")]
PagesOption = Annotated[
    str, typer.Option("--pages", help="For a PDF: a4 or a3, over pages that join, or wall, one sheet of any size.")
]
Plain = Annotated[bool, typer.Option("--ascii", help="Letters and signs of ASCII only, for text.")]


@app.command()
@with_notebook
def draw(
    family: FamilyArgument,
    *,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", help=f"FILE{listed_endings()}; without it, text.")
    ] = None,
    view: ViewOption = "family",
    profile: ProfileOption = "mcgoldrick",
    as_at: AsAt = "",
    focus: FocusOption = "",
    degree: Degree = 2,
    initials: Initials = False,
    ascii_only: Plain = False,
    hidden: Annotated[
        bool, typer.Option("--hidden", help="Also draw what is kept from somebody: people, doubts, secrets.")
    ] = False,
    identity: Annotated[
        bool, typer.Option("--identity", help="Also draw orientation and sex assigned at birth, where recorded.")
    ] = False,
    copy: CopyOption = "working",
    author: Author = "",
    reader: ReaderOption = "",
    pages: PagesOption = "",
    row_end: RowEnd = None,
    force: Force = False,
    notebook: NotebookOptions,
) -> None:
    """Draw a family into a file, or as text on the screen. What a copy leaves out is told with its reason."""
    kind = ".txt" if output is None else output.suffix.lower()
    if kind not in FILE_ENDINGS:
        misused(f"I cannot tell from '{output}' what to draw. The name should end in {listed_endings()}.")
    paper = _paper(pages, kind)
    whole, owner = load_with_owner(family, notebook)
    if output is None:
        count_as_terminal(" ".join(str(person.name) for person in whole.persons))
    drawing = _drawing(
        whole,
        view,
        profile,
        as_at,
        focus,
        degree,
        initials=initials,
        hidden=hidden,
        identity=identity,
        copy=copy,
        author=author.strip() or owner,
        reader=reader.strip() or FOR_WHOM.get(copy, ""),
        row_end=row_end,
    )
    try:
        content, printing = _content(drawing, kind, paper, ascii_only=ascii_only)
        if output is None:
            sys.stdout.write(content.decode("utf-8"))
        else:
            keep(lambda: content, output, force=force)
    except OSError as problem:
        refuse(problem)
    _tell_beside(drawing, kind, printing)
    _tell_safe_record(whole, output)


def _tell_beside(drawing: Drawing, kind: str, printing: str) -> None:
    """Say what to know before it is printed, which letters no font has, and what had to give way."""
    why = (compromise.why for compromise in drawing.layout.compromises)
    for note in filter(None, (printing, genogram.letters_note(drawing, kind), *why)):
        typer.echo(note, err=True)


def _paper(pages: str, kind: str) -> Pages | None:
    """The chosen paper; ends with code 2 where there is no such paper, or a file that has no pages."""
    paper = next((known for known in PAGES if known == pages.casefold()), None)
    if pages and paper is None:
        misused(f"There are no pages '{pages}'. There are: {', '.join(PAGES)}.")
    if paper is not None and kind != ".pdf":
        misused("Only a PDF has pages: -o FILE.pdf with --pages.")
    return paper


def _content(drawing: Drawing, kind: str, paper: Pages | None, *, ascii_only: bool) -> tuple[bytes, str]:
    """The content of the file, and what to know before it is printed."""
    if paper is None:
        return genogram.render_file(drawing, kind, ascii_only=ascii_only), ""
    paged = genogram.render_pages(drawing, paper)
    return paged.content, paged.words


@app.command("layout")
@with_notebook
def layout_command(
    family: FamilyArgument,
    *,
    as_json: Annotated[bool, typer.Option("--json", help="Places, unions and compromises as JSON.")] = False,
    near: Near = None,
    row_end: RowEnd = None,
    notebook: NotebookOptions,
) -> None:
    """Say where everybody stands and what had to give way, without people whose existence is kept from somebody."""
    shown = views.without_hidden(load_named(family, notebook))
    if near is not None and row_end:
        misused("--near keeps everybody's place, so that --row-end could move nobody. Please give one of the two.")
    placed = _layout(shown, near, row_end=_named(shown, row_end))
    if as_json:
        typer.echo(placed.model_dump_json())
        return
    for number, row in enumerate(placed.rows):
        typer.echo(f"Row {number + 1}: " + ", ".join(shown.person(place.id).name or place.id for place in row))
    for compromise in placed.compromises:
        typer.echo(compromise.why)


@app.command()
@with_notebook
def words(
    family: FamilyArgument,
    *,
    view: ViewOption = "family",
    as_at: AsAt = "",
    focus: FocusOption = "",
    degree: Degree = 2,
    copy: CopyOption = "working",
    notebook: NotebookOptions,
) -> None:
    """Read the whole drawing aloud in plain sentences."""
    typer.echo(
        genogram.describe(_drawing(load_named(family, notebook), view, "mcgoldrick", as_at, focus, degree, copy=copy)),
        nl=False,
    )


@app.command("import")
def import_command(
    file: Annotated[Path, typer.Argument(help="A file of GEDCOM, GEDZIP, GenoPro, Gramps or OpenGenogram.")],
    *,
    output: Annotated[Path | None, typer.Option("--output", "-o", help="Family file (YAML) to write.")] = None,
    force: Force = False,
    as_json: Annotated[
        bool, typer.Option("--json", help="The account of the file as JSON: lines, used, carried, told.")
    ] = False,
    lines: Annotated[bool, typer.Option("--lines", help="Also tell the lines of the file behind each count.")] = False,
    letters: Annotated[
        str, typer.Option("--letters", help="How its letters are written, where the program guessed wrong: cp1250.")
    ] = "",
) -> None:
    """Turn a file of another program into a family file; every line of it is used, carried along, or told."""
    if letters and letters.casefold() not in formats.LETTERS:
        misused(f"There are no letters '{letters}' here. There are: {', '.join(formats.LETTERS)}.")
    imported = formats.read_foreign(file, letters=letters.casefold())
    report = imported.report
    if output is not None or not as_json:
        _out(formats.family_to_yaml(imported.family), output, force=force)
    if as_json:
        print_json({"file": file.name, "kind": imported.kind, **report.plain()})
        return
    for words in (*report.summary(), *(str(report).split("\n") if lines and report.remarks else ())):
        typer.echo(words, err=True)
    if report.remarks and not lines:
        typer.echo("With --lines the lines behind each are told.", err=True)


@app.command()
@with_notebook
def export(
    family: FamilyArgument,
    *,
    output: Annotated[Path | None, typer.Option("--output", "-o", help="FILE.ged or FILE.graphml.")] = None,
    version: Annotated[str, typer.Option("--gedcom", help="GEDCOM 7.0 or 5.5.1.")] = "7.0",
    copy: CopyOption = "working",
    force: Force = False,
    notebook: NotebookOptions,
) -> None:
    """Write a family as GEDCOM or GraphML; without --copy everything is in it, hidden facts included."""
    whole = load_named(family, notebook)
    copied = family_copy(whole, copy)
    _tell_safe_record(whole, output)
    if output is not None and output.suffix.lower() == ".graphml":
        _out(formats.to_graphml(copied), output, force=force)
    elif version == "7.0":
        _out(formats.to_gedcom(copied), output, force=force)
    elif version == "5.5.1":
        _out(formats.to_gedcom(copied, "5.5.1"), output, force=force)
    else:
        misused(f"There is no GEDCOM '{version}' here. There are: 7.0, 5.5.1.")


def _tell_safe_record(family: Family, output: Path | None) -> None:
    """Say that something left of a family whose records are to be kept safe."""
    if family.safe_record and output is not None:
        typer.echo(
            f"Safe record: somebody in this family could be harmed by {output.name}. Who could see it?", err=True
        )


def _out(text: str, output: Path | None, *, force: bool) -> None:
    """*text* into a file, or as data on standard output."""
    if output is None:
        sys.stdout.write(text)
        return
    try:
        keep(lambda: text.encode("utf-8"), output, force=force)
    except OSError as problem:
        refuse(problem)


def _drawing(  # noqa: PLR0917 - the options of draw
    whole: Family,
    view: str,
    profile: str,
    as_at: str,
    focus: str,
    degree: int,
    *,
    initials: bool = False,
    hidden: bool = False,
    identity: bool = False,
    copy: str = "working",
    author: str = "",
    reader: str = "",
    row_end: Sequence[str] | None = None,
) -> Drawing:
    if view not in VIEWS:
        misused(f"There is no view '{view}'. There are: {', '.join(VIEWS)}.")
    if profile not in PROFILES:
        misused(f"There is no profile '{profile}'. There are: {', '.join(PROFILES)}.")
    family = whole
    if focus:
        found = family.named(focus)
        if len(found) != 1:
            refuse(f"{len(found) or 'No'} people here are called '{focus}'. Please give the id of one person.")
        family = notation.near(family, found[0].id, degree)
    family = family if hidden or copy != "working" else views.without_hidden(family)
    family = family_copy(family, copy)
    day = read_day(as_at)
    if day is not None:
        family = notation.as_on(family, day)
    chosen_view: View = next(known for known in VIEWS if known == view)
    chosen_profile: Profile = next(known for known in PROFILES if known == profile)
    options = Options(
        chosen_view,
        chosen_profile,
        "initials" if initials else "names",
        day,
        (),
        hidden,
        identity,
        author=Line(author),
        reader=Line(reader),
    )
    return Drawing(family, _layout(family, None, initials=initials, row_end=_named(family, row_end)), options)


def _named(family: Family, names: Sequence[str] | None) -> list[str] | None:
    """The ids of those who are called *names* and have a brother or sister on the drawing; ends where one has not."""
    if not names:
        return None
    ids = []
    for name in names:
        called = family.named(name)
        if len(called) != 1:
            refuse(f"{len(called) or 'No'} people here are called '{name}'. Please give the id of one person.")
        (person,) = called
        if why := genogram.row_end_refusal(family, person.id):
            refuse(why)
        ids.append(person.id)
    return ids


def family_copy(family: Family, reader: str) -> Family:
    """The copy of *family* for *reader*; what it leaves out is told on standard error."""
    kind = next((known for known in views.READERS if known == reader), None)
    if kind is None:
        if reader != "working":
            misused(f"There is no copy '{reader}'. There are: working, {', '.join(views.READERS)}.")
        return family
    made = views.redact(family, kind)
    for reason in made.withheld:
        typer.echo(f"Withheld: {reason.words}", err=True)
    return made.family


MANY_PEOPLE = 1000
"""People from which what is being worked out is told, on a terminal."""


def _progress(family: Family) -> Callable[[str], None]:
    """What tells, on a terminal and for a large family, how far the drawing is."""
    count = len(family.persons)
    if count < MANY_PEOPLE or not sys.stderr.isatty():
        return lambda _step: None
    return lambda step: typer.echo(f"{count:,} people: {step} ...", err=True)


def _layout(
    family: Family, near: Path | None, *, initials: bool = False, row_end: Sequence[str] | None = None
) -> genogram.Layout:
    try:
        previous = (
            None if near is None else genogram.Layout.model_validate(json.loads(near.read_text(encoding="utf-8")))
        )
        return genogram.lay_out(
            family,
            labels="initials" if initials else "names",
            previous=previous,
            row_end=row_end,
            progress=_progress(family),
        )
    except (genogram.FamilyCycleError, ValueError, OSError) as problem:
        refuse(problem)
