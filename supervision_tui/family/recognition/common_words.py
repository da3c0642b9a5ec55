"""Common English words, and words that go with names: what tells a name from a word of every day."""

from __future__ import annotations

from functools import cache, lru_cache
from pathlib import Path


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


KIN = _words(
    "mum mummy mam mother dad daddy father nan nana nanny gran granny grandma grandad grandpa grandfather "
    "grandmother aunt auntie aunty uncle cousin sister brother stepdad stepmum stepfather stepmother "
    "godmother godfather"
)
"""Words for kin. With a name after them they are titles; alone they name nobody."""
TITLES = KIN | _words(
    "mr mrs ms miss mx dr sir lady lord master mister madam prof professor rev pastor imam sheikh pc dc ps "
    "sgt headteacher teacher nurse social-worker baby little big old young"
)
"""Words before a name that make a name of what follows."""
NOBODY = KIN | _words(
    "baby babies twin twins child children boy girl boys girls man woman men women person people unknown not "
    "known unborn expected several friend friends partner ex neighbour worker foster carer the a an of and or "
    "family his her their first second third older younger eldest youngest half step birth adoptive adopted "
    "died nee born formerly now also aka called as s"
)
"""Words that stand in the place of a name and name nobody by themselves."""
SHORT_NAMES = _words("a an as or of known not")
"""Words of :data:`NOBODY` that are names too, where they have a capital."""
PARTICLES = _words(
    "al el bin bint ibn abu umm abd van von der den de da di do dos das du la le mac mc st san ap ab ben o e y"
)
"""Parts of names that are no name by themselves."""
OF_A_FAMILY = _words(
    "family families household home house flat children kids boys girls brothers sisters siblings twins "
    "parents grandparents clan lot case file"
)
"""Words after a surname that make a family of it."""
DOES = _words(
    "said says told tells asked asks saw sees hit hits came comes went goes rang rings cried cries smiled "
    "smiles shouted shouts thinks thought feels felt lives lived moved stays stayed sleeps slept wants wanted "
    "likes liked loves loved hates hated knows knew has had is was isn't wasn't does did doesn't didn't will "
    "would and or who whose looked looks seemed seems drew draws wrote writes spoke speaks talked talks "
    "played plays heard hears made makes took takes got gets gave gives left leaves kept keeps called calls "
    "refused refuses agreed agrees needs needed worries worried visited visits attended attends denied denies "
    "reported reports disclosed discloses started stopped began"
)
"""Words that somebody's name stands before."""
ACTS = DOES - _words(
    "had has is was isn't wasn't does did doesn't didn't will would and or who whose looked looks seemed seems made "
    "makes left leaves needed needs lives got gets kept keeps played plays called calls started stopped began took "
    "takes"
)
"""Those of them that only somebody can do, so that a word before them in small letters may be a name."""
BEFORE_A_NAME = _words(
    "with to from by for about of and or met saw see told asked rang called hit at than like between because "
    "that when while if whether against without near beside behind loves hates misses helps"
)
"""Words that somebody's name stands after, and no name of a month does."""
BEFORE_A_MONTH = _words(
    "in on by since until till from last next this early mid late of every during before after end start beginning"
)
AFTER_ASKING = _words("asked met rang phoned texted visited told called")
"""Words after which a word that is a name of this family is one, though it is a word of every day too."""
ABBREVIATIONS = _words(
    "ac aa ad adhd ai am pm aob asap asd asye bbc bst cc cd ce cgl ch ci cin cj cla co cp cpn cpp cps cv cy da dass "
    "db dbs dc dfe dj dna dob dr dv dwp ea ed eet eh eg ie ehcp er eu faq fao fc fe fg fgc fii fm fsw ft fyi gcse "
    "gp ha hb hc hm hmp hr hv id idva ii iii iv vi ict io iro it iq iva ks la lac lado lgbt lo ma mh mi mp ms mot "
    "mr na nb ndtms nfa nhs ni no np ns nspcc od ofsted ok ot pa pc pe pep pcso phd pip plo pm po ppe pr pru ps psw "
    "pt pto qa qr re rsvp sa sc sds se sen send sencos sgo sld slt sms sn so sop sow ss st std sw ta tac taf td tel "
    "tv uasc uc uk un us usa vat vc vip vs wc wd wi wifi wt yot yjs yoi mb gb kb tb km kg cm mm ml csv xml pdf svg "
    "png html json yaml dot url usb ram rom cpu os fr mc cr sr jr"
)
"""Abbreviations of the work and of every day, which are nobody's initials."""
BEFORE_A_CODE = _words("form code section version part stage year class group type level lens set format family")
"""Words after which capitals are a code, not somebody."""
CALENDAR = _words(
    "january february march april may june july august september october november december monday tuesday "
    "wednesday thursday friday saturday sunday summer autumn winter spring easter noel"
)
"""Words of the calendar, some of which are names."""
AFTER_WILL = _words(
    "i you he she it we they there this that these those the a an my your his her its our their anyone "
    "anybody someone somebody everyone everybody all any some both either who what not"
)
"""Words after which "Will" or "May" at the beginning asks a question."""


@cache
def common_words() -> frozenset[str]:
    """Common English words, in small letters; the file says where they are from."""
    text = Path(__file__).with_name("common_words.txt").read_text(encoding="utf-8")
    return frozenset(word for line in text.splitlines() if not line.startswith("#") for word in line.split())


_ENDINGS = (("s", 3), ("es", 4), ("ed", 4), ("ing", 4), ("ly", 4))
"""Endings of words, each with the letters of the shortest stem to which it is added."""


@lru_cache(maxsize=50_000)
def is_common(word: str) -> bool:
    """Whether the folded *word*, or what it is a form of, is a word of every day."""
    known = common_words()
    if word in known:
        return True
    stems = (
        word.removesuffix(ending)
        for ending, least in _ENDINGS
        if word.endswith(ending) and len(word) >= least + len(ending)
    )
    return not word.endswith("ss") and any(stem in known or f"{stem}e" in known for stem in stems)
