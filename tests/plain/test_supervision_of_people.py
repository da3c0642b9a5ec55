"""Supervision on a plain terminal: when it is due, that it took place, why it did not."""

from supervision_tui.plain.people import look_after_people
from supervision_tui.plain.waiting import say_what_waits
from supervision_tui.workspace.people_notes import note_missed
from supervision_tui.workspace.reports import supervision_standing


def standing(workspace):
    return {str(person.name): missed for person, _, missed in supervision_standing(workspace, workspace.today())}


def test_somebody_is_added_and_why_supervision_did_not_take_place_is_asked_with_an_example(workspace, script):
    io = script("add", "Tom Reid", "practitioner", "newly", "", "Tom", "It did", "yesterday", "court", "", "")
    look_after_people(workspace, io)
    assert "Why did it not take place? For example court, leave, a child in danger." in io.heard
    assert "did not take place (court); no new day yet" in io.heard
    assert standing(workspace)["Tom Reid"].why == "court"


def test_what_waits_leads_to_the_supervision_that_did_not_take_place(workspace, script):
    look_after_people(workspace, script("add", "Tom Reid", "", "newly", "", ""))
    note_missed(workspace, "Tom Reid", "yesterday", "court")
    io = script("Supervision: Tom", "It took place", "", "")
    say_what_waits(workspace, io)
    assert "Noted: supervision of Tom Reid" in io.heard
    assert standing(workspace)["Tom Reid"] is None


def test_what_cannot_be_so_is_said_and_nothing_ends(workspace, script):
    io = script("add", "Tom Reid", "practitioner", "newly", "", "Tom", "It did", "", " ", "", "")
    look_after_people(workspace, io)
    assert "Please say why" in io.heard
    assert standing(workspace)["Tom Reid"] is None
