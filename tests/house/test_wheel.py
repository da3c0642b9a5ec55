"""What is installed from the built wheel, outside the checkout, has all it needs: content, drawings, records."""

import os
import subprocess
import sys
import sysconfig
import tarfile
import venv
from pathlib import Path

import pytest

from supervision_tui.practice import load_library

ROOT = Path(__file__).resolve().parents[2]

A_RECORD = """
from pathlib import Path
import supervision_tui
assert "site-packages" in supervision_tui.__file__
assert (Path(supervision_tui.__file__).parent / "_data" / "content" / "prompts.json").is_file()
from supervision_tui.workspace import open_demo
from supervision_tui.records import render_record
workspace = open_demo()
controller = workspace.begin(workspace.formats["T2"], workspace.families.all()[0].id, workspace.me)
editor = controller.editor
while not (slots := [slot for slot in editor.slots() if slot.field.id == "child_voice"]):
    editor.next(controller.now())
editor.write(slots[0], "A marked word: heliotrope.", controller.now(), author=workspace.me)
print("\\n".join(render_record(record, "md") for record in controller.session_records().records))
workspace.close()
"""


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    folder = tmp_path_factory.mktemp("dist")
    command = [sys.executable, "-m", "hatchling", "build", "-d", str(folder)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    return folder


@pytest.fixture(scope="module")
def installed(built, tmp_path_factory):
    """A new environment with the wheel; the libraries are those of this one, the checkout is not on its path."""
    folder = tmp_path_factory.mktemp("clean")
    venv.create(folder, with_pip=False)
    here = folder / ("Scripts" if os.name == "nt" else "bin")
    paths = sysconfig.get_paths(vars={"base": str(folder), "platbase": str(folder)})
    Path(paths["purelib"], "libraries.pth").write_text(sysconfig.get_paths()["purelib"] + "\n", encoding="utf-8")
    wheel = next(built.glob("*.whl"))
    pip = [sys.executable, "-m", "pip", "--python", str(here / "python"), "install", "--quiet", "--no-deps"]
    subprocess.run([*pip, "--force-reinstall", "--ignore-installed", str(wheel)], check=True, capture_output=True)
    return here


def run(installed, folder, *words):
    env = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    env |= {"SUPERVISION_TUI_HOME": str(folder / "home"), "SUPERVISION_TUI_STATE": str(folder / "state")}
    return subprocess.run(words, cwd=folder, env=env, capture_output=True, text=True, check=False)


def test_the_doctor_finds_everything_in_place(installed, tmp_path):
    told = run(installed, tmp_path, str(installed / "supervision-tui"), "doctor")
    assert told.returncode == 0, told.stdout + told.stderr
    assert f"{len(load_library().packs)} packs" in told.stdout


def test_a_family_of_the_wheel_is_drawn(installed, tmp_path):
    code = "from supervision_tui.resources import content_folder as f; print(f('templates/families') / 'haile.yaml')"
    family = run(installed, tmp_path, str(installed / "python"), "-c", code).stdout.strip()
    assert "_data" in family
    drawn = run(installed, tmp_path, str(installed / "supervision-tui"), "genogram", "draw", family, "-o", "haile.pdf")
    assert drawn.returncode == 0, drawn.stderr
    assert (tmp_path / "haile.pdf").read_bytes().startswith(b"%PDF")


def test_a_record_is_made(installed, tmp_path):
    told = run(installed, tmp_path, str(installed / "python"), "-c", A_RECORD)
    assert told.returncode == 0, told.stderr
    assert "heliotrope" in told.stdout


def test_the_source_archive_holds_what_a_developer_needs(built):
    with tarfile.open(next(built.glob("*.tar.gz"))) as archive:
        names = {name.split("/", 1)[1] for name in archive.getnames() if "/" in name}
    wanted = {
        "dev.py",
        "hatch_build.py",
        "pyproject.toml",
        "requirements.lock",
        "README.md",
        "LICENSE",
        "prompts",
        "templates",
        "tests",
        ".ci",
    }
    assert {name.split("/")[0] for name in names} >= wanted
    assert not any(name.endswith(".pyc") or "venv" in name for name in names)
