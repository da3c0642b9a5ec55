"""What waits today, in the order in which it presses: to confirm, overdue, without a day, families, people.

The same rows stand on Today, in plain mode and on the command line. Nothing that is kept from somebody stands here.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Literal, NamedTuple

from supervision_tui.days import weeks_in_words
from supervision_tui.gc_pause import gc_paused
from supervision_tui.session.child_choice import children_of
from supervision_tui.workspace.danger_steps import danger_file_problem
from supervision_tui.workspace.own_files import own_document_problems, own_folder_problems
from supervision_tui.workspace.reports.confirmation import WaitingRecord, to_confirm, waiting_records
from supervision_tui.workspace.reports.due import DueItem, OpenStep, due_items, open_steps
from supervision_tui.workspace.store import family_short_title

if TYPE_CHECKING:
    from datetime import datetime

    from supervision_tui.workspace.store import FamilyOutline
    from supervision_tui.workspace.workspace import Workspace

RowKind = Literal["own files", "confirm", "overdue", "no day", "to come", "visit", "family", "people", "day"]
KIND_OF: dict[str, RowKind] = {
    "visit": "visit", "supervision": "people", "agreement": "people", "idea": "family", "silence": "family",
    "anniversary": "day",
}  # fmt: skip
"""What each kind of a thing that waits is called in the list."""
ORDER: tuple[RowKind, ...] = (
    "own files", "confirm", "visit", "overdue", "no day", "family", "people", "day", "to come",
)  # fmt: skip
TALKS = 2
"""Talks in which nothing moved, after which a step is told under its family."""


class TodayRow(NamedTuple):
    """One line: its *key* and *kind*; the step, thing that waits, or records that it leads to.

    *tell* gives its words: of thousands of rows only those that a list shows are put into words.
    """

    key: str
    kind: RowKind
    tell: Callable[[], str]
    step: OpenStep | None = None
    item: DueItem | None = None
    records: tuple[WaitingRecord, ...] = ()

    @property
    def words(self) -> str:
        """What waits, in words."""
        return self.tell()

    @property
    def in_words(self) -> str:
        """The line as a list shows it."""
        return f"{self.kind:<10} {self.words}"


@dataclass(frozen=True, slots=True)
class TodayList:
    """Everything that waits: *rows* in their order, *steps* as they were gathered."""

    rows: tuple[TodayRow, ...] = ()
    steps: tuple[OpenStep, ...] = ()
    confirm: tuple[WaitingRecord, ...] = ()

    def first_rows(self, most: int) -> tuple[TodayRow, ...]:
        """At most *most* rows: of each kind the first come first, so that none hides another; to come is left out."""
        waiting = [row for row in self.rows if row.kind != "to come"]
        if len(waiting) <= most:
            return tuple(waiting)
        chosen: list[TodayRow] = []
        kinds = [[row for row in waiting if row.kind == kind] for kind in ORDER]
        for depth in range(max(map(len, kinds), default=0)):
            chosen += [rows[depth] for rows in kinds if len(rows) > depth]
        few = {row.key for row in chosen[: most - 1]}
        return tuple(row for row in waiting if row.key in few)

    def of(self, *kinds: RowKind) -> tuple[TodayRow, ...]:
        """The rows of these *kinds*."""
        return tuple(row for row in self.rows if row.kind in kinds)


@gc_paused()
def today_list(workspace: Workspace, now: datetime) -> TodayList:
    """Look through the notebook; safe beside the keys, in a thread."""
    today, outlines = workspace.today(), workspace.family_outlines.all()
    steps = open_steps(workspace.sessions.threads(), outlines)
    confirm = to_confirm(waiting_records(workspace))
    whose = _Families(outlines)
    items = due_items(workspace, now)
    rows = [
        *_own_file_rows(workspace),
        *_confirm_rows(confirm),
        *(_step_row(step, today, whose) for step in steps),
        *_stuck_rows(steps, whose),
        *map(_item_row, items),
    ]
    place = {kind: number for number, kind in enumerate(ORDER)}
    return TodayList(tuple(sorted(rows, key=lambda row: place[row.kind])), tuple(steps), tuple(confirm))


def _item_row(item: DueItem) -> TodayRow:
    key = f"{item.kind} {item.family}{item.person}{item.words}"
    return TodayRow(key, KIND_OF[item.kind], partial(str, item.words), item=item)


class _Families:
    """What lists call families and their children."""

    def __init__(self, outlines: Iterable[FamilyOutline]) -> None:
        self._outlines: Mapping[str, FamilyOutline] = {outline.id: outline for outline in outlines}

    def name(self, family_id: str) -> str:
        """The family's name, or its id."""
        outline = self._outlines.get(family_id)
        return family_short_title(str(outline.title)) if outline else family_id

    def children(self, step: OpenStep) -> str:
        """The names of the children whom a step is for, where a list may tell them."""
        outline = self._outlines.get(step.summary.family_id or "")
        wanted = children_of(step.action)
        if outline is None or not wanted or step.hidden:
            return ""
        names = {person.id: str(person.called or person.name).split(" ")[0] for person in outline.visible_people}
        return ", ".join(names[child] for child in wanted if child in names)


