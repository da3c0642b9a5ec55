"""A session as it may leave: built up field by field from one table, without what is private to its author.

A test holds the table against the models, so that a new field is in no export until somebody has decided. Source:
content specification 7.2 (what is private stays with its author).
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import TypeVar

from supervision_tui.practice import Destination
from supervision_tui.practice.library import FrozenModel
from supervision_tui.session.model import (
    Action,
    AskedQuestion,
    Carried,
    Decision,
    Draft,
    Entry,
    Hypothesis,
    Seat,
    Session,
    StageTime,
    StatusChange,
    TrayLine,
)

ModelT = TypeVar("ModelT", bound=FrozenModel)

SHARED = frozenset({Destination.CHILD_FILE, Destination.FAMILY_WORK, Destination.SUPERVISION_RECORD})
"""Destinations whose words may leave; what is private, or goes nowhere, does not."""

_LEAVES: dict[type[FrozenModel], str] = {
    Session: """id template_id status started touched ended facilitator family_id family_ref children seats stage times
        entries hypotheses actions decisions questions overridden number follows meeting families chosen at_family
        carried""",
    Seat: "role name",
    StageTime: "used extra skipped visited",
    Entry: "id field stage text at destination author child children about source parts",
    Hypothesis: """id stage statement at makes_sense child_inside why_now would_fit would_drop about level rival_of
        destination status history""",
    StatusChange: "at status because",
    Action: "id stage what owner when due child children done_when constraint serves destination state at",
    Decision: "id stage what because considered decided_by family_told child_words child children destination at",
    AskedQuestion: "prompt_id text stage kept about destination asked came_back for_session",
    Draft: "",
    TrayLine: "",
    Carried: "action session_id since discussed",
}
_STAYS: dict[type[FrozenModel], str] = {
    Session: "since drafts tray opened_on facilitator_id",
    TrayLine: "id text at mark placed thrown_away destination",
    Seat: "person",
    Entry: "author_id",
    Action: "owner_id",
    Decision: "decided_by_id",
    Draft: "stage field child text destination rewriting id",
}

EXPORT_RULES: Mapping[type[FrozenModel], Mapping[str, bool]] = MappingProxyType(
    {
        model: {**dict.fromkeys(leaves.split(), True), **dict.fromkeys(_STAYS.get(model, "").split(), False)}
        for model, leaves in _LEAVES.items()
    }
)
"""Every model of a session: each field, and whether it leaves. What is not here does not."""


def exported_session(session: Session) -> Session:
    """*session* without what is private to its author, what goes nowhere, and what is only begun."""
    return _exported(session)


def _exported(part: ModelT) -> ModelT:
    """*part* with the fields that leave."""
    rules = EXPORT_RULES.get(type(part), {})
    found: dict[str, object] = {}
    for name in type(part).model_fields:
        if not rules.get(name, False):
            continue
        value = getattr(part, name)
        if isinstance(value, tuple):
            leaving = (item for item in value if _leaves(item))
            found[name] = tuple(_exported(item) if isinstance(item, FrozenModel) else item for item in leaving)
        else:
            found[name] = _exported(value) if isinstance(value, FrozenModel) else value
    return type(part).model_validate(found)


def _leaves(item: object) -> bool:
    """Whether something in a list may leave: its destination is one that others read, or it has none."""
    inner = item.action if isinstance(item, Carried) else item
    return getattr(inner, "destination", None) in SHARED | {None}
