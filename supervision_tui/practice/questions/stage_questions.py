"""What a stage of a session offers, in its order: the twelve that it shows, each with its reason, then all others.

Source: content specification 3.6. Which packs a stage offers is data of its format; that harm is asked about, and what
the genogram asks, is not left to each format.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import TypedDict

from supervision_tui.family import Family
from supervision_tui.family.patterns import Pattern, patterns
from supervision_tui.family.views import name_by_kinship
from supervision_tui.practice.library import Destination, Library, Prompt, SessionTemplate, Stage
from supervision_tui.practice.questions.chosen_questions import QuestionCandidates, choose_questions
from supervision_tui.practice.questions.filling import PromptFiller, Purpose, Question
from supervision_tui.practice.questions.ordering import in_order, kind_of
from supervision_tui.practice.questions.pattern_prompts import code_of, patterns_in
from supervision_tui.practice.questions.selection import is_for_hearer, offered_prompts, questions_for

OF_ONE_RULE = 3
"""Patterns of one rule that the twelve are chosen from."""
_OF_A_FAMILY = frozenset({Destination.CHILD_FILE, Destination.FAMILY_WORK})
ASKING_THE_MAP = frozenset(
    {
        "child_card", "clarify", "dilemma", "genogram", "hypotheses", "in_depth", "interview", "missing_view",
        "questions", "reflecting", "story",
    }
)  # fmt: skip
"""Activities in which the genogram's own questions are among the twelve, whatever the stage offers beside them."""


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
    prepared: Sequence[Question] = (),
    brought: str = "",
    only_chosen: bool = False,
    seed: int = 0,
) -> list[Question]:
    """The questions of *stage* of *template* for *family*: the twelve that it shows, then all others pack by pack.

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
        prepared: questions about what was prepared before; they stand after those about harm.
        brought: the question that was brought, in the presenter's words.
        only_chosen: the twelve alone, without the cost of filling all others.
        seed: the same seed gives the same questions in the same order.
    """
    stage_pool = _StagePool(library, template, stage, for_, lenses, asked_lately)
    options: _Options = {"children": children, "each_child": each_child, "given": given, "seed": seed}
    chosen = stage_pool.chosen(family, today, prepared, brought, options)
    return chosen if only_chosen else [*chosen, *stage_pool.others(family, today, chosen, options)]


class _Options(TypedDict):
    """How prompts are filled: for which children, with which words, by which chance."""

    children: Sequence[str] | None
    each_child: bool
    given: Mapping[str, str] | None
    seed: int


def _for_a_child(library: Library) -> tuple[Prompt, ...]:
    """Every question that may be put to a child: that a child is heard is left to no format."""
    return tuple(
        prompt for prompt in library.prompts.values() if "child" in prompt.audience and prompt.kind == "question"
    )


def asks_about_family(template: SessionTemplate, prompts: Iterable[Prompt]) -> bool:
    """Whether *prompts*, offered in a stage of *template*, ask about a family rather than only about ourselves."""
    return template.family != "none" and any(
        prompt.level == "family" or prompt.record in _OF_A_FAMILY for prompt in prompts
    )


