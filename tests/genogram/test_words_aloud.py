"""What a screen reader is given: words and figures only, nothing that somebody who listens would have to guess."""

import re
import shutil
import subprocess

import pytest

from supervision_tui.family import Family, PartialDate
from supervision_tui.family.dates import date_in_words
from supervision_tui.family.views import describe_family
from supervision_tui.genogram import VIEWS, Drawing, Options, describe, lay_out
from supervision_tui.resources import content_folder
from tests.every_row import every_row
from tests.genogram.test_catalogue import family, rows
from tests.shipped import load_family

FAMILIES = sorted((content_folder("templates") / "families").glob("*.yaml"))
SIGN = re.compile(r"[^\w\s.,;:!?'’“”()-]|[0-9]-[0-9]|\?(?![”’ ]|$)")
"""What is no word: a sign, or figures with a stroke between them."""


def read_aloud(told, **options):
    return describe(Drawing(told, lay_out(told), Options(**options)))


@every_row("view", VIEWS)
@every_row("path", FAMILIES, ids=lambda path: path.stem)
def test_no_sign_stands_in_the_words_of_a_drawing(path, view):
    assert SIGN.findall(read_aloud(load_family(path), view=view)) == []


@pytest.mark.parametrize("path", FAMILIES, ids=lambda path: path.stem)
def test_no_sign_stands_in_a_family_that_is_shown_in_words(path):
    assert re.findall(r"[~<>/|─│→·=]|[0-9]-[0-9]", describe_family(load_family(path), "2026-09-01")) == []


@every_row(("name", "patch"), rows(), ids=[name for name, _patch in rows()])
def test_no_row_of_the_catalogue_brings_a_sign_into_the_words(name, patch):
    assert SIGN.findall(read_aloud(family(**patch), hidden=True, identity=True)) == []


@every_row(
    ("typed", "told"),
    [
        ("~1987", "about 1987"),
        ("1987~", "about 1987"),
        ("c1990", "about 1990"),
        ("~2019-05", "about May 2019"),
        ("1987?", "perhaps 1987"),
        ("1987%", "perhaps about 1987"),
        ("2019-05?", "perhaps May 2019"),
        ("<1990", "before 1990"),
        (">1990", "after 1990"),
        ("<12/03/2001", "before 12 March 2001"),
        ("2019/2020", "between 2019 and 2020"),
        ("1987-1990", "between 1987 and 1990"),
        ("2019-05/2019-08", "between May 2019 and August 2019"),
        ("../2019", "by 2019"),
        ("2019/..", "from 2019 on"),
        ("198X", "1980s"),
        ("2019-XX", "2019"),
        ("2019-21", "spring 2019"),
        ("1990s", "1990s"),
        ("summer 2019", "summer 2019"),
    ],
)
def test_a_date_in_signs_is_told_in_words(typed, told):
    assert date_in_words(PartialDate.read(typed)) == told


def test_ages_dates_names_and_countries_are_told_as_somebody_would_say_them():
    told = Family.model_validate(
        {
            "id": "f",
            "title": "F",
            "as_of": "2026-09-01",
            "cultures": [{"id": "er", "name": "Eritrean"}],
            "persons": [
                {"id": "a", "name": "Saoirse Bell", "name_said": "SEER-sha", "born": "~1950", "gender": "female"},
                {"id": "b", "name": "Ben Bell", "born": "1940", "died": "~2019", "gender": "male"},
                {"id": "c", "name": "Ivy Bell", "born": "2026-07-20"},
                {"id": "d", "name": "Merhawi", "heritage": [{"culture": "er"}], "migration": [{"arrived": "~2015"}]},
            ],
            "unions": [{"partners": ["a", "b"], "kind": "married", "ended": "divorce", "until": "~1990"}],
        }
    )  # fmt: skip
    words = read_aloud(told)
    assert "Saoirse Bell, said SEER-sha, about 76." in words
    assert "Born in about 1950." in words
    assert "Ben Bell died in about 2019, at about 79." in words
    assert "divorced about 1990" in words
    assert "Ivy Bell, 6 weeks old." in words
    assert "Eritrean. Came to live in another country in about 2015." in read_aloud(told, view="culture")


