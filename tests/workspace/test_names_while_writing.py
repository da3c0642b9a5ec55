"""Names of the family in a worker's record are told while they are typed, at the close, and a key goes to the line."""

from datetime import UTC, datetime

import pytest

from supervision_tui.family import load_family
from supervision_tui.practice import Destination
from supervision_tui.records.name_watch import NameWatch
from supervision_tui.resources import content_folder
from supervision_tui.tui.screens.jump_targets import Target, ranked
from supervision_tui.tui.studio.person_search import find_by_prefix

NOW = datetime(2026, 9, 3, 10, 0, tzinfo=UTC)


def family():
    return load_family(content_folder("templates/families") / "haile.yaml")


@pytest.mark.parametrize("words", ["abel told me", "Yonas, Abel", "letebrhan came", "She met A. Yonas", "SELAM rang"])
def test_who_is_named_is_said_while_the_words_are_typed(words):
    assert NameWatch(family(), ["Amina"]).names_in(words).sure


@pytest.mark.parametrize("words", ["", "I learnt to wait", "The father was quiet", "Amina sat beside me"])
def test_words_without_a_name_say_nothing(words):
    found = NameWatch(family(), ["Amina"]).names_in(words)
    assert found.sure == ()
    assert "Names somebody" not in found.in_words


def test_only_a_line_that_is_new_is_looked_at(monkeypatch):
    from supervision_tui.records import name_watch

    watch, looked = NameWatch(family()), []
    real = name_watch.names_in
    monkeypatch.setattr(name_watch, "names_in", lambda line, *rest: looked.append(line) or real(line, *rest))
    watch.names_in("one line\nabel came")
    watch.names_in("one line\nabel came\nand")
    watch.names_in("one line\nabel came\nand w")
    assert looked == ["one line", "abel came", "and", "and w"]


@pytest.fixture
def session(workspace):
    return workspace.begin(workspace.formats["T6"], "V1", workspace.me)


def own_slot(controller):
    """A field of the worker's own record, in whichever stage it is."""
    editor = controller.editor
    while True:
        for slot in editor.slots():
            if slot.field.destination is Destination.SUPERVISION_RECORD and slot.field.kind in {"text", "list", "line"}:
                return slot
        assert editor.following is not None
        editor.go(editor.following.id, NOW, override=True)


def test_the_field_of_the_workers_record_says_it_and_the_childs_field_does_not(session):
    part = session.part
    assert "abel" in part.name_notice(Destination.SUPERVISION_RECORD, "abel told me")
    assert part.name_notice(Destination.CHILD_FILE, "abel told me") == ""
    assert part.name_notice(Destination.SUPERVISION_RECORD, "I learnt to wait") == ""


def test_at_the_close_each_line_that_names_somebody_is_listed_and_led_to(session):
    slot = own_slot(session)
    stage = session.editor.stage.id
    session.editor.write(slot, "letebrhan told me to wait", NOW)
    first = session.template.stages[0].id
    session.go_to(first)
    [line] = session.named_lines()
    assert line.names == ("letebrhan",)
    assert (line.stage, line.field) == (stage, slot.field.id)
    session.go_to(line.stage, line.family)
    assert session.editor.stage.id == stage
    assert any(entry.id == line.entry for entry in session.editor.session.entries)


@pytest.mark.parametrize("typed", ["abel", "Yonas, Abel", "a. yonas", "Abell Yonas", "ABEL"])
def test_the_studios_finder_knows_every_way_to_write_a_name(typed):
    assert find_by_prefix(family(), typed) == "abel"


@pytest.mark.parametrize("typed", ["abel yo", "yonas abel", "Yonas, A", "ab y"])
def test_jump_finds_somebody_whatever_comes_first(typed):
    targets = [
        Target("person", "Abel Yonas, V1", lambda _app: None),
        Target("person", "Ann Price, V2", lambda _app: None),
    ]
    assert ranked(targets, typed)[0].words == "Abel Yonas, V1"


@pytest.mark.parametrize("template", ["T2", "T6"])
@pytest.mark.parametrize(
    "destination", [Destination.CHILD_FILE, Destination.FAMILY_WORK, Destination.SUPERVISION_RECORD]
)
def test_another_family_is_told_while_it_is_typed_wherever_it_would_land(workspace, template, destination):
    part = workspace.begin(workspace.formats[template], "V1", workspace.me).part
    other = workspace.families.get("V3").persons[0].name
    part.other_families_watch.make_ready()
    assert f"{other} (V3)" in part.name_notice(destination, f"as {other} said")
    assert "another family" not in part.name_notice(destination, "as we said")


def test_a_pods_log_is_told_of_any_family_while_it_is_typed(workspace):
    part = workspace.begin(workspace.formats["T5"], "", workspace.me).part
    name = workspace.families.get("V3").persons[0].name
    part.other_families_watch.make_ready()
    assert "No family is named here" in part.name_notice(Destination.SUPERVISION_RECORD, f"{name} rang")


def test_a_first_name_by_itself_is_told_in_a_pods_log_unless_it_is_a_workers(workspace):
    part = workspace.begin(workspace.formats["T5"], "", workspace.me).part
    part.other_families_watch.make_ready()
    assert "idris" in workspace.families.get("V3")
    told = part.name_notice(Destination.SUPERVISION_RECORD, "we thought of Idris")
    assert "Perhaps names somebody of another family: Idris (V3). No family is named here." in told
    assert part.name_notice(Destination.FAMILY_WORK, "we thought of Idris") == ""
    assert "amina" in workspace.families.get("V3")  # and Amina writes
    assert part.name_notice(Destination.SUPERVISION_RECORD, "Amina chairs") == ""


def test_a_notebook_that_closes_meanwhile_tells_nobody_and_raises_nothing(workspace):
    watch = workspace.begin(workspace.formats["T2"], "V1", workspace.me).part.other_families_watch
    workspace.close()
    watch.make_ready()
    assert watch.notice("as Leanne Carter said") == ""


def test_what_is_read_of_the_other_families_comes_beside_the_keys(workspace):
    watch = workspace.begin(workspace.formats["T2"], "V1", workspace.me).part.other_families_watch
    assert watch.notice("as nobody said") == ""


def test_nothing_of_the_families_is_kept_for_speed_once_the_notebook_closes(workspace):
    import gc

    from supervision_tui.family import Family
    from supervision_tui.family.recognition import mentions_in

    marked = Family.model_validate({"id": "zq", "title": "zq", "persons": [{"id": "a", "name": "Zqmarked Person"}]})
    number = id(marked)
    assert mentions_in("Zqmarked Person came", [marked])
    del marked
    workspace.close()
    gc.collect()
    assert number not in {id(thing) for thing in gc.get_objects() if isinstance(thing, Family)}
