"""A crash leaves nothing in clear: no core file, whichever way the program was started."""

import os
import resource
import signal
import subprocess
import sys

import pytest

pytestmark = pytest.mark.skipif(not hasattr(os, "WCOREDUMP"), reason="core files the POSIX way")

SECRET = "Ottoline under the tamarisk"
ENDS_IN_A_CRASH = (
    "import atexit, os, resource, signal, sys\n"
    "most = resource.getrlimit(resource.RLIMIT_CORE)[1]\n"
    "resource.setrlimit(resource.RLIMIT_CORE, (most, most))\n"
    f"secret = {SECRET!r} * 50\n"
    "atexit.register(lambda: os.kill(os.getpid(), signal.SIGSEGV))\n"
)


def crashed(code: str, folder, home) -> tuple[bool, list]:
    """Run *code*, which kills itself, with core files allowed; whether the system dumped it, and the files it left."""
    env = {**os.environ, "SUPERVISION_TUI_HOME": str(home), "SUPERVISION_TUI_STATE": str(home / "state")}
    child = subprocess.Popen(
        [sys.executable, "-c", code],
        cwd=folder,
        env=env,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
    )
    _, status = os.waitpid(child.pid, 0)
    child.returncode = status
    assert os.WIFSIGNALED(status)
    assert os.WTERMSIG(status) == signal.SIGSEGV
    return os.WCOREDUMP(status), sorted(path.name for path in folder.iterdir())


def test_this_system_would_write_one_so_the_tests_below_can_fail(tmp_path):
    if not resource.getrlimit(resource.RLIMIT_CORE)[1]:
        pytest.skip("core files are off for everything here")
    dumped, _ = crashed(ENDS_IN_A_CRASH, tmp_path, tmp_path)
    assert dumped


@pytest.mark.parametrize("words", [["keys"], ["vault", "due"], ["family", "check", "nothing-here.yaml"]])
def test_a_command_that_crashes_leaves_no_core_file(tmp_path, words):
    folder = tmp_path / "here"
    folder.mkdir()
    code = f"{ENDS_IN_A_CRASH}sys.argv = ['supervision-tui', *{words!r}]\nfrom supervision_tui.cli import main\nmain()"
    assert crashed(code, folder, tmp_path / "home") == (False, [])


@pytest.mark.parametrize("words", [[], ["demo"]])
def test_the_screen_that_crashes_leaves_no_core_file(tmp_path, words):
    folder = tmp_path / "here"
    folder.mkdir()
    code = (
        f"{ENDS_IN_A_CRASH}sys.argv = ['supervision-tui', *{words!r}]\nfrom supervision_tui import cli, tui\n"
        "tui.run = lambda **_: 0\ncli.main()"
    )
    assert crashed(code, folder, tmp_path / "home") == (False, [])


def test_a_process_that_was_hardened_cannot_be_dumped():
    code = (
        "from supervision_tui.process_hardening import forbid_memory_dumps, is_dumpable\n"
        "import resource\nbefore = is_dumpable()\nforbid_memory_dumps()\n"
        "print(before, is_dumpable(), resource.getrlimit(resource.RLIMIT_CORE))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split(maxsplit=2)[1:] == ["False", "(0, 0)\n"]
