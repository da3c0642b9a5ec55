"""What may be imported of a family is there, and takes plain words and days."""

from datetime import UTC, date, datetime

import pytest

from supervision_tui import family as face
from supervision_tui.family import DateFormatError, Family, Person, load_family
from supervision_tui.family.edits import EditError, add_child, add_parents, add_partner
from supervision_tui.family.patterns import patterns
from supervision_tui.family.views.snapshots import as_at, changes_between
from supervision_tui.resources import content_folder

HAILE = content_folder("templates/families") / "haile.yaml"


def test_everything_on_the_face_is_there():
    assert face.__all__
    assert [name for name in face.__all__ if not hasattr(face, name)] == []


def test_a_day_is_given_as_people_give_it():
    family = load_family(str(HAILE))
    expected = patterns(family, date(2026, 9, 1))
    assert patterns(family, "2026-09-01") == patterns(family, "1 September 2026") == expected
    assert patterns(family, datetime(2026, 9, 1, 23, 59, tzinfo=UTC)) == expected
    assert as_at(family, "2020") == as_at(family, date(2020, 12, 31))
    assert changes_between(family, "2010", "2020") == changes_between(family, date(2010, 12, 31), date(2020, 12, 31))
    with pytest.raises(DateFormatError):
        patterns(family, "soon")


def test_a_plain_word_is_enough_for_a_name_a_note_and_a_date():
    person = Person(id="a", name="Ann\x1b[2J", born=date(2019, 5, 1), note="one\r\ntwo", languages=["Welsh"])
    assert (person.name, str(person.born), person.note) == ("Ann\N{REPLACEMENT CHARACTER}[2J", "2019-05-01", "one\ntwo")


def test_whether_somebody_is_in_a_family_is_asked_by_the_id():
    family = load_family(HAILE)
    assert "abel" in family
    assert "nobody" not in family
    assert None not in family


@pytest.mark.parametrize(
    "edit",
    [
        lambda family: add_child(family, Person(id="abel", name="Somebody Else"), ("selam",)),
        lambda family: add_partner(family, "selam", Person(id="abel", name="Somebody Else")),
        lambda family: add_parents(family, "rahwa", [Person(id="abel", name="Somebody Else")]),
    ],
)
def test_an_id_that_is_somebody_elses_is_refused_in_words(edit):
    with pytest.raises(EditError, match=r"Somebody else in .* has the id 'abel' already: Abel.* Nothing was changed"):
        edit(load_family(HAILE))


def test_somebody_who_is_there_already_gets_the_parents():
    family = Family(id="f", title="F", persons=(Person(id="a", name="A"), Person(id="b", name="B")))
    after = add_child(family, family.person("a"), ("b",)).apply(family)[0]
    assert [parent.id for parent in after.parents_of("a")] == ["b"]
    assert len(after.persons) == 2
