"""The genogram in a document: the drawing without doubts and secrets, told in words for those who cannot see it."""

from __future__ import annotations

from datetime import date

from supervision_tui import genogram
from supervision_tui.days import day_in_words
from supervision_tui.family import Family, Person
from supervision_tui.family.dates import date_in_words
from supervision_tui.family.views import redact, without_hidden
from supervision_tui.records.documents import Document, DocumentPart, Picture, Table
from supervision_tui.session import first_name


def drawing_of(family: Family) -> Picture:
    """The drawing of *family* as a picture, with what it shows in words; nobody in it who is kept from somebody.

    Raises:
        GraphvizMissingError: nothing here can draw it, as a sentence.
        FamilyCycleError: somebody is their own ancestor; the message names who.
    """
    shown = redact(family, "family").family
    drawing = genogram.Drawing(shown, genogram.lay_out(shown), genogram.Options(in_document=True))
    return Picture(
        f"Who is who in family {family.id}", genogram.render_file(drawing, ".svg"), genogram.describe(drawing).strip()
    )


def drawing_for_team(family: Family, on: date, *, in_family: bool = False) -> Picture:
    """The drawing for a worker who goes on, as at the day *on*: with harm, without what is kept from somebody.

    Where somebody of the family reads it (*in_family*), it is the family's own.

    Raises:
        GraphvizMissingError, FamilyCycleError: as :func:`drawing_of`.
    """
    today = family.replaced(as_of=on.isoformat())
    if in_family:
        return drawing_of(today)
    shown = without_hidden(today)
    shown = shown.replaced(households=tuple(home for home in shown.households if home.safe_to_record))
    drawing = genogram.Drawing(shown, genogram.lay_out(shown), genogram.Options(in_document=True))
    title = f"Who is who in family {family.id}, as at {day_in_words(on)}"
    return Picture(title, genogram.render_file(drawing, ".svg"), genogram.describe(drawing).strip())


def genogram_sheet(family: Family, on: date) -> Document:
    """The drawing of *family*, and who is in it."""
    picture = drawing_of(family)
    shown = redact(family, "family").family
    focus = [person.id for person in shown.focus_children()]
    rows = tuple(
        (str(person.name), _dates(person), "yes" if person.id in focus else "")
        for person in shown.persons
        if person.human or person.kind == "unborn"
    )
    children = ", ".join(first_name(shown, focu) for focu in focus)
    return Document(
        title=f"Genogram of family {family.id}",
        about=f"{day_in_words(on)}{f' · children in focus: {children}' if children else ''}",
        picture=picture,
        drawing_first=True,
        parts=(DocumentPart("Who is in the drawing", table=Table(("Name", "Born", "Child in focus"), rows)),),
        closing=("A drawing of what is known so far. What somebody must not learn is not in it.",),
    )


def _dates(person: Person) -> str:
    """When somebody was born or is due, and that they died."""
    dates = [date_in_words(person.born)] if person.born else []
    dates += [f"due {date_in_words(person.due)}"] if person.due and person.kind == "unborn" else []
    dates += [f"died {date_in_words(person.died)}"] if person.died else ["has died"] if person.dead else []
    return ", ".join(dates) or "not known"
