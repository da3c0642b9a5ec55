"""What a clause says of how people are with one another, of what happened, and of services round them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from supervision_tui.family.model.ties import TIE_KINDS
from supervision_tui.family.narrative.discourse import SUBJECT
from supervision_tui.family.narrative.grammar.kin_nouns import ROUND
from supervision_tui.family.narrative.grammar.lexicon import INSTITUTIONS
from supervision_tui.family.narrative.grammar.phrase import Phrase
from supervision_tui.family.narrative.rules.clause_run import ClauseRun
from supervision_tui.family.shorthand import Question
from supervision_tui.family.shorthand.resource_link import kind_of

if TYPE_CHECKING:
    from supervision_tui.family.narrative.grammar.clauses import Clause

_THEMES: tuple[tuple[str, str], ...] = (
    ("into care|taken into|removed|accommodated|went into foster|grew up in care|in care", "care_entry"),
    ("adopted", "adoption"),
    ("moved|went to live|evicted|homeless|rehoused", "move"),
    ("came to|arrived|fled|emigrated|migrat", "migration"),
    ("prison|sentenced|jail|custody|arrested|released", "prison"),
    ("excluded|suspended|permanently", "exclusion"),
    ("school|nursery|college|university", "school"),
    ("lost (?:his|her|their) job|redundant|sacked", "job_loss"),
    ("started work|new job|works", "work"),
    ("missing|ran away", "missing"),
    ("stroke|heart attack|cancer|diagnos|ill|operation|hospital|accident|crash", "illness"),
    ("relapse|drinking|drugs|overdose", "addiction"),
    ("sober|clean|recovery|detox", "recovery"),
    ("hit|assault|beat|attack|stabbed|violen", "violence"),
    ("died|death|funeral", "death"),
    ("order", "order"),
    ("disclosed", "disclosure"),
    ("contact", "contact"),
    ("referred|referral", "referral"),
    ("separated|left|broke up|split", "separation"),
    ("married|wedding|engaged", "union"),
    ("born|birth", "birth"),
)


def theme_of(words: str) -> str:
    """What an event is about, by its words."""
    return next((theme for pattern, theme in _THEMES if re.search(pattern, words.casefold())), "other")


def tie(run: ClauseRun, first: int, second: int | None = None, *, kind: str, back: bool = False) -> None:
    """Somebody is so with somebody: one phrase of two people, or two phrases; *back* turns the direction."""
    catalogue = TIE_KINDS[kind]
    prefer = "children" if kind == "caretaker" else ""
    run.discourse.careful = catalogue.tone == "harm"
    before = run.discourse.last
    people = run.adults(first) if run.discourse.careful else _who(run, first, before)
    others = run.object(second, without=people, prefer=prefer) if second is not None else ()
    run.discourse.careful = False
    if kind == "caretaker" and people and {*people} <= run.discourse.foster_carers and not run.often:
        for other in others:
            for somebody in people[:2]:
                if somebody not in run.draft.parents(other):
                    run.draft.set_parent(somebody, other, "foster")
    pairs = [(somebody, other) for somebody in people for other in others] if second is not None else _pairs(people)
    if not pairs and people and second is None:
        phrase = run.phrase(first)
        owner = phrase.owner or next((other.owner for other in phrase.apposed if other.owner), None)
        likely = run.resolver.owners(phrase) if owner is not None and phrase.owner is not None else ()
        if run.text.endswith((" with", " to")):  # "a brother, Dale, he is not in touch with"
            likely = tuple(somebody for somebody in before if somebody not in people)[-1:] or likely
        pairs = [(people[0], somebody) for somebody in likely[:1]]
        run.draft.ask(
            Question(
                run.text, f"'{run.text}': with whom?" + (f" {run.draft.name(likely[0])} is taken." if likely else "")
            )
        )
    if len(pairs) > 1 and not catalogue.directed and second is not None and len(people) > 1 and len(others) > 1:
        run.draft.ask(Question(run.text, f"'{run.text}': each with each?"))
    for somebody, other in pairs:
        a, b = (other, somebody) if back else (somebody, other)
        run.draft.add_tie(
            a, b, kind, perspective=run.by, words=run.often, since=run.time("since", "when"), until=run.time("until")
        )
        if catalogue.tone == "harm":
            run.draft.ask(
                Question(
                    f"harm {run.draft.name(a)}",
                    f"{run.draft.name(a)}, {catalogue.words} {run.draft.name(b)}: is somebody harmed? "
                    "A flag of harm is set by a worker, and changes what is asked and printed.",
                )
            )


def _who(run: ClauseRun, at: int, before: Sequence[str]) -> tuple[str, ...]:
    """Who is so with somebody; in "a brother, Dale, he is not in touch with" it is not Dale."""
    phrase = run.phrase(at)
    if not run.text.endswith((" with", " to")) or phrase.pronoun not in {"she", "he"}:
        return run.subject(at)
    people = run.resolver.people(phrase, SUBJECT, without=before[-1:])
    run.discourse.subject = people or run.discourse.subject
    return people


def _pairs(people: Sequence[str]) -> list[tuple[str, str]]:
    return [(first, second) for at, first in enumerate(people) for second in people[at + 1 :]]


def done_by(run: ClauseRun, first: int, *others_at: int, kind: str) -> None:
    """Noor is being bullied by a girl called Chelsea: somebody outside the family who has a name."""
    run.discourse.careful = True
    people = run.subject(first)
    second = others_at[-1]
    phrase = run.phrase(second)
    names = [other.name for other in phrase.apposed if other.name] or ([phrase.name] if phrase.name else [])
    others = (
        run.object(second, without=people)
        if not phrase.new
        else tuple(run.draft.named(name)[0] if run.draft.named(name) else run.draft.add_person(name) for name in names)
    )
    run.discourse.careful = False
    for somebody in people:
        for other in others:
            run.draft.add_tie(other, somebody, kind, perspective=run.by)
            run.draft.ask(
                Question(
                    f"harm {run.draft.name(somebody)}",
                    f"{run.draft.name(somebody)}: is somebody harmed? A flag of harm is set by a worker.",
                )
            )


def harms(run: ClauseRun, who: int, *, kind: str) -> None:
    """Imran was controlling: of whom is not said; a partner or the other parent is taken, and it is asked."""
    for somebody in run.subject(who):
        others = run.draft.partners(somebody) or [
            parent
            for child in run.draft.children(somebody)
            for parent in run.draft.parents(child)
            if parent != somebody
        ]
        for other in others[-1:]:
            run.draft.add_tie(somebody, other, kind, perspective=run.by, since=run.time("since"))
        taken = f" {run.draft.name(others[-1])} is taken." if others else ""
        run.draft.ask(Question(run.text, f"'{run.text}': who is harmed?{taken} A flag of harm is set by a worker."))
        if not others:
            run.draft.add_note(somebody, f"{run.text[:1].upper()}{run.text[1:]}.")


def sees(run: ClauseRun, who: int, whom: int | None = None) -> None:
    """Tobi's dad sees him every weekend: a link, with how often in words."""
    phrase = run.phrase(whom) if whom is not None else Phrase(0, 0)
    own = phrase.noun is not None and phrase.owner is not None and phrase.owner.pronoun == "they"
    people = run.subject(who, "children" if own and run.phrase(who).pronoun == "they" else "")
    if whom is None and len(people) == 2:  # noqa: PLR2004 - one with the other
        run.draft.add_tie(people[0], people[1], "plain", perspective=run.by, words=_verb(run), since=run.time("since"))
        return
    grown = people and not any(run.draft.is_child(somebody) for somebody in people)
    others = run.object(whom, without=people, prefer="children" if grown else "") if whom is not None else ()
    professional = [
        somebody for somebody in (*people, *others) if run.draft.persons[somebody].get("kind") == "professional"
    ]
    if whom is None and people:
        subject = run.phrase(who)
        likely = run.resolver.owners(subject, without=people) if subject.noun is not None and subject.owner else ()
        likely = likely or tuple(
            child for somebody in people for child in run.draft.children(somebody) if run.draft.is_child(child)
        )
        others = others or likely
        taken = f" {' and '.join(run.draft.name(other) for other in others)} is taken." if others else ""
        run.draft.ask(Question(run.text, f"'{run.text}': whom?{taken}"))
    if professional or not others:
        return
    for somebody in people:
        for other in others:
            run.draft.add_tie(somebody, other, "plain", perspective=run.by, words=_verb(run), since=run.time("since"))


