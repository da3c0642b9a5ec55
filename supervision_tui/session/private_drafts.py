"""Thoughts written unseen, each by one person, until all are shown together: drafts that are private to their writer.

Source: writing before speaking keeps the loudest from setting the first idea (content specification 1.2, T3); the
quietest is heard first.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import datetime

from supervision_tui.practice import Destination
from supervision_tui.session.editor import SessionEditor
from supervision_tui.session.fields import Slot
from supervision_tui.text import Line, SafeText

HAVE_THE_FLOOR = ("facilitator", "presenter", "consultant")
"""Roles that speak a good deal before the others are asked."""
UNSEEN = "~"
"""Stands between a field and the name of the person who writes unseen for it."""


def _slot_of(slot: Slot, name: str) -> Slot:
    """Where *name* writes unseen for *slot*: private until it is shown."""
    return replace(
        slot, field=replace(slot.field, id=f"{slot.field.id}{UNSEEN}{name}", destination=Destination.PRIVATE)
    )


def write_private(editor: SessionEditor, slot: Slot, name: str, words: str, now: datetime) -> None:
    """Keep what *name* thinks for *slot*, unseen; it survives the process like any draft. Empty words take it back."""
    editor.draft(_slot_of(slot, Line(name)), words.strip(), now)


def private_thoughts(editor: SessionEditor, slot: Slot) -> dict[str, SafeText]:
    """What was written unseen for *slot*, by name; the person who has spoken least in the session so far comes first.

    Where ideas are kept without names, the person who has the floor by their role counts as having spoken most.
    """
    begins = f"{slot.field.id}{UNSEEN}"
    found = {
        draft.field.removeprefix(begins): draft.text
        for draft in editor.session.drafts
        if draft.field.startswith(begins) and draft.child == slot.child
    }
    spoken = Counter(str(entry.author) for entry in editor.session.entries)
    spoken.update(str(seat.name) for seat in editor.session.seats if seat.role in HAVE_THE_FLOOR)
    return dict(sorted(found.items(), key=lambda named: spoken[named[0]]))


def reveal(editor: SessionEditor, slot: Slot, now: datetime) -> int:
    """Turn everything that was written unseen into notes of *slot*, the quietest first; returns how many."""
    found = private_thoughts(editor, slot)
    for name, words in found.items():
        editor.write(slot, words, now, author=name)
        editor.draft(_slot_of(slot, name), "", now)
    return len(found)
