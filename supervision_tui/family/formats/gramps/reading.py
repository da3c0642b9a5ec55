"""Reading a Gramps database (XML of version 1.5.0 to 1.7.2) into a family."""

from __future__ import annotations

from supervision_tui.family.formats.assembly import family_of_claims
from supervision_tui.family.formats.claims import CoupleClaim, PersonClaim
from supervision_tui.family.formats.gramps.events import joined
from supervision_tui.family.formats.gramps.families import read_family
from supervision_tui.family.formats.gramps.people import read_names, read_person
from supervision_tui.family.formats.gramps.source import GrampsSource
from supervision_tui.family.formats.ledger import Ledger
from supervision_tui.family.formats.nodes import Fate, Node
from supervision_tui.family.formats.report import ForeignFileError, Imported, TopicId
from supervision_tui.family.formats.xml_elements import too_many_people

STEP = 250
LEFT_OUT: dict[str, tuple[str, TopicId]] = {
    "header": ("what the program says of itself is not carried.", "program"),
    "tags": ("tags are not carried.", "program"), "bookmarks": ("bookmarks are not carried.", "program"),
    "namemaps": ("name maps are not carried.", "program"), "name-formats": ("name formats are not carried.", "program"),
    "citations": ("citations are not carried.", "sources"), "sources": ("sources are not carried.", "sources"),
    "repositories": ("archives are not carried.", "sources"),
    "objects": ("left out: pictures and other files (not opened).", "pictures"),
    "places": ("places that nothing names, or more of a place than its name, are not carried.", "places"),
}  # fmt: skip


BESIDE: dict[str, tuple[str, TopicId]] = {
    "citationref": ("citations are not carried.", "sources"), "sourceref": ("citations are not carried.", "sources"),
    "objref": ("left out: pictures and other files (not opened).", "pictures"),
    "tagref": ("tags are not carried.", "program"), "style": ("the formatting of notes is not carried.", "notes"),
    "lds_ord": ("ordinances are not carried.", "other"),
}  # fmt: skip
"""Elements below others that are left out, once for the file."""


def gramps_family(root: Node, name: str, ledger: Ledger) -> Imported:
    """The family of the database *root*.

    Raises:
        ForeignFileError: nobody is in it, or too many.
    """
    source = GrampsSource(root.use(), ledger)
    root.take("xmlns")
    source.index()
    people = [node for node in source.group("people") if node.tag == "person"]
    if not people:
        raise ForeignFileError("There are no people in this file. Nothing was brought in.")
    too_many_people(len(people))
    for node in people:
        person_id = source.own_ids[id(node)]
        source.persons[person_id] = node
        source.claims.people[person_id] = PersonClaim(person_id, number=node.number)
        read_names(node, source.claims.people[person_id])
    _home(source)
    for number, node in enumerate(people):
        if number % STEP == 0:
            ledger.progress(number, len(people))
        read_person(source, node, source.claims.people[source.own_ids[id(node)]])
    for node in source.group("families"):
        if node.tag == "family":
            key = source.own_ids[id(node)]
            couple = source.claims.couples[key] = CoupleClaim(key, node.number, id=key)
            read_family(source, node, couple)
    for shared, person_id, role in source.others:
        joined(source, shared, source.claims.people[person_id], role)
    for event in source.claims.events:
        event.pop("handle", None)
    _beside(source)
    _rest(source)
    family = family_of_claims(source.claims, name, ledger)
    ledger.close([root])
    return Imported(family, ledger.report, "Gramps")


def _home(source: GrampsSource) -> None:
    for part in source.root.every("people"):
        for tag in ("home", "default"):
            handle = part.word(tag)
            if handle in source.ids:
                name = source.claims.name(source.ids[handle])
                source.ledger.notice(
                    part, f"the file begins with {name}; say yourself whom the work is about.", "people"
                )


def _beside(source: GrampsSource) -> None:
    """What stands below many objects and is not carried, once for the file: citations, pictures, tags, formatting."""
    waiting = [source.root]
    while waiting:
        node = waiting.pop()
        waiting += node.below
        if node.fate is Fate.UNREAD and node.tag in BESIDE:
            source.ledger.leave_out(node, *BESIDE[node.tag])


def _rest(source: GrampsSource) -> None:
    for part in source.root.below:
        if part.tag in LEFT_OUT:
            words, topic = LEFT_OUT[part.tag]
            for node in part.use().below:
                if node.fate is Fate.UNREAD or any(below.fate is Fate.UNREAD for below in node.below):
                    _leave_out(source, node, words, topic)
        elif part.tag in {"events", "notes"}:
            for node in part.use().below:
                if node.fate is Fate.UNREAD:
                    what = "an event" if part.tag == "events" else "a note"
                    source.ledger.tell_all(node, f"left out: {what} that is nobody's.", "other")


def _leave_out(source: GrampsSource, node: Node, words: str, topic: TopicId) -> None:
    if node.fate is Fate.UNREAD:
        source.ledger.leave_out(node, words, topic)
        return
    for below in node.below:
        if below.fate is Fate.UNREAD:
            source.ledger.leave_out(below, words, topic)
