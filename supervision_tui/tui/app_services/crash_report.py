"""What is kept when the program fails: where in the code, never what was in it.

A report holds the version, the kind of error and the lines of code that led there. It holds no message of the error and
no local variable, since both may hold a name.
"""

from __future__ import annotations

import platform
import sys
import traceback
from datetime import UTC, datetime
from pathlib import Path

from supervision_tui import __version__


def report(error: BaseException) -> str:
    """The report of *error* as text, free of personal data."""
    lines = [
        f"supervision-tui {__version__}, Python {platform.python_version()}, {platform.system()} {platform.release()}",
        f"at {datetime.now(UTC):%Y-%m-%d %H:%M} UTC",
        f"kind of error: {type(error).__qualname__}",
        "led there by:",
    ]
    lines += [
        f"  {_short(frame.filename)}:{frame.lineno} in {frame.name}"
        for frame in traceback.extract_tb(error.__traceback__)
    ]
    return "\n".join(lines) + "\n"


def _short(filename: str) -> str:
    """A file's path from its package on, so that no home folder's name is told."""
    parts = Path(filename).parts
    for base in ("supervision_tui", "site-packages"):
        if base in parts:
            return "/".join(parts[parts.index(base) :])
    return parts[-1] if parts else filename


def keep(error: BaseException, folder: Path) -> Path | None:
    """Write the report of *error* into *folder*; the path, or ``None`` where it cannot be written."""
    path = folder / f"crash-{datetime.now(UTC):%Y%m%d-%H%M%S}.txt"
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        path.touch(mode=0o600)
        path.write_text(report(error), encoding="utf-8")
    except OSError:
        return None
    return path


def crash_message(report: Path | None, safe: str) -> str:
    """The words a person reads when the program had to stop; *safe* says what became of their words."""
    where = (
        f"\nA report without any names is in {report}. You may send it to those who look after the program."
        if report
        else ""
    )
    return (
        f"Sorry: something in the program failed and it had to stop.\n{safe}{where}\nOpen the program again to go on.\n"
    )


def excepthook_without_traceback(kind: type[BaseException], error: BaseException, trace: object) -> None:
    """Stand in for ``sys.excepthook``: a sentence and no traceback."""
    del trace
    if issubclass(kind, KeyboardInterrupt):
        return
    where = ", ".join(line.strip() for line in report(error).splitlines()[-1:])
    sys.stderr.write(f"Sorry: something in the program failed ({kind.__qualname__}; {where}).\n")
