"""What somebody might try between notebooks, or what chance brings: nothing private leaves, nothing written is lost."""

import itertools
import json

import pytest

from supervision_tui.practice import Destination
from supervision_tui.text import Line
from supervision_tui.vault import ConflictError, OnHoldError, PrivateLockedError, Save
from supervision_tui.workspace.exchange import ContactNotFoundError, find_contact
from supervision_tui.workspace.notebook import RetentionSchedule, accept_waiting, open_conflicts
from supervision_tui.workspace.store import PRIVATE
from tests.workspace.exchange_notebooks import notebook

SECRET = "zqprivate said in the car"


@pytest.fixture
def three(tmp_path, monkeypatch):
    """The notebooks of Sam, Ben and Zoe, all paired; the family is in Sam's."""
    monkeypatch.setenv("SUPERVISION_TUI_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("SUPERVISION_TUI_STATE", str(tmp_path / "state"))
    with (
        notebook(tmp_path, "Sam", ("haile.yaml",)) as sam,
        notebook(tmp_path, "Ben") as ben,
        notebook(tmp_path, "Zoe") as zoe,
    ):
        for one, other in itertools.combinations((sam, ben, zoe), 2):
            one.pair(other)
        yield sam, ben, zoe


def retitled(book, title):
    """The family with another title."""
    (heading,) = book.workspace.families.headings()
    family = book.workspace.families.get(heading.id)
    book.workspace.families.put(family.model_copy(update={"title": Line(title)}), heading.id)


def title(book):
    (heading,) = book.workspace.families.headings()
    return str(book.workspace.families.get(heading.id).title)


def with_something_private(book):
    """A session about the family with a private line in every field that is private, still open."""
    workspace = book.workspace
    controller = workspace.begin(workspace.formats["T2"], "V1", workspace.me)
    editor = controller.editor
    for stage in editor.template.stages:
        editor.go(stage.id, controller.now(), override=True)
        for slot in editor.slots():
            if slot.field.destination is Destination.PRIVATE and slot.field.kind in {"line", "notes"}:
                editor.write(slot, SECRET, controller.now())
    controller.save()
    workspace.writer.flush()
    assert SECRET in workspace.vault.documents.get(PRIVATE, editor.session.id).body
    return controller


def test_a_parcel_that_is_replayed_changes_nothing_and_says_when_it_was_taken_in(three):
    sam, ben, _ = three
    path = sam.make("V1", ben)
    assert ben.preview(path).taken_before == ""
    ben.take(path)
    retitled(ben, "Ben wrote since")
    version = ben.workspace.vault.documents.version("family", "V1")
    copied = path.with_name("another name.pdf")
    copied.write_bytes(path.read_bytes())
    for again in (path, copied):
        assert ben.preview(again).taken_before.startswith("You took this parcel in on ")
        assert any(line.startswith("You took this parcel in on ") for line in ben.take(again))
    assert ben.workspace.vault.documents.version("family", "V1") == version
    assert title(ben) == "Ben wrote since"


def test_a_sealed_text_never_leaves(three):
    sam, ben, _ = three
    with_something_private(sam)
    contents = sam_contents(sam, ben)
    assert "zqprivate" not in contents
    assert {item["kind"] for item in json.loads(contents)["items"]} == {"family"}


def sam_contents(sam, ben):
    """Everything in a parcel of Sam's, opened in Ben's notebook."""
    return ben.preview(sam.make("V1", ben)).contents.model_dump_json()


def test_a_late_sealed_save_stays_sealed_and_out_of_every_parcel(three):
    sam, ben, _ = three
    controller = with_something_private(sam)
    late = controller.editor.session
    controller.end_early()
    sam.workspace.sessions.submit_session(late)
    sam.workspace.writer.flush()
    (two,) = [two for two in open_conflicts(sam.workspace.vault) if two.kept.kind == PRIVATE]
    accept_waiting(sam.workspace, two)
    assert sam.workspace.vault.documents.get(PRIVATE, late.id).sealed
    with pytest.raises(PrivateLockedError):
        sam.workspace.vault.documents.save(Save(PRIVATE, late.id, SECRET, author="Sam", base=1))
    assert "zqprivate" not in sam_contents(sam, ben)


@pytest.mark.parametrize("order", list(itertools.permutations(range(3))))
def test_a_hold_beats_a_deletion_in_any_order_of_three_notebooks(three, order):
    sam, ben, zoe = three
    for other in (ben, zoe):
        other.take(sam.make("V1", other))
    holder, asker, other = (three[at] for at in order)
    RetentionSchedule(holder.workspace).hold("V1", "complaint 12")
    for receiver in (holder, other):
        receiver.take(asker.make("V1", receiver, let_go="the work ended"))
    with pytest.raises(OnHoldError, match="complaint 12"):
        holder.workspace.families.drop("V1", "the work ended")
    asker.workspace.families.drop("V1", "the work ended")
    other.workspace.families.drop("V1", "the work ended")
    assert holder.workspace.families.find("V1") is not None
    for receiver in (asker, other):
        receiver.take(holder.make("V1", receiver))
        assert receiver.workspace.families.find("V1") is not None


def test_an_unsent_text_survives_a_deletion_elsewhere(three):
    sam, ben, _ = three
    ben.take(sam.make("V1", ben))
    retitled(ben, "Ben wrote, and sent nothing yet")
    request = sam.make("V1", ben, let_go="the work ended")
    sam.workspace.families.drop("V1", "the work ended")
    ben.take(request)
    assert title(ben) == "Ben wrote, and sent nothing yet"
    sam.take(ben.make("V1", sam))
    assert title(sam) == "Ben wrote, and sent nothing yet"


def test_what_was_written_while_a_parcel_was_looked_at_is_not_overwritten(three):
    sam, ben, _ = three
    ben.take(sam.make("V1", ben))
    retitled(sam, "Sam goes on")
    preview = ben.preview(sam.make("V1", ben))
    assert [text.relation for text in preview.texts] == ["follows"]
    retitled(ben, "Ben wrote while he looked")
    from supervision_tui.workspace.exchange import take_parcel

    told = take_parcel(ben.workspace, preview)
    assert title(ben) == "Ben wrote while he looked"
    assert [json.loads(body)["title"] for body in ben.text_beside()] == ["Sam goes on"]
    assert any("both are kept" in line for line in told)


def test_a_parcel_taken_while_the_same_family_is_saved_elsewhere_keeps_all_three_texts(three):
    sam, ben, zoe = three
    for other in (ben, zoe):
        other.take(sam.make("V1", other))
    retitled(ben, "From Ben")
    retitled(zoe, "From Zoe")
    retitled(sam, "From Sam")
    for sender in (ben, zoe, ben):
        sam.take(sender.make("V1", sam))
    assert title(sam) == "From Sam"
    assert sorted(json.loads(body)["title"] for body in sam.text_beside()) == ["From Ben", "From Zoe"]
    with pytest.raises(ConflictError):
        sam.workspace.vault.documents.save(Save("family", "V1", "{}", author="Sam", base=1))


def test_two_sams_are_told_apart_wherever_they_are_shown(three, tmp_path):
    sam, ben, _ = three
    with notebook(tmp_path / "other", "Sam", ("carter-okafor.yaml",)) as other:
        other.pair(ben)
        names = sorted(str(contact.name) for contact in ben.workspace.contacts.all())
        assert len(set(names)) == 3
        assert all(name == "Zoe" or name.startswith("Sam (") for name in names)
        with pytest.raises(ContactNotFoundError, match="Several contacts are called Sam"):
            find_contact(ben.workspace, "Sam")
        for name in names:
            assert find_contact(ben.workspace, name).name == name
        tellings = {}
        for sender, family in ((sam, "V1"), (other, other.workspace.families.headings()[0].id)):
            path = sender.make(family, ben)
            tellings[ben.preview(path).contact.id] = ben.take(path)[0]
        for ident, told in tellings.items():
            assert f"Taken in from Sam ({ident[:6]})" in told
        authors = {heading.author.partition(", by")[0] for heading in ben.workspace.families.headings()}
        assert len(authors) == 2


def test_a_parcel_that_goes_on_to_a_third_names_nobody_of_the_notebooks_before(three):
    sam, ben, zoe = three
    ben.take(sam.make("V1", ben))
    contents = zoe.preview(ben.make("V1", zoe)).contents
    assert "Sam" not in contents.model_dump_json()
    assert "by their clock" not in contents.model_dump_json()
