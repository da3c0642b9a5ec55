"""Going anywhere in a session, and back; the card of all keys; minutes from a later stage."""

from datetime import UTC, datetime, timedelta

import pytest
from rich.cells import cell_len

from supervision_tui.practice import Destination
from supervision_tui.records import Record
from supervision_tui.session.clock import (
    Clock,
    FamilyShare,
    loans,
    minutes_over,
    minutes_wanted,
    share_in_words,
    stage_shares,
)
from supervision_tui.session.meeting_steps import MeetingStep
from supervision_tui.tui.screens.session.close import record_subject
from supervision_tui.tui.screens.session.commands import SESSION_COMMANDS
from supervision_tui.tui.screens.session.go_lines import go_map, go_rows
from supervision_tui.tui.screens.session.key_card import card_lines, card_rows, row_of_key
from supervision_tui.tui.screens.session.next_family import in_two_columns
from supervision_tui.tui.screens.session.stage_head import without_family
from supervision_tui.workspace import open_demo
from tests.tui.driving import in_one_line, named
from tests.tui.textual_internals import notices, painted


@pytest.fixture(scope="module")
def workspace():
    opened = open_demo()
    yield opened
    opened.close()


@pytest.fixture
def meeting(workspace):
    controller = workspace.begin_meeting(workspace.formats["T1"], ["V2", "V1", "V4"], workspace.me)
    controller.choose(["V2", "V1"])
    return controller


def drawn(controller, width):
    overview = controller.overview()
    waiting = [draft.in_words() for draft in overview.waiting]
    rows = go_rows(overview, waiting, [need.words for need in overview.needed], width, controller.family_names)
    return go_map(rows, list(controller.family_names.values()), width)


def lines_of(drawing):
    return ["".join(piece.words for piece in line) for line in drawing.lines]


@pytest.mark.parametrize("width", [40, 76, 96, 116])
def test_every_stage_stands_with_its_letter_and_no_line_is_wider_than_the_screen(meeting, width):
    lines = lines_of(drawn(meeting, width))
    assert all(cell_len(line.rstrip()) <= width for line in lines)
    for letter, stage in zip("abcdefghijk", meeting.template.stages, strict=True):
        words = str(stage.title).split()[0]
        assert any(line.startswith(f"{letter} {words}") for line in lines)


def test_every_word_of_the_map_can_be_read_at_any_width(meeting):
    for width in (60, 76, 116):
        text = " ".join(" ".join(lines_of(drawn(meeting, width))).split())
        for stage in meeting.template.stages:
            assert all(word in text for word in str(stage.title).split())
        for name in ("Carter", "Okafor", "Haile"):
            assert name in text


def test_a_stage_that_was_only_looked_at_is_not_held(meeting):
    meeting.go_to("ideas", "V2")
    rows = {row.stage: row for row in meeting.overview().rows}
    assert rows["ideas"].cells[0].state == "here"
    meeting.go_to("arrive")
    rows = {row.stage: row for row in meeting.overview().rows}
    assert rows["ideas"].cells[0].state == "ahead"
    assert rows["ideas"].cells[2].state == "absent"


def test_a_family_is_gone_on_with_where_it_was_left(meeting):
    meeting.go_to("clarify", "V2")
    assert meeting.first_step_of("V2") == MeetingStep("clarify", "V2")
    assert meeting.first_step_of("V1").family == "V1"


def test_a_family_has_one_number_everywhere_the_one_in_which_it_is_thought_about(workspace):
    """The agenda of room view called another family "family 1" than the title, once the order had been chosen."""
    meeting = workspace.begin_meeting(workspace.formats["T1"], ["V2", "V1", "V4"], workspace.me)
    assert meeting.overview().families == ("V2", "V1", "V4")
    meeting.choose(["V4", "V2"])
    assert meeting.overview().families == meeting.family_order == ("V4", "V2", "V1")
    for number, family in enumerate(("V4", "V2"), 1):
        meeting.go_to("clarify", family)
        assert meeting.family_name.endswith(f"family {number} of 2")
    meeting.go_to("round", "V1")
    assert meeting.family_name.endswith("family 3 of 3")


@pytest.mark.parametrize(("title", "name", "shown"), [
    ("Unit meeting · Haile, family 2 of 3", "Haile", "Unit meeting · this family, 2 of 3"),
    ("Unit meeting · 3 families", "", "Unit meeting · 3 families"),
])  # fmt: skip
def test_before_a_room_the_title_keeps_what_names_nobody(title, name, shown):
    """Where no family was in front, the whole title had become "this family"."""
    assert without_family(title, name) == shown


@pytest.mark.parametrize(("destination", "title", "family", "shown"), [
    (Destination.CHILD_FILE, "For Abel's file", "Haile", "Haile · Abel"),
    (Destination.FAMILY_WORK, "Working space of V1", "Haile", "Haile"),
    (Destination.FAMILY_WORK, "Working space of V1", "", ""),
    (Destination.SUPERVISION_RECORD, "Supervision", "", "Amina"),
])  # fmt: skip
def test_the_close_calls_a_family_by_its_name_and_never_by_its_code(destination, title, family, shown):
    record = Record.model_construct(destination=destination, title=title, subject="Amina")
    assert record_subject(record, family) == shown


