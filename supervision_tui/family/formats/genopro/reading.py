"""Reading a GenoPro document (``Data.xml`` of a .gno package, or the plain XML) into a family."""

from __future__ import annotations

from supervision_tui.family.formats.assembly import family_of_claims
from supervision_tui.family.formats.genopro.couples import read_links
from supervision_tui.family.formats.genopro.people import index_people, read_person
from supervision_tui.family.formats.genopro.source import LEFT_OUT_DRAWING, GenoproSource
from supervision_tui.family.formats.genopro.tables import DRAWING, PROGRAM
from supervision_tui.family.formats.genopro.ties import read_emotional_lines, read_social_lines
from supervision_tui.family.formats.ledger import Ledger
from supervision_tui.family.formats.nodes import Fate, Node
from supervision_tui.family.formats.report import ForeignFileError, Imported
from supervision_tui.family.formats.xml_elements import too_many_people

INDEXED = ("Occupations", "Educations", "Contacts", "Marriages", "Places")
COUNTED = {
    "Pictures": ("pictures", "picture"), "Sources": ("sources", "source"), "Places": ("contacts", "place"),
    "Contacts": ("contacts", "contact"),
}  # fmt: skip
"""Top parts that are left out, with the topic and the word for one of them."""
ABOUT_PROGRAM = "what the program says of itself is not carried."


def genopro_family(root: Node, name: str, ledger: Ledger) -> Imported:
    """The family of the document *root*.

    Raises:
        ForeignFileError: nobody is in it, or too many.
    """
    source = GenoproSource(root.use(), ledger)
    for kind in INDEXED:
        source.parts[kind] = {
            node.text("ID"): node for part in root.every(kind) for node in part.below if node.text("ID")
        }
    index_people(source)
    people = source.parts.get("people", {})
    if not people:
        raise ForeignFileError("There are no people in this file. Nothing was brought in.")
    too_many_people(len(people))
    read_links(source)
    for number, (person_id, node) in enumerate(people.items()):
        ledger.progress(number, len(people))
        read_person(source, node, source.claims.people[person_id])
    read_emotional_lines(source)
    read_social_lines(source)
    _labels(source)
    _rest(source)
    family = family_of_claims(source.claims, name, ledger)
    ledger.close([root])
    return Imported(family, ledger.report, "GenoPro")


def _labels(source: GenoproSource) -> None:
    """Words on the drawing: notes of the family."""
    for node in source.group("Labels"):
        node.use()
        text = node.word("Text")
        if text:
            source.claims.notes.append(f"Words on the drawing: {' '.join(text.split())}")
        for below in node.below:
            if below.tag in {"Text", "ID"}:
                below.use()
                for part in below.below:
                    source.ledger.leave_out(part, LEFT_OUT_DRAWING, "drawing")
        source.drop_drawing(node)


def _rest(source: GenoproSource) -> None:
    """Top parts about the program and the drawing, left out once for the file; what is counted is counted."""
    ledger, root = source.ledger, source.root
    maps = [node for part in root.every("GenoMaps") for node in part.below if node.tag == "GenoMap"]
    if len(maps) > 1:
        ledger.about_file(f"{len(maps)} drawings (GenoMaps) were made one family.", "drawing")
    _rings(source)
    for node in root.below:
        if node.tag in DRAWING:
            ledger.leave_out(node, LEFT_OUT_DRAWING, "drawing")
        elif node.tag in PROGRAM:
            ledger.leave_out(node, ABOUT_PROGRAM, "program")
        elif node.tag in COUNTED:
            topic, word = COUNTED[node.tag]
            left = [part for part in node.use().below if part.fate is Fate.UNREAD]
            if left:
                count = f"1 {word}" if len(left) == 1 else f"{len(left)} {word}s"
                for part in left:
                    ledger.leave_out(part, f"left out: {count} of the file.", topic)  # type: ignore[arg-type] # of the table
        else:
            if node.tag in INDEXED:
                node.use()
            for part in node.below:
                source.drop_drawing(part)


def _rings(source: GenoproSource) -> None:
    """Rings round people (households): how GenoPro writes them is not known, so they are counted and told."""
    for node in source.root.below:
        rings = sum(part.tag == "Household" for part in node.below)
        if rings or node.tag == "Households":
            count = "1 ring" if rings == 1 else f"{rings} rings"
            words = f"left out: {count} round people (households); add the homes by hand."
            source.ledger.tell_all(node, words, "drawing")
