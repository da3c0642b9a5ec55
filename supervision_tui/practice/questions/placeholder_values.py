"""Everyone and everything that may go into each placeholder, for one child: rule (a) of content specification 3.4."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace

from supervision_tui.family import Person, Resource, kinship
from supervision_tui.practice.questions.conditions import is_in_care
from supervision_tui.practice.questions.event_nouns import events, month_or_year
from supervision_tui.practice.questions.family_scope import FamilyScope
from supervision_tui.practice.questions.wording import PlaceholderValue

_PARENT_WORDS = {"female": "mum", "male": "dad"}
_GRANDPARENT_WORDS = {"female": "nan", "male": "grandad"}
_SPOKEN_WORDS = frozenset(
    {"nan", "nana", "nanny", "gran", "granny", "grandma", "grandad", "grandpa", "babcia", "mum", "dad"}
)
"""Names that are kin words already."""
PLACES = frozenset({"place", "school", "faith"})
WORKERS = ("teacher", "lead", "senco", "coach", "nurse", "mentor", "worker", "officer", "team")
COMMON_NOUNS = frozenset(
    {"advocate", "army", "association", "bank", "centre", "chapel", "charity", "church", "clinic", "club", "coach"}
    | {
        "college",
        "council",
        "court",
        "estate",
        "flat",
        "foodbank",
        "gp",
        "guardian",
        "group",
        "gurdwara",
        "gym",
        "home",
    }
    | {"hospital", "hostel", "house", "hub", "library", "line", "mentor", "midwife", "mosque", "network", "nursery"}
    | {"nurse", "office", "officer", "park", "partnership", "police", "pool", "practice", "prison", "project", "refuge"}
    | {"school", "service", "services", "shop", "society", "solicitor", "solicitors", "surgery", "synagogue", "teacher"}
    | {"team", "temple", "therapist", "trust", "unit", "university", "visitor", "worker"}
)
"""Words with an article at the end of a name, however they are written ("the Elm Road Clinic")."""
INITIALS_ALONE = frozenset({"CAMHS"})
"""Initials that are said without an article."""
LONGEST_KIN = 2
"""Words of a kinship term; a longer one ("half-brother's wife") explains nothing in a short reason."""
PLACES_FOR_TEAM = PLACES | {"online", "transport"}


class PlaceholderValues:
    """Candidates for each placeholder; *given* are words that a worker gave."""

    def __init__(self, scope: FamilyScope, given: Mapping[str, str]) -> None:
        self.scope = scope
        self._given = given
        self._known: dict[str, list[PlaceholderValue]] = {}

    def of(self, name: str, chosen: Mapping[str, PlaceholderValue]) -> list[PlaceholderValue]:
        """Candidates for the placeholder *name*, given those already *chosen* in the same prompt."""
        if name in self._given:
            return [PlaceholderValue(self._given[name])]
        if name in {"partner", "ex_partner"}:
            return self._partners(chosen, current=name == "partner")
        if name not in self._known:
            find = _FINDERS.get("person" if name in {"person2", "person3"} else name)
            self._known[name] = list(find(self)) if find else []
        return self._known[name]

    def _partners(self, chosen: Mapping[str, PlaceholderValue], *, current: bool) -> list[PlaceholderValue]:
        scope, parent = self.scope, chosen.get("parent")
        of = [candidate for candidate in scope.parents if parent is None or candidate.id == parent.person]
        word = "partner" if current else "former partner"
        return [
            self.person(partner, _is_said_to_be(partner, candidate, word))
            for candidate in of
            for partner in scope.partners(candidate, current=current)
        ]

    def carers_in_parents_place(self) -> list[PlaceholderValue]:
        """Those who care day by day for a child in care, or for one who lives with them and with no parent."""
        scope = self.scope
        parents = {parent.id for parent in scope.parents_of(scope.child)}
        with_carers = not parents & scope.at_home and any(carer.id in scope.at_home for carer in scope.carers)
        if not with_carers and not is_in_care(scope.child, scope.today):
            return []
        return self.kin((carer for carer in scope.carers if carer.id not in parents), "carer")

    def in_kin_words(self, value: PlaceholderValue) -> PlaceholderValue:
        """*value* as the child would say it; where two have the same word, with the name."""
        scope = self.scope
        for people, words in ((scope.parents, _PARENT_WORDS), (scope.grandparents, _GRANDPARENT_WORDS)):
            found = next((person for person in people if person.id == value.person), None)
            word = words.get(found.gender) if found else None
            if found is not None and word:
                alone = words is _PARENT_WORDS and sum(other.gender == found.gender for other in people) == 1
                is_word = found.short_name.casefold().split()[0] in _SPOKEN_WORDS
                return replace(
                    value, words=f"your {word}" if alone else f"your {'' if is_word else f'{word} '}{value.words}"
                )
        return value

    def in_harm(self, *, harming: bool) -> list[PlaceholderValue]:
        """Those who harm; or the child's parents who do not."""
        scope = self.scope
        if harming:
            people = (scope.family.person(person_id) for person_id in sorted(scope.harm.by))
            return [person_filler(person, "harm is flagged") for person in people if person.alive_at(scope.today)]
        safe = [parent for parent in scope.parents if parent.id not in scope.harm.by]
        return [
            person_filler(parent, f"{parent.short_name} is a parent who is harmed or stands beside") for parent in safe
        ]

    def kin(self, people: Iterable[Person], role: str) -> list[PlaceholderValue]:
        """People with what they are to the child: the word of kinship, or *role* where that is in doubt."""
        return [self.person(person, self._is(person, role)) for person in people]

    def _is(self, person: Person, role: str) -> str:
        child = self.scope.child
        found = kinship.kin(self.scope.family, child.id, person.id)
        word = found.words.split(",")[0]
        if not found.related or "(" in word or len(word.split()) > LONGEST_KIN:
            return _is_said_to_be(person, child, role) if role else f"{person.short_name} is close"
        elsewhere = " and lives elsewhere" if role.endswith("elsewhere") else ""
        return f"{_is_said_to_be(person, child, word)}{elsewhere}"

    def person(self, person: Person, why: str) -> PlaceholderValue:
        """*person* by the name that people use, told whether they are near."""
        return replace(person_filler(person, why), near=person.id in self.scope.near)

    def gendered(self, gender: str, role: str) -> list[PlaceholderValue]:
        """Parents of one gender, as they say it themselves."""
        return self.kin([parent for parent in self.scope.parents if parent.gender == gender], role)

    def resources(self, kinds: frozenset[str] | None, *, formal: bool = False) -> list[Resource]:
        """Resources linked to the child or the parents that may be said here."""
        scope = self.scope
        near = {scope.child.id, *(parent.id for parent in scope.parents)}
        return [
            resource
            for resource in scope.family.resources
            if resource.until is None
            and (resource.formal if formal else kinds is not None and resource.kind in kinds)
            and near & {link.person for link in resource.links}
            and (not scope.facing or scope.harm.may_be_named(resource))
        ]

    def places(self) -> list[PlaceholderValue]:
        """Places of the child's own week; facing the family none that is unsafe."""
        kinds = PLACES if self.scope.facing else PLACES_FOR_TEAM
        found = {place_words(resource): resource for resource in self.resources(kinds) if self._goes_there(resource)}
        return [PlaceholderValue(words, why=f"{words} is on the map") for words in found]

    def _goes_there(self, place: Resource) -> bool:
        """Whether the child does; a name that ends in a person's work (art teacher) is no place."""
        somebody = "school" not in place.name.casefold() and place.name.casefold().endswith(WORKERS)
        return not somebody and any(link.person == self.scope.child.id for link in place.links)

    def agencies(self) -> list[PlaceholderValue]:
        """Agencies round the child."""
        found = {the(resource.name): resource for resource in self.resources(None, formal=True)}
        return [PlaceholderValue(words, pronouns="they", why=f"{words} is on the map") for words in found]

    def happened(self, *, dated: bool) -> list[PlaceholderValue]:
        """Events as nouns, or their dates."""
        found = []
        for event, noun in events(self.scope):
            when = month_or_year(event.date) if event.date else ""
            if not dated:
                found.append(PlaceholderValue(noun, why=f"{noun} is on the timeline" + (f" ({when})" if when else "")))
            elif when:
                found.append(PlaceholderValue(when, why=f"{noun} was then"))
        return found

    def strengths(self) -> list[PlaceholderValue]:
        """What holds; never to the family where someone is harmed, since it may be a hidden act of safety."""
        if self.scope.facing and self.scope.harm.present:
            return []
        return [
            PlaceholderValue(_lowered(self.scope, strength.words), why="it is noted as a strength")
            for strength in self.scope.family.strengths
        ]

    def languages(self) -> list[PlaceholderValue]:
        """Languages other than English that the child or those near speak."""
        people = [self.scope.child, *self.scope.voices]
        found = {word: person for person in people for word in person.languages if word.casefold() != "english"}
        return [PlaceholderValue(word, why=f"{person.short_name} speaks {word}") for word, person in found.items()]

    def households(self) -> list[PlaceholderValue]:
        """The child's homes that may be named."""
        homes = [home for home, _ in self.scope.family.homes_of(self.scope.child.id) if home.safe_to_record]
        why = f"it is {self.scope.child.short_name}'s home"
        return [PlaceholderValue(home_words(home.name), why=why) for home in homes]


