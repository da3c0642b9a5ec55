"""Every record as far as lists need it: where it belongs, whom it is about, how far it is. No paragraph is kept."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Literal

from pydantic import BaseModel, ConfigDict

from supervision_tui.practice import Destination
from supervision_tui.records import Confirmation, Filing, Record
from supervision_tui.text import Line
from supervision_tui.vault import Vault
from supervision_tui.workspace.store.session_index import DocumentIndex


class RecordOutline(BaseModel):
    """A record, as far as lists need it."""

    model_config = ConfigDict(frozen=True, extra="ignore", defer_build=True)

    id: str
    destination: Destination
    subject: Line
    title: Line
    session_id: str
    family_ref: Line = Line()
    day: date
    author: Line = Line()
    confirmed: Confirmation | None = None
    filed: Filing | None = None

    @property
    def status(self) -> Literal["draft", "confirmed", "filed"]:
        """How far the record is."""
        if self.filed is not None:
            return "filed"
        return "draft" if self.confirmed is None else "confirmed"

    @property
    def short_title(self) -> str:
        """The title as a row of a list that says of what the rows are: "Robin's file", "Lee, supervision"."""
        if self.destination is Destination.SUPERVISION_RECORD and str(self.title).startswith("Supervision record of "):
            return f"{self.subject}, supervision"
        return str(self.title).removeprefix("For ")


def family_of_record(record: Record | RecordOutline, family_of_session: Mapping[str, str | None]) -> str:
    """The id of the family that a record is about, or "": as its session has it.

    A record whose session is not here (it came in a parcel, or the session was deleted) is about the family that it
    names itself.
    """
    if record.session_id in family_of_session:
        return family_of_session[record.session_id] or ""
    return str(record.family_ref)


class RecordOutlines(DocumentIndex[RecordOutline]):
    """Every record in a vault, as far as lists need it.

    Args:
        vault: where they are.
    """

    def __init__(self, vault: Vault) -> None:
        super().__init__(vault, "record", RecordOutline)
