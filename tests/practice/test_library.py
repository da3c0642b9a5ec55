from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from supervision_tui.practice import Library, load_library
from supervision_tui.practice.library.loader import check_file
from supervision_tui.yaml_files import FileProblem

ROOT = Path(__file__).resolve().parents[2]
PARTS = ("sessions", "frameworks", "checklists")
PACK = """\
pack: {pack}
title: Ours
version: "1"
nation: [england]
review_by: "2027-05-01"
authors: [us]
prompts:
  - {{id: {id}, text: "{text}", level: family, audience: [family], record: family_work, harm_safe: true, tags: [own]}}
"""


def own_folder(tmp_path: Path, **files: str) -> Path:
    for name, text in files.items():
        folder = tmp_path / ("sessions" if name.startswith("t_") else "prompts")
        folder.mkdir(exist_ok=True)
        (folder / f"{name}.yaml").write_text(text, encoding="utf-8")
    return tmp_path


def test_what_is_shipped_has_no_fault_and_fits_together(library: Library) -> None:
    assert [str(one) for one in library.problems] == []
    files = [*ROOT.glob("prompts/*.yaml"), *(path for part in PARTS for path in ROOT.glob(f"templates/{part}/*.yaml"))]
    assert len(files) == sum(map(len, (library.packs, library.templates, library.frameworks, library.checklists)))
    assert [str(problem) for path in files for problem in check_file(path, library)] == []
    assert len(library.prompts) == sum(len(pack.prompts) for pack in library.packs.values()) >= 600
    assert {"T1", "T2", "T5", "T6", "T7"} <= set(library.templates)
    assert {"bristol", "relationships-first", "york", "telford", "swindon", "plain"} <= set(library.frameworks)


def test_a_teams_own_pack_joins_and_wins_by_id(tmp_path: Path) -> None:
    own = own_folder(
        tmp_path,
        mine=PACK.format(pack="mine", id="MINE.1", text="What would {child} like for tea?"),
        circular=PACK.format(pack="circular", id="DIF1", text="Who sees it first?"),
    )
    library = load_library(own)
    assert library.problems == ()
    assert library.prompts["MINE.1"].text == "What would {child} like for tea?"
    assert [one.id for one in library.packs["circular"].prompts] == ["DIF1"]
    assert library.prompts["DIF1"].text == "Who sees it first?"
    assert library.own == {"packs/mine", "packs/circular"}


def test_a_prompt_of_ones_own_wins_over_a_shipped_one_of_the_same_id(tmp_path: Path) -> None:
    own = own_folder(tmp_path, aaa=PACK.format(pack="aaa", id="RAN1", text="Who hopes the most?"))
    library = load_library(own)
    assert library.problems == ()
    assert library.prompts["RAN1"].text == "Who hopes the most?"
    assert library.pack_of["RAN1"].id == "aaa"


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (PACK.format(pack="mine", id="M", text="Hello {chld}?"), "line 8, column 13: '{chld}' is not a placeholder"),
        (PACK.format(pack="mine", id="M", text="Does {child.thy}?"), "'.thy' is not a form of a name."),
        (PACK.format(pack="mine", id="a b", text="Hello?"), "line 8, column 6: 'a b' will not do as 'id'."),
        (PACK.format(pack="mine", id="M", text="Hello?") + "colour: red\n", "line 9, column 1: 'colour' is not a word"),
        ("pack: mine\npack: yours\n", "line 2, column 1: The key 'pack' stands here twice"),
        (":::\n- ", "mine.yaml, line"),
        ("", "mine.yaml, line 1, column 1: The file is empty."),
    ],
)
def test_a_fault_in_one_file_is_told_and_the_rest_still_loads(tmp_path: Path, text: str, says: str) -> None:
    other = PACK.format(pack="other", id="OTHER.1", text="Who is missing?")
    library = load_library(own_folder(tmp_path, mine=text, other=other))
    assert any(says in str(one) for one in library.problems), [str(one) for one in library.problems]
    assert "OTHER.1" in library.prompts
    assert "circular" in library.packs


def test_a_format_of_ones_own_may_only_offer_what_there_is(tmp_path: Path) -> None:
    text = (ROOT / "templates/sessions/T2.yaml").read_text(encoding="utf-8")
    text = text.replace("id: T2\n", "id: OURS\n").replace("{pack: circular}", "{pack: circlar}")
    library = load_library(own_folder(tmp_path, t_ours=text))
    assert [str(one).partition(": ")[2] for one in library.problems] == [
        "There is no pack called 'circlar'. 'supervision-tui library list' shows what there is."
    ]
    line = text.splitlines()[library.problems[0].line - 1]
    assert "circlar" in line
    assert "OURS" in library.templates


def test_two_own_files_with_one_id_are_told(tmp_path: Path) -> None:
    own = own_folder(
        tmp_path, a=PACK.format(pack="x", id="X.1", text="One?"), b=PACK.format(pack="x", id="X.2", text="Two?")
    )
    library = load_library(own)
    assert "The id 'x' is already used by a.yaml." in str(library.problems[0])
    assert "X.1" in library.prompts


