"""People's words in Markdown are shown to the letter by both renderers; Word takes the font that is named."""

import html
import io
import re

import docx
import markdown
import pytest
from docx.oxml.ns import qn
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from supervision_tui.records import Paragraph, Record, Section
from supervision_tui.records.documents import of_record, render_document
from supervision_tui.records.documents.docx import FONT
from supervision_tui.records.documents.docx import docx as made_docx
from supervision_tui.records.documents.text import markdown_words
from tests.every_row import every_row
from tests.whole import examples

RENDERERS = {"CommonMark": MarkdownIt("commonmark").render, "Python-Markdown": markdown.markdown}


def shown(page):
    """The words that a browser shows of a page made of Markdown."""
    lines = re.sub(r"</p>\s*<p>", "\n\n", re.sub(r"<br ?/?>\n?", "\n", page))
    return html.unescape(re.sub(r"<[^>]*>", "", lines)).replace("\N{NO-BREAK SPACE}", " ").strip()


@pytest.mark.parametrize("renderer", RENDERERS)
@examples(300)
@given(st.text(alphabet="ab1.)-+*_#`~|<>&;copy!=[](){}\\ \n:/\"'", max_size=30))
def test_words_are_shown_to_the_letter(renderer, words):
    lines = re.sub(r"\n{2,}", "\n\n", "\n".join(line.rstrip() for line in words.split("\n"))).strip()
    told = shown(RENDERERS[renderer](markdown_words(lines)))
    assert [line.rstrip() for line in told.split("\n")] == lines.split("\n")


@every_row("renderer", RENDERERS)
@every_row(
    "words",
    ["    four blanks are no code", "&copy; is no sign", "~ about | or <", "Title\n===", "1) first\n- next", "![x](y)"],
)
def test_what_people_typed_is_no_code_sign_heading_or_list(renderer, words):
    told = shown(RENDERERS[renderer](f"- {markdown_words(words)}")).replace("\n\n", "\n")
    assert told.split("\n") == words.strip().split("\n")


def test_headings_and_words_have_the_font_that_is_named_and_no_theme_takes_its_place():
    record = Record.model_validate(
        {"id": "r", "destination": "child_file", "subject": "robin", "title": "For Robin's file", "session_id": "s",
         "family_ref": "V2", "day": "2026-09-03", "author": "Amina", "opening": "We met.",
         "sections": (Section(heading="Voice", paragraphs=(Paragraph(text="I keep the light on.", field="voice"),)),)}
    )  # fmt: skip
    word = docx.Document(io.BytesIO(made_docx(of_record(record))))
    fonts = [dict(element.attrib) for element in word.styles.element.iter(qn("w:rFonts"))]
    assert fonts
    assert [name for each in fonts for name in each if "heme" in name] == []
    assert {each[qn("w:ascii")] for each in fonts} == {FONT}
    assert "I keep the light on." in render_document(of_record(record), "md")
