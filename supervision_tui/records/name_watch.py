"""Names of a family in words that are being typed: each line is looked at once, so that a key costs next to nothing."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from supervision_tui.records.name_leaks import names_in, possible_names_in

if TYPE_CHECKING:
    from supervision_tui.family import Family

LINES_KEPT = 400
"""Lines of which it is still known who is named in them."""


@dataclass(frozen=True, slots=True)
class NamesFound:
    """Words that are *sure* to name somebody, and words that are only *possible* names; each once."""

    sure: tuple[str, ...] = ()
    possible: tuple[str, ...] = ()

    @property
    def in_words(self) -> str:
        """What to say beside the words that are typed; "" where nobody is named."""
        if self.sure:
            return f"Names somebody: {', '.join(self.sure)}. This record holds no names of the family."
        return f"Perhaps a name: {', '.join(self.possible)}." if self.possible else ""


class NameWatch:
    """Who of *family* is named in a text while it is typed; names of *workers* are no alarm."""

    def __init__(self, family: Family, workers: Iterable[str] = ()) -> None:
        self._family = family
        self._workers = tuple(workers)
        self._lines: OrderedDict[str, NamesFound] = OrderedDict()

    def names_in(self, text: str) -> NamesFound:
        """The names in *text*; only lines that are new are looked at."""
        found = [self._line(line) for line in text.splitlines() if line.strip()]
        sure = dict.fromkeys(word for line in found for word in line.sure)
        possible = dict.fromkeys(word for line in found for word in line.possible if word not in sure)
        return NamesFound(tuple(sure), tuple(possible))

    def _line(self, line: str) -> NamesFound:
        known = self._lines.get(line)
        if known is None:
            known = NamesFound(
                tuple(names_in(line, self._family, self._workers)),
                tuple(possible_names_in(line, self._family, self._workers)),
            )
            self._lines[line] = known
            while len(self._lines) > LINES_KEPT:
                self._lines.popitem(last=False)
        return known
