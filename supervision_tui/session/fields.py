"""What people can fill in a stage, as data: the screen and the plain terminal draw any stage from it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from supervision_tui.practice.library.destinations import Destination

Kind = Literal["notes", "line", "seat", "form", "hypothesis", "decision", "action"]
"""Many notes; one answer; who holds a role; a note with several parts; or one of the things that live longer."""


@dataclass(frozen=True, slots=True)
class Part:
    """One line of a form.

    *needed* parts must not be empty; *choose* offers the children; *bounds* are the least and the most of a number;
    *among* are the words of which one is the answer, whole or its first letters;
    *begins* is how a record begins the line with what was answered; without it the label stands before a colon.
    """

    id: str
    label: str
    hint: str = ""
    needed: bool = False
    choose: Literal["", "child"] = ""
    begins: str | None = None
    bounds: tuple[int, int] | None = None
    among: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Field:
    """Something to fill: what is asked, where it belongs, and an example of an answer.

    ``{child}`` in *label* stands for the child's name where the field is asked for each child. *heading* is how a
    record names what was answered; without one it takes the label.
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
    """A field of a *stage*, for one child where it is asked for each.

    Words typed in it belong to it, wherever the session has gone on to meanwhile.
    """

    stage: str
    field: Field
    child: str | None = None

    @property
    def key(self) -> str:
        """An id for lists."""
        return f"{self.stage}:{self.field.id}@{self.child or ''}"
