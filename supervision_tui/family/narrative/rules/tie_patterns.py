"""Words between two people that say how they are with one another, each with its tie; also how contact is told.

After the catalogue of ties (genograms.md 4.6) and the words that people use for each.
"""

from __future__ import annotations

_BE = r"(?:is|are|was|were|has been|have been|had been)"

TIES: tuple[tuple[str, str, bool], ...] = (
    # words between two people, the tie, whether "P and P" alone says it too
    (rf"{_BE} (?:very|really|extremely|so|incredibly|especially|particularly) close(?: to| with)?", "very_close", True),
    (rf"{_BE} (?:quite |fairly )?close(?: to| with)?", "close", True),
    (
        r"(?:has|have) a (?:very |really )?(?:strong|close|good|lovely|special) (?:bond|relationship) with",
        "close",
        False,
    ),
    (rf"{_BE} best friends(?: with)?|{_BE} inseparable(?: from)?|(?:is|are) thick as thieves", "very_close", True),
    (
        (
            r"(?:has|have) stopped (?:speaking|talking)(?: to| with)?|(?:does|do|did|has|have|is|are|will) not "
            r"(?:speak|spoken|speaking|talk|talked|talking)(?: to| "
            r"with)?(?: each other| one another| anymore| any more)?"
        ),
        "cut_off",
        True,
    ),
    (
        r"(?:never|no longer) (?:speaks?|spoken?|talks?)(?: to| with)?|(?:has|have) never spoken(?: to)?",
        "cut_off",
        True,
    ),
    (
        (
            r"(?:is|are) not on speaking terms(?: with)?|(?:is|are) (?:estranged|cut off)(?: from)?|cut (?:off "
            r")?contact with|cut off"
        ),
        "cut_off",
        True,
    ),
    (
        (
            r"(?:does|do) not have (?:any )?contact(?: with)?|"
            r"(?:has|have) (?:no|not had any|not had|had no|broken off|lost) contact(?: with)?|(?:is|are) not in "
            r"(?:touch|contact)(?: with)?|"
            r"(?:is|are) no longer in (?:touch|contact)(?: with)?|(?:has|have) (?:no )?not seen|does not see|do not "
            r"see|(?:has|have) lost touch(?: with)?|lost touch(?: with)?"
        ),
        "cut_off",
        True,
    ),
    (r"(?:has|have) (?:nothing to do|cut all ties|cut ties|severed ties) with", "cut_off", False),
    (r"(?:has|have) (?:never|not) met", "never_met", True),
    (r"(?:really )?likes?|(?:is|are) (?:very |really )?fond of", "harmony", False),
    (r"(?:is|are) (?:very |really )?(?:attached|devoted) to", "close", False),
    (
        (
            r"(?:get|gets|got|getting) (?:on|along)(?: very| really| so)?(?: well| great| brilliantly)?(?: with)?(?: "
            r"each other)?|(?:is|are) (?:on )?good (?:friends|terms)(?: with)?"
        ),
        "harmony",
        True,
    ),
    (
        (
            r"(?:does|do|did) not (?:get|really get) (?:on|along)(?: well| at all)?(?: with)?(?: each other)?|(?:do|"
            r"does) not see eye to eye(?: with)?"
        ),
        "conflict",
        True,
    ),
    (
        (
            r"(?:has |have )?(?:argue|argues|argued|row|rows|rowed|fight|fights|fought|clash|clashes|clashed|"
            r"bicker|bickers|quarrel|"
            r"quarrels)(?: constantly| badly)?(?: with)?(?: each other)?(?: constantly)?|"
            r"(?:is|are) (?:arguing|fighting|in conflict|at loggerheads)(?: with)?|(?:has|have) fallen out(?: with)?|"
            r"fell out(?: badly)?(?: with)?|(?:is|are) at war(?: with)?"
        ),
        "conflict",
        True,
    ),
    (r"(?:does|do|did) not trust", "distrust", False),
    (r"distrusts?|mistrusts?", "distrust", False),
    (r"hates?|can not stand|(?:does|do) not like|dislikes?", "hate", False),
    (r"loves?(?: very much)?|dotes? on", "love", False),
    (r"adores?|looks? up to|idolises?|idolizes?|admires?|worships?", "admires", False),
    (rf"{_BE} (?:jealous|envious) of|resents?", "jealous", False),
    (
        (
            rf"{_BE} (?:distant|not close)(?: from| with| to)?|(?:has|have) (?:drifted apart|grown apart)(?: from)?|"
            rf"drifted apart(?: from)?|{_BE} not (?:very |really |that )?close(?: to)?|(?:has|have) never been "
            rf"(?:very |really |that )?close(?: to)?|(?:was|were) never close(?: to)?"
        ),
        "distant",
        True,
    ),
    (
        (
            r"(?:looks?|looked|looking|is looking|are looking) after|cares? for|"
            r"(?:has|have) been (?:looking after|caring for)|(?:(?:has|have) )?cared for|"
            r"(?:is|are) caring for|"
            r"babysits?(?: for)?|minds|takes? care of|"
            r"(?:is|are) (?:a|the|his|her|their) (?:main |young )?carer (?:for|of)|helps? (?:look|to look) after|"
            r"helps? (?:to )?care for|"
            r"helps? (?:out )?with"
        ),
        "caretaker",
        False,
    ),
    (r"(?:helps?|supports?)", "caretaker", False),
    (
        (
            r"(?:have|has) made (?:up|it up)(?: with)?|made (?:up|it up)(?: with)?|(?:is|are) back in touch(?: "
            r"with)?|(?:is|are) speaking again|(?:is|are) reconciled(?: with)?"
        ),
        "cut_off_repaired",
        True,
    ),
    (
        (
            r"(?:has|have|had) (?:a |an )?(?:[a-z]+ )?history of (?:physical |domestic )?(?:violence|abuse|assaults?) "
            r"(?:to|towards|against)|"
            r"hits?|(?:has|had) (?:hit|beaten|hurt|slapped|punched|kicked|assaulted|attacked|strangled|abused)|beats?|"
            r"hurts?|slap(?:s|ped)|punche[sd]|kick(?:s|ed)|assaulted|attacked|strangled|(?:is|was|has been|had been|"
            r"used to be|can be|could be) "
            r"(?:very |extremely |physically |often )*(?:violent|abusive|aggressive) (?:to|towards|toward|"
            r"with)|"
            r"(?:physically )?abused?|used to (?:hit|beat|hurt|slap|punch|kick|strangle|abuse|assault|attack)|beat up"
        ),
        "physical_abuse",
        False,
    ),
    (
        (
            r"(?:used to )?(?:shouts?|shouted|screams?|screamed) at|(?:used to )?belittle[sd]?|puts? down|"
            r"(?:is|was|has been) (?:emotionally|verbally) abusive (?:to|towards)"
        ),
        "emotional_abuse",
        False,
    ),
    (
        (
            r"(?:used to )?(?:coercively )?control(?:s|led)?|(?:is|was|has been|had been) (?:very |extremely "
            r")?controlling (?:of|towards|with)|threatens|(?:used to )?threaten(?:ed)?"
        ),
        "coercive_control",
        False,
    ),
    (r"bullies|bullied|used to bully|(?:is|are|was|were) bullying", "bullying", False),
    (r"neglects?|neglected", "physical_neglect", False),
    (r"sexually abused|sexually assaulted|molested|raped", "sexual_abuse", False),
    (r"exploits?|groomed|(?:is|was) grooming", "exploitation", False),
    (r"manipulates?", "manipulation", False),
    (r"worries about|(?:is|are) worried about", "focused_on", False),
)
SEES = (
    r"(?:sees?|saw|(?:has|have) seen|goes to(?: stay with)?|go to|visits?|(?:is|are) in (?:touch|contact) with|"
    r"(?:has|have) (?:regular |weekly |supervised |indirect |direct |letterbox )?contact with|speaks? to|talks? to|"
    r"phones?|rings?|calls|texts?|writes? to|facetimes|goes to see|picks? up|collects?|pops? (?:in|round|over)(?: "
    r"to see| on| to)?|comes? (?:to see|round to see)|"
    r"drops? in on|stays? over (?:at|with)|goes? round to|takes? out|messages|emails?|(?:has|have) (?:him|her|"
    r"them)|spends?(?: time| the day| the weekend| weekends| (?:the |school )?holidays)? "
    r"(?:with|at)|keeps? in touch with)"
)
