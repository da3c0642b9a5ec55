"""Two families whose children have one name close together: each thing to look at is a row of its own."""

from supervision_tui.practice import Destination
from supervision_tui.resources import content_folder
from supervision_tui.workspace.disclosure import close_items, record_rows, review_remarks


def test_the_same_words_about_two_children_of_one_name_are_two_things_to_look_at(workspace, tmp_path):
    text = (content_folder("templates/families") / "haile.yaml").read_text(encoding="utf-8")
    path = tmp_path / "again.yaml"
    path.write_text(text.replace("V1", "V9"), encoding="utf-8")
    workspace.import_family(str(path))
    families = [heading.id for heading in workspace.families.headings() if "Haile" in heading.title]
    assert len(families) == 2
    meeting = workspace.begin_meeting(workspace.formats["T1"], families, workspace.me)
    meeting.choose(families)
    for family in families:
        meeting.go_to("clarify", family, override=True)
        child = meeting.editor.session.children[0]
        facts = next(slot for slot in meeting.editor.slots() if slot.field.id == "facts")
        assert facts.field.destination is Destination.CHILD_FILE
        meeting.editor.write(facts, "late at school on two days", meeting.now(), whom=child)
    rows = record_rows(meeting)
    items = close_items(meeting, rows, lambda record: review_remarks(workspace, record), early=True)
    sources = [item for item in items if item.kind == "source"]
    assert len({item.key for item in items}) == len(items)
    assert len(sources) == 2
    assert len({item.place.family for item in sources}) == 2
    assert all("Haile" in row.family for row in rows if row.record.destination is Destination.CHILD_FILE)
