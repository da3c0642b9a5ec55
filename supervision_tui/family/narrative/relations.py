"""A kinship word between two people, made into parentages, unions and siblings: "Sue is Leanne's mother"."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from supervision_tui.family.model.parentages import ParentageKind
from supervision_tui.family.narrative import wider_relations as wider
from supervision_tui.family.narrative.draft import Draft
from supervision_tui.family.narrative.draft_people import ADULT
from supervision_tui.family.narrative.grammar.kin_nouns import (
    CHILDREN,
    FORMER,
    PARTNERS,
    ROUND,
    TWIN_SIBLINGS,
    KinNoun,
    noun_at,
)

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
    relation = noun.relation
    _set_gender(draft, person, noun)
    _remember(draft, person, relation, owners)
    if noun.plural and noun.word in TWIN_SIBLINGS:
        relation = "sibling"
    if _cares_for_grown(draft, person, noun, owners):
        return
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


def _set_gender(draft: Draft, person: str, noun: KinNoun) -> None:
    if noun.gender != "unknown" and noun.relation not in ROUND:
        draft.set_person(person, gender=noun.gender)


def _cares_for_grown(draft: Draft, person: str, noun: KinNoun, owners: tuple[str, ...]) -> bool:
    """Whether *person* is the carer of a grown-up ("Iris is his carer"), which is then a tie of care."""
    cares = noun.word == "carer" and any(_is_grown(draft, owner) for owner in owners)
    for owner in owners if cares else ():
        draft.add_tie(person, owner, "caretaker")
    return cares


def _is_grown(draft: Draft, person: str) -> bool:
    """Whether somebody is told of as a grown-up, whose carer is nobody's foster carer."""
    age = draft.age(person)
    return age >= ADULT if age is not None else bool(draft.children(person) or draft.partners(person))


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
        if kind == "step" and person in draft.parents(owner, ("birth",)):
            draft.deny_parent(person, owner)  # "their children ... He is stepfather to Jago"
        draft.set_parent(person, owner, kind)

    return make


def _sibling_of_kind(kind: str) -> Callable[[Draft, str, str, tuple[str, ...]], None]:
    def make(draft: Draft, person: str, owner: str, words: tuple[str, ...]) -> None:
        side = next((wider.SIDES[word] for word in words if word in wider.SIDES), "")
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
    if not draft.persons[person].get("role"):
        draft.set_person(person, role=f"{noun} of {draft.name(owner)}")
    if noun in {"friend", "best friend", "mate", "best mate", "schoolfriend"}:
        best = "best" in noun or "best" in words
        draft.add_tie(owner, person, "very_close" if best else "close", words=noun)


_MAKERS: dict[str, Callable[[Draft, str, str, tuple[str, ...]], None]] = {
    **wider.MAKERS,
    **{relation: _parent_of_kind(kind) for relation, kind in PARENT_KINDS.items()},
    "sibling": _sibling_of_kind("full"),
    "half_sibling": _sibling_of_kind("half"),
    "step_sibling": _sibling_of_kind("step"),
    "twin": _twin,
    "partner": _partner,
    "spouse": _partner,
    "civil_partner": _partner,
    "fiance": _partner,
    "ex": _partner,
    "ex_spouse": _partner,
}
