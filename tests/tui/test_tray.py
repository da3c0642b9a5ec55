"""Jot and tray on the screen: a key opens the line from anywhere, another keeps it, and a letter or two place it."""

from contextlib import asynccontextmanager

import pytest

from supervision_tui.people import Practitioner
from supervision_tui.practice import Destination
from supervision_tui.session.tray.jotting import jot, jot_slot
from supervision_tui.session.tray.state import placed_lines, waiting_lines
from supervision_tui.tui.navigation import screen
from supervision_tui.tui.room_policy import MASK
from supervision_tui.tui.screens.session.choose_children import ChooseChildrenScreen
from tests.tui.driving import in_one_line, named
from tests.tui.textual_internals import notices, painted
from tests.whole import rows


@pytest.fixture
def in_meeting(demo, wait):
    """A unit meeting over three families, in Clarify of the first."""

    @asynccontextmanager
    async def opened(size=(80, 24), stage="clarify"):
        async with demo(size) as pilot:
            workspace = pilot.app.workspace
            manager = Practitioner(id="dee", name="Dee Harrow", role="manager")
            workspace.people.change(workspace.people.roster.with_practitioner(manager), "added a manager")
            controller = workspace.begin_meeting(workspace.formats["T1"], ["V2", "V1", "V3"], workspace.me)
            controller.choose(("V2", "V1", "V3"))
            controller.go_to(stage, "V2")
            pilot.app.push_screen(screen("session", controller))
            await wait(pilot, lambda: named(pilot) == "SessionScreen")
            await wait(pilot, lambda: pilot.app.screen.current is not None)
            yield pilot

    return opened


def session(pilot):
    return pilot.app.screen_stack[-1] if named(pilot) == "SessionScreen" else pilot.app.screen_stack[-2]


def lines(pilot):
    """Mark and words of every line that waits in the tray in hand."""
    return [(line.mark, str(line.text)) for line in waiting_lines(session(pilot).editor.session)]


async def test_f4_opens_a_line_f4_again_keeps_it_and_the_stages_own_line_goes_on(in_meeting):
    async with in_meeting() as pilot:
        await pilot.press(*"Zuri fell")
        await pilot.press("f4", *"perhaps Robin cooks")
        assert "waits with: Zuri fell" in in_one_line(pilot.app)
        await pilot.press("f4", *" asleep")
        assert named(pilot) == "SessionScreen"
        assert pilot.app.focused.text == "Zuri fell asleep"
        assert lines(pilot) == [("", "perhaps Robin cooks")]
        assert "1 line in no file yet: F8" in painted(pilot.app)


async def test_the_line_names_the_family_and_not_its_reference_with_one_family_too(in_session, wait):
    async with in_session((80, 24)) as pilot:
        await pilot.press("f4")
        await wait(pilot, lambda: "JOT · " in painted(pilot.app))
        family = pilot.app.screen_stack[-2].controller.family
        assert f"JOT · {str(family.title).partition(' - ')[0]} · " in painted(pilot.app)


async def test_enter_keeps_the_line_and_stays_so_that_the_next_one_is_a_jot_too(in_meeting):
    async with in_meeting() as pilot:
        await pilot.press("f4", *"one", "enter", *"two", "f4")
        assert lines(pilot) == [("", "one"), ("", "two")]
        assert pilot.app.focused.text == ""


@pytest.mark.parametrize(
    ("keys", "mark", "words"),
    [
        (["f4", *".s Amina rings"], "step", "Amina rings"),
        ([*".i perhaps"], "idea", "perhaps"),
        ([*".perhaps so"], "", "perhaps so"),
        (["f4", *"S was late"], "", "S was late"),
        (["f4", *".s", "space", "backspace", "backspace", "backspace", *"plain"], "", "plain"),
    ],
)
async def test_a_dot_opens_the_line_too_and_a_letter_with_space_marks_it(in_meeting, keys, mark, words):
    async with in_meeting() as pilot:
        await pilot.press(*keys)
        assert named(pilot) == "JotScreen"
        await pilot.press("f4")
        assert lines(pilot) == [(mark, words)]


async def test_the_mark_stands_in_the_title_at_once(in_meeting):
    async with in_meeting() as pilot:
        await pilot.press("f4", *".d ")
        assert "JOT · a decision · Carter-Okafor" in in_one_line(pilot.app)


