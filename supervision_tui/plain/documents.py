"""Documents on a plain terminal: what is written of a family for one reader, and pages for the team's own table."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from supervision_tui.plain.terminal_io import TerminalIO, choose, confirm
from supervision_tui.records.documents import Document, render_document, write
from supervision_tui.session import first_name
from supervision_tui.workspace import Workspace, disclosure

if TYPE_CHECKING:
    from supervision_tui.workspace.disclosure import Kind, PreparedDocument

FILES = ".txt, .md, .html, .docx or .pdf"


def write_of_family(workspace: Workspace, io: TerminalIO, family_id: str) -> None:
    """Ask which paper about the family, for whom and why; read out what to look at; write it and note that it left."""
    family = workspace.families.get(family_id)
    wanted: list[tuple[str, str]] = [(f"transfer {family_id}", "A hand-over for whoever goes on with this family")]
    wanted += [
        (f"chronology {family_id}/{child.id}", f"What happened to {first_name(family, child.id)}")
        for child in family.focus_children()
    ]
    wanted.append((f"genogram {family_id}", "The genogram, with who is in it"))
    chosen = choose(io, "Which document?", wanted, nothing="go back")
    if chosen is None:
        return
    kind, _, about = chosen.partition(" ")
    recipient = io.ask("For whom is it? One person, or one place.")
    purpose = io.ask("Why do they need it?") if recipient else ""
    if not recipient or not purpose:
        io.say("Nothing was written: a document is for one reader and one purpose.")
        return
    path = io.ask(f"Where? A path that ends in {FILES}. The file will not be encrypted.")
    if not path:
        io.say("Nothing was written.")
        return
    target = Path(path).expanduser()
    if target.exists() and not confirm(io, "A file of that name is there already. Replace it?"):
        return
    try:
        ready = disclosure.prepare_document(workspace, _kind(kind), about, recipient=recipient, purpose=purpose)
        if not looked_at(io, ready):
            io.say("Nothing was written.")
            return
        disclosure.issue_document(workspace, ready, target, force=target.exists())
    except (ValueError, OSError) as trouble:
        io.say(f"The document was not written: {trouble}")
    else:
        io.say(f"Written to {target}, for {recipient}.")


def _kind(word: str) -> Kind:
    kinds: dict[str, Kind] = {"transfer": "transfer", "chronology": "chronology", "genogram": "genogram"}
    return kinds[word]


def looked_at(io: TerminalIO, ready: PreparedDocument) -> bool:
    """Whether it may be written: what to look at is read out first."""
    for words in (*ready.notes, *(f"Perhaps: {words}" for words in ready.possible)):
        io.say(words)
    if not ready.warnings:
        return True
    io.say("Please look at this before it leaves:")
    for words in ready.warnings:
        io.say(f"! {words}")
    return confirm(io, "I have looked at these. Should it be written?")


def say_sheet(io: TerminalIO, sheet: Document) -> None:
    """Read out a page for the team's own table, and write it to a file if wanted."""
    io.say(render_document(sheet, "txt"))
    path = io.ask(f"To write it to a file, give a path that ends in {FILES}; Enter alone does not.")
    if not path:
        return
    target = Path(path).expanduser()
    force = target.exists()
    if force and not confirm(io, "A file of that name is there already. Replace it?"):
        return
    try:
        write(sheet, target, force=force)
    except (ValueError, OSError) as trouble:
        io.say(f"It was not written: {trouble}")
    else:
        io.say(f"Written to {target}. It is not encrypted: it goes after the meeting.")
