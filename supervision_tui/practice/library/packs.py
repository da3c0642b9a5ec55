"""Prompt packs: questions, exercises, cards, rules and starters, a file each (``prompts/*.yaml``).

A prompt says to whom it may be put, where its answer belongs, and whether it may be asked where somebody is harmed.
Shape: content specification 9.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from supervision_tui.practice.library.base import FrozenModel, Month, Slug
from supervision_tui.practice.library.destinations import Destination
from supervision_tui.text import Line, SafeText

Nation = Literal["england", "wales", "scotland", "northern-ireland"]
Audience = Literal["supervision", "family", "child"]
Level = Literal["self", "family", "system"]
Kind = Literal["question", "exercise", "card", "rule", "starter", "statement"]
Quadrant = Literal["lineal", "circular", "strategic", "reflexive"]
"""What a question is meant to do, and whether it asks about one or about ties (Tomm 1988)."""
_REFLEXIVE = frozenset({"hypothetical", "future", "observer", "reflexive", "exception", "help", "meaning"})
"""Types that invite somebody to change by themselves; the others ask about ties."""
Condition = Literal[
    "in care",
    "was missing",
    "exploited",
    "disabled",
    "came from elsewhere",
    "bereaved",
    "parents separated",
    "two homes",
    "shares a home",
    "few words",
]
"""What must be so of a child, by the family's data, before a prompt may be asked."""
Invitation = Literal["secrecy", "joint work", "loyalty", "promise", "hope"]
"""What a prompt invites somebody to that is not safe where somebody is harmed: to keep something from others, to act
together with everybody, to stand by somebody, to commit to something, to look forward together."""

PLACEHOLDER = re.compile(r"\{(?P<name>[A-Za-z_]+[0-9]?)(?:'(?P<of>s)|\.(?P<form>[a-z]+))?\}")
"""``{child}``, ``{child's}``, ``{child.they}``."""


STAGE_HINTS = (
    "opening", "check_in", "round", "theme", "child", "story", "clarify", "genogram", "interview", "listening", "map",
    "visit", "hypotheses", "missing_view", "safe_uncertainty", "reflecting", "resonance", "childs_eye", "respond",
    "graces", "system", "one_to_one", "panel", "prepare", "scales", "decision", "actions", "after", "close",
)  # fmt: skip
"""Where in a session a prompt may be of use, in the order in which a session comes there."""
TAGS_WITHOUT_RULE = frozenset({"G-CHILDHOOD"})
"""Tags that are written like the code of a rule and belong to none: such prompts are offered everywhere."""


class Prompt(FrozenModel):
    """One question or short text.

    *needs* names placeholders that must be fillable beyond those in the text; *stage* where it is of use; *pairs_with*
    a tag to offer beside it, so that a worry never stands alone.

    It is asked of or about a child *from_age* *to_age*, in years, and *only_if* everything named there is so; whoever
    stands for one of the placeholders *elsewhere* does not live with the child, of those *together* does, and of those
    *alive_then* lived while the child did.
    Where harm is flagged, *harm_safe* false puts it away, and so does whatever it *invites* to; *of_harming* are the
    placeholders that then stand for the one who harms; *names_harming* says that colleagues may put it about that
    person too. All other prompts name nobody who harms.
    """

    id: Slug
    text: Annotated[SafeText, Field(min_length=3)]
    level: Level
    audience: Annotated[tuple[Audience, ...], Field(min_length=1)]
    record: Destination
    needs: tuple[Slug, ...] = ()
    harm_safe: bool
    from_age: Annotated[int, Field(ge=0, le=25)] = 0
    to_age: Annotated[int, Field(ge=0, le=25)] | None = None
    only_if: tuple[Condition, ...] = ()
    elsewhere: tuple[Slug, ...] = ()
    together: tuple[Slug, ...] = ()
    alive_then: tuple[Slug, ...] = ()
    invites: tuple[Invitation, ...] = ()
    of_harming: tuple[Slug, ...] = ()
    names_harming: bool = False
    tags: tuple[Slug, ...] = ()
    type: Slug | None = None
    intent: Literal["orienting", "influencing"] | None = None
    quadrant: Quadrant | None = None
    kind: Kind = "question"
    stage: tuple[Slug, ...] = ()
    pairs_with: Slug | None = None
    source: Line = Line()

    @property
    def placeholders(self) -> tuple[str, ...]:
        """Names in braces, each once, in the order of the text."""
        return placeholders_in(self.text)

    @property
    def intent_quadrant(self) -> Quadrant | None:
        """Where it stands among Tomm's four kinds of questions (1988): as it says itself, or by its type."""
        if self.quadrant is not None or self.type is None:
            return self.quadrant
        return "reflexive" if self.type in _REFLEXIVE else "circular"

    @property
    def family_facing(self) -> bool:
        """Whether someone of the family may be asked."""
        return "family" in self.audience or "child" in self.audience


@lru_cache(maxsize=8192)
def placeholders_in(text: str) -> tuple[str, ...]:
    """Names in braces in *text*, each once, in order; every question of a stage looks at hundreds of prompts."""
    return tuple(dict.fromkeys(match["name"] for match in PLACEHOLDER.finditer(text)))


class Pack(FrozenModel):
    """A file of prompts with what it is for, whom it owes, where it holds and when it is read again."""

    pack: Slug
    title: Line
    version: Line
    nation: Annotated[tuple[Nation, ...], Field(min_length=1)]
    review_by: Month
    authors: tuple[Line, ...]
    credits: tuple[Line, ...] = ()
    about: SafeText = SafeText()
    warning: SafeText = SafeText()
    prompts: Annotated[tuple[Prompt, ...], Field(min_length=1)]

    @property
    def id(self) -> str:
        """Its name, by which a pack of one's own wins over one that is shipped."""
        return self.pack

    @model_validator(mode="after")
    def _no_id_twice(self) -> Self:
        """Each prompt has its own id."""
        seen: set[str] = set()
        for prompt in self.prompts:
            if prompt.id in seen:
                raise ValueError(f"the id '{prompt.id}' is used twice in this pack. Give one of them another id.")
            seen.add(prompt.id)
        return self
