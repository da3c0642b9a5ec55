#!/usr/bin/env python3
"""Make everything ready, then do one thing: run the program, run the tests, measure.

    python3 dev.py demo        open the program on a throw-away vault with five invented families
    python3 dev.py run         open the program on your own vault
    python3 dev.py test        check the code and run every test (what CI runs); --whole: with every example
    python3 dev.py bench       run every file in benchmarks/ and print one table
    python3 dev.py pictures    draw the pictures in docs/ from the running program
    python3 dev.py pages       write the pages that are read off the program, and the manual in build/site
    python3 dev.py lock        write requirements.lock and the locks of a release anew
    python3 dev.py bundle      make the folder that an IT department pushes to laptops (--check proves it)
    python3 dev.py wheelhouse  gather every wheel for an install without a network (--platform, --python)

Needs Python 3.11 or newer and nothing else: the first run makes .venv beside this file and installs what
requirements.lock names. Words after the command are handed on: python3 dev.py test -k family
"""
# This file must be readable by an old Python too, so that it can say so: no new syntax here.

import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
import threading

OLDEST = (3, 11)
ROOT = os.path.dirname(os.path.abspath(__file__))
VENV = os.path.join(ROOT, ".venv")
STAMP = os.path.join(VENV, "ready")
LOCK = os.path.join(ROOT, "requirements.lock")
ROOM_IN_MEMORY = 3 * 1024**3
"""Bytes that are free where the tests may keep their files in memory."""

CHECKS = (
    ("ruff", "check", "."),
    ("ruff", "format", "--check", "."),
    ("mypy",),
    ("docs.check_examples",),
    ("importlinter.cli",),
)


def refuse(sentence):
    """Stop with a sentence for a person, never a traceback."""
    sys.stderr.write(sentence + "\n")
    sys.exit(1)


def check_python():
    """This Python is new enough and can make an environment."""
    if sys.version_info < OLDEST:
        found = ".".join(str(part) for part in sys.version_info[:3])
        refuse(
            "This needs Python 3.11 or newer; this is Python " + found + ". "
            "Install a newer one from python.org or your software centre, then use it here: python3.11 dev.py ..."
        )
    try:
        import ensurepip  # noqa: F401, PLC0415
        import venv  # noqa: F401, PLC0415
    except ImportError:
        refuse(
            "This Python comes without its 'venv' part. On Debian or Ubuntu install it with: "
            "sudo apt install python3-venv   Then run the same command again."
        )


def python():
    """The path of the environment's own Python."""
    folder, name = ("Scripts", "python.exe") if os.name == "nt" else ("bin", "python")
    return os.path.join(VENV, folder, name)


def wanted():
    """A fingerprint of everything the environment is made from."""
    digest = hashlib.sha256(sys.version.encode())
    for name in ("requirements.lock", "pyproject.toml"):
        with open(os.path.join(ROOT, name), "rb") as file:
            digest.update(file.read())
    return digest.hexdigest()


def ready():
    """Whether the environment is whole and up to date."""
    if not (os.path.exists(STAMP) and os.path.exists(python())):
        return False
    with open(STAMP) as file:
        return file.read() == wanted()


