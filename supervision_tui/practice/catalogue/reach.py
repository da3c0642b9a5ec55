"""From which screens each prompt is reached: the stages that offer it, child mode, and the library itself."""

from __future__ import annotations

from supervision_tui.practice.library import Library, PromptOffer, SessionTemplate

LIBRARY = "library"
CHILD_MODE = "questions for a child"
"""Screens beside the stages: the library, and any stage about a family whose questions are put to a child."""


def reaching_screens(library: Library) -> dict[str, tuple[str, ...]]:
    """For each prompt, by id, the screens on which it can be met: stages as ``T2/interview`` first."""
    found: dict[str, list[str]] = {prompt_id: [] for prompt_id in library.prompts}
    for template in library.templates.values():
        for stage in template.stages:
            for offer in (*stage.offers, *stage.starters):
                _note(library, offer, f"{template.id}/{stage.id}", found)
    about_families = any(_is_about_a_family(template) for template in library.templates.values())
    for prompt in library.prompts.values():
        if about_families and "child" in prompt.audience and prompt.kind == "question":
            found[prompt.id].append(CHILD_MODE)
        found[prompt.id].append(LIBRARY)
    return {prompt_id: tuple(dict.fromkeys(screens)) for prompt_id, screens in found.items()}


def _note(library: Library, offer: PromptOffer, screen: str, places: dict[str, list[str]]) -> None:
    pack = library.packs.get(offer.pack)
    for prompt in pack.prompts if pack else ():
        if offer.wants(prompt, offer.pack):
            places[prompt.id].append(screen)


def _is_about_a_family(template: SessionTemplate) -> bool:
    return template.family != "none"