class _StagePool:
    """What may be asked in *stage* of *template*: what it offers, and what is asked whatever it offers."""

    def __init__(  # noqa: PLR0917 - one place makes it
        self,
        library: Library,
        template: SessionTemplate,
        stage: Stage,
        for_: Purpose,
        lenses: Sequence[str],
        asked_lately: Sequence[str],
    ) -> None:
        self._library = library
        self._template = template
        self._stage = stage
        self._for = for_
        self._place = {pack: at for at, pack in enumerate(lenses)}
        self._lately = asked_lately
        offered = [prompt for prompt in offered_prompts(library, stage.offers) if is_for_hearer(prompt, for_)]
        if for_ == "child":
            here = {prompt.id for prompt in offered}
            offered += [prompt for prompt in _for_a_child(library) if prompt.id not in here]
        self._offered = [prompt for prompt in offered if prompt.kind != "card"] or offered  # cards are to be read
        asked = {prompt.id for prompt in self._offered}
        self._lists = [prompt for prompt in offered if prompt.id not in asked and self._is_list(prompt)]

    def chosen(
        self, family: Family | None, today: date, prepared: Sequence[Question], brought: str, options: _Options
    ) -> list[Question]:
        """The twelve."""
        family = name_by_kinship(family) if family is not None else None
        library, chance = self._library, random.Random(options["seed"])  # noqa: S311 - order, not secrecy
        paper = _prepares(self._template)
        filler = PromptFiller(family, self._for, today, options["given"] or {}, chance, on_paper=paper)
        ordered = in_order(self._offered, self._lately, chance, by_stage=False)
        ordered.sort(key=self._pack_place)
        if self._stage.activity == "questions":
            ordered.sort(key=lambda prompt: not prompt.family_facing)  # these are taken along: for the family first
        about_harm: list[Prompt] = []
        of_map: list[Prompt] = []
        if family is not None and asks_about_family(self._template, ordered):
            about_harm = self.about_harm(chance) if filler.harmed else []
            of_map = self.of_map(family, filler, today, chance)
        if family is not None and not of_map and any(map(code_of, ordered)):
            filler.with_patterns(patterns_in(family, today, None))
        used = [library.prompts[prompt_id] for prompt_id in self._lately if prompt_id in library.prompts]
        candidates = QuestionCandidates(
            about_harm=about_harm,
            of_map=of_map,
            offered=ordered,
            offers=self._stage.offers,
            beyond=self.beyond() if brought and family is not None else (),
            prepared=prepared,
            used_kinds=frozenset(kind_of(prompt, library.pack_of) for prompt in used),
            asked_lately=frozenset(self._lately),
        )
        about, each_child = options["children"], options["each_child"]
        return choose_questions(
            family, library, candidates, filler, children=about, each_child=each_child, brought=brought
        )

    def others(
        self, family: Family | None, today: date, chosen: Sequence[Question], options: _Options
    ) -> list[Question]:
        """Everything else that the stage offers and that fits, pack by pack; with the lists that a team may own."""
        taken = {question.prompt_id for question in chosen}
        found = questions_for(
            family,
            self._library,
            for_=self._for,
            today=today,
            prompts=[prompt for prompt in (*self._offered, *self._lists) if prompt.id not in taken],
            asked_lately=self._lately,
            on_paper=_prepares(self._template),
            **options,
        )
        return sorted(found, key=lambda question: self._pack_place(self._library.prompts[question.prompt_id]))

    def _is_list(self, prompt: Prompt) -> bool:
        """Whether *prompt* is of a pack of nothing but cards, such as local signposts: offered to be read."""
        return all(card.kind == "card" for card in self._library.pack_of[prompt.id].prompts)

    def _pack_place(self, prompt: Prompt) -> int:
        return self._place.get(self._library.pack_of[prompt.id].id, len(self._place))

    def about_harm(self, chance: random.Random) -> list[Prompt]:
        """Prompts about harm that may come first: colleagues' own, or those that are put to somebody alone and safe.

        Somebody who prepares a visit by themselves has both. Those of most use here, not asked yet, come first.
        """
        audiences = {"visit": {"family"}, "child": {"child"}}.get(self._for, {"supervision"})
        if self._for == "group" and _prepares(self._template):
            audiences |= {"family"}
        prompts = self._library.prompts.values()
        found = [prompt for prompt in prompts if "harm" in prompt.tags and audiences & set(prompt.audience)]
        chance.shuffle(found)
        wanted = _hint(self._template, self._stage)
        return sorted(found, key=lambda prompt: (prompt.id in self._lately, wanted not in prompt.stage))

    def beyond(self) -> list[Prompt]:
        """Other questions that may be of use here, by the hints of the prompts themselves; and about difference."""
        hints = {self._stage.activity, "graces"}
        return [
            prompt
            for prompt in self._library.prompts.values()
            if not hints.isdisjoint(prompt.stage)
            and prompt.kind == "question"
            and prompt.level != "self"
            and prompt.id not in self._lately
            and is_for_hearer(prompt, self._for)
        ]

    def of_map(self, family: Family, filler: PromptFiller, today: date, chance: random.Random) -> list[Prompt]:
        """Prompts of the patterns found in *family*, pattern by pattern; the *filler* learns the patterns."""
        if self._stage.activity not in ASKING_THE_MAP:
            return []
        found = list(patterns_in(family, today, _first_of_each(patterns(family, today))))
        filler.with_patterns(found)
        order = {code: at for at, code in enumerate(dict.fromkeys(pattern.code for pattern in found))}
        pack = self._library.packs.get("genogram")
        prompts = [
            prompt
            for prompt in (pack.prompts if pack else ())
            if code_of(prompt) in order and is_for_hearer(prompt, self._for)
        ]
        chance.shuffle(prompts)
        return sorted(prompts, key=lambda prompt: order[code_of(prompt)])


def _first_of_each(patterns: Iterable[Pattern]) -> list[Pattern]:
    """The first patterns of each rule: a stage shows three questions of the map, and of different rules first."""
    counted: Counter[str] = Counter()
    firsts = []
    for pattern in patterns:
        counted[pattern.code] += 1
        if counted[pattern.code] <= OF_ONE_RULE:
            firsts.append(pattern)
    return firsts


def _prepares(template: SessionTemplate) -> bool:
    """Whether *template* is for one person, before or after a visit."""
    return template.people[1] == 1


def _hint(template: SessionTemplate, stage: Stage) -> str:
    """The hint of prompts about harm that are of most use in *stage*."""
    if _prepares(template):
        return "prepare"
    return "actions" if stage.mode == "decision" else "clarify"
