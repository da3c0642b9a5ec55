"""Every kind of field in a real terminal, in sessions to their end, and what was stored read back by destination.

Which formats are held follows from the formats themselves: the fewest in which every kind stands that any format has.
They are held in a whole run; in every run ``test_t2`` and ``test_meetings`` hold two by hand to their records. Every
stage of every format stands on the screen in ``tests/tui/test_formats.py``, and every format is held to its end, its
words read back from all that can leave, in ``tests/workspace/test_nothing_strays.py``.
"""

from string import ascii_letters

import pytest

from supervision_tui.practice import Destination
from supervision_tui.records import render_record
from supervision_tui.session import first_name, slots
from tests.journeys.holding import fill_stage, make_notebook, reading, unlock, write_all
from tests.journeys.terminal import ROOT
from tests.shipped import load_library
from tests.whole import WHOLE

pytestmark = pytest.mark.journey

LIBRARY = load_library()
ALONE = {name: template for name, template in LIBRARY.templates.items() if template.family in {"one", "none"}}


def kinds_of(template):
    """What a person meets in a session of *template*: its kinds of field, whether it has a family, and goes on."""
    children = ("a child",) if template.family == "one" else ()
    fields = {
        (slot.field.kind, slot.field.destination, bool(slot.field.parts), bool(slot.child))
        for stage in template.stages
        for slot in slots(stage, template, children)
    }
    return fields | {("family", template.family), ("goes on", bool(template.followed_by))}


def fewest_with_every_kind():
    """The names of formats in which every kind stands, those with the most new kinds first."""
    missing = set().union(*(kinds_of(template) for template in ALONE.values()))
    chosen = []
    while missing:
        best = max(ALONE, key=lambda name: len(kinds_of(ALONE[name]) & missing))
        chosen.append(best)
        missing -= kinds_of(ALONE[best])
    return chosen


def place(home, template):
    """The place of *template* in the list on Today, and the family where it asks for one."""
    with reading(home) as workspace:
        at = [one.id for one in workspace.formats].index(template.id)
        family = next(iter(workspace.families.all())) if template.family == "one" else None
    return at, family


@pytest.mark.skipif(not WHOLE, reason="in a whole run: test_t2 and test_meetings hold two formats to their records")
@pytest.mark.parametrize("name", fewest_with_every_kind())
def test_a_session_to_its_end(terminal, tmp_path, name):
    template = LIBRARY.templates[name]
    make_notebook(tmp_path, ROOT, "haile")
    at, family = place(tmp_path, template)
    t = terminal(columns=100, rows=40)
    unlock(t)
    t.press(*["down"] * at, "enter")
    t.wait("Who facilitates?")
    if family:
        t.wait("Which family?")
    t.press("enter")
    children = family.focus if family else ()
    names = {child: first_name(family, child) for child in children}
    written = []
    for number, stage in enumerate(template.stages, 1):
        t.wait(f"▶ {ascii_letters[number - 1]} ", "F5 before" if number > 1 else "F6 on")
        written += fill_stage(t, stage, template, names)
        t.press("f6")
    write_all(t)
    t.wait("Today" if template.followed_by else "To confirm", gone=["Write and close"])
    t.press("ctrl+q")
    assert t.end() == 0
    read(tmp_path, template, written)


def read(home, template, written):
    """Every word stands in the records of its destination and in no other."""
    with reading(home) as workspace:
        records = workspace.records.all()
        session = workspace.sessions.all()[0]
    assert session.status == "closed"
    stored = session.model_dump_json()
    for own, destination, child in written:
        assert (own in stored) == (destination is not Destination.PRIVATE), own
        for record in records:
            belongs = record.destination is destination and child in {None, record.subject}
            if destination is not Destination.CHILD_FILE:
                belongs = record.destination is destination
            assert (own in render_record(record, "txt")) == belongs, f"{own} in {record.title}"
