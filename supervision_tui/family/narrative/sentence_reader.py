"""One sentence after the other: its clauses and their subjects; what is only said or wished; what no rule reads."""

from __future__ import annotations

import re
from collections.abc import Sequence

from supervision_tui.family.narrative.discourse import Discourse
from supervision_tui.family.narrative.draft import Draft
from supervision_tui.family.narrative.grammar import lexicon
from supervision_tui.family.narrative.grammar.clauses import Clause, Item, clauses_of
from supervision_tui.family.narrative.grammar.kin_nouns import PARENT_TITLES
from supervision_tui.family.narrative.grammar.phrase import Phrase
from supervision_tui.family.narrative.grammar.word_sets import word_set
from supervision_tui.family.narrative.grammar.words import Word
from supervision_tui.family.narrative.resolving import Resolver
from supervision_tui.family.narrative.rules import tie_actions
from supervision_tui.family.narrative.rules.catalogue import RULES
from supervision_tui.family.narrative.rules.clause_run import ClauseRun
from supervision_tui.family.narrative.rules.rule import Rule
from supervision_tui.family.shorthand import Question, Unknown
from supervision_tui.lazy_pattern import lazy_pattern
from supervision_tui.text_folding import name_key

_SAYS = lazy_pattern(
    r"P(?P<who>\d+) (?:has |have |had )?(?P<verb>says?|said|tells|told|reports?|reported|claims?|claimed|states?|"
    r"stated|thinks?|thought|"
    r"believes?|believed|reckons?|feels?|felt|denies|denied|denying|mentioned|explained|disclosed|suggests?|"
    r"suspects?|alleges?|alleged|insists?|"
    r"swears|admits|admitted|described|hopes?|knows)(?: (?:us|me|that|school|staff|P\d+ that|to us that))*(?= |$)"
)
_UNSURE = word_set(
    "thinks think thought believes believe believed reckons reckon feels feel felt denies denied denying "
    "suspects suspect suggests alleges alleged hopes hope knows"
)
_MODAL = lazy_pattern(
    r"\b(?:may|might|could|would|should|wants?|wanted|wishes|wish|hopes?|hoped|plans?|planned|planning|wanting|"
    r"hoping|if|maybe|perhaps|possibly|probably|"
    r"allegedly|reportedly|supposedly|apparently|seems?|appears?|supposed|going to|will|unless|whether|not sure|"
    r"unsure|unclear|can|likely|expected|"
    r"considering|due to|about to|asked to|refuses|refused|tried|trying|threaten(?:s|ed) to|nearly|almost|pretend\w*|"
    r"rumou?r\w*|unknown if)\b(?! not stand)"
)
_USED_TO = lazy_pattern(
    r"\bused to\b(?! (?:hit|beat|hurt|slap|punch|kick|strangle|abuse|assault|attack|be (?:very )?violent|shout|scream|"
    r"belittle|control|bully|threaten)\b)"
)
"""What is over and says no more; harm that is over is still told."""
_NEGATED = lazy_pattern(r"\b(?:not|never|nobody|no one|neither|nor|none|without|hardly|rarely|no)\b")
_LEFT_OUT = word_set(
    "now still just also currently always really actually only then recently later often sometimes usually "
    "sadly clearly mostly mainly ever again even quite happily finally eventually both too as well though however"
)
"""Words without which a clause says the same."""
_PAST = lazy_pattern(
    r"P\d+ (?:was|were|had|went|came|got|lost|left|began|became|ran|took|broke|fell|found|gave|grew|made|met|saw|"
    r"spent|told|had been|has been|have been|"
    r"attempted|served|[a-z]+ed)\b"
)
_EVENTS = lazy_pattern(
    r"lost (?:his|her|their) job|(?:went|sent|gone|back) (?:in)?to prison|excluded|suspended|ran away|missing|"
    r"stroke|heart attack|taken into care|into care|grew up in care|"
    r"arrested|diagnosed|self-harm|overdose|sentenced|evicted|redundant|homeless|sectioned|hospitalised|accident|"
    r"crash|operation|relapsed|released|removed|"
    r"attempted|served|deported|bereaved|attacked|stabbed|burgled|crashed|started (?:school|nursery|college|work|"
    r"secondary)|left school"
)
_TAIL = lazy_pattern(
    r" (?:at|in|on|with|for|during|through|since|because of|despite|when|over|about|near|by|from|to|after|before|"
    r"until|as) "
)
_FRONTED = lazy_pattern(
    r"(?:since|after|before|during|because of|despite|following) (?:the|his|her|their|this|that) [a-z]+ (?=P)"
)
_OF_SEVERAL = word_set("are were have both all live go attend see get got do")
"""Verbs after "who" that are said of several."""
_GREETINGS = word_set("hi hello hey hiya ok okay well so yes yeah right basically anyway thanks please")
"""What says nothing of a family where it stands by itself."""
_TWO_WORDS = 2


