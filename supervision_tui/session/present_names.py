"""Names in a session as people are called now: the ids that stand in it are kept, the names beside them only shown.

A name that stands without an id, written before ids were kept, is given the id of the person whom it meant then.
"""

from __future__ import annotations

from collections.abc import Sequence
from operator import attrgetter, is_
from typing import Any, TypeVar

from pydantic import BaseModel

from supervision_tui.people import UNCLEAR, Directory
from supervision_tui.session.model import ALSO, Action, Carried, Decision, Entry, Seat
from supervision_tui.text import Line

ModelT = TypeVar("ModelT", bound=BaseModel)

NAMED: dict[type[BaseModel], tuple[str, str]] = {
    Seat: ("name", "person"),
    Entry: ("author", "author_id"),
    Action: ("owner", "owner_id"),
    Decision: ("decided_by", "decided_by_id"),
}
"""Where people of the list are named in a session: the field of the name, and that of the id."""
_NAME_AND_ID = {kind: attrgetter(*fields) for kind, fields in NAMED.items() if kind is not Seat}
WHOLE_NAMES = (Action, Decision)
"""Where a member of the family may be named as well: only a whole name means somebody of the list."""


def seat_of(role: str, name: str, directory: Directory, *, as_what: str = "") -> Seat:
    """The seat in *role* of the person whom *name*, typed now, means."""
    shown, person = directory.resolve(name)
    return Seat(role=role, name=Line(f"{shown}, {as_what}" if as_what else shown), person=person)


def author_fields(name: str, directory: Directory) -> dict[str, str]:
    """Name and id of the author whom *name*, typed now, means, as an entry holds them."""
    shown, person = directory.resolve(name)
    return {"author": Line(shown), "author_id": person}


def with_present_names(whole: ModelT, directory: Directory) -> ModelT:
    """*whole* (a session, its private part, or a summary) with everybody in it named as they are called now."""
    changed: dict[str, Any] = {}
    held = vars(whole)  # asking a model for what it lacks takes as long as reading three steps
    if held.get("facilitator"):
        changed |= _changes(whole, "facilitator", "facilitator_id", directory)
    for name in ("seats", "entries", "actions", "decisions", "carried"):
        before = held.get(name, ())
        if not before or type(before[0]) not in {*NAMED, Carried}:
            continue
        if not _some_named_otherwise(before, directory):
            continue
        after = tuple([_present(item, directory) for item in before])
        if not all(map(is_, after, before)):
            changed[name] = after
    return whole.model_copy(update=changed) if changed else whole


def _some_named_otherwise(items: Sequence[BaseModel], directory: Directory) -> bool:
    """Whether one of *items*, all of one kind, may name somebody otherwise than now; each name is looked up once."""
    kind = type(items[0])
    if kind not in _NAME_AND_ID:
        return True
    whole = kind in WHOLE_NAMES
    pairs = set(map(_NAME_AND_ID[kind], items))
    return any(directory.present(name, ident, whole=whole) != (name, ident) for name, ident in pairs if name)


def _present(item: ModelT, directory: Directory) -> ModelT:
    if isinstance(item, Carried):
        action = _present(item.action, directory)
        return item if action is item.action else item.model_copy(update={"action": action})
    if type(item) not in NAMED:
        return item
    changed = _changes(item, *NAMED[type(item)], directory)
    return item.model_copy(update=changed) if changed else item


def _changes(item: BaseModel, name_field: str, id_field: str, directory: Directory) -> dict[str, str]:
    written, ident = str(getattr(item, name_field)), str(getattr(item, id_field))
    without_role = isinstance(item, Seat) and item.role.startswith(ALSO)
    name, comma, as_what = written.partition(", ") if without_role else (written, "", "")
    if not name or ident == UNCLEAR:
        return {}
    label, person = directory.present(name, ident, whole=isinstance(item, WHOLE_NAMES))
    shown = Line(f"{label}{comma}{as_what}") if comma else label
    return {} if (shown, person) == (written, ident) else {name_field: shown, id_field: person}
