"""A session at a glance: every stage with its letter, what is kept there for each family, what waits, what is needed.

From it somebody goes anywhere with one key. Nothing is opened or begun by looking at it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from supervision_tui.session.clock import stage_letters, time_of
from supervision_tui.session.fields import label_of
from supervision_tui.session.meeting_steps import MeetingStep

if TYPE_CHECKING:
    from supervision_tui.practice import SessionTemplate
    from supervision_tui.session import Session
    from supervision_tui.session.drafts import WaitingDraft
    from supervision_tui.workspace.running.session_part import SessionPart

CellState = Literal["here", "done", "ahead", "skipped", "absent"]
"""How far a stage is for one family: in front, held, not yet, left out, or not held for it today."""


@dataclass(frozen=True, slots=True)
class StageCell:
    """A stage for one family, or for the whole session: its *state*, what is *kept* there, and *drafts* that wait."""

    state: CellState
    kept: int = 0
    drafts: int = 0

    @property
    def words(self) -> str:
        """Its state in words and marks that need no colour."""
        if self.state == "absent":
            return "not today"
        head = {"here": "▶ here", "done": "done", "skipped": "– left out", "ahead": ""}[self.state]
        draft = "draft" if self.drafts == 1 else f"{self.drafts} drafts" if self.drafts else ""
        count = str(self.kept) if self.kept else ""
        return ", ".join(filter(None, (" ".join(filter(None, (head, count))), draft))) or "·"

    @property
    def mark(self) -> str:
        """The same in four cells at the most, for a narrow column: "d1" for one line in a stage that is done."""
        signs = {"here": "▶", "done": "d", "skipped": "–", "ahead": "·", "absent": " "}
        draft = "!" if self.drafts else ""
        return f"{signs[self.state]}{self.kept or ''}{draft}"


@dataclass(frozen=True, slots=True)
class StageRow:
    """A stage with its *letter*, which is the format's own and never changes, and its *minutes*.

    *whole* is for all families together, or ``None``; *cells* hold one for each family, or ``None`` where the stage is
    held for none of them.
    """

    stage: str
    letter: str
    title: str
    minutes: int
    whole: StageCell | None
    cells: tuple[StageCell | None, ...] = ()


@dataclass(frozen=True, slots=True)
class NeededAnswer:
    """Something that has no answer and is needed before the close: its field, its stage and label as *words*."""

    stage: str
    slot_key: str
    words: str
    family: str = ""


@dataclass(frozen=True, slots=True)
class SessionOverview:
    """Everything that one can go to: *rows* of stages, the ids of the *families*, what is *waiting* and *needed*.

    *trays* count the lines that wait in each tray, by the id of the family, "" for the session's own.
    """

    rows: tuple[StageRow, ...]
    families: tuple[str, ...]
    waiting: tuple[WaitingDraft, ...]
    needed: tuple[NeededAnswer, ...]
    trays: Mapping[str, int] = field(default_factory=dict)


def stage_rows(
    template: SessionTemplate,
    steps: Sequence[MeetingStep],
    here: MeetingStep,
    families: Sequence[str],
    sessions: Mapping[str, Session],
) -> tuple[StageRow, ...]:
    """A row for each stage of *template*.

    Args:
        template: the format, whole.
        steps: every step of the session.
        here: the step in front.
        families: ids of the families of a meeting, a column each; none for a single session.
        sessions: the parts that were begun, by the id of their family ("" for the session's own).
    """
    letters, held = stage_letters(template), set(steps)
    rows = []
    for stage in template.stages:
        own = MeetingStep(stage.id)
        whole = _cell(own, here, sessions.get("")) if own in held else None
        theirs = [
            _cell(step, here, sessions.get(family)) if (step := MeetingStep(stage.id, family)) in held else None
            for family in families
        ]
        of_families = any(theirs) or (whole is None and bool(families))
        cells = tuple(cell or StageCell("absent") for cell in theirs) if of_families else ()
        whose = sessions.get(here.family if MeetingStep(stage.id, here.family) in held else "")
        minutes = stage.minutes + (time_of(whose, stage.id).extra if whose is not None else 0)
        rows.append(StageRow(stage.id, letters[stage.id], str(stage.title), minutes, whole, cells))
    return tuple(rows)


def _cell(step: MeetingStep, here: MeetingStep, session: Session | None) -> StageCell:
    if session is None:
        return StageCell("here" if step == here else "ahead")
    drafts = sum(draft.stage == step.stage for draft in session.drafts)
    time = time_of(session, step.stage)
    state: CellState = (
        "here" if step == here else "skipped" if time.skipped is not None else "done" if time.visited else "ahead"
    )
    return StageCell(state, session.kept_in(step.stage), drafts)


def needed_answers(
    parts: Mapping[str, SessionPart], template: SessionTemplate, steps: Sequence[MeetingStep]
) -> tuple[NeededAnswer, ...]:
    """What still needs an answer in the parts that were begun, in the order of the steps.

    Args:
        parts: by the id of their family.
        template: the format, whole.
        steps: every step of the session.
    """
    held = set(steps)
    return tuple(
        NeededAnswer(
            need.stage,
            need.slot.key,
            f"{template.stage(need.stage).title}: {label_of(need.slot, part.names)}",
            family,
        )
        for family, part in parts.items()
        for need in part.missing()
        if MeetingStep(need.stage, family) in held
    )
