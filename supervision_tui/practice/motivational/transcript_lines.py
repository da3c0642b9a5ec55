"""Lines of a transcript as people have them: labels, times, numbers, notes in brackets, captions of a recording.

What is before a label (a time, a number, a mark of Markdown) and notes beside it ("(crying)") are taken off; captions
are read as WebVTT (W3C 2019), SubRip and Microsoft Teams write them. Who a label stands for is not decided here.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from supervision_tui.lazy_pattern import lazy_pattern

_TIME = r"\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?:[.,]\d{1,3})?"
_CUE = lazy_pattern(rf"\s*(?:{_TIME}|\d+)\s*(?:-->\s*{_TIME}.*)?\Z")
"""A line of captions with no words: a time, two times with an arrow, a number."""
_HEADER = lazy_pattern(r"\s*(?:WEBVTT|NOTE|STYLE|REGION)(?:\s.*)?\Z")
_BEFORE = lazy_pattern(rf"\s*(?:>+\s*|[-*•]\s+|#?\d{{1,4}}[.)]\s+|[\[(]?{_TIME}[\])]?\s*(?:[-–—|,]\s*)?)*")
_VOICE = lazy_pattern(r"<v(?:\.[^\s>]*)?\s+(?P<who>[^>]{1,60})>(?P<words>.*?)(?:</v>)?\s*\Z")
_STRONG = lazy_pattern(r"\A([*_]{1,2})(.{1,60}?)\1")
"""A label set in bold or italics, as Markdown writes it."""
_TAG = lazy_pattern(r"</?[a-z][^>]{0,40}>")
_BESIDE = r"(?:\s*[\[(](?P<beside>[^\])]{1,40})[\])])?"
_LABEL = lazy_pattern(rf"(?P<who>[^\W\d_][\w'’. -]{{0,30}}?){_BESIDE}\s*(?:{_TIME}\s*)?:\s*(?P<words>.*)\Z")
_DASHED = lazy_pattern(rf"(?P<who>[^\W\d_][\w'’. -]{{0,30}}?){_BESIDE}\s+[-–—]\s+(?P<words>.*)\Z")
_ALONE = lazy_pattern(rf"(?P<who>[^\W\d_][\w'’. -]{{0,40}}?){_BESIDE}(?:\s{{2,}}|\t){_TIME}\s*\Z")
"""Teams: a name, a gap, a time; the words are on the lines below."""
_NUMBERED = lazy_pattern(r"\s*\d{1,2}\Z")


@dataclass(frozen=True, slots=True)
class SpokenLine:
    """A line with its number in the file, the label it begins with (empty: none), a note beside it, its words."""

    number: int
    label: str
    beside: str
    words: str


def spoken_lines(text: str, known: frozenset[str]) -> Iterator[SpokenLine]:
    """Lines of *text* that hold words or a label; *known* labels (small letters) may also be followed by a dash."""
    captions = text.lstrip("\ufeff \n").startswith("WEBVTT") or "-->" in text
    for number, raw in enumerate(text.splitlines(), 1):
        if not raw.strip() or (captions and (_CUE.match(raw) or _HEADER.match(raw))):
            continue
        yield _spoken(number, raw, known)


def _spoken(number: int, raw: str, known: frozenset[str]) -> SpokenLine:
    if alone := _ALONE.match(raw.strip()):
        return SpokenLine(number, alone["who"].strip(), alone["beside"] or "", "")
    line = _STRONG.sub(r"\2", raw[match.end() :] if (match := _BEFORE.match(raw)) else raw)
    voice = _VOICE.match(line)
    found = voice or _LABEL.match(line)
    dashed = None if found else _DASHED.match(line)
    if dashed and bare_label(dashed["who"]) in known:
        found = dashed
    if found is None:
        return SpokenLine(number, "", "", _TAG.sub("", raw.strip()))
    groups = found.groupdict()
    return SpokenLine(number, groups["who"].strip(), groups.get("beside") or "", _TAG.sub("", groups["words"].strip()))


def bare_label(label: str) -> str:
    """*label* in small letters, without a number behind it ("Mum 1" is "mum")."""
    return " ".join(_NUMBERED.sub("", label).replace("’", "'").casefold().split())
