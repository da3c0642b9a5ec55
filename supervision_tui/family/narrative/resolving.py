"""From a phrase to people: who is meant, who is new, and what the phrase itself says of them."""

from __future__ import annotations

from collections.abc import Sequence

from supervision_tui.family.narrative.discourse import ASIDE, OBJECT
from supervision_tui.family.narrative.grammar.first_person import TELLER, TELLERS
from supervision_tui.family.narrative.grammar.kin_nouns import (
    PARENT_TITLES,
    PARENTS,
    PARTNERS,
    ROUND,
    SIBLINGS,
    KinNoun,
)
from supervision_tui.family.narrative.grammar.phrase import Phrase
from supervision_tui.family.narrative.grammar.word_sets import word_set
from supervision_tui.family.narrative.phrase_facts import PhraseFacts
from supervision_tui.family.narrative.relations import relate, twins
from supervision_tui.family.narrative.relatives import by_age, related
from supervision_tui.family.shorthand import Question

_BABY = 2
_TITLES = word_set("mr mrs ms miss dr pc pastor father sister rev reverend imam sheikh")


class Resolver(PhraseFacts):
    """Finds the people of phrases in the sentence of *words*."""

    def people(
        self, phrase: Phrase, weight: float = OBJECT, *, without: Sequence[str] = (), prefer: str = ""
    ) -> tuple[str, ...]:
        """Everybody *phrase* means, in order; those who were not known are added. Nobody where it has to be asked."""
        if phrase.parts:
            found: list[str] = []
            for part in phrase.parts:
                found += self.people(part, weight, without=without)
            self.discourse.mention(found, weight)
            return tuple(dict.fromkeys(found))
        if phrase.pronoun:
            people = self._by_pronoun(phrase, without, prefer)
        elif phrase.noun is not None:
            people = self._kin(phrase, without)
        else:
            people = self._named(phrase)
        self._facts(phrase, people)
        self._by_other(phrase, people)
        self._with_children(phrase, people)
        self.discourse.mention(people, weight)
        return people

    def _by_pronoun(self, phrase: Phrase, without: Sequence[str], prefer: str) -> tuple[str, ...]:
        if phrase.pronoun == "who":
            return (self.discourse.inside and self.discourse.antecedent[-1:]) or self.discourse.last
        if phrase.pronoun == "same":
            return self.discourse.subject
        if phrase.pronoun == TELLER:
            return self._teller_named(phrase)
        if phrase.pronoun in {TELLERS, "family"}:
            people = self.household() if phrase.pronoun == "family" else self.tellers(phrase, prefer)
            return tuple(somebody for somebody in people if somebody not in without)
        return self.discourse.pronoun(phrase.pronoun, self.text(phrase), without=without, prefer=prefer)

    def _teller_named(self, phrase: Phrase) -> tuple[str, ...]:
        """Whoever tells, by the name beside "me" where there is one."""
        people = self.teller()
        for other in phrase.apposed:
            if self.draft.unnamed(people[0]):
                self.draft.persons[people[0]]["name"] = other.name
                self.draft.note_fact("person", people[0], words=("name",))
        return people

    def _named(self, phrase: Phrase) -> tuple[str, ...]:
        name = phrase.name
        found = self.draft.named(name) or self.draft.by_surname(name)
        if len(found) > 1:
            near = [somebody for somebody in found if somebody in self.discourse.presence]
            found = near if len(near) == 1 else found
        if len(found) > 1:
            answer = self.discourse.answered(name)
            if answer in found:
                return self._with_apposed(phrase, (answer,))
            choices = tuple((somebody, f"{self.draft.persons[somebody]['name']} ({somebody})") for somebody in found)
            self.draft.ask(Question(name, f"More than one person is called {name}. Who is it?", choices))
            return ()
        if found:
            person = found[0]
            titled = name.split()[0].casefold().rstrip(".") in _TITLES
            if " " in name and not titled and " " not in str(self.draft.persons[person]["name"]):
                self.draft.persons[person]["name"] = name
        else:
            titled = name.split()[0].casefold().rstrip(".") in _TITLES and len(name.split()) > 1
            person = self.draft.add_person(name, **({"called": name} if titled else {}))
        return self._with_apposed(phrase, (person,))

    def _with_apposed(self, phrase: Phrase, people: tuple[str, ...]) -> tuple[str, ...]:
        for other in phrase.apposed:
            if other.noun is not None and people:
                self._apply(other, people)
                if other.title and other.owner is None:
                    self._titled(other, people)
        return people

    def _apply(self, phrase: Phrase, people: Sequence[str]) -> None:
        """*people* are what the kin *phrase* says: "Leanne's brother"."""
        noun = phrase.noun
        if noun is None:
            return
        if noun.relation == "professional" and phrase.new and phrase.owner is None:
            for somebody in people:  # "Natasha Bell, a teacher"
                self.draft.set_person(somebody, occupation=noun.word.replace("-", " "))
            return
        owners = self.owners(phrase, without=people)
        if phrase.owner is None and phrase.title and noun.relation in {"grandparent", "aunt"}:
            owners = owners[:1]
        for somebody in people:
            guessed = phrase.owner is None and bool(phrase.title)
            relate(self.draft, somebody, noun, owners, phrase.adjectives, guessed=guessed)
        if noun.relation == "twin" or "twin" in phrase.adjectives:
            together = noun.relation in {"twin", "sibling"} and not noun.plural and owners and len(people) == 1
            twins(self.draft, [*people, *owners] if together else people)
        if noun.plural and len(people) == 2 and noun.relation in PARENTS | {"grandparent"}:  # noqa: PLR2004 - a pair
            self.pair(people, sure=noun.relation == "parent")
        if noun.relation in SIBLINGS and owners and people:
            self.discourse.note_group((*owners, *people), "children")
        if noun.relation in PARTNERS and owners and people:
            self.discourse.note_group((owners[0], people[0]), "couple")

    def _kin(self, phrase: Phrase, without: Sequence[str]) -> tuple[str, ...]:
        """The people of a kinship phrase: by the names beside it, by whose they are, by a title."""
        if any((other.name or other.parts) and other.noun is None for other in phrase.apposed):
            return self._kin_by_names(phrase)
        if phrase.owner is None:
            return self._by_title(phrase) if phrase.title else self._without_owner(phrase, without)
        owners = self.owners(phrase)
        noun = phrase.noun
        if not owners or noun is None:
            return ()
        found = [
            somebody for somebody in related(self.draft, noun, owners, phrase.adjectives) if somebody not in without
        ]
        people = self._kin_without_name(phrase, noun, owners, found)
        if noun.relation in PARTNERS and people and not noun.word.startswith("ex"):
            self.discourse.note_group((owners[0], people[0]), "couple")
        self._keep_parent(phrase, owners, people)
        return people

    def _keep_parent(self, phrase: Phrase, owners: Sequence[str], people: Sequence[str]) -> None:
        """Whose parent was told of last, as in "Stuart's father died and his mother moved in"."""
        noun = phrase.noun
        if noun is not None and noun.relation == "parent" and not noun.plural and len(owners) == len(people) == 1:
            self.discourse.parent_of = (self.draft.sentence, owners[0], people[0], noun.gender)

    def _kin_without_name(
        self, phrase: Phrase, noun: KinNoun, owners: Sequence[str], relatives: Sequence[str]
    ) -> tuple[str, ...]:
        """Those of *relatives* whom a kin phrase without a name means, or somebody new."""
        if noun.plural and noun.relation == "parent" and len(relatives) == len(owners) == 1 and not phrase.new:
            return self._with_other_parent(phrase, owners, relatives[0])
        if relatives and not phrase.new:
            return tuple(relatives) if noun.plural or phrase.count > 1 else self._one_of(phrase, [*relatives])
        likely = self._likely(phrase, owners) if self.guess and not phrase.new else ()
        people = likely or self.unnamed(phrase, owners)
        if (
            phrase.owner is not None
            and phrase.owner.pronoun == TELLER
            and noun.relation == "grandparent"
            and len(people) == 1
        ):
            self.discourse.titles.setdefault(noun.word, people[0])  # "my nan", who is "nan" from here on
        return people

    def _kin_by_names(self, phrase: Phrase) -> tuple[str, ...]:
        """As in "her brother Dean": the people named, and what the phrase says of them."""
        names = [other for other in phrase.apposed if (other.name or other.parts) and other.noun is None]
        people = tuple(dict.fromkeys(somebody for other in names for somebody in self._by_name(phrase, other)))
        told_of = any(part.noun and part.owner for other in phrase.apposed for part in (other, *other.apposed))
        if not (told_of and phrase.owner is None and phrase.title):  # "Mamgu Eirwen, Carys's mother"
            self._apply(phrase, people)
        for other in phrase.apposed:
            if other.noun is not None:
                self._apply(other, people)
        if phrase.title and phrase.noun is not None and not phrase.noun.plural:
            self._titled(phrase, people)
        self._by_place_among(phrase, people)
        self._another_sibling(phrase, people)
        return people

    def _another_sibling(self, phrase: Phrase, people: Sequence[str]) -> None:
        """As in "An older sister, Demi, is in care": of the children told of last, which is asked about."""
        noun = phrase.noun
        kind = {"sibling": "full", "half_sibling": "half"}.get(noun.relation, "") if noun is not None else ""
        sibling = kind and phrase.owner is None and (phrase.new or phrase.start == 0)
        children = [child for child in self.focus() if child not in people] if sibling else []
        if not sibling or self.discourse.inside or not children or {*self.focus()} & {*people} - {*children}:
            return
        for somebody in people:
            self.draft.set_siblings(children[0], somebody, kind)
            about = f"{self.draft.name(somebody)} and {self.draft.name(children[0])}"
            self.draft.ask(Question(about, f"{about} are taken as brothers or sisters. Is that so?"))

    def _by_place_among(self, phrase: Phrase, people: Sequence[str]) -> None:
        """As in "The youngest, Tinashe, stayed behind": a child of those whose children were told of last; asked."""
        child = phrase.noun is not None and phrase.noun.relation == "child" and phrase.owner is None
        if not child or not {"eldest", "oldest", "youngest", "middle"} & {*phrase.adjectives}:
            return
        groups = [group.people for group in self.discourse.groups if group.kind == "children"]
        parents = self.draft.parents(groups[-1][0]) if groups else []
        for somebody in people if parents and not {*groups[-1]} & {*people} else ():
            if self.draft.parents(somebody):
                continue
            nameless = [child for child in self.draft.children(parents[0]) if self.draft.unnamed(child)]
            if nameless:
                self.draft.merge(nameless[0], somebody)
            for parent in parents:
                self.draft.set_parent(parent, somebody)
            names = " and ".join(self.draft.name(parent) for parent in parents)
            about = f"parents of {self.draft.name(somebody)}"
            self.draft.ask(Question(about, f"{self.draft.name(somebody)} is taken as a child of {names}. Is that so?"))

    def _by_name(self, phrase: Phrase, other: Phrase) -> tuple[str, ...]:
        """The people whom a name beside a kin noun means: somebody known as that, or one nobody had named yet."""
        noun = phrase.noun
        if other.parts or noun is None or self.draft.named(other.name):
            return self.people(other, ASIDE)
        nameless = []
        if (
            phrase.title
            and (known := self._known_by_title(phrase.title))
            and self.draft.unnamed(self.draft.persons.now(known))
        ):
            nameless = [self.draft.persons.now(known)]
        elif not phrase.new and not noun.plural:
            owners = self.owners(phrase)
            nameless = [
                somebody
                for somebody in related(self.draft, noun, owners, phrase.adjectives)
                if self.draft.unnamed(somebody)
                and self.draft.persons[somebody].get("kind", "person") in {"person", "unknown"}
            ]
        if nameless:
            self.draft.persons[nameless[0]]["name"] = other.name
            self.draft.note_fact("person", nameless[0], words=("name",))
        return self.people(other, ASIDE)

    def _one_of(self, phrase: Phrase, candidates: list[str]) -> tuple[str, ...]:
        if len(candidates) == 1:
            return (candidates[0],)
        weights = self.discourse.presence
        named = self.text(phrase)
        answer = self.discourse.answered(named)
        if answer in candidates:
            return (answer,)
        best = max(candidates, key=lambda somebody: weights.get(somebody, (-99, 0.0)))
        if phrase.noun is not None and phrase.noun.relation in {"partner", "spouse", "ex", "ex_spouse"}:
            return (best,)
        choices = tuple((somebody, self.draft.name(somebody)) for somebody in candidates)
        self.draft.ask(Question(named, f"'{named}': which of them?", choices))
        return ()

    def _likely(self, phrase: Phrase, owners: Sequence[str]) -> tuple[str, ...]:
        """For "her father" where nobody was told as one: the only one who can be, and a question."""
        noun = phrase.noun
        if noun is None or noun.relation not in {"parent", "birth_parent"} or noun.gender == "unknown":
            return ()
        wanted = "she" if noun.gender == "female" else "he"
        known = [
            mate for owner in owners for parent in self.draft.parents(owner) for mate in self.draft.partners(parent)
        ]
        adults = known or [somebody for pair in self.draft.unions for somebody in pair if somebody]
        fits = [
            somebody
            for somebody in dict.fromkeys(adults)
            if self.draft.pronoun(somebody)[0] == wanted and somebody not in owners
        ]
        carers = {
            somebody
            for owner in owners
            for somebody in self.draft.parents(owner, ("foster", "kinship", "guardianship", "step", "adopted"))
        }
        mates = {mate for owner in owners for parent in self.draft.parents(owner)
                 for mate in self.draft.relatives_known(parent, "partner")}  # fmt: skip
        fits = [somebody for somebody in fits if somebody not in carers | mates]  # "my mum's boyfriend" is not "my dad"
        young = all((age := self.draft.age(owner)) is not None and age < 18 for owner in owners)  # noqa: PLR2004 - grown up
        if len(fits) != 1 or self.draft.is_child(fits[0]) or not (known or young):
            return ()
        named = self.text(phrase)
        names = " and ".join(self.draft.name(somebody) for somebody in owners)
        if self.discourse.answered(named) == "no":
            return ()
        for owner in owners:
            self.draft.set_parent(fits[0], owner)
        if not self.discourse.answered(named):
            choices = (("yes", "yes"), ("no", "no, somebody else"))
            self.draft.ask(
                Question(
                    named,
                    f"'{named}' is taken to be {self.draft.name(fits[0])}, as {noun.word} of {names}. Is that so?",
                    choices,
                )
            )
        return (fits[0],)

    def _without_owner(self, phrase: Phrase, without: Sequence[str]) -> tuple[str, ...]:
        """As in "the twins", "the baby", "a son": those who were spoken of so, or somebody new."""
        noun = phrase.noun
        if noun is None:
            return ()
        if phrase.new:
            return self.unnamed(phrase, ()) if noun.relation in ROUND else ()
        if noun.relation in ROUND:
            role = noun.word.replace("-", " ")
            same = tuple(somebody for somebody, person in self.draft.persons.items() if person.get("role") == role)
            return same[:1] or self.unnamed(phrase, ())
        everybody = [
            somebody for somebody in self.draft.persons if self.draft.human(somebody) and somebody not in without
        ]
        if noun.relation == "twin":
            found = [somebody for somebody in everybody if somebody in self.draft.twins]
        elif noun.relation == "child":
            found = self._children_like(phrase, everybody)
        else:
            found = [
                somebody
                for somebody in related(self.draft, noun, self.focus(), phrase.adjectives)
                if somebody in everybody
            ]
        return tuple(found) if noun.plural else self._one_of(phrase, found) if found else ()

    def _children_like(self, phrase: Phrase, everybody: list[str]) -> list[str]:
        """The children of the gender and age that the phrase says."""
        noun = phrase.noun
        wanted = {"female": "she", "male": "he"}.get(noun.gender, "") if noun else ""
        found = [
            somebody
            for somebody in everybody
            if self.draft.is_child(somebody) or self.draft.persons[somebody].get("kind") == "unborn"
        ]
        found = [somebody for somebody in found if not wanted or self.draft.pronoun(somebody)[0] in {wanted, ""}]
        if noun is not None and noun.word == "baby":
            babies = [
                somebody
                for somebody in everybody
                if (self.draft.unnamed(somebody) and self.draft.descriptions.get(somebody, "").endswith("baby"))
                or self.draft.persons[somebody].get("kind") == "unborn"
                or ((age := self.draft.age(somebody)) is not None and age < _BABY)
            ]
            return babies[-1:]
        if noun is not None and noun.word == "little-one" and found:
            self._ask_whether(phrase, found)
        own = [child for child in found if set(self.draft.parents(child)) & set(self.discourse.subject)]
        if wanted and own:
            return own
        group = self.focus()
        latest = [group for group in self.discourse.groups if group.people and {*group.people} < {*found}]
        if noun is not None and noun.plural and wanted and latest:
            self._ask_whether(phrase, found)
        return by_age(self.draft, phrase, [somebody for somebody in found if somebody in group], found)

    def _by_title(self, phrase: Phrase) -> tuple[str, ...]:
        noun = phrase.noun
        if noun is None:
            return ()
        known = self._known_by_title(phrase.title)
        if known:
            return (self.draft.persons.now(known),)
        if noun.plural:
            return self._without_owner(phrase, ())
        found = related(self.draft, noun, self.focus(), phrase.adjectives)
        if len(found) == 1:
            person = found[0]
        else:
            person = self.draft.add_person(
                called=noun.word.capitalize(), description=noun.word.capitalize(), gender=noun.gender
            )
            self._apply(phrase, (person,))
        self.discourse.titles[phrase.title] = person
        self.draft.titled.setdefault(PARENT_TITLES.get(phrase.title, ""), person)
        return (person,)

    def _known_by_title(self, title: str) -> str:
        """Whoever goes by a title; "the father" is whoever is "Dad" too."""
        side = PARENT_TITLES.get(title)
        same = [word for word in self.discourse.titles if word == title or (side and PARENT_TITLES.get(word) == side)]
        return self.discourse.titles[same[0]] if same else ""
