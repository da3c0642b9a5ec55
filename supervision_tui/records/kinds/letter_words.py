"""A line of a record in words to the child: "you" for the child's own name, and first names explained once.

A beginning for whoever writes the letter, never its end: who "she" is, only a person knows.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from supervision_tui.family import Family, Person
from supervision_tui.family.kinship import kin
from supervision_tui.family.recognition import mentions_in, name_tokens
from supervision_tui.text_folding import name_key

_KIN = {"mother": "mum", "father": "dad", "stepmother": "stepmum", "stepfather": "stepdad"}
"""Words for kin as a child says them; the others stay."""
_AFTER_YOU = {
    "is": "are", "was": "were", "has": "have", "does": "do", "isn't": "aren't", "wasn't": "weren't",
    "hasn't": "haven't", "doesn't": "don't", "goes": "go",
}  # fmt: skip
"""Verbs after "you"."""
_NO_VERB = frozenset({"as", "always", "sometimes", "this", "his", "us", "perhaps", "yes", "towards", "besides", "its"})
_NEXT_WORD = re.compile(r"^(\s+)([a-z]+(?:['’][a-z]+)?)")
_STARTS = re.compile(r"(?:^|[.!?:“\"]\s*)$")
WORKER = "who works with your family"


def in_words_to_child(text: str, family: Family, child: str, workers: Iterable[str] = ()) -> str:
    """*text* of a record as words to *child*; names of *workers* are explained too."""
    person = family.find(child)
    words = text if person is None else _addressed(text, person, _places(text, family, child))
    for other in family.persons:
        if other.id != child and (explained := _who(family, child, other)):
            words = _explained(words, other.short_name, explained, str(other.name), _places(words, family, other.id))
    known = {name_key(other.short_name) for other in family.persons}
    for worker in workers:
        first = next(iter(str(worker).split()), "")
        if first and name_key(first) not in known:
            words = _explained(words, first, WORKER, str(worker), None)
    return words


def _places(text: str, family: Family, person: str) -> list[range]:
    """Where *text* names *person*: the month of May and what somebody will do are no names of May and Will."""
    found = mentions_in(text, [family])
    return [
        range(mention.start, mention.end)
        for mention in found
        if mention.person == person and mention.grade != "possible"
    ]


def _addressed(text: str, person: Person, places: list[range]) -> str:
    """*text* with "you" in the place of the name, where it stands as one."""
    names = sorted({str(person.name), str(person.short_name)} - {""}, key=len, reverse=True)
    name = re.compile(rf"(?<![\w]){'(?:' + '|'.join(map(re.escape, names)) + ')'}(['’]s)?(?![\w])")
    found, at = "", 0
    for match in name.finditer(text):
        if not any(match.start() in place for place in places):
            continue
        found += text[at : match.start()]
        you = "your" if match[1] else "you"
        found += you.capitalize() if _STARTS.search(found) else you
        at = match.end()
        verb = _NEXT_WORD.match(text[at:])
        if verb and not match[1]:
            found += verb[1] + _for_you(verb[2])
            at += verb.end()
    return found + text[at:]


def _for_you(word: str) -> str:
    """*word* after "you": ``likes`` becomes ``like``; what is no verb stays."""
    plain = word.replace("’", "'")
    if plain in _AFTER_YOU:
        return _AFTER_YOU[plain]
    if plain in _NO_VERB or not plain.endswith("s") or plain.endswith("ss") or len(plain) < 4:  # noqa: PLR2004 - gets
        return word
    if plain.endswith("ies"):
        return f"{plain[:-3]}y"
    return plain[:-2] if plain.endswith(("shes", "ches", "xes", "sses")) else plain[:-1]


def _who(family: Family, child: str, other: Person) -> str:
    """What *other* is to the child, as words to them; nothing where it is not sure or nothing is known."""
    tied = kin(family, child, other.id)
    words = tied.words
    if "doubt" in words or not tied.related:
        return ""
    nearest = words.split(",")[0]
    return f"your {_KIN.get(nearest, nearest)}"


def _explained(text: str, name: str, who: str, whole: str, places: list[range] | None) -> str:
    """*text* with *who* in brackets after the first time that somebody is named, at one of the *places* if given."""
    names = sorted({whole, name} - {""}, key=len, reverse=True)
    pattern = re.compile(rf"(?<![\w])(?:{'|'.join(map(re.escape, names))})(?!['’]s)(?![\w])")
    if not all(map(name_tokens, names)):
        return text
    for match in pattern.finditer(text):
        if places is None or any(match.start() in place for place in places):
            return f"{text[: match.end()]} ({who}){text[match.end() :]}"
    return text
