"""Write NOTICE: the libraries that the program stands on, with their licences, as their own packages state them.

python -m docs.make_notice
"""

from __future__ import annotations

import re
from importlib.metadata import PackageNotFoundError, distribution, requires
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
HEAD = """supervision-tui
Copyright 2026 the supervision-tui authors
Licensed under the Apache License, Version 2.0 (see LICENSE).

What ships inside this program and was made by others:

{bundled}

Libraries that are installed beside it, each under its own licence:

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
_NAME = re.compile(r"[A-Za-z0-9._-]+")


def runtime(package: str = "supervision-tui") -> set[str]:
    """Names of all libraries that *package* needs to run on this machine, without its extras."""
    found: set[str] = set()
    waiting = [package]
    while waiting:
        for wanted in requires(waiting.pop()) or ():
            match = _NAME.match(wanted)
            name = match.group().lower().replace("_", "-") if match else ""
            if not name or name in found or "extra ==" in wanted:
                continue
            try:
                distribution(name)
            except PackageNotFoundError:
                continue  # for another platform
            found.add(name)
            waiting.append(name)
    return found


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
