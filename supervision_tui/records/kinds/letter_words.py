"""A line of a record in words to the child: "you" for the child's own name, and first names explained once.

A beginning for the person who writes the letter, never its end: who "she" is, only a person knows. "She" is taken as
the child only in a line that is the child's own and names nobody else who could be meant.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from supervision_tui.family import Family, Person
from supervision_tui.family.kinship import kin
from supervision_tui.family.recognition import mentions_in, name_tokens
from supervision_tui.lazy_pattern import lazy_pattern
from supervision_tui.text_folding import name_key

_KIN = {"mother": "mum", "father": "dad", "stepmother": "stepmum", "stepfather": "stepdad"}
"""Words for kin as a child says them; the others stay."""
_AFTER_YOU = {
    "is": "are", "was": "were", "has": "have", "does": "do", "isn't": "aren't", "wasn't": "weren't",
    "hasn't": "haven't", "doesn't": "don't", "goes": "go",
}  # fmt: skip
"""Verbs after "you"."""
_NO_VERB = frozenset({"as", "always", "sometimes", "this", "his", "us", "perhaps", "yes", "towards", "besides", "its"})
_NEXT_WORD = lazy_pattern(r"^(\s+)([a-z]+(?:['’][a-z]+)?)")
_STARTS = lazy_pattern(r"(?:^|[.!?:“\"]\s*)$")
_SUBJECTS = frozenset({"she", "he", "they"})
_PRONOUNS = {
    "she": {"she": "you", "herself": "yourself", "hers": "yours", "her": "your or you"},
    "he": {"he": "you", "himself": "yourself", "him": "you", "his": "your"},
    "they": {"they": "you", "themselves": "yourself", "themself": "yourself", "them": "you", "their": "your"},
}
"""The pronouns of a child, and what stands for each in words to them."""
_AFTER_HER = frozenset(
    {
        "a", "an", "the", "to", "at", "in", "on", "of", "for", "with", "by", "from", "and", "or", "but", "when",
        "while", "if", "that", "who", "what", "where", "how", "why", "so", "because", "after", "before", "again",
        "today", "yesterday", "there", "here", "out", "up", "down", "off", "away", "home", "about", "as", "until",
        "since", "then", "too", "not",
    }
)  # fmt: skip
"""Words before which "her" is no possessive: "told her that", but "her room"."""
_OTHERS = lazy_pattern(
    r"\b(?:mum|mam|mother|mummy|dad|daddy|father|parents?|nan|nana|gran\w*|brothers?|sisters?|siblings?|aunt\w*|"
    r"uncle|cousins?|friends?|girls?|boys?|teacher|nurse|worker|carers?|man|woman|men|women|someone|somebody|"
    r"everyone|everybody|people|partner|boyfriend|girlfriend|doctor|police|class|children|baby|neighbours?)\b"
)
"""Words for others of whom a pronoun may be said."""
_AND_WAS = lazy_pattern(rf"(\b[Yy]ou\b[^.,:;!?]* and )({'|'.join(_AFTER_YOU)})\b")
"""A second verb of the same sentence: "you like it and was"."""
WORKER = "who works with your family"


def in_words_to_child(text: str, family: Family, child: str, workers: Iterable[str] = (), *, own: bool = False) -> str:
    """*text* of a record as words to *child*; names of *workers* are explained too.

    *own*: the line is what the child said, or what something means for the child, so that "she" may be the child.
    """
    person = family.find(child)
    words = text
    if person is not None:
        if own and not _could_be_another(text, family, person):
            words = _pronouns_addressed(words, person)
        words = _addressed(words, person, _places(words, family, child))
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


def _could_be_another(text: str, family: Family, person: Person) -> bool:
    """Whether somebody else is spoken of in *text* of whom the child's pronoun could be said."""
    others = {
        mention.person
        for mention in mentions_in(text, [family])
        if mention.person != person.id and mention.grade != "possible"
    }
    genders = {family.person(other).gender for other in others if other}
    same = {person.gender, "unknown", ""} if person.gender in {"female", "male"} else genders
    several = r"\bthey\b" if person.pronouns != "they" else r"(?!)"
    return "" in others or bool(genders & same) or bool(re.search(f"{_OTHERS.pattern}|{several}", text.casefold()))


def _pronouns_addressed(text: str, person: Person) -> str:
    """*text* with "you" for "she", "he" or "they", whichever is the child's; of "her" what stands after it decides."""
    pronoun = person.pronouns or {"female": "she", "male": "he"}.get(person.gender, "")
    forms = _PRONOUNS.get(pronoun)
    if forms is None:
        return text
    found, at = "", 0
    for match in re.finditer(
        rf"(?<![\w'’])(?:{'|'.join(forms)})(?P<short>['’](?:s|re|ve|ll|d))?(?![\w'’])", text, re.IGNORECASE
    ):
        word, short = match[0].casefold().replace("’", "'").partition("'")[0], match["short"] or ""
        found += text[at : match.start()]
        at = match.end()
        verb = _NEXT_WORD.match(text[at:])
        you = forms[word]
        if you == "your or you":
            you = "you" if verb is None or verb[2] in _AFTER_HER else "your"
        if you == "you" and word not in _SUBJECTS and _is_subject(text[: match.start()], person):
            found += match[0]  # "Robin told her": she is somebody else
            continue
        found += you.capitalize() if _STARTS.search(found) else you
        found += "’re" if short.endswith("s") else short
        if word in _SUBJECTS and verb and not short:
            found += verb[1] + _for_you(verb[2])
            at += verb.end()
    return _AND_WAS.sub(lambda match: match[1] + _AFTER_YOU[match[2]], found + text[at:])


def _is_subject(before: str, person: Person) -> bool:
    """Whether the child is spoken of in the same sentence already, so that "her" after it is somebody else."""
    sentence = re.split(r"[.!?;\n]", before)[-1].casefold()
    subjects = {"she", "he", "they", str(person.short_name).casefold()}
    return any(re.search(rf"(?<!\w){re.escape(word)}(?!['’]s|\w)", sentence) for word in subjects)


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
    relations = kin(family, child, other.id)
    words = relations.words
    if "doubt" in words or not relations.related:
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
