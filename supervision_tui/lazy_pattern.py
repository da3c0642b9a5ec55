"""Patterns that are compiled when they are first used: a command compiles the few that it needs, not all it loads.

Those by properties of Unicode are compiled by the ``regex`` library, which costs a command 20 ms and the program on the
screen 2 MB; plain English seldom has need of it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, AnyStr, cast

if TYPE_CHECKING:
    import regex

_METHODS = ("match", "fullmatch", "search", "sub", "subn", "split", "findall", "finditer")


class _LazyPattern:
    """Stands for a compiled pattern; after the first use its methods are the compiled pattern's own."""

    def __init__(self, pattern: Any, flags: int) -> None:
        self.pattern = pattern
        self.flags = flags

    def __getattr__(self, name: str) -> object:
        if name not in _METHODS and name not in {"groups", "groupindex"}:
            raise AttributeError(name)
        compiled = self._compile()
        self.__dict__ |= {method: getattr(compiled, method) for method in _METHODS}
        return getattr(compiled, name)

    def _compile(self) -> object:
        return re.compile(self.pattern, self.flags)


class _LazyUnicodePattern(_LazyPattern):
    def _compile(self) -> object:
        import regex  # noqa: PLC0415 - as at the top of this file

        return regex.compile(self.pattern, self.flags)


def lazy_pattern(pattern: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """What ``re.compile(pattern, flags)`` gives, for its methods alone; compiled when one of them is first asked for.

    A pattern that cannot be compiled raises ``re.error`` only then.
    """
    return cast("re.Pattern[AnyStr]", _LazyPattern(pattern, flags))


def lazy_unicode_pattern(pattern: str) -> regex.Pattern[str]:
    r"""What ``regex.compile(pattern)`` gives, with properties as ``\p{L}``; as :func:`lazy_pattern` in all else."""
    return cast("regex.Pattern[str]", _LazyUnicodePattern(pattern, 0))
