"""A tie in one line, as people tell it: it is read, can be written back, and nothing typed stops the program."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supervision_tui.family import TIE_KINDS, Family, Person, Tie
from supervision_tui.family.shorthand.errors import ShorthandError
from supervision_tui.family.shorthand.tie import line_of, parse_tie, tie_words
from tests.every_row import every_row

PEOPLE = (
    Person(id="robin", name="Robin Bell"),
    Person(id="nan", name="Nan"),
    Person(id="craig", name="Craig Bell"),
    Person(id="leanne", name="Leanne Bell"),
    Person(id="bob", name='Robert "Bob" Hill', called="Bob"),
    Person(id="ana-1", name="Ana Bell"),
    Person(id="ana-2", name="Ana Hill"),
)
FAMILY = Family(id="bells", title="The Bells", focus=("robin",), persons=PEOPLE)


def said(line):
    told = parse_tie(line, FAMILY, "robin")
    return {"other": told.other, **{name: getattr(value, "text", value) for name, value in told.stated_fields.items()}}


@every_row(
    ("line", "found"),
    [
        ("Nan close", {"other": "nan", "kind": "close"}),
        ("nan cl", {"other": "nan", "kind": "close"}),
        ("Nan is close", {"other": "nan", "kind": "close"}),
        ("Nan, close", {"other": "nan", "kind": "close"}),
        ("Nan close 3", {"other": "nan", "kind": "close", "strength": 3}),
        ("Craig Bell conflict 2019-", {"other": "craig", "kind": "conflict", "since": "2019"}),
        ("Craig cut off 2015-2018", {"other": "craig", "kind": "cut_off", "since": "2015", "until": "2018"}),
        ("Craig cut off since summer 2018", {"other": "craig", "kind": "cut_off", "since": "summer 2018"}),
        ("Craig distant until 2020", {"other": "craig", "kind": "distant", "until": "2020"}),
        ("Nan close, says Robin", {"other": "nan", "kind": "close", "perspective": "robin"}),
        ("Nan close says the school", {"other": "nan", "kind": "close", "perspective": "the school"}),
        ("Nan close as told by Leanne 3", {"other": "nan", "kind": "close", "source": "leanne", "strength": 3}),
        (
            'Nan close 1, says Craig Bell as told by Leanne, "my rock"',
            {
                "other": "nan",
                "kind": "close",
                "strength": 1,
                "perspective": "craig",
                "source": "leanne",
                "words": "my rock",
            },
        ),
        ("Nan close my rock", {"other": "nan", "kind": "close", "words": "my rock"}),
        ("Nan close “she says no”", {"other": "nan", "kind": "close", "words": "she says no"}),
        ("Nan in love", {"other": "nan", "kind": "in_love"}),
        ("Nan cut off, and mended", {"other": "nan", "kind": "cut_off_repaired"}),
        ("Craig jealous of", {"other": "craig", "kind": "jealous"}),
        ('Robert "Bob" Hill distant', {"other": "bob", "kind": "distant"}),
    ],
)
def test_with_whom_and_how(line, found):
    assert said(line) == found


def test_a_tie_that_goes_one_way_may_come_from_the_other():
    assert not parse_tie("Craig bullying", FAMILY, "robin").from_other
    assert parse_tie("by Craig bullying", FAMILY, "robin").from_other
    assert not parse_tie("by Nan close", FAMILY, "robin").from_other


@every_row(
    ("line", "why"),
    [
        ("", "Say with whom"),
        ("Nobody close", "Say with whom"),
        ("Robin close", "Say with whom"),
        ("Nan", "Say how they are"),
        ("Nan in Leeds", "'in Leeds' is not a tie"),
        ("Nan a", "not a tie"),
        ("Ana close", "several people"),
        ("Nan close, says Ana", "several people"),
        ("Nan close, says", "Say who it is after 'says'"),
        ("Nan close 2019-2015", "2015 is before 2019"),
        ("Nan close " + "x" * 400, "too long"),
    ],
)
def test_a_line_that_does_not_say_it_is_refused(line, why):
    with pytest.raises(ShorthandError, match="Nothing was changed") as refused:
        parse_tie(line, FAMILY, "robin")
    assert why in str(refused.value)


WORDS = st.sampled_from(
    [
        "Nan",
        "Craig",
        "by",
        "says",
        "as told by",
        "close",
        "cut off",
        "2019-",
        "since",
        "until",
        "3",
        ",",
        '"',
        "x",
        "٢٠١٩-",
    ]
)


@given(st.text() | st.lists(WORDS).map(" ".join) | st.lists(WORDS).map(lambda words: f"Nan close {' '.join(words)}"))
def test_any_text_gives_a_tie_or_a_sentence(line):
    try:
        told = parse_tie(line, FAMILY, "robin")
    except ShorthandError as refused:
        told = str(refused)
    if isinstance(told, str):
        assert told.endswith("Nothing was changed.")
    else:
        assert Tie.model_validate({"a": "robin", "b": told.other, **told.stated_fields})


TIES = st.builds(
    Tie,
    a=st.just("robin"),
    b=st.sampled_from(["nan", "ana-1", "bob"]),
    kind=st.sampled_from(list(TIE_KINDS)),
    strength=st.integers(1, 3),
    perspective=st.sampled_from(["", "robin", "ana-2", "the school", "midwife"]),
    source=st.sampled_from(["", "leanne", "a neighbour"]),
    since=st.sampled_from([None, "2015", "summer 2015", "(after the flood)"]),
    until=st.sampled_from([None, "2019", "about March 2020"]),
    words=st.sampled_from(["", "my rock", 'she says "no", always', "3 2019- says Nan"]),
)


@given(TIES, st.booleans())
def test_what_is_written_back_is_read_the_same(tie, turned):
    of, other = (tie.b, tie.a) if turned else (tie.a, tie.b)
    told = parse_tie(line_of(tie, FAMILY, of), FAMILY, of)
    assert (told.other, told.from_other) == (other, turned and tie.directed)
    assert Tie.model_validate({"a": tie.a, "b": tie.b, **told.stated_fields}) == tie


def test_a_tie_in_words_says_whose_view_it_is():
    tie = Tie(
        a="craig",
        b="robin",
        kind="bullying",
        strength=3,
        since="2019",
        perspective="robin",
        source="school",
        words="every day",
    )
    assert tie_words(tie, FAMILY, "robin") == (
        'Craig: bullying of Robin, strong, since 2019, as Robin Bell sees it, as told by school, "every day"'
    )
    assert tie_words(Tie(a="robin", b="nan", kind="close"), FAMILY, "nan") == "Robin: close"
