"""Whom a phrase means: who was spoken of lately, in which part of the sentence, and who can be "she".

After centering (Grosz, Joshi and Weinstein 1995): the subject of the sentence before is the likeliest, then what it
spoke of, then those before. Where two are as likely, it is asked.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field

from supervision_tui.family.model.parentages import ParentageKind
from supervision_tui.family.narrative.draft import Draft
from supervision_tui.family.narrative.draft_people import ADULT
from supervision_tui.family.narrative.grammar.kin_nouns import PARENT_TITLES
from supervision_tui.family.shorthand import Question

SUBJECT, OBJECT, OWNER, ASIDE = 3.0, 2.0, 2.8, 1.0
TOPIC = 3.6
"""Whoever a pronoun stands for is what the telling is about just now (the backward-looking centre)."""
_HERE = 2.0
"""The subject of a clause is likelier to be who "his" is in it."""
_FADES = 0.72
"""How much of somebody's presence is left a sentence later."""
_AS_LIKELY = 0.86
"""A second one as likely as this is asked about."""
_NEAR = 4
"""Sentences back in which a group is looked for."""


@dataclass(slots=True)
class Group:
    """People who were spoken of together: *kind* ``couple``, ``children`` or ``list``, in which *sentence*."""

    people: tuple[str, ...]
    kind: str
    sentence: int