def test_a_part_of_the_shipped_library_is_read_when_somebody_looks_at_it() -> None:
    code = (
        "import sys; from supervision_tui.practice import load_library; library = load_library();"
        "print(len(library.prompts) > 600, *sys.modules)"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    enough, *modules = ran.stdout.split()
    assert enough == "True"
    assert "supervision_tui.practice.library.packs" in modules
    others = ("session_templates", "frameworks", "checklists", "activities", "cross_references")
    assert not {f"supervision_tui.practice.library.{name}" for name in others} & set(modules)


def test_importing_practice_loads_nothing_heavy() -> None:
    code = (
        "import sys, supervision_tui.practice; "
        "heavy = {'pydantic', 'ruamel.yaml', 'textual', 'platformdirs'} & set(sys.modules); "
        "sys.exit(str(heavy) if heavy else 0)"
    )
    done = subprocess.run([sys.executable, "-c", code], check=False, capture_output=True, text=True, cwd=ROOT)
    assert done.returncode == 0, done.stderr


def test_a_framework_puts_its_own_first_and_leaves_nothing_out(library: Library) -> None:
    telford = library.frameworks["telford"]
    assert library.templates_for(telford)[0].id == "T4"
    assert len(library.checklists_for(None)) == len(library.checklists)


PROMPT = PACK.format(pack="mine", id="M", text="Hello?")
FORMAT = (ROOT / "templates/sessions/T2.yaml").read_text(encoding="utf-8").replace("id: T2\n", "id: OURS\n")
FRAMEWORK = (ROOT / "templates/frameworks/york.yaml").read_text(encoding="utf-8").replace("id: york\n", "id: ours\n")


def faults_of(library: Library, path: Path, text: str, old: str, new: str) -> tuple[FileProblem, ...]:
    """What is wrong with *text* once *old* is *new* in it; each problem must point at *new* itself."""
    assert old in text
    changed = text.replace(old, new, 1)
    path.write_text(changed, encoding="utf-8")
    problems = check_file(path, library)
    word = new.strip("[]{} \n").split(": ")[-1].strip("[]")
    for problem in problems:
        assert problem.file == path.name
        assert word in changed.splitlines()[problem.line - 1][problem.column - 1 :], (problem, word)
    return problems


@pytest.mark.parametrize(
    ("text", "old", "new", "says"),
    [
        (FORMAT, "activity: story", "activity: stroy", "called 'stroy'. Did you mean 'story'?"),
        (FORMAT, "minutes: 65", "minutes: 65\nfollowed_by: T88", "no format called 'T88'."),
        (PROMPT, "tags: [own]", "tags: [G-TRIANGEL]", "no rule 'G-TRIANGEL', so this would never be asked."),
        (PROMPT, "tags: [own]", "tags: [own], stage: [intervew]", "'intervew' is not a stage"),
        (PROMPT, "tags: [own]", "tags: [own], pairs_with: strenght", "the tag 'strenght'"),
        (PROMPT, "tags: [own]", "tags: [own], needs: [grandparnt]", "'grandparnt' is not a"),
        (FRAMEWORK, "vocabulary: {", "vocabulary: {genogram: family chart, ", "no word 'genogram'"),
    ],
)  # fmt: skip
def test_what_nobody_would_ask_or_see_is_refused_where_it_stands(  # noqa: PLR0917 - a row of the table
    library: Library, tmp_path: Path, text: str, old: str, new: str, says: str
) -> None:
    path = tmp_path / "ours.yaml"
    (problem,) = faults_of(library, path, text, old, new)
    assert says in str(problem)
    assert problem.wanted
    path.write_text(text, encoding="utf-8")
    assert check_file(path, library) == ()


@pytest.mark.parametrize(("text", "folder"), [(FORMAT, "sessions"), (FRAMEWORK, "frameworks"), (PROMPT, "prompts")])
def test_a_good_file_of_ones_own_has_no_fault(tmp_path: Path, text: str, folder: str) -> None:
    (tmp_path / folder).mkdir()
    (tmp_path / folder / "ours.yaml").write_text(text, encoding="utf-8")
    library = load_library(tmp_path)
    assert library.problems == ()
    assert len(library.own) == 1


def test_formats_stand_in_their_natural_order(tmp_path: Path, library: Library) -> None:
    (tmp_path / "sessions").mkdir()
    for name in ("T30", "T31"):
        text = FORMAT.replace("id: OURS", f"id: {name}")
        (tmp_path / "sessions" / f"{name}.yaml").write_text(text, encoding="utf-8")
    assert list(load_library(tmp_path).templates) == [*library.templates, "T30", "T31"]


@pytest.mark.parametrize(
    "place", ["ours.yaml", "bad.YML", "pods.json", "packs/ours.yaml", "prompts/ours.yaml.txt", "sessions/pod.json"]
)
def test_an_own_file_that_stands_where_nothing_reads_it_is_told(tmp_path, place):
    (tmp_path / place).parent.mkdir(exist_ok=True)
    (tmp_path / place).write_text("id: ours\n", encoding="utf-8")
    (problem,) = load_library(tmp_path).known_problems
    assert str(problem).startswith(place)
    assert "prompts, sessions, frameworks, checklists" in str(problem)


@pytest.mark.parametrize(
    "place", ["danger.txt", "README.md", "readme.txt", ".hidden.yaml", "language/ours.yaml", "documents/letter.yaml"]
)
def test_files_that_something_else_reads_are_told_nothing_of(tmp_path, place):
    (tmp_path / place).parent.mkdir(exist_ok=True)
    (tmp_path / place).write_text("x", encoding="utf-8")
    assert load_library(tmp_path).known_problems == []