def own_file_problems(workspace: Workspace) -> list[str]:
    """What is wrong in one's own files, a sentence each: steps for danger, packs, formats, templates."""
    danger = danger_file_problem()
    library = (str(problem) for problem in workspace.formats.library.known_problems)
    return [*([danger] if danger else []), *own_folder_problems(), *library, *own_document_problems()]


def _own_file_rows(workspace: Workspace) -> list[TodayRow]:
    """That something in one's own files was not understood, and is therefore not used; Enter shows why."""
    number = len(own_file_problems(workspace))
    if not number:
        return []
    words = "1 thing in your own files is wrong and not used" if number == 1 else (
        f"{number} things in your own files are wrong and not used")  # fmt: skip
    return [TodayRow("own files", "own files", partial(str, f"{words}: Enter shows why"))]


def _confirm_rows(confirm: Sequence[WaitingRecord]) -> list[TodayRow]:
    if not confirm:
        return []
    oldest, number = confirm[0], len(confirm)
    wait = "1 record waits" if number == 1 else f"{number} records wait"
    words = f"{wait} to be confirmed, oldest {oldest.age} ({oldest.record.short_title})"
    return [TodayRow("confirm", "confirm", partial(str, words), records=tuple(confirm))]


def _step_row(step: OpenStep, today: date, whose: _Families) -> TodayRow:
    kind: RowKind = "no day" if step.due is None else "overdue" if step.due < today else "to come"
    return TodayRow(f"step {step.action.id}", kind, partial(_step_words, step, kind, today, whose), step)


def _step_words(step: OpenStep, kind: RowKind, today: date, whose: _Families) -> str:
    when = step.when(today)
    if kind == "no day":
        when = f"{weeks_in_words(step.age(today))} old" if step.age(today) else "agreed today"
    family = whose.name(step.summary.family_id or "")
    about = ", ".join(filter(None, (family, whose.children(step))))
    return " · ".join(filter(None, (step.what, step.action.who, when, about, step.outcome_words)))


def _stuck_rows(steps: Iterable[OpenStep], whose: _Families) -> list[TodayRow]:
    """A row for each family in whose talks a step came back and nothing moved: the one that came back most often."""
    stuck: dict[str, list[OpenStep]] = defaultdict(list)
    for step in steps:
        if step.summary.family_id and step.talks >= TALKS:
            stuck[step.summary.family_id].append(step)
    rows = []
    for family, back in stuck.items():
        most = max(back, key=lambda step: step.talks)
        tell = partial(_stuck_words, most, len(back) - 1, whose.name(family))
        rows.append(TodayRow(f"stuck {family}", "family", tell, item=DueItem("silence", "", family)))
    return rows


def _stuck_words(step: OpenStep, others: int, family: str) -> str:
    more = f"; {others} more like it" if others else ""
    return f"{family}: “{step.what}” spoken of {step.talks} times since, still open{more}"