def person_filler(person: Person, why: str) -> PlaceholderValue:
    """*person* by the name that people use."""
    return PlaceholderValue(person.short_name, person.id, person.pronouns, why, person.dead)


def the(name: str) -> str:
    """*name* up to its first comma, with an article where English has one.

    A common noun takes it, also behind a name ("the arcade", "the Larkfield refuge", "the GP"); a name on its own, or
    what belongs to somebody, does not ("Brookside", "DC Hale", "Malmö", "Selma's"), nor does an address ("Flat 9").
    """
    short = name.split(",", maxsplit=1)[0].strip()
    words = short.split()
    owned = any(word[:1].isupper() and word.endswith(("'s", "s'", "’s", "s’")) for word in words)
    address = any(character.isdecimal() for character in short)
    if not words or owned or address or words[0].casefold() == "the":
        return short
    last = words[-1]
    common = last[:1].islower() or last.casefold() in COMMON_NOUNS or (last.isupper() and last not in INITIALS_ALONE)
    return f"the {short}" if common and last[:1].isalpha() else short


def home_words(name: str) -> str:
    """A home as it is said: "the hostel", "the foster home"; one with a name of its own as it is ("Marl Court")."""
    words = name.split(",", maxsplit=1)[0].split()
    return " ".join(words) if words and words[-1][:1].isupper() else the(name)


