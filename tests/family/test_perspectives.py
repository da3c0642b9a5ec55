"""Two pictures of one family: whose view of the ties, or which day; and what differs, in words."""

from datetime import date

from supervision_tui.family import Family, Parentage, Person, Tie, Union
from supervision_tui.family.model.households import Household, Membership
from supervision_tui.family.views.comparison import compare, days_to_compare, perspectives_of

TODAY = date(2026, 11, 23)
FAMILY = Family(
    id="harpers",
    title="The Harpers",
    focus=("mia",),
    persons=(
        Person(id="mia", name="Mia Harper", born="2015"),
        Person(id="kelly", name="Kelly Harper"),
        Person(id="dan", name="Dan Cole"),
        Person(id="sam", name="Sam Harper", born="2020"),
    ),
    unions=(Union(id="kelly-dan", partners=("kelly", "dan"), since="2012", until="2019", ended="separation"),),
    parentages=(Parentage(child="mia", parents=("kelly", "dan")), Parentage(child="sam", parents=("kelly",))),
    households=(
        Household(id="H1", name="Home", members=(Membership(person="kelly"), Membership(person="dan", until="2019"))),
    ),
    ties=(
        Tie(id="t1", a="mia", b="kelly", kind="close"),
        Tie(id="t2", a="mia", b="dan", kind="distant"),
        Tie(id="t3", a="kelly", b="mia", kind="distant", perspective="school"),
        Tie(id="t4", a="dan", b="mia", kind="distant", perspective="school"),
        Tie(id="t5", a="mia", b="kelly", kind="close", strength=3, perspective="mia"),
        Tie(id="t6", a="dan", b="kelly", kind="bullying", perspective="mia"),
    ),
)


def told(left, right):
    return [one.words for one in compare(FAMILY, left, right)]


def test_every_view_there_is_may_stand_beside_another():
    nobody, school, mia = perspectives_of(FAMILY)
    assert [one.words for one in (nobody, school, mia)] == [
        "in nobody's view in particular",
        "as school sees it",
        "as Mia Harper sees it",
    ]
    assert [tie.id for tie in school.part(FAMILY).ties] == ["t3", "t4"]
    assert perspectives_of(FAMILY.replaced(ties=FAMILY.ties[:2])) == ()


def test_what_two_people_see_differently_is_told_and_what_both_say_comes_first():
    nobody, school, mia = perspectives_of(FAMILY)
    (only,) = compare(FAMILY, nobody, school)
    assert only.words == "Kelly and Mia. In nobody's view in particular: close. As school sees it: distant."
    assert (only.people, only.marked) == (("kelly", "mia"), {"t1", "t3"})
    assert told(school, mia) == [
        "Kelly and Mia. As school sees it: distant. As Mia Harper sees it: close, strong.",
        "Dan and Mia. As school sees it: distant. As Mia Harper sees it: nothing is said.",
        "Dan and Kelly. As school sees it: nothing is said. As Mia Harper sees it: Dan bullying of Kelly.",
    ]
    assert told(mia, mia) == []


def test_two_days_are_told_from_the_earlier_to_the_later_whichever_comes_first():
    today, latest, *_, first = days_to_compare(
        FAMILY, tuple(date(year, 12, 31) for year in (2012, 2015, 2019, 2020)), TODAY
    )
    assert (today.words, latest.words, first.words) == ("today", "at the end of 2020", "at the end of 2012")
    assert told(today, latest) == []
    found = compare(FAMILY, today, first)
    assert found == compare(FAMILY, first, today)
    by_words = {one.words: one for one in found}
    assert by_words["Person Sam Harper: new"].marked == {"sam"}
    home = next(one for words, one in by_words.items() if words.startswith("Home Home"))
    assert (home.people, home.marked) == (("dan",), {"dan"})
    assert days_to_compare(FAMILY, (), TODAY) == ()
