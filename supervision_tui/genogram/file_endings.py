"""The endings of file names that a drawing can have: the one table that the studio, the command line and docs read."""

from __future__ import annotations

from collections.abc import Mapping

FILE_ENDINGS: Mapping[str, str] = {
    ".svg": "a picture for a web page or for Inkscape",
    ".png": "a picture for a document",
    ".pdf": "a page to print",
    ".dot": "the source for Graphviz",
    ".txt": "characters, for any editor",
}
"""Each ending, and what such a file is."""


def listed_endings() -> str:
    """All endings as words: ``.svg, .png, .pdf, .dot or .txt``."""
    *first, last = FILE_ENDINGS
    return f"{', '.join(first)} or {last}"
