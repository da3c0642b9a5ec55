"""A person, a team or a pod in words: what was agreed, when supervision was and will be, what was learnt."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from supervision_tui.days import day_in_words
from supervision_tui.people import Due, Pod, Practitioner, Roster, Team
from supervision_tui.tui.content import content, stacked
from supervision_tui.tui.screens.people.forms import rhythm_words
from supervision_tui.workspace.people_notes import WHY_MISSED

if TYPE_CHECKING:
    from textual.content import Content

    from supervision_tui.workspace import Workspace

MOST_HELD = 6
"""Supervisions that are listed; older ones are counted."""


def due_words(due: Due | None, *, here: bool = True, last: date | None) -> tuple[str, str]:
    """When supervision is due after the *last* one, and the style of the words."""
    if not here:
        return "not here now", "$foreground 70%"
    if due is None:
        return "", ""
    none = "; none noted yet" if last is None and due.standing == "overdue" else ""
    pressing = due.standing == "overdue" or due.days == 0
    return f"{due.in_words}{none}", "$warning" if pressing else "" if due.standing == "due_soon" else "$foreground 70%"


def role_in_words(practitioner: Practitioner) -> str:
    """The role, and how far along in the work where that says more: "practitioner", "practitioner, experienced"."""
    return ", ".join(dict.fromkeys(part.replace("_", " ") for part in (practitioner.role, practitioner.stage)))


def about_person(workspace: Workspace, practitioner: Practitioner) -> Content:
    """Everything that is kept about a practitioner."""
    roster, today = workspace.people.roster_with_sessions, workspace.today()
    role = role_in_words(practitioner)
    parts: list[Content | str] = [
        content(roster.name_of(practitioner.id), "bold"),
        content(f"{role}{f', {practitioner.pronouns}' if practitioner.pronouns else ''}"),
    ]
    if practitioner.since:
        parts.append(f"in this work since {day_in_words(practitioner.since)}")
    if practitioner.left:
        parts.append(f"last day {day_in_words(practitioner.left)}")
    groups = [str(group.name) for _, group, _ in roster.groups() if practitioner.id in group.at(today)]
    parts.append(f"belongs to {', '.join(groups)}" if groups else "in no team yet")
    if practitioner in roster.supervised(today):
        parts += ["", content("Supervision", "$secondary"), *_supervision(workspace, roster, practitioner, today)]
    parts += ["", content("Agreement", "$secondary"), *_agreement(roster, practitioner, today)]
    parts += ["", content("Learning", "$secondary"), *_learning(roster, practitioner)]
    return stacked(*parts)


def _supervision(workspace: Workspace, roster: Roster, practitioner: Practitioner, today: date) -> list[Content | str]:
    due = workspace.people.due(practitioner, workspace.framework, today)
    words, style = due_words(due, last=roster.last_supervision(practitioner.id, today))
    lines: list[Content | str] = [content(f"the next {words}", style)]
    missed = roster.missed_since(practitioner.id, today)
    if missed is not None:
        lines.append(content(missed.in_words, "$warning"))
    elif due.standing == "overdue":
        lines.append(f"s notes that it took place; m that it did not, and why: {WHY_MISSED}")
    if roster.agreement_of(practitioner.id, today) is None:
        lines.append(content(f"by the framework: {workspace.framework.rhythm.words}", "$foreground 70%"))
    held = [supervision for supervision in reversed(roster.held) if supervision.practitioner == practitioner.id]
    lines += [
        f"held {day_in_words(supervision.on)}{f', {supervision.minutes} minutes' if supervision.minutes else ''}"
        for supervision in held[:MOST_HELD]
    ]
    if len(held) > MOST_HELD:
        lines.append(f"and {len(held) - MOST_HELD} before that")
    if held or due.standing == "overdue":  # the first line says that none is noted yet
        return lines
    return [*lines, "none is noted yet; s notes one, m one that did not take place"]


def _agreement(roster: Roster, practitioner: Practitioner, today: date) -> list[Content | str]:
    agreed = roster.agreement_of(practitioner.id, today)
    if agreed is None:
        return ["none yet; g makes one"]
    place = f", {agreed.place}" if agreed.place else ""
    lines: list[Content | str] = [
        f"with {roster.name_of(agreed.supervisor)} since {day_in_words(agreed.since)}",
        f"{rhythm_words(agreed.rhythm) or 'a rhythm of its own'}, {agreed.minutes} minutes{place}",
        "signed by both" if agreed.both_signed else content("not signed by both yet", "$warning"),
    ]
    if agreed.review_due(today):
        lines.append(content("a year has passed: look at it again together (g)", "$warning"))
    for label, words in (
        ("what helps", agreed.what_helps), ("when it is hard", agreed.when_it_is_hard),
        ("if we disagree", agreed.if_we_disagree), ("difference and power", agreed.difference),
        ("where notes go", agreed.where_notes_go),
    ):  # fmt: skip
        if words:
            lines.append(f"{label}: {words}")
    return lines


def _learning(roster: Roster, practitioner: Practitioner) -> list[Content | str]:
    found = [note for note in roster.learning if note.practitioner == practitioner.id]
    if not found:
        return ["nothing noted yet; l notes a piece"]
    return [f"{day_in_words(note.on)}{note.ways.replace(', ', ' · ')}: {note.words}" for note in found]


def about_group(workspace: Workspace, kind: str, group: Team | Pod) -> Content:
    """A team or a pod: who belongs to it, and whose turn it is to facilitate."""
    roster, today, reword = workspace.people.roster, workspace.today(), workspace.framework.reword
    parts: list[Content | str] = [content(group.name, "bold"), reword(kind), ""]
    parts += [content("Who belongs to it", "$secondary"), *(roster.name_of(ident) for ident in group.at(today))]
    if isinstance(group, Pod):
        turn = ", then ".join(roster.name_of(ident) for ident in group.facilitators)
        parts += ["", content("Who facilitates, in turn", "$secondary"), turn or "nobody is named yet; e names them"]
        parts += ["", content(reword("A pod keeps no record of any family."), "$foreground 70%")]
    return stacked(*parts)
