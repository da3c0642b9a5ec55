"""The twelve questions that a stage shows, each with the reason why it is among them; all others are a search away.

In this order: about harm where it is flagged; what was prepared before; what bears on the question that was brought;
what the genogram found; what the stage itself promises; then kinds that were not used yet, one of each in turn.
Prompts are filled only until twelve are found, so that a stage opens at once.

Source: content specification 3.6 for harm; that a consultant follows the question brought and the feedback given:
Selvini Palazzoli, Boscolo, Cecchin and Prata 1980; Cecchin 1987.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from supervision_tui.family import Family
from supervision_tui.practice.library import Library, Prompt, PromptOffer
from supervision_tui.practice.questions.filling import PromptFiller, Question
from supervision_tui.practice.questions.ordering import kind_of, partners_for
from supervision_tui.practice.questions.presenter_question import PresenterQuestion

MOST_CHOSEN = 12
"""Questions that a stage shows."""
HARM_FIRST = 3
"""Questions about harm that stand before all others."""
MOST_OF_ONE_REASON = 3
"""Questions that bear on the question brought, or that the genogram asks, unless the stage promises more."""
_TRIES = 24
"""Prompts that are filled at most in search of one that names somebody of the question brought."""

HARM, BROUGHT, MAP = "Harm comes first", "Your question", "From the map"
PROMISED, NEW_KIND, FITS = "This stage asks for it", "A kind not used yet", "It fits this stage"


@dataclass(frozen=True, slots=True)
class QuestionCandidates:
    """What the twelve are chosen from, each in the order in which it is to be tried.

    *about_harm* is empty where no harm is flagged; *of_map* are prompts that belong to patterns of the genogram;
    *offered* are those of the stage, by the framework's order; *offers* are how the stage names them, with what it
    promises; *beyond* are others that may be of use in it, where what was brought is spoken of nowhere else; *prepared*
    was written before and comes behind harm; *used_kinds* are kinds that were asked already.
    """

    about_harm: Sequence[Prompt]
    of_map: Sequence[Prompt]
    offered: Sequence[Prompt]
    offers: Sequence[PromptOffer] = ()
    beyond: Sequence[Prompt] = ()
    prepared: Sequence[Question] = ()
    used_kinds: frozenset[str] = frozenset()
    asked_lately: frozenset[str] = frozenset()


def choose_questions(
    family: Family | None,
    library: Library,
    pool: QuestionCandidates,
    filler: PromptFiller,
    *,
    children: Sequence[str] | None = None,
    each_child: bool = False,
    brought: str = "",
) -> list[Question]:
    """At most :data:`MOST_CHOSEN` questions from *pool*, each with the reason why it was chosen.

    Args:
        family: whom it is about; ``None`` where there is no family.
        library: where a prompt's pack is found.
        pool: the prompts that may be chosen.
        filler: fills them, with its patterns where *pool* has prompts of the map.
        children: ids of the children to speak of; those in focus without.
        each_child: a question for each child, where it names one.
        brought: the question that was brought, in the presenter's words.
    """
    return _Choice(family, library, pool, filler, children, each_child=each_child, brought=brought).made()


class _Choice:
    """The twelve in the making."""

    def __init__(
        self,
        family: Family | None,
        library: Library,
        pool: QuestionCandidates,
        filler: PromptFiller,
        children: Sequence[str] | None,
        *,
        each_child: bool,
        brought: str,
    ) -> None:
        self._pool = pool
        self._filler = filler
        self._each_child = each_child
        self._pack_of = library.pack_of
        self._prompts = library.prompts
        self._brought = PresenterQuestion(brought, family)
        filler.prefer(self._brought.people)
        about = filler.about(children)
        self._about = sorted(about, key=lambda child: child.id not in self._brought.people)
        self._found: list[Question] = []
        self._tried: set[str] = set()
        self._kinds = set(pool.used_kinds)
        self._chosen = 0

    def made(self) -> list[Question]:
        """Choose, reason by reason."""
        self._harm()
        self._found += self._pool.prepared
        self._chosen += len(self._pool.prepared)
        self._bearing_on_brought()
        self._from_map()
        self._promised()
        self._new_kinds()
        return self._found

    @property
    def _full(self) -> bool:
        return self._chosen >= MOST_CHOSEN

    def _ask(self, prompt: Prompt) -> list[Question]:
        if prompt.id in self._tried:
            return []
        self._tried.add(prompt.id)
        return self._filler.ask(prompt, self._about, len(self._found), each_child=self._each_child)

    def _take(self, prompt: Prompt, questions: Iterable[Question], reason: str) -> None:
        self._found += [replace(question, chosen_for=reason) for question in questions]
        self._kinds.add(kind_of(prompt, self._pack_of))
        self._chosen += 1

    def _harm(self) -> None:
        """Of different kinds (pattern, protection, safety) where possible."""
        waiting = list(self._pool.about_harm)
        kinds: set[tuple[str, ...]] = set()
        while waiting and self._chosen < HARM_FIRST:
            prompt = next((prompt for prompt in waiting if prompt.tags[1:2] not in kinds), waiting[0])
            waiting.remove(prompt)
            questions = self._ask(prompt)
            if questions:
                kinds.add(prompt.tags[1:2])
                self._take(prompt, questions, HARM)

    def _bearing_on_brought(self) -> None:
        """First what speaks of the same thing, then what can name the people whom it names."""
        if self._brought.empty:
            return
        most = self._chosen + MOST_OF_ONE_REASON
        fresh = [prompt for prompt in self._pool.offered if prompt.id not in self._pool.asked_lately]
        for prompt in chain(self._nearest(fresh), self._nearest(self._pool.beyond)):
            if self._chosen >= min(most, MOST_CHOSEN):
                return
            if questions := self._ask(prompt):
                self._take(prompt, questions, f"{BROUGHT} speaks of “{self._brought.shared_word(prompt)}”")
        named = (prompt for prompt in fresh if self._brought.people and prompt.placeholders)
        for _, prompt in zip(range(_TRIES), named, strict=False):
            if self._chosen >= min(most, MOST_CHOSEN):
                return
            questions = self._ask(prompt)
            whose = next((self._brought.people[person] for person in self._people(questions)), "")
            if whose:
                self._take(prompt, questions, f"{BROUGHT} names {whose}")
            else:
                self._tried.discard(prompt.id)

    def _nearest(self, prompts: Sequence[Prompt]) -> Iterator[Prompt]:
        """Those of *prompts* that speak of what was brought, the nearest first: what few speak of counts more."""
        shared = [(self._brought.overlap(prompt), prompt) for prompt in prompts]
        often = Counter(thing for things, _ in shared for thing in things)
        scored = [(sum(1 / often[thing] for thing in things), prompt) for things, prompt in shared if things]
        yield from (prompt for _, prompt in sorted(scored, key=lambda pair: -pair[0]))

    def _people(self, questions: Iterable[Question]) -> Iterator[str]:
        return (person for question in questions for person in question.about if person in self._brought.people)

    def _from_map(self) -> None:
        """What the genogram asks here; of different patterns first."""
        promised = [offer.at_least for offer in self._pool.offers if offer.pack == "genogram"]
        most = self._chosen + max([MOST_OF_ONE_REASON, *promised])
        codes: set[str] = set()
        prompts = [prompt for prompt in self._pool.of_map if prompt.id not in self._pool.asked_lately]
        again: list[tuple[Prompt, list[Question]]] = []
        for prompt in prompts:
            if self._chosen >= min(most, MOST_CHOSEN):
                return
            questions = self._ask(prompt)
            if questions and prompt.tags[0] in codes:
                again.append((prompt, questions))
            elif questions:
                codes.add(prompt.tags[0])
                self._take(prompt, questions, MAP)
        for prompt, questions in again[: max(0, min(most, MOST_CHOSEN) - self._chosen)]:
            self._take(prompt, questions, MAP)

    def _promised(self) -> None:
        """What the stage says that it brings."""
        for offer in self._pool.offers:
            if not offer.at_least:
                continue
            left = offer.at_least - self._chosen_of(offer)
            for prompt in self._pool.offered if left > 0 else ():
                if left <= 0 or self._full:
                    break
                if offer.wants(prompt, self._pack_of[prompt.id].id) and (questions := self._ask(prompt)):
                    self._take(prompt, questions, PROMISED)
                    left -= 1

    def _chosen_of(self, offer: PromptOffer) -> int:
        """How many of those chosen so far *offer* wants."""
        ids = {question.prompt_id for question in self._found} & self._prompts.keys()
        return sum(offer.wants(self._prompts[prompt_id], self._pack_of[prompt_id].id) for prompt_id in ids)

    def _new_kinds(self) -> None:
        """One of each kind that was not used yet, then a second one, a worry never without a strength beside it.

        Those that were found stand in the order of the framework's packs.
        """
        before, pool = len(self._found), [prompt for prompt in self._pool.offered if prompt.id not in self._tried]
        later: list[Prompt] = []
        for prompt in pool:
            if self._full:
                break
            kind = kind_of(prompt, self._pack_of)
            if kind in self._kinds:
                later.append(prompt)
            elif questions := self._ask(prompt):
                self._take(prompt, questions, f"{NEW_KIND}: {_in_words(kind)}")
                self._beside(prompt, pool)
        for prompt in later:
            if self._full:
                break
            if questions := self._ask(prompt):
                self._take(prompt, questions, FITS)
                self._beside(prompt, pool)
        packs = list(dict.fromkeys(self._pack_of[prompt.id].id for prompt in self._pool.offered))
        self._found[before:] = sorted(
            self._found[before:], key=lambda question: packs.index(self._pack_of[question.prompt_id].id)
        )

    def _beside(self, prompt: Prompt, pool: Sequence[Prompt]) -> None:
        """The one to stand beside *prompt*, where it must not stand alone."""
        if self._full or not prompt.pairs_with:
            return
        for partner in partners_for(prompt, pool):
            if questions := self._ask(partner):
                self._take(partner, questions, f"Beside the one before: {_in_words(prompt.pairs_with)}")
                return


def _in_words(kind: str) -> str:
    return re.sub(r"[-_]", " ", kind)
