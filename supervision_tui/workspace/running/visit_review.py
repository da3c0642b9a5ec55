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
    questions = [
        *(
            (SURPRISES, f"You took this along: “{question.text}” What came back?")
            for question in before.questions
            if question.kept
        ),
        *(
            (SURPRISES, f"You wrote: “{entry.text}” Did you ask it?")
            for entry in before.entries
            if entry.field == "questions"
        ),
        *(
            (IDEAS, f"You meant to begin with: “{entry.text}” How did it go?")
            for entry in before.entries
            if entry.field == "opening"
        ),
        *((IDEAS, f"Your idea was: “{idea.statement}” Has it grown, shrunk or gone?") for idea in before.hypotheses),
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
        for number, (activity, text) in enumerate(questions)
    )
