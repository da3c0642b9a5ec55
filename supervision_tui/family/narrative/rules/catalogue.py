"""Which clause says what: a pattern of words with places for people (P), ages (A), places (L) and services (S).

Rules are tried in order and must fit the whole clause; "not" fits only where a rule says it. A rule is a row, so that
another way of saying something is another row.
"""

from __future__ import annotations

from functools import partial

from supervision_tui.family.narrative.rules import care_actions as care
from supervision_tui.family.narrative.rules import family_actions as family
from supervision_tui.family.narrative.rules import person_actions as person
from supervision_tui.family.narrative.rules import tie_actions as ties
from supervision_tui.family.narrative.rules.home_rules import HOMES
from supervision_tui.family.narrative.rules.person_patterns import FAITHS, HEALTH, JOBS, LIVES_WITH, USES
from supervision_tui.family.narrative.rules.rule import Action, Rule, rule
from supervision_tui.family.narrative.rules.tie_patterns import SEES, TIES

_BE = r"(?:is|are|was|were|has been|have been|had been)"
_HAVE = r"(?:has|have|had)"


def _tie_rules() -> list[Rule]:
    found = []
    for words, kind, mutual in TIES:
        found.append(rule(rf"P (?:{words}) P", partial(ties.tie, kind=kind), "tie"))
        if mutual:
            found.append(rule(rf"P (?:{words})(?: with)?", partial(ties.tie, kind=kind), "tie"))
    return found


def _health_rules() -> list[Rule]:
    return [
        rule(rf"P {LIVES_WITH} (?:severe |mild |bad )?(?P<words>{words})", _health(area))
        for area, words in HEALTH.items()
    ] + [
        rule(rf"P (?P<words>{USES})", _health("substance")),
        *(
            rule(rf"P (?:was|were|had|used to be|used to have) (?P<words>{words})", _health(area, past=True))
            for area, words in HEALTH.items()
        ),
        rule(r"P (?P<words>(?:is|are) (?:sober|clean|in recovery))", _health("substance", past=True)),
    ]  # fmt: skip


def _health(area: str, *, past: bool = False) -> Action:
    def act(run: object, who: int, *, words: str) -> None:
        person.health(run, who, area, words, past=past)  # type: ignore[arg-type]  # a ClauseRun, as of every action

    return act


