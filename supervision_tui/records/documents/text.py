"""A record as words on a page: templates (``templates/documents/``) say the shape, people's words are escaped."""

from __future__ import annotations

import base64
import re
from functools import cache
from typing import TYPE_CHECKING

from supervision_tui.lazy_pattern import lazy_pattern
from supervision_tui.records.documents.model import of_record
from supervision_tui.resources import content_folder

if TYPE_CHECKING:
    from jinja2 import Environment

    from supervision_tui.records.documents.model import Document
    from supervision_tui.records.model import Format, Record

_MARKDOWN = lazy_pattern(r"([\\`*_{}\[\]#!])|([<>|~=]|&(?=#?\w+;))|^([ ]+)|^([-+]|\d+[.)])", re.MULTILINE)
"""What Markdown reads as more than letters: what a backslash escapes, what an entity does, what begins a line."""
_ENTITIES = {"<": "&lt;", ">": "&gt;", "&": "&amp;"}


def markdown_words(words: str) -> str:
    """*words* so that Markdown shows them to the letter, line by line: in CommonMark's way and in Python-Markdown's.

    Both know backslashes before some signs, and entities for the others; blanks that begin a line would make code.
    """
    escaped = _MARKDOWN.sub(_escaped, words)
    return escaped.replace("\n", "  \n")


def _escaped(match: re.Match[str]) -> str:
    sign, other, blanks, start = match.groups()
    if sign:
        return f"\\{sign}"
    if other:
        return _ENTITIES.get(other, f"&#{ord(other)};")
    return "&nbsp;" * len(blanks) if blanks else f"{start[:-1]}\\{start[-1]}"


@cache
def _environment(form: str) -> Environment:
    from jinja2 import Environment, FileSystemLoader, StrictUndefined  # noqa: PLC0415 - 80 ms, only when a record is written

    environment = Environment(
        loader=FileSystemLoader(content_folder("templates/documents")),
        autoescape=form == "html",  # noqa: S701 - Markdown has its own filter, and plain text nothing to escape
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters["markdown"] = markdown_words
    environment.filters["base64"] = lambda content: base64.b64encode(content).decode("ascii")
    return environment


def render_record(record: Record, form: Format) -> str:
    """*record* in the form ``md``, ``html`` or ``txt``."""
    return render_document(of_record(record), form)


def render_document(document: Document, form: Format) -> str:
    """*document* in the form ``md``, ``html`` or ``txt``."""
    return render_page("document", form, document=document)


def render_page(name: str, form: str, **words: object) -> str:
    """The template ``<name>.<form>.j2`` of the documents, filled with *words*; for pages that are no record."""
    return _environment(form).get_template(f"{name}.{form}.j2").render(**words)
