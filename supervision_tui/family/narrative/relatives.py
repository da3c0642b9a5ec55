"""Who is what to somebody, as far as it was told: "his mum", "her brothers", "their stepdad"."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from supervision_tui.family.narrative.draft import Draft
from supervision_tui.family.narrative.grammar.kin_nouns import CHILDREN, FORMER, KinNoun
from supervision_tui.family.narrative.grammar.phrase import Phrase
from supervision_tui.family.shorthand import Question


def by_age(draft: Draft, phrase: Phrase, near: Sequence[str], everybody: Sequence[str]) -> list[str]:
    """Whom "the younger two" means: of those *near* where they are more, else of *everybody*, which is asked about."""
    words = {*phrase.adjectives}
    young, old = words & {"younger", "youngest"}, words & {"older", "elder", "oldest", "eldest"}
    if not (young or old) or not phrase.count:
        return list(near or everybody)
    children = near if len(near) > phrase.count else everybody
    ages = {child: draft.age(child) or 0 for child in children}
    chosen = sorted(children, key=lambda child: ages[child], reverse=bool(old))[: phrase.count]
    if children is everybody or 0 in ages.values():
        names = " and ".join(draft.name(child) for child in chosen)
        words_of_it = f"the {' '.join(phrase.adjectives)}"
        draft.ask(Question(words_of_it, f"'{words_of_it}' is taken as {names}. Is that so?"))
    return [child for child in children if child in chosen]


def related(draft: Draft, noun: KinNoun, owners: Iterable[str], adjectives: Iterable[str] = ()) -> list[str]:
    """Those who are the *noun* of *owners*, as far as it was told."""
    relatives: list[str] = []
    owners = tuple(owners)
    if noun.relation in CHILDREN and len(owners) > 1:
        of_each_owner = [set(_LOOKUPS[noun.relation](draft, owner)) for owner in owners]
        shared = set.intersection(*of_each_owner)
        return [
            somebody
            for somebody in _LOOKUPS[noun.relation](draft, owners[0])
            if somebody in shared
            and (
                noun.gender == "unknown"
                or draft.pronoun(somebody)[0] in {"", {"female": "she", "male": "he"}[noun.gender]}
            )
        ]
    for owner in owners:
        if noun.relation in _LOOKUPS:
            relatives += _LOOKUPS[noun.relation](draft, owner)
    for owner in owners if noun.relation not in {"parent", "child"} else ():
        relatives += draft.relatives_known(owner, noun.relation)
    wanted = {"female": "she", "male": "he"}.get(noun.gender, "")
    # somebody of open gender who is known by name is not "his father" unless that was said
    fits = {wanted} if noun.relation == "parent" else {"", wanted}
    relatives = [
        somebody
        for somebody in dict.fromkeys(draft.persons.now(known) for known in relatives)
        if somebody in draft.persons
        and (
            not wanted
            or draft.pronoun(somebody)[0] in fits
            or (draft.unnamed(somebody) and not draft.pronoun(somebody)[0])
        )
    ]
    if noun.relation == "parent" and wanted and not relatives and len(owners) == 1:
        relatives = _by_the_other(draft, owners[0], wanted)
    if "twin" in adjectives:
        relatives = [somebody for somebody in relatives if somebody in draft.twins]
    past = noun.relation in {"ex", "ex_spouse"} or any(FORMER.search(word) for word in adjectives)
    if past and noun.relation in {"ex", "ex_spouse", "partner", "spouse"}:
        relatives = [
            somebody
            for somebody in relatives
            if draft.unnamed(somebody) or not any(somebody in draft.partners(owner, current=True) for owner in owners)
        ]
    if not past and noun.relation in {"partner", "spouse", "fiance", "civil_partner"}:
        relatives = [somebody for somebody in relatives if not _parted(draft, owners, somebody)]
    if noun.relation in {"ex", "ex_spouse", "partner", "spouse"} and len(relatives) > 1:
        current = [
            somebody
            for somebody in relatives
            if any(somebody in draft.partners(owner, current=True) for owner in owners)
        ]
        over = [somebody for somebody in relatives if somebody not in current]
        relatives = (
            over if noun.relation.startswith("ex") or any(FORMER.search(word) for word in adjectives) else current
        ) or relatives
    return relatives


def _by_the_other(draft: Draft, child: str, wanted: str) -> list[str]:
    """The parent of open gender, where the other one is of the other: "her mum" beside Andy is Debs."""
    parents = draft.parents(child)
    open_ones = [parent for parent in parents if not draft.pronoun(parent)[0]]
    others = [parent for parent in parents if draft.pronoun(parent)[0] not in {"", wanted}]
    return open_ones if len(open_ones) == len(others) == 1 else []


def _parted(draft: Draft, owners: Iterable[str], somebody: str) -> bool:
    """Whether *somebody* was the partner of one of *owners* and is not any more, by another ending than death."""
    endings = [
        str(union.get("ended") or ("unknown" if union.get("until") else ""))
        for pair, union in draft.unions.items()
        if somebody in pair and {*owners} & {*pair}
    ]
    return bool(endings) and all(ending not in {"", "death"} for ending in endings)


def _siblings(draft: Draft, owner: str) -> list[str]:
    shared = [child for parent in draft.parents(owner) for child in draft.children(parent)]
    siblings = [other for first, second, _ in draft.siblings for other in (first, second) if owner in {first, second}]
    return [
        somebody for somebody in dict.fromkeys([*draft.full_siblings(owner), *siblings, *shared]) if somebody != owner
    ]


_LOOKUPS: dict[str, Callable[[Draft, str], list[str]]] = {
    "parent": lambda draft, owner: draft.parents(owner),
    "birth_parent": lambda draft, owner: draft.parents(owner, ("birth",)),
    "adoptive_parent": lambda draft, owner: draft.parents(owner, ("adopted",)),
    "step_parent": lambda draft, owner: (
        draft.parents(owner, ("step",))
        or [
            mate
            for parent in draft.parents(owner)
            for mate in draft.partners(parent, current=True)
            if mate not in draft.parents(owner)
        ]
    ),
    "foster_carer": lambda draft, owner: draft.parents(owner, ("foster", "kinship")),
    "guardian": lambda draft, owner: draft.parents(owner, ("guardianship",)),
    "kinship_carer": lambda draft, owner: draft.parents(owner, ("kinship",)),
    "child": lambda draft, owner: draft.children(owner),
    "step_child": lambda draft, owner: (
        draft.children(owner, ("step",))
        or [
            child
            for mate in draft.partners(owner)
            for child in draft.children(mate)
            if owner not in draft.parents(child)
        ]
    ),
    "foster_child": lambda draft, owner: draft.children(owner, ("foster", "kinship")),
    "adopted_child": lambda draft, owner: draft.children(owner, ("adopted",)),
    "sibling": _siblings,
    "half_sibling": _siblings,
    "twin": lambda draft, owner: [somebody for somebody in _siblings(draft, owner) if somebody in draft.twins],
    "partner": lambda draft, owner: draft.partners(owner),
    "spouse": lambda draft, owner: draft.partners(owner),
    "ex": lambda draft, owner: draft.partners(owner),
    "ex_spouse": lambda draft, owner: draft.partners(owner),
    "fiance": lambda draft, owner: draft.partners(owner),
    "civil_partner": lambda draft, owner: draft.partners(owner),
    "grandparent": lambda draft, owner: [
        somebody for parent in draft.parents(owner) for somebody in draft.parents(parent)
    ],
    "grandchild": lambda draft, owner: [
        somebody for child in draft.children(owner) for somebody in draft.children(child)
    ],
    "aunt": lambda draft, owner: [somebody for parent in draft.parents(owner) for somebody in _siblings(draft, parent)],
    "nephew": lambda draft, owner: [
        somebody for sibling in _siblings(draft, owner) for somebody in draft.children(sibling)
    ],
    "cousin": lambda draft, owner: [
        somebody
        for parent in draft.parents(owner)
        for sibling in _siblings(draft, parent)
        for somebody in draft.children(sibling)
    ],
    "parent_in_law": lambda draft, owner: [
        somebody for mate in draft.partners(owner) for somebody in draft.parents(mate)
    ],
    "sibling_in_law": lambda draft, owner: (
        [mate for sibling in _siblings(draft, owner) for mate in draft.partners(sibling)]
        + [somebody for mate in draft.partners(owner) for somebody in _siblings(draft, mate)]
    ),
    "child_in_law": lambda draft, owner: [mate for child in draft.children(owner) for mate in draft.partners(child)],
}