RULES: tuple[Rule, ...] = (
    rule(r"P (?:is|are)(?: about| nearly)? A(?: old)?", person.age),
    rule(r"P (?:turned|has turned|has just turned|just turned) A", person.age),
    rule(r"P A", person.age),
    rule(r"P (?:was|were) A(?: at the time)?", person.past_age),
    rule(r"P (?:was|were|is|are) born(?: \w+ly| early| late)?(?: on| in)?", person.born),
    rule(r"P (?:was|were) born L", person.born_in),
    rule(rf"P {_BE} due(?: any day)?", person.due),
    rule(r"P 's (?:real |full )?name is P", person.named),
    rule(r"my (?:\w+ )?name is P", person.teller_named),
    rule(r"P (?:is|are|was|were) (?:called|named|known as) P", person.named),
    rule(
        r"P (?:died|passed away|was killed|passed|has died|have died|is dead|are dead|has passed away|(?:is|was) "
        r"deceased|has since died|drowned|was murdered)"
        r"(?: suddenly)?(?: (?:of|from|by|in) (?:an? )?(?P<words>[\w' -]+?))?",
        lambda run, who, *, words="": person.died(run, who, cause=words or ""),
    ),
    rule(r"P (?:died|passed away) P", lambda run, who, _baby: person.died(run, who)),  # "as a baby": "as" is left out
    rule(
        r"P (?:took|ended) (?:his|her|their) own life|P died by suicide|P killed (?:himself|herself|themselves)",
        lambda run, *who, **_: person.died(run, next(at for at in who if at is not None), cause="suicide"),
    ),
    # care and children, before couples: "has", "is" are wide
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
            r"P (?:is|are|has been|have been|was|were) (?:in|into|placed in|taken into|living in) (?:foster care|"
            r"care|a foster placement|a foster home|placement|local authority care)"
        ),
        care.in_care,
    ),
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
            r"brought up|have brought up) P(?: (?:on|by) (?:his|her|their) own| alone| by (?:himself|herself))?"
        ),
        care.raised,
    ),
    rule(
        r"P (?:was|were|has been|have been|is being) (?:mostly |mainly )?(?:brought up|raised) by P",
        care.raised_by,
    ),
    rule(
        (
            r"P (?:is|are) (?:\w+ months |\w+ weeks |A )?(?:pregnant|expecting)(?: again)?(?: (?:with|by) P| P|"
            r"(?: with)? (?:twins|triplets)| a baby(?: (?:with|by) P)?| her \w+ child)?(?: due)?"
        ),
        lambda run, who, *others, **_: family.pregnant(run, who, *others),
    ),
    rule(r"P (?:is|are) (?:having|expecting) a baby(?: (?:with|by) P)?(?: due)?", family.pregnant),
    rule(
        (
            rf"P (?:has )?(?:{_HAVE} )?(?:a |an )?(?:(?P<words>miscarriage|stillbirth|termination|abortion|ectopic "
            rf"pregnancy)|lost a baby|miscarried)"
        ),
        lambda run, who, *, words="": family.loss(
            run,
            who,
            {"abortion": "termination", "ectopic pregnancy": "ectopic"}.get(words or "", words or "miscarriage"),
        ),
    ),
    rule(
        rf"P {_HAVE} no (?:children|kids)(?: together)?|P (?:do|does) not have (?:any )?(?:children|kids)",
        lambda run, *at, **_: family.childless(run, next(somebody for somebody in at if somebody is not None)),
    ),
    rule(
        (
            rf"P (?:{_HAVE}|{_HAVE} got|gave birth to) P ,? ?(?:from|by) (?:a |an |his |her |their |the )?(?:\w+ "
            rf")?(?:first|previous|former|earlier|last|past|other|second|old|different) (?:marriage|relationship|"
            rf"partner|husband|wife|man|father)"
        ),
        family.has_from,
    ),
    rule(rf"P (?:{_HAVE}|{_HAVE} got) P (?:with|by) P|with P P {_HAVE} P", family.has),
    rule(
        (
            rf"P (?:{_HAVE}|{_HAVE} got|gave birth to|{_HAVE} had) P(?: together| now| as well| too| between them| "
            rf"to look after| on (?:my|his|her|their|our) own)?"
        ),
        family.has,
    ),
    rule(rf"together P {_HAVE} P", family.has),
    rule(rf"P (?:{_HAVE}|{_HAVE} got) P L(?: (?:called|named) P)?", family.has_at),
    # couples
    rule(r"P (?:was|were) married(?: to)? P", family.past_marriage),
    rule(r"P (?:was|were) married", family.past_marriage),
    rule(r"P (?:got|has been|have been|is|are) (?:happily )?married(?: to)? P", partial(family.couple, kind="married")),
    rule(r"P (?:got|has been|have been|is|are) (?:happily )?married", partial(family.couple, kind="married")),
    rule(
        r"P (?:re-?)?(?:married|marries|has married|have married) P", partial(family.couple, kind="married", begun=True)
    ),
    rule(r"P (?:married|have married)", partial(family.couple, kind="married", begun=True)),
    rule(
        r"P (?:is|are|got) (?:in a civil partnership|civil partnered)(?: with)? P",
        partial(family.couple, kind="civil_partnership"),
    ),
    rule(r"P (?:is|are|entered|have) (?:in )?a civil partnership", partial(family.couple, kind="civil_partnership")),
    rule(r"P (?:is|are|got) engaged(?: to)? P", partial(family.couple, kind="engaged")),
    rule(r"P (?:is|are|got) engaged", partial(family.couple, kind="engaged")),
    rule(r"P (?:is|are|was|were|has been|have been)(?: placed)? with P L", care.with_somebody_at),
    rule(
        (
            r"P (?:is|are|has been|have been) (?:with|seeing|dating|going out with|in a relationship with|together "
            r"with|back with) P"
        ),
        family.couple,
    ),
    rule(
        r"P (?:is|are|has been|have been) (?:together|a couple|in a relationship|an item|dating|back together)",
        family.couple,
    ),
    rule(r"P (?:was|were|had been) (?:with|seeing|dating|going out with|in a relationship with) P", family.with_until),
    rule(r"P (?:was|were|had been) (?:together|a couple|in a relationship)", partial(family.couple, ended="unknown")),
    rule(
        r"P (?:got together with|started seeing|started going out with|started dating|began a relationship with) P",
        partial(family.couple, begun=True),
    ),
    rule(r"P got together", partial(family.couple, begun=True)),
    rule(
        (
            r"P (?:separated from|split up with|split up from|broke up with|split from|(?:has|have) separated from|"
            r"parted from|(?:is|are) separated from|broke up from) P"
        ),
        partial(family.couple, ended="separation"),
    ),
    rule(
        (
            r"P (?:separated|split up|split|broke up|parted|(?:is|are|have|has)(?: now)? (?:separated|split up|split|"
            r"parted|broken up))(?: from each other)?"
        ),
        partial(family.couple, ended="separation"),
    ),
    rule(
        r"P (?:divorced|got divorced from|(?:is|are|has|have) divorced(?: from)?) P",
        partial(family.couple, ended="divorce", kind="married"),
    ),
    rule(
        r"P (?:got divorced|divorced|(?:is|are|were|was|have|has)(?: now| been)? divorced)",
        partial(family.couple, ended="divorce", kind="married"),
    ),
    rule(
        (
            r"P (?:is|are) (?:not|no longer|not any more) (?:together|a couple|with P|in a relationship)(?: any more|"
            r" anymore)?"
        ),
        lambda run, who, other=None, **_: family.couple(run, who, other, ended="unknown"),
    ),
    rule(
        r"P (?:was|were|have been|had been) never (?:together|a couple|in a relationship)",
        partial(family.couple, kind="parents_only"),
    ),
    rule(r"P lost P", family.lost),
    rule(r"P (?:was|were|is|are|has been|have been) adopted", family.adopted),
    rule(r"P (?:was|were) carried by P", family.carried_by),
    rule(r"P (?:carried|gave birth to|had) P,? with P", lambda run, who, whom, _donor: family.has(run, who, whom)),
    rule(r"P carried P", family.has),
    rule(
        (
            r"P (?:is|are|was|were) the (?:eldest|oldest|youngest|first|second|third|middle one|baby of the family|"
            r"middle child)(?: of (?:the )?\w+)?(?: P)?(?: P)?"
        ),
        family.eldest,
    ),
    rule(r"P (?:is|has|are|have) remarried", person.note),
    rule(r"P (?:left|has left|walked out on) P", family.left_somebody),
    rule(r"P met P", family.met),
    rule(
        (
            r"P (?:never married|has never married|has never been married|is single|is widowed|is a single (?:mum|"
            r"mother|dad|father|parent))"
        ),
        family.never_married,
    ),
    *HOMES,
    # ties come in here
    *_tie_rules(),
    rule(
        r"P (?:is|are|was|were) (?:being )?bullied(?: (?:at|in) S)? by P", partial(ties.done_by, kind="bullying"), "tie"
    ),
    rule(
        r"P (?:is|are|was|were|has been|have been) (?:being )?(?:hit|hurt|beaten|assaulted|abused|attacked) by P",
        partial(ties.done_by, kind="physical_abuse"),
        "tie",
    ),
    rule(
        r"P (?:is|are|was|were|has been|have been) (?:being )?neglected by P",
        partial(ties.done_by, kind="physical_neglect"),
        "tie",
    ),
    rule(
        r"P (?:is|are|was|were|has been|have been) (?:being )?(?:controlled|threatened) by P",
        partial(ties.done_by, kind="coercive_control"),
        "tie",
    ),
    rule(
        r"P (?:is|are|was|were|has been|have been) (?:being )?(?:groomed|exploited) by P",
        partial(ties.done_by, kind="exploitation"),
        "tie",
    ),
    rule(
        r"P (?:is|was|has been|had been|could be|can be) (?:very |extremely |often )?(?:violent|abusive|aggressive)",
        partial(ties.harms, kind="physical_abuse"),
        "tie",
    ),
    rule(
        r"P (?:is|was|has been|had been) (?:very |extremely )?(?:controlling|coercive|possessive)",
        partial(ties.harms, kind="coercive_control"),
        "tie",
    ),
    rule(rf"P {SEES} P", ties.sees, "tie"),
    rule(r"P (?:visits?|writes?|phones?|rings?)", ties.sees, "tie"),
    # services, work, health
    rule(
        (
            r"P (?:(?:is|are) in (?:year|class|reception) ?\w* at|goes to|attends?|(?:is|are) at|goes to|go to|"
            r"started at|starts? at|is a pupil at|(?:is|are) in|is "
            r"under|are under|(?:is|are) known to|(?:is|are) open to|(?:is|are) supported by|sees|gets support from|"
            r"(?:has|have) support from|(?:is|are) involved with|(?:is|are) seen by|was referred to|belongs to|works "
            r"with) (?:the )?S(?: L)?"
        ),
        lambda run, who, service, *_, **__: ties.attends(run, who, service),
    ),
    rule(
        (
            r"(?:the )?S (?:is|are|has been|have been)? ?(?:seeing|sees?|supports?|supporting|works? with|working "
            r"with|visits?|visiting|helps?|helping|involved with|(?:is )?involved with) P"
        ),
        ties.served_by,
    ),
    *_health_rules(),
    rule(
        (
            r"P (?P<words>works? [a-z][a-z' -]+|works?|(?:is|are) (?:unemployed|out of work|retired|a student|at "
            r"college|at university|a stay-at-home \w+|self-employed|on benefits|between jobs))(?: (?:S|L))?"
        ),
        lambda run, who, *_, words: person.work(run, who, _job(words)),
    ),
    rule(
        rf"P (?P<words>(?:retired |former |part-time )?(?:{JOBS}|retired|unemployed|student))",
        lambda run, who, *, words: person.work(run, who, words),
    ),
    rule(
        rf"P (?:is|are|was|works as|has a job as) (?:a|an|the) (?P<words>(?:[\w-]+ )?(?:{JOBS}))(?: (?:at|in|for) S)?",
        lambda run, who, *_, words: person.work(run, who, words),
    ),
    rule(
        r"P works? (?:at|for|in) (?:the )?S",
        lambda run, who, service: person.work(run, who, f"works at {run.value(service)}"),
    ),
    rule(r"P works? L", lambda run, who, place: person.work(run, who, f"works in {run.value(place)}")),
    rule(
        (
            r"P speaks? (?P<words>polish|english|welsh|arabic|urdu|punjabi|somali|tigrinya|romanian|bengali|"
            r"portuguese|french|spanish|kurdish|turkish|ukrainian|tamil|gujarati|hindi|farsi|dari|pashto|yoruba|twi|"
            r"bsl)"
        ),
        lambda run, who, *, words: person.language(run, who, words.capitalize() if words != "bsl" else "BSL"),
    ),
    rule(rf"P (?:is|are) (?P<words>{FAITHS})", lambda run, who, *, words: person.faith(run, who, words)),
    rule(r"P (?:is|are) (?:not known|unknown|not named)", person.unknown),
    rule(r"P helps?(?: out)?", person.note),
    rule(r"P (?:uses?|goes by|go by) P(?: / P)?(?: pronouns)?", person.pronouns),
    rule(r"P 's pronouns (?:are|:) P(?: / P)?", person.pronouns),
    # who is who, at the end, for it is wide
    rule(r"there (?:is|are) P", lambda run, who: run.subject(who)),
    rule(r"P (?:is|are|was|were) not P", person.is_not),
    rule(r"P (?:is|are) P 's", family.is_of),
    rule(r"P (?:is|are|was|were) P P", person.is_next),
    rule(r"P are P(?: ,)? A", person.is_of_age),
    rule(r"P are brothers? and P", person.siblings),
    rule(
        r"P is (?:a )?(?P<word>mum|mam|mom|mother|dad|father|nan|gran|grandmother|grandad|grandfather) (?:of|to) P",
        person.is_parent_of,
    ),
    rule(r"P (?:is|are|was|were) P", person.is_),
    rule(r"P : P", person.is_),
)
"""The rules in order; the first that fits a whole clause is carried out."""


def _job(words: str) -> str:
    for verb in ("works as an ", "works as a ", "work as ", "works ", "work ", "is ", "are "):
        words = words.removeprefix(verb)
    return words
