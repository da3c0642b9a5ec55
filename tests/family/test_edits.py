"""Edits: whatever is done to a family, taking it back gives the same family, to the byte."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supervision_tui.family import (
    Event,
    Family,
    Household,
    Membership,
    Parentage,
    Person,
    Strength,
    Tie,
    Union,
    find_problems,
)
from supervision_tui.family.edits import (
    Add,
    Change,
    CompositeEdit,
    EditError,
    History,
    Move,
    Remove,
    RemovePerson,
    Set,
    add_child,
    add_parents,
    add_partner,
)
from tests.whole import examples

LISTS = ("persons", "unions", "parentages", "households", "ties", "events", "resources", "strengths", "hypotheses")


@st.composite
def edits(draw, family):
    """Any edit that a person could try on *family*, those that cannot be made included."""
    ids = [one.id for one in family.persons] + ["nobody"]
    who = st.sampled_from(ids)
    new = Person(id=draw(st.sampled_from(["n1", "n2", "n3", *ids])), name=draw(st.sampled_from(["Ada", "Ben"])))
    field = draw(st.sampled_from(LISTS))
    parts = getattr(family, field)
    part = draw(st.sampled_from(parts)) if parts else new
    options = [
        Add(new, draw(st.none() | st.integers(-2, 30))),
        Add(Tie(a=draw(who), b=draw(who), kind="close")),
        Add(Event(what="something", who=(draw(who),))),
        Add(Household(id="H99", name="new", members=(Membership(person=draw(who)),))),
        Add(Union(partners=(draw(who), draw(who)))),
        Remove(field, part.id),
        Move(field, part.id, draw(st.integers(-3, 30))),
        RemovePerson(draw(who)),
        Set("title", draw(st.text(max_size=8))),
        Set("focus", (draw(who),)),
        Set("persons", ()),
        Change(family.persons[0].replaced(note="changed")) if family.persons else Add(new),
        CompositeEdit((Add(new), Set("title", "both")), "two at once"),
    ]
    if len(ids) > 2 and new.id not in ids:
        options += [
            add_child(family, new, ids[:2]),
            add_partner(family, ids[0], new),
            add_parents(family, ids[0], [new]),
        ]
    return draw(st.sampled_from(options))


def _refusal(history, edit):
    try:
        history.do(edit)
    except EditError as refused:
        return str(refused)
    return ""


@given(
    st.data(), st.sampled_from(["haile", "carter-okafor", "pritchard-hussain", "kowalska-fairhurst", "thorne-lacey"])
)
@examples(60)
def test_undo_of_any_history_gives_the_same_family_byte_for_byte(five, data, name):
    history = History(five[name])
    written = [history.family.to_json()]
    for _ in range(data.draw(st.integers(1, 8))):
        refused = _refusal(history, data.draw(edits(history.family)))
        if refused:
            assert refused.endswith("Nothing was changed.")
            assert history.family.to_json() == written[-1]
        else:
            written.append(history.family.to_json())
    for before in reversed(written[:-1]):
        history.undo()
        assert history.family.to_json() == before
    assert history.undo() == ""
    for after in written[1:]:
        history.redo()
        assert history.family.to_json() == after
    assert history.redo() == ""


def test_a_family_is_built_from_nothing():
    family = Family(id="N", title="New")
    history = History(family)
    history.do(Add(Person(id="ada", name="Ada")))
    history.do(add_parents(history.family, "ada", [Person(id="mo", name="Mo"), Person(id="fa", name="Fa")]))
    history.do(add_partner(history.family, "ada", Person(id="bo", name="Bo"), "married"))
    history.do(add_child(history.family, Person(id="kid", name="Kid"), ("ada", "bo")))
    assert [one.id for one in history.family.parents_of("kid")] == ["ada", "bo"]
    assert history.family.union_of("mo", "fa") is not None
    assert find_problems(history.family) == ()
    assert history.words[-1] == "Added a child: Kid"


def test_a_second_parentage_is_no_second_home(five):
    family, _ = add_parents(five["haile"], "abel", [Person(id="carer", name="Carer")], "foster").apply(five["haile"])
    assert [link.home for link in family.parentages_of("abel")] == [True, False]


def test_removing_a_person_takes_what_was_theirs_and_leaves_what_was_shared(five):
    family, back = RemovePerson("selam").apply(five["haile"])
    assert family.find("selam") is None
    assert not [union for union in family.unions if "selam" in union.partners]
    assert [one.id for one in family.parents_of("abel")] == ["yonas"]
    assert "selam" not in {one for event in family.events for one in event.who}
    assert any(event.id == "saba-died" for event in family.events)
    assert back.apply(family)[0] == five["haile"]


def test_a_child_who_loses_the_home_parentage_hangs_from_another(five):
    family = five["pritchard-hussain"]
    for gone in ("kayleigh", "bilal"):
        family, _ = RemovePerson(gone).apply(family)
    assert [(link.kind, link.home) for link in family.parentages_of("amina")] == [("guardianship", True)]
    assert find_problems(family) == ()


def test_an_edit_that_does_not_fit_is_refused_in_words(five):
    family = five["haile"]
    with pytest.raises(EditError, match="no person with that id"):
        Add(Parentage(id="new", child="abel", parents=("nobody",))).apply(family)
    with pytest.raises(EditError, match="used twice"):
        Add(Person(id="abel", name="Abel")).apply(family)
    with pytest.raises(EditError, match="There is no tie 'x'"):
        Remove("ties", "x").apply(family)
    with pytest.raises(EditError, match="cannot be set"):
        Set("persons", ()).apply(family)


def test_a_way_back_that_no_longer_fits_is_refused(five):
    family, back = Add(Strength(id="s", words="tea")).apply(five["haile"])
    later, _ = Remove("strengths", "s").apply(family)
    with pytest.raises(EditError, match="has changed since"):
        back.apply(later)