async def test_esc_keeps_the_words_as_a_draft_that_the_next_jot_goes_on_with(in_meeting):
    async with in_meeting() as pilot:
        await pilot.press("f4", *".q who rings", "escape")
        assert lines(pilot) == []
        assert session(pilot).editor.drafted(jot_slot(session(pilot).editor)).text == ".q who rings"
        await pilot.press("f4", *" first", "f4")
        assert lines(pilot) == [("question", "who rings first")]


async def test_a_private_line_is_framed_before_its_first_letter_and_never_enters_the_tray(in_meeting):
    async with in_meeting() as pilot:
        await pilot.press("f4", *".p ")
        assert "PRIVATE · only you" in painted(pilot.app)
        assert "JOT" not in painted(pilot.app)
        await pilot.press(*"I am cross", "enter", *"and ashamed", "f4")
        editor = session(pilot).editor
        assert lines(pilot) == []
        assert [(str(entry.text), entry.destination) for entry in editor.session.entries] == [
            ("I am cross", Destination.PRIVATE),
            ("and ashamed", Destination.PRIVATE),
        ]
        assert "cross" not in editor.session.split_private()[0].model_dump_json()


async def test_words_that_turn_private_leave_nothing_in_the_draft_for_the_tray(in_meeting):
    async with in_meeting() as pilot:
        await pilot.press("f4", *"I am cross", "home", *".p ")
        await pilot.press("escape")
        shared, private = session(pilot).editor.session.split_private()
        assert "cross" not in shared.model_dump_json()
        assert "cross" in private.model_dump_json()


async def test_out_of_a_private_field_no_key_leads_into_a_jot(in_session, wait):
    async with in_session() as pilot:
        pilot.app.screen.editor.go("graces", pilot.app.screen.controller.now(), override=True)
        pilot.app.screen.after_move()
        await wait(pilot, lambda: pilot.app.screen.current.field.destination is Destination.PRIVATE)
        await pilot.press("f4")
        assert named(pilot) == "SessionScreen"
        await pilot.press(".")
        assert named(pilot) == "SessionScreen"
        assert pilot.app.focused.text == "."


async def test_one_letter_places_a_line_that_names_one_child_and_says_where(in_meeting):
    async with in_meeting() as pilot:
        await pilot.press("f4", *"Zuri fell asleep twice at nursery (Ms Ward)", "f4", "f8")
        assert "As a fact" not in in_one_line(pilot.app)
        await pilot.press("f")
        assert "Placed: fact → Zuri's file" in in_one_line(pilot.app)
        (entry,) = session(pilot).editor.session.entries
        assert (entry.field, entry.child, entry.stage) == ("facts", "zuri", "clarify")


async def test_a_digit_and_a_letter_place_a_step_which_is_read_back_before(in_meeting):
    async with in_meeting() as pilot:
        await pilot.press("f4", *"Amina rings the midwife by Friday", "f4", "f8", "5")
        shown = in_one_line(pilot.app)
        assert "As a step: Amina" in shown
        assert "for the baby" in shown
        await pilot.press("s")
        (step,) = session(pilot).editor.session.actions
        assert step.child == "baby"
        assert step.due is not None


async def test_for_whom_is_asked_where_nobody_is_chosen_and_nothing_is_placed_before(in_meeting):
    async with in_meeting() as pilot:
        await pilot.press("f4", *"late again", "f4", "f8", "f", "enter")
        assert "Nobody is chosen yet" in in_one_line(pilot.app)
        assert session(pilot).editor.session.entries == ()
        await pilot.press("1", "3", "enter")
        (entry,) = session(pilot).editor.session.entries
        assert entry.children == ("robin", "chidi")


async def test_all_of_them_is_a_zero_and_needs_enter(in_meeting):
    async with in_meeting() as pilot:
        await pilot.press("f4", *"all six slept at Nan's (Robin)", "f4", "f8", "0", "f")
        assert session(pilot).editor.session.entries == ()
        await pilot.press("enter")
        (entry,) = session(pilot).editor.session.entries
        assert (entry.child, entry.children) == (None, ())


