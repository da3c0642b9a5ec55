"""A clause as rules are held against it: without what changes nothing, with the time that it shares with another."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from supervision_tui.family.narrative.grammar.word_sets import word_set
from supervision_tui.lazy_pattern import lazy_pattern

if TYPE_CHECKING:
    from supervision_tui.family.narrative.grammar.clauses import Clause

_LEFT_OUT = word_set(
    "already now still just also currently always really actually only then recently later often sometimes usually "
    "sadly clearly mostly mainly primarily predominantly ever again even quite happily finally eventually both "
    "too well though however overnight"
)
"""Words without which a clause says the same."""
_AT_FIRST = lazy_pattern(
    r"^(?:(?:of the (?:others|rest) ?|at present|at the moment|these days|nowadays|since then|"
    r"after that|before that|"
    r"and|but|so|that|which|ok|okay|right|starting with|to start with|first of all|firstly|basically|anyway|"
    r"missing(?= P)|subject(?= P)|obviously|luckily|unfortunately) )+"
)
"""First words without which a clause says the same."""
_AT_THE_END = lazy_pattern(
    r" (?:any ?more|at all|at the moment|at present|these days|nowadays|right now|any longer|a lot|very much|so much|"
    r"for now|(?:many |some |several |a few )?years ago|a (?:long time|while) ago|"
    r"as well|or anything|yet|here|both present|present|by the way|since then|since|"
    r"like cat and dog|like a house on fire|all day|ever since|for sure|of course|to be honest|"
    r"i think|you know|either)$"
)
"""Last words without which a clause says the same."""


_IN_YOUTH = lazy_pattern(
    r" as an? (?:young |small |little )?(?:child|baby|boy|girl|teenager|toddler|infant|young (?:woman|man))\b"
)


def plain(pattern: str) -> str:
    """*pattern* without adverbs and marks that change nothing."""
    pattern = re.sub(
        r" as an? (?:young |small |little )?(?:child|baby|boy|girl|teenager|toddler|infant)\b", "", pattern
    )
    words = re.sub(r"^at A\d+ ,? ?(?=P)", "", pattern).split()
    words_left = [
        word
        for at, word in enumerate(words)
        if word not in _LEFT_OUT and not (word in {",", "(", ")", "“", "”", '"', "!"} and True)
    ]
    text = " ".join(words_left)
    text = re.sub(r"\b(is|are|was|were) longer\b", r"\1 not", text.replace(" no longer", " not"))
    text = re.sub(r"\b(has|have) since (re)?(married|moved|remarried)\b", r"\2\3", text)
    text = re.sub(r"\b(has|have|had) (?:since|got)\b(?! (?:back|engaged|married|divorced|together|to) )", r"\1", text)
    text = re.sub(r"\b(care|is|are|was|were|had|has) (?:herself|himself|themselves)\b", r"\1", text)
    text = re.sub(r"\b(?:has|have) been (living|staying|residing)\b", r"is \1", text)
    text = _AT_THE_END.sub("", text)
    return _AT_FIRST.sub("", text)


def share_times(before: Clause | None, clause: Clause) -> None:
    """A time that stands first is true of what is joined by "and"; "when his wife died" of the time before it."""
    if before is None:
        return
    first = next(
        (item for item in before.items if str(item.value) not in {"in", "on", "by", "since", "until", ","}), None
    )
    own = any(item.code in {"D", "U"} for item in clause.items)
    fronted = clause.conjunction == "and" and first is not None and first.code == "D"
    if not own and (fronted or clause.conjunction == "when"):
        times = [(at, item) for at, item in enumerate(before.items) if item.code == "D"]
        past = any(
            str(item.value) in {"died", "was", "were", "moved", "left", "had", "went", "came"}
            or str(item.value).endswith("ed")
            for item in clause.items
            if not item.code
        )
        for at, item in times[:1] if past else ():
            lead = (
                before.items[at - 1]
                if at and str(before.items[at - 1].value) in {"in", "on", "by", "since", "until"}
                else None
            )
            if lead is None or str(lead.value) in {"in", "on"}:
                clause.items += [item]


def relative_clause_in_order(before: Clause, clause: Clause) -> None:
    """As in "Declan, with whom she lives": put as "she lives with whom"; "whom she divorced" likewise."""
    items = clause.items
    codes = [item.code for item in items[:2]]
    if clause.conjunction != "who" or codes != ["P", "P"] or len(items) < _LEAST:
        return
    lead = before.items[-1] if before.items and str(before.items[-1].value) in {"with", "to", "from", "by"} else None
    if lead is not None:
        before.items, before.end = before.items[:-1], lead.start
    times = [
        item for item in items if item.code in {"D", "F", "U"} or str(item.value) in {"in", "on", "since", "until"}
    ]
    words = [item for item in items[1:] if item not in times]
    close = next((at for at, item in enumerate(words) if str(item.value) in _REASONS), len(words))
    clause.items = [*words[:close], *([lead] if lead is not None else ()), items[0], *times, *words[close:]]


_REASONS = word_set("because after following as when for over due despite")
"""Words of a last part behind a verb: "who Stephanie left because of his drinking"."""
_LEAST = 3
"""Parts of a clause that has somebody, "whom" and a verb."""
