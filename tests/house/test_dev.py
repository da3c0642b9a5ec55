"""The set-up script tells an unready machine what to do, in a sentence."""

import runpy
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def dev():
    return runpy.run_path(str(ROOT / "dev.py"))


def test_an_old_python_gets_a_sentence(dev, monkeypatch, capsys):
    monkeypatch.setattr(sys, "version_info", (3, 9, 2, "final", 0))
    with pytest.raises(SystemExit):
        dev["check_python"]()
    assert "needs Python 3.11 or newer; this is Python 3.9.2" in capsys.readouterr().err


def test_a_python_without_venv_gets_a_sentence(dev, monkeypatch, capsys):
    monkeypatch.setitem(sys.modules, "ensurepip", None)
    with pytest.raises(SystemExit):
        dev["check_python"]()
    assert "apt install python3-venv" in capsys.readouterr().err


def test_the_script_can_be_read_by_a_much_older_python():
    import ast

    ast.parse((ROOT / "dev.py").read_text(encoding="utf-8"), feature_version=(3, 4))


def test_an_unknown_command_lists_what_there_is():
    told = subprocess.run([sys.executable, "dev.py", "dance"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert told.returncode == 2
    assert "python3 dev.py demo" in told.stderr


def test_ci_runs_the_test_command_of_the_readme():
    assert "python3 dev.py test" in (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    assert "python3 dev.py test" in (ROOT / "README.md").read_text(encoding="utf-8")


def test_what_tests_write_goes_where_somebody_said_it_should(dev, monkeypatch, tmp_path):
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.setattr("tempfile.tempdir", None)
    assert Path(dev["folder_for_tests"]()).parent == tmp_path


def test_what_tests_write_goes_to_the_disk_where_memory_has_no_room(dev, monkeypatch, tmp_path):
    monkeypatch.delenv("TMPDIR", raising=False)
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    monkeypatch.setattr("shutil.disk_usage", lambda _path: SimpleNamespace(free=0))
    assert Path(dev["folder_for_tests"]()).parent == tmp_path


def test_a_run_of_the_tests_has_a_folder_of_its_own_and_leaves_none(dev, monkeypatch, tmp_path):
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.setattr("tempfile.tempdir", None)
    seen = []

    def run(command, **how):
        folder = Path(how["env"]["TMPDIR"])
        seen.append(folder.is_dir() and folder.parent == tmp_path and "-k" in command)
        return subprocess.CompletedProcess(command, 3)

    monkeypatch.setattr(subprocess, "run", run)
    assert dev["test"](["-k", "family"]) == 3
    assert seen == [True]
    assert list(tmp_path.iterdir()) == []
