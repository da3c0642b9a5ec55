"""What a clause says of one person: age, birth, death, name, place, work, health; and who they are to others."""

from __future__ import annotations

from collections.abc import Sequence

from supervision_tui.family.dates import PartialDate
from supervision_tui.family.narrative.draft import Draft
from supervision_tui.family.narrative.grammar.kin_nouns import PARTNERS, ROUND
from supervision_tui.family.narrative.grammar.lexicon import INSTITUTIONS
from supervision_tui.family.narrative.grammar.phrase import Phrase
from supervision_tui.family.narrative.relations import UNION_KINDS, relate
from supervision_tui.family.narrative.rules.clause_run import ClauseRun
from supervision_tui.family.shorthand import Question

_YOUNGEST_PARENT = 12


def age(run: ClauseRun, who: int, old: int) -> None:
    """Leanne is 38; the twins are 3. "He was six" belongs to another time and is not an age now."""
    people = run.subject(who)
    for one in people:
        run.resolver.set_age(one, run.age(old))


def past_age(run: ClauseRun, who: int, old: int) -> None:
    """When he was two: when that was, if the birth is known; it is kept with the event before it."""
    told = run.age(old).words.removeprefix("age ")
    young = told.isdigit() and int(told) < _YOUNGEST_PARENT
    parents = (
        [
            one
            for one in run.draft.persons
            if any(run.draft.persons[child].get("kind", "person") == "person" for child in run.draft.children(one))
        ]
        if young
        else []
    )
    people = run.resolver.people(run.phrase(who), 2.0, without=parents)
    event = run.draft.events[-1] if run.draft.events and run.draft.note_is_here() else None
    if people and event is not None and not event.get("date") and "." not in told and told.isdigit():
        event["what"] = f"{event['what']} when {run.draft.name(people[0])} was {told}"
    elif people:
        run.draft.note_fact("note", people[0], words=(run.text,))


def born(run: ClauseRun, who: int) -> None:
    """Ava was born in 2018, or in Hull."""
    when = run.time("when", "since", "until")
    for one in run.subject(who):
        if when is not None:
            run.draft.set_person(one, born=when)


def born_in(run: ClauseRun, who: int, place: int) -> None:
    """Ava was born in Hull in 2018."""
    born(run, who)
    for one in run.subject(who):
        run.draft.add_note(one, f"Born in {run.value(place)}.")


def due(run: ClauseRun, who: int) -> None:
    """The baby is due in March."""
    when = run.time("when", "until", "since")
    people = run.subject(who)
    for one in people:
        run.draft.persons[one]["kind"] = "unborn"
        if when is not None:
            run.draft.set_person(one, due=next_time(run, when))


def next_time(run: ClauseRun, when: PartialDate) -> PartialDate:
    """A month without a year is the next one where something is due."""
    if when.latest < run.draft.today and when.month is not None and str(when.earliest.year) not in run.sentence:
        return PartialDate.read(f"{when.earliest:%Y-%m}".replace(str(when.earliest.year), str(when.earliest.year + 1)))
    if (
        when.latest < run.draft.today
        and when.text.split()[0] in {"spring", "summer", "autumn", "winter"}
        and str(when.earliest.year) not in run.sentence
    ):
        return PartialDate.read(f"{when.text.split()[0]} {when.earliest.year + 1}")
    return when


def died(run: ClauseRun, who: int, *, cause: str = "") -> None:
    """She died in 2019 of cancer."""
    when = run.time("when", "since", "until")
    for one in run.subject(who):
        run.draft.set_person(one, **({"died": when} if when else {"deceased": True}))
        if cause:
            run.draft.set_person(one, cause_of_death=cause)
        for partner in run.draft.partners(one, current=True):
            run.draft.set_union(one, partner, ended="death", until=when)