def place_words(resource: Resource) -> str:
    """A place as it is said: school without an article."""
    return "school" if resource.kind == "school" and "school" in resource.name.casefold() else the(resource.name)


def _lowered(scope: FamilyScope, words: str) -> str:
    """*words* with a small first letter, unless they begin with somebody's name."""
    first = words.split(" ", maxsplit=1)[0].removesuffix("'s")
    names = {person.short_name for person in scope.family.persons}
    return words if first in names or first[1:2].isupper() else words[:1].lower() + words[1:]


_FINDERS: dict[str, Callable[[PlaceholderValues], list[PlaceholderValue]]] = {
    "sibling": lambda f: f.kin(f.scope.siblings, "brother or sister"),
    "parent": lambda f: f.kin(f.scope.parents, "parent"),
    "mother": lambda f: f.gendered("female", "mother"),
    "father": lambda f: f.gendered("male", "father"),
    "absent_parent": lambda f: f.kin(f.scope.absent, "parent who lives elsewhere"),
    "grandparent": lambda f: f.kin(f.scope.grandparents, "grandparent"),
    "aunt_uncle": lambda f: f.kin(f.scope.aunts_uncles, "aunt or uncle"),
    "carer": lambda f: f.kin(f.scope.carers, "carer"),
    "friend": lambda f: f.kin(f.scope.friends, "friend"),
    "ancestor": lambda f: [
        person_filler(ancestor, f"{ancestor.short_name} has died and belongs to the line")
        for ancestor in f.scope.ancestors
    ],
    "pet": lambda f: [
        person_filler(person, "it lives with the family") for person in f.scope.family.persons if person.kind == "pet"
    ],
    "person": lambda f: f.kin(f.scope.voices, ""),
    "worker": lambda _: [PlaceholderValue("the worker")],
    "supervisor": lambda _: [PlaceholderValue("the supervisor")],
    "professional": lambda f: f.agencies(),
    "agency": lambda f: f.agencies(),
    "place": lambda f: f.places(),
    "event": lambda f: f.happened(dated=False),
    "event_date": lambda f: f.happened(dated=True),
    "strength": lambda f: f.strengths(),
    "language": lambda f: f.languages(),
    "household": lambda f: f.households(),
}


def _is_said_to_be(person: Person, other: Person, word: str) -> str:
    """What *person* is to the *other*; of somebody who is called by that alone, that their name is not known."""
    kin = f"{other.short_name}'s {word}"
    return f"{kin} is on the map, by no name" if person.short_name == kin else f"{person.short_name} is {kin}"
