"""Contacts, and pairings that wait: what is kept of them, with keys in hex that no ``repr`` shows."""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from supervision_tui.text import Line

Side = Literal["showed", "typed"]
"""Which of the two a notebook was: it showed the words, or somebody typed them there."""


class PendingPairing(BaseModel):
    """A pairing that waits for the other side's card: the key of the words, and this side's private half, in hex."""

    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True, defer_build=True)

    id: str
    name: Line
    side: Side
    words_key: str = Field(repr=False)
    private_key: str = Field(repr=False)
    began: datetime


class Contact(BaseModel):
    """Somebody whose notebook is paired with this one: two people of one name are two. The keys are in hex."""

    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True, defer_build=True)

    id: str
    name: Line
    send_key: str = Field(repr=False)
    receive_key: str = Field(repr=False)
    paired: datetime
