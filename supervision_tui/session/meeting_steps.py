"""A meeting about several families: which stages belong to the meeting, which to each family, and in which order.

What belongs to one family never stands in the document of another or of the meeting (content specification 7.2), so
a meeting is held in parts: one without a family, and one for each family. The order of the steps runs through all of
them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from supervision_tui.practice import Destination, SessionTemplate, Stage
from supervision_tui.session.model import Session
from supervision_tui.session.stage_fields import fields
from supervision_tui.text import SafeText

CHOOSING = "choose"
"""The activity in which families are chosen."""
_OF_A_FAMILY = {Destination.CHILD_FILE, Destination.FAMILY_WORK}


@dataclass(frozen=True, slots=True)
class MeetingStep:
    """A stage, held for one *family* (an id) or, where that is empty, for the meeting."""

    stage: str
    family: str = ""


def _belongs(stage: Stage, template: SessionTemplate) -> tuple[bool, bool]:
    """Whether *stage* is held for the meeting, and whether for a family; a close may be held for both."""
    asked = {field.destination in _OF_A_FAMILY for field in fields(stage, template)}
    theirs = stage.phase == "family" or True in asked
    return not theirs or (False in asked and stage.phase != "family"), theirs


def part_of_meeting(template: SessionTemplate, *, family: bool) -> SessionTemplate:
    """The format of one part of a meeting of *template*: of each family's, or of the one without a family."""
    stages = tuple(stage for stage in template.stages if _belongs(stage, template)[family])
    there = {stage.id for stage in stages}
    opened = [
        stage.model_copy(update={"locked_until": stage.locked_until if stage.locked_until in there else None})
        for stage in stages
    ]
    roles = tuple(role for role in template.roles if role.each_family is family)
    changed = {"stages": tuple(opened), "family": "part" if family else "none", "roles": roles}
    return template.model_copy(update=changed)


def time_asked(session: Session, template: SessionTemplate) -> SafeText:
    """What was said in *session*, a family's part, when it was asked whether time is needed today; "" for nothing.

    It is asked before the families are chosen, in a line of its own about the whole family. A line that stands in the
    box and was not kept yet counts too: somebody said it.
    """
    for stage in (stage for stage in template.stages if stage.phase == "opening"):
        for field in fields(stage, template):
            if field.kind == "line" and field.destination is Destination.FAMILY_WORK and not field.per_child:
                drafts = [draft for draft in session.drafts if draft.field == field.id and not draft.id]
                changing = {draft.rewriting for draft in drafts}
                entries = [entry for entry in session.entries_in(field.id) if entry.id not in changing]
                texts = [*(entry.text for entry in entries), *(draft.text for draft in drafts)]
                if lines := [line.strip() for text in texts for line in text.splitlines() if line.strip()]:
                    return SafeText("; ".join(lines))
    return SafeText()


def steps(template: SessionTemplate, families: Sequence[str], chosen: Sequence[str]) -> tuple[MeetingStep, ...]:
    """Every step of a meeting in its order.

    Args:
        template: of several families.
        families: ids of all that the meeting speaks of: a stage before the choice is held for each of them.
        chosen: ids of those thought about in depth, in their order: their stages are held family by family, and a close
            that asks something of a family for each of them. A stage that only asks of families, after theirs, is held
            for the others.
    """
    others = [family for family in families if family not in chosen]
    found: list[MeetingStep] = []
    for phase, group in groupby(template.stages, key=lambda stage: stage.phase):
        stages = list(group)
        if phase == "family":
            found += [MeetingStep(stage.id, family) for family in chosen for stage in stages]
            continue
        for stage in stages:
            whole, theirs = _belongs(stage, template)
            if theirs:
                whose = families if phase == "opening" else chosen if whole else others
                found += [MeetingStep(stage.id, family) for family in whose]
            if whole:
                found.append(MeetingStep(stage.id))
    return tuple(found)
