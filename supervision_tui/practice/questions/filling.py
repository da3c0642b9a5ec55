"""Fills prompts with the people of one family, by the rules of content specification 3.4 (a) to (h)."""

from __future__ import annotations

import random
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from supervision_tui.family import Family, Person
from supervision_tui.family.dates import age_in_words
from supervision_tui.practice.library import TYPED, Destination, Prompt
from supervision_tui.practice.questions.conditions import is_allowed
from supervision_tui.practice.questions.family_scope import YOUNGEST_ASKED, FamilyScope
from supervision_tui.practice.questions.pattern_prompts import SAYS, FoundPattern, code_of
from supervision_tui.practice.questions.placeholder_values import PlaceholderValues, person_filler
from supervision_tui.practice.questions.safeguarding import FlaggedHarm
from supervision_tui.practice.questions.wording import PlaceholderValue, asked_in, worded

_FOR_WHOM = {"supervision": "for us", "family": "for the family", "child": "for a child"}

HARM = "harm"
"""The tag of a prompt that asks about harm."""
Purpose = Literal["visit", "group", "child"]
"""Asked of a family at a visit; among colleagues, who rehearse what may be asked; or of a child."""


DAILY = frozenset(
    {
        "difference", "ranking", "sequence", "observer", "exception", "agreement", "triadic", "future", "hypothetical",
        "mind_reading", "help", "meaning", "network", "reflexive",
    }
)  # fmt: skip
"""Types of questions about life as it is now: for a child in care the carers stand in the parents' places."""


@dataclass(frozen=True, slots=True)
class Question:
    """A prompt filled for a family.

    *because* says in a sentence why it is offered; *about* holds the ids of the people named; *destination* is where an
    answer belongs; *chosen_for* says why it is among the few that a stage shows, and is empty for all others.
    """

    prompt_id: str
    text: str
    because: str
    audience: tuple[str, ...]
    about: tuple[str, ...]
    destination: Destination
    type: str | None
    tags: tuple[str, ...]
    chosen_for: str = ""

    @property
    def is_about_harm(self) -> bool:
        """Whether it asks about harm: only where nobody else can hear or read it, and so never before a room."""
        return HARM in self.tags

    @property
    def reason(self) -> str:
        """Why a stage shows it, if it does, and why it fits this family."""
        return f"{self.chosen_for}. {self.because}" if self.chosen_for else self.because

    @property
    def hearers(self) -> str:
        """Who may hear it, in words for the screen."""
        return " or ".join(_FOR_WHOM[audience] for audience in self.audience if audience in _FOR_WHOM)


