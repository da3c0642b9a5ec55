"""A family told in sentences in the studio: read while it is typed, decided by one key, kept as one step."""

import pytest

from supervision_tui.family.edits.changes import EditError
from supervision_tui.tui.studio.narrative import NarrativeScreen
from supervision_tui.tui.widgets.genogram_view import GenogramView
from supervision_tui.workspace.editing.narrative_edits import NarrativeDraft

TEXT = "Mia is 7. Her mum, Jo, is 30. Jo wants a dog."


@pytest.fixture
def draft(family_editor):
    return NarrativeDraft(family_editor.family, family_editor.today, TEXT)


def test_a_sentence_is_open_until_it_is_decided(draft, family_editor):
    sentences = draft.reading().sentences
    assert [draft.standing(sentence) for sentence in sentences] == ["taken", "taken", "open"]
    with pytest.raises(EditError, match="Still open: 3"):
        draft.keep(family_editor)
    assert family_editor.family.persons == ()


def test_what_was_told_is_one_step_that_is_taken_back_as_one(draft, family_editor):
    draft.leave(draft.reading().sentences[2])
    assert draft.keep(family_editor) == 2
    assert [parent.name for parent in family_editor.family.parents_of("mia")] == ["Jo"]
    family_editor.undo()
    assert family_editor.family.persons == ()


def test_an_answer_and_a_decision_belong_to_the_words_of_their_sentence(draft):
    third = draft.reading().sentences[2]
    assert draft.answer(third, third.questions[0], 1)
    draft.text = f"Ada is 90. {TEXT}"
    fourth = draft.reading().sentences[3]
    assert (fourth.sentence, fourth.questions) == ("Jo wants a dog.", ())
    assert not draft.answer(fourth, third.questions[0], 9)


def test_a_sentence_is_mended_in_its_place(draft, family_editor):
    draft.mend(draft.reading().sentences[2], "Jo lives with Mia.")
    assert draft.keep(family_editor) == 2
    assert [person.name for person in family_editor.family.living_with("mia")] == ["Jo"]


def test_a_family_told_further_keeps_what_it_had(family_editor):
    mia = family_editor.add_first_person("Mia 7")
    family_editor.add_parent(mia, "Jo")
    family_editor.add_to_home(mia, "Nan's house")
    before = family_editor.family
    draft = NarrativeDraft(before, family_editor.today, "Jo has a new partner, Al.")
    draft.keep(family_editor)
    after = family_editor.family
    assert after.households == before.households
    assert after.parentages == before.parentages
    assert after.persons[:2] == before.persons


async def test_in_the_studio_keys_take_leave_and_keep(in_studio, wait):
    async with in_studio((100, 30)) as pilot:
        studio = pilot.app.screen
        await pilot.press("s")
        await wait(pilot, lambda: isinstance(pilot.app.screen, NarrativeScreen) and pilot.app.screen.query("#told"))
        told = pilot.app.screen
        told.query_one("#told").insert(TEXT)
        await wait(pilot, lambda: len(told.sentences) == 3)
        await pilot.press("ctrl+s")
        assert isinstance(pilot.app.screen, NarrativeScreen)
        told.query_one("#read_back").focus()
        await wait(pilot, lambda: told.query_one("#read_back").has_focus)
        await pilot.press("end", "l", "ctrl+s")
        await wait(pilot, lambda: pilot.app.screen is studio and bool(studio.query(GenogramView)))
        assert [person.name for person in studio.editor.family.persons] == ["Mia", "Jo"]
