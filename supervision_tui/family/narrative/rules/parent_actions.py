"""What a clause says of whose children somebody is: shared, not known, denied; whom whoever tells looks after."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from supervision_tui.family.narrative.grammar.first_person import TELLER, TELLERS
from supervision_tui.family.narrative.grammar.kin_nouns import CHILDREN, PARENTS, PARTNERS, KinNoun
from supervision_tui.family.narrative.grammar.phrase import Phrase
from supervision_tui.family.narrative.relations import relate
from supervision_tui.family.narrative.rules import care_actions as care
from supervision_tui.family.narrative.rules import couple_actions as couples
from supervision_tui.family.narrative.rules.clause_run import ClauseRun
from supervision_tui.family.shorthand import Question

if TYPE_CHECKING:
    from supervision_tui.family.narrative.grammar.clauses import Clause

_TWO = 2
_TELLING = frozenset({TELLER, TELLERS})


def shares(run: ClauseRun, who: int, parent: int) -> None:
    """Jayden and Kyle share a father, Dwayne; they have the same mum."""
    phrase, children = run.phrase(parent), run.subject(who)
    noun = phrase.noun
    if noun is None or noun.relation not in PARENTS or len(children) < _TWO:
        run.draft.ask(Question(run.text, f"'{run.text}' was not taken. What shall become of it?"))
        return
    if "different" in phrase.adjectives:
        run.draft.set_siblings(children[0], children[1], "half")
        return
    phrase.owner, phrase.title = None, ""
    named = any(other.name for other in phrase.apposed)
    known = [somebody for child in children for somebody in run.draft.parents(child)]
    fits = [somebody for somebody in known if run.draft.pronoun(somebody)[0] == _PRONOUN.get(noun.gender)]
    people = run.object(parent, without=children) if named else tuple(fits[:1])
    for somebody in people or run.resolver.unnamed(phrase, children[:1]):
        for child in children:
            relate(run.draft, somebody, noun, (child,), ())


_PRONOUN = {"female": "she", "male": "he"}


def half_by_other_parent(run: ClauseRun, who: int, parent: int, other: int) -> None:
    """Freya has a different dad to Callum: half-siblings."""
    noun = run.phrase(parent).noun
    children, others = run.subject(who), run.object(other)
    if noun is None or "different" not in run.phrase(parent).adjectives or not children or not others:
        run.draft.ask(Question(run.text, f"'{run.text}' was not taken. What shall become of it?"))
        return
    run.draft.make_half(children[0], others[0])


def not_of(run: ClauseRun, who: int, parent: int) -> None:
    """Evie is not Callum's: what was taken so goes, and is not taken again; nor "is Archie's dad, but not Millie's"."""
    children = run.subject(who)
    others = run.object(parent, without=children)
    if children and others and run.draft.children(children[0]) and not run.draft.children(others[0]):
        children, others = others, children
    for somebody in others:
        for child in children:
            run.draft.deny_parent(somebody, child)
            run.draft.add_note(child, f"{run.draft.name(somebody)} is not a parent of {run.draft.name(child)}.")


def of_former(run: ClauseRun, who: int, parent: int, *others: int) -> None:
    """Alfie is Zoe's from her relationship with Carl: of these two, and of nobody who was taken before."""
    children = run.subject(who)
    both = (*run.object(parent, without=children)[:1], *run.object(others[-1], without=children)[:1])
    for child in children:
        for known in run.draft.parents(child, ("birth",)):
            if known not in both and len(both) == _TWO:
                run.draft.deny_parent(known, child)
        for somebody in both:
            run.draft.set_parent(somebody, child)
    if len(both) == _TWO and both[1] not in run.draft.partners(both[0]):
        kind = "married" if " marriage" in run.text else ""
        run.draft.set_union(*both, ended="unknown", kind=kind, until=run.time("until", "when"))


def parent_unknown(run: ClauseRun, *at: int) -> None:
    """Nobody knows who Leo's dad is: somebody without a name."""
    run.resolver.guess = False
    if len(at) > _TWO:
        run.subject(at[0])  # "Jamie doesn't know who his father is"
        run.discourse.inside = True
    for somebody in run.resolver.people(run.phrase(at[-1]), 1.0):
        if run.draft.unnamed(somebody):
            run.draft.persons[somebody]["kind"] = "unknown"
            run.draft.not_known.add(somebody)


