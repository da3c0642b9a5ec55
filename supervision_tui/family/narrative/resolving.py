"""From a phrase to people: who is meant, who is new, and what the phrase itself says of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from supervision_tui.family.dates import PartialDate
from supervision_tui.family.narrative.discourse import ASIDE, OBJECT, OWNER, Discourse
from supervision_tui.family.narrative.draft import Draft
from supervision_tui.family.narrative.kin_nouns import CHILDREN, PARENTS, PARTNERS, ROUND
from supervision_tui.family.narrative.phrases import Phrase
from supervision_tui.family.narrative.relations import relate, related, twins
from supervision_tui.family.narrative.words import Word
from supervision_tui.family.shorthand.ages import Age
from supervision_tui.family.shorthand.questions import Question

_TELLER = "the speaker"
_TITLES = frozenset("mr mrs ms miss dr pc pastor father sister rev reverend imam sheikh".split())


@dataclass(slots=True)
class Resolver:
    """Finds the people of phrases in the sentence of *words*."""

    draft: Draft
    discourse: Discourse
    words: Sequence[Word]
    guess: bool = True
    _owners: dict[int, tuple[str, ...]] = field(default_factory=dict)

    def text(self, phrase: Phrase) -> str:
        """The phrase as it was written."""
        return _joined(self.words[phrase.start : phrase.end])

    def people(self, phrase: Phrase, weight: float = OBJECT, *, without: Sequence[str] = (), prefer: str = "") -> tuple[str, ...]:
        """Everybody *phrase* means, in order; those who were not known are added. Nobody where it has to be asked."""
        if phrase.parts:
            found: list[str] = []
            for part in phrase.parts:
                found += self.people(part, weight, without=without)
            self.discourse.mention(found, weight)
            return tuple(dict.fromkeys(found))
        if phrase.pronoun == "who":
            people = self.discourse.last
        elif phrase.pronoun == "same":
            people = self.discourse.subject
        elif phrase.pronoun == "family":
            people = tuple(one for one in self.household() if one not in without)
        elif phrase.pronoun:
            people = self.discourse.pronoun(phrase.pronoun, self.text(phrase), without=without, prefer=prefer)
        elif phrase.noun is not None:
            people = self._kin(phrase, without)
        else:
            people = self._named(phrase)
        self._facts(phrase, people)
        self.discourse.mention(people, weight)
        return people

    # -- names -----------------------------------------------------------------------------------------------------

    def _named(self, phrase: Phrase) -> tuple[str, ...]:
        name = phrase.name
        found = self.draft.named(name)
        if len(found) > 1:
            near = [one for one in found if one in self.discourse.presence]
            found = near if len(near) == 1 else found
        if len(found) > 1:
            answer = self.discourse.answered(name)
            if answer in found:
                return self._with_apposed(phrase, (answer,))
            choices = tuple((one, f"{self.draft.persons[one]['name']} ({one})") for one in found)
            self.draft.ask(Question(name, f"More than one person is called {name}. Who is it?", choices))
            return ()
        if found:
            person = found[0]
            if " " in name and " " not in str(self.draft.persons[person]["name"]):
                self.draft.persons[person]["name"] = name
        else:
            titled = name.split()[0].casefold().rstrip(".") in _TITLES and len(name.split()) > 1
            person = self.draft.add_person(name, **({"called": name} if titled else {}))
        return self._with_apposed(phrase, (person,))

    def _with_apposed(self, phrase: Phrase, people: tuple[str, ...]) -> tuple[str, ...]:
        for other in phrase.apposed:
            if other.noun is not None and people:
                self._apply(other, people)
        return people

    def _apply(self, phrase: Phrase, people: Sequence[str]) -> None:
        """*people* are what the kin *phrase* says: "Leanne's brother"."""
        noun = phrase.noun
        if noun is None:
            return
        owners = self.owners(phrase, without=people)
        for one in people:
            relate(self.draft, one, noun, owners, phrase.adjectives)
        if noun.relation == "twin" or "twin" in phrase.adjectives:
            together = noun.relation in {"twin", "sibling"} and not noun.plural and owners and len(people) == 1
            twins(self.draft, [*people, *owners] if together else people)
        if noun.plural and len(people) == 2 and noun.relation in PARENTS | {"grandparent"}:  # noqa: PLR2004 - a pair
            self.pair(people, sure=noun.relation == "parent")
        if noun.relation in PARTNERS and owners and people:
            self.discourse.note_group((owners[0], people[0]), "couple")

    def pair(self, people: Sequence[str], *, sure: bool = False) -> None:
        """Two who are told of as a pair of carers or grandparents: taken as a couple, and asked unless *sure*."""
        first, second = people[:2]
        if second in self.draft.partners(first) or not all(self.draft.human(one) for one in people[:2]):
            return
        about = f"{self.draft.name(first)} and {self.draft.name(second)}"
        if self.draft.answered(about) == "no":
            return
        self.draft.set_union(first, second)
        self.discourse.note_group((first, second), "couple")
        if not sure:
            self.draft.ask(Question(about, f"{about} are taken as a couple. Is that so?", (("yes", "yes"), ("no", "no"))))

    def owners(self, phrase: Phrase, *, without: Sequence[str] = ()) -> tuple[str, ...]:
        """Whose the kin *phrase* is; the children for a title such as "Nan"."""
        if phrase.owner is not None:
            if phrase.owner.pronoun == "we":
                return self._teller() if phrase.noun is not None and phrase.noun.relation not in ROUND else ()
            prefer = "children" if phrase.noun is not None and phrase.noun.relation in PARENTS | {"grandparent"} else (
                "couple" if phrase.noun is not None and phrase.noun.relation in CHILDREN else "")  # fmt: skip
            if phrase.owner.pronoun == "they" and not prefer and self.discourse.subject:
                return self.discourse.subject
            known = self._owners.get(id(phrase.owner))
            if known is None:
                known = self._owners[id(phrase.owner)] = self._owning(phrase, without, prefer)
            return known
        if phrase.title and phrase.noun is not None and phrase.noun.relation not in CHILDREN:
            return self.focus()
        return ()

    def _teller(self) -> tuple[str, ...]:
        """Whoever says "my": somebody of the family, who has no name yet."""
        found = [one for one, words in self.draft.descriptions.items() if words == _TELLER and one in self.draft.persons]
        if found:
            return (found[0],)
        person = self.draft.add_person(description=_TELLER)
        self.draft.ask(Question("my", "Who is telling this? They are on the map without a name."))
        return (person,)

    def _owning(self, phrase: Phrase, without: Sequence[str], prefer: str) -> tuple[str, ...]:
        owner, noun = phrase.owner, phrase.noun
        if owner is None or noun is None or owner.pronoun not in {"she", "he"}:
            return self.people(owner, OWNER, without=without, prefer=prefer) if owner is not None else ()
        named = {other.name for other in phrase.apposed}
        unlikely = []
        if noun.relation in {"parent", "birth_parent"} and named:
            wanted = {"female": "she", "male": "he"}.get(noun.gender, "")
            unlikely = [one for one in self.draft.persons for parent in self.draft.parents(one)
                        if self.draft.pronoun(parent)[0] == wanted and not self.draft.unnamed(parent)
                        and not named & {str(self.draft.persons[parent]["name"]), self.draft.name(parent)}]  # fmt: skip
        people = self.discourse.pronoun(owner.pronoun, self.text(owner), without=without, unlikely=unlikely, of=True)
        return people

    def focus(self) -> tuple[str, ...]:
        """The children whose family is told: those in focus, else the last who were spoken of together, else all."""
        if self.draft.family.focus:
            return tuple(self.draft.family.focus)
        children = [group.people for group in self.discourse.groups if group.kind == "children"]
        if children:
            return children[-1]
        return tuple(one for one in self.draft.persons if self.draft.human(one) and self.draft.is_child(one))

    def household(self) -> tuple[str, ...]:
        """Whom "the family" means: the children, and the parents who live with them as far as is told."""
        children = self.focus()
        parents = [parent for child in children for parent in self.draft.parents(child)]
        gone = {one for event in self.draft.events if event["what"] == "moved out" for one in event["who"]}  # type: ignore[attr-defined]  # a tuple
        here = [one for one in dict.fromkeys(parents) if one not in gone and not self.draft.persons[one].get("whereabouts")
                and not self.draft.persons[one].get("died") and not self.draft.unnamed(one)]  # fmt: skip
        homes = [parent for parent in here if all(not self.draft.partners(parent) or parent in self.draft.partners(other) or parent == other for other in here)]
        return (*homes, *children)

    # -- kin -------------------------------------------------------------------------------------------------------

    def _kin(self, phrase: Phrase, without: Sequence[str]) -> tuple[str, ...]:
        noun = phrase.noun
        if noun is None:
            return ()
        names = [other for other in phrase.apposed if (other.name or other.parts) and other.noun is None]
        if names:
            people = tuple(dict.fromkeys(one for other in names for one in self._by_name(phrase, other)))
            self._apply(phrase, people)
            for other in phrase.apposed:
                if other.noun is not None and other not in names:
                    self._apply(other, people)
            if phrase.title and not noun.plural:
                self._titled(phrase, people)
            return people
        if phrase.owner is None and not phrase.title:
            return self._without_owner(phrase, without)
        if phrase.title and phrase.owner is None:
            return self._by_title(phrase)
        owners = self.owners(phrase)
        if not owners:
            return ()
        found = [one for one in related(self.draft, noun, owners, phrase.adjectives) if one not in without]
        if found and not phrase.new:
            return tuple(found) if noun.plural or phrase.count > 1 else self._one_of(phrase, found)
        likely = self._likely(phrase, owners) if self.guess else ()
        if likely and not phrase.new:
            return likely
        return self._unnamed(phrase, owners)

    def _by_name(self, phrase: Phrase, other: Phrase) -> tuple[str, ...]:
        """The people whom a name beside a kin noun means: somebody known as that, or one nobody had named yet."""
        noun = phrase.noun
        if other.parts or noun is None or self.draft.named(other.name):
            return self.people(other, ASIDE)
        nameless = []
        if phrase.title and phrase.title in self.discourse.titles and self.draft.unnamed(self.discourse.titles[phrase.title]):
            nameless = [self.discourse.titles[phrase.title]]
        elif not phrase.new and not noun.plural:
            owners = self.owners(phrase)
            nameless = [one for one in related(self.draft, noun, owners, phrase.adjectives)
                        if self.draft.unnamed(one) and self.draft.persons[one].get("kind", "person") in {"person", "unknown"}]  # fmt: skip
        if nameless:
            self.draft.persons[nameless[0]]["name"] = other.name
            self.draft.note_fact("person", nameless[0], words=("name",))
        return self.people(other, ASIDE)

    def _one_of(self, phrase: Phrase, found: list[str]) -> tuple[str, ...]:
        if len(found) == 1:
            return (found[0],)
        weights = self.discourse.presence
        named = self.text(phrase)
        answer = self.discourse.answered(named)
        if answer in found:
            return (answer,)
        best = max(found, key=lambda one: weights.get(one, (-99, 0.0)))
        if phrase.noun is not None and phrase.noun.relation in {"partner", "spouse", "ex", "ex_spouse"}:
            return (best,)
        choices = tuple((one, self.draft.name(one)) for one in found)
        self.draft.ask(Question(named, f"'{named}': which of them?", choices))
        return ()

    def _likely(self, phrase: Phrase, owners: Sequence[str]) -> tuple[str, ...]:
        """For "her father" where nobody was told as one: the only one who can be, and a question."""
        noun = phrase.noun
        if noun is None or noun.relation not in {"parent", "birth_parent"} or noun.gender == "unknown":
            return ()
        wanted = "she" if noun.gender == "female" else "he"
        known = [mate for owner in owners for parent in self.draft.parents(owner) for mate in self.draft.partners(parent)]
        adults = known or [one for pair in self.draft.unions for one in pair if one]
        fits = [one for one in dict.fromkeys(adults) if self.draft.pronoun(one)[0] == wanted and one not in owners]
        carers = {one for owner in owners for one in self.draft.parents(owner, ("foster", "kinship", "guardianship", "step", "adopted"))}
        fits = [one for one in fits if one not in carers]
        young = all((age := self.draft.age(owner)) is not None and age < 18 for owner in owners)  # noqa: PLR2004 - grown up
        if len(fits) != 1 or self.draft.is_child(fits[0]) or not (known or young):
            return ()
        named = self.text(phrase)
        names = " and ".join(self.draft.name(one) for one in owners)
        if self.discourse.answered(named) == "no":
            return ()
        for owner in owners:
            self.draft.set_parent(fits[0], owner)
        if not self.discourse.answered(named):
            choices = (("yes", "yes"), ("no", "no, somebody else"))
            self.draft.ask(Question(named, f"'{named}' is taken to be {self.draft.name(fits[0])}, as {noun.word} of {names}. Is that so?", choices))
        return (fits[0],)

    def _unnamed(self, phrase: Phrase, owners: Sequence[str]) -> tuple[str, ...]:
        """People whom nobody has named: "her two sisters"."""
        noun = phrase.noun
        if noun is None or (noun.plural and not phrase.count):
            if noun is not None and noun.relation == "parent":
                return tuple(one for word in ("mother", "father") for one in self._one_unnamed(phrase, owners, word))
            return ()
        people = [one for _ in range(min(phrase.count or 1, 9)) for one in self._one_unnamed(phrase, owners, noun.word)]
        return tuple(people)

    def _one_unnamed(self, phrase: Phrase, owners: Sequence[str], word: str) -> tuple[str, ...]:
        noun = phrase.noun
        if noun is None:
            return ()
        if word in {"mother", "father"} and noun.gender == "unknown" and noun.relation == "parent":
            from supervision_tui.family.narrative.kin_nouns import noun_at  # noqa: PLC0415 - the table is made when needed

            found = noun_at([word], 0)
            noun = found[0] if found else noun
        whose = f"{self.draft.name(owners[0])}'s " if owners else "the "
        person = self.draft.add_person(description=f"{whose}{word.replace('-', ' ')}")
        relate(self.draft, person, noun, owners, phrase.adjectives)
        return (person,)

    def _without_owner(self, phrase: Phrase, without: Sequence[str]) -> tuple[str, ...]:
        """ "the twins", "the baby", "a son": those who were spoken of so, or somebody new."""
        noun = phrase.noun
        if noun is None:
            return ()
        if phrase.new:
            if noun.relation in CHILDREN | {"twin"} or noun.relation in ROUND:
                return self._unnamed(phrase, ()) if noun.relation in ROUND else ()
            return ()
        if noun.relation == "twin":
            return tuple(self.draft.twins)
        everybody = [one for one in self.draft.persons if self.draft.human(one) and one not in without]
        if noun.relation == "child":
            found = self._children_like(phrase, everybody)
            return tuple(found) if noun.plural else self._one_of(phrase, found) if found else ()
        if noun.relation in ROUND:
            same = [one for one, person in self.draft.persons.items() if person.get("role") == noun.word.replace("-", " ")]
            return (same[0],) if same else self._unnamed(phrase, ())
        found = [one for one in related(self.draft, noun, self.focus(), phrase.adjectives) if one in everybody]
        return tuple(found) if noun.plural else self._one_of(phrase, found) if found else ()

    def _children_like(self, phrase: Phrase, everybody: list[str]) -> list[str]:
        """The children of the gender and age that the phrase says."""
        noun = phrase.noun
        wanted = {"female": "she", "male": "he"}.get(noun.gender, "") if noun else ""
        found = [one for one in everybody if self.draft.is_child(one) or self.draft.persons[one].get("kind") == "unborn"]
        found = [one for one in found if not wanted or self.draft.pronoun(one)[0] in {wanted, ""}]
        if noun is not None and noun.word == "baby":
            babies = [one for one in found if self.draft.persons[one].get("kind") == "unborn" or (
                (age := self.draft.age(one)) is not None and age < 2)]  # noqa: PLR2004 # fmt: skip
            return babies[-1:]
        group = self.focus()
        return [one for one in found if one in group] or found

    # -- titles ----------------------------------------------------------------------------------------------------

    def _by_title(self, phrase: Phrase) -> tuple[str, ...]:
        noun = phrase.noun
        if noun is None:
            return ()
        if phrase.title in self.discourse.titles:
            return (self.discourse.titles[phrase.title],)
        if noun.plural:
            return self._without_owner(phrase, ())
        found = related(self.draft, noun, self.focus(), phrase.adjectives)
        if len(found) == 1:
            person = found[0]
        else:
            person = self.draft.add_person(called=noun.word.capitalize(), description=noun.word.capitalize(), gender=noun.gender)
            self._apply(phrase, (person,))
        self.discourse.titles[phrase.title] = person
        return (person,)

    def _titled(self, phrase: Phrase, people: Sequence[str]) -> None:
        noun = phrase.noun
        if noun is None or len(people) != 1 or noun.relation in CHILDREN:
            return
        self.discourse.titles.setdefault(phrase.title, people[0])
        if noun.relation == "grandparent" and phrase.end > phrase.start + 1:
            self.draft.persons[people[0]].setdefault("called", noun.word.capitalize())

    # -- what the phrase says ----------------------------------------------------------------------------------------

    def _facts(self, phrase: Phrase, people: Sequence[str]) -> None:
        if phrase.age is not None and len(people) == 1:
            self.set_age(people[0], phrase.age)
        elif phrase.age is not None and people and (phrase.noun is None or phrase.noun.plural):
            for one in people:
                self.set_age(one, phrase.age)
        if isinstance(phrase.born, PartialDate):
            for one in people:
                self.draft.set_person(one, born=phrase.born)
        if phrase.work:
            for one in people:
                self.draft.set_person(one, occupation=phrase.work)
        if phrase.died:
            for one in people:
                self.draft.set_person(one, deceased=True)

    def set_age(self, person: str, age: Age) -> None:
        """Somebody is that old today."""
        self.draft.set_person(person, born=age.born(self.draft.today.isoformat()))


def _joined(words: Sequence[Word]) -> str:
    text = " ".join(word.text for word in words)
    for mark in (",", ".", ";", ":", ")", "'s", "’s"):
        text = text.replace(f" {mark}", mark)
    return text.replace("( ", "(")
