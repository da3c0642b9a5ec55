"""Documents show people's words to the letter, whatever they wrote, and a file is whole or not there."""

import io
import stat
from datetime import UTC, datetime, timedelta
from html.parser import HTMLParser

import pytest
from docx import Document as WordFile
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from pypdf import PdfReader

from supervision_tui.family.dates import PartialDate, date_in_words
from supervision_tui.records import (
    FileExistsAlreadyError,
    Paragraph,
    Section,
    UnknownFormatError,
    export,
    render_record,
)
from supervision_tui.records.documents import Document, DocumentItem, DocumentPart, Picture, Table, render_document
from supervision_tui.records.documents.docx import docx
from supervision_tui.records.documents.pdf import pdf
from supervision_tui.text import SafeText
from tests.every_row import every_row
from tests.records.robin import record_of_robin
from tests.whole import examples

HOSTILE = [
    "O'Brien [Mum] <b>& Zoë</b>",
    "# not a heading",
    "1. not a list\n- nor this\n+ nor this",
    "![x](http://example.invalid/x.png) [y](javascript:alert(1))",
    "<script>alert(1)</script>",
    "*stars* _lines_ `code` ~~gone~~ | pipe |",
    "{{ record.id }} {% raw %}",
    "a\\*b",
    "---",
]


def record(*words):
    return record_of_robin(
        Section(heading="What Robin said or showed", paragraphs=tuple(Paragraph(text=w) for w in words))
    )


class Words(HTMLParser):
    """The words of a page, and its elements."""

    def __init__(self, page):
        super().__init__()
        self.words, self.elements = "", []
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        self.elements.append((tag, dict(attrs)))

    def handle_data(self, data):
        self.words += data


@every_row("words", HOSTILE)
def test_html_shows_every_word_and_runs_none(words):
    page = Words(render_record(record(words), "html"))
    assert words in page.words
    assert not {"script", "img", "a", "b", "link", "iframe"} & {tag for tag, _ in page.elements}


@every_row("words", HOSTILE)
def test_markdown_shows_every_word_to_the_letter(words):
    page = Words(MarkdownIt("commonmark").render(render_record(record(words), "md")))
    assert "".join(words.split()) in "".join(page.words.split())
    assert [tag for tag, _ in page.elements].count("ul") == 1
    assert not {"img", "a", "code", "ol", "script"} & {tag for tag, _ in page.elements}


@given(st.text(st.characters(categories=["L", "N", "P", "S", "Zs"]), min_size=1, max_size=60))
@examples(150)
def test_any_words_come_through_markdown(words):
    safe = SafeText(words).strip()
    page = Words(MarkdownIt("commonmark").render(render_record(record(safe), "md")))
    assert "".join(safe.split()) in "".join(page.words.split())


def test_html_can_be_read_by_a_screen_reader_and_calls_nobody():
    page = Words(render_record(record("words"), "html"))
    elements = dict(page.elements)
    assert elements["html"] == {"lang": "en-GB"}
    assert [tag for tag, _ in page.elements if tag in {"h1", "h2"}] == ["h1", "h2"]
    assert "title" in elements
    assert "main" in elements
    assert not any("src" in attrs or "href" in attrs for _, attrs in page.elements)


@pytest.mark.parametrize("name", ["a.md", "a.html", "a.txt"])
def test_a_file_is_for_its_owner_alone(tmp_path, name):
    export(record("words"), tmp_path / name)
    assert stat.S_IMODE((tmp_path / name).stat().st_mode) == 0o600
    assert "words" in (tmp_path / name).read_text(encoding="utf-8")


def test_a_file_that_is_there_stays_unless_it_is_said(tmp_path):
    target = tmp_path / "a.md"
    target.write_text("mine")
    with pytest.raises(FileExistsAlreadyError, match="left as it is"):
        export(record("words"), target)
    assert target.read_text() == "mine"
    export(record("words"), target, force=True)
    assert "words" in target.read_text()


def test_an_unknown_ending_and_a_missing_folder_are_sentences_and_leave_nothing(tmp_path):
    with pytest.raises(UnknownFormatError, match=r"\.html, \.md, \.txt"):
        export(record("words"), tmp_path / "a.exe")
    with pytest.raises(OSError, match="No such file"):
        export(record("words"), tmp_path / "none" / "a.md")
    assert list(tmp_path.iterdir()) == []


def opened(content):
    """A Word file as python-docx reads it back."""
    return WordFile(io.BytesIO(content))


@pytest.mark.parametrize("words", HOSTILE)
def test_word_and_pdf_show_every_word_to_the_letter(tmp_path, words):
    for ending in (".docx", ".pdf"):
        export(record(words), tmp_path / f"r{ending}")
    told = "\n".join(paragraph.text for paragraph in opened((tmp_path / "r.docx").read_bytes()).paragraphs)
    assert words in told
    page = " ".join(one.extract_text() for one in PdfReader(tmp_path / "r.pdf").pages)
    assert "".join(words.split()) in "".join(page.split())


MADE_OUT = "For the team only, about family V2. Purpose: thinking together."


def whole():
    svg = b'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'
    drawing = Picture("The family, drawn", svg, "Two people.")
    table = Table(("When", "What"), (("2019", "A move"), ("2021", "A birth")))
    return Document(
        "Working space",
        parts=(
            DocumentPart("Chronology", table=table),
            DocumentPart("Letter", (DocumentItem("Dear Robin,"),), prose=True),
        ),
        picture=drawing,
        author="Amina",
    ).for_reader("the team", family="V2", purpose="thinking together")


