"""One sentence after the other: its clauses and their subjects; what is only said or wished; what no rule reads."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from supervision_tui.family.narrative.discourse import Discourse
from supervision_tui.family.narrative.draft import Draft
from supervision_tui.family.narrative.grammar import clause_words, lexicon
from supervision_tui.family.narrative.grammar.clauses import Clause, Item, clauses_of
from supervision_tui.family.narrative.grammar.headings import heading, of_household
from supervision_tui.family.narrative.grammar.kin_nouns import PARENT_TITLES
from supervision_tui.family.narrative.grammar.phrase import Phrase
from supervision_tui.family.narrative.grammar.plain_clause import plain, relative_clause_in_order, share_times
from supervision_tui.family.narrative.grammar.words import Word
from supervision_tui.family.narrative.resolving import Resolver
from supervision_tui.family.narrative.rules import tie_actions
from supervision_tui.family.narrative.rules.clause_run import ClauseRun
from supervision_tui.family.narrative.rules.rule_search import NEGATED, carry_out, rule_of_clause
from supervision_tui.family.shorthand import Question, Unknown
from supervision_tui.text_folding import name_key

_TWO_WORDS = 2


class SentenceReader:
    """Reads sentences into a *draft*, one after the other."""

    def __init__(self, draft: Draft, discourse: Discourse) -> None:
        self.draft, self.discourse = draft, discourse
        self.unknown: list[Unknown] = []
        self.unread = False

    def read(self, sentence: str) -> tuple[Unknown, ...]:
        """What *sentence* says goes to the draft; the words that no rule reads come back with their places."""
        self.unknown = []
        words, clauses = clauses_of(
            sentence,
            self.draft.today,
            self._known,
            first_person=self.discourse.first_person,
            own_parents=self.discourse.own_parents,
        )
        resolver = Resolver(self.draft, self.discourse, words)
        if sentence.rstrip("\"'”’) ").endswith("?"):
            self._leave(sentence, 0, len(sentence))
            return tuple(self.unknown)
        title = heading(clauses[0], words) if clauses else ""
        clauses = clauses[1:] if title and len(clauses) > 1 else clauses
        for first, second in pairwise(clauses):
            relative_clause_in_order(first, second)
        reporter, unsure = "", False
        main: tuple[str, ...] = self.discourse.subject
        before: Clause | None = None
        for clause in clauses:
            share_times(before, clause)
            if clause.conjunction == "who" and before is not None:
                self._nearest(before, resolver)
            self.discourse.spliced = before is not None and not clause.conjunction
            self.discourse.joined = before is not None and clause.conjunction in {"and", "but"}
            before = clause
            self.discourse.antecedent = self.discourse.last if clause.conjunction == "who" else ()
            if clause.conjunction == "but":
                reporter, unsure = "", False
            self._with_subject(clause, main)
            reported = self._reported(clause, resolver)
            if reported is not None:
                reporter, unsure = reported
            self._clause(clause, resolver, words, sentence, reporter, unsure=unsure)
            if clause.conjunction != "who":
                main = self.discourse.subject
        if title and of_household(title):
            self._at_home()
        return tuple(self.unknown)

    def _at_home(self) -> None:
        """Those who were listed under a heading such as "Household:" live together."""
        people = [somebody for somebody in self.draft.persons if self.discourse.is_here(somebody)]
        if len(people) > 1:
            self.draft.live_together([somebody for somebody in people if self.draft.human(somebody)])

    def _known(self, low: str) -> bool:
        key = name_key(low)
        return any(
            key in {name_key(word) for word in f"{person['name']} {person.get('called', '')}".split()}
            for person in self.draft.persons.values()
        )

    # -- the subject -------------------------------------------------------------------------------------------------

    def _with_subject(self, clause: Clause, main: tuple[str, ...]) -> None:
        """A clause that begins with its verb has the subject of the one before."""
        first = next(
            (
                item
                for item in clause.items
                if not (
                    item.code in {"D", "F", "U"}
                    or str(item.value) in lexicon.ADVERBS | {",", "in", "on", "by", "from", "at"}
                )
            ),
            None,
        )
        if first is None or first.code in {"P", "S"}:
            if first is not None and isinstance(first.value, Phrase) and first.value.pronoun == "who":
                self._antecedent(clause)
            return
        if first.code == "A" and any(item.code == "P" for item in clause.items[1:3]):
            return  # "At 20 she met Tony"
        counted = any(item.value == "pregnant" for item in clause.items[1:3])
        placed = first.code == "L" and clause.conjunction in {"and", "but"}
        if (
            placed or counted or str(first.value) in lexicon.PREDICATES | lexicon.PARTICIPLES
        ) and clause.conjunction in {
            "and",
            "but",
            "",
        }:
            clause.items.insert(0, Item("", "is", clause.start, clause.start))
            first = clause.items[0]
        if (
            first.code
            or lexicon.is_verb(Word(str(first.value), str(first.value), 0, 0))
            or str(first.value) == "currently"
        ):
            if clause.conjunction != "and" or not self.discourse.subject:
                self.discourse.subject = main or self.discourse.subject
            clause.items.insert(
                0, Item("P", Phrase(clause.start, clause.start, pronoun="same"), clause.start, clause.start)
            )

    def _nearest(self, before: Clause, resolver: Resolver) -> None:
        """Whom "who" means by the words before it: "the children of Natalie, who died"."""
        value = next((item.value for item in before.items[::-1] if item.code), None)
        if not isinstance(value, Phrase) or value.parts:
            return
        owner = value.owner
        if owner is not None and owner.end == value.end and (owner.name or owner.apposed):
            self.discourse.last = resolver.people(owner, 2.0) or self.discourse.last
        elif self.unread and owner is not None and value.noun is not None and not value.apposed:
            people = resolver.people(value, 2.0)
            self.discourse.last = people or self.discourse.last

    def _antecedent(self, clause: Clause) -> None:
        plain_words = (str(item.value) for item in clause.items if not item.code)
        verb = next((word for word in plain_words if word not in lexicon.ADVERBS), "")
        without_age = [somebody for somebody in self.discourse.last if self.draft.age(somebody) is None]
        if any(item.code == "A" for item in clause.items) and verb == "are" and len(without_age) > 1:
            self.discourse.last = tuple(without_age)  # "Brandon, 16, and twins Alfie and Archie who are 7"
        if len(self.discourse.last) > 1 and verb not in clause_words.OF_SEVERAL:
            last = self.discourse.last[-1]
            if not verb.endswith("s"):
                names = " and ".join(self.draft.name(somebody) for somebody in self.discourse.last)
                words = f"who {verb}"
                choices = (("last", self.draft.name(last)), ("all", names))
                if self.discourse.answered(words) == "all":
                    return
                self.draft.ask(
                    Question(words, f"'{words}' is taken of {self.draft.name(last)} alone. Is that so?", choices)
                )
            self.discourse.last = (last,)

    # -- what is only said ---------------------------------------------------------------------------------------------

    def _reported(self, clause: Clause, resolver: Resolver) -> tuple[str, bool] | None:
        """Who says what the clause goes on to say; the clause is then only what is clause_words."""
        pattern = plain(clause.pattern())
        match = clause_words.SAYS.match(pattern)
        if match is None or not re.search(r"P\d+ \w", pattern[match.end() :]):
            return None
        at = int(match["who"])
        value = clause.items[at].value
        if not isinstance(value, Phrase):
            return None
        people = resolver.people(value, 3.0)
        if people:
            self.discourse.subject = people
        guess, resolver.guess = resolver.guess, False
        for item in clause.items[at + 1 : at + 4]:
            if isinstance(item.value, Phrase) and item.value.apposed:
                resolver.people(item.value, 1.0, without=people)  # "told her midwife, Jo, that"
        resolver.guess = guess
        rest = next(
            where
            for where in range(at + 1, len(clause.items))
            if clause.items[where].code == "P"
            and (
                where + 1 >= len(clause.items)
                or (not clause.items[where + 1].code and str(clause.items[where + 1].value) not in {"that", ","})
            )
        )
        clause.items = clause.items[rest:]
        clause.start = clause.items[0].start
        if match["verb"] in {"knows", "know", "knew"}:
            return "", False  # what somebody knows is so
        return (people[0] if people else "", match["verb"] in clause_words.UNSURE)

    # -- rules ---------------------------------------------------------------------------------------------------------

    def _clause(
        self, clause: Clause, resolver: Resolver, words: Sequence[Word], sentence: str, reporter: str, *, unsure: bool
    ) -> None:
        start, end = words[clause.start].start, words[min(clause.end, len(words)) - 1].end
        text = sentence[start:end].strip(" ,;.")
        run = ClauseRun(self.draft, self.discourse, resolver, clause, words, sentence, by=reporter, text=text)
        pattern = plain(clause.pattern())
        if pattern in clause_words.GREETINGS or clause_words.OPENING.fullmatch(pattern):
            self._facts_of_people(run)
            return
        if re.fullmatch(r"[PL]\d+(?: [PL]\d+)*", pattern):
            self._only_people(run)
            return
        answer = self.discourse.answered(text)
        if answer != "out":
            self._read(run, pattern, answer, (start, end), open_=unsure)
            self._leave_odd(run)

    def _read(self, run: ClauseRun, pattern: str, answer: str, place: tuple[int, int], *, open_: bool) -> None:
        """Read a clause by its rule, as an event, or leave it marked; *open_*: whoever says it is not sure."""
        clause, (start, end) = run.clause, place
        self.unread = False
        modal = open_ or bool(
            clause_words.MODAL.search(clause.pattern()) or clause_words.USED_TO.search(clause.pattern())
        )
        matched, tail = rule_of_clause(pattern, clause) if not modal or answer == "fact" else (None, "")
        event = matched is None and not modal and self._is_event(clause, pattern)
        heard = bool(run.by) and answer != "fact" and (event or (matched is not None and matched[0].kind != "tie"))
        if heard:
            self._ask_reported(run, run.by, start, end)
        elif matched is not None:
            before = self._taken()
            if clause_words.OF_ANOTHER_TIME.match(tail):
                clause.times = _times_before(clause, pattern.removesuffix(tail).strip())
            carry_out(run, *matched)
            if self._taken() == before:
                self._leave(run.text, start, end)
            elif not self._read_tail(tail, run):
                self._leave_tail(tail, run.sentence, start, end)
        elif event and self._has_subject(clause):
            tie_actions.event(run, next(at for at, item in enumerate(clause.items) if item.code == "P"))
        elif answer == "note":
            self._note(run)
        else:
            self.unread = True
            self._facts_of_people(run)
            at = run.sentence.find(run.text, start)
            self._leave(run.text, at, at + len(run.text))

    def _read_tail(self, tail: str, run: ClauseRun) -> bool:
        """A last part behind "and" is read as a clause of its own: "is 20 and in the army"; whether there is one."""
        places = [int(number) for number in re.findall(r"\b[PALS](\d+)\b", tail)]
        if not tail.startswith(("and ", "but ")):
            return False
        items = run.clause.items
        last = places[0] - 1 if places else len(items) - 1
        joint = next((at for at in range(last, 0, -1) if str(items[at].value) in {"and", "but"}), 0)
        if not joint or joint + 1 >= len(items):
            return False
        rest = Clause(items[joint + 1 :], str(items[joint].value), items[joint + 1].start, run.clause.end)
        first = rest.items[0]
        has = any(str(item.value) in {"has", "have", "had"} for item in items[:joint] if not item.code)
        if has and re.fullmatch(r"P\d+(?: (?:with|by) P\d+)?(?: L\d+)?", plain(rest.pattern())):
            same = Phrase(rest.start, rest.start, pronoun="same")
            rest.items[:0] = [Item("P", same, rest.start, rest.start), Item("", "has", rest.start, rest.start)]
            first = rest.items[0]
        of_being = any(str(item.value) in {"is", "are"} for item in items[:joint] if not item.code)
        if of_being and not first.code and not lexicon.is_verb(Word(str(first.value), str(first.value), 0, 0)):
            rest.items.insert(0, Item("", "is", first.start, first.start))
        self._with_subject(rest, self.discourse.subject)
        self._clause(rest, run.resolver, run.words, run.sentence, run.by, unsure=False)
        return True

    def _leave_odd(self, run: ClauseRun) -> None:
        """Words in brackets beside somebody that are not understood: marked, and asked about."""
        for start, end in (span for item in run.clause.items for span in _odd(item.value)):
            place, close = run.words[start].start, run.words[end - 1].end
            if self.discourse.answered(run.sentence[place:close]) != "out":
                self._leave(run.sentence[place:close], place, close)

    def _taken(self) -> tuple[int, int]:
        """How much the present sentence has told and asked up to here."""
        here = self.draft.sentence
        return self.draft.noted, len(self.draft.questions.get(here, ()))

    def _leave_tail(self, tail: str, sentence: str, start: int, end: int) -> None:
        """The last part of a clause that was read but for it: marked, and asked about."""
        if not tail:
            return
        place = sentence.casefold().find(tail, start)
        if place < 0:  # somebody is told of in it: from its first word to the end
            place = sentence.casefold().rfind(f" {tail.split(maxsplit=1)[0]} ", start, end) + 1
        else:
            end = place + len(tail)
        if place > 0 and self.discourse.answered(sentence[place:end]) != "out":
            self._leave(sentence[place:end].rstrip(" .,;"), place, end)

    def _is_event(self, clause: Clause, pattern: str) -> bool:
        dated = any(name in clause.times for name in ("when", "until")) or (
            "since" in clause.times and "length" not in clause.times
        )
        return bool(
            not NEGATED.search(pattern)
            and (
                (dated and clause_words.PAST.match(pattern))
                or (clause_words.PAST.match(pattern) and clause_words.EVENTS.search(pattern))
            )
        )

    def _has_subject(self, clause: Clause) -> bool:
        """Whether a clause says who does it, or goes on about somebody who was told of."""
        first = next((item.value for item in clause.items if item.code == "P"), None)
        return bool(self.discourse.subject) or (isinstance(first, Phrase) and first.pronoun != "same")

    def _only_people(self, run: ClauseRun) -> None:
        """A phrase about people and no verb: "Mum: Donna, 31." says who they are by itself."""
        for at, item in enumerate(run.clause.items):
            if item.code == "P":
                people = run.subject(at)
                noun = run.phrase(at).noun
                if noun is not None and noun.relation == "child" and noun.plural and run.phrase(at).owner is None:
                    self._listed_children(people)

    def _listed_children(self, people: Sequence[str]) -> None:
        """As in "Children: Summer 8, Riley 5": of "Mum" and "Dad", where there are such."""
        for title, parent in self.discourse.titles.items():
            if title in PARENT_TITLES:
                for child in people:
                    self.draft.set_parent(parent, child)
        self.discourse.note_group(people, "children")

    def _facts_of_people(self, run: ClauseRun) -> None:
        """People who are named in a clause that no rule reads are still people: "Leanne, 38, ..."; none is guessed."""
        run.resolver.guess = False
        found: list[tuple[str, ...]] = []
        for at, item in enumerate(run.clause.items):
            self.discourse.inside = at > 0
            if (
                isinstance(item.value, Phrase)
                and item.value.pronoun == ""
                and (item.value.name or item.value.apposed or item.value.parts)
            ):
                found.append(run.resolver.people(item.value, 3.0 if at <= 1 else 2.0))
                if (at <= 1 or not any(found[:-1])) and found[-1]:
                    self.discourse.subject = found[-1]
            elif (
                isinstance(item.value, Phrase)
                and at == 0
                and (item.value.pronoun in {"she", "he", "they", "same"} or item.value.owner is not None)
            ):
                found.append(run.resolver.people(item.value, 2.0))
                self.discourse.subject = found[-1]
        together = [somebody for people in found for somebody in people[:1]]
        if len(found) == _TWO_WORDS and len(set(together)) == _TWO_WORDS:
            self.discourse.note_group(together, "list")

    # -- what is open --------------------------------------------------------------------------------------------------

    def _leave(self, text: str, start: int, end: int) -> None:
        """Words that no rule reads: marked, and asked about."""
        self.unknown.append(Unknown(text, max(start, 0), max(end, 0)))
        choices = (("note", "keep it as a note"), ("out", "leave it out"))
        self.draft.ask(Question(text, f"'{text}' was not taken. What shall become of it?", choices))

    def _ask_reported(self, run: ClauseRun, reporter: str, start: int, end: int) -> None:
        self._facts_of_people(run)
        who = self.draft.name(reporter)
        choices = (("fact", "it is so"), ("note", "keep it as a note"), ("out", "leave it out"))
        self.draft.ask(Question(run.text, f"{who} says it: '{run.text}'. Is it so?", choices))
        self.unknown.append(Unknown(run.text, start, end))
        if self.discourse.answered(run.text) == "note":
            self.draft.add_note(reporter, f"Says: {run.text}.")

    def _note(self, run: ClauseRun) -> None:
        at = next((at for at, item in enumerate(run.clause.items) if item.code == "P"), None)
        people = run.subject(at) if at is not None else self.discourse.subject
        for somebody in people[:1]:
            self.draft.add_note(somebody, f"{run.text[:1].upper()}{run.text[1:]}.")


def _times_before(clause: Clause, head: str) -> dict[str, object]:
    """The times of *clause* without those of its last part: *head* is the pattern of what stands before that."""
    for end in range(len(clause.items) - 1, 0, -1):
        part = Clause(clause.items[:end], clause.conjunction, clause.start, clause.end)
        if plain(part.pattern()) == head:
            return part.times
    return clause.times


def _odd(phrase: object) -> list[tuple[int, int]]:
    """The words beside a phrase, its parts and what stands beside them, that are not understood."""
    if not isinstance(phrase, Phrase):
        return []
    return [*phrase.odd, *(span for other in (*phrase.parts, *phrase.apposed) for span in _odd(other))]
