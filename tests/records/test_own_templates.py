"""An organisation's own templates: they win, they are escaped, they reach nothing, and a wrong one names its line."""

import io
import tracemalloc

import pytest
from docx import Document as Word

from supervision_tui.records.documents.custom_templates import DocumentTemplateError
from supervision_tui.records.documents.export import write
from supervision_tui.records.documents.model import Document, DocumentItem, DocumentPart

MOST_TAKEN = 50_000_000
"""Bytes: a tenth of what each greedy template asks for."""
HOSTILE = 'A <b> & Zoë {{ 7*7 }} "x"'


def told():
    part = DocumentPart("Voice", (DocumentItem(HOSTILE),))
    return Document("For Robin", parts=(part,), author="Amina").for_reader("Ms Ahmed", purpose="a review")


def filled(tmp_path, name, source, ending):
    (tmp_path / name).write_text(source, encoding="utf-8")
    target = tmp_path / f"out{ending}"
    write(told(), target, own=[tmp_path])
    return target.read_text(encoding="utf-8")


def test_an_own_template_wins_and_the_others_stay(tmp_path):
    source = "OUR COUNCIL {{ document.made_out }}\n{% for p in document.parts %}{{ p['items'][0].words }}{% endfor %}"
    assert filled(tmp_path, "document.txt.j2", source, ".txt") == (
        f"OUR COUNCIL For Ms Ahmed only. Purpose: a review.\n{HOSTILE}"
    )
    write(told(), tmp_path / "out.md", own=[tmp_path])
    assert "OUR COUNCIL" not in (tmp_path / "out.md").read_text(encoding="utf-8")


def test_words_are_escaped_in_an_own_page(tmp_path):
    made = filled(tmp_path, "document.html.j2", "<p>{{ document.parts[0]['items'][0].words }}</p>", ".html")
    assert made == "<p>A &lt;b&gt; &amp; Zoë {{ 7*7 }} &#34;x&#34;</p>"


@pytest.mark.parametrize(
    "source",
    [
        "{{ ''.__class__.__mro__ }}",
        "{{ document.__init__.__globals__ }}",
        "{% include '/etc/passwd' %}",
        "{% import 'os' as os %}",
        "{{ document.update({'title': 'x'}) }}",
        "{{ cycler.__init__.__globals__.os }}",
        "{% for i in range(10000000) %}x{% endfor %}",
        "{{ 'x' * 999999999 }}",
        "{{ 9 ** 99999999 }}",
    ],
)
def test_no_template_reaches_outside_its_sandbox(tmp_path, source):
    with pytest.raises(DocumentTemplateError, match="Nothing was written"):
        filled(tmp_path, "document.txt.j2", source, ".txt")
    assert not (tmp_path / "out.txt").exists()


@pytest.mark.parametrize(
    ("source", "line"), [("one\n{% if %}", 2), ("one\ntwo\n{{ document.nothing }}", 3), ("{{ 1 / 0 }}", 1)]
)
def test_a_wrong_template_is_told_with_its_file_and_line(tmp_path, source, line):
    with pytest.raises(DocumentTemplateError, match=rf"document\.txt\.j2, line {line}: "):
        filled(tmp_path, "document.txt.j2", source, ".txt")


def test_a_word_that_no_document_has_is_named(tmp_path):
    with pytest.raises(DocumentTemplateError, match="a document has no 'titel'"):
        filled(tmp_path, "document.md.j2", "{{ document.titel }}", ".md")


def test_an_own_word_template_keeps_every_word_and_runs_nothing(tmp_path):
    word = Word()
    word.add_paragraph("OUR COUNCIL {{ document.title }}")
    word.add_paragraph("{{ document.parts[0]['items'][0].words }}")
    word.save(tmp_path / "document.docx")
    write(told(), tmp_path / "out.docx", own=[tmp_path])
    made = Word(io.BytesIO((tmp_path / "out.docx").read_bytes()))
    assert [one.text for one in made.paragraphs] == ["OUR COUNCIL For Robin", HOSTILE]
    word.add_paragraph("{{ ''.__class__.__mro__[1].__subclasses__() }}")
    word.save(tmp_path / "document.docx")
    with pytest.raises(DocumentTemplateError, match="Nothing was written"):
        write(told(), tmp_path / "two.docx", own=[tmp_path])
    (tmp_path / "document.docx").write_text("no word document")
    with pytest.raises(DocumentTemplateError, match="cannot be opened"):
        write(told(), tmp_path / "two.docx", own=[tmp_path])
    assert not (tmp_path / "two.docx").exists()


