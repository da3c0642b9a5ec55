"""``supervision-tui family mentions``: who of some families is named in a text, in whatever way it is written."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from supervision_tui.cli.arguments import AsJson, read_text
from supervision_tui.cli.family.family_argument import load_named
from supervision_tui.cli.notebook_options import NotebookOptions, with_notebook
from supervision_tui.cli.output import print_json
from supervision_tui.family import recognition

if TYPE_CHECKING:
    from supervision_tui.family.recognition import Mention


@with_notebook
def mentions(
    file: Annotated[str, typer.Argument(metavar="FILE", help="A text file, or - for standard input.")],
    *,
    family: Annotated[
        list[str], typer.Option("--family", metavar="FAMILY", help="A family file, or an id; may be said again.")
    ],
    as_json: AsJson = False,
    notebook: NotebookOptions,
) -> None:
    """List who of these families is named in a text: names in any form, homes, references, days of birth."""
    text = read_text(file, lenient=True)
    loaded = recognition.mentions_in(text, [load_named(name, notebook) for name in family])
    if as_json:
        several = "\n" in text.strip("\n")
        print_json([_as_data(mention, several=several) for mention in loaded])
        return
    for mention in loaded:
        who = f"{mention.family}/{mention.person}" if mention.person else mention.family
        sign = "!" if mention.sure else "-"
        words = " ".join(mention.words.split())
        typer.echo(f"{sign} {mention.line}: “{words}” is a {mention.kind_in_words} ({who}), {mention.grade}")
    if not loaded:
        typer.echo("Nobody of these families is named.", err=True)


def _as_data(mention: Mention, *, several: bool) -> dict[str, object]:
    data: dict[str, object] = {
        "person": mention.person,
        "family": mention.family,
        "words": mention.words,
        "start": mention.start,
        "end": mention.end,
        "sure": mention.sure,
        "kind": mention.kind,
        "grade": mention.grade,
    }
    return data | {"line": mention.line} if several else data
