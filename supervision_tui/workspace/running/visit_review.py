"""Looking back on a visit: what was taken along becomes a question about what came back.

Source: content specification 3 (T8); rehearsal: Bostock and colleagues 2019, 2022.
"""

from __future__ import annotations

from supervision_tui.practice import Destination, Question
from supervision_tui.session import Session

SURPRISES, IDEAS = "surprise", "idea_updates"
"""Activities in which questions are asked back, and in which ideas are."""


def review_questions(before: Session) -> tuple[Question, ...]:
    """A question about each thing that *before* prepared: questions, first words, ideas."""
    told = [
        *((SURPRISES, f"You took this along: “{one.text}” What came back?") for one in before.questions if one.kept),
        *(
            (SURPRISES, f"You wrote: “{one.text}” Did you ask it?")
            for one in before.entries
            if one.field == "questions"
        ),
        *(
            (IDEAS, f"You meant to begin with: “{one.text}” How did it go?")
            for one in before.entries
            if one.field == "opening"
        ),
        *((IDEAS, f"Your idea was: “{one.statement}” Has it grown, shrunk or gone?") for one in before.hypotheses),
    ]
    return tuple(
        Question(
            prompt_id=f"brought.{number}",
            text=text,
            because="You prepared it before the visit; it is gone once this session closes.",
            audience=("worker",),
            about=(),
            destination=Destination.PRIVATE,
            type=None,
            tags=(activity,),
        )
        for number, (activity, text) in enumerate(told)
    )
