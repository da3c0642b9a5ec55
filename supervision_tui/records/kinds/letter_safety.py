"""What does not go into a letter home by itself: what is hidden, and where harm is near, what tells of it or of help.

Source: content specification 3.6 (is it safe to write, post or leave this?), 7.2 and 7.6. What is found here is only
left out until a person brings it in, in words of their own; what is not found, a person reads before it is written.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from supervision_tui.family import Family
from supervision_tui.family.views import HiddenContent
from supervision_tui.lazy_pattern import lazy_pattern
from supervision_tui.practice.questions import FlaggedHarm
from supervision_tui.records.name_leaks import people_in
from supervision_tui.records.story import informant_in, is_private_source, names_source
from supervision_tui.session import first_name
from supervision_tui.text_folding import fold, words

APART = frozenset({"cut_off", "never_met"})
"""Kinds of ties of two who do not see each other."""
_SERVICES = lazy_pattern(
    r"\b(?:police|marac|refuge|idva|advocate|solicitor|barrister|court|judge|midwife|midwives|nurse|doctor|gp|clinic|"
    r"hospital|surgery|health visitor|therapist|counsell\w+|camhs|helpline|women'?s aid|shelter|probation|"
    r"perpetrator|domestic abuse|child protection|strategy (?:discussion|meeting)|section 47|s\.?47|safety plan\w*|"
    r"specialist|support service|charity|hostel|safe ?house)\b"
)
"""Services and proceedings that tell that help was sought, whatever a family has on its map."""
_HARM = lazy_pattern(
    r"\b(?:harm\w*|abus\w+|hit\w*|hurt\w*|violen\w+|afraid|scared|frighten\w*|threat\w*|bruis\w+|injur\w+|secret\w*|"
    r"danger\w*|unsafe|assault\w*|rap(?:e|ed)|exploit\w*|lock(?:s|ed)?|escap\w+|flee\w*|leav(?:e|es|ing) (?:him|her)|"
    r"controls?|controlling|tell nobody|not to tell|shout\w*|strangl\w+|weapon\w*|kni(?:fe|ves))\b"
)
"""Words that may tell of harm, or of what a child said about it."""

_ALONE = lazy_pattern(r"\b(?:seen|saw|spoke\w*)\b.{0,80}\balone\b|\bon (?:his|her|their) own\b.{0,40}\bseen\b")
"""Words that tell that somebody spoke with a child alone: whoever harms may ask the child what was said."""

WRITTEN_BY = ("record by ", "noted by ", "not said")
"""How words for who told us begin that name a worker, or nobody."""
OF_THE_WORK = {
    "decision": "it is a decision",
    "action": "it is a step",
    "idea": "it is an idea of the team",
    "seen": "it tells when a child was seen, and not when alone",
}
"""Kinds of lines that go to nobody of a family in which somebody is harmed, and why."""
MOST_OF_A_NAME = 3
"""Words that may stand before the colon after somebody who told us."""
CONFIDED = "it tells of somebody who told us in confidence"
SOURCE_WITHHELD = "who told us is not told: whoever reads it there could use it"
"""Beside a line that stands in a paper without its source."""

_GENERIC = frozenset(
    {
        "the", "and", "with", "from", "centre", "center", "service", "services", "team", "group", "club", "support",
        "women", "woman", "men", "family", "families", "child", "children", "young", "people", "youth", "mental",
        "health",
        "home", "house", "housing", "project", "trust", "charity", "early", "help", "hub", "community", "local", "city",
        "town", "council", "north", "south", "east", "west", "street", "road", "drop", "line", "miss", "this", "that",
        "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january", "february", "march",
        "april", "june", "july", "august", "september", "october", "november", "december", "there", "when", "what",
        "where", "they", "your", "their", "school", "work", "church", "mosque", "temple", "football", "swimming",
    }
)  # fmt: skip
"""Words of services' names that name none by themselves."""


