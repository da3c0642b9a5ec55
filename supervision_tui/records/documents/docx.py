"""A document as DOCX: real headings and lists, repeated table heads, alternative text, the language set.

Traps measured with python-docx 1.2: alternative text and repeated heads must be set by hand; SVG is refused, so the
picture goes in as PNG, and the SVG as a part of its own.
"""

from __future__ import annotations

import io
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from docx import Document as new_word  # noqa: N813 - slow, and only now needed
from docx.enum.section import WD_ORIENT
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.part import Part as Piece
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

from supervision_tui.genogram.graphviz import png
from supervision_tui.records.documents.model import LANGUAGE, Document, DocumentPart, Picture, Table

if TYPE_CHECKING:
    from docx.document import Document as Word
    from docx.oxml.shape import CT_Inline
    from docx.section import Section
    from docx.table import _Row as Row

FONT = "Verdana"
"""Wide and plain; Word has it everywhere, and takes another sans serif where it has not."""
A4 = (21.0, 29.7)
MARGIN = 2.2
"""Centimetres on every side of a page."""
COLUMN_WIDTH = A4[0] - 2 * MARGIN
"""Centimetres between the margins of an upright page."""
CM_IN_A_POINT = 2.54 / 72
PICTURE_DPI = 120
"""Dots an inch of the PNG, for what cannot draw the SVG beside it."""
EXTENSION = (
    '<a:extLst xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">'
    '<a:ext uri="{{96DAC541-7B7A-43D3-8B79-37D633B846F1}}">'
    '<asvg:svgBlip xmlns:asvg="http://schemas.microsoft.com/office/drawing/2016/SVG/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:embed="{relation}"/>'
    "</a:ext></a:extLst>"
)


def docx(document: Document) -> bytes:
    """*document* as the bytes of a .docx file."""
    word = new_word()
    _prepare(word, document)
    _page(word.sections[0])
    picture, first = document.picture, document.drawing_first
    if picture is not None and first and picture.across:
        _on_its_side(word.sections[0])
    _opening(word, document)
    if picture is not None and first:
        _picture(word, picture, 3.6)
        _upright_again(word, picture)
    for part in document.parts:
        _part(word, part)
        if part.own_page:
            word.add_page_break()  # type: ignore[no-untyped-call] # python-docx has no types for it
    for at, line in enumerate(document.closing):
        closing = word.add_paragraph(line)
        closing.runs[0].italic = True
        closing.paragraph_format.space_before = Pt(0 if at else 14)
    if picture is not None and not first:
        if picture.across:
            _on_its_side(word.add_section())
        word.add_heading(picture.title, level=2)
        _picture(word, picture, 3.0)
    if document.made_out:
        word.sections[0].header.paragraphs[0].text = document.made_out
        word.add_paragraph().add_run(document.made_out).bold = True
    file = io.BytesIO()
    word.save(file)
    return file.getvalue()


def _opening(word: Word, document: Document) -> None:
    word.add_heading(document.title, level=1)
    for line in (document.about, document.notice, document.opening):
        if line:
            word.add_paragraph(line)


def _page(section: Section) -> None:
    """An upright A4 page with its number at the foot."""
    section.page_width, section.page_height = Cm(A4[0]), Cm(A4[1])
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Cm(MARGIN)
    foot = section.footer.paragraphs[0]
    foot.alignment = 1  # in the middle
    foot.add_run()._r.extend(_field("PAGE"))  # noqa: SLF001 - python-docx has no other way to number pages
    foot.add_run(" of ")
    foot.add_run()._r.extend(_field("NUMPAGES"))  # noqa: SLF001 - as above


def _field(name: str) -> list[Any]:
    """The pieces of a field that Word fills in, such as the number of the page."""
    begin, code, end = OxmlElement("w:fldChar"), OxmlElement("w:instrText"), OxmlElement("w:fldChar")
    begin.set(qn("w:fldCharType"), "begin")
    code.text = name
    end.set(qn("w:fldCharType"), "end")
    return [begin, code, end]


def _on_its_side(section: Section) -> None:
    """Turn the page of *section*, for a wide drawing."""
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Cm(A4[1]), Cm(A4[0])


def _upright_again(word: Word, picture: Picture) -> None:
    """The pages after a drawing that lay on its side."""
    if picture.across:
        section = word.add_section()
        section.orientation = WD_ORIENT.PORTRAIT
        section.page_width, section.page_height = Cm(A4[0]), Cm(A4[1])


