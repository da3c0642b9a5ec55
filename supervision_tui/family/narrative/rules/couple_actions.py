"""What a clause says of couples: together, married, parted, widowed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from supervision_tui.family.narrative.draft_people import ADULT
from supervision_tui.family.narrative.grammar.phrase import Phrase
from supervision_tui.family.narrative.rules.clause_run import ClauseRun
from supervision_tui.family.shorthand import Question

if TYPE_CHECKING:
    from supervision_tui.family.narrative.grammar.clauses import Clause

_TWO = 2
_PARENTS = frozenset({"mum", "mam", "mom", "mother", "mummy", "dad", "daddy", "father"})


def couple(
    run: ClauseRun, first: int, second: int | None = None, *, kind: str = "", ended: str = "", begun: bool = False
) -> None:
    """Two are or were a couple: one phrase of two people, or two phrases."""
    people = run.adults(first, prefer="couple")
    if second is not None:
        people = (*people[:1], *run.object(second, without=people)[:1])
    elif len(people) == 1 and not (ended and _is_so(run)):
        mates = (
            run.draft.partners(people[0], current=True) or run.draft.partners(people[0]) or _other_title(run, people[0])
        )
        people = (people[0], *mates[-1:])
    if len(people) != _TWO:
        if len(people) == 1:
            run.draft.add_note(people[0], f"{run.text[:1].upper()}{run.text[1:]}.")
        if people:
            run.draft.ask(Question(run.text, f"'{run.text}': with whom?"))
        return
    if ended == "unknown" and "length" in run.clause.times:
        run.clause.times.pop("since", None)  # "they were together for a year"
    until = run.time("until", "when" if ended and not begun else "until")
    since = run.time("since", *(("when",) if not ended or begun else ()))
    if ended and until is None and not begun and since is not None:
        since, until = None, since  # "they have been divorced since 2020"
    over = ended or ("unknown" if until is not None else "")
    run.draft.set_union(*people, kind=kind, since=since, until=until, ended=over)
    run.discourse.note_group(people, "couple")


def _is_so(run: ClauseRun) -> bool:
    """As in "He is divorced": said of one who may be of another couple now."""
    return any(not item.code and str(item.value) == "is" for item in run.clause.items)


def _other_title(run: ClauseRun, person: str) -> list[str]:
    """Dad, where Mum is spoken of, and the other way round."""
    titles = [somebody for title, somebody in run.discourse.titles.items() if title in _PARENTS]
    return [somebody for somebody in titles if somebody != person] if person in titles else []


def with_until(run: ClauseRun, first: int, second: int) -> None:
    """She was with Craig until 2016: over, because it was."""
    couple(run, first, second, ended="unknown" if not run.time("when") else "", begun=bool(run.time("when")))


def past_marriage(run: ClauseRun, first: int, second: int | None = None) -> None:
    """They were married in 2005: when it began; "were married until 2010", "were married for ten years": it is over."""
    length = run.clause.times.pop("length", None)
    if length is not None:
        run.clause.times.pop("since", None)
    ended = (
        "unknown" if not run.time("when") and (run.time("until") or length is not None or not run.time("since")) else ""
    )
    couple(run, first, second, kind="married", ended=ended, begun=True)


def met(run: ClauseRun, first: int, second: int) -> None:
    """Tina met Mark in 2019: a couple is not said yet; it is asked."""
    people = (*run.adults(first), *run.object(second))
    if len(people) == _TWO:
        run.discourse.subject = people  # "she met Tony and had Kirsty"
    run.draft.ask(Question(run.text, f"'{run.text}': did they become a couple then?"))
    if people:
        run.draft.add_event(run.text, people, date=run.time("when"))
        run.discourse.note_group(people, "couple")


def left_somebody(run: ClauseRun, first: int, second: int) -> None:
    """Paul left her in 2016: a couple parted, if they were one."""
    leaver = run.adults(first)
    young = [somebody for somebody in run.discourse.presence
             if somebody in run.draft.persons and run.draft.is_child(somebody)]  # fmt: skip
    pronoun = bool(run.phrase(second).pronoun)
    other = run.object(second, without=(*leaver, *(young if pronoun else ())))
    other = tuple(somebody for somebody in other if somebody not in leaver)
    mates = [somebody for somebody in other if somebody in run.draft.partners(leaver[0])] if leaver else []
    other = tuple(mates) or other  # "left them": of them, the partner
    if len(leaver) == len(other) == 1 and other[0] in run.draft.partners(leaver[0]):
        union = run.draft.set_union(leaver[0], other[0], ended="separation", until=run.time("when"))
        union["leaver"] = leaver[0]
    elif len(leaver) == len(other) == 1 and _of_age(run, leaver[0], other[0]):
        union = run.draft.set_union(leaver[0], other[0], ended="separation", until=run.time("when"))
        union["leaver"] = leaver[0]
        run.discourse.note_group((*leaver, *other), "couple")
        names = f"{run.draft.name(leaver[0])} and {run.draft.name(other[0])}"
        run.draft.ask(Question(run.text, f"'{run.text}': {names} are taken as a couple who parted. Is that so?"))
    elif leaver:
        run.draft.add_event(run.text, (*leaver, *other), date=run.time("when"))
        run.discourse.note_group((*leaver, *other), "list")


def _of_age(run: ClauseRun, first: str, second: str) -> bool:
    """Whether two can have been a couple: neither is told of as a child of somebody, nor one as kin of the other."""
    young = any((age := run.draft.age(somebody)) is not None and age < ADULT for somebody in (first, second))
    kin = frozenset((first, second)) in run.draft.kin
    return run.draft.can_be_couple(first, second) and not young and not kin


def left(run: ClauseRun, who: int) -> None:
    """Imran left in January: the couple that he was one of parted, which is asked about."""
    people = run.subject(who)
    for somebody in people:
        current = run.draft.partners(somebody, current=True)
        if run.clause.conjunction in {"since", "when", "after"} and {*run.draft.partners(somebody)} - {*current}:
            continue  # "has not spoken to him since he left": the parting that was told
        mates = current or _lone_subject(run, somebody)
        mates = [mate for mate in mates if mate != somebody]
        run.draft.add_event("left", (somebody,), date=run.time("when", "since"), theme="separation")
        if len(people) == len(mates) == 1:
            union = run.draft.set_union(somebody, mates[0], ended="separation", until=run.time("when", "since"))
            union["leaver"] = somebody
            run.draft.leave_home(somebody, run.time("when", "since"))
            names = f"{run.draft.name(somebody)} and {run.draft.name(mates[0])}"
            run.draft.ask(Question(run.text, f"'{run.text}': {names} are taken to have parted. Is that so?"))


def _lone_subject(run: ClauseRun, leaver: str) -> list[str]:
    """As in "Tina brought her kids up on her own after Mick walked out": whom the clause before was about."""
    here = [somebody for somebody in run.draft.persons if run.discourse.is_here(somebody)]
    parents = [somebody for somebody in here if run.draft.children(somebody)]
    new = run.discourse.first_told.get(leaver) == run.draft.sentence
    return parents if len(parents) == 1 and new and _of_age(run, parents[0], leaver) else []


def childless(run: ClauseRun, who: int) -> None:
    """Tom and Ros have no children."""
    people = run.subject(who)
    for somebody in people:
        run.draft.note_fact("note", somebody, words=("no children",))
    if len(people) == _TWO and people[1] in run.draft.partners(people[0]):
        for somebody in people:
            run.draft.add_note(somebody, "No children, as told.")


def never_married(run: ClauseRun, who: int) -> None:
    """Anne never married; Anne is single."""
    for somebody in run.subject(who):
        run.draft.add_note(somebody, f"{run.text[:1].upper()}{run.text[1:]}.")


# -- children --------------------------------------------------------------------------------------------------------


def together_again(run: ClauseRun, who: int, whom: int | None = None) -> None:
    """They are back together: what was over is not."""
    couple(run, who, whom)
    pair = run.discourse.subject if len(run.discourse.subject) == _TWO else ()
    if whom is not None:
        pair = (*run.discourse.subject[:1], *run.object(whom)[:1])
    for union in (union for pair_, union in run.draft.unions.items() if {*pair_} == {*pair}):
        union.pop("ended", None)
        union.pop("until", None)


def married_again(run: ClauseRun, who: int, whom: int | None = None) -> None:
    """She remarried in 2017, to Vic."""
    if whom is None:
        never_married(run, who)
        return
    couple(run, who, whom, kind="married", begun=True)


def lived_together(run: ClauseRun, who: int) -> None:
    """They cohabited from 2013 until their separation in June 2022."""
    if "separation" in run.text and "until" not in run.clause.times and "when" in run.clause.times:
        run.clause.times["until"] = run.clause.times.pop("when")
    couple(run, who, kind="cohabiting", ended="separation" if "until" in run.clause.times else "")


def partner_died(run: ClauseRun, who: int) -> None:
    """Irene was widowed in 2012."""
    for somebody in run.subject(who):
        mates = run.draft.partners(somebody, current=True) or [
            run.draft.add_person(description=f"{run.draft.name(somebody)}'s late partner", deceased=True)
        ]
        when = run.time("when", "since")
        run.draft.set_person(mates[-1], **({"died": when} if when else {"deceased": True}))
        run.draft.set_union(somebody, mates[-1], kind="married", ended="death", until=when)


def is_of_two(clause: Clause, places: Sequence[int]) -> bool:
    """Whether two people are told of."""
    phrase = clause.items[places[0]].value
    return isinstance(phrase, Phrase) and len(phrase.parts) == _TWO


def of_their_marriage(run: ClauseRun, who: int, *, words: str) -> None:
    """Yvonne and Trevor's marriage has been rocky: that they are married, and a note."""
    couple(run, who, kind="married" if words == "marriage" else "")
    for somebody in run.discourse.subject[:_TWO]:
        run.draft.add_note(somebody, f"{run.text[:1].upper()}{run.text[1:]}.")


def marriage_ended(run: ClauseRun, who: int, whom: int, *, words: str) -> None:
    """Tracy's marriage to Gary ended in 2018."""
    couple(run, who, whom, kind="married" if words == "marriage" else "", ended="separation")
