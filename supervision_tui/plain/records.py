"""Records on a plain terminal: read one out, write it to a file, or write a letter to the child."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from supervision_tui.days import day_in_words
from supervision_tui.plain.documents import looked_at
from supervision_tui.plain.terminal_io import TerminalIO, choose, confirm
from supervision_tui.practice import Destination
from supervision_tui.records import Record, render_record
from supervision_tui.workspace import Workspace, disclosure

if TYPE_CHECKING:
    from supervision_tui.records.kinds import LetterDraft
    from supervision_tui.workspace.disclosure import Kind


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
            _write(workspace, io, record, Path(path).expanduser())


def _write(workspace: Workspace, io: TerminalIO, record: Record, target: Path) -> None:
    """Ask what, for whom and why, read out what to look at, then write it and note that it left."""
    kind: Kind = "record"
    if record.destination is Destination.CHILD_FILE:
        wanted = [("record", "This record as it stands"), ("letter", "A letter to the child, from this record")]
        kind = (
            "letter"
            if choose(io, "What should be written?", wanted, nothing="write the record") == "letter"
            else "record"
        )
    recipient = io.ask("For whom is it? One person, or one place.")
    purpose = io.ask("Why do they need it?") if recipient else ""
    if not recipient or not purpose:
        io.say("Nothing was written: a document is for one reader and one purpose.")
        return
    io.say("The file will not be encrypted: put it only where the council allows.")
    if target.exists() and not confirm(io, "A file of that name is there already. Replace it?"):
        return
    try:
        draft = _letter(workspace, io, record) if kind == "letter" else None
        if kind == "letter" and draft is None:
            io.say("Nothing was written.")
            return
        ready = disclosure.prepare_document(
            workspace, kind, record.id, recipient=recipient, purpose=purpose, draft=draft
        )
        if not looked_at(io, ready):
            io.say("Nothing was written.")
            return
        disclosure.issue_document(workspace, ready, target, force=target.exists())
    except (ValueError, OSError) as trouble:
        io.say(f"The record was not written: {trouble}")
    else:
        io.say(f"Written to {target}.")


def _letter(workspace: Workspace, io: TerminalIO, record: Record) -> LetterDraft | None:
    """The letter, read out; each paragraph can be changed, and what is left out can be brought in."""
    draft, safety = disclosure.draft_letter(workspace, record.id), disclosure.letter_safety(workspace, record.id)
    if safety is not None and safety.warning:
        io.say(safety.warning)
    for line in draft.left_out:
        io.say(f"Left out: {line.words} ({line.why}).")
        words = io.ask(f"To bring it in, say it in words to {draft.name}; Enter alone leaves it out.")
        if words:
            draft = draft.with_line(line.number, words)
    while True:
        blocks = [block for block in draft.text.strip().split("\n\n") if block]
        for number, block in enumerate(blocks, 1):
            io.say(f"{number}. {block}")
        answer = io.ask("The number of a paragraph to change; Enter alone goes on; 0 writes nothing.").strip()
        if not answer:
            return draft
        if answer == "0":
            return None
        if not answer.isdigit() or int(answer) > len(blocks):
            io.say(f"There are {len(blocks)} paragraphs.")
            continue
        words = io.ask("The new words; Enter alone takes the paragraph out.")
        at = int(answer) - 1
        changed = [*blocks[:at], *([words] if words else []), *blocks[at + 1 :]]
        draft = draft.with_text("\n\n".join(changed) + "\n")