ESPEAK = shutil.which("espeak-ng")
SPOKEN_SIGNS = "~ / < > = + * # & % @ | _ → · ┃ □"
"""Signs that espeak-ng speaks by a name of their own."""


def phonemes(words):
    command = [ESPEAK, "-q", "-x", "-v", "en-gb", "--stdin"]
    return subprocess.run(command, input=words.encode(), capture_output=True, check=True).stdout.decode()


@pytest.mark.skipif(ESPEAK is None, reason="espeak-ng is not on this computer: apt install espeak-ng")
@pytest.mark.parametrize("path", FAMILIES, ids=lambda path: path.stem)
def test_a_speech_synthesiser_reads_a_family_without_naming_a_sign(path):
    named = {phonemes(sign).split()[0].strip() for sign in SPOKEN_SIGNS.split() if phonemes(sign).split()}
    assert len(named) > 8  # it does name them where they stand
    told = load_family(path)
    spoken = phonemes(read_aloud(told))
    assert named & set(spoken.split()) == set()
    assert len(spoken.split()) > 0.8 * len(read_aloud(told).split())  # and nothing is left out


def test_who_was_lost_before_birth_is_told_in_words_with_and_without_a_name():
    lost = [
        {"id": "l1", "name": "Ash", "kind": "loss", "loss": "stillbirth", "died": "2020-04"},
        {"id": "l2", "name": "", "kind": "loss", "loss": "stillbirth", "died": "2021"},
        {"id": "l3", "name": "", "kind": "loss", "loss": "miscarriage", "died": "2022-01"},
    ]
    told = Family.model_validate({
        "id": "f", "title": "F", "as_of": "2026-11-20", "persons": [{"id": "a", "name": "Ann"}, *lost],
        "parentages": [{"child": child["id"], "parents": ["a"]} for child in lost],
    })  # fmt: skip
    words = read_aloud(told)
    assert "Parent of Ash, a stillborn baby and a pregnancy that ended in a miscarriage." in words
    assert "Ash. Stillborn in 2020. Child of Ann." in words
    assert "A baby whose name is not known. Stillborn in 2021." in words
    assert "A pregnancy that ended in a miscarriage in 2022. Child of Ann." in words
    assert not re.search(r"\bl[123]\b", words)


def told_of(**parts):
    """The words of a family of these parts, as on 20 November 2026."""
    return read_aloud(Family.model_validate({"id": "f", "title": "F", "as_of": "2026-11-20", **parts}))


@pytest.mark.parametrize(
    ("born", "label", "words"),
    [
        ("1962", "1962", "Born in 1962."),
        ("~1962", "~1962", "Born in about 1962."),
        ("before 1962", "<1962", "Born before 1962."),
        ("after 1990", ">1990", "Born after 1990."),
        ("1980s", "1980s", "Born in the 1980s."),
        ("between 2001 and 2003", "~2002", "Born in about 2002."),
    ],
)
def test_a_year_is_drawn_and_told_no_closer_than_it_is_known(born, label, words):
    told = Family.model_validate({"id": "f", "title": "F", "persons": [{"id": "a", "name": "Ann", "born": born}]})
    assert Drawing(told, lay_out(told), Options()).symbols["a"].born == label
    assert words in read_aloud(told)


@pytest.mark.parametrize(
    ("born", "age"),
    [
        ("2026-11-20", "born today"),
        ("2026-11-17", "3 days old"),
        ("2026-11-13", "1 week old"),
        ("age 5 weeks on 2026-11-20", "5 weeks old"),
        ("age 5 months on 2026-11-20", "5 months old"),
        ("age 3 on 2026-11-20", "3"),
    ],
)
def test_the_age_of_a_small_child_is_told_in_days_weeks_or_months(born, age):
    assert f"Ivy, {age}." in told_of(persons=[{"id": "a", "name": "Ivy", "born": born}])


