"""For whom something is, is read from the line with a reason, asked where that leaves it open, never assumed."""

from datetime import UTC, date, datetime

import pytest

from supervision_tui.practice import Destination
from supervision_tui.records import split_session
from supervision_tui.resources import content_folder
from supervision_tui.session import PartMissingError, SessionEditor
from supervision_tui.session.carry_over import carried_slots
from supervision_tui.session.child_choice import ALL, ChildMissingError, children_of, is_for
from supervision_tui.session.choices import Choices
from supervision_tui.session.clock import stage_letters
from supervision_tui.session.drafts import all_waiting, new_draft_id, typed_last
from supervision_tui.session.fields import names_of, place_in_words
from supervision_tui.session.form_state import FormState
from supervision_tui.session.model import Carried
from supervision_tui.session.subjects import suggest_children
from tests.every_row import every_row
from tests.shipped import load_family, load_library

FAMILY = load_family(content_folder("templates/families") / "carter-okafor.yaml")
TODAY = date(2026, 11, 28)
NOW = datetime(2026, 11, 28, 10, 0, tzinfo=UTC)
NAMES = names_of(FAMILY, FAMILY.focus, TODAY)
T2 = load_library().templates["T2"]


@pytest.fixture
def editor():
    begun = SessionEditor.start(
        T2, session_id="s", facilitator="Amina", now=NOW, family_id="V2", children=("robin", "maisie", "zuri")
    )
    begun.go("story", NOW, override=True)
    return begun


def slot(editor, field):
    return next(each for each in editor.slots() if each.field.id == field)


@every_row(
    ("line", "chosen", "settled"),
    [
        ("Zuri fell asleep twice", ("zuri",), True),
        ("the baby kicks at night", ("baby",), True),
        ("Robin and Zuri slept at Nan's", ("robin", "zuri"), False),
        ("Leanne missed two midwife appointments", (), False),
        ("Robin's mum missed two appointments", ("robin",), False),
        ("Mum cried", (), False),
        ("late for school", (), False),
        ("Leanne shouted at Robin", ("robin",), False),
    ],
)
def test_only_one_child_named_and_nobody_else_settles_for_whom_a_line_is(line, chosen, settled):
    found = suggest_children(line, FAMILY, NAMES, TODAY)
    assert (found.chosen, found.settled) == (chosen, settled)
    assert found.why


def test_for_an_adult_only_the_children_are_offered_whose_parent_or_carer_it_is_or_who_live_there():
    found = suggest_children("Leanne missed two midwife appointments", FAMILY, NAMES, TODAY)
    assert found.offered == ("robin", "maisie", "chidi", "zuri", "baby")
    assert found.others == ("finley",)
    assert "parent or carer" in found.why
    assert "not Finley" in found.why
    alone = suggest_children("Adaeze rang", FAMILY, NAMES, TODAY)
    assert alone.offered == ("chidi",)
    assert alone.chosen == ()
    nobodys = suggest_children("Ngozi rang", FAMILY, NAMES, TODAY)
    assert "none of these children" in nobodys.why
    assert nobodys.offered == tuple(NAMES)


def test_two_people_of_one_name_are_told_apart_and_asked_about():
    twin = FAMILY.person("robin").model_copy(update={"id": "robin2"})
    both = FAMILY.model_copy(update={"persons": (*FAMILY.persons, twin)})
    assert suggest_children("Robin slept", both, NAMES, TODAY).chosen == ()
    assert "More than one is called Robin" in suggest_children("Robin slept", both, NAMES, TODAY).why
    names = names_of(both, ("robin", "robin2", "zuri"), TODAY)
    assert names["zuri"] == "Zuri"
    assert names["robin"] != names["robin2"]
    assert all(names[child].startswith("Robin") for child in ("robin", "robin2"))


def test_a_note_for_a_childs_file_is_kept_for_nobody_before_somebody_is_chosen(editor):
    editor.go("close", NOW, override=True)
    telling = slot(editor, "tell_family")
    assert telling.field.destination is Destination.CHILD_FILE
    with pytest.raises(ChildMissingError):
        editor.write(telling, "Lee tells them on Friday", NOW)
    entry = editor.write(telling, "Lee tells them on Friday", NOW, whom="robin,zuri")
    assert children_of(entry) == ("robin", "zuri")
    assert [is_for(entry, child) for child in ("robin", "maisie", "zuri")] == [True, False, True]
    editor.write(telling, "Amina tells Maisie", NOW, whom="maisie")
    assert len(editor.session.entries) == 2
    editor.write(telling, "for everybody", NOW, whom=ALL)
    assert children_of(editor.session.entries[-1]) == ()


