"""Names of people and places that are in no notebook, known by what stands beside them.

"Her mum Denise", "Jayden's nan", "a boy called Kyle", "Ms Kaur", "Oakfield Academy", "12 Larch Road": a worker's
record and a pod's log hold none of them. A first name by itself tells nobody which words are names; those of the
notebook's own families are found by :mod:`supervision_tui.family.recognition`. Source: content specification 7.2.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from supervision_tui.family.recognition import name_tokens
from supervision_tui.lazy_pattern import lazy_pattern

_KIN = (
    r"mum|mam|mummy|mother|dad|daddy|father|nan|nana|nanny|gran|granny|grandma|grandmother|grandad|granddad|grandfather|"
    r"auntie|aunty|aunt|uncle|brother|sister|son|daughter|cousin|niece|nephew|twin|step-?(?:mum|dad|mother|father|"
    r"son|daughter|brother|sister)|half-?(?:brother|sister)|partner|husband|wife|boyfriend|girlfriend|ex|godmother|godfather"
)
_SMALL = (
    r"boy|girl|child|baby|toddler|teenager|lad|lass|carer|foster carer|neighbour|young person|young man|young woman"
)
_NAME = r"(?:[A-Z]')?[A-Z][a-zà-ÿ]+(?:[-'][A-Z]?[a-zà-ÿ]{2,})*"
_TITLED = rf"(?:(?:Mr|Mrs|Ms|Miss|Mx|Dr)\.? )?{_NAME}"
_BESIDE = lazy_pattern(
    rf"\b(?:{_KIN}|{_SMALL}),? \(?({_TITLED})\b|"
    rf"\b(?:Mum|Mam|Dad|Nan|Nana|Gran|Granny|Grandad|Auntie|Aunty|Aunt|Uncle|Baby|Stepdad|Stepmum) ({_NAME})\b|"
    rf"\b({_NAME})'s (?:(?:own|new|older|younger|little|big|late) )?(?:{_KIN})\b|"
    rf"\b({_NAME}), (?:the|a|an|his|her|their|who is the) (?:\w+ )?(?:{_KIN}|{_SMALL})\b|"
    rf"\b(?:{_KIN}|{_SMALL}|family|man|woman|couple)(?: \w+)? (?:called|named|by the name of) ({_NAME})\b|"
    rf"\b(?:Mr|Mrs|Ms|Miss|Mx|Dr|PC|DC|Sgt|Judge|Nurse|Imam|Rev|Reverend)\.? ({_NAME})\b|"
    rf"\bthe ({_NAME}s?) (?:family|children|kids|brothers|sisters|twins|household)\b"
)
_SCHOOL = (
    r"(?:Primary|Infants?'?|Juniors?|Secondary|Grammar|Comprehensive|High|Academy|College|Nursery|Preschool|School|"
    r"Sixth Form|Special School|Children's Centre|Family Centre|Surgery|Medical Centre|Refuge)"
)
_STREET = r"(?:Road|Rd|Street|Lane|Close|Avenue|Drive|Crescent|Terrace|Grove|Mews|Gardens|[Ee]state)"
_STREET_BY_NUMBER = r"(?:Way|Court|Place|Square|Row|Walk|Hill|Rise|View|Park|Green|House|St|Ave)"
_PLACES = lazy_pattern(
    rf"\b({_NAME}(?: {_NAME})?'?s? {_SCHOOL})\b|"
    r"\b(St\.? [A-Z][a-z]+(?:'?s)?)(?= (?:[A-Z]|school|rang|nursery|primary)|[,.;]|$)|"
    rf"\b(?:\d{{1,4}}[a-z]?,? )?({_NAME}(?: {_NAME})? {_STREET})\b|"
    rf"\b(\d{{1,4}}[a-z]?,? {_NAME}(?: {_NAME})? {_STREET_BY_NUMBER})\b|"
    r"\b([Ff]lat \d{1,4}[a-z]?)\b|\b([A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2})\b"
)
_NO_NAME_WORDS = """
    the a an at in on of our my your his her their this that these those every each some any no from for with
    and or but when what why how who where which if as so then there here today tomorrow yesterday nobody
    somebody everybody everyone someone anybody anyone other another children women men people families parents
    mums dads one i we you he she they it let monday tuesday wednesday thursday friday saturday sunday january
    february march april may june july august september october november december christmas easter ramadan
    diwali eid english welsh scottish irish british child family foster social safeguarding protection young
    youth care adult early crown county magistrates supreme mental group unit team local public private primary
    secondary senior high nursery infant junior special mainstream boarding after before during sure signs safe
    working together home virtual new old first next last same mother father mum dad mam nan gran brother sister
    teacher worker manager supervisor student is was has had does did steps matters can could will would should
    might must do not also only very both all most many few several
"""
_NO_NAMES = frozenset(_NO_NAME_WORDS.split())
"""Words that may begin with a capital and name nobody, and no school."""


def unknown_names_in(text: str, workers: Iterable[str] = ()) -> Iterator[str]:
    """The words of *text* that name somebody or some place by what stands beside them, in the order of the text.

    Names of *workers* are none of them.
    """
    known = frozenset(word for name in workers for word in name_tokens(name))
    plain = text.replace("’", "'")
    found = [
        (match.start(), match[0].strip(" ,").replace("(", ""))
        for pattern in (_BESIDE, _PLACES)
        for match in pattern.finditer(plain)
        if _is_a_name(next(filter(None, match.groups()), ""), known)
    ]
    yield from dict.fromkeys(words for _, words in sorted(found))


def _is_a_name(words: str, workers: frozenset[str]) -> bool:
    first = words.split(" ", 1)[0].casefold().removesuffix("'s")
    return bool(words) and first not in _NO_NAMES and not workers.issuperset(name_tokens(words))
