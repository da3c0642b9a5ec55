"""People who belong together otherwise than by living together: a hub home and its satellites, an alliance.

Mockingbird (The Fostering Network): a hub home carer and the homes around it live like one wider family. Drawn in the
view of homes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from supervision_tui.family import Group
    from supervision_tui.genogram.notation.drawing import Drawing

HUB, SATELLITE = "*", "+"
"""Beside the letter of a home: the hub of a constellation, and a home around it."""
KINDS = {
    "mockingbird": "Mockingbird constellation", "alliance": "alliance", "subsystem": "subsystem",
    "peer_group": "peer group", "other": "group",
}  # fmt: skip


def groups(drawing: Drawing) -> list[tuple[Group, list[str]]]:
    """Every group that holds on the day of the drawing, with those of its people who are drawn, the hub first."""
    current_groups = []
    for group in drawing.family.groups:
        ids = dict.fromkeys([*([group.hub] if group.hub else []), *group.members])
        people = [person_id for person_id in ids if person_id in drawing.symbols]
        if people and group.at(drawing.at):
            current_groups.append((group, people))
    return current_groups


def group_words(drawing: Drawing, group: Group, people: list[str]) -> str:
    """A group in words: its name, its hub, who belongs to it."""
    name = group.name or KINDS[group.kind]
    hub = group.hub if group.hub in people else None
    others = ", ".join(drawing.family.person(person_id).short_name for person_id in people if person_id != hub)
    if hub is None:
        return f"{name}: {others}"
    return f"{name}: hub home {drawing.family.person(hub).short_name}{'; satellite homes ' if others else ''}{others}"


def group_marks(drawing: Drawing) -> dict[str, str]:
    """The sign of everybody in a constellation."""
    signs: dict[str, str] = {}
    for group, people in groups(drawing):
        if group.kind == "mockingbird":
            signs |= {person_id: HUB if person_id == group.hub else SATELLITE for person_id in people}
    return signs