async def test_m_alone_moves_a_line_to_the_family_that_it_names_and_a_letter_places_it_there(in_meeting, wait):
    async with in_meeting() as pilot:
        await pilot.press("f4", *"Abel was late on three mornings", "f4", "f8")
        await wait(pilot, lambda: "Abel is in Haile: m" in in_one_line(pilot.app))
        await pilot.press("m", "f")
        controller = session(pilot).controller
        assert session(pilot).editor.session.entries == ()
        (entry,) = controller.part_about("V1").editor.session.entries
        assert entry.child == "abel"
        await pilot.press("ctrl+z", "ctrl+z")
        assert controller.part_about("V1").editor.session.entries == ()
        assert lines(pilot) == [("", "Abel was late on three mornings")]
        await pilot.press("m", "d")  # the form of a family that is not in hand says whose it is
        assert "of all children · Haile" in in_one_line(pilot.app)
        await pilot.press("escape")
        assert [draft.family for draft in controller.waiting_drafts()] == ["V1"]


async def test_a_line_for_the_worker_that_names_the_family_stops_here_and_not_at_the_close(in_meeting):
    async with in_meeting() as pilot:
        await pilot.press("f4", *".w You stayed calm when Craig shouted", "f4", "f8", "enter")
        assert "names Craig" in in_one_line(pilot.app)
        assert session(pilot).editor.session.entries == ()
        await pilot.press("enter")
        (entry,) = session(pilot).editor.session.entries
        assert str(entry.text) == "You stayed calm when a parent shouted"
        assert entry.destination is Destination.SUPERVISION_RECORD


async def test_a_decision_opens_its_form_with_the_sentence_and_is_out_of_the_tray_once_it_is_kept(in_meeting, wait):
    async with in_meeting() as pilot:
        await pilot.press("f4", *"The plan stays", "f4", "f8", "d")
        await wait(pilot, lambda: named(pilot) == "EntryFormScreen")
        await pilot.press(*"all were safe", "enter", "1", "enter", *"Priya tells them", "enter", "0", "enter")
        await wait(pilot, lambda: named(pilot) == "TrayScreen")
        editor = session(pilot).editor
        (decision,) = editor.session.decisions
        assert (str(decision.what), str(decision.because)) == ("The plan stays", "all were safe")
        assert str(decision.decided_by) == "Dee Harrow"
        own = session(pilot).controller.part_about("").editor.session
        assert str(own.seat("manager")) == "Dee Harrow"  # for every family after, too
        assert waiting_lines(editor.session) == ()
        assert placed_lines(editor.session)[0].placed == decision.id


async def test_ctrl_z_on_the_stage_takes_back_what_was_placed_and_the_line_waits_again(in_meeting, wait):
    async with in_meeting() as pilot:
        await pilot.press("f4", *"perhaps Robin cooks", "f4", "f8", "i", "escape")
        assert lines(pilot) == []
        await pilot.press("ctrl+z")
        await wait(pilot, lambda: named(pilot) == "TakeBackScreen")
        await pilot.press("enter")
        assert lines(pilot) == [("idea", "perhaps Robin cooks")]
        assert "1 line in no file yet" in painted(pilot.app)


async def test_ready_lines_are_shown_and_placed_together(in_meeting, wait):
    async with in_meeting() as pilot:
        await pilot.press("f4", *".i perhaps so", "enter", *".f Zuri was late (Ms Ward)", "enter", *"no mark", "f4")
        await pilot.press("f8", "r")
        await wait(pilot, lambda: named(pilot) == "ChooseScreen")
        await pilot.press("enter")
        assert lines(pilot) == [("", "no mark")]


async def test_what_was_jotted_outlives_a_killed_program(in_meeting):
    async with in_meeting() as pilot:
        await pilot.press("f4", *"kept line", "enter", *"begun line", "escape")
        workspace = pilot.app.workspace
        session(pilot).save()
        workspace.writer.flush()
        part = workspace.resume(session(pilot).controller.id).part
        assert [str(line.text) for line in waiting_lines(part.editor.session)] == ["kept line"]
        assert part.editor.drafted(jot_slot(part.editor)).text == "begun line"


async def test_in_room_view_a_jot_is_covered_until_it_is_known_that_it_names_no_other_family(in_meeting, wait):
    async with in_meeting() as pilot:
        await pilot.press("f4", *"nobody's name", "ctrl+r")
        watch = pilot.app.screen._part.other_families_watch
        await wait(pilot, lambda: watch.is_ready and "Covered, all of it" not in in_one_line(pilot.app))
        recogniser, watch._recogniser = watch._recogniser, None
        assert pilot.app.screen.is_masked
        await pilot.press("x")
        assert "Covered, all of it" in in_one_line(pilot.app)
        watch._recogniser = recogniser
        await wait(pilot, lambda: "Covered, all of it" not in in_one_line(pilot.app))
        assert "namex" in in_one_line(pilot.app)


