"""What a clause says of children: whose they are, expected, lost, adopted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from supervision_tui.family.narrative.grammar.kin_nouns import CHILDREN, SIBLINGS, TWIN_SIBLINGS
from supervision_tui.family.narrative.grammar.phrase import Phrase
from supervision_tui.family.narrative.relations import CHILD_KINDS, relate, twins
from supervision_tui.family.narrative.rules.clause_run import ClauseRun
from supervision_tui.family.narrative.rules.identity_actions import fill_counted
from supervision_tui.family.narrative.rules.person_actions import age
from supervision_tui.family.narrative.rules.tie_actions import looks_after, serve
from supervision_tui.family.shorthand import Question

if TYPE_CHECKING:
    from supervision_tui.family.narrative.grammar.clauses import Clause

_TWO = 2


def left_children(run: ClauseRun, who: int, whom: int) -> None:
    """Karen left two boys, Josh and Ben: her children; "left a partner" where somebody died is a couple till death."""
    before = set(run.draft.unions)
    has(run, who, whom)
    for somebody in run.discourse.subject:
        if {"died", "deceased"} & run.draft.persons[somebody].keys():
            for pair in [pair for pair in run.draft.unions if pair not in before and somebody in pair]:
                run.draft.unions[pair]["ended"] = "death"


def has_with_service(run: ClauseRun, who: int, whom: int, service: int, place: int | None = None) -> None:
    """Connor has a sister, Bethany, at university in Leeds; Gary has a son, Tyler, at Oak Primary."""
    before = {*run.draft.persons}
    has(run, who, whom)
    new = [somebody for somebody in run.draft.persons if somebody not in before]
    named = run.discourse.last if len(run.discourse.last) == 1 else ()
    for somebody in named or new[-1:]:
        serve(run, run.value(service), (somebody,))
        if place is not None:
            run.set_place((somebody,), place)


def has(run: ClauseRun, who: int, whom: int, other: int | None = None) -> None:
    """They have Robin, 16; Kai has a sister, Esi; Mark has a new partner; he has them on Fridays, which is contact."""
    phrase = run.phrase(whom)
    noun = phrase.noun
    if (run.often and not phrase.new) or phrase.pronoun in {"she", "he", "they"}:
        looks_after(run, who, whom)  # "has them on Fridays", "still has them for lunch"
        return
    if other is not None and run.phrase(other).pronoun in {"she", "he", "they", "teller"} and noun is not None:
        has_at_home(run, who, whom)
        return
    if any(part.noun is not None for part in phrase.parts):
        for part in _like(phrase.parts):
            run.clause.items[whom] = replace(run.clause.items[whom], value=part)
            has(run, who, whom, other)
        return
    children = noun is None or (noun.relation in CHILDREN | {"twin"} and noun.word not in TWIN_SIBLINGS)
    owners = run.subject(who, prefer="couple" if children or run.discourse.foster_carers else "")
    looked_after = children or (noun is not None and noun.relation in SIBLINGS and noun.plural)
    if looked_after and _fosters(run, owners, phrase):
        phrase.owner = None
        care_for_siblings(run, owners, run.object(whom, without=owners), siblings=not children)
        return
    if phrase.former:
        has_from(run, who, whom)
    elif not children:
        _has_somebody(run, owners, whom)
    else:
        if other is not None:
            owners = (*owners[:1], *run.object(other, without=owners)[:1])
        _has_children(run, owners, whom)


def of_age_with_children(run: ClauseRun, who: int, old: int, whom: int) -> None:
    """Sophie is a 26 year old woman with two children, Oliver and Grace."""
    age(run, who, old)
    has(run, who, whom)


def are_children(clause: Clause, places: Sequence[int]) -> bool:
    """Whether the last of them are children of somebody: "with two children", and not "with her mum"."""
    phrase = clause.items[places[-1]].value
    return isinstance(phrase, Phrase) and phrase.noun is not None and phrase.noun.relation in CHILDREN


def has_by_donor(run: ClauseRun, who: int, whom: int, donor: int) -> None:
    """Sian and Beth had Nia through a donor: theirs, and who gave is on the map without a name."""
    owners = run.subject(who, prefer="couple")
    children = run.object(whom, without=owners)
    noun = run.phrase(donor).noun
    if noun is None:
        return
    for child in children:
        for parent in owners[:_TWO]:
            run.draft.set_parent(parent, child)
        named = run.object(donor, without=(*owners, *children)) if run.phrase(donor).apposed else ()
        for somebody in named or (run.draft.add_person(description=f"{run.draft.name(child)}'s {noun.word}"),):
            relate(run.draft, somebody, noun, (child,), ())
    run.discourse.note_group(children, "children")


def is_donor(clause: Clause, places: Sequence[int]) -> bool:
    """Whether the last of them is a donor or a surrogate."""
    phrase = clause.items[places[-1]].value
    noun = phrase.noun if isinstance(phrase, Phrase) else None
    return noun is not None and noun.relation in {"donor", "surrogate"}


def is_born_since(clause: Clause, places: Sequence[int]) -> bool:
    """Whether who was expected has a name by now: "she fell pregnant with Scott", and not "with a girl"."""
    phrase = clause.items[places[-1]].value
    return isinstance(phrase, Phrase) and phrase.noun is None and bool(phrase.name)


def carried(run: ClauseRun, who: int, whom: int) -> None:
    """Beth carried her: the child of whom one was told, who can be meant."""
    phrase = run.phrase(whom)
    if phrase.pronoun in {"she", "he"}:
        mothers = run.subject(who)
        young = [
            child
            for child in run.discourse.presence
            if child in run.draft.persons
            and run.draft.is_child(child)
            and run.draft.pronoun(child)[0] in {"", phrase.pronoun}
        ]
        if len(young) == 1:
            for somebody in mothers[:1]:
                run.draft.set_parent(somebody, young[0])
            run.discourse.mention(young, 3.0)
            return
    has(run, who, whom)


def _fosters(run: ClauseRun, owners: Sequence[str], phrase: Phrase) -> bool:
    """Whether foster carers have somebody else's children, and not their own."""
    carers = bool(owners) and {*owners} <= run.discourse.foster_carers
    return carers and "own" not in phrase.adjectives and phrase.by is None


