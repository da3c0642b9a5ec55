"""From a path to words: kin by descent, partners, in-laws, step-kin."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from supervision_tui.family.dates import PartialDate
from supervision_tui.family.kinship import words
from supervision_tui.family.kinship.paths import Blood, Couple, Path
from supervision_tui.family.kinship.words import Gender, choose


@dataclass(frozen=True, slots=True)
class Known:
    """What naming must know of people: gender for the word, who has died, who was born when."""

    genders: Mapping[str, Gender]
    dead: frozenset[str]
    born: Mapping[str, PartialDate]

    def step(self, couple: Couple, child: str) -> bool:
        """Whether *couple* makes a step-parent of its second for *child*: not of one born after they had parted."""
        born, parted = self.born.get(child), couple.union.until
        after = couple.ex and born is not None and parted is not None and parted.certainly_before(born)
        return couple.shares_life and not after


def name(path: Path, known: Known, *, words_with_side: bool = False) -> str:  # noqa: PLR0911 - a form of path each
    """What the person at the end of *path* is to the one at its start.

    With *sided* kin by descent say whose side: "maternal aunt".
    """
    match path.pieces:
        case (Blood() as way,):
            return blood_name(way, known, times=path.times, words_with_side=words_with_side and not path.both_sides)
        case (Couple() as couple,):
            return _partner(couple, known)
        case (Couple() as couple, Blood() as way):
            return _partners_kin(couple, way, known)
        case (Blood() as way, Couple() as couple):
            return _kins_partner(way, couple, known)
        case (Couple() as first, Blood() as way, Couple() as last):
            return _partners_siblings_partner(first, way, last, known)
        case (Blood() as way, Couple() as couple, Blood() as onward):
            return _step(way, couple, onward, known)
    return "relative"


def blood_name(way: Blood, known: Known, *, times: int = 1, words_with_side: bool = False) -> str:
    """The words for a way by descent, with half, birth, adoption, side, how often it is so, and what is not sure."""
    end = way.chain[-1]
    word = words.with_kind(way, words.by_descent(way, known.genders[end], known.genders[_between(way)]))
    if times > 1:
        birth = "birth " if word.startswith("birth ") else ""
        word = f"{birth}{MULTIPLES.get(times, f'{times}-fold')} {word.removeprefix(birth)}"
    if words_with_side:
        word = f"{_side(way, known)}{word}"
    if way.adopted:
        word = _adopted(way, word)
    if way.up == way.down == 1 and (way.half == "unsure" or (way.doubted and way.half == "no")):
        return f"{word} (full or half: a parent is {'in doubt' if way.doubted else 'not known'})"
    return f"{word} (in doubt)" if way.doubted else word


MULTIPLES = {2: "double", 3: "triple", 4: "quadruple"}
"""How often two are cousins, through different ancestors."""


def _adopted(way: Blood, word: str) -> str:
    """*word* with the adoption that is on the way: adoptive mother, adopted son, brother by adoption."""
    if way.length > 1:
        return f"{word} by adoption"
    return f"adoptive {word}" if way.up else f"adopted {word}"


def _between(way: Blood) -> str:
    """Who stands between in a neutral word: the grandparent whose sibling it is, the sibling whose child it is."""
    if way.up and way.down == 1:
        return way.chain[-2]
    return way.chain[1] if len(way.chain) > 1 else way.chain[0]


def _side(way: Blood, known: Known) -> str:
    if way.up > 1:
        return choose(known.genders[way.chain[1]], "maternal ", "paternal ", "")
    if way.up == way.down == 1 and way.half == "half":
        return choose(known.genders[way.apex[0]], "maternal ", "paternal ", "")
    return ""


def _partner(couple: Couple, known: Known) -> str:
    start, end = couple.chain
    gender, kind = known.genders[end], couple.union.kind
    if kind in {"parents_only", "forced"}:
        return choose(gender, "mother of your child", "father of your child", "other parent of your child")
    word = {
        "married": choose(gender, "wife", "husband", "spouse"),
        "civil_partnership": "civil partner",
        "engaged": choose(gender, "fiancée", "fiancé", "partner, engaged"),
        "brief": "partner for a short time",
        "secret": "partner in secret",
    }.get(kind, "partner")
    if couple.ex:
        return f"ex-{word}" if couple.is_marriage or word == "partner" else f"former {word}"
    if couple.union.ended == "death" or end in known.dead:
        if end in known.dead:
            return f"late {word}"
        return (
            choose(gender, "widow", "widower", f"surviving {word}")
            if start in known.dead and couple.is_marriage
            else word
        )
    return word


def _mate(couple: Couple, known: Known) -> str:
    """A partner inside a longer word: ``wife``, ``ex-partner``."""
    end = known.genders[couple.chain[1]]
    word = choose(end, "wife", "husband", "spouse") if couple.union.kind == "married" else "partner"
    return f"ex-{word}" if couple.ex else word


def _former(couple: Couple) -> str:
    return "ex-" if couple.ex else ""


def _partners_kin(couple: Couple, way: Blood, known: Known) -> str:
    gender = known.genders[way.chain[-1]]
    if way.up == 0 and known.step(couple, way.chain[1]):
        return f"{_former(couple)}{words.step(words.descendant(way.down, gender))}"
    if couple.is_marriage and way.down == 0:
        return f"{_former(couple)}{words.ancestor(way.up, gender)}-in-law"
    if couple.is_marriage and way.up == way.down == 1:
        return f"{_former(couple)}{words.with_kind(way, words.sibling(gender))}-in-law"
    return f"{_mate(couple, known)}'s {blood_name(way, known)}"


def _kins_partner(way: Blood, couple: Couple, known: Known) -> str:
    gender = known.genders[couple.chain[1]]
    if way.down == 0 and known.step(couple, way.chain[-2]):
        return f"{_former(couple)}{words.step(words.ancestor(way.up, gender))}"
    if couple.is_marriage and way.up == 0:
        return f"{_former(couple)}{words.descendant(way.down, gender)}-in-law"
    if couple.is_marriage and way.up == way.down == 1:
        return f"{_former(couple)}{words.with_kind(way, words.sibling(gender))}-in-law"
    if couple.is_marriage and way.down == 1 and way.up > 1 and gender:
        return f"{_former(couple)}{words.by_descent(way, gender, '')} by marriage"
    kin, mate = blood_name(way, known), _mate(couple, known)
    return f"{mate} of a {kin}" if kin.endswith(("removed", "adoption", ")")) else f"{kin}'s {mate}"


def _partners_siblings_partner(first: Couple, way: Blood, last: Couple, known: Known) -> str:
    gender = known.genders[last.chain[1]]
    spelt = f"{_mate(first, known)}'s {words.sibling(known.genders[way.chain[-1]])}'s {_mate(last, known)}"
    if first.is_marriage and last.is_marriage:
        return f"{'ex-' if first.ex or last.ex else ''}{words.sibling(gender)}-in-law ({spelt})"
    return spelt


def _step(way: Blood, couple: Couple, onward: Blood, known: Known) -> str:
    """Step-kin: what the kin would be called were the couple's step a bond of blood, with ``step-`` before it."""
    up, down = way.up + onward.up, way.down + onward.down
    children = [
        person_id
        for person_id in (way.chain[-2] if way.up else "", onward.chain[1] if onward.down else "")
        if person_id
    ]
    if not all(known.step(couple, child) for child in children):
        return f"{blood_name(way, known)}'s {_mate(couple, known)}'s {blood_name(onward, known)}"
    end = onward.chain[-1]
    as_if = Blood((*way.chain, *onward.chain[1:]), up, down)
    between = known.genders[way.chain[-1]] if up > 1 else known.genders[onward.chain[1]]
    word = words.by_descent(as_if, known.genders[end], between)
    return f"{_former(couple)}{words.step(word)}"