def _prepare(word: Word, document: Document) -> None:
    """Title, author and language, so that a screen reader reads it in the right voice; one font, in black."""
    word.core_properties.title = document.title
    word.core_properties.author = document.author
    word.core_properties.language = LANGUAGE
    word.core_properties.comments = ""
    word.core_properties.created = word.core_properties.modified = datetime.now(tz=UTC)  # not the library's own day
    defaults = word.styles.element.find(f".//{qn('w:rPrDefault')}/{qn('w:rPr')}")
    language = defaults.find(qn("w:lang")) if defaults is not None else None
    if language is not None:
        language.set(qn("w:val"), LANGUAGE)
    for fonts in word.styles.element.iter(qn("w:rFonts")):
        _one_font(fonts)
    for name, points in (("Normal", 11), ("Heading 1", 17), ("Heading 2", 13)):
        font = word.styles[name].font
        font.name, font.size = FONT, Pt(points)
        if name != "Normal":
            font.color.rgb = RGBColor(0x1A, 0x1A, 0x1A)


def _one_font(fonts: Any) -> None:
    """Take the theme's fonts off, which Word and LibreOffice prefer to a font that is named, and name ours."""
    for script in ("ascii", "hAnsi", "eastAsia", "cs"):
        fonts.attrib.pop(qn(f"w:{'cstheme' if script == 'cs' else f'{script}Theme'}"), None)
        fonts.set(qn(f"w:{script}"), FONT)


def _part(word: Word, part: DocumentPart) -> None:
    word.add_heading(part.heading, level=2)
    if part.note:
        note = word.add_paragraph(part.note)
        note.runs[0].italic = True
        note.paragraph_format.keep_with_next = part.picture is not None or part.table is not None
    for item in part.items:
        paragraph = word.add_paragraph(item.words, style=None if part.prose else "List Bullet")
        if item.marks:
            paragraph.add_run(f" ({item.marks})").italic = True
    if part.picture is not None:
        _picture(word, part.picture, 3.0)
    if part.table is not None:
        _table(word, part.table)


def _table(word: Word, table: Table) -> None:
    made = word.add_table(rows=1, cols=len(table.heads), style="Table Grid")
    for cell, head in zip(made.rows[0].cells, table.heads, strict=True):
        cell.text = ""
        cell.paragraphs[0].add_run(head).bold = True
    _marked(made.rows[0], "w:tblHeader")
    for row in table.rows:
        added = made.add_row()
        _marked(added, "w:cantSplit")
        for cell, words in zip(added.cells, row, strict=True):
            cell.text = words
    made.autofit = not table.widths
    for column, width in zip(made.columns, table.widths, strict=False):
        column.width = Cm(COLUMN_WIDTH * width / sum(table.widths))
        for cell in column.cells:
            cell.width = column.width
    for cell in (cell for row in made.rows for cell in row.cells):
        cell.paragraphs[0].paragraph_format.space_after = Pt(3)


def _marked(row: Row, mark: str) -> None:
    """Say of *row* that it is repeated on each page (w:tblHeader), or never broken in two (w:cantSplit)."""
    element = OxmlElement(mark)
    element.set(qn("w:val"), "true")
    row._tr.get_or_add_trPr().append(element)  # noqa: SLF001 - python-docx has no other way to say it


def _picture(word: Word, picture: Picture, taken: float) -> None:
    """The drawing as PNG, which everything shows, with the SVG beside it, which Word 2016 and later draw sharply.

    It is as large as it was drawn, or as the page lets it be where *taken* centimetres of its height are taken.
    """
    (wide, high), page = picture.size, word.sections[-1]
    across = page.orientation == WD_ORIENT.LANDSCAPE
    room = [side - 2 * MARGIN for side in (A4[::-1] if across else A4)]
    width = min(wide * CM_IN_A_POINT, room[0], (room[1] - taken) * wide / high)
    placed = word.add_picture(io.BytesIO(png(picture.svg.decode("utf-8"), PICTURE_DPI)), width=Cm(width))
    placed._inline.docPr.set("descr", picture.words)  # noqa: SLF001 - python-docx has no other way to say it
    placed._inline.docPr.set("title", picture.title)  # noqa: SLF001 - as above
    _sharper(word, placed._inline, picture.svg)  # noqa: SLF001 - as above


def _sharper(word: Word, inline: CT_Inline, svg: bytes) -> None:
    """Put *svg* beside the PNG of *inline*, as Office does (MS-ODRAWXML 2.3.3.1, svgBlip)."""
    piece = Piece(word.part.package.next_partname("/word/media/drawing%d.svg"), "image/svg+xml", svg, word.part.package)
    relation = word.part.relate_to(piece, RELATIONSHIP_TYPE.IMAGE)
    blip = inline.xpath(".//a:blip")[0]
    blip.append(parse_xml(EXTENSION.format(relation=relation)))
