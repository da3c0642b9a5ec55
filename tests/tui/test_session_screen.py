"""A session can be facilitated from the keyboard alone, and says where every word goes."""

import json

import pytest

from supervision_tui.practice import Destination
from supervision_tui.records import render_record
from supervision_tui.session import SessionStatus
from supervision_tui.session.drafts import draft_title
from supervision_tui.session.fields import label_of
from supervision_tui.tui.app_services.debounce import Debouncer
from supervision_tui.tui.screens.session.question_list import keys_for
from supervision_tui.tui.widgets.note_box import NoteBox
from tests.tui.driving import in_one_line, named, settled
from tests.tui.textual_internals import notices, painted
from tests.whole import rows

SIZES = rows((80, 24), (120, 40))


def texts(pilot):
    return [entry.text for entry in pilot.app.screen.editor.session.entries]


async def stage(pilot, wait, wanted):
    screen = pilot.app.screen
    screen.editor.go(wanted, screen.controller.now(), override=True)
    screen.open_stage()
    await settled(pilot)
    await wait(pilot, lambda: screen.editor.stage.id == wanted)


async def test_a_session_is_begun_from_today_and_gone_through_with_keys(demo, wait):
    async with demo() as pilot:
        start = pilot.app.screen.query_one("#start OptionList")
        start.focus()
        start.highlighted = start.get_option_index("T2")
        await pilot.press("enter")
        await wait(pilot, lambda: named(pilot) == "BeginSessionScreen")
        which = pilot.app.screen.query_one("#which")
        which.highlighted = which.get_option_index("V2")
        await pilot.press("enter")
        await wait(pilot, lambda: named(pilot) == "SessionScreen")
        editor = pilot.app.screen.editor
        assert editor.session.family_id == "V2"
        stages = [stage.id for stage in editor.template.stages]
        for following in stages[1 : stages.index("reflecting") + 1]:
            await pilot.press("f6")
            await wait(pilot, lambda following=following: editor.stage.id == following)


@pytest.mark.parametrize("size", SIZES)
async def test_where_words_go_and_what_is_not_written_stand_beside_the_box(in_session, wait, size):
    async with in_session(size) as pilot:
        await stage(pilot, wait, "reflecting")
        shown = painted(pilot.app)
        assert "team space ›" in shown
        assert "Not here: who said it" in shown
        assert "someone in danger" in shown
        assert "Ask" in shown
        below = " ".join(str(pilot.app.screen.query_one("#not_written").render()).split())
        assert "Read by the team; family members may ask to see it." in below


@pytest.mark.parametrize("size", SIZES)
async def test_enter_keeps_a_note_and_brackets_stay(in_session, wait, size):
    async with in_session(size) as pilot:
        await stage(pilot, wait, "reflecting")
        await pilot.press(*"And [Mum] [/]", "enter")
        await wait(pilot, lambda: texts(pilot) == ["And [Mum] [/]"])
        assert "And [Mum] [/]" in painted(pilot.app)
        assert pilot.app.screen.query_one(NoteBox).text == ""


async def test_roles_are_given_one_after_another(in_session, wait):
    async with in_session() as pilot:
        await pilot.press(*"Lee", "enter", "tab", *"Sofia", "enter")
        session = pilot.app.screen.editor.session
        assert (session.seat("presenter"), session.seat("consultant")) == ("Lee", "Sofia")


async def test_a_note_is_changed_taken_back_and_brought_back(in_session, wait):
    async with in_session() as pilot:
        await stage(pilot, wait, "reflecting")
        await pilot.press(*"first", "enter")
        await pilot.press("up", "down", "enter")
        await wait(pilot, lambda: pilot.app.screen.query_one(NoteBox).text == "first")
        await pilot.press(*" idea", "enter")
        await wait(pilot, lambda: texts(pilot) == ["first idea"])
        await pilot.press("up", "down", "delete")
        await wait(pilot, lambda: texts(pilot) == [])
        await pilot.press("ctrl+z", "enter")
        await wait(pilot, lambda: texts(pilot) == ["first idea"])


