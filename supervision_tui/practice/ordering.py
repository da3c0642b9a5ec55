"""In which order prompts are offered: by stage, then what has not been asked lately; no worry without a strength."""

from __future__ import annotations

import random
from collections.abc import Sequence

from supervision_tui.practice.packs import Prompt

STAGES = (
    "opening", "check_in", "round", "theme", "child", "story", "clarify", "genogram", "interview", "listening", "map",
    "visit", "hypotheses", "missing_view", "safe_uncertainty", "reflecting", "resonance", "childs_eye", "respond",
    "graces", "system", "one_to_one", "panel", "prepare", "scales", "decision", "actions", "after", "close",
)  # fmt: skip
"""Stage hints of prompts, in the order in which a session comes to them."""

_RANK = {name: at for at, name in enumerate(STAGES)}


def in_order(prompts: Sequence[Prompt], asked_lately: Sequence[str], chance: random.Random) -> list[Prompt]:
    """*prompts* by stage; never asked first, then asked longest ago; those with names first; by *chance*."""
    last = {prompt_id: at for at, prompt_id in enumerate(asked_lately, 1)}
    shuffled = list(prompts)
    chance.shuffle(shuffled)
    shuffled.sort(key=lambda one: (last.get(one.id, 0) > 0, _stage(one), last.get(one.id, 0), not one.placeholders))
    return _balanced(shuffled)


def _stage(prompt: Prompt) -> int:
    return min((_RANK.get(one, len(STAGES)) for one in prompt.stage), default=len(STAGES))


def _balanced(prompts: Sequence[Prompt]) -> list[Prompt]:
    """Behind each prompt that is to be paired comes one with that tag, where there is one left."""
    waiting: dict[str, Prompt] = {one.id: one for one in prompts}
    found: list[Prompt] = []
    by_tag: dict[str, list[Prompt]] = {}
    for one in reversed(prompts):
        for tag in one.tags:
            by_tag.setdefault(tag, []).append(one)
    for one in prompts:
        if waiting.pop(one.id, None) is None:
            continue
        found.append(one)
        partners = by_tag.get(one.pairs_with or "", [])
        while partners:
            partner = partners.pop()
            if waiting.pop(partner.id, None) is not None:
                found.append(partner)
                break
    return found