def test_a_stage_for_all_and_for_each_family_says_which_squares_are_whose(meeting):
    lines = lines_of(drawn(meeting, 116))
    at = next(number for number, line in enumerate(lines) if line.startswith("k Close"))
    assert "for all" in lines[at]
    assert lines[at + 1].startswith("  each family")


@pytest.mark.parametrize(("families", "minutes", "words"), [
    (2, 34, "79 min left: 10 for the end, 34 each for 2 families, a fair share. Haile gets 34 min, until 10:48."),
    (1, 60, "79 min left: 10 for the end, 34 for 1 family. Haile gets 60 min, until 11:14."),
])  # fmt: skip
def test_the_next_family_is_told_its_share_and_until_when(families, minutes, words):
    share = FamilyShare("V1", 30, 34, 79, 10, families)
    assert share_in_words(share, "Haile", minutes, datetime(2026, 11, 27, 10, 14, tzinfo=UTC)) == words


def test_two_families_of_one_name_are_told_apart(workspace, meeting):
    meeting._family_titles = lambda: {"V1": "Haile - one", "V2": "Haile - two", "V4": "Kowalska - three"}
    assert meeting.family_names == {"V2": "Haile - two", "V1": "Haile - one", "V4": "Kowalska"}


def test_minutes_are_borrowed_from_later_stages_that_keep_one_at_least(workspace):
    controller = workspace.begin(workspace.formats["T2"], "V2", workspace.me)
    editor = controller.editor
    now = controller.now() + timedelta(minutes=editor.stage.minutes + 2)
    offers = loans(editor.session, editor.template, now)
    assert 1 <= len(offers) <= 3
    assert all(loan.leaves >= 1 and loan.planned - loan.minutes == loan.leaves for loan in offers)
    before = controller.clock().total_planned
    first = offers[0]
    editor.more_time(first.minutes, now, lender=first.lender)
    assert controller.clock().total_planned == before
    lent = next(line for line in controller.agenda() if line.id == first.lender)
    assert lent.planned == first.leaves
    editor.undo()
    assert next(line for line in controller.agenda() if line.id == first.lender).planned == first.planned


@pytest.mark.parametrize(("left", "over", "wanted"), [(30, 0, 5), (-20, 0, 1), (-361, 6, 7), (-360, 6, 6)])
def test_the_agenda_and_the_row_below_it_tell_one_number_of_minutes_over(left, over, wanted):
    clock = Clock(stage_used=180 - left, stage_left=left, total_used=180 - left, total_planned=120, paused=False)
    assert (minutes_over(clock), minutes_wanted(clock)) == (over, wanted)


@pytest.mark.parametrize("width", [60, 80, 120])
def test_words_beside_a_title_stand_under_one_another(width):
    words = "79 min left: 10 for the end, 23 each for 3 families, a fair share. Haile gets 23 min, until 18:16."
    lines = in_two_columns([("Time", words), ("Tray", "1 line")], width).plain.split("\n")
    assert [line[:10].strip() for line in lines] == ["Time", *[""] * (len(lines) - 2), "Tray"]
    assert " ".join(" ".join(line[10:].strip() for line in lines[:-1]).split()) == words
    assert max(map(len, lines)) <= width * 96 // 100 - 8


def test_a_stage_that_is_over_and_was_held_lends_nothing(workspace):
    controller = workspace.begin(workspace.formats["T2"], "V2", workspace.me)
    editor = controller.editor
    last = editor.template.stages[-1].id
    editor.go(last, controller.now(), override=True)
    assert loans(editor.session, editor.template, controller.now()) == ()


def test_every_letter_of_the_card_does_one_thing():
    rows = card_rows(SESSION_COMMANDS, {})
    letters = [row.letter for row in rows]
    assert len(set(letters)) == len(letters)
    assert {"a", "o", "n", "b", "m", "u", "y", "g", "c", "x", "/", "!", "?"} <= set(letters)
    assert all(cell_len(line) <= 76 for line in card_lines(rows, 76))
    assert [row.words for row in rows if row.words not in "\n".join(card_lines(rows, 76))] == []


@pytest.mark.parametrize(("key", "words"), [
    ("f10", "leave for now"), ("f9", "go"), ("ctrl+g", "go"), ("ctrl+z", "undo"), ("f3", "questions"), ("f12", None),
    ("f11", None),
])  # fmt: skip
def test_a_key_that_the_card_shows_works_on_the_card(key, words):
    row = row_of_key(card_rows(SESSION_COMMANDS, {}), key)
    assert (row.words if row is not None else None) == words


def test_the_next_family_is_offered_a_fair_share_of_what_is_left(meeting):
    meeting.go_to("next", "V2")
    share = meeting.next_family()
    assert share.family == "V1"
    assert share.families == 1
    assert share.closing == 10
    assert share.fair == share.left - share.closing
    meeting.give_family("V1", 30)
    meeting.go_to("child", "V1")
    assert meeting.family_minutes()[1] == 30
    assert meeting.next_family() is None


