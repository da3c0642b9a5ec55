"""Kin beyond parents and children, by whoever stands between: grandparents, aunts, nephews, in-laws."""

from __future__ import annotations

from supervision_tui.family.narrative.draft import Draft
from supervision_tui.family.narrative.draft_people import ADULT
from supervision_tui.family.shorthand import Question

SIDES = {"maternal": "she", "paternal": "he"}
"""Words that say by which parent somebody is kin, with that parent's pronoun."""
_HALF = 2


def _grandparent(draft: Draft, person: str, owner: str, words: tuple[str, ...]) -> None:
    """A grandparent: parent of the parent of that side, or of one whose parents nobody told; asked where open."""
    if any(parent in draft.parents(owner) for parent in draft.children(person)):
        return
    side = next((SIDES[word] for word in words if word in SIDES), "")
    parents = draft.parents(owner)
    if side:
        parents = [somebody for somebody in parents if draft.pronoun(somebody)[0] == side] or [
            _unnamed_parent(draft, owner, side)
        ]
    open_to = [somebody for somebody in parents if _has_room(draft, somebody, person)]
    if not open_to:
        draft.grandparents.append((person, owner, words, draft.sentence))
        return
    about = f"{draft.name(person)}'s side"
    answer = draft.answered(about)
    chosen = (
        answer
        if answer in parents
        else next(
            (somebody for somebody in open_to if somebody in _parents_of_related(draft, person, open_to)), open_to[0]
        )
    )
    draft.set_parent(person, chosen)
    if not side and (len(parents) > 1 or len(draft.parents(owner)) < _HALF):
        choices = tuple((somebody, draft.name(somebody)) for somebody in parents)
        draft.ask(
            Question(
                about, f"{draft.name(person)} is taken as a parent of {draft.name(chosen)}. Whose parent?", choices
            )
        )


def settle_grandparents(draft: Draft) -> None:
    """Grandparents told before the parent between them was: joined now, or kept as a note and asked."""
    waiting, draft.grandparents = draft.grandparents, []
    for person, owner, words, sentence in waiting:
        if person in draft.persons and owner in draft.persons:
            draft.sentence = sentence
            _grandparent(draft, person, owner, words)
    made: dict[tuple[str, int], str] = {}
    for person, owner, _, sentence in draft.grandparents:
        draft.sentence = sentence
        child = _only_child_between(draft, person, owner)
        if child:
            draft.set_parent(child, owner)
            names = f"{draft.name(child)} is taken as a parent of {draft.name(owner)}, between {draft.name(person)}"
            draft.ask(Question(draft.name(person), f"{names} and {draft.name(owner)}. Is that so?"))
            continue
        between = made.get((person, sentence), "") if not draft.parents(owner) else ""
        if between:
            draft.set_parent(between, owner)
            continue
        between = next(
            (
                somebody
                for somebody in draft.parents(owner)
                if draft.unnamed(somebody) and _has_room(draft, somebody, person)
            ),
            "",
        )
        if not between and len(draft.parents(owner)) < _HALF:
            between = draft.add_person(description=f"a parent of {draft.name(owner)}", kind="unknown")
            draft.set_parent(between, owner)
            made[person, sentence] = between
        if between:
            draft.set_parent(person, between)
        else:
            draft.add_note(person, f"Grandparent of {draft.name(owner)}.")
        draft.ask(
            Question(draft.name(person), f"{draft.name(person)} is a grandparent of {draft.name(owner)}: whose parent?")
        )


def _only_child_between(draft: Draft, grandparent: str, child: str) -> str:
    """The only child told of *grandparent* who can be the parent of *child* that nobody told of; empty for none."""
    known = {draft.pronoun(parent)[0] for parent in draft.parents(child)}
    fits = [
        somebody
        for somebody in draft.children(grandparent)
        if somebody in draft.persons
        and somebody != child
        and not draft.unnamed(somebody)
        and draft.pronoun(somebody)[0] not in known
        and (draft.age(somebody) is None or (draft.age(somebody) or 0) > (draft.age(child) or 0))
    ]
    return fits[0] if len(fits) == 1 and len(known) < _HALF else ""


def _parents_of_related(draft: Draft, person: str, among: list[str]) -> list[str]:
    """Of *among*, those whose parent somebody is with whom *person* is a couple or lives."""
    mates = set(draft.partners(person))
    return [somebody for somebody in among if mates & set(draft.parents(somebody))]


def _has_room(draft: Draft, child: str, parent: str) -> bool:
    known = draft.parents(child)
    if parent in known:
        return True
    same = [
        somebody
        for somebody in known
        if draft.pronoun(somebody)[0] == draft.pronoun(parent)[0] != "" and not draft.unnamed(somebody)
    ]
    return len([somebody for somebody in known if not draft.unnamed(somebody)]) < _HALF and not same


def _unnamed_parent(draft: Draft, child: str, pronoun: str) -> str:
    word, gender = ("mother", "female") if pronoun == "she" else ("father", "male")
    titled = draft.persons.now(draft.titled.get(pronoun, ""))
    if titled in draft.persons and draft.title_parent(titled, child):
        return titled
    made = draft.add_person(description=f"{draft.name(child)}'s {word}", gender=gender)
    draft.set_parent(made, child)
    return made


def _grandchild(draft: Draft, person: str, owner: str, words: tuple[str, ...]) -> None:
    _grandparent(draft, owner, person, words)


