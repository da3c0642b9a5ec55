"""Session templates: the stages of a format, what people see in each, and where what is said belongs.

Templates are files (``templates/sessions/*.yaml``); none of them is code.
"""

from __future__ import annotations

from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from supervision_tui.practice.library.base import FrozenModel, Slug
from supervision_tui.practice.library.destinations import Destination
from supervision_tui.practice.library.packs import Prompt
from supervision_tui.text import Line, SafeText


class Role(FrozenModel):
    """A role that somebody in the room takes: what it is called and what it does.

    Where a meeting speaks of several families, a role *each_family* is given anew for each of them. *held_by* are the
    roles of practitioners to whom it is proposed, where it is not for anybody.
    """

    id: Slug
    title: Line
    does: Line
    needed: bool = False
    each_family: bool = False
    held_by: tuple[Slug, ...] = ()


class PromptOffer(FrozenModel):
    """Prompts offered in a stage: of one *pack*, narrowed by *types*, *tags* or *ids* where given.

    *at_least* so many of them are among the twelve that the stage shows: what its lead promises.
    """

    pack: Slug
    types: tuple[Slug, ...] = ()
    tags: tuple[Slug, ...] = ()
    ids: tuple[Slug, ...] = ()
    at_least: Annotated[int, Field(ge=0, le=12)] = 0

    def wants(self, prompt: Prompt, pack: str) -> bool:
        """Whether *prompt* of the pack with the id *pack* is offered by this."""
        return (
            pack == self.pack
            and (not self.ids or prompt.id in self.ids)
            and (not self.types or prompt.type in self.types)
            and (not self.tags or not set(self.tags).isdisjoint(prompt.tags))
        )


class RecordField(FrozenModel):
    """Something that this stage writes: what it is asked as, where it belongs, and in which form.

    *heading* is how a record names what was answered, without one the label. *per_child* asks it once for each child in
    focus, and as *unborn* of a child before birth; *needed* ones must be answered before the session can close.
    """

    id: Slug
    label: Line
    to: Destination
    heading: Line = Line()
    kind: Literal["notes", "line", "hypothesis", "decision", "action", "scale", "module", "feedback", "theme"] = "notes"
    hint: Line = Line()
    per_child: bool = False
    unborn: Line = Line()
    needed: bool = False

    @model_validator(mode="after")
    def _stored(self) -> Self:
        """What is asked for is kept somewhere."""
        if not self.to.stored:
            raise ValueError(f"'{self.id}' would be asked and kept nowhere; take it out or name another place for it")
        return self


class Stage(FrozenModel):
    """A stage: *minutes* long, one *activity*, room for *curiosity* or for a *decision* (Lang, Little & Cronen 1990).

    *lead* is what the room reads first, *rule* how people speak here, *records* what is written and where it belongs,
    *not_written* what is left out of every record. An *activity* with no form of its own is filled in from *records*.
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
    offers: tuple[PromptOffer, ...] = ()
    starters: tuple[PromptOffer, ...] = ()
    records: tuple[RecordField, ...] = ()
    not_written: tuple[Line, ...] = ()
    locked_until: Slug | None = None


class SessionTemplate(FrozenModel):
    """A session format: its roles, its stages in order, and what must never be recorded.

    With *family* ``several`` the stages of phase ``family`` are held once for each family chosen, *rounds* as planned.
    With *family* ``none`` no family is opened and nothing goes to a child's file or a family's working space.
    With *family* ``part`` it is one family's part of a meeting, made by the program: it asks only for what is theirs.
    With *full_identity* a child's entry begins with the full name and date of birth, as the authority wants it.
    *followed_by* names the format that looks back on this one: what is private in it stays until that one has closed.
    """

    id: Slug
    name: Slug
    title: Line
    about: SafeText
    roots: tuple[Line, ...] = ()
    minutes: Annotated[int, Field(ge=5, le=480)]
    people: tuple[int, int]
    family: Literal["one", "several", "none", "part"]
    rounds: Annotated[int, Field(ge=1, le=12)] = 1
    roles: tuple[Role, ...] = ()
    stages: Annotated[tuple[Stage, ...], Field(min_length=1)]
    must_not: tuple[Line, ...] = ()
    followed_by: Slug | None = None
    full_identity: bool = False

    @model_validator(mode="after")
    def _holds_together(self) -> Self:
        """Stage ids are unique, locks name an earlier stage, the minutes fit, and without a family nothing is its."""
        seen: list[str] = []
        for stage in self.stages:
            if stage.id in seen:
                raise ValueError(f"the stage '{stage.id}' stands here twice")
            if stage.locked_until and stage.locked_until not in seen:
                raise ValueError(
                    f"the stage '{stage.id}' waits for '{stage.locked_until}', which does not come before it"
                )
            seen.append(stage.id)
            if self.family == "none":
                _no_family(stage)
        if self.planned > self.minutes:
            raise ValueError(f"the stages take {self.planned} minutes, more than the {self.minutes} of the whole")
        return self

    @property
    def planned(self) -> int:
        """Minutes of all stages, those for a family as often as planned."""
        return sum(stage.minutes * (self.rounds if stage.phase == "family" else 1) for stage in self.stages)

    @property
    def short_title(self) -> str:
        """The title without what follows its comma; one that is a list, "worries and next steps", stays whole."""
        first, _, rest = str(self.title).partition(",")
        return str(self.title) if " and " in rest else first

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


def _no_family(stage: Stage) -> None:
    """A format without a family keeps nothing about one.

    Raises:
        ValueError: *stage* would write to a child's file or a family's working space.
    """
    about_a_family = {Destination.CHILD_FILE, Destination.FAMILY_WORK}
    if stage.phase == "family" or about_a_family & {stage.destination, *(record.to for record in stage.records)}:
        raise ValueError(f"the stage '{stage.id}' is about a family, and this format has none")
