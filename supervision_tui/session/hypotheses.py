"""Thinking about an idea: questions to it, whom it links, at which level, and the idea that it answers.

Sources: Selvini Palazzoli, Boscolo, Cecchin & Prata 1980; Cecchin 1987; levels after Cronen & Pearce (coordinated
management of meaning); the harm gate is content specification 3.6.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from supervision_tui.practice.library import PARTS
from supervision_tui.session.editor import SessionEditor
from supervision_tui.session.form_filling import PartMissingError
from supervision_tui.session.model import Hypothesis, HypothesisStatus, StatusChange
from supervision_tui.text import Line, SafeText


@dataclass(frozen=True, slots=True)
class Criterion:
    """A question to an idea; a *circular* one closes where somebody is harmed."""

    id: str
    asks: str
    circular: bool = False


CRITERIA = (
    Criterion("relational", "Does it link at least two people, or people and a service?"),
    Criterion("circular", "Does it say how each one's move invites the other's?", circular=True),
    Criterion("us", "Are we in the picture, in one of the ideas at least?"),
    Criterion("kindly", "What good reason might each of them have?"),
    Criterion("why_now", "What changed? Why now?"),
    Criterion("child", "What is it like to be the child inside this idea?"),
    Criterion("context", "Where do money, race, housing, history and power come in?"),
    Criterion("plain", "Could we say it to the family, in these words?"),
    Criterion("testable", "What would we see or hear if it fits, and if it does not?"),
)
"""The questions (content specification 3.1): asked, never scored."""
RESPONSIBILITY = Criterion(
    "responsibility", "Does responsibility stay with the person who harms? Understanding is not excuse."
)
"""What is asked in the place of the circular question where somebody is harmed."""
LEVELS = (
    "a moment", "an episode", "a relationship", "a life story", "family stories", "culture and faith",
    "agency and law", "society, money, time",
)  # fmt: skip
"""Levels of context, from the smallest."""
FEWEST_LINKED = 2


def criteria(*, harm: bool) -> tuple[Criterion, ...]:
    """The questions to an idea; where somebody is harmed nobody is asked how both invite it."""
    return tuple(RESPONSIBILITY if criterion.circular and harm else criterion for criterion in CRITERIA)


def answer_in(idea: Hypothesis, criterion: Criterion) -> str:
    """What in *idea* answers *criterion* already, in its own words; empty where nothing does."""
    linked = f"it links {len(idea.about)} of them" if len(idea.about) >= FEWEST_LINKED else ""
    found = {
        "relational": linked,
        "kindly": str(idea.makes_sense),
        "why_now": str(idea.why_now),
        "child": str(idea.child_inside),
        "context": str(idea.level),
        "testable": f"fits: {idea.would_fit}; drop: {idea.would_drop}" if idea.would_fit and idea.would_drop else "",
    }
    return found.get(criterion.id, "")


def set_hypothesis_status(
    editor: SessionEditor, idea_id: str, status: HypothesisStatus, because: str, now: datetime
) -> None:
    """Let an idea grow, fade or go, with the reason; what it was before stays in its history.

    Raises:
        PartMissingError: there is no reason.
    """
    why = SafeText(because.strip())
    if not why:
        raise PartMissingError("What did you see or hear?", "because")
    idea = _idea(editor, idea_id)
    history = (*idea.history, StatusChange(at=now, status=status, because=why))
    _put(editor, idea.model_copy(update={"status": status, "history": history}), "weighed an idea", now)


def set_idea_part(editor: SessionEditor, idea_id: str, part: str, words: str, now: datetime) -> None:
    """Say what was open of an idea: the part of its form with that id.

    Raises:
        ValueError: no part of an idea that is weighed has that id.
    """
    if part not in {known.id for known in PARTS["hypothesis"] if known.weighed}:
        raise ValueError(f"An idea has no part {part!r} that is weighed.")
    _put(editor, _idea(editor, idea_id).model_copy(update={part: SafeText(words.strip())}), "weighed an idea", now)


def link_person(editor: SessionEditor, idea_id: str, person: str, now: datetime) -> None:
    """Link *person*, by id, to an idea; linked already, take the link away."""
    idea = _idea(editor, idea_id)
    about = (
        tuple(linked for linked in idea.about if linked != person) if person in idea.about else (*idea.about, person)
    )
    _put(editor, idea.model_copy(update={"about": about}), "linked an idea", now)


def set_level(editor: SessionEditor, idea_id: str, level: str, now: datetime) -> None:
    """Say at which *level* of context an idea looks."""
    _put(editor, _idea(editor, idea_id).model_copy(update={"level": Line(level)}), "chose a level", now)


def set_rival_idea(editor: SessionEditor, idea_id: str, rival_of: str, now: datetime) -> None:
    """Say to which other idea this one is a rival."""
    _put(editor, _idea(editor, idea_id).model_copy(update={"rival_of": rival_of}), "set two ideas side by side", now)


def _idea(editor: SessionEditor, idea_id: str) -> Hypothesis:
    return next(hypothesis for hypothesis in editor.session.hypotheses if hypothesis.id == idea_id)


def _put(editor: SessionEditor, idea: Hypothesis, words: str, now: datetime) -> None:
    ideas = tuple(idea if hypothesis.id == idea.id else hypothesis for hypothesis in editor.session.hypotheses)
    editor.step(words, now, hypotheses=ideas)