def named(run: ClauseRun, who: int, name: int) -> None:
    """Gran's name is Margaret; Paul's mum is called Jean."""
    if _kin_of(run.phrase(who)) and run.phrase(who).owner is not None:
        _is_kin(run, run.phrase(name), run.phrase(who))
        return
    people = run.subject(who)
    written = run.phrase(name)
    words = written.name or run.resolver.text(written)
    for one in people[:1]:
        others = [other for other in run.draft.named(words) if other != one]
        if run.draft.unnamed(one) and others:
            run.draft.merge(one, others[0])
        elif run.draft.unnamed(one):
            run.draft.persons[one]["name"] = words
            run.draft.note_fact("person", one, words=("name",))
        else:
            run.draft.set_person(one, called=words)
        run.discourse.mention((others[0] if others and one not in run.draft.persons else one,), 3.0)


def is_(run: ClauseRun, first: int, second: int) -> None:
    """Tobi's dad is Kwame; Joan is Helen's mother; the girls are Hana, Noor and Layla."""
    one, other = run.phrase(first), run.phrase(second)
    if _kin_of(one) and not _kin_of(other):
        one, other = other, one
    if _kin_of(other):
        _is_kin(run, one, other)
        return
    people = run.resolver.people(one, 3.0)
    run.discourse.subject = people or run.discourse.subject
    same = run.resolver.people(other, 2.0)
    if len(people) == len(same) == 1 and people != same:
        run.draft.ask(Question(run.text, f"Are {run.draft.name(people[0])} and {run.draft.name(same[0])} one person?"))


def is_next(run: ClauseRun, first: int, second: int, third: int) -> None:
    """Linda is the eldest, then Peter."""
    is_(run, first, second)
    fill_counted(run.draft, run.subject(third))


def _kin_of(phrase: Phrase) -> bool:
    return phrase.noun is not None and not any(other.name or other.parts for other in phrase.apposed)


def _is_kin(run: ClauseRun, one: Phrase, kin: Phrase) -> None:
    """*one* is what the kin phrase says."""
    noun = kin.noun
    if noun is None:
        return
    owners = () if kin.owner is None and not kin.title else run.resolver.owners(kin)
    before = run.resolver.people(kin, 1.0) if not owners and kin.owner is None and not kin.new else ()
    if one.noun is not None and not _kin_of(one):
        run.resolver.people(one, 3.0)
    people = run.resolver.people(one, 3.0)
    if not people:
        return
    run.discourse.subject = people
    if not owners and kin.owner is None:
        _is_one_of(run, people, kin, before)
        return
    nameless = [was for was in _told_as(run, kin, owners) if run.draft.unnamed(was) and was not in people]
    if nameless and len(people) == 1:
        run.draft.merge(nameless[0], people[0])
    for person in people:
        relate(run.draft, person, noun, owners, kin.adjectives)
    if kin.start < one.start and kin.owner is not None and kin.owner.pronoun not in {"she", "he"}:
        run.discourse.mention(people, 3.4)
    run.resolver._facts(kin, people)  # noqa: SLF001 - the phrase says an age of the same people
    if noun.relation in {"partner", "spouse", "fiance"} and owners:
        run.discourse.note_group((owners[0], people[0]), "couple")
    if noun.relation == "child" and len(people) > 1:
        run.discourse.note_group(people, "children")


def _told_as(run: ClauseRun, kin: Phrase, owners: Sequence[str]) -> list[str]:
    from supervision_tui.family.narrative.relatives import related  # noqa: PLC0415 - beside its only use

    return related(run.draft, kin.noun, owners, kin.adjectives) if kin.noun is not None else []


def _is_one_of(run: ClauseRun, people: Sequence[str], kin: Phrase, before: Sequence[str]) -> None:
    """The girls are Hana and Noor; Robin is the eldest; Mum is Donna; she is a twin."""
    noun = kin.noun
    if noun is None:
        return
    if set(kin.adjectives) & {"eldest", "oldest", "youngest", "middle"}:
        fill_counted(run.draft, people)
    nameless = [one for one in before if one in run.draft.persons and run.draft.unnamed(one)]
    for old, new in zip(nameless, [one for one in people if one not in before], strict=False):
        run.draft.merge(old, new)
        run.draft.note_fact("person", new, words=("name",))
    if noun.relation not in ROUND and noun.gender != "unknown":
        for one in people:
            run.draft.set_person(one, gender=noun.gender)
    _are_together(run, people, kin)


