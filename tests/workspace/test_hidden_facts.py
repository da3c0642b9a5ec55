"""What is kept from somebody reaches no list, title, drawing, reason, hit or line of Today, in whatever field it is."""

from datetime import UTC, date, datetime

import pytest
from typer.testing import CliRunner

from supervision_tui.cli.root import app
from supervision_tui.family import Family, family_from_yaml, family_to_yaml
from supervision_tui.family.model.base import FrozenModel
from supervision_tui.family.views.hidden_content import HiddenContent, without_hidden
from supervision_tui.plain.families import read_out_family
from supervision_tui.records.kinds import chronology, genogram_sheet
from supervision_tui.text import Line, SafeText
from supervision_tui.tui.screens.families.family_panels import PANELS
from supervision_tui.tui.screens.jump_targets import all_targets
from supervision_tui.workspace.reports.due import due_items

TODAY = date(2026, 11, 28)
FACT = "told the midwife about the bruises"
FREE = {"what", "words", "note", "effect_on_child", "where", "source", "safety", "cause_of_death", "role", "occupation",
        "education", "whereabouts", "immigration", "referral", "team_question", "notes", "frequency"}  # fmt: skip
"""Fields in which people write what they like."""
BASE = """
format: supervision-tui/family/1
id: HX
title: The Marks
referral: school rang
team_question: what now
notes: a note
focus: [kid]
persons:
  - {id: kid, name: Kid Mark, born: 2014-03-02}
  - {id: mum, name: Mum Mark, gender: female, born: 1988}
  - {id: dad, name: Dad Mark, gender: male, born: 1985}
  - {id: gran, name: Gran Mark, gender: female, born: 1950, died: 2020-12-01}
  - {id: zzaunt, name: Zzaunt Zzhidden, born: 1980, hidden_from: [dad], note: zzaunt note, role: zzaunt role}
  - {id: zzson, name: Zzson Zzgone, born: 2004, secret: true, occupation: zzson work}
  - {id: zzreal, name: Zzreal Mann, gender: male, hidden_from: [kid]}
unions:
  - {partners: [mum, dad], kind: married, since: 2012}
  - {partners: [mum, zzreal], kind: unknown}
  - {partners: [dad, zzaunt], kind: secret}
parentages:
  - {child: kid, parents: [mum, dad]}
  - {child: mum, parents: [gran]}
  - {child: zzson, parents: [mum]}
  - {child: kid, parents: [zzreal], home: false, show_child: false}
households:
  - {id: safe, name: Elm house, address: 12 Zzaddress Street, members: [{person: kid}, {person: mum}, {person: dad}]}
  - {id: refuge, name: Zzrefuge, safe_to_record: false, address: 4 Zzlane, members: [{person: zzaunt}, {person: gran}]}
ties:
  - {a: zzaunt, b: mum, kind: close, words: zztie with her}
events:
  - {id: h1, date: 2021-11-30, who: [mum], what: zzhidden loss of a job, theme: loss, hidden_from: [dad],
     where: zzplace, note: zzeventnote}
  - {id: h2, date: 2021-11-28, who: [kid], what: moved to Zzrefuge, theme: separation}
  - {id: h3, date: 2021-11-27, who: [mum, kid], what: Zzson was adopted, theme: adoption}
  - {id: h4, date: 2021-11-26, who: [kid], what: exploited at seven, theme: exploitation}
  - {id: seen, date: 2021-11-29, who: [kid], what: went to stay with Gran, theme: care_entry}
hidden_facts:
  - {id: fact, about: mum, fact: told the midwife about the bruises, hide_from: [dad], show_child: false,
     note: zzfactnote}
strengths:
  - {words: bakes with Gran, who: [mum]}
hypotheses:
  - {words: an idea, about: [mum]}
"""
EVERY = """
contacts:
  - {date: 2026-10-01, who: [mum], kind: seen_alone, by: worker}
quotes:
  - {who: mum, words: it is fine}
resources:
  - {kind: health, name: clinic, links: [{person: mum, frequency: weekly}]}
cultures:
  - {id: c1, name: Cornish}
groups:
  - {kind: alliance, name: Two, members: [mum, kid]}
harm_flags:
  - {kind: coercive_control, by: dad, to: [mum]}
"""


