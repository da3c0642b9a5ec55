"""How the notebook itself stands: where, how large, its copies, and what its owner should know."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from supervision_tui.vault import VaultDamagedError
from supervision_tui.workspace.backups import DatedBackup, backup_age_warning, dated_backups
from supervision_tui.workspace.notebook.opening import opens_by_key_store
from supervision_tui.workspace.notebook.retention import RetentionSchedule
from supervision_tui.workspace.paths import crash_folder
from supervision_tui.workspace.workspace import Workspace


@dataclass(frozen=True, slots=True)
class NotebookStatus:
    """What the notebook screen tells: *warnings* are sentences that each say what to do."""

    folder: Path
    documents: int
    size: int
    copies: tuple[DatedBackup, ...]
    warnings: tuple[str, ...]
    two_texts: int
    due: int
    lock_after: int
    key_store: bool

    def lines(self) -> Iterator[str]:
        """The state in words, a line each."""
        count = "1 document" if self.documents == 1 else f"{self.documents} documents"
        yield f"Stands in {self.folder}: {count}, {self.size / 1e6:.1f} MB, all locked."
        if self.copies:
            count = "1 copy" if len(self.copies) == 1 else f"{len(self.copies)} copies"
            yield f"{count} in it, the last of {self.copies[0].when}. One a day is made by itself."
        if self.due:
            yield f"{self.due} thing{'' if self.due == 1 else 's'} should go by now: What should go (g)."
        yield f"It locks after {self.lock_after} minutes without a key, and on Ctrl+L."
        yield "Opening checked its newest line, structure and keys; k reads all of it."
        if self.key_store:
            yield "This computer's key store opens it too."


def status_of(workspace: Workspace) -> NotebookStatus:
    """How the notebook of *workspace* stands now."""
    vault = workspace.vault
    warnings = [*vault.warnings, vault.space_warning()]
    if not workspace.throw_away:
        warnings.append(backup_age_warning(vault.folder))
    if vault.read_only:
        warnings.append("It is open for reading only: nothing that you type now is kept.")
    records = vault.folder / "records.db"
    return NotebookStatus(
        folder=vault.folder,
        documents=_readable(lambda: sum(len(vault.documents.headings(kind)) for kind in vault.documents.kinds())),
        size=records.stat().st_size if records.exists() else 0,
        copies=tuple(dated_backups(vault.folder)),
        warnings=tuple(words for words in dict.fromkeys(warnings) if words),
        two_texts=_readable(lambda: len(vault.documents.conflicts())),
        due=_readable(lambda: len(RetentionSchedule(workspace).disposals(by=workspace.today()))),
        lock_after=workspace.settings.now().lock_after,
        key_store=opens_by_key_store(vault.folder),
    )


def _readable(count: Callable[[], int]) -> int:
    """A number of documents, or 0 where damage stands in the way: the check names what it touches."""
    try:
        return count()
    except VaultDamagedError:
        return 0


def integrity_report(workspace: Workspace) -> str:
    """Read the whole notebook through and compare it with its hashes; what was found, in words.

    Takes seconds for a large notebook: run it in a thread.
    """
    findings = workspace.vault.check()
    if not findings:
        return "All is well: every document was read and is as it was saved."
    lines = [f"{'! ' if finding.grave else '- '}{finding.message}{_touched(finding.documents)}" for finding in findings]
    if any(finding.grave for finding in findings):
        lines += ["", "What to do: change nothing, make a fresh notebook from a copy beside it, and compare."]
    return "\n".join(lines)


def _touched(documents: tuple[tuple[str, str], ...]) -> str:
    return f" ({', '.join(f'{kind} {ident}' for kind, ident in documents)})" if documents else ""


def make_backup(workspace: Workspace) -> str:
    """Make a dated copy now; what was made, in words.

    Raises:
        VaultError: no copy was made.
    """
    report = workspace.vault.backups.make_dated()
    return f"Copied and read through: {report.documents} documents, {report.size / 1e6:.1f} MB.\n\n{report.path}"


def renew_backups(workspace: Workspace) -> str:
    """Put one copy of today in the place of all, so that nothing deleted is left in any; what was done, in words.

    Raises:
        VaultError: no copy was removed.
    """
    workspace.vault.documents.purge_deleted_words()
    report = workspace.vault.backups.renew()
    return f"There is one copy of today now; {len(report.removed)} older ones went, with what had been deleted since."


def crash_reports() -> list[Path]:
    """The reports of failures that are kept on this computer, newest first; they hold no names."""
    folder = crash_folder()
    return sorted(folder.glob("crash-*.txt"), reverse=True) if folder.is_dir() else []


def change_passphrase(workspace: Workspace, old: str, new: str) -> str:
    """Change the passphrase; what that means, in words.

    Raises:
        WrongPassphraseError, TooManyAttemptsError, WeakPassphraseError, NotSavedError: the old one still opens it.
    """
    workspace.vault.credentials.change_passphrase(old, new)
    return (
        "The new passphrase opens the notebook from now on. Copies made before still open with the old one: "
        "“Fresh copies” replaces them."
    )


def renew_recovery_words(workspace: Workspace, passphrase: str) -> str:
    """Fresh recovery words, to be shown once; the earlier ones open nothing any more.

    Raises:
        WrongPassphraseError, TooManyAttemptsError, NotSavedError: the earlier words still hold.
    """
    return str(workspace.vault.credentials.renew_recovery_words(passphrase))


def set_key_store(workspace: Workspace, passphrase: str, *, use: bool) -> str:
    """Let this computer's key store open the notebook, or no more; what that means, in words.

    Raises:
        VaultError: nothing was changed.
    """
    if use:
        workspace.vault.credentials.add_to_os_keyring(passphrase)
        return (
            "F3 at the door opens the notebook on this computer from now on, under your log-in, without a passphrase."
        )
    workspace.vault.credentials.remove_from_os_keyring(passphrase)
    return "Only the passphrase and the recovery words open the notebook now."
