"""Families in plain words: who belongs to them, the genogram in sentences, what was thought so far."""

from __future__ import annotations

from supervision_tui import genogram
from supervision_tui.family import Family, views
from supervision_tui.plain.narrative import tell_family
from supervision_tui.plain.terminal_io import TerminalIO, choose
from supervision_tui.workspace import Workspace

BRING_IN = " bring in"
"""The choice that brings a family in. No family's id begins with a blank."""
NARRATE = " narrate"
"""The choice to tell a family in sentences."""


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
        read_out_family(io, workspace.families.get(chosen))
        space = workspace.working_space_words(chosen)
        if space:
            io.say("Thought so far:")
            io.say(space)


def read_out_family(io: TerminalIO, family: Family) -> None:
    """The genogram of *family* as sentences, after what was asked and what goes well."""
    kept, family = views.count_hidden(family), views.without_hidden(family)
    for words in (family.referral, family.team_question and f"The team's question: {family.team_question}"):
        if words:
            io.say(words)
    if family.strengths:
        io.say(f"What goes well: {'; '.join(strength.words for strength in family.strengths)}.")
    io.say(genogram.describe(genogram.Drawing(family, genogram.lay_out(family), genogram.Options())))
    if kept:
        io.say(f"Kept from some people, and not told here: {kept}.")


def _bring_in(workspace: Workspace, io: TerminalIO) -> None:
    path = io.ask(
        "The path of the family's file (YAML, JSON, GEDCOM, GenoPro, Gramps or OpenGenogram); Enter alone goes back."
    )
    if not path:
        return
    try:
        brought = workspace.preview_family_file(path)
    except (ValueError, OSError) as trouble:
        io.say(str(trouble))
        return
    for words in brought.words():
        io.say(words)
    if brought.already_here:
        return
    choices = [("keep", "Keep it"), ("read", "Read everything that needs a look, then decide")]
    chosen = choose(io, "Should it be kept?", choices[: 1 + bool(brought.remarks)], nothing="leave it")
    if chosen == "read":
        for words in brought.remarks:
            io.say(words)
        chosen = choose(io, "Should it be kept?", choices[:1], nothing="leave it")
    if chosen == "keep":
        io.say(f"{workspace.families.keep_import(brought).title} is here now.")
    else:
        io.say("Nothing was kept.")
