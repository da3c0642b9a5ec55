"""Records on a plain terminal: read one out, or write it to a file."""

from __future__ import annotations

from pathlib import Path

from supervision_tui import records
from supervision_tui.days import day_in_words
from supervision_tui.plain.terminal_io import TerminalIO, choose, confirm
from supervision_tui.records import Record, render_record
from supervision_tui.workspace import Workspace


def browse_records(workspace: Workspace, io: TerminalIO) -> None:
    """Choose a record, hear it, and write it to a file if wanted."""
    while True:
        headings = workspace.records.headings()
        if not headings:
            io.say("No record is here yet. A session leaves its records when it closes.")
            return
        options = [(heading.id, f"{heading.title}, {day_in_words(heading.saved_at)}") for heading in headings]
        chosen = choose(io, "Which record?", options, nothing="go back")
        if chosen is None:
            return
        record = workspace.records.get(chosen)
        io.say(render_record(record, "txt"))
        path = io.ask("To write it to a file, give a path that ends in .txt, .md or .html; Enter alone does not.")
        if path:
            _write(io, record, Path(path).expanduser())


def _write(io: TerminalIO, record: Record, target: Path) -> None:
    io.say("The file will not be encrypted: put it only where the council allows.")
    if target.exists() and not confirm(io, "A file of that name is there already. Replace it?"):
        return
    try:
        records.export(record, target, force=target.exists())
    except (ValueError, OSError) as trouble:
        io.say(f"The record was not written: {trouble}")
    else:
        io.say(f"Written to {target}.")
