"""What has to be known first of a family: who harms whom, orders, what must not be said to whom, safety stores.

Nothing is inferred: flags, ties of harm, orders and what is kept from somebody, as a worker set them. Where somebody
who is harmed keeps money, papers or a way out is a *safety store*: every check names it, and it goes nowhere by itself.
Source: content specification 3.6 (harm), 7.2 (what must not reach somebody yet).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Literal

from supervision_tui.family import STATUS_CODES
from supervision_tui.family.dates import date_in_words
from supervision_tui.family.shorthand.tie import viewer_in_words
from supervision_tui.family.views import name_by_kinship
from supervision_tui.lazy_pattern import lazy_pattern
from supervision_tui.practice.questions import FlaggedHarm

if TYPE_CHECKING:
    from supervision_tui.family import Event, Family, HarmFlag

DangerKind = Literal["harm", "tie", "order", "care", "kept"]
ORDERS = frozenset(
    {
        "S47", "CP", "PLO", "EPO", "PP", "ICO", "CO", "SO", "S20", "PWP", "SEC", "REM", "PO", "SGO", "CAO", "NMO",
        "CSO", "KCO",
    }
)  # fmt: skip
"""Statuses that are an order, an enquiry or a protection plan."""
_ORDER = lazy_pattern(
    r"\b(?:orders?|injunction|undertakings?|bail|licence conditions|restraining|non-molestation|prohibited steps|"
    r"police protection|MARAC|child protection plan|no contact)\b",
    re.IGNORECASE,
)
_THINGS = r"bags?|rucksacks?|backpacks?|suitcases?|holdalls?|clothes|nappies|medication|things packed"
"""What somebody keeps ready to get away with."""
_ELSEWHERE = (
    r"(?:the |her |his |their |my )?(?:neighbours?|friends?|nans?|mums?|sisters?|work|school|nursery|boot|car|shed|"
    r"loft|wardrobe|bed|garage|locker|office)\b|(?-i:[A-Z]\w+)(?:['’]s?)\b"
)
"""Where it is kept: with somebody, at work, out of sight. A name is one by its capital."""
_STORE = lazy_pattern(
    r"\b(?:savings?|money (?:put|kept|hidden|saved)|cash|own (?:bank )?(?:card|account)|diary|"
    r"notebook|passports?|papers?|documents?|certificates?|sim(?: card)?|"
    r"(?:second|spare|hidden|secret|other|old) (?:phone|mobile|key|keys)|spare keys?|"
    r"(?:go|grab|run|emergency|overnight)[- ]bags?|"
    rf"(?:{_THINGS}) (?:(?:is|are) )?(?:all |already |always )?(?:packed|ready|waiting|by the door)|"
    rf"(?:packed|hidden|secret|spare) (?:{_THINGS})|"
    rf"(?:{_THINGS}) (?:(?:is|are|kept|left|stored|put) )?(?:at|with|in|under|behind) (?:{_ELSEWHERE})|"
    rf"(?:left|leaves|stores?|stored|packed|packs) "
    rf"(?:(?:her|his|their|my|a|an|some|the|all|of) )*(?:{_THINGS})\b|"
    r"code ?words?|safe ?words?|signals?|hid(?:es|den|e|ing)?\b.{0,40}|keeps? .{0,40}\b(?:hidden|secret)|escape|"
    r"way out|plans? to leave|leaving|refuge|safe place|stash\w*|nappy box|safe ?house|"
    r"(?:secret|hiding) (?:place|spot|flat|house|home|account|address)|somewhere (?:safe|secret|else to (?:go|live))|"
    r"(?:a )?(?:place|room|bed|flat) (?:to (?:run|flee|hide|go) to|ready for (?:her|them|us))|"
    r"(?:wants?|means?|hopes?|plans?|going|ready) to (?:move (?:in with|to|out|away)|get away|get out|flee|run|"
    r"leave (?:him|her|home)))\b",
    re.IGNORECASE,
)
"""Words for what somebody who is harmed keeps by, or for how they would get away."""
_TAKEN = lazy_pattern(
    r"\b(?:kept|held|taken|locked away|hidden|controlled|checked|withheld) (?:from \w+ )?by\b", re.IGNORECASE
)
"""What the one who harms keeps from somebody is no store of theirs."""
_ENDED = lazy_pattern(r"\b(?:ended|expired|lapsed|discharged|was lifted|dismissed|refused|over now)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Danger:
    """One thing to know first: its *kind*, *words* that may be seen by the team, *whole* with what is kept.

    *about* are the ids of the people whom it concerns; *outside* is false where no copy may hold it in full.
    """

    kind: DangerKind
    words: str
    whole: str = ""
    about: tuple[str, ...] = ()
    outside: bool = True


def dangers(family: Family, today: date) -> tuple[Danger, ...]:
    """Everything that holds on *today*: harm, orders, care with records, then what must not be said to whom."""
    family = name_by_kinship(family)
    return (*_flags(family, today), *_ties(family, today), *_orders(family, today), *_care(family), *_kept(family))


def harm_in_words(flag: HarmFlag) -> str:
    """The kind of harm, as people say it."""
    return {"honour_based": "honour-based abuse"}.get(flag.kind, flag.kind.replace("_", " "))


def _flags(family: Family, today: date) -> Iterator[Danger]:
    for flag in family.harm_flags:
        if flag.until is not None and flag.until.certainly_by(today):
            continue
        by = listed_names(family, (flag.by,))
        to = listed_names(family, flag.to)
        since = f", since {date_in_words(flag.since)}" if flag.since else ""
        words = (
            f"{harm_in_words(flag)[:1].upper()}{harm_in_words(flag)[1:]} by {by}{f' towards {to}' if to else ''}{since}"
        )
        yield Danger("harm", words, f"{words}. {flag.note}" if flag.note else words, (flag.by, *flag.to))


def _ties(family: Family, today: date) -> Iterator[Danger]:
    flagged = {(flag.kind, flag.by, person) for flag in family.harm_flags for person in flag.to}
    for tie in family.ties:
        if tie.tone != "harm" or (tie.until is not None and tie.until.certainly_by(today)):
            continue
        if (tie.kind, tie.a, tie.b) in flagged:
            continue
        first, second = (family.person(end).short_name for end in (tie.a, tie.b))
        words = (
            f"{first}: {tie.catalogue.words} {second}"
            if tie.directed
            else f"{first} and {second}: {tie.catalogue.words}"
        )
        viewpoint = f" (as {viewer_in_words(family, tie.perspective)} sees it)" if tie.perspective else ""
        quoted = f", “{tie.words}”" if tie.words else ""
        yield Danger("tie", f"{words}{quoted}{viewpoint}", about=(tie.a, tie.b))


def _orders(family: Family, today: date) -> Iterator[Danger]:
    for person in family.persons:
        for status in person.statuses:
            if status.code not in ORDERS or (status.until is not None and status.until.certainly_by(today)):
                continue
            since = f", since {date_in_words(status.since)}" if status.since else ""
            words = f"{person.short_name}: {STATUS_CODES[status.code]}{since}"
            yield Danger("order", words, f"{words}. {status.note}" if status.note else words, (person.id,))
    for event in family.events:
        over = (event.until is not None and event.until.certainly_by(today)) or _ENDED.search(event.what)
        if _ORDER.search(event.what) and not over and not _has_status(family, event):
            when = f", {date_in_words(event.date)}" if event.date else ""
            names = listed_names(family, event.who)
            yield Danger("order", f"{names + ': ' if names else ''}{event.what}{when}", about=event.who)


def _has_status(family: Family, event: Event) -> bool:
    """Whether the status of somebody there says the same order."""
    what = event.what.casefold()
    return any(
        status.code in ORDERS and (what in STATUS_CODES[status.code] or STATUS_CODES[status.code] in what)
        for person in family.index.people(event.who)
        for status in person.statuses
    )


def _care(family: Family) -> Iterator[Danger]:
    if family.safe_record:
        yield Danger("care", "safe record, so ask who else could see what is written, posted or shown")
    unnamed = [home for home in family.households if not home.safe_to_record]
    if unnamed:
        homes = "one home is" if len(unnamed) == 1 else f"{len(unnamed)} homes are"
        yield Danger("care", f"{homes} not to be named or given to anybody")


def _kept(family: Family) -> Iterator[Danger]:
    for fact in family.hidden_facts:
        about = family.person(fact.about)
        name = about.short_name if not (about.secret or about.hidden_from) else "somebody"
        whom = _must_not_learn(family, fact.hide_from, show_child=fact.show_child, show_anyone=fact.show_anyone)
        note = f" ({fact.note})" if fact.note else ""
        open_words = f"{whom} must not learn about {about.short_name}: {fact.fact}{note}"
        yield Danger(
            "kept",
            f"{whom} must not learn something about {name}",
            open_words,
            (fact.about, *fact.hide_from),
            outside=fact.show_anyone and name != "somebody",
        )
    for event in family.events:
        if event.hidden_from:
            whom = listed_names(family, event.hidden_from)
            yield Danger(
                "kept",
                f"{whom} must not learn of something that happened",
                f"{whom} must not learn: {event.what}",
                (*event.who, *event.hidden_from),
            )
    for link in family.parentages:
        if link.hidden_from or not link.show_child:
            child = family.person(link.child).short_name
            whom = _must_not_learn(family, link.hidden_from, show_child=link.show_child, show_anyone=True, child=child)
            parents = listed_names(family, tuple(link.parents))
            yield Danger(
                "kept",
                f"{whom} must not learn something about {child}'s parents",
                f"{whom} must not learn that {parents} may be {child}'s parents",
                (link.child,),
                outside=False,
            )
    for person in family.persons:
        if person.secret or person.hidden_from:
            whom = listed_names(family, person.hidden_from) or "Anybody outside the team"
            yield Danger(
                "kept",
                f"{whom} must not learn of somebody who is on the map",
                f"{whom} must not learn of {person.short_name}",
                (person.id, *person.hidden_from),
                outside=False,
            )


def _must_not_learn(
    family: Family, whom: tuple[str, ...], *, show_child: bool, show_anyone: bool, child: str = ""
) -> str:
    names = [listed_names(family, (person,)) for person in whom]
    names += [] if show_child else [child or "the children"]
    names += [] if show_anyone else ["anybody outside the team"]
    words = " and ".join(filter(None, [", ".join(names[:-1]), *names[-1:]])) or "somebody"
    return words[:1].upper() + words[1:]


def listed_names(family: Family, who: tuple[str, ...]) -> str:
    """The names of these people (ids, or words for somebody outside the map): "Simon, Oliver and Hania"."""
    found = [(family.find(person), person) for person in who]
    names = [person.short_name if person is not None else viewer_in_words(family, words) for person, words in found]
    return " and ".join(filter(None, [", ".join(names[:-1]), *names[-1:]]))


def is_safety_store(text: str, family: Family, today: date) -> bool:
    """Whether *text* tells where somebody who is harmed keeps what they need, or how they would get away."""
    match = _STORE.search(text)
    return match is not None and _TAKEN.search(text) is None and FlaggedHarm(family, today).present


def safety_stores(family: Family, today: date) -> tuple[str, ...]:
    """The words of *family* that are a safety store: strengths, notes on people, resources, events."""
    texts = [str(strength.words) for strength in family.strengths]
    texts += [str(person.note) for person in family.persons if person.note]
    texts += [str(event.what) for event in family.events]
    return tuple(dict.fromkeys(text for text in texts if is_safety_store(text, family, today)))
