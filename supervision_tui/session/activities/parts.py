"""The lines of each form: an idea to test, a decision, a step, a scale, and the next conversation rehearsed.

Sources: hypotheses after Selvini Palazzoli, Boscolo, Cecchin & Prata 1980 and Cecchin 1987; decisions after content
specification 6.6; scales after de Shazer and Berg, every rater side by side and never averaged (content specification
6.4); rehearsal after Bostock and colleagues 2019, 2022.
"""

from __future__ import annotations

from supervision_tui.session.fields import FieldPart

HYPOTHESIS = (
    FieldPart(
        "statement",
        "Perhaps when ..., ... , and then ...",
        "a link between at least two people, or people and us",
        needed=True,
    ),
    FieldPart("makes_sense", "This may make sense because ...", "a good reason that each might have"),
    FieldPart(
        "child_inside",
        "For the child it might mean ...",
        "what it is like to be the child inside this idea",
        needed=True,
    ),
    FieldPart("why_now", "It began to matter when ...", "what changed, and when"),
    FieldPart("would_fit", "We would know more if ...", "what we would see or hear if it fits", needed=True),
    FieldPart("would_drop", "We would drop it if ...", "what we would see or hear if it does not", needed=True),
)
DECISION = (
    FieldPart("what", "What is decided", needed=True),
    FieldPart("because", "Because", "the reason, in words that the child could read", needed=True),
    FieldPart("considered", "What else was considered, and why not"),
    FieldPart("decided_by", "Who decides", "the accountable manager's name and role", needed=True),
    FieldPart("family_told", "How, when and by whom the family is told", needed=True),
    FieldPart("child", "For which child", "leave empty for all of them", choose="child"),
)
ACTION = (
    FieldPart("what", "What will happen", "a verb that somebody could see: ask, visit, write, ring", needed=True),
    FieldPart("owner", "Who", "one person, by name or role", needed=True),
    FieldPart("when", "By when", "for example 9 September, or 9/9/2026", needed=True),
    FieldPart("child", "For which child", "leave empty for all of them", choose="child"),
    FieldPart("done_when", "It is done when", "what somebody would see or hear"),
)
SCALE = (
    FieldPart(
        "number",
        "The number, 0 to 10",
        "0 is the most worried we could be, 10 is safe enough for us to go",
        needed=True,
        begins="",
        bounds=(0, 10),
    ),
    FieldPart(
        "rater",
        "Whose number it is",
        "for example school, Mum, the worker: never an average",
        needed=True,
        begins="The number of ",
    ),
    FieldPart("because", "Because", "what has been seen or heard", needed=True),
    FieldPart("one_up", "One point up would look like", "what somebody would see"),
)
FACT = (
    FieldPart("what", "What is new", "what was seen or said, not what we make of it", needed=True, begins=""),
    FieldPart("known", "How we know", "seen, told, reported or assumed; by whom, when", needed=True),
    FieldPart("child", "For which child", "leave empty only if it may stand in every child's entry", choose="child"),
)
REHEARSAL = (
    FieldPart(
        "first_words",
        "The first words, said aloud",
        "as you would say them at the door",
        needed=True,
        begins="The first words: ",
    ),
    FieldPart(
        "with_whom",
        "With whom, and when",
        "for example Leanne, on Thursday after school",
        begins="With whom, and when: ",
    ),
    FieldPart("question", "A circular question to take along", "who notices first when ...?", begins="Questions: "),
    FieldPart("another", "And another one", begins=""),
    FieldPart(
        "reply", "What they may say first", "the likely reply, and what you would do with it", begins="They may say: "
    ),
    FieldPart(
        "change_mind",
        "What would change our mind",
        "what we would hear if we are wrong",
        begins="It would change our mind if: ",
    ),
)

PARTS: dict[str, tuple[FieldPart, ...]] = {
    "hypothesis": HYPOTHESIS,
    "decision": DECISION,
    "action": ACTION,
    "scale": SCALE,
}
"""Lines by the kind of record that a template names."""
