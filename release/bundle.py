"""Make the folder that an IT department pushes to laptops: the program with its own Python, nothing to install.

    python -m release.bundle [--check] [-o FOLDER]

FOLDER (``build/bundle``) then holds ``supervision-tui/`` for the system this runs on: one folder, not one file, since
what unpacks itself into a profile is blocked on managed laptops. ``--check`` then proves it (:mod:`release.check`).
Tried on Linux. The same recipe is written for Windows and macOS; there it was not tried.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import cast

from docs.make_bill import bill
from release.wheelhouse import RUNTIME, needed_here, requirements

ROOT = Path(__file__).resolve().parents[1]
TOOLS = ROOT / "build" / "release-tools"
LARGEST = 220_000_000
"""Bytes of the folder unpacked; more is refused."""
BILL, SUMS = "supervision-tui.cdx.json", "SHA256SUMS.txt"
"""In the folder: what it is made of (CycloneDX), and the hash of each of its files."""


def tools() -> dict[str, str]:
    """PyInstaller, at the hashes of ``release/requirements.lock``, in a folder of its own; where to find it."""
    lock = ROOT / "release" / "requirements.lock"
    stamp = TOOLS / "ready"
    if not stamp.exists() or stamp.read_bytes() != lock.read_bytes():
        shutil.rmtree(TOOLS, ignore_errors=True)
        pip = [sys.executable, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--require-hashes"]
        subprocess.run([*pip, "--target", str(TOOLS), "-r", str(lock)], check=True)
        stamp.write_bytes(lock.read_bytes())
    return os.environ | {"PYTHONPATH": os.pathsep.join((str(TOOLS), str(ROOT)))}


def build(folder: Path) -> Path:
    """Build into *folder*; gives the program's folder."""
    shutil.rmtree(folder / "supervision-tui", ignore_errors=True)
    command = [sys.executable, "-m", "PyInstaller", "--noconfirm", "--log-level", "WARN"]
    command += ["--distpath", str(folder), "--workpath", str(ROOT / "build" / "pyinstaller")]
    environment = tools() | {"SOURCE_DATE_EPOCH": commit_time(), "PYTHONHASHSEED": "1"}
    subprocess.run([*command, str(ROOT / "release" / "supervision-tui.spec")], cwd=ROOT, env=environment, check=True)
    program = folder / "supervision-tui"
    shutil.copy(ROOT / "LICENSE", program / "LICENSE.txt")
    shutil.copy(ROOT / "NOTICE", program / "NOTICE.txt")
    (program / BILL).write_text(json.dumps(bill_of_runtime(), indent=1) + "\n", encoding="utf-8")
    (program / SUMS).write_text("".join(sums(program)), encoding="utf-8")
    return program


def commit_time() -> str:
    """Seconds since 1970 of the commit that is built, which every file made here is stamped with."""
    command = ["git", "log", "-1", "--format=%ct"]
    asked = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    return asked.stdout.strip() or "0"


def bill_of_runtime() -> dict[str, object]:
    """What the folder is made of: the libraries of the run-time lock that this system needs, and Python itself."""
    needed = (requirement for requirement in requirements() if needed_here(requirement))
    made = bill(RUNTIME, {(name.name.lower(), pin.version) for name in needed for pin in name.specifier})
    python = {"type": "framework", "name": "CPython", "version": sys.version.split()[0]}
    return made | {"components": [python, *cast("list[object]", made["components"])]}


def sums(program: Path) -> Iterator[str]:
    """A line for every file of the folder, as ``sha256sum --check`` reads it."""
    for path in sorted(path for path in program.rglob("*") if path.is_file() and path.name != SUMS):
        yield f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.relative_to(program).as_posix()}\n"


def size(folder: Path) -> int:
    """Bytes of everything in *folder*."""
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file() and not path.is_symlink())


def main(words: list[str] | None = None) -> int:
    """Build, weigh, and prove if asked; the exit code says whether it holds."""
    parser = argparse.ArgumentParser(prog="python3 dev.py bundle", description=__doc__.splitlines()[0])
    parser.add_argument("--check", action="store_true", help="prove the folder by using it")
    parser.add_argument("-o", "--output", type=Path, default=ROOT / "build" / "bundle")
    given = parser.parse_args(words)
    program = build(given.output)
    weight = size(program)
    print(f"{program}: {weight / 1e6:.0f} MB")
    if weight > LARGEST:
        print(f"That is more than {LARGEST / 1e6:.0f} MB. Look for what is largest in {program / '_internal'}.")
        return 1
    if given.check:
        from release.check import check  # noqa: PLC0415 - drives a pseudo-terminal, which Windows has not

        return check(program)
    return 0


if __name__ == "__main__":
    sys.exit(main())
