"""What a clause says of one person: age, birth, death, name, place, work, health; and who they are to others."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from supervision_tui.family.dates import PartialDate
from supervision_tui.family.narrative.discourse import SUBJECT
from supervision_tui.family.narrative.draft_ages import parts_at_age
from supervision_tui.family.narrative.draft_people import ADULT
from supervision_tui.family.narrative.grammar.lexicon import INSTITUTIONS
from supervision_tui.family.narrative.grammar.phrase import Phrase
from supervision_tui.family.narrative.rules.clause_run import ClauseRun
from supervision_tui.family.narrative.rules.person_patterns import HEALTH, LANGUAGES
from supervision_tui.family.shorthand import Question

if TYPE_CHECKING:
    from supervision_tui.family.narrative.grammar.clauses import Clause

_LATELY = 2
_AT_HOME = frozenset({"at home", "in the house", "in the home", "in the family home", "in the household"})
"""Sentences back."""
_SURELY_GROWN = 25
_YOUNGEST_PARENT = 12


def age(run: ClauseRun, who: int, old: int) -> None:
    """Leanne is 38; the twins are 3. "He was six" belongs to another time and is not an age now."""
    years = run.age(old).words.removeprefix("age ")
    people = _of_that_age(run, who, years)
    when = run.time("when")
    if when is not None and years.isdigit():  # "she is ten in January"
        past = any(str(item.value) in {"turned", "was", "became"} for item in run.clause.items if not item.code)
        birthday = (when if past else next_time(run, when)).earliest
        for somebody in people:
            run.draft.set_person(somebody, born=PartialDate.read(f"{birthday.year - int(years)}-{birthday.month:02}"))
        return
    for somebody in people:
        run.resolver.set_age(somebody, run.age(old))


def _of_that_age(run: ClauseRun, who: int, years: str) -> tuple[str, ...]:
    """Whose age it can be where a pronoun says whose: "he is 10" is nobody who has children."""
    phrase = run.phrase(who)
    if phrase.pronoun not in {"she", "he"}:
        return run.subject(who)
    young = not years.isdigit() or int(years) < _YOUNGEST_PARENT
    grown = years.isdigit() and int(years) >= _SURELY_GROWN
    parents = [somebody for somebody in run.draft.persons if run.draft.children(somebody)]
    children = [somebody for somebody in run.draft.persons if (run.draft.age(somebody) or _SURELY_GROWN) < ADULT]
    known = [somebody for somebody in run.draft.persons if run.draft.age(somebody) is not None]
    people = (
        run.resolver.people(phrase, SUBJECT, without=[*known, *(parents if young else children if grown else ())])
        if _is_open(run, phrase.pronoun, [*known, *(parents if young else children if grown else ())])
        else ()
    )
    if people:
        run.discourse.subject = people
    return people or run.subject(who)


def _is_open(run: ClauseRun, pronoun: str, without: Sequence[str]) -> bool:
    """Whether somebody is left whom *pronoun* can mean."""
    return any(
        somebody not in without and run.draft.pronoun(somebody)[0] in {"", pronoun}
        for somebody in run.discourse.presence
        if somebody in run.draft.persons
    )


def ages(run: ClauseRun, who: int, old: int, others: int) -> None:
    """Susan is 58, Colin 55 and Pat 51: "is" is said once."""
    age(run, who, old)
    run.discourse.mention((*run.discourse.subject, *run.resolver.people(run.phrase(others), SUBJECT)), SUBJECT)


def ages_in_turn(run: ClauseRun, who: int, *old: int) -> None:
    """The girls are 17 and 15: an age for each, where there are as many."""
    people, given = run.subject(who), [at for at in old if at is not None]
    if len(people) != len(given):
        run.draft.ask(Question(run.text, f"'{run.text}': whose ages are these?"))
        return
    for somebody, at in zip(people, given, strict=True):
        run.resolver.set_age(somebody, run.age(at))


def with_ages(clause: Clause, at: Sequence[int]) -> bool:
    """Whether everybody of the last phrase stands with an age."""
    phrase = clause.items[at[-1]].value
    return isinstance(phrase, Phrase) and all(part.age is not None for part in phrase.parts or (phrase,))


def past_age(run: ClauseRun, who: int, old: int) -> None:
    """When he was two: when that was, if the birth is known; it is kept with the event before it.

    A parent is not who was two, but where their own parent is told of: "Adwoa's mum died when she was six".
    """
    age = run.age(old).words.removeprefix("age ")
    young = age.isdigit() and int(age) < _YOUNGEST_PARENT
    parents = (
        [
            somebody
            for somebody in run.draft.persons
            if any(run.draft.persons[child].get("kind", "person") == "person" for child in run.draft.children(somebody))
            and not any(run.discourse.is_here(parent) for parent in run.draft.parents(somebody))
        ]
        if young
        else []
    )
    people = run.resolver.people(run.phrase(who), 2.0, without=parents)
    event = run.draft.events[-1] if run.draft.events and run.draft.note_is_here() else None
    parts = parts_at_age(run.draft, people[0], int(age)) if people and age.isdigit() else []
    run.draft.at_ages += parts
    run.draft.noted += bool(parts)
    if parts and event is None:
        return
    if people and event is not None and not event.get("date") and "." not in age and age.isdigit():
        event["what"] = f"{event['what']} when {run.draft.name(people[0])} was {age}"
    elif people:
        run.draft.note_fact("note", people[0], words=(run.text,))


def born(run: ClauseRun, who: int) -> None:
    """Ava was born in 2018, or in Hull."""
    when = run.time("when", "since", "until")
    if when is None and run.phrase(who).pronoun in {"she", "he"}:  # "split up before he was born"
        parents = [somebody for somebody in run.draft.persons if run.draft.children(somebody)]
        if run.resolver.people(run.phrase(who), 2.0, without=parents):
            run.draft.noted += 1
        return
    for somebody in run.subject(who):
        if when is not None:
            run.draft.set_person(somebody, born=when)


def born_in(run: ClauseRun, who: int, place: int) -> None:
    """Ava was born in Hull in 2018."""
    born(run, who)
    for somebody in run.subject(who):
        run.draft.add_note(somebody, f"Born in {run.value(place).removeprefix('from ')}.")


def due(run: ClauseRun, who: int) -> None:
    """The baby is due in March."""
    when = run.time("when", "until", "since")
    people = run.subject(who)
    noun = run.phrase(who).noun
    expected = noun is not None and noun.relation == "child"
    expecting = [
        somebody
        for somebody in people
        if not expected
        and run.draft.persons[somebody].get("kind", "person") == "person"
        and str(run.draft.persons[somebody]["name"]).split()[0].casefold() not in {"baby", "bump"}
        and (run.draft.age(somebody) is None or (run.draft.age(somebody) or 0) >= _YOUNGEST_PARENT)
    ]
    if expecting:
        family_pregnant(run, expecting[0], when)
        return
    for somebody in people:
        run.draft.persons[somebody]["kind"] = "unborn"
        if when is not None:
            run.draft.set_person(somebody, due=next_time(run, when))


def family_pregnant(run: ClauseRun, mother: str, when: PartialDate | None) -> None:
    """A grown-up who is due is expecting a baby: "Aleksandra Nowak, 28, due 15 February"."""
    baby = run.draft.add_person(description=f"{run.draft.name(mother)}'s baby", kind="unborn")
    run.draft.set_parent(mother, baby)
    expected_of_partner(run, mother, baby)
    if when is not None:
        run.draft.set_person(baby, due=next_time(run, when))


def expected_of_partner(run: ClauseRun, mother: str, baby: str) -> None:
    """Gary's partner is Jade, who is due in February: her only partner is taken as the other parent; it is asked."""
    mates = run.draft.partners(mother, current=True)
    if len(mates) == 1 and len(run.draft.parents(baby)) == 1 and run.draft.pronoun(mates[0])[0] != "she":
        run.draft.expected.append((run.draft.sentence, mates[0], baby))


