"""What a worker's record or a pod's log must not hold, known by its words: health, home, feelings, names, a story.

Hints, shown while somebody types and before anything is written; they change nothing by themselves. Agreed support is
said in words of work ("occupational health", "a lighter week"), and is no alarm. A story is a person of a family told
with details by which others could know them: an age, a place, a heritage, work, what was done at home.
Source: content specification 7.2 (separation), 1 (T5, T6: what is not written).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from supervision_tui.lazy_pattern import lazy_pattern
from supervision_tui.records.unknown_names import unknown_names_in

ContentKind = Literal["health", "home", "story", "name"]

_HEALTH = lazy_pattern(
    r"\b(?:prozac|methadone|insulin|inhaler|statins|thyrox\w+|steroids?|morphine|"
    r"\w+(?:oxetine|traline|alopram|azapine|afaxine|azepam|olol|statin|cillin|triptans?|gabalin|codone|triptyline)|"
    r"(?!(?:osm|symbi|metamorph)osis|nostalgia)\w{3,}(?:itis|osis|algia|aemia|ectomy|ostomy|oscopy)|"
    r"antidepress\w+|anti-depress\w+|beta[- ]?blockers?|medication|medicines?|tablets|pills|prescri\w+|diagnos\w+|"
    r"depress(?:ed|ion|ive)|anxiety|anxious|panic(?: attacks?)?|ptsd|bipolar|adhd|autis\w+|dyslexi\w+|dyspraxi\w+|"
    r"ocd|insomnia|neurodiver\w+|psycho(?:tic|tically)|schizo\w+|personality disorder|eating disorder|anorexi\w+|"
    r"bulimi\w+|hear(?:s|ing) voices|"
    r"migraines?|pregnan\w+|miscarr\w+|stillb\w+|ivf|menopaus\w+|cancer|chemo\w*|tumou?r|surgery|operation|biops\w+|"
    r"mri|ct scan|ultrasound|x-ray|physio\w*|(?:knee|hip) (?:op|replacement|operation)|"
    r"(?:bad|slipped|injured) (?:back|hip|knee|shoulder)|(?:back|chest|joint|chronic|in|constant) pain|"
    r"(?:broke|broken|fractured) (?:her |his |their |my |a )?(?:arm|leg|wrist|ankle|hip|foot|hand|collarbone)|"
    r"blood (?:pressure|sugar|tests?)|heart (?:attack|condition|disease|failure)|a stroke|angina|diabet\w+|epilep\w+|"
    r"seizures?|asthma|"
    r"ibs|crohn'?s|lupus|thyroid|hiv|dementia|alzheimer'?s|parkinson'?s|dialysis|transplant|hearing aids?|tinnitus|"
    r"vertigo|long covid|chronic|disabilit\w+|(?:is|was|been|got|still) (?:very |seriously )?(?:ill|unwell|poorly|"
    r"sick)|"
    r"suicid\w+|self[- ]harm\w*|overdose|burn(?:t|ed)?[- ]?out|breakdown|sick note|signed off|off sick|sick leave|"
    r"off (?:work )?with (?:stress|her|his|their|my)|stress leave|long[- ]term sick\w*|"
    r"(?:her|his|their|my) (?:gp|doctor|psychiatrist|therapist|counsellor|psychologist|consultant at the hospital)|"
    r"in therapy|in counselling|(?:waits?|waiting list|referred) for (?:cbt|emdr|counselling|therapy)|rehab|"
    r"relapse[ds]?|"
    r"in recovery|goes to (?:aa|na)|hospital(?:ised)?|her (?:periods?|hormones))\b",
    re.IGNORECASE,
)
_WORK_SUPPORT = lazy_pattern(
    r"\boccupational health\b|\bhealth and safety\b|\bmental health (?:first aid\w*|team|service|"
    r"training|act|worker)\b|"
    r"\bemployee assistance\b|\bwellbeing (?:service|line|offer|day|action plan)\b|"
    r"\bhealth visit\w+\b|\bhealth service\b|"
    r"\b(?:learn\w*|read\w*|training|trained|courses?|workshop|webinar|research|teaching)(?: \w+){0,2}? "
    r"(?:about|on|around|into|in)(?: [\w'-]+){1,3}|"
    r"\bsmart operation\w*\b|\bjoint operation\b|\bchronic (?:shortage|lack|understaffing)\b",
    re.IGNORECASE,
)
_HOME = lazy_pattern(
    r"\b(?:(?:he|she|they|i)(?:'s| is| was| were| am)? (?:often |still |always |"
    r"sometimes )?(?:cr(?:ies|ied|ying)|weeps?|wept|"
    r"sobb\w+|in tears|not sleeping|sleeps? badly|lonely|ashamed|grieving|scared|frightened|terrified|angry at home|"
    r"drink\w*|smok\w+ weed|gambl\w+|divorc\w+|separat(?:ed|ing)|getting divorced|fast(?:s|ing)|prays?|praying|"
    r"gay|lesbian|bisexual|trans|transgender|muslim|christian|catholic|jewish|hindu|sikh)|tearful|in tears|"
    r"can'?t sleep|"
    r"cannot sleep|nightmares?|going through (?:a |the )?(?:\w+ )?(?:divorce|separation|break-?up)|"
    r"(?:lost|losing|miscarried) (?:a|the|her|his|their|my) (?:baby|child|mum|mother|dad|father|brother|sister|home|"
    r"house)|"
    r"(?:her|his|their|my) (?:[a-z]+ )?(?:husband|wife|partner|boyfriend|girlfriend|marriage|divorce|ex|"
    r"own children|childhood|son|daughter|stepson|stepdaughter|baby|parents?|mum|dad|mother|father|brother|sister|"
    r"nan|gran|"
    r"grandad|grandmother|grandfather|aunt|uncle|youngest|eldest|"
    r"home life|debts?|mortgage|bereavement|faith|religion|sexuality|weight)|"
    r"home life|own childhood|the break-?up|(?:is|was|am) an? survivor|childhood trauma|own trauma|bereave\w+|"
    r"in debt|bankrupt\w*|evicted|"
    r"(?:is|was|feels?|felt|feeling|been) (?:\w+ )?(?:exhausted|overwhelmed|drained|worn out|stressed|desperate|"
    r"heartbroken|traumatised)|"
    r"(?:feels?|felt|feeling) (?:\w+ )?(?:sad|low|hopeless|worthless|ashamed|lonely|guilty|numb|afraid|"
    r"scared|empty|broken|awful))\b",
    re.IGNORECASE,
)
_PERSON = (
    r"mother|mum|mam|father|dad|parents?|boy|girl|child|children|baby|babies|toddler|teenager|teen|twins?|siblings?|"
    r"brothers?|sisters?|son|sons|daughters?|grandmother|grandfather|gran|nan|grandad|aunt|uncle|cousins?|step\w+|"
    r"husband|wife|couple|family|young (?:man|woman|person)|man|woman|lad|carers?|foster carers?|newborn|infant|"
    r"\w{1,9}[- ]years?[- ]olds?"
)
_WHO = lazy_pattern(rf"\b(?:{_PERSON})\b", re.IGNORECASE)
_AGE = lazy_pattern(
    rf"\b(?:aged? )?(?:[0-9]{{1,2}}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|"
    rf"thirteen|fourteen|fifteen|"
    r"sixteen|seventeen|eighteen)(?:[- ](?:year|month|week)s?[- ]olds?|(?=[- ]years?\b))|\b(?:aged|age) \w+|"
    rf"\b(?:{_PERSON}) (?:of|aged|is|who is) (?:[0-9]{{1,2}}|t(?:wo|hree|en|welve|hirteen)|f(?:our|"
    rf"ive|ourteen|ifteen)|s(?:ix|even|"
    r"ixteen|eventeen)|e(?:ight|leven|ighteen)|nine)\b",
    re.IGNORECASE,
)
_MONTHS_AND_DAYS = (
    "January|February|March|April|May|June|July|August|September|October|November|December|Monday|Tuesday|Wednesday|"
    "Thursday|Friday|Saturday|Sunday|English|Christmas|Easter"
)
_PLACE = lazy_pattern(
    rf"\b(?:in|from|at|near|of|to) (?:the )?(?!(?:{_MONTHS_AND_DAYS}|I)\b)[A-Z][a-zà-ÿ]{{2,}}|"
    r"\bin (?:an?|the) (?:caravan|hostel|hotel|refuge|tent|bedsit|lorry|squat|boat|shed|flats)\b|"
    r"\b(?:at|from) the (?:petrol station|farm|pub|corner shop|chip shop|church|mosque|temple|gurdwara|allotments?|"
    r"docks)\b"
)
_HERITAGE = lazy_pattern(
    r"\b(?:[A-Z][a-z]+(?:ish|ese|ian|ean|ali|ani|aqi|eli|ari|an)|Somali|Kurdish|Afghan|Iraqi|"
    r"Pakistani|Bangladeshi|Greek|"
    r"Czech|French|Dutch|Thai|Roma|Traveller|Muslim|Jewish|Sikh|Hindu|Christian|Catholic|Arab|Black|Asian) "
    rf"(?:\w+ )?(?:{_PERSON})\b"
)
_WORK = lazy_pattern(
    r"\b(?:solicitor|lawyer|teacher|nurse|doctor|police officer|policeman|taxi driver|driver|"
    r"soldier|builder|plumber|cleaner|"
    r"accountant|councillor|chef|vicar|imam|footballer|shopkeeper|dealer|pastor|priest|farmer|butcher|postman|pilot|"
    r"barber|"
    r"works? (?:nights|days|shifts|as|at|for|in a)|runs (?:a|the) (?:shop|pub|farm|gym))\b",
    re.IGNORECASE,
)
_DONE = lazy_pattern(
    r"\b(?:hits?|hitting|beat(?:s|en)?|kick\w*|slaps?|slapped|bruis\w+|burn(?:t|ed)?|hid(?:es|den|"
    r"ing)?|wardrobe|locked|runs? away|ran away|"
    r"missing|stabb\w+|drugs?|cannabis|heroin|drunk|drinks|drinking|prison|arrested|removed|"
    r"rap(?:e|ed)|abus\w+|neglect\w*|"
    r"starv\w+|controls?|times her calls|threat\w+|assault\w*|overdos\w+|exploit\w*|knife|deport\w*|asylum|refugee|"
    r"evict\w*|hungry|trafficked|adopted|fostered|died|suicide|wets? the bed|excluded|separated|set fire|"
    r"jumped|bites?|gave notice|fire|raising (?:two|three|four|five)|strangl\w+|chok\w+|groom\w+|pregnant|sent back)\b",
    re.IGNORECASE,
)
_WHEN = lazy_pattern(r"\b(?:last \w+day|last night|last week|yesterday|on [A-Z][a-z]+day night)\b")
_FAMILYS = rf"\b(?:an?|the|this|that|one|two|three|four|five)(?: [\w'-]+){{0,2}}? (?:{_PERSON}),?"
_TOLD = lazy_pattern(
    rf"{_FAMILYS} (?:who|whom|that|with (?:an?|no|her|his|two|three|four|five|the (?!{_PERSON}\b)))\b", re.IGNORECASE
)
"""How the story of one of a family begins: 'the dad who', 'a mum with four'; a detail makes it a story."""
_WHOSE = lazy_pattern(rf"{_FAMILYS}(?: [^.;?]*)? whose\b", re.IGNORECASE)
STORY_DETAILS = 2
"""Details beside a person of a family from which words are somebody's story; one by itself may be anybody's."""


@dataclass(frozen=True, slots=True)
class ForbiddenContent:
    """Words that may not belong: of what *kind*, and which *words* say so."""

    kind: ContentKind
    words: str

    @property
    def notice(self) -> str:
        """What to say beside the line."""
        return {
            "health": f"“{self.words}” tells of somebody's health: it belongs in no record here.",
            "home": f"“{self.words}” tells how somebody is, or of their home: it belongs in no record here.",
            "name": f"“{self.words}” names somebody, or where somebody is known: no family is named here.",
            "story": f"“{self.words}” tells a family's story, and somebody could be known by it: write it without.",
        }[self.kind]


def forbidden_in(text: str, workers: Iterable[str] = ()) -> tuple[ForbiddenContent, ...]:
    """What in *text*, meant for a worker's record or a log without families, should not stand there; each kind once.

    Names of *workers* may stand there.
    """
    found = []
    plain = _WORK_SUPPORT.sub(lambda match: " " * len(match[0]), text.replace("’", "'"))
    for kind, pattern in (("health", _HEALTH), ("home", _HOME)):
        if (match := pattern.search(plain)) is not None:
            found.append(ForbiddenContent(kind, match[0].strip()))  # type: ignore[arg-type] # the two kinds of the table
    if (story := _story(plain)) is not None:
        found.append(story)
    if named := list(unknown_names_in(text, workers)):
        found.append(ForbiddenContent("name", ", ".join(named)))
    return tuple(found)


def _story(text: str) -> ForbiddenContent | None:
    """Words of one sentence that tell of a person of a family with details by which they could be known."""
    for sentence in re.split(r"(?<=[.!?;])\s+|\n", text):
        who = _WHO.search(sentence)
        if who is None:
            continue
        patterns = (_AGE, _PLACE, _HERITAGE, _WORK, _DONE, _WHEN, _WHOSE)
        details = [match[0].strip() for pattern in patterns if (match := pattern.search(sentence)) is not None]
        several = len(set(map(str.casefold, _WHO.findall(sentence)))) > 1
        begun = bool(details) and _TOLD.search(sentence) is not None
        if details and len(details) + several + begun >= STORY_DETAILS:
            return ForbiddenContent("story", ", ".join(dict.fromkeys([who[0], *details])))
    return None
