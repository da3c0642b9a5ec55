"""``supervision-tui vault``: make, check, back up, restore, and change what opens it."""

from __future__ import annotations

import dataclasses
import secrets
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from supervision_tui import vault as vaults
from supervision_tui import workspace
from supervision_tui.cli.arguments import AsJson, read_day
from supervision_tui.cli.notebook import retention
from supervision_tui.cli.notebook.history import history
from supervision_tui.cli.notebook.texts import settle, texts
from supervision_tui.cli.notebook_options import NotebookOptions, with_notebook
from supervision_tui.cli.output import print_json, refuse
from supervision_tui.cli.output_cleaning import CommandGroup
from supervision_tui.cli.passphrases import NewFromFile, choose

if TYPE_CHECKING:
    from supervision_tui.vault import BackupReport, IntegrityFinding, RecoveryWords, ScheduledDeletion

app = typer.Typer(cls=CommandGroup, no_args_is_help=True)

Kind = Annotated[str, typer.Argument(help="Kind of the document, as 'vault going' lists it.")]
Ident = Annotated[str, typer.Argument(metavar="ID", help="Its id, as 'vault going' lists it.")]
Reason = Annotated[str, typer.Option("--reason", help="Why, in a few words without names.")]


@app.command()
@with_notebook
def create(
    *,
    name: Annotated[str, typer.Option("--name", help="Your name, as the history should show it.")],
    notebook: NotebookOptions,
) -> None:
    """Make a new vault and show its recovery words, this once."""
    opened, words = workspace.create_vault(notebook.folder, notebook.new_passphrase(), name)
    opened.close()
    _show_words(words)


@app.command()
@with_notebook
def check(*, notebook: NotebookOptions, as_json: AsJson = False) -> None:
    """Read everything and compare it with its hashes; exit 1 when something is damaged or was changed."""
    with notebook.open_vault(accept_older=True) as vault:
        findings = vault.check()
    if as_json:
        print_json([dataclasses.asdict(finding) for finding in findings])
    else:
        for finding in findings:
            typer.echo(_line(finding))
    grave = sum(finding.grave for finding in findings)
    typer.echo("All is well." if not findings else f"{len(findings)} findings, {grave} of them grave.", err=True)
    if grave:
        refuse("Make no changes. Restore a backup beside this vault and compare (vault restore).")


@app.command()
@with_notebook
def backup(
    target: Annotated[Path | None, typer.Argument(help="A new folder for the copy; without it, a dated one.")] = None,
    *,
    renew: Annotated[
        bool, typer.Option("--renew", help="Put one copy of today in the place of all dated ones.")
    ] = False,
    notebook: NotebookOptions,
    as_json: AsJson = False,
) -> None:
    """Copy the vault, encrypted as it is, and open the copy to see that it is good."""
    with notebook.open_vault() as vault:
        if target is not None:
            report = vault.backups.make(target)
        else:
            report = vault.backups.renew() if renew else vault.backups.make_dated()
    _print_report(report, "Copied", as_json=as_json)


@app.command()
@with_notebook
def restore(
    copy: Annotated[Path, typer.Argument(help="The folder of a backup.")],
    target: Annotated[Path, typer.Argument(help="A new folder for the vault that is made of it.")],
    *,
    notebook: NotebookOptions,
    as_json: AsJson = False,
) -> None:
    """Make a vault from a backup, beside everything that is there; the backup is only read."""
    report = vaults.Vault.restore(copy, target, notebook.passphrase("Passphrase of the backup"))
    _print_report(report, "Restored", as_json=as_json)
    typer.echo(f"Open it with --vault '{report.path}', or name it in SUPERVISION_TUI_VAULT.", err=True)


@app.command()
@with_notebook
def passphrase(*, notebook: NotebookOptions, new_passphrase_file: NewFromFile = None) -> None:
    """Change the passphrase; the records are not touched."""
    current = notebook.passphrase()
    with vaults.Vault.open(notebook.folder, current) as vault:
        vault.credentials.change_passphrase(current, choose(new_passphrase_file))
    typer.echo(
        "Changed. Backups made before still open with the old one: 'vault backup --renew' replaces them.", err=True
    )


@app.command()
@with_notebook
def recover(
    *,
    words_file: Annotated[
        Path | None, typer.Option("--words-file", metavar="FILE", help="Read the recovery words from FILE.")
    ] = None,
    new_passphrase_file: NewFromFile = None,
    notebook: NotebookOptions,
) -> None:
    """Open with the recovery words, set a new passphrase, and show fresh recovery words."""
    words = words_file.read_text("utf-8") if words_file else typer.prompt("The sixteen recovery words", err=True)
    with vaults.Vault.open_with_recovery(notebook.folder, words) as vault:
        new = choose(new_passphrase_file)
        vault.credentials.recover(words, new)
        _show_words(vault.credentials.renew_recovery_words(new))


