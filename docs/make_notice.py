"""Write NOTICE: the libraries that the program stands on, with their licences, as their own packages state them.

python -m docs.make_notice
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from importlib.metadata import PackageNotFoundError, distribution, requires
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parents[1]
HEAD = """supervision-tui
Copyright 2026 the supervision-tui authors
Licensed under the Apache License, Version 2.0 (see LICENSE).

What ships inside this program and was made by others:

{bundled}

Libraries that are installed beside it, or with what is chosen of it, each under its own licence:

"""
BUNDLED = (
    "  templates/fonts: DejaVu Sans 2.37, under the Bitstream Vera licence (templates/fonts/LICENSE-DejaVu.txt);\n"
    "  Abyssinica SIL 2.100, under the SIL Open Font Licence 1.1 (templates/fonts/LICENSE-AbyssinicaSIL.txt);\n"
    "  Noto Sans Bengali, Devanagari, Gujarati, Gurmukhi, Tamil and Thai, under the SIL Open Font Licence 1.1\n"
    "  (templates/fonts/LICENSE-Noto.txt)."
)
TELLING = {
    "Permission is hereby granted, free of charge": "MIT",
    "provided 'as-is', without any express or implied": "Zlib",
}
"""Sentences by which a licence is known where a package holds its text and does not name it."""
EXTRAS = ("serve", "word-templates")
"""What people install beside the bare program, where they want it."""


def runtime() -> set[str]:
    """Names of all libraries that the program needs to run on this machine, with its :data:`EXTRAS`.

    What a library asks for by an extra of another one ("markdown-it-py[linkify]") is installed with it, and is named.
    """
    waiting = [library for extra in ("", *EXTRAS) for library in _asked_for(extra)]
    seen = set[tuple[str, str]]()
    while waiting:
        name, extra = waiting.pop()
        if (name, extra) in seen:
            continue
        try:
            wanted = _needed(requires(name) or (), extra)
        except PackageNotFoundError:
            continue  # not part of this installation
        seen.add((name, extra))
        waiting += wanted
    return {name for name, _ in seen}


def _asked_for(extra: str) -> list[tuple[str, str]]:
    """What this project asks for itself, or with one *extra*."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return _needed(project["optional-dependencies"][extra] if extra else project["dependencies"], extra)


def _needed(lines: Iterable[str], extra: str) -> list[tuple[str, str]]:
    """The libraries that *lines* of requirements ask for here, with each extra of them and with none."""
    wanted = [Requirement(line) for line in lines]
    here = [needed for needed in wanted if needed.marker is None or needed.marker.evaluate({"extra": extra})]
    return [(canonicalize_name(needed.name), also) for needed in here for also in ("", *needed.extras)]


def licence(name: str) -> str:
    """The licence of the installed library *name*, in the words of its own description."""
    about = distribution(name).metadata
    stated = about.get("License-Expression") or ""
    classified = [
        line.rpartition(" :: ")[2] for line in about.get_all("Classifier", []) if line.startswith("License ::")
    ]
    short = (about.get("License") or "").strip().split("\n")[0][:60]
    return stated or ", ".join(classified) or short or _by_its_text(name) or "see its own package"


def _by_its_text(name: str) -> str:
    texts = [file for file in distribution(name).files or () if "licenses/" in file.as_posix()]
    words = " ".join(" ".join(text.read_text(encoding="utf-8").split()) for text in texts)
    return ", ".join(known for sentence, known in TELLING.items() if sentence in words)


def notice() -> str:
    """The whole text."""
    rows = [f"  {name:<24} {licence(name)}" for name in sorted(runtime())]
    return HEAD.format(bundled=BUNDLED) + "\n".join(rows) + "\n"


if __name__ == "__main__":
    (ROOT / "NOTICE").write_text(notice(), encoding="utf-8")
