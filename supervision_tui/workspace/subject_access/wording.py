"""What is held, in words for the person who asked: no names of fields, no codes, no ids, days as people write them.

One table of labels for what a family, a session and other documents hold. What has no label is told with its words
alone; a test holds every field of the models against the table.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType
from typing import TYPE_CHECKING

from supervision_tui.days import day_in_words
from supervision_tui.family import STATUS_CODES, DateFormatError, PartialDate
from supervision_tui.family.dates import date_in_words
from supervision_tui.lazy_pattern import lazy_pattern

if TYPE_CHECKING:
    from supervision_tui.family import Family

AREAS: Mapping[str, str] = MappingProxyType(
    {
        "persons": "who is who",
        "unions": "couples",
        "parentages": "parents and children",
        "households": "homes",
        "ties": "what is between people",
        "events": "what happened",
        "contacts": "when we met",
        "quotes": "words that were said",
        "resources": "services and places",
        "cultures": "heritage",
        "groups": "groups",
        "harm_flags": "worry of harm",
        "hidden_facts": "what is kept from somebody",
        "strengths": "what goes well",
        "worries": "what worries somebody",
        "hypotheses": "ideas, which are no findings",
        "referral": "why we are involved",
        "team_question": "the question of the team",
        "themes": "what it is about",
        "graces": "differences thought about",
        "notes": "notes",
        "as_of": "the day of the map",
        "carried": "lines of another program's file",
    }
)
"""What each part of a family's map is called."""
LABELS: Mapping[str, str] = MappingProxyType(
    {
        # of a family
        "a": "from", "b": "to", "who": "about", "about": "about", "what": "", "words": "", "name": "", "text": "",
        "statement": "", "called": "known as", "kind": "what it is", "date": "when", "born": "born", "due": "day",
        "died": "died", "deceased": "has died", "cause_of_death": "cause of death", "gender": "gender",
        "pronouns": "pronouns", "sex_at_birth": "sex at birth", "orientation": "orientation", "loss": "loss",
        "count": "how many", "role": "role", "occupation": "work", "education": "school or learning",
        "whereabouts": "whereabouts", "languages": "languages", "name_said": "how the name is said",
        "paper_formats": "how papers reach them", "faith": "faith", "heritage": "heritage", "culture": "culture",
        "share": "share", "immigration": "immigration", "migration": "migration", "left": "left",
        "arrived": "arrived", "from_place": "from", "to_place": "to", "health": "health", "area": "area",
        "statuses": "standing in law", "code": "", "consultand": "speaks with us", "secret": "a secret of the family",
        "hidden_from": "not to be known by", "note": "note", "notes": "notes", "partners": "who", "since": "since",
        "until": "until", "ended": "how it ended", "changes": "changes", "leaver": "who left",
        "childless": "no children", "relatives": "related", "child": "child", "parents": "parents",
        "home": "grows up there", "order": "order", "doubted": "not sure", "doubted_parents": "not sure about",
        "show_child": "the child may know", "twins": "twins", "zygosity": "twins", "address": "address",
        "members": "who lives there", "person": "", "part_time": "part of the time", "nights": "nights a week",
        "safe_to_record": "may be written down", "perspective": "as seen by", "source": "who told us",
        "confidence": "how sure", "strength": "how strong", "theme": "about what",
        "effect_on_child": "what it meant for the child", "where": "where", "by": "by", "safety": "how safe",
        "safety_level": "how safe", "may_be_named": "may be named", "importance": "how important", "links": "who",
        "direction": "from whom to whom", "frequency": "how often", "workers_changed": "a worker changed",
        "pattern": "pattern", "pride": "what it is proud of", "shame": "what it calls shame",
        "principles": "what matters in it", "hub": "in the middle", "to": "to", "fact": "what",
        "hide_from": "not to be known by", "show_anyone": "may be known outside", "carried": "from another program",
        # of a session
        "makes_sense": "It may make sense because", "child_inside": "For the child it might mean",
        "why_now": "It began to matter when", "would_fit": "We would know more if",
        "would_drop": "We would drop it if", "level": "Seen at the level of", "status": "Stands as",
        "because": "Because", "considered": "Also considered", "decided_by": "Decided by",
        "family_told": "How the family is told", "child_words": "In words for the child", "owner": "Who",
        "when": "By when", "done_when": "Done when", "constraint": "What limits it", "serves": "Serves",
        "state": "What became of it", "came_back": "What came back", "asked": "Asked", "at": "on", "history": "Since",
        "gaps": "Not said yet",
        # of other documents
        "recipient": "for", "purpose": "for what", "form": "written as", "locked": "locked with a passphrase",
        "reason": "why", "family": "family", "to_take_along": "to take along to a visit", "kept": "kept",
    }
)  # fmt: skip
"""How each field is told; an empty label tells its words alone."""
DOCUMENTS: Mapping[str, str] = MappingProxyType(
    {
        "given": "note of a paper that was written",
        "contact": "another notebook",
        "pairing": "a pairing that is not finished",
        "involvement": "how long we are involved",
        "layout": "places in the drawing",
        "exchange": "note of a parcel between two notebooks",
        "received": "what came with a parcel",
        "people": "the list of people who work here",
    }
)
"""What documents of other kinds are called."""
_CODE = lazy_pattern(r"^[a-z]+(?:_[a-z]+)+$")
_ISO = lazy_pattern(r"^[~<>]?[0-9]{4}(?:-[0-9]{2}){0,2}[?~]?$")
_DAY = lazy_pattern(r"^[0-9]{4}-[0-9]{2}-[0-9]{2}")
_NEVER = frozenset({"id", "format", "field", "stage", "destination", "prompt_id", "number", "rewriting"})


