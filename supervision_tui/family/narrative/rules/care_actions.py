"""What a clause says of who looks after whom, and of who lives with whom."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from supervision_tui.family.dates import PartialDate
from supervision_tui.family.narrative.draft_parents import ids_of
from supervision_tui.family.narrative.draft_people import ADULT
from supervision_tui.family.narrative.grammar.first_person import TELLERS
from supervision_tui.family.narrative.grammar.phrase import Phrase
from supervision_tui.family.narrative.rules.clause_run import ClauseRun
from supervision_tui.family.shorthand import Question

if TYPE_CHECKING:
    from supervision_tui.family.model.parentages import ParentageKind
    from supervision_tui.family.narrative.grammar.clauses import Clause

_TWO = 2


def _since(when: PartialDate | None) -> dict[str, object]:
    return {"since": when} if when is not None else {}


def care_for(run: ClauseRun, who: int, whom: int, kind: ParentageKind) -> None:
    """Maureen fosters Kai; Pat has special guardianship of Ava; they adopted Leo; Gran brought up Jordan."""
    carers = run.subject(who)
    children = run.object(whom, without=carers, prefer="children")
    _care(run, carers, children, kind)


def _says_we(run: ClauseRun) -> bool:
    """Whether whoever tells says "we" of it."""
    return any(isinstance(item.value, Phrase) and item.value.pronoun == TELLERS for item in run.clause.items)


def cared_for_by(run: ClauseRun, child: int, carer: int, kind: ParentageKind) -> None:
    """Kai is fostered by Maureen and Patrick; Esi was adopted by Jo and Al."""
    children = run.subject(child)
    _care(run, run.object(carer, without=children), children, kind)


def lives_with_guardian(run: ClauseRun, child: int, guardian: int) -> None:
    """Tyler lives with his nan under a special guardianship order."""
    children = run.subject(child)
    guardians = run.object(guardian, without=children)
    _care(run, guardians, children, "guardianship")
    if guardians and children:
        run.draft.live_together((*guardians, *children), "kinship_home", fields=_since(run.time("since")))


def _care(run: ClauseRun, carers: Sequence[str], children: Sequence[str], kind: ParentageKind) -> None:
    for child in children:
        for carer in carers[:_TWO]:
            birth = [
                link for link in run.draft.links(child) if link["kind"] == "birth" and carer in ids_of(link["parents"])
            ]
            if birth and kind == "adopted":
                birth[0]["kind"] = "adopted"  # "my mums ... they adopted me"
                run.draft.note_fact("parent", carer, child, "adopted")
            if birth or carer in run.draft.parents(child, ("birth",)):
                continue
            if kind == "kinship" and carer in run.draft.partners(child):
                continue
            fields = {"since": when} if (when := run.time("since", "when")) else {}
            run.draft.set_parent(carer, child, kind, **fields)
    if len(carers) == 1 and children and run.clause.items and _says_we(run):
        run.discourse.fostered += children  # with whoever "we" turns out to be
        run.discourse.care_of_both = kind
    if len(carers) == _TWO and children and kind in {"foster", "guardianship", "kinship", "adopted"}:
        run.resolver.pair(carers)
    if kind == "adopted" and children and (when := run.time("when")):
        run.draft.add_event("adopted", children, date=when, theme="adoption")
    home = {"foster": "foster_home", "kinship": "kinship_home", "guardianship": "kinship_home"}.get(kind, "home")
    if carers and children and kind == "foster":
        run.draft.live_together((*carers, *children), home, fields=_since(run.time("since")))


def placed_with(run: ClauseRun, child: int, carer: int, kind: ParentageKind = "foster") -> None:
    """Kai is in placement with Maureen and Patrick; a relative's is a kinship placement."""
    noun = run.phrase(carer).noun
    if noun is not None and noun.relation == "adoptive_parent":
        _placed_for_adoption(run, child, carer)
        return
    children = run.subject(child)
    carers = run.object(carer, without=children)
    own = [somebody for somebody in carers if {*run.draft.parents(somebody)} & {*carers}]
    if own and children:  # "with foster carer Ann Cooper and her son, Jack", who fosters nobody
        carers = tuple(somebody for somebody in carers if somebody not in own)
    if children and not carers:
        run.draft.ask(Question(run.text, f"'{run.text}': with whom?"))
    for somebody in children:
        kin = any(
            carer_id in _all_kin(run, somebody) or frozenset((carer_id, somebody)) in run.draft.kin
            for carer_id in carers
        )
        _care(run, carers, (somebody,), "kinship" if kin and kind == "foster" else kind)
        if kin:
            run.draft.live_together((*carers, somebody), "kinship_home")
    if own and carers:
        run.draft.live_together((*carers, *own))


