"""``supervision-tui family``: data on standard output, words for people on standard error, refusals with a reason."""

import json

import pytest
from typer.testing import CliRunner

from supervision_tui.cli.family.family import app
from supervision_tui.resources import content_folder

FOLDER = content_folder("templates/families")


def run(*words):
    return CliRunner().invoke(app, [str(word) for word in words])


def test_a_sound_file_is_said_to_be_sound():
    done = run("check", FOLDER / "haile.yaml")
    assert done.exit_code == 0
    assert "nothing is wrong" in done.stderr
    assert done.stdout == ""


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("child: natan, parents: [selam, yonas]", "child: natan, parents: [selam, nobody]", "no person with that id"),
        ("id: rahwa,", "id: abel,", "used twice"),
        ("died: 2016-01", "died: 1930-01", "died (1930-01) before being born"),
        ("born: 2012-03", "born: 1950", "before the parent"),
        ("born: 2012-03", "born: 31/02/2012", "not in the calendar"),
        ("child: letebrhan, parents: [abrehet]", "child: abrehet, parents: [selam]", "before the parent"),
        ("id: V1\n", "id: V1\nid: V2\n", "stands here twice"),
        ("pronouns: he, languages", "pronouns: it, languages", "'she', 'he'"),
    ],
)
def test_what_cannot_be_is_told_with_file_line_and_column(tmp_path, old, new, said):
    text = (FOLDER / "haile.yaml").read_text(encoding="utf-8")
    assert old in text
    path = tmp_path / "changed.yaml"
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    done = run("check", path)
    assert done.exit_code == 1
    assert said in done.stderr
    assert "changed.yaml, line " in done.stderr
    as_json = json.loads(run("check", path, "--json").stdout)
    assert as_json[0]["line"] > 1


def test_an_own_ancestor_is_told_and_not_followed(tmp_path):
    path = tmp_path / "loop.yaml"
    path.write_text(
        "format: supervision-tui/family/1\nid: L\ntitle: L\npersons: [{id: a, name: Ann}, {id: b, name: Bo}]\n"
        "parentages:\n  - {child: a, parents: [b]}\n  - {child: b, parents: [a]}\n",
        encoding="utf-8",
    )
    done = run("check", path)
    assert done.exit_code == 1
    assert "line 6, column 5: Ann would be their own ancestor, by way of Bo." in done.stderr


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[" * 5000,
        "a: &a [x]\nb: [*a, *a]",
        "just words",
        "format: supervision-tui/family/1\nid: [",
        "{}",
        "\x00\x01",
    ],
)
def test_nonsense_is_refused_in_a_sentence(tmp_path, text):
    path = tmp_path / "odd.yaml"
    path.write_text(text, encoding="utf-8")
    done = run("check", path)
    assert done.exit_code == 1
    assert done.stderr.strip()
    assert "Traceback" not in done.stderr


def test_show_tells_the_family_and_not_what_is_hidden():
    done = run("show", FOLDER / "kowalska-fairhurst.yaml", "--on", "2026-09-01")
    assert done.exit_code == 0
    assert "Oliver Fairhurst (12)" in done.stdout
    assert "A home that is not named: Joanne Moss" in done.stdout
    assert "told midwife" not in done.stdout
    assert "Kept from some people" in done.stdout


def test_show_as_json_can_be_read_again(tmp_path):
    path = tmp_path / "again.json"
    path.write_text(run("show", FOLDER / "haile.yaml", "--json").stdout, encoding="utf-8")
    assert run("check", path).exit_code == 0


def test_kin_of_two_and_of_one_to_everyone():
    one = run("kin", FOLDER / "pritchard-hussain.yaml", "Amina", "Carol Pritchard")
    assert one.stdout == "Carol Pritchard: maternal grandmother, special guardian (MGM)\n"
    everyone = json.loads(run("kin", FOLDER / "pritchard-hussain.yaml", "amina", "--json").stdout)
    assert {line["other"]: line["words"] for line in everyone}["sana"] == "aunt"


@pytest.mark.parametrize(("name", "said"), [("Nobody", "nobody called 'Nobody'"), ("Bell", "nobody called")])
def test_somebody_unknown_is_told_with_the_ids_there_are(name, said):
    done = run("kin", FOLDER / "carter-okafor.yaml", name)
    assert done.exit_code == 1
    assert said in done.stderr
    assert "robin" in done.stderr


def test_patterns_are_shown_with_reason_question_and_caution():
    done = run("patterns", FOLDER / "haile.yaml", "--on", "2026-09-01")
    assert "G-MIGRATE" in done.stdout
    assert "Shown because" in done.stdout
    assert done.stdout.rstrip().endswith("not a cause and not a forecast.")
    muted = json.loads(run("patterns", FOLDER / "haile.yaml", "--mute", "G-LOSS", "--json").stdout)
    assert "G-LOSS" not in {one["code"] for one in muted}
    assert run("patterns", FOLDER / "haile.yaml", "--mute", "G-X").exit_code == 1


def test_the_schema_describes_every_field_of_a_family():
    schema = json.loads(run("schema").stdout)
    assert schema["additionalProperties"] is False
    assert {"persons", "unions", "parentages", "households", "ties"} <= set(schema["properties"])
    assert "Person" in schema["$defs"]


def test_a_gedcom_file_is_checked_line_by_line(tmp_path):
    path = tmp_path / "other.ged"
    path.write_text("0 HEAD\n1 CHAR UTF-8\n0 @I1@ INDI\n1 NAME Ada\n1 PHON 01632 960000\n0 TRLR\n", encoding="utf-8")
    done = run("check", path)
    assert done.exit_code == 0
    assert "line 5: left out: an address, telephone number or the like." in done.stdout
    assert run("show", path).stdout.startswith("other (other)")


def test_who_is_named_in_a_text_is_listed_with_where_and_how_sure(tmp_path):
    text = tmp_path / "note.txt"
    text.write_text("Nobody.\nYonas, Abel came with KAYLEIGH PRITCHARD.\n", encoding="utf-8")
    families = ["--family", FOLDER / "haile.yaml", "--family", FOLDER / "pritchard-hussain.yaml"]
    rows = json.loads(run("mentions", text, *families, "--json").stdout)
    assert [(row["family"], row["person"], row["line"], row["sure"]) for row in rows] == [
        ("V1", "abel", 2, True),
        ("V3", "kayleigh", 2, True),
    ]
    whole = text.read_text(encoding="utf-8")
    assert [whole[row["start"] : row["end"]] for row in rows] == [row["words"] for row in rows]
    assert "V3/kayleigh" in run("mentions", text, *families).stdout


def test_a_text_that_names_nobody_is_said_to(tmp_path):
    text = tmp_path / "note.txt"
    text.write_text("The bus was late.", encoding="utf-8")
    done = run("mentions", text, "--family", FOLDER / "haile.yaml", "--json")
    assert json.loads(done.stdout) == []
    assert "Nobody" in run("mentions", text, "--family", FOLDER / "haile.yaml").stderr
