"""The agenda of a meeting: its stages; the family in hand with all of its own, the others in a line each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from supervision_tui.session import StageLine

if TYPE_CHECKING:
    from supervision_tui.practice import SessionTemplate
    from supervision_tui.session.meeting_steps import MeetingStep


def meeting_agenda(
    template: SessionTemplate,
    steps: Sequence[MeetingStep],
    at: int,
    at_family: str,
    agendas: Mapping[str, Sequence[StageLine]],
) -> tuple[StageLine, ...]:
    """Every line of the agenda.

    Args:
        template: the format of the meeting.
        steps: every step of the meeting in its order.
        at: the number of the step in hand, from 0.
        at_family: the family in hand, or "".
        agendas: the agenda of each part that was begun, by the id of its family ("" for the meeting's own).
    """
    groups = _groups(template, steps, at_family)
    return tuple(
        _line(template, number, words, [steps[place] for place in places], places, at, agendas)
        for number, (words, places) in enumerate(groups, 1)
    )


def _groups(template: SessionTemplate, steps: Sequence[MeetingStep], at_family: str) -> Iterator[tuple[str, list[int]]]:
    """Lines of the agenda: words, and the numbers of the steps that each stands for."""
    phases = {stage.id: stage.phase for stage in template.stages}

    def line_of(item: tuple[int, MeetingStep]) -> tuple[str, str]:
        place, step = item
        if phases[step.stage] != "family":
            return (step.stage, "")
        return (str(place), step.family) if step.family == at_family else ("", step.family)

    for (stage, family), items in groupby(enumerate(steps), key=line_of):
        places = [place for place, _ in items]
        title = template.stage(steps[places[0]].stage).title
        if family and not stage:
            yield f"Family {family}", places
        elif family:
            yield f"{family}: {title}", places
        else:
            yield str(title), places


def _line(  # noqa: PLR0917 - what a line is made of
    template: SessionTemplate,
    number: int,
    words: str,
    own: Sequence[MeetingStep],
    places: list[int],
    at: int,
    agendas: Mapping[str, Sequence[StageLine]],
) -> StageLine:
    lines = [line for step in own for line in agendas.get(step.family, ()) if line.id == step.stage]
    state = "now" if at in places else "done" if places[-1] < at else "ahead"
    if state == "done" and all(line.state == "skipped" for line in lines) and lines:
        state = "skipped"
    more = f" ({places.index(at) + 1} of {len(places)})" if state == "now" and len(places) > 1 else ""
    planned = sum(template.stage(stage).minutes for stage in {step.stage for step in own})
    used = sum(line.used for line in lines)
    return StageLine(own[0].stage, number, f"{words}{more}", planned, used, state)  # type: ignore[arg-type] # a State