async def test_in_room_view_the_tray_is_covered_and_the_jot_that_names_another_family_too(in_meeting, wait):
    async with in_meeting() as pilot:
        await pilot.press("f4", *"Robin was seen", "enter", *"Abel was late")
        await wait(pilot, lambda: "! Abel is in Haile" in in_one_line(pilot.app))
        await pilot.press("ctrl+r")
        await wait(pilot, lambda: "Covered, all of it" in in_one_line(pilot.app))
        assert "Abel" not in painted(pilot.app)
        await pilot.press("f4", "f8")
        await wait(pilot, lambda: MASK in painted(pilot.app))
        assert "Robin was seen" not in painted(pilot.app)
        assert "Abel" not in painted(pilot.app)
        await pilot.press("space")
        await wait(pilot, lambda: named(pilot) == "ChooseScreen")
        await pilot.press("down", "enter")
        assert "Robin was seen" in painted(pilot.app)


async def test_lines_of_the_quick_round_are_offered_where_it_ends_for_all_families(in_meeting, wait):
    async with in_meeting(stage="round") as pilot:
        controller, screens = session(pilot).controller, []
        jot(controller.editor, "Robin cooks", controller.now())
        for _ in range(2):
            await pilot.press("f6")  # the turn of the next family: nothing is asked in between
            await pilot.pause()
            screens.append((named(pilot), controller.here.family))
        assert screens == [("SessionScreen", "V1"), ("SessionScreen", "V3")]
        jot(controller.editor, "Nan rings on Fridays", controller.now())
        await pilot.press("f6")
        await wait(pilot, lambda: named(pilot) == "StageEndsScreen")
        assert "2 lines in no file yet: Carter-Okafor 1, Pritchard-Hussain 1" in in_one_line(pilot.app)
        await pilot.press("escape", "f6")  # asked once: these lines were offered
        await wait(pilot, lambda: controller.here.stage == "choose")
        jot(controller.part_about("V3").editor, "and on Sundays", controller.now())
        controller.go_to("round", "V3")
        session(pilot).after_move()
        await pilot.press("f6", "f8")
        await wait(pilot, lambda: named(pilot) == "TrayScreen")
        assert len(pilot.app.screen.rows) == 3
        await pilot.press("escape")  # then the meeting goes on by itself
        await wait(pilot, lambda: controller.here.stage == "choose")


async def test_within_a_familys_part_the_offer_is_told_and_nothing_is_asked(in_meeting, wait):
    async with in_meeting() as pilot:
        jot(session(pilot).editor, "Robin cooks", session(pilot).controller.now())
        await pilot.press("f6")
        await wait(pilot, lambda: "1 line is in no file yet: F8 places it, now or later." in notices(pilot.app))
        assert named(pilot) == "SessionScreen"
        await pilot.press("f6")
        await wait(pilot, lambda: session(pilot).editor.stage.id == "missing_view" and not notices(pilot.app))


async def test_a_sentence_of_the_tray_goes_when_the_cursor_goes_on(in_meeting):
    async with in_meeting() as pilot:
        for words in ("Leanne was late", "Nan rang"):
            jot(session(pilot).editor, words, session(pilot).controller.now())
        await pilot.press("f8", "f")
        assert "For whom? Digits, then Enter." in in_one_line(pilot.app)
        await pilot.press("1")
        assert "For Robin? Enter places it, digits change it." in in_one_line(pilot.app)
        await pilot.press("down")
        assert "For Robin? Enter" not in in_one_line(pilot.app)


async def test_lines_left_in_a_tray_are_asked_about_once_before_the_close(in_session, wait):
    async with in_session() as pilot:
        editor = pilot.app.screen.editor
        jot(editor, "left over", pilot.app.screen.controller.now())
        pilot.app.screen.close_session(early=True)
        await wait(pilot, lambda: named(pilot) == "ChooseScreen")
        assert "1 line is in no file yet" in painted(pilot.app)
        await pilot.press("down", "enter")
        await wait(pilot, lambda: named(pilot) == "CloseSessionScreen")