async def test_tab_goes_through_the_fields_and_a_draft_waits_where_it_was(in_session, wait):
    async with in_session() as pilot:
        await stage(pilot, wait, "story")
        await pilot.press(*"half a thought", "tab")
        await wait(pilot, lambda: pilot.app.screen.current.child == "maisie")
        await pilot.press("shift+tab")
        await wait(pilot, lambda: pilot.app.screen.query_one(NoteBox).text == "half a thought")
        assert texts(pilot) == []


async def test_a_form_asks_for_what_is_needed_and_waits_under_its_name_when_it_is_left(in_session, wait):
    async with in_session() as pilot:
        await stage(pilot, wait, "actions")
        await pilot.press("tab")
        await wait(pilot, lambda: pilot.app.screen.current.field.id == "actions")
        await pilot.press(*"See Robin alone", "enter")
        await wait(pilot, lambda: named(pilot) == "EntryFormScreen")
        assert pilot.app.focused.id == "owner"  # the first that is needed and empty
        await pilot.press("enter")
        await wait(pilot, lambda: "Still needed: Who" in painted(pilot.app))
        await pilot.press(*"Lee", "escape")
        await wait(pilot, lambda: named(pilot) == "SessionScreen")
        assert pilot.app.screen.query_one("NoteBox").text == ""  # the next form starts clean
        await wait(pilot, lambda: "a next step: See Robin alone" in in_one_line(pilot.app))
        await pilot.press("f9", "k")  # ten stages, a to j; what waits is the next letter
        await wait(pilot, lambda: named(pilot) == "EntryFormScreen")
        assert pilot.app.focused.id == "when"
        await pilot.press(*"Friday", "enter")
        await wait(pilot, lambda: named(pilot) == "SessionScreen")
        action = pilot.app.screen.editor.session.actions[0]
        assert (action.what, action.owner, action.when, action.child) == ("See Robin alone", "Lee", "Friday", "robin")
        assert pilot.app.screen.editor.session.drafts == ()


async def test_a_step_for_nobody_is_not_kept_and_digits_say_for_whom(in_session, wait):
    async with in_session() as pilot:
        await stage(pilot, wait, "actions")
        screen = pilot.app.screen
        slot = next(slot for slot in screen.editor.slots() if slot.field.kind == "action")
        me = str(screen.controller.me)
        screen.open_form(slot, f"{me} rings Leanne's midwife by Friday")  # as the box hands it over
        await wait(pilot, lambda: named(pilot) == "EntryFormScreen")
        words = pilot.app.screen.words()
        assert (words["what"], words["owner"], words["when"]) == ("Rings Leanne's midwife", me, "by Friday")
        assert pilot.app.focused.id == "child"
        assert "About Leanne, an adult." in in_one_line(pilot.app)
        await pilot.press("enter")
        await wait(pilot, lambda: "For whom? Choose one child" in in_one_line(pilot.app))
        assert screen.editor.session.actions == ()
        await pilot.press("1", "4", "enter")
        await wait(pilot, lambda: named(pilot) == "SessionScreen")
        assert screen.editor.session.actions[0].children == ("robin", "zuri")


async def test_a_child_removed_from_the_family_while_a_form_is_open_is_told_and_asked_anew(in_session, wait):
    async with in_session() as pilot:
        await stage(pilot, wait, "actions")
        screen = pilot.app.screen
        slot = next(slot for slot in screen.editor.slots() if slot.field.kind == "action")
        screen.open_form(slot, begun={"what": "See Finley", "owner": "Lee", "when": "Friday"})
        await wait(pilot, lambda: named(pilot) == "EntryFormScreen")
        family = screen.controller.family
        gone = ("finley",)
        screen.controller.family_changed(
            family.model_copy(update={"persons": tuple(one for one in family.persons if one.id not in gone),
                                      "focus": tuple(one for one in family.focus if one not in gone)})
        )  # fmt: skip
        await pilot.press("enter")
        await wait(pilot, lambda: "Finley is no longer in this family" in in_one_line(pilot.app))
        assert screen.editor.session.actions == ()
        await pilot.press("backspace", "2", "enter")
        await wait(pilot, lambda: named(pilot) == "SessionScreen")
        assert screen.editor.session.actions[0].child == "maisie"


