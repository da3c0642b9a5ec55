"""What a clause says of who somebody is: their name, and whom they are to others."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from supervision_tui.family.narrative.draft import Draft
from supervision_tui.family.narrative.draft_parents import ids_of
from supervision_tui.family.narrative.grammar.first_person import TELLER
from supervision_tui.family.narrative.grammar.kin_nouns import (
    CHILDREN,
    PARENTS,
    PARTNERS,
    ROUND,
    SIBLINGS,
    KinNoun,
    noun_at,
)
from supervision_tui.family.narrative.grammar.phrase import Phrase
from supervision_tui.family.narrative.relations import UNION_KINDS, relate
from supervision_tui.family.narrative.relatives import related
from supervision_tui.family.narrative.rules.clause_run import ClauseRun
from supervision_tui.family.narrative.rules.person_actions import age
from supervision_tui.family.shorthand import Question

_NEAR = 1
"""Sentences back in which whoever has no name is looked for."""


def named(run: ClauseRun, who: int, name: int) -> None:
    """Gran's name is Margaret; Paul's mum is called Jean."""
    if _kin_of(run.phrase(who)) and run.phrase(who).owner is not None:
        _is_kin(run, run.phrase(name), run.phrase(who))
        return
    for somebody in run.subject(who)[:1]:
        _name(run, somebody, run.phrase(name))


def _name(run: ClauseRun, somebody: str, written: Phrase) -> None:
    words = written.name or run.resolver.text(written)
    others = [other for other in run.draft.named(words) if other != somebody]
    if run.draft.unnamed(somebody) and others:
        run.draft.merge(somebody, others[0])
    elif run.draft.unnamed(somebody):
        run.draft.persons[somebody]["name"] = words
        run.draft.note_fact("person", somebody, words=("name",))
    else:
        run.draft.set_person(somebody, called=words)
    if written.age is not None:
        run.resolver.set_age(run.draft.persons.now(somebody), written.age)
    run.discourse.mention((others[0] if others and somebody not in run.draft.persons else somebody,), 3.0)


def named_by_pronoun(run: ClauseRun, name: int, *, words: str) -> None:
    """His name is Marco."""
    pronoun = {"his": "he", "her": "she", "their": "they"}[words]
    nameless = [person for person, (at, _) in run.discourse.presence.items() if person in run.draft.persons
                and run.draft.unnamed(person) and run.draft.pronoun(person)[0] in {"", pronoun}
                and run.draft.human(person) and run.draft.sentence - at <= _NEAR]  # fmt: skip
    people = tuple(nameless) if len(nameless) == 1 else run.discourse.pronoun(pronoun, f"{words} name")
    for somebody in people[:1]:
        _name(run, somebody, run.phrase(name))
        run.discourse.subject = (run.draft.persons.now(somebody),)


def calls(run: ClauseRun, who: int, whom: int, _word: int) -> None:
    """His dad still calls him Ellie; Callum calls Sandra "Mum": kept as a note, and nobody is called so by it."""
    run.subject(who)
    others = run.object(whom, without=run.discourse.subject)
    for somebody in others:
        run.draft.add_note(somebody, f"{run.text[:1].upper()}{run.text[1:]}.")
    run.discourse.note_group((*run.discourse.subject, *others), "list")


def teller_named(run: ClauseRun, name: int) -> None:
    """My name is Shanice: whoever tells."""
    written = run.phrase(name)
    _name(run, run.resolver.teller()[0], written.parts[0] if written.parts else written)
    run.discourse.subject = run.resolver.teller()


def is_(run: ClauseRun, first: int, second: int) -> None:
    """Tobi's dad is Kwame; Joan is Helen's mother; the girls are Hana, Noor and Layla."""
    somebody, other = run.phrase(first), run.phrase(second)
    if _kin_of(somebody) and not _kin_of(other):
        somebody, other = other, somebody
    if _kin_of(other):
        _is_kin(run, somebody, other)
        return
    people = run.resolver.people(somebody, 3.0)
    run.discourse.subject = people or run.discourse.subject
    if somebody.pronoun == TELLER and other.name:
        _name(run, people[0], other)
        return
    nouns = [part.noun for part in other.parts or (other,) if part.owner is None and part.noun is not None]
    if len(people) > 1 and nouns and all(noun.relation in SIBLINGS for noun in nouns):
        _set_siblings(run, people, nouns[0], other.adjectives)
        return
    same = run.resolver.people(other, 2.0)
    if len(people) == len(same) == 1 and people != same:
        run.draft.ask(Question(run.text, f"Are {run.draft.name(people[0])} and {run.draft.name(same[0])} one person?"))


def is_doubted(run: ClauseRun, first: int, second: int) -> None:
    """Father is believed to be Connor: taken, and asked whether it is known."""
    is_(run, first, second)
    run.draft.ask(Question(run.text, f"'{run.text}' is taken as so. Is it known, or is that only believed?"))


def _set_siblings(run: ClauseRun, people: Sequence[str], noun: KinNoun, adjectives: Sequence[str]) -> None:
    """Ade and Bisi are twins; Ellie and Connor are brother and sister."""
    children = [run.draft.is_child(somebody) for somebody in people]
    if any(children) and not all(children):
        run.draft.ask(Question(run.text, f"'{run.text}': who is meant?"))
        return
    plain = replace(noun, gender="unknown", plural=False)
    for other in people[1:]:
        relate(run.draft, other, plain, people[:1], tuple(adjectives))
    run.discourse.note_group(people, "children")


def siblings(run: ClauseRun, first: int, _last: int) -> None:
    """Ellie and Connor are brother and sister."""
    found = noun_at(["siblings"], 0)
    if found is not None:
        _set_siblings(run, run.subject(first), found[0], ())


def is_parent_of(run: ClauseRun, who: int, whom: int, *, word: str) -> None:
    """Leanne is mum to Robin and Maisie."""
    people = run.subject(who)
    younger = run.object(whom, without=people)
    found = noun_at([word], 0)
    if found is None:
        return
    for somebody in people:
        relate(run.draft, somebody, found[0], younger, ())
    if len(younger) > 1:
        run.discourse.note_group(younger, "children")


def is_of_age(run: ClauseRun, first: int, second: int, years: int) -> None:
    """Ade and Bisi are twins, aged 6."""
    is_(run, first, second)
    age(run, first, years)


def is_not(run: ClauseRun, first: int, second: int) -> None:
    """Mick is not Jade's dad: what was taken so is taken back, and is not taken again."""
    somebody, other = run.phrase(first), run.phrase(second)
    if _kin_of(somebody) and not _kin_of(other):
        somebody, other = other, somebody
    noun = other.noun
    people = run.resolver.people(somebody, 3.0)
    if noun is None or noun.relation not in PARENTS | CHILDREN or other.owner is None:
        run.draft.ask(Question(run.text, f"'{run.text}' was not taken. What shall become of it?"))
        return
    for person in people:
        for owner in run.resolver.owners(other, without=people):
            parent, child = (person, owner) if noun.relation in PARENTS else (owner, person)
            run.draft.deny_parent(parent, child)
            run.draft.add_note(child, f"{run.draft.name(parent)} is not a parent of {run.draft.name(child)}.")


