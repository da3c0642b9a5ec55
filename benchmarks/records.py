"""Cutting a session into records and writing them: beside the bare cost of writing the same words."""

from __future__ import annotations

import os
import sys
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path

from benchmarks.__main__ import main
from benchmarks.table import Row, median_ms
from supervision_tui.family import Family, load_family
from supervision_tui.practice import SessionTemplate, load_library
from supervision_tui.records import Record, export, render_record, review_record, split_session
from supervision_tui.records.documents.export import write
from supervision_tui.records.documents.model import of_record
from supervision_tui.records.kinds import drawing_of
from supervision_tui.resources import content_folder
from supervision_tui.session import FieldPart, Session, SessionEditor, missing_answers
from supervision_tui.session.child_choice import ALL

NOW = datetime(2026, 9, 3, 10, 0, tzinfo=UTC)
WORDS = "Robin said that the evenings are quieter since Nan came, and drew the kitchen. " * 4
MANY = 500


def held(template: SessionTemplate, family: Family) -> Session:
    """A session of *template* with words in every field."""
    editor = SessionEditor.start(
        template, session_id="s", facilitator="Amina", now=NOW, family_id=family.id, children=family.focus
    )
    while True:
        for slot in editor.slots():
            if slot.field.parts:
                editor.fill(slot, {part.id: _words(part) for part in slot.field.parts}, NOW)
            else:
                editor.write(slot, "Lee" if slot.field.kind == "seat" else WORDS, NOW, whom=ALL)
        if editor.following is None:
            return editor.session
        editor.go(editor.following.id, NOW, override=True)


def _words(part: FieldPart) -> str:
    """Words that fit *part* of a form; what is of a child is of all of them."""
    if part.id == "child":
        return ALL
    if part.bounds:
        return "7"
    if part.among:
        return str(part.among[0])
    return "" if part.choose else WORDS


def run() -> list[Row]:
    """The table of this topic."""
    family = load_family(content_folder("templates/families") / "carter-okafor.yaml")
    template = load_library().templates["T2"]
    session = held(template, family)
    records = split_session(session, template, family).records
    return [
        _cutting(session, template, family),
        _missing(session, template),
        _reading(records[0], family),
        *_writing(records[0]),
        *_documents(records[0], family),
    ]


def _cutting(session: Session, template: SessionTemplate, family: Family) -> Row:
    figure = median_ms(lambda: split_session(session, template, family))
    return Row("a session cut into its records, six children", "none", figure, 0, "ms", "under 50", figure < 50)


def _missing(session: Session, template: SessionTemplate) -> Row:
    figure = median_ms(lambda: missing_answers(session, template))
    return Row("what a session still needs", "none", figure, 0, "ms", "under 5", figure < 5)


def _reading(record: Record, family: Family) -> Row:
    figure = median_ms(lambda: review_record(record, family))
    return Row("a record read through", "none", figure, 0, "ms", "under 50", figure < 50)


def _documents(record: Record, family: Family) -> list[Row]:
    """A whole record with the genogram as PDF and DOCX, drawing included, and 500 PDFs each whole on the disk."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)

        def made(ending: str) -> None:
            write(of_record(record, drawing_of(family)), folder / f"a{ending}", force=True)

        pdf, word = median_ms(lambda: made(".pdf")), median_ms(lambda: made(".docx"))
        bare = median_ms(lambda: drawing_of(family))
        start = time.perf_counter()
        for number in range(MANY):
            export(record, folder / f"{number}.pdf")
        many = time.perf_counter() - start
    peer = "the drawing alone"
    return [
        Row("a record with its genogram as PDF, after the first", peer, pdf, bare, "ms", "under 1000", pdf < 1000),
        Row("a record with its genogram as DOCX", peer, word, bare, "ms", "under 500", word < 500),
        Row(f"{MANY} records exported as PDF", "none", many, 0, "s", "under 120", many < 120),
    ]


def _writing(record: Record) -> list[Row]:
    """500 exports, each whole on the disk; the bare cost is writing and syncing the same words."""
    words = render_record(record, "html")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        start = time.perf_counter()
        for number in range(MANY):
            export(record, folder / f"{number}.html")
        figure = time.perf_counter() - start
        start = time.perf_counter()
        for number in range(MANY):
            with (folder / f"bare{number}.html").open("w", encoding="utf-8") as file:
                file.write(words)
                file.flush()
                os.fsync(file.fileno())
        bare = time.perf_counter() - start
    page = median_ms(lambda: render_record(record, "html"))
    return [
        Row("a record as one HTML file, in memory", "none", page, 0, "ms", "under 20", page < 20),
        Row(
            f"{MANY} records exported",
            "the same words written and synced",
            figure,
            bare,
            "s",
            "under 120",
            figure < 120,
        ),
    ]


if __name__ == "__main__":
    sys.exit(main(["records"]))
