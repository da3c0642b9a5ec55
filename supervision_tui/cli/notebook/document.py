"""``supervision-tui document``: one document for one person and one purpose: letter, chronology, hand-over and more."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from supervision_tui.cli.arguments import Force, Looked, read_text
from supervision_tui.cli.notebook_options import NotebookOptions, with_notebook
from supervision_tui.cli.output import stop_until_looked, tell_notes, tell_possible
from supervision_tui.cli.output_cleaning import CommandGroup
from supervision_tui.cli.passphrases import choose
from supervision_tui.workspace import disclosure

if TYPE_CHECKING:
    from supervision_tui.records.kinds import LetterDraft
    from supervision_tui.workspace import Workspace

app = typer.Typer(cls=CommandGroup, no_args_is_help=True)

Kinds = Literal["record", "letter", "chronology", "transfer", "genogram", "visit-card", "agreement", "learning"]


@app.command()
def kinds() -> None:
    """List what can be written, and what each is written of."""
    for name, words in disclosure.KINDS.items():
        sys.stdout.write(f"{name:<12}{words}\n")


@app.command()
@with_notebook
def write(
    kind: Annotated[Kinds, typer.Argument(metavar="KIND", help="What to write: see 'document kinds'.")],
    about: Annotated[
        str,
        typer.Argument(metavar="ABOUT", help="A record's id, a family's id, FAMILY/CHILD, or a worker's name."),
    ],
    *,
    recipient: Annotated[str, typer.Option("--for", metavar="NAME", help="The one person it is for.")],
    purpose: Annotated[str, typer.Option("--purpose", metavar="WHY", help="The one purpose it is for.")],
    output: Annotated[Path, typer.Option("--output", "-o", metavar="FILE", help="A .pdf, .docx, .html, .md or .txt.")],
    looked: Looked = False,
    lock: Annotated[bool, typer.Option("--lock", help="Lock it with a passphrase of its own (.html).")] = False,
    page_passphrase_file: Annotated[
        Path | None,
        typer.Option("--page-passphrase-file", metavar="FILE", help="Read that passphrase from FILE (implies --lock)."),
    ] = None,
    bring_in: Annotated[
        list[str] | None,
        typer.Option(
            "--bring-in", metavar="N=WORDS", help="Of a letter: line N, in words to the child; again for more."
        ),
    ] = None,
    words_from: Annotated[
        str, typer.Option("--words", metavar="FILE|-", help="Of a letter: its words, as you changed the draft.")
    ] = "",
    force: Force = False,
    notebook: NotebookOptions,
) -> None:
    """Write one document. Names of others, and facts kept from somebody, stop it until they were looked at.

    A letter holds what is safe to read where the child lives: see 'document draft'.
    """
    locking = lock or page_passphrase_file is not None
    changes = _LetterChanges(bring_in or (), read_text(words_from) if words_from else "")
    with notebook.open(writing=True) as workspace:
        draft = changes.draft(workspace, about) if kind == "letter" else None
        ready = disclosure.prepare_document(workspace, kind, about, recipient=recipient, purpose=purpose, draft=draft)
        tell_notes(filter(None, (*ready.notes, disclosure.file_name_note(workspace, output))))
        tell_possible(ready.possible)
        stop_until_looked(ready.warnings, looked=looked, act="written")
        passphrase = choose(page_passphrase_file, "Passphrase of the page") if locking else ""
        disclosure.issue_document(workspace, ready, output, passphrase=passphrase, force=force)
    where = "Tell the passphrase by another way." if locking else "It is not locked: put it only where you may."
    typer.echo(f"Written to {output}, for {recipient}. {where}", err=True)


@app.command()
@with_notebook
def draft(
    record: Annotated[str, typer.Argument(metavar="RECORD", help="The id of a child's entry.")],
    *,
    bring_in: Annotated[
        list[str] | None,
        typer.Option("--bring-in", metavar="N=WORDS", help="Line N, in words to the child; again for more."),
    ] = None,
    notebook: NotebookOptions,
) -> None:
    """Print the draft of a letter to a child, to be changed; what is left out, and why, is told beside it.

    Change it and write it with 'document write letter RECORD --words FILE'. Nothing is written here.
    """
    with notebook.open() as workspace:
        letter = _LetterChanges(bring_in or (), "").draft(workspace, record)
        safety = disclosure.letter_safety(workspace, record)
    sys.stdout.write(letter.text)
    tell_notes([safety.warning] if safety is not None and safety.warning else [])
    tell_notes(f"Left out: {line}" for line in letter.document().withheld)
    if letter.left_out:
        typer.echo(f"Bring a line in with --bring-in {letter.left_out[0].number}='words to {letter.name}'.", err=True)


class _LetterChanges:
    """What somebody changes in a letter: lines brought in, as N=WORDS, or the whole *text*."""

    def __init__(self, bring_in: Sequence[str], text: str) -> None:
        self.bring_in, self.text = bring_in, text

    def draft(self, workspace: Workspace, record: str) -> LetterDraft:
        """The letter of that record with these changes."""
        found = disclosure.draft_letter(workspace, record)
        for pair in self.bring_in:
            number, sign, words = pair.partition("=")
            if not sign or not number.strip().isdigit():
                raise typer.BadParameter(f"'{pair}' is not of the form N=WORDS.", param_hint="--bring-in")
            found = found.with_line(int(number), words)
        return found.with_text(self.text) if self.text else found


@app.command("left")
@with_notebook
def list_disclosures(*, notebook: NotebookOptions) -> None:
    """List what left this notebook: when, by whom, for whom, about which family and why."""
    with notebook.open() as workspace:
        disclosures = workspace.disclosures.all()
    for issued in disclosures:
        about = f" about {issued.family}" if issued.family else ""
        how = "locked " if issued.locked else ""
        times = f"{issued.number} x " if issued.number > 1 else ""
        sys.stdout.write(
            f"{issued.at:%Y-%m-%d %H:%M}  {issued.by}: {times}{issued.kind} ({how}{issued.form}){about} "
            f"for {issued.recipient}: "
            f"{issued.purpose}\n"
        )
    if not disclosures:
        typer.echo("Nothing has left this notebook.", err=True)
