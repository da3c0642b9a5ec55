"""The agenda of a meeting: its stages; the family in hand with all of its own, the others in a line each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from supervision_tui.session import StageLine
from supervision_tui.session.clock import stage_letters

if TYPE_CHECKING:
    from supervision_tui.practice import SessionTemplate
    from supervision_tui.session.meeting_steps import MeetingStep


def meeting_agenda(  # noqa: PLR0917 - what an agenda is made of
    template: SessionTemplate,
    steps: Sequence[MeetingStep],
    at: int,
    at_family: str,
    agendas: Mapping[str, Sequence[StageLine]],
    names: Mapping[str, str],
) -> tuple[StageLine, ...]:
    """Every line of the agenda.

    Args:
        template: the format of the meeting.
        steps: every step of the meeting in its order.
        at: the number of the step in hand, from 0.
        at_family: the family in hand, or "".
        agendas: the agenda of each part that was begun, by the id of its family ("" for the meeting's own).
        names: of the families, by id.
    """
    groups = _groups(template, steps, at_family, names)
    return tuple(
        _line(template, number, words, [steps[place] for place in places], places, at, agendas)
        for number, (words, places) in enumerate(groups, 1)
    )


def _groups(
    template: SessionTemplate, steps: Sequence[MeetingStep], at_family: str, names: Mapping[str, str]
) -> Iterator[tuple[str, list[int]]]:
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
            yield names.get(family, family), places
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
    given = sum(line.planned - template.stage(line.id).minutes for line in lines)  # or lent: less than nothing
    planned = sum(template.stage(stage).minutes for stage in {step.stage for step in own}) + given
    used = sum(line.used for line in lines)
    several = len({step.stage for step in own}) > 1
    letter = "" if several else stage_letters(template)[own[0].stage]
    family = own[0].family if len({step.family for step in own}) == 1 else ""
    return StageLine(own[0].stage, number, f"{words}{more}", planned, used, state, letter, family)  # type: ignore[arg-type] # a State
