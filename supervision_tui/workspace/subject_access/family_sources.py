"""What a family map holds about one of its people: every part that names them, whatever its shape."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from pydantic import BaseModel

from supervision_tui.family import (
    Contact,
    Event,
    Family,
    HarmFlag,
    HiddenFact,
    Household,
    Parentage,
    Person,
    Resource,
    StartingIdea,
    Tie,
    Union,
)
from supervision_tui.family.views import HARM_THEMES
from supervision_tui.practice import Destination
from supervision_tui.practice.questions import FlaggedHarm
from supervision_tui.records.kinds import LetterSafety
from supervision_tui.records.name_leaks import people_in
from supervision_tui.records.story import informant_in, is_private_source, is_safety_store
from supervision_tui.workspace.store import leaf_values
from supervision_tui.workspace.subject_access.model import Ground, SubjectAccessItem
from supervision_tui.workspace.subject_access.wording import AREAS, LABELS, in_words, value_in_words

_ABOUT_THE_CHILDREN = ("referral", "team_question", "themes", "graces")
"""Words of a family that are about the children in focus, whether they name them or not."""
TELL_WHO_TOLD = frozenset({"source", "note", "notes", "perspective"})
"""Fields of any part that may tell who told us."""
_NO_WORDS = ("format", "id", "title", "focus")


class Requester:
    """The person who asks about *person* in *family*: who else is named in words, and what must be kept from them.

    Args:
        family: the map.
        person: whom it is about.
    """

    def __init__(self, family: Family, person: Person) -> None:
        self.family = family
        self.person = person
        harmful = {*FlaggedHarm(family, date.min).by, *(flag.by for flag in family.harm_flags if flag.by)}
        self.may_harm = person.id in harmful
        self.lives_with_harm = any(
            person.id in home and home & (harmful - {person.id})
            for home in ({member.person for member in house.members if member.until is None}
                         for house in family.households)
        )  # fmt: skip
        facts = [fact for fact in family.hidden_facts if _hides(fact, family, person) and fact.about != person.id]
        known = _known_to(family, person)
        self._hidden = {fact.about for fact in facts} - known
        self._hidden |= {other.id for other in family.persons if other.secret or person.id in other.hidden_from} - {
            person.id
        }
        self._telling = {fact.about: _long_words(fact.fact) for fact in facts}

    def names(self, words: str) -> bool:
        """Whether *words* name the person."""
        return self.person in people_in(words, self.family)

    def piece(self, item: SubjectAccessItem, ids: set[str] | None = None) -> SubjectAccessItem:
        """*item* with the others who are in it, by their names or *ids*, and the ground that follows from them.

        What tells of others could lead somebody who may harm to harm them: it is weighed as that, not as manners.
        """
        named = {person.id for person in people_in(item.words, self.family)} | (ids or set())
        others = tuple(
            person.name for person in self.family.persons if person.id in named and person.id != self.person.id
        )
        ground = item.ground
        long_words = _long_words(item.words)
        repeats = any(self._telling.get(person_id, set()) & long_words for person_id in named)
        if is_safety_store(item.words, self.family, date.min):
            ground = Ground.SERIOUS_HARM  # a page at home tells it to whoever reads there
        if (named & self._hidden or repeats) and ground in {Ground.NONE, Ground.OTHERS}:
            ground = Ground.HIDDEN
        told_by = informant_in("\n".join(map(_without_label, item.words.splitlines())), (str(self.person.name),))
        if ground is Ground.NONE and told_by and (self.may_harm or is_private_source(told_by)):
            ground = Ground.OTHERS
        if self.may_harm and ground is Ground.OTHERS:
            ground = Ground.SERIOUS_HARM
        return replace(item, others=others, ground=ground)


_LABELLED = frozenset(f"{label[:1].upper()}{label[1:]}" for label in LABELS.values() if label)


def _without_label(line: str) -> str:
    """What *line* says behind the label of its field: of "Gender: male", "male"."""
    label, colon, words = line.partition(": ")
    return words if colon and label in _LABELLED else line


def _known_to(family: Family, person: Person) -> set[str]:
    """Those whom the person knows of in any case: parents, children, partners, those who live or lived together."""
    known = {other for union in family.unions if person.id in union.partners for other in union.partners}
    for link in family.parentages:
        if person.id in {link.child, *link.parents}:
            known |= {link.child, *link.parents}
    for household in family.households:
        members = {member.person for member in household.members}
        known |= members if person.id in members else set()
    return known - {person.id}


def _long_words(words: str) -> set[str]:
    """The words of four letters and more, by which a fact is known again in other words."""
    return {word.casefold() for word in re.findall(r"[^\W_]{4,}", words)}


def in_family(reader: Requester) -> Iterator[SubjectAccessItem]:
    """Every part of the family that is about the person or names them."""
    family, person = reader.family, reader.person
    for name in type(family).model_fields:
        value = getattr(family, name)
        parts = value if isinstance(value, tuple) else (value,)
        whole = name in _ABOUT_THE_CHILDREN and person.id in family.focus
        for part in parts if name not in _NO_WORDS else ():
            if isinstance(part, BaseModel):
                yield from _in_part(reader, name, part)
            elif isinstance(part, str) and part and (whole or reader.names(part)):
                yield reader.piece(_held(family, name, value_in_words(part, family), Ground.OTHERS))


def _in_part(reader: Requester, name: str, part: BaseModel) -> Iterator[SubjectAccessItem]:
    """*part* as a piece, where it names the person by id or in its words."""
    family, person = reader.family, reader.person
    data = part.model_dump(mode="json", exclude_defaults=True)
    ids = {value for _, value in leaf_values(data) if family.find(value)}
    own = _own_part(part, data, person)
    notes = _taken_out(own) if reader.may_harm or reader.lives_with_harm else []
    words = in_words(own, family)
    by_id = person.id in ids
    if not by_id and not reader.names(words):
        return
    about_another = not by_id or (isinstance(part, Person) and part.id != person.id)
    ground = _ground(reader, part) or (Ground.OTHERS if about_another else Ground.NONE)
    if ground is not Ground.SERIOUS_HARM and reader.lives_with_harm and _is_for_nobody_at_home(reader, part, words):
        ground = Ground.SERIOUS_HARM
    yield reader.piece(_held(family, name, words, ground), ids)
    if notes and ground is not Ground.SERIOUS_HARM:  # what a worker noted may rest on what somebody harmed has said
        yield reader.piece(
            _held(family, name, "\n".join(in_words(note, family) for note in notes), Ground.SERIOUS_HARM), ids
        )


def _taken_out(data: dict[str, object]) -> list[dict[str, object]]:
    """The notes, and who told us, at any depth of *data*, which is left without them: they may lead to somebody."""
    found: list[dict[str, object]] = [{key: data.pop(key)} for key in list(data) if key in TELL_WHO_TOLD]
    for key, value in data.items():
        inner = [dict(row) if isinstance(row, dict) else row for row in value] if isinstance(value, list) else value
        inner = dict(inner) if isinstance(inner, dict) else inner
        for row in inner if isinstance(inner, list) else [inner]:
            if isinstance(row, dict):
                found += _taken_out(row)
        data[key] = inner
    return found


def _is_for_nobody_at_home(reader: Requester, part: BaseModel, words: str) -> bool:
    """Whether *part* tells of help, of harm or of what is kept from somebody, where whoever harms lives too."""
    family = reader.family
    if isinstance(part, HiddenFact) or (isinstance(part, Contact) and part.kind == "seen_alone"):
        return True
    if not isinstance(part, Event | Tie | Contact | Resource):
        return False
    return bool(LetterSafety(family, reader.person.id, harm=True).tells_of_help_or_harm(words))


def _own_part(part: BaseModel, data: dict[str, object], person: Person) -> dict[str, object]:
    """*data* of *part*; of a home only the person's own time there, with the names of the others."""
    if not isinstance(part, Household):
        return dict(data)
    own = [member for member in part.members if member.person == person.id]
    others = [member.person for member in part.members if member.person != person.id]
    times = [member.model_dump(mode="json", exclude_defaults=True, exclude={"person"}) for member in own]
    return {key: value for key, value in data.items() if key != "members"} | {"home": times, "members": others}


