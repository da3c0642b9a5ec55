"""Nothing of a stage is cut: every word of every stage of every format is on the screen, or one key further."""

import re

import pytest

from supervision_tui.session.fields import hint_of, label_of
from supervision_tui.session.meeting_steps import MeetingStep
from supervision_tui.tui.navigation import screen
from supervision_tui.tui.widgets.guidance import Guidance, guidance_rows
from supervision_tui.tui.widgets.stage_list import StageList
from tests.tui.driving import named, settled
from tests.tui.textual_internals import painted
from tests.whole import rows

SIZES = rows((80, 24), (100, 30), (120, 40))


def bare(words):
    """*words* without blanks and frames, so that a line may break anywhere."""
    return re.sub(r"[\s│┃║─━═╭╮╰╯┏┓┗┛╔╗╚╝▁-█▔▕]", "", words)


def reachable(app):
    """What is painted now, then what rolling the guidance and the list brings, without blanks."""
    session = app.screen
    shown = [painted(app)]
    guidance, rows = session.query_one(Guidance), session.query_one(StageList)
    for _ in guidance_rows(guidance._paragraphs, guidance.content_size.width):
        shown.append(re.sub(r"… .*: PgDn", "", str(guidance.render())))
        guidance.roll()
    shown += [str(row.words) for row in rows.rows]  # as they are wrapped for the list, which scrolls
    width = rows.content_size.width
    assert [str(line) for row in rows.rows for line in row.words.split("\n") if line.cell_length > width] == []
    below = session.query_one("#not_written")
    assert below.region.bottom <= session.query_one("#composer").region.bottom <= app.size.height
    shown.append(str(below.render()))
    return bare(" ".join(shown))


def told(session):
    """Every word that the template has for the stage in front."""
    stage, controller = session.editor.stage, session.controller
    yield from (controller.with_child_name(str(words)) for words in (stage.lead, stage.rule) if words)
    slots = session.editor.slots()
    yield from (label_of(slot, controller.names) for slot in slots)
    yield from (str(words) for words in stage.not_written if slots)
    current = session.current
    if current is not None and not session.query_one("#box").text:
        yield hint_of(current, controller.names)


def missing_words(app):
    """What the template says of the stage in front, and the screen does not."""
    shown = reachable(app)
    return [words for words in told(app.screen) if bare(words) not in shown]


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
async def test_every_word_of_every_stage_of_every_format_can_be_read(demo, wait, size):
    async with demo(size) as pilot:
        app, workspace = pilot.app, pilot.app.workspace
        cut, stages = [], 0
        for template in workspace.formats:
            if template.family == "several":
                controller = workspace.begin_meeting(template, ["V2", "V1"], workspace.me)
                controller.choose(["V2", "V1"][: template.rounds or 2])
            else:
                controller = workspace.begin(template, "V2" if template.family != "none" else "", workspace.me)
            app.push_screen(screen("session", controller))
            await wait(pilot, lambda: named(pilot) == "SessionScreen")
            session = app.screen
            for row in controller.overview().rows:
                family = "V2" if row.whole is None else ""
                if MeetingStep(row.stage, family) not in controller._steps:
                    continue
                controller.go_to(row.stage, family)
                session.open_stage()
                await settled(pilot)
                stages += 1
                title = bare(f"▶ {row.letter} {row.title}"[:22])
                cut += [f"{template.id} {row.stage}: {words}" for words in missing_words(app)]
                cut += [] if title in bare(painted(app)) or size[0] > 110 else [f"{template.id} {row.stage}: no title"]
            app.back_to(screen("today"))
            await wait(pilot, lambda: named(pilot) == "TodayScreen")
        assert stages > 80
        assert cut == [], "\n".join(cut)
