"""Records on a plain terminal: read them back, or write one to a file."""

from __future__ import annotations

from pathlib import Path

from supervision_tui.days import day_in_words
from supervision_tui.plain.terminal_io import Voice, choose, yes
from supervision_tui.records import Record
from supervision_tui.workspace.workspace import Workspace


def records(workspace: Workspace, voice: Voice) -> None:
    """Choose a record, hear it, and write it to a file if wanted."""
    while True:
        headings = workspace.records.headings()
        if not headings:
            voice.say("No record is here yet. A session leaves its records when it closes.")
            return
        options = [(heading.id, f"{heading.title}, {day_in_words(heading.saved_at)}") for heading in headings]
        chosen = choose(voice, "Which record?", options, nothing="go back")
        if chosen is None:
            return
        record = workspace.records.get(chosen)
        voice.say(record.render("txt"))
        path = voice.ask("To write it to a file, give a path that ends in .txt, .md or .html; Enter alone does not.")
        if path:
            _write(voice, record, Path(path).expanduser())


def _write(voice: Voice, record: Record, target: Path) -> None:
    from supervision_tui.records import export  # noqa: PLC0415 - loads the templates

    voice.say("The file will not be encrypted: put it only where the council allows.")
    if target.exists() and not yes(voice, "A file of that name is there already. Replace it?"):
        return
    try:
        export(record, target, force=target.exists())
    except (ValueError, OSError) as trouble:
        voice.say(f"The record was not written: {trouble}")
    else:
        voice.say(f"Written to {target}.")
