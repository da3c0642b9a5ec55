"""Associations in GEDCOM (godparents, friends, witnesses): a tie with the file's own word, never a guess at more."""

from __future__ import annotations

from supervision_tui.family.formats.claims import PersonClaim
from supervision_tui.family.formats.gedcom.lines import pointer
from supervision_tui.family.formats.gedcom.source import GedcomSource
from supervision_tui.family.formats.nodes import Node
from supervision_tui.family.formats.relation_claims import claim_tie, tie_in_own_words
from supervision_tui.family.formats.words_of_harm import tells_of_harm
from supervision_tui.family.model.ties import TIE_KINDS

ROLES = {
    "GODP": "godparent", "FRIEND": "friend", "NGHBR": "neighbour", "WITN": "witness", "CLERGY": "clergy",
    "OFFICIATOR": "officiator",
}  # fmt: skip
"""Roles of version 7 in words."""
KIN = frozenset({"CHIL", "FATH", "HUSB", "MOTH", "PARENT", "SPOU", "WIFE", "MULTIPLE"})
"""Roles that family lines say better: told, and not taken for them."""


def read_association(source: GedcomSource, line: Node, person: PersonClaim) -> None:
    """One association: a tie from the person whose record it is to the other."""
    line.use()
    role = line.take("ROLE") or line.take("RELA")
    word = role.value.strip() if role is not None else ""
    nobody_here = pointer(line.value) in {"", "VOID"}
    phrase = role.word("PHRASE") if role is not None else ""
    name = line.word("PHRASE") if nobody_here or not phrase else ""
    phrase = phrase or ("" if nobody_here else name)
    line.word("TYPE")
    notes = source.notes(line)
    if role is not None and word.upper() in KIN:
        source.ledger.tell(line, f"not kept: {person.name} is said to have {line.value[:40]} as {word}.", "ties")
        return
    words = phrase or ROLES.get(word.upper(), word.casefold() if word.isupper() else word) or "associated"
    other = source.person(line.value)
    if not other:
        stranger = name or ("" if pointer(line.value) else line.value.strip()) or phrase
        if nobody_here and stranger:
            person.note(f"{words}: {stranger}")
        else:
            source.ledger.tell(line, f"skipped: ASSO points to {line.value[:40]}, who is not in the file.", "missing")
        return
    tie = tie_in_own_words(person.id, other, words, "\n\n".join(notes))
    harmful = TIE_KINDS[tie["kind"]].tone == "harm"
    if not harmful and tells_of_harm(" ".join((words, *notes))):
        source.ledger.notice(
            line,
            f"the tie '{words}' from {person.name} to {source.claims.name(other)} reads as "
            "if it told of harm. No flag of harm was set.",
            "harm",
        )
    claim_tie(source.claims, line, tie)
