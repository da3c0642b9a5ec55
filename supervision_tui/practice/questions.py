"""Questions that know the family: prompts chosen, filled with its people, explained, in order, never twice.

Content specification 3.4 (a) to (h): who may be named and asked, pronouns, the dead, hidden facts, audience, harm.
"""

from __future__ import annotations

import random
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from supervision_tui.family import Family, Person
from supervision_tui.practice.destinations import Destination
from supervision_tui.practice.fillers import Fillers, person_filler
from supervision_tui.practice.harm import Harm
from supervision_tui.practice.library import Library
from supervision_tui.practice.ordering import balanced, in_order
from supervision_tui.practice.packs import Audience, Prompt
from supervision_tui.practice.placeholders import TYPED
from supervision_tui.practice.scope import YOUNGEST_ASKED, Scope
from supervision_tui.practice.sessions import Offer
from supervision_tui.practice.wording import Filler, asked_in, worded

Purpose = Literal["visit", "group", "child"]
"""Asked of a family at a visit; among colleagues, who rehearse what may be asked; or of a child."""

_HEARS: dict[str, Audience] = {"visit": "family", "child": "child"}


@dataclass(frozen=True, slots=True)
class Question:
    """A prompt filled for a family.

    *because* says in a sentence why it is offered; *about* holds the ids of the people named; *destination* is where an
    answer belongs.
    """

    prompt_id: str
    text: str
    because: str
    audience: tuple[str, ...]
    about: tuple[str, ...]
    destination: Destination
    type: str | None
    tags: tuple[str, ...]


class NoSuchType(ValueError):  # noqa: N818 - a sentence for a person
    """A type of question was asked for that no prompt has."""


def offered(library: Library, offers: Iterable[Offer]) -> tuple[Prompt, ...]:
    """The prompts that a stage offers, each once, in the order of its offers; a pack that is missing gives none."""
    found: dict[str, Prompt] = {}
    for offer in offers:
        pack = library.packs.get(offer.pack)
        for prompt in pack.prompts if pack else ():
            if _wanted(prompt, offer):
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
    seed: int = 0,
) -> list[Question]:
    """Every prompt that can be asked of or about *family* now, filled, in the order in which to offer them.

    Args:
        family: whom it is about; ``None`` where there is no family, as in a pod: then only prompts that name nobody.
        library: where prompts come from.
        for_: who will hear it.
        today: ages, the dead and what is recent are counted from this day.
        prompts: these only (:func:`offered` of a stage), of any kind; all questions that know a family without.
        types: only these types (``ranking``).
        children: ids of the children to speak of; those in focus without.
        each_child: a question for each child, where it names one; one child in turn without.
        given: words for placeholders that a worker typed (``{"worry": "the late nights"}``).
        asked_lately: ids of prompts asked before, oldest first; they come later.
        seed: the same seed gives the same questions in the same order.

    Raises:
        NoSuchType: no prompt has one of *types*.
    """
    chosen = [one for one in _pool(library, prompts, types) if _fits(one, for_)]
    asking = _Asking(family, for_, today, given or {}, random.Random(seed))  # noqa: S311 - order, not secrecy
    ordered = in_order(chosen, asked_lately, asking.chance)
    about = asking.about(children)
    found = [(one, asking.ask(one, about, turn, each_child=each_child)) for turn, one in enumerate(ordered)]
    filled = {one.id: questions for one, questions in found if questions}
    return [question for one in balanced([one for one, _ in found if one.id in filled]) for question in filled[one.id]]


def _wanted(prompt: Prompt, offer: Offer) -> bool:
    return (
        (not offer.ids or prompt.id in offer.ids)
        and (not offer.types or prompt.type in offer.types)
        and (not offer.tags or bool(set(offer.tags) & set(prompt.tags)))
    )


def _pool(library: Library, prompts: Iterable[Prompt] | None, types: Sequence[str] | None) -> list[Prompt]:
    if prompts is None:
        found = [one for one in library.prompts.values() if _knows_family(one)]
    else:
        found = [one for one in prompts if not _of_pattern(one)]
    if types is None:
        return found
    known = sorted({one.type for one in library.prompts.values() if one.type})
    for one in types:
        if one not in known:
            raise NoSuchType(f"There is no type of question called '{one}'. There are: {', '.join(known)}.")
    return [one for one in found if one.type in types]


def _knows_family(prompt: Prompt) -> bool:
    graph = set(prompt.placeholders) - TYPED
    knows = bool(graph - {"worker", "supervisor"}) or prompt.type is not None
    return prompt.kind == "question" and prompt.level != "self" and knows and not _of_pattern(prompt)


def _of_pattern(prompt: Prompt) -> bool:
    """Whether it belongs to a pattern that must first be found in the genogram."""
    return any(tag.startswith("G-") for tag in prompt.tags)


def _fits(prompt: Prompt, for_: Purpose) -> bool:
    heard = _HEARS.get(for_)
    return heard is None or heard in prompt.audience