def test_what_ends_with_a_step_is_a_stage_or_the_part_of_a_meeting(meeting):
    ends = []
    meeting.go_to("arrive")
    for _ in range(20):
        ends.append((meeting.here.stage, meeting.here.family, meeting.stage_end))
        meeting.forward(override=True)
        if meeting.at_end:
            break
    by_step = {(stage, family): end for stage, family, end in ends}
    assert by_step["arrive", ""] == "part"  # what was jotted there is in the meeting's own tray
    assert [by_step["round", family] for family in ("V2", "V1", "V4")] == ["nothing", "nothing", "part"]
    assert by_step["clarify", "V2"] == "stage"
    assert by_step["next", "V1"] == "part"


@pytest.mark.parametrize("minutes", [7, 12, 27, 30, 45, 90])
def test_minutes_are_spread_whole_over_the_stages_and_each_keeps_one(minutes):
    planned = {"child": 3, "dilemma": 4, "clarify": 4, "ideas": 8, "missing": 3, "next": 5}
    extra = stage_shares(planned, minutes)
    given = {stage: planned[stage] + extra[stage] for stage in planned}
    assert sum(given.values()) == minutes
    assert min(given.values()) >= 1
    assert given["ideas"] == max(given.values())
    assert stage_shares(planned, 27) == dict.fromkeys(planned, 0)


async def test_f9_and_a_letter_go_to_a_stage_and_ctrl_o_leads_back_to_the_letter(in_session, wait):
    async with in_session((80, 24)) as pilot:
        session = pilot.app.screen
        first = session.editor.stage.id
        await pilot.press(*"half a na", "f9")
        await wait(pilot, lambda: named(pilot) == "GoScreen")
        assert "Go anywhere" in painted(pilot.app)
        await pilot.press("b")
        await wait(pilot, lambda: named(pilot) == "SessionScreen")
        assert session.editor.stage.id == session.editor.template.stages[1].id
        await wait(pilot, lambda: any("Ctrl+O" in str(words) for words in notices(pilot.app)))
        await pilot.press("ctrl+o")
        await wait(pilot, lambda: session.editor.stage.id == first)
        assert session.query_one("NoteBox").text == "half a na"
        await wait(pilot, lambda: any(str(words).endswith(": Ctrl+O.") for words in notices(pilot.app)))
        await pilot.press("f6")  # what was told here has no meaning in the next stage, nor in a window
        await wait(pilot, lambda: session.editor.stage.id != first and not list(notices(pilot.app)))
        await pilot.press("f5", "ctrl+o", "ctrl+o")
        await wait(pilot, lambda: session.editor.stage.id == first)
        await pilot.press("f9", "f9")
        assert named(pilot) == "SessionScreen"
        assert session.editor.stage.id == first


async def test_what_was_told_goes_with_its_place_and_what_went_wrong_stays(in_session, wait):
    async with in_session((80, 24)) as pilot:
        await pilot.press("ctrl+o")
        await wait(pilot, lambda: any("not gone anywhere" in str(words) for words in notices(pilot.app)))
        pilot.app.notify("The disk refused.", severity="error")
        await wait(pilot, lambda: "The disk refused." in notices(pilot.app))
        await pilot.press("f1")
        await wait(pilot, lambda: named(pilot) == "HelpScreen")
        assert notices(pilot.app) == ["The disk refused."]


async def test_a_letter_that_is_not_on_the_card_is_not_typed(in_session, wait):
    async with in_session((80, 24)) as pilot:
        await pilot.press(*"Le", "escape")
        await wait(pilot, lambda: named(pilot) == "KeyCardScreen")
        assert "not typed" in in_one_line(pilot.app)
        await pilot.press("z")
        await wait(pilot, lambda: named(pilot) == "SessionScreen")
        assert pilot.app.screen.query_one("NoteBox").text == "Le"
        await pilot.press("e")
        assert pilot.app.screen.query_one("NoteBox").text == "Lee"
        await pilot.press("alt+a")
        await wait(pilot, lambda: named(pilot) == "GoScreen")


async def test_a_meeting_is_gone_through_by_digit_and_letter(demo, wait):
    from supervision_tui.tui.navigation import screen

    async with demo((80, 24)) as pilot:
        workspace = pilot.app.workspace
        meeting = workspace.begin_meeting(workspace.formats["T1"], ["V2", "V1"], workspace.me)
        meeting.choose(["V2", "V1"])
        pilot.app.push_screen(screen("session", meeting))
        await wait(pilot, lambda: named(pilot) == "SessionScreen")
        await pilot.press("f9", "2")
        await wait(pilot, lambda: meeting.here.family == "V1")
        await pilot.press("f9", "f")
        await wait(pilot, lambda: meeting.here == MeetingStep("clarify", "V1"))
        await pilot.press("ctrl+r", "f9")
        assert "family 1" in painted(pilot.app)
        assert "Haile" not in painted(pilot.app)
