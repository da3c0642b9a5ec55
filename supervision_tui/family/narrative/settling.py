"""What is settled when everything has been told: parents of brothers and sisters, homes; open places are asked."""

from __future__ import annotations

from collections.abc import Sequence

from supervision_tui.family.dates import PartialDate
from supervision_tui.family.narrative.discourse import Discourse
from supervision_tui.family.narrative.draft import Draft
from supervision_tui.family.narrative.draft_ages import date_by_age
from supervision_tui.family.narrative.draft_homes import members_of
from supervision_tui.family.narrative.draft_parents import ids_of
from supervision_tui.family.narrative.draft_people import ADULT
from supervision_tui.family.narrative.grammar.kin_nouns import PARENT_TITLES
from supervision_tui.family.narrative.owner_resolving import ASKED_OF_TELLER
from supervision_tui.family.narrative.wider_relations import (
    settle_children_of_siblings,
    settle_expected,
    settle_grandparents,
)
from supervision_tui.family.shorthand import Question

_BOTH = 2


def settle(draft: Draft, discourse: Discourse) -> None:
    """Bring what was told together; what it leaves open is asked with the sentence that left it so."""
    _teller(draft, discourse)
    _counted(draft)
    _titles(draft, discourse)
    settle_grandparents(draft)
    settle_children_of_siblings(draft)
    _share_parents(draft)
    _step_couples(draft)
    _no_parent_told(draft)
    _other_parent(draft)
    draft.with_present_ids()
    _unconnected(draft)
    settle_expected(draft)
    date_by_age(draft)
    _one_home(draft)


def _teller(draft: Draft, discourse: Discourse) -> None:
    """Who tells is not asked where it was told."""
    if discourse.teller and not draft.unnamed(draft.persons.now(discourse.teller)):
        for at, questions in draft.questions.items():
            draft.questions[at] = [question for question in questions if question.about != ASKED_OF_TELLER]
    mates = draft.partners(draft.persons.now(discourse.teller), current=True) if discourse.fostered else []
    for child in discourse.fostered if len(mates) == 1 else ():
        _at_the_sentence_of(draft, child)
        draft.set_parent(mates[0], draft.persons.now(child), discourse.care_of_both)


def _counted(draft: Draft) -> None:
    """As in "She has three children. Dylan is 11 ...": those told of after are taken as the ones counted, and asked."""
    for parent in list(draft.persons):
        nameless = [
            child
            for child in draft.children(parent)
            if child in draft.persons
            and draft.unnamed(child)
            and not draft.persons[child].get("deceased")
            and draft.persons[child].get("kind", "person") == "person"
        ]
        order = list(draft.persons)
        fits = [
            somebody
            for somebody in order
            if nameless
            and order.index(somebody) > order.index(nameless[0])
            and not draft.unnamed(somebody)
            and draft.human(somebody)
            and parent not in draft.parents(somebody)
            and len(draft.parents(somebody)) < _BOTH
            and not draft.children(somebody)
            and not any(order.index(mate) < order.index(somebody) for mate in draft.partners(somebody))
            and not _has_such_parents(draft, somebody, draft.parents(nameless[0]))
            and (age := draft.age(somebody)) is not None
            and (draft.age(parent) is None or age < (draft.age(parent) or 0) - 11)
        ]
        named = [child for child in draft.children(parent) if child in draft.persons and not draft.unnamed(child)]
        later = [child for child in named if nameless and order.index(child) > order.index(nameless[0])]
        fits = [*later, *fits] if len(fits) + len(later) == len(nameless) else fits
        if nameless and len(fits) < len(nameless):
            fits = [
                somebody
                for somebody in order
                if order.index(somebody) > order.index(nameless[0])
                and somebody in draft.persons
                and not draft.unnamed(somebody)
                and draft.age(somebody) is not None
                and not draft.parents(somebody)
                and parent not in draft.partners(somebody)
            ]
        if not nameless or len(fits) != len(nameless):
            continue
        for old, new in zip(nameless, fits, strict=True):
            draft.merge(old, new)
        _at_the_sentence_of(draft, parent)
        names = ", ".join(draft.name(somebody) for somebody in fits)
        draft.ask(
            Question(
                f"children of {draft.name(parent)}",
                f"{names} are taken as the children of {draft.name(parent)}. Is that so?",
            )
        )


