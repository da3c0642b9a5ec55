"""Which document somebody needs: chosen from what can be written, before anybody asks for whom and why."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from supervision_tui.tui.dialogs.dialogs import ChooseScreen
from supervision_tui.tui.navigation import screen

if TYPE_CHECKING:
    from collections.abc import Sequence

    from supervision_tui.records import Record
    from supervision_tui.tui.base import Program
    from supervision_tui.workspace.disclosure import Kind


@dataclass(frozen=True, slots=True)
class DocumentChoice:
    """What could be written: its *kind*, what it is *about*, how it is called in a list; or *records*, each a file."""

    kind: Kind
    about: str
    words: str
    records: tuple[Record, ...] = ()


def choose_document(app: Program, wanted: Sequence[DocumentChoice], question: str = "What should be written?") -> None:
    """Let a person choose one of *wanted*, then ask for whom and why."""
    by_key = {str(number): document for number, document in enumerate(wanted)}

    def chosen(key: str | None) -> None:
        if key is not None:
            app.push_screen(screen("issue document", by_key[key]))

    app.push_screen(ChooseScreen(question, [(key, document.words) for key, document in by_key.items()]), chosen)
