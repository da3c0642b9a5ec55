"""The people of a family while it is told, each fact with the sentence that said it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Literal

from supervision_tui.family.dates import PartialDate
from supervision_tui.family.narrative.grammar.name_guide import usual_pronoun
from supervision_tui.family.shorthand import Question
from supervision_tui.family.shorthand.parts import NO_NAME, free_id
from supervision_tui.text_folding import name_key

if TYPE_CHECKING:
    from supervision_tui.family.model.family import Family

ADULT = 18
_TITLES = {"mr": "he", "mrs": "she", "ms": "she", "miss": "she", "dr": "", "mx": ""}
_PRONOUN = {"female": "she", "male": "he"}

FactKind = Literal["person", "parent", "sibling", "union", "tie", "event", "home", "resource", "note"]


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing that a sentence said: of which *kind*, about whom or what (*key*), and the *fields* or words of it."""

    kind: FactKind
    key: tuple[str, ...]
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class AtAge:
    """A part of the draft whose time is when *person* was *years* old: its *fields*, and the *name* of the date."""

    person: str
    years: int
    fields: dict[str, object]
    name: str


class People(dict[str, dict[str, object]]):
    """Fields of everybody by id; whoever turned out to be somebody else is found under the former id too."""

    def __init__(self) -> None:
        super().__init__()
        self.same: dict[str, str] = {}

    def now(self, person_id: str) -> str:
        """The id under which somebody is found now."""
        while person_id not in self and person_id in self.same:
            person_id = self.same[person_id]
        return person_id

    def __missing__(self, person_id: str) -> dict[str, object]:
        return self[self.same[person_id]]


@dataclass(slots=True)
class DraftPeople:
    """The people told up to here, on *today*, of a *family* that may have some already, and what was asked of them.

    *sentence* is the number, from nought, of the sentence that is read; *noted* how often something was noted, the same
    again too; *answers* are to questions asked before.
    """

    family: Family
    today: date
    persons: People = field(default_factory=People)
    descriptions: dict[str, str] = field(default_factory=dict)
    facts: dict[int, list[Fact]] = field(default_factory=dict)
    questions: dict[int, list[Question]] = field(default_factory=dict)
    sentence: int = 0
    noted: int = 0
    answers: Mapping[str, str] = field(default_factory=dict)

    def note_fact(self, kind: FactKind, *key: str, words: Iterable[str] = ()) -> None:
        """Remember that the present sentence said this."""
        fact = Fact(kind, key, tuple(words))
        self.noted += 1
        facts = self.facts.setdefault(self.sentence, [])
        if fact not in facts:
            facts.append(fact)

    def ask(self, question: Question) -> None:
        """Ask about something in the present sentence, once."""
        asked = self.questions.setdefault(self.sentence, [])
        if question.about not in {other.about for other in asked}:
            asked.append(question)

    def answered(self, about: str) -> str:
        """The answer to a question about words of the present sentence; empty where it has none."""
        return self.answers.get(f"{self.sentence + 1}:{about}", "")

    def add_person(self, name: str = "", description: str = "", **fields: object) -> str:
        """A new person; without a name they are told by a *description* ("Dean's mum"). Returns the id."""
        person_id = free_id(name or description or "person", self.persons)
        self.persons[person_id] = {"id": person_id, "name": name or NO_NAME, **fields}
        if description:
            self.descriptions[person_id] = description
        self.note_fact("person", person_id, words=("name", *fields))
        return person_id

    def add_note(self, person_id: str, words: str) -> None:
        """Keep *words* with somebody as a note."""
        note = str(self.persons[person_id].get("note") or "")
        if words not in note:
            self.persons[person_id]["note"] = f"{note} {words}".strip()
        self.note_fact("note", person_id, words=(words,))

    def name(self, person_id: str) -> str:
        """What somebody is called in a sentence about them."""
        person = self.persons[person_id]
        name = str(person["name"])
        if name == NO_NAME:
            return str(person.get("called") or self.descriptions.get(person_id) or "somebody whose name is not known")
        return str(person.get("called") or (name.split(maxsplit=1)[0] if self._lone(name) else name))

    def _lone(self, name: str) -> bool:
        first = name.split(maxsplit=1)[0]
        return sum(str(person["name"]).split()[0] == first for person in self.persons.values()) == 1

    def named(self, name: str) -> list[str]:
        """Those who bear *name*: whole, as called, or as the first word; nobody twice."""
        key = name_key(name)
        whole = [
            somebody
            for somebody, person in self.persons.items()
            if key in {name_key(str(person["name"])), name_key(str(person.get("called", "")))}
        ]
        first = [
            somebody for somebody, person in self.persons.items() if key == name_key(str(person["name"]).split()[0])
        ]
        begun = [] if " " not in name else [
            somebody for somebody, person in self.persons.items()
            if name_key(name.split(maxsplit=1)[0]) == name_key(str(person["name"])) and not person.get("kind")
        ]  # fmt: skip
        return list(dict.fromkeys(whole or first or begun))

    def by_surname(self, name: str) -> list[str]:
        """Those whom a surname alone means, or one with a title: "Mills", "Mrs Adeyemi"."""
        *titles, surname = name_key(name).split() or [""]
        if len(titles) > 1 or (titles and titles[0] not in _TITLES):
            return []
        bearers = [
            somebody
            for somebody, person in self.persons.items()
            if len(words := name_key(str(person["name"])).split()) > 1 and words[-1] == surname
        ]
        if titles:
            same = [bearer for bearer in bearers if name_key(str(self.persons[bearer]["name"])).split()[0] == titles[0]]
            side = _TITLES[titles[0]]
            bearers = same or [bearer for bearer in bearers if side and self.pronoun(bearer)[0] == side]
        return bearers

    def unnamed(self, person_id: str) -> bool:
        """Whether nobody has said this person's name."""
        return self.persons[person_id]["name"] == NO_NAME

    def pronoun(self, person_id: str) -> tuple[str, bool]:
        """The pronoun for somebody, and whether it was said (rather than usual for the name); empty where open."""
        person = self.persons[person_id]
        pronouns = str(person.get("pronouns") or _PRONOUN.get(str(person.get("gender", "")), ""))
        return (pronouns, True) if pronouns else (usual_pronoun(str(person["name"])), False)

    def age(self, person_id: str) -> int | None:
        """Years of somebody today, at least; ``None`` where nothing says it."""
        born = self.persons[person_id].get("born")
        if not isinstance(born, PartialDate):
            return None
        return (
            self.today.year
            - born.latest.year
            - ((self.today.month, self.today.day) < (born.latest.month, born.latest.day))
        )

    def human(self, person_id: str) -> bool:
        """Whether somebody is neither a pet nor a professional."""
        return self.persons[person_id].get("kind", "person") in {"person", "unknown", "unborn"}