def _has_such_parents(draft: Draft, child: str, parents: Sequence[str]) -> bool:
    """Whether a mother or father of *child* is told who is none of *parents*, though one of those is such too."""
    sides = {draft.pronoun(parent)[0] for parent in parents} - {""}
    return any(draft.pronoun(known)[0] in sides for known in draft.parents(child) if known not in parents)


def _titles(draft: Draft, discourse: Discourse) -> None:
    """As in "Mum" and "Dad" are the parents of the children who have none told of that kind."""
    children = [
        somebody
        for somebody in draft.persons
        if draft.human(somebody)
        and somebody not in {draft.persons.now(person) for person in discourse.titles.values()}
        and (((age := draft.age(somebody)) is not None and age < ADULT) or draft.persons[somebody].get("child"))
    ]
    for title, former in discourse.titles.items():
        side, person = PARENT_TITLES.get(title), draft.persons.now(former)
        if side is None or person not in draft.persons:
            continue
        linked = []
        titled = {draft.persons.now(other) for other in discourse.titles.values()}
        for child in children:
            parents = draft.parents(child)
            if titled - {person} and parents and not titled.intersection(parents):
                continue  # the new partner's daughter is no child of "Father"
            if (
                person not in parents
                and len(parents) < _BOTH
                and all(draft.pronoun(somebody)[0] != side for somebody in parents)
            ):
                _at_the_sentence_of(draft, child)
                draft.title_parent(person, child)
                linked.append(child)
        if linked and not any(draft.persons[somebody].get("child") for somebody in linked):
            _at_the_sentence_of(draft, person)
            names = ", ".join(draft.name(somebody) for somebody in linked)
            draft.ask(Question(draft.name(person), f"{draft.name(person)} is taken as {title} of {names}. Is that so?"))


def _at_the_sentence_of(draft: Draft, person: str) -> None:
    """What follows belongs to the sentence that spoke first of *person*."""
    draft.sentence = min(
        (at for at, facts in draft.facts.items() for fact in facts if person in fact.key), default=draft.sentence
    )


def _share_parents(draft: Draft) -> None:
    """Brothers and sisters have the same parents if nothing else was said; somebody stands in where none is known."""
    for first, second, kind in list(draft.siblings):
        if first not in draft.persons or second not in draft.persons:
            continue
        draft.sentence = next(
            (
                at
                for at, facts in draft.facts.items()
                for fact in facts
                if fact.kind == "sibling" and {*fact.key[:2]} == {first, second}
            ),
            0,
        )
        mine, theirs = _own(draft, first), _own(draft, second)
        if set(mine) & set(theirs) and kind != "full":
            if kind == "half":
                _other_parents(draft, (first, second))
            continue
        if kind == "step":
            _step(draft, first, second, mine, theirs)
        elif kind == "half":
            _half(draft, first, second, mine, theirs)
        else:
            _full(draft, first, second)


def _own(draft: Draft, person: str) -> list[str]:
    return [parent for link in draft.links(person) if link["kind"] == "birth" for parent in link["parents"]]  # type: ignore[attr-defined]  # a tuple


def _full(draft: Draft, first: str, second: str) -> None:
    mine, theirs = _own(draft, first), _own(draft, second)
    together = [parent for parent in dict.fromkeys([*mine, *theirs]) if parent not in draft.not_known]
    if not together:
        both = sorted((first, second), key=lambda somebody: list(draft.persons).index(somebody))
        parent = draft.add_person(
            description=f"a parent of {draft.name(both[0])} and {draft.name(both[1])}", kind="unknown"
        )
        together = [parent]
    if len(together) > _BOTH:
        if not set(mine) & set(theirs) and not _by_new_partner(draft, first, second):
            draft.ask(
                Question(
                    f"{draft.name(first)} and {draft.name(second)}",
                    f"{draft.name(first)} and {draft.name(second)}: brothers and sisters by which parent?",
                )
            )
        return
    about = f"{draft.name(first)} and {draft.name(second)}"
    if draft.answered(about) == "half" and len(together) == _BOTH:
        together = together[:1]
    asked = False
    for somebody, known in ((first, mine), (second, theirs)):
        for parent in together:
            if parent not in known and draft.set_parent(parent, somebody):
                asked = True
    if asked and len(together) == _BOTH:
        choices = (("full", "the same two parents"), ("half", "one parent in common"))
        draft.ask(Question(about, f"{about} are taken to have the same two parents. Is that so?", choices))


