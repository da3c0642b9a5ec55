"""The agenda: where the session is, how long each stage has, and who holds which role."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from textwrap import wrap

from rich.cells import cell_len
from textual.content import Content
from textual.widgets import Static

from supervision_tui.session import Clock, Seat, StageLine
from supervision_tui.tui.content import content, filled, inline, show_changed, stacked

MARKS = {"done": "✓", "now": "▶", "skipped": "–", "ahead": "·"}
STYLES = {"done": "$foreground 70%", "now": "$accent bold", "skipped": "$foreground 70%", "ahead": ""}
NARROWEST = 14
"""Cells for a stage's title at the least."""
ROLE = 14
"""Cells for the title of a role."""


class Agenda(Static):
    """All stages one below another, for a wide screen."""

    def show(
        self,
        stages: Sequence[StageLine],
        seats: Sequence[tuple[Seat, str]],
        heading: str = "",
        covered: Mapping[str, str] | None = None,
    ) -> None:
        """Show *stages*, and below them who holds which role: (seat, the role's title).

        *heading* stands above the stages of the family in front.
        *covered* gives, where others see the screen, what stands in the place of a family's name, by its id.
        """
        width = self.content_size.width or 26
        rows = [content("Agenda", "bold"), content("")]
        own = next((stage for stage in stages if stage.letter and stage.family), None) if heading else None
        for stage in stages:
            rows += [content(heading, "bold")] if stage is own else []
            rows += _rows(stage, width, covered or {})
        held = [(seat, title) for seat, title in seats if seat.name]
        if held:
            rows += [content(""), content("Roles", "bold")]
            for seat, title in held:
                wrapped = wrap(
                    f"{filled(title, ROLE)}{seat.name}", width, subsequent_indent="  ", drop_whitespace=False
                )
                rows += [content(row) for row in wrapped]
        show_changed(self, stacked(*rows))


def _rows(stage: StageLine, width: int, covered: Mapping[str, str]) -> list[Content]:
    time = f"{minutes(stage.used)} of {stage.planned}" if stage.state == "now" else f"{stage.planned}"
    head = f"{MARKS[stage.state]} {stage.letter} " if stage.letter else ""
    room = max(width - len(time) - len(head) - 1, NARROWEST)
    title = stage.title if stage.letter or not stage.family else covered.get(stage.family, stage.title)
    wrapped = wrap(title, room) or [""]
    first = f"{head}{wrapped[0]:<{room}} {time}"
    return [content(row, STYLES[stage.state]) for row in (first, *(f"{' ' * len(head)}{row}" for row in wrapped[1:]))]


class AgendaLine(Static):
    """The same in one line, for a narrow screen."""

    def show(
        self,
        stages: Sequence[StageLine],
        family_minutes: tuple[int, int] | None = None,
        covered: Mapping[str, str] | None = None,
    ) -> None:
        """Show the stages as marks, the one we are in by letter and name, what comes next, and the family's minutes."""
        width = (self.content_size.width or 78) - 1
        at = next((number for number, stage in enumerate(stages) if stage.state == "now"), 0)
        marks = "".join(MARKS[stage.state] for stage in stages[:at])
        stage = stages[at]
        used = minutes(stage.used)
        over = f": {used - stage.planned} over" if used > stage.planned else ""
        here = f"▶ {stage.letter} {stage.title}, {used} of {stage.planned} min{over}"
        then = stages[at + 1] if at + 1 < len(stages) else None
        following = ""
        if then is not None:
            name = then.title if then.letter or not then.family else (covered or {}).get(then.family, then.title)
            following = f" · then {then.letter} {name}".replace("  ", " ")
        right = f"this family {family_minutes[0]} of {family_minutes[1]} min" if family_minutes else ""
        room = width - cell_len(right) - (2 if right else 0)
        left = marks + " " if cell_len(marks) + 1 + cell_len(here) <= room else f"{at} ✓ " if at else ""
        if cell_len(left + here + following) > room:
            following = ""
        gap = " " * max(width - cell_len(left + here + following + right), 1)
        show_changed(
            self,
            inline(
                content(left, "$foreground 70%"),
                content(here, "$accent bold"),
                content(following, "$foreground 70%"),
                content(gap),
                content(right, "$foreground 70%"),
            ),
        )


def minutes(seconds: float) -> int:
    """Whole minutes of *seconds*."""
    return int(seconds // 60)


def clock_words(clock: Clock) -> Content:
    """The session's clock: quiet, and past its time in another shape and word, never flashing."""
    used = f"{minutes(clock.total_used)} of {clock.total_planned} min"
    if clock.stage_left >= 0:
        return content(used)
    over = minutes(-clock.stage_left) + 1
    return inline(content(used), content(f"  ◆ this stage is {over} min over", "$warning bold"))
