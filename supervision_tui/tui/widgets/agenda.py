"""The agenda: where the session is, how long each stage has, and who holds which role."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content
from textual.widgets import Static

from supervision_tui.session import Clock, Seat, StageLine
from supervision_tui.tui.content import content, inline, stacked

MARKS = {"done": "✓", "now": "▶", "skipped": "–", "ahead": " "}
STYLES = {"done": "$foreground 70%", "now": "$accent bold", "skipped": "$foreground 70%", "ahead": ""}


class Agenda(Static):
    """All stages one below another, for a wide screen."""

    def show(self, stages: Sequence[StageLine], seats: Sequence[tuple[Seat, str]]) -> None:
        """Show *stages*, and below them who holds which role: (seat, the role's title)."""
        rows = [_row(stage, self.content_size.width or 30) for stage in stages]
        roles = [
            inline(content(f"{title:<19.18}", "$foreground 70%"), content(seat.name))
            for seat, title in seats
            if seat.name
        ]
        self.update(stacked(*rows, *([""] if roles else []), *roles))


def _row(stage: StageLine, width: int) -> Content:
    time = f"{minutes(stage.used)}/{stage.planned}" if stage.state == "now" else f"{stage.planned}"
    room = max(width - len(time) - 6, 8)
    title = stage.title if len(stage.title) <= room else stage.title[: room - 1] + "…"
    text = f"{MARKS[stage.state]} {stage.number:>2} {title:<{room}} {time}"
    return content(text, STYLES[stage.state])


class AgendaLine(Static):
    """The same in one line, for a narrow screen."""

    def show(self, stages: Sequence[StageLine]) -> None:
        """Show the stages as marks, the one we are in by name, and what comes next."""
        parts = []
        for at, stage in enumerate(stages):
            if stage.state == "now":
                parts.append(
                    content(
                        f" ▶ {stage.number} {stage.title} {minutes(stage.used)}/{stage.planned} min ", "$accent bold"
                    )
                )
                if at + 1 < len(stages):
                    parts.append(content(f"then {stages[at + 1].title}", "$foreground 70%"))
                break
            parts.append(content(MARKS[stage.state], "$foreground 70%"))
        self.update(inline(*parts))


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
