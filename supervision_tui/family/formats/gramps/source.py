"""A Gramps database while it is read: its objects by handle, the claims."""

from __future__ import annotations

from dataclasses import dataclass, field

from supervision_tui.family.formats.claims import Claims
from supervision_tui.family.formats.genopro.source import safe_id
from supervision_tui.family.formats.ledger import Ledger
from supervision_tui.family.formats.nodes import Node

MOST_PLACES = 5
"""Places one within another that are named."""
TEAM_NOTES = frozenset({"To Do", "Research", "Source text", "Citation", "Html code", "Link", "Todo"})
"""Types of notes that are about the research, not about anybody."""
PRIVATE_NOTE = "[marked private in the file] "


@dataclass(slots=True)
class GrampsSource:
    """One database: *objects* are elements by handle, *ids* what each became, *lives* births and deaths that were read.

    *others* had another part in an event than those whose own it is: event, person, part.
    """

    root: Node
    ledger: Ledger
    claims: Claims = field(default_factory=Claims)
    objects: dict[str, Node] = field(default_factory=dict)
    ids: dict[str, str] = field(default_factory=dict)
    lives: set[tuple[str, str]] = field(default_factory=set)
    others: list[tuple[Node, str, str]] = field(default_factory=list)

    def group(self, name: str) -> list[Node]:
        """The elements within the top parts of this name, used."""
        return [node for part in self.root.every(name) for node in part.use().below]

    def index(self) -> None:
        """Every object by its handle, each with an id of its own: what people know it by, else the handle."""
        taken: set[tuple[str, str]] = set()
        for part in self.root.below:
            for node in part.below:
                handle = node.text("handle")
                if not handle:
                    continue
                self.objects.setdefault(handle, node)
                wanted = safe_id(node.text("id"))
                object_id = wanted if wanted and (node.tag, wanted) not in taken else safe_id(handle.lstrip("_"))
                taken.add((node.tag, object_id))
                self.ids.setdefault(handle, object_id)
                for tag in ("handle", "id", "change"):
                    node.take(tag)

    def linked(self, node: Node) -> Node | None:
        """The object to which the ``hlink`` of *node* points, used; told where it is not there."""
        node.use()
        handle = node.word("hlink")
        found = self.objects.get(handle)
        if found is None:
            self.ledger.tell(node, f"skipped: {node.tag} points to {handle[:40]}, which is not in the file.", "missing")
        return found

    def person(self, node: Node) -> str:
        """The id of the person to whom *node* points, else empty."""
        found = self.linked(node)
        return self.ids.get(found.text("handle"), "") if found is not None and found.tag == "person" else ""

    def private(self, node: Node) -> bool:
        """Whether an object is marked as private; the mark is used."""
        return node.word("priv") == "1"

    def place(self, node: Node) -> str:
        """The name of the place to which *node* points, with those it is in."""
        found, seen = self.linked(node), set()
        names: list[str] = []
        while found is not None and id(found) not in seen and len(names) < MOST_PLACES:
            seen.add(id(found))
            found.use()
            name = found.take("pname")
            words = (name.word("value") if name is not None else "") or found.word("ptitle")
            if words:
                names.append(words)
            above = found.first("placeref")
            found = self.linked(above) if above is not None else None
        return ", ".join(names)

    def notes(self, node: Node, whose: str) -> list[str]:
        """The notes of an object; private ones say so, those about the research are told."""
        found = []
        for line in node.every("noteref"):
            note = self.linked(line)
            if note is None:
                continue
            note.use()
            text = note.take("text")
            kind = note.word("type")
            words = text.value.strip() if text is not None else ""
            note.word("format")
            if kind in TEAM_NOTES:
                self.ledger.notice(line, f"left out: a note of the kind '{kind}' ({whose}).", "notes")
            elif self.private(note):
                self.ledger.notice(
                    note, f"private in the file: a note ({whose}); it is in the notes of the team.", "secret"
                )
                found.append(f"{PRIVATE_NOTE}{words}")
            elif words:
                found.append(words)
        return found
