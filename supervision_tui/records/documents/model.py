"""A document before it is written in any form: headings, paragraphs, tables, a picture; words only, never markup.

Every form (Markdown, HTML, plain text, Word, PDF) is written from this, so that all of them say the same.
"""

from __future__ import annotations

import re
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING, Any

from supervision_tui.days import day_in_words
from supervision_tui.practice import Destination
from supervision_tui.text import Line

if TYPE_CHECKING:
    from supervision_tui.records.model import Record

LANGUAGE = "en-GB"
COLUMN = 470.0
"""Points between the margins of an upright page."""


@dataclass(frozen=True, slots=True)
class DocumentItem:
    """A paragraph of a part; *marks* say beside it how it is known, or that others have it too."""

    words: str
    marks: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells under *heads*; every row has as many cells as there are heads.

    *widths* share out the line among the columns, for a table of sentences; without them the words decide.
    """

    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    widths: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Picture:
    """A drawing as *svg*, with *words* that tell the same to those who cannot see it."""

    title: str
    svg: bytes
    words: str

    @property
    def size(self) -> tuple[float, float]:
        """How wide and how high it was drawn, in points."""
        wide, high = (re.search(rf'<svg[^>]*?\s{side}="([\d.]+)'.encode(), self.svg) for side in ("width", "height"))
        return (float(wide[1]), float(high[1])) if wide and high else (COLUMN, COLUMN)

    @property
    def across(self) -> bool:
        """Whether it needs a page that lies on its side: upright, its words would be too small."""
        wide, high = self.size
        return wide > max(high, COLUMN * 1.1)


@dataclass(frozen=True, slots=True)
class DocumentPart:
    """A heading and what stands under it: a *note* on how it is meant, *items*, a *picture*, a *table*.

    *prose* parts are paragraphs; the others are lists. After a part with *own_page* a new page begins.
    """

    heading: str
    items: tuple[DocumentItem, ...] = ()
    note: str = ""
    table: Table | None = None
    prose: bool = False
    picture: Picture | None = None
    own_page: bool = False


@dataclass(frozen=True, slots=True)
class Document:
    """A document of one family, for one reader, for one purpose.

    *about* is the line under the title, *notice* what must be seen first (a draft), *reader* whom it is for: it stands
    in the header of every page and at the end. *closing* are the lines at the end. The picture stands after the parts,
    or before them where the document is about it (*drawing_first*). *withheld* says what was left out of it: for the
    screen, and in no form of the document.
    """

    title: str
    about: str = ""
    notice: str = ""
    opening: str = ""
    parts: tuple[DocumentPart, ...] = ()
    picture: Picture | None = None
    closing: tuple[str, ...] = ()
    reader: str = ""
    family: str = ""
    purpose: str = ""
    author: str = ""
    drawing_first: bool = False
    withheld: tuple[str, ...] = ()

    @property
    def as_data(self) -> dict[str, Any]:
        """Everything as plain data, for a template: with each picture's size, without its bytes."""
        data = asdict(self) | {"made_out": self.made_out}
        del data["withheld"]
        for picture, own in zip(
            self.pictures, (item for item in (data, *data["parts"]) if item["picture"]), strict=True
        ):
            del own["picture"]["svg"]
            own["picture"] |= {"size": picture.size, "across": picture.across}
        return data

    @property
    def pictures(self) -> list[Picture]:
        """Every picture, in the order of the parts, the document's own first."""
        own = [self.picture, *(part.picture for part in self.parts)]
        return [picture for picture in own if picture is not None]

    def for_reader(self, reader: str, *, family: str = "", purpose: str = "") -> Document:
        """The same, made out to *reader*, about the *family* of that reference, for a *purpose*."""
        return replace(self, reader=Line(reader), family=Line(family), purpose=Line(purpose))

    @property
    def made_out(self) -> str:
        """For whom, about whom and why, in a line for the header and for the last page; "" where nobody was named."""
        if not self.reader:
            return ""
        about = f", about family {self.family}" if self.family else ""
        why = f" Purpose: {self.purpose}." if self.purpose else ""
        return f"For {self.reader} only{about}.{why}"

    @property
    def words(self) -> str:
        """Every word of the document, to check before it leaves; the picture's words included."""
        texts = [self.title, self.about, self.notice, self.opening]
        for part in self.parts:
            texts += [part.heading, part.note, *(f"{item.words} {item.marks}" for item in part.items)]
            texts += [cell for row in (part.table.rows if part.table else ()) for cell in row]
            texts += [part.picture.words] if part.picture else []
        texts += [self.picture.title, self.picture.words] if self.picture else []
        return "\n".join([*texts, *self.closing])


def of_record(record: Record, picture: Picture | None = None) -> Document:
    """The document that *record* is, with *picture* where the family's drawing belongs to it."""
    parts = [
        DocumentPart(
            section.heading,
            tuple(DocumentItem(str(paragraph.text), paragraph.marks) for paragraph in section.paragraphs),
            note=str(section.note),
        )
        for section in record.sections
    ]
    parts += [
        DocumentPart(f"{addition.heading} on {_day(addition.at)}", (DocumentItem(str(addition.text)),), prose=True)
        for addition in record.additions
    ]
    family = f"family {record.family_ref}" if record.family_ref else ""
    return Document(
        title=str(record.title),
        about=" · ".join(part for part in (day_in_words(record.day), family) if part),
        notice="Draft until the manager confirms it." if record.awaits_confirmation else "",
        opening=str(record.opening),
        parts=tuple(parts),
        picture=picture,
        closing=tuple(_closing(record)),
        author=str(record.author),
    )


def _closing(record: Record) -> list[str]:
    private = record.destination is Destination.PRIVATE
    where = "Private to you" if private else f"Belongs to {record.destination.about.place}"
    sentences = [f"Written by {record.author}. {where}."]
    if record.confirmed:
        confirmation = record.confirmed
        shown = f" The wording was shown to {confirmation.shown_to} first." if confirmation.shown_to else ""
        sentences.append(f"Confirmed by {confirmation.by}, {confirmation.role}, on {_day(confirmation.at)}.{shown}")
    if record.filed:
        sentences.append(f"Filed in {record.filed.system} on {day_in_words(record.filed.on)} by {record.filed.by}.")
    return sentences


def _day(at: datetime) -> str:
    return day_in_words(at.date())