def _by_new_partner(draft: Draft, first: str, second: str) -> bool:
    """Brothers and sisters of whom one has a step-parent who is the other's parent: by the parent between; asked."""
    for child, other in ((first, second), (second, first)):
        mine, theirs = _own(draft, child), _own(draft, other)
        new = [somebody for somebody in theirs if somebody in draft.parents(child, ("step",))]
        fits = [
            somebody
            for somebody in mine
            if (new and draft.pronoun(somebody)[0] != draft.pronoun(new[0])[0])
            or any(mate in theirs for mate in draft.partners(somebody))
        ]
        if len(theirs) == 1 and len(fits) == 1 and draft.set_parent(fits[0], other):
            about = f"{draft.name(first)} and {draft.name(second)}"
            draft.ask(Question(about, f"{about} are taken as half-siblings by {draft.name(fits[0])}. Is that so?"))
            return True
    return False


def _step_couples(draft: Draft) -> None:
    """A step-parent is the partner of the parent whom the child lives with, or of the only one told; it is asked."""
    for link in draft.parentages:
        child, step = str(link["child"]), ids_of(link["parents"])[:1]
        if link["kind"] != "step" or not step or draft.partners(step[0], current=True):
            continue
        home = draft.home_of(child)
        here = members_of(home) if home is not None else {}
        parents = [somebody for somebody in _own(draft, child) if draft.can_be_couple(somebody, step[0])]
        same = draft.pronoun(step[0])[0]
        parents = [parent for parent in parents if parent in here or not same or draft.pronoun(parent)[0] != same]
        near = [somebody for somebody in parents if somebody in here and step[0] in here] or parents
        if len(near) == 1:
            _at_the_sentence_of(draft, step[0])
            draft.set_union(near[0], step[0])
            about = f"{draft.name(near[0])} and {draft.name(step[0])}"
            draft.ask(Question(about, f"{about} are taken as a couple. Is that so?", (("yes", "yes"), ("no", "no"))))


def _half(draft: Draft, first: str, second: str, mine: list[str], theirs: list[str]) -> None:
    known, other = (mine, second) if mine else (theirs, first)
    if len(known) == 1:
        draft.set_parent(known[0], other)
        _other_parents(draft, (first, second))
    elif known:
        about = f"{draft.name(first)} and {draft.name(second)}"
        likely = next((somebody for somebody in known if draft.pronoun(somebody)[0] == "she"), known[0])
        taken = draft.answered(about) if draft.answered(about) in known else likely
        if draft.set_parent(taken, other):
            _other_parents(draft, (first, second))
        if not draft.answered(about):
            choices = tuple((somebody, draft.name(somebody)) for somebody in known)
            draft.ask(Question(about, f"{about} are half-siblings by {draft.name(taken)}, as taken. By whom?", choices))
    else:
        parent = draft.add_person(
            description=f"a parent of {draft.name(first)} and {draft.name(second)}", kind="unknown"
        )
        for somebody in (first, second):
            draft.set_parent(parent, somebody)


def _other_parents(draft: Draft, two: tuple[str, str]) -> None:
    """Half-siblings who share the only parent told of one: the other parent is another, whoever that is."""
    for somebody in two:
        if len(_own(draft, somebody)) < _BOTH:
            other = draft.add_person(description=f"{draft.name(somebody)}'s other parent", kind="unknown")
            draft.set_parent(other, somebody)
            return


def _step(draft: Draft, first: str, second: str, mine: list[str], theirs: list[str]) -> None:
    if not any(somebody in draft.partners(other) for somebody in mine for other in theirs):
        draft.ask(
            Question(
                f"{draft.name(first)} and {draft.name(second)}",
                f"{draft.name(first)} and {draft.name(second)} are step-siblings: whose parents are a couple?",
            )
        )