def denies(run: ClauseRun, who: int) -> None:
    """Bilal denies paternity: it is asked, and drawn with a question mark only when that is the answer."""
    for somebody in run.subject(who):
        children = run.draft.children(somebody, ("birth",))
        names = " and ".join(run.draft.name(child) for child in children) or "whom"
        if run.draft.answered(run.text) == "doubted":
            for link in run.draft.parentages:
                if link["child"] in children and link["kind"] == "birth":
                    link["doubted"] = True
        run.draft.add_note(somebody, f"{run.text[:1].upper()}{run.text[1:]}.")
        run.draft.ask(
            Question(
                run.text,
                f"'{run.text}': is {run.draft.name(somebody)} drawn as father of {names} with a question mark?",
                (("doubted", "with a question mark"), ("note", "only a note")),
            )
        )


def list_people(run: ClauseRun, whom: int) -> None:
    """There are two children of the marriage; there is an older girl, Zaynab; there's me, my mum and Tom."""
    phrase = run.phrase(whom)
    noun = phrase.noun or _noun_of_parts(phrase)
    people = run.subject(whom)
    tellers = phrase.parts and any(part.pronoun in _TELLING for part in phrase.parts)
    if tellers and len(people) > _TWO:
        run.draft.live_together(people)
        run.draft.ask(Question(run.text, f"'{run.text}': they are taken to live together. Is that so?"))
    if noun is None or noun.relation not in CHILDREN or phrase.owner is not None:
        return
    couples = [group.people for group in run.discourse.groups if group.kind == "couple"]
    couples = couples or ([titled] if len(titled := run.discourse.titled_parents()) == _TWO else [])
    siblings = [somebody for somebody in run.resolver.focus() if somebody not in people]
    people = people or (run.resolver.unnamed(phrase, couples[-1] if couples else ()) if phrase.count else ())
    if siblings and not couples:
        for child in people:
            run.draft.set_siblings(siblings[0], child)
        run.discourse.note_group((*siblings, *people), "children")
        return
    for child in people if couples else ():
        for parent in couples[-1]:
            run.draft.set_parent(parent, child)
        if noun.gender != "unknown":
            run.draft.set_person(child, gender=noun.gender)
    if couples and people:
        names = " and ".join(run.draft.name(somebody) for somebody in couples[-1])
        run.draft.ask(Question(run.text, f"'{run.text}' is taken of {names}. Is that so?"))
    run.discourse.note_group(people, "children")


def _noun_of_parts(phrase: Phrase) -> KinNoun | None:
    """As in "a son, Mason, and twins Poppy and Daisy": that all of them are children."""
    nouns = [part.noun for part in phrase.parts if part.noun is not None]
    children = all(noun.relation in CHILDREN | {"twin"} for noun in nouns) and len(nouns) == len(phrase.parts)
    return replace(nouns[0], gender="unknown", plural=True) if nouns and children else None


# -- when rules are meant ----------------------------------------------------------------------------------------------


def _phrase(clause: Clause, at: int) -> Phrase:
    value = clause.items[at].value
    return value if isinstance(value, Phrase) else Phrase(0, 0)


def _word(clause: Clause, *words: str) -> bool:
    return any(not item.code and str(item.value) in words for item in clause.items)


def is_shared(clause: Clause, places: Sequence[int]) -> bool:
    """Whether it is a parent who is shared: "share a father", "have the same mum"."""
    phrase = _phrase(clause, places[-1])
    parent = phrase.noun is not None and phrase.noun.relation in PARENTS
    return parent and (_word(clause, "share", "shares") or bool({"same", "different"} & {*phrase.adjectives}))


def is_with(clause: Clause, places: Sequence[int]) -> bool:
    """Whether somebody is with somebody, or came to whoever tells; foster carers have a rule of their own."""
    phrase = _phrase(clause, places[-1])
    if phrase.noun is not None and phrase.noun.relation == "foster_carer":
        return False
    return (_word(clause, "with") and not _word(clause, "placed")) or phrase.pronoun in _TELLING