@pytest.mark.parametrize("size", rows((80, 24), (100, 30), (120, 40)))
async def test_every_word_of_the_tray_is_whole(in_meeting, size):
    async with in_meeting(size) as pilot:
        long = "Amina rings the midwife about the appointment on Tuesday that nobody wants to go to alone by Friday"
        await pilot.press("f4")
        pilot.app.focused.insert(f".s {long}")
        await pilot.press("f4", "f8")
        shown = in_one_line(pilot.app)
        assert [word for word in ("step", *long.split()) if word not in shown] == []
        for words in ("i idea → team space", "q question → for the next visit", "w for worker → worker's record"):
            assert words in shown
        assert "Read by the child now" in shown


async def test_in_room_view_a_note_that_names_another_family_is_covered_in_the_box_and_in_the_list(in_meeting, wait):
    async with in_meeting() as pilot:
        part = session(pilot).controller.part
        part.other_families_watch.begin()
        await wait(pilot, lambda: part.other_families_watch.is_ready)
        await pilot.press(*"Robin cooks", "enter", "ctrl+r")
        await wait(pilot, lambda: "Robin cooks" in in_one_line(pilot.app))
        await pilot.press(*"Robin ate with Abel")
        await wait(pilot, lambda: "Covered, all of it" in in_one_line(pilot.app))
        assert "Abel" not in painted(pilot.app)
        await pilot.press("enter")
        await wait(pilot, lambda: len(session(pilot).editor.session.entries) == 2)
        assert MASK in painted(pilot.app)
        assert "Robin cooks" in in_one_line(pilot.app)
        assert "Abel" not in painted(pilot.app)
        await pilot.press("ctrl+r")
        await wait(pilot, lambda: named(pilot) != "SessionScreen")
        await pilot.press("down", "enter")
        await wait(pilot, lambda: "Robin ate with Abel" in in_one_line(pilot.app))
        await pilot.press(*"With Abel", "ctrl+r")
        await wait(pilot, lambda: "Covered, all of it" in in_one_line(pilot.app))
        await pilot.press("ctrl+r")
        await wait(pilot, lambda: named(pilot) != "SessionScreen")
        await pilot.press("down", "enter")
        await wait(pilot, lambda: "With Abel" in in_one_line(pilot.app))
        await wait(pilot, lambda: "Covered, all of it" not in in_one_line(pilot.app))


async def test_in_room_view_a_name_of_another_family_is_covered_in_a_form_and_where_it_is_asked_for_whom(
    in_meeting, wait
):
    async with in_meeting(stage="next") as pilot:
        part = session(pilot).controller.part
        part.other_families_watch.begin()
        await wait(pilot, lambda: part.other_families_watch.is_ready)
        step = next(slot for slot in session(pilot).editor.slots() if slot.field.kind == "action")
        session(pilot).open_form(step, start="Amina rings Leanne")
        await wait(pilot, lambda: named(pilot) == "EntryFormScreen")
        await pilot.press("ctrl+r")
        await wait(pilot, lambda: "Room view" in painted(pilot.app))
        assert "Rings Leanne" in in_one_line(pilot.app)
        pilot.app.screen.focus_part(step.field.parts[0].id)
        await pilot.press(*" about Abel")
        await wait(pilot, lambda: "Covered, all of it" in in_one_line(pilot.app))
        assert "Abel" not in painted(pilot.app)
        await pilot.press(*["backspace"] * len(" about Abel"))
        await wait(pilot, lambda: "Rings Leanne" in in_one_line(pilot.app))
        assert "Covered, all of it" not in in_one_line(pilot.app)
        await pilot.press("escape")
        await wait(pilot, lambda: named(pilot) == "SessionScreen")
        asked = ChooseChildrenScreen("New facts", "Leanne rang Abel", part.children, part.suggest_children("Leanne"))
        pilot.app.push_screen(asked)
        await wait(pilot, lambda: "Robin" in painted(pilot.app))
        assert "Abel" not in painted(pilot.app)
        assert MASK in painted(pilot.app)


async def test_esc_from_a_jot_says_where_its_words_wait(in_meeting, wait):
    async with in_meeting() as pilot:
        await pilot.press("f4", *"Sue rang", "escape")
        await wait(pilot, lambda: any("F4 goes on with it" in words for words in notices(pilot.app)))