@pytest.mark.parametrize("whom", ["", "nobody", "robin,nobody"])
def test_a_fact_for_nobody_or_for_somebody_unknown_is_refused(editor, whom):
    facts = slot(editor, "facts")
    with pytest.raises(PartMissingError, match="For whom"):
        editor.fill(facts, {"what": "Missed two appointments", "known": "told", "child": whom}, NOW)
    assert editor.session.entries == ()


def test_two_facts_in_a_row_never_inherit_a_child(editor):
    facts = slot(editor, "facts")
    editor.fill(facts, {"what": "Slept", "known": "seen", "child": "zuri"}, NOW)
    with pytest.raises(PartMissingError):
        editor.fill(facts, {"what": "Ate", "known": "seen"}, NOW)


def test_the_box_says_whose_file_it_is(editor):
    voices = [each for each in editor.slots() if each.field.id == "child_voice"]
    names = {"robin": "Robin", "maisie": "Maisie", "zuri": "Zuri"}
    assert [place_in_words(each, names, tuple(names)) for each in voices] == [
        "Robin's file", "Maisie's file", "Zuri's file",
    ]  # fmt: skip
    assert place_in_words(slot(editor, "facts"), names, tuple(names)) == "the file of the child you name"
    assert place_in_words(slot(editor, "facts"), names, ("robin",)) == "Robin's file"


def typed(choices, keys):
    for key in keys:
        choices = choices.with_key(key)
    return choices


@every_row(
    ("keys", "chosen", "clear"),
    [
        ("1", ("a",), True),
        ("13", ("a", "c"), True),
        ("11", (), True),
        ("0", ("a", "b", "c"), True),
        ("9", (), True),
        ("Zuri and Robin", ("a", "b"), True),
        ("zuri, rob", ("a", "b"), True),
        ("all", ("a", "b", "c"), True),
        ("Nobody", (), False),
        ("Zuri and", ("a",), True),
    ],
)
def test_digits_and_names_choose_children(keys, chosen, clear):
    row = typed(Choices({"a": "Zuri", "b": "Robin", "c": "Maisie"}, several=True), keys)
    assert (row.chosen, row.is_clear) == (chosen, clear)


def test_nought_chooses_those_who_are_offered_and_backspace_takes_back():
    row = typed(Choices({"a": "Zuri", "b": "Robin", "c": "Maisie"}, several=True, offered=("a", "c")), "0")
    assert row.chosen == ("a", "c")
    assert row.without_last().chosen == ("a",)


def test_of_a_closed_list_one_answer_is_chosen_and_free_words_stay_words():
    state = Choices({"done": "done", "part": "part", "not done": "not done"})
    assert typed(state, "2").chosen == ("part",)
    assert typed(typed(state, "2"), "1").chosen == ("done",)
    assert typed(state, "not").chosen == ("not done",)
    assert not typed(state, "x").is_clear
    name = typed(Choices({"Dee Harrow": "Dee Harrow, manager"}, own_words=True), "Ian")
    assert (name.chosen, name.typed, name.is_clear) == ((), "Ian", True)


def test_a_form_opens_at_what_is_needed_and_empty_and_counts_it(editor):
    parts = slot(editor, "facts").field.parts
    names = {"robin": "Robin", "zuri": "Zuri"}
    begun = FormState(parts, {"what": "Slept"}, names)
    assert begun.opens_at == "known"
    assert "(1 of 3)" in begun.needed_in_words()
    assert [gap.part for gap in begun.gaps()] == ["known", "child"]
    whole = {"what": "Slept", "known": "seen", "child": "zuri"}
    assert FormState(parts, whole, names).gaps() == ()
    assert [gap.part for gap in FormState(parts, whole, names, confirmed=False).gaps()] == ["child"]
    assert "child" not in [part.id for part in FormState(parts, {}, {"zuri": "Zuri"}).shown]


