"""Names of a person in GEDCOM: the name, what people call them, and every other name beside it."""

from __future__ import annotations

import re

from supervision_tui.family.formats.claims import PersonClaim, line_words
from supervision_tui.family.formats.gedcom.source import GedcomSource
from supervision_tui.family.formats.nodes import Node
from supervision_tui.lazy_pattern import lazy_pattern

KINDS = {
    "married": "Married name", "maiden": "Name at birth", "birth": "Name at birth", "aka": "Also known as",
    "immigrant": "Name on arrival", "professional": "Professional name", "former": "Former name",
    "religious": "Religious name", "formal": "Formal name", "nick": "Also called", "": "Other name",
}  # fmt: skip
"""Type of a further name to the words before it among the notes."""
BESIDE = {
    "_MARNM": "Married name", "_MARNAME": "Married name", "_AKA": "Also known as", "_AKAN": "Also known as",
    "_ALIA": "Also known as", "ALIA": "Also known as", "_FORMERNAME": "Former name", "_HEBN": "Hebrew name",
    "_RELN": "Religious name", "_OTHN": "Other name", "_BIRN": "Name at birth", "_ADPN": "Adopted name",
    "ROMN": "Also written", "FONE": "Also written", "TRAN": "Also written", "_HEB": "Hebrew name",
}  # fmt: skip
"""Lines below a name that hold another one."""
USED_NAMES = ("NICK", "_USED", "_RUFNAME", "_CALL", "_CALLNAME", "_PREFERREDNAME")
"""Lines that hold what people call somebody."""
PARTS = ("NPFX", "GIVN", "SPFX", "SURN", "NSFX")
PARTICLES = frozenset({
    "de", "la", "las", "le", "los", "da", "das", "do", "dos", "del", "della", "di", "van", "von", "vom", "der", "den",
    "ten", "ter", "bin", "ibn", "bint", "al", "el", "ap", "ab", "mac", "mc", "o'", "st", "st.", "du", "des", "zu",
})  # fmt: skip
"""Small words that belong to the family name after them."""

_SLASHED = lazy_pattern(r"/([^/]*)/")
_QUOTED = lazy_pattern(r"[\"“]([^\"“”]{1,40})[\"”]")


def read_names(source: GedcomSource, record: Node, person: PersonClaim) -> None:
    """Every name of a person: the first is theirs, what it is called is *called*, the others are notes."""
    lines = record.every("NAME")
    for place, line in enumerate(lines):
        line.use()
        words = _whole(line)
        if place == 0:
            person.fields["name"] = line_words(words) or line_words(line.text("NICK"))
            _surname(source, line, words)
        else:
            kind = line.word("TYPE")
            label = KINDS.get(kind.casefold(), f"Name ({kind})") if kind else KINDS[""]
            person.note(f"{label}: {words}" if words else "")
        _beside(source, line, person)
    if lines and (kind := lines[0].word("TYPE").casefold()) in {"married", "aka", "former"}:
        person.note(f"The name is the {KINDS[kind].casefold()}.")
    _tell_alike(record, person)


def _tell_alike(record: Node, person: PersonClaim) -> None:
    for line in record.every("NICK", "_NICK"):
        person.offer("called", line.use().value)


def _beside(source: GedcomSource, line: Node, person: PersonClaim) -> None:
    for tag in USED_NAMES:
        for node in line.every(tag):
            node.use()
            if not person.offer("called", node.value) and node.value.strip() != person.fields.get("called"):
                person.note(f"Also called: {node.value}")
    quoted = _QUOTED.search(line.value)
    if quoted is not None:
        person.offer("called", quoted[1])
    for node in line.below:
        if node.tag in BESIDE:
            node.use()
            person.note(f"{BESIDE[node.tag]}: {_whole(node)}")
            node.word("TYPE")
            node.word("LANG")
    for words in source.notes(line):
        person.note(words)


def _whole(line: Node) -> str:
    """A name as one line: as it stands, else of its parts; a prefix and a suffix that do not stand in it are added."""
    prefix, given, before, surname, suffix = (line.word(tag) for tag in PARTS)
    words = " ".join(line.value.replace("/", " ").split())
    if not words:
        parts = (prefix, given, before, surname, suffix)
        return " ".join(" ".join(part.replace(",", " ").split()) for part in parts if part.strip())
    plain = _plain(words)
    if prefix and _plain(prefix) not in plain:
        words = f"{prefix} {words}"
    if suffix and _plain(suffix) not in plain:
        words = f"{words} {suffix}"
    return " ".join(words.split())


def _plain(words: str) -> str:
    return f" {' '.join(re.sub(r'[.,]', ' ', words.casefold()).split())} "


def _surname(source: GedcomSource, line: Node, words: str) -> None:
    """Keep which part is the family name, where it is not the part that would be taken for it."""
    match = _SLASHED.search(line.value)
    if match is not None and " ".join(match[1].split()) != surname_of(words):
        source.slashed[id(line)] = _slashed_as(words, " ".join(match[1].split()))


def _slashed_as(words: str, surname: str) -> str:
    if not surname or surname not in words:
        return words if surname else f"{words} //"
    before, _, after = words.rpartition(surname)
    return f"{before}/{surname}/{after}"


def surname_of(name: str) -> str:
    """The part of a name that is taken for the family name: the last word with its particles; none of one word."""
    words = name.split()
    if len(words) < 2:  # noqa: PLR2004 - a given and a family name
        return ""
    at = len(words) - 1
    while at > 1 and words[at - 1].casefold() in PARTICLES:
        at -= 1
    return " ".join(words[at:])


def with_slashes(name: str, carried: str = "") -> str:
    """*name* as GEDCOM writes it; *carried* is the file's own way where it still says the same name."""
    if carried and " ".join(carried.replace("/", " ").split()) == " ".join(name.split()):
        return carried.removesuffix(" //")
    plain = name.replace("/", "-")
    surname = surname_of(plain)
    return f"{plain.removesuffix(surname).rstrip()} /{surname}/" if surname else plain
