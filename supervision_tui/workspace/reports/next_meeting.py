"""The meeting of last week, held again: its families in their order, families due, the roles moved on fairly.

Also the agenda of the next one on a page: steps to be heard of first, what is open, minutes.
Source: content specification 1 (T1); Telford & Wrekin 2022 (unit meetings).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from supervision_tui.days import day_in_words, weekday_in_words
from supervision_tui.records.documents import Document, DocumentItem, DocumentPart
from supervision_tui.session.child_choice import listed
from supervision_tui.text import Line
from supervision_tui.workspace.reports.due import OpenStep, due_items, open_steps
from supervision_tui.workspace.store import family_short_title, next_role_holders
from supervision_tui.workspace.store.place_left import number_of_families

if TYPE_CHECKING:
    from supervision_tui.practice import SessionTemplate
    from supervision_tui.workspace.running import SessionController
    from supervision_tui.workspace.workspace import Workspace

DUE = ("silence", "idea")
"""Kinds of things that wait for which a family is proposed, what asks for a meeting most first."""
MOST_DUE = 3
"""Families that are proposed beside those of last time."""


@dataclass(frozen=True, slots=True)
class NextMeeting:
    """A meeting like the last one.

    Attributes:
        template: its format.
        held: the day of the last one.
        families: (id, name) of those spoken of then, in their order.
        due: (id, name, why) of further families that are due: the first of them, as many as fit.
        also_due: names of those that are due too, and are not proposed.
        roles: who would hold which role now, by the role's id; nobody twice.
    """

    template: SessionTemplate
    held: date
    families: tuple[tuple[str, str], ...]
    due: tuple[tuple[str, str, str], ...]
    roles: Mapping[str, str]
    also_due: tuple[str, ...] = ()

    @property
    def family_ids(self) -> tuple[str, ...]:
        """The families of both lists, in their order."""
        return (*(ident for ident, _ in self.families), *(ident for ident, _, _ in self.due))

    @property
    def in_words(self) -> str:
        """One line for a list."""
        due = f", {len(self.due)} more due" if self.due else ""
        number = number_of_families(len(self.families))
        return f"{self.template.title} of {day_in_words(self.held)}: {number}{due}, roles moved on"

    @property
    def lines(self) -> tuple[str, ...]:
        """Families, why others are due, and roles, a line each."""
        names = [f"{number}. {name}" for number, (_, name) in enumerate(self.families, 1)]
        due = [f"{number}. {name}: {why}" for number, (_, name, why) in enumerate(self.due, len(names) + 1)]
        also = [self.also_in_words] if self.also_due else []
        titles = {role.id: str(role.title) for role in self.template.roles}
        held = [f"{titles.get(role, role)}: {name}" for role, name in self.roles.items()]
        free = [
            f"{role.title}: {'chosen as each family comes' if role.each_family else 'nobody yet'}"
            for role in self.template.roles
            if role.needed and role.id not in self.roles
        ]
        return (*names, *due, *also, "", *held, *free)

    @property
    def also_in_words(self) -> str:
        """Who is due beside those that are proposed; empty where nobody is."""
        return f"Due too, for another day: {listed(self.also_due)}." if self.also_due else ""


def last_meeting(workspace: Workspace, template_id: str = "") -> NextMeeting | None:
    """What the next meeting would be, from the last closed one about several families; ``None`` without one.

    One that ended before anything was said of a family is passed over, where there is another.
    """
    formats = {template.id: template for template in workspace.formats if template.family == "several"}
    summaries = workspace.summaries.all()
    found = [
        summary
        for summary in summaries
        if summary.closed
        and not summary.family_id
        and summary.template_id in formats
        and template_id in {"", summary.template_id}
    ]
    if not found:
        return None
    spoken_of = {part.meeting for part in summaries if part.family_id}
    last = next((summary for summary in found if summary.id in spoken_of), found[0])
    template, today = formats[last.template_id], workspace.today()
    titles = {heading.id: family_short_title(heading.title) for heading in workspace.families.headings()}
    ended = {ident for ident in titles if workspace.involvements.of(ident).ended}
    parts = sorted((part for part in summaries if part.meeting == last.id), key=lambda part: part.started)
    spoken = [part.family_id for part in parts if part.family_id in titles and part.family_id not in ended]
    families = tuple((ident, titles[ident]) for ident in dict.fromkeys(filter(None, spoken)))
    due = _due(workspace, {ident for ident, _ in families}, titles)
    also = tuple(name for _, name, _ in due[MOST_DUE:])
    roles = suggested_roles(workspace, template, today)
    return NextMeeting(template, last.day, families, due[:MOST_DUE], roles, also)


def _due(workspace: Workspace, there: set[str], titles: Mapping[str, str]) -> tuple[tuple[str, str, str], ...]:
    """Families that are due, those not spoken of first, each with every reason."""
    reasons: dict[str, list[str]] = {}
    waiting = [item for item in due_items(workspace, workspace.sessions.now()) if item.kind in DUE]
    for item in sorted(waiting, key=lambda item: DUE.index(item.kind)):
        if item.family in titles and item.family not in there:
            reasons.setdefault(item.family, []).append(item.words.removeprefix(f"{titles[item.family]}: "))
    return tuple((ident, titles[ident], "; ".join(why)) for ident, why in reasons.items())


def suggested_roles(workspace: Workspace, template: SessionTemplate, today: date) -> dict[str, str]:
    """Who would hold each role of a meeting: who held it least and may hold it; what few may hold is given first.

    A role of each family is given when its family comes.
    """
    turns = workspace.sessions.turns()
    here = [str(person.name) for person in workspace.people.roster.practitioners if person.here(today)]
    gone = {str(person.name) for person in workspace.people.roster.practitioners if not person.here(today)}
    candidates: dict[str, list[str]] = {}
    for role in template.roles:
        if not role.each_family and not (role.held_by and not role.needed and role.id == "guest"):
            held_it = {turn.name for turn in turns if turn.role == role.id}
            never = (name for name in here if name not in held_it)
            known = list(dict.fromkeys([*never, *next_role_holders(role.id, turns), *here]))
            at_work = [name for name in known if name not in gone]
            candidates[role.id] = workspace.people.eligible_holders(at_work, role.held_by)
    given: dict[str, str] = {}
    for role_id in sorted(candidates, key=lambda ident: len(candidates[ident])):
        free = [name for name in candidates[role_id] if name not in given.values()]
        if free:
            given[role_id] = free[0]
    return {role.id: given[role.id] for role in template.roles if role.id in given}


def hold_again(workspace: Workspace, meeting: NextMeeting) -> SessionController:
    """Begin *meeting*: its families in their order, the roles as proposed; each of them may pass."""
    controller = workspace.begin_meeting(meeting.template, meeting.family_ids, workspace.me)
    there = {slot.field.id for slot in controller.editor.slots() if slot.field.kind == "seat"}
    for role, name in meeting.roles.items():
        if role in there or meeting.template.role(role) is not None:
            controller.editor.seat(role, Line(name), controller.now())
    controller.save()
    return controller


def meeting_agenda_sheet(workspace: Workspace, meeting: NextMeeting) -> Document:
    """One page for the table: stages with minutes, roles, and for each family what is to be heard of first."""
    today = workspace.today()
    steps = open_steps(workspace.sessions.threads(), workspace.family_outlines.all())
    stages = tuple(
        DocumentItem(f"{stage.minutes} min  {stage.title}") for stage in meeting.template.stages if stage.minutes
    )
    titles = {role.id: str(role.title) for role in meeting.template.roles}
    roles = tuple(DocumentItem(f"{titles.get(role, role)}: {name}") for role, name in meeting.roles.items())
    named = [(ident, name, "") for ident, name in meeting.families] + list(meeting.due)
    families = tuple(_family_part(ident, name, why, steps, today) for ident, name, why in named)
    parts = (DocumentPart("Roles", roles), *families, DocumentPart("Stages", stages))
    return Document(
        title=f"{meeting.template.title}, {weekday_in_words(today)}",
        opening=f"{len(named)} families; the last one was on {day_in_words(meeting.held)}. For the meeting only.",
        closing=(meeting.also_in_words,) if meeting.also_due else (),
        parts=tuple(part for part in parts if part.items or part.note),
        author=str(workspace.me),
    )


def _family_part(ident: str, name: str, why: str, steps: Sequence[OpenStep], today: date) -> DocumentPart:
    theirs = [step for step in steps if step.summary.family_id == ident]
    items = tuple(DocumentItem(step.sheet_line(today)) for step in theirs)
    return DocumentPart(name, items or (DocumentItem("No step is open."),), note=why)