def looks_after(run: ClauseRun, who: int, whom: int) -> None:
    """Nan has them on Fridays, which is care; their dad has them at weekends, which is contact with a parent."""
    people = run.subject(who)
    others = run.object(whom, without=people, prefer="children")
    for somebody in people:
        for other in others:
            kind = "plain" if somebody in run.draft.parents(other) else "caretaker"
            words = _verb(run) if kind == "plain" else run.often
            run.draft.add_tie(somebody, other, kind, perspective=run.by, words=words, since=run.time("since"))


def comes_by(run: ClauseRun, who: int) -> None:
    """Julie pops in every day: to whoever tells, or to their own children; it is asked."""
    people = run.subject(who, "children" if run.phrase(who).pronoun == "they" else "")
    if len(people) == 2 and all(run.draft.is_child(somebody) for somebody in people):  # noqa: PLR2004 - two siblings
        run.draft.add_tie(people[0], people[1], "plain", perspective=run.by, words=_verb(run), since=run.time("since"))
        return
    own = [child for somebody in people for child in run.draft.children(somebody) if run.draft.is_child(child)]
    teller = run.resolver.teller() if run.discourse.teller else ()
    others = tuple(somebody for somebody in own or teller if somebody not in people)
    for somebody in people[:1]:
        for other in others:
            run.draft.add_tie(somebody, other, "plain", perspective=run.by, words=_verb(run), since=run.time("since"))
    names = " and ".join(run.draft.name(other) for other in others)
    run.draft.ask(Question(run.text, f"'{run.text}': whom?" + (f" {names} is taken." if names else "")))