def test_a_child_who_left_the_family_while_a_form_was_open_is_told_and_asked_anew(editor):
    parts = slot(editor, "facts").field.parts
    state = FormState(parts, {"what": "Slept", "known": "seen", "child": "finley"}, {"robin": "Robin", "zuri": "Zuri"})
    assert "no longer in this family" in state.gaps()[0].why


def test_forms_wait_each_under_its_own_name_and_a_new_one_is_clean(editor):
    facts, draft = slot(editor, "facts"), editor.draft
    first = new_draft_id(editor.session)
    draft(facts, '{"what": "Leanne missed two"}', NOW, draft_id=first)
    second = new_draft_id(editor.session)
    draft(facts, '{"what": "Craig rang"}', NOW, draft_id=second)
    draft(facts, '{"what": "in the box"}', NOW)
    assert first != second
    titles = [waiting.title for waiting in all_waiting(editor.session, T2, NAMES, stage_letters(T2))]
    assert titles == [
        f"New facts, and who says so: {words}" for words in ("Leanne missed two", "Craig rang", "in the box")
    ]
    draft(facts, "", NOW, draft_id=first)
    assert editor.drafted(facts, first) is None
    assert editor.drafted(facts, second) is not None
    assert str(editor.drafted(facts).text) == '{"what": "in the box"}'


def test_what_waits_in_private_is_named_without_its_words(editor):
    editor.go("graces", NOW, override=True)
    own = slot(editor, "own_grace")
    editor.draft(own, "my own fear", NOW)
    (waiting,) = all_waiting(editor.session, T2, NAMES, stage_letters(T2))
    assert waiting.private
    assert "fear" not in waiting.in_words()
    assert "h Graces pause" in waiting.in_words()


def test_what_waits_in_another_familys_part_is_named_without_its_words(editor):
    facts = slot(editor, "facts")
    editor.draft(facts, '{"what": "Maisie says"}', NOW, draft_id="draft-1")
    (waiting,) = all_waiting(editor.session, T2, NAMES, stage_letters(T2), ("V2", "Carter-Okafor"))
    assert "Maisie says" in waiting.in_words(seen_from="V2")
    assert "Maisie" not in waiting.in_words(seen_from="V1")


def test_what_became_of_a_step_for_two_children_stands_in_the_files_of_these_two(editor):
    editor.go("actions", NOW, override=True)
    step = {"what": "See the school", "owner": "Lee", "when": "Friday", "child": "robin,zuri"}
    editor.fill(slot(editor, "actions"), step, NOW)
    action = editor.session.actions[0]
    later = SessionEditor.start(
        T2, session_id="later", facilitator="Amina", now=NOW, family_id="V2", children=("robin", "maisie", "zuri")
    )
    later.session = later.session.model_copy(update={"carried": (Carried(action=action, session_id="s", since=NOW),)})
    asked = next(each for stage in T2.stages for each in (carried_slots(stage, T2, later.session)) if each.field.parts)
    later.fill(asked, {"state": "done"}, NOW)
    entry = later.session.entries[0]
    assert children_of(entry) == ("robin", "zuri")
    told = split_session(later.session, T2, FAMILY)
    subjects = {record.subject for record in told.records if record.destination is Destination.CHILD_FILE}
    assert subjects == {"robin", "zuri"}


def test_a_role_and_a_field_of_another_stage_that_share_their_id_have_drafts_of_their_own(editor):
    editor.go("childs_eye", NOW, override=True)
    editor.draft(slot(editor, "childs_eye"), "I would want to know", NOW)
    editor.go("open", NOW, override=True)
    role = slot(editor, "childs_eye")
    assert role.field.kind == "seat"
    assert editor.drafted(role) is None


def test_one_comes_back_to_the_line_that_was_typed_last(editor):
    slots = [slot for slot in editor.slots() if not slot.field.parts and slot.field.kind != "seat"]
    first, second = slots[:2]
    editor.draft(first, "half a thought", NOW)
    editor.draft(second, "another", NOW)
    assert typed_last(editor.session, editor.slots()) == second
    editor.draft(first, "half a thought and", NOW)
    assert typed_last(editor.session, editor.slots()) == first
    editor.draft(first, "", NOW)
    assert typed_last(editor.session, editor.slots()) == second
    assert typed_last(editor.session, slots[2:]) is None
