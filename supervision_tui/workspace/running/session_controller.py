"""A session in progress, for a screen or a conversation: its parts, the steps through them, the clock and the close.

A meeting about several families is held in parts, so that each family's words stand in a document of their own. A
single session has one part. ``editor``, ``family`` and ``names`` are those of the part in hand: read them afresh.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from supervision_tui.records import Record, SessionRecords
from supervision_tui.session import (
    Clock,
    MissingAnswer,
    Session,
    SessionEditor,
    SessionStatus,
    StageLine,
    StageLockedError,
)
from supervision_tui.session.attendance import with_lead_workers
from supervision_tui.session.fields import label_of
from supervision_tui.session.meeting_steps import MeetingStep, steps
from supervision_tui.workspace.running.autosave import JointSaveStatus
from supervision_tui.workspace.running.meeting_agenda import meeting_agenda
from supervision_tui.workspace.running.session_part import NamedLine, SessionPart, part_id
from supervision_tui.workspace.running.session_places import NotReadyError, SessionPlaces
from supervision_tui.workspace.store.place_left import number_of_families

if TYPE_CHECKING:
    from supervision_tui.family import Family
    from supervision_tui.practice import Question, SessionTemplate
    from supervision_tui.practice.catalogue import Catalogue
    from supervision_tui.practice.questions import Purpose
    from supervision_tui.text import Line
    from supervision_tui.workspace.store import Sessions

OWN = ""
"""The key of the session's own part: in a meeting it is about no family."""