def has_at_home(run: ClauseRun, who: int, whom: int) -> None:
    """She only has the baby, Riley, with her: a child of hers who lives with her."""
    owners = run.subject(who)
    run.phrase(whom).owner = None
    people = run.object(whom, without=owners)
    if owners and people and not any(run.draft.parents(child) for child in people):
        _has_children(run, owners[:1], whom)
    if owners and people:
        run.draft.live_together((*owners[:1], *people))


def _like(parts: Sequence[Phrase]) -> list[Phrase]:
    """The parts of a list by what they are: names without a noun belong together."""
    names = [part for part in parts if part.noun is None]
    nouns = [part for part in parts if part.noun is not None]
    listed = [Phrase(names[0].start, names[-1].end, parts=names)] if len(names) > 1 else names
    return [*listed, *nouns] if parts[0].noun is None else [*nouns, *listed]


def has_at(run: ClauseRun, who: int, whom: int, place: int, name: int | None = None) -> None:
    """Yonas has an aunt in Birmingham called Selam."""
    phrase = run.phrase(whom)
    if name is not None:
        phrase.apposed.append(run.phrase(name))
    before = {*run.draft.persons, *run.subject(who)}
    has(run, who, whom)
    for somebody in [new for new in run.draft.persons if new not in before]:
        run.set_place((somebody,), place)


