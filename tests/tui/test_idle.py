"""A session that nobody touches: what stands on the screen already is neither laid out nor painted again."""

import pytest
from textual.content import Content
from textual.widgets import Static

from supervision_tui.tui.content import content, show_changed
from supervision_tui.tui.screens.session import stage_head
from supervision_tui.tui.widgets.note_box import NoteBox
from supervision_tui.tui.widgets.top_line import TopLine
from tests.tui import driving
from tests.tui.textual_internals import painted


class Counting(Static):
    """A text that counts how often it is updated."""

    times = 0

    def update(self, *words, **how):
        self.times += 1
        super().update(*words, **how)


@pytest.mark.parametrize(
    ("then", "times"),
    [
        (content("12 of 90 min"), 0),
        (content("12 of 90 min", "bold"), 1),
        (content("13 of 90 min"), 1),
        (Content.styled("12 of 90 min", "$warning"), 1),
    ],
    ids=["the same", "other styles", "other words", "a warning"],
)
def test_only_other_words_or_styles_are_shown_anew(then, times):
    widget = Counting(content("12 of 90 min"))
    show_changed(widget, then)
    show_changed(widget, then)
    assert widget.times == times
    assert widget.content.is_same(then)


async def test_a_second_in_which_nothing_changes_paints_nothing_and_a_minute_shows_itself(
    in_session, wait, monkeypatch
):
    async with in_session() as pilot:
        screen = pilot.app.screen
        screen.show_time()
        painted = []
        monkeypatch.setattr(Static, "update", lambda widget, *_, **__: painted.append(widget))
        screen.show_time()
        assert painted == []
        screen._saved = "not saved: the disk is full"
        screen.show_time()
        assert [widget.id for widget in painted] == ["danger_key"]


async def test_while_somebody_types_it_is_said_once_that_it_is_being_saved_and_saved_when_they_rest(
    in_session, wait, monkeypatch
):
    async with in_session() as pilot:
        screen = pilot.app.screen
        await wait(pilot, lambda: "saved" in painted(pilot.app).splitlines()[0])
        monkeypatch.setattr(stage_head, "TICK", 1e9)  # nobody rests until it is said below
        said = []
        say = TopLine.say_right
        monkeypatch.setattr(TopLine, "say_right", lambda line, words: said.append(words.plain) or say(line, words))
        for letter in "robin ":
            await pilot.press(letter)
            screen.save()
            pilot.app.workspace.writer.flush()
            await driving.settled(pilot)
        assert {words.rpartition(" ")[2] for words in said} == {"saving"}
        monkeypatch.setattr(stage_head, "TICK", 0.0)
        screen.show_time()
        assert said[-1].endswith("saved")


async def test_the_cursor_stands_still_where_it_can_be_seen(in_session):
    async with in_session() as pilot:
        box = pilot.app.screen.query_one(NoteBox)
        assert box.has_focus
        assert not box.cursor_blink
        assert box._cursor_visible
