"""Ideas to action: the next conversation rehearsed, a decision with its reason, and steps that can be seen.

Source: Bostock and colleagues 2019 (from hypotheses to a planned conversation); content specification 6.5, 6.6.
"""

from supervision_tui.practice.destinations import Destination
from supervision_tui.session.fields import Field, Part

DECISION = (
    Part("what", "What is decided", needed=True),
    Part("because", "Because", "the reason, in words that the child could read", needed=True),
    Part("considered", "What else was considered, and why not"),
    Part("decided_by", "Who decides", "the accountable manager's name and role", needed=True),
    Part("family_told", "How, when and by whom the family is told", needed=True),
)
ACTION = (
    Part("what", "What will happen", "a verb that somebody could see: ask, visit, write, ring", needed=True),
    Part("owner", "Who", "one person, by name or role", needed=True),
    Part("when", "By when", "for example 9 September, or 9/9/2026", needed=True),
    Part("child", "For which child", "leave empty for all of them", choose="child"),
    Part("done_when", "It is done when", "what somebody would see or hear"),
)
FIELDS = (
    Field(
        "rehearsal",
        "The first words of the next visit, said aloud",
        Destination.FAMILY_WORK,
        kind="line",
        hint="with whom, when, and how it begins",
        heading="The first words of the next visit",
    ),
    Field("actions", "Next steps", Destination.CHILD_FILE, kind="action", hint="Enter opens the step", parts=ACTION, heading="What happens next"),
    Field(
        "decisions",
        "A decision, if one is needed",
        Destination.CHILD_FILE,
        kind="decision",
        hint="Enter opens the decision; it needs the accountable manager and a reason",
        parts=DECISION,
        heading="What was decided, and why",
    ),
)
