"""What every part of the practice content has in common: frozen, no unknown field, safe words."""

from __future__ import annotations

from typing import Annotated

from pydantic import BaseModel, ConfigDict, StringConstraints

from supervision_tui.text import Line, SafeText

Slug = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9_.-]{1,64}$")]
"""A short name inside the content: ``T2``, ``circular``, ``GR.gender.self.1``."""

Month = Annotated[str, StringConstraints(pattern=r"^20[0-9]{2}-[01][0-9](-[0-3][0-9])?$")]
"""A day or a month as ``2027-05-01``."""


class FrozenModel(BaseModel):
    """A frozen part of a pack, a template, a framework or a checklist."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)


class Card(FrozenModel):
    """A titled thing in a few lines: a value, a pillar, a principle, a reference card."""

    title: Line
    lines: tuple[SafeText, ...] = ()
