"""Go anywhere: every stage, family, draft and needed answer of a session, one key away; and back with one key."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.events import Click, Key
from textual.widgets import Static

from supervision_tui.tui.content import content, inline, stacked
from supervision_tui.tui.layers import Layer
from supervision_tui.tui.room_policy import RoomVisibility
from supervision_tui.tui.screens.session.go_lines import GoMap, GoTarget, Piece, go_map, go_rows
from supervision_tui.tui.widgets.top_line import TopLine

if TYPE_CHECKING:
    from supervision_tui.session.meeting_steps import MeetingStep
    from supervision_tui.tui.base import Program
    from supervision_tui.workspace.running import SessionController

KEYS = (
    " A letter goes there · a digit: that family, where it was left · ! draft waits",
    " arrows and Enter: any square · number = lines kept there    F9 or Esc: back",
    " F10 leave for now   F1 help   Ctrl+K find   F12 or Ctrl+D someone in danger",
)
LEAVE = "leave"
"""Given back where somebody leaves the session from here."""


class GoScreen(Layer["GoTarget | str | None"]):
    """Stages, families and what waits in them; gives where to go, :data:`LEAVE`, or ``None`` to go back.

    Args:
        session: the session in hand.
        clock: its clock in words.
    """

    app: Program
    room_visibility = RoomVisibility.SORTED
    AUTO_FOCUS = "#go_map"
    ABOUT = (
        "Every stage, family, draft and needed answer of this session. A letter goes to its row, a digit to that "
        "family where it was left. Going opens nothing new, leaves out nothing and loses nothing; Ctrl+O leads back."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,f9,ctrl+g,alt+a,ctrl+o", "dismiss(None)", "Back", priority=True),
        Binding("f10", "leave", "Leave for now"),
        Binding("up", "move(-1, 0)", "Row above", show=False),
        Binding("down", "move(1, 0)", "Row below", show=False),
        Binding("left", "move(0, -1)", "Family before", show=False),
        Binding("right", "move(0, 1)", "Next family", show=False),
        Binding("pageup", "move(-8, 0)", "Rows above", show=False),
        Binding("pagedown", "move(8, 0)", "Rows below", show=False),
        Binding("home", "move(-99, 0)", "First row", show=False),
        Binding("end", "move(99, 0)", "Last row", show=False),
        Binding("enter", "here", "Go there", show=False),
    ]

    def __init__(self, session: SessionController, clock: Content) -> None:
        super().__init__()
        self._session = session
        self._clock = clock
        self._overview = session.overview()
        self._at = (0, 0)
        self._map = GoMap((), ())

    def compose(self) -> ComposeResult:
        """Where we are, the map, the keys."""
        yield TopLine(content(f"Go anywhere · {str(self._session.template.title).partition(',')[0]}", "bold"))
        with VerticalScroll(id="go_map"):
            yield Static(id="go_lines")
        yield Static(stacked(*(content(row, "$foreground 70%") for row in KEYS)), id="go_keys")

    def on_mount(self) -> None:
        """The cursor stands where we are."""
        self.query_one(TopLine).say_right(self._clock)
        self._draw()
        here = self._session.here
        for number, row in enumerate(self._map.rows):
            for at, (_, target) in enumerate(row.squares):
                if target is not None and target.step == here and row.part == "stages":
                    self._at = (number, at)
        self._draw()

    def on_resize(self) -> None:
        """Lay the columns out for the room there is now."""
        self._draw()

    def room_changed(self) -> None:
        """Room view came or went."""
        self._draw()

    @property
    def _families(self) -> dict[str, str]:
        """The families' names by id; "family 1" and so on where others see the screen."""
        names = self._session.family_names
        room = self.app.room
        return {
            family: names[family] if not room.on else f"family {number}"
            for number, family in enumerate(self._overview.families, 1)
        }

    def _draw(self) -> None:
        width = max(self.size.width - 4, 40)
        room, shown = self.app.room, self._families
        waiting = [
            draft.in_words() if not room.on else f"{self._about(draft.family)}something unfinished"
            for draft in self._overview.waiting
        ]
        needed = [
            f"{self._about(need.family)}{need.words if room.may_show(need.family) else 'something'}"
            for need in self._overview.needed
        ]
        rows = go_rows(self._overview, waiting, needed, width, shown)
        self._map = go_map(rows, list(shown.values()), width)
        self.query_one("#go_lines", Static).update(stacked(*(self._line(line) for line in self._map.lines)))
        self.call_after_refresh(self._scroll)

    def _about(self, family: str) -> str:
        """Whose a row is, as it may stand there."""
        return f"{self._families[family]}, " if family in self._families else ""

    def _line(self, line: tuple[Piece, ...]) -> Content:
        return inline(*(self._piece(piece) for piece in line)) if line else content("")

    def _piece(self, piece: Piece) -> Content:
        if piece.at == self._at and piece.at is not None:
            bare = piece.words.rstrip()
            return inline(content(f"[{bare}]", "$accent bold reverse"), content(piece.words[len(bare) + 2 :]))
        return content(piece.words, "$accent bold" if piece.words.startswith("▶") else "")

    def _scroll(self) -> None:
        line = self._map.line_of(self._at[0])
        scroll = self.query_one("#go_map", VerticalScroll)
        top, high = scroll.scroll_offset.y, max(scroll.size.height, 1)
        if line < top or line >= top + high:
            scroll.scroll_to(y=max(line - high // 2, 0), animate=False)

    def action_move(self, rows: int, squares: int) -> None:
        """Move the cursor by so many rows and squares."""
        row = min(max(self._at[0] + rows, 0), max(len(self._map.rows) - 1, 0))
        most = len(self._map.rows[row].squares) - 1 if self._map.rows else 0
        self._at = (row, min(max(self._at[1] + squares, 0), max(most, 0)))
        self._draw()

    def action_here(self) -> None:
        """Go to the square under the cursor."""
        self._go(*self._at)

    def _go(self, row: int, square: int) -> None:
        target = self._map.rows[row].squares[square][1] if self._map.rows else None
        if target is None:
            self.notify("This family is not among those of today: Esc, then Esc f chooses.", markup=False)
            return
        self.dismiss(target)

    def action_leave(self) -> None:
        """Leave the session as it is."""
        self.dismiss(LEAVE)

    def on_key(self, event: Key) -> None:
        """A letter goes to its row, a digit to its family."""
        sign = event.character or ""
        if not event.is_printable or len(sign) != 1 or sign == "?":
            return
        event.stop()
        event.prevent_default()
        if sign.isdigit():
            self._go_to_family(int(sign))
            return
        row = next((number for number, row in enumerate(self._map.rows) if row.letter == sign), None)
        if row is None:
            self.notify(f"Nothing here has the letter {sign}.", markup=False)
        else:
            self._go(row, self._square_in_front(row))

    def _square_in_front(self, row: int) -> int:
        """The square of *row* for the family in front; where it has none, the first that can be gone to."""
        front = self._session.here.family
        squares = self._map.rows[row].squares
        mine = [at for at, (_, target) in enumerate(squares) if target is not None and target.step.family == front]
        able = [at for at, (_, target) in enumerate(squares) if target is not None]
        return next(iter([*mine, *able]), 0)

    def _go_to_family(self, digit: int) -> None:
        families = self._overview.families
        step: MeetingStep | None = None
        if 0 < digit <= len(families):
            step = self._session.first_step_of(families[digit - 1])
        if step is None:
            self.notify(f"No family of today has the number {digit}.", markup=False)
        else:
            self.dismiss(GoTarget(step))

    def on_click(self, event: Click) -> None:
        """A click puts the cursor on its row; a second one goes there."""
        lines = self.query_one("#go_lines", Static)
        y = event.screen_y - lines.region.y
        x = event.screen_x - lines.region.x
        if not 0 <= y < len(self._map.lines):
            return
        at = 0
        for piece in self._map.lines[y]:
            end = at + len(piece.words)
            if piece.at is not None and (at <= x < end or piece is self._map.lines[y][-1]):
                if piece.at == self._at:
                    self.action_here()
                else:
                    self._at = piece.at
                    self._draw()
                return
            at = end
