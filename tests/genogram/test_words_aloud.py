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
from tests.genogram.test_catalogue import family, rows
from tests.shipped import load_family

FAMILIES = sorted((content_folder("templates") / "families").glob("*.yaml"))
SIGN = re.compile(r"[^\w\s.,;:!?'’“”()-]|[0-9]-[0-9]|\?(?![”’ ]|$)")
"""What is no word: a sign, or figures with a stroke between them."""


def read_aloud(told, **options):
    return describe(Drawing(told, lay_out(told), Options(**options)))


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("path", FAMILIES, ids=lambda path: path.stem)
def test_no_sign_stands_in_the_words_of_a_drawing(path, view):
    assert SIGN.findall(read_aloud(load_family(path), view=view)) == []


@pytest.mark.parametrize("path", FAMILIES, ids=lambda path: path.stem)
def test_no_sign_stands_in_a_family_that_is_shown_in_words(path):
    assert re.findall(r"[~<>/|─│→·=]|[0-9]-[0-9]", describe_family(load_family(path), "2026-09-01")) == []


@pytest.mark.parametrize(("name", "patch"), rows(), ids=[name for name, _patch in rows()])
def test_no_row_of_the_catalogue_brings_a_sign_into_the_words(name, patch):
    assert SIGN.findall(read_aloud(family(**patch), hidden=True, identity=True)) == []


@pytest.mark.parametrize(
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