@dataclass(frozen=True, slots=True)
class LetterSafety:
    """Who reads a letter beside *child*: *at_home* live with the child and harm, *seen* are others who harm.

    *harm*: somebody is harmed in this family, or its records are to be kept safe. *workers*: names of those who do the
    work; that they saw or wrote something may be read.
    """

    family: Family
    child: str
    harm: bool
    at_home: tuple[str, ...] = ()
    seen: tuple[str, ...] = ()
    workers: tuple[str, ...] = ()

    @classmethod
    def of(cls, family: Family, child: str, today: date, workers: Iterable[str] = ()) -> LetterSafety:
        """Who harms and lives with *child* on *today*, or may see them: whoever is not cut off from them."""
        flagged = FlaggedHarm(family, today)
        homes = [
            {member.person for member in home.members if member.at(today)}
            for home in family.households
            if any(member.person == child and member.at(today) for member in home.members)
        ]
        by = [person.id for person in family.persons if person.id in flagged.by and person.id != child]
        at_home = tuple(person_id for person_id in by if any(person_id in home for home in homes))
        apart = {
            end
            for tie in family.ties_of(child)
            if tie.kind in APART and not (tie.until and tie.until.certainly_by(today))
            for end in (tie.a, tie.b)
        }
        living = (person.id for person in family.persons if person.alive_at(today) and not person.dead)
        seen = tuple(
            person_id for person_id in living if person_id in by and person_id not in at_home and person_id not in apart
        )
        return cls(family, child, flagged.present or family.safe_record, at_home, seen, tuple(workers))

    def reason(self, text: str, kind: str = "said") -> str:
        """Why *text* of that *kind* does not go into a letter by itself; "" where nothing speaks against it."""
        name = first_name(self.family, self.child)
        if self._is_hidden(text):
            return f"it tells something that is kept from {name}, or from somebody here"
        if not self.harm:
            return CONFIDED if is_private_source(self._who_told(text)) else ""
        if kind in OF_THE_WORK:
            return OF_THE_WORK[kind]
        if kind == "words":
            return self.tells_of_help_or_harm(text) or "it is a child's own words, and whoever harms may read them"
        if _ALONE.search(fold(text)):
            return "it tells that a child was seen alone"
        if kind == "opening":  # "Scribe: Lee" tells nothing of the family
            text = text.replace(": ", " ")
        return self.tells_of_help_or_harm(text) or self._informant_reason(self._who_told(text))

    def source_reason(self, source: str) -> str:
        """Why what was told by *source* does not go there at all: of help, of harm, of somebody in the family."""
        if not self.harm or not names_source(source, self._known()):
            return self.tells_of_help_or_harm(source) if self.harm else ""
        relatives = any(person.id != self.child for person in people_in(source, self.family))
        return self.tells_of_help_or_harm(source) or (self._informant_reason(source) if relatives else "")

    def source_to_show(self, source: str) -> str:
        """The words for who told us, as far as they may be read; "" where they name somebody who told of the family."""
        if source.startswith(WRITTEN_BY):
            return source
        withheld = names_source(source, self._known()) if self.harm else is_private_source(source)
        return "" if withheld else source

    def _who_told(self, text: str) -> str:
        for line in text.splitlines():
            before, colon, _ = line.partition(": ")
            short = colon and len(before.split()) <= MOST_OF_A_NAME
            if short and any(person.id != self.child for person in people_in(before, self.family)):
                return before  # typed without capitals, too
        return informant_in(text, self._known())

    def _known(self) -> tuple[str, ...]:
        """Names whose telling may be read: of workers, and of the reader, if nobody else there could use it; places."""
        own = not self.at_home or self.child in self.family.focus
        places = [str(self.family.id), *(str(event.where) for event in self.family.events), *self._schools()]
        return (
            *self.workers,
            str(self.family.id),
            *places,
            *((str(self.family.person(self.child).name),) if own else ()),
        )

    def _schools(self) -> list[str]:
        return [str(resource.name) for resource in self.family.resources if resource.kind == "school"]

    def _informant_reason(self, who: str) -> str:
        """Why a line of which *who* told us does not go there; "" where nobody did."""
        if not who:
            return ""
        children = {child.id for child in self.family.focus_children()}
        if any(person.id in children for person in people_in(who, self.family)):
            return "a child told it, and whoever harms may read it"
        return f"it tells who told us ({who}), and whoever harms may read it"

    def tells_of_help_or_harm(self, text: str) -> str:
        """What in *text* whoever harms should not read: a service, them by name, harm; "" for nothing."""
        folded = fold(text).replace("’", "'")
        if self._names_a_service(text) or (match := _SERVICES.search(folded)):
            return (
                f"it names a service or a plan{f' ({match[0]})' if not self._names_a_service(text) and match else ''}"
            )
        harmers = {*self.at_home, *self.seen, *FlaggedHarm(self.family, date.min).by}
        named = [person for person in people_in(text, self.family) if person.id in harmers]
        if named:
            return f"it names {named[0].short_name}, about whom somebody is worried"
        return "it may tell of harm" if _HARM.search(folded) else ""

    def _names_a_service(self, text: str) -> bool:
        """Whether a service of the map is named that is no school."""
        found_words = words(text)
        proper = {word.removesuffix("'s") for word, start, _ in found_words if not text[start].islower()}
        proper -= {word for person in self.family.persons for word in fold(person.name).split()}
        for resource in self.family.resources:
            if resource.kind == "school":
                continue
            name = [word for word, _, _ in words(resource.name)]
            if (name and _stand_together(name, [word for word, _, _ in found_words])) or _own_words(
                resource.name
            ) & proper:
                return True
        return False

    def _is_hidden(self, text: str) -> bool:
        """Whether *text* tells a fact that the child, or somebody who may read it, must not learn."""
        family, child = self.family, self.child
        facts = [fact for fact in family.hidden_facts if fact.hide_from or not (fact.show_child and fact.show_anyone)]
        hidden = HiddenContent(
            [person for person in family.persons if person.id != child], family.events, facts, family.households
        )
        return hidden.tells(text, [person.id for person in people_in(text, family)])

    @property
    def warning(self) -> str:
        """What to think of before a letter goes there; "" where nobody is harmed."""
        name = first_name(self.family, self.child)
        who = " and ".join(first_name(self.family, person_id) for person_id in self.at_home or self.seen)
        if self.at_home:
            return (
                f"{name} lives with {who}, who may read this letter and about whom we are worried. Is every line safe "
                "there? Decisions, steps, services and what is kept from somebody stay out until you bring them in."
            )
        if self.seen:
            return f"{name} may see {who}, about whom we are worried. Is every line safe where {name} lives and goes?"
        return (
            f"Somebody in this family is harmed. Is every line safe where {name} lives and goes?" if self.harm else ""
        )


def _own_words(name: str) -> set[str]:
    """The words of a service's name by which people shorten it: of "Harbour women's centre", "harbour"."""
    own = ((word.removesuffix("'s"), start) for word, start, _ in words(name))
    return {word for word, start in own if len(word) > 3 and not name[start].islower() and word not in _GENERIC}  # noqa: PLR2004


def _stand_together(name: list[str], words: list[str]) -> bool:
    """Whether the words of *name* stand one after the other in *words*."""
    return any(words[at : at + len(name)] == name for at in range(len(words) - len(name) + 1))
