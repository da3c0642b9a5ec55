"""A meeting about several families, held in parts: each family's words stand in a session of its own.

To a screen it looks like a single session: ``editor``, ``family`` and ``names`` are those of the part in hand, so a
screen reads them afresh each time.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from itertools import groupby

from supervision_tui.family import Family
from supervision_tui.practice import Question, SessionTemplate
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
from supervision_tui.session.meeting_steps import MeetingStep, steps
from supervision_tui.text import Line
from supervision_tui.workspace.running.single_session import NotReadyError, Sitting
from supervision_tui.workspace.store.families import Records
from supervision_tui.workspace.store.sessions import Sessions

READ_BACK = "read_back"
"""The activity in which the next steps of all families are read back."""
HALL = ""
"""Whose part the meeting's own is: no family's."""


class Meeting:
    """A meeting in progress.

    Args:
        template: its format, of several families.
        hall: the meeting's own part.
        shelf: where sessions are kept.
        records: where records are kept.
        open_part: opens, or begins, the part of the family of an id.
    """

    def __init__(
        self,
        template: SessionTemplate,
        hall: Sitting,
        shelf: Sessions,
        records: Records,
        open_part: Callable[[Session, str], Sitting],
    ) -> None:
        self.template = template
        self._hall = hall
        self._shelf = shelf
        self._records = records
        self._open_part = open_part
        self._told: Callable[[str], None] = lambda _words: None
        self._parts: dict[str, Sitting] = {HALL: hall}
        for family in hall.editor.session.families:
            if shelf.has(part_id(hall.editor.session.id, family)):
                self._part(family)
        for part in self._parts.values():
            _hold(part, part.now())
        here = self._now
        here.editor.session = here.editor.session.model_copy(update={"since": here.now()})

    # --- what a screen asks of a sitting -----------------------------------------------------------------------------

    @property
    def _now(self) -> Sitting:
        """The part in hand."""
        return self._part(self._hall.editor.session.at_family)

    @property
    def id(self) -> str:
        """The id of the meeting."""
        return self._hall.editor.session.id

    @property
    def editor(self) -> SessionEditor:
        """The part in hand."""
        return self._now.editor

    @property
    def family(self) -> Family | None:
        """The family in hand, if any."""
        return self._now.family

    @property
    def me(self) -> Line:
        """Whose notebook this is."""
        return self._hall.me

    @property
    def names(self) -> dict[str, str]:
        """The names of all the children, by person id; those of the part in hand win."""
        everybody = {child: name for part in self._parts.values() for child, name in part.names.items()}
        return everybody | self._now.names

    def drawn(self, family: Family) -> None:
        """The family in hand was drawn on."""
        self._now.drawn(family)

    @property
    def title(self) -> str:
        """Format, and the family in hand."""
        if self._now is self._hall:
            return f"{self.template.title} · {len(self.families)} families"
        children = ", ".join(self._now.names.values())
        return " · ".join(part for part in (self.editor.session.family_ref, children, self.template.title) if part)

    def read_back(self) -> tuple[tuple[str, str], ...]:
        """The next steps of all families, each with the id of its family, in the stage that reads them back."""
        if self.editor.stage.activity != READ_BACK:
            return ()
        return tuple(
            (family, f"{family}  {action.owner}, {action.when or 'no date'}: {action.what}")
            for family, part in self._parts.items()
            for action in part.editor.session.actions
        )

    def when_saved(self, told: Callable[[str], None]) -> None:
        """Have *told* called, from any thread, with "saving", "saved" or "not saved: ..."."""
        self._told = told
        for part in self._parts.values():
            part.when_saved(told)

    def save(self) -> None:
        """Save the part in hand, and where the meeting stands."""
        self._hall.save()
        self._now.save()

    def now(self) -> datetime:
        """The time."""
        return self._hall.now()

    def named(self, words: str) -> str:
        """*words* with the child's name in the place of "the child", where there is only one."""
        return self._now.named(words)

    def questions(self) -> Sequence[Question]:
        """The questions of the present stage, for the family in hand."""
        return self._now.questions()

    def starters(self) -> Sequence[str]:
        """Words to start with in the present stage."""
        return self._now.starters()

    def keep_question(self, question: Question) -> bool:
        """Keep *question* for the visit to the family in hand."""
        return self._now.keep_question(question)

    def card(self) -> Record | None:
        """A meeting leaves no card."""
        return None

    # --- whom it is about --------------------------------------------------------------------------------------------

    @property
    def families(self) -> tuple[str, ...]:
        """Ids of the families that it speaks of."""
        return self._hall.editor.session.families

    @property
    def chosen(self) -> tuple[str, ...]:
        """Ids of the families that are thought about in depth, in their order."""
        return self._hall.editor.session.chosen

    def choose(self, families: Sequence[str]) -> None:
        """Think about *families* in depth, in this order. What was written about another one stays."""
        chosen = tuple(dict.fromkeys(families))
        here = self._hall.editor.session.at_family
        everybody = tuple(dict.fromkeys((*self.families, *chosen, *((here,) if here else ()))))
        self._stand(chosen=chosen, families=everybody)
        if MeetingStep(self.editor.session.stage, here) not in self._steps:
            self._go(next(step for step in self._steps if not step.family), override=True)
        self._hall.save()

    # --- from step to step -------------------------------------------------------------------------------------------

    @property
    def _steps(self) -> tuple[MeetingStep, ...]:
        return steps(self.template, self.families, self.chosen)

    @property
    def _at(self) -> int:
        """The number of the step in hand, from 0."""
        here = MeetingStep(self.editor.session.stage, self._hall.editor.session.at_family)
        return self._steps.index(here) if here in self._steps else 0

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
        here, stage = self._now, self.editor.session.stage
        if self.at_end:
            return
        following = self._steps[self._at + 1]
        blocked = self._part(following.family).editor.blocked(following.stage)
        if blocked:
            raise StageLockedError(blocked)
        here.editor.leave_out(stage, reason)
        self._go(following)

    def _go(self, step: MeetingStep, *, override: bool = False) -> None:
        """Go to *step*: the clock of the part that is left stops, that of the other one goes on."""
        now, before = self.now(), self._now
        part = self._part(step.family)
        running = before.editor.session.since is not None
        part.editor.go(step.stage, now, override=override)
        if part is not before:
            _hold(before, now)
            if running:
                part.editor.session = part.editor.session.model_copy(update={"since": now})
            before.save()
        self._stand(at_family=step.family)
        self.save()

    def _stand(self, **changed: object) -> None:
        """Note where the meeting stands; no step that can be taken back."""
        self._hall.editor.session = self._hall.editor.session.model_copy(update=changed)

    def _part(self, family: str) -> Sitting:
        found = self._parts.get(family)
        if found is None:
            found = self._parts[family] = self._open_part(self._hall.editor.session, family)
            found.when_saved(self._told)
            _hold(found, found.now())
        return found

    # --- agenda and clock --------------------------------------------------------------------------------------------

    @property
    def number(self) -> int:
        """The number of the line of the agenda in hand, from 1."""
        return next((line.number for line in self.agenda() if line.state == "now"), 1)

    @property
    def count(self) -> int:
        """How many lines the agenda has."""
        return len(self.agenda())

    def agenda(self) -> tuple[StageLine, ...]:
        """The meeting's stages; the family in hand with all of its own, the others in a line each."""
        return tuple(line for number, group in enumerate(self._groups(), 1) for line in (self._line(number, *group),))

    def _groups(self) -> Iterator[tuple[str, list[int]]]:
        """Lines of the agenda: words, and the numbers of the steps that each stands for."""
        here = self._hall.editor.session.at_family
        numbered = list(enumerate(self._steps))
        phases = {stage.id: stage.phase for stage in self.template.stages}

        def line_of(item: tuple[int, MeetingStep]) -> tuple[str, str]:
            at, step = item
            if phases[step.stage] != "family":
                return (step.stage, "")
            return (str(at), step.family) if step.family == here else ("", step.family)

        for (stage, family), items in groupby(numbered, key=line_of):
            at = [number for number, _ in items]
            title = self.template.stage(self._steps[at[0]].stage).title
            if family and not stage:
                yield f"Family {family}", at
            elif family:
                yield f"{family}: {title}", at
            else:
                yield str(title), at

    def _line(self, number: int, words: str, at: list[int]) -> StageLine:
        own = [self._steps[one] for one in at]
        agendas = {step.family: self._agenda_of(step.family) for step in own}
        lines = [line for step in own for line in agendas[step.family] if line.id == step.stage]
        state = "now" if self._at in at else "done" if at[-1] < self._at else "ahead"
        if state == "done" and all(line.state == "skipped" for line in lines) and lines:
            state = "skipped"
        more = f" ({at.index(self._at) + 1} of {len(at)})" if state == "now" and len(at) > 1 else ""
        planned = sum(self.template.stage(stage).minutes for stage in {step.stage for step in own})
        used = sum(line.used for line in lines)
        return StageLine(own[0].stage, number, f"{words}{more}", planned, used, state)  # type: ignore[arg-type] # a State

    def _agenda_of(self, family: str) -> tuple[StageLine, ...]:
        part = self._parts.get(family)
        return part.agenda() if part else ()

    def clock(self) -> Clock:
        """The clock of the stage in hand and of the whole meeting."""
        here = self._now.clock()
        used = sum(part.clock().total_used for part in self._parts.values())
        return Clock(here.stage_used, here.stage_left, used, self.template.minutes, here.paused)

    # --- the close ---------------------------------------------------------------------------------------------------

    def missing(self) -> tuple[MissingAnswer, ...]:
        """What still needs an answer, of the meeting and of every family thought about in depth."""
        return tuple(need for _, need in self._needs())

    def _needs(self) -> list[tuple[str, MissingAnswer]]:
        wanted = set(self._steps)
        return [
            (family, need)
            for family in (*self.chosen, HALL)
            for need in self._part(family).missing()
            if MeetingStep(need.stage, family) in wanted
        ]

    def go_to_missing(self) -> None:
        """Go to the first stage in which something still needs an answer."""
        needs = self._needs()
        if needs:
            family, need = needs[0]
            self._go(MeetingStep(need.stage, family), override=True)

    def stage_of(self, need: MissingAnswer) -> str:
        """The title of the stage in which *need* is asked, and for whom."""
        family = next((family for family, one in self._needs() if one is need or one == need), HALL)
        title = self.template.stage(need.stage).title
        return f"{title}, {family}" if family else str(title)

    def cut(self) -> SessionRecords:
        """What the meeting leaves, family by family and destination by destination."""
        found = [part.cut() for part in self._written()]
        return SessionRecords(
            records=tuple(record for one in found for record in one.records),
            left_out=tuple(dict.fromkeys(line for one in found for line in one.left_out)),
            problems=tuple(dict.fromkeys(line for one in found for line in one.problems)),
        )

    def _written(self) -> list[Sitting]:
        """The parts in which something was written, the meeting's own last."""
        parts = [part for family, part in self._parts.items() if family and part.editor.session.anything]
        return [*parts, self._hall]

    def close(self) -> None:
        """Keep the records, family by family, then close every part; what is private goes.

        Raises:
            NotReadyError: something is missing, or must be mended first; nothing was written.
            VaultError: the disk refused; what was written before it is safe and is written again next time.
        """
        problems = self.cut().problems
        if self.missing() or problems:
            raise NotReadyError("\n".join(problems) or "Something still needs an answer before the meeting can close.")
        self._leave(early=False)

    def end_early(self) -> None:
        """Keep the records of what was written so far and close every part; no reason is asked.

        Raises:
            NotReadyError: something must be mended first; nothing was written.
            VaultError: the disk refused; what was written before it is safe and is written again next time.
        """
        problems = self.cut().problems
        if problems:
            raise NotReadyError("\n".join(problems))
        self._leave(early=True)

    def _leave(self, *, early: bool) -> None:
        for family, part in list(self._parts.items()):
            if family and part.editor.session.status is SessionStatus.OPEN:
                if part.editor.session.anything:
                    part.leave(early=early)
                else:
                    self._shelf.let_go(part.editor.session.id, "nothing was written in it")
                    del self._parts[family]
        self._stand(at_family=HALL, families=(), chosen=())
        self._hall.leave(early=early)


def part_id(meeting: str, family: str) -> str:
    """The id of the session that is a family's part of a meeting."""
    return f"{meeting}-{family}"


def _hold(part: Sitting, now: datetime) -> None:
    """Stop the clock of a part that is not in hand."""
    part.editor.session = part.editor.stopped(now)


AnySitting = Sitting | Meeting
"""Whatever a screen can hold a session with."""
