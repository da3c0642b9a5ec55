"""What a family makes one curious about: its gaps and patterns as tentative questions, and what became of each.

The patterns are those of :mod:`supervision_tui.family.patterns`; what cannot be asked of two people together, because
one of them harms the other, is left out (:mod:`supervision_tui.practice.questions.safeguarding`).
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, ClassVar, Literal

from pydantic import BaseModel, ConfigDict

from supervision_tui.family import StartingIdea, patterns
from supervision_tui.family.edits import Add, EditError
from supervision_tui.family.views import name_by_kinship
from supervision_tui.practice import Destination, questions
from supervision_tui.text import Line, SafeText
from supervision_tui.workspace.store import Repository

if TYPE_CHECKING:
    from supervision_tui.family import Family
    from supervision_tui.family.patterns import Pattern
    from supervision_tui.practice import Library, Question
    from supervision_tui.practice.questions import Purpose
    from supervision_tui.workspace.editing import FamilyEditor
    from supervision_tui.workspace.running import SessionController

NOT_NOW_FOR = timedelta(weeks=4)
"""How long "not now" lasts."""
OF_EACH = frozenset({"G-LOSS", "G-HOUSEHOLD", "G-ORDER", "G-NOVOICE", "G-STRENGTH"})
"""Kinds that are about each of their people alone, and not about what is between them."""

Became = Literal["not_now", "not_for_us", "idea", "along", "carried"]
"""Put away, or used: an idea, a question to take along, a question that a session has taken over."""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Something to be curious about.

    *id* is the same whenever it is found again: its kind and its people. *about* are ids of people, *beside* strengths
    to hold next to it; *kept* says that it touches something that somebody must not learn.
    """

    id: str
    title: str
    why: str
    about: tuple[str, ...]
    questions: tuple[str, ...]
    beside: tuple[str, ...] = ()
    kept: bool = False


class SuggestionOutcome(BaseModel):
    """What became of a curiosity *on* a day: put away, for now or with a reason for good, or used as *words*."""

    model_config = ConfigDict(frozen=True, extra="ignore", defer_build=True)

    became: Became
    on: date
    about: tuple[str, ...] = ()
    reason: Line = Line()
    words: SafeText = SafeText()

    @property
    def is_accepted(self) -> bool:
        """Whether somebody goes on with it."""
        return self.became in {"idea", "along", "carried"}

    def is_dismissed(self, today: date) -> bool:
        """Whether it is out of sight on *today*."""
        return self.became == "not_for_us" or (self.became == "not_now" and today < self.on + NOT_NOW_FOR)


class SuggestionOutcomes(BaseModel):
    """What became of the suggestions_for of one family, by their ids."""

    model_config = ConfigDict(frozen=True, extra="ignore", defer_build=True)

    of: dict[str, SuggestionOutcome] = {}

    def with_outcome(self, suggestion: str, answer: SuggestionOutcome) -> SuggestionOutcomes:
        """The same with *answer* to one."""
        return SuggestionOutcomes(of={**self.of, suggestion: answer})

    def without(self, suggestion: str) -> SuggestionOutcomes:
        """The same without an answer to one: it is there again."""
        return SuggestionOutcomes(
            of={suggestion_id: answer for suggestion_id, answer in self.of.items() if suggestion_id != suggestion}
        )

    @property
    def to_take_along(self) -> dict[str, SuggestionOutcome]:
        """The questions to take along, in the order in which they were chosen."""
        return {suggestion_id: answer for suggestion_id, answer in self.of.items() if answer.became == "along"}


class SuggestionLog(Repository[SuggestionOutcomes]):
    """What became of the suggestions_for of each family, a document under the family's id."""

    kind: ClassVar[str] = "curiosity"
    model = SuggestionOutcomes

    def of(self, family_id: str) -> SuggestionOutcomes:
        """What is kept; nothing where nobody has answered any."""
        return self.find(family_id) or SuggestionOutcomes()

    def toggle_to_take_along(self, family_id: str, question: Question, on: date) -> bool:
        """Keep *question* for the next visit to a family, or, where it is kept already, no longer; whether it is now.

        Raises:
            ValueError: it is for a person's own thoughts, which are not written down.
        """
        if question.destination in {Destination.PRIVATE, Destination.NONE}:
            raise ValueError("This one is for your own thoughts; it is not written down.")
        answers = self.of(family_id)
        if question.prompt_id in answers.to_take_along:
            self.put(answers.without(question.prompt_id), family_id)
            return False
        outcome = SuggestionOutcome(became="along", on=on, about=question.about, words=SafeText(question.text))
        self.put(answers.with_outcome(question.prompt_id, outcome), family_id)
        return True

    def hand_over_to_session(self, family_id: str, controller: SessionController) -> None:
        """Give the questions to take along to a session about the family: it keeps them for the visit."""
        answers = self.of(family_id)
        along = answers.to_take_along
        for name, answer in along.items():
            keep_question_for_visit(controller, name, answer)
            answers = answers.with_outcome(name, answer.model_copy(update={"became": "carried"}))
        if along:
            controller.save()
            self._writer.flush()
            self.put(answers, family_id)


