"""Words that stand for facts in a line about a person: unions, endings, genders, losses, how somebody is kin.

Marks follow the genogram's own (McGoldrick, Gerson & Petry 2020): m married, lt living together.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from supervision_tui.family.model.parentages import ParentageKind
from supervision_tui.family.model.persons import Gender, Loss, Pronouns
from supervision_tui.family.model.unions import Ending, UnionKind
from supervision_tui.lazy_pattern import lazy_pattern

WORD_END = r"(?=[\s,;.:)]|$)"
"""What follows a whole word in a line."""


def either(table: Mapping[str, object]) -> str:
    """A pattern for any word of *table*, the longest first."""
    return "|".join(re.escape(word) for word in sorted(table, key=len, reverse=True))


UNIONS: dict[str, UnionKind] = {
    "m": "married", "mar": "married", "married": "married", "married to": "married", "wife": "married",
    "husband": "married", "cp": "civil_partnership", "civil partnership": "civil_partnership", "lt": "cohabiting",
    "cohab": "cohabiting", "cohabiting": "cohabiting", "living together": "cohabiting", "lives with": "cohabiting",
    "living with": "cohabiting", "engaged": "engaged", "engaged to": "engaged", "brief": "brief",
    "brief relationship": "brief", "one night stand": "brief", "one-night stand": "brief", "fling": "brief",
    "affair": "secret", "committed": "committed", "civil partner": "civil_partnership", "fiancé": "engaged",
    "fiancée": "engaged", "fiance": "engaged", "fiancee": "engaged", "lives w/": "cohabiting",
    "living w/": "cohabiting", "boyfriend": "unknown", "girlfriend": "unknown", "bf": "unknown", "gf": "unknown",
    "boyf": "unknown", "partner": "unknown", "in a relationship": "unknown", "relationship": "unknown",
    "dating": "unknown", "seeing": "unknown", "together": "unknown", "never together": "parents_only",
    "never a couple": "parents_only", "not a couple": "parents_only", "parents only": "parents_only",
    "only parents": "parents_only", "co-parent": "parents_only", "co-parents": "parents_only",
}  # fmt: skip
"""Before a name: the union with somebody. One letter is a mark only there."""
ENDINGS: dict[str, Ending] = {
    "sep": "separation", "sep'd": "separation", "separated": "separation", "seperated": "separation",
    "estranged": "separation",
    "left": "separation", "left her": "separation", "left him": "separation", "left them": "separation",
    "walked out": "separation", "moved out": "separation", "finished": "unknown", "split up": "separation",
    "split": "separation", "broke up": "separation", "div": "divorce", "div'd": "divorce", "divorced": "divorce",
    "ended": "unknown", "ex": "unknown", "former": "unknown", "over": "unknown", "annulled": "annulment",
}  # fmt: skip
FORMER: dict[str, UnionKind] = {
    "ex wife": "married", "ex-wife": "married", "ex husband": "married", "ex-husband": "married",
    "former wife": "married", "former husband": "married", "ex partner": "unknown", "ex-partner": "unknown",
    "former partner": "unknown", "ex": "unknown", "ex-boyfriend": "unknown", "ex boyfriend": "unknown",
    "ex-girlfriend": "unknown", "ex girlfriend": "unknown", "ex-boyf": "unknown", "ex-gf": "unknown",
    "ex gf": "unknown",
    "ex-bf": "unknown", "ex bf": "unknown", "estranged husband": "married", "estranged wife": "married",
    "former boyfriend": "unknown", "former girlfriend": "unknown", "ex civil partner": "civil_partnership",
    "ex-civil partner": "civil_partnership", "ex fiancé": "engaged", "ex-fiancé": "engaged", "ex fiance": "engaged",
    "ex-fiance": "engaged", "exes": "unknown",
}  # fmt: skip
"""Before a name: a union that is over, and of which kind it was."""
GENDERS: dict[str, Gender] = {
    "f": "female", "female": "female", "woman": "female", "girl": "female", "m": "male", "male": "male", "man": "male",
    "boy": "male", "nb": "non_binary", "enby": "non_binary", "non-binary": "non_binary", "nonbinary": "non_binary",
    "x": "non_binary",
}  # fmt: skip
PRONOUNS: dict[str, Pronouns] = {
    "she": "she", "she/her": "she", "he": "he", "he/him": "he", "they": "they", "they/them": "they",
    "she/they": "they", "he/they": "they",
}  # fmt: skip
LOSSES: dict[str, Loss] = {
    "miscarriage": "miscarriage", "miscarried": "miscarriage", "stillbirth": "stillbirth", "stillborn": "stillbirth",
    "termination": "termination", "abortion": "termination", "ectopic": "ectopic",
    "mc": "miscarriage", "m/c": "miscarriage", "still birth": "stillbirth", "still born": "stillbirth",
    "ectopic pregnancy": "ectopic",
}  # fmt: skip
CAUSES = (
    "sids", "suicide", "overdose", "cancer", "stroke", "heart attack", "covid", "covid-19", "accident", "car accident",
    "pneumonia", "sepsis", "meningitis", "dementia", "cot death", "murdered", "stabbed", "drowned",
)  # fmt: skip
"""What somebody died of, where it is said in these words."""

_RELATION = (
    "child|children|son|sons|daughter|daughters|kid|kids|baby|brother|brothers|sister|sisters|sibling|siblings|mum|mam|"
    "mother|dad|father|carers|carer|parents|parent|placement"
)
_CARER = (
    "nan|nana|nanny|gran|granny|grandma|grandmother|grandad|granddad|grandfather|grandparents?|auntie|aunt|uncle|who"
)
_LOOKS_AFTER = "looks after|cares for|raises|is raising|raising|brings up|brought up"
_KINSHIP: tuple[tuple[str, ParentageKind], ...] = (
    (rf"(?:long[- ]term )?foster(?:ed)?(?:[- ](?:{_RELATION}))?", "foster"),
    (rf"adopt(?:ed|ive)(?:[- ](?:{_RELATION}))?|adopters?", "adopted"),
    (rf"step(?:[- ]?(?:{_RELATION}))?", "step"),
    (rf"(?:birth|biological|bio)[- ](?:{_RELATION})", "birth"),
    (r"special guardian(?:ship|s)?(?: order)?|sgo|guardians?", "guardianship"),
    (r"(?:kinship|family and friends)(?: foster)?(?:[- ](?:carers?|care|placement))?|connected persons?", "kinship"),
    (rf"(?:(?:{_CARER}) )?(?:{_LOOKS_AFTER})(?: (?:him|her|them))?", "kinship"),
    (r"(?:sperm |egg )?donor(?!-? ?conceived)", "donor"),
    (r"surrogate(?: mother)?", "surrogate"),
)
KINSHIP = tuple((lazy_pattern(rf"(?:{pattern})(?=[\s,;.)]|$)"), kind) for pattern, kind in _KINSHIP)
"""How somebody is a child or a parent of somebody; the exact one first."""
UNKNOWN = lazy_pattern(
    r"(?:name )?(?:unknown|not known|not named|unnamed|not disclosed|withheld|n/k|nk|\?+)(?=[\s,;.)]|$)"
)
RELATION_NAMES = frozenset(
    {
        "bump",
        "boy",
        "girl",
        "father",
        "dad",
        "mother",
        "mum",
        "mam",
        "parent",
        "partner",
        "somebody",
        "someone",
        "baby",
        "carer",
    }
)
"""Nouns that are no name where the name is said not to be known."""
TOGETHER = {
    "twin": 2,
    "twin boys": 2,
    "twin girls": 2,
    "non-identical twins": 2,
    "fraternal twins": 2,
    "twins": 2,
    "identical twins": 2,
    "triplets": 3,
    "quads": 4,
    "quadruplets": 4,
}