def make_ready():
    """Make .venv and install what the lock file names; the stamp is written last, so a half-made one is made again."""
    if ready():
        return
    sys.stderr.write("Making everything ready (the first time takes a minute or two) ...\n")
    pip = [python(), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    steps = (
        ([sys.executable, "-m", "venv", VENV], "The environment could not be made in " + VENV),
        ([*pip, "--require-hashes", "-r", LOCK], "The libraries could not be installed"),
        ([*pip, "--no-deps", "--no-build-isolation", "-e", ROOT], "The program itself could not be installed"),
    )
    for command, trouble in steps:
        if subprocess.run(command, cwd=ROOT, check=False).returncode:
            refuse(
                trouble + ". Look at the lines above: most often there is no network, no room on the disk, or "
                "the folder cannot be written. Nothing else was changed; run the same command again."
            )
    with open(STAMP, "w") as file:
        file.write(wanted())


def run(*command, **settings):
    """Run a module of the environment's Python, with *settings* in its environment; return its exit code."""
    environment = dict(os.environ, **settings)
    return subprocess.run([python(), "-m", *command], cwd=ROOT, env=environment, check=False).returncode


def check():
    """Run every check; the output and the exit code of each, as far as the first that finds something."""
    done = []
    for check in CHECKS:
        command = [python(), "-m", *check]
        if check[0] == "importlinter.cli":
            code = "from importlinter.cli import lint_imports_command as go; go(['--no-cache'])"
            command = [python(), "-c", code]
        run_check = subprocess.run(command, cwd=ROOT, check=False, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
        done.append((" ".join(check), run_check.returncode, run_check.stdout.decode("utf-8", "replace")))
        if run_check.returncode:
            break
    return done


def folder_for_tests():
    """A folder for what tests write, in memory where the system has room for it there: vaults wait for the disk."""
    memory = "/dev/shm"  # noqa: S108 - a folder with a name nobody can foresee is made in it
    if (
        "TMPDIR" in os.environ
        or not os.access(memory, os.W_OK)
        or os.statvfs(memory).f_flag & os.ST_NOEXEC  # a test starts the program that it installed
        or shutil.disk_usage(memory).free < ROOM_IN_MEMORY
    ):
        memory = None
    return tempfile.mkdtemp(prefix="supervision-tests-", dir=memory)


def test(words):
    """Every check, and beside them every test; with words after the command, only the tests they choose."""
    done = []
    everything = not [word for word in words if word != "--whole"]
    checking = threading.Thread(target=lambda: done.extend(check()))
    if everything:
        checking.start()
    folder = folder_for_tests()
    try:
        code = run("pytest", "-n", "3", "--dist", "worksteal", *words, TMPDIR=folder)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    if everything:
        checking.join()
    for name, found, told in done:
        sys.stderr.write("- " + name + ("\n" + told if found else ": nothing found\n"))
        code = code or found
    return code


def pages():
    """The pages that are read off the program, the list of licences, and the manual as a site."""
    steps = (
        ("docs.make_pages",),
        ("docs.make_notice",),
        ("docs.make_bill",),
        ("mkdocs", "build", "--strict", "--quiet"),
    )
    return next((code for code in (run(*step) for step in steps) if code), 0)


def lock():
    """Resolve the dependencies anew, for every platform, with hashes and without naming any host."""
    clean = {name: value for name, value in os.environ.items() if "INDEX" not in name}
    command = [python(), "-m", "uv", "pip", "compile", "--quiet", "--universal", "--python-version", "3.11"]
    command += ["--generate-hashes", "--custom-compile-command", "python3 dev.py lock"]
    release = os.path.join(ROOT, "release")
    run("pip", "install", "--quiet", "uv")
    for words in (
        ["--all-extras", "pyproject.toml", "-o", LOCK],
        ["--extra", "serve", "-c", LOCK, "pyproject.toml", "-o", os.path.join(release, "runtime.lock")],
        [os.path.join(release, "requirements.in"), "-o", os.path.join(release, "requirements.lock")],
    ):
        code = subprocess.run([*command, *words], cwd=ROOT, env=clean, check=False).returncode
        if code:
            return code
    return 0


def main(words):
    """Do what the first word says; return an exit code."""
    name, rest = (words[0], words[1:]) if words else ("", [])
    tasks = {
        "demo": lambda: run("supervision_tui", "demo", *rest),
        "run": lambda: run("supervision_tui", *rest),
        "test": lambda: test(rest),
        "bench": lambda: run("benchmarks", *rest),
        "pictures": lambda: run("docs.make_pictures", *rest),
        "pages": pages,
        "lock": lock,
        "bundle": lambda: run("release.bundle", *rest),
        "wheelhouse": lambda: run("release.wheelhouse", *rest),
    }
    if name not in tasks:
        sys.stderr.write(__doc__)
        return 0 if name in ("help", "-h", "--help") else 2
    check_python()
    make_ready()
    return tasks[name]()


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        sys.exit(130)
