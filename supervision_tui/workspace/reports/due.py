"""What is due: next steps past their date, supervision, untested ideas, families not spoken of, days that come round.

Sources: content specification 1 (T1: a family not spoken of for some weeks), 3.2 (an idea is stale after eight weeks),
7.1 (supervision on time); peers notes 5.6 (what drifts rises by itself).
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Literal, NamedTuple

from supervision_tui.days import day_in_words, weekday_in_words, weeks_in_words
from supervision_tui.session import Action, Hypothesis
from supervision_tui.session.carry_over import OUTCOME_WORDS, OVER
from supervision_tui.session.due_days import step_due_day
from supervision_tui.workspace.store import family_short_title, step_outcomes

if TYPE_CHECKING:
    from supervision_tui.people import Due, MissedSupervision, Practitioner
    from supervision_tui.session.carry_over import StepOutcome
    from supervision_tui.session.model import ActionState
    from supervision_tui.workspace.store import FamilyOutline, SessionSummary
    from supervision_tui.workspace.workspace import Workspace

Kind = Literal["action", "supervision", "agreement", "idea", "silence", "anniversary", "visit"]
HIDDEN_STEP = "a step that is not told here: its session has it"
"""Stands for the words of a step that tell of something kept from somebody."""
HARD_DAY = "a day that may be hard for somebody comes round: see the timeline"
"""Stands for an anniversary of harm: nobody reads of it on the first screen."""
UNSAID = frozenset({"abuse", "domestic_abuse", "violence", "exploitation", "suicide", "disclosure", "prison"})
"""Themes of events that stand in no list that anybody may see."""
UNSPOKEN_WEEKS = 4
"""Weeks after which a family counts as not spoken of, where the framework has no rhythm for groups."""


class OpenStep(NamedTuple):
    """A next step that is open: from which session, how old, and in how many later talks about the family it stayed.

    *due* is the day by which it is due; "asap" means the working day after it was said. *family* says what of its words
    is kept from somebody; that is worked out for the steps that a list shows. *outcome* is what was said of it last,
    where that does not end it.
    """

    summary: SessionSummary
    action: Action
    talks: int
    family: FamilyOutline | None = None
    outcome: StepOutcome | None = None
    due: date | None = None

    @property
    def hidden(self) -> bool:
        """Whether its words tell of something that is kept from somebody, so that no list says them."""
        action = self.action
        return self.family is not None and self.family.hidden.tells(f"{action.what} {action.done_when}")

    @property
    def what(self) -> str:
        """Its words, where a list may say them."""
        return HIDDEN_STEP if self.hidden else str(self.action.what)

    def late(self, today: date) -> int:
        """Days past its date; 0 when it is not, or has none."""
        return max((today - self.due).days, 0) if self.due else 0

    def age(self, today: date) -> int:
        """Days since it was agreed."""
        return max((today - self.action.at.astimezone().date()).days, 0)

    def when(self, today: date) -> str:
        """How late it is, or by when it is due; without a day, how old it is."""
        if late := self.late(today):
            return f"{weeks_in_words(late)} late"
        if self.due is not None:
            return f"by {weekday_in_words(self.due)}"
        age = self.age(today)
        return f"no day, {weeks_in_words(age)} old" if age else "no day"

    @property
    def state(self) -> ActionState:
        """How it stands: "open", "part" or "not_done"."""
        return self.outcome.state if self.outcome else self.action.state

    @property
    def why(self) -> str:
        """Why it is done in part or not yet, where a list may say it."""
        why = str(self.outcome.why) if self.outcome else ""
        return "" if self.hidden or (self.family is not None and self.family.hidden.tells(why)) else why

    @property
    def outcome_words(self) -> str:
        """What came of it so far: "done in part: the school was shut"; "" where nothing was said yet."""
        came = OUTCOME_WORDS.get(self.state, "")
        return f"{came}: {self.why}" if came and self.why else came

    @property
    def family_name(self) -> str:
        """What the team calls the family that it is about, or ""."""
        return family_short_title(str(self.family.title)) if self.family else str(self.summary.family_ref)

    def sheet_line(self, today: date) -> str:
        """A line of a paper about its family: what, who, how late or by when, what came of it so far."""
        outcome = f": {self.outcome_words}" if self.outcome_words else ""
        return f"{self.what} ({self.action.who}, {self.when(today)}){outcome}"

    def words(self, today: date, *, of_one_family: bool = False) -> str:
        """One line for a list; in a list *of_one_family* without its name."""
        what = f"{self.action.who}: {self.what}"
        ref = f" ({self.family_name})" if self.family_name and not of_one_family else ""
        talked = f" · spoken of {self.talks} times since, still open" if self.talks > 1 else ""
        outcome = f" · {self.outcome_words}" if self.outcome_words else ""
        return f"{self.when(today)} · {what}{ref}{outcome}{talked}"


@dataclass(frozen=True, slots=True)
class DueItem:
    """Something that waits: its *kind*, a line of *words*, the *family*, *person* or *session* to go to."""

    kind: Kind
    words: str
    family: str = ""
    person: str = ""
    session: str = ""
    urgent: bool = False


def open_steps(summaries: Sequence[SessionSummary], families: Iterable[FamilyOutline] = ()) -> list[OpenStep]:
    """Every open step of closed sessions: what is past its date first, the latest of all at the top.

    What a later session said became of a step counts. Of *families* what is kept from somebody stands in no words.
    """
    outlines = {family.id: family for family in families}
    oldest_first = sorted((summary for summary in summaries if summary.closed), key=lambda summary: summary.started)
    outcomes = step_outcomes(oldest_first)
    talks: dict[str, list[datetime]] = defaultdict(list)
    for summary in oldest_first:
        if summary.family_id and summary.is_session:
            talks[summary.family_id].append(summary.started)
    newest = {action.id: action for summary in oldest_first for action in summary.actions}
    # a step that came back with a parcel stands once, as it was last
    steps: list[OpenStep] = []
    for summary in oldest_first:
        family, later = outlines.get(summary.family_id or ""), _after(talks[summary.family_id or ""], summary.started)
        for action in summary.actions:
            outcome = outcomes.get(action.id)
            if newest[action.id] is action and (outcome.state if outcome else action.state) not in OVER:
                steps.append(OpenStep(summary, action, later, family, outcome, step_due_day(action)))
    return sorted(steps, key=lambda step: (step.due or date.max, step.action.at))


def _after(days: Sequence[datetime], day: datetime) -> int:
    """How many of *days*, the earliest first, are after *day*."""
    return len(days) - bisect_right(days, day)


def stale_ideas(summaries: Iterable[SessionSummary], now: datetime) -> dict[str, list[Hypothesis]]:
    """Ideas of closed sessions that nobody has looked at for eight weeks, by family; each as it was last seen."""
    last: dict[tuple[str, str], Hypothesis] = {}
    for summary in summaries:  # the newest session comes first
        if summary.family_id and summary.closed:
            for idea in summary.hypotheses:
                last.setdefault((summary.family_id, idea.statement.casefold()), idea)
    found: dict[str, list[Hypothesis]] = defaultdict(list)
    for (family_id, _), idea in last.items():
        if idea.stale(now):
            found[family_id].append(idea)
    return found


def due_items(workspace: Workspace, now: datetime) -> list[DueItem]:
    """Everything that waits but next steps (see :func:`open_steps`), what presses most first."""
    today = now.date()
    summaries = workspace.summaries.all()
    names = {heading.id: family_short_title(heading.title) for heading in workspace.families.headings()}
    found = [*_visits(workspace, names), *_supervision(workspace, today), *_ideas(summaries, names, now)]
    found += _silent(workspace, summaries, names, today)
    found += _anniversaries(workspace.family_outlines.all(), today)
    return sorted(found, key=lambda item: not item.urgent)


def _visits(workspace: Workspace, names: Mapping[str, str]) -> Iterator[DueItem]:
    for session in workspace.sessions.prepared():
        ref, on = names.get(session.family_id, session.family_id), day_in_words(session.day)
        words = f"{ref}: a visit was prepared on {on}; look back on it"
        yield DueItem("visit", words, family=session.family_id, session=session.session_id, urgent=True)


def supervision_standing(workspace: Workspace, today: date) -> list[tuple[Practitioner, Due, MissedSupervision | None]]:
    """Everybody who is to have supervision, with when it is due and what did not take place since the last one."""
    roster = workspace.people.roster_with_sessions
    return [
        (
            practitioner,
            workspace.people.due(practitioner, workspace.framework, today),
            roster.missed_since(practitioner.id, today),
        )
        for practitioner in roster.supervised(today)
    ]


def _supervision(workspace: Workspace, today: date) -> Iterator[DueItem]:
    roster = workspace.people.roster_with_sessions
    for practitioner, due, missed in supervision_standing(workspace, today):
        late = due.standing == "overdue"
        if late or due.standing == "due_soon" or missed is not None:
            after = f"; {missed.in_words}" if missed is not None else ""
            words = f"{practitioner.name}: supervision {due.in_words}{after}"
            yield DueItem("supervision", words, person=practitioner.id, urgent=late or missed is not None)
        agreement = roster.agreement_of(practitioner.id, today)
        if agreement is not None and agreement.review_due(today):
            words = f"{practitioner.name}: the supervision agreement waits for its yearly look"
            yield DueItem("agreement", words, person=practitioner.id)


def _ideas(summaries: Sequence[SessionSummary], names: Mapping[str, str], now: datetime) -> Iterator[DueItem]:
    for family_id, ideas in sorted(stale_ideas(summaries, now).items()):
        if family_id in names:
            longest = max((now - (idea.history[-1].at if idea.history else idea.at)).days for idea in ideas)
            count = "an idea" if len(ideas) == 1 else f"{len(ideas)} ideas"
            yield DueItem(
                "idea", f"{names[family_id]}: {count} untested for {weeks_in_words(longest)}", family=family_id
            )


def _silent(
    workspace: Workspace, summaries: Sequence[SessionSummary], names: Mapping[str, str], today: date
) -> Iterator[DueItem]:
    limit = timedelta(days=workspace.framework.rhythm.group_every_days or UNSPOKEN_WEEKS * 7)
    last: dict[str, date] = {}
    for summary in summaries:
        if summary.family_id:
            last[summary.family_id] = max(summary.day, last.get(summary.family_id, date.min))
    ended = {heading.id for heading in workspace.involvements.headings() if workspace.involvements.of(heading.id).ended}
    silent = [
        (today - last.get(heading.id, heading.saved_at.date()), heading.id)
        for heading in workspace.families.headings()
        if heading.id not in ended
    ]
    for silence, family_id in sorted(silent, reverse=True):
        if silence > limit:
            since = "not spoken of for" if family_id in last else "here but never spoken of, for"
            yield DueItem("silence", f"{names[family_id]}: {since} {weeks_in_words(silence.days)}", family=family_id)


def _anniversaries(families: Iterable[FamilyOutline], today: date) -> Iterator[DueItem]:
    from supervision_tui.family.patterns.anniversaries import near_days  # noqa: PLC0415 - loads kinship, not needed before

    for family in families:
        for event, years in near_days(family.events, today):
            if event.id in family.hidden.events:
                continue
            ago = "a year" if years == 1 else f"{years} years"
            words = f"{ago} since: {event.what}" if event.theme not in UNSAID else HARD_DAY
            yield DueItem("anniversary", f"{family_short_title(family.title)}: {words}", family=family.id)