def _no_parent_told(draft: Draft) -> None:
    """Children of whom nobody said whose they are: asked, with the likeliest."""
    children = [
        somebody
        for somebody in draft.persons
        if draft.human(somebody)
        and (age := draft.age(somebody)) is not None
        and age < ADULT
        and not draft.links(somebody)
        and not draft.unnamed(somebody)
        and somebody not in draft.family
    ]
    pairs = [pair for pair in draft.unions if all(somebody in draft.persons for somebody in pair if somebody)]
    if len(children) == len(draft.persons):
        return  # nobody is there who could be asked about
    for child in children:
        _at_the_sentence_of(draft, child)
        about = f"parents of {draft.name(child)}"
        if answer := draft.answered(about):
            for parent in answer.split("+"):
                if parent in draft.persons:
                    draft.set_parent(parent, child)
            continue
        choices = tuple(
            ("+".join(filter(None, pair)), " and ".join(draft.name(somebody) for somebody in pair if somebody))
            for pair in pairs[:4]
        )
        draft.ask(Question(about, f"Whose child is {draft.name(child)}?", choices))


def _other_parent(draft: Draft) -> None:
    """A child told of one parent, who was married to one person only: taken as the other parent, and asked."""
    for link in list(draft.parentages):
        parents, child = link["parents"], str(link["child"])
        if (
            link["kind"] != "birth"
            or not isinstance(parents, tuple)
            or len(parents) != 1
            or draft.persons[child].get("kind") == "loss"
        ):
            continue
        unions = [(pair, union) for pair, union in draft.unions.items() if parents[0] in pair and all(pair)]
        if (
            len(unions) != 1
            or unions[0][1].get("kind") not in {"married", "civil_partnership"}
            or child in draft.family
        ):
            continue
        pair, union = unions[0]
        other = pair[1] if pair[0] == parents[0] else pair[0]
        born, since = draft.persons[child].get("born"), union.get("since")
        if other == child or (
            isinstance(born, PartialDate) and isinstance(since, PartialDate) and born.latest < since.earliest
        ):
            continue
        if not isinstance(born, PartialDate) and isinstance(since, PartialDate):
            continue
        _at_the_sentence_of(draft, child)
        about = f"{draft.name(child)}'s other parent"
        if draft.answered(about) != "no" and draft.set_parent(other, child):
            choices = (("yes", "yes"), ("no", "no, or not known"))
            draft.ask(
                Question(
                    about,
                    f"{draft.name(other)} is taken as the other parent of {draft.name(child)}. Is that so?",
                    choices,
                )
            )


def _unconnected(draft: Draft) -> None:
    """People of whom nothing says how they belong."""
    joined = {somebody for pair in draft.unions for somebody in pair}
    joined |= {somebody for link in draft.parentages for somebody in (str(link["child"]), *ids_of(link["parents"]))}
    joined |= {str(tie[end]) for tie in draft.ties for end in ("a", "b")}
    joined |= {somebody for home in draft.homes if len(members_of(home)) > 1 for somebody in members_of(home)}
    for somebody, person in draft.persons.items():
        if (
            somebody not in joined
            and person.get("kind", "person") == "person"
            and not person.get("note")
            and not person.get("role")
            and somebody not in draft.family
            and len(draft.persons) > 1
        ):
            _at_the_sentence_of(draft, somebody)
            draft.ask(
                Question(
                    f"{draft.name(somebody)} and the others", f"How does {draft.name(somebody)} belong to the others?"
                )
            )


def _one_home(draft: Draft) -> None:
    """A child hangs in the drawing from one parentage: the one that lasts first."""
    order = ("adopted", "birth", "guardianship", "kinship", "foster", "step", "donor", "surrogate")
    for child in {str(link["child"]) for link in draft.parentages}:
        if all("id" in link for link in draft.links(child)):
            continue
        links = sorted(draft.links(child), key=lambda link: order.index(str(link["kind"])))
        for at, link in enumerate(links):
            link["home"] = at == 0