def is_next(run: ClauseRun, first: int, second: int, third: int) -> None:
    """Linda is the eldest, then Peter."""
    is_(run, first, second)
    fill_counted(run.draft, run.subject(third))


def _kin_of(phrase: Phrase) -> bool:
    return phrase.noun is not None and not any(other.name or other.parts for other in phrase.apposed)


def _is_kin(run: ClauseRun, somebody: Phrase, kin: Phrase) -> None:
    """*one* is what the kin phrase says."""
    noun = kin.noun
    if noun is None:
        return
    spoken_of = run.discourse.last if somebody.pronoun == "who" else ()
    owners = () if kin.owner is None and not kin.title else run.resolver.owners(kin)
    run.discourse.last = spoken_of or run.discourse.last
    before = run.resolver.people(kin, 1.0) if not owners and kin.owner is None and not kin.new else ()
    if somebody.noun is not None and not _kin_of(somebody):
        run.resolver.people(somebody, 3.0)
    people = run.resolver.people(somebody, 3.0)
    if not people:
        return
    run.discourse.subject = people
    if not owners and kin.owner is None:
        _is_one_of(run, people, kin, before)
        run.resolver._facts(kin, people)  # noqa: SLF001 - "are brothers, 13 and 10"
        return
    nameless = [was for was in _told_as(run, kin, owners) if run.draft.unnamed(was) and was not in people]
    if nameless and len(people) == 1:
        run.draft.merge(nameless[0], people[0])
    for person in people:
        relate(run.draft, person, noun, owners, kin.adjectives, guessed=kin.owner is None and bool(kin.title))
    if kin.start < somebody.start and kin.owner is not None and kin.owner.pronoun not in {"she", "he"}:
        run.discourse.mention(people, 3.4)
    if noun.plural and len(people) == 2 and noun.relation in PARENTS | {"grandparent"}:  # noqa: PLR2004 - a pair
        run.resolver.pair(people)
    run.resolver._facts(kin, people)  # noqa: SLF001 - the phrase says an age of the same people
    _keep_in_mind(run, people, noun, owners)


