"""Safe words: the one way in for text that is typed, pasted or imported.

A terminal obeys control sequences wherever they stand, so a referral pasted from an e-mail can retitle the window or
write the clipboard. Words become a :class:`SafeText` (several lines) or a :class:`Line` (one line) here and nowhere
else; both are ordinary ``str`` whose content is known to be harmless. What could do harm becomes a visible mark, never
nothing: a word that vanishes is worse than an ugly one.

Convention: Unicode general categories (UAX 44); joiners are kept where scripts and emoji need them (UAX 31).
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING, Any, ClassVar, Self

from supervision_tui.lazy_import import load_on_use
from supervision_tui.lazy_pattern import lazy_pattern

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pydantic import GetCoreSchemaHandler
    from pydantic_core import CoreSchema

MARK = "\N{REPLACEMENT CHARACTER}"
"""Stands where a character was that must not reach a terminal."""

LONGEST_TEXT = 2_000_000
"""Characters in one note; more is refused with a sentence."""

LONGEST_LINE = 1_000
"""Characters in a name or another one-line field; more is refused with a sentence."""

COMBINING = 0x300
"""First code point of what combines, and of the scripts in which joiners mean something."""

_JOINERS = "\u200c\u200d"
_VISIBLE_FORMAT = frozenset("\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u070f\u08e2\U000110bd\U000110cd")
_HARMFUL = frozenset({"Cc", "Cf", "Cs", "Co", "Cn"})
_EMPTY = "\u00ad\u200b\u200e\u200f\u061c\u2060\ufeff\ufffc"
"""Soft hyphens, zero-width blanks, hints of direction, places of pictures: they hold no word and steer nothing."""
_SYMBOLS = {"\uf0fc": "\N{CHECK MARK}", "\uf0e0": "\N{RIGHTWARDS ARROW}", "\uf02d": "-"}
"""Signs of the Symbol and Wingdings fonts, which a word processor leaves as private-use characters."""
_BULLET = lazy_pattern("(?<!\\S)[\uf020-\uf0ff](?=\\s|\\w|\\Z)")
"""One of their signs before a line, a cell or a word is its bullet."""
_FROM_A_WORD_PROCESSOR = {ord(char): "" for char in _EMPTY} | {ord(char): sign for char, sign in _SYMBOLS.items()}
_NEWLINES = lazy_pattern("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_PLAIN = lazy_pattern(r"[ -~\n]*\Z")
_BLANKS = lazy_pattern(r"\s*\n\s*")


class TextTooLongError(ValueError):
    """A text is longer than this program keeps in one place."""


def clean(text: str) -> str:
    r"""Return *text* in NFC with every character that could steer a terminal made visible.

    Line ends become ``\n`` and tabs four spaces; C0, C1, DEL, direction overrides, invisible, unassigned and
    private-use characters become :data:`MARK`. What a word processor leaves and holds no word (soft hyphens, zero-width
    blanks) goes, and its bullets become bullets. Cleaning twice changes nothing. Letters of every script are kept.
    """
    if _PLAIN.match(text):
        return text
    lines = _NEWLINES.sub("\n", text).replace("\t", "    ").translate(_FROM_A_WORD_PROCESSOR)
    lines = _BULLET.sub("\N{BULLET}", lines)
    if any(map(_may_harm, set(lines))):
        lines = "".join(_shown(lines, at, char) for at, char in enumerate(lines))
    return unicodedata.normalize("NFC", lines)


@lru_cache(4096)
def _may_harm(char: str) -> bool:
    """Whether *char* has to be looked at where it stands. Most words hold none: their different letters are asked."""
    return char != "\n" and char not in _VISIBLE_FORMAT and unicodedata.category(char) in _HARMFUL


def _shown(text: str, at: int, char: str) -> str:
    if not _may_harm(char):
        return char
    if char in _JOINERS and 0 < at < len(text) - 1 and _joins(text[at - 1]) and _joins(text[at + 1]):
        return char
    return MARK


def _joins(char: str) -> bool:
    """Whether a joiner beside *char* can be part of a script or an emoji."""
    return ord(char) >= COMBINING and unicodedata.category(char)[0] in "LMS"


_schema: Any = load_on_use(
    "pydantic_core", {"core_schema": "no_info_after_validator_function str_schema to_string_ser_schema"}
)
"""What makes validators, loaded with the first model: the door of a notebook needs safe words and no model."""
_WORDLESS: dict[type, Any] = {}
"""The one text without words of each kind."""


class SafeText(str):
    """Words in one or more lines that cannot steer a terminal.

    ``SafeText(words)`` cleans; doing so again is free of effect. Usable as a pydantic field type.

    Raises:
        TextTooLongError: more than :attr:`longest` characters.
    """

    longest: ClassVar[int] = LONGEST_TEXT
    one_line: ClassVar[bool] = False

    __slots__ = ()

    def __new__(cls, words: str = "") -> Self:
        """Clean *words* (see :func:`clean`)."""
        if type(words) is cls:
            return words
        if not words and cls in _WORDLESS:  # more than half of what a notebook is read from
            empty: Self = _WORDLESS[cls]
            return empty
        if len(words) < LONGEST_LINE and words.isascii() and words.isprintable():
            return super().__new__(cls, words.strip() if cls.one_line else words)
        if len(words) > cls.longest:
            message = f"This is {len(words):,} characters long; at most {cls.longest:,} can be kept in one place."
            raise TextTooLongError(message)
        return super().__new__(cls, cls._made_safe(words))

    @classmethod
    def _made_safe(cls, words: str) -> str:
        return clean(words)

    @classmethod
    def __get_pydantic_core_schema__(cls, _source: object, _handler: GetCoreSchemaHandler) -> CoreSchema:
        """Validate from any ``str`` by cleaning; serialise as a plain string."""
        made: CoreSchema = _schema("no_info_after_validator_function")(
            cls, _schema("str_schema")(), serialization=_schema("to_string_ser_schema")()
        )
        return made


class Line(SafeText):
    """Words in one line: a name, a title, a label. Line ends become spaces; outer blanks go."""

    longest: ClassVar[int] = LONGEST_LINE
    one_line: ClassVar[bool] = True

    __slots__ = ()

    @classmethod
    def _made_safe(cls, words: str) -> str:
        return _BLANKS.sub(" ", clean(words)).strip()


_WORDLESS.update({kind: kind() for kind in (SafeText, Line)})

if TYPE_CHECKING:

    class LineField:
        """A field that takes any ``str`` and gives a :class:`Line`, so that callers need not make one."""

        def __get__(self, model: object, owner: type) -> Line: ...
        def __set__(self, model: object, value: str) -> None: ...

    class TextField:
        """A field that takes any ``str`` and gives a :class:`SafeText`."""

        def __get__(self, model: object, owner: type) -> SafeText: ...
        def __set__(self, model: object, value: str) -> None: ...

    class LinesField:
        """A field that takes any strings and gives a tuple of :class:`Line`."""

        def __get__(self, model: object, owner: type) -> tuple[Line, ...]: ...
        def __set__(self, model: object, value: Iterable[str]) -> None: ...

else:
    LineField, TextField, LinesField = Line, SafeText, tuple[Line, ...]

EMPTY_LINE: Any = Line()
"""Default of a :class:`LineField` that may be left out."""
EMPTY_TEXT: Any = SafeText()
"""Default of a :class:`TextField` that may be left out."""
NO_LINES: Any = ()
"""Default of a :class:`LinesField` that may be left out."""
