"""What people do in a stage: one table of activities, each with the fields and methods that it brings.

A stage has the fields of its activity and those that its template names as ``records``. To add an activity, add a row;
``library check`` refuses a template that names one which is not here.

Sources: story, interview and reflecting conversation after Andersen 1987 and Selvini Palazzoli and colleagues
1980; ideas to action after Bostock and colleagues 2019; graces after Burnham 1992, 2012 and Roper-Hall 1998; content
specification 1 for the rest.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from supervision_tui.practice.library.destinations import Destination
from supervision_tui.practice.library.forms import (
    ACTION,
    DECISION,
    FACT,
    FAMILY_GRACE,
    HYPOTHESIS,
    OWN_GRACE,
    PILLARS,
    REHEARSAL,
    TAKEN_AWAY,
    Field,
)

Method = Literal["check_in", "columns", "listening", "questions", "stance"]
"""A working method with a region of its own: see :mod:`supervision_tui.session.working_methods`."""

CHILD_FILE, FAMILY_WORK = Destination.CHILD_FILE, Destination.FAMILY_WORK
SUPERVISION_RECORD, PRIVATE = Destination.SUPERVISION_RECORD, Destination.PRIVATE

HYPOTHESES = Field(
    "hypotheses",
    "Ideas to test",
    FAMILY_WORK,
    kind="hypothesis",
    hint="Perhaps when ..., ..., and then ...  What else it needs is asked when it is weighed",
    parts=HYPOTHESIS,
)
REHEARSED = Field(
    "rehearsal",
    "The next conversation, rehearsed",
    FAMILY_WORK,
    kind="form",
    hint="Enter opens it: the first words, with whom, when, two questions",
    parts=REHEARSAL,
    heading="The next conversation, rehearsed",
)
STORY = (
    Field(
        "child_voice",
        "What {child} last said or showed; when seen",
        CHILD_FILE,
        hint="in the child's own words, or what you saw; when; was the child alone with you?",
        per_child=True,
        heading="What {child} said or showed",
    ),
    Field(
        "question",
        "What the presenter wants from us",
        FAMILY_WORK,
        kind="line",
        hint="for example: who is in this family, according to each child?",
        heading="The question",
    ),
    Field(
        "facts",
        "New facts, and who says so",
        CHILD_FILE,
        kind="form",
        hint="for example: school says Maisie missed her inhaler twice last week",
        parts=FACT,
        heading="What is new, and who says so",
    ),
    Field("unknown", "What we do not know yet", FAMILY_WORK, hint="we do not chase it now"),
    Field(
        "strengths",
        "What is working well for {child}, and who does it",
        CHILD_FILE,
        kind="line",
        hint="what somebody has seen or heard",
        per_child=True,
        heading="What is working well",
    ),
    Field(
        "involved",
        "Why we are involved with {child}",
        CHILD_FILE,
        kind="line",
        hint="in words that {child} could read; leave it empty where nothing has changed",
        per_child=True,
        heading="Why we are involved",
    ),
)
ACTIONS = (
    REHEARSED,
    Field(
        "actions",
        "Next steps",
        CHILD_FILE,
        kind="action",
        hint="Enter opens the step",
        parts=ACTION,
        heading="What happens next",
    ),
    Field(
        "decisions",
        "A decision, if one is needed",
        CHILD_FILE,
        kind="decision",
        hint="Enter opens the decision; it needs the accountable manager and a reason",
        parts=DECISION,
        heading="What was decided, and why",
    ),
)
GRACES = (
    Field("own_grace", "A grace you notice in yourself", PRIVATE, kind="line", hint="you may leave this empty"),
    Field(
        "grace_question",
        "A question we could ask because of it",
        FAMILY_WORK,
        hint="about a difference that has not been spoken of; never about somebody in this room",
        heading="Questions about difference",
    ),
    Field(
        "own_grid",
        "A grace of your own, on the grid",
        PRIVATE,
        kind="form",
        hint="Esc w draws the grid; it stays yours",
        parts=OWN_GRACE,
    ),
    Field(
        "grace_grid",
        "A grace in this family or in our service, on the grid",
        FAMILY_WORK,
        kind="form",
        hint="Esc w draws the grid: what could be seen, what has been spoken of",
        parts=FAMILY_GRACE,
        heading="Graces: what could be seen, and what has been spoken of",
    ),
)
CLOSE = (
    Field(
        "impact",
        "What does this mean for {child}?",
        CHILD_FILE,
        kind="line",
        hint="what will be different, in words {child} could read",
        per_child=True,
        needed=True,
        heading="What this means for {child}",
    ),
    Field(
        "tell_family",
        "What we will tell the family, who, and by when",
        CHILD_FILE,
        kind="line",
        hint="leave out what is not safe to say, and say why",
        heading="What the family is told",
    ),
    Field(
        "takeaway",
        "One thing the presenter takes away",
        SUPERVISION_RECORD,
        kind="line",
        hint="about the work; no names",
    ),
    Field("support", "Support that was agreed", SUPERVISION_RECORD, kind="line", hint="no names of the family"),
    Field(
        "together",
        "How we worked together; whose voice we did not hear",
        SUPERVISION_RECORD,
        kind="line",
        hint="about us as a group; no names of the family",
    ),
    Field(
        "understanding",
        "What we make of it for {child}, and why",
        CHILD_FILE,
        kind="line",
        hint="tentative, in words that could be read by those it is about",
        per_child=True,
        heading="What we make of it, and why",
    ),
    Field(
        "unknowns",
        "What we do not know yet about {child}",
        CHILD_FILE,
        kind="line",
        hint="what we would like to know, and who could tell us",
        per_child=True,
        heading="What is not known yet",
    ),
    Field(
        "difference",
        "Are we making a difference for {child}? If not, what will we do differently?",
        CHILD_FILE,
        kind="line",
        hint="what somebody has seen, or that nobody has yet",
        per_child=True,
        heading="Are we making a difference",
    ),
    Field(
        "next_review",
        "When {child}'s plan is looked at again",
        CHILD_FILE,
        kind="line",
        hint="a day, for example 9 March",
        per_child=True,
        heading="When this is looked at again",
    ),
    Field(
        "carried_away",
        "Support I take away, and challenge I take away",
        SUPERVISION_RECORD,
        kind="form",
        hint="Enter opens it: two short lines; no names of the family",
        parts=TAKEN_AWAY,
        heading="Support and challenge taken away",
    ),
    Field(
        "pillars",
        "Which of our pillars, values and objectives did we speak of?",
        SUPERVISION_RECORD,
        kind="form",
        hint="Enter opens it: by name, with commas; c on Today shows what was left out over time",
        parts=PILLARS,
        heading="Pillars, values and objectives spoken of",
    ),
)
KEY_WORDS = Field(
    "key_words",
    "Key words, not whole sentences",
    FAMILY_WORK,
    hint="what made people lean forward; F3 keeps the question itself",
    heading="Key words of the interview",
)
CHILDS_EYE = Field(
    "childs_eye", "As the child might hear us", FAMILY_WORK, hint="If I were ... I would want to know ..."
)
IDEAS = Field("ideas", "Ideas in the room", FAMILY_WORK, hint="I was struck that ... · I wonder ...")
REPAIR = (
    Field("happened", "What happened, as each would tell it", FAMILY_WORK, hint="what was done, not what somebody is"),
    Field("affected", "Who was affected, the child first, and how", FAMILY_WORK, hint="for example: Maisie heard it"),
)
REPAIRING = (
    Field("needed", "What is needed to put it as right as can be", FAMILY_WORK, hint="in the words of who was hurt"),
    Field("offers", "What each can offer, and what we can", FAMILY_WORK, hint="for example: we ring before we come"),
)
REPAIR_BETWEEN_US = Field(
    "own_side", "What happened for me, and what I need", PRIVATE, hint="yours alone; nobody else reads it"
)
CULTURE = (
    Field("heritage", "Where the family comes from, and who told us", FAMILY_WORK, hint="only what somebody told us"),
    Field("language", "Languages, names and how they are said", FAMILY_WORK, hint="whose, and who interprets"),
    Field("faith_and_rules", "Faith, days that are kept, rules of the house", FAMILY_WORK, hint="as they say it"),
    Field("moves", "Who moved, when, and what it took", FAMILY_WORK, hint="what was left, and what came along"),
)
PRIDE = (
    Field("pride", "What the family is proud of", FAMILY_WORK, hint="strengths first"),
    Field("unspoken", "What is hard to speak of, and to whom", FAMILY_WORK, hint="as a question, never as a finding"),
    Field("racism", "What they have met here, from others and from us", FAMILY_WORK, hint="what others did"),
)
FAMILY_MEETING = (
    Field("invited", "Who is invited, from both sides", FAMILY_WORK, hint="and who asks them"),
    Field("safe_with", "Who is safe with whom, and what makes it so", FAMILY_WORK, hint="safety decides who is there"),
    Field("must_know", "What they need to know, in plain words", FAMILY_WORK, hint="the worry, what must be different"),
)
FAMILY_PLAN = (
    Field("their_plan", "What the family decides by themselves", FAMILY_WORK, hint="their words"),
    Field("bottom_line", "What we cannot change, and why", FAMILY_WORK, hint="said before they meet"),
    Field("asked_of_us", "What they want from us", FAMILY_WORK, hint="who answers, and by when"),
)
RESPONSE = (
    Field("keep", "What the presenter keeps", FAMILY_WORK, hint="what rang a bell, or surprised"),
    Field("try", "What the presenter will try", FAMILY_WORK, hint="for example: ask who notices first"),
)


@dataclass(frozen=True, slots=True)
class Activity:
    """What people do: *about* says it in a few words, *fields* are to fill in, *methods* have a region of their own."""

    about: str
    fields: tuple[Field, ...] = ()
    methods: tuple[Method, ...] = ()


CHOOSING = "choose"
"""The activity in which families are chosen for a meeting."""

ACTIVITIES: Mapping[str, Activity] = {
    # arriving
    "check_in": Activity("how people arrive", methods=("check_in",)),
    "roles": Activity("who takes which role", methods=("check_in",)),
    "seats": Activity("who sits here, and for whom each speaks"),
    "agreement": Activity("how this group works together"),
    "agree_words": Activity("the words of the record are read back and agreed"),
    "purpose": Activity("what the conversation is for"),
    "theme": Activity("a theme is chosen"),
    "wellbeing": Activity("how the worker is", methods=("check_in",)),
    # one family
    "quick_round": Activity("each family in a few words"),
    CHOOSING: Activity("families are chosen to think about"),
    "child_card": Activity("the child, before anything else"),
    "child_seen": Activity("when each child was seen, and what they said"),
    "facts": Activity("facts first"),
    "story": Activity("the presenter's story: the child first, then the question, then facts", STORY, ("stance",)),
    "clarify": Activity("questions of understanding only", methods=("stance",)),
    "genogram": Activity("the family's map"),
    "missing_view": Activity("whose view is missing", methods=("questions",)),
    "interview": Activity("the interview: key words of what was said", (KEY_WORDS,), ("questions",)),
    "listening": Activity("listening for what leans towards change", methods=("listening", "stance")),
    "hypotheses": Activity("ideas to test, and what would make us drop them", (HYPOTHESES,), ("questions", "stance")),
    "idea_updates": Activity("earlier ideas: growing, fading or dropped"),
    "in_depth": Activity("a child in depth, one to one", (REHEARSED,), ("questions",)),
    "reflecting": Activity("ideas of the team, without names", (IDEAS, HYPOTHESES), ("questions", "stance")),
    "childs_eye": Activity("what the child might say, had they listened", (CHILDS_EYE,)),
    "responds": Activity("the presenter says what is kept and will be tried", RESPONSE, ("questions",)),
    "graces": Activity("a pause for one of the Social GRACES", GRACES, ("questions",)),
    # a map of strengths and worries
    "map_strengths": Activity("what is working well", methods=("columns",)),
    "map_worries": Activity("what has happened, and what worries us", methods=("columns",)),
    "map_harder": Activity("what makes it harder", methods=("columns",)),
    "map_goals": Activity("what needs to be different", methods=("columns",)),
    "map_future": Activity("what could happen if nothing changes", methods=("columns",)),
    "scale": Activity("each one's number, side by side", methods=("stance",)),
    "workbook": Activity("where the work with the family stands"),
    "promises": Activity("what was promised"),
    # preparing, and looking back
    "feelings": Activity("feelings, named, and put where they belong"),
    "hope": Activity("the best hope for today", methods=("stance",)),
    "surprise": Activity("what surprised"),
    "questions": Activity("questions and opening words", methods=("questions",)),
    "visit_safety": Activity("safety before the visit"),
    # a dilemma, and our own system
    "dilemma": Activity("a dilemma is told", methods=("stance",)),
    "resonance": Activity("what it touches in us"),
    "our_system": Activity("what our own system adds"),
    "organisation": Activity("what the organisation should hear"),
    "back_to_practice": Activity("what goes back into practice"),
    "between_us": Activity("how we two work together"),
    "learning": Activity("what is being learnt"),
    # a panel
    "panel_before": Activity("before the panel"),
    "panel_within": Activity("in the panel"),
    "panel_after": Activity("after the panel"),
    # putting things right, and looking at culture
    "restorative": Activity("what happened, and who was affected", REPAIR),
    "repairing": Activity("what is needed, and what each can offer", REPAIRING),
    "repairing_between_us": Activity("what happened for each of us", (REPAIR_BETWEEN_US,)),
    "cultural_genogram": Activity("heritage, language, faith, moves and rules, as the family told them", CULTURE),
    "pride_and_shame": Activity("pride, what is hard to speak of, and racism met", PRIDE),
    # the family's own plan, a carer, a consultation
    "family_meeting": Activity("who is invited, who is safe with whom, what they must know", FAMILY_MEETING),
    "family_plan": Activity("the family's own plan, and what we must keep to", FAMILY_PLAN),
    "carer_wellbeing": Activity("how it is for the carer", methods=("check_in",)),
    "pace": Activity("playfulness, acceptance, curiosity and empathy", methods=("questions",)),
    "carer_network": Activity("who holds this home"),
    "consultation": Activity("ways of looking, with a consultant who decides nothing", (IDEAS,), ("questions",)),
    "consultation_close": Activity("what is taken away, and what goes to the manager to decide", (REHEARSED,)),
    # a child's page
    "child_summary": Activity("a short summary of where things stand"),
    "belonging": Activity("home, people and belonging"),
    "childs_help": Activity("who speaks for the child, and what is done with them"),
    "oversight_of_plan": Activity("who checks the plan, and when it is looked at again"),
    # doing, and closing
    "actions": Activity("the next conversation, next steps, a decision with its reason", ACTIONS, ("questions",)),
    "actions_review": Activity("what became of earlier steps"),
    "pause": Activity("a quiet moment: listening, or thinking alone"),
    "read_back": Activity("what was decided is read back aloud"),
    "thanks": Activity("thanks, and what is taken away"),
    "close": Activity("what this means for each child, and what the worker takes away", CLOSE),
}
"""Every activity by the word that a template names it with."""
