"""For which children something is: one, several by name, or all by a deliberate word; never all by saying nothing."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Protocol

from supervision_tui.lazy_pattern import lazy_pattern
from supervision_tui.text_folding import name_key

ALL = "*"
"""Stands for all the children of the session, in the part of a form that asks for whom it is."""
WORDS_FOR_ALL = frozenset({"all", "everyone", "everybody", "all of them", "all the children", ALL})
"""Answers that mean every child."""
_BETWEEN = lazy_pattern(r"\s*(?:,|;|&|\+|\band\b)\s*", re.IGNORECASE)


class AboutChildren(Protocol):
    """What is about one *child*, about several *children*, or about all of them: a slot, and what stands in one."""

    @property
    def child(self) -> str | None:
        """The id of the one child, or ``None``."""

    @property
    def children(self) -> tuple[str, ...]:
        """The ids of several."""


class ChildMissingError(ValueError):
    """Something for a child's file was to be kept, and nobody has said for which children.

    Args:
        names: of the children who can be chosen.
    """

    def __init__(self, names: Iterable[str] = ()) -> None:
        listed = ", ".join(names)
        super().__init__(f"Please say for whom it is{f': {listed}, or all of them' if listed else ''}.")
        self.part = "child"


def children_of(item: AboutChildren) -> tuple[str, ...]:
    """Ids of the children that *item* is for, one or several; empty where it is for all of the session's children."""
    return (item.child,) if item.child else item.children


def is_for(item: AboutChildren, child: str) -> bool:
    """Whether *item* is for the child with that id: for this one, for several with this one, or for all."""
    children = children_of(item)
    return not children or child in children


def written(children: Iterable[str], every: Iterable[str]) -> str:
    """*children* (ids) as the answer of a form; all of *every* as the sign for all."""
    chosen = tuple(dict.fromkeys(children))
    return ALL if len(chosen) > 1 and set(chosen) >= set(every) else ",".join(chosen)


def read_written(answer: str, every: Iterable[str]) -> tuple[str, ...] | None:
    """The children in the *answer* of a form, out of *every*; ``None`` where it names one who is not among them."""
    ids = tuple(every)
    if answer == ALL:
        return ids
    chosen = tuple(dict.fromkeys(filter(None, answer.split(","))))
    return chosen if set(chosen) <= set(ids) else None


def children_named(answer: str, names: Mapping[str, str]) -> tuple[str, ...] | None:
    """Ids of the children that *answer* names, in its order; ``None`` where a part of it names none, or several.

    Args:
        answer: names or numbers with commas or "and" between them ("Zuri and Robin", "1, 3"), or a word for all.
        names: the children's names by id, in the order in which they are numbered.
    """
    if name_key(answer) in WORDS_FOR_ALL or answer.strip() in {ALL, "0"}:
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


def listed(names: Iterable[str]) -> str:
    """Names as a sentence has them: "Zuri", "Zuri and Robin", "Zuri, Robin and Maisie"."""
    *first, last = [*names] or [""]
    return f"{', '.join(first)} and {last}" if first else last
