"""A drawing for somebody: who reads it, what is left out and why, and only then the file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from supervision_tui import genogram
from supervision_tui.family.views import FOR_WHOM, READERS, ReaderKind, RedactedFamily, redact
from supervision_tui.genogram import FILE_ENDINGS, PAGES, listed_endings
from supervision_tui.tui.dialogs.dialogs import AskScreen, ChooseScreen, NoticeScreen
from supervision_tui.whole_files import error_in_words, keep

if TYPE_CHECKING:
    from supervision_tui.genogram import Drawing, Pages, View
    from supervision_tui.tui.base import Program
    from supervision_tui.workspace.editing import FamilyEditor

FORMATS = f"{listed_endings()} (the drawing in letters, then in words)"

PAPER = {
    "a4": "Lay it over A4 pages (PDF) that join, with a key map",
    "a3": "Lay it over A3 pages (PDF) that join, with a key map",
    "wall": "One sheet for the wall (PDF), as large as it takes",
}
"""The ways on paper, as somebody chooses them."""


class DrawingSource(Protocol):
    """A screen with a drawing that can be written to a file."""

    app: Program
    editor: FamilyEditor

    @property
    def view(self) -> View:
        """What is shown."""


def export_drawing(screen: DrawingSource) -> None:
    """Ask who reads the drawing, show what is left out for them, then ask for the file."""
    readers: list[tuple[str, str]] = [(kind, f"{reader.title}: {reader.why}") for kind, reader in READERS.items()]
    readers.append(("working", "the team: everything that is on the drawing"))

    def reader_chosen(choice: str | None) -> None:
        everybody: tuple[ReaderKind, ...] = (*READERS, "working")
        reader = next((kind for kind in everybody if kind == choice), None)
        if reader is not None:
            _show_what_is_left_out(screen, redact(screen.editor.family, reader))

    screen.app.push_screen(ChooseScreen("Who will read the drawing?", readers), reader_chosen)


def _show_what_is_left_out(screen: DrawingSource, copy: RedactedFamily) -> None:
    """Say what is left out, before anything is written."""
    left_out = "\n".join(f"- {item.words}" for item in copy.withheld) or "Nothing is left out."
    if screen.editor.family.safe_record:
        left_out = (
            f"Safe record: somebody in this family could be harmed by this drawing. Who could see it?\n\n{left_out}"
        )
    choices = [("write", "Write it to a file"), *PAPER.items(), ("back", "Not now")]

    def decided(choice: str | None) -> None:
        if choice in {"write", *PAPER}:
            _ask_for_path(screen, copy, next((pages for pages in PAGES if pages == choice), None))

    screen.app.push_screen(ChooseScreen("What is left out", choices, left_out), decided)


def _ask_for_path(screen: DrawingSource, copy: RedactedFamily, pages: Pages | None) -> None:
    forms = "A PDF, whose name ends in .pdf." if pages else FORMATS
    start = str(Path.home() / f"genogram-{copy.reader}.pdf")
    question = (
        f"Where should the drawing be written?  {forms}\n"
        "The file will not be encrypted: put it only where the council allows."
    )

    def path_given(path: str | None) -> None:
        if path:
            _write(screen, copy, Path(path).expanduser(), pages)

    screen.app.push_screen(AskScreen(question, start=start), path_given)


def _write(screen: DrawingSource, copy: RedactedFamily, path: Path, pages: Pages | None) -> None:
    if pages and path.suffix.lower() != ".pdf":
        words = "Only a PDF has pages. Please give it a name that ends in .pdf."
        screen.app.push_screen(NoticeScreen("It was not written", words))
        return
    if path.suffix.lower() not in FILE_ENDINGS:
        screen.app.push_screen(NoticeScreen("It was not written", f"A drawing can be written as {FORMATS}."))
        return
    before = screen.editor.placed
    if before is not None:  # under the ids that people have in the copy
        places = (place.model_copy(update={"id": copy.ids.get(place.id, place.id)}) for place in before.persons)
        before = before.model_copy(update={"persons": tuple(places), "passing": {}})
    drawing = genogram.Drawing(
        copy.family,
        genogram.lay_out(copy.family, previous=before),
        genogram.Options(view=screen.view, author=screen.app.workspace.me, reader=FOR_WHOM[copy.reader]),
    )
    notes: list[str] = []

    def content() -> bytes:
        if pages is None:
            return _content(drawing, path.suffix.lower())
        paged = genogram.render_pages(drawing, pages)
        notes.append(paged.words)
        return paged.content

    try:
        keep(content, path)
    except (OSError, ValueError) as trouble:
        screen.app.push_screen(NoticeScreen("It was not written", error_in_words(trouble)))
    else:
        notes.append(genogram.letters_note(drawing, path.suffix.lower()))
        screen.app.notify("\n".join([f"Written to {path}", *filter(None, notes)]), markup=False)


def _content(drawing: Drawing, kind: str) -> bytes:
    """The content of the file; a text holds the drawing in letters and, below it, the same in words."""
    return genogram.render_file(drawing, kind) + (f"\n{genogram.describe(drawing)}".encode() if kind == ".txt" else b"")
