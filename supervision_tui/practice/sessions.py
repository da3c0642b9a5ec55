"""Session templates: the stages of a format, what people see in each, and where what is said belongs.

Templates are files (``templates/sessions/*.yaml``); none of them is code.
"""

from __future__ import annotations

from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from supervision_tui.practice.destinations import Destination
from supervision_tui.practice.pieces import Piece, Slug
from supervision_tui.text import Line, SafeText


class Role(Piece):
    """A role that somebody in the room takes: what it is called and what it does."""

    id: Slug
    title: Line
    does: Line
    needed: bool = False


class Offer(Piece):
    """Prompts offered in a stage: of one *pack*, narrowed by *types*, *tags* or *ids* where given."""

    pack: Slug
    types: tuple[Slug, ...] = ()
    tags: tuple[Slug, ...] = ()
    ids: tuple[Slug, ...] = ()


class Stage(Piece):
    """A stage: *minutes* long, one *activity*, room for *curiosity* or for a *decision* (Lang, Little & Cronen 1990).

    *lead* is what the room reads first, *rule* how people speak here, *not_written* what is left out of every record.
    A *locked_until* names a stage that must have run before this one (a facilitator may override, which is kept).
    """

    id: Slug
    title: Line
    minutes: Annotated[int, Field(ge=0, le=240)]
    activity: Slug
    mode: Literal["curiosity", "decision"] = "curiosity"
    phase: Literal["opening", "family", "closing"] = "family"
    speaks: Line = Line()
    lead: SafeText = SafeText()
    rule: SafeText = SafeText()
    destination: Destination = Destination.FAMILY_WORK
    unattributed: bool = True
    offers: tuple[Offer, ...] = ()
    starters: tuple[Offer, ...] = ()
    not_written: tuple[Line, ...] = ()
    locked_until: Slug | None = None


class SessionTemplate(Piece):
    """A session format: its roles, its stages in order, and what must never be recorded."""

    id: Slug
    name: Slug
    title: Line
    about: SafeText
    roots: tuple[Line, ...] = ()
    minutes: Annotated[int, Field(ge=5, le=480)]
    people: tuple[int, int]
    family: Literal["one", "several", "none"]
    roles: tuple[Role, ...] = ()
    stages: Annotated[tuple[Stage, ...], Field(min_length=1)]
    must_not: tuple[Line, ...] = ()

    @model_validator(mode="after")
    def _holds_together(self) -> Self:
        """Stage ids are unique, locks name an earlier stage, and the first time round fits the minutes."""
        seen: list[str] = []
        for stage in self.stages:
            if stage.id in seen:
                raise ValueError(f"the stage '{stage.id}' stands here twice")
            if stage.locked_until and stage.locked_until not in seen:
                raise ValueError(
                    f"the stage '{stage.id}' waits for '{stage.locked_until}', which does not come before it"
                )
            seen.append(stage.id)
        planned = sum(stage.minutes for stage in self.stages)
        if planned > self.minutes:
            raise ValueError(f"the stages take {planned} minutes, more than the {self.minutes} of the whole")
        return self

    def stage(self, stage_id: str) -> Stage:
        """The stage called *stage_id*.

        Raises:
            KeyError: there is none.
        """
        for stage in self.stages:
            if stage.id == stage_id:
                return stage
        raise KeyError(stage_id)

    def role(self, role_id: str) -> Role | None:
        """The role called *role_id*, if this format has it."""
        return next((role for role in self.roles if role.id == role_id), None)
