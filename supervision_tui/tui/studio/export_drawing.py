"""A drawing for somebody: who reads it, what is left out and why, and only then the file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from supervision_tui.family.views.redaction import READERS, Copy, ReaderKind, copy_for
from supervision_tui.genogram.file_endings import FILE_ENDINGS, listed_endings
from supervision_tui.tui.screens.dialogs.dialogs import AskScreen, ChooseScreen, TellScreen
from supervision_tui.whole_files import keep

if TYPE_CHECKING:
    from supervision_tui.genogram import Drawing, View
    from supervision_tui.tui.app import SupervisionApp
    from supervision_tui.workspace.editing.family_editor import Board

FORMATS = f"{listed_endings()} (the drawing in letters, then in words)"


class Giver(Protocol):
    """A screen with a drawing that can be given to somebody."""

    app: SupervisionApp
    board: Board

    @property
    def view(self) -> View:
        """What is shown."""


def give(screen: Giver) -> None:
    """Ask who reads the drawing."""
    readers: list[tuple[str, str]] = [(kind, f"{reader.title}: {reader.why}") for kind, reader in READERS.items()]
    readers.append(("working", "the team: everything that is on the drawing"))

    def chosen(found: str | None) -> None:
        everybody: tuple[ReaderKind, ...] = (*READERS, "working")
        kind = next((one for one in everybody if one == found), None)
        if kind is not None:
            _show(screen, copy_for(screen.board.family, kind))

    screen.app.push_screen(ChooseScreen("Who will read the drawing?", readers), chosen)


def _show(screen: Giver, copy: Copy) -> None:
    """Say what is left out, before anything is written."""
    told = "\n".join(f"- {one.words}" for one in copy.withheld) or "Nothing is left out."
    choices = [("write", "Write it to a file"), ("back", "Not now")]

    def decided(found: str | None) -> None:
        if found == "write":
            _ask_where(screen, copy)

    screen.app.push_screen(ChooseScreen("What is left out", choices, told), decided)


def _ask_where(screen: Giver, copy: Copy) -> None:
    start = str(Path.home() / f"genogram-{copy.reader}.pdf")
    question = (
        f"Where should the drawing be written?  {FORMATS}\n"
        "The file will not be encrypted: put it only where the council allows."
    )

    def named(path: str | None) -> None:
        if path:
            _write(screen, copy, Path(path).expanduser())

    screen.app.push_screen(AskScreen(question, start=start), named)


def _write(screen: Giver, copy: Copy, path: Path) -> None:
    from supervision_tui.genogram import Drawing, Options, lay_out  # noqa: PLC0415 - loads the layout

    if path.suffix.lower() not in FILE_ENDINGS:
        screen.app.push_screen(TellScreen("It was not written", f"A drawing can be written as {FORMATS}."))
        return
    drawing = Drawing(copy.family, lay_out(copy.family), Options(view=screen.view))
    try:
        keep(lambda: _content(drawing, path.suffix.lower()), path)
    except (OSError, ValueError) as trouble:
        screen.app.push_screen(TellScreen("It was not written", str(trouble)))
    else:
        screen.app.notify(f"Written to {path}", markup=False)


def _content(drawing: Drawing, kind: str) -> bytes:
    """The content of the file; a text holds the drawing in letters and, below it, the same in words."""
    from supervision_tui.genogram import describe, render_file  # noqa: PLC0415 - loads the painters

    return render_file(drawing, kind) + (f"\n{describe(drawing)}".encode() if kind == ".txt" else b"")