def next_time(run: ClauseRun, when: PartialDate) -> PartialDate:
    """A month without a year is the next one where something is due."""
    if when.latest < run.draft.today and when.month is not None and str(when.earliest.year) not in run.sentence:
        written = when.earliest.isoformat()[: 10 if when.earliest == when.latest else 7]
        return PartialDate.read(f"{when.earliest.year + 1}{written[4:]}")
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
    for somebody in run.subject(who):
        run.draft.set_person(somebody, **({"died": when} if when else {"deceased": True}))
        if cause:
            run.draft.set_person(somebody, cause_of_death=cause)
        for partner in run.draft.partners(somebody):
            union = run.draft.unions[min(somebody, partner), max(somebody, partner)]
            if not union.get("until") and union.get("ended", "") in {"", "unknown"}:  # "was married to Bill, who died"
                union.pop("ended", None)
                run.draft.set_union(somebody, partner, ended="death", until=when)


def where(run: ClauseRun, who: int, place: int, *further: int) -> None:
    """Sue lives round the corner; Stacey is in prison."""
    words = " in ".join(run.value(at) for at in (place, *further))
    for somebody in run.subject(who):
        if words in _AT_HOME:
            parents = [parent for parent in run.draft.parents(somebody) if run.draft.home_of(parent)]
            run.draft.live_together([*parents[:1], somebody])
            continue
        run.set_place((somebody,), place, *further)
        if run.value(place) in INSTITUTIONS:
            run.draft.live_together((somebody,), INSTITUTIONS[run.value(place)])


