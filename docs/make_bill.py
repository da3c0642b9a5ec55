"""Write the bill of materials: every library that requirements.lock names, with version, hashes and licence.

python -m docs.make_bill

CycloneDX 1.6 (ECMA-424), as JSON inside the package, so that the wheel carries it. Names, versions and hashes come from
the lock alone; licences are what the installed packages state.
"""

from __future__ import annotations

import contextlib
import json
import re
from collections.abc import Container
from importlib.metadata import PackageNotFoundError
from pathlib import Path

from docs.make_notice import licence
from supervision_tui import __version__

ROOT = Path(__file__).resolve().parents[1]
BILL = ROOT / "supervision_tui" / "bill_of_materials.cdx.json"
_PINNED = re.compile(r"^([A-Za-z0-9._-]+)==([^\s\\;]+)", re.MULTILINE)
_ON_OTHER_SYSTEMS = {"colorama": "BSD-3-Clause", "pywin32-ctypes": "BSD-3-Clause"}
"""Licences of libraries that are installed on Windows alone, from their own packages."""
_HASH = re.compile(r"--hash=sha256:([0-9a-f]{64})")


def locked(text: str) -> dict[tuple[str, str], tuple[str, ...]]:
    """SHA-256 hashes of every library in the *text* of a lock, by name and version.

    A library may stand there twice, with a version for each Python.
    """
    pins = list(_PINNED.finditer(text))
    ends = [*(pin.start() for pin in pins[1:]), len(text)]
    return {
        (pin[1].lower(), pin[2]): tuple(_HASH.findall(text[pin.end() : end]))
        for pin, end in zip(pins, ends, strict=True)
    }


def component(name: str, version: str, hashes: tuple[str, ...]) -> dict[str, object]:
    """One library as CycloneDX writes it; the hashes of its several files stand in its properties."""
    made: dict[str, object] = {
        "type": "library",
        "name": name,
        "version": version,
        "purl": f"pkg:pypi/{name}@{version}",
        "bom-ref": f"pkg:pypi/{name}@{version}",
        "properties": [{"name": "pypi:sha256", "value": digest} for digest in sorted(hashes)],
    }
    stated = _ON_OTHER_SYSTEMS.get(name, "")
    with contextlib.suppress(PackageNotFoundError):
        stated = licence(name)
    if stated:
        made["licenses"] = [{"license": {"name": stated}}]
    return made


def bill(lock: Path = ROOT / "requirements.lock", only: Container[tuple[str, str]] | None = None) -> dict[str, object]:
    """The whole bill of what *lock* names; or *only* some of it, by name in small letters and version."""
    libraries = locked(lock.read_text(encoding="utf-8"))
    own = {"type": "application", "name": "supervision-tui", "version": __version__}
    return {
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {"component": {**own, "licenses": [{"license": {"id": "Apache-2.0"}}]}},
        "components": [
            component(name, version, libraries[name, version])
            for name, version in sorted(libraries)
            if only is None or (name, version) in only
        ],
    }


def main() -> None:
    """Write it."""
    BILL.write_text(json.dumps(bill(), indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
