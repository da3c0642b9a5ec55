"""What a hand-over and a chronology take from the sessions of a family; the check of who reads the page of danger."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from supervision_tui.days import weeks_in_words
from supervision_tui.lazy_pattern import lazy_pattern
from supervision_tui.practice import Destination
from supervision_tui.records.documents import Document
from supervision_tui.records.kinds import (
    HandOverWork,
    OpenStep,
    WorkRow,
    drawing_for_team,
    home_copies,
    steps_for_home,
    transfer,
)
from supervision_tui.records.kinds.chronology import FIRST
from supervision_tui.records.section_builder import by_when
from supervision_tui.records.story import safety_stores
from supervision_tui.session.child_choice import children_of
from supervision_tui.workspace.reports import ideas_over_time, open_steps, outcomes_in_words, scales
from supervision_tui.workspace.store import step_outcomes

if TYPE_CHECKING:
    from supervision_tui.family import Family
    from supervision_tui.records import Record
    from supervision_tui.records.kinds import LetterSafety
    from supervision_tui.workspace.store import SessionSummary
    from supervision_tui.workspace.workspace import Workspace


def hand_over(workspace: Workspace, family: Family, records: Sequence[Record], safety: LetterSafety | None) -> Document:
    """The hand-over of *family* as at today; without its page of danger where somebody of the family reads it."""
    threads, today = workspace.sessions.threads(), workspace.today()
    about = [thread for thread in threads if thread.family_id == family.id]
    steps = [
        OpenStep(
            str(step.action.what),
            step.action.who,
            by_when(step.action),
            f"{weeks_in_words(step.late(today))} late" if step.late(today) else "",
        )
        for step in open_steps(threads)
        if step.summary.family_id == family.id and step.action.destination is not Destination.SUPERVISION_RECORD
    ]
    items = workspace.stories.items(family)
    left_out: tuple[str, ...] = ()
    if safety is not None:
        (records, lines), (steps, more) = home_copies(records, safety), steps_for_home(steps, safety)
        left_out = tuple(dict.fromkeys((*lines, *more)))
    work = HandOverWork(
        steps=steps,
        outcomes=[line for line in outcomes_in_words(about, items, today) if line],
        ideas=workspace.sessions.ideas(family.id),
        scales=scales(threads, family),
        looked_at=ideas_over_time(threads, family.id),
    )
    made = transfer(
        family,
        records,
        work,
        today,
        author=str(workspace.me),
        picture=drawing_for_team(family, today, in_family=safety is not None),
        safety=safety,
    )
    return replace(made, withheld=tuple(dict.fromkeys((*made.withheld, *left_out))))


def work_rows(workspace: Workspace, family: Family) -> list[WorkRow]:
    """What sessions about *family* left for a chronology: steps that came to an end, numbers on scales."""
    about = [thread for thread in workspace.sessions.threads() if thread.family_id == family.id and thread.closed]
    return [*_ended_steps(about), *_numbers(about)]


_ENDED = {"done": "Done", "part": "Done in part", "not_done": "Not done", "not_needed": "No longer needed"}


def _ended_steps(about: Sequence[SessionSummary]) -> list[WorkRow]:
    outcomes = step_outcomes(about)
    ended = {
        entry.field: summary.day
        for summary in sorted(about, key=lambda summary: summary.started)
        for entry in summary.entries
    }
    rows = []
    for summary in about:
        for action in summary.actions:
            outcome = outcomes.get(action.id)
            state = outcome.state if outcome else action.state
            if state not in _ENDED or action.destination is not Destination.CHILD_FILE:
                continue
            why = f" ({outcome.why})" if outcome and outcome.why else ""
            day = ended.get(f"step.{action.id}", summary.day)
            what = f"{_ENDED[state]}: {action.what}{why}"
            rows.append(WorkRow(day, what, str(action.owner), children_of(action), is_step=True))
    return rows


def _numbers(about: Sequence[SessionSummary]) -> list[WorkRow]:
    rows = []
    for summary in about:
        for entry in summary.entries:
            number, rater = str(entry.parts.get("number", "")), str(entry.parts.get("rater", ""))
            if number.isdecimal() and rater and entry.destination is Destination.CHILD_FILE:
                because = str(entry.parts.get("because", ""))
                what = f"{number} of 10, said {rater}{f': {because}' if because else ''}"
                rows.append(WorkRow(summary.day, what, rater, (entry.child,) if entry.child else ()))
    return rows


_NOT_ONE_PERSON = lazy_pattern(
    r"\b(?:everyone|everybody|all|team|meeting|conference|panel|group|professionals|network)\b", re.IGNORECASE
)


def hand_over_warnings(family: Family, document: Document, today: date, *, in_family: bool) -> list[str]:
    """What to look at before a hand-over is written: who reads the page of danger, and what stays out of it."""
    found = []
    page = next((part for part in document.parts if part.heading == FIRST), None)
    if page is not None and page.items and not in_family:
        number = "1 thing" if len(page.items) == 1 else f"{len(page.items)} things"
        secret = any("must not learn" in item.words for item in page.items)
        among = ", among them who must not learn what" if secret else ""
        found.append(
            f"The first page tells {number} that must be known first{among}. Is {document.reader} a worker who must "
            f"know this, and who else opens what {document.reader} gets?"
        )
        if _NOT_ONE_PERSON.search(document.reader):
            found.append(f"“{document.reader}” is not one person. The page of danger goes to one worker by name.")
    if in_family:
        found.append("Somebody of the family reads this: the page of danger and the worries are not in it.")
    stores = safety_stores(family, today)
    found += [f"What keeps somebody safe is not in it, and is told by word of mouth: “{words}”" for words in stores]
    return found


def safety_store_warnings(family: Family, document: Document, today: date) -> list[str]:
    """A sentence for each safety store of *family* whose words stand in *document*."""
    text = document.words.casefold()
    return [
        f"“{words}” tells what keeps somebody safe, or how they would get away. Must it stand in this paper?"
        for words in safety_stores(family, today)
        if words.casefold() in text
    ]
