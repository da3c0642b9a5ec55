"""Searching everything that may be searched: families, sessions, records. What is private to its author never is.

What each document offers to a search is said by its repository (``words_of``), by where the words belong.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from supervision_tui.days import day_in_words
from supervision_tui.practice import Destination
from supervision_tui.session import Action, Hypothesis, Session
from supervision_tui.vault import Vault
from supervision_tui.workspace.store.session_changes import CHANGES

SEARCHED = ("family", "session", CHANGES, "record", "received", "steps")
"""Kinds of documents that a search looks into."""
HIDDEN_PASSAGE = "A passage that is not shown here, because of something that is kept from somebody."
"""Stands for the words round a hit that tell of something hidden."""
OPEN_TO_SEARCH = frozenset({Destination.CHILD_FILE, Destination.FAMILY_WORK, Destination.SUPERVISION_RECORD})


@dataclass(frozen=True, slots=True)
class SearchHit:
    """A document in which every word searched for begins a word.

    *context* is the passage under the reader's eye, *marks* the (start, end) of each match inside it.
    """

    kind: str
    id: str
    title: str
    day: str
    context: str
    marks: tuple[tuple[int, int], ...]


def search_vault(vault: Vault, words: str, limit: int = 50) -> list[SearchHit]:
    """The documents of *vault* that hold *words*, best first; nothing for no words. Any text is safe to search for."""
    if not words.strip():
        return []
    found = [
        SearchHit(
            "session" if hit.heading.kind == CHANGES else hit.heading.kind,
            hit.heading.id,
            hit.heading.title,
            day_in_words(hit.heading.saved_at),
            hit.context,
            hit.marks,
        )
        for hit in vault.documents.search(words, kinds=SEARCHED, limit=limit)
    ]
    return list({(hit.kind, hit.id): hit for hit in reversed(found)}.values())[::-1]


def words_of_session(session: Session) -> str:
    """What a search may find in *session*: what was written for a file that others read too."""
    texts = [str(entry.text) for entry in session.entries if entry.destination in OPEN_TO_SEARCH]
    texts += words_of_work(session.hypotheses, session.actions)
    texts += [
        f"{decision.what} {decision.because}"
        for decision in session.decisions
        if decision.destination in OPEN_TO_SEARCH
    ]
    return "\n".join([*texts, str(session.family_ref)])


def words_of_work(ideas: Iterable[Hypothesis], steps: Iterable[Action]) -> list[str]:
    """What a search may find in *ideas* and *steps*, a text each."""
    texts = [str(idea.statement) for idea in ideas if idea.destination in OPEN_TO_SEARCH]
    return [*texts, *(f"{step.what} {step.owner}" for step in steps if step.destination in OPEN_TO_SEARCH)]