async def test_a_day_that_can_be_two_days_is_asked_about_before_the_step_is_kept(in_session, wait):
    async with in_session() as pilot:
        await stage(pilot, wait, "actions")
        screen = pilot.app.screen
        slot = next(slot for slot in screen.editor.slots() if slot.field.kind == "action")
        screen.open_form(slot, begun={"what": "See Robin", "owner": "Lee"})
        await wait(pilot, lambda: named(pilot) == "EntryFormScreen")
        await pilot.press(*"1/2/90", "enter")
        await wait(pilot, lambda: "1 February 1990" in in_one_line(pilot.app))
        assert screen.editor.session.actions == ()
        await pilot.press("3", "enter")
        await wait(pilot, lambda: named(pilot) == "SessionScreen")
        action = screen.editor.session.actions[0]
        assert (action.when, action.due) == ("1/2/90", None)


async def test_a_decision_before_thinking_asks_first(in_session, wait):
    async with in_session() as pilot:
        editor = pilot.app.screen.editor
        editor.go("graces", pilot.app.screen.controller.now())
        pilot.app.screen.open_stage()
        await pilot.press("f6")
        await wait(pilot, lambda: named(pilot) == "ChooseScreen")
        await wait(pilot, lambda: "Go on all the same" in painted(pilot.app))
        await pilot.press("down", "enter")
        await wait(pilot, lambda: editor.stage.id == "actions")


async def test_one_megabyte_pasted_is_kept_as_one_note_and_the_screen_answers(in_session, wait):
    from textual.events import Paste

    words = "word [b] \x1b[31m" * 70_000
    async with in_session() as pilot:
        await stage(pilot, wait, "reflecting")
        pilot.app.post_message(Paste(words))
        await wait(pilot, lambda: len(texts(pilot)) == 1)
        assert len(texts(pilot)[0]) == len(words.strip())
        await wait(pilot, lambda: "characters" in painted(pilot.app))
        assert "\x1b" not in texts(pilot)[0]


async def test_more_than_can_be_kept_is_refused_with_a_sentence(in_session, wait):
    from textual.events import Paste

    async with in_session() as pilot:
        await stage(pilot, wait, "reflecting")
        pilot.app.post_message(Paste("x" * 2_000_001))
        await wait(pilot, lambda: named(pilot) == "NoticeScreen")
        assert "at most 2,000,000" in painted(pilot.app)


async def test_the_genogram_opens_on_the_child_and_is_walked_with_arrows(in_session, wait):
    async with in_session() as pilot:
        await pilot.press("f2")
        await wait(pilot, lambda: bool(pilot.app.screen.query("GenogramView")))
        view = pilot.app.screen.query_one("GenogramView")
        await wait(pilot, lambda: "Robin Bell" in str(pilot.app.screen.query_one("#who").render()))
        await pilot.press("up")
        await wait(pilot, lambda: view.selected != "robin")
        await pilot.press("escape")
        await wait(pilot, lambda: named(pilot) == "SessionScreen")


async def test_questions_name_the_family_and_can_be_kept(in_session, wait):
    async with in_session() as pilot:
        await stage(pilot, wait, "interview")
        card = pilot.app.screen.query_one("QuestionCard")
        stages_own = [question.prompt_id for question in pilot.app.screen.controller.questions()]
        await wait(pilot, lambda: [question.prompt_id for question in card.questions] == stages_own)
        assert any("Robin" in question.text or "Leanne" in question.text for question in card.questions)
        first = card.current
        await pilot.press("f3", "k")
        kept = pilot.app.screen.editor.session.questions
        assert [question.prompt_id for question in kept] == [first.prompt_id]
        assert card.current is not first


@pytest.mark.parametrize("size", [(40, 12), (200, 60), (20, 8)])
async def test_any_window_is_usable(in_session, wait, size):
    async with in_session() as pilot:
        await pilot.resize_terminal(*size)
        await stage(pilot, wait, "reflecting")
        await pilot.press(*"still here", "enter")
        await wait(pilot, lambda: texts(pilot) == ["still here"])


async def test_help_names_every_key_of_this_screen(in_session, wait):
    async with in_session((120, 60)) as pilot:
        await pilot.press("f1")
        await wait(pilot, lambda: named(pilot) == "HelpScreen")
        shown = painted(pilot.app)
        for words in ("F6", "More minutes for this stage", "Someone may be in danger now", "F10"):
            assert words in shown


async def test_the_palette_offers_no_screenshot(demo, wait):
    async with demo() as pilot:
        titles = [command.title for command in pilot.app.get_system_commands(pilot.app.screen)]
        assert "Screenshot" not in titles
        assert "Families" in titles


