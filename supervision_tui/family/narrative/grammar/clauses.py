"""A sentence as clauses: each a row of people, dates, ages, places and services with the words between them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date

from supervision_tui.family.dates import DateFormatError, PartialDate
from supervision_tui.family.narrative.grammar import lexicon
from supervision_tui.family.narrative.grammar.phrase import Phrase
from supervision_tui.family.narrative.grammar.phrases import PhraseReader
from supervision_tui.family.narrative.grammar.places import PlaceReader
from supervision_tui.family.narrative.grammar.times import TimeReader
from supervision_tui.family.narrative.grammar.word_sets import word_set
from supervision_tui.family.narrative.grammar.words import Word, words_of

CONJUNCTIONS = word_set(
    "and but so while whereas although though because when after since if until before as & then yet or once cos "
    "cus coz"
)
_STOPS = frozenset({";", "—", "–", "-", ".", "!", "?", "…"})
_LEADS_TIME = word_set("in on at since until till from by before after during around to of")
"""Words that belong to a time behind them."""
_PARTICIPLES = word_set("got been had met seen gone lost left taken done become moved stopped started never")
_ASKING = word_set("know knows known say says said sure told")
"""Words before "who" that ask or say it: "nobody knows who his dad is"."""
_ATTENDS = word_set("attends attended attending")
"""Words before a school that is told by its name alone: "attends The Meadows"."""
_IMPERSONAL = word_set("it this that things everything")
_BEFORE_TIMES = frozenset({"since", "until", "before", "after", "as"})
"""Words that join a clause, or stand before a time."""


@dataclass(slots=True)
class Item:
    """A part of a sentence from word *start* to *end*: *code* P people, D date, A age, F how often, U for how long,
    L place, S service, empty for a word; *value* is what was read."""  # noqa: D205, D209 - one sentence

    code: str
    value: object
    start: int
    end: int


@dataclass(slots=True)
class Clause:
    """A clause: its *items*, the word that joins it (*conjunction*), and its place in the sentence in words."""

    items: list[Item]
    conjunction: str
    start: int
    end: int
    times: dict[str, object] = field(default_factory=dict)

    def pattern(self) -> str:
        """What rules are held against: "P0 was with P1 until D2" without its times, which go to :attr:`times`."""
        out: list[str] = []
        for at, item in enumerate(self.items):
            if item.code in {"D", "F", "U"}:
                self._time(item, out)
            elif item.code:
                out.append(f"{item.code}{at}")
            else:
                out.append(str(item.value))
        return " ".join(out).strip(" ,")

    def _time(self, item: Item, out: list[str]) -> None:
        if item.code == "F":
            if out and out[-1] == "and" and "often" in self.times:  # "on Wednesdays and every second weekend"
                out.pop()
                if str(item.value) not in str(self.times["often"]):
                    self.times["often"] = f"{self.times['often']} and {item.value}"
            self.times.setdefault("often", item.value)
            return
        if item.code == "U":
            self.times.setdefault("since", item.value)
            self.times["length"] = item.value
            return
        before = out.pop() if out and out[-1] in _LEADS_TIME else ""
        value = item.value
        if before in {"before", "after"} and isinstance(value, PartialDate):
            value = _open_date(before, value)
        key = {"since": "since", "from": "since", "until": "until", "till": "until", "to": "until"}.get(before, "when")
        self.times.setdefault(key, value)


def _open_date(word: str, value: PartialDate) -> PartialDate:
    """The date "before" or "after" *value*; *value* itself where that cannot be said."""
    try:
        return PartialDate.read(f"{word} {value.text}")
    except DateFormatError:
        return value


def clauses_of(
    sentence: str,
    today: date,
    known: Callable[[str], bool],
    *,
    first_person: bool = False,
    own_parents: bool = False,
) -> tuple[list[Word], list[Clause]]:
    """The words of *sentence*, and its clauses in order.

    *first_person* says that "I" is somebody of the family, *own_parents* that "mum" is the mother of who tells.
    """
    words = words_of(sentence)
    people = PhraseReader(words, TimeReader(sentence, words, today), known, first_person=first_person)
    people.own_parents = own_parents
    items = _Items(sentence, words, people).items()
    return words, _split(items, words)


class _Items:
    def __init__(self, sentence: str, words: list[Word], people: PhraseReader) -> None:
        self.words, self.people, self.times, self.known = words, people, people.times, people.known
        self.places = PlaceReader(sentence, words, people)

    def items(self) -> list[Item]:
        found: list[Item] = []
        at = 0
        while at < len(self.words):
            item = self._item(at)
            found.append(item)
            at = max(item.end, at + 1)
        return found

    def _item(self, at: int) -> Item:
        for code, read in (
            ("F", self.times.often),
            ("U", self.times.length),
            ("L", self.places.place),
            ("D", self._early_date),
            ("P", self._people),
            ("A", self._age),
            ("D", self.times.date),
            ("S", self._service),
        ):
            found = read(at)
            if found is not None:
                return Item(code, found[0], at, found[1])
        word = self.words[at]
        low = word.low
        if self._is_moved_in(at):
            return Item("", f"{low} in", at, at + 2)
        if low == "on" and [word.low for word in self.words[at + 2 : at + 3]] == ["own"]:
            return Item("", "alone", at, at + 3)
        if low == "'s" and self._is_has(at):
            low = "has"
        elif low == "'s" and (self._is_verb(at) or self.words[at - 1].low == "name"):
            low = "is"
        elif low == "is" and at + 1 < len(self.words) and self.words[at + 1].low in {"got", "been", "had"}:
            low = "has" if word.text[:1] in "'’" else low
        elif low == "am":
            low = "are"
        return Item("", low, at, at + 1)

    def _is_moved_in(self, at: int) -> bool:
        """As in "moved in last year": "in" belongs to the verb, and not to the time."""
        behind = [word.low for word in self.words[at + 1 : at + 3]]
        moves = self.words[at].low in {"moved", "moves", "moving"} and behind[:1] == ["in"]
        return moves and len(behind) > 1 and behind[1] in {"last", "this", "earlier", "recently", "a", "when", "after"}

    def _is_has(self, at: int) -> bool:
        """Whether "'s" is "has": "Rio's got", "Rio's never met"."""
        behind = [word.low for word in self.words[at + 1 : at + 3]]
        if behind and behind[0] in {"never", "always", "just", "only", "not", "also", "now"}:
            behind = behind[1:]
        return bool(behind) and behind[0] in _PARTICIPLES

    def _is_verb(self, at: int) -> bool:
        after = self.words[at + 1].low if at + 1 < len(self.words) else ""
        return (
            after
            in {
                "a",
                "an",
                "the",
                "in",
                "very",
                "not",
                "been",
                "now",
                "with",
                "at",
                "on",
                "just",
                "close",
                "pregnant",
                "dead",
                "called",
                "due",
                "always",
                "really",
                "still",
                "never",
            }
            or lexicon.number_word(after) is not None
            or after.endswith("ing")
            or after in lexicon.PREDICATES
        )

    def _early_date(self, at: int) -> tuple[object, int] | None:
        """A date that could be a phrase about people otherwise: "May 2019", "two years ago"."""
        found = self.times.date(at)
        return found if found is not None and found[1] > at + 1 else None

    def _people(self, at: int) -> tuple[object, int] | None:
        phrase = self.people.phrase(at)
        return (phrase, phrase.end) if phrase is not None else None

    def _age(self, at: int) -> tuple[object, int] | None:
        old = self.times.years_old(at + 1) if self.words[at].low in {"a", "an"} else None
        if old is not None and old[1] < len(self.words) and self.words[old[1]].low in {"woman", "man", "lady"}:
            return old[0], old[1] + 1  # "is a 26 year old woman"
        return self.times.age(at)

    def _service(self, at: int) -> tuple[object, int] | None:
        first = at + (self.words[at].low in {"the", "a"})
        length = lexicon.service_at(self.words, first) if first < len(self.words) else 0
        if not length and at and self.words[at - 1].low in _ATTENDS:
            length = next(
                (place for place, word in enumerate(self.words[first:]) if not word.capital), len(self.words) - first
            )
        if not length or self.known(self.words[first].low):
            return None
        end = first + length
        if (
            length == 1
            and end + 1 < len(self.words)
            and self.words[end].low == ","
            and self.words[end + 1].capital
            and not self.known(self.words[end + 1].low)
        ):
            name = next(
                (
                    place
                    for place in range(end + 1, len(self.words) + 1)
                    if place == len(self.words) or not self.words[place].capital
                ),
                end,
            )
            return " ".join(word.text for word in self.words[end + 1 : name]), name
        return " ".join(word.text for word in self.words[first:end]).replace(" 's", "'s"), end


def _split(items: list[Item], words: list[Word]) -> list[Clause]:
    clauses: list[Clause] = []
    here: list[Item] = []
    conjunction, begun = "", 0

    def close(at: int) -> None:
        nonlocal here
        if any(item.code or str(item.value).isalnum() for item in here):
            clauses.append(Clause(here, conjunction, begun, at))
        here = []

    at = 0
    while at < len(items):
        item = items[at]
        step = _boundary(items, at, here)
        if step is None:
            here.append(item)
            at += 1
            continue
        close(item.start)
        conjunction, at = step
        begun = items[at].start if at < len(items) else len(words)
    close(len(words))
    return _with_lone_times(clauses)


def _boundary(items: list[Item], at: int, here: list[Item]) -> tuple[str, int] | None:
    """Whether a clause ends before the item *at*: the conjunction of the next one, and where that begins."""
    item = items[at]
    if item.code == "P" and isinstance(item.value, Phrase) and here and _relative(item.value):
        return None if str(here[-1].value) in _ASKING else ("who", at)
    if item.code:
        return None
    if item.value in _STOPS or (item.value == ":" and here):
        return "", at + 1
    if item.value == "to" and here and at + 1 < len(items) and items[at + 1].value == "marry":
        return "and", at + 1
    after, word = at, ""
    if item.value == ",":
        after += 1
    while after < len(items) and not items[after].code and items[after].value in CONJUNCTIONS:
        word, after = str(items[after].value), after + 1
    open_time = word in _BEFORE_TIMES and after < len(items) and (items[after].code in {"", "D"})
    return (
        (word, after)
        if here
        and at < after < len(items)
        and not open_time
        and (_begins_clause(items, after) or (word in {"and", "but"} and _adds_a_place(here, items[after])))
        else None
    )


def _adds_a_place(here: list[Item], item: Item) -> bool:
    """As in "She is 34 and from Poland", "is twelve and in care": a second thing that somebody is."""
    verbs = [part for part in here if not part.code and part.value not in lexicon.ADVERBS]
    return item.code == "L" and here[-1].code == "A" and bool(verbs) and verbs[-1].value in {"is", "are"}


def _relative(phrase: Phrase) -> bool:
    """Whether a phrase begins a relative clause: "who", "whose father"."""
    owner = phrase.parts[0].owner if phrase.parts else phrase.owner
    return phrase.pronoun == "who" or (owner is not None and owner.pronoun == "who")


def _counts_a_pregnancy(items: list[Item]) -> bool:
    """As in "17 and five months pregnant"."""
    return items[0].code in {"A", ""} and any(item.value == "pregnant" for item in items[1:])


def _says_it(items: list[Item], at: int) -> bool:
    """As in "it was cancer" and "his attendance is low": what is nobody, and a verb."""
    first = items[at]
    start = at + 1 + (first.value not in _IMPERSONAL)
    behind = [item for item in items[start : at + 4] if item.code or item.value not in lexicon.ADVERBS][:1]
    return any(not item.code and lexicon.is_verb(Word(str(item.value), str(item.value), 0, 0)) for item in behind)


def _begins_clause(items: list[Item], at: int) -> bool:
    """Whether a verb stands at *at*, or somebody and then a verb, or a time and then such."""
    first = items[at]
    if not first.code and (first.value in _IMPERSONAL or first.value in lexicon.POSSESSIVES):
        return _says_it(items, at)
    if (not first.code and first.value in lexicon.PARTICIPLES) or _counts_a_pregnancy(items[at : at + 3]):
        return True
    if first.code == "P" and isinstance(first.value, Phrase) and first.value.pronoun == "who":
        return False
    seen_people = False
    for item in items[at : at + 6]:
        if item.code == "P" and not seen_people:
            seen_people = True
            continue
        if (
            item.code in {"F", "D", "U"}
            or (
                not item.code
                and (item.value in lexicon.ADVERBS or item.value in {"in", "on", ",", "from", "that"})
                and not seen_people
            )
            or (not item.code and item.value in lexicon.ADVERBS)
        ):
            continue
        if item.code == "S" and not seen_people:
            seen_people = True
            continue
        if not item.code and item.value == "there" and not seen_people:
            continue
        if not seen_people and item is first and not item.code and item.value in lexicon.PREDICATES:
            return True
        return not item.code and lexicon.is_verb(Word(str(item.value), str(item.value), 0, 0))
    return False


def _with_lone_times(clauses: list[Clause]) -> list[Clause]:
    """A clause that is only a time ("In 2019, ...") belongs to the next, or to the one before."""
    found: list[Clause] = []
    waiting: list[Item] = []
    for clause in clauses:
        if (
            waiting and found and clause.conjunction == "who"
        ):  # "a daughter, Elsie, in April 2025, whose father is Paul"
            found[-1].items += waiting
            waiting = []
        if all(
            item.code in {"D", "F", "U"}
            or str(item.value) in {"in", "on", "since", "until", "by", "from", "at", ",", "and", "after", "before"}
            for item in clause.items
        ):
            waiting += clause.items
            continue
        clause.items = [*waiting, *clause.items]
        if waiting:
            clause.start = min(clause.start, waiting[0].start)
        waiting = []
        found.append(clause)
    if waiting and found:
        found[-1].items += waiting
    return found
