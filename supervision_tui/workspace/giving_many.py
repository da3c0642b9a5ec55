"""Many records of one family at once: looked through first, then each written to a file of its own, and noted."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from supervision_tui.records.documents.export import write
from supervision_tui.text import Line
from supervision_tui.workspace.given import Given
from supervision_tui.workspace.giving import NotThere, with_drawing
from supervision_tui.workspace.leaving import warnings_of_all
from supervision_tui.workspace.places import own_content
from supervision_tui.workspace.reading_over import family_id_of

if TYPE_CHECKING:
    from supervision_tui.records import Record
    from supervision_tui.workspace.desk import Workspace


def looked_through(desk: Workspace, records: Sequence[Record]) -> list[str]:
    """What to look at in *records* before they leave: names of others, and what is kept from somebody.

    Raises:
        NotThere: they are not of one family.
    """
    return warnings_of_all(desk, records, _owner(desk, records))


def give_all(
    desk: Workspace,
    records: Sequence[Record],
    folder: Path,
    ending: str,
    *,
    recipient: str,
    purpose: str,
    went: Callable[[int], bool],
) -> int:
    """Write every one of *records*, all of one family or one worker, into *folder*; how many were written.

    *went* is told the number so far and says whether to go on. File names tell nobody's name. What was written is
    noted, also where one could not be.

    Raises:
        NotThere: they are not of one family.
        FileThere, OSError: one could not be written; those before it stand.
    """
    owner = _owner(desk, records)
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    done, own = 0, own_content() / "documents"
    try:
        for number, record in enumerate(records, 1):
            path = folder / f"{record.day.isoformat()}-{record.destination.value}-{number:04}{ending}"
            write(with_drawing(desk, record).for_reader(recipient, family=owner, purpose=purpose), path, own=own)
            done = number
            if not went(number):
                break
    finally:
        if done:
            desk.given.note(
                Given(
                    at=desk.sessions.now(), by=desk.me, kind="record", family=Line(owner), recipient=Line(recipient),
                    purpose=Line(purpose), form=ending, number=done,
                )
            )  # fmt: skip
    return done


def _owner(desk: Workspace, records: Sequence[Record]) -> str:
    """The one family that *records* are of, or ""."""
    owners = {family_id_of(desk, record) for record in records}
    if len(owners) > 1:
        raise NotThere("These records are of several families. Please take out one family at a time.")
    return next(iter(owners), "")
