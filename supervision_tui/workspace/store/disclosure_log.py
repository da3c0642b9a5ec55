"""What was taken out of the notebook: when, by whom, for whom, about which family and why. Kept by the local schedule.

Source: security specification 3.6 (an entry in the log for every export).
"""

from __future__ import annotations

from datetime import datetime
from typing import ClassVar

from pydantic import BaseModel, ConfigDict

from supervision_tui.text import Line
from supervision_tui.workspace.store.repository import Repository


class Disclosure(BaseModel):
    """One document that left: its *kind*, the *family* (its reference, or ""), the *recipient*, the *purpose*.

    *form* is the ending of the file, *locked* whether a passphrase guards it, *number* how many documents it was.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    at: datetime
    by: Line
    kind: str
    family: Line
    recipient: Line
    purpose: Line
    form: str
    locked: bool = False
    number: int = 1


class DisclosureLog(Repository[Disclosure]):
    """Every document that left, each under the moment at which it did."""

    kind: ClassVar[str] = "given"
    model = Disclosure

    def title_of(self, document: Disclosure) -> str:
        """What left and for whom."""
        return f"{document.kind} for {document.recipient}"

    def note(self, document: Disclosure) -> None:
        """Keep a line about *document*, now.

        Raises:
            VaultError: it could not be kept.
        """
        self.put(document, f"{document.at:%Y%m%dT%H%M%S%f}")
