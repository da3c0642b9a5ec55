"""A document as DOCX: real headings and lists, repeated table heads, alternative text, the language set.

Traps measured with python-docx 1.2: alternative text and repeated heads must be set by hand; SVG is refused, so the
picture goes in as PNG, and the SVG as a part of its own.
"""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from supervision_tui.records.documents.document import LANGUAGE, Document, Part, Picture, Table

if TYPE_CHECKING:
    from docx.document import Document as Word
    from docx.oxml.shape import CT_Inline

FONT = "Verdana"
"""Wide and plain; Word has it everywhere, and takes another sans serif where it has not."""
PICTURE_WIDTH = 16.0
"""Centimetres: what an A4 page has between its margins."""
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
    from docx import Document as new_word  # noqa: N813, PLC0415 - slow, and only now needed
    from docx.shared import Cm, Pt  # noqa: PLC0415 - as above

    word = new_word()
    _prepare(word, document)
    word.styles["Normal"].font.name = FONT
    word.styles["Normal"].font.size = Pt(11)
    section = word.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    word.add_heading(document.title, level=1)
    for line in (document.about, document.notice, document.opening):
        if line:
            word.add_paragraph(line)
    if document.picture is not None:
        word.add_heading(document.picture.title, level=2)
        _picture(word, document.picture)
    for part in document.parts:
        _part(word, part)
    for line in document.closing:
        word.add_paragraph(line).runs[0].italic = True
    if document.reader:
        section.header.paragraphs[0].text = document.made_out
        word.add_paragraph(document.made_out)
    file = io.BytesIO()
    word.save(file)
    return file.getvalue()


def _prepare(word: Word, document: Document) -> None:
    """Title, author and language, so that a screen reader reads it in the right voice."""
    from docx.oxml.ns import qn  # noqa: PLC0415 - loaded by now

    word.core_properties.title = document.title
    word.core_properties.author = document.author
    word.core_properties.language = LANGUAGE
    word.core_properties.comments = ""
    defaults = word.styles.element.find(f".//{qn('w:rPrDefault')}/{qn('w:rPr')}")
    language = defaults.find(qn("w:lang")) if defaults is not None else None
    if language is not None:
        language.set(qn("w:val"), LANGUAGE)


def _part(word: Word, part: Part) -> None:
    word.add_heading(part.heading, level=2)
    if part.note:
        word.add_paragraph(part.note).runs[0].italic = True
    for item in part.items:
        paragraph = word.add_paragraph(item.words, style=None if part.prose else "List Bullet")
        if item.marks:
            paragraph.add_run(f" ({item.marks})").italic = True
    if part.picture is not None:
        _picture(word, part.picture)
    if part.table is not None:
        _table(word, part.table)


def _table(word: Word, table: Table) -> None:
    from docx.oxml import OxmlElement  # noqa: PLC0415 - loaded by now
    from docx.oxml.ns import qn  # noqa: PLC0415 - as above
    from docx.shared import Cm  # noqa: PLC0415 - as above

    made = word.add_table(rows=1, cols=len(table.heads), style="Table Grid")
    for cell, head in zip(made.rows[0].cells, table.heads, strict=True):
        cell.text = ""
        cell.paragraphs[0].add_run(head).bold = True
    repeated = OxmlElement("w:tblHeader")
    repeated.set(qn("w:val"), "true")
    made.rows[0]._tr.get_or_add_trPr().append(repeated)  # noqa: SLF001 - python-docx has no other way to repeat a head
    made.autofit = not table.widths
    for row in table.rows:
        for cell, words in zip(made.add_row().cells, row, strict=True):
            cell.text = words
    for column, width in zip(made.columns, table.widths, strict=False):
        for cell in column.cells:
            cell.width = Cm(PICTURE_WIDTH * width / sum(table.widths))


def _picture(word: Word, picture: Picture) -> None:
    """The drawing as PNG, which everything shows, with the SVG beside it, which Word 2016 and later draw sharply."""
    from docx.shared import Cm  # noqa: PLC0415 - loaded by now

    from supervision_tui.genogram.paper.render import png  # noqa: PLC0415 - only pictures need it

    placed = word.add_picture(io.BytesIO(png(picture.svg.decode("utf-8"), PICTURE_DPI)), width=Cm(PICTURE_WIDTH))
    placed._inline.docPr.set("descr", picture.words)  # noqa: SLF001 - python-docx has no other way to say it
    placed._inline.docPr.set("title", picture.title)  # noqa: SLF001 - as above
    _sharper(word, placed._inline, picture.svg)  # noqa: SLF001 - as above


def _sharper(word: Word, inline: CT_Inline, svg: bytes) -> None:
    """Put *svg* beside the PNG of *inline*, as Office does (MS-ODRAWXML 2.3.3.1, svgBlip)."""
    from docx.opc.constants import RELATIONSHIP_TYPE  # noqa: PLC0415 - loaded by now
    from docx.opc.part import Part as Piece  # noqa: PLC0415 - as above
    from docx.oxml import parse_xml  # noqa: PLC0415 - as above

    piece = Piece(word.part.package.next_partname("/word/media/drawing%d.svg"), "image/svg+xml", svg, word.part.package)
    relation = word.part.relate_to(piece, RELATIONSHIP_TYPE.IMAGE)
    blip = inline.xpath(".//a:blip")[0]
    blip.append(parse_xml(EXTENSION.format(relation=relation)))
