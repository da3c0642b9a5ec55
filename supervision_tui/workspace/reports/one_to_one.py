"""The children whom a worker works with, for one-to-one supervision: what is due for each, and who was not spoken of.

A child is a worker's where the worker was the lead, second or presenting worker when the family was spoken of last, or
has an open step for the family. Source: content specification 1 (T6, stage 4: seen when, plan moving, drift).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from supervision_tui.days import ago_in_words, weekday_in_words
from supervision_tui.records.documents import Document, DocumentItem, DocumentPart
from supervision_tui.session.child_choice import is_for
from supervision_tui.session.fields import names_of
from supervision_tui.workspace.reports.confirmation import WaitingRecord, to_confirm, waiting_records
from supervision_tui.workspace.reports.due import OpenStep, open_steps, stale_ideas
from supervision_tui.workspace.reports.family_page import seen_lines
from supervision_tui.workspace.store import family_short_title

if TYPE_CHECKING:
    from supervision_tui.family import Family, Person
    from supervision_tui.session import Seat
    from supervision_tui.workspace.store import SessionSummary
    from supervision_tui.workspace.workspace import Workspace

BRINGS = frozenset({"lead", "second", "presenter"})
"""Roles of those who work with the family that is spoken of."""
MOST_STEPS = 3
"""Steps of a child that are told one by one."""
UNSEEN_DAYS = 28
"""Days without being seen alone after which it is asked about first."""


@dataclass(frozen=True, slots=True)
class ChildStanding:
    """How things stand for one child of the *family* called *family_name*; what is *due* comes first in *lines*."""

    family: str
    family_name: str
    child: str
    name: str
    lines: tuple[str, ...]
    due: int

    @property
    def heading(self) -> str:
        """The child and the family, and whether something is due."""
        due = f": {self.due} due" if self.due else ""
        return f"{self.name}, {self.family_name}{due}"


def children_in_work(workspace: Workspace, worker: str) -> tuple[ChildStanding, ...]:
    """The children whom *worker*, by name or by id, works with; those for whom most is due first."""
    today, threads = workspace.today(), workspace.sessions.threads()
    outlines = {outline.id: outline for outline in workspace.family_outlines.all()}
    steps = open_steps(threads, outlines.values())
    mine = _families_of(workspace, worker, threads, steps)
    found: list[ChildStanding] = []
    for family_id in mine:
        if family_id in outlines and not workspace.involvements.of(family_id).ended:
            found += _of_family(workspace, family_id, threads, steps, today)
    return tuple(sorted(found, key=lambda child: (-child.due, child.family_name, child.name)))


def one_to_one_sheet(workspace: Workspace, worker: str) -> Document:
    """A page for the table: each child whom *worker* works with, and what is due."""
    children = children_in_work(workspace, worker)
    parts = tuple(DocumentPart(child.heading, tuple(DocumentItem(line) for line in child.lines)) for child in children)
    return Document(
        title=f"For one-to-one with {worker}, {weekday_in_words(workspace.today())}",
        opening=f"{len(children)} children, those for whom most is due first. For the two of you only.",
        parts=parts,
        author=str(workspace.me),
    )


def _families_of(
    workspace: Workspace, worker: str, threads: Sequence[SessionSummary], steps: Sequence[OpenStep]
) -> list[str]:
    """The ids of the families that *worker* works with, in the order in which they were spoken of last."""
    newest: dict[str, SessionSummary] = {}
    for summary in threads:
        if summary.family_id and summary.closed and summary.is_session and _brought(summary.seats):
            newest.setdefault(summary.family_id, summary)
    found = [family for family, summary in newest.items() if _is_among(workspace, worker, _brought(summary.seats))]
    owned = (step for step in steps if step.summary.family_id and _is(workspace, worker, *_owner(step)))
    return list(dict.fromkeys([*found, *(step.summary.family_id or "" for step in owned)]))


def _brought(seats: Sequence[Seat]) -> list[Seat]:
    return [seat for seat in seats if seat.role in BRINGS and seat.name]


def _is_among(workspace: Workspace, worker: str, seats: Sequence[Seat]) -> bool:
    return any(_is(workspace, worker, str(seat.name), seat.person) for seat in seats)


def _owner(step: OpenStep) -> tuple[str, str]:
    return str(step.action.owner), step.action.owner_id


def _is(workspace: Workspace, worker: str, name: str, ident: str) -> bool:
    """Whether *name*, with the id that stands beside it, is the *worker*."""
    directory = workspace.people.directory
    meant = directory.ids_for(worker)
    if len(meant) == 1 and (ident or directory.written_by(name)):
        return directory.same(ident or directory.written_by(name), meant[0])
    return bool(name) and name.casefold() == worker.strip().casefold()


def _of_family(
    workspace: Workspace, family_id: str, threads: Sequence[SessionSummary], steps: Sequence[OpenStep], today: date
) -> Iterator[ChildStanding]:
    family = workspace.stories.family(family_id)
    theirs = [step for step in steps if step.summary.family_id == family_id]
    spoken = [thread.day for thread in threads if thread.family_id == family_id and thread.is_session]
    untested = len(stale_ideas(threads, workspace.sessions.now()).get(family_id, []))
    waiting = [row for row in to_confirm(waiting_records(workspace)) if row.family == family_id]
    names = names_of(family, [child.id for child in family.focus_children()], today)
    for child in family.focus_children():
        due = [*_steps(theirs, child, today), *_waits(waiting, child)]
        pressing = [line for line, presses in due if presses]
        others = [line for line, presses in due if not presses]
        seen, unseen = _seen(family, child, today)
        silent = _silence(spoken, today)
        ideas = [f"{untested} {'idea' if untested == 1 else 'ideas'} of the team untested"] if untested else []
        lines = [*([seen] if unseen else []), *pressing, *([] if unseen else [seen]), silent, *ideas, *others]
        name = family_short_title(str(family.title))
        yield ChildStanding(family_id, name, child.id, names[child.id], tuple(lines), len(pressing) + unseen)


def _seen(family: Family, child: Person, today: date) -> tuple[str, bool]:
    """When *child* was seen, in words; and whether that is to be asked about first."""
    if child.kind == "unborn":
        return "not born yet", False
    lines = seen_lines(family, child.id, today)
    alone = [
        contact.date.latest for contact in family.contacts
        if child.id in contact.who and contact.kind == "seen_alone" and contact.date
    ]  # fmt: skip
    summary = "; ".join(lines[:2]) if lines else "not noted as seen yet"
    return f"Seen: {summary}", not alone or (today - max(alone)).days > UNSEEN_DAYS


def _silence(spoken: Sequence[date], today: date) -> str:
    if not spoken:
        return "Not spoken of in a session yet"
    return f"Spoken of {ago_in_words(max(spoken), today)}"


def _steps(steps: Sequence[OpenStep], child: Person, today: date) -> Iterator[tuple[str, bool]]:
    mine = [step for step in steps if is_for(step.action, child.id)]
    for step in mine[:MOST_STEPS]:
        yield f"Step: {step.sheet_line(today)}", bool(step.late(today)) or step.due is None
    if len(mine) > MOST_STEPS:
        late = sum(bool(step.late(today)) for step in mine[MOST_STEPS:])
        yield f"{len(mine) - MOST_STEPS} more open {'step' if len(mine) == MOST_STEPS + 1 else 'steps'}", bool(late)


def _waits(waiting: Sequence[WaitingRecord], child: Person) -> Iterator[tuple[str, bool]]:
    mine = [row for row in waiting if str(row.record.subject) == child.id]
    if mine:
        oldest = min(mine, key=lambda row: row.record.day)
        age = "since today" if oldest.age == "today" else f"for {oldest.age}"
        what = "An entry for the file waits" if len(mine) == 1 else f"{len(mine)} entries for the file wait"
        yield f"{what} to be confirmed, {'' if len(mine) == 1 else 'the oldest '}{age}", True
