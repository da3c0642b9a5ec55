"""What an accountable manager writes into a record: one paragraph, in words that the child could read.

Source: content specification 6.6 (management oversight footprint).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from supervision_tui.family import Family
from supervision_tui.practice import Destination
from supervision_tui.records.lifecycle import NotConfirmedError, add
from supervision_tui.records.model import Record
from supervision_tui.session import first_name
from supervision_tui.text import Line

ENDS = (".", "!", "?", "”")


@dataclass(frozen=True, slots=True)
class OversightQuestion:
    """One thing that oversight tells: the *question*, how it *begins* in the record, and whether it is *needed*."""

    id: str
    question: str
    begins: str
    needed: bool = False


_ASKED = (
    OversightQuestion("heard", "What you read or heard, with {child}'s view", "Read or heard", needed=True),
    OversightQuestion("view", "Your view of risk and strength now", "Risk and strength now"),
    OversightQuestion("decision", "What you decide", "Decision", needed=True),
    OversightQuestion("because", "Because", "Because", needed=True),
    OversightQuestion("considered", "What else was considered, and why not", "Also considered"),
    OversightQuestion("would_change", "What would change this", "This would change if"),
    OversightQuestion("steps", "Who does what by when", "Who does what by when"),
    OversightQuestion("last_plan", "Was the last plan done? If not, why", "The last plan"),
    OversightQuestion("impact", "What this means for {child}", "What it means for {child}", needed=True),
    OversightQuestion("told", "How and when the family and {child} are told", "How the family and {child} are told"),
    OversightQuestion("disagreed", "What was not agreed, told fairly", "Not agreed"),
    OversightQuestion("next", "When it is looked at next", "Looked at next"),
)


def oversight_questions(record: Record, family: Family | None) -> tuple[OversightQuestion, ...]:
    """What oversight of *record* tells, with the child's name where it is one child's."""
    child = first_name(family, record.subject) if record.destination is Destination.CHILD_FILE else "the child"
    return tuple(
        OversightQuestion(
            question.id,
            question.question.replace("{child}", child),
            question.begins.replace("{child}", child),
            question.needed,
        )
        for question in _ASKED
    )


def add_oversight(
    record: Record, words: Mapping[str, str], *, by: str, role: str, at: datetime, family: Family | None = None
) -> Record:
    """*record* with the oversight of somebody in a *role* added at its end, as one paragraph; *words* by id.

    Raises:
        NotConfirmedError: a needed part is empty, or nobody is named.
        NamesLeftError: the record is a worker's own, and the words name somebody in *family*.
    """
    parts = oversight_questions(record, family)
    empty = [part.question for part in parts if part.needed and not words.get(part.id, "").strip()]
    if empty or not Line(role):
        missing = "; ".join(empty) if empty else "as what you write it"
        raise NotConfirmedError(f"Oversight also says: {missing}. Nothing was changed.")
    return add(record, " ".join(_sentences(parts, words)), by=by, at=at, family=family, role=role)


def _sentences(parts: Iterable[OversightQuestion], words: Mapping[str, str]) -> Iterable[str]:
    for part in parts:
        if text := " ".join(words.get(part.id, "").split()):
            yield f"{part.begins}: {text}" if text.endswith(ENDS) else f"{part.begins}: {text}."