@dataclass(slots=True)
class Discourse:
    """Who has been spoken of, and whom the words for people mean; *inside* a clause, behind its subject.

    *teller* is who says "my", where somebody does; *first_person* that "I" is that person too. *antecedent* are whom
    "whom" means in a relative clause. *spliced* says that the clause follows another behind a bare comma: "We have a
    daughter, Imani, she is 3"; *joined* that it follows another of the sentence behind "and" or "but". *first_told* is
    the sentence in which each was first spoken of. *parent_of* is whose
    mother or father was told last: in which sentence, whose, and of which gender. *fosters* says that whoever tells
    is a foster carer, *fostered* are the children of whom "we" was said before the other carer was told of,
    and *care_of_both* how both look after them. *foster_carers* are those who were told to be.
    *reporter* is who tells what was done, in "Ben said that Lee hit him". *careful* says that nobody is to be taken
    as meant where two can be: harm is told.
    """

    draft: Draft
    presence: dict[str, tuple[int, float]] = field(default_factory=dict)
    groups: list[Group] = field(default_factory=list)
    subject: tuple[str, ...] = ()
    last: tuple[str, ...] = ()
    antecedent: tuple[str, ...] = ()
    titles: dict[str, str] = field(default_factory=dict)
    inside: bool = False
    reporter: str = ""
    careful: bool = False
    teller: str = ""
    first_person: bool = False
    spliced: bool = False
    joined: bool = False
    first_told: dict[str, int] = field(default_factory=dict)
    parent_of: tuple[int, str, str, str] = (-1, "", "", "")
    fosters: bool = False
    own_parents: bool = False
    fostered: list[str] = field(default_factory=list)
    care_of_both: ParentageKind = "foster"
    foster_carers: set[str] = field(default_factory=set)

    def mention(self, people: Iterable[str], weight: float) -> None:
        """*people* are spoken of now, as subject, object or aside."""
        here = self.draft.sentence
        people = tuple(dict.fromkeys(people))
        for somebody in people:
            self.first_told.setdefault(somebody, here)
            at, before = self.presence.get(somebody, (here, 0.0))
            left = before * _FADES ** (here - at)
            self.presence[somebody] = (here, max(weight, left) + 0.1 * (weight >= SUBJECT))
        if len(people) > 1:
            children = all(self.draft.is_child(somebody) for somebody in people)
            self.note_group(people, "children" if children else "list")
        if weight > ASIDE:
            self.last = people or self.last

    def note_group(self, people: Iterable[str], kind: str) -> None:
        """*people* can be "they" from here on."""
        group = Group(tuple(dict.fromkeys(people)), kind, self.draft.sentence)
        if len(group.people) > 1:
            if any(other.kind == "couple" and set(other.people) == set(group.people) for other in self.groups):
                group.kind = "couple"
            self.groups = [other for other in self.groups if set(other.people) != set(group.people)]
            self.groups.append(group)

    def is_here(self, person: str) -> bool:
        """Whether somebody was spoken of in this sentence."""
        return self.presence.get(person, (-1, 0.0))[0] == self.draft.sentence

    def answered(self, about: str) -> str:
        """The answer to a question about words of this sentence; empty where it has none."""
        return self.draft.answered(about)

    def pronoun(
        self,
        pronoun: str,
        words: str,
        *,
        without: Iterable[str] = (),
        prefer: str = "",
        unlikely: Iterable[str] = (),
        of: bool = False,
    ) -> tuple[str, ...]:
        """Whom *pronoun* (``she``, ``he``, ``they``) means; nobody, and a question, where that is open.

        *without* cannot be meant; *unlikely* can hardly be (who has a mother already, for "her mum"); *of* says that
        the pronoun owns something ("his"); *prefer* is the kind of group that "they" most likely is.
        """
        answer = self.answered(words)
        if answer:
            return tuple(somebody for somebody in answer.split("+") if somebody in self.draft.persons)
        if self.teller:  # who is "I" or "we" in the same telling
            without = (*without, self.draft.persons.now(self.teller))
        if pronoun == "they":
            return self._they(words, set(without), prefer)
        weights = self._weights(pronoun, set(without))
        self._less_likely(weights, unlikely, of=of)
        for somebody in set(self.subject) & set(weights) if of and self.inside else ():
            if not self._told_with_own_child(somebody, weights):
                weights[somebody] *= _HERE
        if not weights:
            self.draft.ask(Question(words, f"'{words}': who is that?"))
            return ()
        ranked, rivals = self._ranked(weights, pronoun, of=of)
        if len(rivals) > 1:
            choices = tuple((somebody, self.draft.name(somebody)) for somebody in rivals)
            if self.careful or (self.inside and not of) or self.reporter:
                self.draft.ask(Question(words, f"'{words}': who is that?", choices))
                return ()
            taken = self.draft.name(ranked[0])
            self.draft.ask(Question(words, f"'{words}' is taken as {taken}. Who is that?", choices))
        self._remember(ranked[0], pronoun)
        self.mention((ranked[0],), TOPIC)
        return (ranked[0],)

    def _less_likely(self, weights: dict[str, float], unlikely: Iterable[str], *, of: bool) -> None:
        """Who can hardly be meant weighs less; so does who has no name, where the pronoun says whose something is."""
        for somebody in set(unlikely) & set(weights):
            weights[somebody] *= 0.3
        sure = [who for who in weights if self.is_here(who) and self.draft.pronoun(who)[0]]
        for somebody in weights if sure else ():  # "Debs is separated from Andy, but he still lives there"
            weights[somebody] *= 1.0 if self.draft.pronoun(somebody)[0] else 0.6
        for somebody in weights if of else ():
            weights[somebody] *= 0.75 if self.draft.unnamed(somebody) and somebody not in self.titles.values() else 1.0

    def _ranked(self, weights: dict[str, float], pronoun: str, *, of: bool) -> tuple[list[str], list[str]]:
        """Those whom a pronoun can mean, the likeliest first, and those of them who are about as likely as that one."""
        if self.reporter in weights and not of:
            rivals = [self.reporter, *self._children_instead(weights, pronoun)]
            return rivals, rivals
        here = [somebody for somebody in weights if self.is_here(somebody)]
        if self.inside and not self.careful and len(here) == 1 and self.draft.pronoun(here[0])[0] == pronoun:
            weights = {here[0]: weights[here[0]]}  # "Kirsty likes Fraser but Callum won't speak to him"
        just_told = "" if of else self._just_told(weights)
        ranked = [just_told] if just_told else sorted(weights, key=lambda somebody: -weights[somebody])
        rivals = [somebody for somebody in ranked if weights[somebody] >= _AS_LIKELY * weights[ranked[0]]]
        if self.inside and not of:
            new = [
                person
                for person in weights
                if self.first_told.get(person) == self.draft.sentence and person != ranked[0]
            ]
            rivals = list(dict.fromkeys([*rivals, *self._in_parallel(ranked), *new]))
        return ranked, rivals

    def _just_told(self, fitting: Collection[str]) -> str:
        """Whom a clause behind a bare comma goes on about: the one of *fitting* who is new in this sentence."""
        new = [somebody for somebody in fitting if self.first_told.get(somebody) == self.draft.sentence]
        return (
            next((somebody for somebody in self.last[::-1] if somebody in new), new[-1]) if self.spliced and new else ""
        )

    def _in_parallel(self, ranked: list[str]) -> list[str]:
        """Whom something was done to in the sentence before may be "him" to whom something is done now (Smyth 1994)."""
        at = self.presence[ranked[0]][0]
        before = [somebody for somebody in ranked if self.presence[somebody][0] == at < self.draft.sentence]
        return [somebody for somebody in before if self.presence[somebody][1] >= OBJECT]

    def _children_instead(self, fitting: Iterable[str], pronoun: str) -> list[str]:
        """Children who can be meant beside a grown-up who tells of it: "Noah cried. Dad said that Nan hit him"."""
        if self.draft.is_child(self.reporter):
            return []
        lately = [somebody for somebody in fitting if self.draft.sentence - self.presence[somebody][0] <= 1]
        return [
            somebody
            for somebody in lately
            if somebody != self.reporter
            and self.draft.is_child(somebody)
            and self.draft.pronoun(somebody)[0] == pronoun
        ]

    def _told_with_own_child(self, person: str, weights: Iterable[str]) -> bool:
        """As in "Leo's dad was violent to his mum": whether a child of *person* is told of and can be meant too."""
        return any(self.is_here(child) for child in self.draft.children(person) if child in weights)

    def _weights(self, pronoun: str, without: set[str]) -> dict[str, float]:
        here = self.draft.sentence
        found = {}
        for somebody, (at, weight) in self.presence.items():
            if (
                somebody in without
                or somebody not in self.draft.persons
                or self.draft.persons[somebody].get("kind", "person") not in {"person", "unknown"}
            ):
                continue
            known, stated = self.draft.pronoun(somebody)
            if known and known != pronoun and (stated or known != "they"):
                continue
            dead = self.draft.persons[somebody].get("died") or self.draft.persons[somebody].get("deceased")
            gone = 0.6 if dead and at != here else 1.0
            centre = here - at == 1 and self.subject == (somebody,)
            open_gender = 0.9 if at == here or centre else 0.6
            fits = 1.0 if known and stated else 0.97 if known else open_gender
            found[somebody] = gone * weight * _FADES ** (here - at) * fits
        return found

    def _remember(self, person: str, pronoun: str) -> None:
        known, stated = self.draft.pronoun(person)
        if not stated and pronoun in {"she", "he"} and known in {"", pronoun}:
            self.draft.persons[person]["pronouns"] = pronoun
            self.draft.note_fact("person", person, words=("pronouns",))

    def titled_parents(self) -> tuple[str, ...]:
        """Those who are spoken of as Mum and as Dad."""
        found = [self.draft.persons.now(person) for title, person in self.titles.items() if title in PARENT_TITLES]
        return tuple(dict.fromkeys(found))

    def _of_kin(self, people: Iterable[str], group: Group) -> bool:
        """Whether somebody of *group* is kin of one of *people*: "his mother has moved in with them"."""
        return any(self.draft.are_close_kin(somebody, other) for somebody in people for other in group.people)

    def _is_over(self, group: Group) -> bool:
        """Whether it is two who were a couple and are not any more."""
        first, *others = group.people
        known = [other for other in others if other in self.draft.partners(first)]
        return bool(known) and not any(other in self.draft.partners(first, current=True) for other in known)

    def _singular(self, without: set[str]) -> str:
        """Who uses "they" for themselves, if they were spoken of as lately as any group."""
        latest = self.groups[-1].sentence if self.groups else -1
        fits = [
            somebody
            for somebody, (at, _) in self.presence.items()
            if somebody in self.draft.persons
            and somebody not in without
            and self.draft.persons[somebody].get("pronouns") == "they"
            and (at >= latest or somebody in self.subject)
        ]
        return fits[0] if len(fits) == 1 else ""

    def _young(self, group: Group) -> bool:
        """Whether those told of together are all children."""
        return all(self.draft.is_child(somebody) for somebody in group.people)

    def _can_share_a_home(self, group: Group) -> bool:
        """Whether two can be a couple with a home: a girl under eighteen and her boyfriend have none others live in."""
        minor = group.kind == "couple" and any((self.draft.age(who) or ADULT) < ADULT for who in group.people)
        return not minor and (len(group.people) != 2 or self.draft.can_be_couple(*group.people))  # noqa: PLR2004 - two

    def _parents_of_latest(self, without: set[str]) -> tuple[str, ...]:
        """The two parents of a child of whom one was told in this sentence: "Kian's dad is Lee; they split up"."""
        here, lately = self.draft.sentence, 0 if without else 1
        children = [
            somebody
            for somebody, (at, _) in self.presence.items()
            if at >= here - lately and self.draft.is_child(somebody)
        ]
        children.sort(key=lambda somebody: self.presence[somebody][0])
        for child in children[::-1]:
            parents = tuple(self.draft.parents(child))
            any_here = any(here - self.presence.get(parent, (-9, 0.0))[0] <= lately for parent in parents)
            named = not any(self.draft.unnamed(parent) for parent in parents)
            if len(parents) == 2 and any_here and named and not without & set(parents):  # noqa: PLR2004 - two parents
                return parents
        return ()

    def _two_here(self, sentence: int) -> tuple[str, ...]:
        """The two of whom a *sentence* told: "Ebony's mum, Simone, drinks and they have not spoken since"."""
        here = tuple(who for who, (at, _) in self.presence.items() if who in self.draft.persons and at == sentence)
        told_here = any(group.sentence == self.draft.sentence for group in self.groups)
        return here if len(here) == 2 and not told_here else ()  # noqa: PLR2004 - two people

    def _own_siblings(self, without: set[str]) -> tuple[str, ...]:
        """The children of one parent of whom the last two sentences told: "Dawn's lad is 13 and her daughter is 11"."""
        if any(group.kind == "children" for group in self.groups if self.draft.sentence - group.sentence <= _NEAR):
            return ()
        lately = [somebody for somebody, (at, _) in self.presence.items() if self.draft.sentence - at <= 1]
        for parent in lately[::-1]:
            children = self.draft.children(parent) if parent in self.draft.persons else []
            own = tuple(child for child in children if child in lately and child not in without)
            if len(own) > 1:
                return own
        return ()

    def _all_children(self, without: set[str]) -> tuple[str, ...]:
        """Everybody under eighteen who was told of, where they are several."""
        young = [
            somebody
            for somebody in self.draft.persons
            if somebody not in without and self.draft.human(somebody) and (self.draft.age(somebody) or ADULT) < ADULT
        ]
        return tuple(young) if len(young) > 1 else ()

    def _names(self, people: Iterable[str]) -> str:
        return " and ".join(self.draft.name(somebody) for somebody in people)

    def _liked(self, near: list[Group], prefer: str, without: set[str]) -> list[Group]:
        """Of the groups *near* those that fit: couples or children where these are meant, kin of whoever is told of."""
        liked = [group for group in near if group.kind == prefer or (prefer == "children" and self._young(group))]
        liked = liked if prefer else []
        if prefer == "couple" and not without:  # "Debs lives with Steve, and they have Noah", who was with Andy before
            here = [
                group
                for group in near
                if group.sentence == self.draft.sentence
                and len(group.people) == 2  # noqa: PLR2004 - two people
                and not any(self.draft.is_child(person) for person in group.people)
            ]
            liked = here or liked
        if prefer == "couple" and not liked:
            liked = [group for group in near if group.kind == "list" and len(group.people) == 2]  # noqa: PLR2004 - two people
        near_kin = [
            group
            for group in liked
            if any(self.draft.are_close_kin(who, other) for who in without for other in group.people)
        ]
        liked = near_kin or liked
        return ([group for group in liked if not self._is_over(group)] if without else []) or liked

    def _they(self, words: str, without: set[str], prefer: str) -> tuple[str, ...]:
        alone = self._singular(without)
        own = self._own_siblings(without) if prefer == "children" and not alone else ()
        own = own or (self._two_here(self.draft.sentence) if self.joined and not prefer and not without else ())
        if alone or own:
            return (alone,) if alone else own
        parents = self._parents_of_latest(without) if prefer == "couple" else ()
        far = 2 * _NEAR if prefer == "couple" else _NEAR
        near = [
            group
            for group in self.groups
            if self.draft.sentence - group.sentence <= (far if group.kind == "couple" else _NEAR)
        ]
        near = [group for group in near if not without & set(group.people)] or near
        teller = self.draft.persons.now(self.teller) if self.teller else ""
        near = [
            Group(
                tuple(person for person in group.people if person in self.draft.persons and person != teller),
                group.kind,
                group.sentence,
            )
            for group in near
        ]
        if prefer == "children":  # a couple has no sister, and no father, in common
            others = [group for group in near if group.kind != "couple"]
            children = self._all_children(without) if near and not others else ()
            if children:
                self.draft.ask(Question(words, f"'{words}' is taken as {self._names(children)}. Is that so?"))
                return children
            near = others or near
        if prefer == "couple":
            near = [group for group in near if self._can_share_a_home(group)]
        liked = self._liked(near, prefer, without)
        if prefer == "couple" and parents and not any(group.sentence == self.draft.sentence for group in liked):
            return parents
        centred = [group for group in liked if len(self.subject) == 1 and self.subject[0] in group.people]
        group = next(iter((centred or liked or near)[::-1]), None)
        if group is not None and len(group.people) > 1:
            couples = [other for other in liked if other.kind == "couple" and not centred]
            parted = prefer == "couple" and bool(without) and self._is_over(group)
            kin = [
                who for who in group.people if parted and any(self.draft.are_close_kin(who, other) for other in without)
            ]
            people = tuple(kin) or group.people  # "her mum lives with them": not with her ex-husband
            if kin or (len(couples) > 1 and group.sentence < self.draft.sentence - 1):
                self.draft.ask(Question(words, f"'{words}' is taken as {self._names(people)}. Is that so?"))
            return people
        parents = self.titled_parents()
        if len(parents) > 1:
            self.note_group(parents, "couple")
            return parents
        both = self._two_here(self.draft.sentence - 1) if not without else ()
        taken = f" is taken as {self._names(both)}. Is that so?" if both else ": who are they?"
        self.draft.ask(Question(words, f"'{words}'{taken}"))
        return both
