"""A Mockingbird constellation on the board: one home as the hub, others around it as satellites."""

from __future__ import annotations

from typing import TYPE_CHECKING

from supervision_tui.family.edits.changes import Add, Change, EditRefused, Remove
from supervision_tui.family.model.households import Group
from supervision_tui.text import Line
from supervision_tui.workspace.named import people_named

if TYPE_CHECKING:
    from supervision_tui.workspace.board import Board

NAME = "Mockingbird constellation"


def of_hub(board: Board, hub: str) -> Group | None:
    """The constellation around the home of *hub*."""
    return next((one for one in board.family.groups if one.kind == "mockingbird" and one.hub == hub), None)


def satellites(board: Board, hub: str) -> str:
    """Who the carers of the satellite homes are, as names with commas."""
    group = of_hub(board, hub)
    members = board.family.index.named(group.members) if group else ()
    return ", ".join(one.name for one in members if one.id != hub)


def constellation(board: Board, hub: str, line: str) -> str:
    """The home of *hub* is the hub of those named in *line*; an empty line takes the constellation away.

    Raises:
        EditRefused: a name is nobody's, or that of several people.
    """
    group, named = of_hub(board, hub), people_named(board.family, line)
    if group is None and not named:
        raise EditRefused("Name the carers of the satellite homes, with commas between them. Nothing was changed.")
    if group is not None and not named:
        board.do(Remove("groups", group.id))
    elif group is None:
        board.do(Add(Group(kind="mockingbird", name=Line(NAME), hub=hub, members=tuple(dict.fromkeys((hub, *named))))))
    else:
        board.do(Change(group.replaced(members=tuple(dict.fromkeys((hub, *named))))))
    return hub
