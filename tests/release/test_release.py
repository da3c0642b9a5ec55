"""What an IT department is given: what is needed where, and an install that refuses in words."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from release.wheelhouse import PLATFORMS, applies, requirements

ROOT = Path(__file__).resolve().parents[2]
LOCKS = [ROOT / "release" / "runtime.lock", ROOT / "release" / "requirements.lock"]


@pytest.mark.parametrize("lock", LOCKS, ids=lambda path: path.name)
def test_a_lock_of_a_release_names_no_host_and_has_a_hash_for_everything(lock):
    assert "://" not in lock.read_text(encoding="utf-8")
    pinned = requirements(lock)
    assert pinned
    assert [needed.name for needed in pinned if not needed.hashes] == []


def test_the_program_runs_on_what_was_tested():
    """The versions of a wheel house are those of the lock that the tests are run with."""
    tested = {needed.name: needed.pin for needed in requirements(ROOT / "requirements.lock")}
    given = {needed.name: needed.pin for needed in requirements()}
    assert given
    assert {name: pin for name, pin in given.items() if tested.get(name) != pin} == {}


@pytest.mark.parametrize(("platform", "needed", "not_needed"), [
    ("win_amd64", "tzdata", "secretstorage"),
    ("manylinux_2_28_x86_64", "secretstorage", "pywin32-ctypes"),
])  # fmt: skip
def test_each_kind_of_computer_is_given_what_it_needs(platform, needed, not_needed):
    names = {found.name for found in requirements() if applies(found, platform, "3.12")}
    assert needed in names
    assert not_needed not in names
    assert set(PLATFORMS) >= {"win_amd64", "win_arm64"}


@pytest.fixture
def house(tmp_path):
    folder = tmp_path / "house"
    folder.mkdir()
    (folder / "install.py").write_bytes((ROOT / "release" / "install.py").read_bytes())
    return folder


def install(house, *words):
    return subprocess.run(
        [sys.executable, str(house / "install.py"), *words], capture_output=True, text=True, check=False
    )


def test_a_house_that_is_not_whole_installs_nothing_and_says_what_is_missing(house, tmp_path):
    (house / "MISSING.txt").write_text("typst==0.14.0\n", encoding="utf-8")
    done = install(house, str(tmp_path / "there"))
    assert done.returncode == 1
    assert "typst==0.14.0 had no wheel" in done.stderr
    assert not (tmp_path / "there").exists()


def test_nothing_is_written_over(house, tmp_path):
    (tmp_path / "there").mkdir()
    (tmp_path / "there" / "letter.txt").write_text("mine", encoding="utf-8")
    done = install(house, str(tmp_path / "there"))
    assert done.returncode == 1
    assert "is not empty" in done.stderr
    assert [path.name for path in (tmp_path / "there").iterdir()] == ["letter.txt"]


def test_used_wrongly_it_says_how_to_use_it(house):
    done = install(house)
    assert done.returncode == 2
    assert re.search(r"python install\.py FOLDER", done.stderr)
