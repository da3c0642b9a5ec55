"""“saved” stands only when everything that was typed is on the disk."""

from concurrent.futures import Future

import pytest

from supervision_tui.vault import NotSavedError
from supervision_tui.workspace.running.autosave import Autosave, JointSaveStatus


class Held:
    """A store whose saves end when the test says so."""

    def __init__(self, futures_each=1):
        self.submitted = []
        self.futures_each = futures_each
        self.while_submitting = lambda: None

    def submit_session(self, _session):
        self.while_submitting()
        futures = [Future() for _ in range(self.futures_each)]
        self.submitted.append(futures)
        return futures


@pytest.fixture
def told():
    return []


def test_it_is_saved_when_every_part_of_the_newest_state_is_on_the_disk(told):
    store = Held(futures_each=2)
    autosave = Autosave(store, told.append)
    autosave.save(object())
    first, second = store.submitted[0]
    first.set_result(None)
    assert told == ["saving"]
    second.set_result(None)
    assert told == ["saving", "saved"]


def test_an_earlier_save_that_ends_says_nothing_about_words_typed_since(told):
    store = Held()
    autosave = Autosave(store, told.append)
    autosave.save(object())
    autosave.save(object())
    store.submitted[0][0].set_result(None)
    assert told == ["saving", "saving"]
    store.submitted[1][0].set_result(None)
    assert told[-1] == "saved"


def test_an_earlier_save_that_ends_while_the_next_is_handed_over_says_nothing_either(told):
    store = Held()
    autosave = Autosave(store, told.append)
    autosave.save(object())
    store.while_submitting = lambda: store.submitted[0][0].set_result(None)
    autosave.save(object())
    assert told == ["saving", "saving"]
    store.submitted[1][0].set_result(None)
    assert told == ["saving", "saving", "saved"]


def test_what_the_disk_refused_is_told_and_handed_over_again(told):
    store = Held()
    autosave = Autosave(store, told.append)
    session = object()
    autosave.save(session)
    store.submitted[0][0].set_exception(NotSavedError("The disk did not take this."))
    assert told[-1] == "not saved: The disk did not take this."
    autosave.save(session)
    assert len(store.submitted) == 2


def test_a_meeting_is_saved_only_when_each_of_its_parts_is(told):
    joint = JointSaveStatus()
    joint.report = told.append
    own, family = joint.of(""), joint.of("V1")
    own("saving")
    family("saving")
    own("saved")
    assert told[-1] == "saving"
    family("saved")
    assert told[-1] == "saved"
    own("not saved: full")
    family("saving")
    family("saved")
    assert told[-1] == "not saved: full"
    own("saved")
    assert told[-1] == "saved"
