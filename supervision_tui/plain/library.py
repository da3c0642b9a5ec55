"""The library as question and answer: a few letters, what was found, all of one thing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from supervision_tui.plain.terminal_io import TerminalIO, choose
from supervision_tui.workspace.suggestions import question_for_visit

if TYPE_CHECKING:
    from supervision_tui.plain.conversation import Conversation
    from supervision_tui.practice import Question
    from supervision_tui.practice.catalogue import Catalogue, CatalogueItem
    from supervision_tui.workspace import Workspace

MOST_READ = 20
"""How many of those found are read out; more letters lead to the others."""


def browse_library(workspace: Workspace, io: TerminalIO) -> None:
    """Find something by a few letters and read all of it, until nothing is looked for any more."""
    while (item := _find(workspace.catalogue, io)) is not None:
        _read(item, io)
        if item.audience:
            _keep_for_a_visit(workspace, item, io)


def _keep_for_a_visit(workspace: Workspace, item: CatalogueItem, io: TerminalIO) -> None:
    """Offer to keep a prompt for the next visit to a family."""
    families = [(heading.id, heading.title) for heading in workspace.families.headings()]
    if not families:
        return
    family_id = choose(io, "Keep it for the next visit to a family?", families, nothing="look for something else")
    if family_id is None:
        return
    family = workspace.families.get(family_id)
    question = question_for_visit(family, workspace.formats.library, item.id, workspace.today())
    if question is None:
        io.say("It does not fit that family now, so it can only be read.")
        return
    try:
        is_kept = workspace.suggestions.toggle_to_take_along(family_id, question, workspace.today())
    except ValueError as refusal:
        io.say(str(refusal))
        return
    io.say(f"Kept for the next visit: {question.text}" if is_kept else "It is no longer kept for the next visit.")


def choose_question(conversation: Conversation) -> Question | None:
    """Find something; where it is a prompt that fits the family in hand, the question that it makes."""
    item = _find(conversation.controller.catalogue, conversation.io)
    if item is None:
        return None
    _read(item, conversation.io)
    if not item.audience:
        return None
    question = conversation.controller.question_of(item.id, heard_by=conversation.heard_by)
    if question is None:
        conversation.io.say("It does not fit this family now, so it can only be read.")
    return question


def _find(catalogue: Catalogue, io: TerminalIO) -> CatalogueItem | None:
    letters = io.ask("What are you looking for? A few letters; Enter alone goes back.")
    if not letters:
        return None
    found = catalogue.find(letters)
    if not found:
        io.say("Nothing has these letters.")
        return _find(catalogue, io)
    if len(found) > MOST_READ:
        io.say(f"{len(found)} were found; these are the first {MOST_READ}.")
    options = [(f"{item.kind} {item.id}", f"{item.kind}: {item.words}") for item in found[:MOST_READ]]
    chosen = choose(io, "Which one?", options, nothing="look for something else")
    if chosen is None:
        return _find(catalogue, io)
    return next(item for item in found if f"{item.kind} {item.id}" == chosen)


def _read(item: CatalogueItem, io: TerminalIO) -> None:
    io.say(item.words)
    if item.audience:
        io.say(f"{item.hearers}; {item.ages_in_words}.")
    for line in (item.about, item.pack, item.source):
        if line:
            io.say(line)
