"""Families in plain words: who belongs, how the genogram reads, what was thought so far."""

from __future__ import annotations

from supervision_tui.family import Family
from supervision_tui.plain.terminal_io import Voice, choose
from supervision_tui.workspace.workspace import Workspace

BRING_IN = " bring in"
"""No family's id begins with a blank."""


def families(workspace: Workspace, voice: Voice) -> None:
    """Choose a family and read it; or bring one in from a file."""
    while True:
        options = [(heading.id, heading.title) for heading in workspace.families.headings()]
        options.append((BRING_IN, "Bring in a family from a file"))
        chosen = choose(voice, "Which family?", options, nothing="go back")
        if chosen is None:
            return
        if chosen == BRING_IN:
            _bring_in(workspace, voice)
            continue
        read_family(voice, workspace.families.get(chosen))
        space = workspace.working_space_words(chosen)
        if space:
            voice.say("Thought so far:")
            voice.say(space)


def read_family(voice: Voice, family: Family) -> None:
    """The genogram of *family* as sentences, after what was asked and what goes well."""
    from supervision_tui.genogram import Drawing, Options, describe, lay_out  # noqa: PLC0415 - loads the layout

    for words in (family.referral, family.team_question and f"The team's question: {family.team_question}"):
        if words:
            voice.say(words)
    if family.strengths:
        voice.say(f"What goes well: {'; '.join(one.words for one in family.strengths)}.")
    voice.say(describe(Drawing(family, lay_out(family), Options())))


def _bring_in(workspace: Workspace, voice: Voice) -> None:
    path = voice.ask("The path of the family's file (YAML, JSON or GEDCOM); Enter alone goes back.")
    if not path:
        return
    try:
        brought = workspace.look_at_family_file(path)
    except (ValueError, OSError) as trouble:
        voice.say(str(trouble))
        return
    for words in brought.words():
        voice.say(words)
    if brought.there:
        return
    choices = [("keep", "Keep it"), ("read", "Read everything that needs a look, then decide")]
    chosen = choose(voice, "Should it be kept?", choices[: 1 + bool(brought.left_out)], nothing="leave it")
    if chosen == "read":
        for words in brought.left_out:
            voice.say(words)
        chosen = choose(voice, "Should it be kept?", choices[:1], nothing="leave it")
    if chosen == "keep":
        voice.say(f"{workspace.families.keep(brought).title} is here now.")
    else:
        voice.say("Nothing was kept.")
