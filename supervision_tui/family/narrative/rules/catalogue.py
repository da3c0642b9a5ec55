"""Which clause says what: a pattern of words with places for people (P), ages (A), places (L) and services (S).

Rules are tried in order and must fit the whole clause; "not" fits only where a rule says it. A rule is a row, so that
another way of saying something is another row.
"""

from __future__ import annotations

from functools import partial

from supervision_tui.family.model.ties import TIE_KINDS
from supervision_tui.family.narrative.rules import birth_actions as births
from supervision_tui.family.narrative.rules import care_actions as care
from supervision_tui.family.narrative.rules import couple_actions as couples
from supervision_tui.family.narrative.rules import family_actions as family
from supervision_tui.family.narrative.rules import identity_actions as identity
from supervision_tui.family.narrative.rules import person_actions as person
from supervision_tui.family.narrative.rules import tie_actions as ties
from supervision_tui.family.narrative.rules.care_rules import CARE
from supervision_tui.family.narrative.rules.home_rules import HOMES
from supervision_tui.family.narrative.rules.person_patterns import (
    HEALTH,
    LIVES_WITH,
    USES,
)
from supervision_tui.family.narrative.rules.rule import Action, Rule, rule
from supervision_tui.family.narrative.rules.tie_patterns import SEES, TIES
from supervision_tui.family.narrative.rules.work_rules import WORK

_BE = r"(?:is|are|was|were|has been|have been|had been)"
_HAVE = r"(?:has|have|had)"


def _tie_rules() -> list[Rule]:
    found = []
    for words, kind, mutual in TIES:
        found.append(rule(rf"P (?:{words}) P", partial(ties.tie, kind=kind), "tie"))
        if not TIE_KINDS[kind].directed:
            found.append(rule(rf"P (?:{words}) (?:each other|one another)", partial(ties.tie, kind=kind), "tie"))
        if mutual:
            found.append(rule(rf"P (?:{words})(?: with)?", partial(ties.tie, kind=kind), "tie"))
    return found


_ANY_HEALTH = "|".join(HEALTH.values())


def _health_rules() -> list[Rule]:
    return [
        rule(rf"P {LIVES_WITH} (?:severe |mild |bad )?(?P<words>{words})", _health(area))
        for area, words in HEALTH.items()
    ] + [
        rule(
            rf"P {LIVES_WITH} (?:an ehcp for |a (?:new |recent |formal )?diagnosis of "
            rf")?(?P<words>(?:{_ANY_HEALTH})(?:,? (?:and |with )?(?:"
            rf"severe |mild )?(?:{_ANY_HEALTH}))*)",
            person.conditions,
        ),
        rule(rf"P (?P<words>{USES})", _health("substance")),
        *(
            rule(rf"P (?:was|were|had|used to be|used to have) (?P<words>{words})", _health(area, past=True))
            for area, words in HEALTH.items()
        ),
        rule(r"P (?P<words>(?:is|are|ha(?:s|ve) been) (?:sober|clean|in recovery))", _health("substance", past=True)),
    ]  # fmt: skip


def _health(area: str, *, past: bool = False) -> Action:
    def act(run: object, who: int, *, words: str) -> None:
        person.health(run, who, area, words, past=past)  # type: ignore[arg-type]  # a ClauseRun, as of every action

    return act


