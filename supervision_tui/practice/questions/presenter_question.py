"""What the question that was brought speaks of, so that questions can follow it: its words and the people it names.

Words are compared without their endings; words that practice uses for one thing count as one (school, teacher).
"""

from __future__ import annotations

import re
from functools import lru_cache

from supervision_tui.family import Family
from supervision_tui.lazy_pattern import lazy_pattern
from supervision_tui.practice.library import PLACEHOLDER, Prompt

_SHORTEST = 4
"""Letters of a word that says what something is about."""
_WORD = lazy_pattern(r"[a-z]+")
_ENDINGS = ("ings", "ing", "ies", "ied", "ed", "es", "s", "ly")
_LITTLE = (
    "about after again all also always and another any anyone anything are ask asks back bear because been before "
    "being best better between both bring can child children come could day days did different does doing done "
    "down each else even ever every everyone everything family feel find first for from get give gone good had "
    "has have hear help here how idea into just keep kind know known last least less let like little long look "
    "made make many matter mean might more most much must name need never next nobody not now often once one only "
    "other others our out over own part people perhaps person place question really right said same say see seem "
    "should show since some somebody someone something speak still such sure take talk tell than that the their "
    "them then there these they thing things think this those through time today together told too turn under "
    "until upon use very want way week well went were what when where which while who whom whose why will with "
    "within without wonder word words work worker would year years your yours you "
)
_SAYING_LITTLE = frozenset(_LITTLE.split())
"""Words that stand in any question and say nothing of what it is about."""
_ONE_THING = (
    "school teacher lesson attendance attend classroom excluded exclusion homework nursery",
    "sleep night bedtime bed tired nightmare morning",
    "drink drinking alcohol drunk sober substance drug cannabis heroin using relapse lapse",
    "money debt rent benefit poverty bill afford short",
    "food meal hungry eat eating cooking dinner breakfast",
    "father dad daddy men",
    "mother mum mummy",
    "grandmother nan gran granny grandparent grandfather grandad",
    "brother sister sibling",
    "home house housing flat tenancy move moving",
    "contact visit visiting",
    "anger angry cross shout shouting argue argument row conflict",
    "violence violent hit hitting hurt harm abuse control controlling afraid fear frightened safe safety danger",
    "sad low depressed depression mood mental anxious anxiety worry worried",
    "trust trusting honest honesty engage engagement avoid avoiding closed door",
    "culture cultural faith religion language heritage race racism belief migration",
    "disability disabled autism autistic learning need",
    "missing exploited exploitation gang online phone friend peer",
    "loss lose lost grief bereaved death died funeral miss",
    "change changing motivation motivated ambivalent ready",
    "carer foster care permanence adoption reunification return",
    "court legal order threshold proceedings",
    "stuck drift drifting pattern repeat repeating again",
)


def _stem(word: str) -> str:
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST - 1:
            return word.removesuffix(ending)
    return word


_THING_OF = {_stem(word): words.split()[0] for words in _ONE_THING for word in words.split()}


@lru_cache(maxsize=8192)
def _spoken_of(text: str) -> dict[str, str]:
    """What *text* speaks of, each with the first word that does; names in braces are left out."""
    found: dict[str, str] = {}
    for word in _WORD.findall(PLACEHOLDER.sub(" ", text).casefold()):
        stem = _stem(word)
        if not {word, stem} & _SAYING_LITTLE and (len(word) >= _SHORTEST or stem in _THING_OF):
            found.setdefault(_THING_OF.get(stem, stem), word)
    return found


class PresenterQuestion:
    """A question in the presenter's *text*: what it speaks of, and the people of *family* whom it names.

    Attributes:
        people: the name that people use, by id.
    """

    def __init__(self, text: str, family: Family | None) -> None:
        names = {person.id: person.short_name for person in family.persons if person.short_name} if family else {}
        self.people = {
            person_id: name for person_id, name in names.items() if text and re.search(rf"\b{re.escape(name)}\b", text)
        }
        without_names = text
        for name in self.people.values():
            without_names = re.sub(rf"\b{re.escape(name)}\b", " ", without_names)
        self._words = _spoken_of(without_names)

    @property
    def empty(self) -> bool:
        """Whether nothing can follow it: it names nobody and says nothing that a prompt speaks of."""
        return not self._words and not self.people

    def overlap(self, prompt: Prompt) -> frozenset[str]:
        """The things that *prompt* and this question both speak of."""
        return frozenset(self._words.keys() & self._of(prompt).keys())

    def shared_word(self, prompt: Prompt) -> str:
        """A word of this question for a thing that both speak of."""
        return next((word for thing, word in self._words.items() if thing in self._of(prompt)), "")

    @staticmethod
    def _of(prompt: Prompt) -> dict[str, str]:
        return _spoken_of(f"{prompt.text} {' '.join(prompt.tags)}")