_TELL_THEMSELVES = frozenset({"kind", "culture", "area", "status"})
"""Fields within another of which the word alone is enough: "Health: substance, alcohol, since October 2025"."""


def label_of(field: str) -> str:
    """How *field* is told; for one that has no label, its words with blanks."""
    return LABELS.get(field.replace(" ", "_"), field.replace("_", " "))


def value_in_words(value: object, family: Family | None = None) -> str:
    """A single value as people say it: names for ids, days in words, codes spelt out."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    text = str(value)
    found = family.find(text) if family is not None else None
    if found is not None:
        return str(found.name)
    if text in STATUS_CODES:
        return STATUS_CODES[text]
    if _ISO.match(text) or _DAY.match(text):
        return _date_in_words(text)
    return text.replace("_", " ") if _CODE.match(text) else text


def _date_in_words(text: str) -> str:
    """A day or part of one as people write it; what is none stays."""
    try:
        if _DAY.match(text):
            return day_in_words(date.fromisoformat(text[:10]))
        return date_in_words(PartialDate.read(text))
    except (ValueError, DateFormatError):
        return text


def in_words(data: Mapping[str, object], family: Family | None = None) -> str:
    """*data* of a part or a thing as lines, one for each of its fields that says something."""
    lines = []
    for field, value in data.items():
        words = _value(value, family) if field not in _NEVER and not field.endswith("_id") else ""
        if words:
            label = label_of(field)
            lines.append(f"{label[:1].upper()}{label[1:]}: {words}" if label else words)
    return "\n".join(lines)


def _value(value: object, family: Family | None) -> str:
    if value in (None, "", [], (), {}):
        return ""
    if isinstance(value, Mapping):
        fields = ((field, _value(inner, family)) for field, inner in value.items() if field not in _NEVER)
        pairs = [("" if field in _TELL_THEMSELVES else label_of(field), words) for field, words in fields]
        return ", ".join(f"{label} {words}".strip() for label, words in pairs if words)
    if isinstance(value, list | tuple):
        return "; ".join(filter(None, (_value(inner, family) for inner in value)))
    return value_in_words(value, family)
