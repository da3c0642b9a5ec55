"""Reading a record through before it is confirmed: what a child, now or at thirty, would stumble on. Hints, no marks.

Source: content specification 7.6 (R-CHILD) and 7.2 (whom a copy names and why; facts that must not reach a child yet).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Literal

from supervision_tui.family import Family, kinship
from supervision_tui.lazy_pattern import lazy_pattern
from supervision_tui.practice import Destination
from supervision_tui.practice.language import readability
from supervision_tui.records.forbidden_content import forbidden_in
from supervision_tui.records.initials import unexplained
from supervision_tui.records.model import LookedAt, Record
from supervision_tui.records.name_leaks import is_leak, names_in, other_family_mentions, people_in, possible_names_in
from supervision_tui.session import first_name
from supervision_tui.session.carry_over import STEP
from supervision_tui.session.fields import VOICES
from supervision_tui.text import Line, SafeText

SHORT, LONG = 150, 400
"""Words of an entry that is read most easily (content specification 7.1)."""

OWN_LINES = 2
"""Lines that each child has of their own at least: voice, and what this means for them."""

MEANING = frozenset({"impact", "meaning"})
"""Fields in which a format asks what it all means for the child."""

NO_FACTS = MEANING | frozenset({"tell_family", "goals", "worry", "would_worry", "line", "agreed"})
"""Fields that hold what we think and plan, or a number with its reason."""

OLDEST = 12
"""Age from which an entry for a child should be easy to follow."""

_KNOWN_HOW = lazy_pattern(
    r"\b(?:said|says|saying|told|tells|saw|seen|sees|heard|hears|showed|shows|wrote|writes|reports?|reported|rang|asked|"
    r"according to|How we know|noticed|drew|described|describes)\b|[\"“'‘]",
    re.IGNORECASE,
)

Kind = Literal[
    "forbidden",
    "hidden",
    "foreign",
    "names",
    "shared",
    "own",
    "meaning",
    "initials",
    "source",
    "length",
    "ease",
    "named",
]


@dataclass(frozen=True, slots=True)
class ReviewRemark:
    """Something to look at: a sentence for the reader, and the words of the record that it is about.

    *must* is set where the record should not leave before somebody has looked; *looked_by* says who did.
    """

    kind: Kind
    words: str
    quote: str = ""
    must: bool = False
    looked_by: str = ""

    @property
    def in_words(self) -> str:
        """The sentence, with the words of the record behind it."""
        return f"{self.words}{f'  [{self.quote}]' if self.quote else ''}"


def review_record(
    record: Record, family: Family | None, others: Iterable[Family] = (), workers: Iterable[str] = ()
) -> tuple[ReviewRemark, ...]:
    """Everything in *record* that is worth a second look; what must be looked at comes first.

    *others* are further families of this vault, whose names, homes and birth dates are looked for; *workers* are the
    names of those who do the work, which are no alarm.
    """
    team = tuple(workers)
    found = [*_initials(record), *_foreign(record, family, others, team)]
    if family is not None:
        found += [
            *_hidden(record, family),
            *_names(record, family, team),
            *_of_another(record, family),
            *_named(record, family),
        ]
    if record.destination is Destination.SUPERVISION_RECORD:
        found += _forbidden(record, team)
    if record.destination is Destination.CHILD_FILE:
        found += [*_own(record, family), *_meaning(record, family), *_sources(record), *_length(record)]
    return tuple(sorted((_as_looked(remark, record) for remark in found), key=lambda remark: not remark.must))


def look_at(record: Record, remarks: Iterable[ReviewRemark], *, by: str, at: datetime) -> Record:
    """*record*, with a note that somebody looked at those of *remarks* that stopped it, and that they stay."""
    looked = tuple(
        LookedAt(kind=Line(remark.kind), words=SafeText(remark.words), quote=SafeText(remark.quote), by=Line(by), at=at)
        for remark in remarks
        if remark.must
    )
    return record.model_copy(update={"looked": (*record.looked, *looked)})


def _as_looked(remark: ReviewRemark, record: Record) -> ReviewRemark:
    """*remark*; it stops the record no more where somebody looked at it before."""
    key = (remark.kind, remark.words, remark.quote)
    who = next((look.by for look in record.looked if (str(look.kind), str(look.words), str(look.quote)) == key), "")
    return replace(remark, must=False, looked_by=str(who)) if who and remark.must else remark


def _foreign(
    record: Record, family: Family | None, others: Iterable[Family], workers: tuple[str, ...]
) -> Iterator[ReviewRemark]:
    for mention in other_family_mentions(record.words, others, family, workers):
        must = is_leak(mention)
        sort = f"a {mention.kind_in_words}" if must else f"perhaps a {mention.kind_in_words}"
        words = f"This is {sort} of another family ({mention.family}). Does it belong here?"
        yield ReviewRemark("foreign", words, mention.words, must=must)


def _hidden(record: Record, family: Family) -> Iterator[ReviewRemark]:
    child = str(record.subject) if record.destination is Destination.CHILD_FILE else None
    return hidden_in(record.words, family, child)


def hidden_in(text: str, family: Family, child: str | None) -> Iterator[ReviewRemark]:
    """People in *text* about whom something must not reach *child* (if given) or anyone outside the team."""
    named = {person.id for person in people_in(text, family)}
    for fact in family.hidden_facts:
        kept_from_child = child is not None and (child in fact.hide_from or not fact.show_child)
        if fact.about not in named or not (kept_from_child or not fact.show_anyone):
            continue
        who = first_name(family, fact.about)
        whom = first_name(family, child) if child and fact.show_anyone else "anyone outside the team"
        words = f"{who} is named here, and something about {who} is not for {whom} yet. Is it in these words?"
        yield ReviewRemark("hidden", words, str(fact.fact), must=True)
    squeezed = " ".join(text.casefold().split())
    for household in family.households:
        places = [place for place in (household.name, household.address) if place]
        written = [place for place in places if " ".join(place.casefold().split()) in squeezed]
        if written and not household.safe_to_record:
            yield ReviewRemark(
                "hidden", "Where this is must not be written down. Please write it without.", written[0], must=True
            )


def _names(record: Record, family: Family, workers: tuple[str, ...]) -> Iterator[ReviewRemark]:
    if record.destination is not Destination.SUPERVISION_RECORD:
        return
    if named := names_in(record.words, family, workers):
        words = "The worker's record holds no names of the family. Please write it without these."
        yield ReviewRemark("names", words, ", ".join(named), must=True)
    if doubtful := possible_names_in(record.words, family, workers):
        words = "These may be names of the family, or may not. The worker's record holds none."
        yield ReviewRemark("names", words, ", ".join(doubtful))


def _named(record: Record, family: Family) -> Iterator[ReviewRemark]:
    """Who else appears, and what they are to the child."""
    if record.destination is not Destination.CHILD_FILE:
        return
    child = str(record.subject)
    for person in people_in(record.words, family):
        if person.id != child:
            relations = kinship.kin(family, child, person.id)
            tie = (
                f"{first_name(family, child)}'s {relations.full_words}"
                if relations.related
                else "not related, as far as we know"
            )
            yield ReviewRemark(
                "named", f"{person.name} appears here ({tie}). Is that needed for {first_name(family, child)}?"
            )


def _initials(record: Record) -> Iterator[ReviewRemark]:
    for word in unexplained(record.words):
        meaning = f": {word.meaning}?" if word.meaning else "."
        yield ReviewRemark("initials", f"Please spell out {word.letters}{meaning}", word.letters)


def _forbidden(record: Record, workers: tuple[str, ...]) -> Iterator[ReviewRemark]:
    """Health, home and feelings, names, or a family's story, in a worker's record or a pod's log."""
    for section in record.sections:
        for paragraph in section.paragraphs:
            for content in forbidden_in(str(paragraph.text), workers):
                yield ReviewRemark("forbidden", content.notice, str(paragraph.text)[:120], must=True)


