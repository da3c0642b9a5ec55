"""The genogram in a document: the drawing without doubts and secrets, told in words for those who cannot see it."""

from __future__ import annotations

from datetime import date

from supervision_tui.family import Family
from supervision_tui.records.documents.document import Document, Part, Picture, Table, day_in_words, told_date
from supervision_tui.session import called


def drawing_of(family: Family) -> Picture:
    """The drawing of *family* as a picture, with what it shows in words.

    Raises:
        NoGraphviz: nothing here can draw it, as a sentence.
        FamilyLoop: somebody is their own ancestor; the message names who.
    """
    from supervision_tui.genogram import layout  # noqa: PLC0415 - the layout is heavy
    from supervision_tui.genogram.drawing import Drawing, Options  # noqa: PLC0415 - as above
    from supervision_tui.genogram.files import drawn  # noqa: PLC0415 - as above
    from supervision_tui.genogram.words import read_aloud  # noqa: PLC0415 - as above

    drawing = Drawing(family, layout(family), Options())
    return Picture(f"Who is who in family {family.id}", drawn(drawing, ".svg"), read_aloud(drawing).strip())


def genogram_sheet(family: Family, on: date) -> Document:
    """The drawing of *family*, and who is in it."""
    picture = drawing_of(family)
    focus = {person.id for person in family.focus_children()}
    rows = tuple(
        (
            str(person.name),
            told_date(person.born) if person.born else "",
            "yes" if person.id in focus else "",
        )
        for person in family.persons
        if person.kind == "person"
    )
    children = ", ".join(called(family, one) for one in sorted(focus))
    return Document(
        title=f"Genogram of family {family.id}",
        about=day_in_words(on),
        opening=f"Children in focus: {children}." if children else "",
        picture=picture,
        parts=(Part("Who is in the drawing", table=Table(("Name", "Born", "Child in focus"), rows)),),
        closing=("A drawing of what is known so far, and of who told us. What somebody must not learn is not in it.",),
    )