@pytest.mark.parametrize("name", ["", "?", "unknown"])
def test_who_has_no_name_is_told_by_what_they_are_whatever_stands_in_its_place(name):
    others = [
        {"id": "x1", "kind": "unborn", "due": "2027-03"},
        {"id": "x2", "kind": "several", "count": 3},
        {"id": "x3", "kind": "loss", "loss": "stillbirth"},
        {"id": "x4", "kind": "unknown"},
        {"id": "x5", "kind": "pet"},
    ]
    kit = {"child": "kit", "parents": ["ann"]}
    words = told_of(
        persons=[
            {"id": "ann", "name": "Ann"}, {"id": "kit", "name": "Kit"}, *({**other, "name": name} for other in others),
        ],
        parentages=[
            kit, *({**kit, "child": child} for child in ("x1", "x2", "x3")),
            {"child": "kit", "parents": ["x4"], "kind": "donor", "home": False},
        ],
        households=[{"id": "h", "name": name.replace("unknown", ""), "members": [
            {"person": "ann"}, {"person": "x2"}, {"person": "kit", "part_time": True, "nights": 4},
        ]}],
    )  # fmt: skip
    assert "Parent of Kit, a baby not yet born, 3 people and a stillborn baby." in words
    assert "A baby not yet born. Due March 2027. Child of Ann." in words
    assert "\n3 people. Child of Ann." in words
    assert "Kit's donor (name not known). Not known in person." in words
    assert "\nA pet." in words
    assert "A home: Ann, 3 people, Kit (4 nights in 14)." in words
    assert not re.search(r"\?|\bx\d\b|unknown", words)


def test_a_doubt_is_told_of_whom_it_is_about_and_of_what_they_are_to_the_child():
    people = {"ann": "female", "ben": "male", "nan": "female", "kit": "unknown"}
    words = told_of(
        persons=[{"id": person, "name": person.title(), "gender": gender} for person, gender in people.items()],
        parentages=[
            {"child": "kit", "parents": ["ann", "ben"], "doubted_parents": ["ben"]},
            {"child": "kit", "parents": ["nan"], "kind": "kinship", "home": False, "doubted": True},
        ],
    )
    assert "Child of Ann and perhaps Ben. In kinship care with Nan; it is not sure." in words
    assert "Perhaps a parent of Kit." in words
    assert "Perhaps kinship carer of Kit." in words


def test_care_that_has_ended_is_told_of_neither_side():
    care = {"child": "kit", "parents": ["nan"], "kind": "kinship", "home": False, "since": "2016", "until": "2018"}
    words = told_of(persons=[{"id": "kit", "name": "Kit"}, {"id": "nan", "name": "Nan"}], parentages=[care])
    assert "inship" not in words
    assert "inship carer of Kit" in told_of(
        persons=[{"id": "kit", "name": "Kit"}, {"id": "nan", "name": "Nan"}], parentages=[{**care, "until": None}]
    )


def test_a_name_in_letters_that_an_english_voice_cannot_read_stands_with_how_it_is_said_wherever_it_is_told():
    people = [
        {"id": "mei", "name": "周美", "name_said": "Jo May"}, {"id": "lan", "name": "Лана", "called": "Lana"},
        {"id": "sol", "name": "Solange Côté", "name_said": "KOH-tay"}, {"id": "no", "name": "Ольга"},
    ]  # fmt: skip
    words = told_of(
        persons=people,
        focus=["mei"],
        parentages=[{"child": "mei", "parents": ["lan", "sol"]}],
        unions=[{"partners": ["lan", "sol"], "kind": "married"}],
        ties=[{"a": "mei", "b": "sol", "kind": "close"}],
        households=[{"id": "h", "name": "Home", "members": [{"person": "mei"}, {"person": "no"}]}],
    )
    assert "Child in focus: 周美 (Jo May)." in words
    assert "周美, said Jo May." in words
    assert "Лана (Lana). Gender not known. Married to Solange Côté. Parent of 周美 (Jo May)." in words
    assert "Child of Лана (Lana) and Solange Côté." in words
    assert "Tie with 周美 (Jo May): close." in words
    assert "Home: 周美 (Jo May), Ольга." in words
