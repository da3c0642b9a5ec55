"""What people can fill in a stage, as data: the screen and the plain terminal draw any stage from it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from supervision_tui.practice.destinations import Destination

Kind = Literal["notes", "line", "seat", "hypothesis", "decision", "action"]
"""Many notes; one answer; who holds a role; or one of the things with several parts."""


@dataclass(frozen=True, slots=True)
class Part:
    """One line of a form. *needed* parts must not be empty; *choose* offers the children."""

    id: str
    label: str
    hint: str = ""
    needed: bool = False
    choose: Literal["", "child"] = ""


@dataclass(frozen=True, slots=True)
class Field:
    """Something to fill: what is asked, where it belongs, and an example of an answer.

    ``{child}`` in *label* stands for the child's name where the field is asked for each child. *heading* is how a record
    names what was answered; without one it takes the label.
    *needed* fields must have an answer before the session can close.
    """

    id: str
    label: str
    destination: Destination
    kind: Kind = "notes"
    hint: str = ""
    per_child: bool = False
    needed: bool = False
    parts: tuple[Part, ...] = ()
    heading: str = ""


@dataclass(frozen=True, slots=True)
class Slot:
    """A field of the present stage, for one child where it is asked for each."""

    field: Field
    child: str | None = None

    @property
    def key(self) -> str:
        """An id for lists."""
        return f"{self.field.id}@{self.child or ''}"