def _verb(run: ClauseRun) -> str:
    often = run.often
    return f"contact {often}" if often else "in contact"


def event(run: ClauseRun, who: int) -> None:
    """Something that happened, kept in its own words with its date."""
    people = run.subject(who)
    if not people:
        return
    others = [
        somebody
        for item in run.clause.items[who + 1 :]
        if isinstance(item.value, Phrase) and item.value.pronoun != "who"
        for somebody in run.resolver.people(item.value, without=people)
    ]
    what = _what(run, who)
    run.draft.add_event(
        what, (*people, *others), date=run.time("when", "since"), until=run.time("until"), theme=theme_of(what)
    )


def _what(run: ClauseRun, who: int) -> str:
    """The words of the clause behind its subject."""
    start = run.clause.items[who].end
    parts = [item for item in run.clause.items if item.start >= start]
    last = run.clause.end
    text = run.sentence[run.words[start].start : run.words[last - 1].end] if start < last else run.text
    for item in parts:
        if item.code == "D":
            date = run.sentence[run.words[item.start].start : run.words[item.end - 1].end]
            text = re.sub(rf"\b(?:in |on |at )?{re.escape(date)}", "", text)
    return " ".join(text.strip(" ,.;").split()) or run.text


def is_round_family(clause: Clause, places: Sequence[int]) -> bool:
    """Whether the second of them is somebody from a service: "sees Jo from CAMHS", not "has a son at university"."""
    phrase = clause.items[places[1]].value
    noun = phrase.noun if isinstance(phrase, Phrase) else None
    return noun is None or noun.relation in ROUND


def migrated(run: ClauseRun, who: int, *places: int) -> None:
    """Ewa came to the UK from Poland in 2012 with her husband."""
    event(run, who)
    people = run.discourse.subject
    for place in places:
        if run.clause.items[place].code == "L" and run.value(place) in INSTITUTIONS:
            run.set_place(people, place)  # "fled to a refuge"
    companions = [item.value for item in run.clause.items[who + 1 :] if isinstance(item.value, Phrase)]
    if companions and people:
        together = (*people, *run.resolver.people(companions[0], without=people))
        couple = len(together) == len(people) + 1 and run.draft.can_be_couple(*together[-2:])
        run.discourse.note_group(together, "couple" if couple and len(people) == 1 else "list")


