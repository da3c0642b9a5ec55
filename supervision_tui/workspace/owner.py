"""Whose notebook this is, and the practice framework that they work by: one small document in the vault."""

from __future__ import annotations

from typing import ClassVar

from pydantic import BaseModel, ConfigDict

from supervision_tui.text import Line
from supervision_tui.workspace.shelves import Shelf


class Owner(BaseModel):
    """The person whose notebook this is: the *name* that their work is saved under, and the id of their *framework*."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: Line
    framework: str = "plain"


class Owners(Shelf[Owner]):
    """The one owner of a vault."""

    kind: ClassVar[str] = "settings"
    model = Owner
    ID: ClassVar[str] = "owner"

    def title_of(self, document: Owner) -> str:
        """No title: it stands in no list."""
        del document
        return ""
