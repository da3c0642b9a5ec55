"""What the tray shows: the lines, whom each may be for, where each letter puts it, how it would be kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from supervision_tui.session.tray.jotting import TrayKind
from supervision_tui.tui.commands import CommandScreen
from supervision_tui.tui.content import content, stacked
from supervision_tui.tui.room_policy import MASK, RoomVisibility, declare
from supervision_tui.tui.screens.session.tray_words import child_words, kind_words, read_back_words, row_words
from supervision_tui.tui.widgets.choice_list import ChoiceList
from supervision_tui.tui.widgets.keys import Keys
from supervision_tui.tui.widgets.stage_rows import WrappedContent
from supervision_tui.tui.widgets.top_line import TopLine
from supervision_tui.workspace.running.tray_desk import TrayDesk, TrayRow

if TYPE_CHECKING:
    from supervision_tui.tui.base import Program
    from supervision_tui.tui.session_base import SessionBase

AT_ONCE = 12
"""Rows whose names are looked up between two keys."""
LOOK_AHEAD = 0.05
"""Seconds between two looks for names of other families."""
BESIDE, WIDE = 66, 110
"""Cells of the line in hand beside the list, and from how many cells on it stands there: as the style sheet has it."""
ROUND_LINE, NARROWEST = 5, 30
"""Cells of the frame round the line in hand, with its scroll bar, and to which words are wrapped at the least."""
SHOWN_DONE = 6
"""Lines placed that are shown below the list, at the most."""


class TrayView(CommandScreen):
    """The lines of a tray, drawn; :class:`supervision_tui.tui.screens.session.tray.TrayScreen` answers the keys.

    Args:
        session: the session screen that it is opened over.
        everywhere: whether the trays of all families are shown.
    """

    app: Program
    room_visibility = RoomVisibility.SORTED

    def __init__(self, session: SessionBase, *, everywhere: bool = False) -> None:
        super().__init__()
        self._session = session
        self._controller = session.controller
        self.desk = TrayDesk(session.controller, everywhere=everywhere)
        self.rows: list[TrayRow] = []
        self._chosen: dict[str, tuple[str, ...]] = {}
        self._every: set[str] = set()
        """Lines for which everybody was chosen by 0: that needs Enter."""
        self._asked: TrayKind | None = None
        """What the line is to become, while it is asked for whom it is."""
        self._asks_family = False
        self._alerts: dict[str, str] = {}
        self._shown_to_room: set[str] = set()
        self._done: list[str] = []
        self._drawn_for = 0
        """For how many cells of the whole screen everything was wrapped."""
        self._shown = ""
        """The line whose places stand in the frame."""
        self._told_at = ""
        """The line on which the sentence above the keys was told."""
        self._drawn: list[str] = []
        """The rows as they stand in the list."""

    # --- what stands there -------------------------------------------------------------------------------------------

    def compose(self) -> ComposeResult:
        """The lines, what can be done with the one in hand, what was placed, the keys."""
        yield TopLine()
        yield Static(id="tray_about")
        with Horizontal(id="tray_body"):
            with Vertical(id="tray_left"):
                yield ChoiceList(id="tray_lines", markup=False)
                yield Static(id="tray_done")
            with VerticalScroll(id="tray_line", can_focus=False):
                yield Static(id="tray_whom")
        yield declare(Static(id="tray_said"), RoomVisibility.SORTED)
        yield Keys()

    def on_mount(self) -> None:
        """The cursor stands on the first line."""
        self.query_one(OptionList).focus()
        self._fill()
        self.set_interval(LOOK_AHEAD, self._look_for_names)
        self.desk.read_names()

    def on_screen_resume(self) -> None:
        """In front again: a line may have been jotted meanwhile."""
        if self.is_mounted and self.rows != self.desk.rows():
            self._fill()

    def room_changed(self) -> None:
        """Room view came or went: lines are covered or come back."""
        self._shown_to_room.clear()
        self._fill()

    def on_resize(self) -> None:
        """Wrap everything for the room there is, where that is another one."""
        if self._drawn_for not in {0, self.app.size.width}:
            self.call_after_refresh(self._fill)

    @property
    def row(self) -> TrayRow | None:
        """The line in hand."""
        at = self.query_one(OptionList).highlighted
        return self.rows[at] if at is not None and at < len(self.rows) else None

    def _fill(self, *, at: int | None = None) -> None:
        """Show the lines anew, with the cursor where it was, or on row *at*."""
        lines = self.query_one(OptionList)
        here = at if at is not None else lines.highlighted or 0
        self._drawn_for = self.app.size.width
        before, self.rows = self.rows, self.desk.rows()
        gone = next((at for at, row in enumerate(before) if row not in self.rows), None)
        if gone is not None and before[:gone] + before[gone + 1 :] == self.rows and lines.option_count == len(before):
            lines.remove_option_at_index(gone)  # a line that was placed: the others stand as they stood
            self._drawn = [*self._drawn[:gone], *self._drawn[gone + 1 :]]
        else:
            drawn = [self._option(row) for row in self.rows]
            if drawn != self._drawn or lines.option_count != len(drawn):
                lines.set_options([Option(WrappedContent(content(words), 0)) for words in drawn])
            self._drawn = drawn
        lines.highlighted = min(here, len(self.rows) - 1) if self.rows else None
        self._show_head()
        self._show_line()

    def _option(self, row: TrayRow) -> str:
        beside = BESIDE if self.app.size.width >= WIDE else 0
        width = max(self.app.size.width - beside - 4, NARROWEST)
        if self._is_covered(row):
            return row_words(self.desk, row, "", "", width).split("\n", maxsplit=1)[0][:10] + MASK
        name = "" if row.family == self.desk.family else self._family(row.family)
        return row_words(self.desk, row, name, self._alerts.get(row.line.id, ""), width)

    def _is_covered(self, row: TrayRow) -> bool:
        return self.app.room.on and row.line.id not in self._shown_to_room

    def _family(self, family: str) -> str:
        if self._controller.is_meeting:
            return self._controller.family_names.get(family, family) if family else "no family"
        about = self._controller.family
        return str(about.title).partition(" - ")[0] if about is not None else "no family"

    def _show_head(self) -> None:
        number = len(self.rows)
        count = {0: "empty", 1: "1 line, in no file yet"}.get(number, f"{number} lines, in no file yet")
        name = "this family" if self.app.room.on and self.desk.family else self._family(self.desk.family)
        room = "  ROOM VIEW" if self.app.room.on else ""
        self.query_one(TopLine).say(content(f"Tray of {name} · {count}{room}", "bold"))
        others = [
            f"{self._family(family)}: {count}"
            for family, count in self._controller.trays().items()
            if family != self.desk.family
        ]
        words = "Nothing here belongs to anybody's file. What stays goes with the session."
        words += "" if number else "\nNothing waits here."
        words += f"\nIn other trays: {' · '.join(others)}" if others and not self.app.room.on else ""
        self.query_one("#tray_about", Static).update(content(words))
        tail = "Private lines are never in the tray."
        done = [] if self.app.room.on else self._done[-SHOWN_DONE:]
        head = [f"Placed now: {self.desk.placed}. Ctrl+Z takes the last one back."] if self._done else []
        self.query_one("#tray_done", Static).update(content("\n".join([tail, "", *head, *done])))

    def _show_line(self) -> None:
        """Who can be chosen, what each letter does, and how the line would be kept."""
        frame, body, row = self.query_one("#tray_line"), self.query_one("#tray_whom", Static), self.row
        frame.display = row is not None
        self._shown = row.line.id if row is not None else ""
        if row is None:
            return
        covered = self._is_covered(row)
        wide = self.app.size.width >= WIDE
        width = max((BESIDE if wide else self.app.size.width) - ROUND_LINE, NARROWEST)
        frame.border_title = content(MASK if covered else " ".join(row.line.text.split())[: width - 4])
        kind = self._asked or self.desk.kind_to_show(row)
        ready = self.desk.is_ready(row, self._chosen.get(row.line.id, ()))
        says = f"Enter or {kind.letter} places it" if kind and ready else "Enter asks what is missing"
        says = "Enter places it for those chosen · Esc back" if self._asked else says
        frame.border_subtitle = content(f"{says} · e words  x throw away")
        if covered:
            body.update(content("Covered. Placing works as ever: digit whom, letter where. Space shows this line."))
            return
        chosen = self.chosen_in(row)
        names = list(self.desk.children(row).values())
        numbers = [number for number, child in enumerate(self.desk.children(row)) if child in chosen]
        parts = [content("\n".join(child_words(names, numbers, width)))] if len(names) > 1 else []
        several = self._controller.is_meeting
        parts += [content("\n".join(kind_words(self.desk, row, several=several, width=width)))]
        parts += [content("\n".join(read_back_words(self.desk, row, kind, chosen, width)), "$secondary")]
        spaced = [piece for part in parts for piece in (part, content(""))]
        body.update(stacked(*spaced[:-1]))

    def chosen_in(self, row: TrayRow) -> tuple[str, ...]:
        """Ids of the children for whom the line is: chosen by digit, or named in it."""
        return self._chosen.get(row.line.id) or self.desk.suggestion(row).chosen

    def _say(self, words: str, *, names: bool = True) -> None:
        """One sentence above the keys, until the cursor goes on; in room view without the words that name somebody."""
        self._told_at = self.row.line.id if self.row is not None else ""
        shown = words if not (names and self.app.room.on) else words.partition(":")[0]
        self.query_one("#tray_said", Static).update(content(shown, "$warning"))

    def _look_for_names(self) -> None:
        """Between two keys: whether a few lines name another family of the meeting."""
        waiting = [row for row in self.rows if row.line.id not in self._alerts][:AT_ONCE]
        if not waiting or not self.desk.names_ready(waiting[0]):
            return
        for row in waiting:
            named = self.desk.named_elsewhere(row)
            self._alerts[row.line.id] = f"{named[0][0]} is in {self._family(named[0][1])}: m" if named else ""
            if named and row in self.rows:
                at = self.rows.index(row)
                self._drawn[at] = self._option(row)
                self.query_one(OptionList).replace_option_prompt_at_index(
                    at, WrappedContent(content(self._drawn[at]), 0)
                )
