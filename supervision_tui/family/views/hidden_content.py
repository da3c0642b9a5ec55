"""What of a family is kept from somebody, and whether words tell of it: the one rule behind lists, titles and drawings.

A list, a title or a drawing may be seen by anybody who looks over a shoulder, so nothing of it stands there; whoever
asks for it by name (``--hidden``, the list of what is handled with care) sees all. Source: content specification 7.2
and 7.6 (who reads what); 3.4 (f): a doubted or hidden link is never said as a fact.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Protocol

from supervision_tui.family import edits
from supervision_tui.family.model.couples import words_a_couple
from supervision_tui.family.model.parentages import DESCENT
from supervision_tui.family.recognition.common_words import is_common
from supervision_tui.text import EMPTY_LINE, EMPTY_TEXT, Line
from supervision_tui.text_folding import fold, words

if TYPE_CHECKING:
    from supervision_tui.family.model.family import Family
    from supervision_tui.family.model.households import Household
    from supervision_tui.family.model.parentages import Parentage
    from supervision_tui.family.model.persons import Person
    from supervision_tui.family.model.safeguarding import HiddenFact
    from supervision_tui.family.model.unions import Union

STEM = 5
"""Letters by which two words are taken for one: leave, leaving; adopt, adopted."""
SHARED = 2
"""Words that a text must share with a fact to tell it: so many, and half of either's; of whom it is about, all."""
_SMALL = frozenset(
    {
        "a", "an", "and", "are", "as", "at", "be", "been", "but", "by", "did", "do", "does", "for", "from", "had",
        "has", "have", "he", "her", "hers", "him", "his", "i", "in", "into", "is", "it", "its", "me", "my", "not", "of",
        "off", "on", "or", "our", "out", "she", "so", "that", "the", "their", "them", "they", "this", "to", "up", "us",
        "we", "were", "what", "when", "where", "which", "who", "will", "with", "would", "you", "your", "yet", "until",
        "must", "may", "can", "could", "should", "was",
    }
)  # fmt: skip
"""Words that tell nothing by themselves."""
UNNAMED_HOME = "A home that is not named"
"""What stands for the name of a home that is not safe to record."""


class PersonWithCare(Protocol):
    """Somebody, as far as it matters here whether they are kept from anybody."""

    @property
    def id(self) -> str:
        """Their id."""

    @property
    def name(self) -> str:
        """Their name."""

    @property
    def called(self) -> str:
        """The name people use."""

    @property
    def secret(self) -> bool:
        """Whether they are a secret of the family."""

    @property
    def hidden_from(self) -> tuple[str, ...]:
        """Who must not learn of them."""


class EventWithCare(Protocol):
    """Something that happened, as far as it matters here whether it is kept from anybody."""

    @property
    def id(self) -> str:
        """Its id."""

    @property
    def what(self) -> str:
        """What happened."""

    @property
    def who(self) -> tuple[str, ...]:
        """To whom, by id."""

    @property
    def where(self) -> str:
        """Where."""

    @property
    def hidden_from(self) -> tuple[str, ...]:
        """Who must not learn of it."""


class HomeWithCare(Protocol):
    """A home, as far as it matters here whether it may be written down."""

    @property
    def name(self) -> str:
        """Its name."""

    @property
    def address(self) -> str:
        """Its address."""

    @property
    def safe_to_record(self) -> bool:
        """Whether its name may be written down."""


@dataclass(frozen=True, slots=True)
class _Told:
    """Words that must not be told: the *stems* of them, whom they are *about*, whether all are *common* words."""

    stems: frozenset[str]
    about: frozenset[str]
    common: bool = False

    def is_in(self, stems: frozenset[str], people: frozenset[str]) -> bool:
        """Whether a text of these *stems*, about these *people*, tells it."""
        shared = len(self.stems & stems)
        fewest = min(len(self.stems), len(stems)) if stems else 0
        if len(self.stems) == 1:
            return bool(shared and (not self.common or self.about & people))
        whole = bool(shared) and shared == fewest and bool(self.about & people)
        return whole or (shared >= SHARED and 2 * shared >= fewest)


def _told(text: str, about: Iterable[str]) -> _Told:
    """*text* as words that must not be told."""
    found = [word for word, _, _ in words(text) if word not in _SMALL]
    return _Told(frozenset(map(_stem, found)), frozenset(about), all(map(is_common, found)))