class PromptFiller:
    """Fills prompts for one family and one purpose."""

    def __init__(
        self,
        family: Family | None,
        for_: Purpose,
        today: date,
        given: Mapping[str, str],
        chance: random.Random,
        *,
        on_paper: bool = False,
    ) -> None:
        self.chance = chance
        self._family = family
        self._for = for_
        self._facing = on_paper or for_ != "group"
        self._today = today
        self._given = given
        self._harm = FlaggedHarm(family, today) if family else None
        self._fillers: dict[tuple[str, bool], PlaceholderValues] = {}
        self._found: dict[str, list[FoundPattern]] = {}
        self._preferred: frozenset[str] = frozenset()

    @property
    def harmed(self) -> bool:
        """Whether harm is flagged in the family."""
        return self._harm is not None and self._harm.present

    def prefer(self, people: Iterable[str]) -> None:
        """Name these *people* (ids) before others, wherever they may be named."""
        self._preferred = frozenset(people)

    def with_patterns(self, patterns: Iterable[FoundPattern]) -> None:
        """Let prompts that belong to a pattern be asked where one of *patterns* was found."""
        for pattern in patterns:
            self._found.setdefault(pattern.code, []).append(pattern)

    def about(self, wanted: Sequence[str] | None) -> list[Person]:
        """The children who may be spoken of: born, living, in the order of the focus."""
        if self._family is None:
            return []
        people = self._family.focus_children() if wanted is None else self._family.index.people(list(wanted))
        return [person for person in people if person.human and person.alive_at(self._today) and not person.dead]

    def ask(self, prompt: Prompt, children: list[Person], turn: int, *, each_child: bool) -> list[Question]:
        """*prompt* for the child whose turn it is, or for each child; nothing where it may not be asked."""
        if self._gated(prompt):
            return []
        if self._family is not None:
            children = [child for child in children if self._is_allowed_for(prompt, child)]
            if not children and (self._for == "child" or prompt.only_if or prompt.from_age):
                return []
        code = code_of(prompt)
        if not code and prompt.kind == "question" and set(prompt.placeholders) & TYPED - set(self._given):
            return []  # a question with a gap waits until somebody says the words
        if code:
            return self._of_pattern(prompt, code, children, each_child=each_child)
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

    def _is_allowed_for(self, prompt: Prompt, child: Person) -> bool:
        """Whether *prompt* fits *child*; nobody under four, and nobody unborn, is asked anything."""
        if self._family is None:
            return False
        youngest = YOUNGEST_ASKED if self._for == "child" else 0
        return is_allowed(prompt, self._family, child, self._today, youngest=youngest)

    def _gated(self, prompt: Prompt) -> bool:
        """The gate where someone is harmed: what shares out blame closes, what asks about harm opens."""
        of_harm = HARM in prompt.tags
        if self._harm is None or not self._harm.present:
            return of_harm
        if of_harm:
            return not self._harm.tags & set(prompt.tags)
        return not prompt.harm_safe or bool(prompt.invites)

    def _of_pattern(self, prompt: Prompt, code: str, children: list[Person], *, each_child: bool) -> list[Question]:
        """*prompt* for the first of the patterns found that it fits, or for each of them."""
        questions: dict[str, Question] = {}
        for match in self._found.get(code, ()):
            if match.hidden and (prompt.family_facing or self._facing):
                continue
            if not any(word in match.why for word in SAYS.get(prompt.id, ("",))):
                continue
            about = children
            if "child" in match.slots and "child" in prompt.placeholders:
                about = [child for child in children if child.id in match.slots["child"]]
            question = next((asked for child in about if (asked := self._about_child(prompt, child, match))), None)
            if question is not None:
                questions.setdefault(question.text, question)
                if not each_child:
                    break
        return list(questions.values())

    def _without_names(self, prompt: Prompt) -> list[Question]:
        if set(prompt.placeholders) - TYPED - set(self._given) - {"worker", "supervisor"}:
            return []
        words = {
            name: PlaceholderValue(self._given.get(name, f"the {name}"))
            for name in prompt.placeholders
            if name not in TYPED
        }
        words |= {name: PlaceholderValue(self._given[name]) for name in TYPED if name in self._given}
        return [self._question(prompt, words, None)]

    def _about_child(self, prompt: Prompt, child: Person, pattern: FoundPattern | None = None) -> Question | None:
        spoken_to = self._for == "child"
        fillers = self._candidates(prompt, child)
        asked = asked_in(prompt.text)
        if (spoken_to or "child" in asked) and not fillers.scope.older(child, YOUNGEST_ASKED):
            return None
        if fillers.scope.facing and child.hidden_from:
            return None
        if (
            pattern is not None
            and fillers.scope.facing
            and pattern.between & {person.id for person in fillers.scope.hidden_people}
        ):
            return None
        chosen: dict[str, PlaceholderValue] = {"child": person_filler(child, "")}
        if pattern is not None:
            chosen |= {name: PlaceholderValue(words) for name, words in pattern.words.items()}
        names = [name for name in (*prompt.placeholders, *prompt.needs) if name not in TYPED and name not in chosen]
        if not self._choose(_Choice(prompt, fillers, chosen, asked, pattern), names):
            return None
        if pattern is not None and set(prompt.placeholders) & TYPED - set(pattern.words):
            return None
        chosen |= {name: PlaceholderValue(self._given[name]) for name in TYPED if name in self._given}
        question = self._question(prompt, chosen, child if "child" in prompt.placeholders else None)
        return question if pattern is None else replace(question, because=_told(pattern, fillers.scope))

    def _candidates(self, prompt: Prompt, child: Person) -> PlaceholderValues:
        if self._family is None or self._harm is None:
            raise ValueError("Only a family has children.")
        key = (child.id, prompt.family_facing or self._facing)
        if key not in self._fillers:
            scope = FamilyScope(self._family, child, self._today, self._harm, facing=key[1])
            self._fillers[key] = PlaceholderValues(scope, self._given)
        return self._fillers[key]

    def _choose(self, choice: _Choice, names: Sequence[str]) -> bool:
        """Fill *names* from the first on, taking back what leaves a later one without; nobody is named twice."""
        if not names:
            return True
        name, *rest = names
        candidates = choice.candidates(name)
        self.chance.shuffle(candidates)
        candidates.sort(key=lambda value: (value.person not in self._preferred, not value.near))
        for candidate in candidates:
            if not self._allowed(choice, name, candidate):
                continue
            choice.chosen[name] = candidate
            if self._choose(choice, rest):
                return True
            del choice.chosen[name]
        return False

    def _allowed(self, choice: _Choice, name: str, value: PlaceholderValue) -> bool:
        if value.person is None:
            return True
        scope, harm = choice.fillers.scope, choice.fillers.scope.harm
        named = {filler.person for filler in choice.chosen.values() if filler.person}
        too_young = name in choice.asked and not scope.askable(scope.family.person(value.person))
        if value.person in named or too_young or not self._fits_in(choice, name, value.person):
            return False
        if choice.of_harming(name):
            return True
        if harm.is_kept_back(value.person, choice.prompt, facing=scope.facing):
            return False
        together = frozenset({*named, value.person})
        return not scope.facing or not (harm.between(together) or harm.sides_with_harm(together))

    def _fits_in(self, choice: _Choice, name: str, person_id: str) -> bool:
        """Whether this person lives where, and lived when, *name* in the prompt says."""
        prompt, scope = choice.prompt, choice.fillers.scope
        if name in prompt.elsewhere and person_id in scope.at_home:
            return False
        if name in prompt.together and person_id not in scope.at_home:
            return False
        return name not in prompt.alive_then or scope.lived_with_child(scope.family.person(person_id))

    def _in_kin_words(self, chosen: Mapping[str, PlaceholderValue]) -> Mapping[str, PlaceholderValue]:
        """*chosen* as a child would say it: "your mum", "your nan Sue"; others by the name that people use."""
        child = chosen.get("child")
        values = self._fillers.get((child.person or "", True)) if child else None
        if values is None:
            return chosen
        return {name: values.in_kin_words(value) if name != "child" else value for name, value in chosen.items()}

    def _question(self, prompt: Prompt, chosen: Mapping[str, PlaceholderValue], child: Person | None) -> Question:
        used = [chosen[name] for name in prompt.placeholders if name in chosen]
        spoken_to = "child" if self._for == "child" and child else None
        in_kin_words = self._in_kin_words(chosen) if self._for == "child" else chosen
        return Question(
            prompt.id,
            worded(prompt.text, in_kin_words, spoken_to=spoken_to),
            _because(prompt, used, child, self._today),
            prompt.audience,
            tuple(dict.fromkeys(filler.person for filler in used if filler.person)),
            prompt.record,
            prompt.type,
            prompt.tags,
        )