def _placed_for_adoption(run: ClauseRun, child: int, carer: int) -> None:
    """Summer was placed with adopters, who may have no names."""
    children = run.subject(child)
    phrase = run.phrase(carer)
    people = run.object(carer, without=children) if phrase.apposed else ()
    for somebody in children:
        adopters = people or (run.draft.add_person(description=f"{run.draft.name(somebody)}'s adopter"),)
        for adopter in adopters[:_TWO]:
            run.draft.set_parent(adopter, somebody, "adopted")


def with_carers(clause: Clause, places: Sequence[int]) -> bool:
    """Whether it is foster carers with whom somebody is: nobody's own, as "a carer called Yvonne" is."""
    phrase = clause.items[places[-1]].value
    noun = phrase.noun if isinstance(phrase, Phrase) else None
    return noun is not None and noun.relation == "foster_carer" and isinstance(phrase, Phrase) and phrase.owner is None


def with_carers_at(clause: Clause, places: Sequence[int]) -> bool:
    """As :func:`with_carers`, where the carers are the second of the places."""
    return with_carers(clause, places[:2])


def placed_at(run: ClauseRun, child: int, carer: int, place: int | None = None) -> None:
    """Macsen has gone to different carers in Bangor."""
    placed_with(run, child, carer)
    if place is not None:
        run.set_place(run.discourse.subject, place)


def are_carers(clause: Clause, places: Sequence[int]) -> bool:
    """Whether somebody is a foster carer, of nobody who is named: "have been foster carers since 1995"."""
    return with_carers(clause, places[:2]) and not getattr(clause.items[places[1]].value, "apposed", ())


def lives_with_as(run: ClauseRun, child: int, carer: int, *_: int | None, words: str) -> None:
    """Tia lives with her aunt Monique and Monique's wife, Rosa, as kinship carers."""
    children = run.subject(child)
    carers = run.object(carer, without=children)
    kind: ParentageKind = "foster" if "foster" in words else "guardianship" if "guardian" in words else "kinship"
    _care(run, carers, children, kind)
    run.draft.live_together((*carers, *children), "foster_home" if kind == "foster" else "kinship_home")


def note_carers(run: ClauseRun, who: int, *_: int | None) -> None:
    """Alan and Brenda have been foster carers since 1995: whom they look after, they foster."""
    people = run.subject(who, prefer="couple")
    run.discourse.foster_carers.update(people)
    for somebody in people:
        run.draft.add_note(somebody, f"Foster carer. {run.text[:1].upper()}{run.text[1:]}.")
    if len(people) == _TWO:
        run.resolver.pair(people)


def _all_kin(run: ClauseRun, person: str) -> set[str]:
    parents = run.draft.parents(person)
    grand = [somebody for parent in parents for somebody in run.draft.parents(parent)]
    aunts = [child for somebody in grand for child in run.draft.children(somebody)]
    return {*parents, *grand, *aunts, *(somebody for parent in parents for somebody in run.draft.full_siblings(parent))}


def guardianship(run: ClauseRun, who: int) -> None:
    """... who got special guardianship in 2021: of the children spoken of before."""
    carers = run.subject(who)
    children = [
        group.people
        for group in run.discourse.groups
        if not set(group.people) & set(carers) and all(run.draft.is_child(somebody) for somebody in group.people)
    ]
    lone = [somebody for somebody in run.resolver.focus() if somebody not in carers]
    _care(run, carers, children[-1] if children else lone, "guardianship")


def raised(run: ClauseRun, who: int, whom: int) -> None:
    """Gran brought up Jordan: kinship care, unless she is his parent; then it says that they live together."""
    carers = run.subject(who)
    _raised(run, carers, run.object(whom, without=carers, prefer="children"))


def raised_by(run: ClauseRun, child: int, carer: int) -> None:
    """Adwoa was brought up by her aunt Comfort."""
    children = run.subject(child)
    _raised(run, run.object(carer, without=children), children)