class _Asking:
    """Fills prompts for one family and one purpose."""

    def __init__(
        self, family: Family | None, for_: Purpose, today: date, given: Mapping[str, str], chance: random.Random
    ) -> None:
        self.chance = chance
        self._family = family
        self._for = for_
        self._today = today
        self._given = given
        self._harm = Harm(family, today) if family else None
        self._fillers: dict[tuple[str, bool], Fillers] = {}

    def about(self, wanted: Sequence[str] | None) -> list[Person]:
        """The children who may be spoken of: born, living, in the order of the focus."""
        if self._family is None:
            return []
        people = self._family.focus_children() if wanted is None else self._family.index.named(list(wanted))
        return [one for one in people if one.human and one.alive_at(self._today) and not one.dead]

    def ask(self, prompt: Prompt, children: list[Person], turn: int, *, each_child: bool) -> list[Question]:
        """*prompt* for the child whose turn it is, or for each child; nothing where it may not be asked."""
        if self._gated(prompt):
            return []
        if not (set(prompt.placeholders) - TYPED) or not children:
            return self._without_names(prompt)
        start = turn % len(children)
        found: list[Question] = []
        for child in (*children[start:], *children[:start]):
            question = self._about_child(prompt, child)
            found += [question] if question else []
            if found and not (each_child and "child" in prompt.placeholders):
                break
        return found

    def _gated(self, prompt: Prompt) -> bool:
        """The gate where someone is harmed: what shares out blame closes, what asks about harm opens."""
        of_harm = "harm" in prompt.tags
        if self._harm is None or not self._harm.present:
            return of_harm
        if of_harm:
            return not self._harm.tags & set(prompt.tags)
        return not prompt.harm_safe

    def _without_names(self, prompt: Prompt) -> list[Question]:
        if set(prompt.placeholders) - TYPED - set(self._given) - {"worker", "supervisor"}:
            return []
        words = {
            name: Filler(self._given.get(name, f"the {name}")) for name in prompt.placeholders if name not in TYPED
        }
        words |= {name: Filler(self._given[name]) for name in TYPED if name in self._given}
        return [self._question(prompt, words, None)]

    def _about_child(self, prompt: Prompt, child: Person) -> Question | None:
        spoken_to = self._for == "child"
        fillers = self._candidates(prompt, child)
        asked = asked_in(prompt.text)
        if (spoken_to or "child" in asked) and not fillers.scope.older(child, YOUNGEST_ASKED):
            return None
        if fillers.scope.facing and child.hidden_from:
            return None
        chosen: dict[str, Filler] = {"child": person_filler(child, "")}
        names = [name for name in (*prompt.placeholders, *prompt.needs) if name not in TYPED and name != "child"]
        if not self._choose(prompt, names, fillers, chosen, asked):
            return None
        chosen |= {name: Filler(self._given[name]) for name in TYPED if name in self._given}
        return self._question(prompt, chosen, child if "child" in prompt.placeholders else None)

    def _candidates(self, prompt: Prompt, child: Person) -> Fillers:
        if self._family is None or self._harm is None:
            raise ValueError("Only a family has children.")
        key = (child.id, prompt.family_facing or self._for != "group")
        if key not in self._fillers:
            scope = Scope(self._family, child, self._today, facing=key[1])
            self._fillers[key] = Fillers(scope, self._harm, self._given)
        return self._fillers[key]

    def _choose(
        self, prompt: Prompt, names: list[str], fillers: Fillers, chosen: dict[str, Filler], asked: frozenset[str]
    ) -> bool:
        """Fill *names* from the first on, taking back what leaves a later one without; nobody is named twice."""
        if not names:
            return True
        name, *rest = names
        candidates = list(fillers.of(name, chosen, harm_pack="harm" in prompt.tags))
        self.chance.shuffle(candidates)
        candidates.sort(key=lambda one: not one.near)
        for one in candidates:
            if not self._allowed(prompt, one, chosen, fillers, asks=name in asked):
                continue
            chosen[name] = one
            if self._choose(prompt, rest, fillers, chosen, asked):
                return True
            del chosen[name]
        return False

    def _allowed(
        self, prompt: Prompt, one: Filler, chosen: Mapping[str, Filler], fillers: Fillers, *, asks: bool
    ) -> bool:
        if one.person is None:
            return True
        named = {filler.person for filler in chosen.values() if filler.person}
        if one.person in named:
            return False
        if asks and not fillers.scope.askable(fillers.scope.family.person(one.person)):
            return False
        if not fillers.scope.facing or "harm" in prompt.tags or self._harm is None:
            return True
        return not self._harm.between(frozenset({*named, one.person}))

    def _question(self, prompt: Prompt, chosen: Mapping[str, Filler], child: Person | None) -> Question:
        used = [chosen[name] for name in prompt.placeholders if name in chosen]
        spoken_to = "child" if self._for == "child" and child else None
        return Question(
            prompt.id,
            worded(prompt.text, chosen, spoken_to=spoken_to),
            _because(used, child),
            prompt.audience,
            tuple(dict.fromkeys(filler.person for filler in used if filler.person)),
            prompt.record,
            prompt.type,
            prompt.tags,
        )


def _because(used: Sequence[Filler], child: Person | None) -> str:
    reasons = list(dict.fromkeys(filler.why for filler in used if filler.why))
    if reasons:
        return f"Offered because {'; '.join(reasons)}."
    return (
        f"Offered because {child.short_name} is in focus."
        if child
        else "Offered because it fits here; it names nobody."
    )
