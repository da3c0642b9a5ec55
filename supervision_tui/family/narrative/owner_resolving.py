"""Whose somebody is: "her", "Leanne's", "my"; and whom "the children" and "the family" mean."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass, field

from supervision_tui.family.narrative.discourse import OBJECT, OWNER, Discourse
from supervision_tui.family.narrative.draft import Draft
from supervision_tui.family.narrative.draft_parents import YOUNG
from supervision_tui.family.narrative.draft_people import ADULT
from supervision_tui.family.narrative.grammar.first_person import TELLER, TELLERS
from supervision_tui.family.narrative.grammar.kin_nouns import CHILDREN, PARENTS, PARTNERS, ROUND, SIBLINGS, KinNoun
from supervision_tui.family.narrative.grammar.phrase import Phrase
from supervision_tui.family.narrative.grammar.word_sets import word_set
from supervision_tui.family.narrative.grammar.words import Word
from supervision_tui.family.shorthand import Question

_ELDERS_AND_SIBLINGS = PARENTS | SIBLINGS | {"grandparent", "aunt", "cousin"}
_TELLER = "the speaker"
ASKED_OF_TELLER = "my"
"""What the question about who tells is about."""
_TITLES = word_set("mr mrs ms miss dr pc pastor father sister rev reverend imam sheikh")


@dataclass(slots=True)
class OwnerResolver(ABC):
    """Finds whose the people of phrases are, in the sentence of *words*."""

    draft: Draft
    discourse: Discourse
    words: Sequence[Word]
    guess: bool = True
    _owners: dict[int, tuple[str, ...]] = field(default_factory=dict)

    @abstractmethod
    def people(
        self, phrase: Phrase, weight: float = OBJECT, *, without: Sequence[str] = (), prefer: str = ""
    ) -> tuple[str, ...]:
        """Everybody *phrase* means."""

    def text(self, phrase: Phrase) -> str:
        """The phrase as it was written."""
        return _joined(self.words[phrase.start : phrase.end])

    def pair(self, people: Sequence[str], *, sure: bool = False) -> None:
        """Two who are told of as a pair of carers or grandparents: taken as a couple, and asked unless *sure*."""
        first, second = people[:2]
        if second in self.draft.partners(first) or not all(self.draft.human(somebody) for somebody in people[:2]):
            return
        about = f"{self.draft.name(first)} and {self.draft.name(second)}"
        if self.draft.answered(about) == "no":
            return
        self.draft.set_union(first, second)
        self.discourse.note_group((first, second), "couple")
        if not sure:
            self.draft.ask(
                Question(about, f"{about} are taken as a couple. Is that so?", (("yes", "yes"), ("no", "no")))
            )

    def owners(self, phrase: Phrase, *, without: Sequence[str] = ()) -> tuple[str, ...]:
        """Whose the kin *phrase* is; the children for a title such as "Nan"."""
        if phrase.owner is not None:
            return self._told_owners(phrase, without)
        noun = phrase.noun
        if noun is None or noun.relation in CHILDREN:
            return ()
        titled = noun.relation == "parent" and phrase.title
        if (titled or noun.relation == "step_parent") and not phrase.new and self._of_young_subject():
            return tuple(somebody for somebody in self.discourse.subject if somebody not in without)
        sided = noun.relation in {"grandparent", "aunt"} and {"maternal", "paternal"} & {*phrase.adjectives}
        if (phrase.title and noun.relation != "role") or (sided and not phrase.new):
            return self._of_children(phrase, without)
        if noun.relation in PARTNERS and not phrase.new and len(self.discourse.subject) == 1:
            named, whose = self.text(phrase), self.draft.name(self.discourse.subject[0])
            self.draft.ask(Question(named, f"'{named}' is taken as of {whose}. Is that so?"))
            return tuple(somebody for somebody in self.discourse.subject if somebody not in without)
        return ()

    def _told_owners(self, phrase: Phrase, without: Sequence[str]) -> tuple[str, ...]:
        owner, noun = phrase.owner, phrase.noun
        if owner is not None and owner.pronoun in {TELLER, TELLERS}:
            if noun is None or noun.relation in ROUND - {"friend"}:
                return ()
            of_both = owner.pronoun == TELLERS and noun.relation == "child"
            return (*self.teller(), *(self.other_of_tellers() if of_both else ()))
        prefer = "children" if noun is not None and noun.relation in _ELDERS_AND_SIBLINGS else ""
        prefer = "couple" if noun is not None and noun.relation in CHILDREN else prefer
        if owner is not None and owner.pronoun == "they" and not prefer and self.discourse.subject:
            return self.discourse.subject
        known = self._owners.get(id(owner))
        if known is None:
            known = self._owners[id(owner)] = self._owning(phrase, without, prefer)
        return known

    def _of_young_subject(self) -> bool:
        """As in "Kofi lives with mum Esther": whether the subject can be the child whose mum that is."""
        subject = self.discourse.subject
        grown = any(
            self.draft.children(person)
            or person in {self.draft.persons.now(titled) for titled in self.discourse.titles.values()}
            or (self.draft.age(person) or 0) >= ADULT
            for person in subject
        )
        return self.discourse.inside and bool(subject) and not grown

    def _of_children(self, phrase: Phrase, without: Sequence[str]) -> tuple[str, ...]:
        """The children whom "Dad" or "the maternal grandmother" is told of: the other parent's, else those in focus."""
        grown = {self.draft.persons.now(titled) for titled in self.discourse.titles.values()}
        other = [child for parent in self.discourse.titled_parents() for child in self.draft.children(parent)]
        if phrase.noun is not None and phrase.noun.relation == "parent" and other:
            return tuple(dict.fromkeys(child for child in other if child not in without))
        focus = self.focus()
        relation = phrase.noun.relation if phrase.noun is not None else ""
        children = self._not_of_former_partners(focus) if relation != "parent" else focus
        if relation == "birth_parent":
            half = [{*pair[:2]} for pair in self.draft.siblings if pair[2] == "half"]
            children = [child for child in children if {child, children[0]} not in half]
        return tuple(
            somebody
            for somebody in children
            if somebody not in grown and not (phrase.title and self.draft.children(somebody))
        )

    def _not_of_former_partners(self, children: Sequence[str]) -> Sequence[str]:
        """Without those whom a step-parent has "from an earlier marriage": "MGM" is of the children told of first."""
        of_before = {
            child
            for parent in self.draft.persons
            if self.draft.unnamed(parent) and self.draft.descriptions.get(parent, "").endswith("former partner")
            for child in self.draft.children(parent)
        }
        if not of_before.intersection(children):
            return children
        young = [person for person in self.draft.persons if self.draft.human(person) and self.draft.is_child(person)]
        return [child for child in young if child not in of_before] or children

    def teller(self) -> tuple[str, ...]:
        """Whoever says "I" and "my": somebody of the family, who may have no name yet."""
        if not self.discourse.teller:
            self.discourse.teller = self.draft.add_person(description=_TELLER)
            self.draft.ask(Question(ASKED_OF_TELLER, "Who is telling this? They are on the map without a name."))
        return (self.draft.persons.now(self.discourse.teller),)

    def other_of_tellers(self) -> tuple[str, ...]:
        """With whom whoever tells is "we": the one of their partners and their children's parents told of last."""
        teller = self.teller()[0]
        parents = [parent for child in self.draft.children(teller) for parent in self.draft.parents(child)]
        fits = {*self.draft.partners(teller), *parents} - {teller}
        weights = self.discourse.presence
        return tuple(sorted(fits, key=lambda somebody: weights.get(somebody, (-1, 0.0)))[-1:])

    def tellers(self, phrase: Phrase, prefer: str = "") -> tuple[str, ...]:
        """Whoever says "we" and "us", with the other of the two where one was told of."""
        other = tuple(
            somebody
            for somebody in self.other_of_tellers()
            if self.text(phrase) != "us" or not {"died", "deceased"} & self.draft.persons[somebody].keys()
        )
        if not other and prefer == "couple" and self.discourse.subject:
            other = tuple(somebody for somebody in self.discourse.subject if somebody not in self.teller())[:1]
            names = " and ".join(self.draft.name(somebody) for somebody in (*self.teller(), *other))
            self.draft.ask(Question(self.text(phrase), f"'{self.text(phrase)}' is taken as {names}. Is that so?"))
        if not other and prefer == "couple":
            self.draft.ask(Question(self.text(phrase), f"'{self.text(phrase)}': who are they?"))
        return (*self.teller(), *other)

    def _owning(self, phrase: Phrase, without: Sequence[str], prefer: str) -> tuple[str, ...]:
        owner, noun = phrase.owner, phrase.noun
        if owner is None or noun is None or owner.pronoun not in {"she", "he"}:
            return self.people(owner, OWNER, without=without, prefer=prefer) if owner is not None else ()
        near = self._of_child_or_parent(phrase, owner)
        if near is not None:
            return near
        subject = self.discourse.subject
        if noun.relation in PARTNERS and self.discourse.inside and len(subject) == 1:
            known, age = self.draft.pronoun(subject[0])[0], self.draft.age(subject[0])
            if known in {"", owner.pronoun} and (age is None or age >= YOUNG) and subject[0] not in without:
                return subject  # "her mother lives with her partner"
        if noun.relation in PARTNERS | CHILDREN:
            young = [somebody for somebody in self.draft.persons if (self.draft.age(somebody) or YOUNG) < YOUNG]
            without = (*without, *young)
        if ("own" in phrase.adjectives or noun.word.startswith("own-")) and len(self.discourse.subject) == 1:
            return self.discourse.subject
        named = {other.name for other in phrase.apposed}
        unlikely = []
        if noun.relation in {"parent", "birth_parent"} and named:
            wanted = {"female": "she", "male": "he"}.get(noun.gender, "")
            kinds = ("birth",) if noun.relation == "birth_parent" else ("birth", "adopted")
            unlikely = [
                somebody
                for somebody in self.draft.persons
                for parent in self.draft.parents(somebody, kinds)
                if self.draft.pronoun(parent)[0] == wanted
                and not self.draft.unnamed(parent)
                and not named & {str(self.draft.persons[parent]["name"]), self.draft.name(parent)}
            ]
        elif noun.relation in {"parent", "birth_parent"}:
            unlikely = [
                somebody
                for somebody in self.draft.persons
                if {*self.draft.parents(somebody)} & {*self.discourse.subject}
                and any(
                    self.draft.pronoun(parent)[0] == {"female": "she", "male": "he"}.get(noun.gender)
                    for parent in self.draft.parents(somebody)
                    if parent in self.discourse.subject
                )
            ]  # "Angela and Millie live with her mum"
        nameless = self._of_nameless_parent(noun, owner) if named else ()
        if nameless:
            return nameless
        return self.discourse.pronoun(owner.pronoun, self.text(owner), without=without, unlikely=unlikely, of=True)

    def _of_nameless_parent(self, noun: KinNoun, owner: Phrase) -> tuple[str, ...]:
        """As in "since his mum was sectioned ... His mum, Denise": the only one whose mother has no name yet."""
        if noun.relation not in {"parent", "birth_parent"}:
            return ()
        nameless = [
            somebody
            for somebody in self.discourse.presence
            if somebody in self.draft.persons and self.draft.pronoun(somebody)[0] in {"", owner.pronoun}
            for parent in self.draft.parents(somebody, ("birth",))
            if self.draft.unnamed(parent)
            and parent not in self.draft.not_known
            and self.draft.persons[parent].get("kind") != "unknown"
            and self.draft.persons[parent].get("gender") == noun.gender
        ]
        if len(nameless) == 1:
            self.discourse.mention(nameless, OWNER)
        return tuple(nameless) if len(nameless) == 1 else ()

    def _of_child_or_parent(self, phrase: Phrase, owner: Phrase) -> tuple[str, ...] | None:
        """Whose, behind "Leanne's mum is Sue": "her dad" is Leanne's, "her brother" is asked about; else ``None``."""
        sentence, child, parent, gender = self.discourse.parent_of
        noun = phrase.noun
        if noun is None or sentence != self.draft.sentence:
            return None
        both = tuple(self.draft.persons.now(person) for person in (child, parent))
        fits = [person for person in both if self.draft.pronoun(person)[0] in {"", owner.pronoun}]
        if noun.relation == "parent" and gender != noun.gender and both[0] in fits:
            return both[:1]
        if noun.relation not in SIBLINGS | {"grandparent", "aunt", "cousin"} or len(fits) != len(both):
            return None
        named = self.text(phrase)
        answer = self.discourse.answered(named)
        if answer not in both:
            choices = tuple((person, f"of {self.draft.name(person)}") for person in both)
            taken = self.draft.name(child)
            self.draft.ask(Question(named, f"'{named}' is taken as of {taken}. Whose?", choices))
        return (answer,) if answer in both else both[:1]

    def focus(self) -> tuple[str, ...]:
        """The children whose family is told: those in focus, else the last who were spoken of together, else all."""
        if self.draft.family.focus:
            return tuple(self.draft.family.focus)
        if self.discourse.teller and (self.draft.age(self.teller()[0]) or ADULT) < ADULT:
            return self.teller()
        children = [group.people for group in self.discourse.groups if group.kind == "children"]
        if children:
            return children[-1]
        young = [person for person in self.draft.persons if self.draft.human(person) and self.draft.is_child(person)]
        alone = [
            person for person in self.draft.persons if self.draft.human(person) and not self.draft.partners(person)
        ]
        return tuple(young or (alone if len(alone) == 1 and len(self.draft.persons) == 1 else ()))

    def household(self) -> tuple[str, ...]:
        """Whom "the family" means: the children, and the parents who live with them as far as is told."""
        children = self.focus()
        parents = [parent for child in children for parent in self.draft.parents(child)]
        gone = {somebody for event in self.draft.events if event["what"] == "moved out" for somebody in event["who"]}  # type: ignore[attr-defined]  # a tuple
        here = [
            somebody
            for somebody in dict.fromkeys(parents)
            if somebody not in gone
            and not self.draft.persons[somebody].get("whereabouts")
            and not self.draft.persons[somebody].get("died")
            and not self.draft.unnamed(somebody)
        ]
        others = {parent: {*self.draft.partners(parent, current=True)} for parent in here}
        if len(here) > 1 and any(mates and not mates & {*here} for mates in others.values()):
            names = " and ".join(self.draft.name(somebody) for somebody in children)
            self.draft.ask(Question("the family", f"'the family' is taken as {names}. Which of their parents too?"))
            return children  # one of the parents has another partner
        homes = [
            parent
            for parent in here
            if all(
                not self.draft.partners(parent) or parent in self.draft.partners(other) or parent == other
                for other in here
            )
        ]
        return (*homes, *children)


def _joined(words: Sequence[Word]) -> str:
    text = " ".join(word.text for word in words)
    for mark in (",", ".", ";", ":", ")", "'s", "’s"):
        text = text.replace(f" {mark}", mark)
    return text.replace("( ", "(")
