"""What a clause says of children who are expected or were lost."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import timedelta
from typing import TYPE_CHECKING

from supervision_tui.family.dates import PartialDate
from supervision_tui.family.narrative.grammar import lexicon
from supervision_tui.family.narrative.grammar.kin_nouns import CHILDREN, PARTNERS
from supervision_tui.family.narrative.grammar.phrase import Phrase
from supervision_tui.family.narrative.rules.clause_run import ClauseRun
from supervision_tui.family.narrative.rules.person_actions import born, died, expected_of_partner, next_time
from supervision_tui.family.shorthand import Question
from supervision_tui.lazy_pattern import lazy_pattern

if TYPE_CHECKING:
    from supervision_tui.family.narrative.grammar.clauses import Clause

_TWO = 2
_VIABLE = 24
"""Weeks from which a child who is not born alive is stillborn (Still-Birth (Definition) Act 1992)."""
_TERM = 40
"""Weeks of a pregnancy."""
_ALONG = lazy_pattern(r"(?P<number>[\w-]+) (?P<unit>week|month)s (?:pregnant|gone|along)")


def born_to(run: ClauseRun, who: int, *at: int | None) -> None:
    """Noah was born at 29 weeks to Amy Fisher and Jordan Lee: when, and whose child."""
    born(run, who)
    children = run.discourse.subject
    last = next(place for place in reversed(at) if place is not None)
    parents = run.object(last, without=children)
    if len(parents) > _TWO:
        run.draft.ask(Question(run.text, f"'{run.text}': which two of them?"))
        return
    for child in children:
        for parent in parents:
            run.draft.set_parent(parent, child)


def is_to_be_born(clause: Clause, places: Sequence[int]) -> bool:
    """Whether it is a child without a name whom somebody carries: "Beth is carrying their second child"."""
    phrase = clause.items[places[-1]].value
    if not isinstance(phrase, Phrase) or phrase.noun is None:
        return False
    return phrase.noun.relation in CHILDREN | {"twin"} and not phrase.apposed


def pregnant(run: ClauseRun, who: int, *others: int | None) -> None:
    """Shannon is pregnant; they are expecting a baby in March; she is expecting with her partner Kofi."""
    people = run.adults(who, prefer="couple")
    for other in others:
        if other is not None and run.clause.items[other].code != "P":
            continue  # how far on she is
        phrase = run.phrase(other) if other is not None else None
        by = other is not None and str(run.clause.items[other - 1].value) in {"by", "with"}
        if (
            phrase is not None
            and other is not None
            and (
                (by and phrase.noun is None and not phrase.pronoun)
                or (phrase.noun is not None and phrase.noun.relation in PARTNERS)
            )
        ):
            people = (*people, *run.object(other, without=people))
        elif phrase is not None and phrase.noun is not None and phrase.owner is not None and phrase.owner.name:
            people = (*people, *run.resolver.people(phrase.owner, 2.0, without=people)[:1])  # "Marlon's baby"
    if not people:
        return
    expected = [
        child
        for somebody in people
        for child in run.draft.children(somebody)
        if run.draft.persons[child].get("kind") == "unborn"
    ]
    baby = (
        expected[0]
        if expected
        else run.draft.add_person(description=f"{run.draft.name(people[0])}'s baby", kind="unborn")
    )
    for parent in people[:_TWO]:
        run.draft.set_parent(parent, baby)
    if len(people) == 1:
        expected_of_partner(run, people[0], baby)
    when = run.time("when", "since", "until")
    run.discourse.mention((baby,), 1.0)
    if when is not None:
        run.draft.set_person(baby, due=next_time(run, when))
    elif (left := _weeks_left(run.text)) is not None:
        month = run.draft.today + timedelta(weeks=left)
        run.draft.set_person(baby, due=PartialDate.read(f"{month:%Y-%m}"))


def _weeks_left(words: str) -> int | None:
    """Weeks until a birth, of forty, as "28 weeks pregnant" and "six months pregnant" say."""
    match = _ALONG.search(words.casefold())
    number = lexicon.number_word(match["number"]) if match else None
    if match is None or number is None:
        return None
    weeks = number if match["unit"] == "week" else round(number * 40 / 9)
    return _TERM - weeks if 0 < weeks <= _TERM else None


def lost(run: ClauseRun, who: int, whom: int, *_: int) -> None:
    """Gemma lost a baby in 2020; Tom lost his wife last year; at 24 weeks and after it is a stillbirth."""
    phrase = run.phrase(whom)
    if phrase.new and phrase.noun is not None and phrase.noun.relation == "child":
        weeks = re.search(r"at (\d+) weeks", run.text)
        kind = "stillbirth" if weeks and int(weeks[1]) >= _VIABLE else "miscarriage"
        loss(run, who, kind)
        if weeks:
            return
        run.draft.ask(Question(run.text, f"'{run.text}' is taken as a miscarriage. Is that so, or was the child born?"))
        return
    people = run.subject(who)
    for somebody in run.object(whom, without=people):
        when = run.time("when", "since")
        run.draft.set_person(somebody, **({"died": when} if when else {"deceased": True}))
        for partner in run.draft.partners(somebody, current=True):
            run.draft.set_union(somebody, partner, ended="death", until=when)


def died_at_birth_of(run: ClauseRun, who: int, whom: int) -> None:
    """Samira died giving birth to Layla: her child."""
    died(run, who)
    mothers = run.discourse.subject
    for child in run.object(whom, without=mothers):
        for mother in mothers[:1]:
            run.draft.set_parent(mother, child)
            for mate in run.draft.partners(mother)[-1:]:
                run.draft.set_parent(mate, child)
                run.draft.ask(Question(run.text, f"{run.draft.name(mate)} is taken as the other parent. Is that so?"))


def children_died(run: ClauseRun, *_: int, words: str) -> None:
    """Two died young: of the children who were counted and have no names."""
    number = _TWO if words == "both" else lexicon.number_word(words) or 0
    nameless = [child for somebody in run.draft.persons for child in run.draft.children(somebody)
                if run.draft.unnamed(child) and not run.draft.persons[child].get("deceased")]  # fmt: skip
    nameless = list(dict.fromkeys(nameless))
    if number > len(nameless):
        run.draft.ask(Question(run.text, f"'{run.text}': who?"))
    for child in nameless[-number:] if 0 < number <= len(nameless) else ():
        run.draft.set_person(child, deceased=True)


def loss(run: ClauseRun, who: int, kind: str) -> None:
    """She had a miscarriage last year."""
    people = run.subject(who, prefer="couple")
    when = run.time("when", "since")
    if not people:
        return
    child = run.draft.add_person(description=f"{run.draft.name(people[0])}'s {kind}", kind="loss", loss=kind)
    if when is not None:
        run.draft.set_person(child, born=when)
    for parent in people[:_TWO]:
        run.draft.set_parent(parent, child)