def _aunt(draft: Draft, person: str, owner: str, words: tuple[str, ...]) -> None:
    """An aunt or uncle: a sibling of the parent of that side, where it is plain which."""
    side = next((SIDES[word] for word in words if word in SIDES), "")
    parents = [somebody for somebody in draft.parents(owner) if not side or draft.pronoun(somebody)[0] == side]
    if any(person in draft.full_siblings(somebody) for somebody in parents):
        return
    if side and not parents:
        parents = [_unnamed_parent(draft, owner, side)]
    answer = draft.answered(f"{draft.name(person)}'s side")
    parents = [answer] if answer in parents else parents
    if parents:
        parents.sort(key=lambda somebody: (draft.unnamed(somebody), -_told_kin(draft, somebody)))
        draft.set_siblings(parents[0], person)
        choices = tuple((somebody, f"of {draft.name(somebody)}") for somebody in parents)
        if not side and not answer:
            draft.ask(
                Question(
                    f"{draft.name(person)}'s side",
                    f"{draft.name(person)} is taken as a brother or sister of {draft.name(parents[0])}. Is that so?",
                    choices if len(parents) > 1 else (),
                )
            )
        return
    draft.add_note(person, f"{words[0].capitalize()} of {draft.name(owner)}.")
    choices = ()
    draft.ask(
        Question(
            f"{draft.name(person)}'s side",
            f"{draft.name(person)} is {words[0]} of {draft.name(owner)}: whose brother or sister?",
            choices,
        )
    )


def _told_kin(draft: Draft, person: str) -> int:
    """How many parents, brothers and sisters of somebody were told of: an uncle is likelier theirs."""
    return len(draft.parents(person)) + len(draft.full_siblings(person))


def _nephew(draft: Draft, person: str, owner: str, words: tuple[str, ...]) -> None:
    siblings = [
        somebody
        for somebody in draft.full_siblings(owner)
        if draft.children(somebody) or (draft.age(somebody) or ADULT) >= ADULT
    ]
    told_parents = {*draft.parents(person)} & {*draft.full_siblings(owner)}
    if len(siblings) == 1 and not told_parents:
        draft.set_parent(siblings[0], person)
        draft.ask(
            Question(
                f"{draft.name(person)}'s side",
                f"{draft.name(person)} is taken as a child of {draft.name(siblings[0])}. Is that so?",
            )
        )
    if len(siblings) == 1 or told_parents:
        return
    if draft.nephews is None:
        _noted(draft, person, owner, words)
    else:
        draft.nephews.append((person, owner, words, draft.sentence))


def settle_children_of_siblings(draft: Draft) -> None:
    """Nephews and nieces told before the brother or sister whose children they are."""
    waiting, draft.nephews = draft.nephews or [], None
    for person, owner, words, sentence in waiting:
        draft.sentence = sentence
        if person in draft.persons and owner in draft.persons and not draft.parents(person):
            _nephew(draft, person, owner, words)


def _parent_in_law(draft: Draft, person: str, owner: str, words: tuple[str, ...]) -> None:
    partners = draft.partners(owner, current=True) or draft.partners(owner)
    if len(partners) == 1:
        draft.set_parent(person, partners[0])
        return
    _noted(draft, person, owner, words)


def _child_in_law(draft: Draft, person: str, owner: str, words: tuple[str, ...]) -> None:
    single = [somebody for somebody in draft.children(owner) if not draft.partners(somebody, current=True)]
    if len(single) == 1:
        draft.set_union(single[0], person)
        return
    _noted(draft, person, owner, words)


def _sibling_in_law(draft: Draft, person: str, owner: str, words: tuple[str, ...]) -> None:
    """The partner of a brother or sister who has none, where it is plain; else kept as words and asked."""
    if person in [mate for somebody in draft.full_siblings(owner) for mate in draft.partners(somebody)]:
        return
    single = [
        somebody
        for somebody in draft.full_siblings(owner)
        if not draft.partners(somebody, current=True) and somebody != person
    ]
    if len(single) == 1 and draft.pronoun(single[0])[0] != draft.pronoun(person)[0]:
        draft.set_union(single[0], person)
        draft.ask(
            Question(
                draft.name(person),
                f"{draft.name(person)} is taken as the partner of {draft.name(single[0])}. Is that so?",
            )
        )
        return
    _noted(draft, person, owner, words)


def _noted(draft: Draft, person: str, owner: str, words: tuple[str, ...]) -> None:
    noun = words[0].replace("_", " ")
    draft.add_note(person, f"{noun.capitalize()} of {draft.name(owner)}.")
    draft.ask(
        Question(
            draft.name(person), f"{draft.name(person)} is {noun} of {draft.name(owner)}: by whom? It is kept as a note."
        )
    )


def settle_expected(draft: Draft) -> None:
    """A child who is expected is of the only partner of who expects it, where nothing else was told; it is asked."""
    for sentence, mate, baby in draft.expected:
        now = draft.persons.now(baby)
        if now not in draft.persons or len(draft.parents(now)) != 1:
            continue
        draft.sentence = sentence
        about = f"{draft.name(now)}'s other parent"
        if draft.answered(about) == "no" or not draft.set_parent(draft.persons.now(mate), now):
            continue
        words = f"{draft.name(draft.persons.now(mate))} is taken as the other parent of {draft.name(now)}. Is that so?"
        draft.ask(Question(about, words, (("yes", "yes"), ("no", "no, or not known"))))


MAKERS = {
    "foster_sibling": _noted,
    "grandparent": _grandparent,
    "grandchild": _grandchild,
    "great_grandparent": _noted,
    "great_aunt": _noted,
    "aunt": _aunt,
    "nephew": _nephew,
    "cousin": _noted,
    "parent_in_law": _parent_in_law,
    "sibling_in_law": _sibling_in_law,
    "child_in_law": _child_in_law,
}
"""What each of these relations makes of two people."""
