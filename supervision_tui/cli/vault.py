"""``supervision-tui vault``: make, check, back up, restore, and change what opens it."""

from __future__ import annotations

import dataclasses
import datetime as dt
import json
import secrets
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from supervision_tui.cli import retention
from supervision_tui.cli.history import history
from supervision_tui.cli.passphrases import FromDescriptor, FromFile, NewFromFile, asked, chosen
from supervision_tui.vault import Vault, VaultError
from supervision_tui.workspace.paths import vault_folder

if TYPE_CHECKING:
    from supervision_tui.vault import BackupReport, IntegrityFinding, RecoveryWords, ScheduledDeletion
    from supervision_tui.workspace import Workspace

app = typer.Typer(help="Make a vault, check it, back it up, and change what opens it.", no_args_is_help=True)

Folder = Annotated[
    Path | None, typer.Option("--vault", metavar="FOLDER", help="The vault's folder, if not the usual one.")
]
AsJson = Annotated[bool, typer.Option("--json", help="Data as JSON on standard output.")]
Kind = Annotated[str, typer.Argument(help="Kind of the document, as 'vault going' lists it.")]
Ident = Annotated[str, typer.Argument(metavar="ID", help="Its id, as 'vault going' lists it.")]
Reason = Annotated[str, typer.Option("--reason", help="Why, in a few words without names.")]


@app.command()
def create(
    name: Annotated[str, typer.Option("--name", help="Your name, as the history should show it.")],
    folder: Folder = None,
    passphrase_file: FromFile = None,
) -> None:
    """Make a new vault and show its recovery words, this once."""
    from supervision_tui.workspace import create_vault  # noqa: PLC0415 - quick help

    with _told():
        workspace, words = create_vault(folder or vault_folder(), chosen(passphrase_file), name)
        workspace.close()
        _show_words(words)


@app.command()
def check(
    folder: Folder = None,
    passphrase_file: FromFile = None,
    passphrase_fd: FromDescriptor = None,
    as_json: AsJson = False,
) -> None:
    """Read everything and compare it with its hashes; exit 1 when something is damaged or was changed."""
    with _told(), _reading(folder, passphrase_file, passphrase_fd, accept_older=True) as vault:
        findings = vault.check()
    if as_json:
        typer.echo(json.dumps([dataclasses.asdict(finding) for finding in findings], indent=1))
    else:
        for finding in findings:
            typer.echo(_line(finding))
    grave = sum(finding.grave for finding in findings)
    typer.echo("All is well." if not findings else f"{len(findings)} findings, {grave} of them grave.", err=True)
    if grave:
        typer.echo("Make no changes. Restore a backup beside this vault and compare (vault restore).", err=True)
        raise typer.Exit(1)


@app.command()
def backup(
    target: Annotated[Path | None, typer.Argument(help="A new folder for the copy; without it, a dated one.")] = None,
    *,
    folder: Folder = None,
    renew: Annotated[
        bool, typer.Option("--renew", help="Put one copy of today in the place of all dated ones.")
    ] = False,
    passphrase_file: FromFile = None,
    passphrase_fd: FromDescriptor = None,
    as_json: AsJson = False,
) -> None:
    """Copy the vault, encrypted as it is, and open the copy to see that it is good."""
    with _told(), _reading(folder, passphrase_file, passphrase_fd) as vault:
        if target is not None:
            report = vault.backups.make(target)
        else:
            report = vault.backups.renew() if renew else vault.backups.make_dated()
    _report(report, "Copied", as_json=as_json)


@app.command()
def restore(
    copy: Annotated[Path, typer.Argument(help="The folder of a backup.")],
    target: Annotated[Path, typer.Argument(help="A new folder for the vault that is made of it.")],
    passphrase_file: FromFile = None,
    passphrase_fd: FromDescriptor = None,
    as_json: AsJson = False,
) -> None:
    """Make a vault from a backup, beside everything that is there; the backup is only read."""
    with _told():
        report = Vault.restore(copy, target, asked(passphrase_file, passphrase_fd, "Passphrase of the backup"))
    _report(report, "Restored", as_json=as_json)
    typer.echo(f"Open it with --vault '{report.path}', or name it in SUPERVISION_TUI_VAULT.", err=True)


@app.command()
def passphrase(
    folder: Folder = None,
    passphrase_file: FromFile = None,
    passphrase_fd: FromDescriptor = None,
    new_passphrase_file: NewFromFile = None,
) -> None:
    """Change the passphrase; the records are not touched."""
    with _told():
        old = asked(passphrase_file, passphrase_fd)
        with Vault.open(folder or vault_folder(), old) as vault:
            vault.credentials.change_passphrase(old, chosen(new_passphrase_file))
    typer.echo(
        "Changed. Backups made before still open with the old one: 'vault backup --renew' replaces them.", err=True
    )


@app.command()
def recover(
    folder: Folder = None,
    words_file: Annotated[
        Path | None, typer.Option("--words-file", metavar="FILE", help="Read the recovery words from FILE.")
    ] = None,
    new_passphrase_file: NewFromFile = None,
) -> None:
    """Open with the recovery words, set a new passphrase, and show fresh recovery words."""
    with _told():
        typed = words_file.read_text("utf-8") if words_file else typer.prompt("The sixteen recovery words", err=True)
        with Vault.open_with_recovery(folder or vault_folder(), typed) as vault:
            new = chosen(new_passphrase_file)
            vault.credentials.recover(typed, new)
            _show_words(vault.credentials.renew_recovery_words(new))


@app.command("recovery-words")
def recovery_words(
    folder: Folder = None, passphrase_file: FromFile = None, passphrase_fd: FromDescriptor = None
) -> None:
    """Make fresh recovery words; the earlier ones open nothing any more."""
    with _told():
        current = asked(passphrase_file, passphrase_fd)
        with Vault.open(folder or vault_folder(), current) as vault:
            _show_words(vault.credentials.renew_recovery_words(current))


