"""Which clause says who lives where and with whom, who moved, who came: rows as in the catalogue."""

from __future__ import annotations

from supervision_tui.family.narrative.rules import care_actions as care
from supervision_tui.family.narrative.rules import person_actions as person
from supervision_tui.family.narrative.rules import tie_actions as ties
from supervision_tui.family.narrative.rules.rule import Rule, rule


def _together(run: object, who: int) -> None:
    people = run.subject(who)  # type: ignore[attr-defined]  # a ClauseRun
    run.draft.live_together(people)  # type: ignore[attr-defined]  # as above


HOMES: tuple[Rule, ...] = (
    rule(
        (
            r"P (?:lives?|(?:is|are) living|stays?|(?:has|have) lived|(?:is|are)) with P under (?:a |an )?(?:special "
            r"guardianship(?: order)?|sgo)(?: (?:that was |which was )?(?:made|granted))?"
        ),
        care.lives_with_guardian,
    ),
    rule(
        r"P (?:(?:has|have) (?:stayed|remained)|stayed|stays?|remained|remains?|lives?|(?:is|are) living|"
        r"(?:is|are) still) in the (?:family|marital|former) home(?: L)?",
        lambda run, who, *place, **_: care.at_family_home(run, who, *[at for at in place if at is not None]),
    ),
    rule(
        (
            r"P (?:lives?|(?:is|are) living|resides?|(?:is|are) residing|(?:is|are) resident|stays?|(?:is|are) "
            r"staying|stops?|shares? a (?:home|house|flat)|(?:has|have) "
            r"been living|(?:has|have) lived|still lives?)(?: at home)?(?: together)?(?: L)? with P(?: L)?(?: L)?"
        ),
        lambda run, who, *at, **_: care.lives_with(
            run,
            who,
            next(somebody for somebody in at if run.clause.items[somebody].code == "P"),
            *(somebody for somebody in at if run.clause.items[somebody].code == "L"),
        ),
    ),
    rule(
        r"P (?:lives?|(?:is|are) living) together(?: L)?|P shares? a (?:home|house|flat)(?: L)?",
        lambda run, who, *_, **__: _together(run, who),
    ),
    rule(
        r"P (?:(?:is|are)(?: back)? (?:here|there)|stayed (?:behind|on)|(?:has|have) stayed|remained|remains?|"
        r"(?:was|were) left(?: behind)?|(?:is|are) being looked after) with P(?: L)?",
        lambda run, who, *at, **_: care.lives_with(
            run,
            who,
            next(somebody for somebody in at if run.clause.items[somebody].code == "P"),
            *(somebody for somebody in at if run.clause.items[somebody].code == "L"),
        ),
    ),
    rule(
        r"P (?:has |have )?moved into (?:his|her|their|P|P 's) (?:council )?(?:flat|house|home|place)(?: L)?",
        care.moved_in_with_partner,
    ),
    rule(r"P (?:moved|have moved|have just moved) in together(?: L)?", care.moved_in_together),
    rule(
        r"P (?:lives?|(?:is|are)(?: placed)?) with (?:another|a different|an adoptive|a foster|a new) family L",
        lambda run, who, place: run.set_place(run.subject(who), place),
    ),
    rule(
        r"P (?:has been|have been|was|were|got) (?:sent|remanded|taken|admitted|recalled|sent back) L",
        ties.moved_to,
    ),
    rule(r"P (?:has|have) P (?:living|staying|here|at home) with P", care.has_living_with),
    rule(r"P (?:lived|used to live|was living|were living) with P", care.lived_with),
    rule(
        (
            r"P (?:lives?|(?:is|are) living|stays?)(?: (?:alone|by (?:himself|herself|myself)))(?: "
            r"L| nearby)?"
        ),
        person.alone,
    ),
    rule(
        (
            r"P (?:lives?|(?:is|are) living|(?:is|are)|stays?|(?:is|are) staying|(?:has|have) been|remains?|works and "
            r"lives)(?: now| back| still| out| independently)? L(?: L)?(?: (?:from|to) P)?"
        ),
        lambda run, who, *at, **_: person.where(
            run, who, *[place for place in at if place is not None and run.clause.items[place].code == "L"]
        ),
    ),
    rule(
        r"P (?:is|are|became|has been|have been) (?P<words>homeless|sofa[- ]surfing|rough sleeping|sleeping rough|"
        r"of no fixed abode)",
        person.place_in_words,
    ),
    rule(
        (
            r"P (?:lives?|stays?|(?:is|are) living|(?:is|are) staying|(?:is|are)) (?:round )?at P (?:'s|is)"
            r"(?: (?:house|place|home|flat))?(?: with P)?"
        ),
        lambda run, who, *others, **_: care.lives_at(run, who, *others),
    ),
    rule(
        r"P (?:is|are|lives?|stays?) L(?: L)? with P",
        lambda run, who, place, *others, **_: care.lives_with(run, who, others[-1], place),
    ),
    rule(
        r"P (?:moved|has moved|have moved) out(?: to P(?: (?:'s|is)(?: (?:house|place|home|flat))?)?)?|"
        r"P (?:left|has left) (?:home|the family home|the house)",
        lambda run, *at, **_: care.moved_out(run, next(somebody for somebody in at if somebody is not None)),
    ),
    rule(r"P (?:moved|has moved|have moved|has just moved)(?: back)? in(?: P)?", care.moved_in_with_partner),
    rule(
        (
            r"P (?:has |have )?moved(?: back)? in with P|P (?:went|has gone|came|moved) to live with P"
            r"(?: L)?|P (?:has |have )?moved (?:to|back to) P(?: (?:'s|is)(?: (?:house|place|home|flat))?)?(?: L)?"
        ),
        lambda run, *at, **_: care.moved_in(run, *[somebody for somebody in at if somebody is not None]),
    ),
    rule(
        (
            r"P (?:moved|has moved|have moved|emigrated|went back|returned|relocated|went|(?:has|have) (?:gone|"
            r"returned))(?: away| back| home)? L(?: "
            r"L)?(?: with P)?"
        ),
        lambda run, who, place, *_, **__: ties.moved_to(run, who, place),
    ),
    rule(r"P (?:is|are) (?:coming|flying|travelling)(?: over| back| here)? L(?: for [a-z ]+)?", person.where),
    rule(
        r"P (?:came|arrived|fled|migrated|emigrated|has come|have come)(?: here)?(?: L)?(?: L)?(?: with P)?",
        lambda run, who, *at, **__: ties.migrated(run, who, *[place for place in at if place is not None]),
    ),
)
"""The rules about homes, in order."""
