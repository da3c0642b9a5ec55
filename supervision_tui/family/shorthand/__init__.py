"""Lines that become data: a person, a partner, a tie, an event or a service in one line, read back before it is kept.

``read_line("foster Kai Mensah 14 m", Beside(today), "child").readback`` is "Kai Mensah, 14 months, foster child.".
"""

from typing import TYPE_CHECKING

from supervision_tui.lazy_import import load_on_use

__all__ = [
    "ENTRIES", "Beside", "EntryKind", "LineReading", "Question", "ShorthandError", "Unknown", "read_line",
]  # fmt: skip

if TYPE_CHECKING:
    from supervision_tui.family.shorthand.errors import ShorthandError
    from supervision_tui.family.shorthand.line import ENTRIES, Beside, EntryKind, LineReading, read_line
    from supervision_tui.family.shorthand.questions import Question, Unknown
else:
    __getattr__ = load_on_use(
        __name__,
        {
            "errors": "ShorthandError",
            "line": "ENTRIES Beside EntryKind LineReading read_line",
            "questions": "Question Unknown",
        },
    )
