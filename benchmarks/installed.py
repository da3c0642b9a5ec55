"""What the libraries take on the disk that an installation without extras brings; Python's own compiled files aside."""

from __future__ import annotations

import sys
import tomllib
from importlib.metadata import Distribution, distribution
from pathlib import Path

from packaging.requirements import Requirement

from benchmarks.__main__ import main
from benchmarks.table import Row

LIMIT = 260.0
"""MB."""
FORMER = 407.0
"""MB at the build 6867ee2, counted alike; scipy, numpy and SQLAlchemy are gone since."""
ROOT = Path(__file__).resolve().parents[1]
HEAVIEST = 3
"""Libraries that have a row of their own."""


def run() -> list[Row]:
    """The sum, and the heaviest ones."""
    sizes = installed()
    total = sum(sizes.values())
    heaviest = sorted(sizes, key=lambda name: -sizes[name])[:HEAVIEST]
    return [
        Row(f"{len(sizes)} libraries", "build 6867ee2", total, FORMER, "MB", f"{LIMIT:.0f} MB", total <= LIMIT),
        *(Row(f"of it {name}", "all of them", sizes[name], total, "MB", "-", met=True) for name in heaviest),
    ]


def installed() -> dict[str, float]:
    """MB of each library that the program needs on this system, by name, those that they need in turn included."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    waiting = [(Requirement(line), "") for line in project["dependencies"]]
    sizes: dict[str, float] = {}
    seen: set[tuple[str, str]] = set()
    while waiting:
        wanted, extra = waiting.pop()
        if wanted.marker is not None and not wanted.marker.evaluate({"extra": extra}):
            continue
        found = distribution(wanted.name)
        sizes.setdefault(wanted.name.lower().replace("_", "-"), _megabytes(found))
        for chosen in wanted.extras or {""}:
            if (wanted.name.lower(), chosen) not in seen:
                seen.add((wanted.name.lower(), chosen))
                waiting += [(Requirement(line), chosen) for line in found.requires or ()]
    return sizes


def _megabytes(library: Distribution) -> float:
    files = [Path(str(library.locate_file(file))) for file in library.files or () if file.suffix != ".pyc"]
    return sum(path.stat().st_size for path in files if path.is_file()) / 1e6


if __name__ == "__main__":
    sys.exit(main(["installed"]))
