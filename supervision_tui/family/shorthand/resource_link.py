"""A line about the world round a family, as people tell it: "School strong both", "CAMHS thin to".

The name comes first; the strength of the line, where energy flows (Hartman 1978) and, in brackets, how safe it is there
follow in any order.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from supervision_tui.family.model.resources import (
    Direction,
    Resource,
    ResourceKind,
    ResourceLink,
    SafetyLevel,
    Strength,
)
from supervision_tui.family.shorthand.errors import ShorthandError
from supervision_tui.lazy_pattern import lazy_pattern

LONGEST = 200
"""Characters of a line."""
STRENGTHS: Mapping[str, Strength] = {
    "strong": "strong", "thick": "strong", "moderate": "moderate", "medium": "moderate", "ordinary": "ordinary",
    "thin": "tenuous", "tenuous": "tenuous", "weak": "tenuous", "stressful": "stressful", "stress": "stressful",
    "tense": "stressful", "broken": "broken", "cut": "broken",
}  # fmt: skip
"""Words for the strength of a line; the first of each is the one that is written back."""
DIRECTIONS: Mapping[str, Direction] = {"to": "to", "from": "from", "both": "both"}
WRITTEN: Mapping[Strength, str] = {"strong": "strong", "moderate": "moderate", "ordinary": "", "tenuous": "thin",
    "stressful": "stressful", "broken": "broken"}  # fmt: skip
LEVELS: Mapping[str, SafetyLevel] = {
    "safe": "high", "high": "high", "mixed": "mixed", "low": "low", "unsafe": "low", "not": "low",
}  # fmt: skip
KINDS: Mapping[ResourceKind, frozenset[str]] = {
    "school": frozenset(["school", "nursery", "college", "senco", "teacher", "pru"]),
    "health": frozenset(["gp", "camhs", "health", "hospital", "midwife", "nurse", "clinic", "doctor", "dentist"]),
    "legal": frozenset(["solicitor", "court", "guardian", "lawyer"]),
    "police": frozenset(["police", "marac", "yjs", "probation"]),
    "housing": frozenset(["housing", "landlord"]),
    "faith": frozenset(["church", "mosque", "temple", "gurdwara", "synagogue", "choir", "faith"]),
    "online": frozenset(["online", "chat", "game", "games", "discord", "snapchat", "instagram", "tiktok"]),
    "transport": frozenset(["bus", "train", "station"]),
    "work": frozenset(["work", "job"]),
    "community": frozenset(["club", "food", "library", "community"]),
    "money": frozenset(["benefits", "debt", "money"]),
}  # fmt: skip
"""Words of a name that tell what kind of service or place it is."""
_BRACKETS = lazy_pattern(r"\s*\(([^()]*)\)\s*$")
_HOW_FIRST = lazy_pattern(
    r"(?:a |an )?(?P<how>[a-z]+) (?:link|connection|relationship|tie)s? (?:with|to) (?P<name>.+)", re.IGNORECASE
)
"""``strong link with school``."""
_REMARK = lazy_pattern(r"^(?P<name>.+?)(?: [-–] |: )(?P<remark>.+)$")
_AFTER_STRENGTH = lazy_pattern(rf"^(?P<name>.+?) (?P<how>{'|'.join(STRENGTHS)}) (?P<remark>.+)$", re.IGNORECASE)
_STATE = lazy_pattern(
    r"^(?P<name>.*?\S),? (?P<remark>(?:very |v |not |no longer |never |really |only |is |was )*(?:good|great|helpful|"
    r"supportive|ok|bad|poor|closed|shut|sometimes|often|rarely|weekly|fortnightly|monthly|daily|regularly|seen|"
    r"engaging|engaged|attending|every \w+|(?:once|twice) a \w+|since \S+|until \S+|(?:[Mm]on|[Tt]ues?|[Ww]ed(?:nes)?|"
    r"[Tt]hur?s?|[Ff]ri|[Ss]at(?:ur)?|[Ss]un)(?:days?)?)(?: [^A-Z].*)?)$"
)
"""How a link is, or when, in words that are no part of the name: "youth club closed", "school good"."""
EXAMPLE = "School strong both   ·   CAMHS thin to   ·   Harbour wall stressful (low after 9 pm)"


@dataclass(frozen=True, slots=True)
class ParsedLink:
    """What a line says: the *name* of a service, place or person, how the link is, how safe it is there."""

    name: str
    strength: Strength = "ordinary"
    direction: Direction = ""
    safety: str = ""
    remark: str = ""

    @property
    def safety_level(self) -> SafetyLevel:
        """The safety in one word, where its first word tells."""
        first = self.safety.casefold().replace(",", " ").split()[:1]
        return LEVELS.get(first[0], "") if first else ""


def parse_link(line: str) -> ParsedLink:
    """What *line* says.

    Raises:
        ShorthandError: there is no name in it, or it is too long; a sentence with an example.
    """
    text = " ".join(line.split())
    if len(text) > LONGEST:
        raise ShorthandError(f"The line is too long: {LONGEST} characters are kept at most. Nothing was changed.")
    turned = _HOW_FIRST.match(text)
    if turned is not None and turned["how"].casefold() in STRENGTHS:
        text = f"{turned['name']} {turned['how']}"
    brackets = _BRACKETS.search(text)
    safety = brackets.group(1).strip() if brackets else ""
    text, remark = _without_remark(text[: brackets.start()] if brackets else text)
    words = text.split()
    strength: Strength | None = None
    direction: Direction | None = None
    while words:
        last = words[-1].casefold().strip(",;")
        if last in STRENGTHS and strength is None:
            strength = STRENGTHS[last]
        elif last in DIRECTIONS and direction is None:
            direction = DIRECTIONS[last]
        else:
            break
        words.pop()
    name = " ".join(words).strip(" ,;")
    if not name:
        raise ShorthandError(
            "Say the name first, then how the link is, for example: School strong both. Nothing was changed."
        )
    state = _STATE.match(name) if not remark else None
    if state is not None:
        name, remark = state["name"], state["remark"]
    return ParsedLink(name, strength or "ordinary", direction or "", safety, remark)


def _without_remark(words: str) -> tuple[str, str]:
    """*words* without what is said beside name and strength, and this: "school - v good", "School broken since May"."""
    beside = _REMARK.match(words)
    if beside is not None:
        how = beside["remark"].split()
        known = all(word.casefold().strip(",;") in STRENGTHS or word.casefold() in DIRECTIONS for word in how)
        return (f"{beside['name']} {beside['remark']}", "") if known else (beside["name"], beside["remark"])
    after = _AFTER_STRENGTH.match(words)
    if after is not None and after["remark"][:1].islower() and not _is_how(after["remark"]):
        return f"{after['name']} {after['how']}", after["remark"]
    return words, ""


def _is_how(words: str) -> bool:
    return any(word.casefold().strip(",;") in {*STRENGTHS, *DIRECTIONS} for word in words.split())


def link_read_back(link: ParsedLink, person: str) -> str:
    """A link in words: ``School: a strong link, both ways, safe``."""
    how = {"to": "goes to it", "from": "comes from it", "both": "goes both ways"}.get(link.direction, "")
    strength = {"ordinary": "a link", "tenuous": "a thin link"}.get(link.strength, f"a {link.strength} link")
    parts = [
        f"{person or 'Somebody'} and {link.name}: {strength}",
        how,
        f"safety: {link.safety}" if link.safety else "",
    ]
    return f"{', '.join(filter(None, parts))}."


def line_of(resource: Resource, link: ResourceLink) -> str:
    """The line that says this link: what :func:`parse_link` reads."""
    safety = f"({resource.safety})" if resource.safety else ""
    return " ".join(part for part in (resource.name, WRITTEN[link.strength], link.direction, safety) if part)


def kind_of(name: str, otherwise: ResourceKind) -> ResourceKind:
    """What kind of service or place a *name* tells of; *otherwise* where it tells nothing."""
    words = set(re.findall(r"[a-z]+", name.casefold()))
    return next((kind for kind, known in KINDS.items() if words & known), otherwise)
