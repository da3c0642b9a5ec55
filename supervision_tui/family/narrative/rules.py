"""Which clause says what: a pattern of words with places for people (P), ages (A), places (L) and services (S).

Rules are tried in order and must fit the whole clause; "not" fits only where a rule says it. A rule is a row, so that
another way of saying something is another row.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from supervision_tui.family.narrative import family_actions as family
from supervision_tui.family.narrative import person_actions as person
from supervision_tui.family.narrative import tie_actions as ties

Action = Callable[..., None]

_BE = r"(?:is|are|was|were|has been|have been|had been)"
_NOW = r"(?:is|are|has been|have been)"
_HAVE = r"(?:has|have|had)"
_GOT = r"(?:is|are|was|were|got|get|has been|have been)"
_NOT = r"(?:does|do|did|is|are|was|were|has|have|can|will) not|never|no longer|has never|have never"
_JOBS = (
    r"nurse|teacher|carer|driver|bus driver|taxi driver|lorry driver|cleaner|builder|plumber|electrician|mechanic|chef|cook|waiter|waitress|"
    r"barista|hairdresser|doctor|solicitor|accountant|engineer|student|shop assistant|security guard|soldier|pastor|imam|farmer|gardener|"
    r"painter|decorator|labourer|roofer|joiner|carpenter|care worker|support worker|teaching assistant|childminder|receptionist|manager|"
    r"postman|postwoman|paramedic|firefighter|police officer|delivery driver|warehouse worker|factory worker|midwife|social worker|"
    r"dinner lady|barber|baker|butcher|journalist|musician|artist|photographer|programmer|lecturer|pharmacist|dentist|fisherman|scaffolder"
)
_HEALTH = {
    "physical": r"asthma|epilepsy|epileptic|diabetes|diabetic|cancer|arthritis|ms|multiple sclerosis|copd|a heart condition|sickle cell|cystic fibrosis|"
    r"dementia|alzheimer's|parkinson's|a bad back|chronic pain|fibromyalgia|eczema|kidney disease|hiv|disabled|a disability",
    "psychological": r"depression|depressed|anxiety|anxious|ptsd|bipolar(?: disorder)?|schizophrenia|schizophrenic|psychosis|ocd|an eating disorder|anorexia|"
    r"postnatal depression|post-natal depression|a personality disorder|panic attacks|suicidal",
    "neurodivergence": r"adhd|autism|autistic|asd|asperger's|tourette's|dyslexia|dyslexic|dyspraxia",
    "learning": r"a learning disability|learning difficulties|a learning difficulty|down's syndrome|global developmental delay",
    "sensory": r"deaf|blind|partially sighted|hard of hearing",
    "substance": r"an alcoholic|alcoholic|an addict|addicted to \w+|a drink problem|a drug problem|a drinking problem|dependent on alcohol",
}
_FAITHS = r"muslim|christian|catholic|hindu|sikh|jewish|buddhist|a jehovah's witness|pentecostal|methodist|quaker|humanist"

_TIES: tuple[tuple[str, str, bool], ...] = (
    # words between two people, the tie, whether "P and P" alone says it too
    (rf"{_BE} (?:very|really|extremely|so|incredibly|especially|particularly) close(?: to| with)?", "very_close", True),
    (rf"{_BE} (?:quite |fairly )?close(?: to| with)?", "close", True),
    (r"(?:has|have) a (?:very |really )?(?:strong|close|good|lovely|special) (?:bond|relationship) with", "close", False),
    (rf"{_BE} best friends(?: with)?|{_BE} inseparable(?: from)?|(?:is|are) thick as thieves", "very_close", True),
    (r"(?:does|do|did|has|have|is|are|will) not (?:speak|spoken|speaking|talk|talked|talking)(?: to| with)?(?: each other| one another| anymore| any more)?", "cut_off", True),
    (r"(?:never|no longer) (?:speaks?|spoken?|talks?)(?: to| with)?|(?:has|have) never spoken(?: to)?", "cut_off", True),
    (r"(?:is|are) not on speaking terms(?: with)?|(?:is|are) (?:estranged|cut off)(?: from)?|cut (?:off )?contact with|cut off", "cut_off", True),
    (r"(?:has|have) (?:no|not had any|not had|had no|broken off|lost) contact(?: with)?|(?:is|are) not in (?:touch|contact)(?: with)?|"
     r"(?:is|are) no longer in (?:touch|contact)(?: with)?|(?:has|have) (?:no )?not seen|does not see|do not see|(?:has|have) lost touch(?: with)?|lost touch(?: with)?", "cut_off", True),
    (r"(?:has|have) (?:nothing to do|cut all ties|cut ties|severed ties) with", "cut_off", False),
    (r"(?:has|have) never met", "never_met", True),
    (r"(?:get|gets|got|getting) (?:on|along)(?: very| really| so)?(?: well| great| brilliantly)?(?: with)?(?: each other)?|(?:is|are) (?:on )?good (?:friends|terms)(?: with)?", "harmony", True),
    (r"(?:does|do|did) not (?:get|really get) (?:on|along)(?: well| at all)?(?: with)?(?: each other)?|(?:do|does) not see eye to eye(?: with)?", "conflict", True),
    (r"(?:argue|argues|argued|row|rows|rowed|fight|fights|fought|clash|clashes|clashed|bicker|bickers|quarrel|quarrels)(?: constantly| badly)?(?: with)?(?: each other)?(?: constantly)?|"
     r"(?:is|are) (?:arguing|fighting|in conflict|at loggerheads)(?: with)?|(?:has|have) fallen out(?: with)?|fell out(?: badly)?(?: with)?|(?:is|are) at war(?: with)?", "conflict", True),
    (r"(?:does|do|did) not trust", "distrust", False), (r"distrusts?|mistrusts?", "distrust", False),
    (r"hates?|can not stand|(?:does|do) not like|dislikes?", "hate", False),
    (r"loves?(?: very much)?|dotes? on", "love", False), (r"adores?|looks? up to|idolises?|idolizes?|admires?|worships?", "admires", False),
    (rf"{_BE} (?:jealous|envious) of|resents?", "jealous", False),
    (rf"{_BE} (?:distant|not close)(?: from| with| to)?|(?:has|have) (?:drifted apart|grown apart)(?: from)?|drifted apart(?: from)?|{_BE} not (?:very |really |that )?close(?: to)?|(?:has|have) never been (?:very |really |that )?close(?: to)?|(?:was|were) never close(?: to)?", "distant", True),
    (r"(?:looks?|looked|looking|is looking|are looking) after|cares? for|cared for|(?:is|are) caring for|babysits?(?: for)?|minds|takes? care of|"
     r"(?:is|are) (?:a|the|his|her|their) (?:main |young )?carer (?:for|of)|helps? (?:look|to look) after|helps? (?:out )?with", "caretaker", False),
    (r"(?:helps?|supports?)", "caretaker", False),
    (r"(?:have|has) made (?:up|it up)(?: with)?|made (?:up|it up)(?: with)?|(?:is|are) back in touch(?: with)?|(?:is|are) speaking again|(?:is|are) reconciled(?: with)?", "cut_off_repaired", True),
    (r"hits?|has hit|beats?|hurts?|slapped|punched|assaulted|attacked|has assaulted|(?:is|was|has been) violent (?:to|towards|toward)|(?:physically )?abused?", "physical_abuse", False),
    (r"shouts? at|screams? at|belittles?|puts? down|(?:is|was) emotionally abusive (?:to|towards)", "emotional_abuse", False),
    (r"controls?|(?:is|was|has been) controlling (?:of|towards)|coercively controls?", "coercive_control", False),
    (r"bullies|bullied|(?:is|are) bullying", "bullying", False), (r"neglects?|neglected", "physical_neglect", False),
    (r"sexually abused|sexually assaulted|molested|raped", "sexual_abuse", False),
    (r"exploits?|groomed|(?:is|was) grooming", "exploitation", False), (r"manipulates?", "manipulation", False),
    (r"worries about|(?:is|are) worried about", "focused_on", False),
)
_SEES = (
    r"(?:sees?|saw|visits?|(?:is|are) in (?:touch|contact) with|(?:has|have) (?:regular |weekly |supervised |indirect |direct |letterbox )?contact with|speaks? to|talks? to|"
    r"phones?|rings?|calls|texts?|writes? to|facetimes|goes to see|(?:has|have) (?:him|her|them)|spends? time with|keeps? in touch with)"
)


@dataclass(frozen=True, slots=True)
class Rule:
    """One way to say something: the *pattern*, what is done, whether only one who is heard of says it ("tie")."""

    pattern: re.Pattern[str]
    action: Action
    kind: str = "fact"


def _rule(pattern: str, action: Action, kind: str = "fact") -> Rule:
    places = re.sub(r"(?<!\(\?)(?<!\\)\b([PALS])\b", r"\1(\\d+)", pattern)
    return Rule(re.compile(places), action, kind)


def _tie_rules() -> list[Rule]:
    found = []
    for words, kind, mutual in _TIES:
        found.append(_rule(rf"P (?:{words}) P", partial(ties.tie, kind=kind), "tie"))
        if mutual:
            found.append(_rule(rf"P (?:{words})(?: with)?", partial(ties.tie, kind=kind), "tie"))
    return found


def _health_rules() -> list[Rule]:
    return [
        _rule(rf"P (?:has|have|is|are|suffers? from|(?:was|has been) diagnosed with|is living with|lives with|struggles with) (?:severe |mild |bad )?(?P<words>{words})", _health(area))
        for area, words in _HEALTH.items()
    ] + [
        _rule(r"P (?P<words>drinks(?: heavily| too much| a lot)?|takes drugs|uses (?:heroin|cocaine|cannabis|drugs)|smokes (?:cannabis|weed)|(?:is|are) (?:drinking heavily|using drugs))", _health("substance")),
        _rule(r"P (?P<words>(?:is|are) (?:sober|clean|in recovery))", _health("substance", past=True)),
    ]  # fmt: skip


def _health(area: str, *, past: bool = False) -> Action:
    def act(run: object, who: int, *, words: str) -> None:
        person.health(run, who, area, words, past=past)  # type: ignore[arg-type]  # a ClauseRun, as of every action

    return act


def _words(action: Action) -> Action:
    def act(run: object, who: int, *, words: str) -> None:
        action(run, who, words)

    return act


RULES: tuple[Rule, ...] = (
    _rule(r"P (?:is|are)(?: about| nearly)? A(?: old)?", person.age), _rule(r"P (?:turned|has turned|has just turned|just turned) A", person.age),
    _rule(r"P A", person.age), _rule(r"P (?:was|were) A(?: at the time)?", person.age_then),
    _rule(r"P (?:was|were|is|are) born(?: on| in)?", person.born), _rule(r"P (?:was|were) born L", person.born_in),
    _rule(rf"P {_BE} due(?: any day)?", person.due), _rule(r"P 's (?:real |full )?name is P", person.named), _rule(r"P (?:is|are) (?:called|named|known as) P", person.named),
    _rule(r"P (?:died|passed away|was killed|passed|has died|have died|is dead|are dead|has passed away|(?:is|was) deceased|has since died|drowned|was murdered)"
          r"(?: suddenly)?(?: (?:of|from|by|in) (?:an? )?(?P<words>[\w' -]+?))?", lambda run, who, *, words="": person.died(run, who, cause=words or "")),
    _rule(r"P (?:took|ended) (?:his|her|their) own life|P died by suicide|P killed (?:himself|herself|themselves)", lambda run, *who, **_: person.died(run, next(at for at in who if at is not None), cause="suicide")),
    # care and children, before couples: "has", "is" are wide
    _rule(r"P (?:foster|fosters|fostered|(?:has|have) fostered|(?:has|have) been fostering|(?:is|are) fostering) P", partial(family.care_for, kind="foster")),
    _rule(r"P (?:is|are|was|were|has been|have been) (?:fostered by|in foster care with|placed with|in placement with|in a foster placement with|in a placement with|living in foster care with|looked after by|accommodated with|in the care of|cared for by) P", family.placed_with),
    _rule(r"P (?:lives?|lived|stays?) (?:in foster care|in placement|in a foster placement|in a foster home) with P", family.placed_with),
    _rule(r"P (?:is|are|has been|have been|was|were) (?:in|into|placed in|taken into|living in) (?:foster care|care|a foster placement|a foster home|placement|local authority care)", family.in_care),
    _rule(r"P (?:is|are) (?:looked after|a looked after child|looked after children)", family.in_care),
    _rule(r"P adopted P|P (?:has|have) adopted P", lambda run, *at, **_: family.care_for(run, *[one for one in at if one is not None], kind="adopted")),
    _rule(r"P (?:was|were|is|are|has been|have been) adopted by P", partial(family.cared_for_by, kind="adopted")),
    _rule(r"P (?:has|have|had|got|was granted|were granted|hold|holds) (?:a |an )?(?:special guardianship(?: order)?|sgo) (?:of|for|over) P", partial(family.care_for, kind="guardianship")),
    _rule(r"P (?:has|have|had|got|was granted|were granted|hold|holds) (?:a |an )?(?:special guardianship(?: order)?|sgo)", family.guardianship_told),
    _rule(r"P (?:is|are) (?:the )?special guardians? (?:of|for) P", partial(family.care_for, kind="guardianship")),
    _rule(r"P (?:is|are) (?:the )?(?:kinship )?(?:foster )?carers? (?:of|for|to) P", partial(family.care_for, kind="kinship")),
    _rule(r"P (?:brought up|raised|(?:is|are) (?:bringing up|raising)|brings? up|has raised|have raised|has brought up|have brought up) P(?: (?:on|by) (?:his|her|their) own| alone| by (?:himself|herself))?", family.raised),
    _rule(r"P (?:is|are) (?:\w+ months |\w+ weeks )?(?:pregnant|expecting)(?: again| with P| P| a baby| her \w+ child)?(?: due)?", lambda run, who, *_, **__: family.pregnant(run, who)),
    _rule(r"P (?:is|are) (?:having|expecting) a baby(?: due)?", family.pregnant),
    _rule(rf"P (?:has )?(?:{_HAVE} )?(?:a |an )?(?:(?P<words>miscarriage|stillbirth|termination|abortion|ectopic pregnancy)|lost a baby|miscarried)",
          lambda run, who, *, words="": family.loss(run, who, {"abortion": "termination", "ectopic pregnancy": "ectopic"}.get(words or "", words or "miscarriage"))),
    _rule(rf"P {_HAVE} no (?:children|kids)(?: together)?|P (?:do|does) not have (?:any )?(?:children|kids)", lambda run, *at, **_: family.childless(run, next(one for one in at if one is not None))),
    _rule(rf"P (?:{_HAVE}|{_HAVE} got|gave birth to) P ,? ?(?:from|by) (?:a |an |his |her |their |the )?(?:\w+ )?(?:first|previous|former|earlier|last|past|other|second|old|different) (?:marriage|relationship|partner|husband|wife|man|father)", family.has_from),
    _rule(rf"P (?:{_HAVE}|{_HAVE} got) P (?:with|by) P|with P P {_HAVE} P", family.has),
    _rule(rf"P (?:{_HAVE}|{_HAVE} got|gave birth to|{_HAVE} had) P(?: together| now| as well| too| between them| to look after)?", family.has),
    _rule(rf"together P {_HAVE} P", family.has),
    # couples
    _rule(r"P (?:was|were) married(?: to)? P", family.were_married), _rule(r"P (?:was|were) married", family.were_married),
    _rule(r"P (?:got|has been|have been|is|are) (?:happily )?married(?: to)? P", partial(family.couple, kind="married")), _rule(r"P (?:got|has been|have been|is|are) (?:happily )?married", partial(family.couple, kind="married")),
    _rule(r"P (?:re-?)?(?:married|marries|has married|have married) P", partial(family.couple, kind="married", begun=True)), _rule(r"P (?:married|have married)", partial(family.couple, kind="married", begun=True)),
    _rule(r"P (?:is|are|got) (?:in a civil partnership|civil partnered)(?: with)? P", partial(family.couple, kind="civil_partnership")), _rule(r"P (?:is|are|entered|have) (?:in )?a civil partnership", partial(family.couple, kind="civil_partnership")),
    _rule(r"P (?:is|are|got) engaged(?: to)? P", partial(family.couple, kind="engaged")), _rule(r"P (?:is|are|got) engaged", partial(family.couple, kind="engaged")),
    _rule(r"P (?:is|are|has been|have been) (?:with|seeing|dating|going out with|in a relationship with|together with|back with) P", family.couple),
    _rule(r"P (?:is|are|has been|have been) (?:together|a couple|in a relationship|an item|dating|back together)", family.couple),
    _rule(r"P (?:was|were|had been) (?:with|seeing|dating|going out with|in a relationship with) P", family.with_until), _rule(r"P (?:was|were|had been) (?:together|a couple|in a relationship)", partial(family.couple, ended="unknown")),
    _rule(r"P (?:got together with|started seeing|started going out with|started dating|began a relationship with) P", partial(family.couple, begun=True)), _rule(r"P got together", partial(family.couple, begun=True)),
    _rule(r"P (?:separated from|split up with|split up from|broke up with|split from|(?:has|have) separated from|parted from|(?:is|are) separated from|broke up from) P", partial(family.couple, ended="separation")),
    _rule(r"P (?:separated|split up|split|broke up|parted|(?:is|are|have|has)(?: now)? (?:separated|split up|split|parted|broken up))(?: from each other)?", partial(family.couple, ended="separation")),
    _rule(r"P (?:divorced|got divorced from|(?:is|are|has|have) divorced(?: from)?) P", partial(family.couple, ended="divorce", kind="married")), _rule(r"P (?:got divorced|divorced|(?:is|are|were|was|have|has)(?: now| been)? divorced)", partial(family.couple, ended="divorce", kind="married")),
    _rule(r"P (?:is|are) (?:not|no longer|not any more) (?:together|a couple|with P|in a relationship)(?: any more| anymore)?", lambda run, who, other=None, **_: family.couple(run, who, other, ended="unknown")),
    _rule(r"P (?:was|were|have been|had been) never (?:together|a couple|in a relationship)", partial(family.couple, kind="parents_only")),
    _rule(r"P lost P", family.lost), _rule(r"P (?:was|were|is|are|has been|have been) adopted", family.adopted), _rule(r"P (?:was|were) carried by P", family.carried_by),
    _rule(r"P (?:is|are|was|were) the (?:eldest|oldest|youngest|first|second|third|middle one|baby of the family|middle child)(?: of (?:the )?\w+)?(?: P)?(?: P)?", family.eldest),
    _rule(r"P (?:is|has|are|have) remarried", person.note),
    _rule(r"P (?:left|has left|walked out on) P", family.left_somebody), _rule(r"P met P", family.met),
    _rule(r"P (?:never married|has never married|has never been married|is single|is widowed|is a single (?:mum|mother|dad|father|parent))", family.never_married),
    # homes
    _rule(r"P (?:lives?|(?:is|are) living|stays?|(?:is|are) staying|shares? a (?:home|house|flat)|(?:has|have) been living|(?:has|have) lived|still lives?)(?: at home)?(?: L)? with P(?: L)?", lambda run, who, *at, **_: family.lives_with(run, who, next(one for one in at if run.clause.items[one].code == "P"), *(one for one in at if run.clause.items[one].code == "L"))),
    _rule(r"P (?:lives?|(?:is|are) living) together(?: L)?|P shares? a (?:home|house|flat)(?: L)?", lambda run, *at, **_: _together(run, [one for one in at if one is not None][0])),
    _rule(r"P (?:lived|used to live|was living|were living) with P", family.lived_with),
    _rule(r"P (?:lives?|(?:is|are) living|stays?)(?: (?:on (?:his|her|their) own|alone|by (?:himself|herself)))(?: L| nearby)?", lambda run, who, place=None, **_: (person.alone(run, who), person.where(run, who, place) if place is not None else None)),
    _rule(r"P (?:lives?|(?:is|are) living|(?:is|are)|stays?|(?:is|are) staying|(?:has|have) been|works and lives)(?: now| back| still| out)? L(?: (?:from|to) P)?", lambda run, who, place, *_, **__: person.where(run, who, place)),
    _rule(r"P (?:is|are|lives?|stays?) L with P", lambda run, who, place, whom, **_: family.lives_with(run, who, whom, place)),
    _rule(r"P (?:moved|has moved|have moved) out|P (?:left|has left) (?:home|the family home|the house)", lambda run, *at, **_: family.moved_out(run, next(one for one in at if one is not None))),
    _rule(r"P (?:moved|has moved|have moved|moved back) in with P|P (?:went|has gone|came|moved) to live with P|P moved (?:to|back to) P", lambda run, *at, **_: family.moved_in(run, *[one for one in at if one is not None])),
    _rule(r"P (?:moved|has moved|have moved|emigrated|went back|returned|relocated|went)(?: away| back)? L(?: L)?(?: with P)?", lambda run, who, place, *_, **__: ties.moved_to(run, who, place)),
    _rule(r"P (?:came|arrived|fled|migrated|emigrated|has come|have come)(?: here)?(?: L)?(?: L)?(?: with P)?", lambda run, who, *_, **__: ties.migrated(run, who)),
    # ties come in here
    *_tie_rules(),
    _rule(r"P (?:is|are|was|were) (?:being )?bullied(?: (?:at|in) S)? by P", partial(ties.done_by, kind="bullying"), "tie"),
    _rule(r"P (?:is|are|was|were|has been|have been) (?:being )?(?:hit|hurt|beaten|assaulted|abused|attacked) by P", partial(ties.done_by, kind="physical_abuse"), "tie"),
    _rule(rf"P {_SEES} P", ties.sees, "tie"), _rule(r"P (?:visits?|writes?|phones?|rings?)", ties.sees, "tie"),
    # services, work, health
    _rule(r"P (?:goes to|attends?|(?:is|are) at|goes to|go to|started at|starts? at|is a pupil at|(?:is|are) in|is under|are under|(?:is|are) known to|(?:is|are) open to|(?:is|are) supported by|sees|gets support from|(?:has|have) support from|(?:is|are) involved with|(?:is|are) seen by|was referred to|belongs to|works with) (?:the )?S(?: L)?", lambda run, who, service, *_, **__: ties.attends(run, who, service)),
    _rule(r"(?:the )?S (?:is|are|has been|have been)? ?(?:seeing|sees?|supports?|supporting|works? with|working with|visits?|visiting|helps?|helping|involved with|(?:is )?involved with) P", ties.served_by),
    *_health_rules(),
    _rule(r"P (?P<words>works? [a-z][a-z' -]+|works?|(?:is|are) (?:unemployed|out of work|retired|a student|at college|at university|a stay-at-home \w+|self-employed|on benefits|between jobs))(?: (?:S|L))?", lambda run, who, *_, words: person.work(run, who, _job(words))),
    _rule(rf"P (?P<words>(?:retired |former |part-time )?(?:{_JOBS}|retired|unemployed|student))", lambda run, who, *, words: person.work(run, who, words)),
    _rule(rf"P (?:is|are|was|works as|has a job as) (?:a|an|the) (?P<words>(?:[\w-]+ )?(?:{_JOBS}))(?: (?:at|in|for) S)?", lambda run, who, *_, words: person.work(run, who, words)),
    _rule(r"P works? (?:at|for|in) (?:the )?S", lambda run, who, service: person.work(run, who, f"works at {run.value(service)}")),
    _rule(r"P works? L", lambda run, who, place: person.work(run, who, f"works in {run.value(place)}")),
    _rule(r"P speaks? (?P<words>polish|english|welsh|arabic|urdu|punjabi|somali|tigrinya|romanian|bengali|portuguese|french|spanish|kurdish|turkish|ukrainian|tamil|gujarati|hindi|farsi|dari|pashto|yoruba|twi|bsl)", lambda run, who, *, words: person.language(run, who, words.capitalize() if words != "bsl" else "BSL")),
    _rule(rf"P (?:is|are) (?P<words>{_FAITHS})", lambda run, who, *, words: person.faith(run, who, words)),
    _rule(r"P (?:is|are) (?:not known|unknown|not named)", person.unknown), _rule(r"P helps?(?: out)?", person.note),
    _rule(r"P (?:uses?|goes by|go by) P(?: / P)?(?: pronouns)?", person.pronouns), _rule(r"P 's pronouns (?:are|:) P(?: / P)?", person.pronouns),
    # who is who, at the end, for it is wide
    _rule(r"there (?:is|are) P", lambda run, who: run.subject(who)), _rule(r"P (?:is|are|was|were) P P", person.is_then),
    _rule(r"P (?:is|are|was|were) P", person.is_), _rule(r"P : P", person.is_),
)
"""The rules in order; the first that fits a whole clause is carried out."""


def _job(words: str) -> str:
    for verb in ("works as an ", "works as a ", "work as ", "works ", "work ", "is ", "are "):
        words = words.removeprefix(verb)
    return words


def _together(run: object, who: int) -> None:
    people = run.subject(who)  # type: ignore[attr-defined]  # a ClauseRun
    run.draft.live_together(people)  # type: ignore[attr-defined]  # as above
