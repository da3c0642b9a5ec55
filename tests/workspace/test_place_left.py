"""Where a session was left is told exactly: family, stage, what waits, and how much time is left."""

import pytest

from supervision_tui.session import SessionStatus
from supervision_tui.session.meeting_steps import MeetingStep
from supervision_tui.whole_files import error_in_words
from supervision_tui.workspace import open_demo
from supervision_tui.workspace.store.place_left import OpenSessionList


@pytest.fixture(scope="module")
def workspace():
    opened = open_demo()
    yield opened
    opened.close()


def left_open(workspace, controller):
    controller.save()
    workspace.writer.flush()
    return next(line for line in workspace.sessions.open_sessions() if line.id == controller.id)


def where(workspace, controller):
    return left_open(workspace, controller).where


def end(workspace, controller):
    controller.save()
    workspace.writer.flush()
    ended = controller.editor.session.model_copy(update={"status": SessionStatus.CLOSED})
    workspace.sessions.put(ended, controller.id)


def test_a_meeting_says_family_stage_drafts_and_minutes(workspace):
    meeting = workspace.begin_meeting(workspace.formats["T1"], ["V2", "V1", "V4"], workspace.me)
    assert where(workspace, meeting).startswith("stage a of k: Arrive · 120 min left")
    meeting.choose(["V2", "V1", "V4"])
    meeting.go_to("clarify", "V1")
    slot = meeting.editor.slots()[0]
    meeting.editor.draft(slot, "half a fact", meeting.now())
    assert meeting.here == MeetingStep("clarify", "V1")
    told = where(workspace, meeting)
    assert told.startswith("family 2 of 3, Haile, stage f of k: Clarify · 1 draft · ")
    assert told.endswith("min left")


def test_a_session_that_has_ended_is_read_again_only_when_its_version_changed(workspace, monkeypatch):
    first, second = (workspace.begin(workspace.formats["T2"], family, workspace.me) for family in ("V2", "V1"))
    end(workspace, first)
    assert where(workspace, second)
    lines, read, documents = OpenSessionList(workspace.vault, "session"), [], workspace.vault.documents
    bodies = documents.bodies
    monkeypatch.setattr(documents, "bodies", lambda kind, idents: read.append(set(idents)) or bodies(kind, idents))

    def left_open_of_both():
        headings = [line for line in workspace.sessions.headings() if line.id in {first.id, second.id}]
        return lines.maybe_open(headings)

    assert left_open_of_both() == left_open_of_both() == [second.id]
    assert read == [{first.id, second.id}, {second.id}]
    end(workspace, second)
    assert left_open_of_both() == []


def test_a_meeting_says_of_how_many_families_it_is_also_of_one(workspace):
    for families, words in ((["V2"], "1 family"), (["V2", "V1"], "2 families")):
        meeting = workspace.begin_meeting(workspace.formats["T6"], families, workspace.me)
        assert left_open(workspace, meeting).title.endswith(f" · {words}")
        assert meeting.title.endswith(f" · {words}")


def test_a_session_about_one_family_says_its_stage(workspace):
    controller = workspace.begin(workspace.formats["T2"], "V2", workspace.me)
    controller.forward(override=True)
    assert where(workspace, controller).startswith("stage b of j: ")
    assert left_open(workspace, controller).title == f"{workspace.formats['T2'].title} · Carter-Okafor"


def test_a_file_that_is_not_there_is_told_without_a_number(tmp_path):
    for wrong, words in ((tmp_path / "no.yaml", "There is no file"), (tmp_path, "is a folder")):
        with pytest.raises((FileNotFoundError, IsADirectoryError)) as trouble:
            wrong.open(encoding="utf-8")
        told = error_in_words(trouble.value)
        assert "Errno" not in told
        assert words in told
    assert error_in_words(ValueError("Write it as 24/11/2026.")) == "Write it as 24/11/2026."
