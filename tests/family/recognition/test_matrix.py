"""Every family that ships, and one in many scripts, in every way of writing: how many are found, how many too many."""

from pathlib import Path

import pytest
import yaml

from supervision_tui.family import Family, Person
from supervision_tui.family.recognition import Recogniser
from supervision_tui.resources import content_folder
from tests.family.recognition import ways
from tests.shipped import load_family

SHIPPED = [load_family(path) for path in sorted(content_folder("templates/families").glob("*.yaml"))]
SCRIPTS = Family(
    id="SC1",
    title="Eighteen ways to write - one street",
    persons=tuple(
        Person(id=f"p{number}", name=name)
        for number, name in enumerate(
            (
                "Łukasz Wiśniewski", "Zoë O’Neil", "Siân Llŷr", "Åse Bjørnstad", "İpek Yıldız", "Nguyễn Ánh",
                "Štěpán Žák", "François D'Souza", "عائشة الحسن", "مُحَمَّد الأمين", "שירה לוי", "রমা শ্রাবন্তী",
                "क्षितिज गांधी", "தமிழ்செல்வி ராஜன்", "ਗੁਰਪ੍ਰੀਤ ਸਿੰਘ", "ኣስመሮም ተስፋይ", "Олена Шевченко", "Ελένη Παππά",
                "山田 太郎", "김 민수", "Bo Wu", "Jo Ng", "Ada Kowalska-Moss",
            )
        )
    ),
)  # fmt: skip
FAMILIES = [*SHIPPED, SCRIPTS]


def found_share(written, family):
    """The share of the texts in which the one that is named is found; with those in which nobody is."""
    recogniser = Recogniser([family])
    missed = [one for one in written if not _finds(recogniser.mentions(one.text), one, family)]
    return 1 - len(missed) / len(written), missed


def _finds(mentions, written, family):
    """Whether the one meant is among *mentions*, or somebody who shares the name that is written."""
    if not written.person:
        return bool(mentions)
    meant = family.person(written.person)
    whole = set(meant.name.split())
    return any(
        mention.person in {"", meant.id} or whole & set(family.person(mention.person).name.split())
        for mention in mentions
    )


@pytest.mark.parametrize("family", FAMILIES, ids=lambda family: family.id)
def test_whole_names_are_found_in_every_way_of_writing(family):
    share, missed = found_share(list(ways.whole_names(family)), family)
    assert share >= 0.995, [(one.way, one.text) for one in missed]


@pytest.mark.parametrize("family", SHIPPED, ids=lambda family: family.id)
def test_references_homes_and_birth_dates_are_found(family):
    share, missed = found_share(list(ways.places(family)), family)
    assert share >= 0.995, [(one.way, one.text) for one in missed]


@pytest.mark.parametrize("family", FAMILIES, ids=lambda family: family.id)
@pytest.mark.parametrize(
    "kind", [ways.nicknames, ways.shortened_by_rule, ways.single_names, ways.misspelt], ids=lambda kind: kind.__name__
)
def test_short_forms_single_names_and_slips_are_found(family, kind):
    written = list(kind(family))
    if not written:
        pytest.skip("nobody here has one")
    share, missed = found_share(written, family)
    assert share >= 0.95, [(one.way, one.text) for one in missed]


def prompts():
    for path in sorted(content_folder("prompts").glob("*.yaml")):
        for prompt in yaml.safe_load(path.read_text(encoding="utf-8"))["prompts"]:
            yield str(prompt["text"])


NAMES_AND_WORDS = Family(
    id="F77",
    title="Hope and Will",
    persons=tuple(
        Person(id=f"p{number}", name=name)
        for number, name in enumerate(
            (
                "Will Young", "May Young", "Hope Price", "Grace Young", "Mark Price", "Rose Field", "Joy Long",
                "Al Frost",
                "Sunny Day", "Kit Moss", "Dean Frost", "Art Story", "Faith Worker", "An Do", "Summer Child",
                "Sue Means", "Pat Hand", "Dawn Rain", "Frank Stone", "Amy Winter", "Sean Winter", "Ella Carer",
                "Jack Case",
            )
        )
    ),
)  # fmt: skip
"""A family in which every name is a word of every day."""


def test_fewer_than_one_word_in_a_thousand_of_the_questions_is_taken_for_a_name():
    recogniser = Recogniser([*FAMILIES, NAMES_AND_WORDS])
    texts = list(prompts())
    words = sum(len(text.split()) for text in texts)
    alarms = [(mention.words, text) for text in texts for mention in recogniser.mentions(text)]
    assert words > 20_000
    assert len(alarms) < words / 1000, alarms


def test_fewer_than_one_word_in_a_thousand_of_the_manual_is_taken_for_a_name_that_is_not_in_it():
    """The manual names people of the invented families; a family in which every name is a word is not in it."""
    recogniser = Recogniser([NAMES_AND_WORDS])
    root = Path(__file__).parents[3]
    texts = [path.read_text(encoding="utf-8") for path in sorted((root / "docs").glob("*.md"))]
    words = sum(len(text.split()) for text in texts)
    alarms = [mention.words for text in texts for mention in recogniser.mentions(text)]
    assert words > 10_000
    assert len(alarms) < words / 1000, alarms