RULES: tuple[Rule, ...] = (
    rule(r"P (?:is|are)(?: about| nearly)? A(?: old)?", person.age),
    rule(r"P (?:is|are) A(?: A)*(?: and)? A", person.ages_in_turn),
    rule(r"P (?:is|are) A(?: and)? P", person.ages, condition=person.with_ages),
    rule(r"P (?:turned|has turned|has just turned|just turned) A", person.age),
    rule(r"P A", person.age),
    rule(r"P (?:was|were) A(?: at the time)?", person.past_age),
    rule(r"P (?:was|were|is|are) born(?: \w+ly| early| late)?(?: on| in)?", person.born),
    rule(r"P (?:was|were) born L", person.born_in),
    rule(r"P (?:was|were|is|are) born(?: \w+ly| early| late)?(?: at A)?(?: on| in)?(?: L)? to P", births.born_to),
    rule(rf"P {_BE} due(?: any day)?", person.due),
    rule(r"P 's (?:real |full )?name is P", identity.named),
    rule(r"(?P<words>his|her|their) (?:real |full |first )?name is P", identity.named_by_pronoun),
    rule(r"my (?:\w+ )?name is P", identity.teller_named),
    rule(r"P (?:is|are|was|were) (?:called|named|known as) P", identity.named),
    rule(r"P calls? P (?:P|“ P ”|\" P \")", identity.calls),
    rule(
        r"P (?:died|passed away|was killed|passed|has died|have died|is dead|are dead|has passed away|have "
        r"passed(?: away)?|(?:(?:is|was) )?"
        r"deceased|has since died|drowned|was murdered|"
        r"was shot(?: dead)?|was stabbed to death|was run over|lost (?:his|her|their) life)"
        r"(?: suddenly)?(?: L)?(?: (?:of|from|by|in) (?:an? )?(?P<words>[\w' -]+?))?",
        lambda run, who, *_, words="": person.died(run, who, cause=words or ""),
    ),
    rule(r"P died (?:giving birth to|having|in childbirth with|when having) P", births.died_at_birth_of),
    rule(
        r"(?P<words>one|two|three|four|five|both)(?: of (?:them|P))? (?:have |has )?(?:died|passed away)"
        r"(?: young| in infancy| P| very young| at birth| in childhood)*",
        births.children_died,
    ),
    rule(r"P (?:died|passed away) P", lambda run, who, _baby: person.died(run, who)),  # "as a baby": "as" is left out
    rule(
        r"P (?:took|ended) (?:his|her|their) own life|P died by suicide|P killed (?:himself|herself|themselves)",
        lambda run, *who, **_: person.died(run, next(at for at in who if at is not None), cause="suicide"),
    ),
    *CARE,
    rule(
        (
            r"P (?:is|are) (?:\w+ months |\w+ weeks |A )?(?:pregnant|expecting)(?: again)?(?: (?:with|by) P| P|"
            r"(?: with)? (?:twins|triplets)| a baby(?: (?:with|by) P)?|(?: with)? (?:her|their|P) \w+(?: child| "
            r"baby)?)?(?:(?: and)? due)?(?: (?:with|by) P)?"
        ),
        lambda run, who, *others, **_: births.pregnant(run, who, *others),
    ),
    rule(r"P (?:is|are) (?:having|expecting) a baby(?: (?:with|by) P)?(?: due)?", births.pregnant),
    rule(r"P (?:is|are) carrying P(?: due)?", births.pregnant, condition=births.is_to_be_born),
    rule(
        (
            rf"P (?:has )?(?:{_HAVE} )?(?:a |an )?(?:(?:two |three |four |several )?(?P<words>miscarriages?|"
            rf"stillbirth|termination|abortion|ectopic "
            rf"pregnancy)|lost a baby|miscarried)"
        ),
        lambda run, who, *, words="": births.loss(
            run,
            who,
            {"abortion": "termination", "ectopic pregnancy": "ectopic", "miscarriages": "miscarriage"}.get(
                words or "", words or "miscarriage"
            ),
        ),
    ),
    rule(
        rf"P {_HAVE} no (?:children|kids)(?: together)?|P (?:do|does) not have (?:any )?(?:children|kids)",
        lambda run, *at, **_: couples.childless(run, next(somebody for somebody in at if somebody is not None)),
    ),
    rule(
        rf"P (?:{_HAVE}|{_HAVE} got|{_HAVE} had) P ,? ?(?:from|by) (?:P |a |an |his |the )?(?:[a-z]+ )?"
        r"(?:marriage|relationship) (?:to|with) P",
        family.has_with_former,
    ),
    rule(
        (
            rf"P (?:{_HAVE}|{_HAVE} got|gave birth to) P ,? ?(?:from|by) (?:a |an |his |her |their |the )?(?:\w+ "
            rf")?(?:first|previous|former|earlier|last|past|other|second|old|different) (?:marriage|relationship|"
            rf"partner|husband|wife|man|father)"
        ),
        family.has_from,
    ),
    rule(
        rf"P (?:{_HAVE}|conceived|{_HAVE} had) P (?:through|via|by|using|from|with(?: the help of)?)(?: a)? P",
        family.has_by_donor,
        condition=family.is_donor,
    ),
    rule(rf"P (?:{_HAVE}|{_HAVE} got|{_HAVE} had) P (?:with|by) P|with P P {_HAVE} P", family.has),
    rule(
        (
            rf"P (?:{_HAVE}|{_HAVE} got|gave birth to|{_HAVE} had) P(?: together| now| as well| too| between them| "
            rf"to look after| alone)?"
        ),
        family.has,
    ),
    rule(rf"together P {_HAVE} P", family.has),
    rule(rf"P (?:{_HAVE}|{_HAVE} got) P L(?: (?:called|named) P)?", family.has_at),
    rule(r"P (?:fell|became|got|was) pregnant with P", family.has, condition=family.is_born_since),
    # couples
    rule(r"P (?:was|were) married(?: to)? P", couples.past_marriage),
    rule(r"P (?:was|were) married", couples.past_marriage),
    rule(
        r"P (?:got|has been|have been|is|are) (?:happily )?married(?: to)? P", partial(couples.couple, kind="married")
    ),
    rule(r"P (?:got|has been|have been|is|are) (?:happily )?married", partial(couples.couple, kind="married")),
    rule(
        r"P (?:re-?)?(?:married|marry|marries|has married|have married) P",
        partial(couples.couple, kind="married", begun=True),
    ),
    rule(r"P (?:married|have married)", partial(couples.couple, kind="married", begun=True)),
    rule(
        r"P (?:is|are|got) (?:in a civil partnership|civil partnered)(?: with)? P",
        partial(couples.couple, kind="civil_partnership"),
    ),
    rule(r"P (?:is|are|entered|have) (?:in )?a civil partnership", partial(couples.couple, kind="civil_partnership")),
    rule(r"P (?:is|are|got) engaged(?: to)? P", partial(couples.couple, kind="engaged")),
    rule(r"P (?:is|are|got) engaged", partial(couples.couple, kind="engaged")),
    rule(r"P (?:is|are|was|were|has been|have been)(?: placed)? with P L", care.with_somebody_at),
    rule(
        (
            r"P (?:is|are|has been|have been) (?:with|seeing|dating|going out with|in a relationship with|together "
            r"with) P"
        ),
        couples.couple,
    ),
    rule(
        r"P (?:is|are|has been|have been) (?:together|a couple|in a relationship|an item|dating)",
        couples.couple,
    ),
    rule(r"P (?:was|were|had been) (?:with|seeing|dating|going out with|in a relationship with) P", couples.with_until),
    rule(r"P (?:was|were|had been) (?:together|a couple|in a relationship)", partial(couples.couple, ended="unknown")),
    rule(
        r"P (?:got together with|(?:has |have )?(?:recently |just )?(?:started seeing|started dating|started "
        r"going out with)|started seeing|started going out with|started dating|began a relationship with) P",
        partial(couples.couple, begun=True),
    ),
    rule(r"P got together", partial(couples.couple, begun=True)),
    rule(
        (
            r"P (?:separated from|split up with|split up from|broke up with|split from|(?:has|have) separated from|"
            r"parted from|(?:is|are) separated from|broke up from) P"
        ),
        partial(couples.couple, ended="separation"),
    ),
    rule(
        (r"P (?:separated|split up|split|broke up|parted) after (?:[a-z0-9-]+ )+of marriage"),
        partial(couples.couple, ended="separation", kind="married"),
    ),
    rule(
        (
            r"P (?:separated|split up|split|broke up|parted|(?:is|are|have|has)(?: now)? (?:separated|split up|split|"
            r"parted|broken up))(?: from each other)?"
        ),
        partial(couples.couple, ended="separation"),
    ),
    rule(
        r"P (?:divorced|got divorced from|(?:is|are|has|have) divorced(?: from)?) P",
        partial(couples.couple, ended="divorce", kind="married"),
    ),
    rule(
        r"P (?:got divorced|divorced|(?:is|are|were|was|have|has)(?: now| been)? divorced)",
        partial(couples.couple, ended="divorce", kind="married"),
    ),
    rule(
        (
            r"P (?:is|are) (?:not|no longer|not any more) (?:together|a couple|with P|in a relationship)(?: any more|"
            r" anymore)?"
        ),
        lambda run, who, other=None, **_: couples.couple(run, who, other, ended="unknown"),
    ),
    rule(
        r"P (?:was|were|have been|had been) never (?:together|a couple|in a relationship)",
        partial(couples.couple, kind="parents_only"),
    ),
    rule(r"P lost P(?: at (?:\w+ weeks|A))?", births.lost),
    rule(r"P (?:was|were|is|are|has been|have been|got) adopted(?: P)?", lambda run, who, *_: family.adopted(run, who)),
    rule(r"P (?:was|were) carried by P", family.carried_by),
    rule(r"P (?:carried|gave birth to|had) P,? with P", lambda run, who, whom, _donor: family.has(run, who, whom)),
    rule(r"P (?:carried|gave birth to) P", family.carried),
    rule(
        (
            r"P (?:is|are|was|were) the (?:eldest|oldest|youngest|first|second|third|middle one|baby of the family|"
            r"middle child)(?: of (?:the )?\w+)?(?: P)?(?: P)?"
        ),
        family.eldest,
    ),
    rule(r"P (?:is|has|are|have) remarried", person.note),
    rule(r"P (?:left|has left|walked out on) P", couples.left_somebody),
    rule(r"P (?:left|has left|walked out|has walked out)", couples.left),
    rule(r"P (?:met|has met|have met) P", couples.met),
    rule(
        (
            r"P (?:never married|has never married|has never been married|is single|is widowed|is a single (?:mum|"
            r"mother|dad|father|parent))"
        ),
        couples.never_married,
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
    rule(rf"P {SEES} P(?: (?:'s|is)(?: (?:house|flat|place|home))?)?", ties.sees, "tie"),
    rule(
        r"P (?:visits?|writes?|phones?|rings?|sends? (?:a |his |her |their |the )?(?:letters?|cards?|presents?|texts?)"
        r"(?: and (?:cards?|presents?))?)(?: L)?",
        lambda run, who, *_: ties.sees(run, who),
        "tie",
    ),
    rule(
        r"P (?:(?:pops?|comes?|calls?) (?:in|round|over)|drops? in|comes to contact|attends contact|"
        r"(?:has|have) (?:[a-z]+ )?(?:contact|access|visits))",
        ties.comes_by,
        "tie",
    ),
    rule(
        r"P picks? P up(?: from (?:S|[a-z]+))?(?: [a-z]+)*|"
        r"P (?:takes?|brings?|drives?|walks?) P (?:(?:to|for|from|on|out)(?: [a-z]+){1,3}(?: and back)?|[a-z]+ing|out)",
        lambda run, *at: ties.sees(run, *[place for place in at if place is not None][:2]),
        "tie",
    ),
    rule(rf"P {SEES} (?:each other|one another)", ties.sees, "tie"),
    # services, work, health
    rule(
        (
            r"P (?:(?:is|are) in (?:year|class|reception) ?\w* at|goes to|attends?|(?:is|are) at|goes to|go to|"
            r"(?:has |have )?started at|starts? at|is a pupil at|(?:is|are) in|is "
            r"under|are under|(?:is|are) known to|(?:is|are) open to|(?:is|are) supported by|sees|gets support from|"
            r"(?:has|have) support from|(?:is|are) involved with|(?:is|are|was|were|has been|have been) "
            r"seen by|(?:was|were|is|are|has been|have been) referred to|belongs to|works "
            r"with) (?:the )?S(?: L)?"
        ),
        lambda run, who, service, *place, **__: ties.attends(run, who, service, *place),
    ),
    rule(
        (
            r"(?:the )?S (?:is|are|has been|have been)? ?(?:seeing|sees?|supports?|supporting|works? with|working "
            r"with|visits?|visiting|helps?|helping|involved with|(?:is )?involved with) P"
        ),
        ties.served_by,
    ),
    *_health_rules(),
    *WORK,
    rule(r"P (?:is|are) (?:not known|unknown|not named)", person.unknown),
    rule(r"P helps?(?: out)?", person.note),
    rule(r"P (?:uses?|goes by|go by) P(?: / P)?(?: pronouns)?", person.pronouns),
    rule(r"P 's pronouns (?:are|:) P(?: / P)?", person.pronouns),
    # who is who, at the end, for it is wide
    rule(r"there (?:is|are) P", lambda run, who: run.subject(who)),
    rule(r"P (?:is|are|was|were) not P", identity.is_not),
    rule(r"P (?:is|are) P 's", family.is_of),
    rule(r"P (?:is|are|was|were) P P", identity.is_next),
    rule(r"P are P(?: ,)? A", identity.is_of_age),
    rule(r"P are brothers? and P", identity.siblings),
    rule(
        r"P (?:is|was) (?:an? )?(?P<word>mum|mam|mom|mother|dad|father|nan|gran|grandmother|grandad|grandfather|"
        r"step-?(?:mum|mother|dad|father|parent)|(?:half-|step-)?(?:brother|sister)|aunt|auntie|uncle) (?:of|to) P",
        identity.is_parent_of,
    ),
    rule(r"P (?:is|are|was|were) P", identity.is_),
    rule(r"P : P", identity.is_),
)
"""The rules in order; the first that fits a whole clause is carried out."""
