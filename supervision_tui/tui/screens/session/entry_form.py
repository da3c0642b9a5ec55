"""A small form: a line a part, Enter goes on, the last Enter keeps it. Going back keeps what was typed as a draft."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import TYPE_CHECKING

from textual import on
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from supervision_tui.session import Field, PartMissingError
from supervision_tui.tui.activities import refocus_panel
from supervision_tui.tui.content import content
from supervision_tui.tui.room_policy import PRIVATE, RoomVisibility
from supervision_tui.tui.widgets.line_box import LineBox

if TYPE_CHECKING:
    from supervision_tui.session import Slot
    from supervision_tui.session.fields import SessionItem
    from supervision_tui.tui.session_base import SessionBase


class EntryFormScreen(ModalScreen[dict[str, str] | None]):
    """Fill the parts of *field*; gives their words by part id, or ``None``.

    Args:
        field: what is filled.
        values: what stands in the parts already.
        children: (id, name) of each child, for the parts that name one.
        drafted: called with the words by part id whenever they change.
        keep: called with the words to keep; raises PartMissingError with a sentence where they cannot be kept so.
    """

    AUTO_FOCUS = "LineBox"
    BINDINGS = [("escape", "back", "Back"), ("ctrl+s", "keep", "Keep")]

    def __init__(
        self,
        field: Field,
        values: dict[str, str],
        children: list[tuple[str, str]],
        drafted: Callable[[dict[str, str]], None],
        keep: Callable[[dict[str, str]], None],
    ) -> None:
        super().__init__()
        self._keep = keep
        self._drafted = drafted
        self._field = field
        self._values = values
        self._children = children

    @property
    def room_visibility(self) -> RoomVisibility:
        """As the screen below, unless what is filled is a worker's own."""
        return RoomVisibility.HIDDEN if self._field.destination in PRIVATE else RoomVisibility.BELOW

    def compose(self) -> ComposeResult:
        """A label and a line for each part."""
        with VerticalScroll(classes="sheet") as sheet:
            sheet.border_title = content(self._field.label)
            sheet.border_subtitle = "Enter goes on · Ctrl+S keeps · Esc goes back"
            for part in self._field.parts:
                needed = "" if part.needed else "   (may stay empty)"
                yield Static(content(part.label + needed), classes="label")
                hint = ", ".join(name for _, name in self._children) if part.choose == "child" else part.hint
                yield LineBox(self._shown(part.choose, self._values.get(part.id, "")), placeholder=hint, id=part.id)
            yield Static("", id="said", classes="trouble")

    def _shown(self, choose: str, value: str) -> str:
        return dict(self._children).get(value, value) if choose else value

    @on(Input.Changed)
    def _draft(self) -> None:
        self._drafted(self._words())

    def _words(self) -> dict[str, str]:
        return {box.id or "": str(box.line) for box in self.query(LineBox)}

    @on(Input.Submitted)
    def action_keep(self) -> None:
        """Keep the form, or say which part is still needed."""
        values = self._words()
        for part in self._field.parts:
            words = values[part.id]
            if part.needed and not words:
                self._say(f"Please fill in: {part.label}", part.id)
                return
            if part.choose == "child" and words:
                found = self._child(words)
                if found is None:
                    self._say(f"Please choose one of: {', '.join(name for _, name in self._children)}", part.id)
                    return
                values[part.id] = found
        try:
            self._keep(values)
        except PartMissingError as missing:
            self._say(str(missing), missing.part)
            return
        self.dismiss(values)

    def _child(self, words: str) -> str | None:
        """The id of the child whose name begins with *words*."""
        found = [key for key, name in self._children if name.casefold().startswith(words.casefold())]
        return found[0] if found else None

    def _say(self, words: str, part: str) -> None:
        self.query_one("#said", Static).update(content(words))
        self.query_one(f"#{part}", LineBox).focus()

    def action_back(self) -> None:
        """Leave without keeping."""
        self.dismiss(None)


def open_form(screen: SessionBase, slot: Slot, begun: dict[str, str], thing: SessionItem | None) -> None:
    """Open the form of *slot* with *thing* to change, or what was typed before and *begun*; every key is a draft."""
    editor = screen.editor
    draft = editor.drafted(slot)
    values = (json.loads(draft.text) if draft else {}) | begun
    if thing is not None:
        values = editor.values(slot, thing.id)
    children = [(child, screen.controller.names[child]) for child in editor.session.children]

    def drafted(words: dict[str, str]) -> None:
        if thing is None:
            editor.draft(slot, json.dumps(words) if any(words.values()) else "", screen.controller.now())
            screen.schedule_save()

    def keep(words: dict[str, str]) -> None:
        editor.fill(slot, words, screen.controller.now(), item_id=thing.id if thing else "")
        editor.draft(slot, "", screen.controller.now())

    def kept(words: dict[str, str] | None) -> None:
        if words is not None:
            screen.changed()
        screen.write_in(slot)
        refocus_panel(screen)

    screen.app.push_screen(EntryFormScreen(slot.field, values, children, drafted, keep), kept)
