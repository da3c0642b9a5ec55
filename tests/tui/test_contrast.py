"""Every letter can be read in what really goes out, in each theme, with 24-bit colour, 256 and 16 colours."""

from datetime import date
from functools import cache
from itertools import cycle

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.color import Color as RichColor
from rich.segment import Segment
from rich.style import Style
from textual.color import Color

from supervision_tui.family.views import Perspective
from supervision_tui.practice.library.destinations import Destination
from supervision_tui.records import Paragraph, Record, Section
from supervision_tui.records.corrections import record_lines
from supervision_tui.records.kinds.letter import LetterDraft
from supervision_tui.session.subjects import ChildSuggestion
from supervision_tui.tui.app import SupervisionApp
from supervision_tui.tui.dialogs.hidden_input import HiddenInputScreen
from supervision_tui.tui.navigation import SCREENS, screen, screen_class
from supervision_tui.tui.screens.entry.base import DemoOpeningScreen
from supervision_tui.tui.screens.records.choose_document import DocumentChoice
from supervision_tui.tui.screens.records.correct_line import CorrectLineScreen
from supervision_tui.tui.screens.records.letter_draft import LetterDraftScreen
from supervision_tui.tui.screens.session.choose_children import ChooseChildrenScreen
from supervision_tui.tui.screens.session.key_card import EVERYWHERE_ON_CARD, KeyCardScreen
from supervision_tui.tui.screens.session.question_list import QuestionListScreen
from supervision_tui.tui.screens.session.take_back import TakeBackScreen
from supervision_tui.tui.studio.narrative import NarrativeScreen
from supervision_tui.tui.studio.tie_layers import TieLayers, TieLayersScreen
from supervision_tui.tui.terminal.contrast import (
    COLOUR_SYSTEMS,
    PALETTES,
    VGA,
    ContrastFilter,
    contrast,
    readable_pair,
    shown_in,
)
from supervision_tui.tui.themes import HIGH_CONTRAST, THEMES
from supervision_tui.vault import ConflictError, Save
from supervision_tui.workspace.editing.narrative_edits import NarrativeDraft
from supervision_tui.workspace.reports.last_session import SinceLastTime
from supervision_tui.workspace.store.draft_recovery import RecoveredInput
from tests.tui.driving import named, painted, settled
from tests.tui.textual_internals import in_theme, painted_segments
from tests.whole import WHOLE, examples
from tests.workspace.exchange_notebooks import Notebook, notebook

PART = st.integers(0, 255)
COLOUR = st.tuples(PART, PART, PART)


@cache
def lowest(letters, ground, system, bold=False):
    """The contrast of two colours that go out, in the worst palette that a terminal can have.

    Of 16 colours, bold ones can be shown bright (xterm, PuTTY), and bright grounds dark (the Linux console).
    """
    if system != "standard":
        return contrast(shown_in(letters), shown_in(ground))
    numbers = {letters.number, letters.number | 8} if bold else {letters.number}
    seen = [(palette[number], palette[ground.number]) for palette in PALETTES for number in numbers]
    seen += [(VGA[number], VGA[ground.number & 7]) for number in numbers]
    return min(contrast(*pair) for pair in seen)


def test_black_on_white_measures_as_the_guideline_says():
    assert contrast((0, 0, 0), (255, 255, 255)) == pytest.approx(21)
    assert contrast((119, 119, 119), (255, 255, 255)) == pytest.approx(4.48, abs=0.01)


@examples(150)
@given(COLOUR, COLOUR, st.sampled_from(sorted(COLOUR_SYSTEMS)), st.tuples(*[st.booleans()] * 4))
def test_any_two_colours_go_out_as_far_apart_as_is_promised(letters, ground, system, kind):
    high, dark, bold, are_letters = kind
    least = (7.0 if high else 4.5) if are_letters else (4.5 if high else 3.0)
    style = Style(color=RichColor.from_rgb(*letters), bgcolor=RichColor.from_rgb(*ground), bold=bold)
    segment = Segment("words" if are_letters else "─", style)
    shown = ContrastFilter(system, high=high, dark=dark).apply([segment], Color(0, 0, 0))[0].style
    assert lowest(shown.color, shown.bgcolor, system, shown.bold) >= least


