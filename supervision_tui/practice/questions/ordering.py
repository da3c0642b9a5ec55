"""In which order prompts are offered: by stage, then what has not been asked lately; no worry without a strength."""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator, Mapping, Sequence

from supervision_tui.practice.library import STAGE_HINTS, Pack, Prompt

_RANK = {name: at for at, name in enumerate(STAGE_HINTS)}


def in_order(
    prompts: Sequence[Prompt], asked_lately: Sequence[str], chance: random.Random, *, by_stage: bool
) -> list[Prompt]:
    """*prompts*, never asked first, then asked longest ago; *by_stage*; those with names first; by *chance*."""
    last = {prompt_id: at for at, prompt_id in enumerate(asked_lately, 1)}
    shuffled = list(prompts)
    chance.shuffle(shuffled)

    def place(prompt: Prompt) -> tuple[bool, int, int, bool]:
        asked = last.get(prompt.id, 0)
        return asked > 0, _stage(prompt) if by_stage else 0, asked, not prompt.placeholders

    return sorted(shuffled, key=place)


def _stage(prompt: Prompt) -> int:
    return min((_RANK.get(hint, len(STAGE_HINTS)) for hint in prompt.stage), default=len(STAGE_HINTS))


def kind_of(prompt: Prompt, pack_of: Mapping[str, Pack]) -> str:
    """What kind of question *prompt* is: its type, or what its pack tags it as."""
    return prompt.type or (prompt.tags[0] if prompt.tags else pack_of[prompt.id].id)


def partners_for(prompt: Prompt, among: Iterable[Prompt]) -> Iterator[Prompt]:
    """Those of *among* that may stand beside *prompt*, where it is to be paired."""
    return (other for other in among if prompt.pairs_with in other.tags and other.id != prompt.id)


def balanced(prompts: Sequence[Prompt]) -> list[Prompt]:
    """Behind each prompt that is to be paired comes one with that tag, as long as there are any."""
    partner_of = _partners(prompts)
    led = {partner.id for partner in partner_of.values()}
    found: list[Prompt] = []
    for prompt in prompts:
        if prompt.id not in led:
            found += [prompt, partner_of[prompt.id]] if prompt.id in partner_of else [prompt]
    return found


def _partners(prompts: Sequence[Prompt]) -> dict[str, Prompt]:
    """The prompt to put behind each one that needs one: pairs, in their order, nobody in two of them."""
    by_tag: dict[str, list[Prompt]] = {}
    for prompt in reversed(prompts):
        for tag in prompt.tags:
            by_tag.setdefault(tag, []).append(prompt)
    paired: set[str] = set()
    found: dict[str, Prompt] = {}
    for first in prompts:
        waiting = by_tag.get(first.pairs_with or "", [])
        while waiting and (waiting[-1].id in paired or waiting[-1].id == first.id):
            waiting.pop()
        if waiting and first.id not in paired:
            found[first.id] = waiting.pop()
            paired |= {first.id, found[first.id].id}
    return found