async def test_the_danger_key_works_from_every_screen(in_session, wait):
    async with in_session() as pilot:
        await pilot.press("f12")
        await wait(pilot, lambda: named(pilot) == "DangerScreen")
        assert "999" in painted(pilot.app)
        await pilot.press("escape")
        await wait(pilot, lambda: named(pilot) == "SessionScreen")


async def test_what_was_written_in_a_form_is_changed_and_not_written_twice(in_session, wait):
    async with in_session() as pilot:
        await stage(pilot, wait, "story")
        editor = pilot.app.screen.editor
        facts = next(slot for slot in editor.slots() if slot.field.id == "facts")
        fact = {"what": "Missed her inhaler", "known": "told by school"}
        editor.fill(facts, {**fact, "child": "maisie"}, pilot.app.screen.controller.now())
        pilot.app.screen.write_in(facts)
        await pilot.press("up", "down", "enter")
        await wait(pilot, lambda: named(pilot) == "EntryFormScreen")
        await pilot.press(*" twice", "enter")
        await wait(pilot, lambda: named(pilot) == "SessionScreen")
        await wait(
            pilot, lambda: [entry.parts["what"] for entry in editor.session.entries] == ["Missed her inhaler twice"]
        )


async def test_a_framework_is_chosen_and_its_formats_come_first(demo, wait):
    async with demo() as pilot:

        def formats():
            return [option.id for option in pilot.app.screen.query_one("#start OptionList").options]

        before = formats()
        await pilot.press("f")
        await wait(pilot, lambda: named(pilot) == "ChooseScreen")
        choices = pilot.app.screen.query_one("OptionList")
        choices.highlighted = choices.get_option_index("telford")
        await pilot.press("enter")
        await wait(pilot, lambda: named(pilot) == "NoticeScreen")
        assert "Supervision:" in painted(pilot.app)
        await pilot.press("escape")
        await wait(pilot, lambda: named(pilot) == "TodayScreen")
        assert pilot.app.workspace.framework.id == "telford"
        assert sorted(formats()) == sorted(before)
        assert formats() != before


async def test_words_typed_while_nothing_has_the_focus_go_into_the_box(in_session, wait):
    async with in_session() as pilot:
        await stage(pilot, wait, "pause")
        await pilot.press("f6")
        await wait(pilot, lambda: pilot.app.screen.editor.stage.id == "reflecting")
        pilot.app.screen.set_focus(None)
        await pilot.press(*"I was struck", "enter")
        await wait(pilot, lambda: texts(pilot) == ["I was struck"])


async def test_every_pause_in_typing_is_saved_not_only_the_first(in_session, wait):
    async with in_session() as pilot:
        workspace, session = pilot.app.workspace, pilot.app.screen.editor.session.id
        for words in ("half", "half a", "half a thought"):
            await pilot.press(*words[len(pilot.app.screen.query_one("NoteBox").text) :])
            await wait(
                pilot, lambda words=words: [str(one.text) for one in workspace.sessions.get(session).drafts] == [words]
            )


async def test_words_typed_for_a_form_are_a_draft_before_it_is_opened(in_session, wait):
    async with in_session() as pilot:
        screen = pilot.app.screen
        screen.editor.go("reflecting", screen.controller.now(), override=True)
        screen.open_stage()
        slot = next(one for one in screen.editor.slots() if one.field.id == "hypotheses")
        screen.write_in(slot)
        await pilot.press(*"half a thought")
        await wait(pilot, lambda: screen.editor.drafted(slot) is not None)
        assert json.loads(screen.editor.drafted(slot).text)["statement"] == "half a thought"
        screen.next_field()
        screen.write_in(slot)
        assert screen.query_one("NoteBox").text == "half a thought"
        await pilot.press("enter")
        await wait(pilot, lambda: [idea.statement for idea in screen.editor.session.hypotheses] == ["half a thought"])


