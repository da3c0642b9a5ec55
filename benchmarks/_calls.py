"""Killed at, or refused by the system at, every system call that writes: the old state or the new one, never a third.

Linux with ``strace`` only: it kills the child at its n-th writing call, or lets that call fail as a full or broken disk
would. ``python -m benchmarks._calls ACTION FOLDER`` is the child.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections import Counter
from pathlib import Path

from supervision_tui.vault import Cost, Save, Vault, VaultError
from supervision_tui.vault.backups import dated, folder_of

OLD, NEW = "a lamp for the heron", "quiet otters by the weir"
ACTIONS = ("save", "passphrase", "backup", "delete", "restore")
ERRORS = ("ENOSPC", "EIO")
CALLS = ("pwrite64", "fsync", "fdatasync", "ftruncate", "rename", "unlink", "rmdir", "mkdir", "write")
_DONE = b"DONE\n"
_TOLD = b"TOLD\n"


def child(action: str, folder: Path) -> None:
    """Do one *action* on the vault in *folder*/vault; say DONE when it is acknowledged, TOLD when refused in words."""
    try:
        with Vault.open(folder / "vault", OLD, state=folder / "state") as vault:
            _act(action, vault, folder)
            os.write(1, _DONE)
    except VaultError:
        os.write(1, _TOLD)


def _act(action: str, vault: Vault, folder: Path) -> None:
    if action == "save":
        vault.documents.save(Save("note", "a", "new words " * 2000, author="Ann", base=1, search="new words"))
    elif action == "passphrase":
        vault.credentials.change_passphrase(OLD, NEW, cost=Cost.FAST)
    elif action == "backup":
        vault.backups.make_dated()
    elif action == "delete":
        vault.documents.delete("note", "b", author="Ann", reason="filed")
    else:
        Vault.restore(folder / "copy", folder / "restored", OLD)


def made(folder: Path) -> None:
    """A vault with two documents and a copy of it."""
    vault, _ = Vault.create(folder / "vault", OLD, cost=Cost.FAST, state=folder / "state")
    with vault:
        vault.documents.save(Save("note", "a", "old words", author="Ann", base=0, search="old words"))
        vault.documents.save(Save("note", "b", "to go", author="Ann", base=0, search="to go"))
        vault.backups.make(folder / "copy")


def available() -> bool:
    """Whether this machine can do it."""
    return shutil.which("strace") is not None


def traced(action: str, folder: Path, inject: str = "") -> tuple[bytes, int, str]:
    """Run the child, with strace's *inject* if any; what it said, its exit code, and its errors."""
    tracing = ["strace", "-f", "-qq", "-y", "-o", str(folder / "trace"), "-e", f"trace={','.join(CALLS)}"]
    tracing += ["-e", f"inject={inject}"] if inject else []
    child_process = [sys.executable, "-m", "benchmarks._calls", action, str(folder)]
    done = subprocess.run([*tracing, *child_process], capture_output=True, check=False)
    return done.stdout, done.returncode, done.stderr.decode("utf-8", "replace")


def wrong_after(action: str, folder: Path, said: bytes) -> list[str]:
    """What is neither the old state nor the new one."""
    found: list[str] = []
    vault = _opened(folder)
    if vault is None:
        return ["neither passphrase opens the vault"]
    with vault:
        found += [finding.message for finding in vault.check() if finding.grave]
        body = vault.documents.get("note", "a").body
        if body not in {"old words", "new words " * 2000} or (
            action == "save" and said == _DONE and body == "old words"
        ):
            found.append("an acknowledged save is not there")
        if action == "delete" and said == _DONE and vault.documents.version("note", "b"):
            found.append("an acknowledged deletion did not happen")
        copies = [folder_of(vault.folder) / name for name in dated(folder_of(vault.folder))]
    copies += [folder / "copy"]
    if (folder / "restored").exists():
        with Vault.open(folder / "restored", OLD, state=folder / "state") as restored:
            found += [finding.message for finding in restored.check() if finding.grave]
    for number, copy in enumerate(copies):
        target = folder / f"tried{number}"
        try:
            Vault.restore(copy, target, OLD)
        except VaultError as error:
            found.append(f"a copy that was listed as good: {error}")
    return found


def _opened(folder: Path) -> Vault | None:
    for passphrase in (OLD, NEW):
        try:
            return Vault.open(folder / "vault", passphrase, state=folder / "state")
        except VaultError:
            continue
    return None


def run(work: Path, actions: tuple[str, ...], every: int) -> tuple[str, list[str]]:
    """Each of *actions* killed, and refused, at every *every*-th writing call."""
    if not available():
        return "skipped: strace is not here", []
    wrong: list[str] = []
    runs = 0
    for action in actions:
        moments = [
            f"{name}:{{}}:when={at}" for name, count in calls(action, work).items() for at in range(1, count + 1)
        ]
        for how in ("signal=KILL", *(f"error={error}" for error in ERRORS)):
            for moment in moments[::every]:
                runs += 1
                wrong += [f"{action}, {moment.format(how)}: {what}" for what in _once(action, work, moment.format(how))]
    return f"{runs} kills and refusals at system calls of {', '.join(actions)}", wrong


def calls(action: str, work: Path) -> Counter[str]:
    """How often the child makes each writing call by itself (strace counts each kind of call for itself)."""
    folder = _fresh(work)
    traced(action, folder)
    lines = (folder / "trace").read_text("utf-8", "replace").splitlines()
    names = (line.split(maxsplit=1)[1].partition("(")[0] for line in lines)
    return Counter(name for name in names if name in CALLS)


def _fresh(work: Path) -> Path:
    folder = work / "calls"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    made(folder)
    return folder


def _once(action: str, work: Path, inject: str) -> list[str]:
    folder = _fresh(work)
    said, code, errors = traced(action, folder, inject)
    try:
        found = wrong_after(action, folder, said)
    except VaultError as error:
        found = [str(error)]
    if "error=" in inject and code and "Traceback" in errors and "supervision_tui" in errors:
        found.append(f"a traceback: {errors.strip().splitlines()[-1]}")
    return found


if __name__ == "__main__":
    child(sys.argv[1], Path(sys.argv[2]))
