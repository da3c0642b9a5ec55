"""What is said when a drawing was tidied up: who stands at the end of a row by choice, and why lines cross."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from supervision_tui.family import Person
    from supervision_tui.genogram import Layout

AT_THE_END = "{} may stand at the end of the row now, where lines cross least. Y again: by age."
MAY_STAND = "Y lets whoever is selected stand at the end of their row."


def tidied_words(placed: Layout, selected: Person | None) -> str:
    """One line about *placed* with *selected* under the cursor; empty where nothing crosses and nothing was chosen."""
    crossed = [compromise.why for compromise in placed.compromises if compromise.rule == "no crossing"]
    if selected is not None and selected.id in placed.row_end:
        return " ".join([AT_THE_END.format(selected.short_name), *crossed])
    return " ".join([*crossed, MAY_STAND]) if crossed else ""
