"""Names in a list of words: whole names first, then names with an initial or a title, then single names.

Each finder gives :class:`Match` values; a whole name takes the words that it is made of, so that they are told once.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from supervision_tui.family.recognition.common_words import (
    NOBODY,
    OF_A_FAMILY,
    PARTICLES,
    SHORT_NAMES,
    TITLES,
    is_common,
)
from supervision_tui.family.recognition.evidence import Evidence
from supervision_tui.family.recognition.likeness import MANY_FAMILIES, SHORTEST_SLIP, Hit, Likeness
from supervision_tui.family.recognition.mention import Grade, Kind
from supervision_tui.family.recognition.names import Bearer, NamePart, Names
from supervision_tui.family.recognition.split_names import joined_names
from supervision_tui.family.recognition.tokens import Token, Tokens

BETWEEN = 2
"""Words that may stand between two words of one name: a middle name, or what is left of markup."""

_KIND_OF_PART: dict[NamePart, Kind] = {
    "given": "single name", "middle": "single name", "short": "nickname", "surname": "surname",
}  # fmt: skip
"""What a word alone is told as."""


@dataclass(frozen=True, slots=True)
class Match:
    """The words from *first* to *last* (both included) that name one bearer, or a *family* where *bearer* is none."""

    first: int
    last: int
    bearer: Bearer | None
    family: str
    kind: Kind
    grade: Grade


class Matcher:
    """Names of *names* in the words of one text.

    Args:
        names: who is to be recognised.
        tokens: the words of the text.

    Attributes:
        tokens: the same, with a name that was written in pieces as one word; a match counts these.
    """

    def __init__(self, names: Names, tokens: Tokens) -> None:
        self._names = names
        self.tokens = self._tokens = joined_names(tokens, names)
        self._evidence = Evidence(names, self._tokens)
        self._likeness = Likeness(names, self._tokens)

    def matches(self) -> list[Match]:
        """Everybody who is named, in no order."""
        found = [*self._whole_names(), *self._runs(), *self._run_together()]
        taken = _taken(found)
        found += [match for match in self._with_initials() if not _covered(match, taken)]
        taken = _taken(found)
        found += [match for match in self._with_titles() if not _covered(match, taken)]
        taken = _taken(found)
        found += [match for match in self._singles() if not _covered(match, taken)]
        taken = _taken(found)
        found += [match for match in self._whole_initials() if not _covered(match, taken)]
        return found

    def _linked(self, first: int, last: int) -> bool:
        """Whether the words from *first* to *last* can be one name."""
        return all(self._tokens[at].joined for at in range(first + 1, last + 1))

    # --- whole names -------------------------------------------------------------------------------------------------

    def _whole_names(self) -> Iterator[Match]:
        for at, key in enumerate(self._tokens.keys):
            exact = self._likeness.known.get(key)
            if exact is None:
                continue
            for other in (*range(at + 1, at + BETWEEN + 2), *range(at - BETWEEN - 1, at)):
                if 0 <= other < len(self._tokens):
                    yield from self._pairs(at, exact, other)

    def _pairs(self, at: int, exact: list[Hit], other: int) -> Iterator[Match]:
        """Whole names of which the word *at* is one part and the word *other* another."""
        second = self._likeness.exact(other)
        near = [] if second and len(second) > len(exact) else self._likeness.slipped(other)
        short = self._likeness.short_for(other)
        if not second and not near and not short:  # most words: what is cheap is asked first
            return
        first, last = min(at, other), max(at, other)
        if not self._linked(first, last) or not self._may_stand_between(first, last):
            return
        beside = {id(hit.bearer): hit for hit in second}
        slipped = {id(hit.bearer): hit for hit in near}
        for hit in exact:
            partner = beside.get(id(hit.bearer)) or slipped.get(id(hit.bearer)) or _shortened(hit.bearer, short)
            if partner is None or partner.word == hit.word or {hit.part, partner.part} <= {"short"}:
                continue
            if not {hit.part, partner.part} & {"surname", "middle"} or not self._in_order(first, last, hit, partner):
                continue
            kind: Kind = "full name"
            if not partner.exact and not partner.shortened:
                kind = "misspelling"
            elif partner.shortened or "short" in {hit.part, partner.part}:
                kind = "nickname"
            grade = self._of_a_pair(first, last, other, partner)
            if grade is not None:
                grade = _at_most(grade, "likely") if partner.shortened else grade
                yield Match(first, last, hit.bearer, hit.bearer.family, kind, grade)

    def _of_a_pair(self, first: int, last: int, other: int, partner: Hit) -> Grade | None:
        """How sure it is that the words *first* and *last* are one name, of which *other* is the less sure part."""
        sure = partner.exact or (len(partner.word) >= SHORTEST_SLIP and not self._evidence.is_plain_word(other))
        grade: Grade = "certain" if sure else "possible"
        plain = [is_common(self._tokens[at].key) and not self._tokens[at].capital for at in (first, last)]
        if self._tokens[last].mail or not any(plain):
            return grade
        if all(plain):
            return None if last - first > 1 or not partner.exact else "possible"
        return _at_most(grade, "likely")

    def _may_stand_between(self, first: int, last: int) -> bool:
        """Whether the words between can be a middle name, a particle, an initial or what is left of markup."""
        between = self._tokens[first + 1 : last]
        real = [token for token in between if len(token.key) > 1 and token.key not in PARTICLES]
        if len(real) > 1:
            return False
        return all(not is_common(token.key) or (token.capital and not token.opens) for token in real)

    def _in_order(self, first: int, last: int, hit: Hit, partner: Hit) -> bool:
        """With a comma between, the surname must come first: otherwise it is a list of people."""
        if not any(self._tokens[at].comma for at in range(first + 1, last + 1)):
            return True
        here = self._tokens[first].key
        leading = hit if here.startswith(hit.word) else partner
        return leading.part == "surname"

    # --- characters without blanks, and words run together -----------------------------------------------------------

    def _runs(self) -> Iterator[Match]:
        for at, key in enumerate(self._tokens.keys) if self._names.runs else ():
            for run, bearer in self._names.runs.get(key[0], ()):
                last, spelt = at, key
                while len(spelt) < len(run) and last + 1 < len(self._tokens) and self._tokens[last + 1].joined:
                    last += 1
                    spelt += self._tokens.keys[last]
                if spelt == run:
                    whole = run in bearer.parts
                    kind: Kind = "full name" if whole and len(run) > 2 else "single name"  # noqa: PLR2004 - a given name
                    yield Match(at, last, bearer, bearer.family, kind, "certain" if whole else "possible")

    def _run_together(self) -> Iterator[Match]:
        for at, key in enumerate(self._tokens.keys):
            stem = key.rstrip("0123456789")
            whole = self._names.run_together.get(stem, [])
            bearers = whole or self._names.logins.get(stem, [])
            if bearers and (self._tokens[at].mail or (not is_common(stem) and (whole or stem != key))):
                for bearer in dict.fromkeys(bearers):
                    yield Match(at, at, bearer, bearer.family, "e-mail", "certain")

    # --- an initial, a title -----------------------------------------------------------------------------------------

    def _with_initials(self) -> Iterator[Match]:
        for at, key in enumerate(self._tokens.keys):
            if len(key) != 1 or not (self._tokens[at].capital or self._tokens[at].stop):
                continue
            for other in (at + 1, at - 1, at + 2):
                if not 0 <= other < len(self._tokens) or not self._linked(min(at, other), max(at, other)):
                    continue
                if other == at + 2 and len(self._tokens[at + 1].key) != 1:
                    continue
                yield from self._initial(at, other)

    def _initial(self, at: int, other: int) -> Iterator[Match]:
        """A name of which *at* is an initial and *other* a whole word."""
        token = self._tokens[at]
        before = other > at
        for hit in self._likeness.exact(other):
            wanted: tuple[NamePart, ...] = ("given", "middle") if hit.part == "surname" else ("surname",)
            if hit.part == "short" or not any(token.key in hit.bearer.initials(part) for part in wanted):
                continue
            if not token.stop and (self._is_a_word(at) or (not before and self._evidence.is_plain_word(other))):
                continue
            if before and hit.part == "given" and not self._tokens[other].comma:
                continue
            yield Match(min(at, other), max(at, other), hit.bearer, hit.bearer.family, "initial", "certain")

    def _is_a_word(self, at: int) -> bool:
        """Whether a letter alone, without a stop, is the word "I" or "a": not in capitals inside a sentence."""
        token = self._tokens[at]
        titled = at > 0 and self._tokens.keys[at - 1] in TITLES
        return (token.key == "i" and not titled) or (token.key == "a" and token.opens and not titled)

    def _whole_initials(self) -> Iterator[Match]:
        """The first letters of a whole name alone, in capitals: "AY", "A.Y."."""
        for at, key in enumerate(self._tokens.keys):
            bearers = self._names.by_initials.get(key)
            if not bearers or not self._evidence.may_be_initials(at):
                continue
            people = list(dict.fromkeys(bearers))
            if len({bearer.family for bearer in people}) <= MANY_FAMILIES:
                yield from (Match(at, at, bearer, bearer.family, "nickname", "possible") for bearer in people)

    def _with_titles(self) -> Iterator[Match]:
        keys = self._tokens.keys
        for at, key in enumerate(keys):
            titled = at > 0 and keys[at - 1] in TITLES
            if not titled and key not in self._likeness.known:
                continue
            exact, token = self._likeness.exact(at), self._tokens[at]
            before = self._tokens[at - 1] if at and token.joined else None
            if before is not None and titled and not token.comma:
                grade: Grade = "certain" if exact and not self._evidence.is_plain_word(at) else "possible"
                meant = exact or [hit for hit in self._likeness.slipped(at) if len(hit.word) > SHORTEST_SLIP]
                yield from self._one_or_family(at - 1, at, meant, grade)
            if exact:
                yield from self._of_a_family(at, exact, before)

    def _one_or_family(self, first: int, last: int, hits: list[Hit], grade: Grade) -> Iterator[Match]:
        """With a title: the person who bears that name, or the family where several do."""
        for family in dict.fromkeys(hit.bearer.family for hit in hits):
            people = dict.fromkeys(hit.bearer for hit in hits if hit.bearer.family == family)
            only = next(iter(people)) if len(people) == 1 else None
            yield Match(first, last, only, family, "title", grade)

    def _of_a_family(self, at: int, exact: list[Hit], before: Token | None) -> Iterator[Match]:
        """The Hailes; the Haile family."""
        token = self._tokens[at]
        after = self._tokens[at + 1] if at + 1 < len(self._tokens) and self._tokens[at + 1].joined else None
        surnames = [hit for hit in exact if hit.part == "surname"]
        article = before is not None and before.key == "the"
        plural = article and any(token.key == f"{hit.word}s" for hit in surnames)
        family = after is not None and after.key in OF_A_FAMILY and token.capital
        if surnames and (plural or family) and not (self._evidence.is_plain_word(at) and not token.capital):
            first = at - 1 if article else at
            last = at + 1 if family else at
            for name in dict.fromkeys(hit.bearer.family for hit in surnames):
                yield Match(first, last, None, name, "surname", "certain")

    # --- a name alone ------------------------------------------------------------------------------------------------

    def _singles(self) -> Iterator[Match]:
        for at, key in enumerate(self._tokens.keys):
            if key not in self._likeness.known and key.isascii() and not self._tokens.is_capital(at):
                continue
            token = self._tokens[at]
            written_as_name = token.key in SHORT_NAMES and token.capital and not token.opens
            if (
                (token.key in NOBODY and not written_as_name)
                or token.key.isdigit()
                or (len(token.key) == 1 and token.cased)
            ):
                continue
            exact = self._likeness.exact(at)
            hits = exact or self._likeness.of_a_word_alone(at)
            if not hits or len({hit.bearer.family for hit in hits}) > MANY_FAMILIES:
                continue
            grade = self._evidence.weight(at, exact=bool(exact))
            if exact and is_common(token.key) and not any(hit.word == token.key for hit in exact):
                grade = None  # several graces, hopes
            if grade is not None:
                yield from self._told_apart(at, hits, grade)

    def _told_apart(self, at: int, hits: list[Hit], grade: Grade) -> Iterator[Match]:
        """One match for everybody of the best part of a name: a given name before a short form before a surname."""
        order: tuple[NamePart, ...] = ("given", "short", "surname", "middle")
        best: dict[str, list[Hit]] = {}
        for hit in sorted(hits, key=lambda hit: order.index(hit.part)):
            chosen = best.setdefault(hit.bearer.family, [])
            if not chosen or chosen[0].part == hit.part:
                chosen.append(hit)
        alone = len(best) == 1
        for family, chosen in best.items():
            hit, people = chosen[0], list(dict.fromkeys(other.bearer for other in chosen))
            kind: Kind = "nickname" if hit.shortened else _KIND_OF_PART[hit.part] if hit.exact else "misspelling"
            weight = grade if hit.part == "given" and alone and len(people) == 1 else _at_most(grade, "likely")
            if hit.part == "short" and len(hit.word) < SHORTEST_SLIP - 1:
                if not self._evidence.may_be_short(at):
                    continue
                weight = "possible"
            if hit.part == "surname" and len(people) > 1:
                yield Match(at, at, None, family, kind, weight)
            else:
                yield from (Match(at, at, person, family, kind, weight) for person in people)


def _shortened(bearer: Bearer, names: Sequence[str]) -> Hit | None:
    """The given name of *bearer* that is among *names*, of which a word is short."""
    name = next((name for name in names if bearer.parts.get(name) == "given"), "")
    return Hit(bearer, name, "given", exact=False, shortened=True) if name else None


def _at_most(grade: Grade, highest: Grade) -> Grade:
    order: tuple[Grade, ...] = ("certain", "likely", "possible")
    return max(grade, highest, key=order.index)


def _taken(matches: Sequence[Match]) -> dict[str, list[tuple[int, int]]]:
    """The runs of words that name somebody, by family."""
    taken: dict[str, list[tuple[int, int]]] = {}
    for match in matches:
        taken.setdefault(match.family, []).append((match.first, match.last))
    return taken


def _covered(match: Match, taken: dict[str, list[tuple[int, int]]]) -> bool:
    return any(first <= match.first and match.last <= last for first, last in taken.get(match.family, ()))
