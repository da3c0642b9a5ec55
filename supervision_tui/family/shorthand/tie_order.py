"""Who is meant by a line about a tie, and how they are: in whatever order it says so.

"Nan close", "scared of Gaz" and "Craig hits Leanne" name one, one and two people; the name that is not said is that of
the person beside whom the line is entered.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from supervision_tui.family.model.tie_words import PLAIN_WORDS
from supervision_tui.family.model.ties import TIE_KINDS
from supervision_tui.family.recognition import people_called

if TYPE_CHECKING:
    from supervision_tui.family.model.family import Family
    from supervision_tui.family.model.persons import Person

ACTS: dict[str, str] = {
    "hits": "physical_abuse", "hit": "physical_abuse", "beats": "physical_abuse", "hurts": "physical_abuse",
    "hits him": "physical_abuse", "hits her": "physical_abuse", "hits them": "physical_abuse",
    "hurts him": "physical_abuse", "hurts her": "physical_abuse", "beats him": "physical_abuse",
    "beats her": "physical_abuse", "smacks": "physical_abuse", "shouts at him": "emotional_abuse",
    "shouts at her": "emotional_abuse", "controls her": "coercive_control", "controls him": "coercive_control",
    "shouts at": "emotional_abuse", "puts down": "emotional_abuse", "controls": "coercive_control",
    "bullies": "bullying", "exploits": "exploitation", "neglects": "physical_neglect", "manipulates": "manipulation",
    "looks after": "caretaker", "cares for": "caretaker", "adores": "admires",
    "looks up to": "admires", "is jealous of": "jealous",
}  # fmt: skip
"""What somebody does to somebody: the tie goes from the person who is named first in the line."""
SUFFERED: dict[str, str] = {
    "hit by": "physical_abuse", "beaten by": "physical_abuse", "hurt by": "physical_abuse",
    "physically abused by": "physical_abuse", "abused by": "", "sexually abused by": "sexual_abuse",
    "emotionally abused by": "emotional_abuse", "bullied by": "bullying", "controlled by": "coercive_control",
    "exploited by": "exploitation", "groomed by": "exploitation", "neglected by": "physical_neglect",
    "looked after by": "caretaker", "cared for by": "caretaker", "adored by": "admires",
    "manipulated by": "manipulation",
}  # fmt: skip
"""What somebody has from somebody: the tie comes from the person named after it. Empty: said too little to be drawn."""
_SMALL = frozenset({"a", "and", "by", "in", "of", "with"})
"""Words that say no kind of tie by themselves."""
_BEFORE_A_NAME = ("to", "with", "of", "about", "at", "from", "by", "for")
"""What stands between how it is and with whom: "close to Nan"."""
SHORTEST_HARM = 4
"""Letters from which the beginning of a word counts as harm: "v close" is no violence."""


_FILLERS = frozenset(
    {
        "-", "–", "—", ":", "is", "are", "was", "were", "be", "been", "has", "have", "had", "a", "an", "bit", "quite",
        "rather", "very", "still", "always", "often", "sometimes", "lately", "recently", "really", "just", "now",
    }
)  # fmt: skip
"""Small words round how two people are."""
MOST_NAME_WORDS = 6
"""Words of a name that is looked for in a line, and words between two names."""


def between_two(words: list[str], family: Family, of: str) -> tuple[str, list[str], bool]:
    """A line that names two people and how they are: whose tie it is, the same line from them, and its direction.

    The tie is that of *of* where they are one of the two, else of the first: "Craig hits Leanne". The last part says
    whether it goes from the other to that person. A line that names one person stays as it is.
    """
    first, length = _longest_name(words, family, "")
    after = words[length:]
    if not first or not _is_one(words[:length], family):
        return of, words, False
    together = after[:1] != [] and after[0].casefold().strip(",") in {"and", "&"}
    for at in (1,) if together else range(1, min(len(after), MOST_NAME_WORDS + 2)):
        second, taken = _longest_name(after[at:], family, first)
        if second and _is_one(after[at : at + taken], family):
            how, rest = (after[1 + taken :], []) if together else (after[:at], after[at + taken :])
            kind, number, from_second = _how(how, whole=not together)
            if not kind or _how(rest, whole=False)[0]:  # a second tie in the same line
                return of, words, False
            ends = (second, first) if from_second else (first, second)
            whose = of if of in ends else first
            other = second if whose == first else first
            line = [other, *TIE_KINDS[kind].words.split(), *(how[number:] if together else []), *rest]
            return whose, line, TIE_KINDS[kind].directed and ends[1] == whose
    return of, words, False


def _is_one(name: list[str], family: Family) -> bool:
    """Whether the words are one person's name, or id, and no other's."""
    return len(people_named(name, family)) == 1


def _how(words: list[str], *, whole: bool) -> tuple[str, int, bool]:
    """The kind of tie that the first of *words* say, or with *whole* all of them; how many; and whether it is suffered.

    Small words round them count for nothing: "is a bit distant from".
    """
    plain = [plain_words(word).strip(".:") for word in words]
    begin = next((at for at, word in enumerate(plain) if word not in _FILLERS), len(plain))
    for start, end in ((at, end) for at in dict.fromkeys((0, begin)) for end in range(len(plain), at, -1)):
        phrase = " ".join(word for word in plain[start:end] if word not in {"-", "–", "—", ":"})
        bare = phrase.rsplit(" ", 1)[0] if phrase.split()[-1:] and phrase.split()[-1] in _BEFORE_A_NAME else phrase
        if whole and not _FILLERS.issuperset(plain[end:]):
            continue
        if SUFFERED.get(phrase):
            return SUFFERED[phrase], end, True
        kind = ACTS.get(phrase) or tie_kind(phrase) or (tie_kind(bare) if bare != phrase else "")
        if kind and not (bare != phrase and TIE_KINDS[kind].directed and phrase.endswith((" by", " from"))):
            return kind, end, False
    return "", 0, False


def name_first(words: list[str], family: Family, of: str) -> tuple[list[str], bool]:
    """*words* with the name at the front, where how it is was said before it: "scared of Gaz", "hit by Gaz 2022".

    Also whether the tie comes from that person.
    """
    if not words or words[0].casefold() == "by" or _longest_name(words, family, of)[0]:
        return words, False
    for at in range(1, len(words)):
        person, length = _longest_name(words[at:], family, of)
        if not person:
            continue
        name, after = words[at : at + length], words[at + length :]
        kind, _, suffered = _how(words[:at], whole=True)
        if kind:
            return [*name, *TIE_KINDS[kind].words.split(), *after], suffered
        reordered = [*words[:at], *after] if plain_words(words[at - 1]) in _BEFORE_A_NAME else []
        return ([*name, *reordered], False) if reordered else (words, False)
    return words, False


def _longest_name(words: list[str], family: Family, of: str) -> tuple[str, int]:
    """The person (id) whom the first of *words* name, and how many words that takes; an id also where several fit."""
    for number in range(min(len(words), 6), 0, -1):
        found = people_named(words[:number], family, of)
        if found:
            return found[0].id, number
    return "", 0


def people_named(words: list[str], family: Family, of: str = "") -> list[Person]:
    """Who but *of* is meant by *words*, as the one recogniser finds people: also a short form, surname first, one slip.

    Words that end in how a tie is ("Robin hits") are no way to write a name.
    """
    name = " ".join(words).strip(" ,:;")
    found = [person for person in family.named(name) if person.id != of]
    if found or not name or any(_says_how(words[at:]) for at in range(len(words))):
        return found
    return [person for person in people_called(family, name) if person.id != of]


def _says_how(words: list[str]) -> bool:
    plain = plain_words(" ".join(words)).strip(",;:")
    return plain in SUFFERED or plain in ACTS or bool(tie_kind(plain))


def tie_kind(words: str) -> str:
    """The id of the tie whose words begin so; the shortest where several do. Nothing where none does."""
    low = plain_words(words).replace("’", "'")
    if low in PLAIN_WORDS:
        return PLAIN_WORDS[low]
    known = {plain_words(kind.words): kind.id for kind in TIE_KINDS.values()}
    if low in known or low in TIE_KINDS:
        return known.get(low, low)
    if not low or low.split()[-1] in _SMALL:
        return ""
    begun = [words_of_kind for words_of_kind in known if words_of_kind.startswith(low)]
    kind = known[min(begun, key=len)] if begun else ""
    return "" if kind and len(low) < SHORTEST_HARM and TIE_KINDS[kind].tone == "harm" else kind


def plain_words(words: str) -> str:
    """*words* in small letters, without commas and with one blank between."""
    return " ".join(words.replace(",", " ").replace(";", " ").casefold().split())
