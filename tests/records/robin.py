"""A record about Robin of the Carter-Okafor family, for the tests to fill."""

from datetime import date

from supervision_tui.practice import Destination
from supervision_tui.records import Record


def record_of_robin(*sections, **changed):
    """Robin's record with *sections*; *changed* fields stand in the place of the usual ones."""
    fields = {
        "id": "s.cf.robin",
        "destination": Destination.CHILD_FILE,
        "subject": "robin",
        "title": "For Robin's file",
        "session_id": "s",
        "family_ref": "V2",
        "day": date(2026, 9, 3),
        "author": "Amina",
        "opening": "Group supervision.",
    }
    return Record(sections=sections, **fields | changed)