def test_colours_that_can_be_read_already_are_left_as_they_are():
    pair = readable_pair((223, 227, 230), (27, 33, 38), 4.5, "truecolor")
    assert (shown_in(pair.letters), shown_in(pair.ground)) == ((223, 227, 230), (27, 33, 38))


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_greys_stay_grey_where_there_are_256_colours(theme):
    for ground in (theme.background, theme.surface, theme.panel):
        shown = shown_in(readable_pair((223, 227, 230), Color.parse(ground).rgb, 4.5, "256", dark=theme.dark).ground)
        assert max(shown) - min(shown) <= 10, (ground, shown)


def test_what_is_selected_keeps_a_ground_of_its_own_where_there_are_only_sixteen_colours():
    page = readable_pair((223, 227, 230), (27, 33, 38), 4.5, "standard")
    selected = readable_pair((223, 227, 230), (83, 113, 108), 4.5, "standard")
    assert page.ground.number != selected.ground.number


STATES = (
    (), ("f1",), ("f12",), ("ctrl+k",), ("ctrl+p", *"the"), ("f",), ("enter",), ("f3", *"sca"), ("n",), ("2",),
    ("slash", "v"), ("2", "tab", "right"), ("w",), ("d",), ("3",), ("a",), ("4",), ("slash", *"no such"), ("ctrl+r",),
)  # fmt: skip
"""Keys from Today to a screen or dialog, and to what is selected, disabled, open, empty or wrong in it."""
IN_STUDIO = (
    (), ("right",), ("t", "a"), ("q",), ("v",), ("o",), ("l",), ("w",), ("i",), ("m",), ("x",), ("slash",), ("s",),
    ("r",), ("n", *"Kim 9, maybe"),
)  # fmt: skip
"""Keys from the drawing."""
IN_SESSION = (
    (),
    ("f3",),
    ("escape", "w"),
    ("enter",),
    ("ctrl+y",),
    ("ctrl+o",),
    ("f6", *"Kim hits him"),
    ("f4", *"A thought"),
    ("f4", *"A thought", "enter", "escape", "f8"),
)
"""Keys in a session."""
LOOKED_AT_ALONE = {"opening demo", "conflicts", "send parcel", "take parcel", "since last time", "compare days"}
"""Screens that need a second notebook, or two texts of one thing, or are there for a moment: each has a test below."""
RECORD = Record(
    id="s1.cf.robin",
    destination=Destination.CHILD_FILE,
    subject="robin",
    title="For Robin's file",
    session_id="s1",
    family_ref="V2",
    day=date(2026, 9, 3),
    author="Amina",
    opening="We met. Nobody failed to engage.",
    sections=(Section(heading="Voice", paragraphs=(Paragraph(text="I keep the light on.", field="child_voice"),)),),
)


def by_hand(workspace, folder):
    """Screens to which no short way by keys leads, and what each is made of."""
    checklists = workspace.formats.library.checklists_for(workspace.framework)
    return {
        "welcome": (folder,),
        "unlock": (folder,),
        "recover": (folder,),
        "restore backup": (folder,),
        "recovery paper": ("apple pear plum " * 4, lambda: None),
        "retention": (),
        "family page": ("V2",),
        "waiting records": (),
        "open steps": (),
        "contacts": (),
        "recovered drafts": (RecoveredInput(),),
        "choose families": ([("V1", "Haile"), ("V2", "Carter")], ["V2"]),
        "tell": ("That was not done", "Nothing was lost."),
        "review records": ([RECORD],),
        "checklist": (RECORD, checklists[0]),
        "issue document": (DocumentChoice("record", RECORD.id, "This record"),),
        "close session": (workspace.begin(workspace.formats["T2"], "V2", workspace.me),),
    }