def _raised(run: ClauseRun, carers: Sequence[str], children: Sequence[str]) -> None:
    for somebody in children:
        for carer in carers:
            if carer in run.discourse.titled_parents():
                run.draft.title_parent(carer, somebody)
        others = [carer for carer in carers if carer not in run.draft.parents(somebody)]
        _care(run, others, (somebody,), "kinship")
    parents = [carer for carer in carers if all(carer in run.draft.parents(child) for child in children)]
    if parents and children and " is " in f" {run.clause.pattern()} ":
        run.draft.live_together((*parents, *children))


# -- homes -------------------------------------------------------------------------------------------------------------


def lives_with(run: ClauseRun, who: int, whom: int, *places: int) -> None:
    """Folake lives with them; Robin stays with his dad at weekends (part of the time)."""
    noun = run.phrase(whom).noun
    if noun is not None and noun.relation == "foster_carer" and not places and run.phrase(whom).owner is None:
        placed_with(run, who, whom)
        return
    people = run.subject(who)
    others = run.object(whom, without=people, prefer="couple")
    if places:
        run.set_place((*people, *others), *places)
    if not others and people and noun is not None and run.phrase(whom).new:
        others = run.resolver.unnamed(run.phrase(whom), people)
    if not people or not others:
        return
    others = (*others, *_parents_at_home(run, people, others))
    fields: dict[str, object] = {"since": run.time("since", "when")} if run.time("since", "when") else {}
    if run.often and "full" not in run.often:
        fields |= {"part_time": True, "note": run.often}
        run.draft.own_home(others)  # who has a child on Thursdays lives elsewhere
    run.discourse.note_group((*people, *others), "list")
    if (
        any(run.draft.home_of(somebody) for somebody in people)
        and not any(run.draft.home_of(somebody) for somebody in others)
        and not fields
    ):
        run.draft.live_together((*people, *others), fields=fields)
        return
    foster = [
        somebody
        for somebody in others
        if somebody in [carer for person in people for carer in run.draft.parents(person, ("foster",))]
    ]
    if foster:
        run.draft.live_together((*others, *people), "foster_home", fields=fields)
        return
    run.draft.live_together((*others, *people), fields=fields)


def at_family_home(run: ClauseRun, who: int, *places: int) -> None:
    """Jill and the girls have stayed in the family home: together, where the home is told too."""
    people = run.subject(who)
    run.draft.live_together(people)
    if places:
        run.set_place(people, *places)


def lives_at(run: ClauseRun, who: int, whose: int, whom: int | None = None) -> None:
    """Paige lives at her nan's with her sisters."""
    lives_with(run, who, whose)
    if whom is not None:
        people = run.discourse.subject
        others = run.object(whom, without=people, prefer="children")
        if people and others:
            run.draft.live_together((*people, *others))


def _parents_at_home(run: ClauseRun, people: Sequence[str], others: Sequence[str]) -> list[str]:
    """For "lives with them" said of the children: the parent whom all of them share, who is told of with them."""
    if run.draft.sentence == 0 or not all(run.draft.is_child(somebody) for somebody in others) or len(others) < _TWO:
        return []
    shared = [
        parent
        for parent in run.draft.parents(others[0])
        if parent not in people and all(parent in run.draft.parents(child) for child in others)
    ]
    return [parent for parent in shared if not run.draft.persons[parent].get("whereabouts")][:1]


def lived_with(run: ClauseRun, who: int, whom: int) -> None:
    """He lived with his nan until 2019: over; without a year it is asked."""
    people, until = run.subject(who), run.time("until")
    others = run.object(whom, without=people)
    if until is None:
        run.draft.ask(Question(run.text, f"'{run.text}': until when? It is kept as an event."))
    if people:
        names = " and ".join(run.draft.name(somebody) for somebody in others)
        run.draft.add_event(
            f"lived with {names}", (*people, *others), date=run.time("since", "when"), until=until, theme="move"
        )


def moved_out(run: ClauseRun, who: int) -> None:
    """Paul moved out in August."""
    people = run.subject(who)
    for somebody in people:
        run.draft.leave_home(somebody, run.time("when", "since"))
    if people:
        run.draft.add_event("moved out", people, date=run.time("when", "since"), theme="move")


def moved_in(run: ClauseRun, who: int, whom: int, place: int | None = None) -> None:
    """She moved in with Craig in 2019; Robin went to live with his nan."""
    people = run.subject(who)
    others = run.object(whom, without=people, prefer="couple")
    if not people or not others:
        return
    when = run.time("when", "since")
    for somebody in people:
        run.draft.leave_home(somebody, when)
    run.draft.live_together((*others, *people), fields=_since(when))
    if place is not None:
        run.set_place((*people, *others), place)
    names = " and ".join(run.draft.name(somebody) for somebody in others)
    run.draft.add_event(f"moved in with {names}", (*people, *others), date=when, theme="move")
    _perhaps_couple(run, people, others)


