"""What to do when somebody may be in danger now: the steps that ship with the program, or a council's own.

A council sets its own steps and telephone numbers for a computer (``danger_steps`` among the organisation's settings),
or puts them, a line each, into ``danger.txt`` in the folder of a person's own content. A line that begins with ``#`` is
a note: it is shown after the steps, without a number.
Source: Working Together to Safeguard Children (HM Government 2026), checked on 23 November 2026.
"""

from __future__ import annotations

import os
import re
from datetime import datetime
from pathlib import Path

from supervision_tui.days import day_in_words
from supervision_tui.resources import content_folder
from supervision_tui.text import MARK, TextTooLongError, clean
from supervision_tui.workspace.organisation import organisation
from supervision_tui.workspace.paths import home, own_content

FILE = "danger.txt"
LARGEST, MOST_LINES = 100_000, 200
"""Bytes and lines of a file of steps; more is a mistake, and nobody could read them."""
NO_TEXT = "{file}: the steps for danger cannot be read. Save the file as plain text in UTF-8."
TOO_LONG = "{file}: the steps for danger are longer than any list of steps. Keep a line for each step."
NOTE = "#"
"""Begins a line that is no step."""
UNREAD = "Your own steps could not be read: these are the program's. Today says why."
_CHECKED = re.compile(r"\bcheck(?:ed)?\b.*\b(?:19|20)[0-9]{2}\b", re.IGNORECASE)
"""A note that says when the steps were checked."""
OWN_NUMBERS = "# Your own council's numbers belong on a card beside this computer."


def danger_steps() -> tuple[str, ...]:
    """The steps in the order in which they are taken; a file of one's own that cannot be read never hides them."""
    return _chosen()[0]


def _chosen() -> tuple[tuple[str, ...], str, Path | None]:
    """The steps that count, whose they are in words, and the file that they stand in; the program's own have none."""
    ruled = organisation()
    theirs = (ruled.settings.danger_steps, "Set for this computer by your organisation", ruled.file)
    if ruled.settings.danger_steps and ruled.is_fixed("danger_steps"):
        return theirs
    found, _ = _own_steps()
    if found:
        return found, f"Your own steps, from {FILE}", own_content() / FILE
    if ruled.settings.danger_steps:
        return theirs
    shipped = _steps((content_folder("templates") / FILE).read_text(encoding="utf-8"))
    return (*shipped, OWN_NUMBERS), "", None


def danger_file_problem() -> str:
    """What is wrong with the file of one's own steps, in a sentence; "" where it is read, or there is none."""
    _, problem = _own_steps()
    return f"{problem} Until it is mended, the steps that come with the program are shown." if problem else ""


def _own_steps() -> tuple[tuple[str, ...], str]:
    """The steps in the file of one's own, and what is wrong with it; neither where there is no such file."""
    own = own_content() / FILE
    try:
        if problem := _not_a_file(own):
            return (), problem
        found = _steps(clean(own.read_text(encoding="utf-8-sig")))
    except FileNotFoundError:
        return (), _elsewhere(own)
    except UnicodeDecodeError:
        return (), NO_TEXT.format(file=own)
    except TextTooLongError:
        return (), TOO_LONG.format(file=own)
    except OSError as trouble:
        return (), f"{own}: the steps for danger cannot be opened ({trouble.strerror or 'the disk refused'})."
    problem = _no_steps(own, found)
    return (() if problem else found), problem


def _not_a_file(own: Path) -> str:
    """What stands in the place of the file, where that is no file or far too large for one; "" otherwise."""
    if os.path.lexists(own) and not own.is_file():
        what = "a folder" if own.is_dir() else "a link that leads nowhere" if own.is_symlink() else "no file"
        return f"{own}: the steps for danger cannot be opened; it is {what}. Put a text file of that name there."
    return TOO_LONG.format(file=own) if own.is_file() and own.stat().st_size > LARGEST else ""


def _no_steps(own: Path, lines: tuple[str, ...]) -> str:
    """Why the lines *lines* in the file cannot be shown as steps; "" where they can."""
    if any(MARK in line for line in lines):
        return NO_TEXT.format(file=own)
    if len(lines) > MOST_LINES:
        return TOO_LONG.format(file=own)
    if all(line.startswith(NOTE) for line in lines):
        return f"{own}: the file is there and holds no step for danger. Write a line for each step."
    return ""


def _elsewhere(own: Path) -> str:
    """That steps stand where nothing reads them, where they do."""
    beside = home() / FILE
    if beside.is_file():
        return f"{beside}: the steps for danger are not read from there. Move it to {own}."
    return _misnamed(own)


def _misnamed(own: Path) -> str:
    """That steps stand beside *own* under another name, where they do."""
    try:
        other = next((path for path in own.parent.iterdir() if path.stem.casefold() == own.stem), None)
    except OSError:
        return ""
    return f"{other}: the steps for danger are not read from there. Call it {own.name}." if other else ""


def _age_note(steps: tuple[str, ...], whose: str, file: Path | None) -> list[str]:
    """When *steps* were changed last, where they do not say themselves when they were checked."""
    if file is None or any(line.startswith(NOTE) and _CHECKED.search(line) for line in steps):
        return []
    try:
        day = day_in_words(datetime.fromtimestamp(file.stat().st_mtime).astimezone().date())
    except OSError:
        return []
    return [f"{whose}; last changed on {day}. Check the numbers, and write the day of the check below the steps."]


def danger_lines() -> list[str]:
    """The steps as they are shown, each with its number; then notes, when they were changed, what could not be read."""
    lines, whose, file = _chosen()
    steps = (line for line in lines if not line.startswith(NOTE))
    notes = (line.removeprefix(NOTE).strip() for line in lines if line.startswith(NOTE))
    unread = [UNREAD] if file is None and danger_file_problem() else []
    numbered = [f"{number}  {step}" for number, step in enumerate(steps, 1)]
    return [*numbered, *notes, *_age_note(lines, whose, file), *unread]


def _steps(text: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in text.splitlines() if line.strip())
