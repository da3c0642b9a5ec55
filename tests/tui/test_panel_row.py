"""A row of titles: the open one stands out, keys turn round, a click opens."""

import pytest
from rich.style import Style as RichStyle
from textual.events import Click

from supervision_tui.tui.widgets.panel_row import PanelRow

TITLES = {"who": "Who", "timeline": "Timeline", "steps": "Steps"}


@pytest.fixture
def row(monkeypatch):
    made, told = PanelRow(TITLES, "who", id="row"), []
    monkeypatch.setattr(made, "post_message", lambda message: told.append(message.key))
    monkeypatch.setattr(made, "refresh", lambda *_, **__: made)
    return made, told


def test_behind_the_last_title_comes_the_first_and_every_turn_is_told(row):
    tabs, told = row
    for step in (1, 1, 1, -1):
        tabs.turn(step)
    assert [*told, tabs.chosen] == ["timeline", "steps", "who", "steps", "steps"]


def test_the_open_title_alone_is_underlined(row):
    tabs, _ = row
    tabs.turn(1)
    words = tabs.content
    assert words.plain == "Who  Timeline  Steps"
    assert [words.plain[span.start : span.end] for span in words.spans if "underline" in str(span.style)] == [
        "Timeline"
    ]


@pytest.mark.parametrize("key", [*TITLES, "elsewhere", None])
def test_a_click_opens_the_title_under_it_and_nothing_between_titles(row, key):
    tabs, told = row
    style = RichStyle.from_meta({"panel": key}) if key else RichStyle()
    tabs.on_click(Click(tabs, 0, 0, 0, 0, 1, shift=False, meta=False, ctrl=False, style=style))
    assert told == ([key] if key in TITLES and key != "who" else [])