async def test_a_session_ends_early_without_a_reason_and_keeps_what_was_written(in_session, wait):
    async with in_session() as pilot:
        controller = pilot.app.screen.controller
        await pilot.press("f6")
        await pilot.press(*"I cook", "enter", "escape", "c")
        await wait(pilot, lambda: named(pilot) == "CloseSessionScreen" and pilot.app.screen.read_over)
        closing = pilot.app.screen
        await pilot.press("w")
        assert named(pilot) == "CloseSessionScreen"  # there is something to look at first, and w goes to it
        while closing.to_look_at:
            await pilot.press("l")
        await pilot.press("w")
        await wait(pilot, lambda: named(pilot) == "ChooseScreen")
        await pilot.press("enter")
        await wait(pilot, lambda: named(pilot) == "WaitingRecordsScreen")
        session = pilot.app.workspace.sessions.get(controller.editor.session.id)
        assert session.status == "ended_early"
        records = pilot.app.workspace.records.all()
        assert [one for one in records if "I cook" in render_record(one, "txt")]


async def test_a_decision_says_first_that_nobody_is_the_accountable_manager_and_lets_one_be_named(in_session, wait):
    async with in_session() as pilot:
        screen = pilot.app.screen
        screen.editor.go("actions", screen.controller.now(), override=True)
        slot = next(one for one in screen.editor.slots() if one.field.kind == "decision")
        screen.open_form(slot)
        await wait(pilot, lambda: named(pilot) == "EntryFormScreen")
        assert "Nobody is the accountable manager yet" in in_one_line(pilot.app)
        await pilot.press(*"They stay", "enter", *"it is safe", "enter")
        await wait(pilot, lambda: pilot.app.focused.id == "decided_by")
        await pilot.press(*"Dee Harrow", "enter", *"Lee, Friday", "enter", "0", "enter")
        await wait(pilot, lambda: named(pilot) == "SessionScreen")
        decision = screen.editor.session.decisions[0]
        assert (decision.decided_by, decision.child, decision.children) == ("Dee Harrow", None, ())
        assert screen.editor.session.seat("manager") == "Dee Harrow"


async def test_a_small_window_opens_on_the_field_that_is_written_in_and_without_words_to_start_with(in_session, wait):
    async with in_session((80, 24)) as pilot:
        rows = pilot.app.screen.query_one("#stage_list")
        await wait(pilot, lambda: rows.scroll_offset.y == 0 and rows.content_size.width > 60)
        here = next(n for n, row in enumerate(rows.rows) if row.slot == pilot.app.screen.current)
        assert "brings the family and a question, and has the last word" in rows.rows[here].words.plain
        assert "Words to start with" not in painted(pilot.app)


async def test_private_words_that_wait_in_their_box_show_no_word_in_the_list(in_session, wait):
    """Found by random keys: begun in a private field and left there, they stood in the list, in room view too."""
    async with in_session() as pilot:
        screen = pilot.app.screen
        await stage(pilot, wait, "graces")
        slot = next(slot for slot in screen.editor.slots() if slot.field.destination is Destination.PRIVATE)
        screen.editor.draft(slot, "kestrel", screen.controller.now())
        for room in (False, True):
            pilot.app.room.on = room
            screen.show_list()
            rows = [row for row in screen.query_one("#stage_list").rows if row.slot == slot]
            assert rows
            assert not [row for row in rows if "kestrel" in row.words.plain]
        assert draft_title(screen.editor.session.drafts[-1], slot, {}) == label_of(slot, {})


async def test_words_that_are_not_on_the_disk_yet_are_never_called_saved(in_session, wait):
    async with in_session() as pilot:
        screen, asked = pilot.app.screen, []
        await wait(pilot, lambda: "· saved" in painted(pilot.app))
        works, screen._soon = screen._soon, Debouncer(screen, 0.01, lambda: asked.append("to save"))
        await pilot.press("L")
        await wait(pilot, lambda: bool(screen.editor.drafted(screen.current)))
        await wait(pilot, lambda: "· saving" in painted(pilot.app))
        await wait(pilot, lambda: bool(asked))
        screen.show_time()
        await wait(pilot, lambda: "· saving" in painted(pilot.app))
        screen._soon = works
        screen.schedule_save()
        await wait(pilot, lambda: "· saved" in painted(pilot.app))
        assert str(pilot.app.workspace.sessions.get(screen.editor.session.id).drafts[0].text) == "L"


