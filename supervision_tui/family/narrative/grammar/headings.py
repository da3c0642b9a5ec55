"""What stands before the telling itself in notes: "Present:", "Household:", "Family composition:"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from supervision_tui.family.narrative.grammar.phrase import Phrase
from supervision_tui.family.narrative.grammar.word_sets import word_set

if TYPE_CHECKING:
    from supervision_tui.family.narrative.grammar.clauses import Clause
    from supervision_tui.family.narrative.grammar.words import Word

_LONGEST = 6
_HEADINGS = word_set(
    "present occupants household family home re ref notes note update summary background genogram composition members "
    "children parents visit attendees attended who people address living arrangements details subject missing child "
    "network siblings adults relatives relationships others other significant starting with context history "
    "client applicant relevant associates the at in of and this our my is also concerns involved named key case "
    "summary: who's whos mum's dad's side "
    "maternal paternal immediate wider extended"
)
_HOUSEHOLD = word_set("occupants household living live lives roof")


def heading(clause: Clause, words: list[Word]) -> str:
    """The words of *clause* where it is a heading before a colon; empty where it says something."""
    behind = words[clause.end].text if clause.end < len(words) else ""
    texts = [word.low for word in words[clause.start : clause.end]]
    known = all(text in _HEADINGS or not text.isalpha() for text in texts)
    known = known or bool({"live", "lives", "living", "roof", "home", "household"} & {*texts})
    known = known or (len(texts) == 2 and texts[0] == "the" and texts[1].endswith("s"))  # noqa: PLR2004 - "The Nguyens:"
    nouns = any(isinstance(item.value, Phrase) and item.value.noun is not None for item in clause.items)
    if nouns or (any(item.code == "P" for item in clause.items) and not {*texts} <= _HEADINGS):
        return ""
    return " ".join(texts) if behind == ":" and clause.start == 0 and len(texts) <= _LONGEST and known else ""


def of_household(words: str) -> bool:
    """Whether those listed behind the heading *words* live together: "Household:", "At home:"."""
    listed = words.split()
    return bool(_HOUSEHOLD & {*listed}) or listed[:2] == ["at", "home"] or listed[-2:] == ["at", "home"]