def _has_somebody(run: ClauseRun, owners: Sequence[str], whom: int) -> None:
    """A sister, a new partner, a cat."""
    phrase = run.phrase(whom)
    noun = phrase.noun
    if noun is None:
        return
    phrase.owner = None
    people = run.object(whom, without=owners) if phrase.apposed or phrase.new else ()
    if noun.relation == "sibling" and noun.plural and run.discourse.fosters and {*owners} <= {*run.resolver.teller()}:
        run.discourse.foster_carers.update(owners)
        care_for_siblings(run, owners, people)
        return
    for somebody in people or run.resolver.unnamed(phrase, owners):
        relate(run.draft, somebody, noun, owners, phrase.adjectives)
        if noun.word in TWIN_SIBLINGS and noun.plural:
            twins(run.draft, people)
        if noun.relation in SIBLINGS and owners:
            run.discourse.note_group((*owners, somebody), "children")
        if noun.relation in {"partner", "spouse", "fiance"} and owners:
            run.discourse.note_group((owners[0], somebody), "couple")


def care_for_siblings(run: ClauseRun, carers: Sequence[str], children: Sequence[str], *, siblings: bool = True) -> None:
    """I have three siblings, Amber, Jade and Levi, says a foster carer: brothers and sisters who are fostered here."""
    for child in children:
        for carer in carers[:_TWO]:
            run.draft.set_parent(carer, child, "foster")
    for other in children[1:] if siblings else ():
        run.draft.set_siblings(children[0], other)
    run.draft.live_together((*carers, *children), "foster_home")
    run.discourse.note_group(children, "children")
    names = " and ".join(run.draft.name(child) for child in children)
    run.draft.ask(Question(run.text, f"'{run.text}': {names} are taken to be fostered here. Is that so?"))


def _has_children(run: ClauseRun, owners: Sequence[str], whom: int) -> None:
    phrase = run.phrase(whom)
    noun = phrase.noun
    people = run.object(whom, without=owners)
    if not people and phrase.count and owners:
        people = run.resolver.unnamed(phrase, owners)
    if len(owners) > _TWO:
        names = ", ".join(run.draft.name(somebody) for somebody in owners)
        run.draft.ask(Question(run.text, f"'{run.text}': children of which two of {names}?"))
        return
    for child in people:
        _is_child_of(run, child, owners, phrase)
        if "stillborn" in phrase.adjectives:
            run.draft.persons[child] |= {"kind": "loss", "loss": "stillbirth"}
    if len(owners) == _TWO and people:
        _couple_of(run, owners)
    if len(people) == 1 and run.time("when") is not None and not run.draft.persons[people[0]].get("born"):
        run.draft.set_person(people[0], born=run.time("when"))
    if noun is not None and (noun.relation == "twin" or "twin" in phrase.adjectives):
        twins(run.draft, people)
    run.discourse.note_group(people, "children")


def _couple_of(run: ClauseRun, owners: Sequence[str]) -> None:
    """Two who are told of together as parents: a couple, unless that was told otherwise; it is asked."""
    for somebody, other in (owners, owners[::-1]):  # "was widowed. He and Elaine had two boys"
        late = [mate for mate in run.draft.partners(somebody) if run.draft.unnamed(mate)
                and run.draft.unions[min(mate, somebody), max(mate, somebody)].get("ended") == "death"]  # fmt: skip
        if late and not run.draft.partners(other):
            run.draft.merge(late[0], other)
            run.draft.ask(Question(run.text, f"{run.draft.name(other)} is taken as the one who died. Is that so?"))
            return
    about = " and ".join(run.draft.name(somebody) for somebody in owners)
    if owners[1] in run.draft.partners(owners[0]) or not run.draft.can_be_couple(*owners):
        return
    if run.draft.answered(about) == "no":
        return
    run.draft.set_union(*owners)
    run.discourse.note_group(owners, "couple")
    run.draft.ask(Question(about, f"{about} are taken as a couple. Is that so?", (("yes", "yes"), ("no", "no"))))


def is_of(run: ClauseRun, who: int, parent: int) -> None:
    """Tyrell and Shay are Marlon's."""
    people = run.subject(who)
    for somebody in run.object(parent, without=people)[:1]:
        for child in people:
            run.draft.set_parent(somebody, child)


