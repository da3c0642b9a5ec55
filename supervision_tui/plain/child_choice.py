"""Which children an answer names: by name, by number, several at once, or all of them by a deliberate word."""

from __future__ import annotations

import re
from collections.abc import Mapping

from supervision_tui.text_folding import name_key

ALL = frozenset({"all", "everyone", "everybody", "all of them"})
"""Answers that mean every child."""
_BETWEEN = re.compile(r"\s*(?:,|;|&|\+|\band\b)\s*", re.IGNORECASE)


def children_named(answer: str, names: Mapping[str, str]) -> tuple[str, ...] | None:
    """Ids of the children that *answer* names, in its order; ``None`` where a part of it names none, or several.

    Args:
        answer: names or numbers with commas or "and" between them ("Zuri and Robin", "1, 3"), or a word for all.
        names: the children's names by id, in the order in which they are numbered.
    """
    if name_key(answer) in ALL:
        return tuple(names)
    chosen: list[str] = []
    for part in filter(None, _BETWEEN.split(answer.strip())):
        matches = _matching(part, names)
        if len(matches) != 1:
            return None
        chosen += matches
    return tuple(dict.fromkeys(chosen)) or None


def _matching(part: str, names: Mapping[str, str]) -> list[str]:
    if part.isdecimal():
        return list(names)[int(part) - 1 : int(part)] if int(part) else []
    wanted = name_key(part)
    exact = [child for child, name in names.items() if name_key(name) == wanted]
    return exact or [child for child, name in names.items() if name_key(name).startswith(wanted)]


def numbered(names: Mapping[str, str]) -> str:
    """The children with their numbers: "1 Zuri, 2 Robin"."""
    return ", ".join(f"{number} {name}" for number, name in enumerate(names.values(), 1))
