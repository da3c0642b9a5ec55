"""What to do when somebody may be in danger now: the steps that ship with the program, or a council's own.

A council sets its own steps and telephone numbers for a computer (``danger_steps`` among the organisation's settings),
or puts them, a line each, into ``danger.txt`` in the folder of a person's own content. A line that begins with ``#`` is
a note: it is shown after the steps, without a number.
Source: Working Together to Safeguard Children (HM Government 2026), checked on 23 November 2026.
"""

from __future__ import annotations

import re
from datetime import datetime
from pathlib import Path

from supervision_tui.days import day_in_words
from supervision_tui.resources import content_folder
from supervision_tui.text import TextTooLongError, clean
from supervision_tui.workspace.organisation import organisation
from supervision_tui.workspace.paths import home, own_content

FILE = "danger.txt"
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
        found = _steps(clean(own.read_text(encoding="utf-8-sig")))
    except FileNotFoundError:
        beside = home() / FILE
        moved = f"{beside}: the steps for danger are not read from there. Move it to {own}."
        return (), moved if beside.is_file() else ""
    except UnicodeDecodeError:
        return (), f"{own}: the steps for danger cannot be read. Save the file as plain text in UTF-8."
    except TextTooLongError:
        return (), f"{own}: the steps for danger are longer than any list of steps. Keep a line for each step."
    except OSError as trouble:
        return (), f"{own}: the steps for danger cannot be opened ({trouble.strerror or 'the disk refused'})."
    if not any(not line.startswith(NOTE) for line in found):
        return (), f"{own}: the file is there and holds no step for danger. Write a line for each step."
    return found, ""


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