def moved_to(run: ClauseRun, who: int, place: int) -> None:
    """Trevor moved to Jamaica in 2019: an event, and where he is."""
    event(run, who)
    for somebody in run.discourse.subject:
        run.draft.leave_home(somebody, run.time("when", "since"))
        run.set_place((somebody,), place)


def attends(run: ClauseRun, who: int, service: int, place: int | None = None) -> None:
    """Tyler goes to Oakfield Primary; Hassan is at university in Leeds."""
    people = run.subject(who)
    serve(run, run.value(service), people)
    if place is not None:
        run.set_place(people, place)


def served_by(run: ClauseRun, service: int, whom: int) -> None:
    """CAMHS has been seeing Tyler since 2025."""
    serve(run, run.value(service), run.object(whom))


def serve(run: ClauseRun, name: str, people: Sequence[str]) -> None:
    """Somebody goes to a service, or has it round them."""
    if not people:
        return
    resource = run.draft.resources.setdefault(name, {"name": name, "kind": kind_of(name, "service"), "people": ()})
    before = resource["people"] if isinstance(resource["people"], tuple) else ()
    resource["people"] = tuple(dict.fromkeys((*before, *people)))
    resource["since"] = resource.get("since") or run.time("since", "when")
    resource["frequency"] = resource.get("frequency") or run.often
    run.draft.note_fact("resource", name, *people)


def attends_at(run: ClauseRun, who: int, service: int, place: int | None = None) -> None:
    """Bethany is at university in Leeds."""
    people = run.subject(who)
    serve(run, run.value(service), people)
    if place is not None:
        run.set_place(people, place)


def event_of_harm(run: ClauseRun, who: int) -> None:
    """Lily is being bullied at school: by whom is not said."""
    people = run.subject(who)
    if people:
        run.draft.add_event(run.words_after(who), people, date=run.time("when", "since"), theme="other")
        run.draft.ask(Question(run.text, f"'{run.text}': by whom? It is kept as an event."))


def tie_in_words(run: ClauseRun, who: int, whom: int) -> None:
    """Sami is scared of Imran: kept in these words, and asked about."""
    people = run.subject(who)
    for other in run.object(whom, without=people):
        for somebody in people:
            run.draft.add_tie(somebody, other, "distant", perspective=run.by, words="afraid")
        run.draft.ask(
            Question(run.text, f"'{run.text}' is drawn as distant, with the word 'afraid'. Is somebody harmed?")
        )


def has_worker(run: ClauseRun, who: int, service: int, worker: int) -> None:
    """Evie has a CAMHS worker called Dr Shah."""
    people = run.subject(who)
    serve(run, run.value(service), people)
    for somebody in run.object(worker, without=people):
        run.draft.set_person(somebody, kind="professional", role=f"{run.value(service)} worker")


def has_worker_from(run: ClauseRun, who: int, worker: int, service: int) -> None:
    """Abdi trusts his guardian, Tom, from the Refugee Council: somebody of a service, and nobody's kin."""
    people = run.subject(who)
    phrase = run.phrase(worker)
    role = phrase.noun.word.replace("-", " ") if phrase.noun is not None else "worker"
    names = [other.name for other in phrase.apposed if other.name] or ([phrase.name] if phrase.name else [])
    for name in names[:1]:
        known = run.draft.named(name)
        somebody = known[0] if known else run.draft.add_person(name)
        run.draft.set_person(somebody, kind="professional", role=f"{role}, {run.value(service)}")
        run.discourse.mention((somebody,), 2.0)
    serve(run, run.value(service), people)


def is_often(clause: Clause, places: Sequence[int]) -> bool:
    """Whether a clause says how often: "comes to us one weekend a month"."""
    return "often" in clause.times and len(places) > 1


def in_touch(run: ClauseRun, who: int) -> None:
    """Reza lives in Cardiff and we talk every day."""
    before = run.discourse.subject
    people = run.subject(who)
    both = tuple(dict.fromkeys((*people, *before))) if len(people) == 1 else people
    if len(both) != 2:  # noqa: PLR2004 - one with the other
        run.draft.ask(Question(run.text, f"'{run.text}': with whom?"))
        return
    run.draft.add_tie(both[0], both[1], "plain", perspective=run.by, words=_verb(run), since=run.time("since"))
