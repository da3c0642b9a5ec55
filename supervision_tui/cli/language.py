"""``supervision-tui language``: words that care, sentences that can be read, actions that somebody could see."""

from __future__ import annotations

import json
import sys
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from supervision_tui.practice.language import LanguageReport

app = typer.Typer(help="Look at words: hints with their reasons, never a replacement.", no_args_is_help=True)

LARGEST = 5_000_000
"""Bytes of a text that is looked at."""


@app.callback()
def about() -> None:
    """Hints on words; the child's own word always wins."""


@app.command()
def check(
    file: Annotated[str, typer.Argument(metavar="FILE", help="A text file, or - for standard input.")],
    *,
    actions: Annotated[bool, typer.Option("--actions", help="Every line is an action.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="As JSON.")] = False,
) -> None:
    """Look at the words of FILE. Quotations and terms that the law needs are left alone."""
    from supervision_tui.practice.language import check as look  # noqa: PLC0415 - quick help
    from supervision_tui.practice.language import load_words  # noqa: PLC0415 - as above
    from supervision_tui.workspace.paths import own_content  # noqa: PLC0415 - as above

    found = look(_text(file), load_words(own_content()), actions=actions)
    if as_json:
        sys.stdout.write(json.dumps(_plain(found), ensure_ascii=False, indent=2) + "\n")
        return
    for hint in found.hints:
        sys.stdout.write(
            f"{hint.line}:{hint.column}  {hint.found}\n    consider: {hint.consider}\n    because {hint.why}"
        )
        sys.stdout.write(f" ({hint.source})\n" if hint.source else "\n")
    for sentence in found.readability.long:
        sys.stdout.write(f"{sentence.line}:1  {sentence.words} words in one sentence: {sentence.begins} ...\n")
    typer.echo(
        f"{len(found.hints)} hints. {found.readability.told} Ask the child first: their own word wins.", err=True
    )


def _text(file: str) -> str:
    from supervision_tui.text import clean  # noqa: PLC0415 - quick help

    if file == "-":
        data = sys.stdin.buffer.read(LARGEST + 1)
    else:
        with Path(file).open("rb") as stream:
            data = stream.read(LARGEST + 1)
    if len(data) > LARGEST:
        raise ValueError(f"The text is too large. At most {LARGEST // 1_000_000} MB can be looked at.")
    return clean(data.decode("utf-8-sig", errors="replace"))


def _plain(found: LanguageReport) -> dict[str, object]:
    return {
        "hints": [asdict(hint) for hint in found.hints],
        "words": found.readability.words,
        "sentences": found.readability.sentences,
        "flesch": found.readability.ease,
        "told": found.readability.told,
        "long_sentences": [asdict(sentence) for sentence in found.readability.long],
    }
