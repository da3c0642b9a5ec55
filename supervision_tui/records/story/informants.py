"""Who told us something, where whoever harms may read it: their name must not reach them by a paper.

Rules over plain English. What is looked at is told to the one who writes; what no rule knows, they read before it goes.
Source: content specification 7.2 (who told us; what must not reach somebody yet) and 3.6 (is it safe to write this?).
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from supervision_tui.lazy_pattern import lazy_pattern
from supervision_tui.records.story.reading import split_source
from supervision_tui.text_folding import fold

_TITLED = r"(?:Ms|Mrs|Mr|Miss|Mx|Dr|Prof|Nurse|Sister|PC|DC|Sgt|Rev|Coach|Auntie|Aunty|Uncle|Nan)\.? [A-Z][\w'’-]+"
_NAMED = r"[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)*"
_ROLE = (
    r"(?:(?:[Tt]he|[Aa]n?|[Hh]is|[Hh]er|[Tt]heir|[Oo]ur|[Oo]ne|[A-Z]\w+['’]s) )?(?:\w+ )?"
    r"(?:[Tt]eacher|[Nn]eighbour|[Ll]andlord|[Ll]andlady|[Cc]aller|[Cc]hildminder|[Ff]riend|[Hh]ead ?teacher|[Tt]utor|"
    r"[Ss]enco|SENCO|[Dd]inner lady|[Cc]oach|[Kk]eyworker|[Kk]ey worker|[Nn]ursery nurse|[Ss]chool nurse|[Cc]olleague|"
    r"[Mm]um|[Mm]other|[Dd]ad|[Ff]ather|[Nn]an|[Gg]ran|[Gg]randma|[Gg]randad|[Aa]unt|[Aa]untie|[Uu]ncle|[Ss]ister|"
    r"[Bb]rother|[Cc]ousin|[Pp]artner|[Mm]anager|[Ll]ollipop lady|[Cc]aretaker|[Pp]astor|[Ii]mam|[Vv]icar|[Pp]riest|"
    r"[Aa]nonymous)"
)
_ANYBODY = lazy_pattern(rf"{_TITLED}|{_ROLE}|{_NAMED}")
_WHO = rf"(?P<who>{_TITLED}|{_ROLE}|{_NAMED})"
_TELLS = (
    r"(?:said|says|told|tells|seen|reported|reports|rang|rings|phoned|phones|called (?:us|in|the)|emailed|texted|"
    r"wrote|writes|noticed|notices|saw|sees|heard|hears|mentioned|disclosed|shared|described|describes|explained|observed|raised|referred|"
    r"thinks|thought|confirmed|found|witnessed|contacted|let (?:us|me|the school) know|"
    r"(?:is|was|has been|feels|felt) (?:also |very |really )?(?:worried|concerned|uneasy))"
)
_TELLING = lazy_pattern(
    rf"(?:^|(?<=[.;:,(“\n] ))\s*{_WHO}(?: \([^()]*\))?(?:, [^,.:;]{{2,40}},?)?(?::\s|\s[-–—]\s)|"
    rf"\b(?P<teller>{_TITLED}|{_ROLE}|{_NAMED})(?: \([^()]*\)|, [^,.:;]{{2,40}},)? "
    rf"(?:then |also |once |only |just |has |had |later |who )*{_TELLS}\b|"
    rf"\b(?:[Aa]ccording to|[Aa]s told by|(?:[Tt]old|[Rr]eported|[Ss]aid|[Ss]een|[Nn]oticed|[Hh]eard|"
    rf"[Rr]aised|[Rr]eferred|[Ss]hared|[Dd]isclosed|[Oo]bserved|"
    rf"[Pp]assed on|[Ff]lagged|[Ww]itnessed)(?: to \w+| on)? (?:by|from)|"
    rf"(?:[Hh]eard|[Ll]earn(?:ed|t)|[Kk]now|[Cc]alls?|[Rr]eports?|[Rr]eferral|[Mm]essage|[Ee]mail|[Nn]ote|[Ll]etter|"
    rf"[Ii]nformation|[Ww]orry|[Cc]oncerns?) from) (?P<by>{_TITLED}|{_ROLE}|{_NAMED})",
    re.MULTILINE,
)
_TITLE = lazy_pattern(r"\b(?:ms|mrs|mr|miss|mx|dr|prof|pc|dc|sgt|rev)\b\.? (?P<name>[^\W\d_][\w'’-]*)", re.IGNORECASE)
"""Somebody outside the family, by title: a teacher, a doctor, the woman next door."""
_PRIVATE = lazy_pattern(r"\b(?:neighbours?|anonymous\w*|caller|member of the public|lollipop lady|landlord|landlady)\b")
"""Private people who tell of a family in confidence, in whatever family."""
_LABELS = frozenset(
    {
        "said", "seen", "alone", "voice", "fact", "worry", "last", "because", "considered", "decided", "told", "done",
        "part", "not", "no", "never", "family", "note", "how", "who", "when", "what", "why", "where", "by", "so",
        "yes", "question", "strength", "strengths", "idea", "and", "but", "then", "he", "she", "they", "we", "it",
        "this", "that", "there", "his", "information", "her", "their", "our", "i", "nobody", "somebody", "everybody",
        "everyone", "school", "nursery", "home", "number", "scale", "source", "reported", "observed", "record",
        "referral", "outcome", "decision", "step", "next", "plan", "important", "the", "a", "an", "in", "on", "at",
        "since", "after", "before", "from", "for", "with", "difference", "added", "parents", "children", "child",
    }
)  # fmt: skip
"""Words that stand before a colon, or at the beginning of a sentence, and are nobody's name."""
_OPEN = frozenset(
    {
        "seen", "said", "told", "reported", "assumed", "observed", "by", "us", "we", "record", "noted", "not",
        "social", "worker", "workers", "own", "our", "the", "a", "an", "and", "on", "at", "in", "of", "to", "around",
        "about", "visit", "home", "school", "nursery", "day", "week", "since", "before", "after", "early",
        "late", "spring", "summer", "autumn", "winter", "monday", "tuesday", "wednesday", "thursday", "friday",
        "saturday", "sunday", "january", "february", "march", "april", "may", "june", "july", "august", "september",
        "october", "november", "december", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sept", "sep", "oct",
        "nov", "dec", "known", "someone", "somebody", "directly", "call", "phone", "meeting", "team", "everybody",
        "years", "year", "month", "months", "times", "time", "st", "nd", "rd", "th", "yesterday", "today", "last",
        "mon", "tue", "tues", "wed", "thu", "thurs", "fri", "sat", "sun",
    }
)  # fmt: skip
"""Words of a source that tell nobody: days, how it is known, the work itself."""
_PLACES = frozenset(
    {
        "road", "street", "lane", "avenue", "primary", "academy", "park", "hall", "library", "club", "church",
        "centre", "house", "school",
    }
)  # fmt: skip
"""Words of a place: what stands in brackets is then where something happened."""
_LABELLED = lazy_pattern(r"^(?:Who told us|How we know|As seen by): (?P<source>.+)$", re.MULTILINE)
_WORD = lazy_pattern(r"[^\W\d_]+")