def _is_child_of(run: ClauseRun, child: str, owners: Sequence[str], phrase: Phrase) -> None:
    """*child* is a child of *owners*; somebody who has children and is told by name only is asked about."""
    noun, name = phrase.noun, run.draft.name(child)
    if noun is None and run.draft.age(child) is None and not run.draft.unnamed(child) and run.draft.children(child):
        run.draft.ask(Question(name, f"{name} has children: a child of {run.draft.name(owners[0])}?"))
        return
    for parent in owners:
        run.draft.set_parent(parent, child, CHILD_KINDS.get(noun.relation, "birth") if noun is not None else "birth")
    if noun is not None and noun.gender != "unknown":
        run.draft.set_person(child, gender=noun.gender)


def has_from(run: ClauseRun, who: int, whom: int) -> None:
    """Emeka has Chidi from his first marriage: a child of him, and not of the partner he has now."""
    people = run.subject(who)
    children = run.object(whom, without=people)
    if not children and run.phrase(whom).count:
        run.phrase(whom).owner = None
        children = run.resolver.unnamed(run.phrase(whom), ())
    noun = run.phrase(whom).noun
    married = "marriage" in (run.phrase(whom).former or run.text)
    for child in children:
        for somebody in people[:1]:
            run.draft.set_parent(somebody, child)
            run.draft.note_fact(
                "note",
                child,
                words=(
                    f"from {'a former marriage' if married else 'a former relationship'} of {run.draft.name(somebody)}",
                ),
            )
            _former_partner(run, somebody, child, run.phrase(whom).former or "a", married=married)
        if noun is not None and noun.gender != "unknown":
            run.draft.set_person(child, gender=noun.gender)
    run.discourse.note_group(children, "children")


def has_with_former(run: ClauseRun, who: int, whom: int, *others_at: int | None) -> None:
    """Louise has Ethan from her first marriage to Simon."""
    people = run.subject(who)[:1]
    children = run.object(whom, without=people)
    at = next(place for place in others_at[::-1] if place is not None)
    others = run.object(at, without=(*people, *children))[:1]
    for child in children:
        for parent in (*people, *others):
            run.draft.set_parent(parent, child)
    if people and others:
        run.draft.set_union(*people, *others, kind="married" if "marriage" in run.text else "", ended="unknown")
    run.discourse.note_group(children, "children")


def _former_partner(run: ClauseRun, parent: str, child: str, former: str, *, married: bool) -> None:
    """The other parent, whom nobody has named: a former partner who has no name yet."""
    if len(run.draft.parents(child)) > 1:
        return
    couples = [group.people for group in run.discourse.groups if group.kind == "couple" and parent in group.people]
    if former.split(maxsplit=1)[0] in {"that", "this", "the"} and couples:
        run.draft.set_parent(next(somebody for somebody in couples[-1] if somebody != parent), child)
        return
    nameless = [somebody for somebody in run.draft.partners(parent) if run.draft.unnamed(somebody)]
    other = nameless[0] if nameless else run.draft.add_person(description=f"{run.draft.name(parent)}'s former partner")
    run.draft.set_union(parent, other, kind="married" if married else "", ended="unknown")
    run.draft.set_parent(other, child)


def adopted(run: ClauseRun, who: int) -> None:
    """They were adopted: by whom is not said."""
    people = run.subject(who)
    if people:
        run.draft.add_event("adopted", people, date=run.time("when", "since"), theme="adoption")


def carried_by(run: ClauseRun, who: int, surrogate: int) -> None:
    """Arlo was carried by a surrogate, Hayley."""
    children = run.subject(who)
    phrase = run.phrase(surrogate)
    names = [other.name for other in phrase.apposed if other.name] or ([phrase.name] if phrase.name else [])
    for name in names[:1]:
        person = run.draft.named(name)[0] if run.draft.named(name) else run.draft.add_person(name)
        for child in children:
            run.draft.set_parent(person, child, "surrogate")
        run.draft.ask(
            Question(run.text, f"'{run.text}': {name} is taken as a surrogate. Is that so, and may it be on the map?")
        )


def eldest(run: ClauseRun, *who: int) -> None:
    """Linda is the eldest, then Peter: names for children who were counted before."""
    for at in who:
        fill_counted(run.draft, run.subject(at))
