"""What is between two people, on the board: ties said in one line, said anew, taken away."""

from __future__ import annotations

from typing import TYPE_CHECKING

from supervision_tui.family.edits.changes import Add, Change, EditError, Remove
from supervision_tui.family.model.ties import Tie
from supervision_tui.family.shorthand.tie import ParsedTie, read

if TYPE_CHECKING:
    from supervision_tui.workspace.editing.family_editor import Board
from typing import TYPE_CHECKING

from supervision_tui.family.model.households import Group
from supervision_tui.text import Line
from supervision_tui.workspace.editing.form_fields import people_named

if TYPE_CHECKING:
    from supervision_tui.workspace.editing.family_editor import Board


def tie(board: Board, of: str, line: str) -> str:
    """How *of* is with somebody; a tie of that kind in the same view is changed, not doubled. Whom to select then."""
    told = read(line, board.family, of)
    fresh = _made(told, of)
    there = _same(board, fresh)
    board.do(Add(fresh) if there is None else Change(there.replaced(**told.said)))
    return of


def retie(board: Board, of: str, tie_id: str, line: str) -> str:
    """Say a tie of *of* anew, whole: what the line leaves out is not said any more. Whom to select then."""
    before = found(board, tie_id)
    after = _made(read(line, board.family, of), of).replaced(
        id=before.id, confidence=before.confidence, note=before.note
    )
    there = _same(board, after)
    if there is not None and there.id != before.id:
        raise EditError("There is such a tie already: change that one, or take it off. Nothing was changed.")
    board.do(Change(after))
    return of


def untie(board: Board, tie_id: str) -> None:
    """Take a tie away."""
    board.do(Remove("ties", found(board, tie_id).id))


def found(board: Board, tie_id: str) -> Tie:
    """The tie of that id.

    Raises:
        EditError: it is not there any more.
    """
    there = next((one for one in board.family.ties if one.id == tie_id), None)
    if there is None:
        raise EditError("That tie is not on the drawing any more. Nothing was changed.")
    return there


def _made(told: ParsedTie, of: str) -> Tie:
    a, b = (told.other, of) if told.from_other else (of, told.other)
    return Tie.model_validate({"a": a, "b": b, **told.said})


def _same(board: Board, tie: Tie) -> Tie | None:
    """The tie of the same two people (and direction, where it counts), kind and view."""
    for one in board.family.ties_between(tie.a, tie.b):
        way = not tie.directed or one.a == tie.a
        if one.kind == tie.kind and one.perspective == tie.perspective and way:
            return one
    return None


NAME = "Mockingbird constellation"


def of_hub(board: Board, hub: str) -> Group | None:
    """The constellation around the home of *hub*."""
    return next((one for one in board.family.groups if one.kind == "mockingbird" and one.hub == hub), None)


def satellites(board: Board, hub: str) -> str:
    """Who the carers of the satellite homes are, as names with commas."""
    group = of_hub(board, hub)
    members = board.family.index.people(group.members) if group else ()
    return ", ".join(one.name for one in members if one.id != hub)


def constellation(board: Board, hub: str, line: str) -> str:
    """The home of *hub* is the hub of those named in *line*; an empty line takes the constellation away.

    Raises:
        EditError: a name is nobody's, or that of several people.
    """
    group, named = of_hub(board, hub), people_named(board.family, line)
    if group is None and not named:
        raise EditError("Name the carers of the satellite homes, with commas between them. Nothing was changed.")
    if group is not None and not named:
        board.do(Remove("groups", group.id))
    elif group is None:
        board.do(Add(Group(kind="mockingbird", name=Line(NAME), hub=hub, members=tuple(dict.fromkeys((hub, *named))))))
    else:
        board.do(Change(group.replaced(members=tuple(dict.fromkeys((hub, *named))))))
    return hub
