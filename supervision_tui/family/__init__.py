"""A family as data: people, unions, parentages, households, ties, events, the world round it; partial dates.

``load_family("templates/families/haile.yaml").parents_of("abel")`` gives Selam and Yonas. Kinship is in
:mod:`supervision_tui.family.kinship`, patterns in :mod:`supervision_tui.family.patterns`, changes with undo in
:mod:`supervision_tui.family.edits`, other formats in :mod:`supervision_tui.family.formats`.
"""

from typing import TYPE_CHECKING

from supervision_tui.lazy_import import load_on_use

__all__ = [
    "DESCENT", "FORMAT", "LASTING", "STATUS_CODES", "TIE_KINDS", "Contact", "Culture", "DateFormatError", "Event",
    "Family", "Group", "HarmFlag", "HealthMark", "Heritage", "HiddenFact", "Household", "Membership", "Migration",
    "Parentage", "PartialDate", "Person", "PersonNotFoundError", "Problem", "Quote", "Resource", "ResourceLink",
    "StartingIdea", "Status", "Strength", "Tie", "TieKind", "Union", "UnionChange", "Worry", "family_from_yaml",
    "family_to_yaml", "find_problems", "load_family", "old_age_questions",
]  # fmt: skip

if TYPE_CHECKING:
    from supervision_tui.family.dates import DateFormatError, PartialDate
    from supervision_tui.family.formats import family_from_yaml, family_to_yaml, load_family
    from supervision_tui.family.model.events import Contact, Event, Quote
    from supervision_tui.family.model.family import FORMAT, Family, PersonNotFoundError
    from supervision_tui.family.model.households import Culture, Group, Household, Membership
    from supervision_tui.family.model.parentages import DESCENT, LASTING, Parentage
    from supervision_tui.family.model.persons import HealthMark, Heritage, Migration, Person, Status
    from supervision_tui.family.model.references import Problem
    from supervision_tui.family.model.resources import Resource, ResourceLink
    from supervision_tui.family.model.safeguarding import HarmFlag, HiddenFact, StartingIdea, Strength, Worry
    from supervision_tui.family.model.status_codes import STATUS_CODES
    from supervision_tui.family.model.ties import TIE_KINDS, Tie, TieKind
    from supervision_tui.family.model.unions import Union, UnionChange
    from supervision_tui.family.model.validation import find_problems, old_age_questions
else:
    __getattr__ = load_on_use(
        __name__,
        {
            "dates": "DateFormatError PartialDate",
            "formats.yaml_file": "family_from_yaml family_to_yaml load_family",
            "model.events": "Contact Event Quote",
            "model.family": "FORMAT Family PersonNotFoundError",
            "model.households": "Culture Group Household Membership",
            "model.parentages": "DESCENT LASTING Parentage",
            "model.persons": "HealthMark Heritage Migration Person Status",
            "model.references": "Problem",
            "model.resources": "Resource ResourceLink",
            "model.safeguarding": "HarmFlag HiddenFact StartingIdea Strength Worry",
            "model.status_codes": "STATUS_CODES",
            "model.ties": "TIE_KINDS Tie TieKind",
            "model.unions": "Union UnionChange",
            "model.validation": "find_problems old_age_questions",
        },
    )