class SentenceReader:
    """Reads sentences into a *draft*, one after the other."""

    def __init__(self, draft: Draft, discourse: Discourse) -> None:
        self.draft, self.discourse = draft, discourse
        self.unknown: list[Unknown] = []

    def read(self, sentence: str) -> tuple[Unknown, ...]:
        """What *sentence* says goes to the draft; the words that no rule reads come back with their places."""
        self.unknown = []
        words, clauses = clauses_of(sentence, self.draft.today, self._known, first_person=self.discourse.first_person)
        resolver = Resolver(self.draft, self.discourse, words)
        if sentence.rstrip("\"'”’) ").endswith("?"):
            self._leave(sentence, 0, len(sentence))
            return tuple(self.unknown)
        reporter, unsure = "", False
        main: tuple[str, ...] = self.discourse.subject
        before: Clause | None = None
        for clause in clauses:
            _share_times(before, clause)
            self.discourse.spliced = before is not None and not clause.conjunction
            before = clause
            if clause.conjunction == "but":
                reporter, unsure = "", False
            self._with_subject(clause, main)
            reported = self._reported(clause, resolver)
            if reported is not None:
                reporter, unsure = reported
            self._clause(clause, resolver, words, sentence, reporter, unsure=unsure)
            if clause.conjunction != "who":
                main = self.discourse.subject
        return tuple(self.unknown)

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
        if str(first.value) in lexicon.PREDICATES and clause.conjunction in {"and", "but", ""}:
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

    def _antecedent(self, clause: Clause) -> None:
        verb = next((str(item.value) for item in clause.items if not item.code), "")
        if len(self.discourse.last) > 1 and verb not in _OF_SEVERAL:
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
        """Who says what the clause goes on to say; the clause is then only what is said."""
        pattern = _plain(clause.pattern())
        match = _SAYS.match(pattern)
        if match is None or not re.search(r"P\d+ \w", pattern[match.end() :]):
            return None
        at = int(match["who"])
        value = clause.items[at].value
        if not isinstance(value, Phrase):
            return None
        people = resolver.people(value, 3.0)
        if people:
            self.discourse.subject = people
        rest = next(
            where
            for where in range(at + 1, len(clause.items))
            if clause.items[where].code == "P"
            and (
                where + 1 >= len(clause.items)
                or (not clause.items[where + 1].code and str(clause.items[where + 1].value) != "that")
            )
        )
        clause.items = clause.items[rest:]
        clause.start = clause.items[0].start
        return (people[0] if people else "", match["verb"] in _UNSURE)

    # -- rules ---------------------------------------------------------------------------------------------------------

    def _clause(
        self, clause: Clause, resolver: Resolver, words: Sequence[Word], sentence: str, reporter: str, *, unsure: bool
    ) -> None:
        start, end = words[clause.start].start, words[min(clause.end, len(words)) - 1].end
        text = sentence[start:end].strip(" ,;.")
        run = ClauseRun(self.draft, self.discourse, resolver, clause, words, sentence, by=reporter, text=text)
        pattern = _plain(clause.pattern())
        if pattern in _GREETINGS:
            return
        if re.fullmatch(r"[PL]\d+(?: [PL]\d+)*", pattern):
            self._only_people(run)
            return
        answer = self.discourse.answered(text)
        if answer == "out":
            return
        tail = ""
        modal = _MODAL.search(clause.pattern()) or _USED_TO.search(clause.pattern())
        found = None
        if not (modal or unsure) or answer == "fact":
            found, tail = self._rule_and_tail(pattern)
        if found is not None and reporter and found[0].kind != "tie" and answer != "fact":
            self._ask_reported(run, reporter, start, end)
            return
        if found is not None:
            _carry_out(run, *found)
            self._leave_tail(tail, sentence, start)
        elif not (modal or unsure) and self._is_event(clause, pattern) and reporter and answer != "fact":
            self._ask_reported(run, reporter, start, end)
        elif not (modal or unsure) and self._is_event(clause, pattern) and self._has_subject(clause):
            tie_actions.event(run, next(at for at, item in enumerate(clause.items) if item.code == "P"))
        elif answer == "note":
            self._note(run)
        else:
            self._facts_of_people(run)
            self._leave(text, sentence.find(text, start), sentence.find(text, start) + len(text))

    def _rule_and_tail(self, pattern: str) -> tuple[tuple[Rule, re.Match[str]] | None, str]:
        """The rule for *pattern*; where none fits whole, one for all but a last part such as "since the funeral"."""
        found = self._rule(pattern)
        if found is not None:
            return found, ""
        fronted = _FRONTED.match(pattern)
        if fronted is not None:
            found = self._rule(_plain(pattern[fronted.end() :]))
            if found is not None:
                return found, fronted[0].strip(" ,")
        for match in reversed(list(_TAIL.finditer(pattern))):
            found = self._rule(pattern[: match.start()])
            if found is not None and ("P" not in pattern[match.start() :] or match[0] in {" as ", " over "}):
                return found, pattern[match.start() :].strip()
        return None, ""

    def _leave_tail(self, tail: str, sentence: str, start: int) -> None:
        """The last part of a clause that was read but for it: marked, and asked about."""
        place = sentence.casefold().find(tail, start) if tail else -1
        if place >= 0 and self.discourse.answered(tail) != "out":
            self._leave(sentence[place : place + len(tail)], place, place + len(tail))

    def _rule(self, pattern: str) -> tuple[Rule, re.Match[str]] | None:
        for rule in RULES:
            match = rule.pattern.fullmatch(pattern)
            if match is not None and (
                not _NEGATED.search(pattern) or _NEGATED.search(rule.pattern.pattern.replace("(?!", ""))
            ):
                return rule, match
        return None

    def _is_event(self, clause: Clause, pattern: str) -> bool:
        dated = any(name in clause.times for name in ("when", "until")) or (
            "since" in clause.times and "length" not in clause.times
        )
        return bool(
            not _NEGATED.search(pattern)
            and ((dated and _PAST.match(pattern)) or (_PAST.match(pattern) and _EVENTS.search(pattern)))
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
                if at <= 1 and found[-1]:
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


def _share_times(before: Clause | None, clause: Clause) -> None:
    """A time that stands first is true of what is joined by "and"; "when his wife died" of the time before it."""
    if before is None:
        return
    first = next(
        (item for item in before.items if str(item.value) not in {"in", "on", "by", "since", "until", ","}), None
    )
    own = any(item.code in {"D", "U"} for item in clause.items)
    fronted = clause.conjunction == "and" and first is not None and first.code == "D"
    if not own and (fronted or clause.conjunction == "when"):
        times = [(at, item) for at, item in enumerate(before.items) if item.code == "D"]
        past = any(
            str(item.value) in {"died", "was", "were", "moved", "left", "had", "went", "came"}
            or str(item.value).endswith("ed")
            for item in clause.items
            if not item.code
        )
        for at, item in times[:1] if past else ():
            lead = (
                before.items[at - 1]
                if at and str(before.items[at - 1].value) in {"in", "on", "by", "since", "until"}
                else None
            )
            if lead is None or str(lead.value) in {"in", "on"}:
                clause.items += [item]


def _plain(pattern: str) -> str:
    """*pattern* without adverbs and marks that change nothing."""
    words = pattern.split()
    remaining = [
        word
        for at, word in enumerate(words)
        if word not in _LEFT_OUT and not (word in {",", "(", ")", "“", "”", '"', "!"} and True)
    ]
    text = " ".join(remaining)
    text = re.sub(r"\b(is|are|was|were) longer\b", r"\1 not", text.replace(" no longer", " not"))
    text = re.sub(r"\b(has|have|had) (?:since|got)\b(?! (?:back|engaged|married|divorced|together|to) )", r"\1", text)
    return re.sub(r"^(?:and|but|so|that|which) ", "", text)


def _carry_out(run: ClauseRun, rule: Rule, match: re.Match[str]) -> None:
    named = set(match.re.groupindex.values())
    places = [int(value) for at, value in enumerate(match.groups(), 1) if at not in named and value is not None]
    words = {name: value for name, value in match.groupdict().items() if value is not None or name == "words"}
    rule.action(run, *places, **{name: value or "" for name, value in words.items()})