def told_everywhere() -> tuple[Family, set[str]]:
    """A family in which every field of free words tells the hidden fact in other words, each with a mark of its own."""
    family, marks = family_from_yaml(BASE + EVERY), set()

    def told(part: FrozenModel, place: str) -> FrozenModel:
        fields = {}
        for name in type(part).model_fields:
            value = getattr(part, name)
            if isinstance(value, tuple) and value and isinstance(value[0], FrozenModel):
                fields[name] = tuple(told(inner, f"{place}{name}") for inner in value)
            elif name in FREE and isinstance(value, (SafeText, Line)) and place != "hiddenfacts":
                mark = f"zz{place}{name}".replace("_", "")
                marks.add(mark)
                fields[name] = type(value)(f"{mark}: she told a midwife of bruises")
        return part.replaced(**fields) if fields else part

    fields = {}
    for name in Family.model_fields:
        value = getattr(family, name)
        if isinstance(value, tuple) and value and isinstance(value[0], FrozenModel):
            fields[name] = tuple(told(part, name.replace("_", "")) for part in value)
        elif name in FREE:
            fields[name] = SafeText(f"zzfamily{name}: she told a midwife of bruises")
    return family.replaced(**fields), marks


@pytest.fixture(params=["hidden parts", "every field"])
def family(request):
    if request.param == "hidden parts":
        return family_from_yaml(BASE)
    whole, marks = told_everywhere()
    assert len(marks) >= 30
    return whole


def leaks(words: str) -> list[str]:
    return sorted({word for word in words.casefold().replace("(", " ").split() if word.startswith("zz")})


VIEWS = ("family", "ties", "health", "culture", "ecomap", "timeline", "households")
COMMANDS = (
    ("family", "show", "F"),
    ("family", "show", "F", "--on", "2026-11-28"),
    ("family", "kin", "F", "kid"),
    ("family", "kin", "F", "mum"),
    ("family", "patterns", "F", "--on", "2026-11-28"),
    ("family", "patterns", "F", "--on", "2026-11-28", "--json"),
    ("genogram", "words", "F"),
    ("genogram", "layout", "F"),
    *(("genogram", "draw", "F", "--view", view) for view in VIEWS),
    ("questions", "F", "--for", "visit", "--on", "2026-11-28"),
    ("questions", "F", "--for", "child", "--on", "2026-11-28"),
    ("questions", "F", "--for", "group", "--on", "2026-11-28", "--json"),
    ("questions", "F", "--for", "group", "--on", "2026-11-28", "--stage", "T2/interview"),
)


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_no_command_prints_it_unless_it_is_asked_for(tmp_path, family, command):
    path = tmp_path / "HX.yaml"
    path.write_text(family_to_yaml(family), encoding="utf-8")
    done = CliRunner().invoke(app, [str(path) if word == "F" else word for word in command])
    if "is not one of" in done.output or "There is no view" in done.output:
        pytest.skip("no such view")
    assert done.exit_code == 0, done.output
    assert leaks(done.output.replace(str(path), "")) == []


def test_who_asks_for_it_is_told(tmp_path):
    path = tmp_path / "HX.yaml"
    path.write_text(BASE, encoding="utf-8")
    done = CliRunner().invoke(app, ["family", "show", str(path), "--hidden"])
    assert {"zzhidden", "zzaunt"} <= set(leaks(done.output))
    assert FACT in done.output