async def test_questions_can_be_put_to_us_to_the_family_or_to_a_child(in_session, wait):
    async with in_session() as pilot:
        await stage(pilot, wait, "interview")
        card = pilot.app.screen.query_one("QuestionCard")
        await wait(pilot, lambda: len(card.questions) == 12)
        assert "for us" in painted(pilot.app) or "for the family" in painted(pilot.app)
        await pilot.press("escape", "h", "escape", "h")
        await wait(pilot, lambda: all("child" in question.audience for question in card.questions))
        await wait(pilot, lambda: "for a child" in painted(pilot.app))
        assert len(card.questions) == 12
        order = list(card.questions)
        await pilot.press("f3", "9")
        await wait(pilot, lambda: named(pilot) == "SessionScreen")
        assert card.current is order[8], "the ninth is on the stage"
        assert list(card.questions) == order
        await wait(pilot, lambda: "▸  9 " in painted(pilot.app))
        await pilot.resize_terminal(80, 24)
        await wait(pilot, lambda: "9 of 12: F3" in painted(pilot.app))


async def test_the_list_of_questions_stays_while_whom_they_are_for_is_changed(in_session, wait):
    async with in_session() as pilot:
        await stage(pilot, wait, "interview")
        session = pilot.app.screen
        card = session.query_one("QuestionCard")
        await wait(pilot, lambda: len(card.questions) == 12)
        await pilot.press("f3")
        await wait(pilot, lambda: named(pilot) == "QuestionListScreen")
        for hearer in ("family", "child"):
            before = pilot.app.screen
            await pilot.press("h")
            await wait(pilot, lambda before=before: named(pilot) == "QuestionListScreen" and pilot.app.screen != before)
            assert all(hearer in question.audience for question in card.questions)
        await pilot.press("escape")
        await wait(pilot, lambda: pilot.app.screen is session)
        assert session.query_one(NoteBox).text == "", "h was not typed"


async def open_takeaway(pilot, wait):
    """The field of the worker's own record in the last stage, ready to be written in."""
    screen = pilot.app.screen
    await stage(pilot, wait, "close")
    slot = next(slot for slot in screen.editor.slots() if slot.field.id == "takeaway")
    screen.write_in(slot)
    await wait(pilot, lambda: screen.current == slot)
    return slot


@pytest.mark.parametrize("size", SIZES)
async def test_a_name_of_the_family_is_said_under_the_box_while_it_is_typed_and_goes_when_it_is_gone(
    in_session, wait, size
):
    async with in_session(size) as pilot:
        await open_takeaway(pilot, wait)
        await pilot.press(*"robin", "space")
        await wait(pilot, lambda: "Names somebody: robin" in in_one_line(pilot.app))
        await pilot.press(*["backspace"] * 6, *"patience")
        await wait(pilot, lambda: "Names somebody" not in in_one_line(pilot.app))


async def test_at_the_close_n_goes_to_the_line_that_names_somebody_and_nothing_is_written_before(in_session, wait):
    async with in_session((120, 40)) as pilot:
        session = pilot.app.screen
        slot = await open_takeaway(pilot, wait)
        await pilot.press(*"robin told me to wait", "enter")
        await wait(pilot, lambda: "robin told me to wait" in texts(pilot))
        await stage(pilot, wait, "reflecting")
        await pilot.press("escape", "c")
        await wait(pilot, lambda: named(pilot) == "CloseSessionScreen")
        closing = pilot.app.screen
        await wait(pilot, lambda: closing.read_over and closing.to_look_at)
        assert "to look at" in in_one_line(pilot.app)
        await pilot.press("w")
        await wait(pilot, lambda: any("to look at first" in words for words in map(str, notices(pilot.app))))
        assert pilot.app.screen is closing
        assert closing.item is closing.to_look_at[0]
        assert [pilot.app.workspace.records.headings(), session.editor.session.status] == [[], SessionStatus.OPEN]
        await pilot.press("n")
        await wait(pilot, lambda: pilot.app.screen is session)
        await wait(pilot, lambda: session.editor.stage.id == "close" and session.current.field == slot.field)
        await wait(pilot, lambda: pilot.app.focused.text == "robin told me to wait")


def test_the_list_of_questions_names_h_only_where_somebody_else_could_hear_them():
    assert keys_for("for a child") == "digit: on the stage · k keep · h for a child · F3 library · Esc back"
    assert keys_for("") == "digit: on the stage · k keep · F3 library · Esc back"