def _are_together(run: ClauseRun, people: Sequence[str], kin: Phrase) -> None:
    """They are civil partners; they are best friends; she is a nurse."""
    noun = kin.noun
    if noun is None:
        return
    if noun.relation in PARTNERS and noun.plural and len(people) == 2:  # noqa: PLR2004 - a couple
        run.draft.set_union(
            *people, kind=UNION_KINDS.get(noun.relation, ""), ended="unknown" if noun.relation.startswith("ex") else ""
        )
        run.discourse.note_group(people, "couple")
    if noun.relation == "friend" and noun.plural and len(people) == 2:  # noqa: PLR2004 - two friends
        run.draft.add_tie(
            people[0], people[1], "very_close" if "best" in noun.word or "best" in kin.adjectives else "close"
        )
    elif noun.relation in ROUND:
        for one in people:
            relate(
                run.draft,
                one,
                noun,
                (run.discourse.subject or people)[:1] if noun.relation == "friend" else people[:1],
                kin.adjectives,
            )


def fill_counted(draft: Draft, people: Sequence[str]) -> None:
    """Linda is the eldest: names for children who were counted before and had none."""
    nameless = [child for one in draft.persons for child in draft.children(one)
                if draft.unnamed(child) and draft.persons[child].get("kind", "person") == "person"]  # fmt: skip
    for one in people:
        if nameless and not draft.parents(one):
            draft.merge(nameless.pop(0), one)
            draft.note_fact("parent", *draft.parents(one)[:1], one, "birth")


def where(run: ClauseRun, who: int, place: int) -> None:
    """Sue lives round the corner; Stacey is in prison."""
    words = run.value(place)
    for one in run.subject(who):
        if words == "at home":
            parents = [parent for parent in run.draft.parents(one) if run.draft.home_of(parent)]
            run.draft.live_together([*parents[:1], one])
            continue
        run.draft.set_person(one, whereabouts=words)
        if words in INSTITUTIONS:
            run.draft.live_together((one,), INSTITUTIONS[words])


def work(run: ClauseRun, who: int, words: str) -> None:
    """Ewa works nights in a warehouse; Paul is a nurse."""
    for one in run.subject(who):
        run.draft.set_person(one, occupation=words)


def health(run: ClauseRun, who: int, area: str, words: str, *, past: bool = False, suspected: bool = False) -> None:
    """Ron has dementia; Kyle is autistic."""
    for one in run.subject(who):
        marks = run.draft.persons[one].setdefault("health", ())
        mark = {"area": area, "name": words, "status": "past" if past else "suspected" if suspected else "active"}
        if isinstance(marks, (tuple, list)):
            run.draft.persons[one]["health"] = (*marks, mark)
        run.draft.note_fact("person", one, words=("health",))


def language(run: ClauseRun, who: int, words: str) -> None:
    """Ewa speaks Polish."""
    for one in run.subject(who):
        run.draft.set_person(one, languages=(words,))


def faith(run: ClauseRun, who: int, words: str) -> None:
    """Yusuf is Muslim."""
    for one in run.subject(who):
        run.draft.set_person(one, faith=words)


def alone(run: ClauseRun, who: int, place: int | None = None) -> None:
    """Nathan lives on his own in Hull."""
    for one in run.subject(who):
        run.draft.live_together((one,))
    if place is not None:
        where(run, who, place)


def note(run: ClauseRun, who: int) -> None:
    """Something that is understood and has no place of its own: kept with the person in the words told."""
    for one in run.subject(who):
        run.draft.add_note(one, f"{run.text[:1].upper()}{run.text[1:]}.")


def unknown(run: ClauseRun, who: int) -> None:
    """His dad is not known: somebody who has no name yet."""
    run.resolver.guess = False
    for one in run.subject(who):
        if run.draft.unnamed(one):
            run.draft.persons[one]["kind"] = "unknown"


def pronouns(run: ClauseRun, who: int, word: int, *_more: int) -> None:
    """Ash uses they/them pronouns."""
    said = run.phrase(word).pronoun
    for one in run.resolver.people(run.phrase(who), 3.0):
        run.draft.persons[one]["pronouns"] = said
        run.draft.note_fact("person", one, words=("pronouns",))
        run.discourse.subject = (one,)
