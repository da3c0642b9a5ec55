"""The relational graph: what it holds on a day and in a view, and what stands out in it, never across harm."""

import subprocess
import sys
from datetime import date

import pytest
from typer.testing import CliRunner

from supervision_tui.cli.root import app
from supervision_tui.family import Family, HarmFlag, Household, Membership, Parentage, Person, Tie, Union
from supervision_tui.family.patterns import relational_changes, relational_patterns


def family(*names, **parts):
    people = tuple(Person(id=name.casefold(), name=name) for name in names)
    return Family(id="f", title="F", persons=people, **parts)


def tied(*ties):
    return {"ties": tuple(Tie(a=a, b=b, kind=kind) for a, b, kind in ties)}


def codes(found):
    return [pattern.code for pattern in found]


def test_it_holds_kin_homes_ties_and_resources_by_layer():
    whole = family(
        "Ada",
        "Bo",
        unions=(Union(partners=("ada", "bo"), kind="married", since="2010", until="2018", ended="divorce"),),
        parentages=(Parentage(child="bo", parents=("ada",), kind="foster"),),
        households=(Household(id="h", name="Home", members=(Membership(person="ada"),)),),
        **tied(("ada", "bo", "close")),
    )
    graph = whole.graph()
    assert {fields["layer"] for _, _, fields in graph.edges(data=True)} == {"kin", "homes", "ties"}
    (union,) = [fields for _, _, fields in graph.edges(data=True) if fields["relation"] == "partner"]
    assert (union["over"], union["sign"]) == (True, 0)
    assert {fields["layer"] for _, _, fields in whole.graph(layers=("ties",)).edges(data=True)} == {"ties"}
    (then,) = [fields for _, _, fields in whole.graph("2012").edges(data=True) if fields["relation"] == "partner"]
    assert (then["over"], then["sign"]) == (False, 1)
    with pytest.raises(ValueError, match="There is no layer moon"):
        whole.graph(layers=("moon",))


def test_nobody_is_there_before_they_are_born_and_a_past_tie_ends():
    people = (Person(id="ada", name="Ada", born="1980"), Person(id="bo", name="Bo", born="2015"))
    ties = (Tie(a="ada", b="bo", kind="close", until="2020"),)
    whole = Family(id="f", title="F", persons=people, ties=ties)
    assert list(whole.graph("2010")) == ["ada"]
    assert whole.graph("2018").number_of_edges() == 1
    assert whole.graph("2021").number_of_edges() == 0
    assert whole.graph().number_of_edges() == 0


def test_a_perspective_shows_its_own_ties_only():
    seen = (Tie(a="ada", b="bo", kind="close", perspective="bo"), Tie(a="ada", b="bo", kind="cut_off"))
    whole = family("Ada", "Bo", ties=seen)
    assert [fields["kind"] for _, _, fields in whole.graph(perspective="bo").edges(data=True)] == ["close"]
    assert [fields["kind"] for _, _, fields in whole.graph(perspective="").edges(data=True)] == ["cut_off"]
    (difference,) = [pattern for pattern in relational_patterns(whole) if pattern.code == "R-VIEWS"]
    assert "the worker sees cut off between Ada and Bo, Bo close" in difference.why
    assert len(difference.facts) == 2


CHAIN = (("ada", "bo", "close"), ("bo", "cy", "close"), ("cy", "di", "close"), ("di", "ed", "close"))


def test_who_holds_two_parts_together_is_named_with_evidence_and_a_question():
    whole = family("Ada", "Bo", "Cy", "Di", "Ed", **tied(*CHAIN))
    found = relational_patterns(whole)
    (holder,) = [pattern for pattern in found if pattern.code == "R-HOLDS"]
    assert holder.who == ("cy",)
    assert len(holder.facts) == 2
    assert "?" in holder.questions[0]
    assert [set(pattern.who) for pattern in found if pattern.code == "R-BRIDGE"] == [{"bo", "cy"}, {"cy", "di"}]


RING = (("ada", "bo", "close"), ("bo", "cy", "love"), ("cy", "ada", "plain"))


