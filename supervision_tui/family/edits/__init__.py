"""Changes to a family as objects, each with its way back.

``after, back = Add(Person(id="ada", name="Ada")).apply(before)``; then ``back.apply(after)[0] == before``, to the byte.
:class:`History` keeps what was done for undo and redo.
"""

from typing import TYPE_CHECKING

from supervision_tui.lazy_import import load_on_use

__all__ = [
    "Add", "Change", "CompositeEdit", "Edit", "EditError", "History", "Move", "Remove", "RemovePerson", "Set",
    "Splices", "add_child", "add_parents", "add_partner", "with_homes",
]  # fmt: skip

if TYPE_CHECKING:
    from supervision_tui.family.edits.changes import (
        Add,
        Change,
        CompositeEdit,
        Edit,
        EditError,
        Move,
        Remove,
        Set,
        Splices,
    )
    from supervision_tui.family.edits.growing import add_child, add_parents, add_partner
    from supervision_tui.family.edits.history import History
    from supervision_tui.family.edits.removing import RemovePerson, with_homes
else:
    __getattr__ = load_on_use(
        __name__,
        {
            "changes": "Add Change CompositeEdit Edit EditError Move Remove Set Splices",
            "growing": "add_child add_parents add_partner",
            "history": "History",
            "removing": "RemovePerson with_homes",
        },
    )
