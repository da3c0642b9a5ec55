"""Families in plain words: who belongs to them, the genogram in sentences, what was thought so far."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from time import monotonic
from typing import TYPE_CHECKING

from supervision_tui import genogram
from supervision_tui.family import Family, views
from supervision_tui.plain.documents import write_of_family
from supervision_tui.plain.narrative import tell_family
from supervision_tui.plain.steps import steps_of_family
from supervision_tui.plain.terminal_io import TerminalIO, choose
from supervision_tui.whole_files import error_in_words
from supervision_tui.workspace import Workspace

if TYPE_CHECKING:
    from supervision_tui.workspace.store import FamilyImport
from supervision_tui.workspace.editing.page_notes import PAGE_NOTES, PageNoteError, add_to_page
from supervision_tui.workspace.reports import FamilyPage, page_lines, page_of

BRING_IN = " bring in"
"""The choice that brings a family in. No family's id begins with a blank."""
_WHOLE, _DRAWN, _THOUGHT, _STEPS, _PAPER, _ADD = " whole", " drawn", " thought", " steps", " paper", " add "
"""Choices beside a family's page; no id begins with a blank."""
NARRATE = " narrate"
"""The choice to tell a family in sentences."""
AT_ONCE = 1.0
"""Seconds within which nothing is said of how far a reading is."""


def browse_families(workspace: Workspace, io: TerminalIO) -> None:
    """Choose a family and read it; or bring one in from a file, or tell one in sentences."""
    while True:
        options = [(heading.id, heading.title) for heading in workspace.families.headings()]
        options.append((BRING_IN, "Bring in a family from a file"))
        options.append((NARRATE, "Tell a family in sentences"))
        chosen = choose(io, "Which family?", options, nothing="go back")
        if chosen is None:
            return
        if chosen == BRING_IN:
            _bring_in(workspace, io)
            continue
        if chosen == NARRATE:
            tell_family(workspace, io)
            continue
        _one_family(workspace, io, chosen)


def _one_family(workspace: Workspace, io: TerminalIO, family_id: str) -> None:
    """A family's page, then whose page else, what is added, the genogram in sentences, what was thought so far."""
    person = ""
    while True:
        page = page_of(workspace, family_id, person)
        io.say("\n".join(page_lines(page)))
        actions = [(_WHOLE, "Everything behind each row, with its source"), (_DRAWN, "The genogram in sentences")]
        actions += [(f"{_ADD}{kind}", f"Add: {note.words}") for kind, note in PAGE_NOTES.items()]
        actions += [(key, f"The page of {name}") for key, name in page.people if key != page.person]
        actions.append((_THOUGHT, "What was thought so far"))
        actions += [(_STEPS, "Its open steps, and a new one"), (_PAPER, "Write a document about it, for one reader")]
        chosen = choose(io, "What next?", actions, nothing="go back")
        if chosen is None:
            return
        if chosen == _WHOLE:
            io.say("\n".join(page_lines(page, whole=True)))
        elif chosen == _DRAWN:
            read_out_family(io, workspace.families.get(family_id))
        elif chosen == _STEPS:
            steps_of_family(workspace, io, family_id)
        elif chosen == _PAPER:
            write_of_family(workspace, io, family_id)
        elif chosen == _THOUGHT:
            io.say(workspace.working_space_words(family_id) or "Nothing was written down after a session yet.")
        elif chosen.startswith(_ADD):
            _add(workspace, io, page, chosen.removeprefix(_ADD))
        else:
            person = chosen


def _add(workspace: Workspace, io: TerminalIO, page: FamilyPage, kind: str) -> None:
    """Ask for a line and keep it about the person of the page; what was understood is said back."""
    line = io.ask(f"{PAGE_NOTES[kind].words}, about {page.name}; {PAGE_NOTES[kind].example}.")
    try:
        answer = add_to_page(workspace.family_editor(page.family), kind, page.person, line or "")
    except PageNoteError as trouble:
        io.say(error_in_words(trouble))
        return
    workspace.writer.flush()
    io.say(f"Kept. {answer}")


def read_out_family(io: TerminalIO, family: Family) -> None:
    """The genogram of *family* as sentences, after what was asked and what goes well."""
    hidden, family = views.count_hidden(family), views.name_by_kinship(views.without_hidden(family))
    for words in (family.referral, family.team_question and f"The team's question: {family.team_question}"):
        if words:
            io.say(words)
    if family.strengths:
        io.say(f"What goes well: {'; '.join(strength.words for strength in family.strengths)}.")
    io.say(genogram.describe(genogram.Drawing(family, genogram.lay_out(family), genogram.Options())))
    if hidden:
        io.say(f"Kept from some people, and not told here: {hidden}.")


def _bring_in(workspace: Workspace, io: TerminalIO) -> None:
    path = io.ask(
        "The path of the family's file (YAML, JSON, GEDCOM, GenoPro, Gramps or OpenGenogram); Enter alone goes back."
    )
    if not path:
        return
    letters = ""
    while (brought := _read(workspace, io, path, letters)) is not None:
        for words in brought.words():
            io.say(words)
        if brought.already_here:
            return
        chosen = _what_now(io, brought)
        if chosen == "letters":
            question = "How are its letters written?"
            letters = choose(io, question, brought.letter_choices(), nothing="leave them") or letters
            continue
        if chosen == "keep":
            io.say(f"{workspace.families.keep_import(brought).title} is here now.")
        else:
            io.say("Nothing was kept.")
        return


def _what_now(io: TerminalIO, brought: FamilyImport) -> str | None:
    """What to do with the family that was read; everything that needs a look is said where it is asked for."""
    choices = [("keep", "Keep it")]
    choices += [("read", "Read everything that needs a look, then decide")] if brought.remarks else []
    choices += [("letters", "Choose how its letters are written, and read it anew")] if brought.letters_in_doubt else []
    chosen = choose(io, "Should it be kept?", choices, nothing="leave it")
    if chosen != "read":
        return chosen
    for words in brought.remarks:
        io.say(words)
    return choose(io, "Should it be kept?", [choice for choice in choices if choice[0] != "read"], nothing="leave it")


def _read(workspace: Workspace, io: TerminalIO, path: str, letters: str) -> FamilyImport | None:
    """The family in the file, nothing kept; a long one says how far it is, and Ctrl+C stops it."""
    progress = ReadingProgress(io)
    try:
        with _ctrl_c_stops():
            return workspace.preview_family_file(path, progress.reached, letters)
    except KeyboardInterrupt:
        io.say("Stopped. Nothing was kept.")
    except (ValueError, OSError) as trouble:
        io.say(error_in_words(trouble))
    return None


@contextmanager
def _ctrl_c_stops() -> Iterator[None]:
    """Meanwhile Ctrl+C stops what is being done, and not the program."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


class ReadingProgress:
    """How far a reading is, in words for *io*: nothing for what is done at once, then a line for each fifth."""

    def __init__(self, io: TerminalIO) -> None:
        self._io = io
        self._began = monotonic()
        self._said = 0

    def reached(self, done: int, of: int) -> None:
        """*done* of *of* are read."""
        fifths = 5 * done // max(of, 1)
        if fifths <= self._said or monotonic() - self._began < AT_ONCE:
            return
        if not self._said:
            self._io.say("Reading the file. Ctrl+C stops; nothing is kept.")
        self._said = fifths
        self._io.say(f"{20 * fifths} per cent read.")
