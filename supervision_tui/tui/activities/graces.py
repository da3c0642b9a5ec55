"""The grid of graces, to move in with the arrow keys: could others see it, and has it been spoken of (Burnham 2012)."""

from __future__ import annotations

from textwrap import wrap
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.events import Key

from supervision_tui.practice.library import BOXES, EXERCISES, GRACES, SEEN, SPOKEN
from supervision_tui.session import Entry, Slot
from supervision_tui.tui.activities.activity_panel import QUIET, ActivityPanel, heading
from supervision_tui.tui.content import content, inline
from supervision_tui.tui.dialogs.dialogs import AskScreen
from supervision_tui.tui.room_policy import MASK

if TYPE_CHECKING:
    from supervision_tui.tui.session_base import SessionBase

FEWEST, MOST = 2, 8
"""Lines in a box for the graces that stand in it."""
AROUND = 12
"""Lines of the region that are not for graces."""


class GracesPanel(ActivityPanel):
    """Four boxes; a letter chooses a grace, Enter puts it in the box where you stand. One's own grid stays private."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "go(0, -1)", "Up", show=False),
        Binding("down", "go(0, 1)", "Down", show=False),
        Binding("left", "go(-1, 0)", "Left", show=False),
        Binding("right", "go(1, 0)", "Right", show=False),
        Binding("enter", "place", "Put it here", show=False),
        Binding("tab", "grid", "Mine or theirs", show=False),
        Binding("plus", "own_letter", "A letter of your own", show=False),
        Binding("delete,backspace", "take", "Take out", show=False),
        Binding("x", "exercise", "An exercise", show=False),
    ]
    KEYS = "letter chooses a grace · arrows box · Enter puts it there · Tab own/theirs · + own letter · x exercise"

    def __init__(self, screen: SessionBase) -> None:
        super().__init__(screen)
        self.column = self.row = 0
        self.grace = next(iter(GRACES))
        self.grid = "grace_grid" if self.slot("grace_grid") else "own_grid"
        self.exercise = -1

    @property
    def box(self) -> tuple[str, str]:
        """The box where we stand: seen, spoken."""
        return SEEN[self.row], SPOKEN[self.column]

    @property
    def _slot(self) -> Slot | None:
        return self.slot(self.grid)

    def _placed(self, box: tuple[str, str]) -> list[Entry]:
        slot = self._slot
        entries = self.editor.session.entries_in(slot.field.id) if slot else ()
        return [entry for entry in entries if (entry.parts.get("seen"), entry.parts.get("spoken")) == box]

    def content_lines(self) -> list[Content]:
        """Whose grid, the four boxes with what stands in them, the grace in hand."""
        own = self.grid == "own_grid"
        whose = "Your own grid: only you keep it" if own else "This family and our service, as far as we know"
        half = (self.width_in_cells - 4) // 2
        rows = [heading(whose, "nobody has to tell the room about themselves" if own else "")]
        rows.append(inline(*(content(f" {word:<{half + 1}}", QUIET) for word in SPOKEN)))
        for number, seen in enumerate(SEEN):
            boxes = [self._boxed((seen, spoken), half) for spoken in SPOKEN]
            rows += [inline(left, content(" "), right) for left, right in zip(*boxes, strict=True)]
            if number == 0:
                rows.append(Content(""))
        rows.append(
            inline(content(f"{self.grace}: ", "$accent bold"), content(GRACES.get(self.grace, "a letter of your own")))
        )
        rows.append(content(EXERCISES[self.exercise], "$secondary") if self.exercise >= 0 else Content(""))
        return rows + [content(line, QUIET) for line in wrap(" · ".join(GRACES), self.width_in_cells)]

    def _boxed(self, box: tuple[str, str], width: int) -> list[Content]:
        here = box == self.box
        style = "$accent bold" if here else QUIET
        fit = min(MOST, max(FEWEST, (self.height_in_lines - AROUND) // 2))
        slot = self._slot
        hidden = slot is not None and not self.may_show(slot)
        words = [MASK if hidden else _words(entry) for entry in self._placed(box)]
        asked = wrap(f"{box[0]}: {BOXES[box]}", width - 2)[:2]
        lines = [(line, style) for line in asked] + [(f"• {grace}", "") for grace in words[-fit:]]
        lines += [("", "")] * (2 + fit - len(lines))
        side = "┃" if here else "│"
        return [inline(content(side, style), content(f"{line[: width - 1]:<{width - 1}}", how)) for line, how in lines]

    def on_key(self, event: Key) -> None:
        """A letter chooses the next grace that begins with it."""
        letter = event.character or ""
        if letter.isalpha() and letter != "x":
            event.stop()
            names = [name for name in GRACES if name.startswith(letter.casefold())]
            if names:
                at = names.index(self.grace) + 1 if self.grace in names else 0
                self.grace = names[at % len(names)]
                self.draw()

    def action_go(self, right: int, down: int) -> None:
        """Go to another box."""
        self.column, self.row = min(1, max(0, self.column + right)), min(1, max(0, self.row + down))
        self.draw()

    def action_grid(self) -> None:
        """Change between one's own grid and the family's, where this format has both."""
        other = "own_grid" if self.grid == "grace_grid" else "grace_grid"
        if self.slot(other):
            self.grid = other
            self.draw()

    def action_own_letter(self) -> None:
        """A grace that is not on the list: the list is open."""

        def take_word(words: str | None) -> None:
            if words:
                self.grace = words
                self.draw()

        self.app.push_screen(AskScreen("Which other grace?", "a word of your own"), take_word)

    def action_exercise(self) -> None:
        """Offer the next exercise."""
        self.exercise = (self.exercise + 1) % len(EXERCISES)
        self.draw()

    def action_take(self) -> None:
        """Take the last grace out of this box."""
        if placed := self._placed(self.box):
            self.editor.take_back(placed[-1].id, self.controller.now())
            self.changed()

    def action_place(self) -> None:
        """Put the grace in hand into this box; about the family, say whose it is and who told us."""
        slot = self._slot
        if slot is None:
            return
        values = {"grace": self.grace, "seen": self.box[0], "spoken": self.box[1]}
        if self.grid == "own_grid":
            self.editor.fill(slot, values, self.controller.now())
            self.changed()
            return
        self.session_screen.open_form(slot, begun=values)


def _words(entry: Entry) -> str:
    who = entry.parts.get("who", "")
    return f"{entry.parts.get('grace', '')}{f' ({who})' if who else ''}"
