"""A kinship word between two people, made into parentages, unions and siblings: "Sue is Leanne's mother"."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from supervision_tui.family.model.parentages import ParentageKind
from supervision_tui.family.narrative.draft import Draft
from supervision_tui.family.narrative.grammar.kin_nouns import (
    CHILDREN,
    FORMER,
    PARTNERS,
    ROUND,
    TWIN_SIBLINGS,
    KinNoun,
    noun_at,
)
from supervision_tui.family.shorthand import Question

PARENT_KINDS: dict[str, ParentageKind] = {
    "parent": "birth",
    "birth_parent": "birth",
    "adoptive_parent": "adopted",
    "step_parent": "step",
    "foster_carer": "foster",
    "guardian": "guardianship",
    "kinship_carer": "kinship",
    "surrogate": "surrogate",
    "donor": "donor",
}
CHILD_KINDS: dict[str, ParentageKind] = {
    "child": "birth",
    "step_child": "step",
    "foster_child": "foster",
    "adopted_child": "adopted",
}
UNION_KINDS = {"spouse": "married", "ex_spouse": "married", "civil_partner": "civil_partnership", "fiance": "engaged"}
_SIDES = {"maternal": "she", "paternal": "he"}
_HALF = 2


def relate(
    draft: Draft,
    person: str,
    noun: KinNoun,
    owners: Iterable[str],
    adjectives: Iterable[str] = (),
    *,
    guessed: bool = False,
) -> None:
    """*person* is the *noun* of *owners*: "Sue" is the "mother" of "Leanne" and "Dean"; *guessed* as "Mum" says it."""
    owners, adjectives = tuple(dict.fromkeys(owners)), tuple(adjectives)
    if noun.gender != "unknown" and noun.relation not in ROUND:
        draft.set_person(person, gender=noun.gender)
    relation = noun.relation
    _remember(draft, person, relation, owners)
    if noun.plural and noun.word in TWIN_SIBLINGS:
        relation = "sibling"
    if relation in CHILDREN or (relation == "twin" and noun.plural):
        for parent in owners:
            draft.set_parent(parent, person, CHILD_KINDS.get(relation, "birth"))
        return
    if "twin" in adjectives and relation == "sibling":
        relation = "twin"
    if relation in {"professional", "pet"} and not owners:
        _beside(draft, person, "", (noun.word, *adjectives))
    for owner in owners:
        if guessed and relation == "parent":
            draft.title_parent(person, owner)
        elif owner != person:
            _MAKERS.get(relation, _beside)(draft, person, owner, (noun.word, *adjectives))


def _remember(draft: Draft, person: str, relation: str, owners: tuple[str, ...]) -> None:
    """Keep in mind what *person* was told as: "her uncle" means them from here on."""
    if relation in ROUND:
        return
    word = "partner" if relation in PARTNERS else relation
    for owner in owners:
        draft.told_as.setdefault((owner, word), []).append(person)
        if relation not in PARTNERS:
            draft.kin.add(frozenset((person, owner)))


def _parent_of_kind(kind: ParentageKind) -> Callable[[Draft, str, str, tuple[str, ...]], None]:
    def make(draft: Draft, person: str, owner: str, _words: tuple[str, ...]) -> None:
        draft.set_parent(person, owner, kind)

    return make


def _sibling_of_kind(kind: str) -> Callable[[Draft, str, str, tuple[str, ...]], None]:
    def make(draft: Draft, person: str, owner: str, words: tuple[str, ...]) -> None:
        side = next((_SIDES[word] for word in words if word in _SIDES), "")
        draft.set_siblings(owner, person, "half" if side and kind == "full" else kind)
        for parent in draft.parents(owner) if side else ():
            if draft.pronoun(parent)[0] == side:
                draft.set_parent(parent, person)
        if "twin" in words:
            twins(draft, (owner, person))

    return make


def _twin(draft: Draft, person: str, owner: str, _words: tuple[str, ...]) -> None:
    draft.set_siblings(owner, person)
    twins(draft, (owner, person))


def twins(draft: Draft, people: Iterable[str]) -> None:
    """*people* are of one birth."""
    people = tuple(people)
    label = next((draft.twins[somebody] for somebody in people if somebody in draft.twins), f"twins-{people[0]}")
    born = next((draft.persons[somebody]["born"] for somebody in people if draft.persons[somebody].get("born")), None)
    for somebody in people:
        draft.twins[somebody] = label
        if born is not None and not draft.persons[somebody].get("born"):
            draft.set_person(somebody, born=born)


def _partner(draft: Draft, person: str, owner: str, words: tuple[str, ...]) -> None:
    noun = words[0]
    over = "unknown" if any(FORMER.search(word) for word in words if word != "first") or noun.startswith("ex") else ""
    if "late" in words:
        over = "death"
        draft.set_person(person, deceased=True)
    relation = next((known for known in UNION_KINDS if _relation(noun) == known), "")
    draft.set_union(owner, person, kind=UNION_KINDS.get(relation, ""), ended=over)


def _relation(word: str) -> str:
    found = noun_at([word], 0)
    return found[0].relation if found else ""


def _grandparent(draft: Draft, person: str, owner: str, words: tuple[str, ...]) -> None:
    """A grandparent: parent of the parent of that side, or of one whose parents nobody told; asked where open."""
    if any(parent in draft.parents(owner) for parent in draft.children(person)):
        return
    side = next((_SIDES[word] for word in words if word in _SIDES), "")
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
    side = next((_SIDES[word] for word in words if word in _SIDES), "")
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
        somebody for somebody in draft.full_siblings(owner) if draft.children(somebody) or not draft.is_child(somebody)
    ]
    if len(siblings) == 1:
        draft.set_parent(siblings[0], person)
        draft.ask(
            Question(
                f"{draft.name(person)}'s side",
                f"{draft.name(person)} is taken as a child of {draft.name(siblings[0])}. Is that so?",
            )
        )
        return
    _noted(draft, person, owner, words)


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


def _beside(draft: Draft, person: str, owner: str, words: tuple[str, ...]) -> None:
    """A friend, a professional, a pet: nobody's kin."""
    noun = words[0].replace("-", " ")
    relation = _relation(words[0])
    if relation == "pet":
        draft.set_person(person, kind="pet", role=noun)
        return
    if relation == "professional":
        draft.set_person(person, kind="professional", role=noun)
        return
    draft.set_person(person, role=f"{noun} of {draft.name(owner)}")
    if noun in {"friend", "best friend", "mate", "best mate", "schoolfriend"}:
        best = "best" in noun or "best" in words
        draft.add_tie(owner, person, "very_close" if best else "close", words=noun)


_MAKERS: dict[str, Callable[[Draft, str, str, tuple[str, ...]], None]] = {
    **{relation: _parent_of_kind(kind) for relation, kind in PARENT_KINDS.items()},
    "sibling": _sibling_of_kind("full"),
    "half_sibling": _sibling_of_kind("half"),
    "step_sibling": _sibling_of_kind("step"),
    "foster_sibling": _noted,
    "twin": _twin,
    "partner": _partner,
    "spouse": _partner,
    "civil_partner": _partner,
    "fiance": _partner,
    "ex": _partner,
    "ex_spouse": _partner,
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