def is_with_teller(clause: Clause, places: Sequence[int]) -> bool:
    """Whether it is whoever tells: "moved in with us"."""
    return _phrase(clause, places[-1]).pronoun in _TELLING


def is_placed_child(clause: Clause, places: Sequence[int]) -> bool:
    """Whether whoever tells has had a child for some time: "we have had Leo since he was a baby"."""
    who, whom = (_phrase(clause, at) for at in places[:2])
    return who.pronoun in _TELLING and whom.noun is None and bool(whom.name or whom.parts)


def is_next(clause: Clause, places: Sequence[int]) -> bool:
    """Whether more children are told by name: "Then there are Sumaya, 15, and Ibrahim, 12"."""
    phrase = _phrase(clause, places[-1])
    return _word(clause, "then", "next") and phrase.noun is None


def is_care_since(clause: Clause, places: Sequence[int]) -> bool:
    """Whether somebody has had a child, told by name, since some day: "She has had Aaliyah since Thursday"."""
    phrase = _phrase(clause, places[1])
    since = "since" in clause.times or _word(clause, "since")
    return since and phrase.noun is None and bool(phrase.name or phrase.parts)


def is_new_child(clause: Clause, places: Sequence[int]) -> bool:
    """Whether children are told of who were not before: "Karen left two boys, Josh and Ben"."""
    phrase = _phrase(clause, places[-1])
    return any(
        part.noun is not None and part.noun.relation in CHILDREN and part.new for part in phrase.parts or (phrase,)
    )


# -- whoever tells looks after somebody else's children --------------------------------------------------------------


def comes_to_teller(run: ClauseRun, child: int, teller: int) -> None:
    """Destiny came to us in May; Leo has been with me since he was two."""
    children = run.subject(child)
    carers = run.object(teller, without=children)
    _cared_for(run, carers, children, run.phrase(teller))


def has_placed_child(run: ClauseRun, teller: int, child: int) -> None:
    """We have had Leo since he was a baby: said of somebody else's child."""
    carers = run.subject(teller)
    _cared_for(run, carers, run.object(child, without=carers), run.phrase(teller))


def cares_since(run: ClauseRun, who: int, whom: int) -> None:
    """She has had Aaliyah since Thursday: who lives with her; a child of hers where nobody said anything else."""
    carers = run.subject(who)
    children = run.object(whom, without=carers)
    since = run.time("since", "when")
    if carers and children:
        run.draft.live_together((*carers, *children), fields={"since": since} if since else {})


def _cared_for(run: ClauseRun, carers: Sequence[str], children: Sequence[str], phrase: Phrase) -> None:
    kin = any(
        frozenset((carer, child)) in run.draft.kin or carer in run.draft.parents(child)
        for carer in carers
        for child in children
    )
    since = run.time("since", "when")
    if kin or not run.discourse.fosters:
        run.draft.live_together((*carers, *children), fields={"since": since} if since else {})
        if not kin and children:
            names = " and ".join(run.draft.name(child) for child in children)
            run.draft.ask(Question(run.text, f"'{run.text}': who is {names} to {run.draft.name(carers[0])}?"))
        return
    for child in children:
        for carer in carers[:_TWO]:
            run.draft.set_parent(carer, child, "foster", **({"since": since} if since else {}))
        if phrase.pronoun == TELLERS and len(carers) == 1:
            run.discourse.fostered.append(child)
    run.draft.live_together((*carers, *children), "foster_home", fields={"since": since} if since else {})
    names = " and ".join(run.draft.name(child) for child in children)
    run.draft.ask(Question(run.text, f"'{run.text}': {names} is taken to be fostered here. Is that so?"))


def ended(run: ClauseRun, *_at: int) -> None:
    """Their relationship ended in 2024: of the two told of last."""
    pairs = [group.people for group in run.discourse.groups if len(group.people) == _TWO]
    couple = next((pair for pair in pairs[::-1] if pair[1] in run.draft.partners(pair[0])), ())
    parents = run.discourse.titled_parents()
    couple = couple or (pairs[-1] if pairs and run.draft.can_be_couple(*pairs[-1]) else ())
    if not couple:
        children = [somebody for somebody in run.draft.persons if len(run.draft.parents(somebody)) == _TWO]
        parents = parents if len(parents) == _TWO else tuple(run.draft.parents(children[-1])) if children else ()
        couple = parents
    if len(couple) != _TWO:
        run.draft.ask(Question(run.text, f"'{run.text}': whose?"))
        return
    until = run.time("when", "until", "since")
    run.draft.set_union(*couple, ended="separation", until=until)
    run.discourse.note_group(couple, "couple")