@app.command("recovery-words")
@with_notebook
def recovery_words(*, notebook: NotebookOptions) -> None:
    """Make fresh recovery words; the earlier ones open nothing any more."""
    current = notebook.passphrase()
    with vaults.Vault.open(notebook.folder, current) as vault:
        _show_words(vault.credentials.renew_recovery_words(current))


@app.command("key-store")
@with_notebook
def key_store(
    *,
    forget: Annotated[bool, typer.Option("--forget", help="Close this way in again.")] = False,
    notebook: NotebookOptions,
) -> None:
    """Let this computer's key store open the vault. Every program under your log-in can read that store."""
    current = notebook.passphrase()
    with vaults.Vault.open(notebook.folder, current) as vault:
        (vault.credentials.remove_from_os_keyring if forget else vault.credentials.add_to_os_keyring)(current)
    typer.echo("The key store opens it no more." if forget else "From now on the key store opens it too.", err=True)


@app.command("accept-older")
@with_notebook
def accept_older(*, notebook: NotebookOptions) -> None:
    """Go on with an older copy of the vault, or with one that something else changed, after you have looked for better.

    Look for the newer copy and for a backup first. Where something else changed it, every check goes on telling so.
    """
    vaults.Vault.open(notebook.folder, notebook.passphrase(), accept_older=True).close()
    typer.echo("From now on this copy is the vault. What was saved after it is not in it.", err=True)


@app.command("going")
@with_notebook
def list_scheduled(
    *,
    by: Annotated[str, typer.Option("--by", metavar="DAY", help="Only what goes up to this day.")] = "",
    notebook: NotebookOptions,
    as_json: AsJson = False,
) -> None:
    """List the days and the holds that people have set themselves ('due' lists what the rules say)."""
    day = read_day(by)
    with notebook.open_vault() as vault:
        scheduled = vault.documents.scheduled_deletions(day)
    if as_json:
        print_json([_scheduled_as_data(due) for due in scheduled])
        return
    for due in scheduled:
        when = due.due.isoformat() if due.due else "no day    "
        typer.echo(f"{when}  {due.heading.kind}  {due.heading.id}  {f'HELD: {due.held}' if due.held else due.why}")


@app.command()
@with_notebook
def hold(kind: Kind, ident: Ident, reason: Reason, *, notebook: NotebookOptions) -> None:
    """Forbid deleting a document: a court, a complaint, an inquiry or a review needs it."""
    with notebook.open(writing=True) as workspace:
        workspace.vault.documents.hold(kind, ident, author=workspace.author, reason=reason)
    typer.echo("On hold: it cannot be deleted until the hold is released.", err=True)


@app.command()
@with_notebook
def release(kind: Kind, ident: Ident, reason: Reason, *, notebook: NotebookOptions) -> None:
    """End a hold, and say why."""
    with notebook.open(writing=True) as workspace:
        workspace.vault.documents.release(kind, ident, author=workspace.author, reason=reason)
    typer.echo("Released.", err=True)


for _name, _command in (*retention.COMMANDS, ("history", history), ("texts", texts), ("settle", settle)):
    app.command(_name)(_command)


def _show_words(words: RecoveryWords | str) -> None:
    """Print the recovery words, and let a person show that two of them are on paper."""
    text = str(words)
    typer.echo(text)
    typer.echo(
        "Write these sixteen words on paper and keep them where you keep things safe. They open the vault if the "
        "passphrase is forgotten, and they are shown this once. Without both, everything in the vault is lost.",
        err=True,
    )
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        return
    listed = [part for part in text.split() if not part.isdigit()]
    for place in sorted(secrets.SystemRandom().sample(range(len(listed)), 2)):
        while typer.prompt(f"From the paper, please: word {place + 1}", err=True).strip().lower() != listed[place]:
            typer.echo("That is not it. Look at the paper again.", err=True)


def _print_report(report: BackupReport, did: str, *, as_json: bool) -> None:
    if as_json:
        data = dataclasses.asdict(report) | {
            "path": str(report.path),
            "removed": [str(path) for path in report.removed],
        }
        print_json(data)
    else:
        typer.echo(str(report.path))
    typer.echo(f"{did} and read through: {report.documents} documents, {report.size / 1e6:.1f} MB.", err=True)
    if report.removed:
        typer.echo(f"{len(report.removed)} older copies went.", err=True)


def _line(finding: IntegrityFinding) -> str:
    touched = ", ".join(f"{kind} {ident}" for kind, ident in finding.documents)
    return f"{'GRAVE' if finding.grave else 'note '}  {finding.message}{f' ({touched})' if touched else ''}"


def _scheduled_as_data(due: ScheduledDeletion) -> dict[str, object]:
    heading = {"kind": due.heading.kind, "id": due.heading.id, "title": due.heading.title}
    return heading | {"due": due.due.isoformat() if due.due else None, "why": due.why, "held": due.held}
