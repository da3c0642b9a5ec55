"""Names in a record or a document: of other families, of the family in a worker's own record, of anybody at all.

Who is named is found by :mod:`supervision_tui.family.recognition`; here is decided what that means for a text.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from supervision_tui.family.recognition import Mention, Recogniser, mentions_in, name_tokens
from supervision_tui.lazy_pattern import lazy_pattern

if TYPE_CHECKING:
    from supervision_tui.family import Family, Person

_WORD = lazy_pattern(r"[^\W_]+")
_SINGLE = {"single name", "nickname", "surname", "misspelling"}
"""Kinds of mention that a worker may share by chance: one name alone."""


def other_family_mentions(
    text: str,
    others: Iterable[Family],
    own: Family | None = None,
    workers: Iterable[str] = (),
    recogniser: Recogniser | None = None,
) -> tuple[Mention, ...]:
    """Who of the families *others* is named in *text*, however it is written.

    Args:
        text: of a record or a document about *own*, or about no family.
        others: every other family of the notebook.
        own: the family that it is about; what names somebody of it is no leak.
        workers: names of those who do the work; their own first names and surnames are no leak.
        recogniser: one that was made before of *own* and *others*, in this order; none keeps one for the next time.
    """
    families = (*([own] if own is not None else []), *others)
    found = recogniser.mentions(text) if recogniser is not None else mentions_in(text, families)
    mine = [mention for mention in found if own is not None and mention.family == own.id]
    known = _words_of(workers)
    return tuple(
        mention
        for mention in found
        if (own is None or mention.family != own.id)
        and not _is_explained(mention, mine)
        and not _is_of_a_worker(mention, known)
    )


def is_leak(mention: Mention) -> bool:
    """Whether a *mention* of another family stops a document until somebody has looked: it can be nobody else."""
    return mention.sure and mention.kind != "single name"


def names_in(text: str, family: Family, workers: Iterable[str] = ()) -> list[str]:
    """The words of *text* that name somebody or something of *family*, each once, in the order of the text.

    What is only possibly a name, or one that one of the *workers* bears too, is left to :func:`possible_names_in`.
    """
    known = _words_of(workers)
    named = (mention for mention in mentions_in(text, [family]) if _is_a_name(mention))
    return list(dict.fromkeys(mention.words for mention in named if not _is_of_a_worker(mention, known)))


def possible_names_in(text: str, family: Family, workers: Iterable[str] = ()) -> list[str]:
    """The words of *text* that may name somebody of *family*, and may be a word of every day or a worker's name."""
    sure = set(names_in(text, family, workers))
    named = (
        mention
        for mention in mentions_in(text, [family])
        if mention.kind != "birth date" and mention.words != family.id
    )
    return list(dict.fromkeys(mention.words for mention in named if mention.words not in sure))


def without_names(reference: str, family: Family | None) -> str:
    """*reference* of a family, or nothing where it holds a name of somebody in it, such as ``carter-okafor``."""
    if family is None:
        return reference
    named = any(mention.person or mention.kind == "surname" for mention in mentions_in(reference, [family]))
    return "" if named else reference


def people_in(text: str, family: Family) -> list[Person]:
    """Everybody in *family* who is named in *text*, in the order of the family; two of one name are both."""
    named = {mention.person for mention in mentions_in(text, [family])}
    return [person for person in family.persons if person.id in named]


def _is_a_name(mention: Mention) -> bool:
    """Whether it names somebody: a day does not, and the reference is what stands in the place of a name."""
    return mention.grade != "possible" and mention.kind != "birth date" and mention.words != mention.family


def _is_explained(mention: Mention, mine: Iterable[Mention]) -> bool:
    """Whether every word that names somebody of another family names somebody of one's own as well (*mine*).

    "Robin" may be one's own Robin Bell; "Robin Frost" names somebody else, though one's own has a Robin too.
    """
    explaining = [own for own in mine if own.grade != "possible" or mention.grade == "possible"]
    words = [(mention.start + word.start(), mention.start + word.end()) for word in _WORD.finditer(mention.words)]
    places = words or [(mention.start, mention.end)]
    return all(any(own.start < end and start < own.end for own in explaining) for start, end in places)


def _words_of(names: Iterable[str]) -> frozenset[str]:
    return frozenset(word for name in names for word in name_tokens(name))


def _is_of_a_worker(mention: Mention, known: frozenset[str]) -> bool:
    return mention.kind in _SINGLE and known.issuperset(name_tokens(mention.words))
