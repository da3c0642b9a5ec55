"""Meetings about several families in a real terminal: killed on the way, ended, and read back family by family."""

import pytest

from supervision_tui.practice import Destination
from supervision_tui.records import render_record
from supervision_tui.session import first_name
from supervision_tui.session.meeting_steps import part_of_meeting, steps
from tests.journeys.holding import fill_stage, make_notebook, reading, unlock, wait_until_stored, write_all
from tests.journeys.terminal import ROOT
from tests.shipped import load_library
from tests.whole import WHOLE

pytestmark = pytest.mark.journey

LIBRARY = load_library()
STEP = "Ring the school about lunch"
FILES = ("haile", "carter-okafor", "pritchard-hussain")
TITLES = {"V1": "Haile", "V2": "Carter-Okafor", "V3": "Pritchard-Hussain"}
"""The families by name, as the screen calls them, by their ids."""


@pytest.fixture
def room(tmp_path):
    """A notebook with three families: their ids in the order of the list, and the names of their children."""
    make_notebook(tmp_path, ROOT, *FILES)
    with reading(tmp_path) as workspace:
        order = [heading.id for heading in workspace.families.headings()]
        families = {family.id: family for family in workspace.families.all()}
        formats = [one.id for one in workspace.formats]
    names = {name: {child: first_name(family, child) for child in family.focus} for name, family in families.items()}
    return formats, order, {**names, "": {}}


def begin(t, formats, name, count):
    """Choose the format and all *count* families."""
    t.press(*["down"] * formats.index(name), "enter")
    t.wait("Which families?")
    t.press(*["space", "down"] * (count - 1), "space", "enter")


def hold(t, template, step, names):
    """One step of a meeting with a word in its first field and in each that is needed; in a whole run in every one."""
    own = part_of_meeting(template, family=bool(step.family))
    where = (f"· {TITLES[step.family]}",) if step.family else ()
    t.wait(own.stage(step.stage).title[:24], *where)
    most = None if WHOLE or step.stage == "next" else 1
    written = fill_stage(t, own.stage(step.stage), own, names[step.family], family=step.family, most=most)
    return [(*word, step.family) for word in written]


def kill_and_come_back(terminal, t, home, title, draft):
    """Pull the plug with *draft* half typed; the same meeting, in the stage called *title*."""
    t.send(draft)
    t.wait(draft)
    wait_until_stored(t, home, draft)
    t.kill()
    again = terminal(columns=100, rows=40)
    unlock(again)
    again.wait("Go on", "Unit meeting")
    again.press("enter")
    again.wait(title, draft)
    again.press(*["backspace"] * len(draft))
    return again


def test_a_unit_meeting_of_three_families_killed_twice(terminal, tmp_path, room):
    formats, order, names = room
    template = LIBRARY.templates["T1"]
    chosen = (order[1], order[0])
    t = terminal(columns=100, rows=40)
    unlock(t)
    begin(t, formats, "T1", 3)
    written = []
    for step in steps(template, order, chosen):
        if step.stage == "choose":
            t.wait("Which families in depth today?")
            t.press("down", "space", "up", "space", "enter")
            t.wait("Choose two or three", gone=["Which families in depth"])
        elif (step.stage, step.family) in {("round", order[2]), ("ideas", chosen[1])}:
            t.wait(template.stage(step.stage).title[:20], f"· {TITLES[step.family]}")
            t = kill_and_come_back(terminal, t, tmp_path, template.stage(step.stage).title[:20], "half a thought")
            written += hold(t, template, step, names)
        else:
            written += hold(t, template, step, names)
        if (step.stage, step.family) == ("next", chosen[0]):
            next_step(t)
        elif step.stage == "whole":
            t.wait(f"{TITLES[chosen[0]]}  Lee, Friday ", f": {STEP}")
        t.press("f6")
        if (step.stage, step.family) == ("next", chosen[0]):
            t.wait(f"ends here. Next: {TITLES[chosen[1]]}")
            t.press("enter")
    end(t)
    read(tmp_path, [*written, (STEP, Destination.CHILD_FILE, None, chosen[0])], {*chosen, order[2]})


def next_step(t):
    """A next step for all the children of the family in hand."""
    t.press("shift+tab")
    t.wait("▸ Next steps")
    t.press("enter")
    t.wait("What will happen", "It is done when")
    for answer in (STEP, "Lee", "Friday", "0"):
        t.send(f"{answer}\r")
    t.wait(STEP, gone=["It is done when"])


@pytest.mark.skipif(not WHOLE, reason="in a whole run: the unit meeting above says it of more families")
def test_one_to_one_supervision_about_two_families(terminal, tmp_path, room):
    formats, order, names = room
    template = LIBRARY.templates["T6"]
    t = terminal(columns=100, rows=40)
    unlock(t)
    begin(t, formats, "T6", 2)
    written = []
    for step in steps(template, order[:2], order[: template.rounds]):
        written += hold(t, template, step, names)
        t.press("f6")
    end(t)
    read(tmp_path, written, set(order[:2]))


def end(t):
    """From the last stage to the records, and out."""
    write_all(t)
    t.wait("To confirm", gone=["Write and close"])
    t.press("ctrl+q")
    assert t.end() == 0


def read(home, written, families):
    """Every word stands with its own family, in the records of its destination, and nowhere else."""
    with reading(home) as workspace:
        records = [(record, render_record(record, "txt")) for record in workspace.records.all()]
        sessions = {one.id: one for one in workspace.sessions.all()}
    assert {one.family_id for one in sessions.values() if one.family_id} == families
    assert {one.status for one in sessions.values()} == {"closed"}
    stored = {name: session.model_dump_json() for name, session in sessions.items()}
    for own, destination, child, family in written:
        kept = [sessions[name].family_id or "" for name, words in stored.items() if own in words]
        assert kept == ([] if destination is Destination.PRIVATE else [family]), own
        for record, text in records:
            belongs = record.destination is destination
            if family:
                belongs &= sessions[record.session_id].family_id == family
            if destination is Destination.CHILD_FILE:
                belongs &= child in {None, record.subject}
            assert (own in text) == belongs, f"{own} in {record.title} of {record.family_ref}"