def place_in_words(run: ClauseRun, who: int, *, words: str) -> None:
    """Carly is homeless."""
    for somebody in run.subject(who):
        run.draft.set_person(somebody, whereabouts=words)


def their_place_unknown(run: ClauseRun) -> None:
    """... and his whereabouts are unknown: of whoever the sentence tells; it is asked where several are meant."""
    people = run.discourse.subject
    for somebody in people[:1]:
        run.draft.set_person(somebody, whereabouts="not known")
    if len(people) != 1:
        run.draft.ask(Question(run.text, f"'{run.text}': whose?"))


def place_unknown(run: ClauseRun, *at: int) -> None:
    """Nobody knows where their father, Lee, is."""
    for somebody in run.subject(at[-1]):
        run.draft.set_person(somebody, whereabouts="not known")


def died_by(run: ClauseRun, *_at: int, words: str) -> None:
    """... it was cancer: of whoever was told to have died in this sentence."""
    dead = [somebody for somebody in run.discourse.subject if {"died", "deceased"} & run.draft.persons[somebody].keys()]
    for somebody in dead:
        run.draft.set_person(somebody, cause_of_death=words)
    if not dead:
        run.draft.ask(Question(run.text, f"'{run.text}': of whom?"))


def home_with_kind(run: ClauseRun, who: int, word: str) -> None:
    """Wayne is serving four years: in prison."""
    for somebody in run.subject(who):
        run.draft.set_person(somebody, whereabouts=word)
        run.draft.live_together((somebody,), INSTITUTIONS[word])


def harm_to_own_body(run: ClauseRun, who: int) -> None:
    """Evie self-harms."""
    health(run, who, "psychological", "self-harm")


def age_from(run: ClauseRun, who: int, old: int, place: int) -> None:
    """Nadia is 29, from Syria."""
    age(run, who, old)
    for somebody in run.discourse.subject:
        run.set_place((somebody,), place)


def year_and_class(run: ClauseRun, who: int, year: int) -> None:
    """Ruby is in Year 6."""
    number = run.age(year).words.removeprefix("age ")
    for somebody in run.subject(who):
        run.draft.set_person(somebody, education=f"Year {number}")


def work(run: ClauseRun, who: int, words: str) -> None:
    """Ewa works nights in a warehouse; Paul is a nurse, and drives a bus: both are kept."""
    for somebody in run.subject(who):
        known = str(run.draft.persons[somebody].get("occupation") or "")
        if known and words not in known:
            run.draft.persons[somebody]["occupation"] = f"{known}, {words}"
            run.draft.note_fact("person", somebody, words=("occupation",))
        else:
            run.draft.set_person(somebody, occupation=words)


