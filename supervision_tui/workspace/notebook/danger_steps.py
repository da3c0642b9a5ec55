"""What to do when somebody may be in danger now: the steps that ship with the program, or a council's own.

A council puts its own steps and telephone numbers, a line each, into ``danger.txt`` in the folder of its own content.
Source: Working Together to Safeguard Children (HM Government 2023), chapter 3.
"""

from __future__ import annotations

from supervision_tui.resources import content_folder
from supervision_tui.text import TextTooLongError, clean
from supervision_tui.workspace.paths import own_content

FILE = "danger.txt"
OWN_NUMBERS = "Your own council's numbers belong on a card beside this computer."


def danger_steps() -> tuple[str, ...]:
    """The steps in the order in which they are taken; a file of one's own that cannot be read never hides them."""
    own = own_content() / FILE
    try:
        found = _steps(clean(own.read_text(encoding="utf-8")))
    except (OSError, UnicodeDecodeError, TextTooLongError):
        found = ()
    if found:
        return found
    return (*_steps((content_folder("templates") / FILE).read_text(encoding="utf-8")), OWN_NUMBERS)


def _steps(text: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in text.splitlines() if line.strip())