def question_for_visit(family: Family, library: Library, prompt_id: str, today: date) -> Question | None:
    """A prompt of the library filled for *family* outside a session; ``None`` where it does not fit it now."""
    prompt = library.prompts.get(prompt_id)
    if prompt is None:
        return None
    for_adults: Purpose = "visit" if "family" in prompt.audience else "group"
    heard_by: Purpose = "child" if prompt.audience == ("child",) else for_adults
    found = questions.questions_for(family, library, for_=heard_by, today=today, prompts=[prompt], on_paper=True)
    return found[0] if found else None


def keep_question_for_visit(controller: SessionController, suggestion: str, answer: SuggestionOutcome) -> None:
    """Keep the chosen question among those of a session."""
    controller.keep_question(
        questions.Question(
            prompt_id=suggestion,
            text=str(answer.words),
            because="Offered because you took it up beside the drawing.",
            audience=("worker",),
            about=answer.about,
            destination=Destination.FAMILY_WORK,
            type=None,
            tags=(),
        )
    )


def suggestions_for(family: Family, today: date, person: str = "") -> list[Suggestion]:
    """Everything to be curious about in *family* on *today*, what is about *person* first."""
    family = name_by_kinship(family)
    harm = questions.FlaggedHarm(family, today)
    found = [
        pattern
        for pattern in patterns.patterns(family, today)
        if pattern.code in OF_EACH or not harm.between(frozenset(pattern.who))
    ]
    secret = _Secret(family)
    made: dict[str, Suggestion] = {}
    for pattern in found:
        name = _id(pattern, made)
        hidden = secret.touches(pattern)
        made[name] = Suggestion(
            name, pattern.title, pattern.why, pattern.who, pattern.questions, pattern.beside, hidden
        )
    return sorted(made.values(), key=lambda suggestion: person not in suggestion.about)


def visible_suggestions(
    suggestions: Sequence[Suggestion], answers: SuggestionOutcomes, today: date, *, room: bool = False
) -> list[Suggestion]:
    """Those of *suggestions* that nobody put away; for a *room*, without what is kept from anybody."""
    away = {suggestion_id for suggestion_id, answer in answers.of.items() if answer.is_dismissed(today)}
    return [suggestion for suggestion in suggestions if suggestion.id not in away and not (room and suggestion.kept)]


def dismissed_suggestions(
    suggestions: Sequence[Suggestion], answers: SuggestionOutcomes, today: date, *, room: bool = False
) -> list[Suggestion]:
    """Those of *suggestions* that are put away and could be brought back."""
    there = {suggestion.id for suggestion in visible_suggestions(suggestions, answers, today)}
    return [suggestion for suggestion in suggestions if suggestion.id not in there and not (room and suggestion.kept)]


def add_idea(family_editor: FamilyEditor, words: str, about: tuple[str, ...]) -> SafeText:
    """Put an idea of the team on the map of a family; its words as they are kept.

    Raises:
        EditError: nothing was said.
    """
    statement = SafeText(words.strip())
    if not statement:
        raise EditError("Say the idea in a few words. Nothing was kept.")
    family_editor.apply(Add(StartingIdea(words=statement, about=about)))
    return statement


def _id(pattern: Pattern, taken: Container[str]) -> str:
    """Its kind and its people; the theme, the facts, the words only where several have these."""
    people = ",".join(sorted(pattern.who))
    longer = (f"{pattern.code}:{people}", pattern.theme, ",".join(sorted(pattern.facts)), ",".join(pattern.questions))
    names = [":".join(longer[:length]) for length in range(1, len(longer) + 1)]
    return next((name for name in names if name not in taken), names[-1])


class _Secret:
    """What of a family must not reach somebody, and whether a pattern touches it."""

    def __init__(self, family: Family) -> None:
        self._family = family
        self._people = frozenset(_kept_people(family))
        self._names = tuple(family.person(person_id).short_name for person_id in self._people if family.find(person_id))

    def touches(self, pattern: Pattern) -> bool:
        """Whether it rests on something of that kind, or names somebody who stands in it."""
        words = " ".join((pattern.title, pattern.why, *pattern.questions))
        return bool(
            self._people & set(pattern.who)
            or questions.is_hidden(self._family, pattern)
            or any(name in words for name in self._names)
        )


def _kept_people(family: Family) -> Iterator[str]:
    yield from (fact.about for fact in family.hidden_facts)
    yield from (person.id for person in family.persons if person.secret or person.hidden_from)
    for link in family.parentages:
        if link.doubted or link.hidden_from or not link.show_child:
            yield from (link.child, *link.parents)
