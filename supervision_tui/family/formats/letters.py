"""The letters of a text file: its bytes decide, its header advises, and what had to be guessed is told.

A byte order mark and valid UTF-8 are proof; a header is a claim (ged4py issue 11: what files say in CHAR is often not
what they hold). Where neither proves anything, charset-normalizer looks at what the letters would be, among the
encodings that family programs have written. The ANSEL table is the one that ged4py brings.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

import ansel  # type: ignore[import-untyped]

from supervision_tui.family.formats.alphabets import word_share
from supervision_tui.family.formats.ledger import Ledger
from supervision_tui.lazy_pattern import lazy_pattern

ENCODINGS = {
    "ANSEL": "gedcom", "UTF-8": "utf-8", "UTF8": "utf-8", "UNICODE": "utf-16", "UTF-16": "utf-16", "ASCII": "ascii",
    "ANSI": "cp1252", "WINDOWS": "cp1252", "IBMPC": "cp437", "IBM": "cp437", "IBM-PC": "cp437", "OEM": "cp437",
    "MSDOS": "cp850", "MACINTOSH": "mac_roman", "MAC": "mac_roman", "MACROMAN": "mac_roman", "IBM WINDOWS": "cp1252",
    "LATIN1": "latin-1", "ISO-8859-1": "latin-1", "ISO8859-1": "latin-1", "ISO-8859-2": "iso8859_2",
    "ISO-8859-15": "iso8859_15", "CP1250": "cp1250", "WINDOWS-1250": "cp1250", "WINDOWS-1251": "cp1251",
    "CP1251": "cp1251", "CP1252": "cp1252", "WINDOWS-1252": "cp1252",
}  # fmt: skip
"""What files say in CHAR, real ones included, to Python's name."""

LETTERS = (
    "utf-8",
    "cp1250",
    "cp1251",
    "cp1252",
    "cp1253",
    "cp1254",
    "iso8859_2",
    "mac_roman",
    "cp437",
    "cp850",
    "ansel",
)
"""Encodings that a person can choose by name."""
SAMPLE_LINES = 2
"""Lines with letters beyond ASCII that are shown beside an encoding to choose."""
GUESSED = ("cp1252", "cp1250", "cp1251", "cp1253", "cp1254", "cp1257", "koi8_r")
"""Encodings among which the letters decide where the header only says ANSI, or nothing."""
RARER = {"cp1257": 0.15, "koi8_r": 0.1}
"""How much better the words of an encoding must be that fewer files are in: its letters fill the places of many."""
VAGUE = frozenset({"", "ANSI", "WINDOWS", "IBM WINDOWS", "ASCII", "UTF-8", "UTF8"})
"""Claims that say no more than that the letters are of one byte; UTF-8 is here because it was found not to be true."""
HEADER = 20_000
"""Bytes in which the header stands."""
MOST_BAD = 0.02
"""Share of non-ASCII letters that may be broken in a file of UTF-8 before it is taken for another encoding."""
FEW_BAD = 3
SAMPLE = 60_000
"""Bytes with letters beyond ASCII from which an encoding is guessed."""

_SAYS_CHAR = lazy_pattern(rb"[\r\n]\s*1 CHAR ([A-Za-z0-9 _-]{1,30})")
_BEYOND_ASCII = lazy_pattern(rb"[^\r\n]*[\x80-\xff][^\r\n]*")
_NOT_ANSEL = lazy_pattern(rb"[\x80-\xa0\xff]|[\xe0-\xfe](?![A-Za-z\xe0-\xfe])")
_ANSEL_MARK = lazy_pattern(rb"[\xe0-\xfe]")
_MARKED_LETTER = lazy_pattern(rb"[\xe0-\xfe](?=[aeiouycsnzgklrtdhwjAEIOUYCSNZGKLRTDHWJ\xe0-\xfe])")
MARKED = 0.8
"""Share of ANSEL's marks that stand before a letter of ASCII that languages write with one."""
_LINE_HEAD = lazy_pattern(rb"^\s*\d+ (?:@[^@]+@ )?[A-Za-z0-9_]+ ")
_BAD = "\ufffd"
MOST_CHAOS = 0.5
"""Of charset-normalizer: how odd a text may look before an encoding is ruled out."""


def decoded(data: bytes, ledger: Ledger, chosen: str = "") -> str:
    """*data* as text; what had to be guessed or could not be read is told with its line.

    *chosen* is an encoding that a person has named; then nothing is guessed.
    """
    if chosen:
        return _read(data, "gedcom" if chosen.casefold() == "ansel" else chosen, errors="replace")
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", errors="replace").lstrip("\ufeff")
    if data[:1] == b"\0" or data[1:2] == b"\0":
        return data.decode("utf-16-be" if data[:1] == b"\0" else "utf-16-le", errors="replace")
    if data.startswith(b"\xef\xbb\xbf"):
        data = data[3:]
    if data.isascii():
        return data.decode("ascii")
    claim = _SAYS_CHAR.search(data[:HEADER])
    declared = claim.group(1).decode("ascii").strip().upper() if claim else ""
    as_utf8 = _as_utf8(data, declared, ledger)
    return as_utf8 if as_utf8 is not None else _in_one_byte(data, declared, ledger)


