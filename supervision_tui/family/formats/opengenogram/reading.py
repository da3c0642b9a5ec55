"""Reading an OpenGenogram project (JSON, schema version 3) into a family."""

from __future__ import annotations

from supervision_tui.family.formats.assembly import family_of_claims
from supervision_tui.family.formats.claims import Claims, PersonClaim, line_words
from supervision_tui.family.formats.genopro.source import safe_id
from supervision_tui.family.formats.ledger import Ledger
from supervision_tui.family.formats.nodes import Node
from supervision_tui.family.formats.opengenogram.json_tree import json_tree
from supervision_tui.family.formats.opengenogram.lines import read_lines
from supervision_tui.family.formats.opengenogram.people import ABOUT_DRAWING, name_of, read_person
from supervision_tui.family.formats.report import ForeignFileError, Imported
from supervision_tui.family.formats.xml_elements import too_many_people

VERSION = "3"
ABOUT_FILE = frozenset({"id", "name", "schemaVersion", "createdAt", "updatedAt"})
NOTHING = "Nothing was brought in."


def opengenogram_family(data: bytes, name: str, ledger: Ledger) -> Imported:
    """The family of a project file.

    Raises:
        ForeignFileError: it is of another version or kind, nobody is in it, or too many.
    """
    root = json_tree(data).use()
    version = root.text("schemaVersion")
    if root.first("people") is None or root.first("relationships") is None:
        raise ForeignFileError(
            f"This is JSON, but not a family file of this program and not one of OpenGenogram. {NOTHING}"
        )
    if version != VERSION:
        raise ForeignFileError(
            f"This file of OpenGenogram is of version '{version[:20]}'; version {VERSION} can be read. Open it in "
            f"OpenGenogram and save it again. {NOTHING}"
        )
    claims = Claims()
    people = _items(root, "people")
    if not people:
        raise ForeignFileError(f"There are no people in this file. {NOTHING}")
    too_many_people(len(people))
    nodes = _index(people, claims, ledger)
    for number, (person_id, node) in enumerate(nodes.items()):
        ledger.progress(number, len(people))
        read_person(node, claims.people[person_id], claims, ledger)
    read_lines(_items(root, "relationships"), claims, ledger)
    _households(root, claims, ledger)
    _annotations(root, claims, ledger)
    for part in root.below:
        if part.tag in ABOUT_FILE:
            part.use_all()
        elif part.tag == "canvas":
            ledger.leave_out(part, ABOUT_DRAWING, "drawing")
    family = family_of_claims(claims, name, ledger)
    ledger.close([root])
    return Imported(family, ledger.report, "OpenGenogram")


def _items(root: Node, tag: str) -> list[Node]:
    part = root.take(tag)
    return part.below if part is not None else []


def _index(people: list[Node], claims: Claims, ledger: Ledger) -> dict[str, Node]:
    nodes: dict[str, Node] = {}
    for number, node in enumerate(people, start=1):
        person_id = safe_id(node.word("id")) or f"p{number}"
        if person_id in nodes:
            ledger.tell_all(node, f"skipped: a second person with the id {person_id}.", "unreadable")
            continue
        nodes[person_id] = node
        person = claims.people[person_id] = PersonClaim(person_id, number=node.number)
        person.fields["name"], called = name_of(node)
        person.offer("called", called)
    return nodes


def _households(root: Node, claims: Claims, ledger: Ledger) -> None:
    for number, node in enumerate(_items(root, "households"), start=1):
        node.use()
        household_id = safe_id(node.word("id")) or f"home-{number}"
        listed = node.take("memberIds")
        items = listed.below if listed is not None else []
        members = [safe_id(item.use().value) for item in items]
        for item, member in zip(items, members, strict=True):
            if member not in claims.people:
                words = f"skipped: a home names {member[:40] or 'nobody'}, who is not in the file."
                ledger.tell(item, words, "missing")
        found = [{"person": member} for member in dict.fromkeys(members) if member in claims.people]
        name = line_words(node.word("label")) or "A home"
        claims.households.append({"id": household_id, "name": name, "members": found})
        for below in node.below:
            ledger.leave_out(below, ABOUT_DRAWING, "drawing")


def _annotations(root: Node, claims: Claims, ledger: Ledger) -> None:
    """Words on the drawing; a secret becomes a hidden fact about whom it is linked to."""
    for node in _items(root, "annotations"):
        node.use()
        kind, text = node.word("kind"), " ".join(node.word("text").split())
        listed = node.take("linkedIds") or node.take("linkedPersonIds")
        linked = [safe_id(item.use().value) for item in (listed.below if listed is not None else ())]
        about = next((person for person in linked if person in claims.people), "")
        node.word("id")
        if kind == "secret" and about and text:
            claims.hidden_facts.append({"about": about, "fact": line_words(text)})
            ledger.notice(
                node,
                f"a secret of the drawing about {claims.name(about)} came in as a hidden fact, kept from every child; "
                "say from whom else it is kept.",
                "secret",
            )
        elif text:
            claims.notes.append(f"Words on the drawing: {text}")
            if kind == "secret":
                words = "a secret that is linked to nobody is in the notes."
                ledger.notice(node, words, "secret")
        for below in node.below:
            ledger.leave_out(below, ABOUT_DRAWING, "drawing")
