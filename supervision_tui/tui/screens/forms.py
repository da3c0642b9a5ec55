"""The form of a field on the session screen: opened with what stands in it, its words kept as they are typed."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from supervision_tui.tui.screens.form import FormScreen
from supervision_tui.tui.widgets.activities import back_to_region

if TYPE_CHECKING:
    from supervision_tui.session import Slot
    from supervision_tui.session.fields import Thing
    from supervision_tui.tui.screens.session import SessionScreen


def open_form(screen: SessionScreen, slot: Slot, begun: dict[str, str], thing: Thing | None) -> None:
    """Open the form of *slot* with *thing* to change, or what was typed before and *begun*; every key is a draft."""
    runner = screen.runner
    draft = runner.drafted(slot)
    values = (json.loads(draft.text) if draft else {}) | begun
    if thing is not None:
        values = runner.values(slot, thing.id)
    children = [(child, screen.sitting.names[child]) for child in runner.session.children]

    def drafted(words: dict[str, str]) -> None:
        if thing is None:
            runner.draft(slot, json.dumps(words) if any(words.values()) else "", screen.sitting.now())
            screen.save_soon()

    def keep(words: dict[str, str]) -> None:
        runner.fill(slot, words, screen.sitting.now(), thing_id=thing.id if thing else "")
        runner.draft(slot, "", screen.sitting.now())

    def kept(words: dict[str, str] | None) -> None:
        if words is not None:
            screen.changed()
        screen.write_in(slot)
        back_to_region(screen)

    screen.app.push_screen(FormScreen(slot.field, values, children, drafted, keep), kept)
