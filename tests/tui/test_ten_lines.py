"""Ten lines as they are said in a meeting, counted: at most 45 keys beyond their words, and each in its right place."""

from supervision_tui.practice import Destination
from supervision_tui.session.tray.state import waiting_lines
from tests.tui.driving import named
from tests.tui.test_tray import in_meeting  # noqa: F401 - a fixture
from tests.tui.typist import Typist

AT_MOST = 45
"""Keys beyond the words of all ten lines; 138 on the build of November."""
JOTTED = (
    "Perhaps Robin cooks so that nobody sees the empty fridge",
    "Zuri fell asleep twice at nursery this week (Ms Ward, 24 Nov)",
    "Who does Robin ring when Sue is at work?",
    "Amina rings the midwife about Tuesday by Friday",
    "Robin and Maisie slept at Pauline's on Saturday (Robin, 25 Nov)",
    "I wonder whether we keep Leanne ill by asking only about wine",
    "You stayed calm when Craig shouted",
    "Abel was late on three mornings",
    "Child in need plan stays; no strategy discussion",
)
PRIVATE = "I notice I am cross with Leanne"
PLACED = (("i",), ("f",), ("q",), ("5", "s"), ("f", "enter"), ("i",), ("w", "enter"), ("m", "f"))


async def ten_lines(typist):
    """Say all ten lines, then place them."""
    for line in JOTTED:
        await typist.press("f4")
        await typist.say(line)
        await typist.press("f4")
    await typist.press("f4", ".", "p", "space")
    await typist.say(PRIVATE)
    await typist.press("f4", "f8")
    for keys in PLACED[:-1]:
        await typist.press(*keys)
    await typist.press(*PLACED[-1])
    await typist.press("d")
    await typist.say("the children were safe by midnight")
    await typist.press("enter", "1", "enter")
    await typist.say("Priya tells them on Monday")
    await typist.press("enter", "0", "enter", "escape")


async def test_ten_lines_of_a_meeting_need_at_most_45_keys_and_stand_where_they_belong(in_meeting, wait):  # noqa: F811
    async with in_meeting() as pilot:
        typist, controller = Typist(pilot), pilot.app.screen.controller
        await ten_lines(typist)
        await wait(pilot, lambda: named(pilot) == "SessionScreen")
        assert typist.keys <= AT_MOST
        session = controller.editor.session
        assert waiting_lines(session) == ()
        assert [str(idea.statement) for idea in session.hypotheses if str(idea.statement) in JOTTED] == [
            JOTTED[0],
            JOTTED[5],
        ]
        assert [str(question.text) for question in session.questions] == [JOTTED[2]]
        told = {(str(entry.text), entry.destination, entry.child, entry.children) for entry in session.entries}
        assert told == {
            (JOTTED[1], Destination.CHILD_FILE, "zuri", ()),
            (JOTTED[4], Destination.CHILD_FILE, None, ("robin", "maisie")),
            ("You stayed calm when a parent shouted", Destination.SUPERVISION_RECORD, None, ()),
            (PRIVATE, Destination.PRIVATE, None, ()),
        }
        (step,) = session.actions
        assert (step.child, str(step.when), step.due is not None) == ("baby", "by Friday", True)
        assert "ings the midwife about Tuesday" in step.what
        (decision,) = session.decisions
        assert str(decision.decided_by) == "Dee Harrow"
        assert (str(decision.what), decision.child, decision.children) == (JOTTED[8], None, ())
        (late,) = controller.part_about("V1").editor.session.entries
        assert (str(late.text), late.child) == (JOTTED[7], "abel")
