"""Which clause says who looks after whom: fostering, adoption, guardianship, kinship. Rows as in the catalogue."""

from __future__ import annotations

from functools import partial

from supervision_tui.family.narrative.rules import care_actions as care
from supervision_tui.family.narrative.rules import person_actions as person
from supervision_tui.family.narrative.rules.rule import Rule, rule

CARE: tuple[Rule, ...] = (
    rule(
        r"P (?:foster|fosters|fostered|(?:has|have) fostered|(?:has|have) been fostering|(?:is|are) fostering) P",
        partial(care.care_for, kind="foster"),
    ),
    rule(
        (
            r"P (?:is|are|was|were|has been|have been) (?:fostered by|in foster care with|placed with|in placement "
            r"with|in a foster placement with|in a placement with|living in foster care with|looked after by|"
            r"accommodated with|in the care of|cared for by) P"
        ),
        care.placed_with,
    ),
    rule(
        r"P (?:lives?|lived|stays?) (?:in foster care|in placement|in a foster placement|in a foster home) with P",
        care.placed_with,
    ),
    rule(
        (
            r"P (?:is|are|has been|have been|was|were|remains?|lives?) (?:in|into|placed in|taken into|living in) "
            r"(?:(?:long-term|short-term|temporary|permanent) )?(?:foster care|care|a foster placement|a foster home|"
            r"placement|local authority care)"
        ),
        care.in_care,
    ),
    rule(
        r"P (?:lives?|stays?|(?:is|are)(?: living| placed)?|(?:has|have) lived) with P(?: L)? as (?:his |her |their )?"
        r"(?P<words>(?:kinship |foster )?carers?|(?:special )?guardians?)",
        care.lives_with_as,
    ),
    rule(
        r"P (?:is|are|has been|have been) (?:experienced |approved )?(?:foster carers|foster parents|a foster carer)",
        care.note_carers,
    ),
    rule(r"P (?:(?:has|have) (?:fostered|been fostering)|fosters?)", care.note_carers),
    rule(r"P (?:is|are|has been|have been) P(?: L)?", care.note_carers, condition=care.are_carers),
    rule(r"P (?:is|are) in year A", person.year_and_class),
    rule(r"P (?:is|are) (?:looked after|a looked after child|looked after children)", care.in_care),
    rule(
        r"P adopted P|P (?:has|have) adopted P",
        partial(care.care_for, kind="adopted"),
    ),
    rule(r"P (?:was|were|is|are|has been|have been) adopted by P", partial(care.cared_for_by, kind="adopted")),
    rule(
        (
            r"P (?:has|have|had|got|was granted|were granted|hold|holds) (?:a |an )?(?:special guardianship(?: "
            r"order)?|sgo) (?:of|for|over) P"
        ),
        partial(care.care_for, kind="guardianship"),
    ),
    rule(
        (
            r"P (?:has|have|had|got|was granted|were granted|hold|holds) (?:a |an )?(?:special guardianship(?: "
            r"order)?|sgo)"
        ),
        care.guardianship,
    ),
    rule(r"P (?:is|are) (?:the )?special guardians? (?:of|for) P", partial(care.care_for, kind="guardianship")),
    rule(
        r"P (?:is|are) (?:the )?(?:kinship )?(?:foster )?carers? (?:of|for|to) P",
        partial(care.care_for, kind="kinship"),
    ),
    rule(
        (
            r"P (?:brought up|raised|(?:is|are) (?:bringing up|raising)|brings? up|has raised|have raised|has "
            r"brought up|have brought up) P(?: alone| by (?:himself|herself))?"
        ),
        care.raised,
    ),
    rule(r"P (?:brought|(?:has|have) brought|(?:is|are) bringing|brings?) P up(?: alone)?", care.raised),
    rule(
        r"P (?:was|were|has been|have been|is being) (?:mostly |mainly )?(?:brought up|raised) by P",
        care.raised_by,
    ),
)
"""The rules about care, in order; before couples, since "has" and "is" are wide."""