class HiddenContent:
    """What is kept from somebody: *people* and *events* by id, and what words would tell of it.

    Args:
        persons: everybody in the family.
        events: what happened.
        facts: the hidden facts.
        homes: the homes, for names and addresses that are not safe to record.
    """

    def __init__(
        self,
        persons: Iterable[PersonWithCare],
        events: Iterable[EventWithCare] = (),
        facts: Iterable[HiddenFact] = (),
        homes: Iterable[HomeWithCare] = (),
    ) -> None:
        everybody = tuple(persons)
        self._everybody = everybody
        self.people = frozenset(person.id for person in everybody if person.secret or person.hidden_from)
        happened = tuple(events)
        self._told = [_told(fact.fact, [fact.about]) for fact in facts]
        self._told += [_told(event.what, event.who) for event in happened if event.hidden_from]
        self._told = [secret for secret in self._told if secret.stems]
        self._places = tuple(
            found
            for home in homes
            for place in (home.address, "" if home.safe_to_record else home.name)
            if (found := _squeezed(place))
        )
        self.events = frozenset(
            event.id
            for event in happened
            if event.hidden_from or self.people & set(event.who) or self.tells(f"{event.what} {event.where}", event.who)
        )

    @cached_property
    def _names(self) -> dict[str, frozenset[str]]:
        """The words of everybody's name, by id: worked out where something is kept from somebody at all."""
        return {person.id: _stems_of_name(person) for person in self._everybody}

    @cached_property
    def _any_name(self) -> frozenset[str]:
        return frozenset().union(*self._names.values())

    @cached_property
    def _hidden_names(self) -> frozenset[str]:
        """Words of hidden people's names that are in nobody else's."""
        seen = frozenset().union(*(names for ident, names in self._names.items() if ident not in self.people))
        return frozenset(word for ident in self.people for word in self._names[ident] if word not in seen)

    @classmethod
    def of(cls, family: Family) -> HiddenContent:
        """What is hidden in *family*, worked out once."""
        found = family.index.memory.get("hidden content")
        if not isinstance(found, cls):
            found = cls(family.persons, family.events, family.hidden_facts, family.households)
            family.index.memory["hidden content"] = found
        return found

    @property
    def is_empty(self) -> bool:
        """Whether nothing is kept from anybody."""
        return not (self.people or self._told or self._places)

    def tells(self, text: str, about: Iterable[str] = ()) -> bool:
        """Whether *text*, about people of these ids, names somebody hidden, tells a hidden fact or an unsafe place."""
        if self.is_empty or not text:
            return False
        found = words(text)
        stems = frozenset(
            _stem(word) for word, _, _ in found if word not in _SMALL and not _is_of(self._any_name, word)
        )
        if any(_is_name(text[start], word) and word in self._hidden_names for word, start, _ in found):
            return True
        found_words = {word for word, _, _ in found}
        people = frozenset(about) | {person for person, names in self._names.items() if names & found_words}
        if any(secret.is_in(stems, people) for secret in self._told):
            return True
        squeezed = _squeezed(text)
        return any(place in squeezed for place in self._places)


def hides_parentage(link: Parentage) -> bool:
    """Whether who the parents are is kept from somebody, the child among them."""
    return bool(link.hidden_from) or not link.show_child


def is_hidden_union(union: Union) -> bool:
    """Whether a union is kept secret, or was one that nobody may have known of."""
    return union.secret or union.kind == "secret"


def kept_back_people(family: Family) -> frozenset[str]:
    """People of whom some relatives must not learn, because a fact about them is hidden and they are not near.

    The children in focus and their parents are known to everybody, whatever is hidden about them.
    """
    close = {*family.focus, *(parent.id for child in family.focus for parent in family.parents_of(child))}
    back = {fact.about for fact in family.hidden_facts if fact.hide_from and fact.about not in close}
    owners = {f"{fold(family.person(person).short_name)}'s" for person in back}
    theirs = {person.id for person in family.persons if any(word in owners for word, _, _ in words(person.name))}
    return frozenset(back | (theirs - close))


def doubted_parents(family: Family, link: Parentage) -> frozenset[str]:
    """Whom the doubt about *link* is about; where it is not told apart, everyone but the one who gave birth."""
    if link.doubted_parents:
        return frozenset(link.doubted_parents)
    if not link.doubted:
        return frozenset()
    unsure = {parent for parent in link.parents if family.person(parent).gender != "female" or link.kind not in DESCENT}
    return frozenset(unsure)


def count_hidden(family: Family) -> int:
    """How many things of *family* are kept from somebody: facts, people, events, parentages, unions, homes."""
    hidden = HiddenContent.of(family)
    links = sum(hides_parentage(link) for link in family.parentages)
    unions = sum(map(is_hidden_union, family.unions))
    abuse = sum(words_a_couple(family, event) for event in family.events)
    return len(family.hidden_facts) + len(hidden.people) + len(hidden.events) + links + unions + abuse