def with_somebody(run: ClauseRun, who: int, whom: int) -> None:
    """Sam is with Jo: a couple; Lacey is with me, and Malachi is with Sandra and Dave: who they live with."""
    if run.phrase(whom).new:
        couples.couple(run, who, whom)
        return
    people = run.subject(who)
    others = run.object(whom, without=people)
    children = [somebody for somebody in (*people, *others) if run.draft.is_child(somebody)]
    kin = any(frozenset((person, other)) in run.draft.kin for person in people for other in others)
    kin = kin or any(person in run.draft.parents(other) or other in run.draft.parents(person)
                     for person in people for other in others)  # fmt: skip
    if _child_with_partner(run, whom, people, others):
        return
    if run.discourse.teller and run.phrase(whom).pronoun in _TELLING and len(people) == 1:
        _cared_for(run, others, people, run.phrase(whom))
    elif children or kin or len(others) > 1 or len(people) > 1:
        care.lives_with(run, who, whom)
    else:
        couples.couple(run, who, whom)


def _child_with_partner(run: ClauseRun, whom: int, people: Sequence[str], others: Sequence[str]) -> bool:
    """The baby, Archie, is with her current partner: a child whom she has with him, which is asked about."""
    phrase = run.phrase(whom)
    partner = phrase.noun is not None and phrase.noun.relation in PARTNERS and phrase.owner is not None
    owners = run.resolver.owners(phrase) if partner else ()
    if len(people) != 1 or len(others) != 1 or len(owners) != 1 or not run.draft.is_child(people[0]):
        return False
    if run.draft.parents(people[0], ("birth",)) not in ([], [owners[0]]):
        return False
    for parent in (owners[0], others[0]):
        run.draft.set_parent(parent, people[0])
    names = f"{run.draft.name(owners[0])} and {run.draft.name(others[0])}"
    run.draft.ask(Question(run.text, f"'{run.text}': a child of {names}, as taken. Is that so?"))
    return True


def has_responsibility(run: ClauseRun, who: int, whom: int) -> None:
    """Joan has parental responsibility for Millie and Archie: a note, and who is spoken of together."""
    people = run.subject(who)
    children = run.object(whom, without=people)
    for somebody in people:
        run.draft.add_note(somebody, f"{run.text[:1].upper()}{run.text[1:]}.")
    run.discourse.note_group(children, "children")


def next_children(run: ClauseRun, *at: int | None) -> None:
    """Then come Stacey, 24, and Jamie: brothers and sisters of the child told of before; it is asked."""
    last = [child for child in run.discourse.subject if run.draft.parents(child)]
    last = last or [child for parent in run.discourse.subject for child in run.draft.children(parent)]
    people = run.subject(next(place for place in at[::-1] if place is not None))
    for child in last[-1:]:
        for parent in run.draft.parents(child):
            for somebody in people:
                run.draft.set_parent(parent, somebody)
        names = " and ".join(run.draft.name(parent) for parent in run.draft.parents(child))
        run.draft.ask(Question(run.text, f"'{run.text}': children of {names}, as taken. Is that so?"))
    if not last:
        run.draft.ask(Question(run.text, f"'{run.text}': whose children?"))


def two_homes(run: ClauseRun, who: int, first: int, second: int) -> None:
    """I live half the week with my mum and half with my dad."""
    people = run.subject(who)
    both: list[str] = []
    for at in (first, second):
        others = run.object(at, without=people)
        both += others
        fields: dict[str, object] = {"part_time": True, "note": "half the time"}
        for other in others:
            home = run.draft.home_of(other)
            if home is None:
                run.draft.live_together((other,))
            run.draft.live_together((other, *people), fields=fields)
    run.discourse.note_group(both, "list")
