"""A family told in sentences, as question and answer: each sentence is said back, then taken, mended or left."""

from __future__ import annotations

from collections.abc import Callable

from supervision_tui.family import Family
from supervision_tui.family.narrative import SentenceReading
from supervision_tui.plain.terminal_io import TerminalIO, choose
from supervision_tui.workspace import Workspace
from supervision_tui.workspace.editing import FamilyEditor, narrative_edits

_NEW = " new"
"""The choice of a family that is not there yet. No family's id begins with a blank."""


def tell_family(workspace: Workspace, io: TerminalIO) -> None:
    """Ask what people say of a family, go through it sentence by sentence, and keep what was taken."""
    options = [(_NEW, "A family that is not here yet")]
    options += [(heading.id, heading.title) for heading in workspace.families.headings()]
    chosen = choose(io, "Of which family do you tell?", options, nothing="go back")
    if chosen is None:
        return
    text = _ask_text(io)
    if not text:
        io.say("Nothing was told.")
        return
    title = io.ask("What shall the family be called here?") if chosen == _NEW else ""
    try:
        family = workspace.new_family(title) if chosen == _NEW else workspace.families.get(chosen)
        draft = narrative_edits.NarrativeDraft(family, workspace.today(), text)
        _go_through(draft, io)
        new = draft.keep(FamilyEditor(family, _keep_at_once(workspace), today=workspace.today()))
    except ValueError as refused:
        io.say(str(refused))
        return
    io.say(f"Kept as told: {new} people are new in {family.title}.")


def _keep_at_once(workspace: Workspace) -> Callable[[Family], None]:
    """Puts a family on the disk before anything more is said."""

    def keep(family: Family) -> None:
        workspace.families.put(family, family.id)

    return keep


def _ask_text(io: TerminalIO) -> str:
    """Sentences up to an empty line."""
    lines = []
    question = "What do people say of the family? One or more sentences; Enter alone ends."
    while line := io.ask(question):
        lines.append(line)
        question = "And?"
    return "\n".join(lines)


def _go_through(draft: narrative_edits.NarrativeDraft, io: TerminalIO) -> None:
    """Say every sentence back; ask about those that are open until each is taken or left."""
    at = 0
    while at < len(sentences := draft.reading().sentences):
        sentence = sentences[at]
        io.say(f"{sentence.number}. {sentence.sentence}")
        io.say(f"   Read as: {sentence.readback}")
        while draft.standing(sentence) == "open":
            _decide(draft, sentence, io)
            sentences = draft.reading().sentences
            if at >= len(sentences):
                return
            sentence = sentences[at]
        at += 1


def _decide(draft: narrative_edits.NarrativeDraft, sentence: SentenceReading, io: TerminalIO) -> None:
    """One choice about an open sentence: an answer to its first question, or what becomes of it."""
    question = sentence.questions[0]
    options = [(str(number), words) for number, (_, words) in enumerate(question.choices, 1)]
    options += [("take", "Take the sentence as it was read"), ("mend", "Say it otherwise")]
    options += [("leave", "Leave it out")] if "out" not in dict(question.choices) else []
    chosen = choose(io, question.words, options, nothing="leave it out") or "leave"
    if chosen.isdigit():
        draft.answer(sentence, question, int(chosen))
        io.say(f"   Read as: {draft.reading().sentences[sentence.number - 1].readback}")
    elif chosen == "take":
        draft.take(sentence)
    elif chosen == "mend":
        draft.mend(sentence, io.ask("How shall it be said?", sentence.sentence))
    else:
        draft.leave(sentence)
