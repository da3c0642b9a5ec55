"""Patterns that are compiled when they are first used: a command compiles the few that it needs, not all it loads."""

from __future__ import annotations

import re
from typing import AnyStr, cast

_METHODS = ("match", "fullmatch", "search", "sub", "subn", "split", "findall", "finditer")


class _LazyPattern:
    """Stands for a compiled pattern; after the first use its methods are the compiled pattern's own."""

    def __init__(self, pattern: str | bytes, flags: int) -> None:
        self.pattern = pattern
        self.flags = flags

    def __getattr__(self, name: str) -> object:
        if name not in _METHODS and name not in {"groups", "groupindex"}:
            raise AttributeError(name)
        compiled = re.compile(self.pattern, self.flags)
        self.__dict__ |= {method: getattr(compiled, method) for method in _METHODS}
        return getattr(compiled, name)


def lazy_pattern(pattern: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """What ``re.compile(pattern, flags)`` gives, for its methods alone; compiled when one of them is first asked for.

    A pattern that cannot be compiled raises ``re.error`` only then.
    """
    return cast("re.Pattern[AnyStr]", _LazyPattern(pattern, flags))
