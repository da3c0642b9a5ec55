"""Numbers that identify somebody and ways to reach them, by the label of a field or the shape of its value.

Other programs let people make fields of their own ("NHS number", ``X_PHONE``, "Key worker's mobile"). What such a field
holds must not come in as a note, whatever the format. Sources: the NHS number with its check digit (NHS Data
Dictionary), the National Insurance number (HMRC manual NIM39110), telephone numbers as Ofcom gives them out.
"""

from __future__ import annotations

import re

from supervision_tui.family.formats.report import TopicId
from supervision_tui.lazy_pattern import lazy_pattern

FEWEST_DIGITS = 5
"""Digits from which a value below a label such as "case number" is a number that identifies somebody."""
_NUMBER = lazy_pattern(
    r"\b(?:nhs|chi|ni|nino|national insurance|social security|ssn|passport|driving licen[cs]e|upn|uln|utr|prison"
    r"|hospital|patient|pupil|client|case|record|account|reference|ref|identification|identity|id|mosaic|liquidlogic)"
    r"\b([\w ]*?\b(?:number|no|nr|num|id|ref|reference|code))?$|\bsort (code)$"
)
_WORD = lazy_pattern(r"[^\W\d_]{4}")
_CONTACT = lazy_pattern(
    r"\b(?:e mail|email|mail|phone|telephone|tel|mobile|cell|fax|address|street|postcode|post code|zip|website|web"
    r"|url|skype|whatsapp|facebook|instagram|twitter|snapchat|tiktok|telegram)"
    r"(?: (?:number|no|nr|address|page|account|name|id|home|work|private|\d))*$"
)
_TELEPHONE = lazy_pattern(r"(?:tel\.?:? ?)?(?:\+?44[ -]?(?:\(0\))?|\(?0)(?:[ ()-]*\d){9,10}", re.IGNORECASE)
_REACHED = lazy_pattern(r"[^@\s]+@[^@\s]+\.[a-z]{2,}|(?:https?://|www\.)\S+", re.IGNORECASE)
_INSURANCE = lazy_pattern(r"[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z] ?\d\d ?\d\d ?\d\d ?[A-D]", re.IGNORECASE)
_NHS = lazy_pattern(r"\d{3}([ -]?)\d{3}\1\d{4}")
_CHECK = 11


def identifying_field(label: str, value: str) -> TopicId | None:
    """What a field gives away of somebody: ``"numbers"``, ``"contacts"``, or nothing.

    Args:
        label: what the file calls the field, in any spelling (``X_NHS_NUMBER``, ``mobilePhone``).
        value: what the field says; a number under a word such as "case number" has at least five digits.
    """
    words, plain = _words(label), " ".join(value.split())
    if _CONTACT.search(words) or _TELEPHONE.fullmatch(plain) or _REACHED.fullmatch(plain):
        return "contacts"
    return "numbers" if _numbered(words, plain) or _INSURANCE.fullmatch(plain) or _is_nhs_number(plain) else None


def _numbered(label: str, value: str) -> bool:
    """Whether *label* speaks of a number and *value* has one; "hospital: Leeds, ward 12, 2019" has none."""
    match = _NUMBER.search(label)
    if match is None or sum(char.isdigit() for char in value) < FEWEST_DIGITS:
        return False
    return match.lastindex is not None or _WORD.search(value) is None


def _words(label: str) -> str:
    """A label as plain words: ``mobilePhone`` is ``mobile phone``."""
    parted = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", label)
    return " ".join(re.findall(r"[a-z]+|\d+", parted.casefold().replace("'s", "")))


def _is_nhs_number(value: str) -> bool:
    """Whether *value* is ten digits whose last one checks the others, modulo eleven."""
    if _NHS.fullmatch(value) is None:
        return False
    digits = [int(char) for char in value if char.isdigit()]
    total = sum(digit * weight for digit, weight in zip(digits, range(10, 1, -1), strict=False))
    return (_CHECK - total % _CHECK) % _CHECK == digits[-1]


LEFT_OUT: dict[TopicId, str] = {
    "numbers": "left out: a number that identifies {}.",
    "contacts": "left out: an address, telephone number or the like of {}.",
}
"""What the report says of such a field; the number and the address are not repeated."""
