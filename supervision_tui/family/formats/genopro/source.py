"""A GenoPro document while it is read: its parts by id, people and their second drawings, the claims."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from supervision_tui.family.formats.claims import Claims
from supervision_tui.family.formats.genopro.tables import DRAWING
from supervision_tui.family.formats.ledger import Ledger
from supervision_tui.family.formats.nodes import Fate, Node
from supervision_tui.family.model.base import LONGEST_ID

LEFT_OUT_DRAWING = "positions, sizes and colours of the drawing are not carried."


def safe_id(words: str) -> str:
    """An id of a file as it may stand here."""
    return re.sub(r"[^A-Za-z0-9_.-]", "", words)[:LONGEST_ID]


@dataclass(slots=True)
class GenoproSource:
    """One document: *parts* are elements by the name of their kind and their id, *aliases* drawings of one person."""

    root: Node
    ledger: Ledger
    claims: Claims = field(default_factory=Claims)
    parts: dict[str, dict[str, Node]] = field(default_factory=dict)
    aliases: dict[str, str] = field(default_factory=dict)

    def group(self, name: str) -> list[Node]:
        """The elements within the top parts of this name, used."""
        return [node for part in self.root.every(name) for node in part.use().below]

    def person(self, words: str) -> str:
        """The id of a person, whichever of their drawings is named; empty where there is none."""
        person_id, seen = safe_id(words), set()
        while person_id in self.aliases and person_id not in seen:
            seen.add(person_id)
            person_id = self.aliases[person_id]
        return person_id if person_id in self.claims.people else ""

    def references(self, node: Node, tag: str, kind: str) -> list[Node]:
        """The parts that the element *tag* names, a list of ids parted by commas; those not there are told."""
        found = []
        for line in node.every(tag):
            line.use()
            for name in (words.strip() for words in line.value.split(",")):
                part = self.parts.get(kind, {}).get(name)
                if part is not None:
                    found.append(part)
                elif name:
                    self.ledger.tell(
                        line, f"skipped: {tag} points to {name[:40]}, which is not in the file.", "missing"
                    )
        return found

    def drop_drawing(self, node: Node) -> None:
        """Leave out what is about the drawing, below *node*, once for the file."""
        for below in node.below:
            if below.fate is Fate.UNREAD and below.tag in DRAWING:
                self.ledger.leave_out(below, LEFT_OUT_DRAWING, "drawing")