def has_living_with(run: ClauseRun, who: int, whom: int, _them: int) -> None:
    """Carol and Ted have their grandson Jamie living with them."""
    people = run.subject(who)
    others = run.object(whom, without=people)
    if people and others:
        run.draft.live_together((*people, *others))


def moved_in_together(run: ClauseRun, who: int, *_: int | None) -> None:
    """They have moved in together: the couple told of last, who share a home from here on."""
    people = run.subject(who, prefer="couple")
    if len(people) == _TWO:
        when = run.time("when", "since")
        run.draft.set_union(*people)
        run.draft.live_together(people, fields=_since(when))
        run.discourse.note_group(people, "couple")
        names = f"{run.draft.name(people[0])} and {run.draft.name(people[1])}"
        run.draft.ask(Question(run.text, f"'{run.text}': {names} are taken as a couple. Is that so?"))
    elif people:
        run.draft.ask(Question(run.text, f"'{run.text}': who?"))


def _perhaps_couple(run: ClauseRun, people: Sequence[str], others: Sequence[str]) -> None:
    """One who moves in with one: a couple, unless they are kin or one is young; it is asked."""
    if len(people) != 1 or len(others) != 1 or others[0] in run.draft.partners(people[0]):
        return
    first, second = people[0], others[0]
    kin = frozenset((first, second)) in run.draft.kin
    kin = kin or second in _all_kin(run, first) or first in _all_kin(run, second)
    young = [somebody for somebody in (first, second) if (age := run.draft.age(somebody)) is not None and age < ADULT]
    named = not run.draft.unnamed(second) and all(run.draft.human(somebody) for somebody in (first, second))
    if kin or young or not named or not run.draft.can_be_couple(first, second):
        return
    run.draft.set_union(first, second)
    run.discourse.note_group((first, second), "couple")
    names = f"{run.draft.name(first)} and {run.draft.name(second)}"
    run.draft.ask(Question(run.text, f"'{run.text}': {names} are taken as a couple. Is that so?"))


def moved_in_with_partner(run: ClauseRun, who: int, *others: int | None) -> None:
    """Adwoa's new partner Femi moved in, or into her flat in Salford: with whom he is a couple."""
    phrase = run.phrase(who)
    for somebody in run.subject(who):
        kin = phrase.noun is not None and phrase.owner is not None
        mates = run.draft.partners(somebody, current=True) or [*(run.resolver.owners(phrase) if kin else ())]
        if mates:
            when = run.time("when", "since")
            run.draft.live_together((mates[-1], somebody), fields=_since(when))
            for place in (at for at in others if at is not None and run.clause.items[at].code == "L"):
                run.set_place((mates[-1], somebody), place)
            run.draft.add_event(
                f"moved in with {run.draft.name(mates[-1])}", (somebody, mates[-1]), date=when, theme="move"
            )
        else:
            run.draft.ask(Question(run.text, f"'{run.text}': with whom?"))
            run.draft.add_note(somebody, f"{run.text[:1].upper()}{run.text[1:]}.")


def with_somebody_at(run: ClauseRun, who: int, whom: int, place: int) -> None:
    """Kayleigh is with foster carers in Wigan; Mia is with her dad in Hull."""
    for somebody in run.subject(who):
        run.set_place((somebody,), place)
    noun = run.phrase(whom).noun
    if noun is not None and noun.relation == "foster_carer":
        placed_with(run, who, whom)
    else:
        lives_with(run, who, whom)


def in_care(run: ClauseRun, who: int) -> None:
    """Kai is in foster care: with whom is asked."""
    people = run.subject(who)
    past = re.search(r"P\d+ (?:was|were|had been) ", run.clause.pattern())
    if past and people:
        run.draft.add_event(
            run.words_after(who), people, date=run.time("when", "since"), until=run.time("until"), theme="care_entry"
        )
        if not run.time("when", "since"):
            run.draft.ask(Question(run.text, f"'{run.text}': from when to when?"))
        return
    for somebody in people:
        run.draft.live_together((somebody,), "foster_home", fields=_since(run.time("since", "when")))
    if people:
        run.draft.ask(Question(run.text, f"'{run.text}': with whom?"))