def health(run: ClauseRun, who: int, area: str, words: str, *, past: bool = False, suspected: bool = False) -> None:
    """Ron has dementia; Kyle is autistic."""
    for somebody in run.subject(who):
        marks = run.draft.persons[somebody].setdefault("health", ())
        mark = {"area": area, "name": words, "status": "past" if past else "suspected" if suspected else "active"}
        if isinstance(marks, (tuple, list)):
            run.draft.persons[somebody]["health"] = (*marks, mark)
        run.draft.note_fact("person", somebody, words=("health",))


def conditions(run: ClauseRun, who: int, *, words: str) -> None:
    """Reggie has a diagnosis of autism and ADHD."""
    for area, names in HEALTH.items():
        for match in re.finditer(rf"(?<![\w-])(?:{names})(?![\w-])", words):
            health(run, who, area, match[0])


def languages(run: ClauseRun, who: int, words: str) -> None:
    """Ewa speaks Polish and a little English; what somebody speaks none of is a note."""
    spoken = re.sub(r"(?:very little|not much|\bno|\bnot) (?:[a-z]+)", "", words)
    names = [name.capitalize() if name != "bsl" else "BSL" for name in re.findall(rf"\b(?:{LANGUAGES})\b", spoken)]
    for somebody in run.subject(who):
        if names and not run.text.casefold().split("speak")[-1].startswith((" no ", "s no ", " little ", "s little ")):
            run.draft.set_person(somebody, languages=tuple(names))
        else:
            run.draft.add_note(somebody, f"{run.text[:1].upper()}{run.text[1:]}.")


def faith(run: ClauseRun, who: int, words: str) -> None:
    """Yusuf is Muslim."""
    for somebody in run.subject(who):
        run.draft.set_person(somebody, faith=words)


def alone(run: ClauseRun, who: int, place: int | None = None) -> None:
    """Nathan lives on his own in Hull."""
    for somebody in run.subject(who):
        run.draft.live_together((somebody,))
    if place is not None:
        where(run, who, place)


def note(run: ClauseRun, who: int) -> None:
    """Something that is understood and has no place of its own: kept with the person in the words told."""
    for somebody in run.subject(who):
        run.draft.add_note(somebody, f"{run.text[:1].upper()}{run.text[1:]}.")


def unknown(run: ClauseRun, who: int) -> None:
    """His dad is not known: somebody who has no name yet; "her" is rather a child than her mother."""
    run.resolver.guess = False
    _of_a_child(run, run.phrase(who))
    for somebody in run.subject(who):
        if run.draft.unnamed(somebody):
            run.draft.persons[somebody]["kind"] = "unknown"


def _of_a_child(run: ClauseRun, phrase: Phrase) -> None:
    """Let "her" in "Her father is not known" mean the child told of lately who has none, and ask."""
    if phrase.owner is None or phrase.owner.pronoun not in {"she", "he"} or phrase.noun is None:
        return
    side = {"male": "he", "female": "she"}.get(phrase.noun.gender, "")
    fits = [
        somebody
        for somebody, (at, _) in run.discourse.presence.items()
        if somebody in run.draft.persons
        and run.draft.sentence - at <= _LATELY
        and (run.draft.age(somebody) or ADULT) < ADULT
        and run.draft.pronoun(somebody)[0] in {"", phrase.owner.pronoun}
        and all(run.draft.pronoun(parent)[0] != side for parent in run.draft.parents(somebody))
    ]
    if len(fits) == 1 and side:
        phrase.owner = Phrase(phrase.owner.start, phrase.owner.end, name=str(run.draft.persons[fits[0]]["name"]))
        run.draft.ask(Question(run.text, f"'{run.text}' is taken of {run.draft.name(fits[0])}. Is that so?"))


def pronouns(run: ClauseRun, who: int, word: int, *_more: int) -> None:
    """Ash uses they/them pronouns."""
    pronoun = run.phrase(word).pronoun
    for somebody in run.resolver.people(run.phrase(who), 3.0):
        run.draft.persons[somebody]["pronouns"] = pronoun
        run.draft.note_fact("person", somebody, words=("pronouns",))
        run.discourse.subject = (somebody,)
