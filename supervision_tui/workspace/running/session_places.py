"""Where one is in a session, what waits in it, and how one goes anywhere: the controller's half that finds places."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from datetime import datetime
from typing import TYPE_CHECKING, Literal

from supervision_tui.session.clock import (
    FamilyShare,
    fair_share,
    seconds_used,
    stage_letters,
    stage_shares,
    time_of,
    without_visit,
)
from supervision_tui.session.meeting_steps import CHOOSING, MeetingStep, time_asked
from supervision_tui.session.tray.jotting import jot_slot, lines_in_tray
from supervision_tui.session.tray.state import waiting_lines
from supervision_tui.session.tray.typed_parts import step_in
from supervision_tui.workspace.running.overview import NeededAnswer, SessionOverview, needed_answers, stage_rows

if TYPE_CHECKING:
    from supervision_tui.practice import SessionTemplate
    from supervision_tui.session import Clock, SessionEditor
    from supervision_tui.session.drafts import WaitingDraft
    from supervision_tui.session.tray.step_reading import StepReading
    from supervision_tui.text import Line
    from supervision_tui.workspace.running.session_part import SessionPart


READ_BACK = "read_back"
"""The activity in which the next steps of all families are read back."""
StageEnd = Literal["nothing", "stage", "part"]
"""What ends with a step: nothing, a stage, or a stage after which another part of a meeting is in hand."""


class NotReadyError(ValueError):
    """The session cannot close yet."""


class SessionPlaces:
    """The places of a session in progress. :class:`SessionController` is the only one there is."""

    me: Line
    """Whose notebook this is."""
    template: SessionTemplate
    """The format of the session, whole."""
    _own: SessionPart
    _parts: dict[str, SessionPart]
    _family_titles: Callable[[], Mapping[str, str]]
    _looked_at: MeetingStep | None
    """The stage in front, where somebody came only to look at it."""

    @property
    def part(self) -> SessionPart:
        """The part in hand."""
        raise NotImplementedError

    @property
    def editor(self) -> SessionEditor:
        """The session document of the part in hand."""
        raise NotImplementedError

    @property
    def families(self) -> tuple[str, ...]:
        """Ids of the families that a meeting speaks of."""
        raise NotImplementedError

    @property
    def chosen(self) -> tuple[str, ...]:
        """Ids of the families that are thought about in depth, in their order."""
        raise NotImplementedError

    @property
    def _steps(self) -> tuple[MeetingStep, ...]:
        raise NotImplementedError

    def clock(self) -> Clock:
        """The clock of the stage in hand and of the whole session."""
        raise NotImplementedError

    def now(self) -> datetime:
        """The time."""
        raise NotImplementedError

    def _part(self, family: str) -> SessionPart:
        raise NotImplementedError

    def _go(self, step: MeetingStep, *, override: bool = False) -> None:
        raise NotImplementedError

    def waiting_drafts(self) -> tuple[WaitingDraft, ...]:
        """Everything that was begun in any part and is not kept yet."""
        letters, names = stage_letters(self.template), self.family_names
        return tuple(
            draft
            for family, part in self._parts.items()
            for draft in part.waiting_drafts(family, letters, names.get(family, ""))
        )

    def go_to(self, stage: str, family: str = "", *, override: bool = True) -> None:
        """Go to the stage in which something waits or stands, of the part about *family*.

        A stage that was only looked at is not held by it: when it is left again, and nothing was kept there, it is
        as it was.

        Raises:
            StageLockedError: it waits for another stage, and *override* is not given.
        """
        step = MeetingStep(stage, family)
        new = not time_of(self._part(family).editor.session, stage).visited
        self._go(step, override=override)
        self._looked_at = step if new else None

    @property
    def here(self) -> MeetingStep:
        """The stage in front, and whose it is."""
        return MeetingStep(self.editor.session.stage, self._own.editor.session.at_family)

    def first_step_of(self, family: str) -> MeetingStep | None:
        """Where the part of *family* was left, or its first stage; ``None`` where none is held for it today."""
        part = self._parts.get(family)
        left = MeetingStep(part.editor.session.stage, family) if part is not None else None
        theirs = [step for step in self._steps if step.family == family]
        return left if left in theirs else next(iter(theirs), None)

    @property
    def family_name(self) -> str:
        """The family in front by name, with which of how many it is in a meeting; "" for none."""
        family = self.part.family
        if family is None:
            return ""
        name = self.family_names.get(family.id) or str(family.title).partition(" - ")[0]
        order = self._order
        place = f", family {order.index(family.id) + 1} of {len(order)}" if family.id in order else ""
        return f"{name}{place}"

    @property
    def _order(self) -> tuple[str, ...]:
        """The families of a meeting in the order in which they are thought about: those chosen, or all."""
        chosen = self.chosen
        return chosen if self.here.family in chosen else self.family_order

    @property
    def family_order(self) -> tuple[str, ...]:
        """Ids of all families of a meeting: those chosen in their order, then the others; a family's number in it."""
        return tuple(dict.fromkeys((*self.chosen, *self.families)))

    def family_minutes(self) -> tuple[int, int] | None:
        """Minutes used and planned for the stages of the family in front; ``None`` outside a meeting's family part."""
        family = self.here.family
        if not family or family not in self.chosen:
            return None
        session, now = self.part.editor.session, self.now()
        stages = [stage for stage in self.template.stages if stage.phase == "family"]
        used = sum(seconds_used(session, stage.id, now) for stage in stages)
        return int(used // 60), sum(stage.minutes + time_of(session, stage.id).extra for stage in stages)

    @property
    def family_names(self) -> dict[str, str]:
        """The name of each family of a meeting, by id: its title up to a dash; whole where two begin alike."""
        titles = self._family_titles()
        short = {family: titles.get(family, family).partition(" - ")[0] for family in self.families}
        alike = Counter(short.values())
        return {family: name if alike[name] == 1 else titles[family] for family, name in short.items()}

    @property
    def workers(self) -> tuple[str, ...]:
        """Who may carry a step, beside the list of people: whose notebook this is, and who has a role."""
        return (str(self.me), *(str(seat.name) for seat in self._own.editor.session.seats))

    def step_in(self, words: str, family: str) -> StepReading:
        """The next step that *words* say in the part about *family*: who does it, and by when."""
        return step_in(self._part(family).editor, words, self.now().date(), self.workers)

    def names_another_family(self, words: str) -> bool:
        """Whether *words* name somebody of another family than the one in hand; until those are read, any may."""
        watch = self.part.other_families_watch
        if not words.strip():
            return False
        named = self.is_meeting and self.part.named_elsewhere(words, self.families) if watch.is_ready else True
        return bool(named or watch.notice(words))

    def part_with_role(self, role: str, part: SessionPart) -> SessionPart | None:
        """Where it stands who holds *role* (an id) for *part*: there, or in the meeting's own; ``None`` for nowhere."""
        return next((held for held in (part, self._own) if held.editor.template.role(role) is not None), None)

    def part_about(self, family: str) -> SessionPart:
        """The part about the family of that id, begun now if it was not; the session's own part for ""."""
        return self._part(family)

    def trays(self) -> dict[str, int]:
        """How many lines wait in each tray that is not empty, by the id of the family, "" for the session's own."""
        counts = {family: lines_in_tray(part.editor) for family, part in self._parts.items()}
        return {family: count for family, count in counts.items() if count}

    @property
    def is_meeting(self) -> bool:
        """Whether the session is about several families, and families can be chosen in it."""
        return self.template.family == "several"

    def read_back(self) -> tuple[tuple[str, str], ...]:
        """What a stage of all families reads out, each line with the id of its family.

        Before families are chosen that is who needs time today, and in the stage that reads them back every next step.
        """
        names = self.family_names
        if self.is_meeting and self.editor.stage.activity == CHOOSING:
            return tuple((family, f"{names[family]}  time: {words}") for family, words in self.time_asked().items())
        if not self.is_meeting or self.editor.stage.activity != READ_BACK:
            return ()
        return tuple(
            (family, f"{names.get(family, family)}  {action.who}, {action.by_when}: {action.what}")
            for family, part in self._parts.items()
            for action in part.editor.session.actions
        )

    def time_asked(self) -> dict[str, str]:
        """What was said of each family when it was asked whether time is needed today, by id, in their order."""
        asked = {
            family: " ".join(time_asked(part.editor.session, self.template).split())
            for family in self.family_order
            if (part := self._parts.get(family)) is not None
        }
        return {family: words for family, words in asked.items() if words}

    def tray_line_ids(self) -> frozenset[str]:
        """The ids of all lines that wait in a tray, and of those that were begun and left."""
        editors = [part.editor for part in self._parts.values()]
        begun = {f"begun in {editor.session.id}" for editor in editors if editor.drafted(jot_slot(editor)) is not None}
        return frozenset(begun | {line.id for editor in editors for line in waiting_lines(editor.session)})

    @property
    def stage_end(self) -> StageEnd:
        """What ends with the step in hand."""
        here, steps = self.here, self._steps
        following = steps[steps.index(here) + 1] if here in steps and here != steps[-1] else None
        if following is None or following.stage == here.stage:
            return "nothing"
        return "part" if here.family != following.family else "stage"

    def go_to_missing(self) -> NeededAnswer | None:
        """Go to the stage of the first answer that is needed before the close; returns which it is, if any."""
        need = next(iter(self.overview().needed), None)
        if need is not None:
            self.go_to(need.stage, need.family)
        return need

    def next_family(self) -> FamilyShare | None:
        """What the family after this one can have, where its part begins with the next step; else ``None``."""
        here, steps = self.here, self._steps
        following = steps[steps.index(here) + 1] if here in steps and here != steps[-1] else None
        chosen = self.chosen
        if (
            following is None
            or following.family in {"", here.family}
            or not {here.family, following.family} <= set(chosen)
        ):
            return None
        planned = self._family_plan()
        if following.stage not in planned:
            return None
        at = [stage.id for stage in self.template.stages].index(list(planned)[-1])
        closing = sum(stage.minutes for stage in self.template.stages[at + 1 :])
        clock, families = self.clock(), len(chosen) - chosen.index(following.family)
        left = max(clock.total_planned - int(clock.total_used // 60), 0)
        fair = fair_share(left, closing, families, len(planned))
        return FamilyShare(following.family, sum(planned.values()), fair, left, closing, families)

    def _family_plan(self) -> dict[str, int]:
        """The minutes of each stage that is held family by family, as the format plans them."""
        return {stage.id: stage.minutes for stage in self.template.stages if stage.phase == "family"}

    def give_family(self, family: str, minutes: int) -> None:
        """Let the part about *family* have *minutes*, spread over its stages as the format plans them."""
        editor = self._part(family).editor
        times = dict(editor.session.times)
        for stage, extra in stage_shares(self._family_plan(), minutes).items():
            times[stage] = time_of(editor.session, stage).model_copy(update={"extra": extra})
        editor.step(f"gave this family {minutes} minutes", self.now(), times=times)

    def overview(self) -> SessionOverview:
        """Every stage, family, draft and needed answer that one can go to."""
        sessions = {family: part.editor.session for family, part in self._parts.items()}
        return SessionOverview(
            stage_rows(self.template, self._steps, self.here, self.family_order, sessions),
            self.family_order,
            self.waiting_drafts(),
            needed_answers(self._parts, self.template, self._steps),
            self.trays(),
        )

    def _forget_look(self) -> None:
        """A stage that was looked at and is left with nothing kept in it was not held."""
        step, self._looked_at = self._looked_at, None
        if step is not None and step == self.here:
            self.editor.session = without_visit(self.editor.session, step.stage, self.now())
