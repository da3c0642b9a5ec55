"""Words by which a clause is only said, wished or unsure, is an event, is over, or says nothing of a family."""

from __future__ import annotations

from supervision_tui.family.narrative.grammar.word_sets import word_set
from supervision_tui.lazy_pattern import lazy_pattern

SAYS = lazy_pattern(
    r"P(?P<who>\d+) (?:has |have |had )?(?P<verb>says?|said|tells|told|reports?|reported|claims?|claimed|states?|"
    r"stated|thinks?|thought|"
    r"believes?|believed|reckons?|feels?|felt|denies|denied|denying|mentioned|explained|disclosed|suggests?|"
    r"suspects?|alleges?|alleged|insists?|"
    r"swears|admits|admitted|described|hopes?|knows)(?: (?:us|me|that|school|staff|"
    r"(?:to )?P\d+ that|to us that))*(?= |$)"
)
UNSURE = word_set(
    "thinks think thought believes believe believed reckons reckon feels feel felt denies denied denying "
    "suspects suspect suggests alleges alleged hopes hope knows"
)
MODAL = lazy_pattern(
    r"\b(?:may|might|could|would|should|wants?|wanted|wishes|wish|hopes?|hoped|plans?|planned|planning|wanting|"
    r"hoping|if|maybe|perhaps|possibly|probably|"
    r"allegedly|reportedly|supposedly|apparently|seems?|appears?|supposed|going to|will(?! not)|unless|"
    r"whether|not sure|"
    r"unsure|unclear|can(?! be (?:[a-z]+ )?(?:violent|aggressive|abusive|controlling))|likely|expected|"
    r"considering|due to|about to|asked to|refuses|refused|tried|trying|threaten(?:s|ed) to|nearly|almost|pretend\w*|"
    r"rumou?r\w*|unknown if)\b(?! not stand)"
)
USED_TO = lazy_pattern(
    r"\bused to\b(?! (?:hit|beat|hurt|slap|punch|kick|strangle|abuse|assault|attack|be (?:very )?violent|shout|scream|"
    r"belittle|control|bully|threaten)\b)"
)
"""What is over and says no more; harm that is over is still told."""
PAST = lazy_pattern(
    r"P\d+ (?:was|were|had|has had|have had|went|came|got|lost|left|began|became|ran|took|broke|fell|found|gave|"
    r"grew|made|met|saw|"
    r"spent|told|had been|has been|have been|"
    r"attempted|served|[a-z]+ed)\b"
)
EVENTS = lazy_pattern(
    r"lost (?:his|her|their) job|(?:went|sent|gone|back) (?:in)?to prison|excluded|suspended|ran away|missing|"
    r"stroke|heart attack|taken into care|into care|grew up in care|"
    r"arrested|diagnosed|self-harm|overdose|sentenced|evicted|redundant|homeless|sectioned|hospitalised|accident|"
    r"crash|operation|relapsed|released|removed|"
    r"attempted|served|deported|bereaved|attacked|stabbed|burgled|crashed|started (?:school|nursery|college|work|"
    r"secondary)|left school"
)
OF_SEVERAL = word_set("are were have both all live go attend see get got do")
"""Verbs after "who" that are said of several."""
GREETINGS = word_set("hi hello hey hiya ok okay well so yes yeah right basically anyway thanks please")
"""What says nothing of a family where it stands by itself."""
OPENING = lazy_pattern(
    r"(?:this is|these are|here (?:is|are)|it is)(?: all)? (?:about |the family of |a referral for |the story of )?"
    r"P\d+(?: 's (?:family|story|situation|case|referral))?|"
    r"P?\d*(?:i|we) (?:want|would like|need|wanted|am going|are going|have come) to (?:talk|speak|think|tell you|bring)"
    r"(?: about)? P\d+(?: 's family)?|(?:my|our|the) (?:case|family) (?:today )?is P\d+(?: 's family)?"
)
"""How a telling begins: whose family it is, and nothing of it yet."""
OF_ANOTHER_TIME = lazy_pattern(r"(?:since|after|before|when|following|because of|despite|until) ")
"""Last parts of a clause whose times are not its own: "back together after splitting up in the spring"."""
