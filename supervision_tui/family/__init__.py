"""A family as data: people, unions, parentages, households, ties, events, the world round it; partial dates.

``Family.load("templates/families/haile.yaml").parents_of("abel")`` gives Selam and Yonas. Kinship is in
:mod:`supervision_tui.family.kinship`, patterns in :mod:`supervision_tui.family.patterns`, changes with undo in
:mod:`supervision_tui.family.edits`, other formats in :mod:`supervision_tui.family.formats`.
"""

from supervision_tui.family.dates import DateNotUnderstood, PartialDate
from supervision_tui.family.events import Contact, Event, Quote
from supervision_tui.family.family import FORMAT, Family, NobodyThere
from supervision_tui.family.flags import HarmFlag, HiddenFact, StartingIdea, Strength
from supervision_tui.family.households import Culture, Group, Household, Membership
from supervision_tui.family.parentages import Parentage
from supervision_tui.family.persons import HealthMark, Heritage, Migration, Person, Status
from supervision_tui.family.problems import Problem
from supervision_tui.family.resources import Resource, ResourceLink
from supervision_tui.family.status_codes import STATUS_CODES
from supervision_tui.family.ties import TIE_KINDS, Tie, TieKind
from supervision_tui.family.unions import Union, UnionChange

__all__ = [
    "FORMAT", "STATUS_CODES", "TIE_KINDS", "Contact", "Culture", "DateNotUnderstood", "Event", "Family",
    "Group", "HarmFlag", "HealthMark", "Heritage", "HiddenFact", "Household", "Membership", "Migration",
    "NobodyThere", "Parentage", "PartialDate", "Person", "Problem", "Quote", "Resource", "ResourceLink",
    "StartingIdea", "Status", "Strength", "Tie", "TieKind", "Union", "UnionChange",
]  # fmt: skip
