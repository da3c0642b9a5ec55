"""``supervision-tui language``: words that care, sentences that can be read, actions that somebody could see."""

from __future__ import annotations

import sys
from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated

import typer

from supervision_tui.cli.arguments import AsJson, read_text
from supervision_tui.cli.output import print_json
from supervision_tui.cli.output_cleaning import CommandGroup
from supervision_tui.practice import language
from supervision_tui.text import clean
from supervision_tui.workspace.paths import content_folders

if TYPE_CHECKING:
    from supervision_tui.practice.language import LanguageReport

app = typer.Typer(cls=CommandGroup, no_args_is_help=True)


@app.callback()
def about() -> None:
    """Hints on words; the child's own word always wins."""


@app.command()
def check(
    file: Annotated[str, typer.Argument(metavar="FILE", help="A text file, or - for standard input.")],
    *,
    actions: Annotated[bool, typer.Option("--actions", help="Every line is an action.")] = False,
    as_json: AsJson = False,
) -> None:
    """Look at the words of FILE. Quotations and terms that the law needs are left alone."""
    found = language.check(
        clean(read_text(file, lenient=True)), language.load_words(*content_folders()), actions=actions
    )
    if as_json:
        print_json(_plain(found))
        return
    for hint in found.hints:
        sys.stdout.write(
            f"{hint.line}:{hint.column}  {hint.words}{_times(hint.times)}\n"
            f"    consider: {hint.consider}\n    because {hint.why}"
        )
        sys.stdout.write(f" ({hint.source})\n" if hint.source else "\n")
    for sentence in found.readability.long:
        sys.stdout.write(f"{sentence.line}:1  {sentence.words} words in one sentence: {sentence.begins} ...\n")
    typer.echo(
        f"{len(found.hints)} hints. {found.readability.verdict} Ask the child first: their own word wins.", err=True
    )


def _times(times: int) -> str:
    return f"  ({times} times)" if times > 1 else ""


def _plain(report: LanguageReport) -> dict[str, object]:
    return {
        "hints": [asdict(hint) for hint in report.hints],
        "words": report.readability.words,
        "sentences": report.readability.sentences,
        "flesch": report.readability.ease,
        "age": report.readability.age,
        "told": report.readability.verdict,
        "long_sentences": [asdict(sentence) for sentence in report.readability.long],
    }
