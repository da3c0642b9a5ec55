"""Which relative is meant by a reader without a name: "Mum", "Leo's dad", "her grandparents", "Mum and her partner".

The words are taken as a child of the focus would say them, or the child that is named. The kin itself comes from the
family's map, in the words of :func:`supervision_tui.family.kinship.kin`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from supervision_tui.family.kinship import kin
from supervision_tui.family.recognition import people_called
from supervision_tui.text_folding import name_key

if TYPE_CHECKING:
    from collections.abc import Iterable

    from supervision_tui.family import Family

_MOTHER = "mother, adoptive mother, foster mother"
_FATHER = "father, adoptive father, foster father"
_KIN_MEANT = {
    "mum mam mom mummy mammy mother": _MOTHER,
    "dad daddy dada father": _FATHER,
    "parent parents": f"{_MOTHER}, {_FATHER}, parent",
    "stepmum stepmother": "stepmother",
    "stepdad stepfather": "stepfather",
    "stepparent step-parent stepparents step-parents": "stepmother, stepfather, step-parent",
    "nan nana nanny gran granny grandma grandmother": "grandmother, step-grandmother",
    "grandad granddad grandpa gramps grandfather": "grandfather, step-grandfather",
    "grandparent grandparents": "grandmother, grandfather, step-grandmother, step-grandfather, grandparent",
    "brother brothers": "brother, half-brother, step-brother",
    "sister sisters": "sister, half-sister, step-sister",
    "sibling siblings": "brother, sister, sibling, half-brother, half-sister, half-sibling, step-brother, step-sister",
    "aunt auntie aunty aunts": "aunt",
    "uncle uncles": "uncle",
    "partner boyfriend girlfriend husband wife": "stepmother, stepfather, step-parent, mother's partner, "
    "father's partner, mother's husband, father's wife",
}
"""Words for a reader, and what the kinship then says of them."""
_MEANT = {
    word: frozenset(kin_words.split(", ")) for typed, kin_words in _KIN_MEANT.items() for word in typed.split(" ")
}
_BESIDE = frozenset({"the", "and", "of", "his", "her", "their", "my", "our", "foster", "birth", "step", "both", "new"})
"""Words that may stand beside a word for kin without making it something else."""


def find_relatives(family: Family, recipient: str) -> tuple[str, ...]:
    """Ids of those of *family* whom *recipient* means by a word for kin; nobody where another word stands there."""
    words = [word.removesuffix("'s").removesuffix("'") for word in name_key(recipient).replace("’", "'").split()]
    words = [word.strip(",&()") for word in words if word.strip(",&()")]
    meant = [_MEANT[word] for word in words if word in _MEANT]
    named = {word: people_called(family, word) for word in words if word not in _MEANT and word not in _BESIDE}
    if not meant or not all(named.values()):
        return ()
    of = [person.id for people in named.values() for person in people] or list(family.focus)
    if _is_partner_of(words):
        meant = [kinds for kinds in meant if "stepfather" in kinds] or meant
    return tuple(
        dict.fromkeys(
            other.id
            for child in of
            for other in family.persons
            if other.id != child and _is(family, child, other.id, meant)
        )
    )


def _is_partner_of(words: Iterable[str]) -> bool:
    """Whether the last word is one for a partner: of "Mum's boyfriend", only he is meant."""
    last = list(words)[-1]
    return last in {"partner", "boyfriend", "girlfriend", "husband", "wife"} and "and" not in words


def _is(family: Family, child: str, other: str, meant: Iterable[frozenset[str]]) -> bool:
    """Whether what *other* is to *child*, in any of its words, is one of those *meant*."""
    kinship = kin(family, child, other)
    names = {words.partition(" (")[0] for words in (*kinship.names, *kinship.words.split(", "))}
    return any(names & kinds for kinds in meant)
