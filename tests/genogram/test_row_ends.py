"""One who marries from the middle of a row may stand at its end, where the person who draws says so."""

import json
from datetime import date

import pytest
from typer.testing import CliRunner

from supervision_tui.cli.family.genogram import app
from supervision_tui.family import Family
from supervision_tui.family.formats import family_to_yaml
from supervision_tui.genogram import Layout, lay_out, row_end_refusal
from supervision_tui.tui.studio.tidied import MAY_STAND, tidied_words
from supervision_tui.workspace.editing import FamilyEditor


def middle_marries_middle(*, dated=True):
    """Bea, the second of three, and Edd, the second of three others, are a couple: lines must cross."""
    homes = {("ma", "pa"): ["ann", "bea", "cay"], ("na", "pop"): ["dan", "edd", "fin"]}
    children = [child for home in homes.values() for child in home]
    born = {name: {"born": str(1980 + at)} for at, name in enumerate(children) if dated or name != "bea"}
    return Family.model_validate({
        "id": "two", "title": "Two rows",
        "persons": [{"id": name, "name": name.title(), **born.get(name, {})}
                    for name in (*(parent for home in homes for parent in home), *children)],
        "unions": [{"id": "-".join(pair), "partners": pair, "kind": "married"} for pair in (*homes, ("bea", "edd"))],
        "parentages": [{"id": child, "child": child, "parents": home} for home in homes for child in homes[home]],
    })  # fmt: skip


def siblings(layout, *names):
    columns = {place.id: place.x for place in layout.persons}
    return sorted(names, key=columns.__getitem__)


def crossed(layout):
    return [compromise.why for compromise in layout.compromises if compromise.rule == "no crossing"]


def test_by_age_lines_cross_and_with_both_at_an_end_none_does():
    family = middle_marries_middle()
    by_age = lay_out(family)
    assert siblings(by_age, "ann", "bea", "cay") == ["ann", "bea", "cay"]
    assert "cross 3 times: siblings" in crossed(by_age)[0]
    both = lay_out(family, row_end=["bea", "edd"])
    assert crossed(both) == []
    assert {siblings(both, "ann", "bea", "cay").index("bea"), siblings(both, "dan", "edd", "fin").index("edd")} == {
        0,
        2,
    }
    told = [compromise.why for compromise in both.compromises]
    assert all(any(name in why and "as was chosen" in why for why in told) for name in ("Bea", "Edd"))


def test_one_alone_takes_away_what_it_can_and_the_others_stand_by_age():
    layout = lay_out(middle_marries_middle(), row_end=["bea"])
    assert siblings(layout, "ann", "bea", "cay").index("bea") != 1
    assert siblings(layout, "dan", "edd", "fin") == ["dan", "edd", "fin"]
    assert "cross once" in crossed(layout)[0]


def test_the_drawing_remembers_the_choice_when_it_is_read_back_and_drawn_on():
    family = middle_marries_middle()
    placed = Layout.model_validate_json(lay_out(family, row_end=["bea", "edd"]).model_dump_json())
    again = lay_out(family, previous=placed)
    assert again.row_end == placed.row_end
    assert [place.id for row in again.rows for place in row] == [place.id for row in placed.rows for place in row]


def test_a_layout_that_was_kept_before_the_choice_was_there_is_read():
    kept = json.loads(lay_out(middle_marries_middle()).model_dump_json())
    del kept["row_end"]
    assert Layout.model_validate(kept).row_end == {}


def test_the_editor_turns_the_choice_on_keeps_it_when_tidied_and_off_again():
    kept = []
    editor = FamilyEditor(middle_marries_middle(), lambda _family: None, place=kept.append, today=date(2026, 9, 3))
    editor.lay_out()
    assert editor.toggle_row_end("bea")
    assert editor.lay_out(tidy=True).row_end.keys() == {"bea"}
    assert siblings(kept[-1], "ann", "bea", "cay").index("bea") != 1
    assert kept[-1].row_end.keys() == {"bea"}
    assert not editor.toggle_row_end("bea")
    editor.lay_out(tidy=True)
    assert kept[-1].row_end == {}
    assert siblings(kept[-1], "ann", "bea", "cay") == ["ann", "bea", "cay"]
    with pytest.raises(ValueError, match="no brother or sister"):
        editor.toggle_row_end("ma")


def test_who_has_no_full_sibling_or_a_twin_cannot_be_chosen():
    family = middle_marries_middle()
    twins = tuple(
        link.replaced(twins="identical") if link.child in {"ann", "bea"} else link for link in family.parentages
    )
    whole = family.model_copy(update={"parentages": twins})
    assert row_end_refusal(family, "bea") == row_end_refusal(whole, "cay") == ""
    assert "stand together" in row_end_refusal(whole, "bea")
    assert "same parents" in row_end_refusal(family, "ma")
    alone = family.model_copy(update={"parentages": family.parentages[:1]})
    assert "same parents" in row_end_refusal(alone, family.parentages[0].child)


def test_the_studio_says_why_lines_cross_and_who_stands_at_an_end():
    family = middle_marries_middle()
    bea, ann = family.person("bea"), family.person("ann")
    by_age, both = lay_out(family), lay_out(family, row_end=["bea", "edd"])
    assert tidied_words(by_age, bea) == f"{crossed(by_age)[0]} {MAY_STAND}"
    assert tidied_words(both, bea).startswith("Bea may stand at the end of the row")
    assert tidied_words(both, ann) == tidied_words(both, None) == ""


def test_the_command_line_lets_somebody_stand_there_by_name_and_says_who_cannot(tmp_path):
    path = tmp_path / "two.yaml"
    path.write_text(family_to_yaml(middle_marries_middle()), encoding="utf-8")

    def run(*words):
        return CliRunner().invoke(app, ["layout", str(path), *words])

    told = run("--row-end", "Bea", "--row-end", "edd").stdout
    assert "Bea stands at the end of the row" in told
    assert "cross" not in told
    assert run("--row-end", "Nobody").exit_code != 0
    assert "no brother or sister" in run("--row-end", "Ma").output
