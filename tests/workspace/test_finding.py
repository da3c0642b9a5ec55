"""A search finds what may be found, folds accents, and never sees what is private."""

import pytest

from supervision_tui.practice import Destination


@pytest.fixture
def workspace(demo_workspace):
    return demo_workspace


def _written(workspace):
    """A session with a marked word in every field, named after its destination."""
    controller = workspace.begin(workspace.formats["T2"], "V4", workspace.me)
    editor = controller.editor
    for stage in editor.template.stages:
        editor.go(stage.id, controller.now(), override=True)
        for slot in editor.slots():
            if slot.field.kind in {"notes", "line"} and slot.field.destination is not Destination.NONE:
                word = f"zz{slot.field.destination.value.replace('_', '')}"
                editor.write(slot, word, controller.now(), author=workspace.me, whom="*")
    controller.save()
    workspace.writer.flush()
    return controller


def test_what_was_written_for_a_file_is_found_and_what_is_private_never(workspace):
    controller = _written(workspace)
    assert any(entry.destination is Destination.PRIVATE for entry in controller.editor.session.entries)
    for word in ("zzchildfile", "zzfamilywork"):
        assert [(one.kind, one.id) for one in workspace.find(word)] == [("session", controller.editor.session.id)]
    assert workspace.find("zzprivate") == []


def test_accents_and_capitals_do_not_matter_and_the_passage_is_under_the_eye(workspace):
    name = workspace.families.get("V4").persons[0].name
    found = workspace.find(name.split()[0].upper())
    assert ("family", "V4") in [(one.kind, one.id) for one in found]
    here = next(one for one in found if one.id == "V4")
    assert here.context
    assert here.marks


@pytest.mark.parametrize(
    "hostile", ["", "   ", '"', "NEAR(", "a AND", "*", "'; drop table document;--", "-", "(((", "\x00"]
)
def test_any_words_are_safe_to_search_for(workspace, hostile):
    assert isinstance(workspace.find(hostile), list)