def test_a_word_file_has_real_headings_repeated_heads_and_words_for_its_picture():
    made = opened(docx(whole()))
    assert [one.style.name for one in made.paragraphs if one.style.name.startswith("Heading")] == [
        "Heading 1",
        *["Heading 2"] * 3,
    ]
    assert made.tables[0].rows[0]._tr.xpath("./w:trPr/w:tblHeader")
    assert made.inline_shapes[0]._inline.docPr.get("descr") == "Two people."
    assert made.sections[0].header.paragraphs[0].text == MADE_OUT
    assert made.inline_shapes[0]._inline.xpath(".//*[local-name()='svgBlip']")  # the drawing itself, for Word 2016 on
    assert "/word/media/drawing1.svg" in {str(part.partname) for part in made.part.package.iter_parts()}
    assert (made.core_properties.language, made.core_properties.title) == ("en-GB", "Working space")
    made_at = made.core_properties.created  # not the day of the library's own file
    assert datetime.now(tz=UTC) - made_at < timedelta(days=1)


def test_a_pdf_is_tagged_named_and_in_british_english():
    made = PdfReader(io.BytesIO(pdf(whole())))
    root = made.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert "/StructTreeRoot" in root
    assert root["/Lang"] == "en-GB"
    assert made.metadata.title == "Working space"
    assert "Two people." in str(_alternatives(root["/StructTreeRoot"]))
    assert "pdfuaid" in made.xmp_metadata.stream.get_data().decode("utf-8")


def _alternatives(node):
    """Alternative texts of a structure tree."""
    node = node.get_object() if hasattr(node, "get_object") else node
    found = [node["/Alt"]] if isinstance(node, dict) and "/Alt" in node else []
    kids = node.get("/K", []) if isinstance(node, dict) else []
    kids = kids.get_object() if hasattr(kids, "get_object") else kids
    for kid in kids if isinstance(kids, list) else [kids]:
        found += _alternatives(kid) if not isinstance(kid, int) else []
    return found


def test_a_hundred_pages_of_anything_are_written_and_a_long_word_stays_on_the_paper(tmp_path):
    much = record(HOSTILE[0] * 6_000, "x" * 2_000)
    for ending in (".html", ".docx", ".pdf"):
        export(much, tmp_path / f"r{ending}")
    assert (tmp_path / "r.html").stat().st_size > 150_000
    told = "\n".join(page.extract_text() for page in PdfReader(tmp_path / "r.pdf").pages[-2:])
    lines = [line for line in told.splitlines() if "xxx" in line]
    assert sum(line.count("x") for line in lines) == 2_000
    assert max(len(line) for line in lines) < 150  # broken into lines, not run off at the right


def _svg(wide, high):
    return f'<svg xmlns="http://www.w3.org/2000/svg" width="{wide}pt" height="{high}pt"/>'.encode()


@pytest.mark.parametrize(
    ("size", "first", "lying"),
    [((900, 600), True, [True, False]), ((900, 600), False, [False, True]), ((400, 500), False, [False])],
)
def test_a_wide_drawing_gets_a_page_on_its_side_and_every_page_says_for_whom(size, first, lying):
    picture = Picture("The family, drawn", _svg(*size), "Two people.")
    told = Document(
        "Sheet", parts=(DocumentPart("Who", (DocumentItem("Robin"),)),), picture=picture, drawing_first=first
    )
    told = told.for_reader("the team", purpose="thinking")
    pages = PdfReader(io.BytesIO(pdf(told))).pages
    assert [page.mediabox.width > page.mediabox.height for page in pages] == lying
    assert all("For the team only" in page.extract_text() for page in pages)
    made = opened(docx(told))
    assert [one.page_width > one.page_height for one in made.sections] == lying
    assert made.inline_shapes[0].width < max(one.page_width for one in made.sections)
    assert " ".join(made.paragraphs[-1].text.split()) == told.made_out


def test_a_pdf_carries_the_letters_that_it_uses():
    fonts = {
        str(font.get_object()["/BaseFont"]): font.get_object()
        for page in PdfReader(io.BytesIO(pdf(whole()))).pages
        for font in page["/Resources"]["/Font"].values()
    }
    assert fonts
    for font in fonts.values():
        (inner,) = font["/DescendantFonts"]
        held = inner.get_object()["/FontDescriptor"]
        assert {"/FontFile2", "/FontFile3"} & set(held)


def test_a_letter_that_no_font_has_is_drawn_all_the_same():
    made = pdf(Document("ጽገ", opening="Words in a script without a font: 𐎠𐎼𐎹"))
    assert made.startswith(b"%PDF")


@pytest.mark.parametrize("form", ["md", "html", "txt"])
def test_every_form_says_who_it_is_for_at_the_top_and_at_the_end(form):
    words = render_document(whole(), form)
    assert words.index(MADE_OUT) < words.index("Chronology") < words.rindex(MADE_OUT)
    assert "Two people." in words


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("2016-05", "May 2016"),
        ("2026-09-17", "17 September 2026"),
        ("1987", "1987"),
        ("about 1987", "about 1987"),
        ("spring 2019", "spring 2019"),
    ],
)
def test_a_date_of_the_family_is_told_as_people_write_it(typed, told):
    assert date_in_words(PartialDate.read(typed)) == told