def _because(prompt: Prompt, used: Sequence[PlaceholderValue], child: Person | None, today: date) -> str:
    if HARM in prompt.tags:
        return "Offered because harm is flagged; only where nobody else can hear or read it."
    reasons = list(dict.fromkeys(filler.why for filler in used if filler.why))
    if child is not None:
        age = age_in_words(child.born, today) if child.known_age(today) is not None else ""
        reasons.insert(0, f"{child.short_name}{f', {age},' if age else ''} is in focus")
    return f"Offered because {'; '.join(reasons)}." if reasons else "Offered because it fits here; it names nobody."


@dataclass(frozen=True, slots=True)
class _Choice:
    """A prompt on its way to a question: who is *chosen* so far, who is *asked* in it, the pattern it belongs to."""

    prompt: Prompt
    fillers: PlaceholderValues
    chosen: dict[str, PlaceholderValue]
    asked: frozenset[str]
    found: FoundPattern | None

    def of_harming(self, name: str) -> bool:
        """Whether the placeholder *name* stands for the one who harms."""
        harm = self.fillers.scope.harm
        return bool(harm.by) and (name in self.prompt.of_harming or (HARM in self.prompt.tags and name == "person"))

    def candidates(self, name: str) -> list[PlaceholderValue]:
        """Those who may fill *name*; only the pattern's own people where it names them."""
        if self.found is None or name not in self.found.slots:
            if name in {"person", "parent"} and (HARM in self.prompt.tags or self.of_harming(name)):
                return self.fillers.in_harm(harming=name == "person" or self.of_harming(name))
            carers = self.fillers.carers_in_parents_place() if name == "parent" and self.prompt.type in DAILY else []
            return carers or list(self.fillers.of(name, self.chosen))
        scope = self.fillers.scope
        people = scope.family.index.people(self.found.slots[name])
        if self.found.code == "G-CUTOFF" and "person2" not in self.prompt.placeholders:  # not the child who was cut off
            both = scope.family.index.people(sorted(self.found.between))
            people = tuple(person for person in both if person.id not in scope.family.focus)
        if name in {"absent_parent", "sibling"}:
            own = scope.absent if name == "absent_parent" else scope.family.siblings_of(scope.child.id)
            people = tuple(person for person in people if person in own)
        sayable = {person.id for person in (*scope.living(people), *scope.ancestors)}
        return [
            person_filler(person, "")
            for person in people
            if person.id in sayable and person.dead is (name == "ancestor")
        ]


def _told(pattern: FoundPattern, scope: FamilyScope) -> str:
    """Why a pattern's question is offered; beside one that may reach the family nobody is named who must not be."""
    hidden = any(person.short_name in pattern.why for person in scope.hidden_people)
    if pattern.hidden or (scope.facing and (hidden or scope.harm.present)):
        return "Offered because of a pattern on the map; what it rests on is not to be named here."
    return pattern.why.replace("Shown because", "Offered because", 1)