def _held(family: Family, name: str, words: str, ground: Ground) -> SubjectAccessItem:
    where = f"the family's map ({family.id}): {AREAS.get(name, name.replace('_', ' '))}"
    return SubjectAccessItem(Destination.FAMILY_WORK, where, words, (), ground)


def _hides(fact: HiddenFact, family: Family, person: Person) -> bool:
    """Whether *person* must not learn of *fact*."""
    return not fact.show_anyone or person.id in fact.hide_from or (person.id in family.focus and not fact.show_child)


def _ground(reader: Requester, part: BaseModel) -> Ground:
    """What speaks against giving *part* to the person, by the marks that workers set on it."""
    family, person = reader.family, reader.person
    if _may_harm(reader, part):
        return Ground.SERIOUS_HARM
    child = person.id in family.focus
    hidden = (
        (isinstance(part, HiddenFact) and _hides(part, family, person))
        or (isinstance(part, Parentage) and (part.doubted or (child and not part.show_child)))
        or person.id in tuple(getattr(part, "hidden_from", ()))
        or getattr(part, "secret", False)
    )
    if hidden:
        return Ground.HIDDEN
    return Ground.OTHERS if isinstance(part, StartingIdea) and set(part.about) - {person.id} else Ground.NONE


def _may_harm(reader: Requester, part: BaseModel) -> bool:
    """Whether *part* could lead the person to harm somebody, or tells where somebody is who must not be found.

    Somebody about whom there is a worry of harm gets what is plainly their own; all else is decided about.
    """
    person = reader.person
    not_to_show = isinstance(part, HiddenFact) and not part.show_anyone
    at_home = reader.lives_with_harm and _tells_harm(part)  # what is given is read where they live
    if not_to_show or at_home or (isinstance(part, Household) and not part.safe_to_record):
        return True
    if not reader.may_harm:
        return isinstance(part, Tie) and part.tone == "harm" and part.a == person.id
    if isinstance(part, Person):
        return part.id != person.id
    if isinstance(part, Event | Contact):
        return set(part.who) != {person.id} or getattr(part, "theme", "") in HARM_THEMES
    if isinstance(part, Household):
        return person.id not in {member.person for member in part.members if member.until is None}
    return not isinstance(part, Union | Parentage)


def _tells_harm(part: BaseModel) -> bool:
    harm = isinstance(part, HarmFlag) or getattr(part, "theme", "") in HARM_THEMES
    return harm or (isinstance(part, Tie) and part.tone == "harm")
