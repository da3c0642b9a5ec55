"""A Gramps database while it is read: its objects by handle, the claims."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from supervision_tui.family.formats.claims import Claims
from supervision_tui.family.formats.genopro.source import safe_id
from supervision_tui.family.formats.identifying_fields import LEFT_OUT, identifying_field
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

    *own_ids* are the ids of all elements, also of those without a handle or with one that stands twice;
    *persons* are people by their id.

    *others* had another part in an event than those whose own it is: event, person, part.
    """

    root: Node
    ledger: Ledger
    claims: Claims = field(default_factory=Claims)
    objects: dict[str, Node] = field(default_factory=dict)
    ids: dict[str, str] = field(default_factory=dict)
    own_ids: dict[int, str] = field(default_factory=dict)
    persons: dict[str, Node] = field(default_factory=dict)
    lives: set[tuple[str, str]] = field(default_factory=set)
    others: list[tuple[Node, str, str]] = field(default_factory=list)

    def group(self, name: str) -> list[Node]:
        """The elements within the top parts of this name, used."""
        return [node for part in self.root.every(name) for node in part.use().below]

    def index(self) -> None:
        """Every object by its handle, each with an id of its own: what people know it by, else the handle."""
        taken: set[tuple[str, str]] = set()
        for part in self.root.below:
            for number, node in enumerate(part.below, start=1):
                handle = node.text("handle")
                wanted = (safe_id(node.text("id")), safe_id(handle.lstrip("_")), f"{node.tag}{number}")
                object_id = next(
                    name for name in (*wanted, f"{node.tag}-{number}") if name and (node.tag, name) not in taken
                )
                taken.add((node.tag, object_id))
                self.own_ids[id(node)] = object_id
                if handle:
                    self.objects.setdefault(handle, node)
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

    def attributes(self, node: Node, whose: str) -> Iterator[Node]:
        """The attributes of an object, used; those that identify somebody, or are private, are told and left out."""
        for attribute in node.every("attribute"):
            kind = attribute.text("type")
            topic = identifying_field(kind, attribute.text("value"))
            if topic is not None:
                self.ledger.tell_all(attribute, LEFT_OUT[topic].format(whose), topic)
            elif attribute.text("priv") == "1":
                self.ledger.tell_all(attribute, f"private in the file, and left out: {kind} of {whose}.", "secret")
            else:
                attribute.use_all()
                yield attribute

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
