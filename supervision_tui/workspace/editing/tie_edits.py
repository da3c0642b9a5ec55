"""What is between two people, on the board: ties said in one line, said anew, taken away."""

from __future__ import annotations

from typing import TYPE_CHECKING

from supervision_tui.family import Group, Tie
from supervision_tui.family.edits import Add, Change, EditError, Remove
from supervision_tui.family.shorthand.tie import ParsedTie, parse_tie
from supervision_tui.text import Line
from supervision_tui.workspace.editing.form_fields import people_named

if TYPE_CHECKING:
    from supervision_tui.workspace.editing.family_editor import FamilyEditor


def add_tie(family_editor: FamilyEditor, of: str, line: str) -> str:
    """How *of* is with somebody; a tie of that kind in the same view is changed, not doubled. Whom to select then."""
    parsed = parse_tie(line, family_editor.family, of, family_editor.today)
    fresh = _made(parsed)
    there = _same(family_editor, fresh)
    family_editor.apply(Add(fresh) if there is None else Change(there.replaced(**parsed.stated_fields)))
    return of


def change_tie(family_editor: FamilyEditor, of: str, tie_id: str, line: str) -> str:
    """Say a tie of *of* anew, whole: what the line leaves out is not said any more. Whom to select then."""
    before = tie_of(family_editor, tie_id)
    after = _made(parse_tie(line, family_editor.family, of, family_editor.today)).replaced(
        id=before.id, confidence=before.confidence, note=before.note
    )
    there = _same(family_editor, after)
    if there is not None and there.id != before.id:
        raise EditError("There is such a tie already: change that one, or take it off. Nothing was changed.")
    family_editor.apply(Change(after))
    return of


def remove_tie(family_editor: FamilyEditor, tie_id: str) -> None:
    """Take a tie away."""
    family_editor.apply(Remove("ties", tie_of(family_editor, tie_id).id))


def tie_of(family_editor: FamilyEditor, tie_id: str) -> Tie:
    """The tie of that id.

    Raises:
        EditError: it is not there any more.
    """
    there = next((tie for tie in family_editor.family.ties if tie.id == tie_id), None)
    if there is None:
        raise EditError("That tie is not on the drawing any more. Nothing was changed.")
    return there


def _made(parsed: ParsedTie) -> Tie:
    a, b = (parsed.other, parsed.of) if parsed.from_other else (parsed.of, parsed.other)
    return Tie.model_validate({"a": a, "b": b, **parsed.stated_fields})


def _same(family_editor: FamilyEditor, tie: Tie) -> Tie | None:
    """The tie of the same two people (and direction, where it counts), kind and view."""
    for earlier in family_editor.family.ties_between(tie.a, tie.b):
        way = not tie.directed or earlier.a == tie.a
        if earlier.kind == tie.kind and earlier.perspective == tie.perspective and way:
            return earlier
    return None


CONSTELLATION = "Mockingbird constellation"


def constellation_of(family_editor: FamilyEditor, hub: str) -> Group | None:
    """The constellation around the home of *hub*."""
    return next(
        (group for group in family_editor.family.groups if group.kind == "mockingbird" and group.hub == hub), None
    )


def satellite_names(family_editor: FamilyEditor, hub: str) -> str:
    """Who the carers of the satellite homes are, as names with commas."""
    group = constellation_of(family_editor, hub)
    members = family_editor.family.index.people(group.members) if group else ()
    return ", ".join(member.name for member in members if member.id != hub)


def set_constellation(family_editor: FamilyEditor, hub: str, line: str) -> str:
    """The home of *hub* is the hub of those named in *line*; an empty line takes the constellation away.

    Raises:
        EditError: a name is nobody's, or that of several people.
    """
    group, named = constellation_of(family_editor, hub), people_named(family_editor.family, line)
    if group is None and not named:
        raise EditError("Name the carers of the satellite homes, with commas between them. Nothing was changed.")
    if group is not None and not named:
        family_editor.apply(Remove("groups", group.id))
    elif group is None:
        family_editor.apply(
            Add(
                Group(
                    kind="mockingbird", name=Line(CONSTELLATION), hub=hub, members=tuple(dict.fromkeys((hub, *named)))
                )
            )
        )
    else:
        family_editor.apply(Change(group.replaced(members=tuple(dict.fromkeys((hub, *named))))))
    return hub
