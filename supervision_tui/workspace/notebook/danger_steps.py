"""What to do when somebody may be in danger now: the steps that ship with the program, or a council's own.

A council sets its own steps and telephone numbers for a computer (``danger_steps`` in :mod:`...organisation`), or puts
them, a line each, into ``danger.txt`` in the folder of a person's own content. A line that begins with ``#`` is a note:
it is shown after the steps, without a number.
Source: Working Together to Safeguard Children (HM Government 2026), checked on 23 November 2026.
"""

from __future__ import annotations

from supervision_tui.resources import content_folder
from supervision_tui.text import TextTooLongError, clean
from supervision_tui.workspace.organisation import organisation
from supervision_tui.workspace.paths import own_content

FILE = "danger.txt"
NOTE = "#"
"""Begins a line that is no step."""
OWN_NUMBERS = "# Your own council's numbers belong on a card beside this computer."


def danger_steps() -> tuple[str, ...]:
    """The steps in the order in which they are taken; a file of one's own that cannot be read never hides them."""
    ruled = organisation()
    if ruled.settings.danger_steps and ruled.is_fixed("danger_steps"):
        return ruled.settings.danger_steps
    own = own_content() / FILE
    try:
        found = _steps(clean(own.read_text(encoding="utf-8")))
    except (OSError, UnicodeDecodeError, TextTooLongError):
        found = ()
    if found or ruled.settings.danger_steps:
        return found or ruled.settings.danger_steps
    return (*_steps((content_folder("templates") / FILE).read_text(encoding="utf-8")), OWN_NUMBERS)


def danger_lines() -> list[str]:
    """The steps as they are shown, each with its number, and the notes after them."""
    lines = danger_steps()
    steps = (line for line in lines if not line.startswith(NOTE))
    notes = (line.removeprefix(NOTE).strip() for line in lines if line.startswith(NOTE))
    return [*(f"{number}  {step}" for number, step in enumerate(steps, 1)), *notes]


def _steps(text: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in text.splitlines() if line.strip())
