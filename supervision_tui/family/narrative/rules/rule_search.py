"""Which rule reads a clause: whole, but for a last part, or as notes leave out "is" and "has"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from supervision_tui.family.narrative.grammar.plain_clause import plain
from supervision_tui.family.narrative.rules.catalogue import RULES
from supervision_tui.family.narrative.rules.clause_run import ClauseRun
from supervision_tui.family.narrative.rules.practice_rules import FIRST, LAST
from supervision_tui.family.narrative.rules.rule import Rule, places
from supervision_tui.lazy_pattern import lazy_pattern

if TYPE_CHECKING:
    from supervision_tui.family.narrative.grammar.clauses import Clause

NEGATED = lazy_pattern(r"\b(?:not|never|nobody|no one|neither|nor|none|without|hardly|rarely|no)\b")
_TAIL = lazy_pattern(
    r" (?=(?:following|under|at|in|on|with|for|during|through|since|because of|despite|when|over|about|near|by|"
    r"from|to|after|before|"
    r"until|whenever|as|and|or|but|so|to|[a-z]+ing) )"
)
_BESIDE = lazy_pattern(
    r" (?:after|before|because of|because|since|following|for|despite|during|while|whenever|like|and|but|so|"
    r"in front of|[a-z]+ing|to (?:get|be|escape|flee|help|support|look|care|start|find)) "
)
"""Words before a last part that tells of somebody else and changes nothing in what stands before it."""
_AGES_GO_ON = lazy_pattern(r" (?:and|or) A\d")
"""As in "are brothers, 13 and 10": the first age alone would be nobody's."""
_FRONTED = lazy_pattern(
    r"(?:since|after|before|during|because of|despite|following) (?:the|his|her|their|this|that) [a-z]+ (?=P)"
)


_EVENT_OF = lazy_pattern(
    r" (?:since|after|before|during|because of|despite|over|about) P\d+ 's [a-z]+(?: [a-z]+)?|"
    r" (?:since|after|before|during|following|despite|over) (?:an? |the |his |her |their )?[a-z]+ (?:on|of|with|"
    r"by|to) P\d+|"
    r" (?:at|in) P\d+ 's(?: (?:house|place|flat|home))?|"
    r" (?:at|in) P\d+ (?:own )?(?:house|place|flat|home)(?: L\d+)?"
)
"""A last part that is about something of somebody: "since Rory's funeral"."""
_HAS_VERB = lazy_pattern(
    r"\b(?:is|are|was|were|has|have|had|does|do|did|will|can|P\d+ [a-z]+s)\b|^(?:[a-z]+(?:ed|s)|met|left|went|told|"
    r"said|got|came|saw|took|gave|made|lost|fell|kept|began)\b"
)
_PLACE = lazy_pattern(r"\b[PALS](\d+)\b")


def rule_of_clause(pattern: str, clause: Clause) -> tuple[tuple[Rule, re.Match[str]] | None, str]:
    """The rule for *pattern*; where none fits whole, one for all but a last part such as "since the funeral"."""
    rule_match = _rule(pattern, clause) or _without_is(pattern, clause)
    if rule_match is not None:
        return rule_match, ""
    fronted = _FRONTED.match(pattern)
    if fronted is not None:
        rule_match = _rule(plain(pattern[fronted.end() :]), clause)
        if rule_match is not None:
            return rule_match, fronted[0].strip(" ,")
    for match in reversed(list(_TAIL.finditer(pattern))):
        tail = pattern[match.start() :]
        apart = tail.startswith((" as ", " over ")) or _BESIDE.match(tail) or _EVENT_OF.fullmatch(tail)
        if ("P" in tail and not apart) or _AGES_GO_ON.match(tail):
            continue
        rule_match = _rule(pattern[: match.start()], clause)
        if rule_match is not None:
            return rule_match, tail.strip()
    return None, ""


def _rule(pattern: str, clause: Clause) -> tuple[Rule, re.Match[str]] | None:
    for rule in (*FIRST, *RULES, *LAST):
        match = rule.match(pattern, clause)
        if match is not None and (
            not NEGATED.search(pattern) or NEGATED.search(rule.pattern.pattern.replace("(?!", ""))
        ):
            return rule, match
    return None


def _without_is(pattern: str, clause: Clause) -> tuple[Rule, re.Match[str]] | None:
    """As notes leave it out: "Dad in prison", "Parents not in a relationship", "Donna supportive"."""
    first, _, rest = pattern.partition(" ")
    if not first.startswith("P") or not rest or _HAS_VERB.search(rest):
        return None
    return next((rule_match for verb in ("is", "has") if (rule_match := _rule(f"{first} {verb} {rest}", clause))), None)


def carry_out(run: ClauseRun, rule: Rule, match: re.Match[str]) -> None:
    """Do what *rule* does with the places and the words that it found."""
    words = {name: value for name, value in match.groupdict().items() if value is not None or name == "words"}
    rule.action(run, *places(match), **{name: _written(run, value or "") for name, value in words.items()})


def _written(run: ClauseRun, words: str) -> str:
    """*words* of a pattern with what was written in the places: "S3" is "COVID"."""
    return _PLACE.sub(lambda match: run.value(int(match[1])) if match[0][0] in "LS" else match[0], words)