class SessionController(SessionPlaces):
    """A session in progress.

    Args:
        template: its format.
        own: the session's own part: the only one of a single session.
        sessions: where sessions are kept.
        me: whose notebook this is.
        open_part: opens, or begins, a meeting's part about the family of an id.
        family_titles: gives the title of each family of the notebook, by id.
    """

    def __init__(
        self,
        template: SessionTemplate,
        own: SessionPart,
        sessions: Sessions,
        *,
        me: Line,
        open_part: Callable[[Session, str], SessionPart],
        family_titles: Callable[[], Mapping[str, str]] = dict,
    ) -> None:
        self.template = template
        self._family_titles = family_titles
        self.me = me
        self._own = own
        self._sessions = sessions
        self._open_part = open_part
        self._looked_at = None
        self._save_status = JointSaveStatus()
        own.on_save_status(self._save_status.of(OWN))
        self._parts: dict[str, SessionPart] = {OWN: own}
        for family in own.editor.session.families:
            if sessions.has(part_id(own.editor.session.id, family)):
                self._part(family)
        in_hand = self.part
        for part in self._parts.values():
            if part is not in_hand:
                part.hold()
        in_hand.editor.session = in_hand.editor.session.model_copy(update={"since": in_hand.now()})

    # --- the part in hand --------------------------------------------------------------------------------------------

    @property
    def part(self) -> SessionPart:
        """The part in hand, with its children."""
        return self._part(self._own.editor.session.at_family)

    def _part(self, family: str) -> SessionPart:
        part = self._parts.get(family)
        if part is None:
            part = self._parts[family] = self._open_part(self._own.editor.session, family)
            part.on_save_status(self._save_status.of(family))
            part.hold()
        return part

    @property
    def parts(self) -> Mapping[str, SessionPart]:
        """Every part that was begun, by the id of its family ("": the session's own)."""
        return self._parts

    @property
    def id(self) -> str:
        """The id of the session."""
        return self._own.editor.session.id

    @property
    def editor(self) -> SessionEditor:
        """The session document of the part in hand: every act of the facilitator goes through it."""
        return self.part.editor

    @property
    def family(self) -> Family | None:
        """The family in hand, if any."""
        return self.part.family

    @property
    def names(self) -> dict[str, str]:
        """The names of all the children, by person id; those of the part in hand win."""
        everybody = {child: name for part in self._parts.values() for child, name in part.names.items()}
        return everybody | self.part.names

    def family_changed(self, family: Family) -> None:
        """Use the family in hand as it now stands, after somebody drew on it."""
        self.part.family_changed(family)

    @property
    def private_elsewhere(self) -> str:
        """A sentence where what is private in it opens on another machine only, else ""."""
        return self._sessions.private_elsewhere(self.editor.session.id)

    @property
    def title(self) -> str:
        """Format and family, for the top of the screen: the family by its name, and which of how many it is."""
        between = self.is_meeting and self.part is self._own
        name = number_of_families(len(self.families)) if between else self.family_name
        return " · ".join(filter(None, (self.editor.template.short_title, name)))

    def on_save_status(self, report: Callable[[str], None]) -> None:
        """Have *report* called, from any thread, with "saving", "saved" or "not saved: ..."."""
        self._save_status.report = report

    def save(self) -> None:
        """Save the part in hand, and where the session stands."""
        self._own.save()
        self.part.save()

    def now(self) -> datetime:
        """The time."""
        return self._own.now()

    def with_child_name(self, words: str) -> str:
        """*words* with the child's name in the place of "the child", where there is only one."""
        return self.part.with_child_name(words)

    def questions(self, *, heard_by: Purpose = "group", every: bool = False) -> Sequence[Question]:
        """The twelve questions of the present stage, for the family in hand; *every* one, the twelve first."""
        return self.part.questions(heard_by=heard_by, every=every)

    @property
    def catalogue(self) -> Catalogue:
        """Every tool, prompt and card, to be found by a few letters."""
        return self.part.catalogue

    def question_of(self, prompt_id: str, *, heard_by: Purpose = "group") -> Question | None:
        """One prompt of the library, filled for the family in hand; ``None`` where it cannot be asked."""
        return self.part.question_of(prompt_id, heard_by=heard_by)

    def keep_for_session(self, question: Question) -> None:
        """Have *question* among the twelve of every stage of this session."""
        self.part.keep_for_session(question)

    def starters(self) -> Sequence[str]:
        """Words to start with in the present stage."""
        return self.part.starters()

    def keep_question(self, question: Question) -> bool:
        """Keep *question* for the visit to the family in hand; ``False`` for one that stays unwritten."""
        return self.part.keep_question(question)

    def card(self) -> Record | None:
        """What is private to its author in this session, on a page; a meeting leaves none."""
        return None if self.is_meeting else self._own.card()

    # --- whom a meeting is about -------------------------------------------------------------------------------------

    @property
    def families(self) -> tuple[str, ...]:
        """Ids of the families that a meeting speaks of."""
        return self._own.editor.session.families

    @property
    def chosen(self) -> tuple[str, ...]:
        """Ids of the families that are thought about in depth, in their order."""
        return self._own.editor.session.chosen

    def choose(self, families: Sequence[str]) -> None:
        """Think about *families* in depth, in this order. What was written about another one stays."""
        chosen = tuple(dict.fromkeys(families))
        at_family = self._own.editor.session.at_family
        spoken_of = tuple(dict.fromkeys((*self.families, *chosen, *((at_family,) if at_family else ()))))
        self._note_place(chosen=chosen, families=spoken_of)
        if MeetingStep(self.editor.session.stage, at_family) not in self._steps:
            self._go(next(step for step in self._steps if not step.family), override=True)
        self._own.save()

    # --- from step to step -------------------------------------------------------------------------------------------

    @property
    def _steps(self) -> tuple[MeetingStep, ...]:
        if not self.is_meeting:
            return tuple(MeetingStep(stage.id) for stage in self.template.stages)
        return steps(self.template, self.families, self.chosen)

    @property
    def _at(self) -> int:
        """The number of the step in hand, from 0."""
        return self._steps.index(self.here) if self.here in self._steps else 0

    @property
    def at_end(self) -> bool:
        """Whether no step follows."""
        return self._at + 1 >= len(self._steps)

    def forward(self, *, override: bool = False) -> None:
        """Go to the following step: another stage, or the same one for another family.

        Raises:
            StageLockedError: it waits for another stage, and *override* is not given.
        """
        if not self.at_end:
            self._go(self._steps[self._at + 1], override=override)

    def backward(self) -> None:
        """Go to the step before; nothing is lost by it."""
        if self._at:
            self._go(self._steps[self._at - 1], override=True)

    def skip(self, reason: str) -> None:
        """Leave this stage out, with a *reason*, and go on.

        Raises:
            StageLockedError: the following stage waits for another one.
        """
        if self.at_end:
            return
        before, stage, following = self.part, self.editor.session.stage, self._steps[self._at + 1]
        blocked = self._part(following.family).editor.blocked(following.stage)
        if blocked:
            raise StageLockedError(blocked)
        self._go(following)
        before.editor.leave_out(stage, reason)
        before.save()

    def _go(self, step: MeetingStep, *, override: bool = False) -> None:
        """Go to *step*: the clock of the part that is left stops, that of the other one goes on."""
        now, before = self.now(), self.part
        self._forget_look()
        part = self._part(step.family)
        running = before.editor.session.since is not None
        part.editor.go(step.stage, now, override=override)
        if part is not before:
            before.hold()
            if running:
                part.editor.session = part.editor.session.model_copy(update={"since": now})
            before.save()
            self._note_place(at_family=step.family)
        self.save()

    def _note_place(self, **changed: object) -> None:
        """Note where a meeting stands; no step that can be taken back."""
        self._own.editor.session = self._own.editor.session.model_copy(update=changed)

    # --- agenda and clock --------------------------------------------------------------------------------------------

    @property
    def number(self) -> int:
        """The number of the agenda's line in hand, from 1."""
        return next((line.number for line in self.agenda() if line.state == "now"), 1)

    @property
    def count(self) -> int:
        """How many lines the agenda has."""
        return len(self.agenda())

    def agenda(self) -> tuple[StageLine, ...]:
        """Every stage; in a meeting the family in hand with all of its own, the others in a line each."""
        if not self.is_meeting:
            return self._own.agenda()
        agendas = {family: part.agenda() for family, part in self._parts.items()}
        at_family = self._own.editor.session.at_family
        return meeting_agenda(self.template, self._steps, self._at, at_family, agendas, self.family_names)

    def clock(self) -> Clock:
        """The clock of the stage in hand and of the whole session."""
        here = self.part.clock()
        used = sum(part.clock().total_used for part in self._parts.values())
        # what a family has more, the families after it have less: only the meeting's own stages make it longer
        extra = sum(time.extra for time in self._own.editor.session.times.values())
        planned = self.template.minutes + extra if self.is_meeting else here.total_planned
        return Clock(here.stage_used, here.stage_left, used, planned, here.paused)

    # --- the close ---------------------------------------------------------------------------------------------------

    def missing(self) -> tuple[MissingAnswer, ...]:
        """What still needs an answer before the session can close, of every family thought about in depth."""
        return tuple(need for _, need in self.needs())

    def needs(self) -> list[tuple[str, MissingAnswer]]:
        """The same, each with the id of the family whose part it is of."""
        wanted = set(self._steps)
        return [
            (family, need)
            for family in (*self.chosen, OWN)
            for need in self._part(family).missing()
            if MeetingStep(need.stage, family) in wanted
        ]

    def need_in_words(self, family: str, need: MissingAnswer) -> str:
        """What is asked in *need*, in which stage, and in a meeting for which *family* (an id), by its name."""
        names = self._part(family).names
        stage = str(self.template.stage(need.stage).title)
        where = ", ".join(filter(None, (stage, self.family_names.get(family, ""))))
        return f"{label_of(need.slot, names)} (in {where})"

    def named_lines(self) -> list[NamedLine]:
        """The lines of workers' records that name somebody of a family."""
        return [line for family, part in self._parts.items() for line in part.named_lines(family)]

    def session_records(self) -> SessionRecords:
        """What the session leaves, family by family and destination by destination, as it stands now."""
        parts = [part.editor.session for family, part in self._parts.items() if family]
        self._own.editor.session = with_lead_workers(self._own.editor.session, parts, self.template)
        cuts = [part.session_records() for part in self._written()]
        return SessionRecords(
            records=tuple(record for cut in cuts for record in cut.records),
            left_out=tuple(dict.fromkeys(line for cut in cuts for line in cut.left_out)),
            problems=tuple(dict.fromkeys(line for cut in cuts for line in cut.problems)),
        )

    def _written(self) -> list[SessionPart]:
        """The parts in which something was written, the session's own last."""
        parts = [part for family, part in self._parts.items() if family and part.editor.session.anything]
        return [*parts, self._own]

    def close(self) -> None:
        """Keep the records, then close every part; what is private goes.

        Raises:
            NotReadyError: something is missing, or must be mended first; nothing was written.
            VaultError: the disk refused; what was written before it is safe and is written again next time.
        """
        problems = self.session_records().problems
        if self.missing() or problems:
            raise NotReadyError("\n".join(problems) or "Something still needs an answer before the session can close.")
        self._finish(early=False)

    def end_early(self) -> None:
        """Keep the records of what was written so far and close every part; no reason is asked.

        Raises:
            NotReadyError: something must be mended first; nothing was written.
            VaultError: the disk refused; what was written before it is safe and is written again next time.
        """
        if problems := self.session_records().problems:
            raise NotReadyError("\n".join(problems))
        self._finish(early=True)

    def _finish(self, *, early: bool) -> None:
        for family, part in list(self._parts.items()):
            if family and part.editor.session.status is SessionStatus.OPEN:
                if part.editor.session.anything:
                    part.finish(early=early)
                else:
                    self._sessions.discard_empty(part.editor.session.id, "nothing was written in it")
                    del self._parts[family]
        if self.is_meeting:
            self._note_place(at_family=OWN, families=(), chosen=())
        self._own.finish(early=early)
