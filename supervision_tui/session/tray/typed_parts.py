"""A line typed in one go, taken apart into the parts of its form: the same from the box, the tray and a prompt.

What was read stands in the form to be seen and changed before it is kept; what was not said stays empty.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from supervision_tui.lazy_pattern import lazy_pattern
from supervision_tui.session.editor import SessionEditor
from supervision_tui.session.fields import Slot
from supervision_tui.session.tray.step_reading import StepReading, read_step

SOURCE = lazy_pattern(r"^(?P<what>.*\S)\s*\((?P<known>[^()]{2,80})\)\.?$", re.DOTALL)
"""A fact with who saw or said so in brackets at its end."""


def step_in(editor: SessionEditor, text: str, today: date, workers: Iterable[str] = ()) -> StepReading:
    """The step in *text*: done by somebody of the list of people, with a role in the session, or of *workers*."""
    seats = (str(seat.name) for seat in editor.session.seats)
    directory = editor.directory
    return read_step(text, (*directory.names, *seats, *workers), today, directory.family_names)


def typed_parts(
    editor: SessionEditor, slot: Slot, text: str, today: date, workers: Iterable[str] = ()
) -> dict[str, str]:
    """*text* as it stands in the parts of *slot*'s form, by their ids; the first part holds what no other one takes."""
    first, *others = (part.id for part in slot.field.parts)
    read: dict[str, str] = {}
    if slot.field.kind == "action":
        step = step_in(editor, text, today, workers)
        text, read = str(step.what), {"owner": step.owner, "when": step.when}
    elif "known" in others and (source := SOURCE.match(text)):
        text, read = source["what"], {"known": source["known"]}
    return {first: text, **{part: words for part, words in read.items() if words and part in others}}