@pytest.mark.parametrize(
    "greedy",
    [
        "{{ 'x'.ljust(500000000) }}",
        "{{ 'x'.rjust(500000000) }}",
        "{{ 'x'.center(500000000) }}",
        "{{ 'x'.zfill(500000000) }}",
        "{{ 'x'|center(500000000) }}",
        "{{ 'x'|indent(500000000) }}",
        "{{ '%500000000d' % 1 }}",
        "{{ '%500000000d'|format(1) }}",
        "{% for row in [1]|batch(500000000, 0) %}{{ row|length }}{% endfor %}",
        "{% for a in range(99999) %}{% for b in range(99999) %}x{% endfor %}{% endfor %}",
        "{% macro again() %}{{ again() }}{% endmacro %}{{ again() }}",
        "{{ '{:>500000000}'.format(1) }}",
        "{{ lipsum(n=100000000) }}",
        *(
            "{% set ns = namespace(s='xxxxxxxx') %}{% for n in range(60) %}{% set ns.s = " + grown + " %}{% endfor %}"
            for grown in (
                "ns.s + ns.s",
                "ns.s ~ ns.s",
                "ns.s.replace('x', ns.s)",
                "ns.s.join(ns.s)",
                "ns.s|replace('x', ns.s)",
                "[ns.s, ns.s]|join(ns.s)",
                "ns.s|indent(ns.s, first=true) ~ '\\n' ~ ns.s",
            )
        ),
        "{% set ns = namespace(l=[1]) %}{% for n in range(60) %}{% set ns.l = ns.l + ns.l %}{% endfor %}",
        "{% set ns = namespace(n=9) %}{% for n in range(60) %}{% set ns.n = ns.n * ns.n %}{% endfor %}",
        (
            "{% macro twice(s) %}{{ s }}{{ s }}{% endmacro %}{% set ns = namespace(s='xxxxxxxx') %}"
            "{% for n in range(60) %}{% set ns.s = twice(ns.s) %}{% endfor %}"
        ),
        (
            "{% set ns = namespace(s='xxxxxxxx') %}{% for n in range(60) %}{% set both %}{{ ns.s }}{{ ns.s }}"
            "{% endset %}{% set ns.s = both %}{% endfor %}"
        ),
        (
            "{% set own = [1, 2, 3, 4, 5, 6, 7, 8, 9, 0] %}"
            + "{% for n in own %}" * 9
            + "{% set m = n %}"
            + "{% endfor %}" * 9
        ),
        "{% for n in range(90000) %}" + "words " * 1000 + "{% endfor %}",
    ],
)
def test_a_template_can_take_neither_the_memory_nor_the_time(tmp_path, greedy):
    (tmp_path / "document.txt.j2").write_text(greedy, encoding="utf-8")
    tracemalloc.start()
    try:
        with pytest.raises(DocumentTemplateError, match=r"document\.txt\.j2.*Nothing was written"):
            write(Document(title="For Robin's file"), tmp_path / "out.txt", own=[tmp_path])
        assert tracemalloc.get_traced_memory()[1] < MOST_TAKEN
    finally:
        tracemalloc.stop()
    assert not (tmp_path / "out.txt").exists()


def test_ordinary_widths_numbers_and_loops_still_do(tmp_path):
    words = (
        "{{ 'ab'.ljust(5) }}|{{ 'ab'|center(6) }}|{{ 7 % 4 }}|{% for n in range(3) %}{{ n }}{% endfor %}"
        "|{{ 'a' ~ 1 ~ 'b' }}|{{ 'a' + 'b' }}|{{ [1] + [2] }}|{{ 2 * 3 + 1 }}|{{ 'a-b'.replace('-', '+') }}"
        "|{{ ['a', 'b']|join(', ') }}|{{ 'a b'|replace(' ', '_') }}|{% set kept %}{{ 'x' }}y{% endset %}{{ kept }}"
        "|{% macro of(s) %}<{{ s }}>{% endmacro %}{{ of('z') }}|{{ 'a\\nb'|indent(2) }}"
    )
    (tmp_path / "document.txt.j2").write_text(words, encoding="utf-8")
    write(Document(title="For Robin's file"), tmp_path / "out.txt", own=[tmp_path])
    assert (tmp_path / "out.txt").read_text(encoding="utf-8") == (
        "ab   |  ab  |3|012|a1b|ab|[1, 2]|7|a+b|a, b|a_b|xy|<z>|a\n  b"
    )
