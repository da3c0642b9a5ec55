"""Which clause says what somebody does for a living, which languages they speak and what they believe: rows as in the
catalogue."""  # noqa: D205, D209 - one sentence

from __future__ import annotations

from supervision_tui.family.narrative.rules import person_actions as person
from supervision_tui.family.narrative.rules.person_patterns import ARMED, FAITHS, JOBS, LANGUAGES
from supervision_tui.family.narrative.rules.rule import Rule, rule


def _job(words: str) -> str:
    for verb in ("works as an ", "works as a ", "work as ", "works ", "work ", "is ", "are "):
        words = words.removeprefix(verb)
    return words


WORK: tuple[Rule, ...] = (
    rule(
        (
            r"P (?P<words>works? [a-z][a-z' -]+|(?:is|are) (?:unemployed|out of work|retired|a student|at "
            r"college|at university|a stay-at-home \w+|self-employed|on benefits|between jobs))(?: (?:S|L))?"
        ),
        lambda run, who, *_, words: person.work(run, who, _job(words)),
    ),
    rule(
        rf"P (?P<words>(?:retired |former |part-time )?(?:{JOBS}|retired|unemployed|student))",
        lambda run, who, *, words: person.work(run, who, words),
    ),
    rule(
        rf"P (?:is|are|was|works as|has a job as) (?:a|an|the) (?P<words>(?:[\w-]+ )?(?:{JOBS}))(?: (?:at|in|for) "
        rf"S| L| in a [a-z ]+)?",
        lambda run, who, *_, words: person.work(run, who, words),
    ),
    rule(
        r"P works? (?:at|for|in) (?:the )?S",
        lambda run, who, service: person.work(run, who, f"works at {run.value(service)}"),
    ),
    rule(
        r"P works?(?: [a-z-]+)* as P",
        lambda run, who, _trade: person.work(run, who, run.words_after(who).removeprefix("works ")),
    ),
    rule(
        r"P (?:works?|is working|has a job|does shifts)(?: [a-z-]+)* L",
        lambda run, who, _place: person.work(run, who, run.words_after(who)),
    ),
    rule(
        rf"P (?:speaks?|signs?|uses?|understands?)(?: mostly| mainly| only| little| no| some| a little| a bit of)? "
        rf"(?P<words>(?:{LANGUAGES})(?:(?: and| but| or)*(?: a little| some| a bit of| very little| not much| no| "
        rf"not)? (?:{LANGUAGES}))*)(?: (?:L|(?:to|with) P|together))*",
        lambda run, who, *_, words: person.languages(run, who, words),
    ),
    rule(rf"P (?:is|are) (?P<words>{ARMED})", person.work),
    rule(rf"P (?:is|are) (?P<words>{FAITHS})", lambda run, who, *, words: person.faith(run, who, words)),
)
"""The rules about work, languages and faith, in order."""