def test_a_ring_of_support_is_a_strength_and_somebody_outside_is_seen():
    whole = family(
        "Ada", "Bo", "Cy", "Di", **tied(("ada", "bo", "close"), ("bo", "cy", "love"), ("cy", "ada", "plain"))
    )
    found = relational_patterns(whole)
    (ring,) = [pattern for pattern in found if pattern.code == "R-RING"]
    assert (set(ring.who), ring.strength) == ({"ada", "bo", "cy"}, True)
    (alone,) = [pattern for pattern in found if pattern.code == "R-ALONE"]
    assert alone.who == ("di",)


def test_one_between_two_who_are_at_odds():
    whole = family("Ada", "Bo", "Cy", **tied(("ada", "bo", "close"), ("ada", "cy", "close"), ("bo", "cy", "conflict")))
    (triangle,) = [pattern for pattern in relational_patterns(whole) if pattern.code == "R-TRIANGLE"]
    assert triangle.who == ("ada", "bo", "cy")


@pytest.mark.parametrize("how", ["flag", "line"])
def test_nothing_is_worded_across_harm(how):
    parts = tied(("ada", "bo", "close"), ("ada", "cy", "close"), ("bo", "cy", "conflict"))
    if how == "flag":
        whole = family("Ada", "Bo", "Cy", harm_flags=(HarmFlag(kind="domestic_abuse", by="bo", to=("cy",)),), **parts)
    else:
        whole = family("Ada", "Bo", "Cy", ties=(*parts["ties"], Tie(a="bo", b="cy", kind="violence")))
    assert not [pattern for pattern in relational_patterns(whole) if {"bo", "cy"} <= set(pattern.who)]
    assert "R-TRIANGLE" not in codes(relational_patterns(whole))


@pytest.mark.parametrize("how", ["flag", "line"])
@pytest.mark.parametrize(("by", "to", "told"), [("ada", "di", False), ("ed", "cy", False), ("di", "ed", True)])
def test_what_joins_somebody_who_is_harmed_to_who_harms_them_is_no_pattern(how, by, to, told):
    parts = tied(*CHAIN, ("di", "fi", "close"), ("ed", "fi", "close"))
    if how == "flag":
        parts["harm_flags"] = (HarmFlag(kind="domestic_abuse", by=by, to=(to,)),)
    else:
        parts["ties"] = (*parts["ties"], Tie(a=by, b=to, kind="violence"))
    found = codes(relational_patterns(family("Ada", "Bo", "Cy", "Di", "Ed", "Fi", **parts)))
    assert ("R-HOLDS" in found) == told, "only where both are in one part"


def test_two_days_are_compared_by_who_was_joined():
    ties = (Tie(a="ada", b="bo", kind="close", since="2010", until="2020"),)
    (change,) = relational_changes(family("Ada", "Bo", ties=ties), date(2015, 1, 1), date(2025, 1, 1))
    assert (change.who, change.code) == (("ada", "bo"), "R-CHANGE")
    assert "no longer joined" in change.title
    assert "between 1 January 2015 and 1 January 2025" in change.why


def test_the_command_says_who_was_joined_since_a_day(tmp_path):
    ties = (Tie(a="ada", b="bo", kind="close", since="2020-05"), Tie(a="ada", b="cy", kind="close", since="2000"))
    whole = family("Ada", "Bo", "Cy", ties=ties)
    path = tmp_path / "family.json"
    path.write_text(whole.model_dump_json(exclude_defaults=True), encoding="utf-8")
    said = CliRunner().invoke(app, ["family", "graph", str(path), "--since", "2015", "--as-at", "2025"])
    assert said.exit_code == 0, said.output
    assert "Ada and Bo: newly joined" in said.stdout
    assert "Cy" not in said.stdout


def test_the_invented_families_give_questions_and_no_pattern_across_harm(five):
    found = [(whole, pattern) for whole in five.values() for pattern in relational_patterns(whole)]
    assert len(found) > 5
    assert all(pattern.why.startswith("Shown because ") for _, pattern in found)
    assert all("?" in question for _, pattern in found for question in pattern.questions)
    assert not [
        pattern
        for whole, pattern in found
        for flag in whole.harm_flags
        if flag.by in pattern.who and set(flag.to) & set(pattern.who)
    ]


def test_networkx_is_loaded_only_where_a_graph_is_asked_for():
    code = "import sys, supervision_tui.family as f; f.Family(id='a', title='A'); print('networkx' in sys.modules)"
    out = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert out.stdout.strip() == "False"
