"""What waits, on Today: gathered beside the keys, shown when it is there, and each line leads to its thing."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from supervision_tui.tui.content import content, inline
from supervision_tui.tui.navigation import screen, screen_class
from supervision_tui.tui.room_policy import RoomVisibility
from supervision_tui.workspace.reports import DueItem, OpenStep, OwnerWorkload, due_items, open_steps, workload_by_owner

if TYPE_CHECKING:
    from datetime import date

    from textual.content import Content

    from supervision_tui.tui.base import Program
    from supervision_tui.workspace import Workspace

FEW = 4
"""Late steps that stand on Today one by one; the rest are a line that opens all of them."""
MOST = 300
"""Steps that the window of all of them lists."""


@dataclass(frozen=True, slots=True)
class Gathered:
    """What waits: *late* steps (the latest first), all *steps*, the *others*, and how each owner's steps stand."""

    steps: tuple[OpenStep, ...]
    late: tuple[OpenStep, ...]
    others: tuple[DueItem, ...]
    owners: tuple[OwnerWorkload, ...] = ()

    @property
    def rows(self) -> list[OpenStep | DueItem | None]:
        """The lines for Today; ``None`` stands for the line that opens every step."""
        few = list(self.late[:FEW])
        rest: list[OpenStep | DueItem | None] = [None] if len(self.steps) > len(few) else []
        urgent = [item for item in self.others if item.urgent]
        return [*urgent, *few, *rest, *(item for item in self.others if not item.urgent)]

    def words(self, row: OpenStep | DueItem | None, today: date) -> Content:
        """A line of :attr:`rows` in words."""
        if row is None:
            many = len(self.steps) - min(len(self.late), FEW)
            past = max(len(self.late) - FEW, 0)
            told = f", {past} past their date" if past else ""
            return content(
                f"{'and ' if self.late else ''}{many} open step{'s' if many > 1 else ''}{told}", "$secondary"
            )
        if isinstance(row, OpenStep):
            return inline(content("◆ ", "$warning"), content(row.words(today)))
        return inline(content("◆ " if row.urgent else "  ", "$warning"), content(row.words))


SCREENS_NEXT = ("people", "families", "records", "jump", "begin session", "session")
"""Screens that are loaded once what waits is known, so that their first key is answered at once."""


def make_ready() -> None:
    """Load the screens that people go to from Today; safe beside the keys, in a thread."""
    for name in SCREENS_NEXT:
        screen_class(name)


def gather(workspace: Workspace) -> Gathered:
    """Look through the notebook; safe beside the keys, in a thread."""
    summaries = workspace.sessions.threads()
    steps = open_steps(summaries, workspace.today(), workspace.family_outlines.all())
    late = tuple(step for step in steps if step.late(workspace.today()))
    return Gathered(
        tuple(steps),
        late,
        tuple(due_items(workspace, datetime.now(UTC))),
        workload_by_owner(summaries, workspace.today()),
    )


def go_to(app: Program, row: OpenStep | DueItem) -> None:
    """Show the thing that a line is about."""
    if isinstance(row, OpenStep):
        app.back_to(screen("families", row.summary.family_id or "", "steps"))
    elif row.kind in {"supervision", "agreement"}:
        app.back_to(screen("people", row.person))
    elif row.kind == "visit":
        _look_back(app, row)
    else:
        app.back_to(screen("families", row.family, "ideas" if row.kind == "idea" else "timeline"))


def _look_back(app: Program, row: DueItem) -> None:
    workspace = app.workspace
    found = next((session for session in workspace.sessions.prepared() if session.session_id == row.session), None)
    if found is not None:
        app.push_screen(
            screen("session", workspace.begin(workspace.formats[found.followed_by], found.family_id, workspace.me))
        )


class OpenStepsScreen(ModalScreen[None]):
    """Every open step, what is past its date first; Enter goes to its family.

    Args:
        steps: as they were gathered.
        owners: how each owner's steps stand.
    """

    app: Program
    room_visibility = RoomVisibility.HIDDEN
    BINDINGS = [("escape,q", "dismiss", "Back")]

    def __init__(self, steps: tuple[OpenStep, ...], owners: tuple[OwnerWorkload, ...]) -> None:
        super().__init__()
        self._steps = steps
        self._owners = [owner for owner in owners if owner.due_items]

    def compose(self) -> ComposeResult:
        """The list."""
        today = self.app.workspace.today()
        with Vertical(classes="sheet wide") as sheet:
            sheet.border_title = "Open steps, what is past its date first"
            sheet.border_subtitle = "Enter goes to the family · Esc goes back"
            rows = [Option(content(step.words(today)), id=str(at)) for at, step in enumerate(self._steps[:MOST])]
            yield OptionList(*rows, markup=False)
            if len(self._steps) > MOST:
                yield Static(content(f"and {len(self._steps) - MOST} more that are not late yet"), classes="quiet")
            for owner in self._owners[:FEW]:
                yield Static(content(owner.words), classes="quiet")
            if len(self._owners) > FEW:
                yield Static(content(f"and steps of {len(self._owners) - FEW} more people"), classes="quiet")

    @on(OptionList.OptionSelected)
    def _go(self, event: OptionList.OptionSelected) -> None:
        step = self._steps[event.option_index]
        self.dismiss()
        go_to(self.app, step)