def without_hidden(family: Family) -> Family:
    """*family* as it may lie on a table: without what is kept from somebody, and no doubt about a parent as a fact.

    People and homes that must not be known, events and words that tell of it, secret unions are gone, and what tells of
    abuse as of a union. Of a parentage
    that is kept from somebody the parents remain whom nobody doubts; one that is hidden as a whole goes.
    """
    hidden = HiddenContent.of(family)
    links = tuple(shown_link for link in family.parentages if (shown_link := _without_doubt(family, link)) is not None)
    unions = tuple(union for union in family.unions if not is_hidden_union(union))
    abuse = [event.id for event in family.events if words_a_couple(family, event)]
    if hidden.is_empty and not abuse and links == family.parentages and unions == family.unions:
        return family
    bare = family.replaced(
        parentages=edits.with_homes(links),
        unions=unions,
        hidden_facts=(),
        households=tuple(_home(home) for home in family.households),
        events=tuple(
            event.replaced(
                where=EMPTY_LINE if hidden.tells(event.where) else event.where,
                effect_on_child=EMPTY_TEXT if hidden.tells(event.effect_on_child, event.who) else event.effect_on_child,
                note=EMPTY_TEXT,
            )
            for event in family.events
            if event.id not in hidden.events and event.id not in abuse
        ),
        quotes=tuple(quote for quote in family.quotes if not hidden.tells(quote.words, [quote.who])),
        strengths=tuple(strength for strength in family.strengths if not hidden.tells(strength.words, strength.who)),
        worries=tuple(worry for worry in family.worries if not hidden.tells(worry.words, worry.who)),
        hypotheses=tuple(idea for idea in family.hypotheses if not hidden.tells(idea.words, idea.about)),
        contacts=tuple(contact for contact in family.contacts if not hidden.tells(contact.note, contact.who)),
        resources=tuple(
            resource
            for resource in family.resources
            if not hidden.tells(f"{resource.name} {resource.safety}", (link.person for link in resource.links))
        ),
        ties=tuple(
            tie.replaced(words=EMPTY_LINE) if hidden.tells(tie.words, (tie.a, tie.b)) else tie for tie in family.ties
        ),
        persons=tuple(without_hidden_words(hidden, person) for person in family.persons),
        **{field: EMPTY_TEXT for field in _FREE_TEXTS if hidden.tells(getattr(family, field))},
    )
    for person in hidden.people:
        bare = edits.RemovePerson(person).apply(bare)[0]
    return bare


def _home(home: Household) -> Household:
    """*home* without its address, and without a name that must not be written down."""
    return home.replaced(address=EMPTY_LINE, name=home.name if home.safe_to_record else Line(UNNAMED_HOME))


_FREE_TEXTS = ("referral", "team_question", "notes")
_OF_A_PERSON = ("role", "occupation", "education", "whereabouts", "cause_of_death", "immigration", "note")


def without_hidden_words(hidden: HiddenContent, person: Person) -> Person:
    """*person* without the words that tell of something hidden."""
    fields = [field for field in _OF_A_PERSON if hidden.tells(str(getattr(person, field)), [person.id])]
    return person.replaced(**dict.fromkeys(fields, EMPTY_LINE)) if fields else person


def _without_doubt(family: Family, link: Parentage) -> Parentage | None:
    """*link* as far as it may be told: ``None`` where nothing of it may."""
    if not hides_parentage(link):
        return link
    sure = tuple(parent for parent in link.parents if parent not in doubted_parents(family, link))
    if not link.doubted or not sure:
        return None
    return link.replaced(parents=sure, doubted=False, doubted_parents=(), hidden_from=(), show_child=True)


def _stems_of_name(person: PersonWithCare) -> frozenset[str]:
    return frozenset(word for word, _, _ in words(f"{person.name.split('(')[0]} {person.called}"))


def _is_name(first: str, word: str) -> bool:
    """Whether a word may be a name where it stands: one of every day is a name only with a capital."""
    return not is_common(word) or not first.islower()


def _is_of(names: frozenset[str], word: str) -> bool:
    """Whether *word* is one of the *names*, or is what belongs to somebody called so."""
    return word in names or word.removesuffix("'s") in names


def _stem(word: str) -> str:
    bare = word.removesuffix("'s")
    return bare[:STEM] if not bare.isdigit() else bare


def _squeezed(text: str) -> str:
    """Words with one blank between, and one at each end; "" for none."""
    return f" {' '.join(found)} " if (found := [word for word, _, _ in words(text)]) else ""
