"""``supervision-tui mi``: what each turn of a motivational conversation may be, with the words that made it so."""

from __future__ import annotations

import json
import sys
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from supervision_tui.cli.arguments import read_text
from supervision_tui.cli.output_cleaning import CommandGroup

if TYPE_CHECKING:
    from supervision_tui.practice.motivational import CodedTurn, TalkSummary

app = typer.Typer(cls=CommandGroup, no_args_is_help=True)


class Side(StrEnum):
    """Who of the two."""

    worker = "worker"
    person = "person"


@app.callback()
def motivational() -> None:
    """Motivational conversations: suggestions to talk about, never marks."""


@app.command()
def code(  # noqa: PLR0917 - typer reads them by name
    file: Annotated[
        str,
        typer.Argument(metavar="FILE", help="Lines 'worker: ...' and 'Mum: ...', captions, or CSV; - for a pipe."),
    ],
    change: Annotated[
        str, typer.Option("--change", help="The change that the talk is about, or a first line 'change: ...'.")
    ] = "",
    worker: Annotated[
        list[str] | None, typer.Option("--worker", metavar="NAME", help="Whose name is the worker's; may be repeated.")
    ] = None,
    person: Annotated[
        list[str] | None, typer.Option("--person", metavar="NAME", help="Whose name is the person's; may be repeated.")
    ] = None,
    begins: Annotated[
        Side | None, typer.Option("--begins", help="No labels: every line is a turn, and this one begins.")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object a turn, a line each.")] = False,
) -> None:
    """Suggest what each turn may be: question, reflection, information or advice; change talk or sustain talk."""
    from supervision_tui.practice import motivational as mi  # noqa: PLC0415 - quick help

    try:
        text = read_text(file)
        about = change or mi.named_change(text)
        names: dict[str, mi.Speaker] = dict.fromkeys(worker or (), "worker")
        names |= dict.fromkeys(person or (), "person")
        talk = mi.read_transcript(text, named=names, begins=begins.value if begins else None)
        turns = mi.code(talk.turns, about)
    except (mi.TranscriptError, ValueError, OSError) as trouble:
        words = f"This file cannot be read ({trouble.strerror})." if isinstance(trouble, OSError) else str(trouble)
        typer.echo(words, err=True)
        raise typer.Exit(1) from None
    for turn in turns:
        sys.stdout.write(f"{json.dumps(_plain(turn, about), ensure_ascii=False) if as_json else _told(turn)}\n")
    for name, side in talk.guessed.items():
        typer.echo(f"'{name}' was taken for the {side}. If that is not so: --worker NAME, --person NAME.", err=True)
    if not as_json:
        sys.stdout.write(f"\n{_counted(mi.summary(turns))}\n")
    typer.echo(mi.ACCURACY, err=True)


def _plain(turn: CodedTurn, change: str) -> dict[str, object]:
    return {
        "speaker": turn.speaker,
        "text": turn.text,
        "codes": list(turn.codes),
        "matched": list(turn.matched),
        "unsure": turn.unsure,
        "state": turn.state,
        "main": turn.main,
        "change": change,
        "sentences": [
            {
                "text": sentence.text,
                "code": sentence.code,
                "perhaps": sentence.perhaps,
                "cues": list(sentence.cues),
                "matched": list(sentence.matched),
            }
            for sentence in turn.sentences
        ],
    }


def _told(turn: CodedTurn) -> str:
    lines = [f"{turn.speaker}: {turn.text}"]
    for sentence in turn.sentences:
        if sentence.code in {"", "other", "neutral talk"} and not sentence.cues:
            continue
        either = (
            f"{sentence.code}, or {sentence.perhaps} (unsure)" if sentence.perhaps else sentence.code or "not coded"
        )
        cues = f"; cue, not measured: {', '.join(sentence.cues)}" if sentence.cues else ""
        because = f" because of “{'”, “'.join(sentence.matched)}”" if sentence.matched else ""
        lines.append(f"    {either}{because}{cues}")
    return "\n".join(lines) if len(lines) > 1 else f"{lines[0]}\n    {turn.main or 'not coded'}"


def _counted(summary: TalkSummary) -> str:
    from supervision_tui.practice import motivational as mi  # noqa: PLC0415 - quick help

    counts = "\n".join(f"  {count}" for count in summary.counts if count.high)
    return (
        f"Sentences, from sure to unsure:\n{counts}\n{summary.ratio}\n"
        f"Of a reflection: {mi.ASKED_OF_A_REFLECTION}\nOf information or advice: {mi.ASKED_OF_INFORMATION}"
    )