def _keep_in_mind(run: ClauseRun, people: Sequence[str], noun: KinNoun, owners: Sequence[str]) -> None:
    """Who is "they", and whose other parent "her dad" is, from here on."""
    if noun.relation == "parent" and len(owners) == len(people) == 1:
        run.discourse.parent_of = (run.draft.sentence, owners[0], people[0], noun.gender)
    if noun.relation in PARTNERS and owners:
        run.discourse.note_group((owners[0], people[0]), "couple")
    if noun.relation == "child" and len(people) > 1:
        run.discourse.note_group(people, "children")


def _told_as(run: ClauseRun, kin: Phrase, owners: Sequence[str]) -> list[str]:
    if kin.noun is None:
        return []
    own = [parent for owner in owners for link in run.draft.links(owner) for parent in ids_of(link["parents"])]
    return [
        somebody
        for somebody in related(run.draft, kin.noun, owners, kin.adjectives)
        if somebody not in run.draft.not_known and (kin.noun.relation not in PARENTS or somebody in own)
    ]


def _is_one_of(run: ClauseRun, people: Sequence[str], kin: Phrase, before: Sequence[str]) -> None:
    """The girls are Hana and Noor; Robin is the eldest; Mum is Donna; she is a twin."""
    noun = kin.noun
    if noun is None:
        return
    if set(kin.adjectives) & {"eldest", "oldest", "youngest", "middle"}:
        fill_counted(run.draft, people)
    nameless = [somebody for somebody in before if somebody in run.draft.persons and run.draft.unnamed(somebody)]
    _with_the_other_children(run, people, kin)
    for old, new in zip(nameless, [somebody for somebody in people if somebody not in before], strict=False):
        run.draft.merge(old, new)
        run.draft.note_fact("person", new, words=("name",))
    if noun.relation not in ROUND and noun.gender != "unknown":
        for somebody in people:
            run.draft.set_person(somebody, gender=noun.gender)
    _are_together(run, people, kin)


def _with_the_other_children(run: ClauseRun, people: Sequence[str], kin: Phrase) -> None:
    """The older children are Ayan and Hibo: brothers and sisters of the child told of before; it is asked."""
    others = [
        person
        for person in run.draft.persons
        if person not in people
        and run.draft.human(person)
        and run.draft.parents(person)
        and not (run.draft.children(person) or run.draft.partners(person))
    ]
    older = {"older", "younger", "other", "eldest", "oldest", "youngest"} & {*kin.adjectives}
    if kin.noun is None or kin.noun.relation != "child" or kin.owner is not None or not older or not others:
        return
    new = [somebody for somebody in people if not run.draft.parents(somebody)]
    for somebody in new:
        run.draft.set_siblings(others[0], somebody)
    if new:
        run.discourse.note_group((*others, *new), "children")


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
    if noun.relation in SIBLINGS and noun.plural and len(people) > 1:
        _set_siblings(run, people, noun, kin.adjectives)
    if noun.relation == "cousin" and noun.plural and len(people) == 2:  # noqa: PLR2004 - two cousins
        _are_cousins(run, people, noun)
    if noun.relation == "friend" and noun.plural and len(people) == 2:  # noqa: PLR2004 - two friends
        run.draft.add_tie(
            people[0], people[1], "very_close" if "best" in noun.word or "best" in kin.adjectives else "close"
        )
    elif noun.relation == "professional" and kin.new:
        for somebody in people:
            run.draft.set_person(somebody, occupation=noun.word.replace("-", " "))
    elif noun.relation in ROUND:
        for somebody in people:
            relate(
                run.draft,
                somebody,
                noun,
                (run.discourse.subject or people)[:1] if noun.relation == "friend" else people[:1],
                kin.adjectives,
            )


def _are_cousins(run: ClauseRun, people: Sequence[str], noun: KinNoun) -> None:
    """They are first cousins: kin by blood, which a couple's line shows where they are one."""
    union = run.draft.unions.get((min(people), max(people)))
    if union is not None:
        union["relatives"] = True
        run.draft.note_fact("union", min(people), max(people))
    for somebody, other in (people, people[::-1]):
        run.draft.add_note(somebody, f"{noun.word.capitalize()} of {run.draft.name(other)}.")


def fill_counted(draft: Draft, people: Sequence[str]) -> None:
    """Linda is the eldest: names for children who were counted before and had none."""
    nameless = [child for somebody in draft.persons for child in draft.children(somebody)
                if draft.unnamed(child) and draft.persons[child].get("kind", "person") == "person"]  # fmt: skip
    for somebody in people:
        if nameless and not draft.parents(somebody):
            draft.merge(nameless.pop(0), somebody)
            draft.note_fact("parent", *draft.parents(somebody)[:1], somebody, "birth")
