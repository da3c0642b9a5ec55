"""What Family Historian writes into GEDCOM: flags, shared facts, how a couple stands, one kind for each parent.

Forms and values: formats.md of this project's research, after fhug.org.uk and family-historian.co.uk; where only a
part is attested, a word that is not known is kept as the file's own.
"""

from __future__ import annotations

import re

from supervision_tui.family.formats.claims import CoupleClaim, PersonClaim, Turn, line_words
from supervision_tui.family.formats.gedcom.source import GedcomSource
from supervision_tui.family.formats.nodes import Node
from supervision_tui.lazy_pattern import lazy_pattern

MEDICAL = frozenset({"medical condition", "medical", "medical information", "health", "illness"})
_ONE_PARENT = lazy_pattern(r"\s*(.*?)\s*\((father|mother)\)\s*", re.IGNORECASE)
STANDING: dict[str, tuple[str, str]] = {
    "divorced": ("married", "divorce"), "separated": ("married", "separation"), "widowed": ("married", "death"),
    "unmarried couple": ("cohabiting", ""), "never married": ("unknown", ""), "married": ("married", ""),
    "annulled": ("married", "annulment"),
}  # fmt: skip
"""How a couple stands by ``_STAT``: the kind and the ending."""


def flags(node: Node, tag: str = "_FLGS") -> dict[str, str]:
    """The flags below *node*, used: name without its leading marks, to its words."""
    found = {}
    for line in node.every(tag):
        line.use()
        for flag in line.below:
            flag.use()
            found[flag.tag.strip("_").upper()] = flag.value.strip()
    return found


def flags_of_fact(line: Node, name: str) -> bool:
    """Whether a fact has a flag of this name."""
    return name in flags(line)


def rejected(source: GedcomSource, line: Node, what: str) -> bool:
    """Whether a fact is rejected in the file; it is then left out whole, and told."""
    if not any(flag.tag.strip("_").upper() == "REJECTED" for group in line.every("_FLGS") for flag in group.below):
        return False
    when = line.first("DATE")
    dated = f" ({when.value})" if when is not None else ""
    source.ledger.tell_all(line, f"left out: '{what}'{dated}, which is rejected in the file.", "doubt")
    return True


def who_shared(source: GedcomSource, line: Node) -> list[str]:
    """Who else was there (``_SHAR`` a person of the file, ``_SHAN`` a name), with their parts, as one note."""
    people = []
    for node in line.every("_SHAR", "_SHAN"):
        node.use()
        name = node.value.strip()
        if node.tag == "_SHAR":
            person_id = source.person(node.value)
            if not person_id:
                source.ledger.tell(
                    node, f"skipped: {node.tag} points to {node.value[:40]}, who is not there.", "missing"
                )
                continue
            name = source.claims.name(person_id)
        role = node.word("ROLE")
        notes = "; ".join(source.notes(node))
        people.append(f"{name}{f' ({role})' if role else ''}{f': {notes}' if notes else ''}")
    return ["; ".join(people)] if people else []


def other_place(line: Node) -> list[str]:
    """The other place of a move (``_PLAC`` below ``EMIG`` and ``IMMI``)."""
    if line.tag not in {"EMIG", "IMMI"}:
        return []
    place = line.word("_PLAC")
    return [f"{'to' if line.tag == 'EMIG' else 'from'} {place}"] if place else []


def read_medical(source: GedcomSource, line: Node, kind: str, value: str, person: PersonClaim) -> bool:
    """A mark of health, where the attribute is one."""
    if kind.casefold() not in MEDICAL or not value:
        return False
    mark = {"area": "other", "name": line_words(value), "since": source.date(line)}
    mark["note"] = "\n\n".join(source.notes(line))
    person.fields.setdefault("health", []).append(mark)
    return True


def read_flags_of_person(record: Node, person: PersonClaim) -> bool:
    """The flags of a person; whether they say that the person is private."""
    private = False
    for name, words in flags(record).items():
        if name == "PRIVATE":
            private = True
        elif name != "LIVING":
            person.note(f"flag: {words or name.replace('_', ' ').capitalize()}")
    return private


def one_parent(words: str) -> tuple[str, str]:
    """Kind and parent of ``Adopted (father)``; the parent is empty where both are meant."""
    match = _ONE_PARENT.fullmatch(words)
    return (match[1], match[2].casefold()) if match is not None else (words, "")


def read_standing(source: GedcomSource, line: Node, couple: CoupleClaim) -> None:
    """How a couple stands (``_STAT``): marriage and divorce lines of the file have the last word."""
    words = line.use().value.strip()
    kind, ended = STANDING.get(words.casefold(), ("", ""))
    plain = words.casefold()
    if plain == "never married":
        source.ledger.notice(
            line,
            "never married says nothing about living together; the couple came in with the kind not known.",
            "unions",
        )
    if plain in {"never married", "unmarried couple"} or not kind:
        couple.note(f"the file says: {words}")
    turns = {turn.kind for turn in couple.turns}
    if kind and couple.kind is None and not turns & {"married", "remarried"}:
        couple.kind = kind  # type: ignore[assignment] # from the table above
    if ended in {"divorce", "separation", "annulment"}:
        turn = {"divorce": "divorced", "separation": "separated", "annulment": "annulled"}[ended]
        if turn not in turns and not ("divorced" in turns and turn == "separated"):
            source.ledger.notice(line, f"{source.claims.names(couple.partners)}: {turn}.", "couples")
            couple.turns.append(Turn(turn))  # type: ignore[arg-type] # from the table above
    elif ended == "death" and not turns & {"divorced", "annulled"}:
        couple.ended = "death"
