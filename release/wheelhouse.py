"""Gather every wheel that the program needs on one kind of computer, with hashes, for an install without a network.

    python -m release.wheelhouse --platform win_amd64 --python 3.12 [-o FOLDER]

FOLDER (``build/wheelhouse-PLATFORM-PYTHON``) then holds the wheels, the program's own wheel, ``requirements.txt`` with
the hash of each, ``install.py``, ``LICENSES.txt`` and ``MISSING.txt`` where a library has no wheel for that computer.
Exit 0: whole. Exit 1: something is missing, and is named.
"""

from __future__ import annotations

import argparse
import hashlib
import re
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
RUNTIME = ROOT / "release" / "runtime.lock"

PLATFORMS = {
    "win_amd64": ("win32", "AMD64", "nt"),
    "win_arm64": ("win32", "ARM64", "nt"),
    "macosx_11_0_arm64": ("darwin", "arm64", "posix"),
    "macosx_11_0_x86_64": ("darwin", "x86_64", "posix"),
    "manylinux_2_28_x86_64": ("linux", "x86_64", "posix"),
    "manylinux_2_28_aarch64": ("linux", "aarch64", "posix"),
}
"""Each platform as pip names it: what ``sys.platform``, the machine and ``os.name`` say there."""

OLDER_TAGS = {
    "manylinux_2_28_x86_64": ("manylinux_2_17_x86_64", "manylinux2014_x86_64", "manylinux_2_12_x86_64"),
    "manylinux_2_28_aarch64": ("manylinux_2_17_aarch64", "manylinux2014_aarch64"),
    "macosx_11_0_arm64": ("macosx_10_9_universal2", "macosx_10_13_universal2", "macosx_12_0_arm64"),
    "macosx_11_0_x86_64": ("macosx_10_9_x86_64", "macosx_10_13_x86_64", "macosx_10_9_universal2"),
}
"""Wheels with these tags run there too."""


@dataclass(frozen=True)
class Requirement:
    """One pinned library of the lock file: its name, the line that pins it, its marker and its hashes."""

    name: str
    pin: str
    marker: str
    hashes: tuple[str, ...]


def requirements(lock: Path = RUNTIME) -> tuple[Requirement, ...]:
    """Every library that *lock* pins, in its order."""
    entries = re.findall(
        r"^[A-Za-z0-9].*?(?=^[A-Za-z0-9]|\Z)", lock.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL
    )
    found = []
    for entry in entries:
        head = entry.splitlines()[0].rstrip(" \\")
        pin, _, marker = (part.strip() for part in head.partition(";"))
        hashes = tuple(re.findall(r"--hash=(sha256:[0-9a-f]{64})", entry))
        found.append(Requirement(pin.partition("==")[0], pin, marker, hashes))
    return tuple(found)


def applies(requirement: Requirement, platform: str, python: str) -> bool:
    """Whether *requirement* is needed on that platform with that Python."""
    if not requirement.marker:
        return True
    from packaging.markers import Marker  # noqa: PLC0415 - comes with the tools of a release

    system, machine, name = PLATFORMS[platform]
    told = {"win32": "Windows", "darwin": "Darwin", "linux": "Linux"}[system]
    environment = {
        "sys_platform": system,
        "platform_machine": machine,
        "os_name": name,
        "platform_system": told,
        "python_version": python,
        "python_full_version": f"{python}.0",
        "implementation_name": "cpython",
        "platform_python_implementation": "CPython",
        "extra": "",
    }
    return Marker(requirement.marker).evaluate(environment)


def needed_here(requirement: Requirement) -> bool:
    """Whether *requirement* is needed on this computer with this Python."""
    if not requirement.marker:
        return True
    from packaging.markers import Marker  # noqa: PLC0415 - comes with the tools of a release

    return Marker(requirement.marker).evaluate()


def download(requirement: Requirement, platform: str, python: str, folder: Path) -> bool:
    """Fetch the wheel of *requirement* into *folder*, checked against its hashes; False where there is none."""
    with tempfile.NamedTemporaryFile("w", suffix=".txt", encoding="utf-8", delete=False) as file:
        file.write(" ".join((requirement.pin, *(f"--hash={value}" for value in requirement.hashes))) + "\n")
    command = [sys.executable, "-m", "pip", "download", "--quiet", "--disable-pip-version-check", "--no-deps"]
    command += ["--only-binary=:all:", "--require-hashes", "--dest", str(folder), "--python-version", python]
    for tag in (platform, *OLDER_TAGS.get(platform, ())):
        command += ["--platform", tag]
    try:
        done = subprocess.run([*command, "-r", file.name], check=False, capture_output=True, text=True)
    finally:
        Path(file.name).unlink()
    return done.returncode == 0


def own_wheel(folder: Path) -> Path:
    """The program's own wheel, built from this checkout into *folder*."""
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    return max(folder.glob("supervision_tui-*.whl"))


def digest(path: Path) -> str:
    """The hash of a file as pip writes it."""
    return "sha256:" + hashlib.sha256(path.read_bytes()).hexdigest()


def wheel_of(requirement: Requirement, folder: Path) -> Path:
    """The file in *folder* that holds *requirement*."""
    wanted = re.sub(r"[-_.]+", "-", requirement.name).lower()
    return next(
        path for path in folder.glob("*.whl") if re.sub(r"[-_.]+", "-", path.name.partition("-")[0]).lower() == wanted
    )


def gather(platform: str, python: str, folder: Path) -> tuple[str, ...]:
    """Fill *folder* for that platform and Python; gives the names of libraries that have no wheel there."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    missing, lines = [], []
    for requirement in requirements():
        if not applies(requirement, platform, python):
            continue
        if download(requirement, platform, python, folder):
            lines.append(f"{requirement.pin} --hash={digest(wheel_of(requirement, folder))}")
        else:
            missing.append(requirement.pin)
    own = own_wheel(folder)
    lines.append(f"supervision-tui=={own.name.split('-')[1]} --hash={digest(own)}")
    (folder / "requirements.txt").write_text("\n".join(sorted(lines)) + "\n", encoding="utf-8")
    shutil.copy(ROOT / "release" / "install.py", folder / "install.py")
    shutil.copy(ROOT / "NOTICE", folder / "LICENSES.txt")
    if missing:
        (folder / "MISSING.txt").write_text("\n".join(missing) + "\n", encoding="utf-8")
    return tuple(missing)


def main(words: list[str] | None = None) -> int:
    """Gather one wheel house; the exit code says whether it is whole."""
    parser = argparse.ArgumentParser(prog="python3 dev.py wheelhouse", description=__doc__.splitlines()[0])
    parser.add_argument("--platform", choices=sorted(PLATFORMS), required=True)
    parser.add_argument("--python", choices=("3.11", "3.12", "3.13", "3.14"), required=True)
    parser.add_argument("-o", "--output", type=Path)
    given = parser.parse_args(words)
    folder = given.output or ROOT / "build" / f"wheelhouse-{given.platform}-{given.python}"
    missing = gather(given.platform, given.python, folder)
    count = len(list(folder.glob("*.whl")))
    print(f"{count} wheels in {folder}. Install there without a network: python install.py FOLDER")
    if missing:
        print(f"No wheel for {given.platform}, Python {given.python}: {', '.join(missing)}. It is not whole.")
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main())
