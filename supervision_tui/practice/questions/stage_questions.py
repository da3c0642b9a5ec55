"""What a stage of a session offers, in its order: where somebody is harmed the questions about that come first.

Source: content specification 3.6. Which packs a stage offers is data of its format; that harm is asked about is
not left to each format.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from supervision_tui.family import Family
from supervision_tui.practice.library import Destination, Library, Prompt, SessionTemplate, Stage
from supervision_tui.practice.questions.filling import Purpose, Question
from supervision_tui.practice.questions.safeguarding import FlaggedHarm
from supervision_tui.practice.questions.selection import offered_prompts, questions_for

HARM_FIRST = 3
"""Questions about harm that stand before all others."""
_OF_A_FAMILY = frozenset({Destination.CHILD_FILE, Destination.FAMILY_WORK})


def stage_questions(
    family: Family | None,
    library: Library,
    template: SessionTemplate,
    stage: Stage,
    *,
    for_: Purpose,
    today: date,
    children: Sequence[str] | None = None,
    each_child: bool = False,
    lenses: Sequence[str] = (),
    given: Mapping[str, str] | None = None,
    asked_lately: Sequence[str] = (),
    brought: Sequence[Question] = (),
    seed: int = 0,
) -> list[Question]:
    """The questions that *stage* of *template* offers for *family*: about harm first, then pack by pack.

    Args:
        family: whom it is about; ``None`` where there is no family.
        library: where prompts come from.
        template: the session format.
        stage: one of its stages.
        for_: who will hear it.
        today: ages and what is over are counted from this day.
        children: ids of the children to speak of; those in focus without.
        each_child: a question for each child, where it names one; one child in turn without.
        lenses: packs in the order in which the framework in use offers them; others come after.
        given: words for placeholders that a worker typed.
        asked_lately: ids of prompts asked before, oldest first; they come later.
        brought: questions about what was prepared before; they stand after those about harm.
        seed: the same seed gives the same questions in the same order.
    """
    offered = {prompt.id: prompt for prompt in offered_prompts(library, stage.offers)}
    added: dict[str, Prompt] = {}
    if family is not None and asks_about_family(template, offered.values()) and FlaggedHarm(family, today).present:
        added = {prompt.id: prompt for prompt in _about_harm(library, template, for_)}
    found = questions_for(
        family,
        library,
        for_=for_,
        today=today,
        prompts=(offered | added).values(),
        children=children,
        each_child=each_child,
        given=given,
        asked_lately=asked_lately,
        on_paper=_prepares(template),
        seed=seed,
    )
    place = {pack: at for at, pack in enumerate(lenses)}
    found.sort(key=lambda question: place.get(library.pack_of[question.prompt_id].id, len(place)))
    wanted = _hint(template, stage)
    about_harm = [question for question in found if question.prompt_id in added]
    about_harm.sort(
        key=lambda question: (question.prompt_id in asked_lately, wanted not in added[question.prompt_id].stage)
    )
    first = _of_different_kinds(about_harm)
    rest = [question for question in found if question not in first and question.prompt_id in offered]
    return [*first, *brought, *rest]


def asks_about_family(template: SessionTemplate, prompts: Iterable[Prompt]) -> bool:
    """Whether *prompts*, offered in a stage of *template*, ask about a family rather than only about ourselves."""
    return template.family != "none" and any(
        prompt.level == "family" or prompt.record in _OF_A_FAMILY for prompt in prompts
    )


def _about_harm(library: Library, template: SessionTemplate, for_: Purpose) -> list[Prompt]:
    """Prompts about harm that may come first: colleagues' own, or those that are put to somebody alone and in safety.

    Somebody who prepares a visit by themselves has both.
    """
    audiences = {"visit": {"family"}, "child": {"child"}}.get(for_, {"supervision"})
    if for_ == "group" and _prepares(template):
        audiences |= {"family"}
    return [prompt for prompt in library.prompts.values() if "harm" in prompt.tags and audiences & set(prompt.audience)]


def _prepares(template: SessionTemplate) -> bool:
    """Whether *template* is for one person, before or after a visit."""
    return template.people[1] == 1


def _hint(template: SessionTemplate, stage: Stage) -> str:
    """The hint of prompts about harm that are of most use in *stage*."""
    if _prepares(template):
        return "prepare"
    return "actions" if stage.mode == "decision" else "clarify"


def _of_different_kinds(questions: Sequence[Question]) -> list[Question]:
    """The first :data:`HARM_FIRST` of *questions*, of different kinds (pattern, protection, safety) where possible."""
    waiting = list(questions)
    chosen: list[Question] = []
    while waiting and len(chosen) < HARM_FIRST:
        kinds = {question.tags[1:2] for question in chosen}
        following = next((question for question in waiting if question.tags[1:2] not in kinds), waiting[0])
        waiting.remove(following)
        chosen.append(following)
    return chosen
