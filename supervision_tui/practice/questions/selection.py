"""Questions that know the family: prompts chosen, filled with its people, explained, in order, never twice.

Content specification 3.4 (a) to (h): who may be named and asked, pronouns, the dead, hidden facts, audience, harm.
"""

from __future__ import annotations

import random
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING

from supervision_tui.family import Family
from supervision_tui.family.views import name_by_kinship
from supervision_tui.practice.library import TYPED, Audience, Library, Prompt
from supervision_tui.practice.questions.filling import PromptFiller, Purpose, Question
from supervision_tui.practice.questions.ordering import balanced, in_order
from supervision_tui.practice.questions.pattern_prompts import code_of, patterns_in

if TYPE_CHECKING:
    from supervision_tui.family.patterns import Pattern
    from supervision_tui.practice.library import PromptOffer

__all__ = ["Purpose", "Question", "UnknownTypeError", "offered_prompts", "questions_for"]

_HEARS: dict[str, Audience] = {"visit": "family", "child": "child"}


class UnknownTypeError(ValueError):
    """A type of question was asked for that no prompt has."""


def offered_prompts(library: Library, offers: Iterable[PromptOffer]) -> tuple[Prompt, ...]:
    """The prompts that a stage offers, each once, in the order of its offers; a pack that is missing gives none."""
    found: dict[str, Prompt] = {}
    for offer in offers:
        pack = library.packs.get(offer.pack)
        for prompt in pack.prompts if pack else ():
            if offer.wants(prompt, offer.pack):
                found.setdefault(prompt.id, prompt)
    return tuple(found.values())


def questions_for(
    family: Family | None,
    library: Library,
    *,
    for_: Purpose,
    today: date,
    prompts: Iterable[Prompt] | None = None,
    types: Sequence[str] | None = None,
    children: Sequence[str] | None = None,
    each_child: bool = False,
    given: Mapping[str, str] | None = None,
    asked_lately: Sequence[str] = (),
    patterns: Sequence[Pattern] | None = None,
    on_paper: bool = False,
    seed: int = 0,
) -> list[Question]:
    """Every prompt that can be asked of or about *family* now, filled, in the order in which to offer them.

    Args:
        family: whom it is about; ``None`` where there is no family, as in a pod: then only prompts that name nobody.
        library: where prompts come from.
        for_: who will hear it.
        today: ages, the dead and what is recent are counted from this day.
        prompts: these only (:func:`offered` of a stage), of any kind; without, all that know a family, by stage.
        types: only these types (``ranking``).
        children: ids of the children to speak of; those in focus without.
        each_child: a question for each child, where it names one; one child in turn without.
        given: words for placeholders that a worker typed (``{"worry": "the late nights"}``).
        asked_lately: ids of prompts asked before, oldest first; they come later.
        patterns: those found in the family that are to be asked about; every one without.
        on_paper: the words may go along to a visit: whom they name is as for the family, no matter who is asked.
        seed: the same seed gives the same questions in the same order.

    Raises:
        UnknownTypeError: no prompt has one of *types*.
    """
    family = name_by_kinship(family) if family is not None else None
    chosen = [prompt for prompt in _pool(library, prompts, types, for_) if is_for_hearer(prompt, for_)]
    chance = random.Random(seed)  # noqa: S311 - order, not secrecy
    asking = PromptFiller(family, for_, today, given or {}, chance, on_paper=on_paper)
    ordered = in_order(chosen, asked_lately, asking.chance, by_stage=prompts is None)
    if family is not None and any(code_of(prompt) for prompt in ordered):
        asking.with_patterns(patterns_in(family, today, patterns))
    about = asking.about(children)
    found = [(prompt, asking.ask(prompt, about, turn, each_child=each_child)) for turn, prompt in enumerate(ordered)]
    filled = {prompt.id: questions for prompt, questions in found if questions}
    return [
        question
        for prompt in balanced([prompt for prompt, _ in found if prompt.id in filled])
        for question in filled[prompt.id]
    ]


def _pool(
    library: Library, prompts: Iterable[Prompt] | None, types: Sequence[str] | None, for_: Purpose
) -> list[Prompt]:
    known_families = (prompt for prompt in library.prompts.values() if _knows_family(prompt, for_))
    found = list(known_families if prompts is None else prompts)
    if types is None:
        return found
    known = sorted({prompt.type for prompt in library.prompts.values() if prompt.type})
    for kind in types:
        if kind not in known:
            raise UnknownTypeError(f"There is no type of question called '{kind}'. There are: {', '.join(known)}.")
    return [prompt for prompt in found if prompt.type in types]


def _knows_family(prompt: Prompt, for_: Purpose) -> bool:
    """Whether *prompt* is a question about a family: it names somebody, has a type or a rule, or is about harm.

    Everything that may be put to a child is.
    """
    if prompt.kind != "question" or prompt.level == "self":
        return False
    names = set(prompt.placeholders) - TYPED - {"worker", "supervisor"}
    asked_of_child = for_ == "child" and "child" in prompt.audience
    return asked_of_child or bool(names) or prompt.type is not None or bool(code_of(prompt)) or "harm" in prompt.tags


def is_for_hearer(prompt: Prompt, for_: Purpose) -> bool:
    """Whether *prompt* may be put to those who hear it, by its audience."""
    heard = _HEARS.get(for_)
    return heard is None or heard in prompt.audience
