"""Names of families in words that are being typed: each line is looked at once, so that a key costs next to nothing."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from threading import Thread
from typing import TYPE_CHECKING

from supervision_tui.family.recognition import Recogniser
from supervision_tui.records.name_leaks import is_leak, names_in, other_family_mentions, possible_names_in
from supervision_tui.vault import VaultError

if TYPE_CHECKING:
    from supervision_tui.family import Family
    from supervision_tui.family.recognition import Mention

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


class OtherFamiliesWatch:
    """Which *other families* of the notebook are named in a text while it is typed.

    They are read and made ready beside the keys, in a thread; until then nobody is told, and the checks before a
    document leaves look again in any case.

    Args:
        own: the family that the words are about, if any: what names somebody of it is no alarm.
        others: gives every other family.
        workers: names of those who do the work.
    """

    def __init__(self, own: Family | None, others: Callable[[], Sequence[Family]], workers: Iterable[str] = ()) -> None:
        self._own = own
        self._load = others
        self._workers = tuple(workers)
        self._others: Sequence[Family] = ()
        self._recogniser: Recogniser | None = None
        self._lines: OrderedDict[str, tuple[Mention, ...]] = OrderedDict()
        self._begun = False

    def make_ready(self) -> None:
        """Read the other families now; where they cannot be read any more, nobody is told."""
        try:
            self._others = list(self._load())
        except VaultError:  # it was closed, or a page is damaged, which is told elsewhere
            return
        self._recogniser = Recogniser((*([self._own] if self._own is not None else []), *self._others))

    def begin(self) -> None:
        """Have the other families read in a thread, once."""
        if not self._begun:
            self._begun = True
            Thread(target=self.make_ready, daemon=True).start()

    def notice(self, text: str, *, first_names: bool = False) -> str:
        """What to say beside *text*; "" where no other family is named for sure, or they are not read yet.

        With *first_names* a first name by itself is told too: it may be somebody else, and the words say so.
        """
        self.begin()
        if self._recogniser is None or not self._others:
            return ""
        lines = (line for line in text.splitlines() if line.strip())
        mentions = [mention for line in lines for mention in self._line(line) if mention.sure]
        found = dict.fromkeys(f"{mention.words} ({mention.family})" for mention in mentions if is_leak(mention))
        about = "This is about another family." if self._own is not None else "No family is named here."
        if found:
            return f"Names another family: {', '.join(found)}. {about}"
        alone = dict.fromkeys(f"{mention.words} ({mention.family})" for mention in mentions) if first_names else {}
        return f"Perhaps names somebody of another family: {', '.join(alone)}. {about}" if alone else ""

    @property
    def is_ready(self) -> bool:
        """Whether the other families have been read."""
        return self._recogniser is not None

    def mentions(self, text: str) -> tuple[Mention, ...]:
        """Everybody of other families who is certainly meant in *text*, by a first name too; they are read first."""
        if not self.is_ready:
            self._begun = True
            self.make_ready()
        lines = (line for line in text.splitlines() if line.strip())
        return tuple(mention for line in lines for mention in self._line(line) if mention.sure)

    def _line(self, line: str) -> tuple[Mention, ...]:
        known = self._lines.get(line)
        if known is None:
            known = other_family_mentions(line, self._others, self._own, self._workers, self._recogniser)
            self._lines[line] = known
            while len(self._lines) > LINES_KEPT:
                self._lines.popitem(last=False)
        return known
