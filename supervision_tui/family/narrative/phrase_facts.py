"""What a phrase itself says of people: ages, what they do, with whom they have children; who has no name yet."""

from __future__ import annotations

from abc import ABC
from collections.abc import Sequence

from supervision_tui.family.dates import PartialDate
from supervision_tui.family.dates.age_words import Age
from supervision_tui.family.narrative.discourse import ASIDE
from supervision_tui.family.narrative.grammar.kin_nouns import CHILDREN, PARENT_TITLES, noun_at
from supervision_tui.family.narrative.grammar.phrase import Phrase
from supervision_tui.family.narrative.owner_resolving import OwnerResolver
from supervision_tui.family.narrative.relations import relate
from supervision_tui.family.shorthand import Question


class PhraseFacts(OwnerResolver, ABC):
    """Takes down what phrases say of the people whom they mean."""

    def _with_children(self, phrase: Phrase, people: Sequence[str]) -> None:
        """As in "Grace, with a daughter called Holly": the children of whoever stands before."""
        if phrase.children is None or len(people) != 1:
            return
        phrase.children.owner = None
        for child in self.people(phrase.children, ASIDE, without=people) or self.unnamed(phrase.children, people):
            self.draft.set_parent(people[0], child)
            noun = phrase.children.noun
            if noun is not None and noun.gender != "unknown":
                self.draft.set_person(child, gender=noun.gender)

    def _by_other(self, phrase: Phrase, people: Sequence[str]) -> None:
        """As in "his girls from his marriage to Karen": with whom somebody has these children."""
        for other in self.people(phrase.by, ASIDE, without=people)[:1] if phrase.by is not None else ():
            for child in people:
                self.draft.set_parent(other, child)
                for parent in self.draft.parents(child, ("birth",)) if phrase.former else ():
                    if parent != other:
                        married = "married" if "marriage" in phrase.former else ""
                        self.draft.set_union(parent, other, kind=married, ended="unknown")

    def unnamed(self, phrase: Phrase, owners: Sequence[str]) -> tuple[str, ...]:
        """People whom nobody has named: "her two sisters"."""
        noun = phrase.noun
        if noun is None or (noun.plural and not phrase.count):
            if noun is not None and noun.relation == "parent":
                return tuple(
                    somebody for word in ("mother", "father") for somebody in self._one_unnamed(phrase, owners, word)
                )
            return ()
        people = tuple(
            somebody
            for _ in range(min(phrase.count or 1, 9))
            for somebody in self._one_unnamed(phrase, owners, noun.word)
        )
        for somebody, age in zip(people, phrase.ages or ((phrase.age,) if phrase.age else ()), strict=False):
            self.set_age(somebody, age)
        return people

    def _one_unnamed(self, phrase: Phrase, owners: Sequence[str], word: str) -> tuple[str, ...]:
        noun = phrase.noun
        if noun is None:
            return ()
        if word in {"mother", "father"} and noun.gender == "unknown" and noun.relation == "parent":
            found = noun_at([word], 0)
            noun = found[0] if found else noun
        word = "partner" if word.startswith("another-") else word
        whose = f"{self.draft.name(owners[0])}'s " if owners else "the "
        person = self.draft.add_person(description=f"{whose}{word.replace('-', ' ')}")
        relate(self.draft, person, noun, owners, phrase.adjectives)
        return (person,)

    def _with_other_parent(self, phrase: Phrase, owners: Sequence[str], known: str) -> tuple[str, ...]:
        """As in "her parents split up", where one was told of: the other one, whom nobody has named."""
        word = {"she": "father", "he": "mother"}.get(self.draft.pronoun(known)[0], "parent")
        return (known, *self._one_unnamed(phrase, owners, word))

    def _facts(self, phrase: Phrase, people: Sequence[str]) -> None:
        if phrase.age is not None and len(people) == 1:
            self.set_age(people[0], phrase.age)
        elif phrase.ages and len(phrase.ages) == len(people):
            for somebody, age in zip(people, phrase.ages, strict=True):
                self.set_age(somebody, age)
        elif phrase.age is not None and people and (phrase.noun is None or phrase.noun.plural):
            for somebody in people:
                self.set_age(somebody, phrase.age)
        fields: dict[str, object] = {
            "born": phrase.born if isinstance(phrase.born, PartialDate) else None,
            "occupation": phrase.work,
            "whereabouts": phrase.place,
            "education": phrase.school,
            "deceased": phrase.died,
        }
        for somebody in people:
            self.draft.set_person(somebody, **{name: value for name, value in fields.items() if value})
            if phrase.said:
                self.draft.persons[somebody]["pronouns"] = phrase.said
                self.draft.note_fact("person", somebody, words=("pronouns",))

    def set_age(self, person: str, age: Age) -> None:
        """Somebody is that old today."""
        self.draft.set_person(person, born=PartialDate.read(age.on(self.draft.today.isoformat())))

    def _ask_whether(self, phrase: Phrase, people: Sequence[str]) -> None:
        """Ask whether *phrase* means all of *people*, as it is taken."""
        named, names = self.text(phrase), " and ".join(self.draft.name(somebody) for somebody in people)
        self.draft.ask(Question(named, f"'{named}' is taken as {names}. Is that so?"))

    def _titled(self, phrase: Phrase, people: Sequence[str]) -> None:
        noun = phrase.noun
        if noun is None or len(people) != 1 or noun.relation in CHILDREN:
            return
        self.discourse.titles.setdefault(phrase.title, people[0])
        self.draft.titled.setdefault(PARENT_TITLES.get(phrase.title, ""), people[0])
        if noun.relation == "grandparent" and phrase.end > phrase.start + 1:
            self.draft.persons[people[0]].setdefault("called", noun.word.capitalize())
