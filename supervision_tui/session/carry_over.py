"""What a session takes over from those before it: the conversation that was rehearsed, and the steps that were agreed.

Each is met again in the first stage as an ordinary field: how the conversation went, and what became of each step.
What is answered belongs where the step itself belongs; the conversation stays in the family's working space.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from supervision_tui.practice import Destination, SessionTemplate, Stage
from supervision_tui.practice.library import Field, FieldPart
from supervision_tui.session.fields import Slot
from supervision_tui.session.model import ActionState, Carried, Session
from supervision_tui.text import SafeText

HOW_IT_WENT = "how_it_went"
"""The field that asks how the rehearsed conversation went."""
STEP = "step."
"""How the field begins that asks what became of a step; the step's id follows."""
IN_WORDS: Mapping[str, ActionState] = {
    "done": "done",
    "part": "part",
    "not done": "not_done",
    "no longer needed": "not_needed",
}
"""What can become of a step, as people say it."""
OUTCOME_WORDS: Mapping[ActionState, str] = {
    "done": "done", "part": "done in part", "not_done": "not done", "not_needed": "no longer needed",
}  # fmt: skip
"""How it is told what became of a step."""
OVER: frozenset[ActionState] = frozenset({"done", "not_needed"})
"""States in which a step waits no more."""
MOVED: frozenset[ActionState] = frozenset({"done", "part", "not_needed"})
"""States that tell of a change."""
LONGEST_QUOTE = 60
"""Characters of earlier words in the name of a field."""

STEP_PARTS = (
    FieldPart(
        "state",
        "What became of it",
        "done, part, not done, or no longer needed",
        needed=True,
        begins="",
        among=tuple(IN_WORDS),
    ),
    FieldPart(
        "why", "Why, or what was learnt", "what helped, what stood in the way; nobody is blamed", begins="Because: "
    ),
)


@dataclass(frozen=True, slots=True)
class StepOutcome:
    """What was said of a step in a later session, and *on* which day where that is known."""

    state: ActionState
    why: SafeText
    on: date | None = None


class _Written(Protocol):
    @property
    def field(self) -> str: ...

    @property
    def parts(self) -> dict[str, SafeText]: ...


def outcomes_of(entries: Iterable[_Written]) -> dict[str, StepOutcome]:
    """What *entries* say of earlier steps, by the steps' ids; the last word counts."""
    found = {}
    for entry in entries:
        if entry.field.startswith(STEP) and (state := IN_WORDS.get(str(entry.parts.get("state", "")))):
            found[entry.field.removeprefix(STEP)] = StepOutcome(state, entry.parts.get("why", SafeText()))
    return found


def carried_slots(stage: Stage, template: SessionTemplate, session: Session) -> tuple[Slot, ...]:
    """The fields of *stage* that look back: all of them in the first stage that writes anything down."""
    if stage is not _looks_back(template):
        return ()
    found = []
    if session.opened_on and not _asks_itself(template):
        found.append(Slot(stage.id, _conversation(session.opened_on, template)))
    return (*found, *step_slots(template, session))


def step_slots(template: SessionTemplate, session: Session) -> tuple[Slot, ...]:
    """The fields in which it is said what became of each step of earlier sessions, whichever stage is in front.

    It is said in company, since it stands in a child's file: a format for one person has none.
    """
    if template.people[1] <= 1:
        return ()
    stage = _looks_back(template)
    return tuple(
        Slot(stage.id, _step(carried), carried.action.child, carried.action.children) for carried in session.carried
    )


def _asks_itself(template: SessionTemplate) -> bool:
    """Whether the format has a place of its own for how the conversation went."""
    return any(record.id == HOW_IT_WENT for stage in template.stages for record in stage.records)


def _looks_back(template: SessionTemplate) -> Stage:
    """The first stage whose words are kept; the very first where none are."""
    stages = (stage for stage in template.stages if stage.destination.stored)
    return next(stages, template.stages[0])


def _conversation(first_words: SafeText, template: SessionTemplate) -> Field:
    to = Destination.PRIVATE if template.people[1] == 1 else Destination.FAMILY_WORK
    return Field(
        HOW_IT_WENT,
        f"Last time you rehearsed “{_short(first_words)}” How did it go?",
        to,
        hint="what came back, in their words; what surprised you; what you would say next",
        heading="How the rehearsed conversation went",
    )


def _step(carried: Carried) -> Field:
    action = carried.action
    times = f" · {_ordinal(carried.discussed + 1)} time spoken of, nothing changed" if carried.discussed > 1 else ""
    return Field(
        f"{STEP}{action.id}",
        f"Last time: {_short(action.what)} ({action.who}, {action.by_when}{times})",
        action.destination,
        kind="form",
        hint="Enter opens it: done, part, not done, no longer needed, and why",
        parts=STEP_PARTS,
        heading=f"What became of it: {action.what}",
    )


def _ordinal(number: int) -> str:
    """``third``, ``fourth``; in figures from the eleventh on."""
    words = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
    return words[number - 1] if number <= len(words) else f"{number}th"


def _short(words: str) -> str:
    line = " ".join(words.split())
    return line if len(line) <= LONGEST_QUOTE else f"{line[: LONGEST_QUOTE - 1]}…"
