"""Whom a line is about, as its words show: which children's files it may go to, offered with the reason, never assumed.

One child named and nobody else settles it; several, an adult, two of the same name or nobody leave it to be asked.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from supervision_tui.family import Family, Person
from supervision_tui.family.dates import age_in_words
from supervision_tui.family.recognition import Mention, mentions_in
from supervision_tui.lazy_pattern import lazy_pattern
from supervision_tui.session.child_choice import listed
from supervision_tui.text_folding import name_key

GROWN_UP = 18
"""Age in years from which somebody is an adult."""
LONGEST_READ = 2_000
"""Characters of a line that are looked at for names."""
_KIN = lazy_pattern(
    r"\b(?:mum|mummy|mam|mother|dad|daddy|father|step-?(?:mum|mother|dad|father)|parents?|nan|nana|nanny|gran|granny|"
    r"grandma|grandad|grandpa|grandmother|grandfather|grandparents?|aunt|auntie|uncle|carers?|partner|boyfriend|"
    r"girlfriend|husband|wife)\b(?:['’]s)?",
    re.IGNORECASE,
)
"""Words for an adult of the family who is not named."""
_BABY = lazy_pattern(r"\b(?:the )?(?:unborn(?: baby| child)?|baby|bump)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class ChildSuggestion:
    """Whom a line may be for.

    Attributes:
        chosen: ids of the children that its words name; nobody for an adult.
        settled: whether nothing needs to be asked: exactly one child is named, and nobody else.
        offered: ids of the children to choose from.
        others: ids of those who are not offered.
        why: the reason, in a sentence or two.
    """

    chosen: tuple[str, ...] = ()
    settled: bool = False
    offered: tuple[str, ...] = ()
    others: tuple[str, ...] = ()
    why: str = ""


def suggest_children(text: str, family: Family | None, names: Mapping[str, str], today: date) -> ChildSuggestion:
    """For which of the children in *names* (by id) a line of *text* may be; *today* tells who is an adult."""
    every = tuple(names)
    if len(every) == 1:
        why = f"For {names[every[0]]}: no other child is in this session."
        return ChildSuggestion(every, settled=True, offered=every, why=why)
    if family is None or not text.strip():
        return ChildSuggestion(offered=every)
    words = text[:LONGEST_READ]
    mentions = [
        mention for mention in mentions_in(words, (family,))
        if mention.person and mention.grade != "possible" and mention.kind != "birth date"
    ]  # fmt: skip
    if several := _same_name(mentions, family):
        return ChildSuggestion(offered=every, why=_which(several, family, today))
    named = _named(mentions, family)
    children = tuple(child for child in every if child in named or (_unborn(family, child) and _BABY.search(words)))
    if others := [family.person(who) for who in named if who not in names]:
        return _for_others(others, children, family, names, today)
    return _for_children(words, children, family, names, today)


def _for_children(
    words: str, children: tuple[str, ...], family: Family, names: Mapping[str, str], today: date
) -> ChildSuggestion:
    """Where only children of the session are named: exactly one settles it, unless an adult is spoken of."""
    kin = _KIN.search(words)
    whom = listed(names[child] for child in children)
    if len(children) == 1 and not kin:
        why = f"For {_with_age(family, children[0], names, today)}, because the line names {whom}."
        return ChildSuggestion(children, settled=True, offered=tuple(names), why=why)
    beside = f", and speaks of “{kin[0]}”" if kin else ""
    about = f"The line names {whom or 'no child'}{beside}."
    return ChildSuggestion(children, offered=tuple(names), why=f"{about} Whose file is it for?")


def _for_others(
    people: list[Person], children: tuple[str, ...], family: Family, names: Mapping[str, str], today: date
) -> ChildSuggestion:
    """Only the children of whom one of *people* is parent or carer, or with whom one lives; and those who are named."""
    offered = tuple(
        child for child in names if child in children or any(_close(person, child, family) for person in people)
    )
    whom = listed(person.short_name for person in people)
    what = "an adult" if len(people) == 1 else "adults"
    if any(_is_child(person, today) for person in people):
        what = "not one of the children of this session"
    about = f"About {whom}, {what}"
    about += f", and it names {listed(names[child] for child in children)}" if children else ""
    verb, lives = ("is", "lives") if len(people) == 1 else ("are", "live")
    if not offered:
        why = f"{about}. {whom} {verb} parent or carer of none of these children and {lives} with none. "
        return ChildSuggestion(offered=tuple(names), why=f"{why}Whose file is it for?")
    others = tuple(child for child in names if child not in offered)
    why = f"{about}. Whose file is it for? Offered: those of whom {whom} {verb} parent or carer, or who live with them"
    why += f"; not {listed(names[child] for child in others)}." if others else "."
    return ChildSuggestion(children, offered=offered, others=others, why=why)


def _named(mentions: Sequence[Mention], family: Family) -> tuple[str, ...]:
    """Ids of the people of *family* who are named, in their order; pets and services left out."""
    people = (family.find(who) for who in dict.fromkeys(mention.person for mention in mentions))
    return tuple(person.id for person in people if person and person.kind in {"person", "unknown", "unborn", "loss"})


def _same_name(mentions: Sequence[Mention], family: Family) -> tuple[Person, ...]:
    """People who are called by the very same words of the line, where it leaves open which of them is meant."""
    where: dict[tuple[int, int], list[str]] = {}
    for mention in mentions:
        where.setdefault((mention.start, mention.end), []).append(mention.person)
    for people in where.values():
        found = [person for who in dict.fromkeys(people) if (person := family.find(who))]
        if len(found) > 1 and len({name_key(person.short_name) for person in found}) == 1:
            return tuple(found)
    return ()


def _which(people: tuple[Person, ...], family: Family, today: date) -> str:
    descriptions = (_told_apart(person, family, today) for person in people)
    return f"More than one is called {people[0].short_name}: {listed(descriptions)}. Whose file is it for?"


def _told_apart(person: Person, family: Family, today: date) -> str:
    """Somebody with what tells them from another of the same name: whole name, age, home."""
    age, home = age_in_words(person.born, today), family.household_of(person.id)
    features = (str(person.name), age, str(home.name) if home is not None and home.safe_to_record else "")
    return ", ".join(filter(None, features))


def _close(person: Person, child: str, family: Family) -> bool:
    """Whether *person* is parent or carer of *child*, or lives with the child."""
    parents = (*family.parents_of(child), *family.carers_of(child))
    return person in parents or person in family.living_with(child)


def _is_child(person: Person, today: date) -> bool:
    age = person.known_age(today)
    return person.kind == "unborn" or (age is not None and age < GROWN_UP)


def _unborn(family: Family, child: str) -> bool:
    person = family.find(child)
    return person is not None and person.kind == "unborn"


def _with_age(family: Family, child: str, names: Mapping[str, str], today: date) -> str:
    person = family.find(child)
    age = age_in_words(person.born, today) if person else ""
    return f"{names[child]}, {age}" if age and age not in names[child] else names[child]
