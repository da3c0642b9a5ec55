"""Fields and the lines of forms, as data: the screen and the plain terminal draw any stage from them.

Sources: hypotheses after Selvini Palazzoli, Boscolo, Cecchin & Prata 1980 and Cecchin 1987; decisions after content
specification 6.6; scales after de Shazer and Berg, every rater side by side and never averaged (content specification
6.4); rehearsal after Bostock and colleagues 2019, 2022; the grid of graces after Burnham 2012.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from supervision_tui.practice.library.destinations import Destination
from supervision_tui.practice.library.graces import SEEN, SPOKEN

Kind = Literal["notes", "line", "seat", "form", "hypothesis", "decision", "action"]
"""Many notes; one answer; who holds a role; a note with several parts; or one of the things that live longer."""


@dataclass(frozen=True, slots=True)
class FieldPart:
    """One line of a form.

    *needed* parts must not be empty; *choose* asks for which children it is, where there are several; *bounds* are the
    least and the most of a number; *among* are the words of which one is the answer, whole or its first letters;
    a *day* part is read as a day by which something is due; one that is *weighed* may stay open until somebody weighs
    the idea, and is shown as a gap; *begins* is how a record begins the line with what was
    answered; without it the label stands before a colon.
    """

    id: str
    label: str
    hint: str = ""
    needed: bool = False
    choose: Literal["", "child"] = ""
    begins: str | None = None
    bounds: tuple[int, int] | None = None
    among: tuple[str, ...] = ()
    day: bool = False
    weighed: bool = False


@dataclass(frozen=True, slots=True)
class Field:
    """Something to fill: what is asked, where it belongs, and an example of an answer.

    ``{child}`` in *label* stands for the child's name where the field is asked for each child; *unborn* is what it asks
    before birth. *heading* is how a record names what was answered; without one it takes the label.
    *needed* fields must have an answer before the session can close.
    """

    id: str
    label: str
    destination: Destination
    kind: Kind = "notes"
    hint: str = ""
    per_child: bool = False
    needed: bool = False
    parts: tuple[FieldPart, ...] = ()
    heading: str = ""
    unborn: str = ""


WHOM = FieldPart("child", "For whom", "one child, several, or all of them; each has a file", choose="child")
"""For which children something is: asked wherever several are in the session, and never answered by saying nothing."""
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
        weighed=True,
    ),
    FieldPart("why_now", "It began to matter when ...", "what changed, and when"),
    FieldPart("would_fit", "We would know more if ...", "what we would see or hear if it fits", weighed=True),
    FieldPart("would_drop", "We would drop it if ...", "what we would see or hear if it does not", weighed=True),
)
DECISION = (
    FieldPart("what", "What is decided", needed=True),
    FieldPart("because", "Because", "the reason, in words that the child could read", needed=True),
    FieldPart("considered", "What else was considered, and why not"),
    FieldPart("decided_by", "Who decides", "the accountable manager's name and role", needed=True),
    FieldPart("family_told", "How, when and by whom the family is told", needed=True),
    WHOM,
    FieldPart("child_words", "In words for the child", "as you would say it to the child, in a sentence or two"),
)
ACTION = (
    FieldPart("what", "What will happen", "a verb that somebody could see: ask, visit, write, ring", needed=True),
    FieldPart("owner", "Who", "one person, by name or role", needed=True),
    FieldPart("when", "By when", "for example Friday, in 3 weeks, 9 September", needed=True, day=True),
    WHOM,
    FieldPart("done_when", "It is done when", "what somebody would see or hear"),
    FieldPart("constraint", "What limits it", "a court's timetable, what somebody needs, what is not known yet"),
    FieldPart("serves", "Which objective or pillar it serves", "by its name; you may leave it empty"),
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
FEEDBACK_THEMES = (
    "being heard", "clear words", "promises and time", "respect", "change of worker", "help that fits",
    "something else",
)  # fmt: skip
"""What families speak of when they speak of us; counted over a year, without words and without a family."""
FEEDBACK = (
    FieldPart(
        "theme",
        "What it was about",
        "one of: " + ", ".join(FEEDBACK_THEMES),
        needed=True,
        begins="It was about ",
        among=FEEDBACK_THEMES,
    ),
    FieldPart("well", "Was it praise or a wish?", "praise, or something to put right", among=("praise", "a wish")),
)
POD_THEMES = (
    "endings", "beginnings", "authority", "hope", "fear", "hurry", "blame", "loss", "trust", "power", "difference",
    "shame", "anger", "helplessness", "responsibility", "uncertainty", "risk", "loyalty", "secrets", "conflict",
    "closeness and distance", "being alone with it", "something else",
)  # fmt: skip
"""Themes of a pod: a word from this list is all that is written, so that no family can be known by it."""
THEME = (
    FieldPart(
        "theme",
        "One word for the theme",
        "one of: " + ", ".join(POD_THEMES),
        needed=True,
        begins="",
        among=POD_THEMES,
    ),
)
MODULE = (
    FieldPart("module", "Which part of the programme", "its local name", needed=True, begins=""),
    FieldPart("with_whom", "With whom", "the parent, and who worked with them", begins="With whom: "),
    FieldPart("parent_said", "What the parent said of it", "in their words", begins="What the parent said: "),
    FieldPart(
        "progress",
        "How far",
        "not begun, begun or done",
        needed=True,
        begins="How far: ",
        among=("not begun", "begun", "done"),
    ),
    FieldPart("next", "What comes next", "who, and when", begins="Next: "),
)
TAKEN_AWAY = (
    FieldPart("support", "Support I am taking away", "what made it easier", begins="Support: "),
    FieldPart("challenge", "Challenge I am taking away", "what made me think again", begins="Challenge: "),
)
PILLARS = (
    FieldPart(
        "spoken_of", "By name, with commas", "as they are called on your framework's cards", needed=True, begins=""
    ),
)
FACT = (
    FieldPart("what", "What is new", "what was seen or said, not what we make of it", needed=True, begins=""),
    FieldPart("known", "How we know", "seen, told, reported or assumed; by whom, when", needed=True),
    WHOM,
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

_GRID_BOX = (
    FieldPart(
        "seen", "Could others see it?", "visible or invisible", needed=True, begins="Could others see it: ", among=SEEN
    ),
    FieldPart(
        "spoken", "Has it been spoken of here?", "voiced or unvoiced", needed=True, begins="Here: ", among=SPOKEN
    ),
)
OWN_GRACE = (FieldPart("grace", "Which grace", "a letter of your own is fine", needed=True, begins=""), *_GRID_BOX)
FAMILY_GRACE = (
    *OWN_GRACE,
    FieldPart("who", "Whose: a person, a pair, or our service", "never somebody in this room", begins="Whose: "),
    FieldPart("told", "As far as we know: who told us?", "nobody places what another keeps private", needed=True),
)


PARTS: dict[str, tuple[FieldPart, ...]] = {
    "hypothesis": HYPOTHESIS,
    "decision": DECISION,
    "action": ACTION,
    "scale": SCALE,
    "module": MODULE,
    "feedback": FEEDBACK,
    "theme": THEME,
}
"""Lines by the kind of record that a template names."""
