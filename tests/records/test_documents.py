"""Documents show people's words to the letter, whatever they wrote, and a file is whole or not there."""

import stat
from datetime import date
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from supervision_tui.practice.destinations import Destination
from supervision_tui.records import FileThere, Paragraph, Record, Section, UnknownFormat, export
from supervision_tui.text import SafeText

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
    return Record(
        id="s.cf.robin",
        destination=Destination.CHILD_FILE,
        subject="robin",
        title="For Robin's file",
        session_id="s",
        family_ref="V2",
        day=date(2026, 9, 3),
        author="Amina",
        opening="Group supervision.",
        sections=(Section(heading="What Robin said or showed", paragraphs=tuple(Paragraph(text=w) for w in words)),),
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


@pytest.mark.parametrize("words", HOSTILE)
def test_html_shows_every_word_and_runs_none(words):
    page = Words(record(words).render("html"))
    assert words in page.words
    assert not {"script", "img", "a", "b", "link", "iframe"} & {tag for tag, _ in page.elements}


@pytest.mark.parametrize("words", HOSTILE)
def test_markdown_shows_every_word_to_the_letter(words):
    page = Words(MarkdownIt("commonmark").render(record(words).render("md")))
    assert "".join(words.split()) in "".join(page.words.split())
    assert [tag for tag, _ in page.elements].count("ul") == 1
    assert not {"img", "a", "code", "ol", "script"} & {tag for tag, _ in page.elements}


@given(st.text(st.characters(categories=["L", "N", "P", "S", "Zs"]), min_size=1, max_size=60))
@settings(max_examples=150, derandomize=True, deadline=None)
def test_any_words_come_through_markdown(words):
    safe = SafeText(words).strip()
    page = Words(MarkdownIt("commonmark").render(record(safe).render("md")))
    assert "".join(safe.split()) in "".join(page.words.split())


def test_html_can_be_read_by_a_screen_reader_and_calls_nobody():
    page = Words(record("words").render("html"))
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
    with pytest.raises(FileThere, match="left as it is"):
        export(record("words"), target)
    assert target.read_text() == "mine"
    export(record("words"), target, force=True)
    assert "words" in target.read_text()


def test_an_unknown_ending_and_a_missing_folder_are_sentences_and_leave_nothing(tmp_path):
    with pytest.raises(UnknownFormat, match=r"\.md, \.html or \.txt"):
        export(record("words"), tmp_path / "a.exe")
    with pytest.raises(OSError, match="No such file"):
        export(record("words"), tmp_path / "none" / "a.md")
    assert list(tmp_path.iterdir()) == []