@pytest.mark.parametrize("panel", sorted(PANELS))
def test_no_panel_of_the_family_shows_it(workspace, family, panel):
    workspace.families.put(family, family.id)
    words = PANELS[panel][1](workspace, family).plain
    assert leaks(words) == []


def test_the_panel_says_that_something_is_kept_and_where(workspace):
    assert "kept from somebody" in PANELS["who"][1](workspace, family_from_yaml(BASE)).plain


def test_neither_today_nor_the_list_of_what_is_due_tells_it(workspace, family):
    workspace.families.put(family, family.id)
    words = [one.words for one in due_items(workspace, datetime(2026, 11, 28, tzinfo=UTC)) if one.family == "HX"]
    assert leaks("\n".join(words)) == []


def test_what_is_not_hidden_still_comes_round_on_today_and_harm_in_no_words(workspace):
    workspace.families.put(family_from_yaml(BASE), "HX")
    words = [one.words for one in due_items(workspace, datetime(2026, 11, 28, tzinfo=UTC))]
    assert any("went to stay with Gran" in line for line in words)
    assert any("hard for somebody" in line for line in words)
    assert not any("exploited" in line for line in words)


def test_nobody_hidden_is_offered_by_a_few_letters_or_found_by_a_search(workspace, family):
    workspace.families.put(family, family.id)
    assert leaks(" ".join(target.words for target in all_targets(workspace))) == []
    for typed in ("Zzaunt", "Zzson", "Mark"):
        assert leaks(" ".join(f"{hit.title} {hit.context}" for hit in workspace.find(typed))) == []


@pytest.mark.parametrize(
    "make", [lambda family: chronology(family, "kid", [], TODAY), lambda f: genogram_sheet(f, TODAY)]
)
def test_neither_the_chronology_nor_the_sheet_has_it(family, make):
    document = make(family)
    words = document.words + (document.picture.words if document.picture else "")
    assert leaks(words) == []


def test_a_history_names_nobody_who_is_hidden():
    from supervision_tui.family.edits.changes import Add, Change

    family = family_from_yaml(BASE)
    words = [Change(family.person("zzaunt")).words, Add(family.events[0]).words, Add(family.households[1]).words]
    words.append(Change(family.hidden_facts[0]).words)
    assert leaks(" ".join(words)) == []


@pytest.mark.parametrize(
    ("words", "tells"),
    [
        ("Mum told her midwife about bruises", True),
        ("the midwife was told of the bruising", True),
        ("saw Zzaunt on Monday", True),
        ("lives at 12 Zzaddress Street now", True),
        ("the midwife came on Monday", False),
        ("she has a new job", False),
        ("", False),
    ],
)
def test_words_that_tell_it_are_known_also_in_other_words(words, tells):
    assert HiddenContent.of(family_from_yaml(BASE)).tells(words, ["mum"]) is tells


def test_a_family_without_anything_hidden_stays_as_it_is():
    plain = family_from_yaml("format: supervision-tui/family/1\nid: P\ntitle: T\npersons: [{id: a, name: A}]\n")
    assert without_hidden(plain) is plain


def test_of_a_parentage_in_doubt_that_is_kept_from_the_child_the_sure_parent_stays():
    text = BASE.replace(
        "{child: kid, parents: [mum, dad]}", "{child: kid, parents: [mum, dad], doubted: true, show_child: false}"
    )
    seen = without_hidden(family_from_yaml(text))
    assert [parent.id for parent in seen.parents_of("kid")] == ["mum"]


class _Heard:
    """A voice that only keeps what was said to it."""

    def __init__(self):
        self.lines = []

    def say(self, words=""):
        """Keep *words*."""
        self.lines.append(str(words))


def test_plain_modes_reading_tells_none_of_it_and_says_how_much_is_kept(family):
    voice = _Heard()
    read_out_family(voice, family)
    words = "\n".join(voice.lines)
    assert leaks(words) == []
    assert FACT not in words
    assert "Kept from some people, and not told here" in words