def letter_examples(data: bytes) -> dict[str, str]:
    """For each encoding that a person can choose, the first lines with letters beyond ASCII as it would read them.

    Encodings that cannot read these lines are left out. Nothing where the file has no such lines, or zero bytes.
    """
    lines = [_LINE_HEAD.sub(b"", line).strip() for line in _BEYOND_ASCII.findall(data[:SAMPLE])[:SAMPLE_LINES]]
    if not lines or b"\0" in data[:HEADER]:
        return {}
    read = {codec: _read(b", ".join(lines), "gedcom" if codec == "ansel" else codec, "replace") for codec in LETTERS}
    return {codec: words[:60] for codec, words in read.items() if _BAD not in words}


def _as_utf8(data: bytes, stated: str, ledger: Ledger) -> str | None:
    """*data* as UTF-8 where it is that, but for a broken byte or two, each told with its line."""
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        text = data.decode("utf-8", errors="surrogateescape")
        bad = [at for at, char in enumerate(text) if "\udc80" <= char <= "\udcff"]
        good = sum(char > "\x7f" for char in text) - len(bad)
        claims_it = ENCODINGS.get(stated) == "utf-8"
        if not good or len(bad) > (max(FEW_BAD, good * MOST_BAD) if claims_it else good * MOST_BAD):
            return None
        return _with_single_bytes(text, bad, ledger)
    if stated and ENCODINGS.get(stated, "utf-8") != "utf-8":
        ledger.about_file(f"the file says its letters are '{stated}', but they are UTF-8 and were read so.", "letters")
    return text


def _with_single_bytes(text: str, bad: Iterable[int], ledger: Ledger) -> str:
    """*text* with each broken byte read as a Windows letter (cp1252), and told."""
    letters = list(text)
    for at in bad:
        letters[at] = bytes([ord(text[at]) - 0xDC00]).decode("cp1252", errors="replace")
        number = text.count("\n", 0, at) + 1 if "\n" in text else text.count("\r", 0, at) + 1
        ledger.report.add(
            number, f"one letter is not UTF-8 as the rest of the file; it was read as '{letters[at]}'.", "letters"
        )
    return "".join(letters)


def _in_one_byte(data: bytes, stated: str, ledger: Ledger) -> str:
    codec = ENCODINGS.get(stated, "")
    if codec == "gedcom" and not _is_ansel(data):
        codec, stated = "", f"{stated}, which they are not"
    if codec and stated not in VAGUE:
        text = _read(data, codec, errors="replace")
        _tell_broken(text, codec, ledger)
        return text
    found = _guessed(data)
    text = _read(data, found, errors="replace")
    sample = next((line.strip()[:60] for line in text.splitlines() if not line.isascii()), "")
    others = ", ".join(name for name in LETTERS if name not in {found, "utf-8"})
    claim = f"the file says its letters are {stated}" if stated else "the file does not say what its letters are"
    ledger.about_file(
        f'{claim}; from the letters themselves they were read as {found}: "{sample}". If that is not right, choose '
        f"its letters (on the command line: --letters) among: {others}.",
        "letters",
    )
    _tell_broken(text, found, ledger)
    return text


def _tell_broken(text: str, codec: str, ledger: Ledger) -> None:
    if _BAD not in text:
        return
    for number, line in enumerate(re.split(r"\r\n|\r|\n", text), start=1):
        if _BAD in line:
            ledger.report.add(number, f"a letter here is not in {codec} and could not be read.", "letters")


def _is_ansel(data: bytes) -> bool:
    """Whether the bytes beyond ASCII make sense as ANSEL: a mark stands before a letter that can bear it."""
    if _NOT_ANSEL.search(data):
        return False
    marks = len(_ANSEL_MARK.findall(data))
    return len(_MARKED_LETTER.findall(data)) >= MARKED * marks


def _guessed(data: bytes) -> str:
    """The encoding of one byte whose letters make words: charset-normalizer's candidates, the likest of them first."""
    from charset_normalizer import from_bytes  # noqa: PLC0415 - only where the bytes prove nothing

    lines = _BEYOND_ASCII.findall(data)
    values = b"\n".join(_LINE_HEAD.sub(b"", line) for line in lines)[:SAMPLE]
    matches = from_bytes(values, cp_isolation=list(GUESSED), threshold=MOST_CHAOS)
    possible = {codec for match in matches for codec in (match.encoding, *match.could_be_from_charset)}
    candidates = [codec for codec in GUESSED if codec in possible] or ["cp1252"]
    return max(candidates, key=lambda codec: word_share(values.decode(codec, errors="replace")) - RARER.get(codec, 0))


def _read(data: bytes, codec: str, errors: str) -> str:
    if codec == "gedcom":
        ansel.register()
    if codec == "utf-16":
        codec = "utf-8"  # it says so without a byte order mark and without zero bytes: it is not
    try:
        return data.decode(codec, errors=errors)
    except (UnicodeDecodeError, LookupError):
        return data.decode("cp1252", errors="replace")