@app.command("key-store")
def key_store(
    forget: Annotated[bool, typer.Option("--forget", help="Close this way in again.")] = False,
    folder: Folder = None,
    passphrase_file: FromFile = None,
    passphrase_fd: FromDescriptor = None,
) -> None:
    """Let this computer's key store open the vault. Every program under your log-in can read that store."""
    with _told():
        current = asked(passphrase_file, passphrase_fd)
        with Vault.open(folder or vault_folder(), current) as vault:
            (vault.credentials.remove_from_os_keyring if forget else vault.credentials.add_to_os_keyring)(current)
    typer.echo("The key store opens it no more." if forget else "From now on the key store opens it too.", err=True)


@app.command("accept-older")
def accept_older(folder: Folder = None, passphrase_file: FromFile = None, passphrase_fd: FromDescriptor = None) -> None:
    """Go on with an older copy of the vault, after you have looked for the newer one and it is lost."""
    with _told():
        Vault.open(folder or vault_folder(), asked(passphrase_file, passphrase_fd), accept_older=True).close()
    typer.echo("From now on this copy is the vault. What was saved after it is not in it.", err=True)


@app.command()
def going(
    by: Annotated[str, typer.Option("--by", metavar="DAY", help="Only what goes up to this day (2026-12-24).")] = "",
    folder: Folder = None,
    passphrase_file: FromFile = None,
    passphrase_fd: FromDescriptor = None,
    as_json: AsJson = False,
) -> None:
    """List the days and the holds that people have set themselves ('due' lists what the rules say)."""
    day = _day(by)
    with _told(), _reading(folder, passphrase_file, passphrase_fd) as vault:
        due = vault.documents.scheduled_deletions(day)
    if as_json:
        typer.echo(json.dumps([_plain(one) for one in due], indent=1))
        return
    for one in due:
        when = one.due.isoformat() if one.due else "no day    "
        typer.echo(f"{when}  {one.heading.kind}  {one.heading.id}  {f'HELD: {one.held}' if one.held else one.why}")


@app.command()
def hold(
    kind: Kind,
    ident: Ident,
    reason: Reason,
    *,
    folder: Folder = None,
    passphrase_file: FromFile = None,
    passphrase_fd: FromDescriptor = None,
) -> None:
    """Forbid deleting a document: a court, a complaint, an inquiry or a review needs it."""
    with _told(), _workspace(folder, passphrase_file, passphrase_fd) as workspace:
        workspace.vault.documents.hold(kind, ident, author=workspace.me, reason=reason)
    typer.echo("On hold: it cannot be deleted until the hold is released.", err=True)


@app.command()
def release(
    kind: Kind,
    ident: Ident,
    reason: Reason,
    *,
    folder: Folder = None,
    passphrase_file: FromFile = None,
    passphrase_fd: FromDescriptor = None,
) -> None:
    """End a hold, and say why."""
    with _told(), _workspace(folder, passphrase_file, passphrase_fd) as workspace:
        workspace.vault.documents.release(kind, ident, author=workspace.me, reason=reason)
    typer.echo("Released.", err=True)


for _name, _command in (*retention.COMMANDS, ("history", history)):
    app.command(_name)(_command)


@contextmanager
def _told() -> Iterator[None]:
    """Turn what the vault refuses into its sentence and exit code 1."""
    try:
        yield
    except VaultError as error:
        typer.echo(str(error), err=True)
        raise typer.Exit(1) from None


@contextmanager
def _reading(
    folder: Path | None, file: Path | None, descriptor: int | None, *, accept_older: bool = False
) -> Iterator[Vault]:
    """The vault open for reading, which works while the program has it open too; its warnings told."""
    given = asked(file, descriptor)
    with Vault.open(folder or vault_folder(), given, read_only=True, accept_older=accept_older) as vault:
        for warning in vault.warnings:
            typer.echo(warning, err=True)
        yield vault


@contextmanager
def _workspace(folder: Path | None, file: Path | None, descriptor: int | None) -> Iterator[Workspace]:
    from supervision_tui.workspace import open_vault  # noqa: PLC0415 - quick help

    workspace = open_vault(folder or vault_folder(), asked(file, descriptor))
    try:
        yield workspace
    finally:
        workspace.close()


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


def _report(report: BackupReport, did: str, *, as_json: bool) -> None:
    if as_json:
        data = dataclasses.asdict(report) | {
            "path": str(report.path),
            "removed": [str(path) for path in report.removed],
        }
        typer.echo(json.dumps(data, indent=1))
    else:
        typer.echo(str(report.path))
    typer.echo(f"{did} and read through: {report.documents} documents, {report.size / 1e6:.1f} MB.", err=True)
    if report.removed:
        typer.echo(f"{len(report.removed)} older copies went.", err=True)


def _line(finding: IntegrityFinding) -> str:
    touched = ", ".join(f"{kind} {ident}" for kind, ident in finding.documents)
    return f"{'GRAVE' if finding.grave else 'note '}  {finding.message}{f' ({touched})' if touched else ''}"


def _plain(due: ScheduledDeletion) -> dict[str, object]:
    heading = {"kind": due.heading.kind, "id": due.heading.id, "title": due.heading.title}
    return heading | {"due": due.due.isoformat() if due.due else None, "why": due.why, "held": due.held}


def _day(typed: str) -> dt.date | None:
    try:
        return dt.date.fromisoformat(typed) if typed else None
    except ValueError:
        typer.echo(f"'{typed}' is not a day. Write it as 2026-12-24.", err=True)
        raise typer.Exit(2) from None