def windows(workspace):
    """Windows that other screens open, each made of what it is opened with."""
    family = workspace.family_editor("V2").family
    suggestion = ChildSuggestion(("a",), settled=False, offered=("a", "b"), others=(), why="Robin is named.")
    return (
        KeyCardScreen(EVERYWHERE_ON_CARD, "What waits: two lines"),
        TakeBackScreen(("a line", "a step")),
        ChooseChildrenScreen("A fact", "Robin said so", {"a": "Robin", "b": "Maisie"}, suggestion),
        LetterDraftScreen(LetterDraft("Robin", "3 September 2026", "Amina", "V2", (), "Dear Robin"), "Beware"),
        CorrectLineScreen(record_lines(RECORD)[0], None, "That will not do"),
        HiddenInputScreen("A thought", "abc", lambda _words: None, "the tray"),
        TieLayersScreen(family, TieLayers()),
        NarrativeScreen(workspace.family_editor("V2"), NarrativeDraft(family, workspace.today())),
    )


def weak_runs(segments, page, system, theme):
    """Runs of letters among *segments*, as they go out, that are too near to what is behind them."""
    least, behind = 7.0 if theme.name == HIGH_CONTRAST else 4.5, page.rich_color
    for segment in segments:
        if any(letter.isalnum() for letter in segment.text):
            letters, ground = segment.style.color, segment.style.bgcolor or behind
            measured = lowest(letters, ground, system, bool(segment.style.bold))
            if measured < least:
                yield theme.name, system, segment.text.strip(), round(measured, 2)


def unreadable(app, themes=THEMES):
    """What on the screen in front cannot be read, in any of *themes* and with any number of colours."""
    found = []
    for theme in sorted(themes, key=lambda theme: theme.name != app.theme):
        in_theme(app, theme.name)
        page, painted = Color.parse(theme.background), painted_segments(app)
        assert any(segment.text.strip() for segment in painted)
        found += weak_runs(painted, page, "truecolor", theme)
        for system in ("256", "standard"):
            fewer = ContrastFilter(system, high=theme.name == HIGH_CONTRAST, dark=theme.dark)
            found += weak_runs(fewer.apply(painted, page), page, system, theme)
    return found


async def test_every_screen_dialog_and_state_can_be_read_in_every_theme_and_terminal(demo, wait, tmp_path):
    async with demo((110, 32)) as pilot:
        app, weak, seen = pilot.app, [], set()
        themes = cycle([THEMES] if WHOLE else [[theme] for theme in THEMES])  # or each screen in the next one

        async def look(below, *states):
            """Look at the screen that each of *states* leads to, and come back to the one *below*."""
            for keys in states:
                await pilot.press(*keys)
                weak.extend(unreadable(app, next(themes)))
                seen.add(type(app.screen))
                while len(app.screen_stack) > below:
                    app.pop_screen()
                await settled(pilot)

        app.workspace.records.put(RECORD, RECORD.id)
        await look(2, *STATES)
        await pilot.press("ctrl+r")
        for name, arguments in by_hand(app.workspace, tmp_path).items():
            app.push_screen(screen(name, *arguments))
            await look(2, ())
        for window in windows(app.workspace):
            app.push_screen(window)
            await look(2, ())
        await pilot.press("2", "g")
        await wait(pilot, lambda: bool(app.screen.selected))
        for keys in IN_STUDIO:
            await look(3, keys)
            while app.screen.writing:
                await pilot.press("escape")
        app.push_screen(screen("session", app.workspace.begin(app.workspace.formats["T2"], "V2", app.workspace.me)))
        await wait(pilot, lambda: named(pilot) == "SessionScreen" and app.screen.current is not None)
        await look(4, *IN_SESSION)
        assert weak == []
        assert QuestionListScreen in seen
        assert {name for name in SCREENS if screen_class(name) not in seen} <= LOOKED_AT_ALONE