def _own(record: Record, family: Family | None) -> Iterator[ReviewRemark]:
    own = sum(not paragraph.shared for section in record.sections for paragraph in section.paragraphs)
    if own < OWN_LINES:
        name = first_name(family, record.subject)
        lines = "1 line here is" if own == 1 else f"{own} lines here are"
        words = f"{lines} {name}'s own. What did {name} say or show, and what does this mean for {name}?"
        yield ReviewRemark("own", words, must=True)


def _meaning(record: Record, family: Family | None) -> Iterator[ReviewRemark]:
    """A session that ended early may leave an entry that does not say it."""
    if not MEANING & {paragraph.field for section in record.sections for paragraph in section.paragraphs}:
        name = first_name(family, record.subject)
        yield ReviewRemark("meaning", f"What does this mean for {name}? Nothing here answers that yet.", must=True)


def _of_another(record: Record, family: Family) -> Iterator[ReviewRemark]:
    """Shared paragraphs that name one of the children: perhaps they are that child's alone."""
    children = {person.id for person in family.focus_children()}
    for section in record.sections:
        for paragraph in section.paragraphs:
            named = [person for person in people_in(paragraph.text, family) if person.id in children]
            if paragraph.shared and named:
                who = " and ".join(first_name(family, person.id) for person in named)
                words = f"This stands in every child's entry and names {who}. Is it private to {who}?"
                yield ReviewRemark("shared", words, _start(paragraph.text), must=True)


def _sources(record: Record) -> Iterator[ReviewRemark]:
    """Paragraphs that do not tell how we know. What something means, and what is told to whom, is no such fact."""
    for section in record.sections:
        for paragraph in section.paragraphs:
            is_fact = paragraph.kind == "said" and paragraph.text.strip() and not _no_fact(paragraph.field)
            if is_fact and not paragraph.how_known and not _KNOWN_HOW.search(paragraph.text):
                words = f"“{section.heading}”: how do we know? Seen, told, reported, or assumed so far?"
                yield ReviewRemark("source", words, _start(paragraph.text))


def _no_fact(field: str) -> bool:
    return field in NO_FACTS or field in VOICES or field.startswith(STEP)


def _length(record: Record) -> Iterator[ReviewRemark]:
    found = readability(record.words)
    if not SHORT <= found.words <= LONG:
        much = "little" if found.words < SHORT else "much"
        words = f"{found.words} words is {much} for one entry; {SHORT} to {LONG} are read most easily."
        yield ReviewRemark("length", words)
    if found.age > OLDEST:
        yield ReviewRemark(
            "ease",
            f"It reads from about the age of {found.age}, with {found.sentence_length:.0f} words in a sentence. "
            "Shorter sentences and everyday words help.",
        )


def _start(text: str, most: int = 60) -> str:
    line = next(iter(text.splitlines()), "")
    return line if len(line) <= most else line[:most].rsplit(" ", 1)[0] + " …"