def informant_in(text: str, known: Iterable[str] = ()) -> str:
    """Whom *text* names as the one who told, saw or reported it; "" for nobody.

    Args:
        text: a line, with its source in brackets or before a colon where it has one.
        known: names whose telling may be read: of those who do the work, of the reader.
    """
    known = tuple(known)
    names = _words(known)
    words, source = split_source(text)
    if source and (named := _named_in_brackets(source, names)):
        return named
    if (labelled := _LABELLED.search(words)) and names_source(labelled["source"], known):
        return labelled["source"].strip()
    for match in _TELLING.finditer(words):
        who = match["who"] or match["teller"] or match["by"]
        name_words = [word for word in (fold(part) for part in _WORD.findall(who)) if word not in _LABELS]
        topic = (
            match["who"] is not None and len(name_words) == 1 and name_words[0].endswith("ing")
        )  # "Swimming: weekly"
        if name_words and not topic and not set(name_words) <= names | _OPEN:
            return str(who).strip()
    titled = (match for match in _TITLE.finditer(words) if fold(match["name"]) not in names)
    return next((match[0] for match in titled), "")


def names_source(source: str, known: Iterable[str] = ()) -> bool:
    """Whether *source*, the words for who told us, names or describes anybody but those *known*, or the work itself."""
    return not {fold(word) for word in _WORD.findall(source)} <= _words(known) | _OPEN


def is_private_source(text: str) -> bool:
    """Whether *text* tells of somebody who told us in confidence: a neighbour, a caller without a name."""
    return _PRIVATE.search(fold(text)) is not None


def _named_in_brackets(source: str, names: set[str]) -> str:
    """The name or role that stands in the brackets at the end of a line; a place, a number or a day is none."""
    for match in _ANYBODY.finditer(source):
        name_words = {fold(word) for word in _WORD.findall(match[0])}
        if name_words - names - _OPEN - _LABELS and not name_words & _PLACES:
            return match[0].strip()
    return ""


def _words(names: Iterable[str]) -> set[str]:
    return {fold(word) for name in names for word in _WORD.findall(name)}
