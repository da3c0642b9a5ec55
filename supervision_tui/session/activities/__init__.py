"""What people do in a stage: one module an activity, each saying as data which fields there are to fill."""

from __future__ import annotations

from importlib import import_module

from supervision_tui.practice.destinations import Destination
from supervision_tui.practice.sessions import SessionTemplate, Stage
from supervision_tui.session.fields import Field, Slot

KNOWN = (
    "actions",
    "childs_eye",
    "close",
    "graces",
    "hypotheses",
    "interview",
    "pause",
    "reflecting",
    "responds",
    "roles",
    "story",
)
"""Activities that a stage may name."""


class UnknownActivity(ValueError):  # noqa: N818 - a sentence for whoever writes templates
    """A template names an activity that this program does not have."""


def fields_of(activity: str) -> tuple[Field, ...]:
    """The fields of *activity*.

    Raises:
        UnknownActivity: there is none of that name.
    """
    if activity not in KNOWN:
        raise UnknownActivity(f"There is no activity called '{activity}'. There are: {', '.join(KNOWN)}.")
    found: tuple[Field, ...] = import_module(f"{__name__}.{activity}").FIELDS
    return found


def slots(stage: Stage, template: SessionTemplate, children: tuple[str, ...]) -> tuple[Slot, ...]:
    """Everything that can be filled in *stage*, in order; what is asked for each child, once a child."""
    seats = template.roles if stage.activity == "roles" else ()
    found = [
        Slot(Field(role.id, role.title, Destination.SUPERVISION_RECORD, kind="seat", hint=role.does))
        for role in seats
    ]
    for field in fields_of(stage.activity):
        found += [Slot(field, child) for child in children] if field.per_child else [Slot(field)]
    return tuple(found)