async def test_a_parcel_that_comes_and_one_that_goes_can_be_read(demo, wait, tmp_path):
    async with demo((110, 32)) as pilot:
        app = pilot.app
        with notebook(tmp_path, "Zoe") as zoe:
            here = Notebook("Amina", app.workspace, tmp_path)
            parcel = zoe.first_parcel(here)
            app.push_screen(screen("take parcel", here.preview(parcel), parcel))
            await wait(pilot, lambda: named(pilot) == "TakeParcelScreen")
            assert unreadable(app) == []
            app.pop_screen()
            app.push_screen(screen("send parcel", "V2", here.contact(zoe)))
            await wait(pilot, lambda: named(pilot) == "SendParcelScreen")
            assert unreadable(app) == []
            await pilot.press("ctrl+s")  # a refusal
            assert unreadable(app) == []


async def test_what_stands_since_last_time_and_two_days_beside_each_other_can_be_read(in_session):
    async with in_session((110, 32)) as pilot:
        app, session = pilot.app, pilot.app.screen
        since = SinceLastTime(date(2026, 8, 1), "five weeks ago", ("An idea, dropped",), ("Safety: 4, 5",), ("Moved",))
        app.push_screen(screen("since last time", session, since))
        await settled(pilot)
        assert unreadable(app) == []
        app.pop_screen()
        sides = (Perspective(day=date(2024, 1, 1), words="then"), Perspective(words="today"))
        app.push_screen(screen("compare days", app.workspace.family_editor("V2"), *sides, ""))
        await settled(pilot)
        assert unreadable(app) == []


async def test_two_texts_of_one_thing_can_be_read(demo, wait):
    async with demo((110, 32)) as pilot:
        app = pilot.app
        documents = app.workspace.vault.documents
        for base, words in ((0, "Monday"), (1, "Tuesday")):
            documents.save(Save("note", "a", f'{{"plan": "{words}"}}', author="Amina", base=base, title="A note"))
        with pytest.raises(ConflictError):
            documents.save(Save("note", "a", '{"plan": "Friday"}', author="Lee", base=1))
        app.push_screen(screen("conflicts"))
        await wait(pilot, lambda: named(pilot) == "ConflictsScreen" and "Friday" in painted(app))
        assert unreadable(app) == []


async def test_the_demonstration_can_be_read_while_it_is_made(demo, monkeypatch):
    async with demo((110, 32)) as pilot:
        monkeypatch.setattr(DemoOpeningScreen, "_open", lambda _screen: None)
        pilot.app.push_screen(screen("opening demo"))
        await settled(pilot)
        assert "Making a demonstration" in painted(pilot.app)
        assert unreadable(pilot.app) == []


@pytest.mark.parametrize("system", ["256", "standard"])
async def test_a_terminal_with_fewer_colours_is_given_only_colours_that_it_has(demo, monkeypatch, system):
    monkeypatch.setattr(SupervisionApp, "colour_system", system)
    async with demo((110, 32)) as pilot:
        await pilot.press("f12")
        theme, page = THEMES[0], Color.parse(THEMES[0].background)
        painted = painted_segments(pilot.app)
        assert list(weak_runs(painted, page, system, theme)) == []
        numbers = {segment.style.color.number for segment in painted if segment.text.strip() and segment.style.color}
        assert None not in numbers
        assert max(numbers) < (16 if system == "standard" else 256)


def styles_of(app, words):
    """The style of each run that holds one of *words*, as it goes out."""
    return [segment.style for segment in painted_segments(app) if words in segment.text]


async def test_what_is_selected_and_where_the_cursor_is_are_told_by_more_than_colour(demo, wait):
    async with demo((110, 32)) as pilot:
        assert styles_of(pilot.app, "Group supervision, one family")[0].bold  # the row the cursor is on
        assert not styles_of(pilot.app, "Unit meeting")[0].bold
        assert any("━" in segment.text for segment in painted_segments(pilot.app))  # the box that holds it
        await pilot.press("2", "tab")
        await wait(pilot, lambda: pilot.app.focused.id != "families")
        assert styles_of(pilot.app, "Carter-Okafor")[0].underline  # still the chosen one
        await pilot.press("g")
        await wait(pilot, lambda: any(style.underline for style in styles_of(pilot.app, "Robin")))
        assert not any(style.underline for style in styles_of(pilot.app, "Dean"))
